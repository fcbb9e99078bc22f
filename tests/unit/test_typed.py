"""What people type: read whole, or left as it is."""

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.questions import BY_NAME
from generator.model.schema import Activity
from generator.read import typed
from generator.read.typed import price, when, yes_or_no
from tests.node import asked
from tests.support import PROJECT
from tests.unit.test_schedule import BASE


@pytest.mark.parametrize(
    ("text", "value"), [("Ja", "ja"), ("x", "ja"), ("nee", "nee"), ("", "onbekend"), ("?", "onbekend"), ("soms", None)]
)
def test_yes_or_no(text, value):
    assert yes_or_no(text) == value


def _tuples(value):
    if isinstance(value, list):
        return tuple(_tuples(one) for one in value)
    return {key: _tuples(one) for key, one in value.items()} if isinstance(value, dict) else value


WORDS = st.lists(
    st.sampled_from(
        [
            "di",
            "do",
            "ma",
            "elke",
            "10",
            "12u",
            "-",
            "en",
            "t/m",
            "1e",
            "maand",
            "van de",
            "24-12-2026",
            "om",
            "19.30",
            ";",
            "2x",
            "€",
            "3,50",
            "p.k.",
            "gratis",
            ",",
            "of",
            "per jaar",
        ]
    ),
    max_size=7,
).map(" ".join)


@given(WORDS)
def test_whatever_is_typed_gives_something_that_the_models_take(text: str):
    moments, kosten = when(text), price(text)
    Activity.model_validate({**BASE, "wanneer": _tuples(moments), "kosten": _tuples(kosten or "onbekend")})


@given(st.text(max_size=60))
def test_any_text_at_all_gives_no_traceback(text: str):
    assert when(text) is not None
    price(text)
    yes_or_no(text)


def test_what_the_guide_says_that_can_be_typed_can_be_read():
    assert all("tekst" not in moment for text in BY_NAME["wanneer"].typed for moment in typed.when(text))
    assert None not in [typed.price(text) for text in BY_NAME["kosten"].typed]
    assert None not in [typed.sign_up(text) for text in BY_NAME["aanmelden"].typed]


READERS = {
    "datum": typed.day,
    "brondatum": typed.day_of_source,
    "begintijd": typed.time,
    "eindtijd": lambda text: typed.time(text, end=True),
    "wanneer": typed.when,
    "kosten": typed.price,
    "lijst": typed.items,
}
# The form asks for amounts one by one; of what else costs are it reads no sentence.
IN_FORM = {name: read for name, read in READERS.items() if name != "kosten"} | {"bedragen": typed.prices}
CORPUS = [
    (question, text, value)
    for question, lines in yaml.safe_load((PROJECT / "tests/typed.yml").read_text(encoding="utf-8")).items()
    for text, value in lines
]


def test_the_corpus_is_read_as_it_says():
    assert len(CORPUS) >= 250
    assert [(question, text) for question, text, value in CORPUS if READERS[question](text) != value] == []


def test_the_form_reads_the_corpus_in_the_same_way(tmp_path):
    rules = {"getypt": typed.for_browser()}
    items = [("bedragen" if question == "kosten" else question, text) for question, text, _ in CORPUS]
    answers = asked(tmp_path, "typed", [list(item) for item in items], rules=rules)
    different = [(q, text, found) for (q, text), found in zip(items, answers, strict=True) if found != IN_FORM[q](text)]
    assert different == []


MORE_WORDS = st.lists(
    st.sampled_from(
        "di do maandag t/m en , ; - – 10 12u 19.30 1930 24.00 tussen van tot om uur 24-12-2026 24.12.2026 dec 2026 nov 1e laatste maand € 2,50 p.p. per jaar of gratis koffie ? onbekend altijd".split()
    ),
    max_size=6,
)


@pytest.mark.slow
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(MORE_WORDS.map(" ".join), min_size=200, max_size=200))
def test_the_form_reads_anything_as_the_table_does(tmp_path, texts: list[str]):
    items = [[question, text] for text in texts for question in IN_FORM]
    answers = asked(tmp_path, "typed", items, rules={"getypt": typed.for_browser()})
    assert [
        (q, text, found) for (q, text), found in zip(items, answers, strict=True) if IN_FORM[q](text) != found
    ] == []
