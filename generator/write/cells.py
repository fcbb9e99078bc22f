"""The work of a build, a municipality at a time: what has to be judged again, what has to be made again, and the doing of it.

A process takes one municipality, does all of it, and lets go of it. What it leaves is small: what is wrong (:class:`Judged`), and what the
pages over all municipalities say of it (:class:`~generator.write.plan.Cell`).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from generator.find.store import Learnt, Store, Words
from generator.give import form_rules
from generator.judge import rules
from generator.judge.rules.base import Earlier, Named, earlier_in
from generator.model.catalogue import Catalogue, Entry, is_stopped
from generator.model.coach_photos import coach_photos
from generator.model.neighbours import Distances, Neighbour, distances, neighbours
from generator.model.problem import Problem, errors
from generator.model.resolved import Worked, resolved
from generator.model.schema import Activity, Location, Organisation
from generator.read.content import Content, Part
from generator.views.lists.summary import summaries
from generator.work.cache import Cache, digest, of
from generator.work.page import Page
from generator.work.spread import spread
from generator.write import codes, data
from generator.write.calendars import Calendars, Ledger
from generator.write.keys import Keys
from generator.write.plan import Cell, Frame, Guest, Plan
from generator.write.sections import data_key, place_addresses, place_files
from generator.write.sheets import Printer
from generator.write.tree import Done, Trees

Needs = tuple[tuple[str, str, str], ...]  # the folder, the name and the digest of each thing that is named
ENOUGH = 500  # files of activities worth a second process
FEW = 1500  # files that may stay in memory when they were read


@dataclass(frozen=True, slots=True)
class Drawer:
    """What lies in a drawer of organisations or locations: the name of each organisation, and the municipality of each location."""

    names: Mapping[str, str]
    places: Mapping[str, str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found of a municipality: under which ``key``, what it ``needs`` elsewhere with the digest of each, and what its activities name.

    ``sound`` tells whether pages can be made of it, ``warnings`` how much else is wrong, ``running`` whether anything has not ended, and ``listed``
    how much stands in the lists on the day: in all (under an empty name) and by theme.
    """

    key: str
    needs: Needs
    sound: bool
    warnings: int
    organisations: tuple[str, ...]
    locations: tuple[str, ...]
    photos: tuple[str, ...]
    earlier: tuple[Earlier, ...]
    unreadable: bool
    running: bool
    listed: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making the pages of a municipality."""

    cell: Cell
    done: Done
    notes: tuple[str, ...]
    learnt: Learnt


class Cells:
    """The municipalities of a content folder on a day, judged and made as far as that has to be done again."""

    def __init__(self, content: Content, today: date, jobs: int, worked: Worked) -> None:
        """Keep what a build needs; ``worked`` is what an earlier one worked out. There must be settings."""
        general, _ = content.general
        assert general  # noqa: S101 - whoever builds has looked
        self.content = content
        self.general: Catalogue = general
        self.today = today
        self.jobs = jobs
        self.worked = worked
        self.cache: Cache = content.cache
        self.version = content.version
        once = [entry.digest for entry in rules.once(general)]
        self.common = digest(self.version, today.isoformat(), *once)
        self.timeless = digest(self.version, *(one.digest for one in (general.kinds, general.synonyms) if one))

    @property
    def places(self) -> tuple[str, ...]:
        """Return the names of all municipalities, also of those that have no file of their own and should."""
        return tuple(sorted({*self.content.by_place, *self.located}))

    @cached_property
    def drawers(self) -> Mapping[str, Drawer]:
        """Return what lies in each drawer."""
        names = list(self.content.drawers)
        keys = [self._drawer_key(name) for name in names]
        found = [self.cache.get(key, of(Drawer)) for key in keys]
        new = [at for at, one in enumerate(found) if one is None]
        files = sum(len(self.content.drawers[names[at]]) for at in new)
        for at, one in zip(new, self._spread(lambda at: self._drawer(names[new[at]]), len(new), files), strict=True):
            found[at] = one
            if not errors(one.problems):
                self.cache.put(keys[at], one)
        return {name: one for name, one in zip(names, found, strict=True) if one}

    def _drawer_key(self, name: str) -> str:
        marks = (f"{file.path} {self.content.stock.marks[file.path]}" for file in self.content.drawers[name])
        return digest("lade", self.timeless, *marks)

    def _drawer(self, name: str) -> Drawer:
        entries, problems = self.content.drawer(name)
        cache = self.cache.part(name).load()
        of_files = rules.judge_files(self.general, entries, self.today, cache, self.version)
        made = Drawer(
            {entry.id: form_rules.name_of(entry.model) for entry in entries if isinstance(entry.model, Organisation)},
            {entry.id: entry.model.gemeente for entry in entries if isinstance(entry.model, Location)},
            (*problems, *of_files),
        )
        cache.save()
        return made

    @cached_property
    def located(self) -> Mapping[str, tuple[str, ...]]:
        """Return the names of the locations in each municipality."""
        found: dict[str, list[str]] = {}
        for one in self.drawers.values():
            for id_, place in one.places.items():
                found.setdefault(place, []).append(id_)
        return {place: tuple(sorted(ids)) for place, ids in found.items()}

    @cached_property
    def judged(self) -> Mapping[str, Judged]:
        """Return what is known of each municipality; those that changed, or that name what changed, are judged anew."""
        places = self.places
        keys = [self._judge_key(place) for place in places]
        found: list[Judged | None] = [self._judged_before(place, key) for place, key in zip(places, keys, strict=True)]
        new = [at for at, one in enumerate(found) if one is None]
        work = self._spread(
            lambda at: self._judge(places[new[at]], keys[new[at]], among=len(new)),
            len(new),
            self._files(places[at] for at in new),
        )
        for at, (one, problems) in zip(new, work, strict=True):
            found[at] = one
            self.cache.put(f"oordeel {places[at]}", one)
            self.cache.put(f"fouten {places[at]}", problems)
        return {place: one for place, one in zip(places, found, strict=True) if one}

    def _judge_key(self, place: str) -> str:
        lying = (self.content.digest_of("locations", id_) for id_ in self.located.get(place, ()))
        return digest(self.common, self.content.own_key(place), *lying)

    def _judged_before(self, place: str, key: str) -> Judged | None:
        found = self.cache.get(f"oordeel {place}", of(Judged))
        if not found or found.key != key or not found.sound or self.content.unreadable:
            return None
        right = all(self.content.digest_of(folder, id_) == mark for folder, id_, mark in found.needs)
        return found if right else None

    def _judge(self, place: str, key: str, among: int) -> tuple[Judged, tuple[Problem, ...]]:
        part = self._part(place, among)
        cache = self.cache.part(place).load()
        activities = part.catalogue.activities.values()
        needs, found = self._whatever_the_day(place, part, cache)
        problems = [*part.problems, *found, *rules.judge_day(part.catalogue, self.today)]
        cache.save(drop=False)
        made = Judged(
            key,
            needs,
            not errors(problems),
            len(problems),
            tuple(sorted({entry.model.organisatie for entry in activities})),
            tuple(sorted({entry.model.locatie for entry in activities})),
            tuple(sorted(_photos(part.catalogue, place))),
            tuple(earlier_in(activities)),
            bool(part.problems),
            any(not is_stopped(entry.model) for entry in activities),
            _listed(part.catalogue, self.today),
        )
        self._let_go(among)
        return made, tuple(problems)

    def _part(self, place: str, among: int) -> Part:
        """Return what belongs to a municipality; where it is the only one, with what an earlier build worked out of it."""
        part = self.content.part(place, self.located.get(place, ()))
        if among == 1 and not part.catalogue.remembered:
            self.worked.give(part.catalogue, self.mark(Keys(part.catalogue)))
        return part

    def mark(self, keys: Keys) -> Callable[[Entry[Activity]], str]:
        """Return what gives a digest of all that an activity is made from, with what all have in common."""
        return lambda entry: f"{self._around} {keys.activity(entry)}"

    @cached_property
    def _around(self) -> str:
        general = self.general
        files = str(general.own_calendars), str(general.own_data), repr(general.tongues)
        everywhere = (*general.municipalities.values(), *general.practices.values())
        return digest(self.common, *files, *(one.digest for one in everywhere))

    def _whatever_the_day(self, place: str, part: Part, cache: Cache) -> tuple[Needs, tuple[Problem, ...]]:
        """Return what a municipality needs elsewhere and what is wrong with it, kept for the next day."""
        key = self._key_whatever_the_day(place)
        kept = cache.get(key, of(tuple[Needs, tuple[Problem, ...]]))
        if kept and all(self.content.digest_of(folder, id_) == mark for folder, id_, mark in kept[0]):
            return kept  # type: ignore[no-any-return]
        problems = [*rules.judge_cell(part.catalogue, self.today)]
        problems += rules.judge_files(part.catalogue, part.entries, self.today, cache, self.version)
        made = (tuple(sorted(part.needs)), tuple(problems))
        if not self.content.unreadable:
            cache.put(key, made)
        return made

    def _key_whatever_the_day(self, place: str) -> str:
        once = (entry.digest for entry in rules.once(self.general))
        lying = (self.content.digest_of("locations", id_) for id_ in self.located.get(place, ()))
        return digest("vast", self.version, self.content.own_key(place), *once, *lying)

    @cached_property
    def named(self) -> Named:
        """Return what the activities of all municipalities name."""
        all_ = self.judged.values()
        return Named(
            frozenset(id_ for one in all_ for id_ in one.organisations),
            frozenset(id_ for one in all_ for id_ in one.locations),
            tuple(earlier for one in all_ for earlier in one.earlier),
            {id_: file.path for id_, file in self.content.files["activities"].items()},
            any(name.startswith("activities/") for name in self.content.unreadable)
            or any(one.unreadable for one in all_),
        )

    def problems(self) -> Iterator[Problem]:
        """Yield everything that is wrong."""
        yield from self.content.general[1]
        for drawer in self.drawers.values():
            yield from drawer.problems
        for place in self.judged:
            yield from self.cache.get(f"fouten {place}", of(tuple[Problem, ...])) or ()
        yield from self.of_country

    @cached_property
    def of_country(self) -> tuple[Problem, ...]:
        """Return what is wrong with what there is once, and with all municipalities beside each other."""
        return tuple(self._of_country())

    @property
    def sound(self) -> bool:
        """Tell whether nothing is wrong that keeps the site from being made."""
        drawers = (problem for one in self.drawers.values() for problem in one.problems)
        return all(one.sound for one in self.judged.values()) and not errors(
            (*self.content.general[1], *drawers, *self.of_country)
        )

    @property
    def warnings(self) -> int:
        """Return how many warnings there are, where nothing worse is wrong."""
        drawers = sum(len(one.problems) for one in self.drawers.values())
        return (
            sum(one.warnings for one in self.judged.values())
            + drawers
            + len(self.of_country)
            + len(self.content.general[1])
        )

    def _of_country(self) -> Iterator[Problem]:
        once = [entry.digest for entry in rules.once(self.general)]
        key = digest("eens", self.version, *once, *self.general.pages)
        found = self.cache.get(key, of(tuple[Problem, ...]))
        if found is None:
            found = tuple(rules.judge_once(self.general))
            self.cache.put(key, found)
        yield from found
        yield from rules.judge_country(self.general, self.today, self.named)
        files = [*rules.once(self.general), *self.general.municipalities.values()]
        files += [*self.general.results.values(), *self.general.experiences.values()]
        yield from rules.judge_files(self.general, files, self.today, self.cache, self.version)

    def content_key(self, place: str) -> str:
        """Return a digest of all content that a municipality shows, on the day."""
        one = self.judged[place]
        return digest(one.key, repr(one.needs))

    def key(self, place: str, frame: Frame) -> str:
        """Return a digest of all that the pages of a municipality are made from."""
        homes = ((guest, self.judged[guest.id.partition("/")[0]]) for guest in self._guests[place])
        guests = (f"{guest.id} {guest.address} {home.key} {home.needs}" for guest, home in homes)
        return digest(
            frame.base, frame.of_places, self.content_key(place), self._learnt, repr(self._near(place)), *guests
        )

    @cached_property
    def _learnt(self) -> str:
        """Return a digest of what came of referrals and of what was learned: a letter for who refers tells of both."""
        about = (*self.general.results.values(), *self.general.experiences.values())
        return digest(*(entry.digest for entry in about))

    def _near(self, place: str) -> tuple[Neighbour, ...]:
        """Return the municipalities next door with something to do."""
        names, amounts = self._names_and_amounts
        return neighbours(self._distances.get(place, ()), names, amounts)

    @cached_property
    def _names_and_amounts(self) -> tuple[dict[str, str], dict[str, Mapping[str, int]]]:
        everywhere = self.general.municipalities.values()
        listed = {place: one.listed for place, one in self.judged.items()}
        return {one.id: one.model.naam for one in everywhere}, {one.id: listed.get(one.id, {}) for one in everywhere}

    @cached_property
    def _distances(self) -> Distances:
        everywhere = self.general.municipalities.values()
        key = digest("afstanden", self.version, *(f"{one.id} {one.model.cbs_code}" for one in everywhere))
        found = self.cache.get(key, of(dict[str, tuple[tuple[str, float], ...]]))
        if found is None:
            found = dict(distances(everywhere))
            self.cache.put(key, found)
        return found

    @cached_property
    def _guests(self) -> Mapping[str, list[Earlier]]:
        found: dict[str, list[Earlier]] = {place: [] for place in self.places}
        for place, one in self.judged.items():
            for earlier in one.earlier:
                at = earlier.address.partition("/")[0]
                at = self.general.formers.get(at, at)
                if at != place and at in found:
                    found[at].append(earlier)
        return found

    def make(
        self,
        places: list[str],
        frame: Frame,
        words: Words,
        printer: Callable[[Cache], Printer],
        before: Ledger,
        trees: Trees,
    ) -> Iterator[Made]:
        """Make the pages of municipalities, and yield what came of each."""
        own: dict[str, dict[str, Any]] = {}
        for id_, one in before.items():
            own.setdefault(id_.partition("/")[0], {})[id_] = one
        jobs = self.jobs if len(places) == 1 else 1

        def make(at: int) -> Made:
            return self._make(places[at], frame, words, printer, before, trees, jobs, among=len(places))

        return self._spread(make, len(places), self._files(places))

    def _make(
        self,
        place: str,
        frame: Frame,
        words: Words,
        printer: Callable[[Cache], Printer],
        before: Ledger,
        trees: Trees,
        jobs: int,
        among: int,
    ) -> Made:
        plan = self.plan(place, frame, words, printer, before, among)
        size = words.size
        plan.printer.prepare(plan.sheets)
        pages = tuple(place_files(plan))
        done = trees.update(place, pages, jobs)
        made = Made(self._cell(plan, pages), done, tuple(plan.printer.notes), words.since(size))
        self._save(place, among)
        if among == 1:
            self.worked.keep(plan.catalogue, self.mark(plan.keys))
        self._let_go(among)
        return made

    def _save(self, place: str, among: int) -> None:
        """Save what was worked out of a municipality, with what was found when it was judged: that may have been in another process."""
        part, cache = self._part(place, among), self.cache.part(place)
        cache.kept(self._key_whatever_the_day(place))
        rules.keep_files(part.catalogue, part.entries, cache, self.version)
        cache.save()

    def plan(
        self,
        place: str,
        frame: Frame,
        words: Words,
        printer: Callable[[Cache], Printer],
        before: Ledger,
        among: int = 1,
    ) -> Plan:
        """Return the plan of the pages of one municipality, made ``among`` so many."""
        catalogue = self._part(place, among).catalogue
        cache = self.cache.part(place).load()
        keys = Keys(catalogue, cache, frame.version)
        guests: list[Guest] = []
        for guest in self._guests[place]:
            entry = self.content.entry("activities", guest.id)
            if entry:
                guests.append((entry, guest.address))
        taken = frozenset(address for _, address in guests)
        return Plan(
            frame,
            catalogue,
            self.general.municipalities[place],
            keys,
            words,
            Store(words, catalogue, self.today, cache, keys.places, (place,)),
            printer(cache),
            Calendars(catalogue, self.today, frame.site.url, cache, frame.version, keys, before, place, taken),
            codes.Codes(codes.of_place(catalogue, place), frame.site.url, cache),
            cache,
            tuple(guests),
            self._near(place),
        )

    def _cell(self, plan: Plan, pages: Iterable[Page]) -> Cell:
        place = plan.here.id
        judged = self.judged[place]
        assert plan.store  # noqa: S101 - a municipality always has one
        return Cell(
            summaries(plan.catalogue, self.today)[place],
            place_addresses(plan),
            tuple(file.path for file in plan.store.places[place]),
            plan.store.terms(place),
            plan.calendars.versions,
            judged.organisations,
            judged.photos,
            tuple(sorted({first + slash for first, slash, _ in (page.path.partition("/") for page in pages)})),
            data.listed(plan, data_key(plan)),
        )

    def _files(self, places: Iterable[str]) -> int:
        return sum(len(self.content.by_place.get(place, ())) for place in places)

    def _spread(self, work: Callable[[int], Any], number: int, files: int) -> Iterator[Any]:
        return spread(work, number, self.jobs if files > ENOUGH else 1, enough=2)

    def _let_go(self, among: int) -> None:
        """Let go of a municipality, unless it is the only one or all of them together are few."""
        if among > 1 and len(self.content.stock.files) > FEW:
            self.content.forget()


def _photos(catalogue: Catalogue, place: str) -> set[str]:
    """Return the names of the photographs that the pages of a municipality show."""
    found = {it.photo.bestand for it in resolved(catalogue, catalogue.activities.values()) if it.photo}
    here = (catalogue.municipalities.get(place), *catalogue.practices.values())
    return found.union(photo.bestand for one in here if one for _, photo in coach_photos(one.model))


def _listed(catalogue: Catalogue, today: date) -> dict[str, int]:
    """Return how much stands in the lists of a municipality on a day, in all (under an empty name) and by theme."""
    found: Counter[str] = Counter()
    for it in resolved(catalogue, catalogue.activities.values()):
        if it.listed(today):
            found.update(["", *it.model.domeinen])
    return dict(found)
