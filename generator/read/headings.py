"""The line that says what the columns of a table are: where it is, which name each has here, and what a heading says of all its cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.dutch.likeness import nearest, same_words
from generator.model.questions import COLUMNS
from generator.read.schedule import SCHEDULE, WHEN
from generator.read.sheets import FIRST_LINES, Line, Sheet

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
        *("contact", "info", "informatie", "contact info", "contactinformatie", "telefoon/mail", "telefoon / e-mail"),
        *("tel/mail", "bereikbaar"),
    ),
    "nummer": ("nr", "nr.", "volgnummer", "id", "#", "rij", "huisnummer", "huisnr"),
}
ALL_COLUMNS = {**COLUMNS, **MORE}
NAMES = {name: name for name in ALL_COLUMNS} | {other: name for name, others in ALL_COLUMNS.items() for other in others}
PERSON = "naam"  # may be that of a person, where another column is called a title
OF_PERSON = re.compile(
    r"\b(?:naam|namen|vrijwilliger|deelnemer|contact|begeleider|docent|cliënt|persoon|achternaam|voornaam)s?\b"
)
# What a table has that is of activities and of no people.
ABOUT = frozenset(["samenvatting", "thema", "kosten", "locatie", "bron", "aanmelden"])
REACHED = frozenset(["telefoon", "email", *PEOPLE])
JOINED = frozenset(["kosten", WHEN, *SCHEDULE])  # of two columns of one of these neither is left out
HOURS = ("van", "tot")  # are hours or days only beside a column of those
# What stands between brackets behind a name and says nothing of the cells.
HARMLESS = re.compile(
    r"(?:en|s|e-?mail|verplicht|optioneel|niet verplicht|kort|(?:in )?(?:euro|eur|€|uur|uren)|dd-?mm-?(?:jj|yy)+|uu:mm|hh:mm|"
    r"van ?[-/] ?tot|(?:bijv|bv|zoals|b\.v)\b.*|dag en tijd|dag/tijd|ma t/m zo|en tijd|en dag)"
)
# "Prijs per keer": what a column of prices says of all of them.
PER = re.compile(r"(.+?)\s*\(?€?\s*\b((?:per|p\.?)\s*(?:keer|les|maand|kwartaal|jaar|seizoen|cursus))\)?")


@dataclass(slots=True)
class Header:
    """The names of the columns: the name that is known for each (empty where none is), how it was written, and what it adds to its cells."""

    names: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    adds: dict[int, str] = field(default_factory=dict)


def is_name(text: str) -> bool:
    """Tell whether a text is the name of a column."""
    return plain_heading(text) in NAMES


def name_of(text: str) -> str:
    """Return the column that a heading stands for; nothing where nobody knows it."""
    return NAMES.get(plain_heading(text), "")


def plain_heading(text: str) -> str:
    """Return a heading without what makes it look different: capitals, lines, what stands between brackets."""
    whole = " ".join(re.sub(r"-\s*\n\s*", "", text).lower().replace("_", " ").split()).strip(" :*")
    bare = re.sub(r"\s*\([^)]*\)", "", whole).strip()
    found = whole if whole in NAMES else bare
    return found if found in NAMES else found.replace(" ", "_") if found.replace(" ", "_") in NAMES else found


def header_line(lines: Sequence[Line]) -> int | None:
    """Return the place of the line with the names of the columns: that with most known names; one is the title's, or may be."""
    best, most = None, FEWEST - 1
    for at, line in enumerate(lines[:FIRST_LINES]):
        names = {name_of(text) for text in line.cells} - {""}
        if len(names) > most and ("titel" in names or _untitled(line.cells)):
            # Headings that are merged over two lines stand on both.
            again = best is not None and sum(map(_same, lines[best].cells, line.cells)) >= FEWEST
            best, most = (best if again else at), len(names)
    return best


def _same(one: str, other: str) -> bool:
    return bool(one) and one == other


def _untitled(texts: Sequence[str]) -> bool:
    """Tell whether the first column has a heading that nobody knows, where none is called a title: then it is read as one."""
    first = plain_heading(texts[0]) if texts else ""
    return bool(first) and first not in NAMES and not OF_PERSON.search(first) and "titel" not in map(name_of, texts)


def of_people(texts: Sequence[str], header: Header) -> bool:
    """Tell whether a table has people and not what there is to do: names and how to reach them, and nothing of an activity."""
    titles = [plain_heading(text) for text, name in zip(texts, header.names, strict=True) if name == "titel"]
    return (
        titles in ([PERSON], [])
        and not ABOUT & {*header.names}
        and bool(REACHED & {*header.names} or len(header.names) == len(titles))
    )


def columns(texts: Sequence[str]) -> tuple[Header, list[str]]:
    """Return what each column is, and what was noticed."""
    header = Header()
    notes: list[str] = []
    titles = [at for at, text in enumerate(texts) if name_of(text) == "titel"]
    person = {at for at in titles if plain_heading(texts[at]) == PERSON} if len(titles) > 1 else set()
    for at, text in enumerate(texts):
        shown = " ".join(text.split())
        name, adds = "", ""
        if at == 0 and _untitled(texts):
            name = "titel"
            notes.append(
                f'Geen kolom heet titel. De eerste, "{shown}", is als titel gelezen. Klopt dat niet? Geef de kolommen andere namen.'
            )
        elif at not in person:
            name, adds = _column(text, header.names)
            notes += _spelt(shown, name, text)
        elif shown:
            notes.append(f'De kolom "{shown}" is niet gebruikt.')
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


def _spelt(shown: str, name: str, text: str) -> list[str]:
    """Return what to say of a heading that is spelt otherwise, or that nobody knows."""
    if not shown or (name and is_name(text)) or (name and PER.fullmatch(shown.lower())):
        return []
    return [f'De kolom "{shown}" is gelezen als "{name}".' if name else f'De kolom "{shown}" is niet gebruikt.']


def _column(text: str, before: Sequence[str]) -> tuple[str, str]:
    """Return the name of a column, and what it says of all its cells: "Prijs per keer", "Tijd (alleen in de zomer)"."""
    plain = " ".join(text.lower().split()).strip(" :*")
    inside = re.search(r"\(([^)]*)\)", plain)
    harmless = bool(inside) and bool(HARMLESS.fullmatch(inside[1].strip()) if inside else False)
    match = PER.fullmatch(re.sub(r"\s*\([^)]*\)", "", plain) if harmless else plain)
    if match and name_of(match[1]) == "kosten":
        return "kosten", f" {match[2]}"
    name = name_of(text) or NAMES.get(_near(plain_heading(text)), "")
    if name in HOURS and not {WHEN, *SCHEDULE} & {*before[-1:]}:
        return "", ""  # "van" and "tot" beside an age are no hours
    if name in JOINED and inside and plain not in NAMES and not harmless:
        return name, f" ({inside[1].strip()})"
    return name, ""


def _near(plain: str) -> str:
    """Return the name of a column that differs in nothing but how it is spelt; nothing where it may be another."""
    near = nearest(plain, NAMES, CUTOFF)
    alike = near.replace(" ", "") == plain.replace(" ", "") or same_words(
        near.replace(" ", "-"), plain.replace(" ", "-")
    )
    return near if near and alike else ""


def on_two_lines(sheet: Sheet, at: int) -> list[str]:
    """Return the headings where they stand on two lines, "Tijd" above "van" and "tot"; those of one line as they are."""
    top = list(sheet.lines[at].cells)
    if at + 1 >= len(sheet.lines):
        return top
    # A heading that is merged over both lines stands on both.
    below = [
        "" if place < len(top) and text == top[place] else text for place, text in enumerate(sheet.lines[at + 1].cells)
    ]
    named = [place for place, text in enumerate(below) if text]
    titled = [place for place, text in enumerate(top) if name_of(text) == "titel" and place < len(below)]
    above = _above(sheet, at, top, below)
    if not named or any(below[place] for place in titled) or any(place not in above for place in named):
        return top
    full = top + [""] * (len(below) - len(top))
    return [f"{top[above[place]]} {below[place]}" if place in named else text for place, text in enumerate(full)]


def _above(sheet: Sheet, at: int, top: Sequence[str], below: Sequence[str]) -> dict[int, int]:
    """Return the place of the heading above each place: merged over them, or in a text that of the last one before it."""
    wide = sheet.wide.get(sheet.lines[at].number, {})
    merged = {place: first for first, last in wide.items() if last > first for place in range(first, last + 1)}
    if merged or sheet.wide:
        return merged
    found: dict[int, int] = {}
    first = 0
    for place in range(len(below)):
        first = place if place < len(top) and top[place] else first
        found[place] = first
    known = any(
        is_name(f"{plain_heading(top[first])} {plain_heading(below[place])}")
        for place, first in found.items()
        if below[place]
    )
    return found if known else {}
