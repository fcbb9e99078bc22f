"""A theme: one of the five (``content/domains/``)."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.base import (
    Blokzin,
    Model,
    Pictogram,
    Regel,
    Tekst,
    Volgorde,
    one_of,
)
from generator.model.schema.values import Kleur


class Domain(Model):
    """One of the five themes (``content/domains/``)."""

    naam: Blokzin = Field(description="De naam van het thema.", title="name")
    volgorde: Volgorde = Field(description="De plaats in de rij, 1 tot en met 5.", title="order")
    kort: Blokzin = Field(description="In een paar woorden wat u doet.", title="in short")
    tekst: Tekst = Field(description="Waarom het u goed doet.", title="text")
    kleur: Annotated[Kleur, one_of(Kleur)] = Field(description="De kleur van het thema.", title="colour")
    pictogram: Pictogram = Field(
        description="De naam van een pictogram van Material.", examples=["pine-tree"], title="pictogram"
    )
    voorbeelden: tuple[Regel, ...] = Field((), description="Een paar voorbeelden.", title="examples")
