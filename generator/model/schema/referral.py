"""The referral in words: for a patient (``content/referral.yml``) and for who refers (``content/referrers.yml``)."""

from typing import Annotated

from pydantic import AfterValidator, Field

from generator.model.schema.base import (
    Adres,
    Bloktekst,
    Blokzin,
    DatumOfOnbekend,
    Gesprek,
    Ja,
    Kop,
    Kort,
    Model,
    Pictogram,
    Regel,
    Zin,
    one_of,
)
from generator.model.schema.municipality import AndereHulp
from generator.model.schema.notation import UNKNOWN, WithoutDoubles, wrong
from generator.model.schema.safety import Nummer
from generator.model.schema.values import AndereHulpSoort

WAY = "{weg}"  # where a municipality's own way to refer comes


class Uitleg(Model):
    """A heading with a few sentences."""

    kop: Kop = Field(description="De kop.", examples=["Herkent u dit?"], title="heading")
    tekst: Bloktekst = Field(description="Een paar korte zinnen.", title="text")


class Stap(Model):
    """One step of the referral, in a few words for the picture and in a sentence."""

    kort: Kort = Field(
        description="De stap in een paar woorden, voor het plaatje.", examples=["Samen kiezen"], title="in short"
    )
    tekst: Blokzin = Field(description="De stap in een zin.", title="text")
    pictogram: Pictogram = Field(
        description="De naam van een pictogram van Material.", examples=["stethoscope"], title="pictogram"
    )


class Referral(Model):
    """What a patient reads: the page, the flyer, the poster and the small card are all made of this.

    ``nagelezen_op`` stays unknown until the welfare organisation has read it.
    """

    nagelezen_op: DatumOfOnbekend = Field(
        UNKNOWN,
        description="De dag waarop de welzijnsorganisatie de tekst heeft nagelezen.",
        title="day on which the welfare organisation read the text",
    )
    titel: Kop = Field(description="Hoe het heet.", examples=["Welzijn op Recept"], title="title")
    samenvatting: Kop = Field(description="In een zin wat het is.", title="summary")
    inleiding: Zin = Field(description="De eerste regel onder de titel.", title="first line under the title")
    herkennen: Uitleg = Field(description="Blok 1: voor wie dit is.", title="for whom it is (block)")
    wat: Uitleg = Field(description="Blok 2: wat het is.", title="what it is (block)")
    coach: Uitleg = Field(description="Blok 3: wat de welzijnscoach doet.", title="what the coach does (block)")
    verloop: Kop = Field(description="Blok 4: de kop boven de stappen.", title="heading above the steps")
    stappen: Annotated[tuple[Stap, ...], Field(min_length=3, max_length=7)] = Field(
        description="De stappen, op volgorde.", title="steps"
    )
    kosten: Uitleg = Field(description="Blok 5: wat het kost.", title="costs")
    vrijwillig: Uitleg = Field(description="Blok 6: of het moet.", title="whether one must (block)")
    weten: Uitleg = Field(description="Blok 7: wie ervan weet.", title="who knows of it (block)")
    beginnen: Uitleg = Field(description="Blok 8: hoe iemand begint.", title="how to begin (block)")
    medicijnen: Blokzin | None = Field(
        None, description="Wat iemand met zijn medicijnen doet.", title="what to do with one's medicines"
    )
    niet_wachten: Uitleg | None = Field(
        None, description="Waar iemand heen gaat als het niet kan wachten.", title="where to turn when it cannot wait"
    )


class Advies(Model):
    """Where an answer leads."""

    kop: Regel = Field(description="Het advies in een paar woorden.", title="heading")
    tekst: Zin = Field(description="Wat iemand dan doet.", title="text")
    past: Ja | None = Field(
        None,
        description="ja als Welzijn op Recept dan past.",
        title="complaints that fit; of an advice: whether it fits",
    )
    nummers: Ja | None = Field(
        None, description="ja als de nummers uit safety.yml erbij horen.", title="numbers to call"
    )
    bellen: Annotated[tuple[Nummer, ...], Field(max_length=5)] = Field(
        (),
        description="Wie een verwijzer dan belt; een nummer dat niet openbaar is, is onbekend.",
        title="whom a referrer calls",
    )
    hulp: Annotated[
        tuple[Annotated[AndereHulpSoort, one_of(AndereHulpSoort)], ...],
        Field(max_length=7),
        WithoutDoubles(),
    ] = Field(
        (), description="Welke andere hulp dan past; de nummers staan bij de gemeente.", title="other help that fits"
    )


class Keuze(Model):
    """A question that is answered with yes or no. An answer without advice leads to the next question."""

    vraag: Zin = Field(description="De vraag.", title="question")
    ja: Advies | None = Field(None, description="Het advies bij ja.", title="advice after yes")
    nee: Advies | None = Field(None, description="Het advies bij nee.", title="advice after no")


class Les(Model):
    """What others learned."""

    kop: Regel = Field(description="De les in een zin.", title="heading")
    tekst: Zin = Field(description="Wat het betekent.", title="text")


class Herkomst(Model):
    """Where a text for professionals comes from."""

    naam: Regel = Field(description="Wie het schreef, en wanneer.", title="name")
    url: Adres | None = Field(None, description="Het webadres.", title="web address")


class Woord(Model):
    """A term, with the one meaning that it has on this site."""

    woord: Regel = Field(description="De term.", examples=["Welzijnscoach"], title="term")
    betekenis: Zin = Field(description="Wat het hier betekent.", title="meaning of a term")
    niet: Annotated[tuple[Regel, ...], WithoutDoubles()] = Field(
        (), description="Andere woorden ervoor, die hier niet worden gebruikt.", title="words not to use for a term"
    )


def _ends(choices: tuple[Keuze, ...]) -> tuple[Keuze, ...]:
    """Refuse questions that lead nowhere: each has an advice, and the last has two."""
    for index, choice in enumerate(choices):
        last = index == len(choices) - 1
        if not (choice.ja or choice.nee) or (last and not (choice.ja and choice.nee)):
            raise wrong("keuzehulp", gegeven=choice.vraag)
    return choices


class Referrers(Model):
    """What a practice reads. ``vastgesteld_op`` stays unknown until the GPs' own group has agreed to the text."""

    inleiding: Zin = Field(description="De eerste regel onder de titel.", title="first line under the title")
    past: Annotated[tuple[Zin, ...], Field(min_length=1, max_length=8)] = Field(
        description="Bij welke klachten het past.", title="complaints that fit; of an advice: whether it fits"
    )
    keuzehulp: Annotated[tuple[Keuze, ...], Field(min_length=1, max_length=10), AfterValidator(_ends)] = Field(
        description="De vragen, op volgorde.", title="decision aid"
    )
    vastgesteld_op: DatumOfOnbekend = Field(
        UNKNOWN,
        description="De dag waarop de huisartsengroep de tekst heeft vastgesteld.",
        title="day on which the GPs' group agreed",
    )
    vastgesteld_door: Regel | None = Field(
        None,
        description="Wie de tekst heeft vastgesteld: een functie of een groep.",
        examples=["de huisartsengroep Meppel"],
        title="who agreed: a function or a group",
    )
    landelijke_hulp: Annotated[tuple[AndereHulp, ...], Field(max_length=5)] = Field(
        (), description="Andere hulp die in het hele land hetzelfde is.", title="other help, the same everywhere"
    )
    helft: Zin = Field(description="Hoe vaak Welzijn op Recept past.", title="how often the referral fits")
    stappen: Annotated[tuple[Zin, ...], Field(min_length=3, max_length=3)] = Field(
        description='De drie stappen; "{weg}" wordt de weg van de gemeente.', title="steps"
    )
    daarna: Zin = Field(
        description="Wat de patient krijgt, en wat de praktijk terugkrijgt.", title="what comes after the referral"
    )
    zeggen: Gesprek = Field(
        description="Wat een huisarts in dertig seconden kan zeggen.", title="what a GP can say in thirty seconds"
    )
    lessen: Annotated[tuple[Les, ...], Field(max_length=8)] = Field(
        (), description="Lessen van anderen.", title="lessons"
    )
    lessen_van: Zin = Field(description="Wie dit leerde, en hoe groot dat was.", title="who learned them")
    effect: Zin = Field(description="Wat er bekend is over het effect.", title="what is known of the effect")
    bronnen: Annotated[tuple[Herkomst, ...], Field(max_length=10)] = Field(
        (), description="Waar dit vandaan komt.", title="sources"
    )
    woorden: Annotated[tuple[Woord, ...], Field(max_length=40)] = Field(
        (), description="De woordenlijst.", title="words people type"
    )
