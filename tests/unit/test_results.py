"""From a list on somebody's own computer to totals, and what the site makes of them."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from generator.cli.verbs import main
from generator.give.results_csv import results_csv
from generator.read.counting import CountError, counted, quarter
from generator.views.referral.results_page import (
    places_with_results,
    quarter_in_words,
    results_in_place_page,
    results_page,
)
from generator.views.volunteers.referral_round import referral_round
from tests.support import TODAY, change, check, copy_small, loaded

HEAD = "patient;Verwezen op;praktijk;gesproken_op;gekozen;thema;begonnen_op\n"
SECRET = "Jansen"


def written(tmp_path: Path, *rows: str, head: str = HEAD) -> Path:
    path = tmp_path / "lijst.csv"
    path.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def rows(amount: int, month: int = 8, theme: str = "Bewegen en plezier", begun: str = "20-8-2026") -> list[str]:
    return [f"{SECRET} {at};{at % 27 + 1}-{month}-2026;Huisartsen Oost;;koor;{theme};{begun}" for at in range(amount)]


def test_nothing_is_kept_of_a_list_but_its_counts(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    change(content, {"weg": ["results/dorp/2026-k3.yml"]})
    found = counted(written(tmp_path, *rows(12)), loaded(content), TODAY)
    ((path, text),) = found.files.items()
    assert path == "results/dorp/2026-k3.yml"
    assert SECRET not in text
    assert "koor" not in text
    assert "verwijzingen: 12" in text
    assert "gesprekken: minder-dan-5" in text  # none is a small number too
    assert "Van 2 andere kolommen is niets overgenomen." in found.notes


def test_a_quarter_that_is_there_stays_and_one_that_runs_is_not_counted(tmp_path: Path):
    found = counted(written(tmp_path, *rows(12), *rows(9, 11, begun="")), loaded(), TODAY)
    assert not found.files
    told = " ".join(found.notes)
    assert "results/dorp/2026-k3.yml is er al" in told
    assert "dorp, 2026-k4: dit kwartaal loopt nog" in told


def test_without_a_theme_there_is_no_table_of_themes(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    change(content, {"weg": ["results/dorp/2026-k3.yml"]})
    found = counted(written(tmp_path, *rows(12, theme="")), loaded(content), TODAY)
    (text,) = found.files.values()
    assert "themas" not in text
    assert "praktijk: dorp/huisarts-oost" in text


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("x;3-8-2026;Huisarts Nergens;;;;", 'de praktijk "Huisarts Nergens" kennen wij niet'),
        ("x;3-8-2026;Huisartsen Oost;;;Tuinieren;", 'het thema "Tuinieren" kennen wij niet'),
        ("x;31-2-2026;Huisartsen Oost;;;;", 'verwezen_op "31-2-2026" is geen datum'),
        ("x;3-8-2027;Huisartsen Oost;;;;", "ligt in de toekomst"),
    ],
)
def test_what_cannot_be_read_is_said_by_line_and_nothing_is_written(tmp_path: Path, row: str, said: str):
    with pytest.raises(CountError) as error:
        counted(written(tmp_path, row), loaded(), TODAY)
    assert "Regel 2" in str(error.value)
    assert said in str(error.value)


def test_a_list_without_the_names_of_the_columns_is_refused(tmp_path: Path):
    with pytest.raises(CountError, match="verwezen_op, praktijk"):
        counted(written(tmp_path, head="naam;dag\n"), loaded(), TODAY)


def test_the_verb_writes_what_check_takes_and_never_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = copy_small(tmp_path / "content")
    change(content, {"weg": ["results/dorp/2026-k3.yml"]})
    path = written(tmp_path, *rows(13))
    asked = ["results", str(path), "--content", str(content), "--today", TODAY.isoformat()]
    assert main([*asked, "--proef"]) == 0
    assert not (content / "results/dorp/2026-k3.yml").exists()
    assert main(asked) == 0
    assert "nieuw: results/dorp/2026-k3.yml" in capsys.readouterr().out
    first = (content / "results/dorp/2026-k3.yml").read_bytes()
    assert not [one for one in check(content) if "results/" in one.path]
    assert main(asked) == 0
    assert (content / "results/dorp/2026-k3.yml").read_bytes() == first
    assert main(["results", str(tmp_path / "niets.csv"), "--content", str(content)]) == 2


def test_the_page_says_it_in_words_first():
    catalogue = loaded()
    page = results_page(catalogue)
    (here,) = page.here
    assert (here.where, here.when) == ("Dorp", "het derde kwartaal van 2026")
    assert here.said[0] == "Er waren 24 verwijzingen, 20 eerste gesprekken en 14 mensen die ergens begonnen."
    (other,) = page.elsewhere
    assert other.said == (
        "Er waren ongeveer 300 verwijzingen.",
        "Er deden ongeveer 12 praktijken en ongeveer 4 welzijnscoaches mee.",
    )
    (place,) = places_with_results(catalogue)
    tables = results_in_place_page(catalogue, place).tables
    assert [table.named for table in tables] == ["Kwartaal", "Praktijk", "Thema"]
    assert [[number.text for number in row.numbers] for row in tables[2].rows][:2] == [["minder dan 5"], ["7"]]
    assert quarter_in_words("2027-k1") == "het eerste kwartaal van 2027"
    assert quarter(date(2027, 3, 31)) == "2027-k1"


def test_the_spreadsheet_has_what_the_page_has():
    found = list(csv.reader(io.StringIO(results_csv(loaded()).decode("utf-8-sig")), delimiter=";"))
    assert found[0][0] == "gebied"
    assert ["Dorp", "2026-k3", "nee", "thema", "Bewegen en plezier", "begonnen", "7"] in found
    assert not [row for row in found[1:] if row[-1].isdigit() and int(row[-1]) < 5 and row[-2] == "begonnen"]


def test_the_work_list_asks_for_the_quarter_that_is_over():
    asked = {talk.id: talk.items[0].questions for talk in referral_round(loaded(), date(2027, 1, 5))}
    assert any("het vierde kwartaal van 2026" in question for question in asked["municipalities/dorp"])
    asked = {talk.id: talk.items[0].questions for talk in referral_round(loaded(), date(2026, 12, 5))}
    assert not any("kwartaal" in question for question in asked["municipalities/dorp"])
