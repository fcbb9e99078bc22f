"""``move``: another id for a municipality, practice, organisation, location or activity. Every reference follows, every address leads on.

The files stay as their authors wrote them: only the values that change are written anew. What two municipalities both have is not
chosen between: it goes along as a remark, for a person to read.
"""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from generator.dutch.sentences import listing
from generator.judge.suggestion import suggestion
from generator.model.catalogue import Catalogue, Entry
from generator.model.problem import Loc, quoted
from generator.model.schema import Gestopt, Municipality
from generator.read.folder import ID_PART, RESERVED
from generator.read.rewriting import RewriteError, rewritten
from generator.work.disk import replace_whole

KINDS = ("activities", "practices", "municipalities", "organisations", "locations", "drafts")
CALLED = {
    "activities": "activiteit",
    "practices": "praktijk",
    "municipalities": "gemeente",
    "organisations": "organisatie",
    "locations": "plek",
    "drafts": "concept",
}
EARLIER = {"activities": "vroeger_adres", "practices": "vroeger", "municipalities": "vroeger"}
OF_PLACE = ("activities", "practices", "drafts")


class MoveError(Exception):
    """What was asked cannot be moved; the message says why and what to do, in Dutch."""


@dataclass
class Moves:
    """What a move does: the new text of files by their path below the content folder, which paths are no more, and what a person must know."""

    files: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


def moves(catalogue: Catalogue, content: Path, old: str, new: str, village: str = "") -> Moves:
    """Return what has to change for ``old`` to become ``new``; of a municipality only what lies in ``village``, where that is given.

    ``old`` is an id, with its folder before it where several things are called so ("locations/kruiskerk"). Raises MoveError.
    """
    folder, id_ = _found(catalogue, _bare(old))
    to = _bare(new).removeprefix(f"{folder}/")
    depth = 2 if folder in OF_PLACE else 1
    parts = to.split("/")
    if len(parts) != depth or not all(ID_PART.fullmatch(part) for part in parts):
        example = "gemeente/naam" if depth > 1 else "een-naam"
        raise MoveError(
            f"{quoted(to)} kan geen naam van een {CALLED[folder]} zijn. Schrijf {example}, in kleine letters met streepjes."
        )
    if to in RESERVED:
        raise MoveError(f"{quoted(to)} betekent iets anders in een activiteit. Kies een andere naam.")
    if to == id_:
        raise MoveError(f"{quoted(to)} is al de naam. Er is niets veranderd.")
    mover = _Mover(catalogue, content)
    if folder == "municipalities":
        mover.municipality(id_, to, village)
    elif village:
        raise MoveError("--dorp hoort bij het verplaatsen van een gemeente.")
    else:
        if depth > 1 and parts[0] not in catalogue.municipalities:
            raise MoveError(
                f"de gemeente {quoted(parts[0])} is er niet. {suggestion(parts[0], tuple(catalogue.municipalities))}"
            )
        if to in getattr(catalogue, folder):
            raise MoveError(f"{quoted(to)} is er al: {getattr(catalogue, folder)[to].path}. Kies een andere naam.")
        mover.one(folder, id_, to)
    return mover.done()


def _bare(name: str) -> str:
    """Return what is meant by the path of a file."""
    return name.removeprefix("./").removeprefix("content/").removesuffix(".yml")


def _found(catalogue: Catalogue, old: str) -> tuple[str, str]:
    """Return which thing is meant, as its folder and its id."""
    first, _, rest = old.partition("/")
    if first in KINDS and rest in getattr(catalogue, first):
        return first, rest
    found = [folder for folder in KINDS if old in getattr(catalogue, folder)]
    if not found:
        names = [id_ for folder in KINDS for id_ in getattr(catalogue, folder)]
        raise MoveError(
            f"{quoted(old)} is er niet. {suggestion(old, names, 'Schrijf de naam van het bestand, zonder .yml.')}"
        )
    if len(found) > 1:
        several = " of ".join(f"{folder}/{old}" for folder in found)
        raise MoveError(f"{quoted(old)} zijn er meer. Schrijf {several}.")
    return found[0], old


class _Mover:
    """Collects the changes of one move, file by file."""

    def __init__(self, catalogue: Catalogue, content: Path) -> None:
        self.catalogue = catalogue
        self.content = content
        self.texts: dict[tuple[str, str], str] = {}
        self.paths: dict[tuple[str, str], str] = {}
        self.swaps: dict[tuple[str, str], dict[Loc, str]] = {}
        self.lists: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
        self.removed: set[tuple[str, str]] = set()
        self.remarks: dict[tuple[str, str], list[str]] = {}
        self.notes: list[str] = []

    def one(self, folder: str, id_: str, to: str) -> None:
        """Move one thing, with all that names it."""
        key = (folder, id_)
        self.paths[key] = f"{folder}/{to}.yml"
        entry = getattr(self.catalogue, folder)[id_]
        if folder in OF_PLACE and to.partition("/")[0] != entry.model.gemeente:
            self._swap(key, ("gemeente",), to.partition("/")[0])
        if folder in EARLIER:
            before = tuple(getattr(entry.model, EARLIER[folder]))
            self._list(key, EARLIER[folder], (*(name for name in before if name != to), id_))
        for other, loc in self._naming(folder, id_):
            self._swap(other, loc, to)

    def municipality(self, id_: str, to: str, village: str) -> None:
        """Move a municipality, or a village of it, with all that is in it; into one that is there, or to a new name."""
        there = to in self.catalogue.municipalities
        if village:
            if not there:
                raise MoveError(f"de gemeente {quoted(to)} is er niet. Maak eerst content/municipalities/{to}.yml.")
            self._village(id_, to, village)
            return
        for folder in OF_PLACE:
            for entry in getattr(self.catalogue, folder).values():
                if entry.id.partition("/")[0] == id_:
                    self.one(folder, entry.id, self._free(folder, to, entry.slug, id_))
        for location in self.catalogue.locations_in.get(id_, ()):
            self._swap(("locations", location.id), ("gemeente",), to)
        self._learnt(id_, to)
        self._file(self.catalogue.municipalities[id_], to, there=there)

    def _learnt(self, id_: str, to: str) -> None:
        """Take along what came of referrals in a municipality, and what was learned there."""
        for entry in self.catalogue.results.values():
            if entry.model.gemeente == id_:
                wanted = f"{to}/{entry.slug}"
                if wanted in self.catalogue.results:
                    raise MoveError(
                        f"van {id_} en {to} zijn er allebei resultaten van {entry.slug}. Tel ze samen in results/{wanted}.yml, "
                        f"en haal results/{entry.id}.yml weg."
                    )
                self._swap(("results", entry.id), ("gemeente",), to)
                self.paths["results", entry.id] = f"results/{wanted}.yml"
        for lesson in self.catalogue.experiences.values():
            if lesson.model.gemeente == id_:
                self._swap(("experiences", lesson.id), ("gemeente",), to)
                free = self._free("experiences", to, lesson.slug, id_)
                self.paths["experiences", lesson.id] = f"experiences/{free}.yml"

    def _file(self, entry: Entry[Municipality], to: str, *, there: bool) -> None:
        key = ("municipalities", entry.id)
        if not there:
            self.paths[key] = f"municipalities/{to}.yml"
            self._list(key, "vroeger", (*(name for name in entry.model.vroeger if name != to), entry.id))
            self.notes.append(
                f"Kijk in municipalities/{to}.yml of de naam en de CBS-code nog kloppen, en of "
                "de oude naam nog in de omschrijving of bij andere_hulp staat."
            )
            return
        target = ("municipalities", to)
        model = self.catalogue.municipalities[to].model
        self._list(target, "vroeger", _unique(*model.vroeger, *entry.model.vroeger, entry.id))
        self._list(
            target, "ook_bekend_als", _unique(*model.ook_bekend_als, entry.model.naam, *entry.model.ook_bekend_als)
        )
        self._list(target, "wijken", _unique(*model.wijken, *entry.model.wijken))
        self.removed.add(key)
        lines = self._text(key).lstrip("\ufeff").rstrip().splitlines()
        self.remarks[target] = [
            f"# Wat in municipalities/{entry.id}.yml stond. Neem over wat nog klopt, en haal de rest weg.",
            *(f"#   {line}" for line in lines),
        ]
        self.notes.append(
            f"Onderaan municipalities/{to}.yml staat als opmerking wat er van {entry.model.naam} bekend was: neem over wat nog klopt."
        )

    def _village(self, id_: str, to: str, village: str) -> None:
        lying = {
            one.id
            for one in self.catalogue.locations_in.get(id_, ())
            if one.model.plaats.casefold() == village.casefold()
        }
        here, there = (self.catalogue.municipalities[one].model for one in (id_, to))
        moved = tuple(name for name in here.wijken if name.casefold() == village.casefold())
        if not lying and not moved:
            towns = sorted({*here.wijken, *(one.model.plaats for one in self.catalogue.locations_in.get(id_, ()))})
            raise MoveError(f"in {id_} ligt geen plek in {quoted(village)}. {suggestion(village, towns)}")
        for location in sorted(lying):
            self._swap(("locations", location), ("gemeente",), to)
        for folder in ("activities", "drafts"):
            for entry in getattr(self.catalogue, folder).values():
                if entry.id.partition("/")[0] == id_ and getattr(entry.model, "locatie", "") in lying:
                    self.one(folder, entry.id, self._free(folder, to, entry.slug, id_))
        if moved:
            self._list(("municipalities", id_), "wijken", tuple(name for name in here.wijken if name not in moved))
            self._list(("municipalities", to), "wijken", _unique(*there.wijken, *moved))
        self.notes.append(
            f"Activiteiten in {village} zonder plek zijn gebleven waar zij waren: niemand weet of zij er liggen."
        )
        practices = [one.model.naam for one in self.catalogue.practices.values() if one.model.gemeente == id_]
        if practices:
            self.notes.append(
                f"De praktijken zijn gebleven waar zij waren ({listing(practices)}). Ligt er een in {village}? Verplaats haar zelf met move."
            )

    def _free(self, folder: str, to: str, slug: str, before: str) -> str:
        """Return a name in another municipality that nobody has there: the same, or with where it came from behind it."""
        taken = getattr(self.catalogue, folder)
        wanted = f"{to}/{slug}"
        if wanted not in taken:
            return wanted
        other = f"{to}/{slug}-{before}"
        if other in taken:
            raise MoveError(
                f"{quoted(wanted)} en {quoted(other)} zijn er allebei al. Geef {before}/{slug} eerst zelf een andere naam."
            )
        self.notes.append(
            f"{wanted} is er al: {before}/{slug} heet nu {other}. Is het hetzelfde? "
            f"Haal het ene bestand weg, en zet zijn adres bij het andere onder {EARLIER.get(folder, 'notitie')}."
        )
        return other

    def _naming(self, folder: str, id_: str) -> Iterator[tuple[tuple[str, str], Loc]]:
        """Yield every place where something is named: whose file, and where in it."""
        if folder == "practices":
            yield from self._counted(id_)
        field_of = {"organisations": "organisatie", "locations": "locatie"}.get(folder)
        for kind in ("activities", "drafts"):
            for entry in getattr(self.catalogue, kind).values():
                if field_of and getattr(entry.model, field_of, None) == id_:
                    yield (kind, entry.id), (field_of,)
                runs = getattr(entry.model, "loopt", None)
                if folder == "activities" and isinstance(runs, Gestopt):
                    for at, name in enumerate(runs.in_plaats_daarvan):
                        if name == id_:
                            yield (kind, entry.id), ("loopt", "in_plaats_daarvan", at)

    def _counted(self, practice: str) -> Iterator[tuple[tuple[str, str], Loc]]:
        """Yield every place where the results name a practice."""
        for entry in self.catalogue.results.values():
            for at, row in enumerate(entry.model.praktijken):
                if row.praktijk == practice:
                    yield ("results", entry.id), ("praktijken", at, "praktijk")

    def _swap(self, key: tuple[str, str], loc: Loc, value: str) -> None:
        self.swaps.setdefault(key, {})[loc] = value

    def _list(self, key: tuple[str, str], name: str, values: Sequence[str]) -> None:
        self.lists.setdefault(key, {})[name] = tuple(values)

    def _text(self, key: tuple[str, str]) -> str:
        if key not in self.texts:
            path = self.content / key[0] / f"{key[1]}.yml"
            self.texts[key] = path.read_bytes().decode()
        return self.texts[key]

    def _rewritten(self, key: tuple[str, str], path: str) -> str:
        try:
            text = rewritten(self._text(key), self.swaps.get(key, {}), self.lists.get(key, {}))
        except RewriteError as error:
            raise MoveError(
                f"{path}: {error} is hier niet te veranderen. Schrijf het op een regel, en probeer het opnieuw."
            ) from None
        if key not in self.remarks:
            return text
        ends = "\r\n" if "\r\n" in text else "\n"
        return ends.join((text.rstrip(), *self.remarks[key], ""))

    def done(self) -> Moves:
        """Return everything together."""
        made = Moves(notes=self.notes)
        for key in {*self.paths, *self.swaps, *self.lists, *self.remarks} - self.removed:
            entry = getattr(self.catalogue, key[0])[key[1]]
            text = self._rewritten(key, entry.path)
            path = f"{key[0]}/{key[1]}.yml"
            made.files[self.paths.get(key, path)] = text
            if key in self.paths:
                made.gone.add(path)
        made.gone |= {f"{folder}/{id_}.yml" for folder, id_ in self.removed}
        made.gone -= made.files.keys()
        return made


def _unique(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def write(moved: Moves, content: Path) -> None:
    """Write a move: what is new first, so that nothing is lost where it is cut off."""
    for path, text in sorted(moved.files.items()):
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        replace_whole(content / path, [text.encode()])
    for path in sorted(moved.gone):
        (content / path).unlink()
        with suppress(OSError):  # a folder in which there is more
            (content / path).parent.rmdir()


@contextmanager
def tried(moved: Moves, content: Path) -> Iterator[Path]:
    """Give a copy of the content folder as it would become, to judge it before anything is written."""
    with tempfile.TemporaryDirectory(prefix="wijzer-move-") as folder:
        copy = Path(folder) / "content"
        shutil.copytree(content, copy)
        write(moved, copy)
        yield copy
