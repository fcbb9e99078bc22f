"""What became of a table, for the page that says of each row and each cell how it was read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.imported import COUNTED, Cell, Outcome, Status

SAME = "zoals het er staat"
LEADS = {
    True: "Dit was een proef: er is niets geschreven.",
    False: "Wat nieuw is staat in de map met inhoud. Een concept komt nog niet op de site: het staat in de belronde.",
}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One row: where to find it, what became of it, what a person must see, and its cells."""

    id: str
    label: str
    what: str
    status: str
    notes: tuple[str, ...]
    files: str
    cells: tuple[Cell, ...]
    doubt: bool
    wrong: bool


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The whole page."""

    name: str
    lead: str
    counts: tuple[tuple[int, str], ...]
    notes: tuple[str, ...]
    rows: tuple[ReportRow, ...]

    @property
    def look(self) -> tuple[ReportRow, ...]:
        """Return the rows that somebody must look at."""
        return tuple(row for row in self.rows if row.doubt or row.wrong)


def import_report(name: str, found: Sequence[Outcome], notes: Iterable[str], *, trial: bool) -> ImportReport:
    """Return what became of a table of that name; ``trial`` tells that nothing was written."""
    amounts = Counter(one.status for one in found)
    return ImportReport(
        name=name,
        lead=LEADS[trial],
        counts=tuple((amounts[status], words) for status, words in COUNTED.items() if amounts[status]),
        notes=tuple(notes),
        rows=tuple(_row(at, one) for at, one in enumerate(found, 1)),
    )


def _row(at: int, one: Outcome) -> ReportRow:
    return ReportRow(
        id=f"rij-{at}",
        label=f'Blad "{one.sheet}", rij {one.row}' if one.sheet else f"Rij {one.row}",
        what=one.what,
        status=one.status,
        notes=one.notes,
        files=", ".join(sorted(one.files)),
        cells=tuple(_cell(cell) for cell in one.cells),
        doubt=bool(one.notes) and one.status is not Status.APART,
        wrong=one.status is Status.WRONG,
    )


def _cell(cell: Cell) -> Cell:
    read = SAME if cell.read == cell.text else cell.read
    return Cell(cell.heading, cell.column, cell.text, read, cell.doubt)
