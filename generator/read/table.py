"""A table that somebody made (CSV, TSV or Excel) as rows of texts under the names that this program knows.

What stands above the names of the columns, totals, headings between rows and hidden rows are told apart from activities, and said.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.dutch.likeness import nearest
from generator.dutch.sentences import capital
from generator.model.imported import Cell
from generator.model.questions import COLUMNS
from generator.read import typed
from generator.read.schedule import SCHEDULE, WHEN
from generator.read.sheets import FIRST_LINES, MOST_ROWS, Line, Sheet, TableError, read_sheets

__all__ = ["MOST_ROWS", "Row", "Table", "TableError", "read_table", "template"]

CUTOFF = 0.8  # how near a name of a column must be
FEWEST = 2  # names of columns in the line that says what they are
STATUS = "status"
PEOPLE = ("contactpersoon", "contactgegevens")  # of whom the name is left out, and a number or an address is read
# What a table may have beside what is asked: read with the others, or known and left alone.
MORE: dict[str, tuple[str, ...]] = {
    **SCHEDULE,
    STATUS: ("stand", "actief", "loopt nog", "loopt", "state"),
    "contactpersoon": ("contact persoon", "naam contactpersoon", "contact person", "begeleider", "docent"),
    "contactgegevens": (
        "contact",
        "info",
        "informatie",
        "contact info",
        "contactinformatie",
        "telefoon/mail",
        "telefoon / e-mail",
        "tel/mail",
        "bereikbaar",
    ),
    "nummer": ("nr", "nr.", "volgnummer", "id", "#", "rij"),
}
ALL_COLUMNS = {**COLUMNS, **MORE}
NAMES = {name: name for name in ALL_COLUMNS} | {other: name for name, others in ALL_COLUMNS.items() for other in others}
SUM = re.compile(r"(?:sub)?tota(?:al|len|ls?)\b|som\b|aantal\b", re.IGNORECASE)
OF_PROGRAM = re.compile(
    r"(?:blad|sheet|tabel|tab|werkblad|table)\s*\d*|activiteiten.*|overzicht.*|lijst.*", re.IGNORECASE
)
# "Prijs per keer": what a column of prices says of all of them.
PER = re.compile(r"(.+?)\s*\(?\b((?:per|p\.?)\s*(?:keer|les|maand|kwartaal|jaar|seizoen|cursus))\)?")


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
    regrouped: tuple["Regrouped", ...] = ()
    overfull: bool = False


@dataclass(frozen=True, slots=True)
class Regrouped:
    """A way to read a row with too many cells: its texts by column, the text that was put together, and whether a space points to that."""

    values: dict[str, str]
    text: str = ""
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The rows, and notes in Dutch about columns and sheets that were read otherwise or not at all."""

    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    name: str = ""


@dataclass(slots=True)
class Header:
    """The line with the names of the columns: the name that is known for each, how it was written, and what it adds to its cells."""

    names: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    adds: dict[int, str] = field(default_factory=dict)


def template() -> str:
    """Return an empty table with the names of the columns, for a spreadsheet."""
    return ";".join(COLUMNS) + "\r\n"


def read_table(path: Path) -> Table:
    """Read a table. Raises TableError where there is none."""
    sheets = read_sheets(path, lambda text: _plain(text) in NAMES)
    if not any(sheet.lines for sheet in sheets):
        raise TableError(f"{path} is leeg.")
    if sum(len(sheet.lines) for sheet in sheets) > MOST_ROWS + len(sheets):  # a line of each says what the columns are
        raise TableError(f"{path} heeft meer dan {MOST_ROWS} rijen. Verdeel de tabel over meer bestanden.")
    rows: list[Row] = []
    notes: list[str] = []
    several = len([sheet for sheet in sheets if sheet.lines]) > 1
    for sheet in sheets:
        told = f'Blad "{sheet.name}": ' if several else ""
        at = _header(sheet.lines)
        if at is None:
            notes += [
                f"{told}hierin staan geen kolommen met een naam; het is niet gebruikt."
                for _ in sheet.lines[:1]
                if several
            ]
            notes += [f"{told}rij {line.number}: {_joined(line)}" for line in sheet.lines if several]
            continue
        notes += [f"{told}{note}" for note in sheet.notes]
        notes += [capital(f'{told}boven de kolommen staat: "{_joined(line)}".') for line in sheet.lines[:at]]
        header, more = _columns(sheet.lines[at].cells)
        notes += [f"{told}{note}" for note in more]
        rows += _rows(sheet, header, at, sheet.name if several else "")
    if not rows and not any(_header(sheet.lines) is not None for sheet in sheets):
        raise TableError(
            f"In {path} ontbreekt de kolom titel. Een van de eerste rijen moet de namen van de kolommen hebben, zoals: "
            "titel, gemeente, organisatie."
        )
    return Table(tuple(rows), tuple(notes), path.name)


def _joined(line: Line) -> str:
    return " | ".join(filter(None, line.cells))


def _header(lines: Sequence[Line]) -> int | None:
    """Return the place of the line with the names of the columns: that with most known names; one is the title's, or may be."""
    best, most = None, FEWEST - 1
    for at, line in enumerate(lines[:FIRST_LINES]):
        names = {NAMES.get(_plain(text)) for text in line.cells} - {None}
        if len(names) > most and ("titel" in names or _untitled(line.cells)):
            best, most = at, len(names)
    return best


def _untitled(texts: Sequence[str]) -> bool:
    """Tell whether the first column has a heading that nobody knows, where none is called a title: then it is read as one."""
    return (
        bool(texts and texts[0])
        and not NAMES.get(_plain(texts[0]))
        and "titel" not in map(NAMES.get, map(_plain, texts))
    )


def _plain(text: str) -> str:
    """Return the name of a column without what makes it look different: capitals, lines, what stands between brackets."""
    typed_ = " ".join(re.sub(r"-\s*\n\s*", "", text).lower().replace("_", " ").split()).strip(" :*")
    bare = re.sub(r"\s*\([^)]*\)", "", typed_).strip()
    found = typed_ if typed_ in NAMES else bare
    return found if found in NAMES else found.replace(" ", "_") if found.replace(" ", "_") in NAMES else found


def _columns(texts: Sequence[str]) -> tuple[Header, list[str]]:
    """Return what each column is (empty where nobody knows it), and what was noticed."""
    header = Header()
    notes: list[str] = []
    untitled = _untitled(texts)
    for at, text in enumerate(texts):
        shown = " ".join(text.split())
        name, adds = ("titel", "") if untitled and at == 0 else _column(text)
        if untitled and at == 0:
            notes.append(
                f'Geen kolom heet titel. De eerste, "{shown}", is als titel gelezen. Klopt dat niet? Geef de kolommen andere namen.'
            )
        if not name and shown:
            near = nearest(_plain(text), NAMES, CUTOFF)
            name = NAMES[near] if near else ""
            notes.append(
                f'De kolom "{shown}" is gelezen als "{name}".' if name else f'De kolom "{shown}" is niet gebruikt.'
            )
        if name and name in header.names:
            notes.append(f'De kolom "{shown}" is niet gebruikt: "{name}" was er al.')
            name = ""
        header.names.append(name)
        header.written.append(shown)
        if adds:
            header.adds[at] = adds
    return header, notes


def _column(text: str) -> tuple[str, str]:
    """Return the name of a column, and what it says of all its prices."""
    match = PER.fullmatch(" ".join(text.lower().split()))
    if match and NAMES.get(_plain(match[1])) == "kosten":
        return "kosten", f" {match[2]}"
    return NAMES.get(_plain(text), ""), ""


def _rows(sheet: Sheet, header: Header, start: int, name: str) -> Iterator[Row]:
    named = _named_by_sheet(name, header.names)
    first = [_plain(text) for text in sheet.lines[start].cells]
    for line in sheet.lines[start + 1 :]:
        cells = tuple(_cells(line, header))
        values = {cell.column: cell.text for cell in cells if cell.column}
        values |= {column: text for column, text in named.items() if column not in values}
        yield Row(
            number=line.number,
            values=values,
            cells=cells,
            notes=tuple(line.notes),
            links=tuple(
                (header.names[at] or header.written[at], link)
                for at, link in line.links.items()
                if at < len(header.names)
            ),
            struck=line.struck,
            apart=_apart(line, header, first),
            sheet=name,
            overfull=any(line.cells[len(header.names) :]),
            regrouped=tuple(_regrouped(line, header, named)) if len(line.cells) > len(header.names) else (),
        )


def _regrouped(line: Line, header: Header, named: dict[str, str]) -> Iterator[Regrouped]:
    more = len(line.cells) - len(header.names)
    for at in (None, *range(len(header.names))):
        texts = list(line.cells)
        together = ""
        if at is not None:
            if not all(texts[at : at + more + 1]):
                continue
            together = "; ".join(texts[at : at + more + 1])
            texts[at : at + more + 1] = [together]
        values = {name: text for name, text in zip(header.names, texts, strict=False) if name and text}
        spaced = at is not None and {*range(at + 1, at + more + 1)} <= line.spaced
        yield Regrouped({**named, **values}, together, spaced)


def _cells(line: Line, header: Header) -> Iterator[Cell]:
    for at, text in enumerate(line.cells):
        if text:
            inside = at < len(header.names)
            added = header.adds.get(at, "") if inside and any(map(str.isdigit, text)) else ""
            heading = header.written[at] if inside and header.written[at] else f"kolom {at + 1}"
            whole = f"{text}{added}" if added and not re.search(r"\bper\b", text) else text
            yield Cell(heading, header.names[at] if inside else "", whole)


def _named_by_sheet(name: str, columns: Sequence[str]) -> dict[str, str]:
    """Return what the name of a sheet says of its rows: who organises them, or in a table of days which day; nothing for "Blad1"."""
    if not name or OF_PROGRAM.fullmatch(name.strip()):
        return {}
    day = typed.when(name)
    if isinstance(day, list) and "elke" in day[0]:
        return {} if {WHEN, "dag", "datum"} & set(columns) else {"dag": name}
    return {} if "organisatie" in columns else {"organisatie": name.strip()}


def _apart(line: Line, header: Header, first: Sequence[str]) -> str:
    """Return why a line is no activity; nothing for one that may be."""
    filled = [text for text in line.cells if text]
    if line.hidden:
        return "Deze rij is verborgen in Excel; zij is niet gebruikt. Hoort zij erbij? Maak haar zichtbaar."
    if [_plain(text) for text in line.cells] == list(first):
        return "Dit zijn de namen van de kolommen nog een keer."
    if SUM.match(filled[0]) and len(filled) <= FEWEST + 1 and len(filled) < len(header.names):
        return "Dit is een totaal, en geen activiteit."
    counted = Counter(header.names)
    if len(filled) == 1 and sum(counted.values()) > FEWEST + 1:
        return f'"{capital(filled[0])}" is gelezen als een kopje tussen de rijen, en niet gebruikt.'
    return ""
