"""Telephone numbers and mail addresses: right, and not somebody's own."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.judge.rules.base import all_entries, problem, texts_of, warning
from generator.model.catalogue import Catalogue, Entry
from generator.model.coach_photos import coaches_of
from generator.model.outgoing import costs_extra, is_mobile, mail_fault, phone_fault, tel
from generator.model.problem import Loc, Problem, quoted
from generator.model.schema import UNKNOWN, Municipality, Practice, Safety

CODES = {
    "A080": "Een telefoonnummer bestaat in Nederland.",
    "A081": "Een telefoonnummer is niet van een mobiele telefoon van een persoon.",
    "A082": "Een mailadres is goed geschreven.",
    "A083": "Een mailadres is van de organisatie, niet van een gratis maildienst.",
    "A084": "Een naam of foto van een persoon staat er alleen met een dag van toestemming.",
    "A085": "Bij een betaald nummer staat wat bellen kost.",
}
FREE_MAIL = frozenset(
    [
        "gmail.com",
        "hotmail.com",
        "hotmail.nl",
        "outlook.com",
        "live.nl",
        "live.com",
        "icloud.com",
        "yahoo.com",
        "home.nl",
        "ziggo.nl",
        "kpnmail.nl",
        "planet.nl",
        "xs4all.nl",
        "casema.nl",
        "chello.nl",
        "hetnet.nl",
        "upcmail.nl",
        "online.nl",
        "telfort.nl",
        "tele2.nl",
    ]
)


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a problem for a wrong number or address, and a warning for a private one."""
    del today
    for entry in all_entries(catalogue):
        for loc, text in texts_of(entry):
            if loc[-1] == "telefoon" and (isinstance(entry.model, Safety) or "bellen" in loc):
                yield from _help(entry, loc, text)
            elif loc[-1] == "telefoon":
                yield from _phone(entry, loc, text)
            elif loc[-1] in ("email", "mail") and text != UNKNOWN:
                yield from _mail(entry, loc, text)
        yield from _names(entry)


def _help(entry: Entry[Any], loc: Loc, text: str) -> Iterator[Problem]:
    """Judge a number for who is in need: 112 and 113 are right too; whether it was looked at is A036."""
    if text != UNKNOWN and not tel(text):
        yield problem(entry, loc, "A080", f"{quoted(text)} is niet te bellen.", "Schrijf alleen de cijfers, zoals 113.")


def _phone(entry: Entry[Any], loc: Loc, text: str) -> Iterator[Problem]:
    if text == UNKNOWN:
        hint = "Weet u het nummer niet? Haal deze regel dan weg."
        yield problem(entry, loc, "A080", "een nummer dat onbekend is, hoeft er niet te staan.", hint)
        return
    wrong = phone_fault(text)
    if wrong:
        yield problem(entry, loc, "A080", f"{quoted(text)} {wrong[0]}", wrong[1])
    elif is_mobile(text):
        hint = "Gebruik het nummer van de organisatie. Kan dat niet? Vraag of dit nummer op de site mag."
        yield warning(entry, loc, "A081", f"{quoted(text)} is een mobiel nummer.", hint)
    elif costs_extra(text):
        message = (
            f"{quoted(text)} is een betaald nummer: bellen kan tot € 1 per minuut kosten, boven op het gewone tarief."
        )
        yield warning(entry, loc, "A085", message, "Gebruik een gewoon nummer, of schrijf bij kosten wat bellen kost.")


def _mail(entry: Entry[Any], loc: Loc, text: str) -> Iterator[Problem]:
    wrong = mail_fault(text)
    if wrong:
        yield problem(entry, loc, "A082", f"{quoted(text)} {wrong[0]}", wrong[1])
    elif text.rpartition("@")[2].lower() in FREE_MAIL:
        hint = "Gebruik het adres van de organisatie. Kan dat niet? Vraag of dit adres op de site mag."
        yield warning(entry, loc, "A083", f"{quoted(text)} kan van een persoon zijn.", hint)


def _names(entry: Entry[Any]) -> Iterator[Problem]:
    if not isinstance(entry.model, Practice | Municipality):
        return
    for loc, coach in coaches_of(entry.model):
        if coach.foto and not coach.toestemming:
            hint = "Vraag of de foto op de site mag en schrijf toestemming met de dag, of haal de foto weg."
            yield problem(
                entry, (*loc, "foto"), "A084", "een foto van iemand mag er alleen met toestemming staan.", hint
            )
        if coach.naam and not coach.toestemming:
            hint = "Vraag of de naam op de site mag en schrijf toestemming met de dag, of haal de naam weg."
            yield problem(entry, (*loc, "naam"), "A084", "een naam mag er alleen met toestemming staan.", hint)
