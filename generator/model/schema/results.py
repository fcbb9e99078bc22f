"""What came of the referrals, in totals (``content/results/``): never a number by which somebody can be known."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.base import Aantal, Datum, Id, Ja, Kwartaal, Model, Regel, Zoveel, one_of
from generator.model.schema.evidence import Bron
from generator.model.schema.values import Rol


class Cijfers(Model):
    """What is counted of referrals in a period; what is not there was not counted."""

    verwijzingen: Aantal | None = Field(None, description="Hoeveel verwijzingen er waren.", title="referrals")
    gesprekken: Aantal | None = Field(
        None, description="Hoeveel mensen een eerste gesprek hadden.", title="first talks"
    )
    begonnen: Aantal | None = Field(None, description="Hoeveel mensen ergens begonnen.", title="people who began")


class Totaal(Cijfers):
    """All of it together, with how many practices and coaches took part."""

    praktijken: Zoveel | None = Field(None, description="Hoeveel praktijken meededen.", title="GP practices")
    welzijnscoaches: Zoveel | None = Field(None, description="Hoeveel welzijnscoaches er waren.", title="coaches")


class VanPraktijk(Cijfers):
    """The numbers of one practice."""

    praktijk: Id = Field(
        description="De praktijk, als gemeente/naam.", examples=["meppel/huisarts-oost"], title="practice"
    )


class VanThema(Cijfers):
    """The numbers of one theme."""

    thema: Id = Field(description="Het thema.", title="theme")


class Results(Model):
    """Totals of a municipality in a quarter, or what somebody else made public of a region.

    Numbers under five stand as ``minder-dan-5``; ``weggelaten`` is what would tell one of those. A table that lacks a practice or a theme says
    nothing of it.
    """

    gemeente: Id | None = Field(None, description="De gemeente, bij eigen cijfers.", title="municipality")
    kwartaal: Kwartaal | None = Field(
        None, description="Het kwartaal, bij eigen cijfers.", examples=["2026-k3"], title="quarter"
    )
    gebied: Regel | None = Field(
        None, description="Het gebied, bij cijfers die een ander openbaar maakte.", title="region"
    )
    periode: Regel | None = Field(
        None,
        description="De periode in woorden, bij cijfers van een ander.",
        examples=["het eerste jaar"],
        title="period",
    )
    ongeveer: Ja | None = Field(None, description="ja als de getallen ongeveer zijn.", title="about")
    totaal: Totaal = Field(description="Alles bij elkaar.", title="totals")
    praktijken: Annotated[tuple[VanPraktijk, ...], Field(max_length=200)] = Field(
        (), description="Per praktijk: alle praktijken van de gemeente, ook die met weinig.", title="GP practices"
    )
    themas: Annotated[tuple[VanThema, ...], Field(max_length=5)] = Field(
        (), description="Per thema: alle vijf.", title="themes"
    )
    opgeteld_op: Datum | None = Field(None, description="De dag waarop dit is opgeteld.", title="day of counting")
    opgeteld_door: Annotated[Rol, one_of(Rol)] | None = Field(
        None, description="Wie het optelde: een rol, nooit een naam.", title="who counted (a role)"
    )
    bron: Annotated[tuple[Bron, ...], Field(max_length=10)] = Field(
        (), description="Waar dit openbaar is gemaakt.", title="source"
    )
