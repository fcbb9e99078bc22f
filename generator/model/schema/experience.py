"""What worked and what was difficult (``content/experiences/``): by function and region, and nobody can be known."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.base import BronDatum, Datum, Id, Model, Regel, Volgorde, Zin, one_of
from generator.model.schema.evidence import Bron
from generator.model.schema.notation import WithoutDoubles
from generator.model.schema.values import Functie, Rol


class Nagelezen(Model):
    """Somebody read whether nobody can be known."""

    op: Datum = Field(description="De dag waarop het is nagelezen.", examples=["2026-11-20"], title="on (date)")
    door: Annotated[Rol, one_of(Rol)] = Field(
        description="Wie het nalas: een rol, nooit een naam.", title="checked by (a role)"
    )


class Experience(Model):
    """One thing that was learned. It is on the site once somebody read it (``nagelezen``), or where it was made public before (``bron``)."""

    titel: Regel = Field(description="Wat u leerde, in een zin.", title="title")
    les: Volgorde | None = Field(
        None, description="Het nummer van de les in referrers.yml waar dit bij hoort.", title="lesson"
    )
    domeinen: Annotated[tuple[Id, ...], Field(max_length=5), WithoutDoubles()] = Field(
        (), description="De thema's waar dit over gaat.", title="themes"
    )
    functie: Annotated[Functie, one_of(Functie)] = Field(
        description="Wie dit leerde: een functie, nooit een naam.", title="function, role"
    )
    gemeente: Id | None = Field(None, description="De gemeente. Of schrijf het gebied.", title="municipality")
    gebied: Regel | None = Field(None, description="Het gebied, als het meer gemeenten zijn.", title="region")
    lukte: Zin | None = Field(None, description="Wat lukte.", title="what worked")
    lastig: Zin | None = Field(None, description="Wat lastig was.", title="what was difficult")
    nu: Zin | None = Field(None, description="Wat u nu doet.", title="what we do now")
    datum: BronDatum = Field(
        description="De maand of het jaar waarin u dit leerde. Geen dag.", examples=["2026-06"], title="date"
    )
    nagelezen: Nagelezen | None = Field(
        None, description="Wie nalas of niemand te herkennen is.", title="read by somebody else"
    )
    bron: Annotated[tuple[Bron, ...], Field(max_length=10)] = Field(
        (), description="Waar dit eerder openbaar is gemaakt.", title="source"
    )
