"""The site itself (``content/site.yml``)."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.access import JaNeeOnbekend
from generator.model.schema.base import (
    TALEN,
    Adres,
    Model,
    Regel,
    Taal,
    Zin,
    one_of,
)
from generator.model.schema.notation import UNKNOWN, WithoutDoubles
from generator.model.schema.values import Forge, JaNee


class Settings(Model):
    """The site itself (``content/site.yml``)."""

    naam: Regel = Field(description="De naam van de site.", title="name")
    omschrijving: Zin = Field(description="In een zin wat deze site is.", title="description of the site")
    uitgever: Regel = Field(UNKNOWN, description="Wie deze site uitgeeft, of onbekend.", title="publisher")
    mail: Regel = Field(
        UNKNOWN, description="Het mailadres voor meldingen, of onbekend.", title="mail address of the site"
    )
    repository: Adres = Field(UNKNOWN, description="Het adres van de repository, of onbekend.", title="repository")
    forge: Annotated[Forge, one_of(Forge)] = Field(
        Forge.GITHUB, description="Waar de repository staat: github, forgejo of gitlab.", title="kind of code forge"
    )
    adres: Adres = Field(
        UNKNOWN, description="Het adres van de site, of onbekend.", title="street and number; of the site: its URL"
    )
    zonder_internet: JaNeeOnbekend = Field(
        JaNee.JA,
        description="Bewaart de browser van een bezoeker de laatste gemeente, zodat die ook zonder internet te bekijken is? Standaard ja.",
        title="kept for when there is no connection",
    )
    talen: Annotated[tuple[Taal, ...], Field(max_length=len(TALEN)), WithoutDoubles()] | None = Field(
        None,
        description="In welke talen de site er ook is. Zonder antwoord alle, tot en met 1.000 activiteiten; [] is geen.",
        examples=[f"[{', '.join(TALEN)}]"],
        title="languages",
    )
    agenda_per_activiteit: JaNeeOnbekend = Field(
        JaNee.ONBEKEND,
        description="Krijgt elke activiteit een eigen bestand voor een agenda? Zonder antwoord: ja, tot en met 5.000 activiteiten.",
        title="a calendar file for each activity",
    )
