"""What a visitor still has to ask about an activity, whom, and the words to ask it with: one action in place of a row of caveats."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import listing
from generator.model.evidence import Sure
from generator.model.facts import Gap, On, gaps
from generator.model.outgoing import mailto, tel, web
from generator.model.resolved import Resolved

MOST_ON_CARD = 3
MOST_SAID = 3


@dataclass(frozen=True, slots=True)
class Asking:
    """One action: what to do and where that leads (empty where nobody is known), what to ask, and a sentence to say.

    ``action`` reads "Bel 0522 123 456 en vraag" and ``about`` "dag, tijd en prijs"; ``about`` is empty where all is known. ``say`` is
    empty where nobody answers.
    """

    icon: str
    action: str
    address: str
    about: str
    say: str

    @property
    def line(self) -> str:
        """Return the action with what to ask, as one line; nothing where there is nothing to ask."""
        return f"{self.action}: {self.about}" if self.about else ""


def asking(it: Resolved, today: date, most: int = MOST_ON_CARD) -> Asking:
    """Return what to ask about an activity on the day ``today``; of what is missing at most the first ``most``."""
    return it.once(("asking", today, most), lambda one: _asking(one, today, most))


def _asking(it: Resolved, today: date, most: int) -> Asking:
    missing = it.once("missing", lambda one: tuple(_missing(one)))
    about = listing([gap.asked for gap in missing[:most]])
    whom = it.whom
    contact = whom.contact
    website = web(contact.website)
    if contact.telefoon:
        number = f"{whom.name}: {contact.telefoon}" if whom.name else contact.telefoon
        words = _sentence(it, missing, today)
        return Asking("phone-outline", f"Bel {number} en vraag", tel(contact.telefoon), about, words)
    if contact.email:
        words = _sentence(it, missing, today)
        return Asking("email-outline", f"Mail {whom.name or 'en vraag'}", mailto(contact.email), about, words)
    if website:
        return Asking("open-in-new", "Kijk op de website", website, about, "")
    return Asking("help-circle-outline", "Nog niet bekend", "", about, "")


def _missing(it: Resolved) -> Iterator[Gap]:
    return (gap for gap in gaps(it) if gap.missing_on & On.CARD)


def _sentence(it: Resolved, missing: Sequence[Gap], today: date) -> str:
    """Return what somebody can say who finds it hard to call. An old message is asked about first."""
    questions = [gap.say for gap in missing if gap.say][:MOST_SAID]
    if it.evidence(today).sure.rank > Sure.SOURCE.rank:
        questions = ["Is dat er nog?", *questions][:MOST_SAID]
    return f"Goedemorgen, ik las over “{it.model.titel}”. {' '.join(questions or ['Kan ik een keer komen kijken?'])}"
