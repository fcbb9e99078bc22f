"""How a practice refers in a municipality: in three steps, and what is known of what comes after."""

from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.schema import UNKNOWN, Municipality, Verwijzen
from generator.views.handout import FOR_PATIENTS, Answers, answers

WAY = "{weg}"
NOT_ASKED = "uw eigen systeem (nog navragen: welk)"
FEEDBACK = ("terugkoppeling",)


@dataclass(frozen=True, slots=True)
class Referring:
    """The three steps, with the municipality's own way in them, what a practice wants to know more, and a remark."""

    steps: tuple[str, ...]
    way: str
    remark: str
    answers: Answers


def referring(
    catalogue: Catalogue, place: Entry[Municipality] | None, names: tuple[str, ...] = (*FOR_PATIENTS, *FEEDBACK)
) -> Referring:
    """Return how a practice refers in ``place``, or in general; ``names`` are the questions to answer."""
    facts = (place.model.verwijzen if place else None) or Verwijzen()
    way = "" if facts.hoe == UNKNOWN else facts.hoe
    steps = tuple(step.replace(WAY, way or NOT_ASKED) for step in catalogue.referrers.model.stappen)
    return Referring(steps, way, facts.toelichting or "", answers(facts, names))
