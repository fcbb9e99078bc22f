"""When a row of a table is: its columns of days, dates, hours and how often, put together and read whole or not at all.

What contradicts itself, or is left over, makes words of the whole (``tekst``): a part of it would say something else.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from generator.dutch.sentences import DAYS
from generator.model.schema import UNKNOWN
from generator.read import typed
from generator.read.notation_cell import notation

WHEN = "wanneer"
# The columns that say a part of it, and what else people call them.
SCHEDULE: dict[str, tuple[str, ...]] = {
    "dag": ("dagen", "weekdag", "weekdagen", "op welke dag", "welke dag", "day", "days", "weekday"),
    "tijd": ("tijden", "tijdstip", "tijdstippen", "uur", "uren", "hoe laat", "time", "times", "van-tot", "van - tot"),
    "datum": ("data", "datums", "date", "dates", "op datum"),
    "startdatum": (
        *(
            "start datum",
            "begindatum",
            "begin datum",
            "datum start",
            "datum van",
            "datum begin",
            "van datum",
            "vanaf datum",
        ),
        *("ingangsdatum", "start", "startdag", "vanaf", "m.i.v.", "start date", "startdate", "first date"),
    ),
    "einddatum": (
        *("eind datum", "datum einde", "datum eind", "datum tot", "tot datum", "laatste datum", "t/m", "tot en met"),
        *("eind", "end", "end date", "enddate", "last date"),
    ),
    "begintijd": (
        "begin tijd",
        "starttijd",
        "start tijd",
        "aanvang",
        "aanvangstijd",
        "tijd van",
        "van tijd",
        "tijd begin",
        "start time",
        "starttime",
    ),
    "eindtijd": ("eind tijd", "tijd tot", "tot tijd", "tijd eind", "end time", "endtime"),
    # What may be a time or a day.
    "van": ("begin", "begint", "begint om", "from"),
    "tot": ("einde", "eindigt", "until", "to"),
    "frequentie": (
        *("freq", "freq.", "hoe vaak", "herhaling", "interval", "frequency", "aantal keer", "aantal lessen", "lessen"),
        *("aantal bijeenkomsten", "bijeenkomsten", "aantal weken", "week van de maand"),
    ),
    "duur": ("tijdsduur", "lengte", "duration", "hoe lang"),
    "periode": ("period", "looptijd", "maanden", "seizoen"),
    "uitzondering": (
        "uitzonderingen",
        "behalve",
        "wanneer niet",
        "niet in",
        "niet op",
        "vakantie",
        "vakanties",
        "except",
    ),
}
DAY_COLUMNS = (WHEN, "dag", "datum", "startdatum", "einddatum")
HOUR_COLUMNS = ("tijd", "begintijd", "eindtijd")
_NUMBERS = {"een": "1", "twee": "2", "drie": "3", "vier": "4", "zes": "6", "acht": "8"}
_TIMES = r"(?:1\s*x|1 keer|een keer|eens|1 maal|eenmaal)"
WEEKLY = re.compile(
    rf"(?:wekelijks|weekly|per week|elke week|iedere week|{_TIMES}\s*(?:per|p/|in de|p\.?)\s*(?:week|w\.?))(?: op)?"
)
ONCE = re.compile(rf"(?:eenmalig|eenmalige activiteit|once|{_TIMES})")
EVERY = re.compile(
    rf"(?:om de|elke|iedere|{_TIMES} (?:per|in de|om de))\s*(\d|{'|'.join(_NUMBERS)})\s*weken|(\d)\s?-?\s?wekelijks"
)
FORTNIGHT = frozenset(
    [
        "om de week",
        "tweewekelijks",
        "veertiendaags",
        "biweekly",
        "fortnightly",
        "om de 14 dagen",
        "1x per 14 dagen",
        "eens per 14 dagen",
    ]
)
ALL_YEAR = frozenset(
    [
        *(
            "hele jaar",
            "heel het jaar",
            "het hele jaar",
            "hele jaar door",
            "het hele jaar door",
            "heel jaar",
            "jaarrond",
        ),
        *("doorlopend", "doorgaand", "permanent", "all year", "gehele jaar", "het gehele jaar"),
    ]
)
NOTHING_LEFT_OUT = frozenset(["gaat door", "gaat gewoon door", "altijd", "loopt door", "gaat altijd door"])
BETWEEN = re.compile(r"(?:van\s+)?(.+?)\s*(?:t/m|tot en met| - |–)\s*(.+)")
LENGTH = re.compile(r"(\d+(?:[.,]5)?)\s*(?:uur|u|h)|(\d+)\s*(?:min|minuten|min\.)")
FIRST_DAY = date(1899, 12, 30)  # Excel counts its days from here
SERIAL = re.compile(r"(?:3[6-9]|4\d|5[0-4])\d{3}")  # a day between 1998 and 2050 as Excel counts it
FRACTION = re.compile(r"0?[.,]\d{2,}")  # an hour as a part of a day


class UnreadableError(Exception):
    """A part that cannot be read, or that contradicts another: then the whole stays as it was typed."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """``wanneer`` of an entry, everything that was typed about it, and notes in Dutch."""

    moments: str | list[dict[str, Any]]
    words: str
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Parts:
    """The parts of a schedule by column, put right where a program made something else of them."""

    by_column: dict[str, str]
    notes: list[str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.by_column.get(name, "")


def schedule(values: Mapping[str, str]) -> Schedule:
    """Return when a row is. Never guesses: a part that cannot be read makes words of all of it."""
    said = notation(values.get(WHEN, ""))
    if isinstance(said, list):
        return Schedule(said, values[WHEN], ())
    parts = _Parts({name: values[name] for name in (WHEN, *SCHEDULE) if not typed.is_unknown(values.get(name, ""))})
    for name in tuple(parts.by_column):
        parts.by_column[name] = _tidy(name, parts)
    _sort(parts, "van", "begintijd", "startdatum")
    _sort(parts, "tot", "eindtijd", "einddatum")
    words = _words(parts)
    if not words:
        return Schedule(UNKNOWN, "", tuple(parts.notes))
    try:
        moments = _moments(parts)
    except UnreadableError:
        moments = [{"tekst": words}]
    return Schedule(moments, words, tuple(parts.notes))


def _tidy(name: str, parts: _Parts) -> str:
    """Return a part as somebody typed it before Excel made a number or a date of it, and note that."""
    text = parts[name]
    if name in HOUR_COLUMNS:
        text = re.sub(r"\b(\d{1,2}:\d{2}):00\b", r"\1", text)
    plain = typed.simplified(text)
    if name in DAY_COLUMNS and SERIAL.fullmatch(plain):
        found = (FIRST_DAY + timedelta(days=int(plain))).isoformat()
        parts.notes.append(f'{name}: "{text}" is een dag zoals Excel die telt; gelezen als {found}.')
        return found
    if name in HOUR_COLUMNS and FRACTION.fullmatch(plain) and float(plain.replace(",", ".")):
        minutes = round(float(plain.replace(",", ".")) * 24 * 60)
        found = f"{minutes // 60}.{minutes % 60:02}"
        parts.notes.append(f'{name}: "{text}" is een tijd zoals Excel die telt; gelezen als {found}.')
        return found
    day = re.fullmatch(r"\d{4}-(\d\d)-(\d\d)", plain)
    if name in HOUR_COLUMNS and day and day[1] != day[2]:
        # "10-12" becomes 10 December or 12 October: either way these two hours, of which the first is the earlier.
        first, last = sorted(map(int, day.groups()))
        found = f"{first}-{last}"
        parts.notes.append(f"{name}: Excel maakte van de uren een datum ({text}); gelezen als {found} uur.")
        return found
    return text


def _sort(parts: _Parts, column: str, hour: str, day: str) -> None:
    """Move what stands in "van" or "tot" to the column of days or that of hours, by what it is; one that is both is left to a person."""
    text = parts[column]
    if not text:
        return
    target = day if typed.day(text) else hour
    if not parts[target]:
        parts.by_column[target] = parts.by_column.pop(column)


def _words(parts: _Parts) -> str:
    """Return everything that was typed, as one line."""
    said = {"startdatum": "vanaf {}", "einddatum": "tot en met {}", "begintijd": "vanaf {}", "eindtijd": "tot {}"}
    said |= {"van": "vanaf {}", "tot": "tot {}", "uitzondering": "uitzondering: {}"}
    order = (
        *(
            "frequentie",
            WHEN,
            "dag",
            "datum",
            "tijd",
            "begintijd",
            "eindtijd",
            "duur",
            "startdatum",
            "einddatum",
            "periode",
        ),
        "uitzondering",
    )
    found: list[str] = []
    for name in order:
        text = " ".join(parts[name].split())
        if not text:
            continue
        joined = name in ("tijd", "datum") and bool(found)
        plain = re.match(r"(?:vanaf|van|tot|t/m|niet|behalve)\b", text, re.IGNORECASE)
        found.append(text if plain else said.get(name, "{}").format(text))
        if joined:
            found[-2:] = [f"{found[-2]} {found[-1]}"]
    return ", ".join(found)


def _moments(parts: _Parts) -> str | list[dict[str, Any]]:
    if parts["van"] or parts["tot"]:
        raise UnreadableError  # beside a column that says the same
    hours, start, end = _hours(parts), _day(parts["startdatum"]), _day(parts["einddatum"])
    often = typed.simplified(parts["frequentie"]).rstrip(".")
    first, last, skipped = _period(parts)
    start, end = _one(start, first), _one(end, last)
    days = _days(parts, often, start, end)
    found = _read(days, often, hours, skipped)
    _only(found, often)
    for moment in found:
        if start or end or EVERY.fullmatch(often) or often in FORTNIGHT:
            moment.update(_bounds(moment, often, start, end))
    return found


def _one(known: str, other: str) -> str:
    if known and other and known != other:
        raise UnreadableError
    return known or other


def _day(text: str) -> str:
    found = typed.day(text)
    if text and found is None:
        raise UnreadableError
    return found or ""


def _hours(parts: _Parts) -> str:
    """Return the hours in one text: "10.00-12.00"."""
    first, last = parts["begintijd"], parts["eindtijd"]
    if parts["duur"]:
        if last:
            raise UnreadableError
        return _lasting(first or parts["tijd"], typed.simplified(parts["duur"]))
    if ((first or last) and parts["tijd"]) or (last and not first):
        raise UnreadableError
    return parts["tijd"] or (f"{first} - {last}" if last else first)


def _lasting(first: str, length: str) -> str:
    """Return the hours of what begins at a time and lasts as long as is said."""
    start, match = typed.time(first), LENGTH.fullmatch(length)
    if not start or not match:
        raise UnreadableError
    hour, minute = map(int, start.split("."))
    minutes = hour * 60 + minute + round(float(match[1].replace(",", ".")) * 60 if match[1] else int(match[2]))
    return f"{start} - {minutes // 60 % 24}.{minutes % 60:02}"


def _days(parts: _Parts, often: str, start: str, end: str) -> str:
    """Return the days in one text: a date with its weekday before it, so that the two are held against each other."""
    dates = parts["datum"]
    if dates and not all(_dated(part) for part in _separate(dates)):
        raise UnreadableError  # "za 5-12" under "datum" is a day without a year, and no hours
    if re.search(r"[a-z.]\s+\d{1,2}$", typed.simplified(parts["dag"])):
        raise UnreadableError  # "ma 7" under "dag" may be a date
    days = parts["dag"] if typed.day(parts["dag"]) != typed.day(dates) or not dates else ""
    if len(_dates(dates)) > 1 and typed.weekday(days):
        return "\n".join(f"{days} {one}" for one in _dates(dates))  # each is held against the day of the week
    found = " ".join(filter(None, (parts[WHEN], days, dates)))
    if start and not dates and (start == end or ONCE.fullmatch(often)):
        return f"{found} {start}".strip()
    return found


def _dated(text: str) -> bool:
    """Tell whether a text under "datum" is a date, with or without hours, or a day that comes back: no date without its year."""
    found = typed.when(text)
    return isinstance(found, list) and all("datum" in one or one.get("van") == UNKNOWN for one in found)


def _separate(text: str) -> list[str]:
    """Return the parts of "di; do" or of dates behind each other."""
    return (
        [part for part in re.split(r"\s*(?:;|\n|\s\+\s|\ben ook\b)\s*", text) if part]
        if not _dates(text)
        else _dates(text)
    )


def _dates(text: str) -> list[str]:
    parts = [part for part in re.split(r"\s*(?:[,;\n+]|\ben\b)\s*", text) if part]
    return parts if len(parts) > 1 and all(map(typed.day, parts)) else []


def _read(days: str, often: str, hours: str, skipped: str) -> list[dict[str, Any]]:
    """Return the moments that days, hours and exceptions come to; what is said once holds for every day."""
    for text in _texts(days, often):
        try:
            # What is said once, hours or exceptions, holds for every part.
            whole = [f"{part} {hours}" for part in _separate(text) or [""]]
            return [moment for one in whole for part in _separate(one) for moment in _whole(f"{part}{skipped}")]
        except UnreadableError:
            continue
    raise UnreadableError


def _texts(days: str, often: str) -> list[str]:
    """Return the ways in which days and how often make one text: "2e" and "woensdag" is the second Wednesday of the month."""
    if not often or WEEKLY.fullmatch(often) or ONCE.fullmatch(often) or EVERY.fullmatch(often) or often in FORTNIGHT:
        return [days]
    if not days:
        return [often]
    if typed.when(often) == typed.when(days):
        return [days]
    bare = re.sub(r"^(?:elke|iedere)\s+|\s+(?:van de|v/d|per)\s+(?:maand|mnd)$", "", often)
    named = {typed.DAY_WORDS[word] for word in bare.split() if word in typed.DAY_WORDS}
    if named <= {typed.DAY_WORDS.get(typed.simplified(days))}:  # the day may stand in both; then it must be the same
        bare = " ".join(word for word in bare.split() if word not in typed.DAY_WORDS)
        return [f"{bare} {days} van de maand"]
    return []


def _whole(text: str) -> list[dict[str, Any]]:
    found = typed.when(text)
    if isinstance(found, str) or any("tekst" in moment for moment in found):
        raise UnreadableError
    return found


def _only(found: list[dict[str, Any]], often: str) -> None:
    """Hold how often it is against what was read: what is once has a date, what is every week has none."""
    if often and ONCE.fullmatch(often) and not all("datum" in moment for moment in found):
        raise UnreadableError
    days = {one for moment in found for one in (moment.get("elke") or ()) if not isinstance(moment.get("elke"), str)}
    if (
        WEEKLY.fullmatch(often)
        and re.match(r"1|e", often)
        and len(days) > 1
        and "week" in often
        and not often.startswith("elke")
    ):
        raise UnreadableError  # once a week, and on two days
    every = WEEKLY.fullmatch(often) or EVERY.fullmatch(often) or often in FORTNIGHT
    if often and every and not all("elke" in moment and "week_van_de_maand" not in moment for moment in found):
        raise UnreadableError


def _period(parts: _Parts) -> tuple[str, str, str]:
    """Return the first day, the last day and the exceptions that the columns of a period and of exceptions come to."""
    period, but = typed.simplified(parts["periode"]).rstrip("."), parts["uitzondering"]
    skipped = ""
    if but and typed.simplified(but).rstrip(".") not in NOTHING_LEFT_OUT:
        skipped = f", {but}" if re.match(r"(?:niet|behalve)\b", but, re.IGNORECASE) else f", niet {but}"
    if not period or period in ALL_YEAR:
        return "", "", skipped
    if re.match(r"(?:niet|behalve)\b", period) and not but:
        return "", "", f", {period}"
    between = BETWEEN.fullmatch(period)
    if not between:
        raise UnreadableError
    return _day(between[1]), _day(between[2]), skipped


def _bounds(moment: dict[str, Any], often: str, start: str, end: str) -> dict[str, str]:
    """Return from and until which day, and every how many weeks; a date has no such bounds, and every two weeks begins on a day of its own."""
    if "datum" in moment:
        if {start, end} - {"", moment["datum"]} or often in FORTNIGHT or EVERY.fullmatch(often):
            raise UnreadableError
        return {}
    if "elke" not in moment or not _held(moment, start, end):
        raise UnreadableError
    weeks = 2 if often in FORTNIGHT else _weeks(EVERY.fullmatch(often))
    found = {name: day for name, day in (("vanaf", start), ("t_m", end)) if day}
    if weeks > 1:
        if not start or moment["elke"] != DAYS[date.fromisoformat(start).weekday()]:
            raise UnreadableError
        found["om_de_weken"] = str(weeks)
    return found


def _held(moment: Mapping[str, Any], start: str, end: str) -> bool:
    """Tell whether one of its days lies between two days."""
    if not start or not end:
        return True
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    days = {moment["elke"]} if isinstance(moment["elke"], str) else set(moment["elke"])
    week = range(min((last - first).days + 1, len(DAYS)))
    return any(DAYS[(first + timedelta(days=step)).weekday()] in days for step in week)


def _weeks(match: re.Match[str] | None) -> int:
    text = next(filter(None, match.groups())) if match else "1"
    return int(_NUMBERS.get(text, text))
