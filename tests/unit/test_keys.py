"""What a key names of the day: everything that is shown of it, and no more."""

import itertools
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.give import jsonld
from generator.give.openactive import session_series
from generator.give.oruk import Oruk
from generator.model.catalogue import Catalogue, Entry
from generator.model.resolved import Resolved
from generator.model.schema.base import TALEN
from generator.views.abroad.activity import activity_abroad
from generator.views.activity.activity_page import activity_page
from generator.views.activity.status import how_sure
from generator.views.activity.take_home import take_home
from generator.views.data.record import record
from generator.write.keys import Keys
from tests.support import SAMPLE, SMALL, TODAY, loaded

Shown = Callable[[Catalogue, Entry, date], object]
SHOWN: dict[str, Shown] = {
    "bladzijde": activity_page,
    "blad": take_home,
    "gegevens": lambda catalogue, entry, day: jsonld.activity(catalogue, entry, day, "https://w.example/"),
    "andere taal": lambda catalogue, entry, day: activity_abroad(catalogue, entry, "en", TALEN, day),
}
DATA: dict[str, Shown] = {
    "eigen woorden": lambda catalogue, entry, day: record(catalogue, entry, day, "https://w.example/"),
    "Open Referral UK": lambda catalogue, entry, day: Oruk(catalogue, day, "https://w.example/").service(entry),
    "OpenActive": lambda catalogue, entry, day: session_series(catalogue, entry, day, "https://w.example/"),
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
            of_views = [(keys.day(entry, day), *one) for one in SHOWN.items()]
            of_views += [(keys.state(entry, day), *one) for one in DATA.items()]
            for key, name, view in of_views:
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
            without = [
                one for one in changed if not how_sure(Resolved(catalogue, catalogue.activities[one]), after).dated
            ]
            assert len(without) <= 1, (after, without)  # its last date went by, and it leaves the calendar
        told = [one.id for one in catalogue.activities.values() if keys.state(one, before) != keys.state(one, after)]
        assert len(told) <= 1, (after, told)  # an old message grew too old
