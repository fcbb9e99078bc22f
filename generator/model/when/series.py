"""What repeats, as a rule with exceptions: what a calendar program wants instead of a row of dates (RFC 5545, 3.8.5)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from generator.dutch.sentences import DAYS
from generator.model.schema import Activity, Eenmalig, Gestopt, Herhaald, Pauze, Regio, Vrij, WeekVanDeMaand
from generator.model.when.calendar import school_holidays
from generator.model.when.dates import asked_holiday, held, past_midnight, rule_days

SCHOOL_YEAR = 8  # the month in which a calendar starts anew: no program needs last year's dates
YEARS = 2  # how far exceptions are written out that come from the Dutch calendar


@dataclass(frozen=True, slots=True)
class Series:
    """One date, or a day that repeats.

    ``name`` stays the same while times change, so that a calendar knows what it has already. ``first`` is the first
    day that it is held; ``days`` are weekdays from 0 (Monday), empty for one date; ``weeks`` counts in the month, with -1
    for the last; ``every`` is a number of weeks. ``until`` is the last day, or None. ``excluded`` are days that the rule
    names and on which it is not held. ``ask`` tells that it also falls in a holiday of which the author says nothing.
    """

    name: str
    first: date
    start: time | None
    end: time | None
    days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    every: int = 1
    until: date | None = None
    excluded: tuple[date, ...] = ()
    ask: bool = False

    @property
    def ends_next_day(self) -> bool:
        """Tell whether it ends after midnight."""
        return bool(self.start and self.end and past_midnight(self.start, self.end))


def school_year(today: date) -> date:
    """Return the first of August before a day: from there on a calendar has its dates."""
    return date(today.year - (today.month < SCHOOL_YEAR), SCHOOL_YEAR, 1)


def series(activity: Activity, since: date, region: Regio, until: date | None = None) -> tuple[Series, ...]:
    """Return an activity's dates from ``since`` as rules, up to and including ``until``: none where nobody knows the day.

    A pause with a known end moves the first day. An activity in an open pause, or one that has stopped, still gives its rules, the latter
    until the day on which it stopped: whoever has it in a calendar must be told.
    """
    if isinstance(activity.wanneer, str):
        return ()
    since, until = _bounds(activity, since, until)
    seen: Counter[str] = Counter()
    found = []
    for moment in activity.wanneer:
        rows: list[Series] = []
        if isinstance(moment, Eenmalig) and (moment.datum >= since or isinstance(activity.loopt, Gestopt)):
            rows = [Series(f"datum-{moment.datum}", moment.datum, *_hours(moment))]
        elif isinstance(moment, Herhaald):
            rows = [row for rule in _apart(moment) if (row := _repeating(rule, since, region, until))]
        for row in rows:
            if until and row.first > until:
                continue
            seen[row.name] += 1
            number = seen[row.name]
            found.append(row if number == 1 else replace(row, name=f"{row.name}-{number}"))
    return tuple(found)


def _bounds(activity: Activity, since: date, until: date | None) -> tuple[date, date | None]:
    """Return between which days an activity has dates: from the end of its pause, and until it stopped."""
    loopt = activity.loopt
    if isinstance(loopt, Pauze) and isinstance(loopt.tot, date):
        since = max(since, loopt.tot)
    if isinstance(loopt, Gestopt) and isinstance(loopt.sinds, date):
        # The year before it stopped is what people have in their calendars.
        since = min(since, loopt.sinds - timedelta(days=365))
        until = min(until, loopt.sinds) if until else loopt.sinds
    return since, until


def _apart(rule: Herhaald) -> Iterator[Herhaald]:
    """Yield a rule as the rules that every program takes: in the month one weekday and one week at a time (MS-OXCICAL 2.1.3.2.2)."""
    if not rule.week_van_de_maand:
        yield rule
        return
    for day in rule.elke:
        for week in rule.week_van_de_maand:
            yield rule.model_copy(update={"elke": (day,), "week_van_de_maand": (week,)})


def _repeating(rule: Herhaald, since: date, region: Regio, until: date | None) -> Series | None:
    last = since + timedelta(days=365 * YEARS)
    kinds = {item for item in rule.behalve or () if isinstance(item, Vrij)}
    if Vrij.SCHOOLVAKANTIES in kinds:
        last = min(last, _known_until(since, last, region))
    last = min(day for day in (last, rule.t_m, until) if day)
    ends = bool(kinds or rule.niet_in or rule.t_m or until)
    days = tuple(held(rule, since, last, region))
    if not days:
        return None
    weekdays = tuple(sorted(day.nummer for day in rule.elke))
    weeks = tuple(-1 if week is WeekVanDeMaand.LAATSTE else int(week) for week in rule.week_van_de_maand or ())
    kept = set(days)
    later = (day for day in rule.behalve or () if isinstance(day, date) and day > last)
    missed = [day for day in rule_days(rule, days[0], last) if day not in kept]
    return Series(
        name="-".join(["elke", *(DAYS[day] for day in weekdays), *map(str, weeks)]),
        first=days[0],
        start=_hours(rule)[0],
        end=_hours(rule)[1],
        days=weekdays,
        weeks=weeks,
        every=rule.om_de_weken or 1,
        until=last if ends else None,
        excluded=(*missed, *(() if ends else _on_rule(rule, later))),
        ask=any(asked_holiday(day, rule, region) for day in days),
    )


def _on_rule(rule: Herhaald, days: Iterator[date]) -> Iterator[date]:
    """Yield the exceptions that an author wrote for later than is worked out here."""
    return (day for day in sorted(days) if rule_days(rule, day, day))


def _known_until(since: date, last: date, region: Regio) -> date:
    """Return the last day of which it is known whether the schools are closed."""
    year = since.year
    while year <= last.year and school_holidays(year, region) is not None:
        year += 1
    return date(year - 1, 12, 31)


def _hours(moment: Herhaald | Eenmalig) -> tuple[time | None, time | None]:
    start = moment.van if isinstance(moment.van, time) else None
    return start, moment.tot if start and isinstance(moment.tot, time) else None
