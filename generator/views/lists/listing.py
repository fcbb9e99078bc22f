"""What the pages that list have in common: tiles, places, groups and amounts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import capital, count, listing
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity, Provincie
from generator.views.activity.card import Card, ThemeLabel, card, theme_label
from generator.views.lists.shelf import Shelved, parts
from generator.views.lists.summary import summaries

MOST_PLACES = 12  # municipalities in one list
MOST_CARDS = 60  # on a page: more makes an old phone stop, and nobody reads that far
THIS_WEEK = "Hier kunt u deze week heen"
ALL = "Dit is er te doen"
MORE = "Meer te doen"
OLDER = "Ouder bericht: bel eerst"
MOST_THIS_WEEK = 6  # under the first heading; what is more comes first under the next
OLDER_NOTE = "Misschien is dit veranderd."


@dataclass(frozen=True, slots=True)
class Tile:
    """A theme as a large tile. ``amount`` says how much there is, where that is known."""

    theme: ThemeLabel
    address: str
    short: str
    examples: str
    amount: str = ""

    @property
    def number(self) -> str:
        """Return how much there is, in digits."""
        return self.amount.partition(" ")[0] if self.amount[:1].isdigit() else "0"

    @property
    def unit(self) -> str:
        """Return what is counted."""
        return "activiteit" if self.number == "1" else "activiteiten"


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality in a list, with how much there is to do."""

    name: str
    address: str
    amount: str


@dataclass(frozen=True, slots=True)
class Places:
    """Municipalities with something to do, and those of which nothing is known yet; or the provinces where they are too many for a list.

    ``numbers`` are the places of those provinces in the order of the value list, for the search.
    """

    filled: tuple[Place, ...]
    empty: tuple[Place, ...]
    provinces: tuple[Place, ...] = ()
    numbers: tuple[int, ...] = ()

    @property
    def any(self) -> bool:
        """Tell whether there is something to do anywhere."""
        return bool(self.filled or self.provinces)


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading. ``address`` is where the heading leads, or empty; ``note`` is the one sentence that holds for all of them."""

    id: str
    name: str
    cards: tuple[Card, ...]
    address: str = ""
    note: str = ""

    @property
    def amount(self) -> str:
        """Return how many there are, in words."""
        return amount(len(self.cards))


@dataclass(frozen=True, slots=True)
class Lists:
    """A list in its parts: what one can go to this week (one group, or none), and the groups after that."""

    week: tuple[Group, ...]
    rest: tuple[Group, ...]

    @property
    def all(self) -> tuple[Group, ...]:
        """Return every group, in order."""
        return (*self.week, *self.rest)

    @property
    def first(self) -> tuple[Group, ...]:
        """Return the group that a page begins with, before it offers another choice."""
        return self.all[:1]

    @property
    def others(self) -> tuple[Group, ...]:
        """Return the groups after the first."""
        return self.all[1:]


NOTHING = Lists((), ())


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


def many_places(catalogue: Catalogue) -> bool:
    """Tell whether there are too many municipalities for one list."""
    return len(catalogue.municipalities) > MOST_PLACES


def provinces_here(catalogue: Catalogue) -> tuple[Provincie, ...]:
    """Return the provinces that have a municipality."""
    here = {entry.model.provincie for entry in catalogue.municipalities.values()}
    return tuple(one for one in Provincie if one in here)


def places(catalogue: Catalogue, today: date, part: str = "", province: Provincie | None = None) -> Places:
    """Return the municipalities by name, with how much there is: all of them, or of a province.

    ``part`` is the id of a theme, or another page of a municipality that the list leads to. Of many municipalities there are the provinces.
    """
    theme = part if part in catalogue.domains else ""
    known = summaries(catalogue, today)
    amounts = {id_: known[id_].listed.get(theme, 0) for id_ in catalogue.municipalities}
    if province is None and many_places(catalogue):
        return by_province(catalogue, part, lambda here: _amounts([amounts[id_] for id_ in here]))
    filled: list[Place] = []
    empty: list[Place] = []
    for entry in catalogue.named_municipalities:
        if province in (None, entry.model.provincie):
            number = amounts[entry.id]
            place = Place(entry.model.naam, f"{entry.id}/{part}{'/' if part else ''}", amount(number))
            (filled if number else empty).append(place)
    return Places(tuple(filled), tuple(empty))


def _amounts(here: Sequence[int]) -> str:
    """Return how much there is in how many municipalities."""
    return f"{amount(sum(here))}, {count(sum(map(bool, here)), 'gemeente', 'gemeenten')}" if any(here) else amount(0)


def by_province(catalogue: Catalogue, part: str, told: Callable[[Sequence[str]], str]) -> Places:
    """Return the provinces, each with what ``told`` says of its municipalities; they lead to their pages of ``part``."""
    order = list(Provincie)
    found: list[Place] = []
    for province in provinces_here(catalogue):
        here = [id_ for id_, entry in catalogue.municipalities.items() if entry.model.provincie is province]
        found.append(Place(province.label, addresses.province(str(province), part), told(here)))
    return Places((), (), tuple(found), tuple(order.index(one) for one in provinces_here(catalogue)))


def groups(
    catalogue: Catalogue,
    entries: Sequence[Entry[Activity]],
    today: date,
    domain: str | None = None,
    *,
    by_place: bool = False,
) -> Lists:
    """Return listed activities under their headings: what one can go to this week, what else there is, and what is from long ago.

    ``by_place`` puts what else there is under the names of municipalities; ``domain`` shows them under that theme.
    """
    found = parts(catalogue, entries, today)
    week, later = found.week[:MOST_THIS_WEEK], found.week[MOST_THIS_WEEK:]
    others = (*later, *found.rest)

    def made(id_: str, name: str, some: Iterable[Shelved], address: str = "", note: str = "") -> Group:
        named = by_place and not address
        cards = (card(catalogue, one.entry, today, domain, first=one.next, named=named) for one in some)
        return Group(id_, name, tuple(cards), address, note)

    rest = [made("meer", MORE if week else ALL, others)]
    if by_place:
        rest = [
            made(
                f"in-{place.id}",
                place.model.naam,
                [one for one in others if one.entry.model.gemeente == place.id],
                addresses.theme_in(place.id, domain) if domain else addresses.page(place.id),
            )
            for place in catalogue.named_municipalities
        ]
    rest.append(made("ouder", OLDER, found.older, note=OLDER_NOTE))
    return Lists(
        (made("deze-week", THIS_WEEK, week),) if week else (),
        tuple(group for group in rest if group.cards),
    )
