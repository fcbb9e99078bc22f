"""What was learned as an Atom feed (RFC 4287), for who follows it in a reader.

An entry keeps its id whatever the address of the site: it is made of the name of its file. Atom wants a whole date; of a month or a year the
first day stands.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.give.changes import ATOM, FIRST, MOST, moment, own_id, put
from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.model.evidence import first_day
from generator.model.schema import UNKNOWN
from generator.views.referral.experiences_page import learnt, shown


def feed(catalogue: Catalogue, url: str) -> bytes:
    """Return the newest experiences; ``url`` is the address of the site, or empty."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "nl"})
    settings = catalogue.settings.model
    page = url + addresses.EXPERIENCES
    entries = [entry for entry in shown(catalogue) if entry.model.datum != UNKNOWN][:MOST]
    days = [first_day(entry.model.datum).isoformat() for entry in entries]
    put(root, "title", f"Ervaringen: {settings.naam}")
    put(root, "subtitle", "Wat lukte en wat lastig was bij Welzijn op Recept.")
    put(root, "id", own_id(f"ervaringen:{settings.naam}"))
    put(root, "updated", moment(max(days, default=FIRST)))
    put(SubElement(root, "author"), "name", settings.naam)
    if url:
        SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
        SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": page + addresses.FEED})
    for entry, day in zip(entries, days, strict=True):
        it = learnt(catalogue, entry)
        one = SubElement(root, "entry")
        put(one, "title", it.title)
        put(one, "id", own_id(f"ervaring:{entry.id}"))
        put(one, "updated", moment(day))
        if url:
            SubElement(one, "link", {"rel": "alternate", "type": "text/html", "href": f"{page}#{it.id}"})
        for theme in it.themes:
            SubElement(one, "category", {"term": theme.id, "label": theme.name})
        said = [("Wat lukte", it.worked), ("Wat lastig was", it.difficult), ("Wat wij nu doen", it.now)]
        lines = [f"{label}: {text}" for label, text in said if text]
        put(one, "summary", "\n".join((*lines, it.who)))
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
