"""The content folder to a :class:`Catalogue`, or to all the problems that keep it from being one."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.cache import Cache, digest
from generator.catalogue import Catalogue, Entry, frozen
from generator.messages import plain_loc, sentence
from generator.problems import Problem, quoted
from generator.schema import (
    Activity,
    Domain,
    Location,
    Model,
    Municipality,
    Organisation,
    Practice,
    Settings,
)
from generator.source import MAX_BYTES, Document, Loc, parse

ID_PART = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_ID_PART = 60


@dataclass(frozen=True, slots=True)
class Kind:
    """A folder of the content: which model its files have, and how many folders deep they lie."""

    folder: str
    model: type[Model]
    depth: int = 1


KINDS = (
    Kind("domains", Domain),
    Kind("municipalities", Municipality),
    Kind("organisations", Organisation),
    Kind("locations", Location),
    Kind("practices", Practice, depth=2),
    Kind("activities", Activity, depth=2),
)
SETTINGS = "site.yml"
PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading gave: a catalogue of what could be read (None without settings), and every problem."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]


def load(content: Path, cache: Cache, version: str, *, progress: Callable[[int], None] = lambda _count: None) -> Loaded:
    """Read everything below ``content``.

    ``version`` is a digest of the reading code: what is in ``cache`` under another version is not used. ``progress``
    is called with the number of files done since the last call. Never raises for what an author did.
    """
    if not content.is_dir():
        hint = "Geef de map met --content, of maak hem aan."
        return Loaded(None, (Problem(_shown(content), 1, 1, "B016", "deze map bestaat niet.", hint),))
    problems: list[Problem] = []
    found: dict[str, list[Entry[Any]]] = {kind.folder: [] for kind in KINDS}
    for kind in KINDS:
        for path, id_ in _files(content, kind, problems):
            _take(_read(path, id_, kind.model, content, cache, version), found[kind.folder], problems)
            progress(1)
    settings: list[Entry[Settings]] = []
    if (content / SETTINGS).is_file():
        _take(_read(content / SETTINGS, "site", Settings, content, cache, version), settings, problems)
    else:
        hint = "Maak het aan; in README.md staat wat erin hoort."
        problems.append(Problem(_shown(content / SETTINGS), 1, 1, "B016", "dit bestand ontbreekt.", hint))
    if not settings:
        return Loaded(None, tuple(problems))
    frozen_kinds = {name: frozen(entries) for name, entries in found.items()}
    catalogue = Catalogue(settings=settings[0], pages=_pages(content), **frozen_kinds)
    return Loaded(catalogue, tuple(problems))


def _take(result: Entry[Any] | tuple[Problem, ...], entries: list[Any], problems: list[Problem]) -> None:
    if isinstance(result, Entry):
        entries.append(result)
    else:
        problems.extend(result)


def _files(content: Path, kind: Kind, problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    """Yield each file with its id; what does not belong in the folder becomes a problem."""
    root = content / kind.folder
    if root.is_symlink():
        problems.append(_link(root))
        return
    if not root.is_dir():
        return
    for path in _walk(root, problems):
        parts = path.relative_to(root).with_suffix("").parts
        problem = _misplaced(path, parts, kind)
        if problem:
            problems.append(problem)
        else:
            yield path, "/".join(parts)


def _walk(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_symlink():
            problems.append(_link(path))
        elif path.is_dir():
            yield from _walk(path, problems)
        elif not path.name.startswith("."):
            yield path


def _link(path: Path) -> Problem:
    return Problem(
        _shown(path), 1, 1, "B003", "dit is een koppeling naar een andere plek.", "Zet het bestand zelf in deze map."
    )


def _misplaced(path: Path, parts: tuple[str, ...], kind: Kind) -> Problem | None:
    shown = _shown(path)
    if path.suffix != ".yml":
        hint = 'De naam van een bestand met inhoud eindigt op ".yml". Verplaats het of geef het die naam.'
        return Problem(shown, 1, 1, "B012", f"{quoted(path.name)} hoort hier niet.", hint)
    if len(parts) != kind.depth:
        where = f"{kind.folder}/GEMEENTE/NAAM.yml" if kind.depth == 2 else f"{kind.folder}/NAAM.yml"
        return Problem(shown, 1, 1, "B014", "dit bestand staat in de verkeerde map.", f"Zet het op {where}.")
    for part in parts:
        if not ID_PART.fullmatch(part) or len(part) > MAX_ID_PART:
            hint = f"Gebruik kleine letters, cijfers en losse streepjes, hoogstens {MAX_ID_PART} tekens, zoals samen-wandelen."
            return Problem(shown, 1, 1, "B013", f"{quoted(part)} kan geen naam zijn.", hint)
    return None


def _read(
    path: Path, id_: str, model: type[Model], content: Path, cache: Cache, version: str
) -> Entry[Any] | tuple[Problem, ...]:
    shown = _shown(path)
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError:
        return (Problem(shown, 1, 1, "B017", "dit bestand is niet te lezen.", "Kijk of u het mag openen."),)
    key = digest("entry", version, model.__name__, shown, raw)
    kept = cache.get(key)
    if kept is None:
        kept = _parsed(raw, shown, id_, key, model)
        cache.put(key, kept)
    return kept  # type: ignore[no-any-return]


def _parsed(raw: bytes, shown: str, id_: str, key: str, model: type[Model]) -> Entry[Any] | tuple[Problem, ...]:
    document = parse(raw, shown)
    if isinstance(document, Problem):
        return (document,)
    try:
        return Entry(id_, shown, key, model.model_validate(document.data), document.values)
    except ValidationError as error:
        return tuple(_problems(error, document, shown, model))


def _problems(error: ValidationError, document: Document, shown: str, model: type[Model]) -> Iterator[Problem]:
    details = error.errors(include_input=False, include_url=False)
    for detail in details:
        loc = plain_loc(detail["loc"])
        if detail["type"] == "too_short" and any(_below(other["loc"], loc) for other in details):
            continue  # pydantic counts only the items that were right
        code, message, hint = sentence(detail, _siblings(detail["loc"], model, document))
        at_key = document.keys.get(loc) if detail["type"] == "extra_forbidden" else None
        line, column = at_key or document.position(loc)
        yield Problem(shown, line, column, code, message, hint)


def _below(other: Loc, loc: Loc) -> bool:
    plain = plain_loc(other)
    return len(plain) > len(loc) and plain[: len(loc)] == loc


def _siblings(loc: Loc, model: type[Model], document: Document) -> tuple[str, ...]:
    """Return the fields that may stand where ``loc`` stands and are not there yet."""
    fields = _fields_at(loc[:-1], model)
    plain = plain_loc(loc)[:-1]
    present = {key[-1] for key in document.keys if key[:-1] == plain}
    return tuple(name for name in fields if name not in present)


def _fields_at(loc: Loc, model: type[Model]) -> Iterable[str]:
    """Return the field names of the model at ``loc``; tags of a union name their model."""
    if not loc:
        return model.model_fields
    models = {cls.__name__: cls for cls in _all_models(Model)}
    for step in reversed(loc):
        if isinstance(step, str) and step.startswith("<") and step[1:-1] in models:
            return models[step[1:-1]].model_fields
        if isinstance(step, str):
            guess = {"contact": "Contact", "toegankelijkheid": "Toegankelijkheid", "bron": "Bron", "kosten": "Prijs"}
            named = models.get(guess.get(step, "".join(part.title() for part in step.split("_"))))
            return named.model_fields if named else ()
    return ()


def _all_models(base: type[Model]) -> Iterator[type[Model]]:
    for cls in base.__subclasses__():
        yield cls
        yield from _all_models(cls)


def _pages(content: Path) -> tuple[str, ...]:
    root = content / PAGES
    return tuple(sorted(path.relative_to(root).with_suffix("").as_posix() for path in root.rglob("*.md")))


def _shown(path: Path) -> str:
    """Return the path as a person in the working folder would write it."""
    return path.as_posix()
