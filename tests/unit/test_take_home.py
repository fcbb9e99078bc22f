"""The leaf of an activity, the mark of what was told, and addresses that moved."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
import segno

from generator.give import qr
from generator.model.addresses import file_number
from generator.model.resolved import Resolved
from generator.views.activity.mark import mark
from generator.views.activity.take_home import take_home
from tests.support import SAMPLE, TODAY, build, change, copy_small, files, loaded

NBSP = "\u00a0"
SAME = ["samenvatting: U zingt", "beschrijving: |\n  U hoeft", "gecontroleerd: {op: 2026-11-20", "zoekwoorden: [koor]"]
OTHER = {
    "activities/dorp/zingen.yml": [
        ("van: 19.30", "van: 20.00"),
        ("bedrag_euro: 2,50", "bedrag_euro: 3"),
        ("aanmelden: eerste-keer", "aanmelden: nodig"),
        ("alleen_komen: ja", "alleen_komen: nee"),
    ],
    "locations/kerk.yml": [("naam: Dorpskerk", "naam: Oude kerk")],
    "organisations/koor.yml": [("0522 254 321", "0522 254 322")],
}


def zingen(catalogue):
    return catalogue.activities["dorp/zingen"]


def test_a_leaf_has_what_somebody_takes_home():
    leaf = take_home(loaded(), zingen(loaded()), TODAY)
    assert leaf.state == "loopt"
    assert leaf.when[0].startswith("Elke donderdag van 19.30 tot 21.30")
    assert [one.text for one in leaf.dates[:2]] == [
        f"donderdag {day} 2026 van 19.30 tot 21.30{NBSP}uur" for day in ("26 november", "3 december")
    ]
    assert {fact.kind for fact in leaf.facts} == {"waar", "kosten", "aanmelden", "vervoer", "eerste-keer"}
    first = next(fact for fact in leaf.facts if fact.kind == "eerste-keer")
    assert first.lines[:2] == ("U kunt alleen komen", "Er kan iemand met u meegaan")
    assert [(way.text, way.address) for way in leaf.call] == [
        ("Koor & Klank", ""),
        ("0522 254 321", "tel:+31522254321"),
        ("info@koor.example", "mailto:info@koor.example"),
        ("koor.example", "https://www.koor.example/"),
    ]
    assert "hoe u er komt" not in leaf.unknown
    assert leaf.coaches[0].phone == "0522 254 321"


def test_what_nobody_knows_is_said_and_never_guessed():
    leaf = take_home(loaded(), loaded().activities["dorp/handwerken"], TODAY)
    assert (leaf.when, leaf.dates) == ((), ())
    assert leaf.unknown == (
        "dag en tijd, prijs, aanmelden, alleen komen, welke deur, wie u ontvangt, hoe groot de groep is en wat u meeneemt"
    )


def test_what_has_stopped_has_no_facts_and_offers_another():
    catalogue = loaded()
    leaf = take_home(catalogue, catalogue.activities["dorp/oud-koor"], TODAY)
    assert (leaf.state, leaf.facts, leaf.call, leaf.dates, leaf.unknown) == ("gestopt", (), (), (), "")
    assert [other.pick for other in leaf.instead] == [f"dorp/zingen.{mark(Resolved(catalogue, zingen(catalogue)))}"]


def test_there_are_dates_enough_to_be_opened_weeks_later():
    leaf = take_home(loaded(), zingen(loaded()), TODAY)
    later = (TODAY + timedelta(days=21)).isoformat()
    assert len([one for one in leaf.dates if one.day >= later]) >= 1
    assert leaf.dates == tuple(sorted(leaf.dates, key=lambda one: one.day))


@pytest.mark.parametrize(("path", "old", "new"), [(path, *pair) for path, pairs in OTHER.items() for pair in pairs])
def test_the_mark_changes_with_what_a_visitor_was_told(tmp_path: Path, path: str, old: str, new: str):
    content = copy_small(tmp_path / "content")
    before = loaded(content)
    change(content, {"vervang": {path: [old, new]}})
    after = loaded(content)
    assert mark(Resolved(before, zingen(before))) != mark(Resolved(after, zingen(after)))


@pytest.mark.parametrize("start", SAME)
def test_the_mark_stays_when_only_words_around_it_change(tmp_path: Path, start: str):
    content = copy_small(tmp_path / "content")
    before = loaded(content)
    changed = start.replace("2026-11-20", "2026-11-21") if "2026" in start else f"{start[:-1]}x{start[-1]}"
    change(content, {"vervang": {"activities/dorp/zingen.yml": [start, changed]}})
    after = loaded(content)
    assert mark(Resolved(before, zingen(before))) == mark(Resolved(after, zingen(after)))


def test_a_mark_is_three_signs_that_an_address_can_hold():
    catalogue = loaded(SAMPLE)
    marks = [mark(Resolved(catalogue, entry)) for entry in catalogue.activities.values()]
    assert all(re.fullmatch("[a-z0-9]{3}", one) for one in marks)
    assert len(set(marks)) > len(marks) - 3


def test_an_earlier_address_leads_on_with_and_without_a_script(small_site: Path):
    html = (small_site / "dorp/koor-oud/index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../../dorp/zingen/">' in html
    assert '<link rel="canonical" href="https://testwijzer.example/wijzer/dorp/zingen/">' in html
    assert re.search(r'<a class="button" href="../../dorp/zingen/">Samen zingen in het dorpskoor', html)
    leaves = (small_site / "dorp/bladen-1.html").read_text(encoding="utf-8")
    assert 'data-van="dorp/koor-oud"' in leaves
    assert leaves.count('data-blad="dorp/zingen"') == 2  # at its address of now, and of before
    assert "dorp/koor-oud" not in (small_site / "sitemap.xml").read_text(encoding="utf-8")


def test_every_activity_has_a_leaf_that_weighs_little(sample_site: Path):
    import gzip

    leaves = {path: raw for path, raw in files(sample_site).items() if "/bladen-" in path}
    catalogue = loaded(SAMPLE)
    found = [id_ for raw in leaves.values() for id_ in re.findall(r'data-van="([^"]+)"', raw.decode())]
    assert sorted(found) == sorted(catalogue.activities)
    for path, raw in leaves.items():
        amount = raw.count(b"data-van=")
        assert len(gzip.compress(raw)) < 700 + 600 * amount
        assert b'<meta name="robots" content="noindex">' in raw
        assert b"<script" not in raw
        place, number = re.match(r"(.+)/bladen-(\d+)\.html", path).groups()
        files_ = int(re.search(rb'data-bestanden="(\d+)"', raw)[1])
        assert all(file_number(id_, files_) == int(number) for id_ in re.findall(r'data-van="([^"]+)"', raw.decode()))
        assert amount > 1 or len(catalogue.by_municipality[place]) <= files_


@pytest.mark.parametrize("address", ["https://x.example/a/", "https://activiteitenwijzer.example/" + "a" * 90 + "/"])
def test_a_kept_code_is_the_code_itself(address: str):
    size, path = qr.path(qr.modules(address))
    drawn: set[tuple[int, int]] = set()
    at, line = 0, 0
    for column, row, along, lifted in re.findall(r"M(\d+) (\d+)\.5|h(\d+)|m(\d+) 0", path):
        if column:
            at, line = int(column), int(row)
        drawn |= {(at + step, line) for step in range(int(along or 0))}
        at += int(along or lifted or 0)
    matrix = segno.make_qr(address, error=qr.CORRECTION, boost_error=False, mask=qr.MASK).matrix
    assert size == len(matrix) + 8
    assert drawn == {(x + 4, y + 4) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}


@pytest.mark.slow
def test_the_code_of_an_activity_stands_on_its_paper_and_not_on_the_screen(small_site: Path, tmp_path: Path):
    html = (small_site / "dorp/zingen/index.html").read_text(encoding="utf-8")
    assert '<svg class="code print-only" viewBox="0 0 ' in html
    content = copy_small(tmp_path / "content")
    change(content, {"vervang": {"site.yml": ["adres: https://testwijzer.example/wijzer/", "adres: onbekend"]}})
    without = build(content, tmp_path) / "dorp/zingen/index.html"
    assert 'class="code' not in without.read_text(encoding="utf-8")
