"""A sentence is understood and not a bag of words; and nothing is claimed that nobody knows."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.evidence import Sure
from generator.model.when import always, coming
from generator.views.lists.shelf import shelf
from tests.node import Node
from tests.support import SAMPLE, TODAY, loaded

pytestmark = pytest.mark.slow

# Sentences of people as they speak, around something that they would like to do.
AROUND = """
ik zou graag eens gaan {}
mijn dokter zegt dat ik moet gaan {}
wat kost {}
ik kan niet meer zo goed {}
ik wil weer {}
{} met korting
{} openingstijden
waar kan ik hier {}
ik ben op zoek naar {}
ik heb zin in {}
is er ook {} bij mij in de buurt
ik zou wel willen beginnen met {}
wanneer is er {}
vroeger deed ik veel aan {}
de fysiotherapeut raadt {} aan
ik hou van {}
mag mijn buurvrouw ook mee naar {}
hoe kan ik me opgeven voor {}
weet u misschien waar ik kan {}
is {} iets voor mij
ik wil leren {}
mijn vrouw wil graag {}
goedemorgen ik had een vraag over {}
hebben jullie ook {}
ik heb nog nooit gedaan aan {}
al jaren doe ik aan {} maar nu niet meer
ik verveel me en wil wel {}
ik durf niet zo goed naar {}
eens {} proberen
{} alstublieft
""".strip().splitlines()


@pytest.fixture(scope="module")
def node(sample_site: Path) -> Iterator[Node]:
    with Node(sample_site) as running:
        yield running


@pytest.fixture(scope="module")
def wishes(node: Node) -> list[str]:
    """Two words of every kind of which there is something."""
    every = [word for kind in loaded(SAMPLE).kind_of.values() for word in kind.woorden[:2]]
    return [word for word in every if node.ids(word)]


def test_a_sentence_around_a_wish_finds_the_same_first_card(node: Node, wishes: list[str]):
    wrong = []
    for wish in wishes:
        first = node.ids(wish)[0]
        for around in AROUND:
            found = node.ids(around.format(wish))
            if not found or found[0] != first:
                wrong.append(around.format(wish))
    assert len(wrong) <= 0.02 * len(wishes) * len(AROUND), wrong


FILLERS = st.lists(
    st.sampled_from(["graag", "eens", "weer", "eigenlijk", "gewoon", "misschien", "zou", "willen"]), max_size=5
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(before=FILLERS, after=FILLERS, data=st.data())
def test_small_words_around_a_wish_keep_the_first_card(
    node: Node, wishes: list[str], before: list[str], after: list[str], data: st.DataObject
):
    wish = data.draw(st.sampled_from([word for word in wishes if " " not in word]))
    assert node.ids(" ".join([*before, wish, *after, "."]))[0] == node.ids(wish + " .")[0]


@pytest.mark.parametrize("text", ["geen bingo", "zonder bingo", "behalve bingo", "ik wil geen bingo", "no bingo"])
def test_what_nobody_wants_is_left_out_and_said(node: Node, text: str):
    found = node.run(text)
    kinds = kinds_of()
    assert not any("bingo" in kinds[hit["id"]] for hit in found["hits"])
    assert [chip["not"] for chip in found["chips"]] == [True]


def test_a_day_that_nobody_wants_is_no_filter_for_that_day(node: Node):
    found = node.run("niet op maandag")
    assert "dag" not in found["filters"]
    activities = loaded(SAMPLE).activities
    for hit in found["hits"]:
        days = {day for moment in moments(activities[hit["id"]].model) for day in getattr(moment, "elke", ())}
        assert days != {"maandag"}
        assert hit["fit"] < 2 or "maandag" not in days


def test_without_stairs_asks_for_a_way_in_on_wheels(node: Node):
    assert node.run("zonder trap")["filters"] == {"toegankelijk": ["rolstoel"]}


def test_who_cannot_do_something_well_any_more_still_wants_it(node: Node):
    assert node.ids("ik kan niet meer zo goed wandelen")[0] == node.ids("wandelen")[0]


@pytest.mark.parametrize(
    ("text", "group"),
    [("mijn man heeft dementie", "mannen"), ("mijn vrouw is dood", "vrouwen"), ("mijn moeder wil breien", "vrouwen")],
)
def test_who_is_talked_about_is_not_whom_it_is_for(node: Node, text: str, group: str):
    found = node.run(text)
    assert group not in found["filters"].get("voor", [])
    assert found["other"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("koor voor mijn moeder van 80", "80"),
        ("ik ben 25", "25"),
        ("voor 80-plussers", "80"),
        ("65+", "65"),
        ("70plus", "70"),
        ("voor kinderen van 8 jaar", "8"),
    ],
)
def test_an_age_is_an_age(node: Node, text: str, years: str):
    assert node.run(text)["filters"]["leeftijd"] == [years]


@pytest.mark.parametrize("word", ["zit", "iemand", "niks", "net", "geen", "krijg", "weer", "sinds"])
def test_a_small_word_asks_for_nothing(node: Node, word: str):
    found = node.run(f"ik wil {word} wandelen .")
    assert found["filters"] == {}
    assert found["block"] is None
    assert found["unknown"] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("koffie onder 5 euro", ["tot-5"]),
        ("hoogstens € 3", ["tot-5"]),
        ("voor 2,50 euro", ["tot-5"]),
        ("voor nop", ["gratis"]),
        ("voor niks", ["gratis"]),
        ("ik heb geen geld", ["gratis"]),
    ],
)
def test_a_price_is_a_price(node: Node, text: str, values: list[str]):
    assert node.run(text)["filters"]["kosten"] == values


def test_who_has_no_money_is_told_of_help_with_costs(node: Node):
    assert node.run("ik heb geen geld")["block"] == "hulp"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("koffie in mestreech", {"gemeente": ["maastricht"]}),
        ("wandelen 7941", {"gemeente": ["meppel"]}),
        ("7941 AB", {"gemeente": ["meppel"]}),
        ("koffie eygelshoven", {"plaats": ["Eygelshoven"]}),
        ("wandelen gulpen wittem", {"gemeente": ["gulpen-wittem"]}),
    ],
)
def test_a_place_is_a_place(node: Node, text: str, place: dict[str, list[str]]):
    assert node.run(text)["filters"] == place


def test_a_postcode_that_nobody_knows_is_answered_in_words(node: Node):
    found = node.run("wandelen 1000")
    assert found["told"] == ["postcode 1000"]
    assert found["certain"] == 0


def test_a_postcode_of_elsewhere_asks_for_what_is_near_it(node: Node):
    found = node.run("wandelen 1012")
    assert (found["near"]["from"], found["near"]["fault"]) == ("1012", "")
    assert found["hits"] == []
    assert found["wider"][0]["amount"] > 0


@pytest.mark.parametrize("word", ["epen", "meppen", "ballet"])
def test_a_right_word_is_never_taken_for_another(node: Node, word: str):
    assert node.run(word)["corrected"] == []


DATES = {
    "vandaag": [0],
    "morgen": [1],
    "overmorgen": [2],
    "volgende week vrijdag": [8],
    "komende dinsdag": [5],
    "dit weekend": [2, 3],
    "24 december": [28],
    "op 24-12": [28],
    "over twee weken": [14],
    "tweede kerstdag": [30],
    "volgende week": [4, 5, 6, 7, 8, 9, 10],
}


@pytest.mark.parametrize("text", DATES)
def test_words_for_a_day_are_dates(node: Node, text: str):
    thursday = date(2026, 11, 26)
    found = node.run(f"koffie {text}", today=thursday)
    assert found["filters"]["datum"] == [(thursday + timedelta(days=ahead)).isoformat() for ahead in DATES[text]]
    assert found["chips"][0]["label"]


def test_a_school_holiday_is_its_days(node: Node):
    days = node.run("in de kerstvakantie", today=date(2026, 11, 26))["filters"]["datum"]
    assert days[0] == "2026-12-19"
    assert days[-1] == "2027-01-03"


def test_search_and_agenda_never_disagree(node: Node):
    """On fourteen days of a set clock: what surely is held today is what the agenda has, or what is always there."""
    catalogue = loaded(SAMPLE)
    known = shelf(catalogue, TODAY)
    listed = known.everything
    region = {entry.id: entry.model.schoolvakantie_regio for entry in catalogue.municipalities.values()}
    for ahead in range(14):
        day = TODAY + timedelta(days=ahead)
        held = {
            entry.id
            for entry in listed
            for one in coming(entry.model, TODAY, region[entry.model.gemeente])
            if one.day == day and not one.holiday and known.known[entry.id].sure.rank <= Sure.SOURCE.rank
        }
        there = {entry.id for entry in listed if always(entry.model.wanneer)}
        sure = {hit["id"] for hit in node.run("vandaag", today=day)["hits"] if hit["fit"] == 2}
        assert sure == held | there


def test_part_of_a_day_goes_with_that_day(node: Node):
    """What is on in the morning and on another day in the evening is not on this evening."""
    activities = loaded(SAMPLE).activities
    for day in ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"):
        for hit in node.run(f"{day}avond")["hits"]:
            if hit["fit"] < 2:
                continue
            on = [one for one in moments(activities[hit["id"]].model) if day in getattr(one, "elke", (day,))]
            assert any(not hasattr(one, "van") or max(str(one.van), str(one.tot)) > "17:30" for one in on), hit["id"]


ASKED = (
    "rolstoel",
    "gratis",
    "dinsdag",
    "zaterdag gratis",
    "koffie gratis dinsdag",
    "wandelen zaterdag",
    "rollator",
    "alleen komen",
    "zonder aanmelden",
    "koor voor mannen",
    "iets voor ouderen",
    "vandaag",
    "dinsdagochtend",
    "niet gratis",
    "ik ben 70",
    "meppel",
    "zingen donderdagavond zonder aanmelden",
    "goedkoop museum",
    "koffie eygelshoven",
)


@pytest.mark.parametrize("text", ASKED)
def test_a_chip_holds_for_every_certain_card(node: Node, text: str):
    found = node.run(text)
    assert found["certain"] == sum(hit["fit"] == 2 for hit in found["hits"])
    for hit in found["hits"]:
        assert len(hit["known"]) == len(found["asks"])
        assert (min(hit["known"], default=2) == 2) or hit["fit"] < 2
    order = [hit["fit"] for hit in found["hits"]]
    assert order == sorted(order, reverse=True)


def test_a_kind_that_fits_a_need_is_no_fact(node: Node):
    found = node.run("rolstoel")
    known = {
        entry.id
        for entry in loaded(SAMPLE).activities.values()
        if str(getattr(access(entry.model), "rolstoel", "onbekend")) == "ja"
    }
    assert {hit["id"] for hit in found["hits"] if hit["fit"] == 2} == known & {hit["id"] for hit in found["hits"]}
    assert found["certain"] == len(known)


@pytest.mark.parametrize(
    "need",
    [
        "burn-out",
        "overspannen",
        "ik slaap slecht",
        "net verhuisd",
        "gescheiden",
        "werkloos",
        "net gepensioneerd",
        "eenzaam",
    ],
)
def test_a_need_gives_few_and_fitting_things(node: Node, need: str):
    assert 0 < len(node.ids(need)) <= 12


def test_a_block_never_hides_what_is_asked_for_by_name(node: Node):
    for text in ("wandelen met korting", "openingstijden bibliotheek", "mijn psycholoog zegt dat ik moet wandelen"):
        assert node.ids(text)
    assert node.run("wandelen met korting")["block"] is None


def test_below_a_cry_stands_what_was_asked_for_by_name(node: Node):
    found = node.run("ik wil dood en zoek een wandelclub")
    assert found["block"] == "nood"
    assert found["hits"]


def test_where_nothing_is_found_there_are_ways_on(node: Node):
    found = node.run("koffie in landgraaf")
    assert not found["hits"]
    towns = [way["value"] for way in found["elsewhere"]]
    assert "Heerlen" in towns or "Kerkrade" in towns
    assert node.run("karate")["wider"][0]["value"] == "Sporten"


ABROAD = {
    "walking group": "wandelen",
    "i would like to walk": "wandelen",
    "volunteer": "vrijwilligerswerk",
    "learn dutch": "taalles",
    "spazieren": "wandelen",
    "kaffee trinken": "koffie-drinken",
    "schwimmen": "zwemmen",
    "pływanie": "zwemmen",
    "chór": "koor",
    "kawa": "koffie-drinken",
    "yürüyüş": "wandelen",
    "kütüphane": "bibliotheek",
    "прогулянка": "wandelen",
    "бібліотека": "bibliotheek",
    "хор": "koor",
    "قهوة": "koffie-drinken",
    "سباحة": "zwemmen",
    "مكتبة": "bibliotheek",
    "gardening": "tuinieren",
    "stricken": "handwerken",
}


def test_words_of_other_languages_find_the_same_things(node: Node):
    kinds = kinds_of()
    wrong = [
        text
        for text, kind in ABROAD.items()
        if kind not in set().union(*(kinds[id_] for id_ in node.ids(text)[:3]), set())
    ]
    assert len(wrong) <= 2, wrong


def kinds_of() -> dict[str, set[str]]:
    """Return the kinds of every activity, with those above them."""
    catalogue = loaded(SAMPLE)
    return {
        entry.id: {one for kind in entry.model.soorten or () for one in (kind, *catalogue.kinds_above(kind))}
        for entry in catalogue.activities.values()
    }


def moments(activity) -> tuple:
    return () if isinstance(activity.wanneer, str) else tuple(activity.wanneer)


def access(activity):
    place = loaded(SAMPLE).locations.get(activity.locatie)
    return activity.toegankelijkheid or (place.model.toegankelijkheid if place else None)
