"""What an activity offers, as values that can be counted and filtered on. What nobody knows is told apart from no."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal

from generator.model.catalogue import Catalogue
from generator.model.schema import (
    FRESH,
    GRATIS,
    ONLINE,
    UNKNOWN,
    Aanmelden,
    Activity,
    Altijd,
    Dag,
    Dagdeel,
    Eenmalig,
    Herhaald,
    JaNee,
    Location,
    Moment,
    Toegankelijkheid,
)

NOON, EVENING = time(12), time(17, 30)
CHEAP = Decimal(5)  # euro a time

# What is so, and what is not known: True for everything, or the values of which it is not known.
Found = tuple[set[str], bool | set[str]]


def offered(catalogue: Catalogue, activity: Activity, today: date) -> Mapping[str, Found]:
    """Return the values of an activity by facet ("dag", "dagdeel", "kosten", …) on the day ``today``."""
    location = catalogue.locations.get(activity.locatie)
    return {
        "dag": _days(activity),
        "dagdeel": _parts(activity),
        "kosten": _costs(activity),
        "aanmelden": _signing_up(activity),
        "toegankelijk": _access(activity, location.model if location else None),
        "mee": _first_time(activity),
        "gecontroleerd": _checked(activity, today),
    }


def _moments(activity: Activity) -> tuple[Moment, ...]:
    return () if isinstance(activity.wanneer, str) else tuple(activity.wanneer)


def _days(activity: Activity) -> Found:
    days: set[str] = set()
    for moment in _moments(activity):
        if isinstance(moment, Herhaald):
            days |= set(moment.elke)
        elif isinstance(moment, Eenmalig):
            days.add(tuple(Dag)[moment.datum.weekday()])
        elif isinstance(moment, Altijd):
            days |= set(Dag)
    return days, not days


def moments(activity: Activity) -> frozenset[tuple[str, str]]:
    """Return the parts of the days of a week on which something is held, as far as they are known."""
    found: set[tuple[str, str]] = set()
    for moment in _moments(activity):
        if isinstance(moment, Altijd):
            found |= {(str(day), str(part)) for day in Dag for part in Dagdeel}
        elif isinstance(moment, Herhaald | Eenmalig):
            days = moment.elke if isinstance(moment, Herhaald) else (tuple(Dag)[moment.datum.weekday()],)
            found |= {(str(day), part) for day in days for part in _parts_of(moment)}
    return frozenset(found)


def _parts(activity: Activity) -> Found:
    parts = {part for _, part in moments(activity)}
    return parts, not parts


def _parts_of(moment: Herhaald | Eenmalig) -> set[str]:
    """Return in which parts of the day a moment falls; none where its time is not known."""
    if not isinstance(moment.van, time):
        return set()
    end = moment.tot if isinstance(moment.tot, time) else moment.van
    parts = {"ochtend"} if moment.van < NOON else set()
    if moment.van < EVENING and (moment.van >= NOON or end > time(13)):
        parts.add("middag")
    if moment.van >= EVENING or end > time(19):
        parts.add("avond")
    return parts


def _costs(activity: Activity) -> Found:
    if activity.kosten == UNKNOWN:
        return set(), True
    if activity.kosten == GRATIS:
        return {"gratis", "tot-5"}, False
    found: set[str] = set()
    for price in activity.kosten:
        if not isinstance(price, str):
            found |= {"gratis", "tot-5"} if price.bedrag_euro == 0 else set()
            found |= {"tot-5"} if price.per == "keer" and price.bedrag_euro <= CHEAP else set()
    return found, False


def _signing_up(activity: Activity) -> Found:
    known = activity.aanmelden is not Aanmelden.ONBEKEND
    return ({str(activity.aanmelden)} if known else set()), not known


def _access(activity: Activity, place: Location | None) -> Found:
    found = activity.toegankelijkheid or (place.toegankelijkheid if place else None) or Toegankelijkheid()
    values = {name: getattr(found, name) for name in Toegankelijkheid.model_fields}
    if activity.locatie == ONLINE:
        values = {name: value for name, value in values.items() if value is not JaNee.ONBEKEND}
    return (
        {name for name, value in values.items() if value is JaNee.JA},
        {name for name, value in values.items() if value is JaNee.ONBEKEND},
    )


def _first_time(activity: Activity) -> Found:
    first = activity.eerste_keer
    values = {
        "meegaan": first.iemand_gaat_mee if first else JaNee.ONBEKEND,
        "alleen": first.alleen_komen if first else JaNee.ONBEKEND,
    }
    return (
        {name for name, value in values.items() if value is JaNee.JA},
        {name for name, value in values.items() if value is JaNee.ONBEKEND},
    )


def _checked(activity: Activity, today: date) -> Found:
    fresh = activity.gecontroleerd is not None and today - activity.gecontroleerd.op <= FRESH
    return ({"ja"} if fresh else set()), False
