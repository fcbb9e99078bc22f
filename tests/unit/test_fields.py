"""A field declares itself: whatever is asked about it is found in the entry again, by whichever way it was answered.

What is written here holds for a field that is added tomorrow: the answers are made by how a question is answered, not by its name.
"""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli.interview import interview
from generator.give.form_rules import form_rules, place_rules
from generator.judge.for_browser import judged_in_browser
from generator.model.entry_data import entry_data
from generator.model.questions import COLUMNS, QUESTIONS, STEPS, Question
from generator.model.schema import Activity, Location, Model, Toegankelijkheid
from generator.model.schema.asked import PLAIN, Asked, How
from generator.read.answers import at
from generator.read.importing import outcomes
from generator.read.source import Document, parse
from generator.read.table import Row
from generator.read.typed import for_browser
from tests.node import asked
from tests.support import SMALL, TODAY, copy_small, loaded

BROWSER = {**judged_in_browser(), "getypt": for_browser()}
# What somebody types by how a question is answered, and what the file then says. What names something else has its own.
TYPED: dict[str, tuple[str, Any]] = {
    "gemeente": ("Stad", "stad"),
    "organisatie": ("Visclub", "visclub"),
    "locatie": ("De plas", "de-plas"),
    "postcode": ("7941ab", "7941ab"),
    "telefoon": ("0522 254 321", "0522 254 321"),
    "email": ("info@visclub.example", "info@visclub.example"),
    "website": ("https://visclub.example/", "https://visclub.example/"),
    "bron": ("https://visclub.example/over", "https://visclub.example/over"),
    "brondatum": ("2026-11", "2026-11"),
}
BY_HOW: dict[How, tuple[str, Any]] = {
    How.YES_NO: ("ja", "ja"),
    How.NUMBER: ("12", "12"),
    How.LIST: ("Turks, Arabisch", ["Turks", "Arabisch"]),
    How.THEMES: ("Natuur en genieten", ["natuur-en-genieten"]),
    How.KINDS: ("Zingen", ["zingen"]),
    How.PRICES: ("gratis", "gratis"),
    How.MOMENTS: ("zaterdag van 9.00 tot 11.00 uur", [{"elke": "zaterdag", "van": "9.00", "tot": "11.00"}]),
}
# What an entry may say that nobody is asked: it stays as it was when an entry is mended.
NOT_ASKED = {
    "doelgroepen": ["ouderen", "mannen"],
    "leeftijd_vanaf": "18",
    "leeftijd_tot": "99",
    "zoekwoorden": ["hengel"],
    "talen": ["Turks"],
    "foto": {"bestand": "vis.jpg", "alt": "Een vis.", "maker": "Groen Doen", "licentie": "CC BY 4.0"},
    "vroeger_adres": ["stad/hengelen"],
    "herkomst": "https://buren.example/stad/vissen/",
    "toegevoegd": "2026-10-01",
}
NOT_ASKED_WITHIN = {
    "eerste_keer": {"wie_ontvangt": "de gastvrouw", "groepsgrootte": "tien", "nederlands": "weinig"},
    "toegankelijkheid": dict.fromkeys([name for name in Toegankelijkheid.model_fields if name != "rolstoel"], "nee"),
}
ASKED = [question for step in STEPS.values() for question in step]


def sample(question: Question) -> tuple[str, Any]:
    """Return an answer as somebody types it, and what the file says then."""
    if question.name in TYPED:
        return TYPED[question.name]
    if question.how in BY_HOW:
        return BY_HOW[question.how]
    if question.how is How.CHOICE:
        value = next(str(one) for one in question.options if one != "onbekend")
        return value.replace("-", " "), value
    text = f"Iets over {question.name.replace('_', ' ')}."
    return text, text


def entries(files: dict[str, str]) -> dict[str, Any]:
    """Return what the new files say, by their folder."""
    found = {}
    for path, text in files.items():
        document = parse(text.encode(), path)
        assert isinstance(document, Document)
        found[path.partition("/")[0]] = document.data
    return found


def plain(value: Any) -> Any:
    """Return lists as lists, whatever they were."""
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return {name: plain(one) for name, one in value.items()} if isinstance(value, dict) else value


def assert_all_found(files: dict[str, Any], answers: dict[str, Any]) -> None:
    for question in ASKED:
        folder = "organisations" if question.how is How.CONTACT else question.folder
        assert plain(at(files[folder], question.path)) == answers[question.name], question.name


def test_what_a_table_says_is_found_in_the_files():
    row = Row(2, {question.name: sample(question)[0] for question in ASKED})
    (made,) = outcomes(loaded(SMALL), [row], TODAY)
    assert (made.status, made.notes) == ("nieuw", ())
    assert_all_found(entries(dict(made.files)), {question.name: sample(question)[1] for question in ASKED})


def test_what_is_answered_in_a_terminal_is_found_in_the_files(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    before = set(content.rglob("*.yml"))

    def read(prompt: str) -> str:
        question = next((one for one in ASKED if prompt.startswith(one.ask)), None)
        return sample(question)[0] if question else "ja"

    assert interview(loaded(content), content, TODAY, read, lambda _line: None)
    new = {path.relative_to(content).as_posix(): path.read_text() for path in set(content.rglob("*.yml")) - before}
    assert_all_found(entries(new), {question.name: sample(question)[1] for question in ASKED})


def form(tmp_path: Path, does: str, items: list[Any]) -> list[Any]:
    catalogue = loaded(SMALL)
    about = place_rules(catalogue, catalogue.municipalities["stad"])
    return asked(tmp_path, does, [[*one, about] for one in items], rules=form_rules(catalogue, BROWSER))


def test_what_is_filled_in_on_the_form_is_found_in_the_files(tmp_path: Path):
    answers = {question.name: sample(question)[1] for question in ASKED}
    named = {"gemeente": "stad", "organisatie": "Visclub", "locatie": "De plas"}
    (files,) = form(tmp_path, "made", [[answers | named]])
    assert_all_found({one["folder"]: one["entry"] for one in files}, answers)


def full() -> dict[str, Any]:
    """Return an entry that says everything that an entry can say."""
    entry: dict[str, Any] = dict(NOT_ASKED)
    for question in ASKED:
        if question.folder == "activities":
            here: Any = entry
            for step in question.path[:-1]:
                here = here[0] if step == 0 else here.setdefault(step, [{}] if step == "bron" else {})
            here[question.path[-1]] = sample(question)[1]
    for name, more in NOT_ASKED_WITHIN.items():
        entry[name] |= more
    known = loaded(SMALL).activities["stad/wandelen"].model
    entry |= {
        "organisatie": known.organisatie,
        "locatie": known.locatie,
        "loopt": {"status": "pauze", "tot": "2027-03-01", "reden": "Zomer."},
    }
    return entry | {"gecontroleerd": {"op": "2026-11-20", "door": "coordinator", "hoe": "telefoon"}}


def within(model: type[Model]) -> set[str]:
    return set(model.model_fields)


def test_the_full_entry_is_full_and_good():
    entry = full()
    assert set(entry) == within(Activity)
    assert set(entry["toegankelijkheid"]) == within(Toegankelijkheid)
    Activity.model_validate(
        {name: tuple(v) if isinstance(v, list) else v for name, v in entry.items()} | {"bron": tuple(entry["bron"])}
    )


def test_mending_keeps_all_that_an_entry_says(tmp_path: Path):
    model = Activity.model_validate({n: tuple(v) if isinstance(v, list) else v for n, v in full().items()})
    entry = entry_data(model)
    ((file,),) = form(tmp_path, "again", [["wandelen", entry]])
    assert file["entry"] == entry
    assert list(file["entry"]) == [name for name in Activity.model_fields if name in entry]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from([one.name for one in ASKED if not one.needed])))
def test_any_answers_of_a_table_are_found_whichever_others_are_left_out(left_out: set[str]):
    answers = {one.name: sample(one) for one in ASKED if one.name not in left_out}
    (made,) = outcomes(loaded(SMALL), [Row(2, {name: typed for name, (typed, _) in answers.items()})], TODAY)
    files = entries(dict(made.files))
    for question in ASKED:
        folder = "organisations" if question.how is How.CONTACT else question.folder
        if question.name in answers and folder in files:
            assert plain(at(files[folder], question.path)) == answers[question.name][1], question.name


def test_a_row_that_knows_more_of_an_activity_that_is_there_says_each_thing():
    """A row beside an entry loses nothing without a word: what the entry does not say yet is a note."""
    catalogue = loaded(SMALL)
    entry = catalogue.activities["stad/wandelen"].model
    same = {"titel": entry.titel, "gemeente": "Stad", "organisatie": "Groen Doen", "locatie": "bos"}
    row = Row(2, {one.name: sample(one)[0] for one in ASKED} | same)
    (made,) = outcomes(catalogue, [row], TODAY)
    assert made.status == "bestaat"
    now = entry.model_dump(exclude_none=True)
    told = {note.partition("Nieuw hierin is ")[2].partition(":")[0] for note in made.notes}
    missing = {one.name for one in ASKED if one.how in PLAIN and at(now, one.path) in (None, "onbekend")}
    assert missing
    assert missing <= told


def test_every_question_belongs_to_a_field_and_no_two_to_one():
    assert len({(question.folder, question.path) for question in QUESTIONS}) == len(QUESTIONS)
    assert list(COLUMNS) == [question.name for question in ASKED]
    names = [name for one in COLUMNS.items() for name in (one[0], *one[1])]
    assert len(names) == len(set(names))
    declared = [
        name
        for model in (Activity, Location)
        for name, field in model.model_fields.items()
        if any(isinstance(one, Asked) for one in field.metadata)
    ]
    assert set(declared) <= {question.path[-1] for question in QUESTIONS}


@pytest.mark.parametrize("question", [one for one in QUESTIONS if one.how in PLAIN], ids=lambda one: one.name)
def test_a_fault_stands_with_the_question_of_its_field(tmp_path: Path, question: Question):
    rules = form_rules(loaded(SMALL), BROWSER)
    assert asked(tmp_path, "question", [[question.folder, question.path]], rules=rules) == [question.name]
