"""A theme, everywhere and in one municipality."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import listing, paragraphs
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.neighbours import Neighbour
from generator.model.resolved import resolved
from generator.model.schema import Activity, Domain, Municipality
from generator.views.activity.card import ThemeLabel, theme_label
from generator.views.activity.status import list_status, status_of
from generator.views.head import Crumb, Head
from generator.views.lists.listing import MOST_CARDS, NOTHING, Lists, Places, Tile, amount, groups, places, tiles
from generator.views.lists.nearby import Near, nearby
from generator.views.lists.shelf import ordered, shelf
from generator.views.lists.summary import country
from generator.views.referral.coach import coaches


@dataclass(frozen=True, slots=True)
class ThemePage:
    """A theme: why it does you good, and what there is, by municipality."""

    head: Head
    crumbs: tuple[Crumb, ...]
    theme: ThemeLabel
    short: str
    text: tuple[str, ...]
    examples: str
    status: str
    lists: Lists
    places: Places
    others: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class ThemeInPlacePage:
    """A theme in a municipality, as a plain list; ``pages`` leads to all of them where it is more than one."""

    head: Head
    crumbs: tuple[Crumb, ...]
    theme: ThemeLabel
    place: str
    amount: str
    status: str
    lists: Lists
    others: tuple[Tile, ...]
    number: int
    pages: tuple[Crumb, ...]
    near: tuple[Near, ...]


def theme_addresses(catalogue: Catalogue, place: str, theme: str, today: date) -> list[str]:
    """Return the addresses of the list of a theme in a municipality: one, or more where one would be too long."""
    return addresses.parts(
        addresses.theme_in(place, theme), -(-shelf(catalogue, today).amount(place, theme) // MOST_CARDS)
    )


def on_page(listed: Sequence[Entry[Activity]], number: int) -> Sequence[Entry[Activity]]:
    """Return what of a list stands on page ``number``."""
    return listed[(number - 1) * MOST_CARDS : number * MOST_CARDS]


def theme_page(catalogue: Catalogue, entry: Entry[Domain], today: date) -> ThemePage:
    """Return the page of a theme; with more than 60 activities it names the municipalities only."""
    listed = [one for one in shelf(catalogue, today).everything if entry.id in one.model.domeinen]
    total = country(catalogue, today)
    few = catalogue.known is None and len(listed) <= MOST_CARDS
    return ThemePage(
        head=Head(
            address=f"{entry.id}/",
            title=entry.model.naam,
            description=f"{entry.model.kort}. {' '.join(paragraphs(entry.model.tekst)[:1])}",
            theme=entry.id,
        ),
        crumbs=(Crumb("Home", ""),),
        theme=theme_label(entry),
        short=entry.model.kort,
        text=paragraphs(entry.model.tekst),
        examples=listing(entry.model.voorbeelden),
        status=status_of(total.listed.get(entry.id, 0), total.fresh.get(entry.id, 0)),
        lists=groups(catalogue, listed, today, entry.id, by_place=True) if few else NOTHING,
        places=places(catalogue, today, entry.id),
        others=tuple(tile for tile in tiles(catalogue, "") if tile.theme.id != entry.id),
    )


def theme_in_place_page(
    catalogue: Catalogue,
    place: Entry[Municipality],
    domain: Entry[Domain],
    today: date,
    number: int = 1,
    near: Iterable[Neighbour] = (),
) -> ThemeInPlacePage:
    """Return page ``number`` of the plain list of a theme in a municipality; ``near`` are those next door."""
    listed = ordered(catalogue, place.id, today, domain.id)
    name = f"{domain.model.naam} in {place.model.naam}"
    own = theme_addresses(catalogue, place.id, domain.id, today)
    steps = tuple(Crumb(f"Pagina {step}", address) for step, address in enumerate(own, 1))
    return ThemeInPlacePage(
        head=Head(
            address=own[number - 1],
            abroad=addresses.theme_in(place.id, domain.id),
            title=name if number == 1 else f"{name}, pagina {number}",
            description=f"{domain.model.kort} in {place.model.naam}: {amount(len(listed))}.",
            place=place.model.naam,
            theme=domain.id,
            coaches=coaches(catalogue, place.id, today),
        ),
        crumbs=(Crumb("Home", ""), Crumb(place.model.naam, f"{place.id}/")),
        theme=theme_label(domain),
        place=place.model.naam,
        amount=amount(len(listed)),
        status=list_status(resolved(catalogue, listed), today),
        lists=groups(catalogue, on_page(listed, number), today, domain.id),
        others=tuple(tile for tile in tiles(catalogue, f"{place.id}/") if tile.theme.id != domain.id),
        number=number,
        pages=steps if len(steps) > 1 else (),
        near=nearby(near, domain.id),
    )
