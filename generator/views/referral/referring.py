"""How a practice refers in a municipality: in three steps, and what is known of what comes after."""

import re
from dataclasses import dataclass

from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import UNKNOWN, WAY, Municipality, Verwijzen
from generator.views.referral.handout import FOR_PATIENTS, Answers, answers

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
    steps = tuple(_step(step, way) for step in catalogue.referrers.model.stappen)
    return Referring(
        steps, way, facts.toelichting or "", answers(facts, names if way or not place else ("hoe", *names))
    )


def _step(step: str, way: str) -> str:
    """Return a step with the way in it; where nobody knows that, it goes, with the word that leads to it ("met")."""
    return step.replace(WAY, way) if way else re.sub(rf"\s*\S*\s*{re.escape(WAY)}", "", step)
