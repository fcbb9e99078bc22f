"""Codes that were learnt are segno's, module for module."""

import random
import string

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.give.many_codes import ManyCodes
from generator.give.qr import modules, one_code, path

LETTERS = string.ascii_lowercase + string.digits + "-/"


def test_the_codes_of_a_country_are_the_same():
    chance = random.Random(1)
    many = ManyCodes(one_code, enough=0)
    asked: list[str] = []

    def counting(address: str) -> tuple[int, int]:
        asked.append(address)
        return one_code(address)

    counted = ManyCodes(counting, enough=0)
    addresses = [f"https://w.example/{''.join(chance.choices(LETTERS, k=chance.randint(1, 60)))}/" for _ in range(600)]
    for address in addresses:
        assert many.code(address) == one_code(address), address
        assert counted.code(address) == one_code(address)
    before = len(asked)
    for address in addresses:
        counted.code(address[:-1] + "/")
    assert len(asked) == before  # what was learnt is not asked again


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(alphabet=[chr(code) for code in range(32, 127)], min_size=1, max_size=40), min_size=2, max_size=8)
)
def test_any_address_is_coded_the_same(ends: list[str]):
    many = ManyCodes(one_code, enough=1)
    for end in ends:
        for address in (f"https://w.example/{end}", f"HTTPS://W.EXAMPLE/{end.upper()}", f"https://w.example/é{end}"):
            assert many.code(address) == one_code(address), address


def test_what_is_packed_can_be_drawn():
    size, drawn = path(modules("https://w.example/dorp/zingen/"))
    assert size > 21
    assert drawn.startswith("M")
