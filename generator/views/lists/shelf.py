"""What stands in the lists on a day: worked out once, used by every list."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.model.catalogue import Catalogue, Entry
from generator.model.resolved import Resolved
from generator.model.schema import Activity


@dataclass(frozen=True)
class Shelf:
    """The listed activities, by title: of each municipality, and all together."""

    by_place: Mapping[str, tuple[Entry[Activity], ...]]
    everything: tuple[Entry[Activity], ...]
    counts: Mapping[tuple[str, str], int]

    def amount(self, place: str, theme: str = "") -> int:
        """Return how many activities a municipality has, in all or of one theme."""
        return self.counts[place, theme] if theme else len(self.by_place[place])


@lru_cache(maxsize=2)
def shelf(catalogue: Catalogue, today: date) -> Shelf:
    """Return what stands in the lists of a catalogue on the day ``today``."""
    by_place = {
        place: tuple(
            sorted((entry for entry in entries if Resolved(catalogue, entry).evidence(today).listed), key=_by_title)
        )
        for place, entries in catalogue.by_municipality.items()
    }
    everything = tuple(sorted((entry for entries in by_place.values() for entry in entries), key=_by_title))
    counts = Counter((entry.model.gemeente, theme) for entry in everything for theme in entry.model.domeinen)
    return Shelf(by_place, everything, counts)


def _by_title(entry: Entry[Activity]) -> tuple[str, str]:
    return entry.model.titel.casefold(), entry.id
