"""The index: what is packed is what lunr.py built, and what the browser's own script makes of it."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import brotli
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.dutch.words import words
from generator.find.facets import facets
from generator.find.index import BOOSTS, build, document
from generator.find.pack import bits, front, lexicon, number, numbers
from generator.find.store import Store, Words
from generator.find.wordlist import hashes
from generator.model.catalogue import Catalogue
from generator.model.schema import FILTER_VALUES, Toegang, Toegankelijkheid
from generator.show.looks.assets import AGENDA, EMBEDDING, FINDER, FORM, FORM_SEND, LIST, SITE, WORKER, joined
from generator.views.lists.finder import VALUES
from generator.work.cache import Cache
from generator.write.keys import Keys
from tests.node import Node
from tests.support import PROJECT, TODAY, loaded
from tests.support import build as build_site

ZOEK = PROJECT / "site_overrides/assets/search"


@pytest.fixture(scope="module")
def node(small_site: Path) -> Iterator[Node]:
    with Node(small_site) as running:
        yield running


@pytest.fixture(scope="module")
def inside(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """The same script before it is made small, with what it keeps to itself."""
    script = joined(ZOEK.parent, WORKER, with_lunr=True).replace(
        "export { Search };", "export { Search, words, numbers, front, lexicon };"
    )
    worker = tmp_path_factory.mktemp("zoeker") / "zoeker.js"
    worker.write_text(script, encoding="utf-8")
    with Node(small_site, worker=worker) as running:
        yield running


@pytest.fixture(scope="module")
def store() -> Store:
    catalogue = loaded()
    return stored(catalogue, Cache())


def stored(catalogue: Catalogue, cache: Cache) -> Store:
    return Store(Words(catalogue, TODAY, cache, "proef"), catalogue, TODAY, cache, Keys(catalogue).places)


@given(st.lists(st.integers(0, 100_000)))
def test_numbers_come_back_as_they_went(inside: Node, values: list[int]):
    assert inside.ask("numbers", numbers(values)) == values


def test_small_numbers_take_one_character_and_json_writes_them_as_they_are():
    assert all(len(number(value)) == 1 for value in range(46))
    assert json.dumps(numbers(range(10_000)))[1:-1] == numbers(range(10_000))


@given(st.lists(st.from_regex(r"[a-z0-9/-]{1,30}", fullmatch=True)))
def test_words_in_order_come_back_as_they_went(inside: Node, found: list[str]):
    assert inside.ask("front", front(found)) == found


@given(
    st.dictionaries(
        st.from_regex(r"[a-z0-9]{1,30}", fullmatch=True),
        st.lists(st.from_regex(r"[a-z0-9]{1,30}", fullmatch=True), max_size=4),
    )
)
def test_a_lexicon_comes_back_as_it_went(inside: Node, forms: dict[str, list[str]]):
    found = inside.ask("lexicon", lexicon(forms))
    keys = sorted(forms)
    assert found["keys"] == keys
    assert found["forms"] == [[form, at] for at, key in enumerate(keys) for form in (key, *forms[key])]


def test_bits_hold_five_to_a_character():
    assert bits([True, False, False, False, False, True]) == "!!"


@given(st.text(st.characters(max_codepoint=0x4FF), max_size=60))
def test_both_languages_find_the_same_words(inside: Node, text: str):
    """Function words are left out here only: the browser has its own list of them."""
    from generator.dutch.words import FUNCTION, fold

    assert [word for word in inside.ask("words", text) if word not in FUNCTION] == [fold(word) for word in words(text)]


def test_the_browser_gives_every_word_the_weight_that_lunr_gives_it(store: Store, inside: Node):
    """The one law of the packing: unpacked, it is the index that lunr.py built, to the last digit."""
    documents = [document(store.catalogue, entry, store.words.known) for entry in store.whole[0].entries]
    index = build(documents).build()
    terms = {at: key for key, at in inside.ask("terms").items()}
    order = {entry["_index"]: key for key, entry in index.inverted_index.items()}
    unpacked = {
        ref: {terms[elements[at]]: elements[at + 1] for at in range(0, len(elements), 2)}
        for ref, elements in inside.ask("vectors").items()
    }
    built = {
        ref: {order[vector.elements[at]]: vector.elements[at + 1] for at in range(0, len(vector.elements), 2)}
        for ref, vector in index.field_vectors.items()
    }
    assert unpacked == {ref: pytest.approx(weights, abs=0.0011) for ref, weights in built.items()}
    assert set(terms.values()) == set(index.inverted_index)


def test_the_weights_of_fields_are_the_same_in_both_languages():
    text = (ZOEK / "shard.js").read_text(encoding="utf-8")
    pairs = re.search(r"BOOSTS = \{(.*?)\}", text)[1]
    assert {name: float(value) for name, value in re.findall(r"(\w+): ([\d.]+)", pairs)} == dict(BOOSTS)


def test_every_choice_is_a_value_of_its_field():
    assert tuple(Toegang) == tuple(Toegankelijkheid.model_fields)
    for name, values in FILTER_VALUES.items():
        assert set(VALUES[name]) == set(values) - {"onbekend"}


def test_modules_that_are_joined_have_no_name_twice():
    for names in (SITE, LIST, AGENDA, FORM, FORM_SEND, EMBEDDING, WORKER, FINDER):
        top = r"^(?:export )?(?:async )?(?:const|let|class|function\*?) (\w+)"
        tops = re.findall(top, joined(ZOEK.parent, names), re.MULTILINE)
        assert len(tops) == len(set(tops)), sorted(name for name in tops if tops.count(name) > 1)


def test_the_search_with_lunr_stays_under_seventeen_kilobytes(small_site: Path):
    worker = next((small_site / "assets").glob("zoeker.*.js"))
    assert len(brotli.compress(worker.read_bytes())) <= 17_000


def test_what_is_typed_finds_what_is_meant(node: Node):
    assert node.ids("zinge") == ["dorp/zingen"]
    assert node.ids("koffie drinken") == ["dorp/koffie"]
    assert node.ids("kofie") == ["dorp/koffie"]
    assert node.ids("bakkie")[0] == "dorp/koffie"
    assert node.ids("geinternet") == ["stad/computerles"]
    assert node.ids("wandelochtend")[0] == "stad/wandelen"
    assert node.ids("wande")[0] == "stad/wandelen"
    assert node.ids("vissen") == []
    assert node.ids("qwertyui") == []


def test_a_word_that_is_a_filter_filters_and_shows_as_a_chip(node: Node):
    found = node.run("koffie gratis")
    assert found["filters"] == {"kosten": ["gratis"]}
    asked = [(chip["facet"], chip["values"], chip["words"]) for chip in found["chips"]]
    assert asked == [("kosten", ["gratis"], ["gratis"]), ("wens", ["koffie"], ["koffie"])]
    assert [hit["id"] for hit in found["hits"]] == ["dorp/koffie"]


def test_the_name_of_a_place_filters(node: Node):
    assert all(id_.startswith("stad/") for id_ in node.ids("stad"))
    assert node.run("wandelen stad")["filters"] == {"gemeente": ["stad"]}


def test_what_nobody_knows_comes_after_what_fits_and_only_when_asked(node: Node):
    strict = node.run("", {"toegankelijk": ["rolstoel"]})
    wide = node.run("", {"toegankelijk": ["rolstoel"]}, onbekend=True)
    assert strict["unsure"] == len(wide["hits"]) - len(strict["hits"])
    fits = [hit["fit"] for hit in wide["hits"]]
    assert fits == sorted(fits, reverse=True)


def test_counts_tell_yes_from_unknown(node: Node):
    counts = node.run()["counts"]
    assert counts["kosten"]["gratis"]["yes"] >= 1
    total = len(node.ids())
    for facet in ("toegankelijk", "mee"):
        for count in counts[facet].values():
            assert count["yes"] + count["unknown"] <= total
    assert any(count["unknown"] for count in counts["toegankelijk"].values())


def test_danger_comes_first_and_alone(node: Node):
    for cry in ("ik wil niet meer leven", "Ik WIL dood!"):
        found = node.run(cry)
        assert (found["block"], found["hits"]) == ("nood", [])


def test_a_word_of_a_professional_leads_to_the_page_for_them(node: Node):
    assert node.run("viplive")["block"] == "verwijzer"


def test_who_is_alone_always_finds_something(node: Node):
    for words_ in ("eenzaam", "ik ben alleen", "eenzaam qwertyui"):
        found = node.run(words_)
        assert found["block"] == "coach"
        assert found["hits"]


def test_nothing_found_says_what_would_help(node: Node):
    found = node.run("koffie", {"dag": ["zondag"]})
    assert found["hits"] == []
    assert [(way["facet"], way["value"]) for way in found["without"]] == [("dag", "zondag")]
    assert node.run("vissen")["themes"] == ["natuur-en-genieten"]


def test_order_by_name_and_by_date(node: Node):
    by_name = [id_.partition("/")[2] for id_ in node.ids(volgorde="naam")]
    assert by_name == sorted(by_name)
    first = [hit["first"] for hit in node.run(volgorde="datum")["hits"]]
    assert first == sorted(first)


CHOICES = [(name, value) for name, values in VALUES.items() for value in values]
QUERIES = st.one_of(
    st.text(max_size=40), st.sampled_from(["koffie", "zingen gratis", "wandelen stad", "eenzaam", "ouderen", ""])
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(query=st.text(max_size=300))
def test_any_text_is_a_question(node: Node, query: str):
    assert isinstance(node.ids(query), list)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    query=QUERIES,
    chosen=st.lists(st.sampled_from(CHOICES), max_size=3),
    more=st.sampled_from(CHOICES),
    unknown=st.booleans(),
)
def test_a_filter_on_something_new_never_adds_results(
    node: Node, query: str, chosen: list[tuple[str, str]], more: tuple[str, str], unknown: bool
):
    """Of two choices in one facet one is enough (Monday or Tuesday), so the law is for a facet that was not chosen yet."""
    before: dict[str, list[str]] = {}
    for name, value in chosen:
        if name != more[0]:
            before.setdefault(name, []).append(value)
    after = {**before, more[0]: [more[1]]}
    assert set(node.ids(query, after, onbekend=unknown)) <= set(node.ids(query, before, onbekend=unknown))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(query=QUERIES, name=st.sampled_from(["toegankelijk", "mee"]), data=st.data())
def test_every_more_that_must_be_possible_leaves_less(node: Node, query: str, name: str, data: st.DataObject):
    values = data.draw(st.lists(st.sampled_from(VALUES[name]), min_size=1, unique=True))
    assert set(node.ids(query, {name: values})) <= set(node.ids(query, {name: values[:-1]}))


@pytest.mark.slow
def test_one_changed_entry_makes_one_municipality_new(tmp_path: Path):
    from tests.support import change, copy_small

    content = copy_small(tmp_path / "content")
    cache = Cache()
    first = listed(build_site(content, tmp_path / "a", cache=cache))
    change(content, {"vervang": {"activities/stad/wandelen.yml": ["Zelf wandelen", "Zelf zwemmen"]}})
    second = listed(build_site(content, tmp_path / "b", cache=cache))
    assert first["gemeenten"]["dorp"] == second["gemeenten"]["dorp"]
    assert first["gemeenten"]["stad"] != second["gemeenten"]["stad"]
    assert first["woorden"] == second["woorden"]


def listed(small_site: Path) -> dict:
    return json.loads((small_site / "zoeken/zoek.json").read_text())


@pytest.mark.slow
def test_what_was_learnt_is_kept_and_no_list_is_read_again(monkeypatch: pytest.MonkeyPatch):
    catalogue, cache = loaded(), Cache()
    first = stored(catalogue, cache)
    assert first.words.text
    made = first.shard(first.whole[0])
    first.words.save(())
    monkeypatch.setattr("generator.dutch.dictionary._frequencies", None)
    monkeypatch.setattr("generator.dutch.dictionary._lemmas", None)
    monkeypatch.setattr("generator.dutch.dictionary._table", None)
    again = stored(catalogue, cache)
    assert again.words.text
    assert again.shard(again.whole[0]) == made


@pytest.mark.slow
def test_a_municipality_with_too_much_for_one_shard_gets_more(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("generator.find.store.MOST", 1)
    many = stored(store.catalogue, Cache())
    assert [len(file.entries) for file in many.places["dorp"]] == [1, 1, 1]
    assert many.whole == ()
    assert {entry.id for file in many.places["dorp"] for entry in file.entries} == {
        entry.id for file in store.places["dorp"] for entry in file.entries
    }


def test_facets_of_a_known_and_of_an_unknown_activity(store: Store):
    found = {
        entry.id: facets(store.catalogue, entry, TODAY, store.words.vocabulary)
        for entry in store.catalogue.activities.values()
    }
    known, unknown = found["dorp/zingen"], found["dorp/handwerken"]
    assert (set(known.yes["dag"]), set(known.yes["dagdeel"])) == ({"donderdag"}, {"avond"})
    assert known.yes["kosten"] == {"tot-5"}
    assert known.yes["mee"] == {"meegaan", "alleen"}
    assert known.yes["gecontroleerd"] == {"ja"}
    assert unknown.unknown["dag"] == set(VALUES["dag"])
    assert unknown.unknown["kosten"] == set(VALUES["kosten"])
    assert unknown.next_day is None
    assert known.next_day
    assert known.next_day - TODAY < timedelta(days=60)
    assert found["stad/wandelen"].yes["dag"] == set(VALUES["dag"])
    assert found["stad/wandelen"].next_day == TODAY


def test_the_filter_of_real_words_spreads_over_its_places():
    places = [place for word in ("karate", "kaarten", "koffer") for place in hashes(word, 10_000)]
    assert len(set(places)) > 9
    assert all(0 <= place < 10_000 for place in places)


@pytest.mark.slow
def test_a_site_without_kinds_still_searches_its_texts(tmp_path: Path):
    from tests.support import change, copy_small

    content = copy_small(tmp_path / "content")
    change(content, {"weg": ["synonyms.yml"], "bestanden": {"kinds.yml": "soorten: {}\n"}})
    for path in content.glob("activities/*/*.yml"):
        path.write_text(re.sub(r"soorten: .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    with Node(build_site(content, tmp_path)) as plain:
        assert plain.ids("wandelen") == ["stad/wandelen"]
        assert plain.ids("bijenhouden") == []
