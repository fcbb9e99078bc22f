"""A municipality, with its coach, how a practice refers there, and help with costs (``content/municipalities/``)."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.access import JaNeeOnbekend
from generator.model.schema.base import (
    Adres,
    CbsCode,
    Datum,
    Id,
    Model,
    Regel,
    Zin,
    one_of,
)
from generator.model.schema.evidence import Bron, Gecontroleerd
from generator.model.schema.notation import UNKNOWN, WithoutDoubles
from generator.model.schema.photo import Foto
from generator.model.schema.values import AndereHulpSoort, JaNee, Provincie, Regio
from generator.model.schema.when import Dagen


class Welzijnscoach(Model):
    """How to reach the coach of a municipality: a function, and a name only with a dated consent."""

    functie: Regel = Field(description="De functie.", examples=["Welzijnscoach"], title="function, role")
    naam: Regel | None = Field(None, description="Alleen met toestemming.", title="name")
    toestemming: Datum | None = Field(
        None, description="De dag waarop iemand toestemming gaf voor de naam en de foto.", title="consent (date)"
    )
    foto: Foto | None = Field(
        None, description="Een foto van de welzijnscoach. Alleen met toestemming.", title="photograph"
    )
    organisatie: Regel | None = Field(
        None,
        description="Waar de welzijnscoach werkt.",
        examples=["Welzijn MensenWerk"],
        title="organisation",
    )
    telefoon: Regel | None = Field(None, description="Het nummer van de organisatie.", title="telephone")
    email: Regel | None = Field(None, description="Het mailadres van de organisatie.", title="mail address")
    zelf_bellen: JaNeeOnbekend = Field(
        JaNee.ONBEKEND,
        description="Mag een inwoner de welzijnscoach zelf bellen met een vraag? Of alleen via de huisarts?",
        title="may a resident phone",
    )
    werkdagen: Dagen | None = Field(None, description="De werkdagen.", title="working days")
    gecontroleerd: Gecontroleerd | None = Field(None, description="Alleen invullen na navragen.", title="checked")


class AndereHulp(Model):
    """Where a resident gets help that is no activity, or an answer: one number of the municipality, or of who works for it."""

    wat: Annotated[AndereHulpSoort, one_of(AndereHulpSoort)] = Field(
        description="Wat voor hulp het is.", title="kind of help"
    )
    naam: Regel = Field(description="Hoe het daar heet.", examples=["Gemeente Meppel"], title="name")
    telefoon: Regel | None = Field(None, description="Het algemene nummer.", examples=["14 0522"], title="telephone")
    website: Adres | None = Field(None, description="Webadres, begint met https://.", title="website")
    voor_wie: Zin | None = Field(None, description="Voor wie het is, in een zin.", title="for whom")
    bron: Annotated[tuple[Bron, ...], Field(max_length=10)] = Field(
        (), description="Waar dit is gevonden.", title="source"
    )
    gecontroleerd: Gecontroleerd | None = Field(None, description="Alleen invullen na navragen.", title="checked")


class Verwijzen(Model):
    """How a practice in this municipality refers, and what a patient wants to know of it."""

    hoe: Regel = Field(UNKNOWN, description="Hoe een praktijk verwijst.", examples=["VIP Live"], title="how")
    toelichting: Zin | None = Field(None, description="Wat een praktijk nog moet weten.", title="explanation")
    gaat_mee: JaNeeOnbekend = Field(
        JaNee.ONBEKEND,
        description="Of de welzijnscoach of een vrijwilliger de eerste keer meegaat.",
        title="whether somebody goes along the first time",
    )
    belt_voor_u: JaNeeOnbekend = Field(
        JaNee.ONBEKEND,
        description="Of de welzijnscoach voor u belt.",
        title="whether the coach calls for the patient",
    )
    belt_binnen: Regel = Field(
        UNKNOWN, description="Hoe snel de welzijnscoach belt.", examples=["een week"], title="how soon the coach calls"
    )
    gesprekken: Regel = Field(
        UNKNOWN, description="Hoeveel gesprekken er zijn.", examples=["drie of vier"], title="how many talks"
    )
    kosten_coach: Regel = Field(
        UNKNOWN,
        description="Wat de hulp van de welzijnscoach kost.",
        examples=["niets"],
        title="what the coach's help costs",
    )
    bewaart: Regel = Field(UNKNOWN, description="Wat er wordt bewaard.", title="what is kept about a patient")
    terugkoppeling: Regel = Field(
        UNKNOWN, description="Wat de praktijk terugkrijgt en wanneer.", title="feedback to the practice"
    )


def open_questions(referral: Verwijzen) -> tuple[tuple[str, str], ...]:
    """Return the facts that nobody knows yet: the field, and the question as part of a sentence."""
    asked = ((name, str(field.description).rstrip(".")) for name, field in Verwijzen.model_fields.items())
    return tuple(
        (name, question[0].lower() + question[1:]) for name, question in asked if getattr(referral, name) == UNKNOWN
    )


class Regeling(Model):
    """Help with costs."""

    naam: Regel = Field(description="De naam van de regeling.", title="name")
    tekst: Zin = Field(description="Wat het is, zonder bedrag dat niet is nagevraagd.", title="text")
    url: Adres | None = Field(None, description="Waar meer staat.", title="web address")
    gecontroleerd: Gecontroleerd | None = Field(None, description="Alleen invullen na navragen.", title="checked")


class Vervoer(Model):
    """How people get somewhere who have no car or cannot walk far: a bus of volunteers, a taxi with a pass."""

    naam: Regel = Field(description="Hoe het heet.", examples=["Wensbus"], title="name")
    tekst: Zin = Field(description="Voor wie het is en hoe het werkt.", title="text")
    telefoon: Regel | None = Field(None, description="Het algemene nummer.", title="telephone")
    website: Adres | None = Field(None, description="Webadres, begint met https://.", title="website")
    bron: Annotated[tuple[Bron, ...], Field(max_length=10)] = Field(
        (), description="Waar dit is gevonden.", title="source"
    )
    gecontroleerd: Gecontroleerd | None = Field(None, description="Alleen invullen na navragen.", title="checked")


class Municipality(Model):
    """A municipality (``content/municipalities/``)."""

    naam: Regel = Field(description="De naam van de gemeente.", title="name")
    ook_bekend_als: Annotated[tuple[Regel, ...], WithoutDoubles()] = Field(
        (), description="Andere namen waarmee mensen de gemeente zoeken.", examples=["Den Bosch"], title="also known as"
    )
    vroeger: Annotated[tuple[Id, ...], Field(max_length=20), WithoutDoubles()] = Field(
        (),
        description="Namen van gemeenten die hierin opgingen, of die deze gemeente eerder op de site had: hun adressen leiden hierheen.",
        examples=["oude-gemeente"],
        title="earlier ids (redirects)",
    )
    cbs_code: CbsCode = Field(
        description="De code van het CBS: GM en vier cijfers.",
        examples=["GM0119"],
        title="code of Statistics Netherlands",
    )
    provincie: Annotated[Provincie, one_of(Provincie, by_label=True)] = Field(
        description="De provincie.", title="province"
    )
    schoolvakantie_regio: Annotated[Regio, one_of(Regio)] = Field(
        description="De regio van de schoolvakanties: noord, midden of zuid.", title="region of the school holidays"
    )
    wijken: Annotated[tuple[Regel, ...], WithoutDoubles()] = Field(
        (), description="De wijken en dorpen.", title="neighbourhoods"
    )
    welzijnscoaches: tuple[Welzijnscoach, ...] = Field(
        (), description="De welzijnscoaches.", title="coaches of a municipality"
    )
    verwijzen: Verwijzen | None = Field(None, description="Hoe een praktijk hier verwijst.", title="referring")
    andere_hulp: tuple[AndereHulp, ...] = Field(
        (), description="Waar inwoners andere hulp of een antwoord krijgen.", title="other help"
    )
    vervoer: tuple[Vervoer, ...] = Field(
        (), description="Hoe mensen er komen die hulp nodig hebben.", title="transport"
    )
    regelingen: tuple[Regeling, ...] = Field((), description="Hulp met kosten.", title="schemes that help with costs")
    bron: Annotated[tuple[Bron, ...], Field(max_length=10)] = Field(
        (), description="Waar is gevonden wat hier over de gemeente staat.", title="source"
    )
