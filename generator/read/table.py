"""A table that somebody made (CSV, TSV or Excel) as rows of texts under the names that this program knows.

What stands above the names of the columns, totals, headings between rows and hidden rows are told apart from activities, and said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.dutch.sentences import capital
from generator.model.imported import Cell
from generator.model.questions import COLUMNS
from generator.read import typed
from generator.read.headings import FEWEST, Header, columns, header_line, is_name, name_of, of_people, on_two_lines
from generator.read.schedule import SCHEDULE, WHEN
from generator.read.sheets import MOST_ROWS, Line, Sheet, TableError, read_sheets

__all__ = ["MOST_ROWS", "Row", "Table", "TableError", "read_table", "template"]

SHEET = "naam van het blad"
# What somebody in a hurry writes for the cell above.
DITTO = frozenset(
    [
        *(
            "idem",
            "idem.",
            "id.",
            "dito",
            "ditto",
            "zie boven",
            "zie boven.",
            "zie hierboven",
            "als boven",
            "zelfde",
            "dezelfde",
        ),
        *("hetzelfde", '"', "''", ",,", "\u3003", "\u201d"),
    ]
)
ISO = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
WITH_DAYS = frozenset([WHEN, *SCHEDULE, "brondatum", "bron", "status", ""])
SUM = re.compile(r"(?:sub)?tota(?:al|len|ls?)\b|som\b|aantal\b", re.IGNORECASE)
OF_PROGRAM = re.compile(
    r"(?:blad|sheet|tabel|tab|werkblad|table)\s*\d*|activiteiten.*|overzicht.*|lijst.*", re.IGNORECASE
)
AGAIN = "Dit zijn de namen van de kolommen nog een keer."


@dataclass(frozen=True, slots=True)
class Regrouped:
    """A way to read a row with too many cells: its texts by column, the text that was put together, and whether a space points to that."""

    values: dict[str, str]
    text: str = ""
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file (as Excel counts), its texts by column, all its cells, and what was odd about it.

    ``struck`` rows somebody drew a line through; ``apart`` says why a row is no activity (hidden, a total, a heading). ``regrouped`` are the
    ways to read a row with more cells than there are columns: as it stands, and with cells beside each other put together again;
    ``overfull`` tells that those beyond the columns are not all empty.
    """

    number: int
    values: dict[str, str]
    cells: tuple[Cell, ...] = ()
    notes: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    struck: bool = False
    apart: str = ""
    sheet: str = ""
    regrouped: tuple[Regrouped, ...] = ()
    overfull: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The rows, and notes in Dutch about columns and sheets that were read otherwise or not at all."""

    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    name: str = ""


def template() -> str:
    """Return an empty table with the names of the columns, for a spreadsheet."""
    return ";".join(COLUMNS) + "\r\n"


def read_table(path: Path) -> Table:
    """Read a table. Raises TableError where there is none."""
    sheets = read_sheets(path, is_name)
    if not any(sheet.lines for sheet in sheets):
        raise TableError(f"{path} is leeg.")
    if sum(len(sheet.lines) for sheet in sheets) > MOST_ROWS + len(sheets):  # a line of each says what the columns are
        raise TableError(f"{path} heeft meer dan {MOST_ROWS} rijen. Verdeel de tabel over meer bestanden.")
    if not any(header_line(sheet.lines) is not None for sheet in sheets):
        raise TableError(
            f"In {path} ontbreekt de kolom titel. Een van de eerste rijen moet de namen van de kolommen hebben, zoals: "
            "titel, gemeente, organisatie."
        )
    rows: list[Row] = []
    notes: list[str] = []
    several = len([sheet for sheet in sheets if sheet.lines]) > 1
    for sheet in sheets:
        found, said = _of_sheet(sheet, sheet.name if several else "")
        rows += found
        notes += [f'Blad "{sheet.name}": {note}' if several else capital(note) for note in said]
    return Table(tuple(rows), tuple(notes), path.name)


def _of_sheet(sheet: Sheet, name: str) -> tuple[list[Row], list[str]]:
    """Return the rows of a sheet, and notes about the whole; ``name`` is empty where it is the only one."""
    at = header_line(sheet.lines)
    if at is None:
        lines = [f"rij {line.number}: {_joined(line)}" for line in sheet.lines]
        return [], ["hierin staan geen kolommen met een naam; het is niet gebruikt.", *lines] if lines else []
    above = [f'boven de kolommen staat: "{_joined(line)}".' for line in sheet.lines[:at]]
    headings = on_two_lines(sheet, at)
    at += headings != sheet.lines[at].cells
    headings += [""] * (_unnamed(sheet.lines[at + 1 :], len(headings)))
    header, more = columns(headings)
    if of_people(headings, header):
        return [], [*sheet.notes, "dit lijkt een lijst van mensen, en is niet gebruikt."]
    return list(_rows(sheet, header, at, name)), [*sheet.notes, *above, *more]


def _unnamed(lines: Sequence[Line], named: int) -> int:
    """Return how many columns have no name: cells beyond the names on more than half of the lines."""
    longer = [len(line.cells) - named for line in lines if any(line.cells[named:]) and not line.spaced]
    return max(longer) if len(longer) > max(1, len(lines) // 2) else 0


def _joined(line: Line) -> str:
    return " | ".join(filter(None, line.cells))


def _rows(sheet: Sheet, header: Header, start: int, name: str) -> Iterator[Row]:
    named = _named_by_sheet(name, header.names)
    before: dict[int, str] = {}
    day = ""
    for line in sheet.lines[start + 1 :]:
        notes = list(line.notes)
        apart = _apart(line, header)
        if apart == AGAIN:
            header, said = columns(line.cells)
            notes += said
            before = {}
        if apart.endswith(HEADING):
            text = next(text for text in line.cells if text).strip(" :")
            day = text if typed.weekday(text) else ""
        cells = tuple(_cells(line, header, {} if apart else before, notes))
        values = _values(cells) | {column: text for column, text in named.items() if column not in header.names}
        if day and not {WHEN, "dag", "datum"} & set(header.names) and not apart:
            values["dag"] = day
            notes.append(f'dag: "{day}" staat als kopje boven deze rij, en is als dag gelezen.')
        elif "dag" in named and not apart:
            notes.append(f'dag: "{named["dag"]}" is de naam van het blad, en zo gelezen.')
        if not apart:
            before = dict(enumerate(line.cells))
        yield Row(
            number=line.number,
            values=values,
            cells=cells,
            notes=tuple(notes),
            links=tuple(
                (header.names[at] or header.written[at], link)
                for at, link in line.links.items()
                if at < len(header.names)
            ),
            struck=line.struck,
            apart=apart,
            sheet=name,
            overfull=any(line.cells[len(header.names) :]),
            regrouped=tuple(_regrouped(line, header, named, sheet.separator))
            if len(line.cells) > len(header.names)
            else (),
        )


def _values(cells: Sequence[Cell]) -> dict[str, str]:
    """Return the texts by column; those of two columns of one name behind each other."""
    found: dict[str, str] = {}
    for cell in cells:
        if cell.column:
            found[cell.column] = f"{found[cell.column]}; {cell.text}" if cell.column in found else cell.text
    return found


def _regrouped(line: Line, header: Header, named: dict[str, str], separator: str) -> Iterator[Regrouped]:
    more = len(line.cells) - len(header.names)
    for at in (None, *range(len(header.names))):
        texts = list(line.cells)
        together = ""
        if at is not None:
            if not all(texts[at : at + more + 1]):
                continue
            together = f"{separator} ".join(texts[at : at + more + 1])
            texts[at : at + more + 1] = [together]
        values = {name: text for name, text in zip(header.names, texts, strict=False) if name and text}
        spaced = at is not None and {*range(at + 1, at + more + 1)} <= line.spaced
        yield Regrouped({**named, **values}, together, spaced)


def _cells(line: Line, header: Header, before: dict[int, str], notes: list[str]) -> Iterator[Cell]:
    """Yield the cells of a line that are not empty; what Excel or somebody in a hurry made of one is undone, and noted."""
    for at, text in enumerate(line.cells):
        if not text:
            continue
        inside = at < len(header.names)
        column = header.names[at] if inside else ""
        heading = header.written[at] if inside and header.written[at] else f"kolom {at + 1}"
        if not column and not (inside and header.written[at]):
            notes.append(f'{heading} heeft geen naam: "{text}" is niet gebruikt.')
        above = before.get(at, "")
        day = ISO.fullmatch(text)
        read = text
        if text.strip().lower() in DITTO and above:
            read = line.cells[at] = above  # for the line below this one
            notes.append(f'{column}: "{text}" is gelezen als "{above}", de cel erboven.')
        elif day and column not in WITH_DAYS:
            read = f"{int(day[3])}-{int(day[2])}"
            notes.append(f"{column}: Excel maakte hier een datum van ({text}); gelezen als {read}.")
        yield Cell(heading, column, _with(read, header.adds.get(at, "") if inside else ""))


def _with(text: str, adds: str) -> str:
    """Return a cell with what its heading says of it: of a price only where the price does not say it itself."""
    if not adds or adds.startswith(" ("):
        return f"{text}{adds}"
    read = typed.prices(text)
    return f"{text}{adds}" if read and not any("per" in one for one in read) else text


def _named_by_sheet(name: str, names: Sequence[str]) -> dict[str, str]:
    """Return what the name of a sheet says of its rows: in a table of days which day, else a name for who reads it; nothing for "Blad1"."""
    if not name or OF_PROGRAM.fullmatch(name.strip()):
        return {}
    if typed.weekday(name):
        return {} if {WHEN, "dag", "datum"} & set(names) else {"dag": name.strip()}
    return {SHEET: name.strip()}


HEADING = "is gelezen als een kopje tussen de rijen, en niet gebruikt."


def _apart(line: Line, header: Header) -> str:
    """Return why a line is no activity; nothing for one that may be."""
    filled = [text for text in line.cells if text]
    known = [name for text in filled if (name := name_of(text))]
    if line.hidden:
        return "Deze rij is verborgen in Excel; zij is niet gebruikt. Hoort zij erbij? Maak haar zichtbaar."
    if len(known) > FEWEST and 2 * len(known) > len(filled) and "titel" in known:
        return AGAIN
    if SUM.match(filled[0]) and len(filled) <= FEWEST + 1 and len(filled) < len(header.names):
        return "Dit is een totaal, en geen activiteit."
    if len(filled) == 1 and len(header.names) > FEWEST + 1:
        return f'"{capital(filled[0])}" {HEADING}'
    return ""
