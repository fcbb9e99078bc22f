"""The card of an activity, and its line in a plain list: the same answers in the same order."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from generator.dutch.sentences import capital, hours, weekday_date
from generator.model.catalogue import Catalogue, Entry
from generator.model.resolved import Resolved, joined
from generator.model.schema import Activity, Domain
from generator.model.when import Occurrence
from generator.views.activity.answers import Known, known
from generator.views.activity.asking import Asking, asking
from generator.views.activity.mark import mark
from generator.views.activity.picture import Kind, Photo, kind_of, photo_of
from generator.views.activity.status import how_sure, paused


@dataclass(frozen=True, slots=True)
class ThemeLabel:
    """A theme as a label: its name, colour, pictogram and address."""

    id: str
    name: str
    colour: str
    icon: str


@dataclass(frozen=True, slots=True)
class Held:
    """A time that it is held: the day for a script (2026-11-26), the words, and what must be asked about it."""

    day: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a visitor sees of an activity in a list. ``address`` is relative to the site's root, ``drawn`` the same as HTML, by how it is shown."""

    id: str
    address: str
    title: str
    summary: str
    theme: ThemeLabel
    known: Known
    sure: str
    how_sure: str
    asking: Asking
    paused: str
    pick: str
    kind: Kind
    photo: Photo | None
    day: Held | None = None
    place: str = ""
    drawn: dict[tuple[Any, ...], str] = field(default_factory=dict, init=False, repr=False, compare=False)


def held(one: Occurrence) -> Held:
    """Return a time that something is held, in words: "Donderdag 26 november van 10.00 tot 12.00 uur"."""
    at = hours(one.start.time() if one.start else None, one.end.time() if one.end else None)
    text = capital(" ".join(filter(None, (weekday_date(one.day), at))))
    return Held(one.day.isoformat(), text, f"{one.holiday}. Vraag of het doorgaat." if one.holiday else "")


def theme_label(entry: Entry[Domain]) -> ThemeLabel:
    """Return a theme as a label."""
    return ThemeLabel(entry.id, entry.model.naam, str(entry.model.kleur), entry.model.pictogram)


def card(
    catalogue: Catalogue,
    entry: Entry[Activity],
    today: date,
    domain: str | None = None,
    *,
    first: Occurrence | None = None,
    named: bool = False,
) -> Card:
    """Return the card of an activity.

    ``domain`` shows it under its second theme, ``first`` is the next time it is held, and ``named`` tells in which municipality.
    """
    it = joined(catalogue, entry)
    if domain or first or named:
        return it.once(
            ("card", today, domain, first, named), lambda one: _other(one, today, domain, first, named=named)
        )
    return it.once(("card", today), lambda one: _card(one, today))


def _other(it: Resolved, today: date, domain: str | None, first: Occurrence | None, *, named: bool) -> Card:
    """Return the card of an activity as it stands in another list."""
    found = card(it.catalogue, it.entry, today)
    return replace(
        found,
        theme=theme_label(it.catalogue.domains[domain]) if domain else found.theme,
        day=held(first) if first else None,
        place=it.municipality.naam if named else "",
    )


def _card(it: Resolved, today: date) -> Card:
    """Return the card of an activity as it stands in the list of its municipality."""
    entry = it.entry
    state = how_sure(it, today)
    return Card(
        id=entry.id,
        address=f"{entry.id}/",
        title=entry.model.titel,
        summary=entry.model.samenvatting,
        theme=theme_label(it.catalogue.domains[entry.model.domeinen[0]]),
        known=known(it),
        sure=str(state.sure),
        how_sure=state.short,
        asking=asking(it, today),
        paused=paused(entry.model),
        pick=f"{entry.id}.{mark(it)}",
        kind=kind_of(it),
        photo=photo_of(it),
        day=None,
        place="",
    )
