"""What a calendar program gets of an activity: one text that stays the same until something changes."""

from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import Sure
from generator.model.facts import On, said
from generator.model.facts.where import location_line
from generator.model.resolved import Resolved
from generator.model.schema import ONLINE, Activity
from generator.model.when import Series, coming, school_year, series
from generator.views.activity.answers import known
from generator.views.activity.status import state


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


def diary(catalogue: Catalogue, entry: Entry[Activity], today: date) -> Diary:
    """Return an activity for a calendar program, from the school year on in which ``today`` falls.

    Nothing in it tells that day: it changes when the entry does, when we are less sure of it, and once a year. What is expired gives
    no events, unless it has ended: whoever has it in a calendar must be told.
    """
    activity = entry.model
    it = Resolved(catalogue, entry)
    region = it.municipality.schoolvakantie_regio
    sure = it.evidence(today).sure
    told = sure is not Sure.EXPIRED or it.is_stopped
    rows = series(activity, school_year(today), region) if told else ()
    return Diary(
        id=entry.id,
        root=activity.vroeger_adres[0] if activity.vroeger_adres else entry.id,
        title=_title(it, sure),
        where=_where(it),
        text="\n".join(_lines(it, today, asks=any(row.ask for row in rows))),
        theme=catalogue.domains[activity.domeinen[0]].model.naam,
        rows=rows,
        ended=it.is_stopped,
        sure=sure,
    )


def in_calendar(it: Resolved, today: date) -> bool:
    """Tell whether a calendar has anything to show of it from the day ``today``."""
    sure = it.evidence(today).sure
    return sure is not Sure.EXPIRED and bool(coming(it.model, today, it.municipality.schoolvakantie_regio))


def _title(it: Resolved, sure: Sure) -> str:
    """Return the title as it stands in a calendar: what a glance must tell stands first."""
    if it.is_stopped:
        return f"Gestopt: {it.model.titel}"
    return f"Bel eerst: {it.model.titel}" if sure is Sure.OLDER else it.model.titel


def _where(it: Resolved) -> str:
    """Return the location in one line with its postcode, by which a calendar program finds it on a map."""
    location = it.location
    if location is None:
        return "Op internet" if it.model.locatie == ONLINE else ""
    town = f"{location.postcode} {location.plaats}" if location.postcode else ""
    return ", ".join(filter(None, (location_line(location), town)))


def _lines(it: Resolved, today: date, *, asks: bool) -> list[str]:
    lines = [state(it, today), it.model.samenvatting]
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
