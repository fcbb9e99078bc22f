"""What a visitor still has to ask about an activity, whom, and the words to ask it with: one action in place of a row of caveats."""

from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import listing
from generator.model.evidence import Sure
from generator.model.facts import FACTS, Gap, On
from generator.model.outgoing import host_of, mailto, tel, web
from generator.model.resolved import Resolved

MOST_ON_CARD = 3
MOST_SAID = 3


@dataclass(frozen=True, slots=True)
class Asking:
    """One action: what to do and where that leads (empty where nobody is known), what to ask, and a sentence to say.

    ``action`` reads "Bel 0522 123 456" and ``about`` "dag, tijd en prijs"; ``about`` is empty where all is known.
    """

    icon: str
    action: str
    address: str
    about: str
    say: str

    @property
    def line(self) -> str:
        """Return the action with what to ask, as one line; nothing where there is nothing to ask."""
        if not self.about:
            return ""
        if not self.action:
            return f"Nog niet bekend: {self.about}"
        return f"{self.action}{' voor' if self.address.startswith('http') else ' en vraag'}: {self.about}"


def asking(it: Resolved, today: date, most: int = MOST_ON_CARD) -> Asking:
    """Return what to ask about an activity on the day ``today``; of what is missing at most the ``most`` that matter most."""
    missing = [gap for fact in FACTS for gap in fact.say(it).gaps if gap.missing_on & On.CARD]
    say = _sentence(it, missing, today)
    icon, action, address = _way(it, say)
    return Asking(
        icon,
        action,
        address,
        listing([gap.name for gap in missing[:most]]),
        say if address.startswith(("tel:", "mailto:")) else "",
    )


def _sentence(it: Resolved, missing: list[Gap], today: date) -> str:
    """Return what somebody can say who finds it hard to call. An old message is asked about first."""
    questions = [gap.say for gap in missing if gap.say][:MOST_SAID]
    if it.evidence(today).sure.rank > Sure.SOURCE.rank:
        questions = ["Is dat er nog?", *questions][:MOST_SAID]
    return f"Goedemorgen, ik las over “{it.model.titel}”. {' '.join(questions or ['Kan ik een keer komen kijken?'])}"


def _way(it: Resolved, say: str) -> tuple[str, str, str]:
    whom = it.whom
    contact = whom.contact
    name = f"{whom.name}: " if whom.name else ""
    if contact.telefoon:
        return "phone-outline", f"Bel {name}{contact.telefoon}", tel(contact.telefoon)
    if contact.email:
        return (
            "email-outline",
            f"Mail {whom.name}".rstrip(),
            mailto(contact.email, f"Vraag over: {it.model.titel}", say),
        )
    website = web(contact.website)
    if website:
        return "open-in-new", f"Kijk op {host_of(website)}", website
    return "help-circle-outline", "", ""
