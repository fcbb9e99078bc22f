"""What an entry names must exist."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.catalogue import Catalogue, Entry, Loc
from generator.messages import suggestion
from generator.problems import Problem, quoted
from generator.rules.base import problem, warning
from generator.schema import ONLINE, UNKNOWN, Gestopt

CODES = {
    "A011": "De organisatie van een activiteit bestaat in content/organisations/.",
    "A012": "Een thema van een activiteit bestaat in content/domains/.",
    "A013": "De gemeente van een bestand bestaat in content/municipalities/.",
    "A014": "De locatie van een activiteit bestaat in content/locations/, of is onbekend of online.",
    "A015": "Een activiteit die in de plaats komt, bestaat en loopt nog.",
    "A016": "De wijk van een locatie staat bij haar gemeente.",
}


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a problem for each name that leads nowhere."""
    del today
    for entry in catalogue.activities.values():
        model = entry.model
        yield from _missing(entry, ("organisatie",), "A011", "organisatie", model.organisatie, catalogue.organisations)
        yield from _missing(entry, ("gemeente",), "A013", "gemeente", model.gemeente, catalogue.municipalities)
        for index, domain in enumerate(model.domeinen):
            yield from _missing(entry, ("domeinen", index), "A012", "domein", domain, catalogue.domains)
        if model.locatie not in (UNKNOWN, ONLINE):
            yield from _missing(entry, ("locatie",), "A014", "locatie", model.locatie, catalogue.locations)
        if isinstance(model.loopt, Gestopt):
            yield from _replacements(entry, model.loopt.in_plaats_daarvan, catalogue)
    for location in catalogue.locations.values():
        place = catalogue.municipalities.get(location.model.gemeente)
        wijk = location.model.wijk
        if place and wijk and place.model.wijken and wijk not in place.model.wijken:
            message = f"de wijk {quoted(wijk)} staat niet bij de gemeente."
            hint = suggestion(wijk, place.model.wijken, otherwise="Voeg haar toe bij de gemeente, of kies uit: {}.")
            yield warning(location, ("wijk",), "A016", message, hint)
    for kind in (catalogue.locations, catalogue.practices):
        for other in kind.values():
            name = other.model.gemeente
            yield from _missing(other, ("gemeente",), "A013", "gemeente", name, catalogue.municipalities)


def _replacements(entry: Entry[Any], names: tuple[str, ...], catalogue: Catalogue) -> Iterator[Problem]:
    for index, name in enumerate(names):
        loc: Loc = ("loopt", "in_plaats_daarvan", index)
        yield from _missing(entry, loc, "A015", "activiteit", name, catalogue.activities)
        other = catalogue.activities.get(name)
        if name == entry.id or (other and isinstance(other.model.loopt, Gestopt)):
            message = f"de activiteit {quoted(name)} loopt zelf niet meer."
            yield problem(entry, loc, "A015", message, "Noem een activiteit die nog loopt, of haal deze regel weg.")


def _missing(
    entry: Entry[Any], loc: Loc, code: str, what: str, name: str, known: Mapping[str, object]
) -> Iterator[Problem]:
    if name not in known:
        yield problem(entry, loc, code, f"{what} {quoted(name)} bestaat niet.", suggestion(name, tuple(known)))
