"""What a calendar program gets of an activity: one text that stays the same until something changes."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.dutch.sentences import full_date, listing
from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import Sure
from generator.model.facts import On, said
from generator.model.facts.where import location_line
from generator.model.resolved import Resolved, joined
from generator.model.schema import ONLINE, Activity, Gestopt, Pauze
from generator.model.when import Series, school_year, series
from generator.views.activity.answers import known
from generator.views.activity.status import state

COPY_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Diary:
    """An activity for a calendar program. ``root`` is the address by which it is known for ever: the first it had."""

    id: str
    root: str
    title: str
    where: str
    text: str
    theme: str
    rows: tuple[Series, ...]
    ended: bool
    sure: Sure
    paused: bool = False


def horizon(today: date) -> date:
    """Return until when somebody's own copy of an activity goes: the end of a month, three months ahead or a little more."""
    months = today.year * 12 + today.month - 1 + COPY_MONTHS + 1
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)


def diary(catalogue: Catalogue, entry: Entry[Activity], today: date, until: date | None = None) -> Diary:
    """Return an activity for a calendar program, from the school year on in which ``today`` falls; for a copy only ``until`` a day.

    Nothing in it tells that day: it changes when the entry does, when we are less sure of it, and once a year. What is expired gives
    no events, unless it has ended: whoever has it in a calendar must be told.
    """
    activity = entry.model
    it = joined(catalogue, entry)
    region = it.municipality.schoolvakantie_regio
    sure = it.evidence(today).sure
    told = sure is not Sure.EXPIRED or it.is_stopped
    rows = series(activity, today.replace(day=1) if until else school_year(today), region, until) if told else ()
    return Diary(
        id=entry.id,
        root=activity.vroeger_adres[0] if activity.vroeger_adres else entry.id,
        title=_title(it, sure),
        where=_where(it),
        text="\n".join(_lines(it, today, until, asks=any(row.ask for row in rows))),
        theme=catalogue.domains[activity.domeinen[0]].model.naam,
        rows=rows,
        ended=it.is_stopped,
        sure=sure,
        paused=is_paused_open(it.model),
    )


def is_paused_open(activity: Activity) -> bool:
    """Tell whether it is not held now, and nobody knows until when."""
    return isinstance(activity.loopt, Pauze) and not isinstance(activity.loopt.tot, date)


def in_calendar(it: Resolved, today: date) -> bool:
    """Tell whether a calendar has anything to show of it from the day ``today``."""
    sure = it.evidence(today).sure
    return sure is not Sure.EXPIRED and bool(it.coming(today))


def _title(it: Resolved, sure: Sure) -> str:
    """Return the title as it stands in a calendar: what a glance must tell stands first."""
    if it.is_stopped:
        return f"Gestopt: {it.model.titel}"
    if is_paused_open(it.model):
        return f"Nu even niet: {it.model.titel}"
    return f"Bel eerst: {it.model.titel}" if sure is Sure.OLDER else it.model.titel


def _where(it: Resolved) -> str:
    """Return the location in one line with its postcode, by which a calendar program finds it on a map."""
    location = it.location
    if location is None:
        return "Op internet" if it.model.locatie == ONLINE else ""
    town = f"{location.postcode} {location.plaats}" if location.postcode else ""
    return ", ".join(filter(None, (location_line(location), town)))


def _instead(it: Resolved) -> str:
    """Return what there is in the place of an activity that has ended, as the end of a sentence about it; nothing where nobody knows."""
    ids = it.model.loopt.in_plaats_daarvan if isinstance(it.model.loopt, Gestopt) else ()
    names = listing([f"“{it.catalogue.activities[id_].model.titel}”" for id_ in ids])
    return f" Kijk eens bij {names}." if ids else ""


def _lines(it: Resolved, today: date, until: date | None, *, asks: bool) -> list[str]:
    lines = [f"{state(it, today)}{_instead(it)}", it.model.samenvatting]
    if until:
        lines.insert(
            1, f"Dit staat tot en met {full_date(until)} in uw agenda. Kijk daarna op de site of het er nog is."
        )
    lines += [f"{fact.label}: {'; '.join(found.lines)}" for fact, found in said(it, On.DIARY) if found.lines]
    contact = it.whom.contact
    if contact.telefoon:
        lines.append(f"Bellen: {contact.telefoon}")
    if contact.email:
        lines.append(f"Mailen: {contact.email}")
    unknown = known(it).open_questions
    if unknown and not it.is_stopped:
        lines.append(f"Nog niet bekend: {unknown}")
    if asks:
        lines.append("Op een feestdag of in een vakantie? Vraag of het doorgaat.")
    return lines
