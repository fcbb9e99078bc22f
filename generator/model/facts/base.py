"""What a fact is: one thing that a visitor wants to know, and everything that is to be decided about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Flag, auto

from generator.model.resolved import Resolved

# What is so, and what is not known: True for everything, or the values of which it is not known.
Found = tuple[set[str], bool | set[str]]


class On(Flag):
    """Where a fact is told. ``CARD`` is told on page and leaf too."""

    CARD = auto()
    PAGE = auto()  # among the answers on the page
    LEAF = auto()  # on its own line of the leaf
    FIRST = auto()  # under "De eerste keer", on page and leaf
    ACCESS = auto()  # under "Hoe toegankelijk is het?", and where it is so on the leaf
    DIARY = auto()  # in the text of a calendar


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of a fact that nobody knows yet: its name for a visitor, what to ask on the telephone, and what it weighs.

    The weights of all facts come to a hundred. ``missing_on`` is where a visitor is told that it is missing. ``say`` is how
    a visitor asks it, and ``ask`` what it is called after "vraag" ("vraag: prijs"), where that is not its name.
    """

    name: str
    question: str = ""
    weight: int = 0
    missing_on: On = On.CARD
    say: str = ""
    ask: str = ""

    @property
    def asked(self) -> str:
        """Return what it is called after "vraag"."""
        return self.ask or self.name


@dataclass(frozen=True, slots=True)
class Said:
    """What an activity says of a fact: its lines (none where nothing is known), more lines where there is room, and what is missing.

    ``so`` is False for what is known not to be so.
    """

    lines: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    more: tuple[str, ...] = ()
    so: bool = True


def nothing(_it: Resolved) -> Mapping[str, Found]:
    """Offer no values: for a fact that nobody filters on."""
    return {}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its id, the question that it answers, its pictogram, where it is told, and what an activity says of it.

    ``offers`` gives the values by which it can be filtered on, by facet; ``more_on`` is where its further lines have room.
    """

    id: str
    label: str
    icon: str
    on: On
    say: Callable[[Resolved], Said]
    offers: Callable[[Resolved], Mapping[str, Found]] = nothing
    more_on: On = On.PAGE | On.LEAF

    def __post_init__(self) -> None:
        """Let what it says be worked out once for an activity: a card, a page, a leaf, a score and an overview all ask."""
        id_, say = self.id, self.say
        object.__setattr__(self, "say", lambda it: it.once(id_, say))
