"""Paper: what is printed for a practice fits on the sheet, in letters that there are."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.dutch import letters
from generator.judge.rules.base import Named, texts, texts_of, warning
from generator.model.catalogue import Catalogue, Entry
from generator.model.problem import Loc, Problem, quoted
from generator.model.schema import Welzijnscoach

CODES = {"A134": "Wat op flyers, posters en kaartjes komt, past daarop, in letters die daarvoor zijn."}
# Letters that fit on the smallest sheet, also when all of them are as wide as a W (tests/unit/test_paper.py).
LONGEST_NAME = 80
LONGEST_COACH = 100
NOT_PRINTED = frozenset({"pictogram", "website", "gemeente", "kleur"})


def check_country(catalogue: Catalogue, today: date, named: Named) -> Iterator[Problem]:
    """Yield a warning for each text that a sheet has no letters or no room for."""
    del today, named
    for practice in catalogue.practices.values():
        yield from _too_long(practice, ("naam",), practice.model.naam, LONGEST_NAME)
        if practice.model.welzijnscoach:
            line = _coach_line(practice.model.welzijnscoach)
            yield from _too_long(practice, ("welzijnscoach", "functie"), line, LONGEST_COACH)
    printed: tuple[Entry[Any], ...] = (
        *(entry for entry in (catalogue.referral,) if entry),
        *catalogue.domains.values(),
        *catalogue.practices.values(),
    )
    for entry in printed:
        for loc, text in texts_of(entry):
            if loc[-1] not in NOT_PRINTED:
                yield from _strange(entry, loc, text)
    for place in catalogue.municipalities.values():
        for loc, text in texts(place.model.verwijzen, ("verwijzen",)):
            yield from _strange(place, loc, text)


def _coach_line(coach: Welzijnscoach) -> str:
    function = f"{coach.functie} van {coach.organisatie}" if coach.organisatie else coach.functie
    return f"{coach.naam}, {function}" if coach.naam and coach.toestemming else function


def _too_long(entry: Entry[Any], loc: Loc, text: str, most: int) -> Iterator[Problem]:
    if len(text) > most:
        hint = f"Kort het in tot {most} letters; anders kan het papier voor deze praktijk wegvallen."
        yield warning(entry, loc, "A134", f"{quoted(text)} is te lang voor een kaartje.", hint)


def _strange(entry: Entry[Any], loc: Loc, text: str) -> Iterator[Problem]:
    missing = letters.not_on_paper(text)
    if missing:
        message = f"voor de letter {missing[0]} (U+{ord(missing[0]):04X}) is er geen lettertype; het papier valt weg."
        yield warning(entry, loc, "A134", message, "Schrijf het in Latijnse letters.")
    elif not letters.on_paper(text).strip():
        message = f"van {quoted(text)} blijft op papier niets over."
        yield warning(entry, loc, "A134", message, "Schrijf het in letters; pictogrammen vallen op papier weg.")
