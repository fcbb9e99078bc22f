"""Problems as each reader gets them: a person, a program, and three forges that must not take a text for a command."""

import json

import pytest

from generator.judge import problem_text
from generator.model.problem import Problem, Severity

WRONG = Problem(
    "content/a,b:c%.yml", 4, 12, "A012", "domein ::error:: bestaat\n::set-env name=x::y niet, 100%.", "Kijk\r\nna."
)
HINT = Problem("content/x.yml", 1, 1, "A130", "nog navragen: dag.", "Bel.", Severity.WARNING)


def test_a_person_reads_a_line_a_problem():
    assert problem_text.as_text([HINT]) == "content/x.yml:1:1: A130 (waarschuwing) nog navragen: dag. Bel.\n"
    assert problem_text.summary([WRONG, HINT, HINT]) == "1 fout, 2 waarschuwingen."
    assert problem_text.summary([]) == "0 fouten, 0 waarschuwingen."


def test_a_program_reads_every_field():
    (row,) = json.loads(problem_text.as_json([HINT]))
    assert row == {
        "path": "content/x.yml",
        "line": 1,
        "column": 1,
        "code": "A130",
        "message": "nog navragen: dag.",
        "hint": "Bel.",
        "severity": "waarschuwing",
    }


def test_a_text_is_no_command_for_a_forge():
    """A line of GitHub's log that begins with :: is a command; a comma or colon in a path ends it."""
    lines = problem_text.as_github([WRONG, HINT]).splitlines()
    assert lines == [
        "::error file=content/a%2Cb%3Ac%25.yml,line=4,col=12,title=A012::domein ::error:: bestaat%0A::set-env name=x::y niet, 100%25. Kijk%0D%0Ana.",
        "::warning file=content/x.yml,line=1,col=1,title=A130::nog navragen: dag. Bel.",
    ]


@pytest.mark.parametrize(("problem", "severity"), [(WRONG, "major"), (HINT, "minor")])
def test_gitlab_gets_a_report_with_marks_of_its_own(problem: Problem, severity: str):
    (row,) = json.loads(problem_text.as_gitlab([problem]))
    assert row["description"] == f"{problem.message} {problem.hint}"
    assert (row["check_name"], row["severity"]) == (problem.code, severity)
    assert row["location"] == {"path": problem.path, "lines": {"begin": problem.line}}
    (same,) = json.loads(problem_text.as_gitlab([problem]))
    assert same["fingerprint"] == row["fingerprint"]
    marks = {one["fingerprint"] for one in json.loads(problem_text.as_gitlab([WRONG, HINT]))}
    assert len(marks) == 2
