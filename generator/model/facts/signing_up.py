"""Whether a visitor must sign up, and how."""

from collections.abc import Mapping

from generator.model.facts.base import Fact, Found, Gap, On, Said
from generator.model.resolved import Resolved
from generator.model.schema import Aanmelden

SIGN_UP = Gap(
    "aanmelden",
    "Moeten mensen zich aanmelden? En hoe?",
    12,
    say="Moet ik mij aanmelden?",
    ask="of u zich moet aanmelden",
)


def _say(it: Resolved) -> Said:
    way, how = it.model.aanmelden, it.model.aanmelden_hoe
    if way is Aanmelden.ONBEKEND:
        return Said(gaps=(SIGN_UP,))
    return Said((way.label,), more=(how,) if how else ())


def _offers(it: Resolved) -> Mapping[str, Found]:
    way = it.model.aanmelden
    known = way is not Aanmelden.ONBEKEND
    return {"aanmelden": ({str(way)} if known else set(), not known)}


# On a page how to sign up stands with how to take part.
FACT = Fact(
    "aanmelden", "Aanmelden", "clipboard-text-outline", On.CARD | On.LEAF | On.DIARY, _say, _offers, more_on=On.LEAF
)
