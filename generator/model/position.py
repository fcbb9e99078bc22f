"""Where a location is on the map, and how well that is known: nothing is filled in, and what is near is said to be near."""

from dataclasses import dataclass
from enum import StrEnum

from generator.dutch.places import middles, middles_of_towns, plain_name, postcodes
from generator.model.schema import Location


class Known(StrEnum):
    """How well a point is known: the place itself, the middle of its postcode, of its town, or of its municipality."""

    PLACE = "plek"
    POSTCODE = "postcode"
    TOWN = "plaats"
    MUNICIPALITY = "gemeente"


WORDS = {
    Known.PLACE: "",
    Known.POSTCODE: "in dit postcodegebied",
    Known.TOWN: "ongeveer: het midden van de plaats",
    Known.MUNICIPALITY: "ongeveer: het midden van de gemeente",
}


@dataclass(frozen=True, slots=True)
class Position:
    """A point in degrees (WGS 84), and how well it is known."""

    lat: float
    lon: float
    known: Known


def position(location: Location | None, cbs_code: str) -> Position | None:
    """Return where a location is: its own point, else the middle of its postcode, its town or its municipality (``cbs_code``).

    Without a location that is its municipality. None where the municipality is not on the list of postcodes, which is dated.
    """
    if location and location.punt:
        return Position(float(location.punt.lat), float(location.punt.lon), Known.PLACE)
    digits = (location.postcode or "")[:4] if location else ""
    here = map(str, postcodes().get(cbs_code, ()))
    if digits in middles() and digits in here:  # one of elsewhere was typed wrong
        return Position(*middles()[digits], Known.POSTCODE)
    tries = [(plain_name(location.plaats), Known.TOWN)] if location else []
    for town, known in (*tries, ("", Known.MUNICIPALITY)):
        found = middles_of_towns().get((cbs_code, town))
        if found:
            return Position(*found, known)
    return None
