"""The command line: verbs, exit codes, and Dutch for who made a mistake."""

import json
import os
from pathlib import Path

import pytest

from generator.cli import main
from tests.content import SMALL, change, files

DAY = ["--today", "2026-11-22"]


@pytest.fixture(autouse=True)
def collecting():
    """The command line switches the collector off; the next test wants it back."""
    import gc

    yield
    gc.enable()


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = stop.code
    found = capsys.readouterr()
    return code, found.out, found.err


def test_check_prints_every_problem_and_a_count(capsys):
    code, out, _ = run(capsys, "check", "--content", str(SMALL), *DAY)
    assert code == 0
    assert out.splitlines()[-1] == "0 fouten, 6 waarschuwingen."
    assert "A130 (waarschuwing) nog navragen:" in out


def test_strict_makes_warnings_count(capsys):
    assert run(capsys, "check", "--strict", "--content", str(SMALL), *DAY)[0] == 1


def test_errors_give_exit_code_one(capsys, small: Path):
    change(small, {"vervang": {"activities/dorp/zingen.yml": ["organisatie: koor", "organisatie: kor"]}})
    code, out, _ = run(capsys, "check", "--content", str(small), *DAY)
    assert code == 1
    assert 'A011 organisatie "kor" bestaat niet. Bedoelt u "koor"?' in out


def test_json_and_github_formats(capsys, small: Path):
    change(small, {"vervang": {"activities/dorp/zingen.yml": ["organisatie: koor", "organisatie: kor"]}})
    _, out, _ = run(capsys, "check", "--format", "json", "--content", str(small), *DAY)
    rows = json.loads(out)
    assert {"path", "line", "column", "code", "message", "hint", "severity"} == rows[0].keys()
    assert {row["severity"] for row in rows} == {"fout", "waarschuwing"}
    _, out, _ = run(capsys, "check", "--format", "github", "--content", str(small), *DAY)
    line = next(line for line in out.splitlines() if line.startswith("::error"))
    assert line.endswith('line=9,col=14,title=A011::organisatie "kor" bestaat niet. Bedoelt u "koor"?')


def test_build_says_what_it_did_and_a_second_one_does_nothing(capsys, tmp_path: Path):
    out = tmp_path / "uit" / "site"
    code, text, _ = run(capsys, "build", "--content", str(SMALL), "--out", str(out), *DAY)
    assert code == 0
    assert "bestanden gemaakt, 0 gebleven" in text
    assert "6 waarschuwingen" in text
    _, text, _ = run(capsys, "build", "--content", str(SMALL), "--out", str(out), *DAY)
    assert text.startswith("0 bestanden gemaakt")


def test_build_with_errors_changes_nothing(capsys, small: Path, tmp_path: Path):
    change(small, {"weg": ["organisations/koor.yml"]})
    code, _, err = run(capsys, "build", "--content", str(small), "--out", str(tmp_path / "site"), *DAY)
    assert code == 1
    assert "De site is niet veranderd." in err
    assert not (tmp_path / "site").exists()


def test_build_never_replaces_a_folder_of_somebody_else(capsys, tmp_path: Path):
    (tmp_path / "brief.txt").write_text("x", encoding="utf-8")
    before = files(tmp_path)
    code, _, err = run(capsys, "build", "--content", str(SMALL), "--out", str(tmp_path), *DAY)
    assert code == 2
    assert err.startswith("Fout: In ")
    assert files(tmp_path).items() >= before.items()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "--today", "gisteren"], "Schrijf een dag als 2026-11-22"),
        (["build", "--site-url", "http://w.example"], "Schrijf een adres als"),
        (["build", "--jobs", "nul"], "Schrijf een getal"),
        (["vliegen"], "Kijk met --help"),
        ([], "Kijk met --help"),
    ],
)
def test_wrong_use_is_said_in_dutch_with_exit_code_two(capsys, arguments, says):
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert says in err


def test_serve_refuses_a_municipality_that_is_not_there(capsys, tmp_path: Path):
    code, _, err = run(capsys, "serve", "--only", "nergens", "--content", str(SMALL), "--out", str(tmp_path / "site"))
    assert code == 2
    assert '"nergens" staat niet in' in err


def test_a_missing_content_folder_is_one_line(capsys, tmp_path: Path):
    code, out, _ = run(capsys, "check", "--content", str(tmp_path / "niets"))
    assert code == 1
    assert out.count("B016") == 1


def test_the_day_comes_from_source_date_epoch(capsys, monkeypatch, tmp_path: Path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    run(capsys, "build", "--content", str(SMALL), "--out", str(tmp_path / "site"))
    assert "Donderdag 26 november" in (tmp_path / "site/dorp/zingen/index.html").read_text(encoding="utf-8")
    assert os.environ["SOURCE_DATE_EPOCH"]
