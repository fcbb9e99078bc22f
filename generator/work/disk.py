"""What the system does so that a site is always whole: one build at a time, all bytes written, and a swap in one step."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

PATIENCE = 600.0  # seconds that a build waits for another one
HERE = -100  # AT_FDCWD: paths are relative to the working folder
EXCHANGE = 2  # RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS
CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM})
REASONS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "u hebt geen ruimte meer op deze schijf",
    errno.EFBIG: "een bestand mag hier niet zo groot worden",
    errno.EACCES: "u mag hier niet schrijven",
    errno.EPERM: "u mag hier niet schrijven",
    errno.EROFS: "van deze schijf kunt u alleen lezen",
    errno.ENOENT: "dat bestaat niet",
    errno.EEXIST: "dat bestaat al",
    errno.ENOTDIR: "een deel van die plek is geen map",
    errno.EISDIR: "dat is een map",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EIO: "de schijf is stuk",
    errno.ENOTEMPTY: "de map is niet leeg",
    errno.EMFILE: "er zijn te veel bestanden tegelijk open",
    errno.EXDEV: "dat is een andere schijf",
}


class WriteError(Exception):
    """The site could not be written; the message says why and what to do, in Dutch. The old site stands."""


def why(error: OSError) -> str:
    """Return what the system said, in Dutch and without a full stop."""
    return REASONS.get(error.errno or 0, error.strerror or "de reden is niet bekend")


@contextmanager
def alone(memory: Path, out: Path, say: Callable[[str], object], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the turn of the site at ``out``: whoever builds there waits until this is over.

    ``say`` gets a line, once, where there is waiting to do. Raises WriteError after ``patience`` seconds. The lock is one of
    the system's: it ends with the last process that has it, however that ends.
    """
    here = Path.cwd()
    if out.absolute().resolve() in (here, *here.parents):
        raise WriteError(f"{out} kan niet de map van de site worden: u staat erin. Kies met --out een andere map.")
    try:
        memory.mkdir(parents=True, exist_ok=True)
        lock = FileLock(memory / f"{out.name}.slot")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            say(f"Een andere bouw is bezig met {out}. Even wachten.")
            lock.acquire(timeout=patience)
    except Timeout:
        raise WriteError(
            f"Een andere bouw is nog steeds bezig met {out}. Wacht tot die klaar is, of stop hem, en begin opnieuw."
        ) from None
    except OSError as error:
        raise WriteError(
            f"Naar {out} kan niet worden geschreven: {why(error)}. Kies met --out een andere map."
        ) from error
    try:
        yield
    finally:
        lock.release()


def write_whole(path: str, content: bytes) -> os.stat_result:
    """Write a new file with all of ``content`` and return its state. Raises OSError where not every byte could be written."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        left = memoryview(content)
        while left and (written := os.write(file, left)):  # the system may write less than asked
            left = left[written:]
        state = os.fstat(file)
    finally:
        os.close(file)
    if state.st_size != len(content):
        raise OSError(errno.EIO, os.strerror(errno.EIO), path)
    return state


def create(path: Path, text: str) -> None:
    """Write a new file, whole or not at all. Raises FileExistsError where there is one, and OSError where it cannot be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.nieuw")
    unfinished.unlink(missing_ok=True)
    try:
        write_whole(str(unfinished), text.encode())
        os.link(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def replace_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file anew, in one step for who reads it; what stands at its place or at that of the unfinished one is not followed."""
    unfinished = path.with_name(f"{path.name}.nieuw")
    unfinished.unlink(missing_ok=True)
    with open(unfinished, "xb") as file:
        file.writelines(parts)
    unfinished.replace(path)


def flush(folder: Path) -> None:
    """Return when everything that was written on the disk of ``folder`` is really there."""
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):
        os.sync()
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(handle):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(handle)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; return False where the system or the disk has no such step."""
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        failed = library.renameat2(HERE, names[0], HERE, names[1], EXCHANGE)
    elif sys.platform == "darwin":
        failed = library.renamex_np(*names, EXCHANGE)
    else:
        return False
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one))
