"""A site for another municipality: begun in one command, without errors, and brought to a newer version without losing a letter."""

import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import verbs
from generator.dutch import places
from generator.model.problem import errors
from generator.model.schema import Forge, Regio
from generator.read import general
from generator.write import starting
from generator.write.starting import (
    KEPT,
    PACKAGES,
    PROGRAM,
    Beginning,
    StartError,
    _quoted,
    begin,
    in_regions,
    place_of,
)
from tests.support import PROJECT, TODAY, build, change, check, files


def run(*arguments: str) -> int:
    return verbs.main(["start", *arguments])


def test_every_municipality_of_the_country_can_begin(tmp_path: Path):
    found = tuple(place_of(name) for name in places.municipality_names().values())
    assert len({place.id for place in found}) == len(found) > 340
    begin(tmp_path / "land", Beginning(in_regions(found, ["midden"])))
    assert [str(problem) for problem in errors(check(tmp_path / "land/content"))] == []


@pytest.mark.parametrize("forge", list(Forge))
def test_a_repository_that_begins_builds_and_is_whole(tmp_path: Path, forge: Forge):
    out = tmp_path / "nieuw"
    assert run("Reimerswaal", "Goes", "--out", str(out), "--forge", str(forge), "--mail", "info@zeeland.example") == 0
    assert list(errors(check(out / "content"))) == []
    assert {path.name for path in (out / "content/municipalities").iterdir()} == {"reimerswaal.yml", "goes.yml"}
    assert not (out / "content/activities").exists()
    workflow = {
        "github": ".github/workflows/site.yml",
        "forgejo": ".forgejo/workflows/site.yml",
        "gitlab": ".gitlab-ci.yml",
    }
    assert yaml.safe_load((out / workflow[str(forge)]).read_text(encoding="utf-8"))
    assert [path for kind, path in workflow.items() if kind != str(forge) and (out / path).exists()] == []
    assert "--hash=sha256:" in (out / PACKAGES).read_text(encoding="utf-8")
    site = files(build(out / "content", tmp_path))
    assert b"Yerseke" in site["reimerswaal/index.html"] or b"Reimerswaal" in site["reimerswaal/index.html"]
    readme = (out / "README.md").read_text(encoding="utf-8")
    assert "Reimerswaal en Goes" in readme
    assert not re.search(r"<<|<%|{{", readme)


def test_a_build_takes_the_repository_for_its_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "nieuw"
    assert run("Goes", "--out", str(out)) == 0
    assert verbs.main(["check", "--content", str(out)]) == 0
    assert "0 fouten" in capsys.readouterr().out


def test_nobody_elses_entries_come_along_but_drafts_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    draft = "# yaml-language-server: $schema=../../../schema/drafts.json\ntitel: Soep eten\ngemeente: {}\nbron: [{{wat: folder}}]\n"
    for place in ("assen", "goes"):
        change(tmp_path / "mee", {"bestanden": {f"drafts/{place}/soep.yml": draft.format(place)}})
    monkeypatch.setattr("generator.read.general.FOLDER", tmp_path / "mee")
    out = tmp_path / "nieuw"
    assert run("Assen", "--out", str(out)) == 0
    assert [path.relative_to(out).as_posix() for path in (out / "content/drafts").rglob("*.yml")] == [
        "content/drafts/assen/soep.yml"
    ]
    assert (out / "content/drafts/assen/soep.yml").read_text(encoding="utf-8").startswith("titel: Soep eten")
    assert "(1 keer)" in (out / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Apeldorn"], 'Bedoelt u "Apeldoorn"'),
        (["Nijeveen"], "een plaats in de gemeente Meppel"),
        (["Apeldoorn"], "--vakantieregio apeldoorn=noord"),
        (["Goes", "--vakantieregio", "west"], '"west" is geen regio'),
        ([], "Zeg voor welke gemeente"),
        (["Bergen"], "Schrijf Bergen (L.) of Bergen (NH.)"),
        (["Treebeek"], "Schrijf de naam van de gemeente"),
        (["Goes", "--uitgever", "<b>Stichting</b>"], "zonder < en >"),
        (["Goes", "--naam", "Wijzer\nmail: x"], "een regel gewone tekst"),
        (["Goes", "--programma", "git+https://x\n--index-url"], "git+https://"),
    ],
)
def test_what_cannot_begin_is_said_with_the_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
):
    with suppress(SystemExit):
        assert run(*arguments, "--out", str(tmp_path / "nieuw")) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "nieuw").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "brief.txt").write_text("van mij")
    assert run("Goes", "--out", str(tmp_path)) == 2
    assert "is niet leeg" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


def test_a_region_is_asked_where_a_province_has_several():
    found = (place_of("Apeldoorn"), place_of("Goes"))
    assert [place.region for place in found] == [None, Regio.ZUID]
    assert [place.region for place in in_regions(found, ["midden"])] == [Regio.MIDDEN, Regio.ZUID]
    assert [place.region for place in in_regions(found, ["apeldoorn=midden", "goes=noord"])] == [
        Regio.MIDDEN,
        Regio.NOORD,
    ]
    with pytest.raises(StartError):
        in_regions(found, ["elders=midden"])


def test_somebody_at_a_terminal_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    answers = iter(
        ["west", "midden", "sneeuw", "gitlab", "Welzijn: Oost & Co", "geen adres", "a@b.nl", "https://w.example/"]
    )
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert run("Apeldoorn", "--out", str(tmp_path / "nieuw")) == 0
    assert next(answers, None) is None
    found = yaml.load((tmp_path / "nieuw/content/site.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    assert (found["uitgever"], found["mail"], found["adres"]) == ("Welzijn: Oost & Co", "a@b.nl", "https://w.example/")
    assert found["forge"] == "gitlab"


@settings(max_examples=300, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).filter(
        lambda text: text == text.strip()
    )
)
def test_what_somebody_typed_is_read_back(text: str):
    assert yaml.load(f"naam: {_quoted(text)}      # iets\n", yaml.BaseLoader)["naam"] == text


def begun(tmp_path: Path, program: str = "") -> Path:
    out = tmp_path / "nieuw"
    assert run("Goes", "--out", str(out), *(["--programma", program] if program else [])) == 0
    return out


def test_a_newer_version_brings_what_it_keeps_up_and_touches_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """As the folder of a site of the version before: other packages, another workflow, and one that its owner changed."""
    out = begun(tmp_path)
    noted = json.loads((out / KEPT).read_text(encoding="utf-8"))
    old = "# een oudere werkstroom\n"
    from generator.work.cache import digest

    (out / ".github/workflows/site.yml").write_text(old, encoding="utf-8")
    noted["bestanden"][".github/workflows/site.yml"] = digest(old)
    (out / KEPT).write_text(json.dumps(noted), encoding="utf-8")
    (out / "Makefile").write_text("# van mij\n", encoding="utf-8")
    (out / "content/safety.yml").write_text("# ook van mij\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in (out / "content").rglob("*") if path.is_file()}
    capsys.readouterr()
    assert run("--out", str(out), "--bijwerken") == 0
    told = capsys.readouterr().out
    assert ".github/workflows/site.yml is bijgewerkt." in told
    assert "Makefile hebt u zelf veranderd" in told
    assert (out / "Makefile").read_text(encoding="utf-8") == "# van mij\n"
    assert "make site" in (out / "Makefile.nieuw").read_text(encoding="utf-8")
    assert (out / ".github/workflows/site.yml").read_text(encoding="utf-8") != old
    assert {path: path.read_bytes() for path in (out / "content").rglob("*") if path.is_file()} == before


def test_the_version_is_pinned_where_it_came_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    out = begun(tmp_path, "git+https://forge.example/wijzer.git@v0.1.0")
    monkeypatch.setattr(starting, "_whereabouts", lambda: iter(["git+https://forge.example/wijzer.git@1a2b3c"]))
    assert run("--out", str(out), "--bijwerken") == 0
    assert "programma.txt noemt nu deze versie" in capsys.readouterr().out
    assert "activiteitenwijzer @ git+https://forge.example/wijzer.git@1a2b3c\n" in (out / PROGRAM).read_text("utf-8")
    monkeypatch.setattr(starting, "_whereabouts", lambda: iter(["git+https://elders.example/wijzer.git@9"]))
    assert run("--out", str(out), "--bijwerken") == 0
    assert "1a2b3c" in (out / PROGRAM).read_text("utf-8")  # another repository is its owner's choice


def test_no_site_begins_within_the_content_of_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run("Goes", "--out", str(tmp_path / "een")) == 0
    assert run("Goes", "--out", str(tmp_path / "een/content/drafts/twee")) == 2
    assert "ligt in de inhoud van een andere site" in capsys.readouterr().err


def test_a_folder_of_somebody_else_is_not_brought_up_to_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run("--out", str(tmp_path), "--bijwerken") == 2
    assert f"{KEPT} ontbreekt" in capsys.readouterr().err


def test_the_newest_version_is_the_last_tag_of_the_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    program = tmp_path / "programma"
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@x", "-C", str(program)]
    subprocess.run(["git", "init", "-q", str(program)], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "x"], check=True)
    out = begun(tmp_path, f"git+file://{program}@v0.1.0")
    capsys.readouterr()
    assert run("--out", str(out), "--nieuwste") == 2
    assert "heeft nog geen uitgave" in capsys.readouterr().err
    for version in ("v0.9.0", "v0.10.0", "v0.2.0"):
        subprocess.run([*git, "tag", version], check=True)
    assert run("--out", str(out), "--nieuwste") == 0
    assert capsys.readouterr().out == f"activiteitenwijzer @ git+file://{program}@v0.10.0\n"
    assert f"git+file://{program}@v0.1.0" in (out / PROGRAM).read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_site_of_this_version_gets_the_words_of_the_next(tmp_path: Path):
    """The same content under two versions of the program, each as a package by itself: a general file that changes reaches the site."""
    out = begun(tmp_path)
    before = {path: path.read_bytes() for path in (out / "content").rglob("*") if path.is_file()}
    for version, word in (("een", ""), ("twee", "Gewoon ")):
        package = tmp_path / version
        shutil.copytree(PROJECT / "generator", package / "generator", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(PROJECT / "mkdocs.yml", package)
        for name in ("site_overrides", "requirements"):
            shutil.copytree(PROJECT / name, package / name)
        for name in ("domains", "pages"):
            shutil.copytree(general.FOLDER / name, package / "content" / name)
        for name in ("kinds", "synonyms", "questions", "safety", "referral", "referrers"):
            shutil.copy(general.FOLDER / f"{name}.yml", package / "content")
        theme = package / "content/domains/bewegen-en-plezier.yml"
        theme.write_text(theme.read_text(encoding="utf-8").replace("kort: ", f"kort: {word}", 1), encoding="utf-8")
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        own, day = ["--content", str(out), "--out", str(tmp_path / f"site-{version}")], ["--today", TODAY.isoformat()]
        for asked in (["start", "--bijwerken", "--out", str(out)], ["build", *own, *day]):
            command = [sys.executable, "-m", "generator", *asked]
            subprocess.run(command, cwd=package, env=clean, check=True, capture_output=True)
    pages = [(tmp_path / f"site-{version}/index.html").read_text(encoding="utf-8") for version in ("een", "twee")]
    assert ["Gewoon " in page for page in pages] == [False, True]
    assert {path: path.read_bytes() for path in (out / "content").rglob("*") if path.is_file()} == before
