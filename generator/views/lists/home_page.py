"""The first page, and the page over all municipalities."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.resolved import resolved
from generator.model.schema import Activity
from generator.views.activity.card import Card, card
from generator.views.activity.status import list_status
from generator.views.head import Crumb, Head
from generator.views.lists.finder import Finder
from generator.views.lists.listing import MOST_CARDS, Group, Places, Tile, amount, places, tiles
from generator.views.lists.shelf import shelf

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page."""

    head: Head
    tiles: tuple[Tile, ...]
    places: Places
    examples: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class EverythingPage:
    """All municipalities, and all cards on a site small enough for that."""

    head: Head
    crumbs: tuple[Crumb, ...]
    amount: str
    places: Places
    groups: tuple[Group, ...]
    search: Finder | None


def home_page(catalogue: Catalogue, today: date, ranked: Sequence[Entry[Activity]]) -> HomePage:
    """Return the first page; ``ranked`` are activities in the order in which they may serve as an example."""
    return HomePage(
        head=Head(
            address="",
            title="Wat wilt u gaan doen?",
            description=catalogue.settings.model.omschrijving,
            status=list_status(resolved(catalogue, shelf(catalogue, today).everything), today),
        ),
        tiles=tiles(catalogue, ""),
        places=places(catalogue, today),
        examples=tuple(card(catalogue, entry, today) for entry in one_a_theme(ranked, EXAMPLES)),
    )


def one_a_theme(ranked: Iterable[Entry[Activity]], most: int) -> tuple[Entry[Activity], ...]:
    """Return the first of each theme, at most ``most``."""
    found: dict[str, Entry[Activity]] = {}
    for entry in ranked:
        found.setdefault(entry.model.domeinen[0], entry)
    return tuple(found.values())[:most]


def everything_page(catalogue: Catalogue, today: date, search: Finder | None = None) -> EverythingPage:
    """Return the page over all municipalities; above 500 activities it leaves the cards to their pages."""
    listed = shelf(catalogue, today).everything
    groups = []
    for place in catalogue.named_municipalities if len(listed) <= MOST_CARDS else ():
        here = shelf(catalogue, today).by_place[place.id]
        if here:
            cards = tuple(card(catalogue, one, today) for one in here)
            groups.append(Group(place.model.naam, f"{place.id}/", amount(len(here)), cards))
    return EverythingPage(
        head=Head(
            address=addresses.SEARCH,
            title="Alle activiteiten",
            description="Alle activiteiten op een rij, per gemeente.",
            status=list_status(resolved(catalogue, listed), today),
        ),
        crumbs=(Crumb("Home", ""),),
        amount=amount(len(listed)),
        places=places(catalogue, today),
        groups=tuple(groups),
        search=search,
    )
