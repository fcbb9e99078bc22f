"""The questions about an activity, in the order in which somebody answers them: what the fields of the models declare (``schema.asked``).

``new`` asks them in a terminal, the form on the site asks them a step at a time, a forge has them in a form of its own, and the columns
of a table are their names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args

from pydantic.fields import FieldInfo

from generator.model.schema import Activity, Location, Model
from generator.model.schema.asked import Asked, How, Step

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the column it fills, its words, an example, how it is answered, and whether somebody must answer it.

    ``path`` leads to the field in an entry of ``folder`` ("activities" or "locations"); ``options`` is the value list of a choice.
    """

    name: str
    ask: str
    example: str
    needed: bool = False
    how: How = How.LINE
    folder: str = "activities"
    path: Path = ()
    also: tuple[str, ...] = ()
    more: str = ""
    typed: tuple[str, ...] = ()
    input: str = "text"
    options: type[StrEnum] | None = None
    step: Step = Step.WHAT
    late: int = 0


def declared(model: type[Model], folder: str, before: Path = (), *, deep: bool) -> Iterator[Question]:
    """Yield the questions that the fields of a model declare, those of the models in it too where ``deep``."""
    for name, field in model.model_fields.items():
        asked = next((one for one in field.metadata if isinstance(one, Asked)), None)
        if asked:
            yield _question(asked, name, field, folder, (*before, name))
        elif deep:
            for inner, many in _inside(field.annotation):
                yield from declared(inner, folder, (*before, name, *((0,) if many else ())), deep=True)


def _question(asked: Asked, name: str, field: FieldInfo, folder: str, path: Path) -> Question:
    return Question(
        name=asked.name or name,
        ask=asked.ask,
        example=asked.example,
        needed=asked.needed,
        how=asked.how or _how(field),
        folder=folder,
        path=path,
        also=asked.also,
        more=asked.more,
        typed=asked.typed,
        input=asked.input,
        options=_options(field.annotation),
        step=asked.step,
        late=asked.late,
    )


def _inside(annotation: Any) -> Iterator[tuple[type[Model], bool]]:
    """Yield the models that a field holds, one or none of each, and whether it holds a list of them."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation, False
        return
    for part in get_args(annotation):
        many = part is not annotation and getattr(annotation, "__origin__", None) is tuple
        for model, inner in _inside(part):
            yield model, many or inner


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _options(annotation: Any) -> type[StrEnum] | None:
    return next((part for part in _parts(annotation) if isinstance(part, type) and issubclass(part, StrEnum)), None)


def _how(field: FieldInfo) -> How:
    """Return how a field is answered, by its type: a list, a number, a choice, a long text or a line."""
    parts = list(_parts(field.annotation))
    if any(getattr(part, "__origin__", None) is tuple for part in parts):
        return How.LIST
    if int in parts:
        return How.NUMBER
    options = _options(field.annotation)
    if options:
        return How.YES_NO if set(options) == {"ja", "nee", "onbekend"} else How.CHOICE
    longest = max((getattr(one, "max_length", None) or 0 for one in _metadata(field)), default=0)
    return How.TEXT if longest > LONGEST_LINE else How.LINE


LONGEST_LINE = 300  # letters: what is longer has room for paragraphs


def _metadata(field: FieldInfo) -> Iterator[Any]:
    yield from field.metadata
    for part in _parts(field.annotation):
        yield from getattr(part, "__metadata__", ())


def _ordered() -> Iterator[Question]:
    found = [*declared(Activity, "activities", deep=True), *declared(Location, "locations", deep=False)]
    for step in Step:
        yield from sorted((one for one in found if one.step is step), key=lambda one: one.late)


QUESTIONS = tuple(_ordered())
BY_NAME = {question.name: question for question in QUESTIONS}
# What is asked of somebody who adds an activity; and of somebody who mends one besides.
STEPS: dict[Step, tuple[Question, ...]] = {
    step: tuple(one for one in QUESTIONS if one.step is step) for step in Step if step is not Step.STILL
}
MENDING: dict[Step, tuple[Question, ...]] = {Step.STILL: tuple(one for one in QUESTIONS if one.step is Step.STILL)}
COLUMNS: dict[str, tuple[str, ...]] = {one.name: one.also for step in STEPS.values() for one in step}
