"""JSON-LD, sitemap and pictures."""

import json
import struct

import pytest

from generator.give import jsonld, sitemap
from generator.model.icons import icon_drawing
from generator.show.looks import pictures
from generator.show.looks.typeface import FONTS, font_file
from generator.views.activity.card import card
from tests.support import TODAY, loaded


@pytest.fixture(scope="module")
def catalogue():
    return loaded()


def data(catalogue, id_, url="https://w.example/"):
    return jsonld.activity(catalogue, catalogue.activities[id_], TODAY, url)


def test_a_weekly_activity_is_a_series_with_a_schedule_and_dated_events(catalogue):
    found = data(catalogue, "dorp/zingen")
    assert found["@type"] == "EventSeries"
    assert found["url"] == "https://w.example/dorp/zingen/"
    (schedule,) = found["eventSchedule"]
    assert schedule == {
        "@type": "Schedule",
        "byDay": ["https://schema.org/Thursday"],
        "repeatFrequency": "P1W",
        "scheduleTimezone": "Europe/Amsterdam",
        "startTime": "19:30",
        "endTime": "21:30",
    }
    assert found["subEvent"][0]["startDate"] == "2026-11-26T19:30:00+01:00"
    assert found["subEvent"][0]["endDate"] == "2026-11-26T21:30:00+01:00"
    assert found["location"]["address"]["postalCode"] == "7941 AB"
    assert [(offer["price"], offer["priceCurrency"]) for offer in found["offers"]] == [("2.50", "EUR"), ("60", "EUR")]
    assert found["organizer"]["telephone"] == "0522 254 321"


def test_a_week_of_the_month_is_said_in_the_terms_of_a_calendar(catalogue):
    found = data(catalogue, "stad/computerles")
    assert found["eventSchedule"][0]["byDay"] == ["1TU", "-1TU"]
    assert found["eventSchedule"][0]["repeatFrequency"] == "P1M"
    assert found["eventAttendanceMode"].endswith("OnlineEventAttendanceMode")
    assert "offers" not in found


def test_only_what_is_known_is_said(catalogue):
    found = data(catalogue, "dorp/handwerken", "")
    assert not {"eventSchedule", "subEvent", "offers", "url", "isAccessibleForFree"} & found.keys()


def test_a_path_is_a_place_and_free_is_free(catalogue):
    found = data(catalogue, "stad/wandelen")
    assert found["@type"] == "Place"
    assert found["publicAccess"] is True
    assert found["isAccessibleForFree"] is True
    assert found["name"] == "Zelf wandelen in het bos"


def test_what_has_stopped_or_pauses_says_so(catalogue):
    stopped = data(catalogue, "dorp/oud-koor")
    assert stopped["eventStatus"] == "https://schema.org/EventCancelled"
    assert "subEvent" not in stopped
    assert stopped["disambiguatingDescription"] == "Deze activiteit is gestopt op 30 juni 2026."
    assert data(catalogue, "dorp/koffie")["eventStatus"] == "https://schema.org/EventPostponed"


def test_no_text_can_leave_the_script_element():
    text = jsonld.script({"a": "</script><script>alert(1)</script>&<!--"})
    assert "<" not in text
    assert ">" not in text
    assert json.loads(text) == {"a": "</script><script>alert(1)</script>&<!--"}
    assert jsonld.script(None) == ""


def test_a_list_names_its_items(catalogue):
    cards = [card(catalogue, entry, TODAY) for entry in catalogue.activities.values()]
    found = jsonld.item_list("Lijst", cards, "https://w.example/")
    assert [item["position"] for item in found["itemListElement"]] == [1, 2, 3, 4, 5, 6]
    assert jsonld.item_list("Leeg", [], "https://w.example/") is None
    assert jsonld.item_list("Zonder adres", cards, "") is None


def test_a_sitemap_is_split_when_it_is_too_long(monkeypatch):
    monkeypatch.setattr(sitemap, "MOST", 2)
    files = sitemap.sitemaps("https://w.example/", ["", "a/", "b&c/"])
    assert sorted(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert b"<loc>https://w.example/sitemap-1.xml</loc>" in files["sitemap.xml"]
    assert b"b&amp;c/" in files["sitemap-2.xml"]
    assert b"Sitemap: https://w.example/sitemap.xml" in sitemap.robots("https://w.example/")


def size(png: bytes) -> tuple[int, int]:
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


def test_pictures_have_the_size_for_sharing_and_the_same_bytes_each_time():
    fonts = [font_file(weight) for weight in FONTS]
    drawing = icon_drawing("walk")
    one = pictures.theme_picture("Bewegen & plezier", "Samen", "steenrood", drawing, "Wijzer", fonts)
    assert size(one) == (1200, 630)
    assert one == pictures.theme_picture("Bewegen & plezier", "Samen", "steenrood", drawing, "Wijzer", fonts)
    assert size(pictures.site_picture("Wijzer", "Kort", {"groen": drawing}, fonts)) == (1200, 630)
    assert size(pictures.touch_icon(drawing)) == (180, 180)
    assert pictures.favicon(drawing).startswith(b"<svg")
