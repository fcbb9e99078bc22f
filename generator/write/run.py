"""One build of content in which nothing is wrong: each municipality that changed, then what is about all of them, then the site changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from generator.find.store import MOST, Store, Words
from generator.give.pdf import Press
from generator.model.addresses import REFERRAL
from generator.model.catalogue import Catalogue, Within, frozen
from generator.model.summary import together
from generator.read import photographs
from generator.read.folder import photograph
from generator.work.cache import Cache, digest, of
from generator.write.calendars import Calendars, Ledger, read_ledger
from generator.write.cells import Cells
from generator.write.codes import Codes, of_country
from generator.write.keys import Keys
from generator.write.parts import PartError, Ready, Share, share_of
from generator.write.plan import Cell, Frame, Plan, Storeroom
from generator.write.sections import country_files, headers
from generator.write.sheets import OF_PRACTICE, Printer
from generator.write.tree import WHOLE, Done, Result, Trees

ALL_SHEETS = tuple(sorted(name for name, _, _ in OF_PRACTICE))
NO_LEDGER = "De nummers van agenda's in {} zijn niet te lezen. Ze beginnen bij de dag van vandaag; dat geeft niets."


@dataclass
class Run:
    """One build. ``general`` is what the pages over all municipalities know, ``ledger`` where the numbers of calendars stand.

    ``asked`` tells whether somebody named that file, ``verify`` whether to look at every file of the site;
    ``ready`` has municipalities that another machine made. ``notes`` says afterwards what was left out, and why.
    """

    cache: Cache
    cells: Cells
    general: Catalogue
    frame: Frame
    words: Words
    style: str
    press: Press
    trees: Trees
    ledger: Path
    asked: bool
    verify: bool
    ready: Mapping[str, tuple[Path, Ready]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    _done: dict[str, Done] = field(default_factory=dict)
    _keys: dict[str, str] = field(default_factory=dict)
    _left_out: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _begun: bool = False

    def make(self) -> None:
        """Make everything that changed, beside the site. Raises PartError where what is ready was made of something else."""
        if self.asked and not self._before:
            self.notes.append(NO_LEDGER.format(self.ledger))
        known = None if self.ready else self.cache.get("papier", of(tuple[str, ...]))
        paper = frozenset(known or ALL_SHEETS)
        frame = replace(self.frame, paper=paper, base=digest(self.frame.base, *sorted(paper)))
        self._check_ready(frame)
        found = self._made(frame)
        if found != paper:  # pages of municipalities lead to sheets that cannot be made after all
            self.cache.put("papier", tuple(sorted(found)))
            self._made(replace(self.frame, paper=found, base=digest(self.frame.base, *sorted(found))))

    def _check_ready(self, frame: Frame) -> None:
        for place, (folder, one) in self.ready.items():
            if place not in self.general.municipalities or one.key != self.cells.key(place, frame):
                what = "andere inhoud, een andere dag, een ander adres of een andere versie van het programma"
                raise PartError(f"{folder} is gemaakt van {what}: zie {place}. Maak het deel opnieuw.")

    def make_part(self, number: int, amount: int) -> Share:
        """Make the municipalities of one part, for :meth:`make` on another machine; return what they are."""
        paper = frozenset(ALL_SHEETS)
        frame = replace(self.frame, paper=paper, base=digest(self.frame.base, *sorted(paper)))
        sizes = {place: len(self.cells.content.by_place.get(place, ())) for place in self.general.municipalities}
        places = share_of(sizes, number, amount)
        self._begin()
        found = self._municipalities(frame, places)
        for part in self.trees.known.keys() - self._keys.keys():
            self._done[part] = self.trees.drop(part)
        ready = {}
        for place, cell in found.items():
            files = tuple((path, key, size) for path, (key, size, _) in self.trees.files(place).items())
            ready[place] = Ready(self._keys[place], cell, self._left_out[place], files)
        return Share(number, amount, digest(self._raw_ledger), ready)

    def finish(self) -> Result:
        """Let what was made become the site."""
        if not self._begun:
            return Result(0, sum(self.trees.amounts.values()))
        return self.trees.finish(self._done, self._keys)

    def _made(self, frame: Frame) -> frozenset[str]:
        """Make what changed, and return which sheets for everybody there are."""
        cells = self._municipalities(frame, list(self.general.municipalities))
        keys = self._keys
        store = self._storeroom
        marks = (
            store.marks.values(),
            store.photos.values(),
            (repr(sorted(store.names.items())), repr(store.locations)),
        )
        general = self.general
        about = (
            *general.municipalities.values(),
            *general.practices.values(),
            *general.results.values(),
            *general.experiences.values(),
        )
        key = digest(
            frame.base,
            frame.of_country,
            self.cells.common,
            *keys.values(),
            *(entry.digest for entry in about),
            *(one for some in marks for one in some),
        )
        kept = self.cache.get("land", of(tuple[str, tuple[str, ...], tuple[str, ...]]))
        if self.trees.known.get(WHOLE) != key or not kept or kept[0] != key or self.verify:
            kept = self._country(frame, cells, key)
        self._keys = {**keys, WHOLE: key}
        self.notes += [note for note in kept[2] if note not in self.notes]
        for part in self.trees.known.keys() - self._keys.keys():
            self._begin()
            self._done[part] = self.trees.drop(part)
        return frozenset(kept[1])

    def _municipalities(self, frame: Frame, places: Sequence[str]) -> dict[str, Cell]:
        """Make the pages of every municipality that changed, and return what is known of each."""
        self._keys = keys = {place: self.cells.key(place, frame) for place in places}
        kind = of(tuple[str, Cell, tuple[str, ...]])
        known = {place: self.cache.get(f"deel {place}", kind) for place in places}
        changed = [
            place
            for place, key in keys.items()
            if self._again or self.trees.known.get(place) != key or not (one := known[place]) or one[0] != key
        ]
        for place in [place for place in changed if place in self.ready]:
            folder, one = self.ready[place]
            if one.key == keys[place]:
                self._begin()
                self._done[place] = self.trees.take(place, folder, one.files)
                known[place] = (one.key, one.cell, one.notes)
                self.cache.put(f"deel {place}", known[place])
                changed.remove(place)
        if changed:
            self._begin()
            _ = self.words.known
            size = self.words.size
            work = self.cells.make(changed, frame, self.words, self._printer, self._numbers(known), self.trees)
            for place, made in zip(changed, work, strict=True):
                known[place] = kept = (keys[place], made.cell, made.notes)
                self.cache.put(f"deel {place}", kept)
                self._done[place] = made.done
                self.words.learn(made.learnt)
            self.words.save(size)
        found = {place: one for place, one in known.items() if one}
        self.notes += dict.fromkeys(note for _, _, notes in found.values() for note in notes if note not in self.notes)
        self._left_out = {place: notes for place, (_, _, notes) in found.items()}
        return {place: cell for place, (_, cell, _) in found.items()}

    def _country(
        self, frame: Frame, cells: Mapping[str, Cell], key: str
    ) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """Make what is about all municipalities; return its key, which sheets there are, and what was left out."""
        self._begin()
        plan = self._plan(frame, cells)
        mark = self.cells.mark(plan.keys)
        self.cells.worked.give(plan.catalogue, mark)
        plan.printer.prepare(plan.sheets)
        pages = list(country_files(plan, cells, self._storeroom))
        top = {first + slash for first, slash, _ in (page.path.partition("/") for page in pages)}
        pages.append(headers(top.union(*(cell.top for cell in cells.values()))))
        self._done[WHOLE] = self.trees.update(WHOLE, tuple(pages), self.cells.jobs)
        self.cells.worked.keep(plan.catalogue, mark)
        kept = (key, tuple(sorted(plan.printer.names(REFERRAL))), tuple(plan.printer.notes))
        self.cache.put("land", kept)
        self.cache.put("versies", digest(plan.calendars.ledger))
        return kept

    def _plan(self, frame: Frame, cells: Mapping[str, Cell]) -> Plan:
        everything = digest(*(self.cells.content_key(place) for place in cells))
        small = sum(cell.summary.found for cell in cells.values()) <= MOST
        catalogue = self._catalogue(cells, small=small)
        today, url = frame.today, frame.site.url
        keys = Keys(catalogue, self.cache, frame.version, everything)
        ledger = {id_: one for cell in cells.values() for id_, one in cell.ledger.items()}
        return Plan(
            frame,
            catalogue,
            None,
            keys,
            self.words,
            Store(self.words, catalogue, today, self.cache, {"": everything}, (one.id for one in frame.world))
            if small
            else None,
            self._printer(self.cache),
            Calendars(catalogue, today, url, self.cache, frame.version, keys, {}, given=ledger),
            Codes(of_country(catalogue), url, self.cache),
            self.cache,
        )

    def _catalogue(self, cells: Mapping[str, Cell], *, small: bool) -> Catalogue:
        """Return what the pages over all municipalities show: everything, or in a large country numbers and a few examples."""
        content = self.cells.content
        first = together(cell.summary for cell in cells.values())
        ids = (
            [id_ for id_ in content.files["activities"] if id_.partition("/")[0] in cells]
            if small
            else [text.rpartition(" ")[2] for text in (*first.soon.values(), *first.best.values())]
        )
        own = frozen(entry for id_ in ids if (entry := content.entry("activities", id_)))
        elsewhere = Within(own, lambda id_: content.entry("activities", id_), content.files["activities"].keys())
        known = None if small else {place: cell.summary for place, cell in cells.items()}
        return replace(self.general, activities=elsewhere, known=known)

    def _begin(self) -> None:
        if not self._begun:
            self.trees.begin()
        self._begun = True

    def _printer(self, cache: Cache) -> Printer:
        return Printer(self.style, self.frame.printing, self.press, cache, photo=self._portrait)

    @cached_property
    def _raw_ledger(self) -> bytes:
        try:
            return self.ledger.read_bytes()
        except OSError:
            return b""

    @cached_property
    def _same_ledger(self) -> bool:
        """Tell whether the numbers of calendars are those that the last build noted."""
        return self.cache.get("versies", of(str)) == digest(self._raw_ledger)

    @property
    def _again(self) -> bool:
        """Tell whether every municipality has to be looked at."""
        return self.verify or not self._same_ledger

    def _numbers(self, known: Mapping[str, tuple[str, Cell, tuple[str, ...]] | None]) -> Ledger:
        """Return the numbers of calendars up to now: those of the municipalities where that is what stands in the file, which is long."""
        if not self._same_ledger or None in known.values() or {*known} != self.trees.known.keys() - {WHOLE}:
            return self._before
        return {id_: found for one in known.values() if one for id_, found in one[1].ledger.items()}

    @cached_property
    def _before(self) -> Ledger:
        return read_ledger(self._raw_ledger)

    @cached_property
    def _storeroom(self) -> Storeroom:
        content = self.cells.content
        marks = {id_: content.digest_of("organisations", id_) for id_ in content.files["organisations"]}
        names = {id_: name for one in self.cells.drawers.values() for id_, name in one.names.items()}
        return Storeroom(marks, names, tuple(content.files["locations"]), content.stock.photos, self._photo)

    def _portrait(self, name: str) -> bytes:
        return photographs.reduced(self._photo(name), photographs.WIDTHS[0], "jpg")

    def _photo(self, name: str) -> bytes:
        return photograph(self.cells.content.folder, name) or b""
