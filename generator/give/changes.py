"""What is new, what was asked again and what stopped, as Atom (RFC 4287): for everything, a municipality, or a theme in one.

Each change is an entry of its own, with an id that is made of the activity, of what happened and of the day: it never changes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.resolved import joined
from generator.model.schema import Activity, Gestopt
from generator.views.activity.status import state

ATOM = "http://www.w3.org/2005/Atom"
FIRST = "2026-01-01"  # before which nobody wrote anything here
MOST = 50


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to an activity on a day."""

    day: date
    what: str
    entry: Entry[Activity]


def changes(entries: Iterable[Entry[Activity]], today: date) -> list[Change]:
    """Return what happened up to ``today``, the newest first; of what nobody wrote a day of there is nothing to tell."""
    found = [change for entry in entries for change in _of(entry) if change.day <= today]
    return sorted(found, key=lambda one: (one.day, one.entry.id, one.what), reverse=True)[:MOST]


def _of(entry: Entry[Activity]) -> Iterator[Change]:
    model = entry.model
    if model.toegevoegd:
        yield Change(model.toegevoegd, "Nieuw", entry)
    if model.gecontroleerd:
        yield Change(model.gecontroleerd.op, "Nagevraagd", entry)
    if isinstance(model.loopt, Gestopt) and isinstance(model.loopt.sinds, date):
        yield Change(model.loopt.sinds, "Gestopt", entry)


def feed(catalogue: Catalogue, about: str, path: str, found: Iterable[Change], today: date, url: str) -> bytes:
    """Return changes as a feed. ``about`` says what it is of, ``path`` where it lies, ``url`` is the address of the site or empty."""
    told = list(found)
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "nl"})
    settings = catalogue.settings.model
    put(root, "title", f"Nieuw, nagevraagd en gestopt: {about}")
    put(root, "id", own_id(f"wijzigingen:{path}"))
    put(root, "updated", moment(told[0].day.isoformat() if told else FIRST))
    put(SubElement(root, "author"), "name", settings.naam)
    if url:
        SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": url + path})
    for change in told:
        _entry(root, catalogue, change, today, url)
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(root: Element, catalogue: Catalogue, change: Change, today: date, url: str) -> None:
    it = joined(catalogue, change.entry)
    one = SubElement(root, "entry")
    put(one, "title", f"{change.what}: {it.model.titel}")
    put(one, "id", own_id(f"{change.entry.id}:{change.what}:{change.day}"))
    put(one, "updated", moment(change.day.isoformat()))
    if url:
        page = url + addresses.page(change.entry.id)
        SubElement(one, "link", {"rel": "alternate", "type": "text/html", "href": page})
    for theme in it.model.domeinen:
        SubElement(one, "category", {"term": theme, "label": catalogue.domains[theme].model.naam})
    put(one, "summary", f"{it.model.samenvatting} {it.municipality.naam}. {state(it, today)}")


def put(parent: Element, name: str, text: str) -> None:
    """Add an element with a text."""
    SubElement(parent, name).text = text


def own_id(name: str) -> str:
    """Return the id of something by its name, which no address of the site changes."""
    return uuid5(NAMESPACE_URL, f"activiteitenwijzer:{name}").urn


def moment(day: str) -> str:
    """Return a day as Atom wants it, with a time."""
    return f"{day}T00:00:00Z"
