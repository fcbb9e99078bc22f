"""Whom to reach."""

from generator.model.facts.base import Fact, Gap, On, Said
from generator.model.outgoing import host_of, web
from generator.model.resolved import Resolved

WHOM = Gap("wie u kunt bellen", "Op welk nummer of mailadres kunnen mensen u bereiken?", 10, missing_on=On.LEAF)


def _say(it: Resolved) -> Said:
    contact = it.contact
    website = web(contact.website)
    ways = tuple(filter(None, (contact.telefoon, contact.email, website and host_of(website))))
    return Said(ways, () if ways else (WHOM,))


FACT = Fact("bereiken", "Vragen", "phone-outline", On(0), _say)
