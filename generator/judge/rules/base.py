"""What every rule module uses: where a problem stands, and how it is made."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model.catalogue import Catalogue, Entry
from generator.model.files import FOLDERS, SINGLES
from generator.model.problem import Loc, Problem, Severity
from generator.model.schema import Activity, Model


@dataclass(frozen=True, slots=True)
class Earlier:
    """An address that an activity had before, and where its file says so."""

    address: str
    id: str
    path: str
    line: int
    column: int


@dataclass(frozen=True)
class Named:
    """What the activities of a whole country name: for the rules that look at all of it, and need no more of it than this.

    ``paths`` has the file of each activity by its address. ``unsure`` tells whether there are files of activities that cannot be read.
    """

    organisations: frozenset[str]
    locations: frozenset[str]
    earlier: tuple[Earlier, ...]
    paths: Mapping[str, str]
    unsure: bool


def earlier_in(entries: Iterable[Entry[Activity]]) -> Iterator[Earlier]:
    """Yield every address that activities had before."""
    for entry in entries:
        for index, name in enumerate(entry.model.vroeger_adres):
            line, column = entry.positions.get(("vroeger_adres", index), (1, 1))
            yield Earlier(name, entry.id, entry.path, line, column)


def named_in(catalogue: Catalogue) -> Named:
    """Return what the activities of a catalogue name."""
    activities = catalogue.activities.values()
    return Named(
        frozenset(entry.model.organisatie for entry in activities),
        frozenset(entry.model.locatie for entry in activities),
        tuple(earlier_in(activities)),
        {entry.id: entry.path for entry in activities},
        any(name.startswith("activities/") for name in catalogue.unreadable),
    )


def problem(entry: Entry[Any], loc: Loc, code: str, message: str, hint: str) -> Problem:
    """Return an error at the place of ``loc`` in the entry's file."""
    return _at(entry, loc, code, message, hint, Severity.ERROR)


def warning(entry: Entry[Any], loc: Loc, code: str, message: str, hint: str) -> Problem:
    """Return a warning at the place of ``loc`` in the entry's file."""
    return _at(entry, loc, code, message, hint, Severity.WARNING)


def _at(entry: Entry[Any], loc: Loc, code: str, message: str, hint: str, severity: Severity) -> Problem:
    while loc and loc not in entry.positions:
        loc = loc[:-1]
    line, column = entry.positions.get(loc, (1, 1))
    return Problem(entry.path, line, column, code, message, hint, severity)


def all_entries(catalogue: Catalogue) -> Iterator[Entry[Any]]:
    """Yield every entry of every kind, those of which there is one included."""
    for folder in FOLDERS:
        yield from getattr(catalogue, folder.attribute).values()
    for single in SINGLES:
        if entry := getattr(catalogue, single.attribute):
            yield entry


def texts_of(entry: Entry[Any]) -> tuple[tuple[Loc, str], ...]:
    """Return every string in an entry with its place: several rules read them one after the other, so the last ones are remembered."""
    found = _TEXTS.get(entry.digest)
    if found is None:
        if len(_TEXTS) >= MOST_TEXTS:
            _TEXTS.clear()
        found = _TEXTS[entry.digest] = tuple(texts(entry.model))
    return found


_TEXTS: dict[str, tuple[tuple[Loc, str], ...]] = {}
MOST_TEXTS = 512  # files; more than are judged together


def texts(model: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield every string in a model with its place, whatever it means."""
    if isinstance(model, str):
        yield loc, model
        return
    inside = (
        model.__dict__.items() if isinstance(model, Model) else enumerate(model) if isinstance(model, tuple) else ()
    )
    for name, value in inside:
        if isinstance(value, str):
            yield (*loc, name), value
        elif value is not None:
            yield from texts(value, (*loc, name))
