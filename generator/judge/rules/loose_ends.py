"""What nobody uses, and what the site itself still misses."""

from collections.abc import Iterator
from datetime import date

from generator.judge.rules.base import warning
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.schema import UNKNOWN

CODES = {
    "A160": "Een organisatie of locatie wordt ergens gebruikt.",
    "A170": "De site zegt wie haar uitgeeft en waar bezoekers iets kunnen melden.",
}

MISSING = {
    "uitgever": "Vul het in voor de site openbaar wordt.",
    "adres": "Vul het in voor de site openbaar wordt; daarna zijn er ook links, knoppen en QR-codes voor praktijken en andere websites.",
}


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a warning for each file that no activity uses, and for each open setting."""
    del today
    activities = catalogue.activities.values()
    organisations = {entry.model.organisatie for entry in activities}
    locations = {entry.model.locatie for entry in activities}
    # A file that cannot be read may use any of them.
    unsure = any(name.startswith("activities/") for name in catalogue.unreadable)
    for name, kind, used in (
        ("organisatie", catalogue.organisations, organisations),
        ("locatie", catalogue.locations, locations),
    ):
        for entry in kind.values():
            if entry.id not in used and not unsure:
                message = f"geen activiteit gebruikt deze {name}."
                yield warning(entry, (), "A160", message, "Haal het bestand weg, of kijk of een naam verkeerd is.")
    settings = catalogue.settings
    for field in ("uitgever", "adres"):
        if getattr(settings.model, field) == UNKNOWN:
            yield warning(settings, (field,), "A170", f"{field} is nog onbekend.", MISSING[field])
    if settings.model.mail == UNKNOWN and settings.model.repository == UNKNOWN:
        hint = "Vul mail of repository in; tot die tijd leidt een melding naar de pagina over meedoen."
        yield warning(settings, ("mail",), "A170", "bezoekers kunnen nog nergens iets melden.", hint)
