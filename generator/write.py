"""The stream to disk: a new folder that hard-links what did not change, swapped in whole at the end. The only writer."""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

MARK = ".activiteitenwijzer"


class WriteError(Exception):
    """The site could not be written; the message says why and what to do, in Dutch. The old site stands."""


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site: where it goes, what it was made from, and how to make it.

    ``key`` changes whenever anything changes that the bytes depend on; equal keys mean equal bytes.
    """

    path: str
    key: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Written:
    """What stands on disk for a page: the key it was made from, and enough to see that nobody touched it."""

    key: str
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a run did: how many files it made anew, how many it kept, and what now stands on disk."""

    made: int
    kept: int
    files: Mapping[str, Written]


def write(out: Path, pages: Iterable[Page], before: Mapping[str, Written]) -> Result:
    """Write the site to ``out`` and return what was done.

    ``before`` is what an earlier run returned for this folder (or nothing). A folder that this program did not make is
    never replaced. On any error the old site stays as it was.
    """
    _refuse_foreign(out)
    fresh, old = out.with_name(f"{out.name}.nieuw"), out.with_name(f"{out.name}.oud")
    if old.exists() and not out.exists():
        old.rename(out)  # a run was cut off between the two renames
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        result = _fill(fresh, out, pages, before)
        (fresh / MARK).write_text("Gemaakt door de Activiteitenwijzer. Deze map wordt bij elke bouw vervangen.\n", "utf-8")
        if out.exists():
            out.rename(old)
        fresh.rename(out)
    except OSError as error:
        raise WriteError(f"De site kan niet naar {out} ({error.strerror}). Kijk of er ruimte is en of u er mag schrijven.") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    return result


def _refuse_foreign(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise WriteError(f"{out} is geen gewone map. Kies met --out een andere plek.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise WriteError(f"In {out} staat iets anders dan een eerder gebouwde site. Kies met --out een andere map.")


def _fill(fresh: Path, out: Path, pages: Iterable[Page], before: Mapping[str, Written]) -> Result:
    folders: set[str] = {""}
    files: dict[str, Written] = {}
    made = 0
    root, source = str(fresh), str(out)
    for page in pages:
        folder = page.path.rpartition("/")[0]
        if folder not in folders:
            _check_inside(page.path)
            os.makedirs(f"{root}/{folder}", exist_ok=True)
            folders.add(folder)
        known = before.get(page.path)
        if known and known.key == page.key and _link(f"{source}/{page.path}", f"{root}/{page.path}", known):
            files[page.path] = known
            continue
        files[page.path] = _make(f"{root}/{page.path}", page)
        made += 1
    return Result(made, len(files) - made, files)


def _check_inside(path: str) -> None:
    if path.startswith("/") or ".." in path.split("/"):
        raise WriteError(f"Het adres {path} ligt buiten de site.")


def _link(source: str, target: str, known: Written) -> bool:
    try:
        state = os.stat(source)
        if state.st_size != known.size or state.st_mtime_ns != known.modified_ns:
            return False
        os.link(source, target)
    except OSError:
        return False
    return True


def _make(target: str, page: Page) -> Written:
    content = page.make()
    with open(target, "xb") as file:  # noqa: PTH123 - plain strings are twice as fast here, 10,000 times
        file.write(content)
    state = os.stat(target)
    return Written(page.key, state.st_size, state.st_mtime_ns)
