"""The catalogue of a municipality: everything there is, as cards: what there is this week first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import capital
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.neighbours import Neighbour
from generator.model.outgoing import tel, web
from generator.model.resolved import resolved
from generator.model.schema import FRESH, Activity, AndereHulp, Gecontroleerd, JaNee, Municipality, Regeling, Vervoer
from generator.views.activity.card import Card, card
from generator.views.activity.status import list_status
from generator.views.head import Crumb, Head
from generator.views.lists.finder import Finder
from generator.views.lists.listing import MOST_CARDS, Lists, Tile, amount, groups, tiles
from generator.views.lists.nearby import Near, nearby
from generator.views.lists.shelf import parts, shelf
from generator.views.referral.coach import coaches


@dataclass(frozen=True, slots=True)
class Help:
    """One way of help: its name, what it is, and how to reach it; what is not known is empty."""

    name: str
    text: str
    phone: str
    phone_link: str
    address: str


@dataclass(frozen=True, slots=True)
class Helps:
    """What there is of one kind of help, and whether somebody checked all of it lately."""

    id: str
    title: str
    icon: str
    ways: tuple[Help, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class MunicipalityPage:
    """Everything in a municipality, as cards; ``old`` are too old for the list, and there for the search to find.

    ``kept`` is the municipality that a browser keeps for when there is no connection, if any.
    """

    head: Head
    crumbs: tuple[Crumb, ...]
    name: str
    amount: str
    status: str
    tiles: tuple[Tile, ...]
    lists: Lists
    helps: tuple[Helps, ...]
    number: int
    old: tuple[Card, ...]
    pages: tuple[Crumb, ...]
    search: Finder | None
    days: str
    week: str
    more: str = ""
    form: str = ""
    kept: str = ""
    near: tuple[Near, ...] = ()


def catalogue_addresses(place: str, amount: int, most: int = MOST_CARDS) -> list[str]:
    """Return the addresses of a municipality's catalogue of so many cards: one, or more where one would be too long."""
    return addresses.parts(addresses.page(place), -(-amount // most))


def catalogue_numbers(catalogue: Catalogue, places: Iterable[str], today: date) -> dict[str, int]:
    """Return on which page the card of each activity stands, where that is not the first: the pages of all ``places``, counted from 0."""
    known = shelf(catalogue, today)
    found: dict[str, int] = {}
    first = 0
    for place in places:
        listed = parts(catalogue, known.by_place[place], today).all
        found |= {one.entry.id: first + at // MOST_CARDS for at, one in enumerate(listed)}
        first += len(catalogue_addresses(place, len(listed)))
        found |= {entry.id: first - 1 for entry in known.old[place]}
    return {id_: number for id_, number in found.items() if number}


def municipality_page(
    catalogue: Catalogue,
    entry: Entry[Municipality],
    today: date,
    number: int = 1,
    search: Finder | None = None,
    most: int = MOST_CARDS,
    near: Iterable[Neighbour] = (),
) -> MunicipalityPage:
    """Return page ``number`` of a municipality's catalogue, of at most ``most`` cards; ``search`` stands on each, and ``near`` are next door."""
    listed = shelf(catalogue, today).by_place[entry.id]
    ordered = [one.entry for one in parts(catalogue, listed, today).all]
    own = catalogue_addresses(entry.id, len(ordered), most)
    steps = tuple(Crumb(f"Pagina {step}", address) for step, address in enumerate(own, 1))
    counts = {domain: shelf(catalogue, today).amount(entry.id, domain) for domain in catalogue.domains}
    return MunicipalityPage(
        head=_municipality_head(catalogue, entry, today, own[number - 1], number, listed),
        crumbs=(Crumb("Home", ""),),
        name=entry.model.naam,
        amount=amount(len(listed)),
        status=list_status(resolved(catalogue, listed), today),
        tiles=tiles(catalogue, f"{entry.id}/", counts),
        lists=groups(catalogue, ordered[(number - 1) * most : number * most], today),
        helps=_helps(entry.model, today),
        number=number,
        old=tuple(card(catalogue, one, today) for one in shelf(catalogue, today).old[entry.id])
        if number == len(own)
        else (),
        pages=steps if len(steps) > 1 else (),
        search=search,
        days=addresses.agenda_of(entry.id),
        week=addresses.week_of(entry.id),
        form=addresses.form_for(entry.id),
        near=nearby(near),
        kept=entry.id if catalogue.settings.model.zonder_internet is JaNee.JA else "",
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
        abroad=addresses.page(entry.id),
        title=f"Te doen in {name}" if number == 1 else f"Te doen in {name}, pagina {number}",
        description=f"{capital(amount(len(listed)))} in {name}: om te ontdekken, bewegen, eten, genieten en maken.",
        place=name,
        coaches=coaches(catalogue, entry.id, today),
    )


def _helps(place: Municipality, today: date) -> tuple[Helps, ...]:
    """Return the help that there is in a municipality beside its activities, a group a kind."""
    kinds: tuple[tuple[str, str, str, tuple[Regeling | Vervoer | AndereHulp, ...]], ...] = (
        ("kosten", "Hulp met kosten", "hand-heart-outline", place.regelingen),
        ("vervoer", "Vervoer", "bus-side", place.vervoer),
        ("andere-hulp", "Andere hulp", "help-circle-outline", place.andere_hulp),
    )
    return tuple(
        Helps(id_, title, icon, tuple(map(_help, ways)), all(_sure(one.gecontroleerd, today) for one in ways))
        for id_, title, icon, ways in kinds
        if ways
    )


def _help(one: Regeling | Vervoer | AndereHulp) -> Help:
    if isinstance(one, Regeling):
        return Help(one.naam, one.tekst, "", "", web(one.url))
    text = one.tekst if isinstance(one, Vervoer) else one.voor_wie or ""
    phone = one.telefoon or ""
    return Help(one.naam, text, phone, tel(phone) if phone else "", web(one.website))


def _sure(checked: Gecontroleerd | None, today: date) -> bool:
    return checked is not None and today - checked.op <= FRESH
