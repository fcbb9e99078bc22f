"""The week as a page: of everything, or of one municipality."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.neighbours import Neighbour
from generator.model.resolved import joined
from generator.model.schema import Activity, Municipality
from generator.views.activity.diary import in_calendar
from generator.views.agenda.agenda import (
    MOST_LINES,
    Agenda,
    Day,
    Week,
    agenda,
    days_ahead,
    number_of_pages,
    pages,
    place_agenda,
)
from generator.views.head import Crumb, Head
from generator.views.lists.listing import Places, places
from generator.views.lists.nearby import Near, nearby
from generator.views.lists.shelf import shelf
from generator.views.referral.coach import coaches

MOST_LISTED = 500  # activities in the agenda of everything


@dataclass(frozen=True, slots=True)
class Feed:
    """A calendar to subscribe to: what is in it, and where it is."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """Three weeks by date. Without ``agenda`` the site is too large for one, and leads to those of municipalities."""

    head: Head
    crumbs: tuple[Crumb, ...]
    title: str
    agenda: Agenda | None
    places: Places | None
    feeds: tuple[Feed, ...]
    pages: tuple[Crumb, ...] = ()
    number: int = 1
    near: tuple[Near, ...] = ()


def agenda_page(catalogue: Catalogue, today: date) -> AgendaPage:
    """Return the agenda of everything; above 500 activities it leads to the municipalities, and to no calendar of a whole country."""
    listed = shelf(catalogue, today).everything
    few = catalogue.known is None and len(listed) <= MOST_LISTED
    found = agenda(catalogue, listed, today, named=True) if few else None
    if found and len(pages(found)) > 1:
        found = None
    return AgendaPage(
        head=Head(
            address=addresses.AGENDA,
            title="Agenda",
            description="Wat er de komende weken te doen is, per dag.",
        ),
        crumbs=(Crumb("Home", ""),),
        title="Agenda",
        agenda=found,
        places=places(catalogue, today, addresses.AGENDA.rstrip("/")),
        feeds=tuple(
            Feed(domain.model.naam, addresses.calendar(domain.id))
            for domain in catalogue.ordered_domains
            if catalogue.known is None and _dated(catalogue, listed, today, domain.id)
        ),
    )


def _dated(catalogue: Catalogue, entries: Iterable[Entry[Activity]], today: date, theme: str = "") -> bool:
    """Tell whether a calendar of these, or of those in a theme, has anything in it: nobody is offered an empty one."""
    within = (entry for entry in entries if not theme or theme in entry.model.domeinen)
    return any(in_calendar(joined(catalogue, entry), today) for entry in within)


def agenda_addresses(catalogue: Catalogue, place: Entry[Municipality], today: date) -> list[str]:
    """Return the addresses of a municipality's agenda: one, or more where one would be too long."""
    first = addresses.agenda_of(place.id)
    if len(shelf(catalogue, today).by_place[place.id]) * days_ahead(today) <= MOST_LINES:
        return [first]
    return addresses.parts(first, number_of_pages(catalogue, place.id, today))


def agenda_in_place(
    catalogue: Catalogue, place: Entry[Municipality], today: date, number: int = 1, near: Iterable[Neighbour] = ()
) -> AgendaPage:
    """Return page ``number`` of the agenda of a municipality; ``near`` are those next door."""
    whole = place_agenda(catalogue, place.id, today)
    parts = pages(whole)
    own = agenda_addresses(catalogue, place, today)
    name = place.model.naam
    here = shelf(catalogue, today).by_place[place.id]
    feeds = [Feed(f"Alles in {name}", addresses.calendar(place.id))] if _dated(catalogue, here, today) else []
    feeds += (
        Feed(f"{domain.model.naam} in {name}", addresses.calendar(f"{place.id}/{domain.id}"))
        for domain in catalogue.ordered_domains
        if _dated(catalogue, here, today, domain.id)
    )
    title = f"Agenda van {name}"
    return AgendaPage(
        head=Head(
            address=own[number - 1],
            title=title if number == 1 else f"{title}, pagina {number}",
            description=f"Wat er de komende weken te doen is in {name}, per dag.",
            place=name,
            coaches=coaches(catalogue, place.id, today),
        ),
        crumbs=(Crumb("Home", ""), Crumb(name, f"{place.id}/")),
        title=title,
        agenda=_part(whole, parts[number - 1]) if len(parts) > 1 else whole,
        places=None,
        feeds=tuple(feeds),
        pages=tuple(Crumb(f"Pagina {step}", address) for step, address in enumerate(own, 1)) if len(own) > 1 else (),
        number=number,
        near=nearby(near, address=addresses.agenda_of),
    )


def _part(whole: Agenda, days: Sequence[Day]) -> Agenda:
    """Return an agenda with only the days of one page in it."""
    kept = {day.date: day for day in days}
    weeks = (Week(w.date, w.name, tuple(kept[day.date] for day in w.days if day.date in kept)) for w in whole.weeks)
    return replace(whole, weeks=tuple(week for week in weeks if week.days))
