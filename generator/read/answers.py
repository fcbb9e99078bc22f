"""An answer that somebody typed to what a file says, by how its question is answered; and where in a file that stands."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from generator.model.questions import Path, Question
from generator.model.schema import UNKNOWN
from generator.model.schema.asked import How
from generator.read import typed

# What somebody hears of an answer that cannot be read.
UNREADABLE = {
    How.YES_NO: "is geen ja of nee; het is onbekend gelaten.",
    How.NUMBER: "is geen getal; het is leeg gelaten.",
    How.CHOICE: "is niet te lezen; het is onbekend gelaten.",
}


def read_answer(question: Question, text: str) -> Any:
    """Return what was typed as a file has it: empty where nothing was or nobody knows, None where it cannot be read.

    Only what needs no names (of themes, organisations, places) is read here.
    """
    found: Any
    match question.how:
        case How.MOMENTS:
            return typed.when(text)
        case How.PRICES:
            return typed.price(text)
        case How.YES_NO:
            found = typed.yes_or_no(text)
        case How.NUMBER:
            found = typed.number(text)
        case How.CHOICE if question.options:
            found = typed.choice(text, question.options)
        case How.LIST:
            found = typed.items(text)
        case _:
            return text
    return "" if found == UNKNOWN else found


def put(data: dict[str, Any], path: Path, value: Any) -> None:
    """Write a value at its place, with what stands around it; nothing for an empty one."""
    if value in (None, "", []):
        return
    here: Any = data
    for step, following in pairwise(path):
        empty: Any = [{}] if following == 0 else {}
        here = here[step] if isinstance(step, int) else here.setdefault(step, empty)
    here[path[-1]] = value


def as_tuples(value: Any) -> Any:
    """Return a value with tuples for its lists, as the models read them."""
    if isinstance(value, list):
        return tuple(as_tuples(one) for one in value)
    return {key: as_tuples(one) for key, one in value.items()} if isinstance(value, dict) else value


def at(data: Any, path: Path) -> Any:
    """Return what stands at a place, or None."""
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(step)
        elif isinstance(data, list | tuple) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
