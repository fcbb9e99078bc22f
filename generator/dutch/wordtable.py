"""What the lists of words say, as a table on disk: made once a machine, for reading the lists takes seconds and 160 MB.

It stands where programs of a user keep what they can make again (``platformdirs``), under a name that changes with the lists and with the
code that reads them. Where it cannot be written or read, the lists themselves are used.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_cache_path

LISTS = ("wordfreq", "simplemma")
SOURCES = ("dictionary.py", "overrides.py", "words.py", "wordtable.py")
TABLES = """
CREATE TABLE woord (woord TEXT PRIMARY KEY, zipf REAL, lemma TEXT) WITHOUT ROWID;
CREATE TABLE vorm (sleutel TEXT PRIMARY KEY, vormen TEXT) WITHOUT ROWID;
"""
Row = tuple[str, float | None, str | None]
Made = Callable[[], tuple[Iterable[Row], Iterable[tuple[str, str]]]]


class WordTable:
    """Looks up a word or the forms of a key. Each process opens the table for itself."""

    def __init__(self, path: Path) -> None:
        """Keep where the table is; it is opened when something is looked up."""
        self._path = path
        self._opened: tuple[int, sqlite3.Connection] | None = None
        self._known: dict[str, tuple[float, str]] = {}

    def word(self, word: str) -> tuple[float, str]:
        """Return how common a word is (0 where the list does not have it) and its form in a dictionary, or nothing."""
        found = self._known.get(word)
        if found is None:
            row = self._read.execute("SELECT zipf, lemma FROM woord WHERE woord = ?", (word,)).fetchone()
            found = self._known[word] = (row[0] or 0.0, row[1] or "") if row else (0.0, "")
        return found

    def forms(self, key: str) -> tuple[str, ...]:
        """Return the forms of a key, the commonest first; nothing for a key that no word has."""
        row = self._read.execute("SELECT vormen FROM vorm WHERE sleutel = ?", (key,)).fetchone()
        return tuple(row[0].split(" ")) if row else ()

    @property
    def _read(self) -> sqlite3.Connection:
        if self._opened is None or self._opened[0] != os.getpid():  # what was opened before a fork is not for the child
            self._opened = (os.getpid(), sqlite3.connect(f"file:{self._path}?mode=ro&immutable=1", uri=True))
        return self._opened[1]


def opened(made: Made) -> WordTable | None:
    """Return the table of this machine, made of what ``made`` gives where it is not there yet; None where there can be none."""
    path = user_cache_path("activiteitenwijzer", appauthor=False) / f"woorden-{_mark()}.sqlite"
    if not path.is_absolute():  # nobody's home
        return None
    if _whole(path):
        return WordTable(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, made)
    except (OSError, sqlite3.Error):
        return None
    return WordTable(path) if _whole(path) else None


def _whole(path: Path) -> bool:
    """Tell whether there is a table that can be read: one that was cut off, or is something else, is made anew."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as table:
            return bool(table.execute("SELECT 1 FROM woord WHERE woord = 'de'").fetchone())
    except sqlite3.Error:
        return False


def _write(path: Path, made: Made) -> None:
    """Write the table beside its place and put it there whole; two that do so at once make the same."""
    handle, name = tempfile.mkstemp(prefix=".woorden-", dir=path.parent)
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as table:
            table.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {TABLES}")
            words, forms = made()
            table.executemany("INSERT INTO woord VALUES (?, ?, ?)", words)
            table.executemany("INSERT INTO vorm VALUES (?, ?)", forms)
            table.commit()
        Path(name).replace(path)
        for old in path.parent.glob("woorden-*.sqlite"):
            if old != path:
                with suppress(OSError):
                    old.unlink()
    finally:
        Path(name).unlink(missing_ok=True)


def _mark() -> str:
    here = Path(__file__).parent
    parts = [*(f"{name} {version(name)}" for name in LISTS), *((here / name).read_text("utf-8") for name in SOURCES)]
    return blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()
