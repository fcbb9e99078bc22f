"""What was worked out before, kept by the content it was worked out from.

A value is found again only under the same key; the keys carry a digest of the bytes that went in and of the code
that worked on them. What a run did not use is dropped when it is saved. A file that cannot be read is as good as
none: the cache never decides whether something is true.
"""

import gc
import hashlib
import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import Any


class Cache:
    """A dictionary on disk. ``load`` and ``save`` are the only moments at which it touches a file.

    The file is a row of pickled dictionaries: a run that learned little adds one, and a run that finds more waste than
    use in the file writes it anew.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Keep the file's ``path``; without one the cache lives in memory only."""
        self._path = path
        self._old: dict[str, Any] = {}
        self._used: dict[str, Any] = {}
        self._new: dict[str, Any] = {}

    def load(self) -> "Cache":
        """Read the file, if there is one that can be read."""
        if self._path is None:
            return self
        collecting = gc.isenabled()
        gc.disable()
        try:
            with self._path.open("rb") as file:
                while True:
                    self._old |= pickle.load(file)  # noqa: S301 - our own file, in our own folder
        except EOFError:
            pass
        except Exception:  # noqa: BLE001 - a broken cache is no cache
            self._old = {}
        finally:
            if collecting:
                gc.enable()
        return self

    def get(self, key: str) -> Any:
        """Return what is kept under ``key``, or None."""
        found = self._used.get(key)
        if found is None:
            found = self._old.get(key)
            if found is not None:
                self._used[key] = found
        return found

    def put(self, key: str, value: Any) -> None:
        """Keep ``value`` (not None) under ``key``."""
        self._used[key] = value
        self._new[key] = value

    def save(self) -> None:
        """Write what this run learned."""
        if self._path is None:
            return
        wasted = len(self._old.keys() - self._used.keys())
        if self._path.exists() and wasted <= len(self._used) // 2:
            if self._new:
                with self._path.open("ab") as file:
                    file.write(pickle.dumps(self._new, protocol=5))
        else:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_suffix(".nieuw")
            fresh.write_bytes(pickle.dumps(self._used, protocol=5))
            fresh.replace(self._path)
        self._old |= self._new
        self._new = {}


def digest(*parts: bytes | str) -> str:
    """Return a short digest of the parts, told apart from each other."""
    hasher = hashlib.blake2b(digest_size=12)
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        hasher.update(len(raw).to_bytes(8, "big"))
        hasher.update(raw)
    return hasher.hexdigest()


def code_digest(folder: Path, patterns: Iterable[str] = ("*.py", "*.html", "*.svg", "*.txt")) -> str:
    """Return a digest of the code and templates under ``folder``."""
    files = sorted({path for pattern in patterns for path in folder.rglob(pattern) if path.is_file()})
    return digest(*(part for path in files for part in (str(path.relative_to(folder)), path.read_bytes())))
