"""What can be wrong with the content, and how one line says it.

A problem always carries a remedy (``hint``): whoever reads it must know what to do next.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TypeAlias

Loc: TypeAlias = tuple[str | int, ...]  # the way to a value in a file: names of fields, and numbers in lists


class Severity(StrEnum):
    """How much a problem weighs: an error stops a build, a warning does not."""

    ERROR = "fout"
    WARNING = "waarschuwing"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, at one place.

    ``path`` is relative to the folder the command runs in, with forward slashes; ``line`` and ``column`` count from
    one. ``code`` never changes its meaning. ``message`` says in Dutch what is wrong, quoting what was written;
    ``hint`` says what to do about it.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return the one line that a person reads: place, code, what is wrong, what to do."""
        label = "" if self.severity is Severity.ERROR else "(waarschuwing) "
        return f"{self.path}:{self.line}:{self.column}: {self.code} {label}{self.message} {self.hint}"


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems without doubles, sorted by place and then by code."""
    return tuple(sorted(set(problems), key=attrgetter("path", "line", "column", "code", "message", "hint")))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return only the problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def quoted(text: str, limit: int = 60) -> str:
    """Return what an author wrote between quotes: on one line, without control characters, cut at ``limit``."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return f'"{plain[: limit - 1]}…"' if len(plain) > limit else f'"{plain}"'
