"""A fact is one thing: what is known, what is missing and what it weighs is decided once, and every reader of it agrees."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.judge.rules.completeness import scores
from generator.model.entry_data import entry_data
from generator.model.facts import FACTS, WHOLE, On, gaps, offered, score
from generator.model.resolved import Resolved, resolved
from generator.model.schema import UNKNOWN, Activity, JaNee, Toegankelijkheid
from generator.views.activity.activity_page import activity_page
from generator.views.activity.answers import access, known, on_leaf, on_page
from generator.views.lists.finder import VALUES
from generator.views.volunteers.worklist import worklist
from tests.support import PROJECT, SAMPLE, SMALL, TODAY, copy_small, loaded


@pytest.fixture(scope="module")
def catalogue():
    return loaded(SAMPLE)


def test_what_weighs_comes_to_a_hundred():
    """An entry of which nothing is known has nothing, and one of which everything is known has a hundred."""
    weights = {
        gap.name: gap.weight
        for one in resolved(loaded(SAMPLE), loaded(SAMPLE).activities.values())
        for gap in gaps(one)
    }
    parts_of_when = ("tijd", "eindtijd")  # parts of what "dag en tijd" weighs
    assert sum(weight for name, weight in weights.items() if name not in (*parts_of_when, "straat")) == WHOLE


def test_what_is_missing_and_weighs_is_asked_on_the_telephone(catalogue):
    """Also the street, which most entries miss: it was in the warnings and never in the ringing round."""
    talks = worklist(catalogue, TODAY)
    asked = {item.id: " ".join(item.questions) for talk in talks for item in talk.items}
    streets = 0
    for it in resolved(catalogue, catalogue.activities.values()):
        for gap in gaps(it) if it.entry.id in asked else ():
            if gap.question:
                assert gap.question in asked[it.entry.id], (it.entry.id, gap)
            streets += gap.name == "straat"
    assert streets > 20


def test_card_score_and_round_agree_on_what_is_missing(catalogue):
    for it in resolved(catalogue, catalogue.activities.values()):
        missing = {gap.name for gap in gaps(it)}
        assert set(known(it).unknown) <= missing
        assert set(score(it)[1]) <= missing
        assert scores(catalogue)[it.entry.id] == score(it)


def test_somebody_who_goes_along_counts_in_the_score_as_on_the_page(tmp_path):
    content = copy_small(tmp_path / "content")
    with (content / "activities/dorp/handwerken.yml").open("a", encoding="utf-8") as file:
        file.write("eerste_keer:\n  iemand_gaat_mee: ja\n")
    catalogue = loaded(content)
    it = Resolved(catalogue, catalogue.activities["dorp/handwerken"])
    assert ("Er kan iemand met u meegaan",) in [fact.lines for fact in known(it).facts]
    assert "alleen komen" not in score(it)[1]


def test_every_field_of_access_is_a_fact_and_a_filter():
    ids = [fact.id for fact in FACTS if fact.on & On.ACCESS]
    assert ids == list(Toegankelijkheid.model_fields)
    assert set(ids) == set(VALUES["toegankelijk"])


def test_every_filter_but_for_whom_is_offered_by_a_fact(catalogue):
    it = Resolved(catalogue, next(iter(catalogue.activities.values())))
    assert set(offered(it, TODAY)) == set(VALUES) - {"voor", "ander"}


def test_what_is_offered_is_what_is_told(catalogue):
    """A value by which an activity is found stands on its page, and of what is not known nothing is offered."""
    for it in resolved(catalogue, catalogue.activities.values()):
        found = offered(it, TODAY)
        assert (found["kosten"][1] is True) == ("prijs" in known(it).unknown)
        assert bool(found["aanmelden"][1]) == ("aanmelden" in known(it).unknown)
        assert len(found["toegankelijk"][0]) == len(access(it).yes)


def test_no_two_facts_have_one_id():
    assert len({fact.id for fact in FACTS}) == len(FACTS)


def test_a_page_and_a_leaf_say_what_the_card_says_and_more(catalogue):
    for it in resolved(catalogue, catalogue.activities.values()):
        card = {fact.kind: fact.lines for fact in known(it).facts}
        page = {fact.kind: fact.lines for fact in on_page(it)}
        for kind, lines in card.items():
            assert page[kind][: len(lines)] == lines
        for fact in on_leaf(it):
            if fact.kind in card:
                assert fact.lines[: len(card[fact.kind])] == card[fact.kind]


def test_an_activity_is_joined_with_what_it_names_in_one_place():
    joins = re.compile(r"locations(?:\.get\(|\[)[^)\]]*\blocatie\b|organisations(?:\.get\(|\[)[^)\]]*\borganisatie\b")
    may = {"model/resolved.py", "write/keys.py"}
    for path in (PROJECT / "generator").rglob("*.py"):
        name = path.relative_to(PROJECT / "generator").as_posix()
        assert name in may or not joins.search(path.read_text(encoding="utf-8")), name


def test_access_of_the_activity_comes_before_that_of_its_place(tmp_path):
    content = copy_small(tmp_path / "content")
    with (content / "activities/stad/wandelen.yml").open("a", encoding="utf-8") as file:
        file.write("toegankelijkheid:\n  rolstoel: nee\n")
    catalogue = loaded(content)
    it = Resolved(catalogue, catalogue.activities["stad/wandelen"])
    assert it.access.rolstoel is JaNee.NEE
    assert access(it).no == activity_page(catalogue, it.entry, date(2026, 11, 22)).access.no


def test_nothing_known_is_all_to_be_asked(catalogue):
    entry = next(
        one for one in catalogue.activities.values() if one.model.wanneer == UNKNOWN and one.model.kosten == UNKNOWN
    )
    assert isinstance(entry.model, Activity)
    assert {"dag en tijd", "prijs"} <= set(known(Resolved(catalogue, entry)).unknown)


def changed(it: Resolved, **fields: Any) -> Resolved:
    """Return an activity that says something else."""
    data = entry_data(it.model) | fields
    return Resolved(it.catalogue, replace(it.entry, model=Activity.model_validate(frozen(data))))


def frozen(value: Any) -> Any:
    """Return lists as the tuples that the models read."""
    if isinstance(value, list):
        return tuple(frozen(one) for one in value)
    return {name: frozen(one) for name, one in value.items()} if isinstance(value, dict) else value


def lines(it: Resolved, kind: str) -> list[str]:
    return [line for fact in known(it).facts if fact.kind == kind for line in fact.lines]


def test_costs_in_words_are_told_as_they_were_written_and_no_filter_knows_them(catalogue):
    it = changed(Resolved(catalogue, next(iter(catalogue.activities.values()))), kosten={"tekst": "naar inkomen"})
    assert offered(it, TODAY)["kosten"] == (set(), True)
    assert lines(it, "kosten") == ["Naar inkomen"]


@pytest.mark.parametrize(
    ("costs", "said", "sure", "maybe"),
    [
        ({"gratis": "ja", "toelichting": "U koopt wel iets."}, ["Gratis. U koopt wel iets."], "", "gratis tot-5"),
        ({"vrijwillig": "ja"}, ["Vrijwillige bijdrage"], "tot-5", "gratis"),
        (
            {"vrijwillig": "ja", "toelichting": "Naar wat u kunt."},
            ["Vrijwillige bijdrage. Naar wat u kunt."],
            "tot-5",
            "gratis",
        ),
        (
            [{"bedrag_euro": "0", "voor": "leden"}, {"bedrag_euro": "8"}],
            ["Gratis voor leden", "€\u00a08 per keer"],
            "",
            "gratis tot-5",
        ),
        (
            [{"bedrag_euro": "3"}, {"bedrag_euro": "0", "voor": "leden"}],
            ["€\u00a03 per keer", "Gratis voor leden"],
            "tot-5",
            "gratis",
        ),
    ],
)
def test_costs_are_told_as_they_are_and_what_hangs_on_something_is_perhaps(catalogue, costs, said, sure, maybe):
    it = changed(Resolved(catalogue, next(iter(catalogue.activities.values()))), kosten=costs)
    assert offered(it, TODAY)["kosten"] == (set(sure.split()), set(maybe.split()))
    assert lines(it, "kosten") == said
    assert "prijs" not in known(it).unknown


def test_by_appointment_is_known_and_nobody_asks_the_day():
    it = Resolved(loaded(SMALL), loaded(SMALL).activities["dorp/zingen"])
    points, _ = score(changed(it, wanneer="onbekend"))
    now = changed(it, wanneer=[{"op_afspraak": "ja"}])
    assert lines(now, "wanneer") == ["Op afspraak"]
    assert score(now)[0] == points + 34
    assert not {"dag en tijd", "tijd", "eindtijd"} & set(score(now)[1])
    # Any day may be agreed on: a filter on a day does not leave it out, and does not say that it is so.
    assert offered(now, TODAY)["dag"] == (set(), True)


def test_a_place_that_changes_is_known_and_says_where_it_starts():
    it = Resolved(loaded(SMALL), loaded(SMALL).activities["dorp/zingen"])
    told = changed(it, locatie="wisselend", waar_vertrekt="De plek staat op de website.")
    assert lines(told, "waar") == ["Steeds op een andere plek", "De plek staat op de website."]
    assert not {"plek", "straat", "vertrekplek"} & set(score(told)[1])
    silent = changed(it, locatie="wisselend")
    assert lines(silent, "waar") == ["Steeds op een andere plek"]
    assert "vertrekplek" in known(silent).unknown
