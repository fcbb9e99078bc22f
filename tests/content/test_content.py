"""The content is read, shown, mended and carried on as what it says."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import icalendar
import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.give.form_rules import form_rules, place_rules
from generator.give.json_schema import schemas
from generator.judge.for_browser import judged_in_browser
from generator.model.catalogue import Entry
from generator.model.entry_data import entry_data
from generator.model.files import ADDED, SINGLES
from generator.read import typed
from generator.read.entry_yaml import entry_yaml
from generator.read.folder import File
from generator.read.load import parsed
from generator.work.cache import digest
from tests.node import asked, card_of
from tests.pages import bad_html, broken_links, from_elsewhere, pages_of, unordered_headings
from tests.paper import codes
from tests.support import PROJECT, files


def test_check_finds_no_errors(catalogue):
    assert catalogue.domains


def test_the_whole_site_is_made_and_nothing_is_left_out(made):
    """Only where the tests run must all parts be there; what is left out here lacks a part of the system, or does not fit."""
    site, report = made
    assert report.written is not None
    assert report.notes == ()
    assert (site / "index.html").is_file()


def test_every_page_is_valid_html(site: Path):
    assert bad_html(site) == ""


def test_no_link_inside_the_site_is_broken_and_nothing_comes_from_elsewhere(site: Path):
    pages = pages_of(site)
    assert len(pages) > 20
    assert broken_links(site, pages) == []
    assert from_elsewhere(pages) == []
    assert unordered_headings(pages) == []


def test_every_file_is_valid_for_its_schema_and_points_an_editor_at_it(content: Path):
    validators = {name: Draft202012Validator(schema) for name, schema in schemas().items()}
    for path in sorted(content.rglob("*.yml")):
        inside = path.relative_to(content).parts
        name = inside[0] if len(inside) > 1 else path.stem
        assert len(inside) > 1 or path.name in {kind.file for kind in SINGLES}
        text = path.read_text(encoding="utf-8")
        errors = [error.message for error in validators[name].iter_errors(yaml.load(text, Loader=yaml.BaseLoader))]
        assert errors == [], path
        first = text.partition("\n")[0]
        if content == PROJECT / "content" and first.startswith("# yaml-language-server: $schema="):
            assert (path.parent / first.partition("=")[2]).resolve() == PROJECT / "schema" / f"{name}.json", path


def test_every_entry_can_be_mended_and_is_read_again_as_the_same(catalogue):
    for folder, model in ADDED.items():
        for entry in getattr(catalogue, folder).values():
            text = entry_yaml(folder, entry_data(entry.model), 2)
            again = parsed(text.encode(), File(entry.path, entry.id, folder, model), digest(text))
            assert isinstance(again, Entry), again
            assert again.model == entry.model


def test_the_form_finds_no_fault_in_what_check_accepts_and_its_card_says_what_the_site_says(tmp_path: Path, catalogue):
    entries = list(catalogue.activities.values())
    if not entries:
        return
    rules, today = (
        form_rules(catalogue, {**judged_in_browser(), "getypt": typed.for_browser()}),
        date.today().isoformat(),
    )
    spots = [catalogue.locations.get(entry.model.locatie) for entry in entries]
    items = [(entry_data(one.model), spot and entry_data(spot.model)) for one, spot in zip(entries, spots, strict=True)]
    for entry, answer in zip(entries, asked(tmp_path, "known", items, rules=rules), strict=True):
        assert answer == card_of(catalogue, entry), entry.id
    for place in catalogue.municipalities.values():
        about = place_rules(catalogue, place)
        here = [entry for entry in entries if entry.model.gemeente == place.id]
        found = asked(tmp_path, "judge", [entry_data(one.model) for one in here], rules=rules, place=about, today=today)
        for entry, answer in zip(here, found, strict=True):
            # The form is for entries that come or change: their own name is taken, and that is not a fault.
            assert [one["code"] for one in answer if not one.get("tip")] == [], entry.id


def test_every_calendar_is_one(site: Path):
    for path in site.rglob("kalender.ics"):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        for event in calendar.walk("VEVENT"):
            assert event["UID"]
            assert event["DTSTART"]
            assert "SEQUENCE" in event


def test_every_practice_has_its_paper_and_its_code_opens_its_page(site: Path, catalogue, tmp_path: Path):
    host = "https://activiteitenwijzer.example/"
    for id_ in catalogue.practices:
        folder = site / "praktijken" / id_
        assert {"flyer.pdf", "poster.pdf", "kaartjes.pdf"} <= {path.name for path in folder.iterdir()}
        assert codes(folder / "qr.png", tmp_path) == [f"{host}praktijken/{id_}/"]


def test_the_site_says_nothing_to_visitors_that_an_editor_must_still_do(site: Path):
    for path, raw in files(site).items():
        if path.endswith(".html"):
            text = raw.decode()
            for words in (
                "is nog niet bekend. Wordt",
                "Wie deze site bijhoudt",
                "Laat uw huisartsengroep",
                "het adres van deze site. Daarna",
                'href="mailto:?subject=Klopt',
            ):
                assert words not in text, path


def test_a_site_of_the_same_day_has_the_same_bytes(site: Path, content: Path, tmp_path: Path):
    command = [
        sys.executable,
        "-m",
        "generator",
        "build",
        "--content",
        str(content),
        "--out",
        str(tmp_path / "site"),
        "--site-url",
        "https://activiteitenwijzer.example/",
    ]
    environment = {**os.environ, "TZ": "UTC", "LC_ALL": "C", "PYTHONPATH": str(PROJECT)}
    subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=True)
    before, after = files(site), files(tmp_path / "site")
    assert [path for path in before if before[path] != after.get(path)] == []
    assert before.keys() == after.keys()


@pytest.mark.parametrize("name", ["zoeken/zoek.json", "meedoen/formulier/regels.json"])
def test_what_scripts_read_is_json(site: Path, name: str):
    path = site / name
    if path.is_file():
        assert json.loads(path.read_text(encoding="utf-8"))
