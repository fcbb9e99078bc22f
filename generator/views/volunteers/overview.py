"""What there is and what is missing, counted: by theme, and by day, part of the day, costs, access and place."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import listing
from generator.model.catalogue import Catalogue, Entry
from generator.model.facts import offered
from generator.model.resolved import joined
from generator.model.schema import Activity, Municipality
from generator.model.summary import Values
from generator.views.activity.card import ThemeLabel, theme_label
from generator.views.lists.finder import LABELS
from generator.views.lists.summary import NOT_KNOWN

WEEKEND = frozenset(["zaterdag", "zondag"])
# The tables: a facet, its title, and the values that are counted (all of the facet where none are named).
TABLES = (
    ("dagdeel", "Deel van de dag"),
    ("dag", "Dag"),
    ("kosten", "Kosten"),
    ("toegankelijk", "Toegankelijk"),
    ("mee", "De eerste keer"),
)
UNKNOWN_LABEL = "niet bekend"
# Gaps that are looked for in each theme: how they read, and whether an activity fills them.
GAPS = (
    ("in het weekend niets", "dag", WEEKEND, "de dag"),
    ("in de avond niets", "dagdeel", frozenset(["avond"]), "de tijd"),
    ("niets gratis", "kosten", frozenset(["gratis"]), "de prijs"),
)


# A name, its address, its theme, its amounts by column, and how many there are in all.
Row = tuple[str, str, ThemeLabel | None, Sequence[int], int]


NARROW = 4  # columns of a table that has room for another beside it


@dataclass(frozen=True, slots=True)
class Cell:
    """How many activities have a value; ``share`` is that of the row's largest, from 0 to 100."""

    amount: int
    share: int


@dataclass(frozen=True, slots=True)
class Line:
    """One theme or place in a table, with what it leads to."""

    name: str
    address: str
    theme: ThemeLabel | None
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Table:
    """Themes by the values of a facet; the last column counts of how many it is not known."""

    id: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def is_wide(self) -> bool:
        """Tell whether it takes the whole width of a page: others stand in pairs on a wide screen."""
        return len(self.columns) > NARROW


def tables(
    catalogue: Catalogue, amounts: Mapping[str, int], counts: Mapping[str, Values], folder: str
) -> tuple[Table, ...]:
    """Return a table for each facet; themes lead below ``folder`` ("meppel/", or nothing for the whole site).

    ``amounts`` has how much there is of each theme, ``counts`` the values of its facets.
    """
    found = []
    for facet, title in TABLES:
        labels = LABELS[facet]
        rows: list[Row] = []
        for domain in catalogue.ordered_domains:
            here = counts.get(domain.id, {}).get(facet, {})
            label = theme_label(domain)
            numbers = [here.get(value, 0) for value in (*labels, NOT_KNOWN)]
            rows.append((label.name, f"{folder}{domain.id}/", label, numbers, amounts.get(domain.id, 0)))
        found.append(Table(facet, title, (*labels.values(), UNKNOWN_LABEL), _lines(rows)))
    return tuple(found)


def by_place(catalogue: Catalogue, groups: Mapping[str, tuple[str, Mapping[str, int]]], title: str) -> Table:
    """Return places by theme; ``groups`` has the address of each place by its name, and how much there is, in all and by theme."""
    domains = catalogue.ordered_domains
    rows: list[Row] = []
    for name, (address, amounts) in groups.items():
        numbers = [amounts.get(domain.id, 0) for domain in domains]
        rows.append((name, address, None, numbers, amounts.get("", 0)))
    return Table("plaats", title, tuple(domain.model.naam for domain in domains), _lines(rows))


def amounts_of(entries: Sequence[Entry[Activity]]) -> Mapping[str, int]:
    """Return how much there is, in all (under an empty name) and by theme."""
    return {**Counter(theme for entry in entries for theme in entry.model.domeinen), "": len(entries)}


def quarters(
    catalogue: Catalogue, place: Entry[Municipality], listed: Sequence[Entry[Activity]]
) -> dict[str, Sequence[Entry[Activity]]]:
    """Return the activities of each quarter or village of a municipality, empty ones included; the rest comes last."""
    found: dict[str, list[Entry[Activity]]] = {name: [] for name in place.model.wijken}
    rest: list[Entry[Activity]] = []
    for entry in listed:
        location = joined(catalogue, entry).location
        name = (location.wijk or location.plaats) if location else ""
        found.get(name, rest).append(entry)
    return {**found, **({"Elders, of niet bekend": rest} if rest else {})}


def gaps(catalogue: Catalogue, name: str, listed: Sequence[Entry[Activity]], today: date) -> Iterator[str]:
    """Yield what is missing in a place, a sentence each: whole themes first, then the weekend, the evening and what is free."""
    if not listed:
        yield f"In {name} weten wij nog niets."
        return
    themes = {
        domain.model.naam: [entry for entry in listed if domain.id in entry.model.domeinen]
        for domain in catalogue.ordered_domains
    }
    empty = [theme for theme, entries in themes.items() if not entries]
    if empty:
        yield f"In {name} is er niets van: {listing(empty)}."
    offers = {entry.id: offered(joined(catalogue, entry), today) for entry in listed}
    for words, facet, wanted, what in GAPS:
        sure: list[str] = []
        unsure: list[str] = []
        for theme, entries in themes.items():
            found = [offers[entry.id][facet] for entry in entries]
            if entries and not any(values & wanted for values, _ in found):
                (unsure if any(unknown for _, unknown in found) else sure).append(theme)
        if sure:
            yield f"In {name} is er {words} van: {listing(sure)}."
        if unsure:
            yield (
                f"Zover bekend is er in {name} {words} van: {listing(unsure)}. Van een deel weten wij {what} nog niet."
            )


def _lines(rows: Sequence[Row]) -> tuple[Line, ...]:
    """Return the lines of a table, all bars on one scale: twice as much is twice as long, in whichever row."""
    most = max((amount for row in rows for amount in row[3]), default=0) or 1
    return tuple(
        Line(name, address, label, tuple(Cell(amount, round(100 * amount / most)) for amount in amounts), total)
        for name, address, label, amounts, total in rows
    )
