"""What is still to be asked: a score from 0 to 100 with its reasons.

What is missing weighs what it means to somebody who decides whether to go (``model.facts``).
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from generator.dutch.sentences import listing
from generator.judge.rules.base import warning
from generator.model.catalogue import Catalogue, Entry, is_stopped
from generator.model.facts import score
from generator.model.problem import Problem
from generator.model.resolved import joined
from generator.model.schema import Activity

CODES = {"A130": "Alles wat een bezoeker wil weten, is bekend."}


@lru_cache(maxsize=2)
def scores(catalogue: Catalogue) -> Mapping[str, tuple[int, tuple[str, ...]]]:
    """Return the score of every activity by its id, worked out once."""
    return {id_: score(joined(catalogue, entry)) for id_, entry in catalogue.activities.items()}


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
