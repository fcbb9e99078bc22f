"""When it is: which days, which part of the day, and which part of that nobody knows."""

from collections.abc import Mapping
from datetime import time

from generator.model.facts.base import Fact, Found, Gap, On, Said
from generator.model.resolved import Resolved
from generator.model.schema import (
    ONLINE,
    UNKNOWN,
    Activity,
    Altijd,
    Dag,
    Dagdeel,
    Eenmalig,
    Herhaald,
    InWoorden,
    Moment,
)
from generator.model.when import always, phrases

DAY = Gap("dag en tijd", "Op welke dag is het, en hoe laat?", 34, say="Op welke dag is het, en hoe laat?")
TIME = Gap("tijd", "Hoe laat begint het, en tot hoe laat duurt het?", 16, say="Hoe laat begint het?")
END = Gap("eindtijd", "Tot hoe laat duurt het?", 4, say="Tot hoe laat duurt het?")
NOON, EVENING = time(12), time(17, 30)
LATE_MORNING, LATE_AFTERNOON = time(13), time(19)  # what ends after these goes on into the next part of the day


def _say(it: Resolved) -> Said:
    """Return when it is, and which part of that nobody knows: the day, the time, or only the end."""
    activity = it.model
    moments = activity.wanneer
    if isinstance(moments, str):
        return Said(gaps=(DAY,))
    timed = [moment for moment in moments if isinstance(moment, Herhaald | Eenmalig)]
    missing: tuple[Gap, ...] = ()
    if all(isinstance(moment, InWoorden) for moment in moments):
        missing = (DAY,)
    elif any(moment.van == UNKNOWN for moment in timed):
        missing = (TIME,)
    elif any(moment.tot == UNKNOWN for moment in timed):
        missing = (END,)
    lines = ("U kunt altijd kijken",) if activity.locatie == ONLINE and always(moments) else phrases(moments)
    return Said(lines, missing)


def _offers(it: Resolved) -> Mapping[str, Found]:
    days = _days(it.model)
    parts = {part for _, part in parts_of_days(it.model)}
    return {"dag": (days, not days), "dagdeel": (parts, not parts)}


def _moments(activity: Activity) -> tuple[Moment, ...]:
    return () if isinstance(activity.wanneer, str) else tuple(activity.wanneer)


def _days(activity: Activity) -> set[str]:
    days: set[str] = set()
    for moment in _moments(activity):
        if isinstance(moment, Herhaald):
            days |= set(moment.elke)
        elif isinstance(moment, Eenmalig):
            days.add(tuple(Dag)[moment.datum.weekday()])
        elif isinstance(moment, Altijd):
            days |= set(Dag)
    return days


def parts_of_days(activity: Activity) -> frozenset[tuple[str, str]]:
    """Return the parts of the days of a week on which something is held, as far as they are known."""
    found: set[tuple[str, str]] = set()
    for moment in _moments(activity):
        if isinstance(moment, Altijd):
            found |= {(str(day), str(part)) for day in Dag for part in Dagdeel}
        elif isinstance(moment, Herhaald | Eenmalig):
            days = moment.elke if isinstance(moment, Herhaald) else (tuple(Dag)[moment.datum.weekday()],)
            found |= {(str(day), part) for day in days for part in _parts_of(moment)}
    return frozenset(found)


def _parts_of(moment: Herhaald | Eenmalig) -> set[str]:
    """Return in which parts of the day a moment falls; none where its time is not known."""
    if not isinstance(moment.van, time):
        return set()
    end = moment.tot if isinstance(moment.tot, time) else moment.van
    parts = {"ochtend"} if moment.van < NOON else set()
    if moment.van < EVENING and (moment.van >= NOON or end > LATE_MORNING):
        parts.add("middag")
    if moment.van >= EVENING or end > LATE_AFTERNOON:
        parts.add("avond")
    return parts


FACT = Fact("wanneer", "Wanneer", "calendar-month-outline", On.CARD, _say, _offers)
