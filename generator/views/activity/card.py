"""The card of an activity, and its line in a plain list: the same answers in the same order."""

from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import Catalogue, Entry
from generator.model.resolved import Resolved
from generator.model.schema import Activity, Domain
from generator.views.activity.answers import Known, known
from generator.views.activity.mark import mark
from generator.views.activity.status import checked, paused


@dataclass(frozen=True, slots=True)
class ThemeLabel:
    """A theme as a label: its name, colour, pictogram and address."""

    id: str
    name: str
    colour: str
    icon: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a visitor sees of an activity in a list. ``address`` is relative to the site's root."""

    id: str
    address: str
    title: str
    summary: str
    theme: ThemeLabel
    known: Known
    checked: str
    fresh: bool
    paused: str
    pick: str


def theme_label(entry: Entry[Domain]) -> ThemeLabel:
    """Return a theme as a label."""
    return ThemeLabel(entry.id, entry.model.naam, str(entry.model.kleur), entry.model.pictogram)


def card(catalogue: Catalogue, entry: Entry[Activity], today: date, domain: str | None = None) -> Card:
    """Return the card of an activity; ``domain`` shows it under its second theme."""
    it = Resolved(catalogue, entry)
    state = checked(it, today)
    return Card(
        id=entry.id,
        address=f"{entry.id}/",
        title=entry.model.titel,
        summary=entry.model.samenvatting,
        theme=theme_label(catalogue.domains[domain or entry.model.domeinen[0]]),
        known=known(it),
        checked=state.short,
        fresh=state.fresh,
        paused=paused(entry.model),
        pick=f"{entry.id}.{mark(it)}",
    )
