"""What is good to know before a first visit: who receives a visitor, how large the group is, how much Dutch it takes."""

from collections.abc import Callable

from generator.model.facts.base import Fact, On, Said
from generator.model.resolved import Resolved

LABELS = {"wie_ontvangt": "Wie u ontvangt", "groepsgrootte": "Hoe groot de groep is", "nederlands": "Nederlands"}


def _of(name: str) -> Callable[[Resolved], Said]:
    def say(it: Resolved) -> Said:
        found = getattr(it.model.eerste_keer, name, None)
        return Said((f"{LABELS[name]}: {found}",) if found else ())

    return say


FACTS = tuple(Fact(name, label, "account-outline", On.FIRST, _of(name)) for name, label in LABELS.items())
