"""The lists in another language: the municipalities, and what there is in one, in all or of one theme.

They have the order of the Dutch lists, and each page of those in :data:`OF_ONE` pages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.resolved import joined
from generator.model.schema import Activity, Municipality
from generator.views.abroad.asking import Ask, Sign, names, signs_abroad
from generator.views.abroad.facts import cost_lines, labels, sure, when_lines
from generator.views.abroad.frame import Frame, frame, kind_abroad, theme_abroad
from generator.views.abroad.tongue import Bit, Line, Tongue, tongue
from generator.views.head import Crumb
from generator.views.lists.listing import MOST_CARDS
from generator.views.lists.shelf import ordered, shelf

OF_ONE = 4
MOST = MOST_CARDS // OF_ONE


@dataclass(frozen=True, slots=True)
class Short:
    """An activity in a list: its kind, its Dutch title, and the first things somebody wants to know."""

    id: str
    address: str
    icon: str
    colour: str
    kind: Bit
    title: str
    when: tuple[Line, ...]
    costs: tuple[Line, ...]
    sure: Bit


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of which there is something; ``address`` is the page with only that."""

    name: Bit
    colour: str
    icon: str
    address: str


@dataclass(frozen=True, slots=True)
class PlacesAbroad:
    """The first page of a language: what this is, and the municipalities. What is said to who needs help stands here for every list."""

    frame: Frame
    lead: tuple[Bit, ...]
    places: tuple[tuple[str, str, Bit], ...]
    ask: Ask | None
    signs: tuple[Sign, ...]
    names: dict[str, dict[str, str]]
    pictograms: tuple[tuple[str, Bit], ...]


@dataclass(frozen=True, slots=True)
class ListAbroad:
    """What there is in a municipality, or of a theme in it: page ``number`` of ``pages``."""

    frame: Frame
    amount: Bit
    themes: tuple[Theme, ...]
    items: tuple[Short, ...]
    pages: tuple[Crumb, ...]
    number: int
    ask: Ask | None
    nothing: Bit


def list_addresses(first: str, amount: int) -> list[str]:
    """Return what comes after the language in the addresses of a list of so many: ``first``, and its next pages."""
    return addresses.parts(first, max(1, -(-amount // MOST)))


def pages_of(places: Iterable[tuple[str, int]], code: str) -> list[list[str]]:
    """Return, for each page of the Dutch catalogues of municipalities with so many, the pages in a language that have the same."""
    found = []
    for place, amount in places:
        own = [addresses.abroad(code, path) for path in list_addresses(addresses.page(place), amount)]
        found += [own[at : at + OF_ONE] for at in range(0, len(own), OF_ONE)]
    return found


def places_abroad(
    catalogue: Catalogue, code: str, codes: Sequence[str], today: date, ask: Ask | None = None
) -> PlacesAbroad:
    """Return the first page of a language."""
    t = tongue(code)
    known = catalogue.known
    amounts = (
        {id_: len(found) for id_, found in shelf(catalogue, today).by_place.items()}
        if known is None
        else {id_: one.found for id_, one in known.items()}
    )
    return PlacesAbroad(
        frame=frame(catalogue, t, t.say("Iets leuks doen bij u in de buurt").text, addresses.HOME, codes),
        lead=(
            t.say("Hier vindt u activiteiten. Meedoen mag altijd, ook als u nog weinig Nederlands spreekt."),
            t.say("Kies uw gemeente."),
        ),
        places=tuple(
            (place.model.naam, addresses.abroad(code, addresses.page(place.id)), _amount(t, amounts.get(place.id, 0)))
            for place in catalogue.named_municipalities
            if amounts.get(place.id)
        ),
        ask=ask,
        signs=signs_abroad(catalogue, t),
        names=names(catalogue, t),
        pictograms=labels(t),
    )


def _amount(t: Tongue, number: int) -> Bit:
    return t.many("{n} activiteit", "{n} activiteiten", number)


def list_abroad(
    catalogue: Catalogue,
    place: Entry[Municipality],
    code: str,
    codes: Sequence[str],
    today: date,
    theme: str = "",
    number: int = 1,
    ask: Ask | None = None,
) -> ListAbroad:
    """Return page ``number`` of what there is in a municipality, or only of a theme."""
    t = tongue(code)
    known = shelf(catalogue, today)
    found = ordered(catalogue, place.id, today, theme)
    first = addresses.theme_in(place.id, theme) if theme else addresses.page(place.id)
    own = list_addresses(first, len(found))
    shown = on_page(found, number)
    if number == len(own) and not theme:
        shown = [*shown, *known.old[place.id]]  # the search finds them; they say themselves how old they are
    up = [(t.language.name, addresses.abroad(code, ""))]
    title = t.say("Activiteiten in {plaats}", plaats=place.model.naam).text
    if theme:
        up.append((place.model.naam, addresses.abroad(code, addresses.page(place.id))))
        title = f"{theme_abroad(t, catalogue.domains[theme]).text}: {place.model.naam}"
    dutch = addresses.parts(first, number)[(number - 1) // OF_ONE]
    return ListAbroad(
        frame=frame(catalogue, t, title, own[number - 1], codes, up, dutch),
        amount=_amount(t, len(found)),
        themes=() if theme else tuple(_themes(catalogue, t, place.id, today)),
        items=tuple(_once(catalogue, t, one, today) for one in shown),
        pages=tuple(Crumb(t.number(at), addresses.abroad(code, path)) for at, path in enumerate(own, 1))
        if len(own) > 1
        else (),
        number=number,
        ask=ask,
        nothing=t.say("Niets gevonden. Vraag het aan de welzijnscoach of aan uw huisarts."),
    )


def on_page(listed: Sequence[Entry[Activity]], number: int) -> Sequence[Entry[Activity]]:
    """Return what of a list stands on page ``number``."""
    return listed[(number - 1) * MOST : number * MOST]


def themes_in(catalogue: Catalogue, place: str, today: date) -> list[str]:
    """Return the themes of which there is something in a municipality."""
    known = shelf(catalogue, today)
    return [domain.id for domain in catalogue.ordered_domains if known.amount(place, domain.id)]


def _themes(catalogue: Catalogue, t: Tongue, place: str, today: date) -> Iterable[Theme]:
    for id_ in themes_in(catalogue, place, today):
        domain = catalogue.domains[id_]
        address = addresses.abroad(t.language.code, addresses.theme_in(place, id_))
        yield Theme(theme_abroad(t, domain), str(domain.model.kleur), domain.model.pictogram, address)


def _once(catalogue: Catalogue, t: Tongue, entry: Entry[Activity], today: date) -> Short:
    """Return an activity as it stands in the lists of a language: that of its municipality, and those of its themes."""
    known = ("short", t.language.code, today)
    return joined(catalogue, entry).once(known, lambda it: _short(it.catalogue, t, it.entry, today))


def _short(catalogue: Catalogue, t: Tongue, entry: Entry[Activity], today: date) -> Short:
    it = joined(catalogue, entry)
    kind, icon = kind_abroad(catalogue, t, it.model)
    return Short(
        id=entry.id,
        address=addresses.abroad(t.language.code, addresses.page(entry.id)),
        icon=icon,
        colour=str(catalogue.domains[it.model.domeinen[0]].model.kleur),
        kind=kind,
        title=it.model.titel,
        when=when_lines(t, it.model),
        costs=cost_lines(t, it.model),
        sure=sure(t, it, today),
    )
