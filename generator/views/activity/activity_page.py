"""The page of one activity, running, paused or stopped."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import paragraphs
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import day_in_words
from generator.model.neighbours import Neighbour
from generator.model.outgoing import host_of, web
from generator.model.resolved import joined
from generator.model.schema import Activity, AndereBron, Bron, Gestopt
from generator.model.when import always
from generator.views.activity.answers import Access, Fact, access, on_page
from generator.views.activity.asking import Asking, asking
from generator.views.activity.card import Card, Held, ThemeLabel, card, held, theme_label
from generator.views.activity.first_visit import FirstVisit, first_visit
from generator.views.activity.getting_there import GettingThere, getting_there
from generator.views.activity.mark import mark
from generator.views.activity.message import message
from generator.views.activity.own_calendar import OwnCalendar, own_calendar
from generator.views.activity.picture import Photo, photo_of
from generator.views.activity.status import how_sure, paused, stopped
from generator.views.activity.taking_part import Action, actions, joining
from generator.views.head import Crumb, Head
from generator.views.lists.nearby import Near, nearby
from generator.views.referral.coach import coaches

MOST_DATES = 6
MOST_ON_PAGE = 9  # that can be asked about
FEW_DATES = 3  # where nobody asked lately, a long row of dates would promise too much


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was found: the name of the site, or what it is; as far as known the date; and the address of what has one."""

    name: str
    when: str
    address: str


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """Everything on the page of an activity."""

    head: Head
    crumbs: tuple[Crumb, ...]
    themes: tuple[ThemeLabel, ...]
    title: str
    summary: str
    text: tuple[str, ...]
    facts: tuple[Fact, ...]
    asking: Asking
    message: str
    upcoming: tuple[Held, ...]
    always: bool
    actions: tuple[Action, ...]
    whom: str
    form: str
    joining: tuple[str, ...]
    access: Access
    there: GettingThere | None
    visit: FirstVisit
    organisation: str
    sure: str
    how_sure: str
    fresh: bool
    paused: str
    stopped: str
    instead: tuple[Card, ...]
    more: tuple[Crumb, ...]
    sources: tuple[Source, ...]
    photo: Photo | None
    pick: str
    calendar: OwnCalendar | None
    near: tuple[Near, ...]


def activity_page(
    catalogue: Catalogue, entry: Entry[Activity], today: date, near: Iterable[Neighbour] = ()
) -> ActivityPage:
    """Return the page of an activity as it reads on the day ``today``; of one that has ended with what there is of its theme next door (``near``)."""
    activity = entry.model
    it = joined(catalogue, entry)
    place = it.municipality
    themes = tuple(theme_label(catalogue.domains[id_]) for id_ in activity.domeinen)
    state = how_sure(it, today)
    ended = it.is_stopped
    found = it.coming(today) if state.dated else ()
    first, inside = themes[0], f"{activity.gemeente}/{themes[0].id}/"
    return ActivityPage(
        head=Head(
            address=f"{entry.id}/",
            abroad=addresses.page(entry.id),
            title=f"{activity.titel} in {place.naam}" if place.naam not in activity.titel else activity.titel,
            description=activity.samenvatting,
            place=place.naam,
            theme=first.id,
            coaches=coaches(catalogue, activity.gemeente, today),
        ),
        crumbs=(
            Crumb("Home", ""),
            Crumb(place.naam, f"{activity.gemeente}/"),
            Crumb(first.name, inside),
        ),
        themes=themes,
        title=activity.titel,
        summary=activity.samenvatting,
        text=paragraphs(activity.beschrijving or ""),
        facts=() if ended else on_page(it),
        asking=asking(it, today, MOST_ON_PAGE),
        message=message(it, today),
        upcoming=tuple(held(one) for one in found[: MOST_DATES if state.fresh else FEW_DATES]),
        always=always(activity.wanneer),
        actions=() if ended else actions(it),
        whom=it.whom.name,
        form=addresses.form_for(entry.id),
        joining=joining(activity),
        access=access(it),
        there=getting_there(it),
        visit=first_visit(it, today),
        organisation=it.organisation.naam,
        sure=str(state.sure),
        how_sure=state.long,
        fresh=state.fresh,
        paused=paused(activity),
        stopped=stopped(activity),
        instead=_instead(catalogue, activity, today),
        more=(
            Crumb(f"{first.name} in {place.naam}", inside),
            Crumb(f"Alles in {place.naam}", f"{activity.gemeente}/"),
        ),
        sources=tuple(_source(source) for source in activity.bron),
        photo=photo_of(it),
        pick=f"{entry.id}.{mark(it)}",
        calendar=own_calendar(it, today),
        near=nearby(near, first.id) if ended else (),
    )


def _instead(catalogue: Catalogue, activity: Activity, today: date) -> tuple[Card, ...]:
    if not isinstance(activity.loopt, Gestopt):
        return ()
    return tuple(card(catalogue, catalogue.activities[id_], today) for id_ in activity.loopt.in_plaats_daarvan)


def _source(source: Bron) -> Source:
    when = day_in_words(source.datum) or "zonder datum"
    if isinstance(source, AndereBron):
        return Source(source.wat, when, "")
    address = web(source.url)
    return Source(host_of(address) or "onbekend", when, address)
