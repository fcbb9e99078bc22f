"""How somebody gets to an activity: where it is, how others get there, whose bus or taxi may help, and whom to ask what nobody knows.

Links lead to maps and planners of others; each says which, and nothing is asked of them before somebody taps it.
"""

from dataclasses import dataclass

from generator.model import addresses
from generator.model.facts import company, where
from generator.model.outgoing import PLANNER, in_map_app, mailto, on_map, routes, tel
from generator.model.resolved import Resolved
from generator.model.schema import ONLINE, UNKNOWN, WISSELEND, JaNee, Location
from generator.model.when import always


@dataclass(frozen=True, slots=True)
class WayOut:
    """A link out of the site: what it gives, whose it is, and ``app``, the address that opens an app on a phone (or empty)."""

    icon: str
    text: str
    address: str
    whose: str
    app: str = ""


@dataclass(frozen=True, slots=True)
class GettingThere:
    """How to get to an activity.

    ``lines`` are the building, its street and its town; ``copy`` is the same on one line. ``company`` ends in a question mark where nobody knows. ``help`` names the transport in the municipality, which
    stands at ``help_address``. ``ask`` says what to ask whom, ``ask_address`` dials or mails (empty for nobody).
    """

    lines: tuple[str, ...]
    copy: str
    note: str
    travel: str
    ways: tuple[WayOut, ...]
    place: str
    help: tuple[str, ...]
    help_address: str
    company: str
    ask: str
    ask_text: str
    ask_address: str


def getting_there(it: Resolved) -> GettingThere | None:
    """Return how to get to an activity; None where there is nowhere to go: on the internet, or where it has ended."""
    activity, location = it.model, it.location
    if it.is_stopped or activity.locatie == ONLINE:
        return None
    lines = _address(location) if location else ()
    exact = bool(location and location.adres)
    travel = (location.vervoer if location else "") or ""
    text, address = _whom(it) if not (exact and travel) else ("", "")
    place = it.municipality
    return GettingThere(
        lines=lines,
        copy=", ".join(lines) if exact else "",
        note=_note(activity.locatie, location, activity.waar_vertrekt or ""),
        travel=travel,
        ways=_ways(location, ", ".join(lines[1:] or lines)) if location and exact else (),
        place=place.naam,
        help=tuple(way.naam for way in place.vervoer),
        help_address=f"{addresses.page(activity.gemeente)}#vervoer",
        company=_company(it),
        ask=_question(exact=exact, travel=bool(travel), known=activity.locatie) if text else "",
        ask_text=text,
        ask_address=address,
    )


def _address(location: Location) -> tuple[str, ...]:
    town = " ".join(filter(None, (location.postcode, location.plaats)))
    return tuple(filter(None, (location.naam, location.adres, town)))


def _note(named: str, location: Location | None, starts: str) -> str:
    """Return what is not known of the place, or where it begins."""
    if named == WISSELEND:
        return f"Het is steeds op een andere plek. {starts or 'Vraag waar het de volgende keer begint.'}"
    if location and not location.adres:
        return "De straat weten wij nog niet."
    return starts


def _ways(location: Location, address: str) -> tuple[WayOut, ...]:
    point = (str(location.punt.lat), str(location.punt.lon)) if location.punt else None
    return (
        WayOut(
            "map-marker-outline",
            "Op de kaart",
            on_map(address, point),
            "OpenStreetMap",
            in_map_app(address, point),
        ),
        WayOut("bus", "Met bus of trein", routes(address), "Google Maps"),
        WayOut("bus-side", "9292", PLANNER, "typ zelf het adres"),
    )


def _company(it: Resolved) -> str:
    """Return that somebody can go along, or else the question; nothing where nobody is expected."""
    known = company.along(it)
    first = it.model.eerste_keer
    if known:
        return f"{known[0]}. Vraag ernaar als u belt."
    unlikely = always(it.model.wanneer) or (first and first.iemand_gaat_mee is JaNee.NEE)
    return "" if unlikely else "Kan iemand met u meegaan?"


def _question(*, exact: bool, travel: bool, known: str) -> str:
    """Return the one question about all that is not known."""
    if known == UNKNOWN or (known != WISSELEND and not exact and travel):
        return "Waar is het?"
    if known == WISSELEND:
        return where.START.say
    return "Hoe kom ik er?" if exact else "Waar is het, en hoe kom ik er?"


def _whom(it: Resolved) -> tuple[str, str]:
    """Return who can be asked, and the address that dials or mails; nothing where there is only a site."""
    contact = it.whom.contact
    found = (
        (f"Bel {contact.telefoon}", tel(contact.telefoon) if contact.telefoon else ""),
        (f"Mail {contact.email}", mailto(contact.email) if contact.email else ""),
    )
    return next(((text, address) for text, address in found if address), ("", ""))
