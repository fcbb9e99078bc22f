"""What an activity can be filtered on. What nobody knows is told apart from no."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from generator.catalogue import Catalogue, Entry
from generator.schedule import coming
from generator.schema import (
    FRESH,
    GRATIS,
    ONLINE,
    UNKNOWN,
    Aanmelden,
    Activity,
    Altijd,
    Dag,
    Dagdeel,
    Doelgroep,
    Eenmalig,
    Herhaald,
    JaNee,
    Location,
    Moment,
    Toegankelijkheid,
)
from generator.text.vocabulary import Vocabulary
from generator.views.finder import VALUES

NOON, EVENING = time(12), time(17, 30)
CHEAP = Decimal(5)  # euro a time


@dataclass(frozen=True, slots=True)
class Facets:
    """One activity. ``yes`` and ``unknown`` hold values by facet; ``next_day`` is the first date from today, if known."""

    themes: tuple[str, ...]
    yes: Mapping[str, frozenset[str]]
    unknown: Mapping[str, frozenset[str]]
    municipality: str
    town: str
    quarter: str
    next_day: date | None


def facets(catalogue: Catalogue, entry: Entry[Activity], today: date, vocabulary: Vocabulary) -> Facets:
    """Return what an activity can be filtered on, on the day ``today``."""
    activity = entry.model
    location = catalogue.locations.get(activity.locatie)
    place = location.model if location else None
    yes: dict[str, frozenset[str]] = {}
    unknown: dict[str, frozenset[str]] = {}
    for name, (is_so, not_known) in {
        "dag": _days(activity),
        "dagdeel": _parts(activity),
        "kosten": _costs(activity),
        "aanmelden": _signing_up(activity),
        "toegankelijk": _access(activity, place),
        "voor": (groups(activity, vocabulary), False),
        "mee": _first_time(activity),
        "gecontroleerd": _checked(activity, today),
    }.items():
        yes[name] = frozenset(is_so)
        unknown[name] = frozenset(VALUES[name] if not_known is True else not_known or ())
    region = catalogue.municipalities[activity.gemeente].model.schoolvakantie_regio
    dates = coming(activity, today, region)
    always_there = today if Dag.MAANDAG in yes["dag"] and not dates else None
    return Facets(
        activity.domeinen,
        yes,
        unknown,
        activity.gemeente,
        place.plaats if place else "",
        (place.wijk or "") if place else "",
        dates[0].day if dates else always_there,
    )


Found = tuple[set[str], bool | set[str]]


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


def _parts(activity: Activity) -> Found:
    parts: set[str] = set()
    for moment in _moments(activity):
        if isinstance(moment, Altijd):
            parts |= set(Dagdeel)
        elif isinstance(moment, Herhaald | Eenmalig) and isinstance(moment.van, time):
            end = moment.tot if isinstance(moment.tot, time) else moment.van
            if moment.van < NOON:
                parts.add("ochtend")
            if moment.van < EVENING and (moment.van >= NOON or end > time(13)):
                parts.add("middag")
            if moment.van >= EVENING or end > time(19):
                parts.add("avond")
    return parts, not parts


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


def groups(activity: Activity, vocabulary: Vocabulary) -> set[str]:
    """Return for whom it is meant in particular: what the author chose, and what the words of ``voor_wie`` say."""
    found = {str(group) for group in activity.doelgroepen or () if group is not Doelgroep.IEDEREEN}
    if activity.voor_wie:
        for phrase in vocabulary.phrases(activity.voor_wie):
            found |= vocabulary.leads[phrase].groups
    return found
