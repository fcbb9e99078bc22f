"""Each cell of a row with how it was read, in Dutch, for the report: "ik las dit als …", and whether somebody must look."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from generator.model.facts import costs
from generator.model.imported import Cell, Outcome, Status
from generator.model.questions import BY_NAME
from generator.model.schema import Activity
from generator.model.schema.asked import How
from generator.model.when.words import phrases
from generator.read.answers import as_tuples, at
from generator.read.schedule import SCHEDULE, WHEN

UNUSED = "niet gebruikt"
LEFT_OUT = "niet opgeslagen"


def cells_in_words(cells: Sequence[Cell], found: Outcome) -> tuple[Cell, ...]:
    """Return the cells of a row with what was made of each."""
    return tuple(_in_words(cell, found) for cell in cells)


def _in_words(cell: Cell, found: Outcome) -> Cell:
    doubt = any(note.startswith(f"{cell.column}: ") or f'"{cell.text}"' in note for note in found.notes)
    if not cell.column:
        return replace(cell, read=UNUSED, doubt=True)
    if found.status in (Status.APART, Status.WRONG):
        return replace(cell, read=LEFT_OUT, doubt=doubt)
    if found.status is Status.THERE:
        return replace(cell, doubt=doubt)
    column = WHEN if cell.column in SCHEDULE else cell.column
    read = _read(column, found.entries)
    return replace(cell, read=read or LEFT_OUT, doubt=doubt or not read)


def _read(column: str, data: Mapping[str, Mapping[str, Any]]) -> str:
    """Return what the new files say of a column."""
    entry = data.get("activities") or data.get("drafts") or {}
    if column == WHEN:
        if entry.get(WHEN) is None:
            return ""
        return "; ".join(phrases(_model(WHEN).validate_python(as_tuples(entry.get(WHEN)))))
    if column == "kosten":
        return _costs(entry.get("kosten"))
    question = BY_NAME.get(column)
    if not question:
        return ""
    if question.how is How.CONTACT:
        folder: Mapping[str, Any] = data.get("organisations") or entry
    elif question.folder == "locations":
        folder = data.get("locations") or entry
    else:
        folder = entry
    value = (
        at(folder, question.path)
        or at(folder, (question.name,))
        or (at(entry, ("bron", 0, "wat")) if column == "bron" else None)
    )
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")


def _costs(value: Any) -> str:
    try:
        return "; ".join(costs.in_words(_model("kosten").validate_python(as_tuples(value))))
    except ValidationError:
        return ""


@cache
def _model(name: str) -> Any:
    """Return what validates a field of an activity by itself."""
    field = Activity.model_fields[name]
    annotated: Any = Annotated[field.annotation, *field.metadata]
    return TypeAdapter(annotated)
