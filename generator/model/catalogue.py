"""Everything that was read, frozen and sorted, with the look-ups that rules and views need."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from generator.dutch.language import Language
from generator.dutch.vocabulary import Vocabulary
from generator.model.problem import Loc
from generator.model.schema import (
    Activity,
    Agreements,
    Domain,
    Draft,
    Experience,
    Gestopt,
    JaNee,
    Kinds,
    Location,
    Model,
    Municipality,
    Organisation,
    Practice,
    Questions,
    Referral,
    Referrers,
    Results,
    Safety,
    Settings,
    Soort,
    Sources,
    Synonyms,
    Tongue,
)
from generator.model.schema.base import TALEN
from generator.model.summary import Summary

M_co = TypeVar("M_co", bound=Model, covariant=True)
# With a page and two calendars for each of so many activities a site stays below the 20,000 files that hosts take for nothing.
MOST_CALENDARS = 5_000
MOST_DATA = 3_000
MOST_ABROAD = 1_000


@dataclass(frozen=True, slots=True)
class Entry(Generic[M_co]):
    """One file: its id, where it is, what it says, and where each value stands.

    ``path`` is for people (problems); ``digest`` changes when the bytes or the reading of them change. ``cut`` has the values behind
    which YAML left something out as a remark.
    """

    id: str
    path: str
    digest: str
    model: M_co
    positions: Mapping[Loc, tuple[int, int]] = field(repr=False, compare=False)
    cut: tuple[Loc, ...] = field(default=(), repr=False, compare=False)

    @property
    def slug(self) -> str:
        """Return the last part of the id: the name of the file."""
        return self.id.rpartition("/")[2]


Entries = Mapping[str, Entry[M_co]]


def frozen(entries: Iterable[Entry[M_co]]) -> Entries[M_co]:
    """Return the entries by id, in the order of their ids."""
    return MappingProxyType({entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)})


class Within(Mapping[str, Entry[M_co]]):
    """The entries of a part of the content, and the way to those elsewhere that they name.

    Who goes over it meets its own only; who asks for a name finds it wherever it is. ``asked`` notes what was found elsewhere, by its
    digest, and ``names`` are all that there are.
    """

    __slots__ = ("_elsewhere", "_own", "asked", "names")

    def __init__(
        self, own: Entries[M_co], elsewhere: Callable[[str], Entry[M_co] | None], names: Collection[str] = ()
    ) -> None:
        """Keep its own entries; ``elsewhere`` gives another, or None where there is none."""
        self._own = own
        self._elsewhere = elsewhere
        self.asked: dict[str, str] = {}
        self.names = names or own.keys()

    def __getitem__(self, id_: str) -> Entry[M_co]:
        """Return an entry. Raises KeyError where there is none anywhere."""
        found = self._own.get(id_)
        if found is None:
            found = self._elsewhere(id_)
            if found is None:
                raise KeyError(id_)
            self.asked[id_] = found.digest
        return found

    def __iter__(self) -> Iterator[str]:
        """Go over the names of its own entries."""
        return iter(self._own)

    def __len__(self) -> int:
        """Return how many are its own."""
        return len(self._own)


def names_in(entries: Entries[M_co]) -> tuple[str, ...]:
    """Return every name that may be asked for, for who looks for the one that was meant."""
    return tuple(entries.names if isinstance(entries, Within) else entries)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The content folder as one value, or the part of it that is about one municipality. References may dangle until the rules have looked.

    ``known`` has every municipality in numbers where most of their activities are not here: those that are, are examples.
    ``unreadable`` holds the files that are there and could not be read ("organisations/koor"): their own problems say
    why, and nobody else needs to complain that they are missing.
    """

    settings: Entry[Settings]
    referral: Entry[Referral]
    referrers: Entry[Referrers]
    domains: Entries[Domain]
    municipalities: Entries[Municipality]
    organisations: Entries[Organisation]
    locations: Entries[Location]
    practices: Entries[Practice]
    activities: Entries[Activity]
    drafts: Entries[Draft]
    results: Entries[Results] = field(default_factory=dict)
    experiences: Entries[Experience] = field(default_factory=dict)
    languages: Entries[Tongue] = field(default_factory=dict)
    pages: tuple[str, ...] = ()
    kinds: Entry[Kinds] | None = None
    synonyms: Entry[Synonyms] | None = None
    safety: Entry[Safety] | None = None
    questions: Entry[Questions] | None = None
    agreements: Entry[Agreements] | None = None
    sources: Entry[Sources] | None = None
    unreadable: frozenset[str] = frozenset()
    known: Mapping[str, Summary] | None = None

    @cached_property
    def by_municipality(self) -> Mapping[str, tuple[Entry[Activity], ...]]:
        """Return each municipality's activities, in the order of their ids; empty ones included."""
        found: dict[str, list[Entry[Activity]]] = {id_: [] for id_ in self.municipalities}
        for entry in self.activities.values():
            found.setdefault(entry.model.gemeente, []).append(entry)
        return {id_: tuple(entries) for id_, entries in found.items()}

    @cached_property
    def locations_in(self) -> Mapping[str, tuple[Entry[Location], ...]]:
        """Return each municipality's locations, in the order of their ids."""
        found: dict[str, list[Entry[Location]]] = {id_: [] for id_ in self.municipalities}
        for entry in self.locations.values():
            found.setdefault(entry.model.gemeente, []).append(entry)
        return {id_: tuple(entries) for id_, entries in found.items()}

    @cached_property
    def formers(self) -> Mapping[str, str]:
        """Return where municipalities are now that there are no more, by the names that they had."""
        return {old: entry.id for entry in self.municipalities.values() for old in entry.model.vroeger}

    @cached_property
    def own_calendars(self) -> bool:
        """Tell whether every activity has calendar files of its own; else its municipality keeps them together."""
        asked = self.settings.model.agenda_per_activiteit
        names = self.activities.names if isinstance(self.activities, Within) else self.activities
        return asked is JaNee.JA or (asked is JaNee.ONBEKEND and len(names) <= MOST_CALENDARS)

    @property
    def tongues(self) -> tuple[str, ...]:
        """Return the codes of the languages in which the site is too: those that it chose, else all where that is not too many pages."""
        chosen = self.settings.model.talen
        if chosen is not None:
            return chosen
        names = self.activities.names if isinstance(self.activities, Within) else self.activities
        return TALEN if len(names) <= MOST_ABROAD else ()

    @property
    def own_data(self) -> bool:
        """Tell whether every activity has files of data of its own: with two more files each, a site stays below what hosts take."""
        names = self.activities.names if isinstance(self.activities, Within) else self.activities
        return self.own_calendars and len(names) <= MOST_DATA

    @cached_property
    def remembered(self) -> dict[Any, Any]:
        """Return an empty table for what is worked out of this catalogue more than once: it goes when the catalogue goes."""
        return {}

    @cached_property
    def kind_of(self) -> Mapping[str, Soort]:
        """Return every kind of activity by its id, in the order of the ids."""
        return dict(sorted(self.kinds.model.soorten.items())) if self.kinds else {}

    def kinds_above(self, id_: str) -> set[str]:
        """Return every kind that a kind falls under; itself too, if that goes round in a circle."""
        found: set[str] = set()
        to_see = [id_]
        while to_see:
            above = self.kind_of[to_see.pop()].hoort_bij
            new = {kind for kind in above if kind in self.kind_of} - found
            found |= new
            to_see += new
        return found

    def vocabulary(self, language: Language) -> Vocabulary:
        """Return the words of the kinds and synonyms, which ``language`` analyses."""
        other = self.synonyms.model if self.synonyms else Synonyms(synoniemen=())
        return Vocabulary(self.kind_of, self.kinds_above, other.synoniemen, other.loos, language)

    @cached_property
    def ordered_domains(self) -> tuple[Entry[Domain], ...]:
        """Return the themes in their own order."""
        return tuple(sorted(self.domains.values(), key=lambda entry: (entry.model.volgorde, entry.id)))

    @cached_property
    def named_municipalities(self) -> tuple[Entry[Municipality], ...]:
        """Return the municipalities by name."""
        return tuple(sorted(self.municipalities.values(), key=lambda entry: (entry.model.naam, entry.id)))

    def practices_in(self, municipality: str) -> tuple[Entry[Practice], ...]:
        """Return the practices of a municipality, by name."""
        found = [entry for entry in self.practices.values() if entry.model.gemeente == municipality]
        return tuple(sorted(found, key=lambda entry: (entry.model.naam, entry.id)))


def is_stopped(activity: Activity) -> bool:
    """Tell whether an activity has ended: it keeps its page and leaves the lists."""
    return isinstance(activity.loopt, Gestopt)
