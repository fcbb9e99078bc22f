"""The first visit: everything that somebody wants to know before going somewhere for the first time, and the questions that are left."""

from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import capital
from generator.model.facts import company, costs, when, where
from generator.model.facts.first_visit import PARTS, part
from generator.model.outgoing import host_of, mailto, tel, web
from generator.model.resolved import Resolved
from generator.model.schema import NO_LOCATION, JaNee
from generator.model.when import always
from generator.views.activity.card import held
from generator.views.activity.status import how_sure


@dataclass(frozen=True, slots=True)
class Row:
    """One answer: its question in a word or two, and the lines. ``address`` is where the last line leads; it may be empty."""

    label: str
    lines: tuple[str, ...]
    address: str = ""


@dataclass(frozen=True, slots=True)
class FirstVisit:
    """What is known of a first visit, and what somebody can ask of the rest."""

    rows: tuple[Row, ...] = ()
    asks: tuple[str, ...] = ()


NOBODY = FirstVisit()


def first_visit(it: Resolved, today: date) -> FirstVisit:
    """Return a first visit as it stands on the day ``today``: nothing where nobody is expected (a path), or where it has ended.

    The day is the first that is sure, or by a source; what is older has its fixed day, and somebody calls first.
    """
    if it.is_stopped or always(it.model.wanneer):
        return NOBODY
    rows: list[Row] = []
    asks: list[str] = []

    def tell(label: str, lines: tuple[str, ...], question: str) -> None:
        if lines:
            rows.append(Row(label, lines))
        elif question:
            asks.append(question)

    tell("Wanneer", _when(it, today), when.FACT.say(it).gaps[0].say if when.FACT.say(it).gaps else "")
    tell("Waar", where.FACT.say(it).lines, where.LOCATION.say)
    indoors = it.model.locatie not in NO_LOCATION
    for name, (label, question) in PARTS.items():
        asked = question if indoors or name != "ingang" else ""
        tell(label, tuple(filter(None, (capital(part(it, name)),))), asked)
    tell("Alleen komen", company.alone(it), company.ALONE.say)
    first = it.model.eerste_keer
    goes = first.iemand_gaat_mee if first else JaNee.ONBEKEND
    tell("Wie gaat mee", company.along(it), "Kan er iemand met mij meegaan?" if goes is JaNee.ONBEKEND else "")
    tell("Kosten", costs.FACT.say(it).lines, costs.COSTS.say)
    return FirstVisit((*rows, *_whom(it)), tuple(asks))


def _when(it: Resolved, today: date) -> tuple[str, ...]:
    dates = it.coming(today) if how_sure(it, today).dated else ()
    if not dates:
        return when.FACT.say(it).lines
    first = held(next((one for one in dates if not one.holiday), dates[0]))
    return (first.text, *((first.note,) if first.note else ()))


def _whom(it: Resolved) -> tuple[Row, ...]:
    """Return whom to call who does not dare to go."""
    whom = it.whom
    contact = whom.contact
    name = capital(whom.name) or it.organisation.naam
    website = web(contact.website)
    for text, address in (
        (f"Bel {contact.telefoon}", tel(contact.telefoon) if contact.telefoon else ""),
        (f"Mail {contact.email}", mailto(contact.email) if contact.email else ""),
        (host_of(website), website),
    ):
        if address:
            return (Row("Durft u niet goed?", (f"{name}. Zeg dat u voor het eerst komt.", text), address),)
    return ()
