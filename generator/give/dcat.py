"""What data there is, for catalogues of data: DCAT-AP-NL 3.0 (https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/), as JSON-LD and as Turtle.

Both are written of one tree: what has no address of its own stands inside what names it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.model.outgoing import mailto
from generator.model.schema import UNKNOWN
from generator.views.data.record import LICENCE

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
AUTHORITY = "http://publications.europa.eu/resource/authority/"
LANGUAGE = f"{AUTHORITY}language/NLD"
THEME = f"{AUTHORITY}data-theme/SOCI"
WEEKLY = f"{AUTHORITY}frequency/WEEKLY"
PUBLIC = f"{AUTHORITY}access-right/PUBLIC"
Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class File:
    """A file or files of one sort: where it begins (from the site's root), what it is called, and its media type and sort."""

    path: str
    name: str
    what: str
    media: str
    sort: str


FILES = (
    File(
        "index.json",
        "JSON",
        "Elke activiteit met alles wat erover bekend is, in onze eigen woorden.",
        "application/json",
        "JSON",
    ),
    File(
        "activiteiten.csv",
        "CSV",
        "Een tabel voor Excel, met de kolommen die deze site ook weer inleest.",
        "text/csv",
        "CSV",
    ),
    File(
        "oruk.json",
        "Open Referral UK 3.0",
        "Dezelfde activiteiten als diensten van Open Referral UK.",
        "application/json",
        "JSON",
    ),
    File(
        "openactive.json",
        "OpenActive",
        "Wat bewegen is, als SessionSeries van OpenActive.",
        "application/ld+json",
        "JSON_LD",
    ),
    File("wijzigingen.xml", "Atom", "Wat er nieuw is, is nagevraagd of is gestopt.", "application/atom+xml", "ATOM"),
)


def catalogue_tree(catalogue: Catalogue, url: str, day: date, paths: Iterable[str]) -> Node:
    """Return the catalogue of a site with the address ``url``; ``paths`` are the files that there are."""
    settings = catalogue.settings.model
    there = set(paths)
    data = url + addresses.DATA
    publisher = {
        "@id": f"{url}#uitgever",
        "@type": "foaf:Agent",
        "foaf:name": _dutch(settings.naam if settings.uitgever == UNKNOWN else settings.uitgever),
    }
    contact: Node = {
        "@id": f"{url}#contact",
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": settings.naam,
        "vcard:hasURL": {"@id": url},
    }
    if settings.mail != UNKNOWN:
        contact["vcard:hasEmail"] = {"@id": mailto(settings.mail)}
    dataset: Node = {
        "@id": f"{data}#activiteiten",
        "@type": "dcat:Dataset",
        "dct:title": _dutch(f"Activiteiten van {settings.naam}"),
        "dct:description": _dutch(
            "Activiteiten in de buurt, met dag, plek, kosten en hoe zeker dat is. Wat niemand weet, staat er als onbekend."
        ),
        "dct:identifier": f"{data}#activiteiten",
        "dct:publisher": publisher,
        "dct:creator": {"@id": publisher["@id"]},
        "dcat:contactPoint": contact,
        "dct:accessRights": _concept(PUBLIC, "Openbaar"),
        "dcat:theme": _concept(THEME, "Bevolking en samenleving"),
        "dct:language": {"@id": LANGUAGE, "@type": "dct:LinguisticSystem"},
        "dct:accrualPeriodicity": {"@id": WEEKLY, "@type": "dct:Frequency"},
        "dct:license": {"@id": LICENCE, "@type": "dct:LicenseDocument"},
        "dct:modified": {"@value": day.isoformat(), "@type": "xsd:date"},
        "dcat:version": "1",
        "dcat:landingPage": {"@id": f"{url}{addresses.DATA_PAGE}", "@type": "foaf:Document"},
        "dcat:distribution": [_distribution(data, file, day) for file in FILES if addresses.DATA + file.path in there],
    }
    return {
        "@id": f"{data}catalog",
        "@type": "dcat:Catalog",
        "dct:title": _dutch(f"Open data van {settings.naam}"),
        "dct:description": _dutch(settings.omschrijving),
        "dct:publisher": {"@id": publisher["@id"]},
        "dcat:contactPoint": {"@id": contact["@id"]},
        "dct:language": {"@id": LANGUAGE},
        "dct:license": {"@id": LICENCE},
        "dct:modified": {"@value": day.isoformat(), "@type": "xsd:date"},
        "foaf:homepage": {"@id": url, "@type": "foaf:Document"},
        "dcat:dataset": dataset,
    }


def _distribution(data: str, file: File, day: date) -> Node:
    return {
        "@id": f"{data}{file.path}",
        "@type": "dcat:Distribution",
        "dct:title": _dutch(file.name),
        "dct:description": _dutch(file.what),
        "dcat:accessURL": {"@id": f"{data}{file.path}"},
        "dcat:downloadURL": {"@id": f"{data}{file.path}"},
        "dct:license": {"@id": LICENCE},
        "dcat:mediaType": {
            "@id": f"https://www.iana.org/assignments/media-types/{file.media}",
            "@type": "dct:MediaType",
        },
        "dct:format": {"@id": f"{AUTHORITY}file-type/{file.sort}", "@type": "dct:MediaTypeOrExtent"},
        "dct:modified": {"@value": day.isoformat(), "@type": "xsd:date"},
    }


def _dutch(text: str) -> Node:
    return {"@value": text, "@language": "nl"}


def _concept(address: str, name: str) -> Node:
    kinds = ["skos:Concept", "dct:RightsStatement"] if address == PUBLIC else "skos:Concept"
    return {"@id": address, "@type": kinds, "skos:prefLabel": _dutch(name)}


def as_jsonld(tree: Node) -> bytes:
    """Return a catalogue as JSON-LD."""
    return json.dumps({"@context": PREFIXES, **tree}, ensure_ascii=False, indent=1).encode() + b"\n"


def as_turtle(tree: Node) -> bytes:
    """Return a catalogue as Turtle."""
    heads = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    return (heads + "\n" + "\n".join(_nodes(tree))).encode()


def _nodes(node: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is said of a node, and then of each node inside it."""
    lines = []
    inside: list[Mapping[str, Any]] = []
    for name, value in node.items():
        if name == "@id":
            continue
        values = value if isinstance(value, list) else [value]
        inside += [one for one in values if isinstance(one, dict) and len(one) > 1 and "@id" in one]
        lines.append(f"  {'a' if name == '@type' else name} {', '.join(_term(name, one) for one in values)}")
    yield f"<{node['@id']}>\n" + " ;\n".join(lines) + " .\n"
    for one in inside:
        yield from _nodes(one)


def _term(name: str, value: Any) -> str:
    if name == "@type":
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if "@id" in value:
        return f"<{value['@id']}>"
    text = json.dumps(value["@value"], ensure_ascii=False)
    return f"{text}@{value['@language']}" if "@language" in value else f"{text}^^{value['@type']}"
