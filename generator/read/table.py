"""A table that somebody made (CSV, TSV or Excel) as rows of texts under the names that this program knows.

What stands above the names of the columns, totals, headings between rows and hidden rows are told apart from activities, and said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.dutch.likeness import nearest, same_words
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
SHEET = "naam van het blad"
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
    "nummer": ("nr", "nr.", "volgnummer", "id", "#", "rij", "huisnummer", "huisnr"),
}
ALL_COLUMNS = {**COLUMNS, **MORE}
NAMES = {name: name for name in ALL_COLUMNS} | {other: name for name, others in ALL_COLUMNS.items() for other in others}
# Sheets that hold people and not what there is to do.
OF_PEOPLE = re.compile(
    r".*(?:contact|adres|deelnemer|leden|vrijwilliger|personen|namenlijst|telefoonlijst).*", re.IGNORECASE
)
PERSON = "naam"  # may be that of a person, where another column is called a title
ABOUT = frozenset(
    ["samenvatting", "thema", "kosten", "locatie", "organisatie", "gemeente", "aanmelden", WHEN, *SCHEDULE]
)
DITTO = frozenset(
    [
        "idem",
        "idem.",
        "id.",
        "zie boven",
        "zelfde",
        "dezelfde",
        "hetzelfde",
        '"',
        "''",
        ",,",
        "\u3003",
        "\u201d",
        "ditto",
    ]
)
# What stands between brackets behind a name and says nothing of the cells.
HARMLESS = re.compile(
    r"(?:en|s|e-?mail|verplicht|optioneel|niet verplicht|kort|euro|eur|€|in euro|dd-?mm-?(?:jj|yy)+|uu:mm|hh:mm|van-tot|van - tot)"
)
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
WITH_DAYS = frozenset([WHEN, *SCHEDULE, "brondatum", "bron", "status", ""])
JOINED = frozenset(["kosten", WHEN, *SCHEDULE])  # of two columns of one of these neither is left out
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
        if several and OF_PEOPLE.fullmatch(sheet.name):
            notes.append(f"{told}dit lijkt een lijst van mensen, en is niet gebruikt.")
            continue
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
        headings = _two_lines(sheet, at)
        at += headings != sheet.lines[at].cells
        header, more = _columns(headings)
        if _people(headings, header):
            notes.append(f"{told or 'Deze tabel: '}dit lijkt een lijst van mensen, en is niet gebruikt.")
            continue
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


def _people(headings: Sequence[str], header: Header) -> bool:
    """Tell whether a table has people and not what there is to do: names, and nothing of an activity."""
    titles = [_plain(text) for text, name in zip(headings, header.names, strict=True) if name == "titel"]
    return titles == [PERSON] and not ABOUT & {*header.names}


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
    titles = [at for at, text in enumerate(texts) if NAMES.get(_plain(text)) == "titel"]
    person = {at for at in titles if _plain(texts[at]) == PERSON} if len(titles) > 1 else set()
    for at, text in enumerate(texts):
        shown = " ".join(text.split())
        name, adds = ("titel", "") if untitled and at == 0 else ("", "") if at in person else _column(text)
        if untitled and at == 0:
            notes.append(
                f'Geen kolom heet titel. De eerste, "{shown}", is als titel gelezen. Klopt dat niet? Geef de kolommen andere namen.'
            )
        if not name and shown:
            near = "" if at in person else _near(_plain(text))
            name = NAMES[near] if near else ""
            notes.append(
                f'De kolom "{shown}" is gelezen als "{name}".' if name else f'De kolom "{shown}" is niet gebruikt.'
            )
        if name and name in header.names and name not in JOINED:
            notes.append(f'De kolom "{shown}" is niet gebruikt: "{name}" was er al.')
            name = ""
        elif name and name in header.names:
            notes.append(f'De kolom "{shown}" is bij "{name}" gezet.')
        header.names.append(name)
        header.written.append(shown)
        if adds:
            header.adds[at] = adds
            notes.append(f'Van de kolom "{shown}" staat{adds} bij elke cel.')
    return header, notes


def _near(plain: str) -> str:
    """Return the name of a column that differs in nothing but how it is spelt; nothing where it may be another."""
    near = nearest(plain, NAMES, CUTOFF)
    same = near.replace(" ", "") == plain.replace(" ", "") or same_words(
        near.replace(" ", "-"), plain.replace(" ", "-")
    )
    return near if near and same else ""


def _column(text: str) -> tuple[str, str]:
    """Return the name of a column, and what it says of all its cells: "Prijs per keer", "Tijd (alleen in de zomer)"."""
    plain = " ".join(text.lower().split())
    match = PER.fullmatch(plain)
    if match and NAMES.get(_plain(match[1])) == "kosten":
        return "kosten", f" {match[2]}"
    name = NAMES.get(_plain(text), "")
    inside = re.search(r"\(([^)]*)\)", plain)
    if name in JOINED and inside and plain.strip(" :*") not in NAMES and not HARMLESS.fullmatch(inside[1].strip()):
        return name, f" ({inside[1].strip()})"
    return name, ""


def _rows(sheet: Sheet, header: Header, start: int, name: str) -> Iterator[Row]:
    named = _named_by_sheet(name, header.names)
    before: dict[str, str] = {}
    day = ""
    for line in sheet.lines[start + 1 :]:
        apart = _apart(line, header)
        if apart == AGAIN:
            header, before = _columns(line.cells)[0], {}
        if apart and typed.weekday(line.cells[0] if len([text for text in line.cells if text]) == 1 else ""):
            day = next(text for text in line.cells if text)
        notes = list(line.notes)
        cells = tuple(_cells(line, header, before, notes))
        values: dict[str, str] = {}
        for cell in cells:
            if cell.column:
                values[cell.column] = f"{values[cell.column]}; {cell.text}" if cell.column in values else cell.text
        values |= {column: text for column, text in named.items() if column not in values}
        if day and not {WHEN, "dag", "datum"} & set(header.names) and not apart:
            values["dag"] = day
            notes.append(f'dag: "{day}" staat als kopje boven deze rij, en is als dag gelezen.')
        if named.keys() & {"organisatie", "dag"} and not apart:
            notes += [f'{column}: "{text}" is de naam van het blad, en zo gelezen.' for column, text in named.items()]
        if not apart:
            before = values
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


def _cells(line: Line, header: Header, before: dict[str, str], notes: list[str]) -> Iterator[Cell]:
    """Yield the cells of a line that are not empty; what Excel or somebody in a hurry made of one is undone, and noted."""
    for at, text in enumerate(line.cells):
        if not text:
            continue
        inside = at < len(header.names)
        column = header.names[at] if inside else ""
        heading = header.written[at] if inside and header.written[at] else f"kolom {at + 1}"
        if not column and not (inside and header.written[at]):
            notes.append(f'{heading} heeft geen naam: "{text}" is niet gebruikt.')
        above = before.get(column, "")
        if text.strip().lower() in DITTO and above:
            notes.append(f'{column}: "{text}" is gelezen als "{above}", de cel erboven.')
            yield Cell(heading, column, above)
            continue
        day = ISO.fullmatch(text)
        if day and column not in WITH_DAYS:
            short = f"{int(day[3])}-{int(day[2])}"
            notes.append(f"{column}: Excel maakte hier een datum van ({text}); gelezen als {short}.")
            yield Cell(heading, column, short)
            continue
        yield Cell(heading, column, _with(text, header.adds.get(at, "") if inside else ""))


def _with(text: str, adds: str) -> str:
    """Return a cell with what its heading says of it: of a price only where the price does not say it itself."""
    if not adds or adds.startswith(" ("):
        return f"{text}{adds}"
    read = typed.prices(text)
    return f"{text}{adds}" if read and not any("per" in one for one in read) else text


def _named_by_sheet(name: str, columns: Sequence[str]) -> dict[str, str]:
    """Return what the name of a sheet says of its rows: who organises them, or in a table of days which day; nothing for "Blad1"."""
    if not name or OF_PROGRAM.fullmatch(name.strip()):
        return {}
    if typed.weekday(name):
        return {} if {WHEN, "dag", "datum"} & set(columns) else {"dag": name.strip()}
    return {SHEET: name.strip()}


AGAIN = "Dit zijn de namen van de kolommen nog een keer."


def _apart(line: Line, header: Header) -> str:
    """Return why a line is no activity; nothing for one that may be."""
    filled = [text for text in line.cells if text]
    known = [text for text in filled if NAMES.get(_plain(text))]
    if line.hidden:
        return "Deze rij is verborgen in Excel; zij is niet gebruikt. Hoort zij erbij? Maak haar zichtbaar."
    titled = any(NAMES.get(_plain(text)) == "titel" for text in known)
    if len(known) > FEWEST and 2 * len(known) > len(filled) and titled:
        return AGAIN
    if SUM.match(filled[0]) and len(filled) <= FEWEST + 1 and len(filled) < len(header.names):
        return "Dit is een totaal, en geen activiteit."
    if len(filled) == 1 and len(header.names) > FEWEST + 1:
        return f'"{capital(filled[0])}" is gelezen als een kopje tussen de rijen, en niet gebruikt.'
    return ""


def _two_lines(sheet: Sheet, at: int) -> list[str]:
    """Return the headings where they stand on two lines, "Tijd" above "van" and "tot"; those of one line as they are."""
    top = list(sheet.lines[at].cells)
    if at + 1 >= len(sheet.lines):
        return top
    below = sheet.lines[at + 1].cells
    titled = [place for place, text in enumerate(top) if NAMES.get(_plain(text)) == "titel"]
    named = [place for place, text in enumerate(below) if text]
    # The second line says nothing below the title, and names at least two columns below one heading.
    wide = sheet.wide.get(sheet.lines[at].number, {})
    covered = {place: first for first, last in wide.items() for place in range(first, last + 1) if last > first}
    if (
        not covered
        and not sheet.wide
        and any(
            NAMES.get(f"{_plain(top[at])} {_plain(below[place])}")
            for place, at in _carried(top, below).items()
            if below[place]
        )
    ):
        covered = _carried(top, below)
    if (
        not named
        or any(below[place] for place in titled if place < len(below))
        or not all(place in covered for place in named)
    ):
        return top
    full = top + [""] * (len(below) - len(top))
    return [f"{top[covered[place]]} {below[place]}" if place in named else text for place, text in enumerate(full)]


def _carried(top: Sequence[str], below: Sequence[str]) -> dict[int, int]:
    """Return below which heading each place stands, where an empty heading belongs to the one before it."""
    found: dict[int, int] = {}
    first = 0
    for place in range(len(below)):
        first = place if place < len(top) and top[place] else first
        found[place] = first
    return found
