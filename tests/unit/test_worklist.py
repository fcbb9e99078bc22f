"""The work-list of a ringing round; its golden output is in tests/site/expected/belronde.*."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest

from generator.cli.verbs import main
from generator.give import worklist as lists
from generator.give.form_rules import form_rules, place_rules
from generator.judge.for_browser import judged_in_browser
from generator.model.entry_data import entry_data
from generator.model.forges import edit_address
from generator.read.typed import for_browser
from generator.views.volunteers.talk import Item
from generator.views.volunteers.worklist import worklist
from tests.node import asked
from tests.support import SAMPLE, SMALL, TODAY, change, copy_small, loaded

DAY = ["--today", TODAY.isoformat()]


def items_of(content: Path = SMALL) -> list[Item]:
    """Return what is asked of activities and drafts; what is asked of practices and municipalities stands in test_learning."""
    return [item for talk in worklist(loaded(content), TODAY) for item in talk.items if not item.referral]


def test_only_what_was_not_checked_lately_is_asked():
    ids = [item.id for item in items_of()]
    assert ids[:4] == ["dorp/handwerken", "dorp/koffie", "stad/computerles", "stad/wandelen"]
    assert ids[4:] == [
        "stad/schaken",
        "elders/zwemmen",
    ]  # drafts come last, those of a municipality that is not on the site behind them
    later = [item.id for talk in worklist(loaded(), TODAY + timedelta(days=200)) for item in talk.items]
    assert "dorp/zingen" in later
    assert "dorp/oud-koor" not in later  # it has stopped


def test_an_organisation_is_asked_about_everything_at_once_and_who_can_be_rung_comes_first():
    talks = [talk for talk in worklist(loaded(SAMPLE), TODAY) if not talk.items[0].referral]
    assert len({talk.id for talk in talks}) == len(talks)
    ways = [(bool(talk.phone), bool(talk.email)) for talk in talks]
    assert ways == sorted(ways, reverse=True)
    assert sum(len(talk.items) for talk in talks) == 70


def test_the_first_question_is_whether_what_we_say_is_so():
    items = {item.id: item for talk in worklist(loaded(), TODAY) for item in talk.items}
    assert items["dorp/handwerken"].questions[0] == "Klopt dit nog: Dorpskerk, Kerkstraat 1, Oost, Dorp?"
    assert items["dorp/koffie"].questions[0] == "Het is er nu even niet. Wanneer begint het weer?"
    after = {item.id: item for talk in worklist(loaded(), date(2027, 2, 1)) for item in talk.items}
    assert after["dorp/koffie"].questions[0] == "Het zou er vanaf 15 januari 2027 weer zijn. Is dat zo?"


def test_a_date_that_is_past_is_asked_for_a_new_one(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    change(
        content,
        {"vervang": {"activities/dorp/handwerken.yml": ["wanneer: onbekend", "wanneer:\n  - datum: 2026-10-01"]}},
    )
    items = {item.id: item for talk in worklist(loaded(content), TODAY) for item in talk.items}
    assert items["dorp/handwerken"].questions[0] == "De laatste datum is voorbij. Komt er een nieuwe?"


@pytest.mark.parametrize(
    ("forge", "address"),
    [
        ("github", "https://forge.example/test/wijzer/edit/main/content/activities/a%20b.yml"),
        ("forgejo", "https://forge.example/test/wijzer/_edit/main/content/activities/a%20b.yml"),
        ("gitlab", "https://forge.example/test/wijzer/-/edit/main/content/activities/a%20b.yml"),
        ("", ""),
    ],
)
def test_a_file_can_be_opened_on_the_forge(tmp_path: Path, forge: str, address: str):
    content = copy_small(tmp_path / "content")
    old = "repository: https://forge.example/test/wijzer"
    change(content, {"vervang": {"site.yml": [old, f"{old}\nforge: {forge}" if forge else "repository: onbekend"]}})
    assert edit_address(loaded(content).settings.model, "content/activities/a b.yml") == address


def test_a_spreadsheet_gets_a_row_an_activity_and_no_formula():
    text = lists.as_csv(worklist(loaded(), TODAY), TODAY)
    assert text.startswith("\ufefforganisatie;telefoon;")  # so that a Dutch Excel reads it
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    own = [row["bestand"] for row in rows if row["bestand"].split("/")[1] in ("activities", "drafts")]
    assert [path.rpartition("/")[2] for path in own] == [
        "handwerken.yml",
        "koffie.yml",
        "computerles.yml",
        "wandelen.yml",
        "schaken.yml",
        "zwemmen.yml",
    ]


def test_reminders_stand_on_working_days_four_a_day():
    talks = worklist(loaded(SAMPLE), TODAY)
    calendar = icalendar.Calendar.from_ical(lists.as_calendar(talks, TODAY))
    days = [event["DTSTART"].dt for event in calendar.walk("VEVENT")]
    assert len(days) == len(talks)
    assert days == sorted(days)
    assert all(day.weekday() < 5 and day > TODAY for day in days)
    assert max(days.count(day) for day in days) == 4
    assert days[4] == days[0] + timedelta(days=1)


def test_text_of_an_author_stays_text_in_an_issue():
    assert lists._escaped("a *b* [c](d) <e>") == "a \\*b\\* \\[c\\](d) \\<e\\>"


def test_the_line_is_one_that_check_takes(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    item = next(item for talk in worklist(loaded(content), TODAY) for item in talk.items if item.id == "stad/wandelen")
    file = content / "activities/stad/wandelen.yml"
    file.write_text(file.read_text(encoding="utf-8") + item.line + "\n", encoding="utf-8")
    assert loaded(content).activities["stad/wandelen"].model.gecontroleerd.op == TODAY
    assert "stad/wandelen" not in [item.id for talk in worklist(loaded(content), TODAY) for item in talk.items]


def test_when_all_is_fresh_it_says_so():
    assert lists.as_text((), TODAY) == "Op 22 november 2026 is alles korter dan een half jaar geleden nagevraagd.\n"


@pytest.mark.parametrize("form", ["text", "markdown", "csv", "ics"])
def test_the_verb_prints_the_list(capsys: pytest.CaptureFixture[str], form: str):
    assert main(["stale", "--content", str(SMALL), "--format", form, *DAY]) == 0
    assert "Koor & Klank" in capsys.readouterr().out.replace("\\", "")


def test_with_errors_there_is_no_list(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    content = copy_small(tmp_path / "content")
    change(content, {"vervang": {"activities/dorp/zingen.yml": ["organisatie: koor", "organisatie: kor"]}})
    assert main(["stale", "--content", str(content), *DAY]) == 1
    found = capsys.readouterr()
    assert found.out == ""
    assert "A011" in found.err
    assert "Eerst moeten deze fouten weg." in found.err


def test_one_link_says_that_an_activity_is_still_true():
    talks = worklist(loaded(), TODAY, "https://wijzer.example/")
    items = [item for talk in talks for item in talk.items]
    assert items[0].still == "https://wijzer.example/meedoen/formulier/#dorp/handwerken&klopt"
    assert f"[Zeg dat het klopt]({items[0].still})" in lists.as_markdown(talks, TODAY)
    assert f"Klopt alles? Open: {items[0].still}" in lists.as_text(talks, TODAY)
    assert items[0].line not in lists.as_text(talks, TODAY)


def test_one_municipality_at_a_time():
    talks = worklist(loaded(), TODAY, municipality="stad")
    assert {item.place for talk in talks for item in talk.items} == {"Stad"}


def test_the_address_of_the_site_may_lack_its_slash():
    (talk, *_) = worklist(loaded(), TODAY, "https://wijzer.example")
    assert talk.items[0].still.startswith("https://wijzer.example/meedoen/")


def test_a_municipality_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]):
    assert main(["stale", "--content", str(SMALL), "--gemeente", "dorpp", *DAY]) == 2
    assert 'Bedoelt u "dorp"?' in capsys.readouterr().err


def test_a_draft_is_asked_with_what_was_found_and_what_is_missing():
    by_id = {item.id: item for talk in worklist(loaded(), TODAY) for item in talk.items}
    chess = by_id["stad/schaken"]
    assert (
        chess.questions[0]
        == "Is dit nog zo: Elke woensdag vanaf 14.00\u00a0uur; Vrijwillige bijdrage; Bibliotheek, Markt 3?"
    )
    assert "Tot hoe laat duurt het?" in chess.questions
    assert "Notitie: Oud bericht; vraag eerst of het nog bestaat." in chess.questions
    assert chess.still.startswith("https://testwijzer.example/wijzer/meedoen/formulier/#nieuw=")
    assert (by_id["elders/zwemmen"].still, by_id["elders/zwemmen"].place) == ("", "Elders")
    assert "stad" not in {
        item.id.split("/")[0] for talk in worklist(loaded(), TODAY, "", "elders") for item in talk.items
    }


def test_a_draft_is_on_no_page_and_in_no_file_of_the_site(small_site: Path):
    for path in small_site.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            assert b"schaken" not in raw.lower(), path
            assert b"zwembad" not in raw, path


def test_the_form_is_filled_in_with_all_that_a_draft_says(tmp_path: Path):
    catalogue = loaded()
    (link,) = [item.still for talk in worklist(catalogue, TODAY) for item in talk.items if item.id == "stad/schaken"]
    (found,) = asked(tmp_path, "draft", [link.partition("#nieuw=")[2]])
    told = entry_data(catalogue.drafts["stad/schaken"].model)
    names = {name: told.pop(name, "") for name in ("organisatie", "locatie", "adres", "postcode", "plaats")}
    del told["notities"]
    assert found["names"] == names | {"alleen_hier": False}
    assert found["entry"] == told | {"aanmelden": "onbekend"}
    rules = form_rules(catalogue, {**judged_in_browser(), "getypt": for_browser()})
    place = place_rules(catalogue, catalogue.municipalities["stad"])
    (files,) = asked(tmp_path, "drafted", [[found, place]], rules=rules)
    made = {one["folder"]: one["entry"] for one in files}
    assert made["activities"]["wanneer"] == told["wanneer"]
    assert made["activities"]["kosten"] == {"vrijwillig": "ja"}
    assert made["activities"]["bron"] == told["bron"]
    assert made["organisations"] == {"naam": "Schaakclub De Toren", "contact": {"telefoon": "0522 254 399"}}
    assert (made["locations"]["naam"], made["locations"]["adres"]) == ("Bibliotheek", "Markt 3")


def test_a_link_to_a_draft_that_is_not_whole_is_no_draft(tmp_path: Path):
    broken = ["", "eyJ0aXRlbCI6", "%%%", "bnVsbA", "e30", "WzFd", "eyJ0aXRlbCI6MSwiYnJvbiI6W119"]
    assert asked(tmp_path, "draft", broken) == [None] * len(broken)
