"""A point on the map lies where its municipality is."""

from collections.abc import Iterator
from datetime import date

from generator.dutch.places import kilometres, middles, postcodes
from generator.judge.rules.base import warning
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem

CODES = {"A018": "Een punt op de kaart ligt in of bij de gemeente van de plek."}
FAR = 5.0  # kilometres from the middle of every postcode


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a warning for each location with a point that lies elsewhere. A municipality that is not on the list of postcodes is not judged."""
    del today
    for entry in catalogue.locations.values():
        point, place = entry.model.punt, catalogue.municipalities.get(entry.model.gemeente)
        near = postcodes().get(place.model.cbs_code, ()) if place else ()
        if not point or not place or not near:
            continue
        here = (float(point.lat), float(point.lon))
        away = min(kilometres(here, middles()[str(code)]) for code in near)
        if away > FAR:
            message = f"dit punt ligt ongeveer {away:.0f} kilometer van {place.model.naam}."
            hint = "Zoek de plek op een kaart en schrijf lat en lon opnieuw over, of kijk of de gemeente klopt."
            yield warning(entry, ("punt",), "A018", message, hint)
