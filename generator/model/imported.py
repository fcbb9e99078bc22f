"""What became of a table that somebody brought: of each row and of each of its cells, for a report in the terminal and one on a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Status(StrEnum):
    """What became of a row."""

    NEW = "nieuw"
    DRAFT = "concept"
    THERE = "bestaat"
    APART = "overgeslagen"
    WRONG = "fout"


# What each comes to in a count.
COUNTED = {
    Status.NEW: "nieuw",
    Status.DRAFT: "concept",
    Status.THERE: "al bekend",
    Status.APART: "overgeslagen",
    Status.WRONG: "met een fout",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not empty: the heading above it, the column that it was read as (empty where nobody knows it), and its text.

    ``read`` says in Dutch how it was read; ``doubt`` tells that somebody must look.
    """

    heading: str
    column: str
    text: str
    read: str = ""
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row. ``files`` are the new files by their path in the content; ``notes`` what a person must see.

    ``entries`` is what those files say, by their folder; ``cells`` are its cells with how each was read.
    """

    row: int
    status: Status
    what: str
    files: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    sheet: str = ""
    entries: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
