"""An activity: what there is to do, when, where, for how much, and what is known of the first time."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, Field, Tag

from generator.model.schema.access import JaNeeOnbekend, Toegankelijkheid
from generator.model.schema.asked import Asked, How, Step
from generator.model.schema.base import (
    Adres,
    Datum,
    DatumOfOnbekend,
    Euro,
    Id,
    Ja,
    Leeftijd,
    Model,
    Regel,
    Tekst,
    Zin,
    one_of,
)
from generator.model.schema.contact import Contact
from generator.model.schema.evidence import Bron, Gecontroleerd
from generator.model.schema.notation import FAULT, UNKNOWN, WithoutDoubles, read_by, wrong
from generator.model.schema.photo import Foto
from generator.model.schema.values import Aanmelden, Doelgroep, JaNee, Per, Status
from generator.model.schema.when import Wanneer

ONLINE = "online"
WISSELEND = "wisselend"
NO_LOCATION = frozenset({UNKNOWN, ONLINE, WISSELEND})  # what may stand for a location and is none
GRATIS = "gratis"


class Prijs(Model):
    """One price, and what it buys."""

    bedrag_euro: Euro = Field(description="Het bedrag in euro.", examples=["2.50"], title="amount in euros")
    per: Annotated[Per, one_of(Per)] = Field(
        Per.KEER, description="Waarvoor u betaalt.", title="per (what one price buys)"
    )
    voor: Regel | None = Field(
        None, description="Voor wie deze prijs is.", examples=["leden"], title="for (whom a price is)"
    )
    toelichting: Zin | None = Field(
        None, description="Wat u nog moet weten.", examples=["Liefst contant."], title="explanation"
    )


class GratisMaar(Model):
    """Free, with something that belongs to it: "U koopt wel twee drankjes"."""

    gratis: Ja = Field(description="Gratis: ja.", title="free")
    toelichting: Zin = Field(
        description="Wat u er zelf betaalt, of wat de voorwaarde is.",
        examples=["U koopt wel twee drankjes."],
        title="explanation",
    )


class Vrijwillig(Model):
    """A voluntary contribution: everybody gives what they can."""

    vrijwillig: Ja = Field(description="Een vrijwillige bijdrage: ja.", title="voluntary contribution")
    toelichting: Zin | None = Field(
        None, description="Wat u nog moet weten.", examples=["De meeste mensen geven € 2."], title="explanation"
    )


class KostenInWoorden(Model):
    """What it costs, as somebody wrote it: "€ 40", of which nobody knows what it buys, or "naar inkomen"."""

    tekst: Zin = Field(
        description="Wat het kost, zoals het er staat. Voor wat geen bedrag per keer, maand of jaar is.",
        examples=["€ 3 tot € 5, naar inkomen."],
        title="text",
    )


def _cost_word(value: Any) -> str:
    if value not in (GRATIS, UNKNOWN):
        raise wrong("kosten_woord", gegeven=str(value))
    return str(value)


def _cost_form(value: Any) -> str | None:
    if isinstance(value, Model):
        return f"<{type(value).__name__}>"
    if not isinstance(value, dict):
        return "<woord>" if isinstance(value, str) else "<lijst>"
    forms = {"gratis": "<GratisMaar>", "vrijwillig": "<Vrijwillig>", "tekst": "<KostenInWoorden>"}
    return next((form for name, form in forms.items() if name in value), None)


Kosten: TypeAlias = Annotated[
    Annotated[
        Literal["gratis", "onbekend"],
        read_by(_cost_word, {"enum": [GRATIS, UNKNOWN], FAULT: "kosten_woord"}),
        Tag("<woord>"),
    ]
    | Annotated[GratisMaar, Tag("<GratisMaar>")]
    | Annotated[Vrijwillig, Tag("<Vrijwillig>")]
    | Annotated[KostenInWoorden, Tag("<KostenInWoorden>")]
    | Annotated[tuple[Prijs, ...], Field(min_length=1, max_length=10), Tag("<lijst>")],
    Discriminator(_cost_form, custom_error_type="kosten_vorm", custom_error_message="kosten_vorm"),
    Field(json_schema_extra={FAULT: "kosten_vorm"}),
]


class EersteKeer(Model):
    """What makes a first visit easier."""

    ingang: Annotated[
        Regel | None,
        Asked(
            "Welke deur moet iemand hebben?", "de deur naast de kerk", Step.FIRST, also=("deur", "welke deur"), late=2
        ),
    ] = Field(None, description="Welke deur u neemt.", title="which door")
    wie_ontvangt: Annotated[
        Regel | None,
        Asked(
            "Wie ontvangt een nieuwe bezoeker?", "de gastvrouw", Step.FIRST, also=("wie ontvangt", "gastheer"), late=2
        ),
    ] = Field(None, description="Wie u ontvangt: een functie, geen naam.", title="who receives you")
    iemand_gaat_mee: Annotated[
        JaNeeOnbekend,
        Asked(
            "Kan er iemand met een nieuwe bezoeker meegaan?",
            "ja of nee",
            Step.FIRST,
            also=("iemand gaat mee", "kan er iemand mee"),
            late=1,
        ),
    ] = Field(JaNee.ONBEKEND, description="Kan er iemand met u meegaan?", title="somebody comes along")
    alleen_komen: Annotated[
        JaNeeOnbekend,
        Asked("Kan iemand goed alleen komen?", "ja of nee", Step.FIRST, also=("alleen komen", "kan ik alleen komen")),
    ] = Field(JaNee.ONBEKEND, description="Kunt u goed alleen komen?", title="can one come alone")
    groepsgrootte: Annotated[
        Regel | None,
        Asked(
            "Hoeveel mensen zijn er?",
            "ongeveer 10 mensen",
            Step.FIRST,
            also=("aantal mensen", "hoeveel mensen"),
            late=2,
        ),
    ] = Field(None, description="Hoe groot de groep is.", examples=["ongeveer 10 mensen"], title="size of the group")
    meenemen: Annotated[
        Regel | None,
        Asked("Wat neemt iemand mee?", "makkelijke schoenen", Step.FIRST, also=("wat meenemen", "meebrengen"), late=2),
    ] = Field(None, description="Wat u meeneemt.", title="what to bring")
    nederlands: Regel | None = Field(
        None, description="Hoeveel Nederlands u moet spreken.", title="how much Dutch is needed"
    )


class Pauze(Model):
    """Not held for a while."""

    status: Literal["pauze"] = Field(title="status")
    tot: DatumOfOnbekend = Field(UNKNOWN, description="Tot wanneer.", title="until")
    reden: Zin | None = Field(None, description="Waarom, in een zin.", title="reason")


class Gestopt(Model):
    """Ended; the page stays and says what else there is."""

    status: Literal["gestopt"] = Field(title="status")
    sinds: DatumOfOnbekend = Field(UNKNOWN, description="Sinds wanneer.", title="since")
    in_plaats_daarvan: tuple[Id, ...] = Field(
        (), description="Andere activiteiten, met gemeente: meppel/ander-koor.", title="instead"
    )


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
    Annotated[Literal["ja"], read_by(_runs, {"const": "ja", FAULT: "loopt_vorm"}), Tag("<woord>")]
    | Annotated[Pauze, Tag("<Pauze>")]
    | Annotated[Gestopt, Tag("<Gestopt>")],
    Discriminator(_running, custom_error_type="loopt_vorm", custom_error_message="loopt_vorm"),
    Field(json_schema_extra={FAULT: "loopt_vorm"}),
]


class Activity(Model):
    """Something to do (``content/activities/GEMEENTE/NAAM.yml``)."""

    titel: Annotated[
        Regel,
        Asked(
            "Wat kunnen mensen doen?",
            "Samen wandelen in Oosterboer",
            Step.WHAT,
            also=(
                "naam",
                "activiteit",
                "naam activiteit",
                "wat",
                "activiteiten",
                "naam van de activiteit",
                "activiteit naam",
                "wat doen we",
                "title",
                "activity",
                "aanbod",
            ),
            needed=True,
        ),
    ] = Field(description="Wat u doet, met wie of waar.", examples=["Samen wandelen"], title="title")
    samenvatting: Annotated[
        Zin,
        Asked(
            "Wat doet iemand er, in een of twee korte zinnen?",
            "U wandelt een uur met buren.",
            Step.WHAT,
            also=("omschrijving", "korte omschrijving", "beschrijving kort", "inhoud", "description", "summary"),
            more="Dit staat op de kaart. Hoogstens 300 letters.",
            how=How.SENTENCES,
            needed=True,
        ),
    ] = Field(description="Een of twee korte zinnen: wat doet u er?", title="summary")
    beschrijving: Annotated[
        Tekst | None,
        Asked(
            "Wat moet iemand nog meer weten?",
            "Er zijn twee routes: een korte en een lange.",
            Step.WHAT,
            also=("uitleg", "meer uitleg", "toelichting", "lange omschrijving"),
            more="Dit staat op de pagina van de activiteit. Het hoeft niet.",
            late=1,
        ),
    ] = Field(None, description="Meer uitleg; een lege regel begint een nieuwe alinea.", title="description")
    domeinen: Annotated[
        tuple[Id, ...],
        Field(min_length=1, max_length=2),
        WithoutDoubles(),
        Asked(
            "In welk thema past het?",
            "Bewegen en plezier",
            Step.WHAT,
            name="thema",
            also=("domein", "domeinen", "thema's", "categorie", "rubriek", "theme", "category"),
            more="Kies er een, of hoogstens twee. Het eerste is het belangrijkste.",
            how=How.THEMES,
            needed=True,
        ),
    ] = Field(description="Een of twee thema's; het eerste is het belangrijkste.", title="themes")
    soorten: Annotated[
        Annotated[tuple[Id, ...], Field(min_length=1, max_length=5), WithoutDoubles()] | None,
        Asked(
            "Wat voor soort activiteit is het?",
            "Wandelen",
            Step.WHAT,
            name="soort",
            also=("soorten", "soort activiteit"),
            how=How.KINDS,
        ),
    ] = Field(None, description="Wat voor soort activiteit het is.", title="kinds")
    gemeente: Annotated[
        Id,
        Asked(
            "In welke gemeente?",
            "Meppel",
            Step.WHERE,
            also=("municipality", "gem", "gem."),
            how=How.MUNICIPALITY,
            needed=True,
        ),
    ] = Field(description="De gemeente.", examples=["meppel"], title="municipality")
    organisatie: Annotated[
        Id,
        Asked(
            "Wie organiseert het?",
            "Wijkvereniging Oosterboer",
            Step.WHERE,
            also=(
                "organisator",
                "aanbieder",
                "wie organiseert",
                "instelling",
                "naam organisatie",
                "organisatie naam",
                "organisation",
                "organization",
            ),
            more="Kent de site de organisatie al? Kies die dan uit de lijst. Schrijf geen naam van een persoon.",
            how=How.ORGANISATION,
            needed=True,
        ),
    ] = Field(description="De organisatie.", examples=["meppeler-mannenkoor"], title="organisation")
    locatie: Annotated[
        Id,
        Asked(
            "Op welke plek is het?",
            "De Boerhoorn, online of wisselend",
            Step.WHERE,
            also=("plek", "waar", "plaats van de activiteit", "gebouw", "accommodatie", "zaal", "location", "venue"),
            more="Kent de site de plek al? Kies die dan uit de lijst.",
            how=How.LOCATION,
        ),
    ] = Field(description="De plek; of onbekend, online of wisselend.", examples=["kruiskerk"], title="location")
    waar_vertrekt: Annotated[
        Zin | None,
        Asked(
            "Wisselt de plek? Waar begint het dan?",
            "De plek staat op de website.",
            Step.WHERE,
            also=("vertrekpunt", "waar vertrekt", "startpunt", "verzamelen"),
            late=2,
        ),
    ] = Field(None, description="Waar het begint, als de plek wisselt.", title="where it starts")
    wanneer: Annotated[
        Wanneer,
        Asked(
            "Op welke dag, en hoe laat?",
            "dinsdag van 10.00 tot 12.00 uur",
            Step.WHEN,
            also=("dag en tijd", "dagen en tijden", "dag/tijd", "dag en uur", "wanneer is het", "when"),
            typed=(
                "di 10-12u",
                "elke eerste ma van de maand 19.30",
                "24-12-2026 om 15 uur",
                "op afspraak",
                "di 10-12u, niet in juli",
            ),
            how=How.MOMENTS,
        ),
    ] = Field(description="Wanneer het is, of onbekend.", title="when")
    kosten: Annotated[
        Kosten,
        Asked(
            "Wat kost het?",
            "gratis, of: 2,50 per keer",
            Step.WHEN,
            also=(
                "prijs",
                "eigen bijdrage",
                "bijdrage",
                "tarief",
                "kost",
                "entree",
                "contributie",
                "prijs p.p.",
                "prijs per persoon",
                "price",
                "costs",
            ),
            typed=(
                "gratis",
                "3,50 p.k.",
                "€ 25 per jaar",
                "gratis, koffie € 1",
                "gratis, u koopt wel een drankje",
                "vrijwillige bijdrage",
                "€ 3 tot € 5, naar inkomen",
            ),
            how=How.PRICES,
        ),
    ] = Field(description="gratis, onbekend, een vrijwillige bijdrage, of een lijst van prijzen.", title="costs")
    aanmelden: Annotated[
        Aanmelden,
        one_of(Aanmelden),
        Asked(
            "Moeten mensen zich aanmelden?",
            "nee, ja of eerste keer",
            Step.WHEN,
            also=("aanmelding", "opgeven", "inschrijven"),
            typed=("nee", "vrije inloop", "ja", "verplicht", "eerste keer"),
        ),
    ] = Field(description="Moet een bezoeker zich aanmelden?", title="sign up (whether)")
    aanmelden_hoe: Annotated[
        Zin | None,
        Asked(
            "Hoe melden mensen zich aan?",
            "Bel of mail de organisatie.",
            Step.WHEN,
            also=("aanmelden hoe", "hoe aanmelden", "aanmelden bij", "opgeven bij"),
        ),
    ] = Field(None, description="Hoe een bezoeker zich aanmeldt.", title="how to sign up")
    voor_wie: Annotated[
        Zin | None,
        Asked(
            "Voor wie is het?",
            "Voor iedereen die van wandelen houdt.",
            Step.WHAT,
            also=("voor wie", "doelgroep"),
            late=1,
        ),
    ] = Field(None, description="Voor wie het is, in een zin.", title="for whom")
    doelgroepen: (
        Annotated[
            tuple[Annotated[Doelgroep, one_of(Doelgroep)], ...],
            Field(min_length=1, max_length=6),
            WithoutDoubles(),
        ]
        | None
    ) = Field(None, description="Voor wie het vooral is, uit de lijst.", title="audiences")
    leeftijd_vanaf: Leeftijd | None = Field(None, description="Vanaf welke leeftijd, in jaren.", title="age from")
    leeftijd_tot: Leeftijd | None = Field(
        None, description="Tot en met welke leeftijd, in jaren.", title="age up to and including"
    )
    contact: Contact | None = Field(None, description="Als het anders is dan bij de organisatie.", title="contact")
    toegankelijkheid: Toegankelijkheid | None = Field(
        None, description="Als het anders is dan bij de locatie.", title="accessibility"
    )
    eerste_keer: EersteKeer | None = Field(None, description="Wat helpt bij de eerste keer.", title="first visit")
    talen: Annotated[tuple[Regel, ...], Field(min_length=1, max_length=8)] | None = Field(
        None, description="Talen die u er hoort, naast Nederlands.", title="languages"
    )
    zoekwoorden: Annotated[tuple[Regel, ...], Field(max_length=30)] = Field(
        (), description="Woorden waarop mensen zoeken en die niet in de tekst staan.", title="search words"
    )
    foto: Foto | None = Field(None, description="Een foto.", title="photograph")
    vroeger_adres: Annotated[tuple[Id, ...], Field(max_length=20), WithoutDoubles()] = Field(
        (),
        description="Adressen die deze activiteit eerder had, het oudste eerst: wie daar komt, komt hier.",
        examples=["meppel/samen-zingen"],
        title="earlier addresses (redirects)",
    )
    loopt: Annotated[
        Loopt, Asked("Is de activiteit er nog?", "ja, even niet of gestopt", Step.STILL, how=How.RUNNING)
    ] = Field("ja", description="ja; of pauze of gestopt.", title="runs (status)")
    herkomst: Adres | None = Field(
        None,
        description="De bladzijde op een andere site waar gather dit vandaan heeft.",
        title="where another site has it",
    )
    toegevoegd: Datum | None = Field(
        None,
        description="De dag waarop dit op de lijst kwam. Het formulier en de opdrachten new en import vullen dit in.",
        title="day on which it was added",
    )
    gecontroleerd: Annotated[
        Gecontroleerd | None,
        Asked(
            "Hebt u dit bij de organisatie nagevraagd?",
            "ja, vandaag gebeld",
            Step.STILL,
            name="nagevraagd",
            how=How.CHECKED,
        ),
    ] = Field(None, description="Alleen invullen als iemand het heeft nagevraagd.", title="checked")
    bron: Annotated[tuple[Bron, ...], Field(min_length=1, max_length=10)] = Field(
        description="Waar dit is gevonden.", title="source"
    )
