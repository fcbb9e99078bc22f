"""What is still to be asked: a score from 0 to 100 with its reasons.

Each fact weighs what it means to somebody who decides whether to go: when, where and how to join weigh most.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.dutch.sentences import listing
from generator.judge.rules.base import warning
from generator.model.catalogue import Catalogue, Entry, is_stopped
from generator.model.problem import Problem
from generator.model.schema import UNKNOWN, Aanmelden, Activity, Eenmalig, Herhaald, InWoorden, JaNee

CODES = {"A130": "Alles wat een bezoeker wil weten, is bekend."}
ENOUGH = 100


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a visitor wants to know: its name, its weight, and when it is known."""

    name: str
    weight: int
    known: Callable[[Catalogue, Activity], bool]


def _day(_: Catalogue, activity: Activity) -> bool:
    return not isinstance(activity.wanneer, str) and not all(isinstance(m, InWoorden) for m in activity.wanneer)


def _time(_: Catalogue, activity: Activity) -> bool:
    if isinstance(activity.wanneer, str):
        return False
    timed = [m for m in activity.wanneer if isinstance(m, Herhaald | Eenmalig)]
    return _day(_, activity) and all(m.van != UNKNOWN for m in timed)


def _end(_: Catalogue, activity: Activity) -> bool:
    timed = [] if isinstance(activity.wanneer, str) else activity.wanneer
    return _time(_, activity) and all(m.tot != UNKNOWN for m in timed if isinstance(m, Herhaald | Eenmalig))


def _place(_: Catalogue, activity: Activity) -> bool:
    return activity.locatie != UNKNOWN


def _street(catalogue: Catalogue, activity: Activity) -> bool:
    location = catalogue.locations.get(activity.locatie)
    return location.model.adres is not None if location else _place(catalogue, activity)


def _costs(_: Catalogue, activity: Activity) -> bool:
    return activity.kosten != UNKNOWN


def _signing_up(_: Catalogue, activity: Activity) -> bool:
    return activity.aanmelden is not Aanmelden.ONBEKEND


def _reachable(catalogue: Catalogue, activity: Activity) -> bool:
    return bool(catalogue.contact_of(activity).model_dump(exclude_none=True))


def _alone(_: Catalogue, activity: Activity) -> bool:
    return activity.eerste_keer is not None and activity.eerste_keer.alleen_komen is not JaNee.ONBEKEND


def _wheelchair(catalogue: Catalogue, activity: Activity) -> bool:
    location = catalogue.locations.get(activity.locatie)
    facts = activity.toegankelijkheid or (location.model.toegankelijkheid if location else None)
    return facts is not None and facts.rolstoel is not JaNee.ONBEKEND


FACTS = (
    Fact("dag", 18, _day),
    Fact("tijd", 12, _time),
    Fact("eindtijd", 4, _end),
    Fact("plek", 16, _place),
    Fact("straat", 6, _street),
    Fact("kosten", 12, _costs),
    Fact("aanmelden", 12, _signing_up),
    Fact("telefoon, mail of website", 10, _reachable),
    Fact("of u alleen kunt komen", 5, _alone),
    Fact("rolstoel", 5, _wheelchair),
)


def score(catalogue: Catalogue, activity: Activity) -> tuple[int, tuple[str, ...]]:
    """Return how complete an activity is, 0 to 100, and the names of the facts that are missing."""
    missing = tuple(fact for fact in FACTS if not fact.known(catalogue, activity))
    return ENOUGH - sum(fact.weight for fact in missing), tuple(fact.name for fact in missing)


@lru_cache(maxsize=2)
def scores(catalogue: Catalogue) -> Mapping[str, tuple[int, tuple[str, ...]]]:
    """Return the score of every activity by its id, worked out once."""
    return {id_: score(catalogue, entry.model) for id_, entry in catalogue.activities.items()}


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield one warning an activity that misses something."""
    del today
    for entry in catalogue.activities.values():
        if not is_stopped(entry.model):
            yield from _missing(catalogue, entry)


def _missing(catalogue: Catalogue, entry: Entry[Activity]) -> Iterator[Problem]:
    points, missing = scores(catalogue)[entry.id]
    if missing:
        message = f"nog navragen: {listing(missing)} (compleet: {points} van 100)."
        yield warning(entry, (), "A130", message, "Bel of mail de organisatie en vul het aan.")
