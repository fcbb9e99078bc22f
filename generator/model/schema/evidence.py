"""What stands behind an entry: its sources, and that somebody asked."""

from datetime import timedelta
from typing import Annotated, Any, TypeAlias

from pydantic import Discriminator, Field, Tag

from generator.model.schema.asked import Asked, How, Step
from generator.model.schema.base import Adres, BronDatum, Datum, Model, Regel, one_of
from generator.model.schema.values import Hoe, Rol

FRESH = timedelta(days=183)  # how long a check says that something is so; what comes after: model/evidence


class Webbron(Model):
    """A page on which a fact was found."""

    url: Annotated[
        Adres,
        Asked(
            "Waar staat dit?",
            "https://www.voorbeeld.nl/wandelen",
            Step.SOURCE,
            name="bron",
            also=("gevonden op", "bron url"),
            more="Het webadres, of wat het is: een folder, een krant. Schrijf geen naam van een persoon.",
            typed=("www.voorbeeld.nl/wandelen", "folder van de wijkvereniging"),
            how=How.SOURCE,
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


class AndereBron(Model):
    """A source that is no page: a leaflet, a newspaper, a notice on a door."""

    wat: Regel = Field(
        description="Wat voor bron het is; geen naam van een persoon.",
        examples=["folder van de wijkvereniging"],
        title="what (kind of source)",
    )
    datum: BronDatum = Field(
        description="De dag, de maand of het jaar van de bron, of onbekend.", examples=["2025"], title="date"
    )


def _source(value: Any) -> str:
    if isinstance(value, AndereBron) or (isinstance(value, dict) and "wat" in value and "url" not in value):
        return "<AndereBron>"
    return "<Webbron>"


Bron: TypeAlias = Annotated[
    Annotated[Webbron, Tag("<Webbron>")] | Annotated[AndereBron, Tag("<AndereBron>")], Discriminator(_source)
]


class Gecontroleerd(Model):
    """Somebody asked, and this is true. Written only after asking; never by a tool."""

    op: Datum = Field(description="De dag waarop het is nagevraagd.", examples=["2026-11-20"], title="on (date)")
    door: Annotated[Rol, one_of(Rol)] = Field(
        description="Wie het vroeg: een rol, nooit een naam.", title="checked by (a role)"
    )
    hoe: Annotated[Hoe, one_of(Hoe)] = Field(description="Hoe het is nagevraagd.", title="how")
