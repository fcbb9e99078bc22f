"""Other sites like this one, whose open data are gathered (``content/sources.yml``)."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.base import Adres, Id, Ja, Model, Regel
from generator.model.schema.notation import WithoutDoubles


class AndereSite(Model):
    """One site: where it is, and whether what it says goes on this one without a person looking at it."""

    naam: Regel = Field(description="Hoe de site heet.", examples=["Activiteitenwijzer Hoogeveen"], title="name")
    adres: Adres = Field(
        description="Het adres van de site, begint met https://.",
        examples=["https://wijzer.voorbeeld.nl/"],
        title="web address",
    )
    gemeenten: Annotated[tuple[Id, ...], Field(min_length=1, max_length=342), WithoutDoubles()] = Field(
        description="De gemeenten die u overneemt.", title="municipalities"
    )
    vertrouwd: Ja | None = Field(
        None,
        description="ja als het meteen op uw site mag. Zonder ja worden het concepten, die iemand navraagt.",
        title="whether it goes on the site at once",
    )


class Sources(Model):
    """The sites that are gathered."""

    bronnen: Annotated[tuple[AndereSite, ...], Field(max_length=50)] = Field(
        description="De andere sites.", title="other sites"
    )
