"""The content folder, read a part at a time: what there is once, and what belongs to one municipality with all that it names."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from generator.model.catalogue import Catalogue, Entry, Within, frozen
from generator.model.coach_photos import coach_photos
from generator.model.files import FOLDERS, SINGLES
from generator.model.problem import Problem
from generator.model.schema import Activity, Domain, Draft, Kinds, Municipality, Practice, Referral
from generator.read.folder import PHOTOS, File, bad_photographs, missing_folder, missing_pictogram
from generator.read.load import key_of, read
from generator.read.markdown import written_pages
from generator.read.stock import Note, Stock, stock
from generator.work.cache import Cache, digest, of

DRAWERS = (
    "organisations",
    "locations",
)  # kept by the first letter of their names, since no folder says where they belong
OF_PLACE = ("activities", "drafts", "practices")  # kept in a folder of their municipality
MANY = (*DRAWERS, "activities", "drafts")  # of which one municipality needs its own only
Known = dict[str, Note]


@dataclass(frozen=True)
class Part:
    """What belongs to one municipality: as a catalogue, its own files as entries, and what is wrong with those that cannot be read.

    ``photos`` has the digests of all photographs by name.
    """

    catalogue: Catalogue
    entries: tuple[Entry[Any], ...]
    problems: tuple[Problem, ...]
    photos: Mapping[str, str]

    @property
    def needs(self) -> Iterator[tuple[str, str, str]]:
        """Yield what its activities name elsewhere: the folder, the name and the digest of each."""
        for other in filter(None, map(self.catalogue.activities.get, self._others())):
            it = other.model  # shown with what it names itself
            for folder, id_ in (
                ("organisations", it.organisatie),
                ("locations", it.locatie),
                ("municipalities", it.gemeente),
            ):
                getattr(self.catalogue, folder).get(id_)
        for folder in ("organisations", "locations", "activities", "municipalities"):
            entries = getattr(self.catalogue, folder)
            if isinstance(entries, Within):
                yield from ((folder, id_, mark) for id_, mark in entries.asked.items())
        named = {entry.model.foto.bestand for entry in self.catalogue.activities.values() if entry.model.foto}
        places, practices = self.catalogue.municipalities.values(), self.catalogue.practices.values()
        here: list[Municipality | Practice] = [*(one.model for one in places), *(one.model for one in practices)]
        named |= {photo.bestand for model in here for _, photo in coach_photos(model)}
        yield from ((PHOTOS, name, self.photos.get(name, "")) for name in named)

    def _others(self) -> tuple[str, ...]:
        activities = self.catalogue.activities
        return tuple(activities.asked) if isinstance(activities, Within) else ()


class Content:
    """Reads a content folder. What was read is remembered in ``cache``, in a part for each municipality and each letter."""

    def __init__(
        self,
        folder: Path,
        cache: Cache,
        version: str,
        progress: Callable[[int], None] = lambda _count: None,
        seen: Stock | None = None,
        jobs: int = 1,
    ) -> None:
        """Look what there is, where that was not ``seen`` already.

        ``version`` is a digest of the code that reads, ``progress`` gets how many files were opened, over ``jobs`` processes.
        """
        self.folder = folder
        self.cache = cache
        self.version = version
        nothing = Stock((), {}, {}, (missing_folder(folder),), {})
        self.stock: Stock = seen or (self._look(progress, jobs) if folder.is_dir() else nothing)
        self.files: Mapping[str, Mapping[str, File]] = self._by_folder()
        self.unreadable: set[str] = set()
        self._read: dict[str, Entry[Any] | tuple[Problem, ...]] = {}
        self._parts: dict[str, Part] = {}

    def _look(self, progress: Callable[[int], None], jobs: int) -> Stock:
        """Return what lies there. What was noted is kept in two parts: most of it, and the little that changed since."""
        most, since = f"voorraad {self.folder.absolute()}", f"voorraad sinds {self.folder.absolute()}"
        noted = self.cache.get(most, of(Known)) or {}
        later = self.cache.get(since, of(Known)) or {}
        found = stock(self.folder, {**noted, **later}, progress, jobs)
        new = {path: note for path, note in found.notes.items() if noted.get(path) != note}
        if len(new) > len(noted) // 10:
            self.cache.put(most, found.notes)
            new = {}
        if new != later:
            self.cache.put(since, new)
        return found

    def _by_folder(self) -> dict[str, dict[str, File]]:
        found: dict[str, dict[str, File]] = {name: {} for name in (*(kind.name for kind in FOLDERS), "")}
        for file in self.stock.files:
            found[file.folder][file.id] = file
        return found

    def digest_of(self, folder: str, id_: str) -> str:
        """Return the digest that an entry has, without reading it; nothing where there is none."""
        if folder == PHOTOS:
            return self.stock.photos.get(id_, "")
        file = self.files[folder].get(id_)
        return key_of(file, self.version, self.stock.marks[file.path]) if file else ""

    def read(self, file: File) -> Entry[Any] | tuple[Problem, ...]:
        """Return a file as an entry, or what is wrong with it; read once."""
        found = self._read.get(file.path)
        if found is None:
            cache = self.cache.part(drawer(file)).load() if file.folder in MANY else self.cache
            found = self._read[file.path] = read(file, self.stock.marks[file.path], cache, self.version)
            if not isinstance(found, Entry):
                self.unreadable.add(f"{file.folder}/{file.id}")
        return found

    def entry(self, folder: str, id_: str) -> Entry[Any] | None:
        """Return one entry by its name; None where it is not there or cannot be read."""
        file = self.files[folder].get(id_)
        found = self.read(file) if file else None
        return found if isinstance(found, Entry) else None

    def forget(self) -> None:
        """Let go of what was read: it can be read again."""
        for part in self._parts.values():
            part.catalogue.remembered.clear()  # it knows the catalogue: neither would go by itself
        self._parts = {}
        self._read = {}
        self.cache.forget()

    @cached_property
    def general(self) -> tuple[Catalogue | None, tuple[Problem, ...]]:
        """Return what there is once, with all municipalities, practices and themes and no activities; None without settings."""
        problems = [*self.stock.problems]
        pages = written_pages(self.folder, problems, self.cache, self.version) if self.folder.is_dir() else ()
        here = [*(kind.name for kind in FOLDERS if kind.name not in MANY), ""]
        found = self._sound([file for folder in here for file in self.files[folder].values()], problems)
        for entry in found:
            if isinstance(entry.model, Domain | Kinds | Referral):
                problems += filter(None, [missing_pictogram(entry)])
        if not all(any(isinstance(entry.model, kind.model) for entry in found) for kind in SINGLES if kind.required):
            return None, tuple(problems)
        values: dict[str, Any] = {}
        for kind in FOLDERS:
            own = frozen(entry for entry in found if isinstance(entry.model, kind.model))
            values[kind.attribute] = self._within(kind.name, own) if kind.name in MANY else own
        for single in SINGLES:
            the_one = [entry for entry in found if isinstance(entry.model, single.model)]
            values |= dict.fromkeys([single.attribute], the_one[0]) if the_one else {}
        return Catalogue(pages=pages, unreadable=frozenset(self.unreadable), **values), tuple(problems)

    def _within(self, folder: str, own: Mapping[str, Entry[Any]]) -> Within[Any]:
        return Within(own, partial(self.entry, folder), self.files[folder].keys())

    def _sound(self, to_read: Iterable[File], problems: list[Problem]) -> list[Entry[Any]]:
        """Return the files that can be read; what is wrong with the others is added to ``problems``."""
        found = []
        for file in to_read:
            one = self.read(file)
            if isinstance(one, Entry):
                found.append(one)
            else:
                problems.extend(one)
        return found

    @cached_property
    def drawers(self) -> Mapping[str, tuple[File, ...]]:
        """Return the organisations and locations by their drawers."""
        found: dict[str, list[File]] = {}
        for folder in DRAWERS:
            for file in self.files[folder].values():
                found.setdefault(drawer(file), []).append(file)
        return {name: tuple(files) for name, files in found.items()}

    def drawer(self, name: str) -> tuple[list[Entry[Any]], tuple[Problem, ...]]:
        """Return what lies in a drawer, and what is wrong with what cannot be read."""
        problems: list[Problem] = []
        return self._sound(self.drawers[name], problems), tuple(problems)

    @cached_property
    def by_place(self) -> Mapping[str, tuple[File, ...]]:
        """Return the files in a folder of a municipality, by that name; municipalities without any included."""
        found: dict[str, list[File]] = {id_: [] for id_ in self.files["municipalities"]}
        for folder in OF_PLACE:
            for file in self.files[folder].values():
                found.setdefault(file.id.partition("/")[0], []).append(file)
        return {place: tuple(files) for place, files in sorted(found.items())}

    def own_key(self, place: str) -> str:
        """Return a digest of the own files of a municipality."""
        marks = (f"{file.path} {self.stock.marks[file.path]}" for file in self.by_place.get(place, ()))
        return digest(self.version, self.digest_of("municipalities", place), *marks)

    def part(self, place: str, located: Iterable[str]) -> Part:
        """Return what belongs to a municipality; ``located`` are the names of the locations in it. There must be settings.

        It is the same one until :meth:`forget`: what is worked out to judge it serves to make it.
        """
        if place not in self._parts:
            self._parts[place] = self._part(place, located)
        return self._parts[place]

    def _part(self, place: str, located: Iterable[str]) -> Part:
        general, _ = self.general
        assert general  # noqa: S101 - whoever asks has looked
        problems: list[Problem] = []
        files = self.by_place.get(place, ())
        found = self._sound([file for file in files if file.folder in MANY], problems)
        found += (entry for entry in general.practices.values() if entry.id.partition("/")[0] == place)
        activities = frozen(entry for entry in found if isinstance(entry.model, Activity))
        lying = frozen(filter(None, (self.entry("locations", id_) for id_ in located)))
        practices = [entry for entry in found if isinstance(entry.model, Practice)]
        here = filter(None, [general.municipalities.get(place)])
        for entry in (*activities.values(), *lying.values(), *practices, *here):
            problems += bad_photographs(entry, self.folder, self.cache.part(place).load(), self.version)
        own_place = {id_: entry for id_, entry in general.municipalities.items() if id_ == place}
        own = replace(
            general,
            municipalities=Within(own_place, general.municipalities.get, general.municipalities.keys()),
            organisations=self._within("organisations", {}),
            locations=self._within("locations", lying),
            activities=self._within("activities", activities),
            practices=frozen(entry for entry in found if isinstance(entry.model, Practice)),
            drafts=frozen(entry for entry in found if isinstance(entry.model, Draft)),
            unreadable=frozenset(self.unreadable),
        )
        return Part(own, tuple(found), tuple(problems), self.stock.photos)


def drawer(file: File) -> str:
    """Return the name of the part of the cache in which a file is remembered."""
    if file.folder in DRAWERS:
        return f"{file.folder}.{file.id[0]}"
    return file.id.partition("/")[0]
