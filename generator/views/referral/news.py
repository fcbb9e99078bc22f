"""What is new and what has stopped in a municipality since a day, for a meeting of practice and coach; and the letter of a quarter.

New is what came on the list (``toegevoegd``) or begins (the first day that its file names); stopped is what has ended or pauses.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.dutch.sentences import MONTHS, full_date
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import first_day
from generator.model.facts import when, where
from generator.model.resolved import Resolved, resolved
from generator.model.schema import UNKNOWN, Activity, Eenmalig, Gestopt, Herhaald, Municipality, Pauze
from generator.views.activity.status import how_sure
from generator.views.referral.coach import Coach, coaches
from generator.views.referral.experiences_page import Learnt, learnt, shown
from generator.views.referral.results_page import InWords, results_in, results_of

SHEET, LETTER = "nieuw-en-gestopt.pdf", "kwartaalbrief.pdf"
MONTHS_BACK = 3
MOST = 10  # of what is new, and of what has stopped: what one page holds
MOST_LEARNT = 3
A_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Line:
    """One activity: what it is called, where its page is, and when and where, or since when it is not there."""

    title: str
    address: str
    said: str


@dataclass(frozen=True, slots=True)
class News:
    """What changed since a day, in words; ``more_new`` and ``more_stopped`` count what had no room.

    ``address`` is what the code opens, empty where the site's own is not known. ``worked`` and ``difficult`` are what others learned in the last year,
    for the letter, with the totals of the last quarter (None where there are none).
    """

    place: str
    since: str
    made: str
    new: tuple[Line, ...]
    stopped: tuple[Line, ...]
    more_new: int
    more_stopped: int
    coaches: tuple[Coach, ...]
    worked: tuple[Learnt, ...]
    difficult: tuple[Learnt, ...]
    results: InWords | None
    address: str

    @property
    def sheets(self) -> tuple[str, ...]:
        """Return the sheets for which there is something to tell."""
        changed = bool(self.new or self.stopped)
        return tuple(
            name
            for name, wanted in ((SHEET, changed), (LETTER, changed or bool(self.worked or self.difficult)))
            if wanted
        )


def since(today: date) -> date:
    """Return the day from which a sheet tells: the first of a month, three months ago."""
    month = today.year * 12 + today.month - 1 - MONTHS_BACK
    return date(month // 12, month % 12 + 1, 1)


def news(catalogue: Catalogue, place: Entry[Municipality], today: date, url: str) -> News:
    """Return what changed in a municipality, as it stands on the day ``today``; ``url`` is the site's own address, or empty."""
    first = since(today)
    new, stopped = [], []
    for it in resolved(catalogue, catalogue.by_municipality[place.id]):
        page = f"{url}{it.entry.id}/" if url else ""
        ended = _ended(it.model, first, today)
        if ended:
            stopped.append(Line(it.model.titel, page, ended))
        elif _is_new(it.model, first) and it.listed(today):
            new.append(Line(it.model.titel, page, _told(it, today)))
    worked, difficult = _learnt(catalogue, place, today)
    own = results_of(catalogue, place.id)
    return News(
        place=place.model.naam,
        since=full_date(first),
        made=f"{MONTHS[today.month - 1]} {today.year}",
        new=tuple(new[:MOST]),
        stopped=tuple(stopped[:MOST]),
        more_new=len(new[MOST:]),
        more_stopped=len(stopped[MOST:]),
        coaches=coaches(catalogue, place.id, today),
        worked=worked,
        difficult=difficult,
        results=results_in(own[0].model, place.model.naam) if own else None,
        address=f"{url}{addresses.practice(place.id)}" if url else "",
    )


def _is_new(activity: Activity, first: date) -> bool:
    """Tell whether an activity came on the list on or after ``first``, or has its first day then."""
    if activity.toegevoegd:
        return activity.toegevoegd >= first
    begins = list(_begins(activity))
    return bool(begins) and None not in begins and min(day for day in begins if day) >= first


def _begins(activity: Activity) -> Iterator[date | None]:
    """Yield the first day of each moment; None where its file does not say."""
    for one in () if isinstance(activity.wanneer, str) else activity.wanneer:
        if isinstance(one, Eenmalig):
            yield one.datum
        elif isinstance(one, Herhaald):
            yield one.vanaf
        else:
            yield None


def _ended(activity: Activity, first: date, today: date) -> str:
    """Return since when an activity has ended or pauses, where that began on or after ``first``; else nothing."""
    runs = activity.loopt
    if isinstance(runs, Gestopt):
        day = runs.sinds
        return f"Gestopt op {full_date(day)}." if isinstance(day, date) and first <= day <= today else ""
    if isinstance(runs, Pauze) and not (isinstance(runs.tot, date) and runs.tot <= today):
        return f"Nu even niet, tot {full_date(runs.tot)}." if isinstance(runs.tot, date) else "Nu even niet."
    return ""


def _told(it: Resolved, today: date) -> str:
    """Return when and where it is, and how sure that is."""
    state = how_sure(it, today)
    sure = "" if state.fresh else f" {state.short}"
    lines = [*when.FACT.say(it).lines, *where.FACT.say(it).lines]
    told = ". ".join(line.rstrip(".") for line in lines) + "." if lines else "Nog navragen: dag en plek."
    return told + sure


def _learnt(
    catalogue: Catalogue, place: Entry[Municipality], today: date
) -> tuple[tuple[Learnt, ...], tuple[Learnt, ...]]:
    """Return what worked and what was difficult in the last year: of the municipality itself first."""
    recent = [
        entry
        for entry in shown(catalogue)
        if entry.model.datum != UNKNOWN and timedelta(0) <= today - first_day(entry.model.datum) <= A_YEAR
    ]
    ordered = sorted(recent, key=lambda entry: entry.model.gemeente != place.id)
    worked = [entry for entry in ordered if entry.model.lukte][:MOST_LEARNT]
    rest = [entry for entry in ordered if entry.model.lastig and entry not in worked][:MOST_LEARNT]
    return _all(catalogue, worked), _all(catalogue, rest)


def _all(catalogue: Catalogue, entries: Sequence[Entry]) -> tuple[Learnt, ...]:  # type: ignore[type-arg]
    return tuple(learnt(catalogue, entry) for entry in entries)
