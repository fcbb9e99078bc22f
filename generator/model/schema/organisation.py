"""Who organises (``content/organisations/``)."""

from pydantic import Field

from generator.model.schema.base import (
    Model,
    Regel,
)
from generator.model.schema.contact import Contact
from generator.model.schema.evidence import Bron


class Organisation(Model):
    """Who organises (``content/organisations/``)."""

    naam: Regel = Field(description="De naam van de organisatie.", title="name")
    contact: Contact | None = Field(None, description="Hoe u de organisatie bereikt.", title="contact")
    bron: tuple[Bron, ...] = Field((), description="Waar dit is gevonden.", title="source")
