"""What lies in the content folder: which files there are, and which of them changed since they were last looked at.

A file that has the size, the time and the place on the disk that it had, is not opened. A time so close to the moment of looking that the
file may have changed once more within it says nothing, and then it is read.
"""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model.problem import Problem
from generator.read.folder import PHOTO_NAME, PHOTOS, File, files
from generator.read.photographs import MOST_BYTES
from generator.work.cache import digest
from generator.work.spread import spread

Note = tuple[int, int, int, str]  # the size, the time and the place of a file, and a digest of its bytes
GROUP = 2_000  # files that a process opens at a time
CLOSE = 2_000_000_000  # nanoseconds within which a file system may not tell two times apart


@dataclass(frozen=True)
class Stock:
    """The files of a content folder. ``marks`` has a digest of the bytes of each by its path, empty where it cannot be read.

    ``photos`` are those by their name; ``notes`` is what to give to :func:`stock` the next time.
    """

    files: tuple[File, ...]
    marks: Mapping[str, str]
    photos: Mapping[str, str]
    problems: tuple[Problem, ...]
    notes: Mapping[str, Note]


def stock(
    content: Path, before: Mapping[str, Note], progress: Callable[[int], None] = lambda _count: None, jobs: int = 1
) -> Stock:
    """Return what lies below ``content``; ``before`` is what an earlier look noted, ``progress`` gets how many files were opened.

    Where most of many files are new, they are opened over ``jobs`` processes.
    """
    problems: list[Problem] = []
    found = tuple(files(content, problems, before))
    photos = {name: f"{content.as_posix()}/{PHOTOS}/{name}" for name in _photos(content)}
    most = [(file.path, file.most) for file in found] + [(path, MOST_BYTES) for path in photos.values()]
    notes: dict[str, Note] = {}
    groups = [most[start : start + GROUP] for start in range(0, len(most), GROUP)]
    new = len(most) - len(before)
    for some in spread(lambda at: _noted(groups[at], before), len(groups), jobs if new > GROUP else 1, enough=2):
        notes |= {path: note for path, note, _ in some}
        progress(sum(opened for _, _, opened in some))
    marks = {path: note[3] for path, note in notes.items()}
    seen = {name: marks[path] for name, path in photos.items()}
    return Stock(found, marks, seen, tuple(problems), notes)


def restocked(before: Stock, content: Path, changed: Iterable[Path]) -> Stock | None:
    """Return what lies below ``content`` where it is known what ``changed`` since ``before``, without looking at the rest.

    None where that has to be looked at after all: a file came or went and may lie where it should not, or a path leads elsewhere, as it
    does on a system that tells the real one of a link.
    """
    photos = {name: f"{content.as_posix()}/{PHOTOS}/{name}" for name in before.photos}
    most = {file.path: file.most for file in before.files} | dict.fromkeys(photos.values(), MOST_BYTES)
    here, seen = content.absolute(), set()
    for path in changed:
        if path.absolute() == here or not path.absolute().is_relative_to(here):
            return None
        shown = f"{content.as_posix()}/{path.absolute().relative_to(here).as_posix()}"
        if shown in most and path.is_file() and not path.is_symlink():
            seen.add(shown)
        elif path.exists() or any(name.startswith(f"{shown}/") or name == shown for name in most):
            return None
    again = _noted(((path, most[path]) for path in sorted(seen)), {})
    notes = {**before.notes, **{path: note for path, note, _ in again}}
    marks = {**before.marks, **{path: notes[path][3] for path in seen}}
    return replace(before, marks=marks, photos={name: marks[path] for name, path in photos.items()}, notes=notes)


def _noted(paths: Iterable[tuple[str, int]], before: Mapping[str, Note]) -> list[tuple[str, Note, bool]]:
    """Return what there is to note of each file, and whether it was opened for that."""
    newest = time.time_ns() - CLOSE
    found: list[tuple[str, Note, bool]] = []
    for path, most in paths:
        known = before.get(path)
        try:
            state = os.stat(path)  # noqa: PTH116 - a hundred thousand times
            if known and known[:3] == (state.st_size, state.st_mtime_ns, state.st_ino):
                found.append((path, known, False))
                continue
            with open(path, "rb") as file:  # noqa: PTH123 - the same
                mark = digest(file.read(most + 1))
        except OSError:
            found.append((path, (-1, 0, 0, ""), False))
            continue
        # One that is so new that it may change again unseen is looked at again.
        size = state.st_size if state.st_mtime_ns < newest else -1
        found.append((path, (size, state.st_mtime_ns, state.st_ino, mark), True))
    return found


def _photos(content: Path) -> list[str]:
    folder = content / PHOTOS
    if folder.is_symlink() or not folder.is_dir():
        return []
    with os.scandir(folder) as found:
        return sorted(
            one.name for one in found if PHOTO_NAME.fullmatch(one.name) and one.is_file(follow_symlinks=False)
        )
