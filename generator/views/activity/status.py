"""How fresh an entry is, and what that means for a reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import count, full_date
from generator.model.resolved import Resolved
from generator.model.schema import Activity, Gestopt, Pauze

ASK = "Vraag het na voor u gaat."


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether somebody asked lately. ``short`` is for a card (empty where nobody ever asked), ``long`` for a page."""

    fresh: bool
    short: str
    long: str


def checked(it: Resolved, today: date) -> Checked:
    """Return how an entry's check reads on the day ``today``. Only a fresh check reads as checked."""
    found = it.model.gecontroleerd
    if found is None:
        return Checked(fresh=False, short="", long=f"Nog navragen: niemand heeft dit nagevraagd. {ASK}")
    when = full_date(found.op)
    if not it.evidence(today).fresh:
        return Checked(
            fresh=False, short=f"Nog navragen sinds {when}", long=f"Nog navragen: dit klopte op {when}. {ASK}"
        )
    how = f"Gecontroleerd op {when}, {found.hoe.label} door {found.door.label}."
    return Checked(fresh=True, short=f"Gecontroleerd op {when}", long=how)


def paused(activity: Activity) -> str:
    """Return what a reader must know of a pause, or nothing."""
    if not isinstance(activity.loopt, Pauze):
        return ""
    until = f" tot {full_date(activity.loopt.tot)}" if isinstance(activity.loopt.tot, date) else ""
    reason = f" {activity.loopt.reden}" if activity.loopt.reden else ""
    return f"Deze activiteit is er even niet{until}.{reason}"


def stopped(activity: Activity) -> str:
    """Return what a reader must know of an activity that has ended, or nothing."""
    if not isinstance(activity.loopt, Gestopt):
        return ""
    if isinstance(activity.loopt.sinds, date):
        return f"Deze activiteit is gestopt op {full_date(activity.loopt.sinds)}."
    return "Deze activiteit is gestopt, voor zover wij weten."


def list_status(activities: Sequence[Resolved], today: date) -> str:
    """Return one line on how many of a list were checked lately."""
    fresh = sum(it.evidence(today).fresh for it in activities)
    if not activities:
        return "Nog navragen: wat er hier te doen is."
    if not fresh:
        return f"Nog navragen: van deze {count(len(activities), 'activiteit', 'activiteiten')} is nog niets nagevraagd. {ASK}"
    total = count(len(activities), "activiteit", "activiteiten")
    return f"Gecontroleerd: {fresh} van de {total}. De rest moeten wij nog navragen."
