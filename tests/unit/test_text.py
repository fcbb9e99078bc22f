"""Dutch words to keys, compounds to parts, texts to kinds."""

import pytest

from generator.dutch.compounds import Compounds
from generator.dutch.dictionary import Dictionary, stems
from generator.dutch.language import Language
from generator.dutch.overrides import OVERRIDES
from generator.dutch.vocabulary import Vocabulary
from generator.dutch.words import fold, words
from generator.model.schema import Activity
from tests.support import loaded


@pytest.fixture(scope="module")
def language() -> Language:
    return Language()


@pytest.fixture(scope="module")
def vocabulary(language: Language) -> Vocabulary:
    return loaded().vocabulary(language)


@pytest.mark.parametrize(
    ("forms", "key"),
    [
        ("wandelen wandelt wandeling wandelaar gewandeld wandelend", "wandel"),
        ("zingen zingt zong gezongen", "zing"),
        ("fiets fietsen fietst fietste", "fiets"),
        ("schilderen schilder geschilderd schildering", "schilder"),
        ("eenzaam eenzame eenzaamheid", "eenzaam"),
        ("zwemmen zwemt zwemmer gezwommen", "zwem"),
        ("gehaakt haken haakt", "haak"),
        ("museum musea", "museum"),
        ("café cafés", "cafe"),
        ("asielhond asielhonden", "asielhond"),
        ("vrijwilliger vrijwilligers", "vrijwillig"),
    ],
)
def test_every_form_of_a_word_has_one_key(language: Language, forms: str, key: str):
    assert {language.key(form) for form in forms.split()} == {key}


@pytest.mark.parametrize(
    "pair", ["kamer kam", "water waad", "geloof wangeloof", "uitje ui", "ouder oud", "lezing lees", "letter let"]
)
def test_words_that_only_look_alike_keep_their_own_key(language: Language, pair: str):
    one, other = pair.split()
    assert language.key(one) != language.key(other)


def test_a_key_is_letters_and_digits_and_leads_to_itself(language: Language):
    for key in {language.key(word) for word in OVERRIDES}:
        assert key.isascii()
        assert key.isalnum()
        assert language.key(key) == key


@pytest.mark.parametrize(
    ("part", "expected"),
    [("zwemm", ("zwem",)), ("lop", ("loop", "lop")), ("schrijv", ("schrijf",)), ("lez", ("lees", "les"))],
)
def test_an_infinitive_without_its_ending_is_spelt_as_dutch_spells_it(part: str, expected: tuple[str, ...]):
    assert stems(part) == expected


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("wandelclub", ("wandel",)),
        ("mannenkoor", ("man", "koor")),
        ("danscafé", ("dans",)),
        ("koffieochtend", ("koffie",)),
        ("stadswandeling", ("stad", "wandel")),
        ("wandelen", ()),
        ("huis", ()),
        ("schilderen", ()),
    ],
)
def test_a_compound_has_parts_and_heads_of_form_are_none(language: Language, word: str, parts: tuple[str, ...]):
    assert language.parts(word) == parts


def test_what_an_earlier_run_learnt_is_used_and_no_list_is_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("generator.dutch.dictionary._frequencies", None)
    monkeypatch.setattr("generator.dutch.dictionary._lemmas", None)
    monkeypatch.setattr("generator.dutch.dictionary._table", None)
    known = Language({"brandweer": "zee"}, {"brandweer": ("brand",)}, {"zee": ("zeeen",)})
    assert (known.key("brandweer"), known.parts("brandweer"), known.forms("zee")) == ("zee", ("brand",), ("zeeen",))
    assert isinstance(known.compounds, Compounds)
    assert isinstance(known.dictionary, Dictionary)


def test_forms_come_folded_and_the_commonest_first(language: Language):
    assert language.forms("zing")[:2] == ("zingen", "zingt")
    assert language.forms("xyzzy") == ()


def test_words_leave_out_what_says_nothing():
    assert words("Samen met de Café's in 't dorp") == ["samen", "cafés", "dorp"]
    assert fold("Café's") == "cafes"


def test_a_phrase_of_small_words_alone_is_kept_as_it_is(language: Language):
    assert language.phrase("naar de") == ("naar", "de")


def activity(
    titel: str, samenvatting: str = "U doet mee.", zoekwoorden: tuple[str, ...] = (), **more: object
) -> Activity:
    return Activity.model_construct(
        titel=titel, samenvatting=samenvatting, zoekwoorden=zoekwoorden, soorten=None, **more
    )


def test_a_kind_is_proposed_from_title_words_and_summary(vocabulary: Vocabulary):
    assert vocabulary.proposals(activity("Ons zangkoor")) == ("koor",)
    assert vocabulary.proposals(activity("Iets", zoekwoorden=("bakkie",))) == ("koffie-drinken",)
    assert vocabulary.proposals(activity("Iets", "U gaat lekker breien.")) == ("handwerken",)
    assert vocabulary.proposals(activity("Wandelochtend")) == ("wandelen",)
    assert vocabulary.proposals(activity("Iets")) == ()


def test_two_kinds_are_proposed_where_a_title_names_two(vocabulary: Vocabulary):
    assert vocabulary.proposals(activity("Wandelen en breien")) == ("handwerken", "wandelen")


def test_what_the_author_chose_counts(vocabulary: Vocabulary):
    chosen = activity("Ons zangkoor").model_copy(update={"soorten": ("vissen",)})
    assert vocabulary.kinds_of(chosen) == ("vissen",)


def test_a_lead_keeps_kinds_groups_and_filters_of_all_who_name_its_phrase(vocabulary: Vocabulary):
    assert vocabulary.leads[("eenzaam",)].kinds == {"koffie-drinken": 1.0, "zingen": 0.5}
    assert vocabulary.leads[("oudere",)].groups == {"ouderen"}
    assert vocabulary.leads[("gratis",)].filters == {"kosten": ("gratis",)}
    assert list(vocabulary.phrases("voor ouderen, gratis")) == [("oudere",), ("gratis",)]
