"""What was learned, what is registered, and what a practice gets on paper of what changed."""

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from generator.give.changes import ATOM
from generator.give.feed import feed
from generator.give.registration import empty_table, line_schema
from generator.judge.for_browser import anonymous_in_browser
from generator.judge.rules.anonymous import AGE, names_in_text
from generator.views.lists.list_page import list_page
from generator.views.referral.coach import coach_view
from generator.views.referral.experiences_page import experience_form, experiences_page, shown
from generator.views.referral.news import news, since
from generator.views.referral.registration_page import registration_page
from generator.views.referral.talk_page import talk_page
from generator.views.volunteers.referral_round import referral_round
from tests.support import SAMPLE, TODAY, change, copy_small, loaded

FACE = "foto: {bestand: coach.jpg, alt: De coach lacht., maker: de praktijk, licentie: met toestemming}"


def test_only_what_somebody_read_or_was_public_is_on_the_site():
    assert [entry.id for entry in shown(loaded())] == ["dorp/samen-koffie", "streek/woorden"]
    page = experiences_page(loaded())
    assert [(lesson.number, [one.title for one in lesson.learnt]) for lesson in page.lessons] == [
        (2, ["Samen koffie drinken helpt"]),
        (0, ["Niet iedereen gebruikt dezelfde woorden"]),
    ]
    assert [theme.theme.name for theme in page.themes] == ["Eten en ontmoeten"]
    assert page.lessons[0].learnt[0].who == "Praktijkondersteuner (POH), Dorp, september 2026"
    asked = [talk for talk in referral_round(loaded(), TODAY) if talk.id.startswith("experiences/")]
    assert [talk.name for talk in asked] == ["Dit wacht op nalezen"]


@pytest.mark.parametrize("url", ["", "https://wijzer.example/"])
def test_a_reader_of_news_can_follow_it(url: str):
    root = ET.fromstring(feed(loaded(), url))
    space = {"a": ATOM}
    for name in ("title", "id", "updated", "author"):
        assert root.find(f"a:{name}", space) is not None
    (entry,) = root.findall("a:entry", space)  # of what has no date nobody knows when it was new
    assert entry.findtext("a:updated", "", space) == "2026-09-01T00:00:00Z"
    assert entry.findtext("a:id", "", space).startswith("urn:uuid:")
    links = [link.get("href") for link in entry.findall("a:link", space)]
    assert links == ([f"{url}ervaringen/#dorp--samen-koffie"] if url else [])
    assert feed(loaded(), url) == feed(loaded(), url)


@pytest.mark.parametrize(
    "text",
    [
        "een man van 81 jaar",
        "zij is 78.",
        "een negentigjarige",
        "geboren in 1950",
        "een tachtiger",
        "hij is 80 jaar oud",
    ],
)
def test_an_age_is_seen(text: str):
    assert AGE.search(text)


@pytest.mark.parametrize("text", ["na twee jaar", "5 keer per jaar", "in het jaar 2026", "dertig mensen", "20 minuten"])
def test_how_long_something_lasts_is_no_age(text: str):
    assert not AGE.search(text)


def test_words_with_a_capital_that_may_be_a_name():
    assert list(names_in_text("Wij gingen met Jansma en Fatima naar de GGD. Daarna thee. Truus bleef.")) == [
        "Jansma",
        "Fatima",
        "Truus",
    ]


def test_the_form_knows_what_check_knows():
    rules = anonymous_in_browser(loaded())
    assert {what for what, _, _ in rules["patronen"]} >= {"een naam", "een leeftijd", "een dag", "een woonadres"}
    assert "Dorp" in rules["bekend"]
    form = experience_form(loaded())
    assert len(form.lessons) == 5
    assert ("dorp", "Dorp") in form.places


def test_what_is_registered_is_the_same_everywhere():
    catalogue = loaded()
    agreements = catalogue.agreements.model
    names = [field.veld for field in agreements.velden]
    assert next(csv.reader(io.StringIO(empty_table(agreements).decode("utf-8-sig")), delimiter=";")) == names
    schema = json.loads(line_schema(catalogue, agreements))
    Draft202012Validator.check_schema(schema)
    check = Draft202012Validator(schema)
    good = {"verwezen_op": "2026-08-03", "praktijk": "Huisartsen Oost", "gestopt_omdat": "vervoer", "thema": ""}
    assert check.is_valid(good)
    assert not check.is_valid({**good, "gestopt_omdat": "geen zin"})
    assert not check.is_valid({"praktijk": "Huisartsen Oost"})
    assert not check.is_valid({**good, "naam": "iemand"})
    assert [field.id for field in registration_page(catalogue, agreements).fields] == names
    words = dict(talk_page(catalogue, TODAY).message)
    assert set(words) <= {field.naam for field in agreements.velden}
    assert list_page("", agreements).chosen == "Gekozen" in words


def test_a_face_is_shown_only_with_consent(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    change(
        content,
        {
            "fotos": {"photos/coach.jpg": [600, 700]},
            "vervang": {
                "practices/dorp/huisarts-oost.yml": [
                    "  telefoon: 0522 254 322",
                    f"  telefoon: 0522 254 322\n  toestemming: 2025-10-01\n  {FACE}",
                ]
            },
        },
    )
    coach = loaded(content).practices["dorp/huisarts-oost"].model.welzijnscoach
    seen = coach_view(coach, TODAY)
    assert seen.photo is not None
    assert seen.photo.address == "fotos/coach-jpg"
    assert coach_view(coach.model_copy(update={"toestemming": None}), TODAY).photo is None
    asked = {talk.id: talk.items[0].questions for talk in referral_round(loaded(content), TODAY)}
    assert any("De toestemming is van 1 oktober 2025" in one for one in asked["practices/dorp/huisarts-oost"])


def test_a_sheet_tells_what_is_new_and_what_has_stopped(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    change(
        content,
        {
            "vervang": {
                "activities/dorp/zingen.yml": ["bron:", "toegevoegd: 2026-09-03\nbron:"],
                "activities/dorp/handwerken.yml": ["bron:", "toegevoegd: 2026-05-03\nbron:"],
            }
        },
    )
    catalogue = loaded(content)
    found = news(catalogue, catalogue.municipalities["dorp"], TODAY, "https://wijzer.example/")
    assert found.since == "1 augustus 2026"
    assert [line.title for line in found.new] == [catalogue.activities["dorp/zingen"].model.titel]
    assert found.new[0].address == "https://wijzer.example/dorp/zingen/"
    assert "dorp/koffie" in [line.address.removeprefix("https://wijzer.example/").rstrip("/") for line in found.stopped]
    assert [one.title for one in found.worked] == ["Samen koffie drinken helpt"]
    assert found.results.said[0].startswith("Er waren 24 verwijzingen")
    later = news(catalogue, catalogue.municipalities["dorp"], TODAY + timedelta(days=800), "")
    assert (later.new, later.worked) == ((), ())
    assert since(date(2027, 2, 10)) == date(2026, 11, 1)


def test_where_nothing_changed_there_is_no_sheet():
    catalogue = loaded(SAMPLE)
    found = news(catalogue, catalogue.municipalities["heerlen"], date(2031, 1, 1), "")
    assert found.sheets == ()
