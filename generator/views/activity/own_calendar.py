"""The way to somebody's own calendar: a file that any browser gets, or on a large site one that the script takes out of many together."""

from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import full_date
from generator.model import addresses
from generator.model.resolved import Resolved
from generator.views.activity.diary import horizon, in_calendar


@dataclass(frozen=True, slots=True)
class OwnCalendar:
    """An activity for somebody's own calendar, ``until`` a day in words. Without an ``address`` it stands together with others, by its ``id``."""

    id: str
    address: str
    until: str


def own_calendar(it: Resolved, today: date) -> OwnCalendar | None:
    """Return the way to it; None where there is no date to put in a calendar."""
    if it.is_stopped or not in_calendar(it, today):
        return None
    address = addresses.calendar_copy(it.entry.id) if it.catalogue.own_calendars else ""
    return OwnCalendar(it.entry.id, address, full_date(horizon(today)))
