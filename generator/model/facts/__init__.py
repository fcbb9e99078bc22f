"""What a visitor wants to know of an activity: one module a fact, in the order in which they are told.

Cards, pages, leaves, calendars, the score, the work-list, the overview and the filters are loops over :data:`FACTS` and decide nothing
themselves. A fact is added by a module here (docs/architecture.md).
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from generator.model.facts import (
    access,
    company,
    costs,
    declared,
    first_visit,
    for_whom,
    languages,
    reach,
    signing_up,
    travel,
    when,
    where,
)
from generator.model.facts.base import Fact, Found, Gap, On, Said
from generator.model.resolved import Resolved

FACTS: tuple[Fact, ...] = (
    when.FACT,
    where.FACT,
    costs.FACT,
    signing_up.FACT,
    company.FACT,
    for_whom.FACT,
    languages.FACT,
    *declared.FACTS,
    *first_visit.FACTS,
    travel.FACT,
    reach.FACT,
    *access.FACTS,
)
WHOLE = 100

__all__ = ["FACTS", "WHOLE", "Fact", "Found", "Gap", "On", "Said", "gaps", "offered", "said", "score"]


def said(it: Resolved, on: On) -> Iterator[tuple[Fact, Said]]:
    """Yield what an activity says of each fact that is told somewhere, in their order."""
    return ((fact, fact.say(it)) for fact in told_on(on))


@lru_cache
def told_on(on: On) -> tuple[Fact, ...]:
    """Return the facts that are told somewhere, in their order."""
    return tuple(fact for fact in FACTS if fact.on & on)


def gaps(it: Resolved) -> tuple[Gap, ...]:
    """Return everything that nobody knows of an activity."""
    return it.once("gaps", lambda one: tuple(gap for fact in FACTS for gap in fact.say(one).gaps))


def score(it: Resolved) -> tuple[int, tuple[str, ...]]:
    """Return how complete an activity is, 0 to 100, and the names of what is missing and weighs."""
    return it.once("score", _score)


def _score(it: Resolved) -> tuple[int, tuple[str, ...]]:
    missing = [gap for gap in gaps(it) if gap.weight]
    return WHOLE - sum(gap.weight for gap in missing), tuple(gap.name for gap in missing)


def offered(it: Resolved, today: date) -> Mapping[str, Found]:
    """Return the values of an activity by facet ("dag", "dagdeel", "kosten", …) on the day ``today``."""
    return it.once(("offered", today), lambda one: _offered(one, today))


def _offered(it: Resolved, today: date) -> Mapping[str, Found]:
    found: dict[str, Found] = {}
    for fact in FACTS:
        for facet, (values, unknown) in fact.offers(it).items():
            before, still = found.get(facet, (set(), False if isinstance(unknown, bool) else set()))
            both = unknown or still if isinstance(unknown, bool) or isinstance(still, bool) else unknown | still
            found[facet] = (before | values, both)
    return {**found, "gecontroleerd": ({"ja"} if it.evidence(today).fresh else set(), False)}
