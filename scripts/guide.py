"""docs/invulgids.md: every field of every kind of file, out of the JSON Schemas."""

from collections.abc import Iterator
from typing import Any

from generator.give.json_schema import schemas
from generator.model.questions import BY_NAME, COLUMNS
from generator.read.headings import MORE

# What each kind of file is for, and which fields an author sees first.
KINDS = {
    "activities": ("Een activiteit", "content/activities/GEMEENTE/NAAM.yml"),
    "drafts": ("Een concept", "content/drafts/GEMEENTE/NAAM.yml"),
    "organisations": ("Een organisatie", "content/organisations/NAAM.yml"),
    "locations": ("Een plek", "content/locations/NAAM.yml"),
    "municipalities": ("Een gemeente", "content/municipalities/NAAM.yml"),
    "practices": ("Een huisartsenpraktijk", "content/practices/GEMEENTE/NAAM.yml"),
    "site": ("De site", "content/site.yml"),
}
PARTS = {
    "Herhaald": "wanneer: een dag die terugkomt",
    "Eenmalig": "wanneer: een datum",
    "Altijd": "wanneer: altijd open",
    "OpAfspraak": "wanneer: op afspraak",
    "InWoorden": "wanneer: in woorden",
    "Prijs": "kosten: een prijs",
    "GratisMaar": "kosten: gratis, met iets erbij",
    "Vrijwillig": "kosten: een vrijwillige bijdrage",
    "KostenInWoorden": "kosten: in woorden",
    "Webbron": "bron: een webadres",
    "AndereBron": "bron: iets anders",
    "Contact": "contact",
    "EersteKeer": "eerste_keer",
    "Toegankelijkheid": "toegankelijkheid",
    "Pauze": "loopt: een pauze",
    "Gestopt": "loopt: gestopt",
    "Foto": "foto",
    "Gecontroleerd": "gecontroleerd",
    "Verwijzen": "verwijzen",
    "Regeling": "regelingen: een regeling",
    "Welzijnscoach": "welzijnscoaches: een coach",
    "Punt": "punt",
}


def guide() -> str:
    """Return the whole guide."""
    lines = [
        "# Invulgids",
        "",
        "Elk veld van elk bestand. Deze gids wordt gemaakt uit de modellen, met `python -m scripts.docs`. Weet u iets niet? Schrijf `onbekend` waar dat mag, of laat het veld weg.",
        "Een lijst mag ook een enkele waarde zijn waar dat erbij staat. Hoe u schrijft, staat in [CONTRIBUTING.md](../CONTRIBUTING.md).",
        "",
    ]
    found = schemas()
    for name, (title, path) in KINDS.items():
        schema = found[name]
        lines += [f"## {title}", "", f"`{path}`", "", *_table(schema)]
        for part, inner in schema.get("$defs", {}).items():
            lines += [f"### {PARTS.get(part, part)}", "", *_table(inner)]
    return "\n".join([*lines, *_columns()])


def _columns() -> Iterator[str]:
    """Yield what a table for ``import`` may have: each column, what else it may be called, and what somebody may write there."""
    yield from ("## Een tabel", "")
    yield (
        "Met `python -m generator import` maakt u van een tabel nieuwe bestanden: van CSV, TSV en Excel, van alle bladen die te zien zijn. "
        "Een titel en een gemeente zijn genoeg: wat nog geen activiteit kan zijn, wordt een concept, met de vragen erbij. "
        "Namen die er veel op lijken, worden begrepen. Er wordt niets geraden: wat niet zeker te lezen is, blijft staan zoals u het schreef, en "
        "het verslag zegt het. Met `--proef` wordt er niets geschreven; met `--verslag verslag.html` krijgt u een pagina die van elke cel zegt hoe "
        "die is gelezen. Regels boven de kolommen, totalen, verborgen rijen en wat is doorgestreept worden apart gezegd."
    )
    yield from ("", "| kolom | mag ook heten | bijvoorbeeld |", "| --- | --- | --- |")
    for name, others in COLUMNS.items():
        example = "; ".join(BY_NAME[name].typed) or BY_NAME[name].example
        yield f"| `{name}` | {', '.join(others)} | {_cell(example)} |"
    yield ""
    yield "Dag, tijd en hoe vaak mogen ook in eigen kolommen staan. Samen worden zij `wanneer`: helemaal, of als tekst met een vraag."
    yield from ("", "| kolom | mag ook heten |", "| --- | --- |")
    for name, others in MORE.items():
        yield f"| `{name}` | {', '.join(others)} |"
    yield ""


def _table(schema: dict[str, Any]) -> list[str]:
    needed = schema.get("required", [])
    rows = [
        f"| `{name}` | {'ja' if name in needed else ''} | {_cell(field.get('description', ''))} | {_cell(_values(field))} |"
        for name, field in schema["properties"].items()
    ]
    return ["| veld | moet | wat | u schrijft |", "| --- | --- | --- | --- |", *rows, ""]


def _values(field: dict[str, Any]) -> str:
    """Return what may be written: the words to choose from, else an example."""
    words = list(dict.fromkeys(_words(field)))
    if words:
        return " · ".join(f"`{word}`" for word in words)
    return " · ".join(f"`{example}`" for example in field.get("examples", []))


def _words(field: dict[str, Any]) -> Iterator[str]:
    yield from (str(word) for word in field.get("enum", []))
    if "const" in field:
        yield str(field["const"])
    for way in (*field.get("anyOf", []), *field.get("oneOf", [])):
        yield from _words(way)
    if isinstance(field.get("items"), dict):
        yield from _words(field["items"])
    examples = field.get("examples", [])
    if ("const" in field or "anyOf" in field or "oneOf" in field) and examples:
        yield from (str(example) for example in examples)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
