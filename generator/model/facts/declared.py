"""Facts of fields that say themselves how they are shown (``schema.asked.Shown``): a line, a sentence or a list, on page and leaf."""

from collections.abc import Callable, Iterator

from generator.model.facts.base import Fact, On, Said
from generator.model.resolved import Resolved
from generator.model.schema import Activity
from generator.model.schema.asked import Shown


def _of(name: str) -> Callable[[Resolved], Said]:
    def say(it: Resolved) -> Said:
        found = getattr(it.model, name)
        lines = (found,) if isinstance(found, str) else found or ()
        return Said(tuple(getattr(line, "label", line) for line in lines))

    return say


def _facts() -> Iterator[Fact]:
    for name, field in Activity.model_fields.items():
        for shown in field.metadata:
            if isinstance(shown, Shown):
                yield Fact(name, shown.label, shown.icon, On.PAGE | On.LEAF, _of(name))


FACTS = tuple(_facts())
