"""What an author may write: one model a kind of file. No clock, no files, no look-ups."""

from generator.schema.activity import GRATIS, ONLINE, Activity, EersteKeer, Gestopt, Pauze, Prijs
from generator.schema.base import UNKNOWN, Model
from generator.schema.others import (
    Domain,
    Location,
    Municipality,
    Organisation,
    Practice,
    Regeling,
    Settings,
    Welzijnscoach,
)
from generator.schema.shared import FRESH, LISTED, Bron, Contact, Gecontroleerd, Toegankelijkheid
from generator.schema.values import Aanmelden, Dag, Doelgroep, Forge, JaNee, Kleur, Per, Regio, Vrij, WeekVanDeMaand
from generator.schema.when import Altijd, Eenmalig, Herhaald, InWoorden, Moment

__all__ = [
    "FRESH",
    "GRATIS",
    "LISTED",
    "ONLINE",
    "UNKNOWN",
    "Aanmelden",
    "Activity",
    "Altijd",
    "Bron",
    "Contact",
    "Dag",
    "Doelgroep",
    "Domain",
    "Eenmalig",
    "EersteKeer",
    "Forge",
    "Gecontroleerd",
    "Gestopt",
    "Herhaald",
    "InWoorden",
    "JaNee",
    "Kleur",
    "Location",
    "Model",
    "Moment",
    "Municipality",
    "Organisation",
    "Pauze",
    "Per",
    "Practice",
    "Prijs",
    "Regeling",
    "Regio",
    "Settings",
    "Toegankelijkheid",
    "Vrij",
    "WeekVanDeMaand",
    "Welzijnscoach",
]
