"""What there is and what is missing: the tables, the sentences, the numbers."""

import csv
import io
from pathlib import Path

import pytest

from generator.give.numbers import COLUMNS, numbers
from generator.views.lists.shelf import shelf
from generator.views.volunteers.overview import UNKNOWN_LABEL, gaps, quarters
from generator.views.volunteers.overview_page import overview_in_place, overview_page
from tests.support import SAMPLE, TODAY, loaded

pytestmark = pytest.mark.slow


def table(page, id_: str) -> dict[str, dict[str, int]]:
    found = next(one for one in page.tables if one.id == id_)
    return {
        line.name: {**dict(zip(found.columns, (cell.amount for cell in line.cells), strict=True)), "samen": line.total}
        for line in found.lines
    }


def dorp(catalogue=None):
    catalogue = catalogue or loaded()
    return overview_in_place(catalogue, catalogue.municipalities["dorp"], TODAY)


def test_each_theme_is_counted_by_day_and_what_is_not_known_stands_apart():
    days = table(dorp(), "dag")
    assert days["Kunst en cultuur"]["donderdag"] == 1
    assert days["Kunst en cultuur"]["samen"] == 2  # the old choir has stopped
    assert days["Eten en ontmoeten"]["maandag"] == 1
    assert days["Natuur en genieten"]["samen"] == 0
    assert table(overview_page(loaded(), TODAY), "kosten")["Ontdekken en doen"][UNKNOWN_LABEL] == 1


def test_a_number_and_its_bar_say_the_same():
    for page in (dorp(), overview_page(loaded(SAMPLE), TODAY)):
        for one in page.tables:
            # One scale a table: twice as much is twice as long, in whichever row.
            most = max([cell.amount for line in one.lines for cell in line.cells] + [1])
            for line in one.lines:
                assert [cell.share for cell in line.cells] == [round(100 * cell.amount / most) for cell in line.cells]


def test_what_is_missing_is_said_in_words():
    assert dorp().gaps[:5] == (
        "In Dorp is er niets van: Ontdekken en doen, Bewegen en plezier en Natuur en genieten.",
        "In Dorp is er in het weekend niets van: Eten en ontmoeten.",
        "Zover bekend is er in Dorp in het weekend niets van: Kunst en cultuur. Van een deel weten wij de dag nog niet.",
        "Zover bekend is er in Dorp niets gratis van: Kunst en cultuur. Van een deel weten wij de prijs nog niet.",
        "In Centrum weten wij nog niets.",
    )
    real = loaded(SAMPLE)
    meppel = overview_in_place(real, real.municipalities["meppel"], TODAY).gaps
    assert any(gap.startswith("Zover bekend is er in Nijeveen in het weekend niets van: ") for gap in meppel)
    assert list(gaps(loaded(), "Leeg", (), TODAY)) == ["In Leeg weten wij nog niets."]


def test_every_activity_stands_in_one_quarter_or_with_the_rest():
    real = loaded(SAMPLE)
    place = real.municipalities["meppel"]
    listed = shelf(real, TODAY).by_place["meppel"]
    parts = quarters(real, place, listed)
    assert sorted(entry.id for entries in parts.values() for entry in entries) == sorted(entry.id for entry in listed)
    assert [name for name in parts if name in place.model.wijken] == list(place.model.wijken)


def test_organisations_that_were_asked_longest_ago_come_first():
    rows = overview_page(loaded(), TODAY).freshness
    assert [(row.name, row.total, row.fresh, row.last) for row in rows] == [
        ("Groen Doen", 2, 0, "nog nooit"),
        ("Koor & Klank", 3, 1, "20 november 2026"),
    ]


def test_the_numbers_are_those_of_the_tables(small_site: Path):
    page = dorp()
    rows = list(csv.DictReader(io.StringIO(numbers(page).decode())))
    assert tuple(rows[0]) == COLUMNS
    found = {(row["tabel"], row["rij"], row["kolom"]): int(row["aantal"]) for row in rows}
    assert found["Dag", "Kunst en cultuur", "donderdag"] == 1
    assert found["Nagevraagd", "Koor & Klank", "in het laatste half jaar"] == 1
    assert (small_site / "dorp/overzicht/cijfers.csv").read_bytes() == numbers(page)


def test_the_whole_site_leads_to_each_municipality(small_site: Path):
    html = (small_site / "overzicht/index.html").read_text(encoding="utf-8")
    assert '<a href="../dorp/overzicht/">Dorp</a>' in html
    assert "In Leeg weten wij nog niets." in html
