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

    naam: Blokzin = Field(description="De naam van het thema.")
    volgorde: Volgorde = Field(description="De plaats in de rij, 1 tot en met 5.")
    kort: Blokzin = Field(description="In een paar woorden wat u doet.")
    tekst: Tekst = Field(description="Waarom het u goed doet.")
    kleur: Annotated[Kleur, one_of(Kleur)] = Field(description="De kleur van het thema.")
    pictogram: Pictogram = Field(description="De naam van een pictogram van Material.", examples=["pine-tree"])
    voorbeelden: tuple[Regel, ...] = Field((), description="Een paar voorbeelden.")


class Welzijnscoach(Model):
    """How to reach the coach of a municipality: a function, and a name only with a dated consent."""

    functie: Regel = Field(description="De functie.", examples=["Welzijnscoach"])
    naam: Regel | None = Field(None, description="Alleen met toestemming.")
    toestemming: Datum | None = Field(None, description="De dag waarop iemand toestemming gaf voor de naam.")
    telefoon: Regel | None = Field(None, description="Het nummer van de organisatie.")
    email: Regel | None = Field(None, description="Het mailadres van de organisatie.")
    werkdagen: Dagen | None = Field(None, description="De werkdagen.")
    gecontroleerd: Gecontroleerd | None = Field(None, description="Alleen invullen na navragen.")


class Verwijzen(Model):
    """How a practice in this municipality refers, and what a patient wants to know of it."""

    hoe: Regel = Field(UNKNOWN, description="Hoe een praktijk verwijst.", examples=["VIP Live"])
    toelichting: Zin | None = Field(None, description="Wat een praktijk nog moet weten.")
    belt_binnen: Regel = Field(UNKNOWN, description="Hoe snel de welzijnscoach belt.", examples=["een week"])
    gesprekken: Regel = Field(UNKNOWN, description="Hoeveel gesprekken er zijn.", examples=["drie of vier"])
    kosten_coach: Regel = Field(UNKNOWN, description="Wat de hulp van de welzijnscoach kost.", examples=["niets"])
    bewaart: Regel = Field(UNKNOWN, description="Wat er wordt bewaard.")
    terugkoppeling: Regel = Field(UNKNOWN, description="Wat de praktijk terugkrijgt en wanneer.")


def open_questions(referral: Verwijzen) -> tuple[tuple[str, str], ...]:
    """Return the facts that nobody knows yet: the field, and the question as part of a sentence."""
    asked = ((name, str(field.description).rstrip(".")) for name, field in Verwijzen.model_fields.items())
    return tuple(
        (name, question[0].lower() + question[1:]) for name, question in asked if getattr(referral, name) == UNKNOWN
    )


class Regeling(Model):
    """Help with costs."""

    naam: Regel = Field(description="De naam van de regeling.")
    tekst: Zin = Field(description="Wat het is, zonder bedrag dat niet is nagevraagd.")
    url: Adres | None = Field(None, description="Waar meer staat.")
    gecontroleerd: Gecontroleerd | None = Field(None, description="Alleen invullen na navragen.")


class Municipality(Model):
    """A municipality (``content/municipalities/``)."""

    naam: Regel = Field(description="De naam van de gemeente.")
    ook_bekend_als: Annotated[tuple[Regel, ...], WithoutDoubles()] = Field(
        (), description="Andere namen waarmee mensen de gemeente zoeken.", examples=["Den Bosch"]
    )
    cbs_code: CbsCode = Field(description="De code van het CBS: GM en vier cijfers.", examples=["GM0119"])
    provincie: Annotated[Provincie, one_of(Provincie, by_label=True)] = Field(description="De provincie.")
    schoolvakantie_regio: Annotated[Regio, one_of(Regio)] = Field(
        description="De regio van de schoolvakanties: noord, midden of zuid."
    )
    wijken: Annotated[tuple[Regel, ...], WithoutDoubles()] = Field((), description="De wijken en dorpen.")
    welzijnscoaches: tuple[Welzijnscoach, ...] = Field((), description="De welzijnscoaches.")
    verwijzen: Verwijzen | None = Field(None, description="Hoe een praktijk hier verwijst.")
    regelingen: tuple[Regeling, ...] = Field((), description="Hulp met kosten.")


class Organisation(Model):
    """Who organises (``content/organisations/``)."""

    naam: Regel = Field(description="De naam van de organisatie.")
    contact: Contact | None = Field(None, description="Hoe u de organisatie bereikt.")
    bron: tuple[Bron, ...] = Field((), description="Waar dit is gevonden.")


class Punt(Model):
    """A place on the map, in degrees (WGS 84)."""

    lat: Breedte = Field(description="Breedtegraad.")
    lon: Lengte = Field(description="Lengtegraad.")


class Location(Model):
    """A place where things happen (``content/locations/``)."""

    naam: Regel = Field(description="De naam van de plek.")
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
    ] = Field(description="De woonplaats.")
    gemeente: Id = Field(description="De gemeente.")
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
    ] = Field(None, description="Straat en huisnummer.")
    postcode: Annotated[
        Postcode | None, Asked("Wat is de postcode?", "7941 AB", Step.WHERE, how=How.NEW_PLACE, late=1)
    ] = Field(None, description="De postcode.", examples=["7941 AB"])
    wijk: Regel | None = Field(None, description="De wijk of het dorp.")
    punt: Punt | None = Field(None, description="De plek op de kaart.")
    toegankelijkheid: Toegankelijkheid | None = Field(None, description="Hoe toegankelijk de plek is.")
    vervoer: Zin | None = Field(None, description="Hoe u er komt.")


class Practice(Model):
    """A GP practice (``content/practices/GEMEENTE/``)."""

    naam: Regel = Field(description="De naam van de praktijk.")
    gemeente: Id = Field(description="De gemeente.")
    website: Adres | None = Field(None, description="Het webadres van de praktijk.")
    welzijnscoach: Welzijnscoach | None = Field(None, description="De eigen welzijnscoach.")
    aanwezig: (
        Annotated[
            tuple[Annotated[Dag, one_of(Dag)], ...],
            Field(min_length=1),
            WithoutDoubles(),
        ]
        | None
    ) = Field(None, description="De dagen waarop de coach in de praktijk is.")


class Settings(Model):
    """The site itself (``content/site.yml``)."""

    naam: Regel = Field(description="De naam van de site.")
    omschrijving: Zin = Field(description="In een zin wat deze site is.")
    uitgever: Regel = Field(UNKNOWN, description="Wie deze site uitgeeft, of onbekend.")
    mail: Regel = Field(UNKNOWN, description="Het mailadres voor meldingen, of onbekend.")
    repository: Adres = Field(UNKNOWN, description="Het adres van de repository, of onbekend.")
    forge: Annotated[Forge, one_of(Forge)] = Field(
        Forge.GITHUB, description="Waar de repository staat: github, forgejo of gitlab."
    )
    adres: Adres = Field(UNKNOWN, description="Het adres van de site, of onbekend.")
