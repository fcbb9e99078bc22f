"""The numbers of an overview as CSV, a row a cell, for a spreadsheet."""

from collections.abc import Iterator

from generator.give.cells import table
from generator.views.volunteers.overview_page import OverviewPage

COLUMNS = ("tabel", "rij", "kolom", "aantal")


def numbers(page: OverviewPage) -> bytes:
    """Return every cell of the tables of a page, and how fresh each organisation is."""
    return table([COLUMNS, *_rows(page)]).encode()


def _rows(page: OverviewPage) -> Iterator[tuple[str, str, str, int]]:
    for one in page.tables:
        for line in one.lines:
            for column, cell in zip(one.columns, line.cells, strict=True):
                yield one.title, line.name, column, cell.amount
            yield one.title, line.name, "alle", line.total
    for organisation in page.freshness:
        yield "Nagevraagd", organisation.name, "alle", organisation.total
        yield "Nagevraagd", organisation.name, "in het laatste half jaar", organisation.fresh
