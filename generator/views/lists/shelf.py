"""What stands in the lists on a day, and in which order: worked out once, used by every list.

The surest comes first, then what is held soonest, then what is known best; never the alphabet. What nobody can be asked about comes last.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import Sure
from generator.model.facts import score
from generator.model.resolved import Resolved, joined
from generator.model.schema import Activity
from generator.model.when import Occurrence, always

THIS_WEEK = 7  # days, today the first


@dataclass(frozen=True, slots=True)
class Shelved:
    """An activity in the lists: how sure we are, and the next time that it is held where that may be said."""

    entry: Entry[Activity]
    sure: Sure
    next: Occurrence | None
    order: tuple[object, ...]


@dataclass(frozen=True)
class Shelf:
    """The listed activities in their order: of each municipality, and all together.

    ``old`` are those of which all that we have is too old for a list: they keep their page, and the search finds them.
    """

    by_place: Mapping[str, tuple[Entry[Activity], ...]]
    everything: tuple[Entry[Activity], ...]
    counts: Mapping[tuple[str, str], int]
    known: Mapping[str, Shelved]
    old: Mapping[str, tuple[Entry[Activity], ...]]

    @property
    def found(self) -> Mapping[str, tuple[Entry[Activity], ...]]:
        """Return what the search finds in each municipality: what stands in the lists, and after that what is too old for them."""
        return {place: (*entries, *self.old[place]) for place, entries in self.by_place.items()}

    def amount(self, place: str, theme: str = "") -> int:
        """Return how many activities a municipality has, in all or of one theme."""
        return self.counts[place, theme] if theme else len(self.by_place[place])


@dataclass(frozen=True, slots=True)
class Parts:
    """A list in its three parts: what one can go to this week, what else there is, and what has to be asked about first."""

    week: tuple[Shelved, ...]
    rest: tuple[Shelved, ...]
    older: tuple[Shelved, ...]

    @property
    def all(self) -> tuple[Shelved, ...]:
        """Return everything, in order."""
        return (*self.week, *self.rest, *self.older)


@lru_cache(maxsize=2)
def shelf(catalogue: Catalogue, today: date) -> Shelf:
    """Return what stands in the lists of a catalogue on the day ``today``."""
    by_place: dict[str, tuple[Entry[Activity], ...]] = {}
    old: dict[str, tuple[Entry[Activity], ...]] = {}
    known: dict[str, Shelved] = {}
    for place, entries in catalogue.by_municipality.items():
        running = [shelved(joined(catalogue, entry), today) for entry in entries if _runs(catalogue, entry)]
        running.sort(key=lambda one: one.order)
        known |= {one.entry.id: one for one in running}
        by_place[place] = tuple(one.entry for one in running if one.sure is not Sure.EXPIRED)
        old[place] = tuple(one.entry for one in running if one.sure is Sure.EXPIRED)
    everything = tuple(
        sorted((entry for entries in by_place.values() for entry in entries), key=lambda entry: known[entry.id].order)
    )
    counts = Counter((entry.model.gemeente, theme) for entry in everything for theme in entry.model.domeinen)
    return Shelf(by_place, everything, counts, known, old)


def _runs(catalogue: Catalogue, entry: Entry[Activity]) -> bool:
    return not joined(catalogue, entry).is_stopped


def shelved(it: Resolved, today: date) -> Shelved:
    """Return an activity with its place in the order of the lists on the day ``today``."""
    sure = it.evidence(today).sure
    dated = sure.rank <= Sure.SOURCE.rank
    dates = it.coming(today) if dated else ()
    first = dates[0] if dates else None
    there = always(it.model.wanneer)
    soon = first.day if first else today if there else date.max
    points, _ = score(it)
    return Shelved(it.entry, sure, first, (not it.reachable and not there, sure.rank, soon, -points, it.entry.id))


def parts(catalogue: Catalogue, entries: Sequence[Entry[Activity]], today: date) -> Parts:
    """Return listed activities in their three parts. This week has real dates only, of what is sure or has a recent source."""
    known = shelf(catalogue, today).known
    week: list[Shelved] = []
    rest: list[Shelved] = []
    older: list[Shelved] = []
    for entry in entries:
        one = known[entry.id]
        if one.sure.rank > Sure.SOURCE.rank:
            older.append(one)
        else:
            (week if _this_week(one, today) else rest).append(one)
    week.sort(key=lambda one: (one.next.day, _start(one.next)) if one.next else (date.max, ""))
    return Parts(tuple(week), tuple(rest), tuple(older))


def ordered(catalogue: Catalogue, place: str, today: date, theme: str = "") -> list[Entry[Activity]]:
    """Return what stands in the list of a municipality, in all or of a theme, in its order: worked out once for each language and each page."""
    key = ("ordered", place, today, theme)
    if key not in catalogue.remembered:
        here = [one for one in shelf(catalogue, today).by_place[place] if theme in ("", *one.model.domeinen)]
        catalogue.remembered[key] = [one.entry for one in parts(catalogue, here, today).all]
    found: list[Entry[Activity]] = catalogue.remembered[key]
    return found


def _this_week(one: Shelved, today: date) -> bool:
    return one.next is not None and one.next.day < today + timedelta(days=THIS_WEEK)


def _start(one: Occurrence) -> str:
    return one.start.isoformat() if one.start else "~"  # after what has a time
