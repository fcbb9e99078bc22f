"""Everything that is not an activity: themes, municipalities, organisations, locations, practices and the settings."""

from typing import Annotated

from pydantic import Field

from generator.model.schema.asked import Asked, How, Step
from generator.model.schema.base import (
    Adres,
    Blokzin,
    Breedte,
    CbsCode,
    Datum,
    Id,
    Lengte,
    Model,
    Pictogram,
    Postcode,
    Regel,
    Tekst,
    Volgorde,
    Zin,
    one_of,
)
from generator.model.schema.notation import UNKNOWN, WithoutDoubles
from generator.model.schema.shared import Bron, Contact, Gecontroleerd, Toegankelijkheid
from generator.model.schema.values import Dag, Forge, Kleur, Provincie, Regio
from generator.model.schema.when import Dagen


class Domain(Model):
    """One of the five themes (``content/domains/``)."""

    naam: Blokzin = Field(description="De naam van het thema.", title="name")
    volgorde: Volgorde = Field(description="De plaats in de rij, 1 tot en met 5.", title="order")
    kort: Blokzin = Field(description="In een paar woorden wat u doet.", title="in short")
    tekst: Tekst = Field(description="Waarom het u goed doet.", title="text")
    kleur: Annotated[Kleur, one_of(Kleur)] = Field(description="De kleur van het thema.", title="colour")
    pictogram: Pictogram = Field(
        description="De naam van een pictogram van Material.", examples=["pine-tree"], title="pictogram"
    )
    voorbeelden: tuple[Regel, ...] = Field((), description="Een paar voorbeelden.", title="examples")


class Welzijnscoach(Model):
    """How to reach the coach of a municipality: a function, and a name only with a dated consent."""

    functie: Regel = Field(description="De functie.", examples=["Welzijnscoach"], title="function, role")
    naam: Regel | None = Field(None, description="Alleen met toestemming.", title="name")
    toestemming: Datum | None = Field(
        None, description="De dag waarop iemand toestemming gaf voor de naam.", title="consent (date)"
    )
    telefoon: Regel | None = Field(None, description="Het nummer van de organisatie.", title="telephone")
    email: Regel | None = Field(None, description="Het mailadres van de organisatie.", title="mail address")
    werkdagen: Dagen | None = Field(None, description="De werkdagen.", title="working days")
    gecontroleerd: Gecontroleerd | None = Field(None, description="Alleen invullen na navragen.", title="checked")


class Verwijzen(Model):
    """How a practice in this municipality refers, and what a patient wants to know of it."""

    hoe: Regel = Field(UNKNOWN, description="Hoe een praktijk verwijst.", examples=["VIP Live"], title="how")
    toelichting: Zin | None = Field(None, description="Wat een praktijk nog moet weten.", title="explanation")
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


class Municipality(Model):
    """A municipality (``content/municipalities/``)."""

    naam: Regel = Field(description="De naam van de gemeente.", title="name")
    ook_bekend_als: Annotated[tuple[Regel, ...], WithoutDoubles()] = Field(
        (), description="Andere namen waarmee mensen de gemeente zoeken.", examples=["Den Bosch"], title="also known as"
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
    regelingen: tuple[Regeling, ...] = Field((), description="Hulp met kosten.", title="schemes that help with costs")


class Organisation(Model):
    """Who organises (``content/organisations/``)."""

    naam: Regel = Field(description="De naam van de organisatie.", title="name")
    contact: Contact | None = Field(None, description="Hoe u de organisatie bereikt.", title="contact")
    bron: tuple[Bron, ...] = Field((), description="Waar dit is gevonden.", title="source")


class Punt(Model):
    """A place on the map, in degrees (WGS 84)."""

    lat: Breedte = Field(description="Breedtegraad.", title="latitude")
    lon: Lengte = Field(description="Lengtegraad.", title="longitude")


class Location(Model):
    """A place where things happen (``content/locations/``)."""

    naam: Regel = Field(description="De naam van de plek.", title="name")
    plaats: Annotated[
        Regel,
        Asked(
            "In welke plaats of welk dorp is dat?",
            "Nijeveen",
            Step.WHERE,
            also=("woonplaats", "dorp of stad"),
            how=How.NEW_PLACE,
            late=2,
        ),
    ] = Field(description="De woonplaats.", title="town")
    gemeente: Id = Field(description="De gemeente.", title="municipality")
    adres: Annotated[
        Regel | None,
        Asked(
            "Wat is het adres van die plek?",
            "Kerkstraat 1",
            Step.WHERE,
            also=("straat", "straat en huisnummer"),
            how=How.NEW_PLACE,
            late=1,
        ),
    ] = Field(None, description="Straat en huisnummer.", title="street and number; of the site: its URL")
    postcode: Annotated[
        Postcode | None, Asked("Wat is de postcode?", "7941 AB", Step.WHERE, how=How.NEW_PLACE, late=1)
    ] = Field(None, description="De postcode.", examples=["7941 AB"], title="postal code")
    wijk: Regel | None = Field(None, description="De wijk of het dorp.", title="neighbourhood")
    punt: Punt | None = Field(None, description="De plek op de kaart.", title="point on the map")
    toegankelijkheid: Toegankelijkheid | None = Field(
        None, description="Hoe toegankelijk de plek is.", title="accessibility"
    )
    vervoer: Zin | None = Field(None, description="Hoe u er komt.", title="transport")


class Practice(Model):
    """A GP practice (``content/practices/GEMEENTE/``)."""

    naam: Regel = Field(description="De naam van de praktijk.", title="name")
    gemeente: Id = Field(description="De gemeente.", title="municipality")
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


class Settings(Model):
    """The site itself (``content/site.yml``)."""

    naam: Regel = Field(description="De naam van de site.", title="name")
    omschrijving: Zin = Field(description="In een zin wat deze site is.", title="description of the site")
    uitgever: Regel = Field(UNKNOWN, description="Wie deze site uitgeeft, of onbekend.", title="publisher")
    mail: Regel = Field(
        UNKNOWN, description="Het mailadres voor meldingen, of onbekend.", title="mail address of the site"
    )
    repository: Adres = Field(UNKNOWN, description="Het adres van de repository, of onbekend.", title="repository")
    forge: Annotated[Forge, one_of(Forge)] = Field(
        Forge.GITHUB, description="Waar de repository staat: github, forgejo of gitlab.", title="kind of code forge"
    )
    adres: Adres = Field(
        UNKNOWN, description="Het adres van de site, of onbekend.", title="street and number; of the site: its URL"
    )
