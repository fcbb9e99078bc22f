"""Near: every postcode and town is found in one small file, distances hold, and a larger circle never has less in it."""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dutch import places
from generator.find import near
from tests.node import Node

MOST_BYTES = 14_000
CLOSE = 0.5  # kilometres: what the steps of the file cost
ONE_TOWN = 15.0
CIRCLES = (1, 5, 10, 25, 0)


@pytest.fixture(scope="module")
def search(sample_site: Path) -> Iterator[Node]:
    with Node(sample_site) as running:
        running.ask("find", "7941")  # reads the list of towns
        yield running


def away(found: dict, point: tuple[float, float]) -> float:
    return places.kilometres((found["lat"], found["lon"]), point)


def test_the_whole_country_is_one_small_file():
    assert len(brotli.compress(near.table().encode(), quality=11)) <= MOST_BYTES


def test_every_postcode_is_where_it_is(search: Node):
    for code, middle in places.middles().items():
        assert away(search.ask("find", code), middle) < CLOSE, code
    assert search.ask("find", "1000") is None


def test_every_town_and_municipality_is_found_or_said_to_be_several(search: Node):
    points = defaultdict(list)
    for row in places.rows():
        points[near.plain(row["plaats"])].append((float(row["lat"]), float(row["lon"])))
    several = 0
    for name in sorted({row["plaats"] for row in places.rows()}):
        found = search.ask("find", name)
        here = points[near.plain(name)]
        if found == "several":
            several += 1
            continue
        assert found, name
        assert min(away(found, point) for point in here) < ONE_TOWN, name
    assert several < 60
    for name in places.municipality_names().values():
        assert search.ask("find", name.partition(" (")[0]), name


@pytest.mark.parametrize(
    "name", ["Atlantis", "Brussel", "Aken", "Antwerpen", "Genk", "Maaseik", "Lanaken", "Riemst", "Heinsberg", "Selfkant",
    "Geilenkirchen", "Herzogenrath", "Nordhorn", "Gronau", "Bocholt", "Kleve", "Emmerich", "Turnhout", "Lommel", "Londen",
    "fietsen", "koffie", "xyz", ""],
)  # fmt: skip
def test_what_is_no_place_of_the_country_is_none(search: Node, name: str):
    assert search.ask("find", name) is None


def test_the_nearest_postcode_is_near_and_abroad_there_is_none(search: Node):
    for code in ("7941", "6461", "1012", "9733"):
        lat, lon = places.middles()[code]
        found = search.ask("nearest", {"lat": lat, "lon": lon})
        assert places.kilometres(places.middles()[found], (lat, lon)) < 2 * CLOSE
    for lat, lon in ((50.85, 4.35), (51.51, -0.13), (52.52, 13.40)):
        assert search.ask("nearest", {"lat": lat, "lon": lon}) is None


@settings(max_examples=60, deadline=None)
@given(code=st.sampled_from(sorted(places.middles())), q=st.sampled_from(["", "koffie", "wandelen", "iets met muziek"]))
def test_a_larger_circle_never_has_less_in_it(search: Node, code: str, q: str):
    found = [search.run(q, bij=code, km=km, volgorde="dichtbij") for km in CIRCLES]
    for smaller, larger in itertools.pairwise(found):
        assert {hit["id"] for hit in smaller["hits"]} <= {hit["id"] for hit in larger["hits"]}
        sure = [{hit["id"] for hit in one["hits"] if hit["known"][-1:] == [2]} for one in (smaller, larger)]
        if larger["near"]["km"]:
            assert sure[0] <= sure[1]
    for one in found:
        for alike in {(hit["fit"], hit["held"]) for hit in one["hits"]}:  # what is known to lie within comes first
            far = [hit["km"] for hit in one["hits"] if (hit["fit"], hit["held"]) == alike and not hit["like"]]
            assert far == sorted(far, key=lambda km: math.inf if km is None else km) or q


@pytest.mark.parametrize(
    ("q", "start", "km"),
    [
        ("in de buurt van Meppel", "meppel", 10),
        ("wandelen in de buurt van Nijeveen", "nijeveen", 10),
        ("koffie binnen 5 kilometer van Kerkrade", "kerkrade", 5),
        ("binnen 5 km", "", 5),
        ("muziek niet verder dan 25km van heerlen", "heerlen", 25),
        ("op loopafstand van 6461 AB", "6461", 1),
        ("dichtbij", "", 10),
        ("iets leuks bij mij in de buurt", "", 10),
        ("zwemmen vlak bij staphorst", "staphorst", 10),
        ("Zwolle", "zwolle", 10),
        ("koffie in Den Haag", "den haag", 10),
        ("7941", "7941", 0),
        ("8011", "8011", 10),
        ("rond Meppel", "meppel", 10),
    ],
)
def test_words_for_nearness_are_understood(search: Node, q: str, start: str, km: int):
    found = search.run(q)
    assert found["near"]
    assert (found["near"]["from"], found["near"]["km"]) == (start, km)
    assert found["near"]["fault"] == ("" if start else "waar")


@pytest.mark.parametrize(
    "q",
    [
        "koffie",
        "samen zingen in Meppel",
        "rond 19.00 uur",
        "5 euro",
        "op dinsdag",
        "om de week",
        "ik ben 65",
        "een buurthuis",
    ],
)
def test_other_words_ask_for_no_nearness(search: Node, q: str):
    assert search.run(q)["near"] is None


def test_nearest_comes_first_and_what_is_far_is_offered_as_a_larger_circle(search: Node):
    found = search.run("in de buurt van Kerkrade")
    assert found["hits"][0]["id"].startswith("kerkrade/")
    assert all(hit["km"] is None or hit["km"] < 20 for hit in found["hits"])
    none = search.run("wandelen in Zwolle")
    assert none["hits"] == []
    assert none["wider"][0]["value"] == "binnen 25 kilometer"
    assert none["wider"][0]["state"]["bij"] == "zwolle"


def test_who_says_where_they_live_gets_that_for_in_de_buurt(search: Node):
    found = search.run("koffie in de buurt", bij="6461")
    assert (found["near"]["from"], found["near"]["fault"], found["near"]["km"]) == ("6461", "", 10)
    assert {hit["id"].partition("/")[0] for hit in found["hits"]} <= {"kerkrade", "heerlen", "landgraaf", "voerendaal"}


@pytest.mark.parametrize(
    ("typed", "fault"),
    [("52062", "buitenland"), ("B-3600", "buitenland"), ("Atlantis", "onbekend"), ("1000", "onbekend")],
)
def test_what_is_not_known_is_said_and_nothing_is_left_out(search: Node, typed: str, fault: str):
    found = search.run("koffie", bij=typed)
    assert found["near"]["fault"] == fault
    assert [hit["id"] for hit in found["hits"]] == search.ids("koffie")
