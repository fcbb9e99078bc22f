"""The numbers of an overview as CSV, a row a cell, for a spreadsheet."""

import csv
import io

from generator.views.overview_page import OverviewPage

COLUMNS = ("tabel", "rij", "kolom", "aantal")


def numbers(page: OverviewPage) -> bytes:
    """Return every cell of the tables of a page, and how fresh each organisation is."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(COLUMNS)
    for table in page.tables:
        for line in table.lines:
            for column, cell in zip(table.columns, line.cells, strict=True):
                writer.writerow((table.title, line.name, column, cell.amount))
            writer.writerow((table.title, line.name, "alle", line.total))
    for one in page.freshness:
        writer.writerow(("Nagevraagd", one.name, "alle", one.total))
        writer.writerow(("Nagevraagd", one.name, "in het laatste half jaar", one.fresh))
    return target.getvalue().encode()
