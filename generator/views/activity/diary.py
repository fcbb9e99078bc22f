"""What a calendar program gets of an activity: one text that stays the same until something changes."""

from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import full_date
from generator.model.catalogue import Catalogue, Entry, is_stopped
from generator.model.facts import On, said
from generator.model.facts.where import location_line
from generator.model.resolved import Resolved
from generator.model.schema import ONLINE, Activity
from generator.model.when import Series, school_year, series
from generator.views.activity.answers import known


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


def diary(catalogue: Catalogue, entry: Entry[Activity], today: date) -> Diary:
    """Return an activity for a calendar program, from the school year on in which ``today`` falls.

    Nothing in it tells that day: it changes when the entry does, and once a year.
    """
    activity = entry.model
    it = Resolved(catalogue, entry)
    region = it.municipality.schoolvakantie_regio
    rows = series(activity, school_year(today), region)
    return Diary(
        id=entry.id,
        root=activity.vroeger_adres[0] if activity.vroeger_adres else entry.id,
        title=activity.titel,
        where=_where(it),
        text="\n".join(_lines(it, asks=any(row.ask for row in rows))),
        theme=catalogue.domains[activity.domeinen[0]].model.naam,
        rows=rows,
        ended=is_stopped(activity),
    )


def _where(it: Resolved) -> str:
    """Return the location in one line with its postcode, by which a calendar program finds it on a map."""
    location = it.location
    if location is None:
        return "Op internet" if it.model.locatie == ONLINE else ""
    town = f"{location.postcode} {location.plaats}" if location.postcode else ""
    return ", ".join(filter(None, (location_line(location), town)))


def _lines(it: Resolved, *, asks: bool) -> list[str]:
    lines = [it.model.samenvatting]
    lines += [f"{fact.label}: {'; '.join(found.lines)}" for fact, found in said(it, On.DIARY) if found.lines]
    contact = it.contact
    if contact.telefoon:
        lines.append(f"Bellen: {contact.telefoon}")
    if contact.email:
        lines.append(f"Mailen: {contact.email}")
    unknown = known(it).open_questions
    if unknown:
        lines.append(f"Nog navragen: {unknown}")
    if asks:
        lines.append("Op een feestdag? Vraag of het doorgaat.")
    checked = it.model.gecontroleerd
    lines.append(f"Gecontroleerd op {full_date(checked.op)}." if checked else "Niemand heeft dit nog nagevraagd.")
    return lines
