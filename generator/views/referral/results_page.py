"""What came of the referrals: in words first, then in tables; no number under five, and no word about what it does for people."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.dutch.sentences import capital, count, listing
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import day_in_words
from generator.model.outgoing import web
from generator.model.schema import FEW, LEFT_OUT, AndereBron, Bron, Cijfers, Municipality, Results, Telling
from generator.views.head import Crumb, Head

IN_WORDS = {FEW: "minder dan 5", LEFT_OUT: "weggelaten"}
ORDER = ("eerste", "tweede", "derde", "vierde")
WORDS = {
    Telling.VERWIJZINGEN: ("verwijzing", "verwijzingen"),
    Telling.GESPREKKEN: ("eerste gesprek", "eerste gesprekken"),
    Telling.BEGONNEN: ("iemand die ergens begon", "mensen die ergens begonnen"),
}
COLUMNS = ("Verwijzingen", "Eerste gesprekken", "Mensen die ergens begonnen")


@dataclass(frozen=True, slots=True)
class Source:
    """Who made something public, with its address where it has one."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class InWords:
    """The totals of one period as sentences; ``address`` leads to the tables, where there are any."""

    where: str
    when: str
    said: tuple[str, ...]
    address: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it may be told, and its share of the largest in its table, in hundredths."""

    text: str
    share: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a quarter, a practice or a theme. ``colour`` is that of a theme."""

    name: str
    colour: str
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table. ``named`` says what its rows are."""

    id: str
    title: str
    named: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """All results: what others made public, and the last quarter of each municipality."""

    head: Head
    crumbs: tuple[Crumb, ...]
    elsewhere: tuple[InWords, ...]
    here: tuple[InWords, ...]
    numbers: str


@dataclass(frozen=True, slots=True)
class ResultsInPlacePage:
    """The results of one municipality. ``earlier`` are the tables of quarters before the last."""

    head: Head
    crumbs: tuple[Crumb, ...]
    place: str
    last: InWords
    tables: tuple[Table, ...]
    earlier: tuple[Table, ...]
    numbers: str


def quarter_in_words(quarter: str) -> str:
    """Return "2026-k3" as "het derde kwartaal van 2026"."""
    year, _, number = quarter.partition("-k")
    return f"het {ORDER[int(number) - 1]} kwartaal van {year}"


def places_with_results(catalogue: Catalogue) -> tuple[Entry[Municipality], ...]:
    """Return the municipalities of which there are results."""
    known = {entry.model.gemeente for entry in catalogue.results.values()}
    return tuple(place for place in catalogue.named_municipalities if place.id in known)


def results_of(catalogue: Catalogue, place: str) -> tuple[Entry[Results], ...]:
    """Return the results of a municipality, the last quarter first."""
    own = [entry for entry in catalogue.results.values() if entry.model.gemeente == place]
    return tuple(sorted(own, key=lambda entry: str(entry.model.kwartaal), reverse=True))


def results_page(catalogue: Catalogue) -> ResultsPage:
    """Return the page with all results."""
    elsewhere = [entry for entry in catalogue.results.values() if not entry.model.gemeente]
    return ResultsPage(
        head=Head(
            address=addresses.RESULTS,
            title="Resultaten",
            description="Hoeveel verwijzingen er waren, en hoeveel mensen ergens begonnen. Alleen getallen, en geen mensen.",
            status="Van wie deze getallen zijn, staat erbij.",
        ),
        crumbs=(Crumb("Home", ""), Crumb("Voor verwijzers", addresses.REFERRERS)),
        elsewhere=tuple(results_in(entry.model, entry.model.gebied or "") for entry in elsewhere),
        here=tuple(
            results_in(results_of(catalogue, place.id)[0].model, place.model.naam, addresses.results_of(place.id))
            for place in places_with_results(catalogue)
        ),
        numbers=addresses.RESULTS + addresses.RESULT_NUMBERS,
    )


def results_in_place_page(catalogue: Catalogue, place: Entry[Municipality]) -> ResultsInPlacePage:
    """Return the results of a municipality that has any."""
    own = results_of(catalogue, place.id)
    name = place.model.naam
    of_quarters = [_of_quarter(catalogue, entry.model) for entry in own]
    return ResultsInPlacePage(
        head=Head(
            address=addresses.results_of(place.id),
            title=f"Resultaten in {name}",
            description=f"Hoeveel verwijzingen er waren in {name}, en hoeveel mensen ergens begonnen.",
            status="Opgeteld door de coördinator. Getallen onder de vijf staan er niet.",
            place=name,
        ),
        crumbs=(
            Crumb("Home", ""),
            Crumb("Voor verwijzers", addresses.REFERRERS),
            Crumb("Resultaten", addresses.RESULTS),
        ),
        place=name,
        last=results_in(own[0].model, name),
        tables=(_by_quarter(own), *of_quarters[0]),
        earlier=tuple(table for tables in of_quarters[1:] for table in tables),
        numbers=addresses.RESULTS + addresses.RESULT_NUMBERS,
    )


def results_in(model: Results, where: str, address: str = "") -> InWords:
    """Return the totals of a period in words."""
    about = "ongeveer " if model.ongeveer else ""
    total = model.totaal
    said = [_said(getattr(total, measure), about, *words) for measure, words in WORDS.items()]
    counted = [one for one in said if one]
    who = [
        f"{about}{count(number, *words)}"
        for number, words in (
            (total.praktijken, ("praktijk", "praktijken")),
            (total.welzijnscoaches, ("welzijnscoach", "welzijnscoaches")),
        )
        if number
    ]
    sentences = [f"Er waren {listing(counted)}." if counted else "", f"Er deden {listing(who)} mee." if who else ""]
    return InWords(
        where,
        model.periode or quarter_in_words(str(model.kwartaal)),
        tuple(filter(None, sentences)),
        address,
        tuple(_source(one) for one in model.bron),
    )


def _said(number: int | str | None, about: str, one: str, more: str) -> str:
    if number is None:
        return ""
    return f"{about}{count(number, one, more)}" if isinstance(number, int) else f"{IN_WORDS[number]} {more}"


def _source(source: Bron) -> Source:
    day = day_in_words(source.datum)
    if isinstance(source, AndereBron):
        return Source(f"{source.wat}{f' ({day})' if day else ''}", "")
    return Source(f"{source.url.partition('://')[2].partition('/')[0]}{f' ({day})' if day else ''}", web(source.url))


def _by_quarter(own: Sequence[Entry[Results]]) -> Table:
    rows = [
        (capital(quarter_in_words(str(entry.model.kwartaal)).removeprefix("het ")), "", entry.model.totaal)
        for entry in own
    ]
    return _table("kwartaal", "Per kwartaal", "Kwartaal", rows)


def _of_quarter(catalogue: Catalogue, model: Results) -> tuple[Table, ...]:
    when = quarter_in_words(str(model.kwartaal))
    practices = [(catalogue.practices[row.praktijk].model.naam, "", row) for row in model.praktijken]
    themes = [(catalogue.domains[row.thema].model, row) for row in model.themas]
    tables = (
        _table(f"praktijk-{model.kwartaal}", f"Per praktijk, in {when}", "Praktijk", practices),
        _table(
            f"thema-{model.kwartaal}",
            f"Per thema, in {when}",
            "Thema",
            [(theme.naam, str(theme.kleur), row) for theme, row in themes],
        ),
    )
    return tuple(table for table in tables if table.rows)


def _table(id_: str, title: str, named: str, rows: Iterable[tuple[str, str, Cijfers]]) -> Table:
    found = list(rows)
    shown = [at for at, measure in enumerate(Telling) if any(getattr(row, measure) is not None for _, _, row in found)]
    measures = [list(Telling)[at] for at in shown]
    values = [getattr(row, measure) for _, _, row in found for measure in measures]
    most = max((value for value in values if isinstance(value, int)), default=1)
    return Table(
        id_,
        title,
        named,
        tuple(COLUMNS[at] for at in shown),
        tuple(
            Row(name, colour, tuple(_number(getattr(row, measure), most) for measure in measures))
            for name, colour, row in found
        ),
    )


def _number(value: int | str | None, most: int) -> Number:
    if isinstance(value, int):
        return Number(str(value), round(100 * value / most))
    return Number(IN_WORDS.get(value or "", "niet geteld"), 0)
