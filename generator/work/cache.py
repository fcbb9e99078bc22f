"""What was worked out before, kept by the content it was worked out from.

A value is found again only under the same key; the keys carry a digest of the bytes that went in, of the code that worked on
them and of the packages that it used. What a run did not use is dropped when it is saved. The file holds data and no program: it
may come from a place where others write, and what does not read is as good as nothing.
"""

import dataclasses
import hashlib
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import msgpack
from pydantic import TypeAdapter

from generator.work.disk import replace_whole

T = TypeVar("T")
FRAME = 8 * 1024 * 1024  # bytes of values written at once
WASTE = 1.5  # how large a file may be, beside what of it is of use
SMALL = 64 * 1024  # bytes of waste that are not worth writing a file anew


@lru_cache(maxsize=64)
def of(kind: type[T]) -> Callable[[Any], T]:
    """Return a reader for :meth:`Cache.get`: it gives a value of the type ``kind``, or raises."""
    return TypeAdapter(kind).validate_python


class Cache:
    """A dictionary on disk. ``load`` and ``save`` are the only moments at which it touches a file.

    The file is a row of frames, each a checksum and a mapping of packed values: a run that learned little adds one, and a run
    that finds more waste than use in the file writes it anew.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Keep the file's ``path``; without one the cache lives in memory only."""
        self._path = path
        self._read = False
        self._whole = False  # whether all of the file could be read, so that a frame may be added
        self._stored = 0  # bytes of values in the file, those included that a later frame replaced
        self._packed: dict[str, bytes] = {}
        self._new: dict[str, bytes] = {}
        self._live: dict[str, Any] = {}
        self._used: set[str] = set()
        self._parts: dict[str, Cache] = {}

    def part(self, name: str) -> "Cache":
        """Return the cache of a part of the work, in a file of its own beside this one: who works on one part reads no other.

        It is loaded and saved by itself; ``name`` is one that a file may have.
        """
        if name not in self._parts:
            folder = self._path and self._path.with_name(f"{self._path.name}.delen")
            self._parts[name] = Cache(folder and folder / name)
        return self._parts[name]

    def forget(self) -> None:
        """Let go of the parts: each is read again by who needs it. Those that live in memory only stay."""
        if self._path is not None:
            self._parts = {}

    def load(self) -> "Cache":
        """Read the file, if there is one that can be read; a second time it does nothing."""
        if self._path is None or self._read:
            return self
        self._read = True
        try:
            with self._path.open("rb") as file:
                frames = msgpack.Unpacker(file, use_list=False, max_buffer_size=0)
                for checksum, body in frames:
                    if zlib.crc32(body) != checksum:
                        break
                    self._packed |= msgpack.unpackb(body)
                    self._stored += len(body)
                else:
                    self._whole = frames.tell() == os.fstat(file.fileno()).st_size
        except Exception:  # noqa: BLE001 - a broken cache is no cache, in whatever way it is broken
            self._whole = False
        return self

    def get(self, key: str, read: Callable[[Any], T]) -> T | None:
        """Return what is kept under ``key``, or None. ``read`` makes it of plain data and raises where that cannot be."""
        if key in self._live:
            return self._live[key]  # type: ignore[no-any-return]
        packed = self.packed(key)
        if packed is None:
            return None
        try:
            value = read(msgpack.unpackb(packed, use_list=False, strict_map_key=False))
        except Exception:  # noqa: BLE001 - what does not read is as good as nothing
            return None
        self._live[key] = value
        self._used.add(key)
        return value

    def put(self, key: str, value: Any, data: Any = None) -> None:
        """Keep ``value`` (not None) under ``key``; ``data`` is what to make it of again, where it is not that itself.

        Plain are texts, bytes, numbers, rows and mappings of those; a dataclass is kept as a mapping of its fields.
        """
        self._live[key] = value
        self._used.add(key)
        self._new[key] = msgpack.packb(value if data is None else data, default=plain)

    def packed(self, key: str) -> bytes | None:
        """Return what is kept under ``key`` as it stands in the file, for another process; None where there is nothing."""
        return self._new.get(key) or self._packed.get(key)

    def kept(self, key: str) -> bytes | None:
        """Return the same, and keep it: for who only has to know whether it is there, and whether it is empty."""
        if (found := self.packed(key)) is not None:
            self._used.add(key)
        return found

    def put_packed(self, key: str, raw: bytes) -> None:
        """Keep what another process packed (see :meth:`packed`)."""
        self._new[key] = raw
        self._used.add(key)

    def save(self, *, drop: bool = True) -> None:
        """Write what this run learned; with ``drop`` what it did not use goes, once that is more than it is worth."""
        if self._path is None:
            return
        self._packed |= self._new
        used = {key: raw for key, raw in self._packed.items() if key in self._used or not drop}
        live, more = (sum(map(len, some.values())) for some in (used, self._new))
        if self._whole and not self._path.is_symlink() and self._stored + more <= live * WASTE + SMALL:
            if self._new:
                with self._path.open("ab") as file:
                    file.writelines(_frames(self._new))
            self._stored += more
        else:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace_whole(self._path, _frames(used))
            self._whole = True
            self._stored = live
        self._new = {}


def plain(value: Any) -> Any:
    """Return a dataclass as a mapping of its fields: for msgpack."""
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}


def _frames(values: dict[str, bytes]) -> Iterator[bytes]:
    """Yield values as frames of the file."""
    part: dict[str, bytes] = {}
    size = 0
    for key, raw in values.items():
        part[key] = raw
        size += len(raw)
        if size > FRAME:
            yield _frame(part)
            part, size = {}, 0
    if part:
        yield _frame(part)


def _frame(part: dict[str, bytes]) -> bytes:
    body = msgpack.packb(part)
    return bytes(msgpack.packb((zlib.crc32(body), body)))


def digest(*parts: bytes | str) -> str:
    """Return a short digest of the parts, told apart from each other."""
    hasher = hashlib.blake2b(digest_size=12)
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        hasher.update(len(raw).to_bytes(8, "big"))
        hasher.update(raw)
    return hasher.hexdigest()


def code_digest(
    folder: Path,
    patterns: Iterable[str] = ("*.py", "*.html", "*.svg", "*.txt", "*.csv"),
    leave_out: Path | None = None,
) -> str:
    """Return a digest of the code and templates under ``folder``, but for those below ``leave_out``."""
    files = sorted({path for pattern in patterns for path in folder.rglob(pattern) if path.is_file()})
    files = [path for path in files if not (leave_out and path.is_relative_to(leave_out))]
    return digest(*(part for path in files for part in (str(path.relative_to(folder)), path.read_bytes())))
