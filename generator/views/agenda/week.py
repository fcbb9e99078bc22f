"""What one can go to this week in a municipality: a page for today and the six days after, and a sheet for the waiting room.

Only real dates, of what is asked about or has a recent source: who takes the sheet home must not stand before a closed door. The sheet is of a
whole week from Monday, so that it stays as it is while it hangs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.dutch.sentences import capital, hours, weekday_date
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import Sure
from generator.model.facts import costs, where
from generator.model.resolved import Resolved, resolved
from generator.model.schema import AndereHulpSoort, Municipality
from generator.model.when import Occurrence
from generator.views.activity.card import ThemeLabel, theme_label
from generator.views.activity.status import how_sure, list_status
from generator.views.head import Crumb, Head
from generator.views.lists.shelf import THIS_WEEK, shelf
from generator.views.referral.coach import coaches
from generator.views.referral.handout import shown

SHEET = "deze-week.pdf"
MOST_ON_SHEET = 40  # rows: what two pages of large letters hold
NEXT_FROM = 4  # from Friday on a sheet is for the week that comes


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to go to: when, what, where, what it costs, whom to call, and how sure we are of it."""

    theme: ThemeLabel
    time: str
    title: str
    address: str
    where: str
    costs: str
    call: str
    note: str
    sure: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day with what is held: as 2026-11-26, and in words."""

    date: str
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class WeekPage:
    """What there is today and in the six days after; ``paper`` is the sheet, or empty where there is none."""

    head: Head
    crumbs: tuple[Crumb, ...]
    name: str
    period: str
    status: str
    days: tuple[Day, ...]
    more: str
    paper: str


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """One week from Monday for on paper. ``address`` is what its code opens, empty where the site's own is not known; ``left_out`` counts what had no room."""

    name: str
    period: str
    status: str
    days: tuple[Day, ...]
    left_out: int
    address: str
    shown: str
    questions: str
    ring: tuple[tuple[str, str], ...]


def week_page(catalogue: Catalogue, place: Entry[Municipality], today: date, *, paper: bool) -> WeekPage:
    """Return the page of a municipality as it is on the day ``today``; ``paper`` tells whether there is a sheet."""
    name = place.model.naam
    address = addresses.week_of(place.id)
    return WeekPage(
        head=Head(
            address=address,
            title=f"Deze week te doen in {name}",
            description=f"Waar u deze week heen kunt in {name}, dag voor dag.",
            place=name,
            coaches=coaches(catalogue, place.id, today),
        ),
        crumbs=(Crumb("Home", ""), Crumb(name, f"{place.id}/")),
        name=name,
        period=_period(today),
        status=_status(catalogue, place, today),
        days=tuple(_days(catalogue, place, today, today)),
        more=f"{place.id}/",
        paper=f"{address}{SHEET}" if paper else "",
    )


def week_sheet(catalogue: Catalogue, place: Entry[Municipality], today: date, url: str) -> WeekSheet | None:
    """Return the sheet of the week in which ``today`` falls (from Friday on: of the next), or None where there is nothing on it."""
    days = list(_days(catalogue, place, monday_of(today), today))
    total = sum(len(day.rows) for day in days)
    if not total:
        return None
    room = MOST_ON_SHEET
    kept = []
    for day in days:
        kept.append(Day(day.date, day.name, day.rows[: max(0, room)]))
        room -= len(day.rows)
    address = f"{url}{addresses.week_of(place.id)}" if url else ""
    return WeekSheet(
        name=place.model.naam,
        period=_period(monday_of(today)),
        status=_status(catalogue, place, today),
        days=tuple(day for day in kept if day.rows),
        left_out=max(0, total - MOST_ON_SHEET),
        address=address,
        shown=shown(address) if address else "",
        questions=_questions(place.model),
        ring=tuple((str(theme.model.kleur), theme.model.pictogram) for theme in catalogue.ordered_domains),
    )


def monday_of(today: date) -> date:
    """Return the Monday of the week that a sheet made on ``today`` is for."""
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=1) if today.weekday() >= NEXT_FROM else monday


def _period(first: date) -> str:
    last = first + timedelta(days=THIS_WEEK - 1)
    return f"{weekday_date(first)} tot en met {weekday_date(last)} {last.year}"


def _status(catalogue: Catalogue, place: Entry[Municipality], today: date) -> str:
    listed = shelf(catalogue, today).by_place[place.id]
    known = [it for it in resolved(catalogue, listed) if it.evidence(today).sure.rank <= Sure.SOURCE.rank]
    return list_status(known, today) if known else ""


def _days(catalogue: Catalogue, place: Entry[Municipality], first: date, today: date) -> Iterable[Day]:
    """Yield the seven days from ``first`` on which anything is held; how sure we are is of ``today``."""
    found: dict[date, list[tuple[bool, str, str, Row]]] = {
        first + timedelta(days=ahead): [] for ahead in range(THIS_WEEK)
    }
    for it in resolved(catalogue, shelf(catalogue, today).by_place[place.id]):
        state = how_sure(it, today)
        if not state.dated:
            continue
        for one in it.coming(first, weeks=1):
            if one.day in found:
                order = (one.start is None, one.start.isoformat() if one.start else "", it.entry.id)
                found[one.day].append((*order, _row(it, one, "" if state.fresh else state.short)))
    for day, rows in found.items():
        if rows:
            yield Day(day.isoformat(), capital(weekday_date(day)), tuple(row for *_, row in sorted(rows, key=_order)))


def _order(row: tuple[bool, str, str, Row]) -> tuple[bool, str, str]:
    return row[:3]


def _row(it: Resolved, one: Occurrence, sure: str) -> Row:
    at = hours(one.start.time() if one.start else None, one.end.time() if one.end else None)
    return Row(
        theme=theme_label(it.catalogue.domains[it.model.domeinen[0]]),
        time=capital(at or "tijd onbekend"),
        title=it.model.titel,
        address=f"{it.entry.id}/",
        where=", ".join(where.FACT.say(it).lines),
        costs=", ".join(costs.FACT.say(it).lines),
        call=it.whom.contact.telefoon or "",
        note=f"{one.holiday}. Vraag of het doorgaat." if one.holiday else "",
        sure=sure,
    )


def _questions(place: Municipality) -> str:
    """Return whom everybody may call with a question, in words; nothing where nobody is known."""
    for one in place.andere_hulp:
        if one.wat is AndereHulpSoort.GEMEENTE and one.telefoon:
            return f"{one.naam}: {one.telefoon}"
    return ""
