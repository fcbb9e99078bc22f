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
    """A dictionary on disk. ``load`` and ``save`` are the only moments at which it touches a file."""

    def __init__(self, path: Path | None = None) -> None:
        """Keep the file's ``path``; without one the cache lives in memory only."""
        self._path = path
        self._old: dict[str, Any] = {}
        self._used: dict[str, Any] = {}

    def load(self) -> "Cache":
        """Read the file, if there is one that can be read."""
        if self._path is None:
            return self
        gc.disable()
        try:
            self._old = pickle.loads(self._path.read_bytes())  # noqa: S301 - our own file, in our own folder
        except Exception:  # noqa: BLE001 - a broken cache is no cache
            self._old = {}
        finally:
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

    def save(self) -> None:
        """Write what this run used, when that is not what the file holds already."""
        if self._path is None or self._used.keys() == self._old.keys():
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".nieuw")
        fresh.write_bytes(pickle.dumps(self._used, protocol=5))
        fresh.replace(self._path)
        self._old = self._used


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
    files = sorted({path for pattern in patterns for path in folder.rglob(pattern)})
    return digest(*(part for path in files for part in (str(path.relative_to(folder)), path.read_bytes())))
