"""The dates on which something is held in the coming weeks. What is not known gives no dates."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from dateutil import rrule

from generator.model.schema import (
    Activity,
    Altijd,
    Eenmalig,
    Gestopt,
    Herhaald,
    Moment,
    Pauze,
    Regio,
    Vrij,
    WeekVanDeMaand,
)
from generator.model.when.calendar import doubtful_holidays, free_days, local, public_holidays, school_holidays

WEEKS_AHEAD = 8
EARLY = time(6)


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One time that something is held.

    ``start`` and ``end`` are wall-clock times in Amsterdam with their offset, or None where unknown. ``holiday`` names
    the public or school holiday on that day, if the author did not say whether it goes on: then somebody must ask.
    """

    day: date
    start: datetime | None = None
    end: datetime | None = None
    holiday: str | None = None


def occurrences(
    moments: Iterable[Moment] | str, today: date, region: Regio, weeks: int = WEEKS_AHEAD
) -> tuple[Occurrence, ...]:
    """Return the dates from ``today`` for ``weeks`` weeks, sorted, without doubles.

    ``moments`` is the author's ``wanneer``; ``onbekend``, ``altijd``, ``op_afspraak`` and ``tekst`` give none. School holidays are those
    of ``region``; a date that lies beyond the last school holidays that are known is left out.
    """
    return () if isinstance(moments, str) else _occurrences(tuple(moments), today, region, weeks)


@lru_cache(maxsize=1024)
def _occurrences(moments: tuple[Moment, ...], today: date, region: Regio, weeks: int) -> tuple[Occurrence, ...]:
    last = today + timedelta(weeks=weeks) - timedelta(days=1)
    found: set[Occurrence] = set()
    for moment in moments:
        if isinstance(moment, Eenmalig) and today <= moment.datum <= last:
            found.add(_timed(moment.datum, moment, None))
        elif isinstance(moment, Herhaald):
            found.update(
                _timed(day, moment, asked_holiday(day, moment, region)) for day in held(moment, today, last, region)
            )
    return tuple(sorted(found, key=lambda one: (one.day, one.start is not None, one.start or 0, one.holiday or "")))


def coming(activity: Activity, today: date, region: Regio, weeks: int = WEEKS_AHEAD) -> tuple[Occurrence, ...]:
    """Return the dates of an activity from ``today`` for ``weeks`` weeks: none once it has stopped, none before the end of a pause.

    A pause without a known end gives no dates at all.
    """
    if isinstance(activity.loopt, Gestopt):
        return ()
    if isinstance(activity.loopt, Pauze):
        until = activity.loopt.tot
        if not isinstance(until, date):
            return ()
        return tuple(one for one in occurrences(activity.wanneer, today, region, weeks) if one.day >= until)
    return occurrences(activity.wanneer, today, region, weeks)


def always(moments: Iterable[Moment] | str) -> bool:
    """Tell whether it is there all the time: a path, a garden."""
    return not isinstance(moments, str) and any(isinstance(moment, Altijd) for moment in moments)


def past_midnight(start: time, end: time) -> bool:
    """Tell whether an end before the start means the next day: it does until six in the morning."""
    return end < start and end < EARLY


def asked_holiday(day: date, rule: Herhaald, region: Regio) -> str | None:
    """Return the name of a holiday on a day of which a rule does not say whether it is held then; else None."""
    kinds = {item for item in rule.behalve or () if isinstance(item, Vrij)}
    found = doubtful_holidays(day.year).get(day)
    if Vrij.FEESTDAGEN not in kinds:
        found = public_holidays(day.year).get(day) or found
    if found is None and Vrij.SCHOOLVAKANTIES not in kinds:
        found = (school_holidays(day.year, region) or {}).get(day)
    return found


def _timed(day: date, moment: Herhaald | Eenmalig, holiday: str | None) -> Occurrence:
    van = moment.van if isinstance(moment.van, time) else None
    tot = moment.tot if isinstance(moment.tot, time) else None
    start = local(day, van) if van else None
    end = None
    if van and tot:
        end = local(day + timedelta(days=past_midnight(van, tot)), tot)
    return Occurrence(day, start, end, holiday)


def held(rule: Herhaald, first: date, last: date, region: Regio) -> Iterator[date]:
    """Yield the days from ``first`` to ``last`` on which a rule holds, its exceptions left out."""
    kinds = frozenset(item for item in rule.behalve or () if isinstance(item, Vrij))
    skipped = frozenset(item for item in rule.behalve or () if isinstance(item, date))
    months = frozenset(month.nummer for month in rule.niet_in or ())
    for day in rule_days(rule, first, last):
        if day in skipped or day.month in months or (rule.t_m and day > rule.t_m):
            continue
        free = free_days(day.year, kinds, region) if kinds else {}
        if free is not None and day not in free:
            yield day


def rule_days(rule: Herhaald, first: date, last: date) -> tuple[date, ...]:
    """Return the days from ``first`` to ``last`` that a rule names, before its end and its exceptions are looked at."""
    weekdays = tuple(day.nummer for day in rule.elke)
    return _rule_days(weekdays, rule.week_van_de_maand, rule.om_de_weken or 1, rule.vanaf, first, last)


@lru_cache(maxsize=4096)
def _rule_days(
    weekdays: tuple[int, ...],
    weeks: tuple[WeekVanDeMaand, ...] | None,
    interval: int,
    anchor: date | None,
    first: date,
    last: date,
) -> tuple[date, ...]:
    """Return the days of a rule from ``first`` to ``last``; many activities share one, so the answer is kept."""
    start = max(first, anchor) if interval == 1 and anchor else anchor or first
    if weeks:
        ordinals = [-1 if week is WeekVanDeMaand.LAATSTE else int(week) for week in weeks]
        by_day = [rrule.weekday(day)(nth) for day in weekdays for nth in ordinals]
        rule = rrule.rrule(rrule.MONTHLY, dtstart=_midnight(start), byweekday=by_day, until=_midnight(last))
    else:
        rule = rrule.rrule(
            rrule.WEEKLY, interval=interval, dtstart=_midnight(start), byweekday=weekdays, until=_midnight(last)
        )
    return tuple(found.date() for found in rule if found.date() >= first)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
