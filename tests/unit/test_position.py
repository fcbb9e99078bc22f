"""Where a location is, and how well that is known."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dutch.places import kilometres, middles, middles_of_towns, postcodes
from generator.model.position import Known, position
from generator.model.schema import Location

MEPPEL = "GM0119"


def at(**more: object) -> Location:
    return Location.model_validate({"naam": "Zaal", "plaats": "Nijeveen", "gemeente": "meppel", **more})


@pytest.mark.parametrize(
    ("more", "known"),
    [
        ({"punt": {"lat": "52.7348", "lon": "6.1669"}, "postcode": "7948 AB"}, Known.PLACE),
        ({"postcode": "7948 AB"}, Known.POSTCODE),
        ({"postcode": "9999 ZZ"}, Known.TOWN),  # a postcode that is nowhere
        ({}, Known.TOWN),
        ({"plaats": "Nergenshuizen"}, Known.MUNICIPALITY),
    ],
)
def test_the_best_that_is_known_counts_and_is_said(more: dict, known: Known):
    found = position(at(**more), MEPPEL)
    assert found is not None
    assert found.known is known
    assert kilometres((found.lat, found.lon), middles()["7941"]) < 10


def test_a_municipality_that_is_on_no_list_has_no_place():
    assert position(at(), "GM9999") is None


def test_every_municipality_and_postcode_has_a_middle():
    assert all(str(code) in middles() for codes in postcodes().values() for code in codes)
    assert all((code, "") in middles_of_towns() for code in postcodes())


POINTS = st.tuples(st.floats(50.7, 53.6), st.floats(3.3, 7.3))


@given(POINTS, POINTS, POINTS)
def test_distances_are_distances(one: tuple[float, float], other: tuple[float, float], third: tuple[float, float]):
    assert kilometres(one, one) == 0
    assert math.isclose(kilometres(one, other), kilometres(other, one))
    assert kilometres(one, third) <= kilometres(one, other) + kilometres(other, third) + 1e-6


def test_distances_are_those_of_an_atlas():
    """From the Dom in Utrecht to the Martinitoren in Groningen and to the Vrijthof in Maastricht."""
    dom = (52.0907, 5.1214)
    assert kilometres(dom, (53.2194, 6.5683)) == pytest.approx(158.6, abs=1)
    assert kilometres(dom, (50.8489, 5.6880)) == pytest.approx(143.7, abs=1)
