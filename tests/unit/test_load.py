"""Loading a folder: everything that can be read is read, everything that cannot is said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.judge.messages import SENTENCES, UNKNOWN_TYPE, plain_loc, sentence
from generator.judge.suggestion import suggestion
from generator.model.problem import Problem, quoted
from generator.model.schema import Activity
from generator.read.load import load
from generator.read.source import Document, parse
from generator.work.cache import Cache
from tests.support import SMALL, change, check

ZINGEN = (SMALL / "activities/dorp/zingen.yml").read_text(encoding="utf-8")


def test_the_small_folder_loads_whole():
    found = load(SMALL, Cache(), "1")
    assert found.problems == ()
    assert found.catalogue is not None
    assert list(found.catalogue.activities)[:2] == ["dorp/handwerken", "dorp/koffie"]
    assert found.catalogue.pages == ("over", "privacy", "toegankelijkheid")


def test_a_missing_folder_is_one_problem(tmp_path: Path):
    (problem,) = load(tmp_path / "niets", Cache(), "1").problems
    assert problem.code == "B016"


def test_the_cache_gives_the_same_and_a_change_is_seen(small: Path):
    cache = Cache()
    first = load(small, cache, "1").catalogue
    assert load(small, cache, "1").catalogue.activities == first.activities
    change(small, {"vervang": {"activities/dorp/zingen.yml": ["dorpskoor", "stadskoor"]}})
    again = load(small, cache, "1").catalogue
    assert again.activities["dorp/zingen"].model.titel == "Samen zingen in het stadskoor"


@pytest.mark.slow
def test_several_processes_read_the_same(small: Path):
    for number in range(600):
        (small / f"organisations/o-{number}.yml").write_text(f"naam: Organisatie {number}\n", encoding="utf-8")
    (small / "organisations/o-77.yml").write_text("naam: [\n", encoding="utf-8")
    one, two = load(small, Cache(), "1", jobs=1), load(small, Cache(), "1", jobs=2)
    assert one.problems == two.problems
    assert one.catalogue.organisations == two.catalogue.organisations


def test_all_problems_come_in_one_run(small: Path):
    change(
        small,
        {
            "vervang": {
                "activities/dorp/zingen.yml": ["elke: donderdag", "elke: dondredag"],
                "activities/dorp/koffie.yml": ["kosten: gratis", "kosten: duur"],
                "locations/bos.yml": ["gemeente: stad", "gemeente: stadd"],
            }
        },
    )
    assert {problem.code for problem in check(small) if problem.severity == "fout"} == {"V003", "V025", "A013"}
    assert len([problem for problem in check(small) if problem.severity == "fout"]) == 3


def test_an_error_type_that_nobody_knows_still_reads_well():
    code, message, hint = sentence({"type": "iets_nieuws", "loc": ("titel",)}, ())
    assert (code, message, hint) == UNKNOWN_TYPE


def test_every_sentence_can_be_filled_in():
    filled = {"gegeven": "2026-02-30", "expected": "y", "max_length": 3, "min_length": 1, "laag": "1", "hoog": "2"}
    for kind in SENTENCES:
        code, message, hint = sentence({"type": kind, "loc": ("titel",), "ctx": filled}, ("titel",))
        assert code, kind
        assert message.endswith("."), kind
        assert hint, kind
        assert "{" not in message + hint


def test_a_near_miss_is_proposed_and_a_far_one_gives_the_choice():
    assert suggestion("kunst", ("kunst-en-cultuur", "natuur-en-genieten")) == 'Bedoelt u "kunst-en-cultuur"?'
    assert suggestion("xyz", ("a", "b")) == "Kies uit: a, b."
    assert suggestion("Oosst", ("Oost",)) == 'Bedoelt u "Oost"?'
    assert suggestion("x", ()).startswith("Haal het weg")
    assert suggestion("zzz", tuple(f"a{n}" for n in range(20))).endswith(" ….")


def test_quoted_text_stays_on_one_line_and_short():
    assert quoted("a\nb\x1b[31m") == '"a b [31m"'
    assert len(quoted("x" * 500)) <= 62


values = st.recursive(
    st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(sorted(Activity.model_fields)), values)
def test_any_value_in_any_field_gives_an_entry_or_clear_problems(name: str, value: object):
    document = parse(ZINGEN.encode(), "x.yml")
    assert isinstance(document, Document)
    try:
        Activity.model_validate({**document.data, name: value})
    except ValidationError as error:
        for detail in error.errors(include_input=False, include_url=False):
            code, message, hint = sentence(detail, ())
            assert code != "V099", detail
            assert message
            assert hint
            assert plain_loc(detail["loc"])[0] == name


@given(st.text(max_size=200))
def test_any_text_as_a_file_gives_problems_and_never_a_traceback(tmp_path_factory, text: str):
    folder = tmp_path_factory.mktemp("willekeurig")
    (folder / "organisations").mkdir()
    (folder / "organisations/x.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
    found = load(folder, Cache(), "1")
    assert all(isinstance(problem, Problem) for problem in found.problems)
    assert all("\n" not in str(problem) for problem in found.problems)
