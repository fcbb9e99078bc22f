"""How sure we are of an activity, whether it runs, and what that means for a reader: the same words on every carrier."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import count, full_date
from generator.model.evidence import Evidence, Sure
from generator.model.resolved import Resolved
from generator.model.schema import Activity, Gestopt, Pauze
from generator.model.when import always

CALL = "Bel even voor u gaat."
NOT_CHECKED = "Wij hebben dit nog niet gecontroleerd."


@dataclass(frozen=True, slots=True)
class HowSure:
    """How sure we are, as of which day: ``short`` for a card, ``long`` where there is room. ``sure`` is the word of the model."""

    sure: Sure
    short: str
    long: str

    @property
    def fresh(self) -> bool:
        """Tell whether somebody asked lately."""
        return self.sure is Sure.ASKED

    @property
    def dated(self) -> bool:
        """Tell whether dates may be worked out from what we have: not from an old message."""
        return self.sure.rank <= Sure.SOURCE.rank


def how_sure(it: Resolved, today: date) -> HowSure:
    """Return how sure we are of an activity on the day ``today``, in words."""
    return it.once(("how sure", today), lambda one: _how_sure(one, today))


def _how_sure(it: Resolved, today: date) -> HowSure:
    found = it.evidence(today)
    short = _short(found, it)
    check = it.model.gecontroleerd
    if found.sure is Sure.ASKED and check:
        return HowSure(found.sure, short, f"{short}, {check.hoe.label} door {check.door.label}.")
    if found.sure is Sure.SOURCE:
        call = CALL if it.whom.contact.telefoon else ""
        return HowSure(found.sure, short, f"{short}. {call if found.by_check else f'{NOT_CHECKED} {call}'}".strip())
    return HowSure(found.sure, short, short)


def _short(found: Evidence, it: Resolved) -> str:
    if found.sure is Sure.ASKED:
        return f"Nagevraagd op {found.when}"
    if found.sure is Sure.SOURCE:
        return f"Laatst nagevraagd op {found.when}" if found.by_check else f"Volgens de bron van {found.when}"
    told = f"bericht ({found.year})" if found.year else "bericht, zonder datum"
    if found.sure is Sure.OLDER:
        return f"Ouder {told}." if always(it.model.wanneer) else f"Ouder {told}. Bel eerst."
    return f"Oud {told}. Misschien is het er niet meer."


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


def state(it: Resolved, today: date) -> str:
    """Return what a reader must know first: that it has stopped or pauses; else how sure we are."""
    return stopped(it.model) or paused(it.model) or how_sure(it, today).long


def list_status(activities: Sequence[Resolved], today: date) -> str:
    """Return the one sentence that holds for a whole list: how much of it somebody asked about lately."""
    return status_of(len(activities), sum(it.evidence(today).fresh for it in activities))


def status_of(total: int, fresh: int) -> str:
    """Return that sentence for a list of ``total``, of which ``fresh`` were asked about lately."""
    if not total:
        return "Hier hebben wij nog geen activiteiten."
    if not fresh:
        return f"Deze lijst is nog niet gecontroleerd. {CALL}"
    if fresh == total:
        return "Alles op deze lijst is kort geleden nagevraagd."
    return f"{count(fresh, 'activiteit is', 'activiteiten zijn')} kort geleden nagevraagd. Bel bij de andere even voor u gaat."
