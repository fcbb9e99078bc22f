"""What a resident takes home of an activity: its leaf on a short list, on a screen and on paper.

A list may be opened weeks after the site was made. A leaf holds more dates than are shown, and the script picks the first three that are still
to come; the author's own words ("Elke donderdag") stand above them and stay true.
"""

from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import capital, hours, weekday_date
from generator.model.catalogue import Catalogue, Entry
from generator.model.facts import when
from generator.model.outgoing import host_of, mailto, tel, web
from generator.model.resolved import Resolved, joined
from generator.model.schema import Activity, Gestopt, Pauze
from generator.model.when import Occurrence
from generator.views.activity.answers import Fact, on_leaf, unknown_on_leaf
from generator.views.activity.asking import asking
from generator.views.activity.card import ThemeLabel, theme_label
from generator.views.activity.mark import mark
from generator.views.activity.message import message
from generator.views.activity.own_calendar import OwnCalendar, own_calendar
from generator.views.activity.status import how_sure, paused, stopped
from generator.views.referral.coach import Coach, coaches

MOST_DATES = 8


@dataclass(frozen=True, slots=True)
class Coming:
    """One date: for the script (2026-11-26), in full words, and what must be asked about it."""

    day: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Instead:
    """Another activity, to put on the list: its id with its mark, its title and address."""

    pick: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Way:
    """Somebody to ask: who, or how; and the address that dials, mails or opens it (empty for a name)."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class TakeHome:
    """The leaf of an activity. ``state`` is loopt, pauze or gestopt; ``call`` is how to reach somebody."""

    id: str
    mark: str
    state: str
    address: str
    title: str
    summary: str
    place: str
    theme: ThemeLabel
    notice: str
    instead: tuple[Instead, ...]
    more: str
    when: tuple[str, ...]
    dates: tuple[Coming, ...]
    facts: tuple[Fact, ...]
    call: tuple[Way, ...]
    unknown: str
    say: str
    sure: str
    how_sure: str
    how_sure_short: str
    message: str
    calendar: OwnCalendar | None
    coaches: tuple[Coach, ...]


def take_home(catalogue: Catalogue, entry: Entry[Activity], today: date) -> TakeHome:
    """Return the leaf of an activity, with its dates from the day ``today``."""
    activity = entry.model
    it = joined(catalogue, entry)
    ended = it.is_stopped
    state = how_sure(it, today)
    municipality = it.municipality
    found = it.coming(today) if state.dated else ()
    dates = found[:MOST_DATES]
    return TakeHome(
        id=entry.id,
        mark=mark(it),
        state="gestopt" if ended else "pauze" if isinstance(activity.loopt, Pauze) else "loopt",
        address=f"{entry.id}/",
        title=activity.titel,
        summary=activity.samenvatting,
        place=municipality.naam,
        theme=theme_label(catalogue.domains[activity.domeinen[0]]),
        notice=stopped(activity) or paused(activity),
        instead=_instead(catalogue, activity),
        more=f"{activity.gemeente}/{activity.domeinen[0]}/",
        when=() if ended else when.FACT.say(it).lines,
        dates=tuple(_coming(one) for one in dates),
        facts=() if ended else on_leaf(it),
        call=() if ended else _call(it),
        unknown="" if ended else unknown_on_leaf(it),
        say="" if ended else asking(it, today).say,
        sure=str(state.sure),
        how_sure="" if ended else state.long,
        how_sure_short="" if ended else state.short,
        message=message(it, today),
        calendar=own_calendar(it, today),
        coaches=coaches(catalogue, activity.gemeente, today),
    )


def _coming(one: Occurrence) -> Coming:
    at = hours(one.start.time() if one.start else None, one.end.time() if one.end else None)
    text = " ".join(filter(None, (f"{weekday_date(one.day)} {one.day.year}", at)))
    return Coming(one.day.isoformat(), text, f"{one.holiday}. Vraag of het doorgaat." if one.holiday else "")


def _call(it: Resolved) -> tuple[Way, ...]:
    whom = it.whom
    contact = whom.contact
    website = web(contact.website)
    ways = []
    if contact.telefoon:
        ways.append(Way(contact.telefoon, tel(contact.telefoon)))
    if contact.email:
        ways.append(Way(contact.email, mailto(contact.email)))
    if website:
        ways.append(Way(host_of(website), website))
    return (Way(capital(whom.name) or it.organisation.naam, ""), *ways) if ways else ()


def _instead(catalogue: Catalogue, activity: Activity) -> tuple[Instead, ...]:
    if not isinstance(activity.loopt, Gestopt):
        return ()
    others = [catalogue.activities[id_] for id_ in activity.loopt.in_plaats_daarvan]
    return tuple(Instead(f"{one.id}.{mark(joined(catalogue, one))}", one.model.titel, f"{one.id}/") for one in others)
