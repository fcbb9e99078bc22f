"""Shapes that more than one kind of file uses: how to reach somebody, how easy a place is to use, a source."""

from datetime import timedelta
from typing import Annotated, TypeAlias

from pydantic import Field

from generator.model.schema.base import Adres, BronDatum, Datum, Model, Regel, one_of
from generator.model.schema.values import Hoe, JaNee, Rol

# A check counts as fresh for half a year; after a year and a half an entry leaves the lists and keeps its page.
FRESH = timedelta(days=183)
LISTED = timedelta(days=548)

JaNeeOnbekend: TypeAlias = Annotated[JaNee, one_of(JaNee)]


class Contact(Model):
    """How to reach an organisation: a general number or address, never a private one."""

    telefoon: Regel | None = Field(None, description="Telefoonnummer van de organisatie.", examples=["0522 123 456"])
    email: Regel | None = Field(None, description="Algemeen mailadres van de organisatie.")
    website: Adres | None = Field(None, description="Webadres, begint met https://.")


class Toegankelijkheid(Model):
    """What a visitor with a disability needs to know; unknown is told apart from no."""

    rolstoel: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Kan iemand met een rolstoel naar binnen?")
    rollator: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Kan iemand met een rollator naar binnen?")
    ringleiding: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Is er een ringleiding voor hoortoestellen?")
    toilet: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Is er een toilet voor mensen met een rolstoel?")
    rustig: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Is het er rustig, met weinig geluid en drukte?")
    zittend: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Kunt u zittend meedoen?")
    assistentiehond: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Mag een hulphond mee?")
    begeleider_gratis: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Mag een begeleider gratis mee?")


class Bron(Model):
    """Where a fact was found."""

    url: Adres = Field(description="Het webadres van de bron.")
    datum: BronDatum = Field(
        description="De dag, de maand of het jaar van de bron, of onbekend.", examples=["2025-01-15"]
    )


class Gecontroleerd(Model):
    """Somebody asked, and this is true. Written only after asking; never by a tool."""

    op: Datum = Field(description="De dag waarop het is nagevraagd.", examples=["2026-11-20"])
    door: Annotated[Rol, one_of(Rol)] = Field(description="Wie het vroeg: een rol, nooit een naam.")
    hoe: Annotated[Hoe, one_of(Hoe)] = Field(description="Hoe het is nagevraagd.")
