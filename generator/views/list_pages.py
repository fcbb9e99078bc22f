"""The pages that list: home, a theme, a municipality, a theme in a municipality, everything."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue, Entry
from generator.dutch import capital, count, listing, paragraphs
from generator.schema import FRESH, Activity, Domain, Municipality
from generator.views.card import Card, ThemeLabel, card, theme_label
from generator.views.coach import coaches
from generator.views.head import Crumb, Head
from generator.views.shelf import shelf
from generator.views.status import list_status

MOST_CARDS = 500
MOST_IN_THEME = 200
EXAMPLES = 3


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
class Group:
    """Cards under a heading that leads somewhere."""

    name: str
    address: str
    amount: str
    cards: tuple[Card, ...]
    theme: ThemeLabel | None = None


@dataclass(frozen=True, slots=True)
class Scheme:
    """Help with costs."""

    name: str
    text: str
    address: str
    sure: bool


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page."""

    head: Head
    tiles: tuple[Tile, ...]
    places: tuple[Place, ...]
    examples: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ThemePage:
    """A theme: why it does you good, and what there is, by municipality."""

    head: Head
    crumbs: tuple[Crumb, ...]
    theme: ThemeLabel
    short: str
    text: tuple[str, ...]
    examples: str
    groups: tuple[Group, ...]
    places: tuple[Place, ...]
    others: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class MunicipalityPage:
    """Everything in a municipality, as cards by theme."""

    head: Head
    crumbs: tuple[Crumb, ...]
    name: str
    amount: str
    tiles: tuple[Tile, ...]
    groups: tuple[Group, ...]
    schemes: tuple[Scheme, ...]
    number: int
    pages: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class ThemeInPlacePage:
    """A theme in a municipality, as a plain list."""

    head: Head
    crumbs: tuple[Crumb, ...]
    theme: ThemeLabel
    place: str
    amount: str
    cards: tuple[Card, ...]
    others: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class EverythingPage:
    """All municipalities, and all cards on a site small enough for that."""

    head: Head
    crumbs: tuple[Crumb, ...]
    amount: str
    places: tuple[Place, ...]
    groups: tuple[Group, ...]


def amount(number: int) -> str:
    """Return "1 activiteit" or "12 activiteiten", and words for none."""
    return count(number, "activiteit", "activiteiten") if number else "nog geen activiteiten"


def home_page(catalogue: Catalogue, today: date, ranked: Sequence[Entry[Activity]]) -> HomePage:
    """Return the first page; ``ranked`` are activities in the order in which they may serve as an example."""
    return HomePage(
        head=Head(
            address="",
            title="Wat wilt u gaan doen?",
            description=catalogue.settings.model.omschrijving,
            status=list_status([entry.model for entry in shelf(catalogue, today).everything], today),
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


def places(catalogue: Catalogue, today: date, domain: str = "") -> tuple[Place, ...]:
    """Return the municipalities by name, with how much there is (of one theme, if given)."""
    found = []
    for entry in catalogue.named_municipalities:
        number = shelf(catalogue, today).amount(entry.id, domain)
        found.append(Place(entry.model.naam, f"{entry.id}/{domain}{'/' if domain else ''}", amount(number)))
    return tuple(found)


def theme_page(catalogue: Catalogue, entry: Entry[Domain], today: date) -> ThemePage:
    """Return the page of a theme; with more than 200 activities it names the municipalities only."""
    listed = [one for one in shelf(catalogue, today).everything if entry.id in one.model.domeinen]
    few = len(listed) <= MOST_IN_THEME
    groups = []
    for place in catalogue.named_municipalities if few else ():
        here = [one for one in listed if one.model.gemeente == place.id]
        if here:
            cards = tuple(card(catalogue, one, today, entry.id) for one in here)
            groups.append(Group(place.model.naam, f"{place.id}/{entry.id}/", amount(len(here)), cards))
    return ThemePage(
        head=Head(
            address=f"{entry.id}/",
            title=entry.model.naam,
            description=f"{entry.model.kort}. {' '.join(paragraphs(entry.model.tekst)[:1])}",
            status=list_status([one.model for one in listed], today),
            theme=entry.id,
        ),
        crumbs=(Crumb("Home", ""),),
        theme=theme_label(entry),
        short=entry.model.kort,
        text=paragraphs(entry.model.tekst),
        examples=listing(entry.model.voorbeelden),
        groups=tuple(groups),
        places=() if few else places(catalogue, today, entry.id),
        others=tuple(tile for tile in tiles(catalogue, "") if tile.theme.id != entry.id),
    )


def _by_theme(catalogue: Catalogue, listed: Iterable[Entry[Activity]]) -> dict[str, list[Entry[Activity]]]:
    found: dict[str, list[Entry[Activity]]] = {entry.id: [] for entry in catalogue.ordered_domains}
    for one in listed:
        found[one.model.domeinen[0]].append(one)
    return found


def municipality_pages(
    catalogue: Catalogue, entry: Entry[Municipality], today: date, most: int = MOST_CARDS
) -> tuple[MunicipalityPage, ...]:
    """Return the catalogue of a municipality, in pages of at most ``most`` cards."""
    listed = shelf(catalogue, today).by_place[entry.id]
    by_theme = _by_theme(catalogue, listed)
    flat = [one for entries in by_theme.values() for one in entries]
    chunks = [flat[start : start + most] for start in range(0, len(flat), most)] or [[]]
    addresses = [f"{entry.id}/" if not index else f"{entry.id}/pagina-{index + 1}/" for index in range(len(chunks))]
    steps = tuple(Crumb(f"Pagina {index + 1}", address) for index, address in enumerate(addresses))
    counts = {domain: shelf(catalogue, today).amount(entry.id, domain) for domain in catalogue.domains}
    return tuple(
        MunicipalityPage(
            head=_municipality_head(catalogue, entry, today, addresses[index], index + 1, listed),
            crumbs=(Crumb("Home", ""),),
            name=entry.model.naam,
            amount=amount(len(listed)),
            tiles=tiles(catalogue, f"{entry.id}/", counts),
            groups=_theme_groups(catalogue, entry.id, chunk, today),
            schemes=_schemes(entry.model, today),
            number=index + 1,
            pages=steps if len(steps) > 1 else (),
        )
        for index, chunk in enumerate(chunks)
    )


def _municipality_head(
    catalogue: Catalogue,
    entry: Entry[Municipality],
    today: date,
    address: str,
    number: int,
    listed: Sequence[Entry[Activity]],
) -> Head:
    name = entry.model.naam
    return Head(
        address=address,
        title=f"Te doen in {name}" if number == 1 else f"Te doen in {name}, pagina {number}",
        description=f"{capital(amount(len(listed)))} in {name}: om te ontdekken, bewegen, eten, genieten en maken.",
        status=list_status([one.model for one in listed], today),
        place=name,
        coaches=coaches(catalogue, entry.id, today),
    )


def _theme_groups(
    catalogue: Catalogue, place: str, entries: Iterable[Entry[Activity]], today: date
) -> tuple[Group, ...]:
    groups = []
    for domain, found in _by_theme(catalogue, entries).items():
        if found:
            label = theme_label(catalogue.domains[domain])
            cards = tuple(card(catalogue, one, today) for one in found)
            groups.append(Group(label.name, f"{place}/{domain}/", amount(len(found)), cards, label))
    return tuple(groups)


def _schemes(place: Municipality, today: date) -> tuple[Scheme, ...]:
    return tuple(
        Scheme(
            scheme.naam,
            scheme.tekst,
            scheme.url or "",
            scheme.gecontroleerd is not None and today - scheme.gecontroleerd.op <= FRESH,
        )
        for scheme in place.regelingen
    )


def theme_in_place_page(
    catalogue: Catalogue, place: Entry[Municipality], domain: Entry[Domain], today: date
) -> ThemeInPlacePage:
    """Return the plain list of a theme in a municipality."""
    listed = [one for one in shelf(catalogue, today).by_place[place.id] if domain.id in one.model.domeinen]
    name = f"{domain.model.naam} in {place.model.naam}"
    return ThemeInPlacePage(
        head=Head(
            address=f"{place.id}/{domain.id}/",
            title=name,
            description=f"{domain.model.kort} in {place.model.naam}: {amount(len(listed))}.",
            status=list_status([one.model for one in listed], today),
            place=place.model.naam,
            theme=domain.id,
            coaches=coaches(catalogue, place.id, today),
        ),
        crumbs=(Crumb("Home", ""), Crumb(place.model.naam, f"{place.id}/")),
        theme=theme_label(domain),
        place=place.model.naam,
        amount=amount(len(listed)),
        cards=tuple(card(catalogue, one, today, domain.id) for one in listed[:MOST_CARDS]),
        others=tuple(tile for tile in tiles(catalogue, f"{place.id}/") if tile.theme.id != domain.id),
    )


def everything_page(catalogue: Catalogue, today: date) -> EverythingPage:
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
            address="zoeken/",
            title="Alle activiteiten",
            description="Alle activiteiten op een rij, per gemeente.",
            status=list_status([one.model for one in listed], today),
        ),
        crumbs=(Crumb("Home", ""),),
        amount=amount(len(listed)),
        places=places(catalogue, today),
        groups=tuple(groups),
    )
