"""What ``start`` asks of who begins a site, in a terminal; what was said with options is not asked."""

import argparse
from collections.abc import Callable
from dataclasses import replace

from generator.model.outgoing import mail_fault, web_fault
from generator.model.schema import UNKNOWN, Forge, Regio
from generator.write.starting import Beginning, Place, StartError, in_regions, place_of

Read = Callable[[str], str]
Fault = Callable[[str], tuple[str, str] | None]  # what is wrong with an answer and the remedy, if anything
PATIENCE = 3
FORGES = {str(one): one for one in Forge}
REGIONS = {str(one): one for one in Regio}


def asked(options: argparse.Namespace, read: Read | None) -> Beginning:
    """Return what a new site begins with. ``read`` asks for a line; without it nobody is there to ask.

    Raises StartError for what cannot be, and where a region must be known and nobody says it.
    """
    if not options.gemeenten:
        raise StartError("Zeg voor welke gemeente, zoals: start Apeldoorn --out ../apeldoorn")
    found = tuple({place.id: place for place in map(place_of, options.gemeenten)}.values())
    places = in_regions(found, options.vakantieregio)
    places = tuple(place if place.region else _region(place, read) for place in places)

    def answer(given: str, question: str, fault: Fault) -> str:
        return given or (_line(read, f"{question} (Enter: weet ik nog niet) ", fault) if read else "") or UNKNOWN

    forge = options.forge or (
        _line(read, "Waar komt deze map te staan: github, gitlab of forgejo? (Enter: github) ", _no_forge)
        if read
        else ""
    )
    return Beginning(
        places,
        options.naam,
        answer(options.uitgever, "Wie geeft de site uit?", lambda _text: None),
        answer(options.mail, "Naar welk mailadres gaat een melding van een bezoeker?", mail_fault),
        options.repository or UNKNOWN,
        FORGES[forge or "github"],
        answer(options.adres, "Op welk adres komt de site, zoals https://www.voorbeeld.nl/?", web_fault),
        options.programma,
    )


def _region(place: Place, read: Read | None) -> Place:
    if read is None:
        raise StartError(
            f"in {place.province.label} hoort niet elke gemeente bij dezelfde regio van de schoolvakanties. "
            f"Zeg het erbij: --vakantieregio {place.id}=noord, {place.id}=midden of {place.id}=zuid."
        )
    question = f"In welke regio van de schoolvakanties ligt {place.name}: noord, midden of zuid? "
    region = _line(read, question, _no_region)
    if not region:
        raise StartError(
            f"zonder regio van de schoolvakanties kan {place.name} niet beginnen. Zij staat op rijksoverheid.nl."
        )
    return replace(place, region=REGIONS[region])


def _no_forge(text: str) -> tuple[str, str] | None:
    return None if text in FORGES else ("is geen van de drie.", "Schrijf github, gitlab of forgejo.")


def _no_region(text: str) -> tuple[str, str] | None:
    return None if text in REGIONS else ("is geen regio.", "Schrijf noord, midden of zuid.")


def _line(read: Read, question: str, fault: Fault) -> str:
    """Ask until the answer is right or empty; after a few times it is empty."""
    told = ""
    for _ in range(PATIENCE):
        try:
            text = read(told + question).strip()
        except EOFError:
            raise StartError("er komt geen antwoord meer. Er is niets geschreven.") from None
        wrong = text and fault(text)
        if not wrong:
            return text
        told = f'"{text}" {" ".join(wrong)}\n'
    return ""
