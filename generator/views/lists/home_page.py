"""The first page, and the page over all municipalities."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity
from generator.views.activity.card import Card, card
from generator.views.activity.status import status_of
from generator.views.head import Crumb, Head
from generator.views.lists.finder import Finder
from generator.views.lists.listing import (
    NOTHING,
    Group,
    Lists,
    Places,
    Tile,
    amount,
    groups,
    many_places,
    places,
    tiles,
)
from generator.views.lists.shelf import parts, shelf
from generator.views.lists.summary import country

EXAMPLES = 3
MOST_HERE = 56  # cards on the page over all municipalities


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page."""

    head: Head
    status: str
    tiles: tuple[Tile, ...]
    places: Places
    week: tuple[Group, ...]
    examples: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class EverythingPage:
    """All municipalities, and the first cards on a site small enough for that; ``more`` counts those that are left out."""

    head: Head
    crumbs: tuple[Crumb, ...]
    status: str
    amount: str
    places: Places
    lists: Lists
    more: int
    search: Finder | None


def home_page(catalogue: Catalogue, today: date, ranked: Sequence[Entry[Activity]]) -> HomePage:
    """Return the first page: a few things of this week, one a theme; where there is none, the first of ``ranked`` as examples."""
    listed = shelf(catalogue, today).everything
    soon = [one.entry for one in parts(catalogue, listed, today).week]
    everything = country(catalogue, today)
    # Of a whole country nobody knows which of it is near.
    many = many_places(catalogue)
    week = () if many else groups(catalogue, one_a_theme(soon, EXAMPLES), today, by_place=True).week
    return HomePage(
        head=Head(
            address="",
            abroad="",
            title="Wat wilt u gaan doen?",
            description=catalogue.settings.model.omschrijving,
        ),
        status=status_of(everything.amount, everything.fresh.get("", 0)),
        tiles=tiles(catalogue, ""),
        places=places(catalogue, today),
        week=week,
        examples=()
        if week or many
        else tuple(card(catalogue, entry, today) for entry in one_a_theme(ranked, EXAMPLES)),
    )


def one_a_theme(ranked: Iterable[Entry[Activity]], most: int) -> tuple[Entry[Activity], ...]:
    """Return the first of each theme, at most ``most``."""
    found: dict[str, Entry[Activity]] = {}
    for entry in ranked:
        found.setdefault(entry.model.domeinen[0], entry)
    return tuple(found.values())[:most]


def everything_page(catalogue: Catalogue, today: date, search: Finder | None = None) -> EverythingPage:
    """Return the page over all municipalities, with the first cards; the rest stand on the pages of their municipalities."""
    listed = shelf(catalogue, today).everything
    total = country(catalogue, today)
    few = catalogue.known is None
    return EverythingPage(
        head=Head(
            address=addresses.SEARCH,
            title="Alle activiteiten",
            description="Alle activiteiten op een rij, per gemeente.",
        ),
        status=status_of(total.amount, total.fresh.get("", 0)),
        crumbs=(Crumb("Home", ""),),
        amount=amount(total.amount),
        places=places(catalogue, today),
        lists=groups(catalogue, listed[:MOST_HERE], today, by_place=True) if few else NOTHING,
        more=max(0, len(listed) - MOST_HERE) if few else 0,
        search=search,
    )
