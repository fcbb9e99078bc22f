"""The stream to disk. The only writer.

Two whole trees are kept: the site, and the one before it (out of sight). A run brings the old tree up to date, linking
from the site what did not change, and then lets the two change places: the site is always whole, and a run costs what changed.
docs/beloften.md says what that promises and which test shows it.
"""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgpack

from generator.work.cache import of
from generator.work.disk import WriteError, exchange, flush, replace_whole, why, write_whole
from generator.work.page import Page
from generator.work.spread import spread

MARK = ".activiteitenwijzer"
MANY = 500  # pages worth a second process
MARK_TEXT = "Gemaakt door de Activiteitenwijzer. Deze map wordt bij elke bouw vervangen.\n"


# What stands on disk for a page: the key it was made from, and its size and time, to see that nobody touched it.
Written = tuple[str, int, int]
Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Result:
    """What a run did: how many files it made anew, and how many it kept."""

    made: int
    kept: int


@dataclass(slots=True)
class Tree:
    """A folder with a site in it, and what an earlier run noted of its files."""

    folder: Path
    files: dict[str, Written]


def write(out: Path, memory: Path, pages: Iterable[Page], jobs: int = 1) -> Result:
    """Write the site to ``out`` and return what was done.

    ``memory`` is a folder on the same disk for what must be remembered between runs. A folder that this program did not
    make is never replaced. On any error the old site stays as it was. Whoever calls this holds the turn (``disk.alone``).
    """
    spare = _spare(out, memory)
    notes = memory / f"{out.name}.bestanden"
    try:
        _refuse_foreign(out)
        memory.mkdir(parents=True, exist_ok=True)
        out.parent.mkdir(parents=True, exist_ok=True)
        mend(out, memory)
    except OSError as error:
        raise WriteError(
            f"Naar {out} kan niet worden geschreven: {why(error)}. Kies met --out een andere map."
        ) from error
    try:
        return _update(Tree(out, {}), Tree(spare, {}), notes, tuple(pages), jobs)
    except OSError as error:
        reason = f"De site kan niet naar {out}: {why(error)}. De oude site staat er nog."
        raise WriteError(f"{reason} Kijk of er ruimte is en of u er mag schrijven.") from error


def _update(site: Tree, spare: Tree, notes: Path, pages: tuple[Page, ...], jobs: int) -> Result:
    known = _read_notes(notes)
    site.files = known.get(_identity(site.folder), {})
    spare.files = known.get(_identity(spare.folder), {})
    if not spare.files:
        shutil.rmtree(spare.folder, ignore_errors=True)
        spare.folder.mkdir(parents=True)
    if notes.is_dir():  # nobody knows who made that
        shutil.rmtree(notes)
    notes.unlink(missing_ok=True)  # from here on the spare tree is not what was noted
    made, files = _bring_up_to_date(spare, site, pages, jobs)
    flush(spare.folder)
    _swap(site.folder, spare.folder)
    site.files, spare.files = files, site.files
    with suppress(OSError):  # the site stands; what fails here costs the next run some time
        _remember(site, spare, notes, mirror=made > MANY)
    return Result(made, len(files) - made)


def _remember(site: Tree, spare: Tree, notes: Path, *, mirror: bool) -> None:
    """Note what stands in both trees, for the next run."""
    if mirror or not spare.folder.exists():
        _mirror(site, spare)
    note = [(_identity(tree.folder), tree.files) for tree in (site, spare)]
    replace_whole(notes, [msgpack.packb(note)])


def _refuse_foreign(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise WriteError(f"{out} is geen gewone map. Kies met --out een andere plek.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise WriteError(f"In {out} staat iets anders dan een eerder gebouwde site. Kies met --out een andere map.")


def _read_notes(notes: Path) -> dict[Identity, dict[str, Written]]:
    try:
        found = msgpack.unpackb(notes.read_bytes(), use_list=False)
        return dict(of(tuple[tuple[Identity, dict[str, Written]], ...])(found))
    except Exception:  # noqa: BLE001 - without notes everything is made anew
        return {}


def _identity(folder: Path) -> Identity:
    """Return what stays the same when a folder is renamed, and differs after somebody replaced it."""
    if not folder.is_dir():
        return (0, 0)
    state = folder.stat()
    return (state.st_dev, state.st_ino)


def _bring_up_to_date(target: Tree, site: Tree, pages: tuple[Page, ...], jobs: int) -> tuple[int, dict[str, Written]]:
    """Make ``target`` hold exactly ``pages``, and return how many had to be made and what now stands there."""
    files: dict[str, Written] = {}
    to_make: list[Page] = []
    paths: set[str] = set()
    old, live = str(target.folder), str(site.folder)
    for page in pages:
        _check_inside(page.path)
        paths.add(page.path)
        here, there = target.files.get(page.path), site.files.get(page.path)
        if here and here[0] == page.key and _untouched(f"{old}/{page.path}", here):
            files[page.path] = here
        elif there and there[0] == page.key and _link(f"{live}/{page.path}", f"{old}/{page.path}", there):
            files[page.path] = there
        else:
            to_make.append(page)
    if len(paths) != len(pages):
        raise WriteError("Twee bestanden van de site hebben hetzelfde adres.")
    written = spread(
        lambda index: _make(f"{old}/{to_make[index].path}", to_make[index]),
        len(to_make),
        jobs if len(to_make) > MANY else 1,
    )
    files.update(zip((page.path for page in to_make), written, strict=True))
    for path in target.files.keys() - files.keys():
        _remove(target.folder, path)
    (target.folder / MARK).write_text(MARK_TEXT, "utf-8")
    return len(to_make), files


def _check_inside(path: str) -> None:
    if path.startswith("/") or ".." in path.split("/"):
        raise WriteError(f"Het adres {path} ligt buiten de site.")


def _untouched(path: str, known: Written) -> bool:
    try:
        state = os.stat(path)
    except OSError:
        return False
    return (state.st_size, state.st_mtime_ns) == known[1:]


def _link(source: str, target: str, known: Written) -> bool:
    if not _untouched(source, known):
        return False
    try:
        _make_room(target)
        os.link(source, target)
    except OSError:
        return False
    return True


def _make_room(target: str) -> None:
    """Make the folder of a file, and take away the link that may stand there: its bytes belong to the other tree too."""
    try:
        os.unlink(target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)


def _make(target: str, page: Page) -> Written:
    content = page.make()
    _make_room(target)
    state = write_whole(target, content)
    return (page.key, state.st_size, state.st_mtime_ns)


def _remove(root: Path, path: str) -> None:
    """Remove a file that the site no longer has, and its folders where they are left empty."""
    file = root / path
    file.unlink(missing_ok=True)
    for folder in file.relative_to(root).parents:
        try:
            (root / folder).rmdir() if folder.name else None
        except OSError:
            return


def _spare(out: Path, memory: Path) -> Path:
    return memory / f"{out.name}.vorige"


def _between(out: Path, spare: Path) -> Path:
    return spare.with_name(f"{out.name}.wissel")


def _swap(out: Path, spare: Path) -> None:
    """Let the two trees change places: in one step, or in three that ``mend`` finishes where they were cut off."""
    if not out.exists():
        spare.rename(out)
    elif not exchange(spare, out):
        between = _between(out, spare)
        out.rename(between)
        spare.rename(out)
        between.rename(spare)


def mend(out: Path, memory: Path) -> None:
    """Finish or undo a swap in three steps that an earlier run did not finish. Raises OSError where that cannot be."""
    spare = _spare(out, memory)
    between = _between(out, spare)
    if not between.exists():
        return
    if not out.exists():
        between.rename(out)
    elif not spare.exists():
        between.rename(spare)
    else:
        shutil.rmtree(between)


def _mirror(site: Tree, spare: Tree) -> None:
    """Bring the tree for the next run up to date now, so that nobody waits for that when they change one file."""
    spare.folder.mkdir(parents=True, exist_ok=True)
    for path in spare.files.keys() - site.files.keys():
        _remove(spare.folder, path)
    for path, known in site.files.items():
        if spare.files.get(path) != known:
            _link(f"{site.folder}/{path}", f"{spare.folder}/{path}", known)
    (spare.folder / MARK).write_text(MARK_TEXT, "utf-8")
    spare.files = dict(site.files)
