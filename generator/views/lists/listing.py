"""What the pages that list have in common: tiles, places, groups and amounts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import capital, count, listing
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity
from generator.views.activity.card import Card, ThemeLabel, card, theme_label
from generator.views.lists.shelf import Shelved, parts
from generator.views.lists.summary import summaries

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
    """Municipalities with something to do, and those of which nothing is known yet."""

    filled: tuple[Place, ...]
    empty: tuple[Place, ...]


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


def places(catalogue: Catalogue, today: date, domain: str = "") -> Places:
    """Return the municipalities by name, with how much there is (of one theme, if given)."""
    filled: list[Place] = []
    empty: list[Place] = []
    known = summaries(catalogue, today)
    for entry in catalogue.named_municipalities:
        number = known[entry.id].listed.get(domain, 0)
        place = Place(entry.model.naam, f"{entry.id}/{domain}{'/' if domain else ''}", amount(number))
        (filled if number else empty).append(place)
    return Places(tuple(filled), tuple(empty))


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
