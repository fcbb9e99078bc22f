"""When: from the author's words to dates, and back to a Dutch sentence."""

from generator.model.when.calendar import ZONE, free_days, public_holidays, school_holidays
from generator.model.when.dates import WEEKS_AHEAD, Occurrence, always, coming, occurrences
from generator.model.when.series import Series, school_year, series
from generator.model.when.words import phrases

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
