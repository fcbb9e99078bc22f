"""What a calendar program gets of an activity: one text that stays the same until something changes."""

from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import full_date
from generator.model.catalogue import Catalogue, Entry, is_stopped
from generator.model.schema import ONLINE, UNKNOWN, Activity
from generator.model.when import Series, school_year, series
from generator.views.activity.facts import costs, known, place, signing_up


@dataclass(frozen=True, slots=True)
class Diary:
    """An activity for a calendar program. ``root`` is the address by which it is known for ever: the first it had."""

    id: str
    root: str
    title: str
    place: str
    text: str
    theme: str
    rows: tuple[Series, ...]
    ended: bool


def diary(catalogue: Catalogue, entry: Entry[Activity], today: date) -> Diary:
    """Return an activity for a calendar program, from the school year on in which ``today`` falls.

    Nothing in it tells that day: it changes when the entry does, and once a year.
    """
    activity = entry.model
    region = catalogue.municipalities[activity.gemeente].model.schoolvakantie_regio
    rows = series(activity, school_year(today), region)
    return Diary(
        id=entry.id,
        root=activity.vroeger_adres[0] if activity.vroeger_adres else entry.id,
        title=activity.titel,
        place=_where(catalogue, activity),
        text="\n".join(_lines(catalogue, activity, asks=any(row.ask for row in rows))),
        theme=catalogue.domains[activity.domeinen[0]].model.naam,
        rows=rows,
        ended=is_stopped(activity),
    )


def _where(catalogue: Catalogue, activity: Activity) -> str:
    if activity.locatie == UNKNOWN:
        return ""
    if activity.locatie == ONLINE:
        return "Op internet"
    location = catalogue.locations[activity.locatie].model
    town = f"{location.postcode} {location.plaats}" if location.postcode else ""
    return ", ".join(filter(None, (place(location), town)))


def _lines(catalogue: Catalogue, activity: Activity, *, asks: bool) -> list[str]:
    lines = [activity.samenvatting]
    for fact, _ in (costs(activity), signing_up(activity)):
        if fact:
            lines.append(f"{fact.label}: {'; '.join(fact.lines)}")
    contact = catalogue.contact_of(activity)
    if contact.telefoon:
        lines.append(f"Bellen: {contact.telefoon}")
    if contact.email:
        lines.append(f"Mailen: {contact.email}")
    unknown = known(catalogue, activity).open_questions
    if unknown:
        lines.append(f"Nog navragen: {unknown}")
    if asks:
        lines.append("Op een feestdag? Vraag of het doorgaat.")
    checked = activity.gecontroleerd
    lines.append(f"Gecontroleerd op {full_date(checked.op)}." if checked else "Niemand heeft dit nog nagevraagd.")
    return lines
