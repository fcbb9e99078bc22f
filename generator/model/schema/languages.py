"""Whether somebody who speaks a language read what this site says in it (``content/languages/``)."""

from pydantic import Field

from generator.model.schema.base import DatumOfOnbekend, Model, Regel
from generator.model.schema.notation import UNKNOWN


class Tongue(Model):
    """The review of one language; the file is called after it, such as ``en.yml``."""

    nagelezen_op: DatumOfOnbekend = Field(
        UNKNOWN, description="De dag waarop iemand die de taal spreekt de teksten nalas.", title="day of review"
    )
    nagelezen_door: Regel | None = Field(
        None,
        description="Wie het nalas: een functie, geen naam.",
        examples=["tolk van de gemeente"],
        title="who reviewed it (a function)",
    )
