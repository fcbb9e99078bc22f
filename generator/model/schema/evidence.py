"""What stands behind an entry: its sources, and that somebody asked."""

from datetime import timedelta
from typing import Annotated

from pydantic import Field

from generator.model.schema.asked import Asked, How, Step
from generator.model.schema.base import Adres, BronDatum, Datum, Model, one_of
from generator.model.schema.values import Hoe, Rol

FRESH = timedelta(days=183)  # how long a check says that something is so; what comes after: model/evidence


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
