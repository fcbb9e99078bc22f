"""Problems as text, for a person, a program and a pull request."""

import hashlib
import json
from collections.abc import Iterable, Sequence

from generator.dutch.sentences import count
from generator.model.problem import Problem, Severity, errors

FIELDS = ("path", "line", "column", "code", "message", "hint")


def summary(problems: Sequence[Problem]) -> str:
    """Return "2 fouten, 95 waarschuwingen."."""
    wrong = len(errors(problems))
    return f"{count(wrong, 'fout', 'fouten')}, {count(len(problems) - wrong, 'waarschuwing', 'waarschuwingen')}."


def as_text(problems: Iterable[Problem]) -> str:
    """Return a line a problem."""
    return "".join(f"{problem}\n" for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """Return the problems as a JSON list of objects."""
    rows = [{**{name: getattr(p, name) for name in FIELDS}, "severity": str(p.severity)} for p in problems]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Return workflow commands that put each problem at its line in a pull request."""
    lines = []
    for p in problems:
        level = "error" if p.severity is Severity.ERROR else "warning"
        text = f"{p.message} {p.hint}".replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        path = p.path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
        lines.append(f"::{level} file={path},line={p.line},col={p.column},title={p.code}::{text}\n")
    return "".join(lines)


def as_gitlab(problems: Iterable[Problem]) -> str:
    """Return a report of code quality, which GitLab shows beside a merge request."""
    rows = [
        {
            "description": f"{p.message} {p.hint}",
            "check_name": p.code,
            "fingerprint": hashlib.sha256(f"{p.path} {p.code} {p.message}".encode()).hexdigest(),
            "severity": "major" if p.severity is Severity.ERROR else "minor",
            "location": {"path": p.path, "lines": {"begin": p.line}},
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
