"""A file that somebody saved (CSV, TSV or Excel) as sheets of lines of texts: what each cell shows, and what was odd about it.

Nothing is interpreted here: which line has the names of the columns, and what a cell means, is for ``table`` and what stands above it.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from generator.dutch.sentences import DAYS, clock
from generator.work.disk import why

MOST_BYTES = 5_000_000
MOST_ROWS = 5_000
FIRST_YEAR = 1900
LONGEST = 50_000  # lines of a sheet, blank ones too
SEPARATORS = ";\t,|"
FIRST_LINES = 20  # in which a table shows how it is made
OTHER_CODES = {"cp1252": "Windows", "mac_roman": "Mac", "cp850": "DOS"}
# What stands in Dutch texts beside plain letters: a table in another code has other signs.
DUTCH = frozenset("éèëêïíîöóôòüúûùáàäâçñÉÈËÏÖÜÁÀØøåÅßæ€–—’‘“”„…•·°½¼²³×«»´\u00a0\u00ad")
NO_TEXT = "{} is geen tekst. Bewaar de tabel als CSV (UTF-8) of als Excel (.xlsx)."
# What Excel shows where it cannot work something out, in English and Dutch.
FAILED = re.compile(r"#(?:REF|VERW|N/A|N/B|NAME|NAAM|VALUE|WAARDE|DIV/0|DEEL/0|NULL|LEEG|NUM|GETAL|SPILL)[!?]?|#{3,}")


class TableError(Exception):
    """The table cannot be read; the message says why and what to do, in Dutch."""


@dataclass(slots=True)
class Line:
    """One line of a sheet: its number in the file, the texts of its cells, and notes in Dutch about what was odd.

    ``links`` are the addresses behind cells, by their place; ``spaced`` are the cells before which a space stood: "10-12; 14-16" without
    quotation marks is two cells, and was one text.
    """

    number: int
    cells: list[str]
    struck: bool = False
    hidden: bool = False
    notes: list[str] = field(default_factory=list)
    links: dict[int, str] = field(default_factory=dict)
    spaced: frozenset[int] = frozenset()

    @property
    def empty(self) -> bool:
        """Tell whether nothing stands in it."""
        return not any(self.cells)


@dataclass(slots=True)
class Sheet:
    """A sheet: its name (empty for a file that has none), its lines, and notes in Dutch about the whole.

    ``wide`` are its cells that are merged with those beside them: by the number of the line and the place of the first, that of the last.
    """

    name: str
    lines: list[Line]
    notes: list[str] = field(default_factory=list)
    separator: str = ";"
    wide: dict[int, dict[int, int]] = field(default_factory=dict)


def read_sheets(path: Path, known: Callable[[str], bool]) -> list[Sheet]:
    """Return the sheets of a file, visible ones only. ``known`` tells whether a text is the name of a column. Raises TableError."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TableError(f"{path} is groter dan 5 MB. Verdeel de tabel over meer bestanden.")
        raw = path.read_bytes()
    except OSError as error:
        raise TableError(f"{path} kan niet worden gelezen: {why(error)}.") from error
    sheets = _workbook(path) if path.suffix.lower() in (".xlsx", ".xlsm") else [_text(raw, path, known)]
    for sheet in sheets:
        sheet.lines = [line for line in sheet.lines if not line.empty]
        for line in sheet.lines:
            _mend(line, sheet)
    return sheets


def _mend(line: Line, sheet: Sheet) -> None:
    """Put right what a program did to the letters of a line, and take out what is no text but a fault; both are said."""
    import ftfy  # noqa: PLC0415 - loaded where it is needed

    for at, text in enumerate(line.cells):
        if FAILED.fullmatch(text):
            line.notes.append(f'"{text}" is een fout van Excel; deze cel is leeg gelaten.')
            line.cells[at] = ""
        elif not text.isascii():
            better = ftfy.fix_encoding(text)
            if better != text:
                line.cells[at] = better
                said = f'De letters waren dubbel gecodeerd: "{text}" is gelezen als "{better}".'
                if not any(note.startswith("De letters waren dubbel") for note in sheet.notes):
                    sheet.notes.append(said)


def _text(raw: bytes, path: Path, known: Callable[[str], bool]) -> Sheet:
    text, notes = _decoded(raw, path)
    number, separator = 1, ""
    chosen = re.match(r"sep=(.)\r?\n", text)
    if chosen:  # what Excel reads as the choice of a separator
        number, separator, text = 2, chosen[1], text[chosen.end() :]
    start = "".join(text.splitlines(keepends=True)[:FIRST_LINES])
    separator = separator or max(SEPARATORS, key=lambda sign: _fit(start, sign, known))
    try:
        lines = [
            Line(at, cells)
            for at, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), number)
        ]
    except csv.Error as error:
        raise TableError(f"{path} is niet te lezen. Staan er aanhalingstekens open?") from error
    lines = [one for line in lines for one in _apart(line, separator)]
    for line in lines:
        line.spaced = frozenset(at for at, cell in enumerate(line.cells) if cell[:1] == " " and cell.strip())
        line.cells = [cell.strip() for cell in line.cells]
    return Sheet("", lines, notes, separator)


def _fit(text: str, separator: str, known: Callable[[str], bool]) -> tuple[int, int]:
    """Return how well a separator fits: the names of columns that it gives in one line, and the cells."""
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return (0, 0)
    named = max((sum(known(cell) for cell in line) for line in lines), default=0)
    return (named, max(map(len, lines), default=0))


def _apart(line: Line, separator: str) -> Iterator[Line]:
    """Yield a line, or the lines that one open quotation mark has swallowed: each is then read by itself, and says so."""
    swallowed = [cell for cell in line.cells if "\n" in cell and _holds_lines(cell, separator, len(line.cells))]
    if not swallowed:
        yield line
        return
    whole = separator.join(line.cells)
    for text in whole.split("\n"):
        cells = [cell.replace('"', "") for cell in text.strip("\r").split(separator)]
        yield Line(
            line.number,
            cells,
            notes=["Een aanhalingsteken staat open: deze rij is los gelezen. Klopt alles? Verbeter de tabel anders."],
        )


def _holds_lines(cell: str, separator: str, columns: int) -> bool:
    """Tell whether a cell holds whole lines of a table: then a quotation mark before it was never closed."""
    return any(text.count(separator) + 1 >= max(3, columns // 2) for text in cell.split("\n")[1:])


def _decoded(raw: bytes, path: Path) -> tuple[str, list[str]]:
    """Return a text in whatever code a program saved it, and a note where that was not certain."""
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise TableError(
            f"{path} is een werkblad onder een andere naam. Bewaar het als Excel (.xlsx) of als CSV (UTF-8)."
        )
    for mark, code in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if raw.startswith(mark):
            try:
                text = raw.decode(code)
                break
            except UnicodeDecodeError:
                continue
    else:
        return _guessed(raw, path)
    if "\0" in text:
        return _guessed(raw, path)
    return text, []


def _guessed(raw: bytes, path: Path) -> tuple[str, list[str]]:
    """Return a text in a code without a mark: the one in which its signs are those of Dutch."""
    for at, code in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(raw) > 1 and raw[at::2].count(0) * 2 > len(raw) // 2:
            return raw.decode(code, "replace"), []
    if b"\0" in raw:
        raise TableError(NO_TEXT.format(path))
    found: dict[str, str] = {}
    for code in OTHER_CODES:
        try:
            found[code] = raw.decode(code)
        except UnicodeDecodeError:
            continue
    code = min(found, key=lambda one: sum(not sign.isascii() and sign not in DUTCH for sign in found[one]))
    odd = [word for word in re.findall(r"[^\W\d_]+", found[code]) if not word.isascii()]
    if sum(not sign.isprintable() and not sign.isspace() for sign in found[code]) > len(raw) // FIRST_LINES:
        raise TableError(NO_TEXT.format(path))
    example = f', zoals "{odd[0]}"' if odd else ""
    return found[code], [f"De tabel is geen UTF-8; de letters zijn gelezen als die van {OTHER_CODES[code]}{example}."]


def _workbook(path: Path) -> list[Sheet]:
    """Return the visible sheets of a workbook."""
    import openpyxl  # noqa: PLC0415 - takes a while, and only this needs it

    try:
        book = openpyxl.load_workbook(path, rich_text=True)
        _not_too_long(path, book.worksheets)
        formulas = any(
            cell.data_type == "f" for sheet in book.worksheets for line in sheet.iter_rows() for cell in line
        )
        values = openpyxl.load_workbook(path, data_only=True) if formulas else book
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible" and sheet.max_row > 1]
        sheets = [_sheet(sheet, values[sheet.title]) for sheet in shown]
    except TableError:
        raise
    except Exception as error:  # openpyxl raises many kinds, none of its own
        raise TableError(
            f"{path} is geen Excel-bestand dat te lezen is. Bewaar het opnieuw als .xlsx of als CSV."
        ) from error
    if sheets:
        sheets[0].notes += [f'Het blad "{name}" is verborgen en niet gebruikt.' for name in hidden]
    return sheets


def _not_too_long(path: Path, sheets: Iterable[Any]) -> None:
    longest = max(sheet.max_row for sheet in sheets)
    if longest > LONGEST:
        raise TableError(f"{path} loopt door tot rij {longest}. Haal de lege rijen onderaan weg, of verdeel de tabel.")


def _sheet(sheet: Any, values: Any) -> Sheet:
    found = Sheet(sheet.title, [])
    unseen = _hidden_columns(sheet)
    for number, row in enumerate(sheet.iter_rows(), 1):
        line = Line(number, [], hidden=bool(sheet.row_dimensions[number].hidden))
        struck = []
        for at, cell in enumerate(row):
            _struck_parts(cell, line)
            value = cell.value if values is sheet or cell.data_type != "f" else values.cell(number, at + 1).value
            text = "" if at in unseen else _shown(cell, value, line)
            if at in unseen and cell.value not in (None, ""):
                unseen[at] = unseen[at] or " ".join(str(cell.value).split())
            if cell.hyperlink and cell.hyperlink.target:
                line.links[at] = str(cell.hyperlink.target)
            if cell.comment:
                line.notes.append(f'Bij "{text}" staat een opmerking: {" ".join(cell.comment.text.split())}')
            if text and cell.has_style and cell.font.strike:
                struck.append(at)
            line.cells.append(text)
        _strike(line, struck)
        found.lines.append(line)
    found.notes += [f'De kolom "{name}" is verborgen in Excel en niet gebruikt.' for name in unseen.values() if name]
    _fill(sheet.merged_cells.ranges, found)
    for one in (one for one in sheet.merged_cells.ranges if one.max_col > one.min_col):
        found.wide.setdefault(one.min_row, {})[one.min_col - 1] = one.max_col - 1
    while found.lines and found.lines[-1].empty:
        found.lines.pop()
    return found


def _struck_parts(cell: Any, line: Line) -> None:
    """Take out the part of a text that somebody struck through, in place; it is said."""
    if not isinstance(cell.value, list):  # a text in more than one dress
        return
    parts = [(str(part), bool(getattr(getattr(part, "font", None), "strike", False))) for part in cell.value]
    struck = " ".join(text.strip(" ,;\n") for text, away in parts if away)
    cell.value = re.sub(r"[ ,;]+$", "", "".join(text for text, away in parts if not away)).strip()
    if struck:
        line.notes.append(f'"{struck}" is doorgestreept in een cel; die woorden zijn weggelaten.')


def _hidden_columns(sheet: Any) -> dict[int, str]:
    """Return the places of the columns that nobody sees, each with room for the first text in it."""
    found: dict[int, str] = {}
    for one in sheet.column_dimensions.values():
        if one.hidden and one.min and one.max:
            found |= {at - 1: "" for at in range(one.min, min(one.max, sheet.max_column) + 1)}
    return found


def _strike(line: Line, struck: list[int]) -> None:
    """Take out what somebody struck through; a line of which most is struck is struck as a whole, and keeps its texts."""
    line.struck = len(struck) * 2 > sum(map(bool, line.cells))
    for at in () if line.struck else struck:
        line.notes.append(f'"{line.cells[at]}" is doorgestreept; deze cel is leeg gelaten.')
        line.cells[at] = ""


def _fill(ranges: Iterable[Any], sheet: Sheet) -> None:
    """Repeat a cell that is merged over several lines on each of them."""
    for one in ranges:
        if one.max_row == one.min_row or one.min_row > len(sheet.lines):
            continue
        at = one.min_col - 1
        text = sheet.lines[one.min_row - 1].cells[at]
        for line in sheet.lines[one.min_row : one.max_row] if text else ():
            line.cells[at] = text
        if text:
            sheet.notes.append(f'"{text}" staat in samengevoegde cellen, en is gelezen bij elke rij daarvan.')


def _shown(cell: Any, value: Any, line: Line) -> str:
    if cell.data_type == "f" and value is None:
        line.notes.append(
            f'De uitkomst van de formule "{cell.value}" is niet bewaard; deze cel is leeg gelaten. Open de tabel in Excel en bewaar haar.'
        )
    if isinstance(value, datetime):
        return _day_cell(value, str(cell.number_format).lower())
    return "" if value is None else _cell(value)


def _day_cell(value: datetime, shown_as: str) -> str:
    """Return what a cell with a day shows: its weekday where that is all, and an hour that Excel counts in days."""
    if value.year <= FIRST_YEAR:  # 24:00 is the first day of Excel's own calendar
        return "24.00" if value.time() == time() else clock(value.time())
    if "ddd" in shown_as and not re.search(r"[my]", shown_as.replace("[$-", "")):
        return DAYS[value.weekday()]
    day = value.date().isoformat()
    return day if value.time() == time() else f"{day} {clock(value.time())}"


def _cell(value: Any) -> str:
    """Return what a cell shows: a date as 2026-12-24, a time as 19.30, a number without needless zeros."""
    match value:
        case bool():
            return "waar" if value else "onwaar"
        case timedelta():  # a length of time is how some write an hour
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60}.{minutes % 60:02}"
        case time():
            return clock(value)
        case float():
            return re.sub(r"\.0$", "", str(value))
    return str(value).strip()
