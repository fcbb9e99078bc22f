"""The content folder to a :class:`Catalogue`, or to all the problems that keep it from being one."""

import os
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
from generator.spread import spread

ID_PART = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_ID_PART = 60
MANY = 500  # files worth a second process


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


@dataclass(frozen=True, slots=True)
class File:
    """One file to read: its path as a person writes it, its id, and the model it must fit."""

    path: str
    id: str
    model: type[Model]


SETTINGS = "site.yml"
PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading gave: a catalogue of what could be read (None without settings), and every problem."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]


def load(
    content: Path, cache: Cache, version: str, jobs: int = 1, progress: Callable[[int], None] = lambda _count: None
) -> Loaded:
    """Read everything below ``content``.

    ``version`` is a digest of the reading code: what is in ``cache`` under another version is not used. What is not in
    it is read over ``jobs`` processes; ``progress`` is called with the number of files done since the last call. Never
    raises for what an author did.
    """
    if not content.is_dir():
        hint = "Geef de map met --content, of maak hem aan."
        return Loaded(None, (Problem(_shown(content), 1, 1, "B016", "deze map bestaat niet.", hint),))
    problems: list[Problem] = []
    files = [File(path, id_, kind.model) for kind in KINDS for path, id_ in _files(content, kind, problems)]
    if (content / SETTINGS).is_file() and not (content / SETTINGS).is_symlink():
        files.append(File(_shown(content / SETTINGS), "site", Settings))
    else:
        hint = "Maak het aan; in README.md staat wat erin hoort."
        problems.append(Problem(_shown(content / SETTINGS), 1, 1, "B016", "dit bestand ontbreekt.", hint))
    models: list[type[Model]] = [Settings, *(kind.model for kind in KINDS)]
    found: dict[type[Model], list[Entry[Any]]] = {model: [] for model in models}
    for file, result in zip(files, _results(files, cache, version, jobs, progress), strict=True):
        if isinstance(result, Entry):
            found[file.model].append(result)
        else:
            problems.extend(result)
    if not found[Settings]:
        return Loaded(None, tuple(problems))
    by_kind = {kind.folder: frozen(found[kind.model]) for kind in KINDS}
    return Loaded(Catalogue(settings=found[Settings][0], pages=_pages(content), **by_kind), tuple(problems))


def _results(
    files: list[File], cache: Cache, version: str, jobs: int, progress: Callable[[int], None]
) -> Iterator[Entry[Any] | tuple[Problem, ...]]:
    """Yield what each file gave, in order: from the cache, or else read now."""
    raw = [_bytes(file.path) for file in files]
    keys = [
        digest("entry", version, file.model.__name__, file.path, text or b"")
        for file, text in zip(files, raw, strict=True)
    ]
    missing = [index for index, key in enumerate(keys) if cache.get(key) is None]
    for index, result in zip(
        missing,
        spread(
            lambda at: _parsed(raw[missing[at]], files[missing[at]], keys[missing[at]]),
            len(missing),
            jobs if len(missing) > MANY else 1,
        ),
        strict=True,
    ):
        cache.put(keys[index], result)
        progress(1)
    return (cache.get(key) for key in keys)


def _bytes(path: str) -> bytes | None:
    """Return the file's bytes (one more than allowed at most), or None where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        return None


def _files(content: Path, kind: Kind, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Yield the path and the id of each file; what does not belong in the folder becomes a problem."""
    root = content / kind.folder
    if root.is_symlink():
        problems.append(_link(_shown(root)))
    elif root.is_dir():
        start = len(_shown(root)) + 1
        for path in _walk(_shown(root), problems):
            id_, dot, suffix = path[start:].rpartition(".")
            problem = _misplaced(path, id_.split("/"), dot + suffix, kind)
            if problem:
                problems.append(problem)
            else:
                yield path, id_


def _walk(folder: str, problems: list[Problem]) -> Iterator[str]:
    """Yield every file below a folder, sorted, hidden ones left out; links become problems."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.is_symlink():
            problems.append(_link(path))
        elif entry.is_dir():
            yield from _walk(path, problems)
        elif not entry.name.startswith("."):
            yield path


def _link(path: str) -> Problem:
    return Problem(
        path, 1, 1, "B003", "dit is een koppeling naar een andere plek.", "Zet het bestand zelf in deze map."
    )


def _misplaced(path: str, parts: list[str], suffix: str, kind: Kind) -> Problem | None:
    if suffix != ".yml":
        hint = 'De naam van een bestand met inhoud eindigt op ".yml". Verplaats het of geef het die naam.'
        return Problem(path, 1, 1, "B012", f"{quoted(path.rpartition('/')[2])} hoort hier niet.", hint)
    if len(parts) != kind.depth:
        where = f"{kind.folder}/GEMEENTE/NAAM.yml" if kind.depth > 1 else f"{kind.folder}/NAAM.yml"
        return Problem(path, 1, 1, "B014", "dit bestand staat in de verkeerde map.", f"Zet het op {where}.")
    for part in parts:
        if not ID_PART.fullmatch(part) or len(part) > MAX_ID_PART:
            hint = f"Gebruik kleine letters, cijfers en losse streepjes, hoogstens {MAX_ID_PART} tekens, zoals samen-wandelen."
            return Problem(path, 1, 1, "B013", f"{quoted(part)} kan geen naam zijn.", hint)
    return None


def _parsed(raw: bytes | None, file: File, key: str) -> Entry[Any] | tuple[Problem, ...]:
    if raw is None:
        return (Problem(file.path, 1, 1, "B017", "dit bestand is niet te lezen.", "Kijk of u het mag openen."),)
    document = parse(raw, file.path)
    if isinstance(document, Problem):
        return (document,)
    try:
        return Entry(file.id, file.path, key, file.model.model_validate(document.data), document.values)
    except ValidationError as error:
        return tuple(_problems(error, document, file.path, file.model))


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
