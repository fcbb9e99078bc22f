"""Calendars that any program reads (RFC 5545), written with the package ``icalendar``.

An event is made without the lines that say which version it is. Those are put in when that is known (``stamped``), so that the same
content always gives the same text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from uuid import NAMESPACE_URL, uuid5

import icalendar
from icalendar.parser import Contentline, Parameters

from generator.model.evidence import Sure
from generator.model.when import ZONE, Series
from generator.model.when.calendar import AMSTERDAM
from generator.views.activity.diary import Diary

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OPENING = "BEGIN:VEVENT\r\n"
# The clock changes as all of Europe does (Directive 2000/84/EC), at these hours of the wall clock.
CLOCK = (
    (icalendar.TimezoneDaylight, datetime(1996, 3, 31, 2), "CEST", 1, 2, 3),  # noqa: DTZ001 - wall clock by definition
    (icalendar.TimezoneStandard, datetime(1996, 10, 27, 3), "CET", 2, 1, 10),  # noqa: DTZ001 - as above
)


@dataclass(frozen=True, slots=True)
class Version:
    """Which version of an activity's events this is: a number that only grows, and the day on which it came."""

    number: int
    day: date


def events(it: Diary, url: str) -> tuple[str, ...]:
    """Return each event of an activity as text, without its first line; ``url`` is the site's address, or empty."""
    return tuple(_event(it, row, url).removeprefix(OPENING) for row in it.rows)


def _event(it: Diary, row: Series, url: str) -> str:
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


def stamped(texts: Iterable[str], version: Version) -> str:
    """Return events (of :func:`events`) with the lines that say which version they are, as one text."""
    moment = f"{version.day:%Y%m%d}T000000Z"
    head = f"{OPENING}DTSTAMP:{moment}\r\nLAST-MODIFIED:{moment}\r\nSEQUENCE:{version.number}\r\n"
    return "".join(head + text for text in texts)


def calendar(name: str, texts: Iterable[str]) -> bytes:
    """Return a calendar with a name, of events that are stamped. Without events it is an empty, valid calendar."""
    head, zone = _frame()
    # The only line that differs; folded as the standard asks (RFC 5545, 3.1).
    called = Contentline.from_parts("X-WR-CALNAME", Parameters(), icalendar.vText(name)).to_ical().decode()
    return "".join([head, called, "\r\n", zone, *texts, "END:VCALENDAR\r\n"]).encode()


@lru_cache(maxsize=1)
def _frame() -> tuple[str, str]:
    """Return what every calendar begins with, and the clock of Amsterdam."""
    made = icalendar.Calendar()
    made.add("prodid", "-//Activiteitenwijzer//NL")
    made.add("version", "2.0")
    made.add("x-wr-timezone", ZONE)
    made.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "P1D")
    return made.to_ical().decode().removesuffix("END:VCALENDAR\r\n"), _amsterdam().to_ical().decode()


def _amsterdam() -> icalendar.Timezone:
    zone = icalendar.Timezone()
    zone.add("tzid", ZONE)
    for kind, start, name, before, after, month in CLOCK:
        part = kind()
        part.add("dtstart", start)
        part.add("tzname", name)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("rrule", {"freq": "YEARLY", "bymonth": month, "byday": "-1SU"})
        zone.add_component(part)
    return zone
