"""What the pages that list have in common: tiles, places, groups and amounts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import capital, count, listing
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity
from generator.views.activity.card import Card, ThemeLabel, theme_label
from generator.views.lists.shelf import shelf

MOST_CARDS = 500


@dataclass(frozen=True, slots=True)
class Tile:
    """A theme as a large tile. ``amount`` says how much there is, where that is known."""

    theme: ThemeLabel
    address: str
    short: str
    examples: str
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality in a list, with how much there is to do."""

    name: str
    address: str
    amount: str


@dataclass(frozen=True, slots=True)
class Places:
    """Municipalities with something to do, and those of which nothing is known yet."""

    filled: tuple[Place, ...]
    empty: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading that leads somewhere."""

    name: str
    address: str
    amount: str
    cards: tuple[Card, ...]
    theme: ThemeLabel | None = None


def amount(number: int) -> str:
    """Return "1 activiteit" or "12 activiteiten", and words for none."""
    return count(number, "activiteit", "activiteiten") if number else "nog geen activiteiten"


def tiles(catalogue: Catalogue, folder: str, counts: dict[str, int] | None = None) -> tuple[Tile, ...]:
    """Return the themes as tiles that lead below ``folder``, with counts where given."""
    return tuple(
        Tile(
            theme_label(entry),
            f"{folder}{entry.id}/",
            entry.model.kort,
            capital(listing(entry.model.voorbeelden)),
            amount(counts[entry.id]) if counts else "",
        )
        for entry in catalogue.ordered_domains
    )


def places(catalogue: Catalogue, today: date, domain: str = "") -> Places:
    """Return the municipalities by name, with how much there is (of one theme, if given)."""
    filled: list[Place] = []
    empty: list[Place] = []
    for entry in catalogue.named_municipalities:
        number = shelf(catalogue, today).amount(entry.id, domain)
        place = Place(entry.model.naam, f"{entry.id}/{domain}{'/' if domain else ''}", amount(number))
        (filled if number else empty).append(place)
    return Places(tuple(filled), tuple(empty))


def by_theme(catalogue: Catalogue, listed: Iterable[Entry[Activity]]) -> dict[str, list[Entry[Activity]]]:
    """Return the activities under their main theme, in the themes' own order; empty themes included."""
    found: dict[str, list[Entry[Activity]]] = {entry.id: [] for entry in catalogue.ordered_domains}
    for one in listed:
        found[one.model.domeinen[0]].append(one)
    return found
