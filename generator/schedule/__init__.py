"""When: from the author's words to dates, and back to a Dutch sentence."""

from generator.schedule.calendar import ZONE, free_days, public_holidays, school_holidays
from generator.schedule.dates import WEEKS_AHEAD, Occurrence, always, coming, occurrences
from generator.schedule.series import Series, school_year, series
from generator.schedule.words import phrases

__all__ = [
    "WEEKS_AHEAD",
    "ZONE",
    "Occurrence",
    "Series",
    "always",
    "coming",
    "free_days",
    "occurrences",
    "phrases",
    "public_holidays",
    "school_holidays",
    "school_year",
    "series",
]
