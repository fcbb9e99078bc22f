"""An activity: what there is to do, when, where, for how much, and what is known of the first time."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag

from generator.model.schema.base import DatumOfOnbekend, Euro, Id, Leeftijd, Model, Regel, Tekst, Zin, one_of
from generator.model.schema.notation import FAULT, UNKNOWN, WithoutDoubles, plain, wrong
from generator.model.schema.shared import Bron, Contact, Gecontroleerd, JaNeeOnbekend, Toegankelijkheid
from generator.model.schema.values import Aanmelden, Doelgroep, JaNee, Per, Status
from generator.model.schema.when import Wanneer, word_or_list

ONLINE = "online"
GRATIS = "gratis"


class Prijs(Model):
    """One price, and what it buys."""

    bedrag_euro: Euro = Field(description="Het bedrag in euro.", examples=["2.50"])
    per: Annotated[Per, one_of(Per)] = Field(Per.KEER, description="Waarvoor u betaalt.")
    voor: Regel | None = Field(None, description="Voor wie deze prijs is.", examples=["leden"])
    toelichting: Zin | None = Field(None, description="Wat u nog moet weten.", examples=["Liefst contant."])


def _cost_word(value: Any) -> str:
    if value not in (GRATIS, UNKNOWN):
        raise wrong("kosten_woord", gegeven=str(value))
    return str(value)


Kosten: TypeAlias = Annotated[
    Annotated[
        Literal["gratis", "onbekend"],
        plain(_cost_word, {"enum": [GRATIS, UNKNOWN], FAULT: "kosten_woord"}),
        Tag("<woord>"),
    ]
    | Annotated[tuple[Prijs, ...], Field(min_length=1, max_length=10), Tag("<lijst>")],
    Discriminator(word_or_list),
]


class EersteKeer(Model):
    """What makes a first visit easier."""

    wie_ontvangt: Regel | None = Field(None, description="Wie u ontvangt: een functie, geen naam.")
    iemand_gaat_mee: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Kan er iemand met u meegaan?")
    alleen_komen: JaNeeOnbekend = Field(JaNee.ONBEKEND, description="Kunt u goed alleen komen?")
    groepsgrootte: Regel | None = Field(None, description="Hoe groot de groep is.", examples=["ongeveer 10 mensen"])
    nederlands: Regel | None = Field(None, description="Hoeveel Nederlands u moet spreken.")


class Pauze(Model):
    """Not held for a while."""

    status: Literal["pauze"]
    tot: DatumOfOnbekend = Field(UNKNOWN, description="Tot wanneer.")
    reden: Zin | None = Field(None, description="Waarom, in een zin.")


class Gestopt(Model):
    """Ended; the page stays and says what else there is."""

    status: Literal["gestopt"]
    sinds: DatumOfOnbekend = Field(UNKNOWN, description="Sinds wanneer.")
    in_plaats_daarvan: tuple[Id, ...] = Field((), description="Andere activiteiten, met gemeente: meppel/ander-koor.")


def _running(value: Any) -> str | None:
    if isinstance(value, str):
        return "<woord>"
    if isinstance(value, Model):
        return f"<{type(value).__name__}>"
    if not isinstance(value, dict) or value.get("status") not in tuple(Status):
        return None
    return "<Pauze>" if value["status"] == Status.PAUZE else "<Gestopt>"


def _runs(value: Any) -> str:
    if value != "ja":
        raise wrong("loopt_vorm")
    return "ja"


Loopt: TypeAlias = Annotated[
    Annotated[Literal["ja"], plain(_runs, {"const": "ja", FAULT: "loopt_vorm"}), Tag("<woord>")]
    | Annotated[Pauze, Tag("<Pauze>")]
    | Annotated[Gestopt, Tag("<Gestopt>")],
    Discriminator(_running, custom_error_type="loopt_vorm", custom_error_message="loopt_vorm"),
    Field(json_schema_extra={FAULT: "loopt_vorm"}),
]


class Foto(Model):
    """A photograph in ``content/photos/``, with who made it and what may be done with it."""

    bestand: Regel = Field(description="De naam van het bestand in content/photos/.")
    alt: Zin = Field(description="Wat er op de foto te zien is.")
    maker: Regel = Field(description="Wie de foto maakte.")
    licentie: Regel = Field(description="Onder welke licentie.", examples=["CC BY 4.0"])


class Activity(Model):
    """Something to do (``content/activities/GEMEENTE/NAAM.yml``)."""

    titel: Regel = Field(description="Wat u doet, met wie of waar.", examples=["Samen wandelen"])
    samenvatting: Zin = Field(description="Een of twee korte zinnen: wat doet u er?")
    beschrijving: Tekst | None = Field(None, description="Meer uitleg; een lege regel begint een nieuwe alinea.")
    domeinen: Annotated[tuple[Id, ...], Field(min_length=1, max_length=2), WithoutDoubles()] = Field(
        description="Een of twee thema's; het eerste is het belangrijkste."
    )
    soorten: Annotated[tuple[Id, ...], Field(min_length=1, max_length=5), WithoutDoubles()] | None = Field(
        None, description="Wat voor soort activiteit het is."
    )
    gemeente: Id = Field(description="De gemeente.", examples=["meppel"])
    organisatie: Id = Field(description="De organisatie.", examples=["meppeler-mannenkoor"])
    locatie: Id = Field(description="De plek; of onbekend, of online.", examples=["kruiskerk"])
    wanneer: Wanneer = Field(description="Wanneer het is, of onbekend.")
    kosten: Kosten = Field(description="gratis, onbekend, of een lijst van prijzen.")
    aanmelden: Annotated[Aanmelden, one_of(Aanmelden)] = Field(description="Moet een bezoeker zich aanmelden?")
    aanmelden_hoe: Zin | None = Field(None, description="Hoe een bezoeker zich aanmeldt.")
    voor_wie: Zin | None = Field(None, description="Voor wie het is, in een zin.")
    doelgroepen: (
        Annotated[
            tuple[Annotated[Doelgroep, one_of(Doelgroep)], ...],
            Field(min_length=1, max_length=6),
            WithoutDoubles(),
        ]
        | None
    ) = Field(None, description="Voor wie het vooral is, uit de lijst.")
    leeftijd_vanaf: Leeftijd | None = Field(None, description="Vanaf welke leeftijd, in jaren.")
    leeftijd_tot: Leeftijd | None = Field(None, description="Tot en met welke leeftijd, in jaren.")
    contact: Contact | None = Field(None, description="Als het anders is dan bij de organisatie.")
    toegankelijkheid: Toegankelijkheid | None = Field(None, description="Als het anders is dan bij de locatie.")
    eerste_keer: EersteKeer | None = Field(None, description="Wat helpt bij de eerste keer.")
    talen: Annotated[tuple[Regel, ...], Field(min_length=1, max_length=8)] | None = Field(
        None, description="Talen die u er hoort, naast Nederlands."
    )
    zoekwoorden: Annotated[tuple[Regel, ...], Field(max_length=30)] = Field(
        (), description="Woorden waarop mensen zoeken en die niet in de tekst staan."
    )
    foto: Foto | None = Field(None, description="Een foto.")
    vroeger_adres: Annotated[tuple[Id, ...], Field(max_length=5), WithoutDoubles()] = Field(
        (),
        description="Adressen die deze activiteit eerder had, het oudste eerst: wie daar komt, komt hier.",
        examples=["meppel/samen-zingen"],
    )
    loopt: Loopt = Field("ja", description="ja; of pauze of gestopt.")
    gecontroleerd: Gecontroleerd | None = Field(None, description="Alleen invullen als iemand het heeft nagevraagd.")
    bron: Annotated[tuple[Bron, ...], Field(min_length=1, max_length=10)] = Field(description="Waar dit is gevonden.")
