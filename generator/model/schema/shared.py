"""Shapes that more than one kind of file uses: how to reach somebody, how easy a place is to use, a source."""

from datetime import timedelta
from typing import Annotated, TypeAlias

from pydantic import Field

from generator.model.schema.asked import Asked, How, Step
from generator.model.schema.base import Adres, BronDatum, Datum, Model, Regel, one_of
from generator.model.schema.values import Hoe, JaNee, Rol

# A check counts as fresh for half a year; after a year and a half an entry leaves the lists and keeps its page.
FRESH = timedelta(days=183)
LISTED = timedelta(days=548)

JaNeeOnbekend: TypeAlias = Annotated[JaNee, one_of(JaNee)]


class Contact(Model):
    """How to reach an organisation: a general number or address, never a private one."""

    telefoon: Annotated[
        Regel | None,
        Asked(
            "Wat is het nummer van de organisatie?",
            "0522 123 456",
            Step.REACH,
            also=("tel", "tel.", "telefoonnummer"),
            more="Geen nummer van een persoon. Kent de site de organisatie al? Dan staat dit er al.",
            how=How.CONTACT,
            input="tel",
        ),
    ] = Field(None, description="Telefoonnummer van de organisatie.", examples=["0522 123 456"], title="telephone")
    email: Annotated[
        Regel | None,
        Asked(
            "Wat is het mailadres van de organisatie?",
            "info@voorbeeld.nl",
            Step.REACH,
            also=("e-mail", "mail", "mailadres", "e-mailadres"),
            how=How.CONTACT,
            input="email",
        ),
    ] = Field(None, description="Algemeen mailadres van de organisatie.", title="mail address")
    website: Annotated[
        Adres | None,
        Asked(
            "Wat is de website?",
            "https://www.voorbeeld.nl/",
            Step.REACH,
            also=("site", "url", "link", "webadres"),
            how=How.CONTACT,
            input="url",
        ),
    ] = Field(None, description="Webadres, begint met https://.", title="website")


class Toegankelijkheid(Model):
    """What a visitor with a disability needs to know; unknown is told apart from no."""

    rolstoel: Annotated[
        JaNeeOnbekend,
        Asked(
            "Kan iemand met een rolstoel naar binnen?",
            "ja of nee",
            Step.FIRST,
            also=("rolstoeltoegankelijk", "toegankelijk"),
        ),
    ] = Field(JaNee.ONBEKEND, description="Kan iemand met een rolstoel naar binnen?", title="wheelchair")
    rollator: JaNeeOnbekend = Field(
        JaNee.ONBEKEND, description="Kan iemand met een rollator naar binnen?", title="walking frame"
    )
    ringleiding: JaNeeOnbekend = Field(
        JaNee.ONBEKEND, description="Is er een ringleiding voor hoortoestellen?", title="hearing loop"
    )
    toilet: JaNeeOnbekend = Field(
        JaNee.ONBEKEND, description="Is er een toilet voor mensen met een rolstoel?", title="accessible toilet"
    )
    rustig: JaNeeOnbekend = Field(
        JaNee.ONBEKEND, description="Is het er rustig, met weinig geluid en drukte?", title="quiet"
    )
    zittend: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Kunt u zittend meedoen?", title="seated")
    assistentiehond: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Mag een hulphond mee?", title="assistance dog")
    begeleider_gratis: JaNeeOnbekend = Field(
        JaNee.ONBEKEND, description="Mag een begeleider gratis mee?", title="companion free"
    )


class Bron(Model):
    """Where a fact was found."""

    url: Annotated[
        Adres,
        Asked(
            "Op welk webadres staat dit?",
            "https://www.voorbeeld.nl/wandelen",
            Step.SOURCE,
            name="bron",
            also=("gevonden op", "bron url"),
            more="Zonder webadres komt er niets op de site. Weet u er geen? Mail dan wat u weet.",
            how=How.SOURCE,
            input="url",
            needed=True,
        ),
    ] = Field(description="Het webadres van de bron.", title="web address")
    datum: Annotated[
        BronDatum,
        Asked(
            "Van welke dag of welk jaar is wat daar staat?",
            "2026-11-01, 2026-11 of 2026",
            Step.SOURCE,
            name="brondatum",
            also=("datum bron", "bron datum"),
            more="Staat er geen dag bij? Laat het leeg. Een jaar is ook goed.",
            how=How.SOURCE,
        ),
    ] = Field(
        description="De dag, de maand of het jaar van de bron, of onbekend.", examples=["2025-01-15"], title="date"
    )


class Gecontroleerd(Model):
    """Somebody asked, and this is true. Written only after asking; never by a tool."""

    op: Datum = Field(description="De dag waarop het is nagevraagd.", examples=["2026-11-20"], title="on (date)")
    door: Annotated[Rol, one_of(Rol)] = Field(
        description="Wie het vroeg: een rol, nooit een naam.", title="checked by (a role)"
    )
    hoe: Annotated[Hoe, one_of(Hoe)] = Field(description="Hoe het is nagevraagd.", title="how")
