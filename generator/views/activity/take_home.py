"""What a resident takes home of an activity: its leaf on a short list, on a screen and on paper.

A list may be opened weeks after the site was made. A leaf holds more dates than are shown, and the script picks the first three that are still
to come; the author's own words ("Elke donderdag") stand above them and stay true.
"""

from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import hours, listing, weekday_date
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry, is_stopped
from generator.model.outgoing import host_of, mailto, tel, web
from generator.model.schema import ONLINE, UNKNOWN, Activity, Gestopt, Pauze
from generator.model.when import Occurrence, coming
from generator.views.activity.card import ThemeLabel, theme_label
from generator.views.activity.facts import Fact, access, alone, costs, known, signing_up, when
from generator.views.activity.facts import place as place_of
from generator.views.activity.mark import mark
from generator.views.activity.status import checked, paused, stopped
from generator.views.activity.taking_part import first_time
from generator.views.referral.coach import Coach, coaches

MOST_DATES = 8


@dataclass(frozen=True, slots=True)
class Coming:
    """One date: for the script (2026-11-26), in full words, and what must be asked about it."""

    day: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Instead:
    """Another activity, to put on the list: its id with its mark, its title and address."""

    pick: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Way:
    """Somebody to ask: who, or how; and the address that dials, mails or opens it (empty for a name)."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class TakeHome:
    """The leaf of an activity. ``state`` is loopt, pauze or gestopt; ``call`` is how to reach somebody."""

    id: str
    mark: str
    state: str
    address: str
    title: str
    summary: str
    place: str
    theme: ThemeLabel
    notice: str
    instead: tuple[Instead, ...]
    more: str
    when: tuple[str, ...]
    dates: tuple[Coming, ...]
    facts: tuple[Fact, ...]
    call: tuple[Way, ...]
    unknown: str
    checked: str
    calendar: str
    coaches: tuple[Coach, ...]


def take_home(catalogue: Catalogue, entry: Entry[Activity], today: date) -> TakeHome:
    """Return the leaf of an activity, with its dates from the day ``today``."""
    activity = entry.model
    ended = is_stopped(activity)
    municipality = catalogue.municipalities[activity.gemeente].model
    dates = coming(activity, today, municipality.schoolvakantie_regio)[:MOST_DATES]
    moments, _ = when(activity)
    return TakeHome(
        id=entry.id,
        mark=mark(catalogue, entry),
        state="gestopt" if ended else "pauze" if isinstance(activity.loopt, Pauze) else "loopt",
        address=f"{entry.id}/",
        title=activity.titel,
        summary=activity.samenvatting,
        place=municipality.naam,
        theme=theme_label(catalogue.domains[activity.domeinen[0]]),
        notice=stopped(activity) or paused(activity),
        instead=_instead(catalogue, activity),
        more=f"{activity.gemeente}/{activity.domeinen[0]}/",
        when=moments.lines if moments and not ended else (),
        dates=tuple(_coming(one) for one in dates),
        facts=() if ended else _facts(catalogue, activity),
        call=() if ended else _call(catalogue, activity),
        unknown="" if ended else _unknown(catalogue, activity),
        checked="" if ended else checked(activity, today).long,
        calendar=addresses.calendar(entry.id) if dates and not ended else "",
        coaches=coaches(catalogue, activity.gemeente, today),
    )


def _coming(one: Occurrence) -> Coming:
    at = hours(one.start.time() if one.start else None, one.end.time() if one.end else None)
    text = " ".join(filter(None, (f"{weekday_date(one.day)} {one.day.year}", at)))
    return Coming(one.day.isoformat(), text, f"{one.holiday}. Vraag of het doorgaat." if one.holiday else "")


def _facts(catalogue: Catalogue, activity: Activity) -> tuple[Fact, ...]:
    """Return where with how to get there, what it costs, signing up, and what is known of the first time."""
    found = [_where(catalogue, activity), costs(activity)[0], signing_up(activity)[0]]
    company = alone(activity)[0]
    first = (*(company.lines if company else ()), *first_time(activity), *access(catalogue, activity).yes)
    if activity.aanmelden_hoe and found[2]:
        found[2] = Fact("aanmelden", "Aanmelden", "", (*found[2].lines, activity.aanmelden_hoe))
    if first:
        found.append(Fact("eerste-keer", "De eerste keer", "", first))
    return tuple(fact for fact in found if fact)


def _where(catalogue: Catalogue, activity: Activity) -> Fact | None:
    if activity.locatie == UNKNOWN:
        return None
    if activity.locatie == ONLINE:
        return Fact("waar", "Waar", "", ("Op internet",))
    location = catalogue.locations[activity.locatie].model
    town = f"{location.postcode} {location.plaats}" if location.postcode else ""
    return Fact("waar", "Waar", "", tuple(filter(None, (place_of(location), town, location.vervoer))))


def _call(catalogue: Catalogue, activity: Activity) -> tuple[Way, ...]:
    contact = catalogue.contact_of(activity)
    website = web(contact.website)
    ways = []
    if contact.telefoon:
        ways.append(Way(contact.telefoon, tel(contact.telefoon)))
    if contact.email:
        ways.append(Way(contact.email, mailto(contact.email)))
    if website:
        ways.append(Way(host_of(website), website))
    who = catalogue.organisations[activity.organisatie].model.naam
    return (Way(who, ""), *ways) if ways else ()


def _unknown(catalogue: Catalogue, activity: Activity) -> str:
    names = list(known(catalogue, activity).unknown)
    location = catalogue.locations.get(activity.locatie)
    if location and not location.model.vervoer:
        names.append("hoe u er komt")
    if not _call(catalogue, activity):
        names.append("wie u kunt bellen")
    return listing(names)


def _instead(catalogue: Catalogue, activity: Activity) -> tuple[Instead, ...]:
    if not isinstance(activity.loopt, Gestopt):
        return ()
    others = [catalogue.activities[id_] for id_ in activity.loopt.in_plaats_daarvan]
    return tuple(Instead(f"{one.id}.{mark(catalogue, one)}", one.model.titel, f"{one.id}/") for one in others)
