"""``new``: the questions in a terminal, and the entry that comes of the answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli.interview import interview
from generator.cli.verbs import main
from generator.model.questions import COLUMNS, STEPS
from tests.support import TODAY, check, copy_small, files, loaded

ANSWERS = {
    "titel": "Samen vissen",
    "samenvatting": "U vist een uur met buren.",
    "thema": "Natuur en genieten",
    "beschrijving": "Een hengel is er.",
    "aanmelden_hoe": "Bel even.",
    "iemand_gaat_mee": "ja",
    "gemeente": "Stad",
    "organisatie": "Visclub",
    "locatie": "De plas",
    "adres": "Plasweg 1",
    "postcode": "7941 AB",
    "plaats": "Stadshagen",
    "wanneer": "zaterdag van 9.00 tot 11.00 uur",
    "kosten": "2,50 per keer",
    "aanmelden": "eerste keer",
    "telefoon": "0522 254 321",
    "alleen_komen": "ja",
    "bron": "https://www.visclub.example/",
    "brondatum": "2026-11",
}
ASKED = [question for step in STEPS.values() for question in step]


class Terminal:
    """Somebody who answers: by the question, and at the end with yes or no. ``before`` is typed first, once."""

    def __init__(self, answers: dict[str, str], save: str = "ja", before: dict[str, list[str]] | None = None) -> None:
        self.answers, self.save, self.before = answers, save, before or {}
        self.mend = "nee"  # whether to answer again after a fault
        self.shown: list[str] = []
        self.asked: list[str] = []

    def read(self, prompt: str) -> str:
        question = next((one for one in ASKED if prompt.startswith(one.ask)), None)
        if question is None:
            return self.mend if "verbeteren" in prompt else self.save
        assert question.example in prompt
        self.asked.append(question.name)
        first = self.before.get(question.name)
        return first.pop(0) if first else self.answers.get(question.name, "")

    def tell(self, text: str) -> None:
        self.shown.append(text)

    def run(self, content: Path) -> bool:
        return interview(loaded(content), content, TODAY, self.read, self.tell)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copy_small(tmp_path / "content")


def test_the_answers_become_an_entry_that_check_takes(content: Path):
    terminal = Terminal(ANSWERS)
    assert terminal.run(content)
    made = loaded(content).activities["stad/samen-vissen"].model
    assert (made.organisatie, made.locatie, str(made.aanmelden)) == ("visclub", "de-plas", "eerste-keer")
    assert (made.beschrijving, made.aanmelden_hoe) == ("Een hengel is er.", "Bel even.")
    assert str(made.eerste_keer.iemand_gaat_mee) == str(made.eerste_keer.alleen_komen) == "ja"
    assert loaded(content).locations["de-plas"].model.plaats == "Stadshagen"
    assert made.gecontroleerd is None
    assert [str(problem) for problem in check(content) if problem.severity == "fout"] == []
    assert f"Geschreven: {content}/activities/stad/samen-vissen.yml" in terminal.shown


def test_what_somebody_does_not_know_stays_unknown(content: Path):
    needed = {question.name: ANSWERS[question.name] for question in ASKED if question.needed}
    assert Terminal(needed).run(content)
    made = loaded(content).activities["stad/samen-vissen"].model
    assert (made.wanneer, made.kosten, str(made.aanmelden), made.locatie) == ("onbekend",) * 4


def test_an_answer_that_cannot_be_is_asked_again_with_the_remedy(content: Path):
    before = {
        "titel": [""],
        "gemeente": ["Amsterdm"],
        "thema": ["Sport"],
        "kosten": ["een paar euro"],
        "alleen_komen": ["soms"],
    }
    terminal = Terminal(ANSWERS, before=before)
    assert terminal.run(content)
    told = "\n".join(terminal.shown)
    assert "Dit moet erbij." in told
    assert "Kies uit: Dorp, Leeg, Stad." in told
    assert "Dat blijft staan zoals u het schrijft. Is het per keer" in told
    assert "Schrijf ja of nee" in told


def test_the_address_of_a_known_place_is_not_asked(content: Path):
    terminal = Terminal(ANSWERS | {"locatie": "Dorpskerk"})
    terminal.run(content)
    assert "adres" not in terminal.asked


def test_nothing_is_written_without_a_yes(content: Path):
    before = files(content)
    for answer in ("nee", "", "misschien"):
        assert not Terminal(ANSWERS, save=answer).run(content)
    assert files(content) == before


def test_what_is_there_already_is_shown_and_left_alone(content: Path):
    before = files(content)
    there = {"organisatie": "Koor & Klank", "locatie": "Dorpskerk", "wanneer": "donderdag 19.30"}
    terminal = Terminal(ANSWERS | {"titel": "Samen zingen in het dorpskoor", "gemeente": "Dorp", **there})
    assert not terminal.run(content)
    assert "Let op: Lijkt op dorp/zingen. Er is niets veranderd." in terminal.shown
    assert files(content) == before


def test_a_wrong_number_is_asked_again(content: Path):
    terminal = Terminal(ANSWERS, before={"telefoon": ["12"]})
    assert terminal.run(content)
    assert any('"12" is geen Nederlands telefoonnummer.' in line for line in terminal.shown)
    assert terminal.asked.count("telefoon") == 2


def test_what_no_rule_can_say_is_kept_with_enter(content: Path):
    terminal = Terminal(ANSWERS | {"kosten": "naar inkomen", "wanneer": "met volle maan"})
    assert terminal.run(content)
    made = loaded(content).activities["stad/samen-vissen"].model
    assert (made.kosten.tekst, made.wanneer[0].tekst) == ("naar inkomen", "met volle maan")


def test_after_a_fault_the_answers_are_kept_and_can_be_mended(content: Path):
    terminal = Terminal(ANSWERS, before={"samenvatting": ["U vist. " * 40, "U vist samen."]})
    terminal.mend = "ja"
    terminal.answers = {}  # in the second round Enter keeps what was said, except the summary
    terminal.before |= {name: [text] for name, text in ANSWERS.items() if name != "samenvatting"}
    assert terminal.run(content)
    made = loaded(content).activities["stad/samen-vissen"].model
    assert (made.titel, made.samenvatting) == ("Samen vissen", "U vist samen.")


def test_what_cannot_be_an_entry_yet_is_kept_as_a_draft(content: Path):
    terminal = Terminal(ANSWERS | {"samenvatting": "U vist. " * 40})
    assert terminal.run(content)
    made = loaded(content)
    assert "stad/samen-vissen" not in made.activities
    draft = made.drafts["stad/samen-vissen"].model
    assert (draft.titel, draft.organisatie, draft.samenvatting) == ("Samen vissen", "Visclub", None)
    assert any("samenvatting" in note for note in draft.notities)
    assert any("Dit wordt een concept" in line for line in terminal.shown)


def test_who_stops_halfway_loses_no_file(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    lines: Iterator[str] = iter(["Samen vissen"])

    def read(_prompt: str) -> str:
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", read)
    before = files(content)
    assert main(["new", "--content", str(content), "--today", "2026-11-22"]) == 1
    assert capsys.readouterr().out.endswith("Gestopt. Er is niets geschreven.\n")
    assert files(content) == before


def test_every_question_is_a_column_and_every_column_is_asked():
    assert [question.name for question in ASKED if question.name not in COLUMNS] == []
    assert set(COLUMNS) == {question.name for question in ASKED}
    assert all(question.example and question.ask.endswith("?") for question in ASKED)
