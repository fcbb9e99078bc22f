"""Dutch words for dates, times, money, lists and plurals."""

from datetime import date, time
from decimal import Decimal

import pytest

from generator.dutch import sentences as dutch


def test_dates_read_as_people_say_them():
    assert dutch.full_date(date(2026, 12, 24)) == "24 december 2026"
    assert dutch.weekday_date(date(2026, 12, 24)) == "donderdag 24 december"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (time(10), time(12, 30), "van 10.00 tot 12.30\u00a0uur"),
        (time(9, 5), None, "vanaf 9.05\u00a0uur"),
        (None, time(0), "tot 0.00\u00a0uur"),
        (None, None, ""),
    ],
)
def test_hours(start, end, text):
    assert dutch.hours(start, end) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("2.50", "€\u00a02,50"),
        ("3", "€\u00a03"),
        ("3.00", "€\u00a03"),
        ("0.05", "€\u00a00,05"),
        ("172.5", "€\u00a0172,50"),
    ],
)
def test_money(amount, text):
    assert dutch.euro(Decimal(amount)) == text


def test_lists_and_plurals():
    assert dutch.listing([]) == ""
    assert dutch.listing(["a"]) == "a"
    assert dutch.listing(["a", "b"]) == "a en b"
    assert dutch.listing(["a", "b", "c"], "of") == "a, b of c"
    assert dutch.count(1, "activiteit", "activiteiten") == "1 activiteit"
    assert dutch.count(12345, "activiteit", "activiteiten") == "12.345 activiteiten"
    assert dutch.number_word(3) == "drie"
    assert dutch.number_word(13) == "13"


def test_sentences_end_where_people_would_stop():
    assert dutch.sentences("Kom om 19.30 uur bijv. met de bus. Doe mee! Ja?") == (
        "Kom om 19.30 uur bijv. met de bus.",
        "Doe mee!",
        "Ja?",
    )
    assert dutch.sentences("geen punt") == ("geen punt",)


def test_paragraphs_are_split_at_blank_lines():
    assert dutch.paragraphs("a\nb\n\n\nc\r\n\r\nd") == ("a b", "c", "d")
