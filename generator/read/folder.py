"""The content folder: which files are in it, what each is, and what does not belong there."""

import os
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model.catalogue import Entry
from generator.model.coach_photos import coaches_of
from generator.model.files import FOLDERS, LONG, SINGLES, Folder
from generator.model.icons import icon_exists
from generator.model.problem import Loc, Problem, quoted
from generator.model.schema import (
    ONLINE,
    UNKNOWN,
    WISSELEND,
    Activity,
    Domain,
    Foto,
    Kinds,
    Location,
    Model,
    Municipality,
    Practice,
    Referral,
)
from generator.read import general, photographs
from generator.work.cache import Cache, digest, of

ID_PART = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = (UNKNOWN, ONLINE, WISSELEND)  # what stands in the place of a name
MAX_ID_PART = 100
OF_WINDOWS = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
PAGES = "pages"
PHOTOS = "photos"
KNOWN = frozenset({PAGES, PHOTOS, "LICENSE.md", *(kind.file for kind in SINGLES), *(kind.name for kind in FOLDERS)})
PHOTO_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.(jpg|jpeg|png|webp)")


@dataclass(frozen=True, slots=True)
class File:
    """One file to read: its path as a person writes it, its id, and the model it must fit."""

    path: str
    id: str
    folder: str
    model: type[Model]
    most: int = LONG


def files(content: Path, problems: list[Problem], known: Container[str] = ()) -> list[File]:
    """Return every file to read below ``content``; what does not belong there is added to ``problems``.

    Paths that are ``known`` were found to be in their place before.
    """
    found = [
        File(path, id_, kind.name, kind.model)
        for kind in FOLDERS
        for path, id_ in _files(content, kind, problems, known)
    ]
    problems.extend(_strangers(content))
    themes = general.besides(content, general.THEMES, ".yml")
    found += (File(shown(path), path.stem, general.THEMES, Domain) for path in themes)
    for kind in SINGLES:
        single = general.single(content, kind.file)
        if single.is_symlink():
            problems.append(link(shown(single)))
        elif single.is_file():
            found.append(File(shown(single), kind.name, "", kind.model, kind.most))
        elif kind.required:
            hint = "Maak het aan; in README.md staat wat erin hoort."
            problems.append(Problem(shown(single), 1, 1, "B016", "dit bestand ontbreekt.", hint))
    return found


def _strangers(content: Path) -> Iterator[Problem]:
    """Yield a problem for whatever stands in the content folder and is read by nobody."""
    for path in sorted(content.iterdir()):
        known = path.name in KNOWN or path.name.startswith(".")
        if not known:
            hint = "Haal het weg, of kijk of de naam van de map goed is."
            yield Problem(shown(path), 1, 1, "B012", f"{quoted(path.name)} hoort hier niet.", hint)
        elif path.name == PHOTOS and path.is_symlink():
            yield link(shown(path))


def missing_folder(content: Path) -> Problem:
    """Return the problem of a content folder that is not there."""
    return Problem(
        shown(content), 1, 1, "B016", "deze map bestaat niet.", "Geef de map met --content, of maak hem aan."
    )


def _files(content: Path, kind: Folder, problems: list[Problem], known: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield the path and the id of each file; what does not belong in the folder becomes a problem."""
    root = content / kind.name
    if root.is_symlink():
        problems.append(link(shown(root)))
    elif root.exists() and not root.is_dir():
        problems.append(Problem(shown(root), 1, 1, "B014", "hier hoort een map te staan.", f"Maak de map {kind.name}."))
    elif root.is_dir():
        start = len(shown(root)) + 1
        for path in _walk(shown(root), problems):
            if path in known:
                yield path, path[start : -len(".yml")]
                continue
            id_, dot, suffix = path[start:].rpartition(".")
            problem = _misplaced(path, id_.split("/"), dot + suffix, kind)
            if problem:
                problems.append(problem)
            else:
                yield path, id_


def _walk(folder: str, problems: list[Problem]) -> Iterator[str]:
    """Yield every file below a folder, sorted, hidden ones left out; links become problems."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        problems.append(unreadable(folder))
        return
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.is_symlink():
            problems.append(link(path))
        elif entry.is_dir():
            yield from _walk(path, problems)
        elif not entry.is_file():
            problems.append(unreadable(path))
        elif not entry.name.startswith("."):
            yield path


def link(path: str) -> Problem:
    """Return the problem of a symbolic link, which is never followed."""
    return Problem(
        path, 1, 1, "B003", "dit is een koppeling naar een andere plek.", "Zet het bestand zelf in deze map."
    )


def unreadable(path: str) -> Problem:
    """Return the problem of a file that cannot be read."""
    return Problem(
        path, 1, 1, "B017", "dit bestand is niet te lezen.", "Kijk of het een gewoon bestand is dat u mag openen."
    )


def _misplaced(path: str, parts: list[str], suffix: str, kind: Folder) -> Problem | None:
    if suffix != ".yml":
        hint = 'De naam van een bestand met inhoud eindigt op ".yml". Verplaats het of geef het die naam.'
        return Problem(path, 1, 1, "B012", f"{quoted(path.rpartition('/')[2])} hoort hier niet.", hint)
    if len(parts) != kind.depth:
        where = f"{kind.name}/GEMEENTE/NAAM.yml" if kind.depth > 1 else f"{kind.name}/NAAM.yml"
        return Problem(path, 1, 1, "B014", "dit bestand staat in de verkeerde map.", f"Zet het op {where}.")
    for part in parts:
        if not ID_PART.fullmatch(part) or len(part) > MAX_ID_PART:
            hint = f"Gebruik kleine letters, cijfers en losse streepjes, hoogstens {MAX_ID_PART} tekens, zoals samen-wandelen."
            return Problem(path, 1, 1, "B013", f"{quoted(part)} kan geen naam zijn.", hint)
        if part in OF_WINDOWS:
            hint = "Kies een andere naam: op Windows kan zo'n bestand niet bestaan."
            return Problem(path, 1, 1, "B013", f"{quoted(part)} is op Windows de naam van een apparaat.", hint)
        if kind.depth == 1 and part in RESERVED:
            hint = "Geef het bestand een andere naam: zo zegt een activiteit dat er geen naam is."
            return Problem(path, 1, 1, "B013", f"{quoted(part)} betekent iets anders in een activiteit.", hint)
    return None


def missing_pictogram(entry: Entry[Any]) -> Problem | None:
    """Return a problem where an entry names a pictogram that is not there."""
    for loc, name in _pictograms(entry.model):
        if not icon_exists(name):
            line, column = entry.positions.get(loc, (1, 1))
            message = f"het pictogram {quoted(name)} bestaat niet."
            hint = "Kies een naam uit Material Design Icons, zoals pine-tree."
            return Problem(entry.path, line, column, "B018", message, hint)
    return None


def photograph(content: Path, name: str) -> bytes | None:
    """Return the bytes of a photograph (a few more than allowed at most), or None where it is not there as a plain file."""
    file = content / PHOTOS / name
    if not PHOTO_NAME.fullmatch(name) or file.is_symlink() or file.parent.is_symlink() or not file.is_file():
        return None
    try:
        with file.open("rb") as opened:
            return opened.read(photographs.MOST_BYTES + 1)
    except OSError:
        return None


def bad_photographs(entry: Entry[Any], content: Path, cache: Cache, version: str) -> Iterator[Problem]:
    """Yield a problem for each photograph that an entry names and that is not there or cannot be shown.

    What was seen of a photograph is kept in ``cache`` under its bytes and ``version``, a digest of the code that looks.
    """
    for loc, photo in _photographs(entry.model):
        name = photo.bestand
        wrong = _fault(photograph(content, name), cache, version)
        if wrong:
            line, column = entry.positions.get((*loc, "bestand"), (1, 1))
            hint = (
                f"Zet een foto als .jpg, .png of .webp in {shown(content / PHOTOS)}/, ten minste {photographs.WIDTHS[0]} punten breed, "
                "met een naam als samen-wandelen.jpg."
            )
            yield Problem(entry.path, line, column, "B019", f"de foto {quoted(name)} {wrong}.", hint)


def _photographs(model: Model) -> Iterator[tuple[Loc, Foto]]:
    """Yield every photograph that a model names, with its place."""
    if isinstance(model, Activity | Location) and model.foto:
        yield ("foto",), model.foto
    if isinstance(model, Practice | Municipality):
        yield from (((*loc, "foto"), coach.foto) for loc, coach in coaches_of(model) if coach.foto)


def _fault(raw: bytes | None, cache: Cache, version: str) -> str:
    """Return what is wrong with a photograph, or nothing."""
    if raw is None:
        return "is er niet, of kan niet op de site"
    key = digest("foto", version, raw)
    kept = cache.get(key, of(str))
    if kept is not None:
        return str(kept)
    wrong = photographs.fault(raw) or ""
    cache.put(key, wrong)
    return wrong


def _pictograms(model: Model) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every pictogram that a model names, with its place."""
    if isinstance(model, Referral):
        for index, step in enumerate(model.stappen):
            yield ("stappen", index, "pictogram"), step.pictogram
    if isinstance(model, Domain):
        yield ("pictogram",), model.pictogram
    if isinstance(model, Kinds):
        for id_, kind in model.soorten.items():
            yield ("soorten", id_, "pictogram"), kind.pictogram


def shown(path: Path) -> str:
    """Return the path as a person in the working folder would write it."""
    return path.as_posix()
