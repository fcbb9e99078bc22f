"""A location: where things happen (``content/locations/``)."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.access import Toegankelijkheid
from generator.model.schema.asked import Asked, How, Step
from generator.model.schema.base import (
    Breedte,
    Id,
    Lengte,
    Model,
    Postcode,
    Regel,
    Zin,
)
from generator.model.schema.contact import Contact
from generator.model.schema.evidence import Bron
from generator.model.schema.photo import Foto


class Punt(Model):
    """A place on the map, in degrees (WGS 84)."""

    lat: Breedte = Field(description="Breedtegraad.", title="latitude")
    lon: Lengte = Field(description="Lengtegraad.", title="longitude")


class Location(Model):
    """A location: where things happen (``content/locations/``)."""

    naam: Regel = Field(description="De naam van de plek.", title="name")
    plaats: Annotated[
        Regel,
        Asked(
            "In welke plaats of welk dorp is dat?",
            "Nijeveen",
            Step.WHERE,
            also=("woonplaats", "dorp of stad", "dorp", "stad", "town", "city"),
            how=How.NEW_LOCATION,
            late=2,
        ),
    ] = Field(description="De woonplaats.", title="town")
    gemeente: Id = Field(description="De gemeente.", title="municipality")
    adres: Annotated[
        Regel | None,
        Asked(
            "Wat is het adres van die plek?",
            "Kerkstraat 1",
            Step.WHERE,
            also=("straat", "straat en huisnummer", "straat + nr", "address", "street"),
            how=How.NEW_LOCATION,
            late=1,
        ),
    ] = Field(None, description="Straat en huisnummer.", title="street and number; of the site: its URL")
    postcode: Annotated[
        Postcode | None, Asked("Wat is de postcode?", "7941 AB", Step.WHERE, how=How.NEW_LOCATION, late=1)
    ] = Field(None, description="De postcode.", examples=["7941 AB"], title="postal code")
    wijk: Regel | None = Field(None, description="De wijk of het dorp.", title="neighbourhood")
    punt: Punt | None = Field(None, description="De plek op de kaart.", title="point on the map")
    toegankelijkheid: Toegankelijkheid | None = Field(
        None, description="Hoe toegankelijk de plek is.", title="accessibility"
    )
    contact: Contact | None = Field(
        None, description="Wie hier de vragen beantwoordt, als de organisatie geen nummer heeft.", title="contact"
    )
    bron: Annotated[tuple[Bron, ...], Field(max_length=5)] = Field(
        (), description="Waar het adres is gevonden.", title="source"
    )
    vervoer: Zin | None = Field(None, description="Hoe u er komt.", title="transport")
    foto: Foto | None = Field(None, description="Een foto van de plek, zoals de deur.", title="photograph")
