"""Checked is a day in the past, and not too long ago."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.dutch.sentences import full_date
from generator.judge.rules.base import Named, problem, warning
from generator.model.catalogue import Catalogue, Entry
from generator.model.problem import Loc, Problem
from generator.model.schema import FRESH, Gecontroleerd

CODES = {
    "A150": "Niemand controleert iets op een dag die nog komt.",
    "A151": "Wat is gecontroleerd, is hoogstens 183 dagen geleden gecontroleerd.",
}


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a problem for a check in the future and a warning for an old one."""
    for entry in catalogue.activities.values():
        yield from _checked(entry, ("gecontroleerd",), entry.model.gecontroleerd, today)


def check_country(catalogue: Catalogue, today: date, named: Named) -> Iterator[Problem]:
    """Yield the same for what the files of municipalities say was checked."""
    del named
    for place in catalogue.municipalities.values():
        for index, coach in enumerate(place.model.welzijnscoaches):
            yield from _checked(place, ("welzijnscoaches", index, "gecontroleerd"), coach.gecontroleerd, today)
        for kind in ("andere_hulp", "vervoer", "regelingen"):
            for index, one in enumerate(getattr(place.model, kind)):
                yield from _checked(place, (kind, index, "gecontroleerd"), one.gecontroleerd, today)


def _checked(entry: Entry[Any], loc: Loc, checked: Gecontroleerd | None, today: date) -> Iterator[Problem]:
    if checked is None:
        return
    if checked.op > today:
        yield problem(
            entry,
            (*loc, "op"),
            "A150",
            f"{full_date(checked.op)} moet nog komen.",
            "Schrijf de dag waarop het is nagevraagd.",
        )
    elif today - checked.op > FRESH:
        message = f"dit is voor het laatst nagevraagd op {full_date(checked.op)}."
        yield warning(entry, (*loc, "op"), "A151", message, "Vraag opnieuw of het klopt.")
