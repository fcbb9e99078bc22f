"""Where it is."""

import re

from generator.model.facts.base import Fact, Gap, On, Said
from generator.model.resolved import Resolved
from generator.model.schema import ONLINE, UNKNOWN, WISSELEND, Location

LOCATION = Gap("plek", "Waar is het?", 22, say="Waar is het?")
START = Gap(
    "vertrekplek", "De plek wisselt. Hoe weet iemand waar het begint?", 12, say="Waar begint het de volgende keer?"
)
STREET = Gap("straat", "In welke straat is het, en op welk nummer?", 6, missing_on=On(0))


def _say(it: Resolved) -> Said:
    """Return the location in one line, "De Boerhoorn, Oosterboer"; where there is room the postcode."""
    if it.model.locatie == UNKNOWN:
        return Said(gaps=(LOCATION,))
    if it.model.locatie == ONLINE:
        return Said(("Op internet",))
    starts = it.model.waar_vertrekt
    if it.model.locatie == WISSELEND:
        return Said(tuple(filter(None, ("Steeds op een andere plek", starts))), () if starts else (START,))
    location = it.location
    if location is None:
        return Said()  # a name that is nowhere: the rules say so
    town = f"{location.postcode} {location.plaats}" if location.postcode else ""
    missing = () if location.adres else (STREET,)
    return Said((location_line(location),), missing, tuple(filter(None, (town, starts))))


def location_line(location: Location) -> str:
    """Return a location as a short line: its name, then the street, the neighbourhood and the town where those add something."""
    parts = [location.naam]
    for part in (location.adres, location.wijk, location.plaats):
        if part and part != "Centrum" and not re.search(rf"\b{re.escape(part)}\b", ", ".join(parts)):
            parts.append(part)
    return ", ".join(parts)


FACT = Fact("waar", "Waar", "map-marker-outline", On.CARD | On.LEAF, _say)
