"""What an entry names must exist."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.judge.rules.base import problem, warning
from generator.judge.suggestion import suggestion
from generator.model.catalogue import Catalogue, Entry, names_in
from generator.model.problem import Loc, Problem, quoted
from generator.model.resolved import joined
from generator.model.schema import NO_LOCATION, Activity, Gestopt

CODES = {
    "A011": "De organisatie van een activiteit bestaat in content/organisations/.",
    "A012": "Een thema van een activiteit bestaat in content/domains/.",
    "A013": "De gemeente van een bestand bestaat in content/municipalities/.",
    "A014": "De locatie van een activiteit bestaat in content/locations/, of is onbekend, online of wisselend.",
    "A015": "Een activiteit die in de plaats komt, bestaat en loopt nog.",
    "A017": "De plek van een activiteit ligt in haar gemeente.",
    "A016": "De wijk van een locatie staat bij haar gemeente.",
}

# What an entry can name: the code of the problem and the word for it, by folder.
NAMED = {
    "organisations": ("A011", "organisatie"),
    "domains": ("A012", "domein"),
    "municipalities": ("A013", "gemeente"),
    "locations": ("A014", "locatie"),
    "activities": ("A015", "activiteit"),
}


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a problem for each name that leads nowhere."""
    del today
    for entry in catalogue.activities.values():
        yield from _of_activity(catalogue, entry)
    for draft in catalogue.drafts.values():
        yield from _themes(catalogue, draft)
    for location in catalogue.locations.values():
        place = catalogue.municipalities.get(location.model.gemeente)
        wijk = location.model.wijk
        if place and wijk and place.model.wijken and wijk not in place.model.wijken:
            message = f"de wijk {quoted(wijk)} staat niet bij de gemeente."
            hint = suggestion(wijk, place.model.wijken, otherwise="Voeg haar toe bij de gemeente, of kies uit: {}.")
            yield warning(location, ("wijk",), "A016", message, hint)
    for kind in (catalogue.locations, catalogue.practices):
        for other in kind.values():
            yield from _missing(catalogue, other, ("gemeente",), "municipalities", other.model.gemeente)


def _of_activity(catalogue: Catalogue, entry: Entry[Activity]) -> Iterator[Problem]:
    model = entry.model
    yield from _missing(catalogue, entry, ("organisatie",), "organisations", model.organisatie)
    yield from _missing(catalogue, entry, ("gemeente",), "municipalities", model.gemeente)
    yield from _themes(catalogue, entry)
    if model.locatie not in NO_LOCATION:
        yield from _missing(catalogue, entry, ("locatie",), "locations", model.locatie)
    spot = joined(catalogue, entry).location
    if spot and spot.gemeente != model.gemeente:
        message = f"de plek {quoted(spot.naam)} ligt in {spot.gemeente}, en de activiteit is in {model.gemeente}."
        hint = "Is er een plek met dezelfde naam? Maak er een bestand van. Ligt zij echt over de grens? Zeg dat in de beschrijving."
        yield warning(entry, ("locatie",), "A017", message, hint)
    if isinstance(model.loopt, Gestopt):
        yield from _replacements(entry, model.loopt.in_plaats_daarvan, catalogue)


def _themes(catalogue: Catalogue, entry: Entry[Any]) -> Iterator[Problem]:
    for index, domain in enumerate(entry.model.domeinen):
        yield from _missing(catalogue, entry, ("domeinen", index), "domains", domain)


def _replacements(entry: Entry[Any], names: tuple[str, ...], catalogue: Catalogue) -> Iterator[Problem]:
    for index, name in enumerate(names):
        loc: Loc = ("loopt", "in_plaats_daarvan", index)
        yield from _missing(catalogue, entry, loc, "activities", name)
        other = catalogue.activities.get(name)
        if name == entry.id or (other and isinstance(other.model.loopt, Gestopt)):
            message = f"de activiteit {quoted(name)} loopt zelf niet meer."
            yield problem(entry, loc, "A015", message, "Noem een activiteit die nog loopt, of haal deze regel weg.")


def _missing(catalogue: Catalogue, entry: Entry[Any], loc: Loc, folder: str, name: str) -> Iterator[Problem]:
    known: Mapping[str, object] = getattr(catalogue, folder)
    if name not in known and f"{folder}/{name}" not in catalogue.unreadable:
        code, what = NAMED[folder]
        yield problem(
            entry,
            loc,
            code,
            f"{what} {quoted(name)} bestaat niet.",
            _remedy(folder, name, names_in(getattr(catalogue, folder))),
        )


def _remedy(folder: str, name: str, known: tuple[str, ...]) -> str:
    """Return what to do: the name that was meant, or how to make the file that is missing."""
    hint = suggestion(name, known)
    if hint.startswith("Bedoelt u") or folder not in ("organisations", "locations"):
        return hint
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "naam"
    fields = '"naam: …"' if folder == "organisations" else '"naam: …", "plaats: …" en "gemeente: …"'
    return f"Maak content/{folder}/{slug}.yml met {fields}, en schrijf hier {slug}."
