"""The results as CSV, a row a number, for a spreadsheet: as they may be told, and no more."""

from collections.abc import Iterator

from generator.give.cells import table
from generator.model.catalogue import Catalogue
from generator.model.schema import Cijfers, Telling

COLUMNS = ("gebied", "periode", "ongeveer", "tabel", "rij", "wat", "aantal")


def results_csv(catalogue: Catalogue) -> bytes:
    """Return every number of all results."""
    return table([COLUMNS, *_rows(catalogue)], for_people=True).encode()


def _rows(catalogue: Catalogue) -> Iterator[tuple[str | int, ...]]:
    for entry in catalogue.results.values():
        model = entry.model
        place = catalogue.municipalities[model.gemeente].model.naam if model.gemeente else model.gebied or ""
        first = (place, model.kwartaal or model.periode or "", model.ongeveer or "nee")
        rows: list[tuple[str, str, Cijfers]] = [("totaal", "", model.totaal)]
        rows += [("praktijk", catalogue.practices[row.praktijk].model.naam, row) for row in model.praktijken]
        rows += [("thema", catalogue.domains[row.thema].model.naam, row) for row in model.themas]
        for name, which, row in rows:
            for measure in Telling:
                value = getattr(row, measure)
                if value is not None:
                    yield (*first, name, which, str(measure), value)
        for name in ("praktijken", "welzijnscoaches"):
            number = getattr(model.totaal, name)
            if number is not None:
                yield (*first, "totaal", "", name, number)
