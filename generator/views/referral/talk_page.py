"""The talk of a coach and a resident: what somebody likes, misses and can do for others, theme by theme, with wishes that lead to the catalogue.

Nothing that is filled in is kept: the page is for the table, on a screen or on paper.
"""

from dataclasses import dataclass
from datetime import date

from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.views.activity.card import ThemeLabel, theme_label
from generator.views.head import Crumb, Head
from generator.views.lists.summary import country

MOST_WISHES = 8  # a theme: more is no help at a table


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that somebody may like: its name and pictogram, and what the catalogue is asked for."""

    name: str
    icon: str
    address: str


@dataclass(frozen=True, slots=True)
class ThemeCard:
    """A theme on the table, with the kinds of which there is most."""

    theme: ThemeLabel
    short: str
    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class TalkPage:
    """The conversation sheet; ``give`` leads to what one can do for others, ``message`` has what a message for the GP says, with the question for it."""

    head: Head
    crumbs: tuple[Crumb, ...]
    themes: tuple[ThemeCard, ...]
    give: str
    message: tuple[tuple[str, str], ...]


def talk_page(catalogue: Catalogue, today: date) -> TalkPage:
    """Return the sheet, with wishes for which there is something on the day ``today``."""
    agreed = catalogue.agreements.model.velden if catalogue.agreements else ()
    amounts = country(catalogue, today).kinds
    cards = []
    for domain in catalogue.ordered_domains:
        here = {id_: weight for id_, weight in amounts.get(domain.id, {}).items() if id_ in catalogue.kind_of}
        best = sorted(here, key=lambda id_: (-here[id_], catalogue.kind_of[id_].naam))[:MOST_WISHES]
        cards.append(
            ThemeCard(
                theme_label(domain),
                domain.model.kort,
                tuple(_wish(catalogue, id_) for id_ in sorted(best, key=lambda id_: catalogue.kind_of[id_].naam)),
            )
        )
    return TalkPage(
        head=Head(
            address=addresses.TALK,
            title="Het gesprek",
            description="Een gespreksblad voor de welzijnscoach en een inwoner: wat vindt iemand leuk, wat mist iemand, en wat is er?",
        ),
        crumbs=(Crumb("Home", ""), Crumb("Voor verwijzers", addresses.REFERRERS)),
        themes=tuple(cards),
        give=f"{addresses.SEARCH}#ander=ja",
        message=tuple((one.naam, one.bericht) for one in agreed if one.bericht),
    )


def _wish(catalogue: Catalogue, id_: str) -> Wish:
    kind = catalogue.kind_of[id_]
    return Wish(kind.naam, kind.pictogram, addresses.search_for(kind.naam))
