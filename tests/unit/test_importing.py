"""A messy table to entries: exactly the files and the report that are kept in tests/import (written by `make bless`)."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from generator.cli.verbs import main
from generator.model.entry_data import entry_data
from generator.model.questions import COLUMNS
from generator.read import typed
from generator.read.importing import outcomes, write_new
from generator.read.schedule import schedule
from generator.read.table import MOST_ROWS, TableError, read_table, template
from tests.bless import IMPORTED, imported
from tests.support import TODAY, check, copy_small, files, loaded

SHEET = Path(__file__).parent.parent / "import" / "rommelig.csv"
DAY = ["--today", TODAY.isoformat()]
HEAD = "titel;samenvatting;thema;gemeente;organisatie;wanneer;kosten;bron\n"
ROW = "Vissen;U vist.;Natuur en genieten;Stad;Groen Doen;di 10-12u;gratis;https://www.groen.example/vis\n"


def run(*arguments: str) -> int:
    return main(["import", *arguments, *DAY])


def test_the_messy_sheet_gives_exactly_these_entries_and_this_report():
    kept = {path.relative_to(IMPORTED).as_posix(): path.read_text(encoding="utf-8") for path in IMPORTED.rglob("*.*")}
    assert imported() == kept, "Kijk of het klopt, en draai dan: make bless"
    assert SHEET.read_text(encoding="utf-8").count("\n") == 61  # sixty rows and a header


def test_what_comes_out_has_no_errors_for_check(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    run(str(SHEET), "--content", str(content))
    assert [str(problem) for problem in check(content) if problem.severity == "fout"] == []
    assert not any(b"gecontroleerd" in raw for path, raw in files(content).items() if "aquarellen" in path)


def test_a_trial_writes_nothing_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = copy_small(tmp_path / "content")
    before = files(content)
    run(str(SHEET), "--content", str(content), "--proef")
    assert files(content) == before
    assert capsys.readouterr().out.endswith("Dit was een proef: er is niets geschreven.\n")


def test_a_second_time_nothing_is_made_and_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = copy_small(tmp_path / "content")
    (tmp_path / "t.csv").write_text(HEAD + ROW, encoding="utf-8")
    assert run(str(tmp_path / "t.csv"), "--content", str(content)) == 0
    made = content / "activities/stad/vissen.yml"
    made.write_text(made.read_text(encoding="utf-8") + "beschrijving: Met de hand verbeterd.\n", encoding="utf-8")
    after = files(content)
    assert run(str(tmp_path / "t.csv"), "--content", str(content)) == 0
    assert files(content) == after
    assert "Lijkt op stad/vissen. Er is niets veranderd." in capsys.readouterr().out


def test_a_file_that_is_there_and_cannot_be_read_is_not_overwritten(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    (tmp_path / "t.csv").write_text(HEAD + ROW, encoding="utf-8")
    (content / "activities/stad/vissen.yml").write_text("titel: [", encoding="utf-8")
    assert run(str(tmp_path / "t.csv"), "--content", str(content)) == 1
    assert (content / "activities/stad/vissen.yml").read_text(encoding="utf-8") == "titel: ["


@pytest.mark.parametrize(("separator", "encoding"), [(";", "utf-8"), ("\t", "utf-8-sig"), (",", "cp1252")])
def test_separators_and_encodings_of_other_programs_are_read(tmp_path: Path, separator: str, encoding: str):
    text = (HEAD + ROW.replace("Vissen", "Café bezoeken")).replace(";", separator)
    (tmp_path / "t.csv").write_bytes(text.encode(encoding))
    table = read_table(tmp_path / "t.csv")
    assert table.rows[0].values["titel"] == "Café bezoeken"
    assert table.rows[0].values["wanneer"] == "di 10-12u"


def test_excel_is_read_with_its_dates_times_and_numbers(tmp_path: Path):
    from datetime import datetime, time

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Titel", "Gemeente", "Organisatie", "Wanneer", "Kosten", "Brondatum", "Telefoon"])
    sheet.append(
        [
            "Vissen",
            "Stad",
            "Groen Doen",
            datetime.fromisoformat("2026-12-24T15:30"),
            3.5,
            datetime.fromisoformat("2026-11-01"),
            522254321,
        ]
    )
    sheet.append(["Varen", "Stad", "Groen Doen", time(9, 5), 4.0, None, None])
    book.save(tmp_path / "t.xlsx")
    one, two = read_table(tmp_path / "t.xlsx").rows
    assert (one.values["wanneer"], one.values["kosten"], one.values["brondatum"]) == (
        "2026-12-24 15.30",
        "3.5",
        "2026-11-01",
    )
    assert (two.values["wanneer"], two.values["kosten"]) == ("9.05", "4")


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("leeg.csv", b"", "is leeg"),
        ("plaatje.csv", b"\x89PNG\x00\x00\x81", "is geen tekst"),
        ("kapot.xlsx", b"geen zip", "is geen Excel-bestand"),
        ("zonder.csv", b"a;b;c\n1;2;3\n", "ontbreekt de kolom titel"),
        ("groot.csv", b"x" * 5_000_001, "is groter dan 5 MB"),
    ],
)
def test_a_table_that_cannot_be_read_gives_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, raw: bytes, said: str
):
    (tmp_path / name).write_bytes(raw)
    content = copy_small(tmp_path / "content")
    assert run(str(tmp_path / name), "--content", str(content)) == 2
    found = capsys.readouterr()
    assert said in found.err
    assert "Traceback" not in found.err


def test_a_table_that_is_not_there_gives_a_sentence(tmp_path: Path):
    with pytest.raises(TableError, match="kan niet worden gelezen"):
        read_table(tmp_path / "weg.csv")


@pytest.mark.slow
def test_as_many_rows_as_may_be_are_all_read_and_one_more_is_refused(tmp_path: Path):
    for more in (0, 1):
        book = openpyxl.Workbook()
        book.active.append(["titel", "gemeente", "organisatie"])
        for number in range(MOST_ROWS + more):
            book.active.append([f"Groep {number}", "Dorp", "Club"])
            if number % 500 == 0:
                book.active.append([None, "", " "])  # a line left blank is no row
        book.save(tmp_path / "lang.xlsx")
        if more:
            with pytest.raises(TableError, match="meer dan 5000 rijen"):
                read_table(tmp_path / "lang.xlsx")
        else:
            rows = read_table(tmp_path / "lang.xlsx").rows
            assert len(rows) == MOST_ROWS
            assert rows[-1].values["titel"] == f"Groep {MOST_ROWS - 1}"


def test_the_template_is_a_table_with_every_column_and_is_never_written_over(tmp_path: Path):
    target = tmp_path / "sjabloon.csv"
    assert run(str(target), "--sjabloon") == 0
    assert target.read_text(encoding="utf-8-sig") == template().replace("\r\n", "\n")
    assert template().strip().split(";") == list(COLUMNS)
    assert run(str(target), "--sjabloon") == 2


def test_with_errors_in_the_content_nothing_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = copy_small(tmp_path / "content")
    shutil.rmtree(content / "organisations")
    assert run(str(SHEET), "--content", str(content)) == 1
    assert "Eerst moeten deze fouten weg." in capsys.readouterr().err


def test_a_template_is_a_csv(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run(str(tmp_path / "sjabloon.xlsx"), "--sjabloon") == 2
    assert "Kies een naam op .csv" in capsys.readouterr().err
    assert not (tmp_path / "sjabloon.xlsx").exists()


def test_day_and_hour_may_stand_in_two_columns_and_a_cell_may_have_lines(tmp_path: Path):
    (tmp_path / "t.csv").write_text(
        'titel;samenvatting;gemeente;organisatie;dag;tijd\nKoken;"U kookt.\nSamen.";Stad;Groen Doen;ma;10.00-12.00\nEten;U eet.;Stad;Groen Doen;di;\n',
        encoding="utf-8",
    )
    rows = read_table(tmp_path / "t.csv").rows
    assert [(row.number, schedule(row.values).words) for row in rows] == [(2, "ma 10.00-12.00"), (3, "di")]


def test_what_looks_like_something_that_is_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = copy_small(tmp_path / "content")
    rows = (
        "titel;samenvatting;thema;gemeente;organisatie;locatie;telefoon;bron\n"
        "Vissen;U vist.;Natuur en genieten;Dorp;Koor & Klank;Dorpskerkk;0522 254 999;https://www.koor.example/vis\n"
        "Breien;U breit.;Kunst en cultuur;Dorp;onbekend;;;https://www.koor.example/brei\n"
    )
    (tmp_path / "t.csv").write_text(rows, encoding="utf-8")
    run(str(tmp_path / "t.csv"), "--content", str(content), "--proef")
    told = capsys.readouterr().out
    assert 'telefoon: "0522 254 999" is niet opgeslagen, want de organisatie is er al.' in told
    assert 'locatie: "Dorpskerkk" is nieuw. Bedoelt u kerk, die er al is?' in told
    assert "De organisatie ontbreekt." in told


def test_what_is_no_price_no_day_and_no_page_is_kept_as_it_was_meant(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    (tmp_path / "t.csv").write_text(
        "titel;samenvatting;thema;gemeente;organisatie;locatie;waar_vertrekt;wanneer;kosten;bron;brondatum\n"
        "Vissen;U vist.;Natuur en genieten;Stad;Groen Doen;wisselend;Kijk op de website.;op afspraak;"
        "Gratis, u neemt zelf een Hengel mee;Folder van de visclub;2025\n"
        "Varen;U vaart.;Natuur en genieten;Stad;Groen Doen;;;di 10-12u, niet in juli;vrije gift;www.groen.example/varen;\n",
        encoding="utf-8",
    )
    assert run(str(tmp_path / "t.csv"), "--content", str(content)) == 0
    made = loaded(content).activities
    one, two = made["stad/vissen"].model, made["stad/varen"].model
    assert (one.locatie, one.waar_vertrekt) == ("wisselend", "Kijk op de website.")
    assert entry_data(one)["wanneer"] == [{"op_afspraak": "ja"}]
    assert entry_data(one)["kosten"] == {"gratis": "ja", "toelichting": "U neemt zelf een Hengel mee"}
    assert entry_data(one)["bron"] == [{"wat": "Folder van de visclub", "datum": "2025"}]
    assert entry_data(two)["wanneer"][0]["niet_in"] == ["juli"]
    assert entry_data(two)["kosten"] == {"vrijwillig": "ja"}
    assert entry_data(two)["bron"][0]["url"] == "https://www.groen.example/varen"


ABOUT = "titel;samenvatting;thema;gemeente;organisatie;locatie;adres;wanneer;telefoon;bron\n"


def rows(tmp_path: Path, *lines: str):
    """Return what becomes of rows of a table, and the content after it."""
    content = copy_small(tmp_path / "content")
    (tmp_path / "t.csv").write_text(ABOUT + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    found = outcomes(loaded(content), read_table(tmp_path / "t.csv").rows, TODAY)
    write_new(content, found)
    return found, loaded(content)


def row(
    title: str, place: str, organisation: str, location: str = "", street: str = "", when: str = "", phone: str = ""
):
    source = "https://www.groen.example/x"
    return f"{title};U doet mee.;Natuur en genieten;{place};{organisation};{location};{street};{when};{phone};{source}"


def test_a_place_of_the_same_name_in_another_municipality_is_another_place(tmp_path: Path):
    found, content = rows(tmp_path, row("Tekenen", "Stad", "Groen Doen", "Dorpskerk", "Markt 9"))
    assert found[0].status == "nieuw"
    made = content.activities["stad/tekenen"].model
    assert made.locatie == "dorpskerk"
    assert (content.locations["dorpskerk"].model.gemeente, content.locations["dorpskerk"].model.adres) == (
        "stad",
        "Markt 9",
    )


def test_a_place_of_the_same_name_in_another_street_is_another_place_and_says_so(tmp_path: Path):
    found, content = rows(
        tmp_path,
        row("Tekenen", "Dorp", "Groen Doen", "Dorpskerk", "Dorpsplein 7"),
        row("Kleien", "Dorp", "Groen Doen", "Dorpskerk", "Kerkstraat 1"),
        row("Vilten", "Dorp", "Groen Doen", "Dorpskerk"),
    )
    where = [content.activities[f"dorp/{name}"].model.locatie for name in ("tekenen", "kleien", "vilten")]
    assert where == ["dorpskerk", "kerk", "kerk"]
    assert content.locations["dorpskerk"].model.adres == "Dorpsplein 7"
    assert any("is er ook op Kerkstraat 1" in note for note in found[0].notes)


def test_an_organisation_in_another_town_is_the_same_only_when_it_is_reached_in_the_same_way(tmp_path: Path):
    found, content = rows(
        tmp_path,
        row("Zingen", "Stad", "Koor & Klank", phone="0522 999 888"),
        row("Neuriën", "Leeg", "Koor & Klank", phone="0522-254321"),
        row("Jodelen", "Leeg", "Koor & Klank"),
    )
    who = [content.activities[id_].model.organisatie for id_ in ("stad/zingen", "leeg/neurien", "leeg/jodelen")]
    assert who == ["koor-klank-stad", "koor", "koor"]
    assert content.organisations["koor-klank-stad"].model.contact.telefoon == "0522 999 888"
    assert any("is er ook in dorp. Dit is een nieuwe in stad." in note for note in found[0].notes)


def test_another_number_of_an_organisation_from_a_row_above_is_said(tmp_path: Path):
    found, content = rows(
        tmp_path,
        row("Breien", "Dorp", "Zilverclub", phone="0522 246 415"),
        row("Haken", "Dorp", "Zilverclub", phone="0522 999 999"),
    )
    assert content.organisations["zilverclub"].model.contact.telefoon == "0522 246 415"
    assert any('telefoon: "0522 999 999" is niet opgeslagen' in note for note in found[1].notes)


@pytest.mark.parametrize(("organisation", "near"), [("Stichting Groen Doen", "groen"), ("Groen", "groen")])
def test_a_name_that_may_be_short_for_another_is_offered_and_not_taken(tmp_path: Path, organisation: str, near: str):
    found, content = rows(tmp_path, row("Tekenen", "Stad", organisation))
    assert any(f"Bedoelt u {near}, die er al is?" in note for note in found[0].notes) or organisation == "Groen"
    assert content.activities["stad/tekenen"].model.organisatie != near or organisation == "groen"


def test_names_without_a_latin_letter_stay_apart(tmp_path: Path):
    _, content = rows(
        tmp_path,
        row("Thee", "Dorp", "مركز الأمل", phone="0522 111 111"),
        row("Naaien", "Dorp", "جمعية النور", phone="0522 222 222"),
        row("Punniken", "Dorp", "Центр Надежда"),
    )
    who = [content.activities[f"dorp/{name}"].model.organisatie for name in ("thee", "naaien", "punniken")]
    assert len(set(who)) == 3
    assert [content.organisations[one].model.naam for one in who] == ["مركز الأمل", "جمعية النور", "Центр Надежда"]
    assert content.organisations[who[1]].model.contact.telefoon == "0522 222 222"


def test_the_same_is_of_the_same_people_at_the_same_place_on_the_same_day(tmp_path: Path):
    found, _ = rows(
        tmp_path,
        row("Bingo Oosterboer", "Dorp", "Groen Doen", "Buurthuis", when="di 14-16"),
        row("Inloop Oosterboer", "Dorp", "Groen Doen", "Buurthuis", when="wo 10-12"),
        row("Yoga A1", "Dorp", "Groen Doen", "Buurthuis", when="ma 9-10"),
        row("Yoga A2", "Dorp", "Groen Doen", "Buurthuis", when="do 9-10"),
        row("Rouwgroep jongeren", "Dorp", "Groen Doen", when="ma 19-21"),
        row("Rouwgroep ouderen", "Dorp", "Groen Doen", when="di 10-12"),
        row("Wandelen", "Dorp", "Groen Doen", "Station", when="ma 9-10"),
        row("Wandelen", "Dorp", "Groen Doen", "Park", when="ma 9-10"),
        row("Wandelen", "Dorp", "Groen Doen", "Park", when="ma 9-10"),
    )
    assert [one.status for one in found] == ["nieuw"] * 8 + ["bestaat"]
    assert any(note.startswith("Lijkt op dorp/yoga-a1, maar is van een ander") for note in found[3].notes)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("0522-24 64 15 (Jan)", "0522-24 64 15"),
        ("tel: 0522246415", "0522246415"),
        ("0522-246415 of 0522-246416", "0522-246415"),
        ("0522 246415 / 06-12345678", "0522 246415"),
        ("(0522) 24 64 15", "(0522) 24 64 15"),
        ("14 045", "14 045"),
    ],
)
def test_a_number_with_more_in_its_cell_is_taken_and_the_rest_is_said(tmp_path: Path, cell: str, number: str):
    found, content = rows(tmp_path, row("Breien", "Dorp", "Zilverclub", phone=cell))
    assert found[0].status == "nieuw", found[0].notes
    assert content.organisations["zilverclub"].model.contact.telefoon == number
    assert (f'telefoon: uit "{cell}" is {number} gelezen. De rest is weggelaten.' in found[0].notes) == (cell != number)


def test_a_mail_address_and_a_site_are_found_in_their_cell():
    assert typed.reach("email", "Jan Jansen <info@koor.example>") == "info@koor.example"
    assert typed.reach("email", "info@koor.example; jan@koor.example") == "info@koor.example"
    assert typed.reach("website", "www.koor.example") == "https://www.koor.example"
    assert typed.reach("website", "zie www.koor.example/kom") == "https://www.koor.example/kom"
    assert typed.reach("telefoon", "bel Jan") == ""
    assert typed.reach_fault("telefoon", "522246415").endswith(
        "Bedoelt u 0522246415? Een tabel laat zo'n nul soms weg."
    )
