"""The stream to disk. The only writer.

Two whole trees are kept: the site, and one beside it (out of sight) that holds the same. A run brings the one beside it up to date and then
lets the two change places: the site is always whole. What stands in a tree is noted a part of the site at a time (a municipality, or what is
about all of them): a part that did not change is not looked at.
docs/beloften.md says what that promises and which test shows it.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgpack

from generator.work.cache import of
from generator.work.disk import WriteError, exchange, flush, replace_whole, why, write_whole
from generator.work.page import Page
from generator.work.spread import spread

MARK = ".activiteitenwijzer"
MANY = 500  # pages worth a second process
MARK_TEXT = "Gemaakt door de Activiteitenwijzer. Deze map wordt bij elke bouw vervangen.\n"
WHOLE = "_"  # the name of the part that is about everything: no municipality has it


# What stands on disk for a page: the key it was made from, and its size and time, to see that nobody touched it.
Written = tuple[str, int, int]
Identity = tuple[int, int]
T = TypeVar("T")
Notes = tuple[Identity, Identity, dict[str, tuple[str, int]]]


class LostListError(Exception):
    """What stands in a part of the site is not known any more: everything has to be made anew."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run did: how many files it made anew, and how many it kept."""

    made: int
    kept: int


@dataclass(frozen=True, slots=True)
class Done:
    """What was done for one part: which files are new in it and which it has no more, how many of the new ones were made, and how many it has."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    made: int
    total: int


def write(out: Path, memory: Path, pages: Iterable[Page], jobs: int = 1) -> Result:
    """Write a site of one part to ``out`` and return what was done (see :class:`Trees`)."""
    trees = Trees(out, memory)
    trees.begin()
    done = trees.update(WHOLE, tuple(pages), jobs)
    return trees.finish({WHOLE: done}, {WHOLE: ""})


@dataclass
class Trees:
    """The site at ``out`` and the tree beside it. Whoever uses this holds the turn (``disk.alone``).

    ``memory`` is a folder on the same disk for what must be remembered between runs. A folder that this program did not make is never
    replaced. On any error the old site stays as it was. ``known`` has the key from which each part was made, ``amounts`` how many files it
    has; nothing where that is not sure.
    """

    out: Path
    memory: Path
    known: dict[str, str] = field(default_factory=dict)
    amounts: dict[str, int] = field(default_factory=dict)
    _begun: bool = False

    def look(self) -> None:
        """See what stands there. Raises WriteError where no site may be written."""
        try:
            _refuse_foreign(self.out)
            self.memory.mkdir(parents=True, exist_ok=True)
            self.out.parent.mkdir(parents=True, exist_ok=True)
            mend(self.out, self.memory)
        except OSError as error:
            raise WriteError(
                f"Naar {self.out} kan niet worden geschreven: {why(error)}. Kies met --out een andere map."
            ) from error
        site, spare, parts = self._read_notes()
        right = (site, spare) == (_identity(self.out), _identity(self._spare)) and (0, 0) not in (site, spare)
        if not right or not self._lists.is_dir() or parts.keys() - {one.name for one in self._lists.iterdir()}:
            parts = {}
        self.known = {part: key for part, (key, _) in parts.items()}
        self.amounts = {part: amount for part, (_, amount) in parts.items()}

    def begin(self) -> None:
        """Make ready for changes: from here on nothing is sure until :meth:`finish`."""
        if not self._begun:
            self.look()
        self._begun = True
        try:
            if not self.known:
                for folder in (self._spare, self._lists):
                    shutil.rmtree(folder, ignore_errors=True)
                    folder.mkdir(parents=True)
            if self._notes.is_dir():  # nobody knows who made that
                shutil.rmtree(self._notes)
            self._notes.unlink(missing_ok=True)
        except OSError as error:
            raise self._failed(error) from error

    def update(self, part: str, pages: tuple[Page, ...], jobs: int = 1) -> Done:
        """Make the tree beside the site hold exactly ``pages`` for a part of it. May be done for several parts at once, in processes."""
        try:
            return self._bring_up_to_date(part, pages, jobs)
        except OSError as error:
            raise self._failed(error) from error

    def finish(self, done: Mapping[str, Done], keys: Mapping[str, str]) -> Result:
        """Let the trees change places, after ``done`` was done for each part that changed; ``keys`` are those of all parts."""
        try:
            return self._finished(done, keys)
        except OSError as error:
            raise self._failed(error) from error

    def files(self, part: str) -> Mapping[str, Written]:
        """Return what was made for a part by :meth:`update`."""
        found: dict[str, Written] = of(dict[str, Written])(
            msgpack.unpackb((self._lists / part).read_bytes(), use_list=False)
        )
        return found

    def take(self, part: str, folder: Path, files: Iterable[tuple[str, str, int]]) -> Done:
        """Take the files of a part from where somebody else made them: ``files`` has the address, the key and the size of each."""
        try:
            before = self._read_list(part)
            found: dict[str, Written] = {}
            for path, key, size in files:
                _check_inside(path)
                target = f"{self._spare}/{path}"
                _put(target, partial(_copied, f"{folder}/{path}", target))
                found[path] = (key, size, os.stat(target).st_mtime_ns)
            replace_whole(self._lists / part, [msgpack.packb(found)])
        except OSError as error:
            raise self._failed(error) from error
        return Done(tuple(found), tuple(before.keys() - found.keys()), len(found), len(found))

    def forget(self) -> None:
        """Know nothing of what stands there."""
        self.known, self.amounts = {}, {}

    def drop(self, part: str) -> Done:
        """Return what it means that a part is no more."""
        return Done((), tuple(self._read_list(part)), 0, 0)

    def _failed(self, error: OSError) -> WriteError:
        reason = f"De site kan niet naar {self.out}: {why(error)}. De oude site staat er nog."
        return WriteError(f"{reason} Kijk of er ruimte is en of u er mag schrijven.")

    @property
    def _spare(self) -> Path:
        return _spare(self.out, self.memory)

    @property
    def _notes(self) -> Path:
        return self.memory / f"{self.out.name}.bestanden"

    @property
    def _lists(self) -> Path:
        return self.memory / f"{self.out.name}.lijsten"

    def _read_notes(self) -> Notes:
        try:
            found: Notes = of(Notes)(msgpack.unpackb(self._notes.read_bytes(), use_list=False))
        except Exception:  # noqa: BLE001 - without notes everything is made anew
            return (0, 0), (0, 0), {}
        return found

    def _read_list(self, part: str) -> dict[str, Written]:
        if part not in self.known:
            return {}
        try:
            raw = (self._lists / part).read_bytes()
            found: dict[str, Written] = of(dict[str, Written])(msgpack.unpackb(raw, use_list=False))
        except Exception as error:
            raise LostListError(part) from error
        return found

    def _bring_up_to_date(self, part: str, pages: tuple[Page, ...], jobs: int) -> Done:
        before = self._read_list(part)
        files: dict[str, Written] = {}
        to_make: list[Page] = []
        new: list[str] = []
        old, live = str(self._spare), str(self.out)
        for page in pages:
            _check_inside(page.path)
            known = before.get(page.path)
            here, there = f"{old}/{page.path}", f"{live}/{page.path}"
            if known and known[0] == page.key and (_untouched(here, known) or _link(there, here, known)):
                files[page.path] = known
            else:
                to_make.append(page)
                new.append(page.path)
        if len(files) + len(set(new)) != len(pages):
            raise _twice()
        written = spread(
            lambda index: _make(f"{old}/{to_make[index].path}", to_make[index]),
            len(to_make),
            jobs if len(to_make) > MANY else 1,
        )
        files.update(zip(new, written, strict=True))
        replace_whole(self._lists / part, [msgpack.packb(files)])
        gone = tuple(before.keys() - files.keys())
        return Done(tuple(new), gone, len(to_make), len(files))

    def _finished(self, done: Mapping[str, Done], keys: Mapping[str, str]) -> Result:
        new = [path for one in done.values() for path in one.new]
        amounts = {**self.amounts, **{part: one.total for part, one in done.items()}}
        if len(set(new)) != len(new):
            raise _twice()
        gone = {path for one in done.values() for path in one.gone} - set(new)
        for path in gone:
            _remove(self._spare, path)
        (self._spare / MARK).write_text(MARK_TEXT, "utf-8")
        flush(self._spare)
        _swap(self.out, self._spare)
        with suppress(OSError):  # the site stands; what fails here costs the next run some time
            self._mirror(new, gone)
            for part in self.known.keys() - keys.keys():
                (self._lists / part).unlink(missing_ok=True)
            parts = {part: (key, amounts[part]) for part, key in keys.items()}
            note = (_identity(self.out), _identity(self._spare), parts)
            replace_whole(self._notes, [msgpack.packb(note)])
        made = sum(one.made for one in done.values())
        return Result(made, sum(amounts[part] for part in keys) - made)

    def _mirror(self, new: Iterable[str], gone: Iterable[str]) -> None:
        """Bring the tree beside the site up to date with it, so that the next run begins where this one ended."""
        self._spare.mkdir(parents=True, exist_ok=True)
        for path in gone:
            _remove(self._spare, path)
        for path in new:
            source, target = f"{self.out}/{path}", f"{self._spare}/{path}"
            _put(target, partial(os.link, source, target))
        (self._spare / MARK).write_text(MARK_TEXT, "utf-8")


def _twice() -> WriteError:
    return WriteError("Twee bestanden van de site hebben hetzelfde adres.")


def _refuse_foreign(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise WriteError(f"{out} is geen gewone map. Kies met --out een andere plek.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise WriteError(f"In {out} staat iets anders dan een eerder gebouwde site. Kies met --out een andere map.")


def _identity(folder: Path) -> Identity:
    """Return what stays the same when a folder is renamed, and differs after somebody replaced it."""
    if not folder.is_dir():
        return (0, 0)
    state = folder.stat()
    return (state.st_dev, state.st_ino)


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
        _put(target, lambda: os.link(source, target))
    except OSError:
        return False
    return True


def _put(target: str, put: Callable[[], T]) -> T:
    """Do what puts a file at ``target``; where its folder is missing that is made, and the link that may stand there is taken away.

    The bytes of that link belong to the other tree too.
    """
    try:
        return put()
    except FileNotFoundError:
        _make_folder(os.path.dirname(target))
    except FileExistsError:
        os.unlink(target)
    return put()


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)  # what is missing is mostly the last folder
    except OSError:
        os.makedirs(path, exist_ok=True)


def _make(target: str, page: Page) -> Written:
    content = page.make()
    state = _put(target, lambda: write_whole(target, content))
    return (page.key, state.st_size, state.st_mtime_ns)


def _copied(source: str, target: str) -> None:
    """Copy a file to where none is. Raises FileExistsError where there is one."""
    with open(source, "rb") as one, open(target, "xb") as other:
        shutil.copyfileobj(one, other)


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
