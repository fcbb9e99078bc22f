"""The command line: verbs, exit codes, and Dutch for who made a mistake."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.verbs import main
from tests.support import PROJECT, SMALL, change, files

pytestmark = pytest.mark.slow

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
        code = stop.code if isinstance(stop.code, int) else 1
    found = capsys.readouterr()
    return code, found.out, found.err


def test_check_prints_every_problem_and_a_count(capsys):
    code, out, _ = run(capsys, "check", "--content", str(SMALL), *DAY)
    assert code == 0
    assert out.splitlines()[-1] == "0 fouten, 15 waarschuwingen."
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
    assert line.endswith('line=10,col=14,title=A011::organisatie "kor" bestaat niet. Bedoelt u "koor"?')


def test_build_says_what_it_did_and_a_second_one_does_nothing(capsys, tmp_path: Path):
    out = tmp_path / "uit" / "site"
    code, text, _ = run(capsys, "build", "--content", str(SMALL), "--out", str(out), *DAY)
    assert code == 0
    assert "bestanden gemaakt, 0 gebleven" in text
    assert "15 waarschuwingen" in text
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


def test_a_reader_who_leaves_is_no_fault(small: Path):
    command = f"{sys.executable} -m generator check --content {small} | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=PROJECT, check=False)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["--port", "99999"], ["--port", "0"], ["--port", "x"]])
def test_a_port_that_does_not_exist_is_wrong_use(capsys, arguments):
    code, _, err = run(capsys, "serve", *arguments)
    assert code == 2
    assert "Schrijf een getal" in err


def test_a_busy_port_is_said_before_anything_is_built(capsys, tmp_path: Path):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = str(busy.getsockname()[1])
        code, out, err = run(capsys, "serve", "--port", port, "--content", str(SMALL), "--out", str(tmp_path / "site"))
    assert code == 2
    assert "is bezet" in err
    assert out == ""
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("out", ["bestand.txt/site", "/proc/site"])
def test_a_place_where_nothing_can_be_written_is_said(capsys, tmp_path: Path, out: str):
    (tmp_path / "bestand.txt").write_text("x", encoding="utf-8")
    code, _, err = run(capsys, "build", "--content", str(SMALL), "--out", str(tmp_path / out), *DAY)
    assert code == 2
    assert err.startswith("Fout: ")


def test_the_end_of_the_calendar_is_no_day(capsys):
    assert run(capsys, "build", "--today", "9999-12-31")[0] == 2


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--voor", "bestaat-niet"], "is geen map met inhoud"),
        (["--bericht", "README.md"], "--bericht hoort bij --voor"),
        (["--voor", str(SMALL), "--bericht", "bestaat-niet"], "bestaat-niet: dat kan niet"),
    ],
)
def test_a_change_that_cannot_be_judged_is_said(options: list[str], says: str, capsys: pytest.CaptureFixture[str]):
    assert main(["check", "--content", str(SMALL), *options]) == 2
    assert says in capsys.readouterr().err
