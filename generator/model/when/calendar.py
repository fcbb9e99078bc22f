"""The Dutch calendar: public holidays, school holidays a region, and the clock of Amsterdam.

Both kinds of holiday come from the package ``holidays`` (its school holidays from the ministry's regulations, known
up to a year that the package says). Where it knows nothing, this module says so instead of calling a day free or not.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from dateutil import tz

from generator.model.schema import Regio, Vrij

ZONE = "Europe/Amsterdam"
AMSTERDAM = ZoneInfo(ZONE)
GOOD_FRIDAY = "Goede vrijdag"
SKIPPED_HOUR = 2  # the hour that the clock skips on the last Sunday of March


# What the package said, by what it was asked. It takes as long to load as a hundred pages to make, so a build keeps this (see ``told``).
_told: dict[str, dict[str, str]] = {}


def told() -> Mapping[str, Mapping[str, str]]:
    """Return everything that the package said, as plain data: for :func:`tell`, of who has the same version of it."""
    return _told


def tell(found: Mapping[str, Mapping[str, str]]) -> None:
    """Let this module know what the package said before."""
    _told.update({asked: dict(days) for asked, days in found.items()})


def _holidays(**asked: Any) -> dict[date, str]:
    key = repr(sorted(asked.items()))
    if key not in _told:
        import holidays  # noqa: PLC0415 - loaded where it is needed

        days = holidays.country_holidays("NL", **asked, language="nl")
        _told[key] = {day.isoformat(): name for day, name in days.items()}
    return {date.fromisoformat(day): name for day, name in _told[key].items()}


@lru_cache(maxsize=64)
def public_holidays(year: int) -> Mapping[date, str]:
    """Return the public holidays of a year with their Dutch names, without those that not everybody keeps."""
    return MappingProxyType({day: name for day, name in _official(year).items() if name != GOOD_FRIDAY})


def _official(year: int) -> Mapping[date, str]:
    return _holidays(years=year)


@lru_cache(maxsize=64)
def doubtful_holidays(year: int) -> Mapping[date, str]:
    """Return the days of a year that some call a holiday and others do not: Good Friday, and 5 May in most years.

    Nobody knows what an author meant who wrote "behalve feestdagen": on these days somebody must ask.
    """
    days = _holidays(years=year, categories=("optional",))
    days |= {day: name for day, name in _official(year).items() if name == GOOD_FRIDAY}
    return MappingProxyType({day: name for day, name in days.items() if day not in public_holidays(year)})


@lru_cache(maxsize=64)
def school_holidays(year: int, region: Regio) -> Mapping[date, str] | None:
    """Return the school holidays of a region in a year, or None where they have not been set yet."""
    days = _holidays(subdiv=region.label, years=year, categories=("school",))
    return MappingProxyType(days) if "Herfstvakantie" in days.values() else None


@lru_cache(maxsize=256)
def free_days(year: int, kinds: frozenset[Vrij], region: Regio) -> Mapping[date, str] | None:
    """Return the days of a year on which an activity with these exceptions is not held, or None where unknown."""
    days: dict[date, str] = {}
    if Vrij.SCHOOLVAKANTIES in kinds:
        school = school_holidays(year, region)
        if school is None:
            return None
        days |= school
    if Vrij.FEESTDAGEN in kinds:
        days |= public_holidays(year)
    return MappingProxyType(days)


def local(day: date, moment: time) -> datetime:
    """Return a wall-clock time in Amsterdam; a time that the clock skips moves to the first one that exists."""
    found = datetime.combine(day, moment, tzinfo=AMSTERDAM)
    return tz.resolve_imaginary(found) if moment.hour == SKIPPED_HOUR else found
