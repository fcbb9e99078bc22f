"""What a key names of the day: everything that is shown of it, and no more."""

import itertools
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.give import jsonld
from generator.model.catalogue import Catalogue, Entry
from generator.views.activity.activity_page import activity_page
from generator.views.activity.take_home import take_home
from generator.write.keys import Keys
from tests.support import SAMPLE, SMALL, TODAY, loaded

Shown = Callable[[Catalogue, Entry, date], object]
SHOWN: dict[str, Shown] = {
    "bladzijde": activity_page,
    "blad": take_home,
    "gegevens": lambda catalogue, entry, day: jsonld.activity(catalogue, entry, day, "https://w.example/"),
}


@pytest.mark.parametrize("content", [SMALL, SAMPLE], ids=["klein", "echt"])
@pytest.mark.parametrize("step", [1, 61], ids=["dagen", "maanden"])
def test_what_is_the_same_of_two_days_shows_the_same(content: Path, step: int):
    """Over some weeks day by day, and over years: checks grow old, sources too, pauses end, months begin."""
    catalogue = loaded(content)
    keys = Keys(catalogue)
    seen: dict[tuple[str, str, str], str] = {}
    kept = 0
    for number in range(24):
        day = TODAY + timedelta(days=step * number)
        for entry in catalogue.activities.values():
            key = keys.day(entry, day)
            for name, view in SHOWN.items():
                shown = repr(view(catalogue, entry, day))
                before = seen.setdefault((entry.id, name, key), shown)
                assert before == shown, (entry.id, name, day)
                kept += before is not shown
    assert kept > len(seen) / 10


def test_the_next_day_most_pages_are_as_they_were():
    catalogue = loaded(SAMPLE)
    keys = Keys(catalogue)
    days = [TODAY + timedelta(days=number) for number in range(8)]
    for before, after in itertools.pairwise(days):
        changed = [one.id for one in catalogue.activities.values() if keys.day(one, before) != keys.day(one, after)]
        if after.day != 1:  # then a copy for a calendar goes a month further
            assert len(changed) < len(catalogue.activities) / 3, (after, changed)
