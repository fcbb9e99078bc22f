"""This week in a municipality: real dates only, on a page for today and on a sheet that stays as it is for a week."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Municipality
from generator.show import render
from generator.views.agenda.week import MOST_ON_SHEET, monday_of, week_page, week_sheet
from tests.support import TODAY, change, copy_small, loaded

URL = "https://w.example/"


def dorp(content: Path | None = None) -> tuple[Catalogue, Entry[Municipality]]:
    catalogue = loaded(content) if content else loaded()
    return catalogue, catalogue.municipalities["dorp"]


def test_the_page_has_the_dates_of_seven_days_with_what_a_visitor_needs():
    catalogue, place = dorp()
    page = week_page(catalogue, place, TODAY, paper=True)
    assert [(day.name, [row.title for row in day.rows]) for day in page.days] == [
        ("Donderdag 26 november", ["Samen zingen in het dorpskoor"])
    ]
    row = page.days[0].rows[0]
    assert (row.where, row.call, row.sure) == ("Dorpskerk, Kerkstraat 1, Oost, Dorp", "0522 254 321", "")
    assert page.paper == "dorp/deze-week/deze-week.pdf"
    assert page.status == "1 activiteit is kort geleden nagevraagd. Bel bij de andere even voor u gaat."


def test_where_nothing_is_sure_this_week_it_rests_and_says_so():
    catalogue, place = dorp()
    later = date(2030, 11, 22)
    page = week_page(catalogue, place, later, paper=False)
    assert page.days == ()
    assert week_sheet(catalogue, place, later, URL) is None
    assert "Voor deze week weten wij nog niets zeker." in render.body("week", page, "../../")


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        ("2026-11-23", "2026-11-23"),
        ("2026-11-26", "2026-11-23"),
        ("2026-11-27", "2026-11-30"),
        ("2026-11-29", "2026-11-30"),
    ],
)
def test_a_sheet_is_of_a_whole_week_and_from_friday_on_of_the_next(today: str, monday: str):
    assert monday_of(date.fromisoformat(today)) == date.fromisoformat(monday)


def test_a_sheet_stays_the_same_while_it_hangs():
    catalogue, place = dorp()
    sheets = {week_sheet(catalogue, place, date(2026, 11, 23) + timedelta(days=ahead), URL) for ahead in range(4)}
    assert len(sheets) == 1
    sheet = sheets.pop()
    assert sheet.period == "maandag 23 november tot en met zondag 29 november 2026"
    assert (sheet.address, sheet.shown) == ("https://w.example/dorp/deze-week/", "w.example/dorp/deze-week")


def test_a_sheet_has_no_more_than_two_pages_hold_and_counts_the_rest(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    text = (content / "activities/dorp/zingen.yml").read_text(encoding="utf-8")
    text = text.replace("vroeger_adres: [dorp/koor-oud]\n", "")
    change(content, {"bestanden": {f"activities/dorp/koor-{number}.yml": text for number in range(50)}})
    catalogue, place = dorp(content)
    sheet = week_sheet(catalogue, place, TODAY, URL)
    assert sheet is not None
    assert sum(len(day.rows) for day in sheet.days) == MOST_ON_SHEET
    assert sheet.left_out == 51 - MOST_ON_SHEET
