"""Events are written line by line, as ``icalendar`` writes them: the same bytes, whatever is in them."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar.parser.string import _foldline

from generator.give.ics import OPENING, WEEKDAYS, _folded, events
from generator.model.evidence import Sure
from generator.model.when import Series
from generator.model.when.calendar import AMSTERDAM
from generator.views.activity.diary import Diary, diary
from tests.support import SAMPLE, SMALL, TODAY, loaded


def by_icalendar(it: Diary, row: Series, url: str) -> str:
    event = icalendar.Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"activiteitenwijzer:{it.root}:{row.name}")))
    event.add("summary", it.title if row.start else f"{it.title} (tijd onbekend)")
    event.add("dtstart", _moment(row.first, row.start))
    if row.start and row.end:
        event.add("dtend", _moment(row.first + timedelta(days=row.ends_next_day), row.end))
    if row.days:
        event.add("rrule", _rule(row))
    if row.excluded:
        event.add("exdate", [_moment(day, row.start) for day in row.excluded])
    if not row.start:
        event.add("transp", "TRANSPARENT")
    if it.where:
        event.add("location", it.where)
    event.add("description", it.text)
    event.add("categories", [it.theme])
    if url:
        event.add("url", f"{url}{it.id}/")
    event.add("status", "CANCELLED" if it.ended or it.paused else "CONFIRMED" if it.sure is Sure.ASKED else "TENTATIVE")
    return str(event.to_ical().decode())


def _moment(day: date, at: time | None) -> date | datetime:
    return datetime.combine(day, at, tzinfo=AMSTERDAM) if at else day


def _rule(row: Series) -> dict[str, object]:
    days = [WEEKDAYS[day] for day in row.days]
    rule: dict[str, object] = {"freq": "MONTHLY" if row.weeks else "WEEKLY", "byday": days}
    if row.weeks:
        rule["bysetpos"] = list(row.weeks)  # Outlook skips "+1TH" (MS-OXCICAL 2.1.3.2.2)
    if row.every > 1:
        rule |= {"interval": row.every, "wkst": "MO"}
    if row.until:
        # The end must be of the kind of the start: a day, or a moment in UTC (RFC 5545, 3.3.10).
        last = datetime.combine(row.until, time(23, 59, 59), tzinfo=AMSTERDAM)
        rule["until"] = last.astimezone(UTC) if row.start else row.until
    return rule


def same(it: Diary, url: str) -> int:
    made = events(it, url)
    assert made == tuple(by_icalendar(it, row, url).removeprefix(OPENING) for row in it.rows)
    return len(made)


@pytest.mark.parametrize("content", [SMALL, SAMPLE], ids=["klein", "echt"])
@pytest.mark.parametrize("url", ["", "https://w.example/"], ids=["zonder-adres", "met-adres"])
def test_the_events_of_real_activities_are_the_same(content, url: str):
    catalogue = loaded(content)
    seen = 0
    for entry in catalogue.activities.values():
        for until in (None, TODAY + timedelta(days=100)):
            seen += same(diary(catalogue, entry, TODAY, until), url)
    assert seen


text = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), include_characters='\n\\^;,:"é🙂'), max_size=200)
days = st.dates(date(2026, 1, 1), date(2030, 12, 31))


@st.composite
def rows(draw: st.DrawFn) -> Series:
    weeks = draw(st.sampled_from([(), (1,), (1, 3), (-1,)]))
    start = draw(st.none() | st.times().map(lambda at: at.replace(microsecond=0)))
    return Series(
        name=draw(st.text("abc-0", max_size=5)),
        first=draw(days),
        start=start,
        end=draw(st.none() | st.times().map(lambda at: at.replace(microsecond=0))),
        days=tuple(sorted(draw(st.sets(st.integers(0, 6), max_size=3)))),
        weeks=weeks,
        every=1 if weeks else draw(st.integers(1, 4)),
        until=draw(st.none() | days),
        excluded=tuple(sorted(draw(st.sets(days, max_size=12)))),
    )


@settings(max_examples=150)
@given(st.lists(rows(), max_size=3), text, text, text, text, st.booleans(), st.sampled_from(Sure))
def test_the_events_of_made_up_activities_are_the_same(some, title, told, where, theme, over, sure):
    it = Diary(
        id="dorp/zingen",
        root="dorp/zingen",
        title=title,
        text=told,
        where=where,
        theme=theme,
        sure=sure,
        ended=over,
        paused=False,
        rows=tuple(some),
    )
    same(it, "https://w.example/")


@settings(max_examples=300)
@given(text.map(lambda one: one.replace("\n", "")))
def test_a_long_line_is_cut_where_icalendar_cuts_it(line: str):
    assert _folded(line) == _foldline(line)
