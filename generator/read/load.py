"""The content folder to a :class:`Catalogue`, or to all the problems that keep it from being one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from generator.judge.messages import plain_loc, sentence
from generator.model.catalogue import Catalogue, Entry, frozen
from generator.model.files import FOLDERS, SINGLES
from generator.model.problem import Loc, Problem
from generator.model.schema import (
    Activity,
    Contact,
    Domain,
    EersteKeer,
    Kinds,
    Location,
    Model,
    Municipality,
    Practice,
    Referral,
    Toegankelijkheid,
)
from generator.read.folder import (
    File,
    bad_photographs,
    files,
    missing_folder,
    missing_pictogram,
    unreadable,
)
from generator.read.markdown import written_pages
from generator.read.source import Document, Positions, parse
from generator.work.cache import Cache, digest
from generator.work.spread import spread

MANY = 500  # files worth a second process


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
        return Loaded(None, (missing_folder(content),))
    problems: list[Problem] = []
    to_read = files(content, problems)
    names = written_pages(content, problems, cache, version)
    models = [kind.model for kind in (*SINGLES, *FOLDERS)]
    found: dict[type[Model], list[Entry[Any]]] = {model: [] for model in models}
    unreadable_ids: set[str] = set()
    for file, result in zip(to_read, _results(to_read, cache, version, jobs, progress), strict=True):
        if isinstance(result, Entry):
            found[file.model].append(result)
        else:
            problems.extend(result)
            unreadable_ids.add(f"{file.folder}/{file.id}")
    for entries in (found[Domain], found[Kinds], found[Referral]):
        problems += filter(None, (missing_pictogram(entry) for entry in entries))
    for entry in (*found[Activity], *found[Location], *found[Practice], *found[Municipality]):
        problems += bad_photographs(entry, content, cache, version)
    if not all(found[kind.model] for kind in SINGLES if kind.required):
        return Loaded(None, tuple(problems))
    by_kind: dict[str, Any] = {kind.attribute: frozen(found[kind.model]) for kind in FOLDERS}
    by_kind |= {kind.attribute: found[kind.model][0] for kind in SINGLES if found[kind.model]}
    return Loaded(Catalogue(pages=names, unreadable=frozenset(unreadable_ids), **by_kind), tuple(problems))


def _results(
    to_read: list[File], cache: Cache, version: str, jobs: int, progress: Callable[[int], None]
) -> Iterator[Entry[Any] | tuple[Problem, ...]]:
    """Yield what each file gave, in order: what YAML says comes from the cache or is read now, and is judged each time."""
    raw = [_bytes(file) for file in to_read]
    keys = [key_of(file, version, digest(text or b"")) for file, text in zip(to_read, raw, strict=True)]
    found: list[Entry[Any] | tuple[Problem, ...] | None] = [
        cache.get(key, partial(_kept, file, key)) for file, key in zip(to_read, keys, strict=True)
    ]
    missing = [index for index, result in enumerate(found) if result is None]
    documents = spread(
        lambda at: _document(raw[missing[at]], to_read[missing[at]]), len(missing), jobs if len(missing) > MANY else 1
    )
    for index, document in zip(missing, documents, strict=True):
        found[index] = _learned(document, to_read[index], keys[index], cache)
        progress(1)
    return (result for result in found if result is not None)


def read(file: File, mark: str, cache: Cache, version: str) -> Entry[Any] | tuple[Problem, ...]:
    """Return one file as an entry, or the problems that keep it from being one.

    ``mark`` is a digest of its bytes: where ``cache`` knows those, the file is not opened.
    """
    key = key_of(file, version, mark)
    kept = cache.get(key, partial(_kept, file, key))
    if kept is not None:
        return kept
    raw = _bytes(file)
    return _learned(_document(raw, file), file, key_of(file, version, digest(raw or b"")), cache)


def key_of(file: File, version: str, mark: str) -> str:
    """Return the digest that a file has as an entry; ``mark`` is one of its bytes."""
    return digest(f"{version} {file.model.__name__} {file.path}", mark)


def _learned(document: Document | Problem, file: File, key: str, cache: Cache) -> Entry[Any] | tuple[Problem, ...]:
    """Return what a document is, and keep it where it is sound."""
    found = _entry(document, file, key)
    if isinstance(found, Entry) and isinstance(document, Document):
        cache.put(key, found, (document.data, document.packed_positions(), document.cut))
    return found


def _kept(file: File, key: str, plain: Any) -> Entry[Any]:
    """Return the entry that a file was when it was read before. Raises where what was kept is not that."""
    data, positions, cut = plain
    return Entry(file.id, file.path, key, file.model.model_validate(data), Positions(positions), tuple(map(tuple, cut)))


def _bytes(file: File) -> bytes | None:
    """Return the file's bytes (one more than allowed at most), or None where it cannot be read."""
    try:
        with open(file.path, "rb") as opened:
            return opened.read(file.most + 1)
    except OSError:
        return None


def _document(raw: bytes | None, file: File) -> Document | Problem:
    return unreadable(file.path) if raw is None else parse(raw, file.path, file.most)


def parsed(raw: bytes, file: File, key: str) -> Entry[Any] | tuple[Problem, ...]:
    """Return a file's bytes as an entry with ``key`` as its digest, or the problems that keep it from being one."""
    return _entry(_document(raw, file), file, key)


def _entry(document: Document | Problem, file: File, key: str) -> Entry[Any] | tuple[Problem, ...]:
    if isinstance(document, Problem):
        return (document,)
    try:
        return Entry(
            file.id, file.path, key, file.model.model_validate(document.data), document.values, tuple(document.cut)
        )
    except ValidationError as error:
        return tuple(_problems(error, document, file.path, file.model))


def _problems(error: ValidationError, document: Document, shown: str, model: type[Model]) -> Iterator[Problem]:
    details = error.errors(include_input=False, include_url=False)
    for detail in details:
        loc = plain_loc(detail["loc"])
        if detail["type"] == "too_short" and any(_below(other["loc"], loc) for other in details):
            continue  # pydantic counts only the items that were right
        code, message, hint = sentence(detail, _siblings(detail["loc"], model, document))
        if detail["type"] == "extra_forbidden" and len(loc) == 1:
            hint = _deeper(str(loc[0]), model) or hint
        at_key = document.keys.get(loc) if detail["type"] == "extra_forbidden" else None
        line, column = at_key or document.position(loc)
        yield Problem(shown, line, column, code, message, hint)


def _deeper(name: str, model: type[Model]) -> str:
    """Return the remedy for a field that belongs one level deeper, such as ``telefoon`` under ``contact``; else nothing."""
    inner: dict[str, type[Model]] = {
        "contact": Contact,
        "toegankelijkheid": Toegankelijkheid,
        "eerste_keer": EersteKeer,
    }
    for outer, inside in inner.items():
        if outer in model.model_fields and name in inside.model_fields:
            return f'Zet het ingesprongen onder een regel "{outer}:".'
    return ""


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
    """Return the field names of the model at ``loc``, found by walking down the types of the fields.

    A tag of a union ("<Herhaald>") names its model; a number or a name in a mapping leads no deeper.
    """
    here = {model}
    for step in loc:
        tagged = {one for one in here if step == f"<{one.__name__}>"}
        below = {
            one for at in here if step in at.model_fields for one in _models_in(at.model_fields[str(step)].annotation)
        }
        here = tagged or below or here
    return dict.fromkeys(name for one in sorted(here, key=lambda one: one.__name__) for name in one.model_fields)


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    """Yield every model that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
