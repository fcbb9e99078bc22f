"""How to get there: the address, links that say whose they are, and one question for what nobody knows."""

from pathlib import Path

import pytest

from generator.model.resolved import Resolved
from generator.views.activity.getting_there import GettingThere, getting_there
from tests.support import change, copy_small, loaded

KERK = "locations/kerk.yml"
ZINGEN = "activities/dorp/zingen.yml"
STREET = [KERK, ["adres: Kerkstraat 1\npostcode: 7941 AB\n", ""]]
TRAVEL = [KERK, ["vervoer: De bus stopt voor de deur.\n", ""]]
POINT = [KERK, ["punt: {lat: 52.6950, lon: 6.1944}\n", ""]]
UNKNOWN = [ZINGEN, ["locatie: kerk", "locatie: onbekend"]]
CHANGING = [ZINGEN, ["locatie: kerk", "locatie: wisselend"]]
NOBODY = ["organisations/koor.yml", ["  telefoon: 0522 254 321\n  email: info@koor.example\n", ""]]


def there(tmp_path: Path, *changes: list) -> GettingThere | None:
    content = copy_small(tmp_path / "content")
    for path, swap in changes:
        change(content, {"vervang": {path: swap}})
    catalogue = loaded(content)
    return getting_there(Resolved(catalogue, catalogue.activities["dorp/zingen"]))


def test_a_known_place_says_all_and_its_links_say_whose_they_are(tmp_path: Path):
    found = there(tmp_path)
    assert found
    assert found.lines == ("Dorpskerk", "Kerkstraat 1", "7941 AB Dorp")
    assert found.copy == "Dorpskerk, Kerkstraat 1, 7941 AB Dorp"
    assert found.travel == "De bus stopt voor de deur."
    assert (found.ask, found.note) == ("", "")
    on_map, routes, planner = found.ways
    assert on_map.address == "https://www.openstreetmap.org/?mlat=52.695&mlon=6.1944#map=17/52.695/6.1944"
    assert on_map.app == "geo:52.695,6.1944?q=Kerkstraat%201%2C%207941%20AB%20Dorp"
    assert routes.address.endswith("destination=Kerkstraat%201%2C%207941%20AB%20Dorp&travelmode=transit")
    assert [one.whose for one in (on_map, routes, planner)] == ["OpenStreetMap", "Google Maps", "typ zelf het adres"]


def test_without_a_point_the_map_looks_for_the_address(tmp_path: Path):
    found = there(tmp_path, POINT)
    assert found
    assert found.ways[0].address == "https://www.openstreetmap.org/search?query=Kerkstraat%201%2C%207941%20AB%20Dorp"
    assert found.ways[0].app.startswith("geo:0,0?q=Kerkstraat")


@pytest.mark.parametrize(
    ("changes", "note", "ask"),
    [
        ([TRAVEL], "", "Hoe kom ik er?"),
        ([STREET], "De straat weten wij nog niet.", "Waar is het?"),
        ([STREET, TRAVEL], "De straat weten wij nog niet.", "Waar is het, en hoe kom ik er?"),
        ([UNKNOWN], "", "Waar is het?"),
        ([CHANGING], "Het is steeds op een andere plek.", "Waar begint het de volgende keer?"),
        ([TRAVEL, NOBODY], "", ""),
    ],
)
def test_what_nobody_knows_is_one_question(tmp_path: Path, changes: list, note: str, ask: str):
    found = there(tmp_path, *changes)
    assert found
    assert found.note.startswith(note)
    assert bool(found.note) == bool(note)
    assert found.ask == ask
    assert found.ask_address == ("tel:+31522254321" if ask else "")
    if any(path == KERK and swap[0].startswith("adres") for path, swap in changes):
        assert found.ways == ()  # a map of a town as if it were the door says more than is known


@pytest.mark.parametrize(
    "swap", [["locatie: kerk", "locatie: online"], ["titel: ", "loopt: {status: gestopt, sinds: 2026-01-01}\ntitel: "]]
)
def test_there_is_no_way_to_what_is_nowhere(tmp_path: Path, swap: list[str]):
    assert there(tmp_path, [ZINGEN, swap]) is None
