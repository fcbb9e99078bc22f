"""What the tests of the content share: the folder that is judged, its catalogue, and its site."""

import os
from datetime import date
from pathlib import Path

import pytest

from generator.work.cache import Cache
from generator.write.build import Builder, Options, Report
from tests.support import PROJECT

CONTENT = Path(os.environ.get("CONTENT") or PROJECT / "content").resolve()
HOST = "https://activiteitenwijzer.example/"


@pytest.fixture(scope="session")
def content() -> Path:
    return CONTENT


@pytest.fixture(scope="session")
def catalogue():
    found, report = Builder(Cache()).check(CONTENT, date.today(), lambda _count: None)
    errors = [str(problem) for problem in report.problems if problem.severity == "fout"]
    assert found is not None, errors
    assert errors == []
    return found


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """The site of today, and what its build had to say."""
    out = tmp_path_factory.mktemp("inhoud") / "site"
    return out, Builder(Cache()).build(Options(CONTENT, out, date.today(), HOST))


@pytest.fixture(scope="session")
def site(made: tuple[Path, Report]) -> Path:
    out, report = made
    assert report.written is not None, [str(problem) for problem in report.problems if problem.severity == "fout"]
    return out
