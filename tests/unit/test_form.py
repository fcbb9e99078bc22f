"""The form judges as check does, shows what the site shows, and loses nothing of what it mends."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.dutch.likeness import Alike
from generator.give.form_rules import (
    MOST_NAMES,
    by_beginning,
    elsewhere,
    form_rules,
    name_of,
    piece,
    pieces,
    place_rules,
)
from generator.judge.for_browser import judged_in_browser
from generator.judge.messages import SENTENCES
from generator.model.addresses import slug
from generator.model.entry_data import entry_data
from generator.model.forges import FORGES, base
from generator.model.problem import Severity
from generator.model.schema import Activity, Forge
from generator.read import typed
from generator.read.entry_yaml import entry_yaml
from generator.read.folder import File
from generator.read.importing import outcomes
from generator.read.load import parsed
from generator.read.source import Document, parse
from generator.read.table import Row
from tests.node import asked, card_of
from tests.support import PROJECT, SAMPLE, SMALL, TODAY, check, copy_small, loaded

BROWSER = {**judged_in_browser(), "getypt": typed.for_browser()}
CASES = yaml.load((PROJECT / "tests/form/cases.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
KEYWORDS = {
    "$ref",
    "$defs",
    "type",
    "enum",
    "const",
    "pattern",
    "format",
    "maxLength",
    "minimum",
    "maximum",
    "allOf",
    "anyOf",
    "oneOf",
    "items",
    "minItems",
    "maxItems",
    "uniqueItems",
    "properties",
    "required",
    "additionalProperties",
    "x-fout",
}
# Where check has a sentence of its own for a value that is in no list, and the form cannot give that value (ADR 10).
SAME = {"A042": "V003", "V026": "V003"}
NAME = "content/activities/dorp/nieuw.yml"


def changed(change: dict) -> dict:
    merged = CASES["basis"] | change
    return {name: value for name, value in merged.items() if value not in ("null", "~")}


@pytest.fixture(scope="module")
def real():
    return loaded(SAMPLE)


@pytest.mark.slow
def test_the_form_and_check_find_the_same_in_the_same_hundred_entries(tmp_path: Path):
    cases = [(good, changed(change)) for good in ("goed", "fout") for change in CASES[good]]
    assert len(cases) >= 100
    assert len(CASES["goed"]) >= 30
    catalogue = loaded(SMALL)
    place = place_rules(catalogue, catalogue.municipalities["dorp"])
    answers = asked(tmp_path, "judge", [entry for _, entry in cases], rules=form_rules(catalogue, BROWSER), place=place)
    different = []
    for number, ((kind, entry), answer) in enumerate(zip(cases, answers, strict=True)):
        content = copy_small(tmp_path / str(number) / "content")
        # Good or bad, it is written as this program writes: what is wrong is in the entry and not in its YAML.
        (content / "activities/dorp/nieuw.yml").write_text(entry_yaml("activities", entry, 2), encoding="utf-8")
        found = [problem for problem in check(content) if problem.path == NAME]
        wrong = {SAME.get(problem.code, problem.code) for problem in found if problem.severity is Severity.ERROR}
        said = {one["code"] for one in answer if not one.get("tip")}
        if any(code.startswith("V") for code in said):  # then check stops, and the form goes on with the words (ADR 10)
            said = {code for code in said if code.startswith("V")}
        if said != wrong or (kind == "goed") != (not wrong):
            different.append((kind, number, entry, said, wrong))
        hints = {problem.code for problem in found if problem.severity is Severity.WARNING}
        if kind == "goed":
            assert {one["code"] for one in answer if one.get("tip")} <= hints, entry
    assert different == []


def test_every_fault_has_a_sentence_without_holes(tmp_path: Path):
    catalogue = loaded(SMALL)
    place = place_rules(catalogue, catalogue.municipalities["dorp"])
    bad = [changed(change) for change in CASES["fout"]]
    for answer in asked(tmp_path, "judge", bad, rules=form_rules(catalogue, BROWSER), place=place):
        for one in answer:
            assert one["says"], one
            assert "{" not in one["says"], one
            assert "undefined" not in one["says"], one


def test_the_form_knows_every_word_that_the_schemas_use():
    def words(part) -> set[str]:
        if isinstance(part, list):
            return set().union(*(words(one) for one in part), set())
        if not isinstance(part, dict):
            return set()
        found: set[str] = set()
        for key, value in part.items():
            found |= {key} | (
                set().union(*map(words, value.values()), set()) if key in ("properties", "$defs") else words(value)
            )
        return found

    found = form_rules(loaded(SMALL), BROWSER)
    assert words([*found["schemas"].values()]) <= KEYWORDS
    named = {part.split('"')[0] for part in json.dumps(found["schemas"]).split('"x-fout": "')[1:]}
    assert named <= SENTENCES.keys()
    assert named >= {"datum_vorm", "tijd_vorm", "bedrag", "postcode", "wanneer_vorm"}


def test_the_card_says_what_the_site_says(tmp_path: Path, real):
    entries = list(real.activities.values())
    spots = [real.locations.get(entry.model.locatie) for entry in entries]
    items = [
        [entry_data(entry.model), entry_data(spot.model) if spot else None]
        for entry, spot in zip(entries, spots, strict=True)
    ]
    for entry, answer in zip(entries, asked(tmp_path, "known", items, rules=form_rules(real, BROWSER)), strict=True):
        assert answer == card_of(real, entry), entry.id


def good_entries() -> list[dict]:
    """Return every entry of the cases that is good: all the shapes that an answer can have."""
    return [changed(change) for change in CASES["goed"]]


def test_the_card_says_what_the_site_says_of_every_shape(tmp_path: Path):
    catalogue = loaded(SMALL)
    spot = entry_data(catalogue.locations["kerk"].model)
    for entry, said in zip(
        good_entries(),
        asked(
            tmp_path,
            "known",
            [[entry, spot if entry["locatie"] == "kerk" else None] for entry in good_entries()],
            rules=form_rules(catalogue, BROWSER),
        ),
        strict=True,
    ):
        made = parsed(entry_yaml("activities", entry, 2).encode(), File(NAME, "dorp/nieuw", "activities", Activity), "")
        assert said == card_of(catalogue, made), entry


def test_mending_keeps_every_shape(tmp_path: Path):
    about = place_rules(loaded(SMALL), loaded(SMALL).municipalities["dorp"])
    answers = asked(
        tmp_path,
        "again",
        [["nieuw", entry, about] for entry in good_entries()],
        rules=form_rules(loaded(SMALL), BROWSER),
    )
    for entry, files in zip(good_entries(), answers, strict=True):
        made = next(one["entry"] for one in files if one["folder"] == "activities")
        for name in ("wanneer", "kosten", "locatie", "bron", "aanmelden"):
            assert made[name] == entry[name], entry


def test_mending_an_entry_without_changing_it_changes_nothing(tmp_path: Path, real):
    items, expected = [], []
    for place in real.municipalities.values():
        about = place_rules(real, place)
        for entries in pieces(real, place):
            for name, data in piece(entries).items():
                items.append([name, data, about])
                expected.append([{"folder": "activities", "id": f"{place.id}/{name}", "entry": data, "isNew": False}])
    answers = asked(tmp_path, "again", items, rules=form_rules(real, BROWSER))
    assert len(items) == len(real.activities)
    for answer, right in zip(answers, expected, strict=True):
        assert answer == right
    order = [list(answer[0]["entry"]) for answer in answers]
    assert order == [list(right[0]["entry"]) for right in expected]


def test_the_files_of_the_form_are_those_of_this_program(tmp_path: Path, real):
    entries = [entry_data(entry.model) for entry in real.activities.values()]
    for entry, text in zip(entries, asked(tmp_path, "yaml", entries), strict=True):
        assert text == entry_yaml("activities", entry, 2)


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]), min_size=1, max_size=40
).filter(lambda text: text.strip())


@pytest.mark.slow
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        TEXTS
        | st.sampled_from(
            [
                "ja: nee",
                "- a",
                "a #b",
                "'x",
                '"',
                "[a, b]",
                "{a: b}",
                "null",
                "10:30",
                "a:",
                "|",
                "%",
                "@a",
                "2026-01-01",
                "&a",
                "*a",
                "!a",
            ]
        ),
        min_size=30,
        max_size=30,
    )
)
def test_whatever_somebody_types_is_read_back(tmp_path: Path, texts: list[str]):
    entries = [{"titel": text, "zoekwoorden": [text, "b"], "bron": [{"url": text, "datum": "2026"}]} for text in texts]
    for entry, text in zip(entries, asked(tmp_path, "yaml", entries), strict=True):
        document = parse(text.encode(), "x.yml")
        assert isinstance(document, Document), (document, text)
        assert document.data == entry | {"zoekwoorden": tuple(entry["zoekwoorden"]), "bron": tuple(entry["bron"])}


def test_a_name_becomes_the_same_file_everywhere(tmp_path: Path):
    names = ["Samen wandelen!", "Café ’t Hoekje", "ÅÄÖ – Straße", "???", "x" * 120, "-a-", "Ĳsclub", "5 × per jaar"]
    names += [
        "مركز الأمل",
        "جمعية النور",
        "Центр Надежда",
        "日本",
        "é",
        "☕",
        "Søren",
        "Κέντρο Ελπίδα",
        "מרכז תקווה",
        "ŁÓDŹ",
    ]
    assert asked(tmp_path, "slug", names) == [slug(name) for name in names]
    assert [slug(name) for name in ("Центр Надежда", "مركز الأمل", "Straße")] == [
        "tsentr-nadezhda",
        "mrkz-lml",
        "strasse",
    ]


@pytest.mark.slow
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=30), min_size=300, max_size=300))
def test_any_name_becomes_the_same_file_everywhere(tmp_path: Path, names: list[str]):
    assert asked(tmp_path, "slug", names) == [slug(name) for name in names]


# Who is meant, by name, municipality and contact: the form and a table must mean the same.
MEANT = [
    ("Stad", "Koor & Klank", "0522 999 888", "koor-klank-stad"),
    ("Leeg", "Koor & Klank", "", "koor-klank-leeg"),
    ("Leeg", "Koor & Klank", "0522 254 321", "koor"),
    ("Stad", "koor", "", "koor"),
    ("Dorp", "Koor & Klank", "", "koor"),
    ("Stad", "Zilverclub", "0522 246 415", "zilverclub"),
    ("Stad", "Stichting Groen Doen", "", "stichting-groen-doen"),
    ("Dorp", "Центр Надежда", "", "tsentr-nadezhda"),
]


def test_the_form_and_a_table_mean_the_same_organisation(tmp_path: Path):
    catalogue = loaded(SMALL)
    items: list[Any] = []
    expected: list[tuple[str, str]] = []
    for municipality, name, phone, id_ in MEANT:
        values = {
            "titel": "Vliegeren",
            "samenvatting": "U vliegert.",
            "thema": "natuur",
            "bron": "https://www.vlieg.example/",
        }
        values |= {"gemeente": municipality, "organisatie": name, "telefoon": phone, "locatie": "Dorpskerk"}
        (made,) = outcomes(catalogue, [Row(2, values)], TODAY)
        assert made.status == "nieuw", made.notes
        expected.append((made.entries["activities"]["organisatie"], made.entries["activities"]["locatie"]))
        assert expected[-1][0] == id_
        place = municipality.lower()
        beginnings = by_beginning(
            {entry.id: name_of(entry.model) for entry in catalogue.organisations.values()},
            {id_: {entry.model.organisatie for entry in entries} for id_, entries in catalogue.by_municipality.items()},
            catalogue.locations,
        )
        theirs: dict[str, Any] = {"organisaties": {}, "waar": {}, "plekken": []}
        for one in beginnings.values():
            more = elsewhere(catalogue, one)
            theirs["organisaties"] |= more["organisaties"]
            theirs["waar"] |= more["waar"]
            theirs["plekken"] += more["plekken"]
        own = place_rules(catalogue, catalogue.municipalities[place])
        elders = {key: one for key, one in theirs["organisaties"].items() if key not in own["organisaties"]}
        free = {key: one for key, one in elders.items() if not theirs["waar"][key]}
        where = own | {"organisaties": free | own["organisaties"], "elders": elders, "genomen": theirs["plekken"]}
        answers = values | {
            "gemeente": place,
            "thema": ["natuur-en-genieten"],
            "soort": [],
            "wanneer": [],
            "kosten": "onbekend",
        }
        items.append([answers, where])
    several = asked(tmp_path, "made", items, rules=form_rules(catalogue, BROWSER))
    meant = [(files[-1]["entry"]["organisatie"], files[-1]["entry"]["locatie"]) for files in several]
    assert meant == expected


def test_a_name_that_may_be_short_for_another_is_offered_as_the_table_offers_it(tmp_path: Path):
    pairs = [
        ("de-plataan", "cultureel-centrum-de-plataan"),
        ("stichting-welzijn-mensenwerk", "welzijn-mensenwerk"),
        ("cafe", "repair-cafe-oost"),
        ("de-kern", "het-kruispunt"),
        ("de", "het"),
    ]
    expected = []
    for one, other in pairs:
        like = Alike()
        like.add(other)
        expected.append(like.near(one) == other)
    assert expected == [True, True, False, False, False]
    assert asked(tmp_path, "short", [list(pair) for pair in pairs]) == expected


SITES = {
    "github": (
        "https://github.com/wijzer/inhoud",
        "/new/main?filename=content%2Factivities%2Fdorp%2Fx.yml&value=",
        "/edit/main/content/activities/dorp/x.yml",
    ),
    "forgejo": (
        "https://code.example/w/i.git",
        "/_new/main?filename=content%2Factivities%2Fdorp%2Fx.yml&value=",
        "/_edit/main/content/activities/dorp/x.yml?value=",
    ),
    "gitlab": (
        "https://gitlab.com/w/i/",
        "/-/new/main?file_name=content%2Factivities%2Fdorp%2Fx.yml",
        "/-/edit/main/content/activities/dorp/x.yml",
    ),
}


@pytest.mark.parametrize("forge", SITES)
def test_a_page_of_the_forge_is_filled_in_where_it_can_be(tmp_path: Path, forge: str):
    repository, new, edit = SITES[forge]
    own = loaded(SMALL).settings.model.model_copy(
        update={"repository": repository, "forge": next(one for one in Forge if one == forge)}
    )
    site = {"repository": base(own), "forge": asdict(FORGES[own.forge]), "mail": "onbekend"}
    file = {"folder": "activities", "id": "dorp/x", "entry": CASES["basis"], "isNew": True}
    long = file | {"entry": CASES["basis"] | {"beschrijving": "lang " * 1500}}
    answers = asked(
        tmp_path, "forge", [[one, site] for one in (file, file | {"isNew": False}, long, long | {"isNew": False})]
    )
    assert answers[0]["address"].startswith(base(own) + new)
    assert answers[1]["address"].startswith(base(own) + edit)
    assert [one["filled"] for one in answers] == [forge != "gitlab", forge == "forgejo", False, False]
    assert all(len(one["address"]) < 8000 for one in answers)
    assert all(("value=" in one["address"]) == one["filled"] for one in answers)


def test_a_mail_has_everything_in_it_or_says_that_it_has_not(tmp_path: Path):
    site = {"repository": "", "forge": {}, "mail": "wijzer@gemeente.example"}
    file = {"folder": "activities", "id": "dorp/x", "entry": CASES["basis"], "isNew": True}
    long = file | {"entry": CASES["basis"] | {"beschrijving": "lang " * 1500}}
    short, too_long = asked(tmp_path, "mail", [[[file], site], [[long], site]])
    assert short["filled"]
    assert short["address"].startswith("mailto:wijzer@gemeente.example?subject=Nieuwe%20activiteit")
    assert "content%2Factivities%2Fdorp%2Fx.yml" in short["address"]
    assert not too_long["filled"]
    assert len(too_long["address"]) < 8000


NAMES = st.lists(
    st.tuples(st.sampled_from(["vereniging-", "koor", "k", "stichting-"]), st.integers(0, 40)), max_size=60
).map(lambda some: [f"{first}{number or ''}".strip("-") for first, number in some])


@settings(max_examples=100, deadline=None)
@given(NAMES, NAMES, st.integers(1, 8))
def test_every_name_stands_in_one_file_that_the_form_finds(names: list[str], places: list[str], most: int):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.give.form_rules.MOST_NAMES", most)
        named = {f"plek-{at}": name for at, name in enumerate(names)}
        found = by_beginning(named, {"dorp": list(named)}, sorted(set(places)))
    for name in {*named.values(), *places}:
        begin, seen = name[0], []
        while begin:
            assert name.startswith(begin)
            seen.append(found[begin])
            begin = next((longer for longer in found[begin].further if name.startswith(longer)), "")
        there = [id_ for one in seen for id_ in one.organisations if named[id_] == name]
        assert there == sorted(id_ for id_, own in named.items() if own == name)
        assert [id_ for one in seen for id_ in one.locations if id_ == name] == [name] * (name in places)
    for one in found.values():
        here = {named[id_] for id_ in one.organisations} | set(one.locations)
        assert len(one.organisations) + len(one.locations) <= most or len(here) == 1
    assert sum(len(one.organisations) for one in found.values()) == len(named)


def test_no_file_of_names_is_heavy():
    """A file of so many names stays below 40 kB, also where each is reached in every way."""
    catalogue = loaded(SAMPLE)
    heaviest = max(len(json.dumps(entry_data(entry.model))) for entry in catalogue.organisations.values())
    assert MOST_NAMES * heaviest < 40_000
