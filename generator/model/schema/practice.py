"""A GP practice (``content/practices/GEMEENTE/``)."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.base import (
    Adres,
    Id,
    Model,
    Regel,
    one_of,
)
from generator.model.schema.municipality import Welzijnscoach
from generator.model.schema.notation import WithoutDoubles
from generator.model.schema.values import Dag


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
