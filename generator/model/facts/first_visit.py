"""What is good to know before a first visit: which door, who receives a visitor, how large the group is, what to bring, how much Dutch it takes."""

from collections.abc import Callable

from generator.model.facts.base import Fact, Gap, On, Said
from generator.model.resolved import Resolved
from generator.model.when import always

# Each field with its words on page and leaf, and the question that somebody asks where nobody knows.
PARTS = {
    "ingang": ("Welke deur", "Welke deur moet ik hebben?"),
    "wie_ontvangt": ("Wie u ontvangt", "Wie ontvangt mij?"),
    "groepsgrootte": ("Hoe groot de groep is", "Hoeveel mensen zijn er?"),
    "meenemen": ("Wat u meeneemt", "Wat neem ik mee?"),
    "nederlands": ("Nederlands", ""),
}
# What the ringing round asks of all of them at once.
ROUND = "Hoe gaat een eerste keer: welke deur, wie ontvangt iemand, hoeveel mensen zijn er, wat neemt iemand mee?"
ASKED_BY = "wie_ontvangt"


def part(it: Resolved, name: str) -> str:
    """Return what an activity says of one part of a first visit; nothing where nobody knows."""
    return getattr(it.model.eerste_keer, name, None) or ""


def _of(name: str) -> Callable[[Resolved], Said]:
    label, say = PARTS[name]
    gap = Gap(label.lower(), ROUND if name == ASKED_BY else "", missing_on=On.FIRST, say=say)

    def told(it: Resolved) -> Said:
        found = part(it, name)
        if found:
            return Said((f"{label}: {found}",))
        return Said(gaps=(gap,) if say and not always(it.model.wanneer) else ())

    return told


FACTS = tuple(Fact(name, label, "account-outline", On.FIRST, _of(name)) for name, (label, _) in PARTS.items())
