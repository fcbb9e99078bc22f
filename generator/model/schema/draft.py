"""A draft: what somebody found of an activity and nobody has asked yet (``content/drafts/``). Never on the site, always on the work-list."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.access import Toegankelijkheid
from generator.model.schema.activity import EersteKeer, Kosten
from generator.model.schema.base import Id, Model, Regel, Tekst, Zin, one_of
from generator.model.schema.contact import Contact
from generator.model.schema.evidence import Bron
from generator.model.schema.notation import UNKNOWN, WithoutDoubles
from generator.model.schema.values import Aanmelden
from generator.model.schema.when import Wanneer


class Draft(Model):
    """What is known of an activity before anybody asked: a title, a municipality and a source, and of the rest what there is.

    Its fields are those of an activity; who organises it and where it is are names, since there may be no file of them yet.
    """

    titel: Regel = Field(description="Wat u doet, met wie of waar.", title="title")
    samenvatting: Zin | None = Field(None, description="Een of twee korte zinnen.", title="summary")
    beschrijving: Tekst | None = Field(None, description="Meer uitleg.", title="description")
    domeinen: Annotated[tuple[Id, ...], Field(max_length=2), WithoutDoubles()] = Field(
        (), description="Een of twee thema's.", title="themes"
    )
    soorten: Annotated[tuple[Id, ...], Field(max_length=5), WithoutDoubles()] = Field(
        (), description="Wat voor soort activiteit het is.", title="kinds"
    )
    gemeente: Id = Field(description="De gemeente; zij hoeft niet op de site te staan.", title="municipality")
    organisatie: Regel | None = Field(None, description="De naam van de organisatie.", title="organisation")
    locatie: Regel = Field(UNKNOWN, description="De naam van de plek; of onbekend of online.", title="location")
    adres: Regel | None = Field(None, description="De straat en het nummer.", title="street address")
    postcode: Regel | None = Field(None, description="De postcode.", title="postcode")
    plaats: Regel | None = Field(None, description="Het dorp of de stad.", title="town")
    wanneer: Wanneer = Field(UNKNOWN, description="Wanneer het is, of onbekend.", title="when")
    kosten: Kosten = Field(UNKNOWN, description="Wat het kost, of onbekend.", title="costs")
    aanmelden: Annotated[Aanmelden, one_of(Aanmelden)] = Field(
        Aanmelden.ONBEKEND, description="Moet een bezoeker zich aanmelden?", title="sign up (whether)"
    )
    aanmelden_hoe: Zin | None = Field(None, description="Hoe een bezoeker zich aanmeldt.", title="how to sign up")
    voor_wie: Zin | None = Field(None, description="Voor wie het is, in een zin.", title="for whom")
    contact: Contact | None = Field(None, description="Hoe u het kunt navragen.", title="contact")
    toegankelijkheid: Toegankelijkheid | None = Field(None, description="Wat bekend is.", title="accessibility")
    eerste_keer: EersteKeer | None = Field(None, description="Wat helpt bij de eerste keer.", title="first visit")
    notities: Annotated[tuple[Zin, ...], Field(max_length=10)] = Field(
        (), description="Wat wie het navraagt moet weten. Komt nooit op de site.", title="notes"
    )
    bron: Annotated[tuple[Bron, ...], Field(min_length=1, max_length=10)] = Field(
        description="Waar dit is gevonden.", title="source"
    )
