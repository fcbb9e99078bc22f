"""Ages run upwards."""

from collections.abc import Iterator
from datetime import date

from generator.judge.rules.base import problem
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem

CODES = {"A060": "De laagste leeftijd is niet hoger dan de hoogste."}


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a problem where the youngest age is above the oldest."""
    del today
    for entry in catalogue.activities.values():
        low, high = entry.model.leeftijd_vanaf, entry.model.leeftijd_tot
        if low is not None and high is not None and low > high:
            message = f"van {low} tot en met {high} jaar kan niet."
            yield problem(entry, ("leeftijd_vanaf",), "A060", message, "Verwissel leeftijd_vanaf en leeftijd_tot.")
