"""What is known of an activity as a page shows it: short answers, each with its question; and what is not known, told apart."""

from dataclasses import dataclass

from generator.dutch.sentences import listing
from generator.model.facts import FACTS, On, gaps, said
from generator.model.resolved import Resolved

# Facts of which there is more to say on a page, and on a leaf: worked out once, for flags are slow.
MORE_ON_PAGE = frozenset(fact.id for fact in FACTS if fact.more_on & On.PAGE)
MORE_ON_LEAF = frozenset(fact.id for fact in FACTS if fact.more_on & On.LEAF)

ANSWERS = On.CARD | On.PAGE
MISSED_ON_LEAF = On.CARD | On.LEAF | On.FIRST


@dataclass(frozen=True, slots=True)
class Fact:
    """One known fact: the question it answers, its pictogram, and the answer in one or more lines."""

    kind: str
    label: str
    icon: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The known facts in their fixed order, and the names of what is still to be asked."""

    facts: tuple[Fact, ...]
    unknown: tuple[str, ...]

    @property
    def open_questions(self) -> str:
        """Return "kosten en eindtijd", or nothing."""
        return listing(self.unknown)


@dataclass(frozen=True, slots=True)
class Access:
    """What is known of how easy an activity is to use: what is so, what is not so, and what is still to be asked."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    unknown: str


def pictograms() -> tuple[Fact, ...]:
    """Return what the pictograms of a card and of access stand for: the same ones on every page, in every language and on paper."""
    own = [Fact(fact.id, fact.label, fact.icon, ()) for fact in FACTS if fact.on & On.CARD]
    return (*own, Fact("toegang", "Toegankelijk", next(fact.icon for fact in FACTS if fact.on & On.ACCESS), ()))


def known(it: Resolved) -> Known:
    """Return the answers of a card: when, where, how much, sign up and alone, always in that order."""
    return it.once("known", _known)


def _known(it: Resolved) -> Known:
    facts: list[Fact] = []
    unknown: list[str] = []
    for fact, found in said(it, On.CARD):
        if found.lines:
            facts.append(Fact(fact.id, fact.label, fact.icon, found.lines))
        unknown.extend(gap.name for gap in found.gaps if gap.missing_on & On.CARD)
    return Known(tuple(facts), tuple(unknown))


def on_page(it: Resolved) -> tuple[Fact, ...]:
    """Return the answers of a page: those of the card, with more of each where there is more, and the rest."""
    return tuple(
        Fact(
            fact.id,
            fact.label,
            fact.icon,
            (*found.lines, *(found.more if fact.id in MORE_ON_PAGE else ())),
        )
        for fact, found in said(it, ANSWERS)
        if found.lines
    )


def on_leaf(it: Resolved) -> tuple[Fact, ...]:
    """Return the answers of a leaf, which has no pictograms: those with a line of their own, and what is known of the first time."""
    own = [
        Fact(fact.id, fact.label, "", (*found.lines, *(found.more if fact.id in MORE_ON_LEAF else ())))
        for fact, found in said(it, On.LEAF)
        if found.lines
    ]
    first = [line for _, found in said(it, On.FIRST) for line in found.lines]
    first += [line for _, found in said(it, On.ACCESS) if found.so for line in found.lines]
    return (*own, *((Fact("eerste-keer", "De eerste keer", "", tuple(first)),) if first else ()))


def unknown_on_leaf(it: Resolved) -> str:
    """Return everything that who goes there still has to ask, in words."""
    return listing([gap.name for gap in gaps(it) if gap.missing_on & MISSED_ON_LEAF])


def access(it: Resolved) -> Access:
    """Return what is known of access."""
    found = [found for _, found in said(it, On.ACCESS)]
    return Access(
        tuple(line for one in found if one.so for line in one.lines),
        tuple(line for one in found if not one.so for line in one.lines),
        listing([gap.name for one in found for gap in one.gaps]),
    )
