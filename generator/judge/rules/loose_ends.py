"""What nobody uses, and what the site itself still misses."""

from collections.abc import Iterator
from datetime import date

from generator.dutch.sentences import count
from generator.judge.rules.base import Named, warning
from generator.model.catalogue import MOST_CALENDARS, Catalogue, names_in
from generator.model.problem import Problem
from generator.model.schema import UNKNOWN, JaNee

CODES = {
    "A160": "Een organisatie of locatie wordt ergens gebruikt.",
    "A170": "De site zegt wie haar uitgeeft en waar bezoekers iets kunnen melden.",
    "A171": "Wie veel activiteiten heeft, kiest of elke activiteit een eigen agenda houdt.",
}

MANY = MOST_CALENDARS * 4 // 5  # from here on it is time to choose

MISSING = {
    "uitgever": "Vul het in voor de site openbaar wordt.",
    "adres": "Vul het in voor de site openbaar wordt; daarna zijn er ook links, knoppen en QR-codes voor praktijken en andere websites.",
}


def check_country(catalogue: Catalogue, today: date, named: Named) -> Iterator[Problem]:
    """Yield a warning for each file that no activity uses, and for each open setting."""
    del today
    for name, kind, used in (
        ("organisatie", catalogue.organisations, named.organisations),
        ("locatie", catalogue.locations, named.locations),
    ):
        # A file that cannot be read may use any of them.
        unused = () if named.unsure else sorted(set(names_in(kind)) - used)
        for entry in filter(None, map(kind.get, unused)):
            message = f"geen activiteit gebruikt deze {name}."
            yield warning(entry, (), "A160", message, "Haal het bestand weg, of kijk of een naam verkeerd is.")
    settings = catalogue.settings
    for field in ("uitgever", "adres"):
        if getattr(settings.model, field) == UNKNOWN:
            yield warning(settings, (field,), "A170", f"{field} is nog onbekend.", MISSING[field])
    if settings.model.mail == UNKNOWN and settings.model.repository == UNKNOWN:
        hint = "Vul mail of repository in; tot die tijd leidt een melding naar de pagina over meedoen."
        yield warning(settings, ("mail",), "A170", "bezoekers kunnen nog nergens iets melden.", hint)
    amount = len(names_in(catalogue.activities))
    if amount > MANY and settings.model.agenda_per_activiteit is JaNee.ONBEKEND:
        here, most = (count(number, "activiteit", "activiteiten") for number in (amount, MOST_CALENDARS))
        message = f"er zijn {here}. Boven {most} heeft een activiteit geen eigen agenda meer."
        hint = "Schrijf agenda_per_activiteit: ja (dan blijven alle adressen van agenda's, met drie bestanden voor elke activiteit) of nee."
        yield warning(settings, (), "A171", message, hint)
