"""Which languages one hears there, beside Dutch."""

from generator.dutch.sentences import listing
from generator.model.facts.base import Fact, On, Said
from generator.model.resolved import Resolved


def _say(it: Resolved) -> Said:
    found = it.model.talen
    return Said((f"U hoort er ook {listing(list(found))}",) if found else ())


FACT = Fact("talen", "Talen", "account-voice", On.PAGE, _say)
