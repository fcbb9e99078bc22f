"""A table that somebody made (CSV, TSV or Excel) as rows of texts under the names that this program knows."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from generator.dutch.likeness import nearest
from generator.dutch.sentences import clock
from generator.model.questions import COLUMNS
from generator.work.disk import why

WHEN = "wanneer"
NEEDED = ("titel", "gemeente", "organisatie")
MOST_BYTES = 5_000_000
MOST_ROWS = 5_000
CUTOFF = 0.8  # how near a name of a column must be


class TableError(Exception):
    """The table cannot be read; the message says why and what to do, in Dutch."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file (the header is 1), its texts by column, and whether it has more cells than that."""

    number: int
    values: dict[str, str]
    surplus: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The rows, and notes in Dutch about columns that were read otherwise or not at all."""

    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def template() -> str:
    """Return an empty table with the names of the columns, for a spreadsheet."""
    return ";".join(COLUMNS) + "\r\n"


def read_table(path: Path) -> Table:
    """Read a table. Raises TableError where there is none."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TableError(f"{path} is groter dan 5 MB. Verdeel de tabel over meer bestanden.")
        lines = _excel(path) if path.suffix.lower() in (".xlsx", ".xlsm") else _text(path.read_bytes(), path)
    except OSError as error:
        raise TableError(f"{path} kan niet worden gelezen: {why(error)}.") from error
    # One row more than may be is enough to know it, however long the table is; empty ones do not count.
    rows = list(islice((line for line in lines if any(line[1])), MOST_ROWS + 2))
    if not rows:
        raise TableError(f"{path} is leeg.")
    if len(rows) > MOST_ROWS + 1:  # one says what the columns are
        raise TableError(f"{path} heeft meer dan {MOST_ROWS} rijen. Verdeel de tabel over meer bestanden.")
    names, notes = _columns(rows[0][1])
    missing = [name for name in NEEDED if name not in names]
    if missing:
        wanted = ", ".join(missing)
        raise TableError(
            f"In {path} ontbreken deze kolommen: {wanted}. De eerste rij moet de namen van de kolommen hebben."
        )
    found = (Row(number, _joined(names, texts), len(texts) > len(names)) for number, texts in rows[1:])
    return Table(tuple(found), tuple(notes))


def _joined(names: Sequence[str], texts: Sequence[str]) -> dict[str, str]:
    """Return the texts of a row by column; the day and the hour may stand in two columns."""
    found: dict[str, str] = {}
    for name, text in zip(names, texts, strict=False):
        if name:
            found[name] = f"{found[name]} {text}".strip() if name in found else text
    return found


def _columns(header: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the name of each column (empty where nobody knows it), and what was noticed."""
    known = {name: name for name in COLUMNS} | {other: name for name, others in COLUMNS.items() for other in others}
    names: list[str] = []
    notes: list[str] = []
    for text in header:
        typed = " ".join(text.lower().split())
        name = known.get(typed) or known.get(typed.replace(" ", "_")) or ""
        if not name and typed:
            near = nearest(typed, known, CUTOFF)
            name = known[near] if near else ""
            notes.append(
                f'De kolom "{text}" is gelezen als "{name}".' if name else f'De kolom "{text}" is niet gebruikt.'
            )
        if name == WHEN and name in names:
            notes.append(f'De kolom "{text}" is bij "{name}" gezet.')
        elif name and name in names:
            notes.append(f'De kolom "{text}" is niet gebruikt: "{name}" was er al.')
            name = ""
        names.append(name)
    return names, notes


def _text(raw: bytes, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV or TSV; Excel's own encoding is read where it is no UTF-8."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise TableError(f"{path} is geen tekst. Bewaar de tabel als CSV (UTF-8) of als Excel.")
    if "\0" in text:
        raise TableError(f"{path} is geen tekst. Bewaar de tabel als CSV (UTF-8) of als Excel.")
    first = text.partition("\n")[0]
    separator = max("\t;,", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for number, line in enumerate(reader, 1):
            yield number, [" ".join(cell.split(" ")).strip() for cell in line]
    except csv.Error as error:
        raise TableError(
            f"{path} is bij regel {reader.line_num} niet te lezen. Staan er aanhalingstekens open?"
        ) from error


def _excel(path: Path) -> Iterable[tuple[int, list[str]]]:
    """Return the rows of the first sheet of a workbook."""
    import openpyxl  # noqa: PLC0415 - takes a while, and only this needs it

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        cells = (
            (number, [_cell(value) for value in line])
            for number, line in enumerate(sheet.iter_rows(values_only=True), 1)
        )
        found = list(islice((row for row in cells if any(row[1])), MOST_ROWS + 2))
        book.close()
    except Exception as error:  # openpyxl raises many kinds, none of its own
        raise TableError(
            f"{path} is geen Excel-bestand dat te lezen is. Bewaar het opnieuw als .xlsx of als CSV."
        ) from error
    return found


def _cell(value: Any) -> str:
    """Return what a cell shows: a date as 2026-12-24, a time as 19.30, a number without needless zeros."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return (
            value.date().isoformat() if value.time() == time() else f"{value.date().isoformat()} {clock(value.time())}"
        )
    if isinstance(value, time):
        return clock(value)
    if isinstance(value, float):
        return re.sub(r"\.0$", "", str(value))
    return str(value).strip()
