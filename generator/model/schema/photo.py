"""A photograph: its file, who made it and what may be done with it."""

from pydantic import Field

from generator.model.schema.base import Model, Regel, Zin


class Foto(Model):
    """A photograph in ``content/photos/``, with who made it and what may be done with it."""

    bestand: Regel = Field(description="De naam van het bestand in content/photos/.", title="file")
    alt: Zin = Field(description="Wat er op de foto te zien is.", title="text alternative")
    maker: Regel = Field(description="Wie de foto maakte.", title="maker")
    licentie: Regel = Field(description="Onder welke licentie.", examples=["CC BY 4.0"], title="licence")
