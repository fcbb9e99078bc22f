"""Calendars that any program reads (RFC 5545), as the package ``icalendar`` writes them.

An event is made without the lines that say which version it is. Those are put in when that is known (``stamped``), so that the same
content always gives the same text.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from generator.model.evidence import Sure
from generator.model.when import ZONE, Series
from generator.model.when.calendar import AMSTERDAM
from generator.views.activity.diary import Diary

if TYPE_CHECKING:
    import icalendar

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OPENING = "BEGIN:VEVENT\r\n"
LIMIT = 75  # bytes of a line (RFC 5545, 3.1)
# The clock changes as all of Europe does (Directive 2000/84/EC), at these hours of the wall clock.
CLOCK = (
    ("TimezoneDaylight", datetime(1996, 3, 31, 2), "CEST", 1, 2, 3),  # noqa: DTZ001 - wall clock by definition
    ("TimezoneStandard", datetime(1996, 10, 27, 3), "CET", 2, 1, 10),  # noqa: DTZ001 - as above
)


@dataclass(frozen=True, slots=True)
class Version:
    """Which version of an activity's events this is: a number that only grows, and the day on which it came."""

    number: int
    day: date


def events(it: Diary, url: str) -> tuple[str, ...]:
    """Return each event of an activity as text, without its first line; ``url`` is the site's address, or empty."""
    return tuple(_event(it, row, url) for row in it.rows)


def _event(it: Diary, row: Series, url: str) -> str:
    """Return one event as ``icalendar`` writes it, in a tenth of its time: a country has a hundred thousand (a test compares them)."""
    lines = [
        f"SUMMARY:{_text(it.title if row.start else f'{it.title} (tijd onbekend)')}",
        f"DTSTART{_moments([row.first], row.start)}",
    ]
    if row.start and row.end:
        lines.append(f"DTEND{_moments([row.first + timedelta(days=row.ends_next_day)], row.end)}")
    lines.append(f"UID:{uuid5(NAMESPACE_URL, f'activiteitenwijzer:{it.root}:{row.name}')}")
    if row.days:
        lines.append(f"RRULE:{_rule(row)}")
    if row.excluded:
        lines.append(f"EXDATE{_moments(row.excluded, row.start)}")
    lines += [f"CATEGORIES:{_text(it.theme)}", f"DESCRIPTION:{_text(it.text)}"]
    if it.where:
        lines.append(f"LOCATION:{_text(it.where)}")
    state = "CANCELLED" if it.ended or it.paused else "CONFIRMED" if it.sure is Sure.ASKED else "TENTATIVE"
    lines.append(f"STATUS:{state}")
    if not row.start:
        lines.append("TRANSP:TRANSPARENT")
    if url:
        lines.append(f"URL:{url}{it.id}/")
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VEVENT"))


def _text(text: str) -> str:
    """Return a text as a value (RFC 5545, 3.3.11)."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r\n", "\\n").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line in pieces of fewer than :data:`LIMIT` bytes, cut between letters and never behind a mark of escape."""
    raw = line.encode()
    if len(raw) < LIMIT:
        return line
    pieces = []
    start = 0
    while len(raw) - start >= LIMIT:
        end = start + LIMIT - 1
        while raw[end] & 0xC0 == 0x80:  # within a letter
            end -= 1
        if raw[end - 1 : end] in (b"\\", b"^") and end - start > 1:
            end -= 1
        pieces.append(raw[start:end])
        start = end
    return b"\r\n ".join([*pieces, raw[start:]]).decode()


def _moments(days: Iterable[date], at: time | None) -> str:
    """Return days, or the same time on each of them, as what follows the name of a property."""
    if at is None:
        return f";VALUE=DATE:{','.join(map(_day, days))}"
    moment = f"T{at:%H%M%S}"
    return f";TZID={ZONE}:{','.join(_day(day) + moment for day in days)}"


def _day(day: date) -> str:
    return day.isoformat().replace(
        "-", ""
    )  # three times as fast as to format it, and there are a hundred in a calendar


def _rule(row: Series) -> str:
    parts = [f"FREQ={'MONTHLY' if row.weeks else 'WEEKLY'}"]
    if row.until:
        # The end must be of the kind of the start: a day, or a moment in UTC (RFC 5545, 3.3.10).
        last = datetime.combine(row.until, time(23, 59, 59), tzinfo=AMSTERDAM)
        parts.append(f"UNTIL={last.astimezone(UTC):%Y%m%dT%H%M%SZ}" if row.start else f"UNTIL={row.until:%Y%m%d}")
    if row.every > 1:
        parts.append(f"INTERVAL={row.every}")
    parts.append(f"BYDAY={','.join(WEEKDAYS[day] for day in row.days)}")
    if row.weeks:  # Outlook skips "+1TH" (MS-OXCICAL 2.1.3.2.2)
        parts.append(f"BYSETPOS={','.join(map(str, row.weeks))}")
    if row.every > 1:
        parts.append("WKST=MO")
    return ";".join(parts)


def stamped(texts: Iterable[str], version: Version) -> str:
    """Return events (of :func:`events`) with the lines that say which version they are, as one text."""
    moment = f"{version.day:%Y%m%d}T000000Z"
    head = f"{OPENING}DTSTAMP:{moment}\r\nLAST-MODIFIED:{moment}\r\nSEQUENCE:{version.number}\r\n"
    return "".join(head + text for text in texts)


def calendar(name: str, texts: Iterable[str]) -> bytes:
    """Return a calendar with a name, of events that are stamped. Without events it is an empty, valid calendar."""
    import icalendar  # noqa: PLC0415 - loaded where it is needed
    from icalendar.parser import Contentline, Parameters  # noqa: PLC0415 - loaded where it is needed

    head, zone = _frame()
    # The only line that differs; folded as the standard asks (RFC 5545, 3.1).
    called = Contentline.from_parts("X-WR-CALNAME", Parameters(), icalendar.vText(name)).to_ical().decode()
    return "".join([head, called, "\r\n", zone, *texts, "END:VCALENDAR\r\n"]).encode()


@lru_cache(maxsize=1)
def _frame() -> tuple[str, str]:
    """Return what every calendar begins with, and the clock of Amsterdam."""
    import icalendar  # noqa: PLC0415 - loaded where it is needed

    made = icalendar.Calendar()
    made.add("prodid", "-//Activiteitenwijzer//NL")
    made.add("version", "2.0")
    made.add("x-wr-timezone", ZONE)
    made.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", "P1D")
    return made.to_ical().decode().removesuffix("END:VCALENDAR\r\n"), _amsterdam().to_ical().decode()


def _amsterdam() -> "icalendar.Timezone":
    import icalendar  # noqa: PLC0415 - loaded where it is needed

    zone = icalendar.Timezone()
    zone.add("tzid", ZONE)
    for kind, start, name, before, after, month in CLOCK:
        part = getattr(icalendar, kind)()
        part.add("dtstart", start)
        part.add("tzname", name)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("rrule", {"freq": "YEARLY", "bymonth": month, "byday": "-1SU"})
        zone.add_component(part)
    return zone
