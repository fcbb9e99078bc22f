"""What is held on which day: the coming three weeks as dates, and the days that come back every week.

A page may be opened long after it was made. So every day is named by its date and never as "today": that word is put in by the script, which
knows the day, and which falls back to the weekly days when the dates have become too old.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from generator.dutch.sentences import DAYS, capital, day_month, full_date, hours, weekday_date
from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import Sure
from generator.model.facts import where
from generator.model.resolved import Resolved, joined, resolved
from generator.model.schema import Activity, Eenmalig, Gestopt, Herhaald, Pauze
from generator.model.when import Occurrence, phrases
from generator.views.activity.card import ThemeLabel, theme_label
from generator.views.activity.status import how_sure, list_status
from generator.views.lists.shelf import shelf

DAYS_AHEAD = 21
MOST_LINES = 500  # on a page
NO_TIME = "tijd onbekend"


@dataclass(frozen=True, slots=True)
class Line:
    """One activity on one day: its time in words, its title and address, where it is, and what must be asked.

    ``maybe`` marks what we only know from an older message: it stands after the rest, under words that say so.
    """

    time: str
    title: str
    address: str
    where: str
    note: str
    theme: ThemeLabel
    maybe: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day by its date, with what is held."""

    date: str
    name: str
    lines: tuple[Line, ...]

    @property
    def amount(self) -> int:
        """Return how much there is on this day."""
        return len(self.lines)


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday, by its dates."""

    date: str
    name: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A day that comes back every week, or other lines that come back: "Elke dinsdag"."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The days from ``made`` to ``until`` (both as 2026-11-22), and what comes back whatever the date.

    ``undated`` counts running activities of which nobody knows the day. ``status`` is the one sentence on how sure all of it is.
    """

    made: str
    made_words: str
    until: str
    weeks: tuple[Week, ...]
    fixed: tuple[Fixed, ...]
    undated: int
    status: str

    @property
    def days(self) -> tuple[Day, ...]:
        """Return all days in their order."""
        return tuple(day for week in self.weeks for day in week.days)

    @property
    def anything(self) -> bool:
        """Tell whether there is anything on a known day."""
        return any(day.lines for day in self.days) or bool(self.fixed)


def days_ahead(today: date) -> int:
    """Return how many days an agenda has: three weeks, and the rest of the last one."""
    return DAYS_AHEAD + (6 - (today + timedelta(days=DAYS_AHEAD - 1)).weekday())


def agenda(catalogue: Catalogue, listed: Sequence[Entry[Activity]], today: date, *, named: bool = False) -> Agenda:
    """Return the agenda of the listed activities as it is on the day ``today``; ``named`` adds the municipality."""
    found: dict[date, list[tuple[Occurrence, Line]]] = {
        today + timedelta(days=number): [] for number in range(days_ahead(today))
    }
    for entry in listed:
        for one, line in _lines(joined(catalogue, entry), today, named=named):
            found[one.day].append((one, line))
    days = [Day(day.isoformat(), weekday_date(day), _in_order(lines)) for day, lines in found.items()]
    return Agenda(
        made=today.isoformat(),
        made_words=full_date(today),
        until=days[-1].date,
        weeks=_weeks(days),
        fixed=_fixed(catalogue, listed, today, named=named),
        undated=sum(not _dated(entry.model) for entry in listed),
        status=list_status(resolved(catalogue, listed), today),
    )


@lru_cache(maxsize=4)
def place_agenda(catalogue: Catalogue, place: str, today: date) -> Agenda:
    """Return the agenda of a municipality."""
    return agenda(catalogue, shelf(catalogue, today).by_place[place], today)


@lru_cache(maxsize=4)
def number_of_pages(catalogue: Catalogue, place: str, today: date, most: int = MOST_LINES) -> int:
    """Return on how many pages a municipality's agenda comes, without making its lines."""
    counts = dict.fromkeys(range(days_ahead(today)), 0)
    for entry in shelf(catalogue, today).by_place[place]:
        for one in joined(catalogue, entry).coming(today):
            ahead = (one.day - today).days
            if ahead in counts:
                counts[ahead] += 1
    return len(_parts(list(counts.values()), most))


def pages(it: Agenda, most: int = MOST_LINES) -> tuple[tuple[Day, ...], ...]:
    """Return the days in parts of at most ``most`` lines; a day that is longer than that is cut."""
    days = it.days
    return tuple(
        tuple(Day(days[at].date, days[at].name, days[at].lines[start:end]) for at, start, end in part)
        for part in _parts([len(day.lines) for day in days], most)
    )


def _parts(counts: Sequence[int], most: int) -> list[list[tuple[int, int, int]]]:
    """Divide days of so many lines over parts: the number of the day, and its first and last line there."""
    parts: list[list[tuple[int, int, int]]] = [[]]
    room = most
    for at, count in enumerate(counts):
        start = 0
        while count - start > room:
            if room:
                parts[-1].append((at, start, start + room))
            start, room = start + room, most
            parts.append([])
        parts[-1].append((at, start, count))
        room -= count - start
    return parts


def _dated(activity: Activity) -> bool:
    return not isinstance(activity.wanneer, str) and any(
        isinstance(moment, Herhaald | Eenmalig) for moment in activity.wanneer
    )


def _lines(it: Resolved, today: date, *, named: bool) -> tuple[tuple[Occurrence, Line], ...]:
    """Return every time within an agenda that an activity is held, with its line."""
    last = today + timedelta(days=days_ahead(today) - 1)

    def made(one: Resolved) -> tuple[tuple[Occurrence, Line], ...]:
        held = (time for time in one.coming(today) if time.day <= last)
        return tuple((time, _line(one.catalogue, one.entry, time, today, named=named)) for time in held)

    return it.once(("lines", today, named), made)


def _line(
    catalogue: Catalogue,
    entry: Entry[Activity],
    one: Occurrence | None,
    today: date,
    *,
    named: bool,
    time: str = "",
) -> Line:
    activity = entry.model
    it = joined(catalogue, entry)
    place = it.municipality.naam
    parts = [*where.FACT.say(it).lines]
    if named and not any(place in part for part in parts):
        parts.append(place)
    if one:
        time = hours(one.start.time() if one.start else None, one.end.time() if one.end else None)
    maybe = it.evidence(today).sure is Sure.OLDER
    note = f"{one.holiday}. Vraag of het doorgaat." if one and one.holiday else ""
    if maybe and one is None:
        note = how_sure(it, today).short
    theme = theme_label(catalogue.domains[activity.domeinen[0]])
    return Line(capital(time or NO_TIME), activity.titel, f"{entry.id}/", ", ".join(parts), note, theme, maybe)


def _in_order(lines: Iterable[tuple[Occurrence, Line]]) -> tuple[Line, ...]:
    ordered = sorted(
        lines, key=lambda pair: (pair[1].maybe, _start(pair[0]), pair[1].title.casefold(), pair[1].address)
    )
    return tuple(line for _, line in ordered)


def _start(one: Occurrence) -> tuple[bool, str]:
    """Return what orders a day: times first, then what has none."""
    return one.start is None, one.start.isoformat() if one.start else ""


def _weeks(days: Sequence[Day]) -> tuple[Week, ...]:
    found: dict[date, list[Day]] = {}
    for day in days:
        on = date.fromisoformat(day.date)
        found.setdefault(on - timedelta(days=on.weekday()), []).append(day)
    return tuple(
        Week(monday.isoformat(), f"{_span(monday, monday + timedelta(days=6))}", tuple(inside))
        for monday, inside in found.items()
    )


def _span(first: date, last: date) -> str:
    start = str(first.day) if first.month == last.month else day_month(first)
    return f"{start} tot en met {day_month(last)}"


def _fixed(catalogue: Catalogue, listed: Sequence[Entry[Activity]], today: date, *, named: bool) -> tuple[Fixed, ...]:
    """Return what is held on the same day every week, by day; and below that what comes back less often, in words."""
    by_day: dict[int, list[tuple[str, Line]]] = {number: [] for number in range(len(DAYS))}
    others: list[Line] = []
    for entry in listed:
        moments = entry.model.wanneer
        if isinstance(moments, str) or isinstance(entry.model.loopt, Pauze | Gestopt):
            continue
        for moment in moments:
            if not isinstance(moment, Herhaald) or (moment.t_m and moment.t_m < today):
                continue
            start, end = (None if isinstance(at, str) else at for at in (moment.van, moment.tot))
            words = hours(start, end if start else None)
            if moment.week_van_de_maand or moment.om_de_weken:
                others.append(_line(catalogue, entry, None, today, named=named, time=phrases((moment,))[0]))
                continue
            extra = "niet altijd" if moment.behalve or moment.vanaf or moment.t_m else ""
            time = ", ".join(filter(None, (words or NO_TIME, extra)))
            for day in moment.elke:
                by_day[day.nummer].append(
                    (str(start or "99"), _line(catalogue, entry, None, today, named=named, time=time))
                )
    found = [
        Fixed(
            f"Elke {DAYS[number]}",
            tuple(line for _, line in sorted(rows, key=lambda row: (row[1].maybe, row[0], row[1].title))),
        )
        for number, rows in by_day.items()
        if rows
    ]
    return (*found, *((Fixed("Niet elke week", tuple(others)),) if others else ()))
