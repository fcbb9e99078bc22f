"""Tables as people really make them (tests/tables/cases.yml), and the law that no cell is lost."""

import csv
import io
from datetime import date, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from generator.cli.verbs import main
from generator.model.imported import Outcome
from generator.read.importing import outcomes, report
from generator.read.table import Table, read_table
from generator.show import render
from generator.views.volunteers.import_report import import_report
from tests.support import PROJECT, SMALL, TODAY, copy_small, files, loaded

CASES = yaml.safe_load((PROJECT / "tests/tables/cases.yml").read_text(encoding="utf-8"))


def saved(case: dict[str, Any], folder: Path) -> Path:
    """Write a table as a program does, and return where."""
    if "tabel" in case:
        path = folder / "t.csv"
        path.write_bytes(case["tabel"].encode(case.get("codering", "utf-8")))
        return path
    book = openpyxl.Workbook()
    book.remove(book.active)
    for sheet in case["bladen"]:
        made = book.create_sheet(sheet["naam"])
        for number, row in enumerate(sheet["rijen"], 1):
            for at, cell in enumerate(row, 1):
                put(made.cell(number, at), cell)
                if number in sheet.get("doorgestreept", ()):
                    made.cell(number, at).font = Font(strike=True)
        for cells in sheet.get("samengevoegd", ()):
            made.merge_cells(cells)
        for number in sheet.get("verborgen_rijen", ()):
            made.row_dimensions[number].hidden = True
        made.sheet_state = "hidden" if sheet.get("verborgen") else "visible"
    book.save(folder / "t.xlsx")
    return folder / "t.xlsx"


def put(cell: Any, value: Any) -> None:
    if not isinstance(value, dict):
        cell.value = value or None
    elif "link" in value:
        cell.value, cell.hyperlink = value["tekst"], value["link"]
    elif "streep" in value:
        cell.value = CellRichText(TextBlock(InlineFont(strike=True), value["streep"]), value["tekst"])
    elif "excel" in value:
        cell.value, cell.number_format = 1.0, "h:mm"
    elif "tijd" in value:
        cell.value = time.fromisoformat(value["tijd"])
    elif "datum" in value:
        cell.value = value["datum"] if isinstance(value["datum"], date) else date.fromisoformat(value["datum"])
    else:
        cell.value = value.get("getal", value.get("formule"))


def read(path: Path) -> tuple[Table, list[Outcome]]:
    table = read_table(path)
    return table, outcomes(loaded(SMALL), table.rows, TODAY)


@pytest.mark.parametrize("name", CASES)
def test_a_table_becomes_what_was_meant(tmp_path: Path, name: str):
    case = CASES[name]
    table, found = read(saved(case, tmp_path))
    for note in case.get("noten", ()):
        assert any(note in one for one in table.notes), (note, table.notes)
    rows: dict[str, list[Outcome]] = {}
    for one in found:
        rows.setdefault(f"{one.sheet} {one.row}".strip(), []).append(one)
    assert list(rows) == [str(row) for row in case["rijen"]], report(found, ())
    for row, expected in case["rijen"].items():
        several = rows[str(row)]
        assert [one.what for one in several] == expected.get("namen", [several[0].what])
        one = several[0]
        assert one.status == expected["status"], (row, one.notes)
        entry = one.entries.get("activities") or one.entries.get("drafts") or {}
        for field, value in expected.get("velden", {}).items():
            assert entry.get(field) == value, (row, field, entry)
        for field in expected.get("zonder", ()):
            assert field not in entry, (row, entry)
        for field, value in expected.get("organisatie", {}).items():
            assert one.entries["organisations"][field] == value, (row, one.entries)
        for field, value in expected.get("locatie", {}).items():
            assert one.entries["locations"][field] == value, (row, one.entries)
        for part in expected.get("zegt", ()):
            assert any(part in note for note in one.notes), (row, part, one.notes)


def test_of_twelve_messy_rows_at_least_nine_are_entries_or_drafts(tmp_path: Path):
    _, found = read(saved(CASES["twaalf rijen door elkaar"], tmp_path))
    assert sum(one.status in ("nieuw", "concept") for one in found) >= 9


def test_no_file_is_written_over_and_drafts_pass_check(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    table = saved(CASES["twaalf rijen door elkaar"], tmp_path)
    assert main(["import", str(table), "--content", str(content), "--today", TODAY.isoformat()]) == 1
    after = files(content)
    assert len([name for name in after if name.startswith("drafts/dorp/")]) == 5
    assert main(["check", "--content", str(content), "--today", TODAY.isoformat()]) == 0
    main(["import", str(table), "--content", str(content), "--today", TODAY.isoformat()])
    assert files(content) == after  # a second time everything is there


def test_a_report_is_a_page_that_stands_by_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = copy_small(tmp_path / "content")
    table, page = saved(CASES["gestopt en niet zeker"], tmp_path), tmp_path / "verslag.html"
    ways = ["import", str(table), "--content", str(content), "--proef", "--verslag", str(page)]
    assert main(ways) == 0
    html = page.read_text(encoding="utf-8")
    assert not [one for one in ("<script", "http-equiv", 'href="http', "src=") if one in html]
    assert html.count('<section class="row') == 5
    assert "Elke dinsdag van 14.00 tot 16.00" in html
    assert main(ways) == 2
    assert "dit bestand is er al" in capsys.readouterr().err
    assert main([*ways[:-1], str(tmp_path / "verslag.txt")]) == 2


def test_a_report_shows_what_somebody_typed_and_runs_nothing(tmp_path: Path):
    (tmp_path / "t.csv").write_text("titel;gemeente\n<script>alert(1)</script>;Dorp\n", encoding="utf-8")
    table, found = read(tmp_path / "t.csv")
    html = render.import_report(import_report(table.name, found, table.notes, trial=True))
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_rows_without_a_municipality_are_where_somebody_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = copy_small(tmp_path / "content")
    (tmp_path / "t.csv").write_text("titel;organisatie\nVissen;Visclub\n", encoding="utf-8")
    ways = ["import", str(tmp_path / "t.csv"), "--content", str(content)]
    assert main(ways) == 1
    assert "Het veld gemeente ontbreekt." in capsys.readouterr().out
    assert main([*ways, "--gemeente", "dropp"]) == 2
    assert main([*ways, "--gemeente", "dorp"]) == 0
    assert (content / "drafts/dorp/vissen.yml").is_file()


HEADS = [
    "titel",
    "Omschrijving",
    "gemeente",
    "Organisatie",
    "Dag",
    "Tijd",
    "Datum",
    "Frequentie",
    "Prijs",
    "Telefoon",
    "Zaal",
    "Iets anders",
]
WORDS = st.sampled_from(
    [
        "Dorp",
        "Stad",
        "Oost",
        "di",
        "ma en wo",
        "10-12",
        "24-12-2026",
        "gratis",
        "€ 40",
        "leden gratis",
        "om de week",
        "GESTOPT",
        "ja",
        "?",
    ]
    + [
        "0522 254 321 (Jan)",
        "https://www.club.example/",
        "Koor & Klank",
        "Dorpskerk",
        "'t Hart",
        "a; b",
        'zeg "ja"',
        "Wandelen",
        "46380",
    ]
)
CELLS = st.one_of(
    st.just(""), WORDS, st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=20)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELLS, min_size=len(HEADS), max_size=len(HEADS)), min_size=1, max_size=6))
def test_no_cell_is_lost(tmp_path: Path, lines: list[list[str]]):
    """Every cell that is not empty stands in the report as it was, and says how it was read, or that it was not."""
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([HEADS, *lines])
    (tmp_path / "t.csv").write_text(text.getvalue(), encoding="utf-8")
    table, found = read(tmp_path / "t.csv")
    page = render.import_report(import_report(table.name, found, table.notes, trial=True))
    told = [cell for one in found for cell in one.cells]
    kept = {(one.row, cell.text) for one in found for cell in one.cells}
    for number, line in enumerate(lines, 2):
        for typed in line:
            assert not typed.strip() or (number, better(typed.strip())) in kept, (typed, found)
    assert all(cell.read or cell.doubt or one.status == "bestaat" for one in found for cell in one.cells), told
    assert page.count('<th scope="row">') == len(told)
    for one in found:
        said = " ".join((*one.notes, *map(str, one.entries.values())))
        for cell in one.cells:
            # What is not read as it stands is said, or marked: nothing goes in as something else without a word.
            assert cell.doubt or cell.read or cell.text in said or one.status == "bestaat"


def better(text: str) -> str:
    """Return what is made of letters that were coded twice."""
    import ftfy

    return text if text.isascii() else ftfy.fix_encoding(text)
