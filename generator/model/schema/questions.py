"""Questions of volunteers that the search must answer (``content/questions.yml``)."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.schema.base import Model, Regel, Soortnamen, one_of
from generator.model.schema.values import Blok, Zoekfilter


class Vraag(Model):
    """A question that somebody asked, and what must come out (``content/questions.yml``)."""

    vraag: Regel = Field(description="Wat iemand typte.", examples=["iets met muziek"], title="question")
    soorten: Soortnamen = Field((), description="Een van deze soorten hoort bovenaan.", title="kinds")
    blok: Annotated[Blok, one_of(Blok)] | Literal["geen"] = Field(
        "geen", description="Het blok dat erboven hoort, of geen.", title="kind of signpost"
    )
    filter: dict[Annotated[Zoekfilter, one_of(Zoekfilter)], Regel] = Field(
        {}, description="Het filter dat aan hoort te gaan.", title="filter that a word switches on"
    )
    niets: Literal["ja"] | None = Field(
        None, description="ja als er terecht niets gevonden wordt.", title="nothing may be found"
    )


class Questions(Model):
    """The file with questions, scored at every test."""

    vragen: tuple[Vraag, ...] = Field(description="De lijst.", title="questions (list)")
