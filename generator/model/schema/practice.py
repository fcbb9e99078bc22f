"""A GP practice (``content/practices/GEMEENTE/``)."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.base import (
    Adres,
    Id,
    Model,
    Regel,
    Zin,
    one_of,
)
from generator.model.schema.municipality import Welzijnscoach
from generator.model.schema.notation import WithoutDoubles
from generator.model.schema.values import Dag


class Overleg(Model):
    """Where practice and coach meet: the MDO, a lunch."""

    wat: Regel = Field(description="Welk overleg het is.", examples=["MDO"], title="which meeting")
    wanneer: Regel = Field(
        description="Op welke dag, en hoe vaak.", examples=["elke eerste dinsdag"], title="when it is"
    )
    met_wie: Regel | None = Field(None, description="Wie erbij zijn: functies, geen namen.", title="who is there")


class Afspraken(Model):
    """What a practice and its coach agreed; the four things of the lessons of Zuid-Limburg."""

    voor_wie: Zin | None = Field(None, description="Voor wie Welzijn op Recept hier is.", title="for whom")
    hoe_verwijzen: Zin | None = Field(None, description="Hoe deze praktijk verwijst.", title="how this practice refers")
    terugkoppeling: Zin | None = Field(
        None, description="Wat de praktijk terugkrijgt, en wanneer.", title="feedback to the practice"
    )
    evaluatie: Zin | None = Field(
        None, description="Wanneer praktijk en coach samen kijken hoe het gaat.", title="evaluation"
    )


class Practice(Model):
    """A GP practice (``content/practices/GEMEENTE/``)."""

    naam: Regel = Field(description="De naam van de praktijk.", title="name")
    gemeente: Id = Field(description="De gemeente.", title="municipality")
    vroeger: Annotated[tuple[Id, ...], Field(max_length=20), WithoutDoubles()] = Field(
        (),
        description="Adressen die deze praktijk eerder had, als gemeente/naam: wie daar komt, komt hier.",
        examples=["meppel/huisarts-oost"],
        title="earlier ids (redirects)",
    )
    website: Adres | None = Field(None, description="Het webadres van de praktijk.", title="website")
    welzijnscoach: Welzijnscoach | None = Field(
        None, description="De eigen welzijnscoach.", title="the practice's own coach"
    )
    aanwezig: (
        Annotated[
            tuple[Annotated[Dag, one_of(Dag)], ...],
            Field(min_length=1),
            WithoutDoubles(),
        ]
        | None
    ) = Field(None, description="De dagen waarop de coach in de praktijk is.", title="days the coach is present")
    spreekkamer: Regel | None = Field(
        None, description="Waar in de praktijk de coach zit.", examples=["kamer 4"], title="room"
    )
    introductie: Zin | None = Field(
        None,
        description="Wie de coach is, in een zin; geen naam zonder toestemming.",
        title="introduction of the coach",
    )
    overleg: Overleg | None = Field(None, description="Het overleg met de coach erbij.", title="meeting with the coach")
    afspraken: Afspraken | None = Field(
        None, description="Wat de praktijk en de coach hebben afgesproken.", title="agreements"
    )
