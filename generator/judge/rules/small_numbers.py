"""Results say nothing by which somebody can be known, and what they name exists."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.judge.rules.base import Named, problem, warning
from generator.judge.suggestion import suggestion
from generator.model.catalogue import Catalogue, Entry
from generator.model.problem import Loc, Problem, quoted
from generator.model.schema import FEW, LEFT_OUT, Cijfers, Results, Telling
from generator.model.small_numbers import Told, leaks

CODES = {
    "A180": "Uit de resultaten is geen aantal onder de vijf uit te rekenen.",
    "A181": "Resultaten gaan over een gemeente en een kwartaal, en anders zeggen zij wie ze openbaar maakte.",
    "A182": "De delen van een tabel zijn samen niet meer dan het totaal.",
    "A183": "Een praktijk of thema in de resultaten bestaat.",
}


def check_country(catalogue: Catalogue, today: date, named: Named) -> Iterator[Problem]:
    """Yield what is wrong with the results."""
    del today, named
    for entry in catalogue.results.values():
        yield from _shape(catalogue, entry)
        yield from _names(catalogue, entry)
        for measure in Telling:
            yield from _table(entry, measure, "praktijken", entry.model.praktijken)
            yield from _table(entry, measure, "themas", entry.model.themas)


def _shape(catalogue: Catalogue, entry: Entry[Results]) -> Iterator[Problem]:
    model = entry.model
    folder, _, name = entry.id.partition("/")
    if model.gemeente or model.kwartaal:
        if not (model.gemeente and model.kwartaal) or model.gebied or model.periode or model.ongeveer:
            hint = "Schrijf gemeente en kwartaal, en geen gebied, periode of ongeveer."
            yield problem(entry, (), "A181", "eigen cijfers gaan over een gemeente in een kwartaal.", hint)
        elif (folder, name) != (model.gemeente, model.kwartaal):
            hint = f"Noem het bestand content/results/{model.gemeente}/{model.kwartaal}.yml: zo is er van een kwartaal maar een."
            yield problem(entry, ("kwartaal",), "A181", "het bestand heet anders dan wat erin staat.", hint)
        elif model.gemeente not in catalogue.municipalities:
            hint = suggestion(model.gemeente, tuple(catalogue.municipalities))
            yield problem(entry, ("gemeente",), "A013", f"gemeente {quoted(model.gemeente)} bestaat niet.", hint)
    elif not (model.gebied and model.periode and model.bron):
        hint = "Schrijf gebied, periode en bron. Zijn het cijfers van uw eigen gemeente? Schrijf gemeente en kwartaal."
        yield problem(entry, (), "A181", "niet bekend is waar deze cijfers over gaan, of wie ze openbaar maakte.", hint)
    elif model.praktijken or model.themas:
        hint = "Laat alleen totaal staan."
        yield problem(entry, (), "A181", "cijfers van een ander staan hier alleen als totaal.", hint)


def _names(catalogue: Catalogue, entry: Entry[Results]) -> Iterator[Problem]:
    for name, field, known, rows in (
        ("praktijken", "praktijk", catalogue.practices, [row.praktijk for row in entry.model.praktijken]),
        ("themas", "thema", catalogue.domains, [row.thema for row in entry.model.themas]),
    ):
        for at, id_ in enumerate(rows):
            loc: Loc = (name, at, field)
            if id_ not in known:
                yield problem(entry, loc, "A183", f"{field} {quoted(id_)} bestaat niet.", suggestion(id_, tuple(known)))
            elif id_ in rows[:at]:
                yield problem(entry, loc, "A183", f"{quoted(id_)} staat er twee keer.", "Laat een regel staan.")
            elif field == "praktijk" and not _of_place(catalogue, id_, entry.model.gemeente or ""):
                hint = "Zet haar bij de cijfers van haar eigen gemeente."
                yield problem(entry, loc, "A183", f"de praktijk {quoted(id_)} is van een andere gemeente.", hint)


def _of_place(catalogue: Catalogue, practice: str, place: str) -> bool:
    """Tell whether a practice is in a municipality, or was."""
    return any(one.partition("/")[0] == place for one in (practice, *catalogue.practices[practice].model.vroeger))


def _table(entry: Entry[Results], measure: Telling, name: str, rows: Sequence[Cijfers]) -> Iterator[Problem]:
    """Yield what is wrong with what one table tells of one thing that is counted."""
    parts: list[Told | None] = [getattr(row, measure) for row in rows]
    if not any(part is not None for part in parts):
        return
    total = getattr(entry.model.totaal, measure)
    loc: Loc = (name,)
    if total is None or None in parts:
        hint = f"Schrijf {measure} bij het totaal en op elke regel. Weet u het niet? Haal {measure} in deze tabel weg."
        yield problem(entry, loc, "A180", f"{measure} staat niet overal.", hint)
        return
    found = [part for part in parts if part is not None]
    shown = sum(part for part in found if isinstance(part, int))
    if shown > (total if isinstance(total, int) else 4):
        hint = "Tel het na. Iemand telt een keer mee, bij een praktijk en bij een thema."
        yield problem(entry, loc, "A182", f"{measure} is hier samen {shown}, en het totaal is {total}.", hint)
    elif leaks(total, found):
        hint = f"Schrijf bij nog een regel {LEFT_OUT}, of haal {measure} in deze tabel weg. De opdracht results doet dit zelf."
        yield problem(entry, loc, "A180", f"uit {measure} is een aantal onder de vijf uit te rekenen.", hint)
    elif total == FEW and any(part == LEFT_OUT for part in found):
        yield warning(entry, loc, "A182", "van minder dan vijf is niets weg te laten.", f"Schrijf overal {FEW}.")
