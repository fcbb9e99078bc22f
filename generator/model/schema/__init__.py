"""What an author may write: one model a kind of file. No clock, no files, no look-ups."""

from generator.model.schema.access import Toegankelijkheid
from generator.model.schema.activity import (
    GRATIS,
    NO_LOCATION,
    ONLINE,
    WISSELEND,
    Activity,
    EersteKeer,
    Gestopt,
    GratisMaar,
    Kosten,
    KostenInWoorden,
    Pauze,
    Prijs,
    Vrijwillig,
)
from generator.model.schema.base import Model
from generator.model.schema.contact import Contact
from generator.model.schema.domain import Domain
from generator.model.schema.draft import Draft
from generator.model.schema.evidence import FRESH, AndereBron, Bron, Gecontroleerd, Webbron
from generator.model.schema.kinds import Kinds, Soort
from generator.model.schema.location import Location
from generator.model.schema.municipality import (
    AndereHulp,
    Municipality,
    Regeling,
    Vervoer,
    Verwijzen,
    Welzijnscoach,
    open_questions,
)
from generator.model.schema.notation import UNKNOWN
from generator.model.schema.organisation import Organisation
from generator.model.schema.photo import Foto
from generator.model.schema.practice import Afspraken, Overleg, Practice
from generator.model.schema.questions import Questions, Vraag
from generator.model.schema.referral import WAY, Advies, Keuze, Referral, Referrers, Stap, Uitleg
from generator.model.schema.safety import Nummer, Safety, Wegwijzer
from generator.model.schema.settings import Settings
from generator.model.schema.synonyms import Synoniem, Synonyms
from generator.model.schema.values import (
    FILTER_VALUES,
    Aanmelden,
    AndereHulpSoort,
    Blok,
    Dag,
    Dagdeel,
    Doelgroep,
    Forge,
    JaNee,
    Kleur,
    Maand,
    Meegaan,
    Per,
    Prijsgrens,
    Provincie,
    Regio,
    Toegang,
    Vrij,
    WeekVanDeMaand,
    Zoekfilter,
)
from generator.model.schema.when import Altijd, Eenmalig, Herhaald, InWoorden, Moment, OpAfspraak

__all__ = [
    "FILTER_VALUES",
    "FRESH",
    "GRATIS",
    "NO_LOCATION",
    "ONLINE",
    "UNKNOWN",
    "WAY",
    "WISSELEND",
    "Aanmelden",
    "Activity",
    "Advies",
    "Afspraken",
    "Altijd",
    "AndereBron",
    "AndereHulp",
    "AndereHulpSoort",
    "Blok",
    "Bron",
    "Contact",
    "Dag",
    "Dagdeel",
    "Doelgroep",
    "Domain",
    "Draft",
    "Eenmalig",
    "EersteKeer",
    "Forge",
    "Foto",
    "Gecontroleerd",
    "Gestopt",
    "GratisMaar",
    "Herhaald",
    "InWoorden",
    "JaNee",
    "Keuze",
    "Kinds",
    "Kleur",
    "Kosten",
    "KostenInWoorden",
    "Location",
    "Maand",
    "Meegaan",
    "Model",
    "Moment",
    "Municipality",
    "Nummer",
    "OpAfspraak",
    "Organisation",
    "Overleg",
    "Pauze",
    "Per",
    "Practice",
    "Prijs",
    "Prijsgrens",
    "Provincie",
    "Questions",
    "Referral",
    "Referrers",
    "Regeling",
    "Regio",
    "Safety",
    "Settings",
    "Soort",
    "Stap",
    "Synoniem",
    "Synonyms",
    "Toegang",
    "Toegankelijkheid",
    "Uitleg",
    "Vervoer",
    "Verwijzen",
    "Vraag",
    "Vrij",
    "Vrijwillig",
    "Webbron",
    "WeekVanDeMaand",
    "Wegwijzer",
    "Welzijnscoach",
    "Zoekfilter",
    "open_questions",
]
