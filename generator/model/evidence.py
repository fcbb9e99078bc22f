"""How sure we are of an activity on a day: worked out once, from every check and every source together.

Each piece of evidence gives a level by its age, and the best of them counts. So a check never makes an activity worse off than
none, and older evidence never ranks it higher.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from generator.dutch.sentences import MONTHS, full_date
from generator.model.schema import FRESH, UNKNOWN, Activity

SOURCE_YEARS = 3
OLDER_YEARS = 8


class Sure(StrEnum):
    """How sure we are, the surest first."""

    ASKED = "nagevraagd"
    SOURCE = "bron"
    OLDER = "ouder"
    EXPIRED = "verlopen"

    @property
    def rank(self) -> int:
        """Return its place: 0 is the surest."""
        return RANKS[self]


RANKS = {sure: rank for rank, sure in enumerate(Sure)}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind an activity: how sure that makes us, and the newest of it.

    ``day`` is that newest as it was written (2026-11-20, 2026-11 or 2026; empty without a date), and ``by_check`` tells
    whether it is a check. ``asked`` is the day of the last check, whether or not a source is newer.
    """

    sure: Sure
    day: str = ""
    by_check: bool = False
    asked: date | None = None

    @property
    def fresh(self) -> bool:
        """Tell whether somebody asked lately."""
        return self.sure is Sure.ASKED

    @property
    def when(self) -> str:
        """Return the day, month or year of the newest evidence in words; nothing where nobody knows."""
        return day_in_words(self.day)

    @property
    def year(self) -> str:
        """Return the year of the newest evidence; nothing where nobody knows."""
        return self.day[:4]


def evidence(activity: Activity, today: date) -> Evidence:
    """Return what stands behind an activity on the day ``today``. A month or a year counts from its first day."""
    check = activity.gecontroleerd
    levels = [_of_source(source.datum, today) for source in activity.bron]
    dated = [(first_day(source.datum), False, source.datum) for source in activity.bron if source.datum != UNKNOWN]
    if check:
        levels.append(Sure.ASKED if today - check.op <= FRESH else _of_age(check.op, today))
        dated.append((check.op, True, check.op.isoformat()))
    best = min(levels, key=lambda level: level.rank)
    _, by_check, day = max(dated, default=(date.min, False, ""))
    asked = check.op if check else None
    if best is Sure.ASKED and check:
        return Evidence(best, check.op.isoformat(), by_check=True, asked=asked)
    return Evidence(best, day, by_check=by_check, asked=asked)


def first_day(written: str) -> date:
    """Return the first day of a year, a month or a day (2026, 2026-11 or 2026-11-20)."""
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    return date(year, month, day)


def day_in_words(written: str) -> str:
    """Return 2026, 2026-11 or 2026-11-20 in words; nothing for anything else."""
    parts = written.split("-")
    if not parts[0].isdigit():
        return ""
    if len(parts) == len(("year", "month", "day")):
        return full_date(date.fromisoformat(written))
    return " ".join((*(MONTHS[int(month) - 1] for month in parts[1:]), parts[0]))


def _of_source(written: str, today: date) -> Sure:
    return Sure.OLDER if written == UNKNOWN else _of_age(first_day(written), today)


def _of_age(day: date, today: date) -> Sure:
    if day + relativedelta(years=SOURCE_YEARS) >= today:
        return Sure.SOURCE
    return Sure.OLDER if day + relativedelta(years=OLDER_YEARS) >= today else Sure.EXPIRED
