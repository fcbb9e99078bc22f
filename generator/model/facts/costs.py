"""What it costs."""

from collections.abc import Mapping
from decimal import Decimal

from generator.dutch.sentences import capital, euro
from generator.model.facts.base import Fact, Found, Gap, On, Said
from generator.model.resolved import Resolved
from generator.model.schema import (
    GRATIS,
    UNKNOWN,
    GratisMaar,
    Kosten,
    KostenInWoorden,
    Per,
    Prijs,
    Prijsgrens,
    Vrijwillig,
)

COSTS = Gap("prijs", "Wat kost het?", 12, say="Wat kost het?")
CHEAP = Decimal(5)  # euro a time
FREE = frozenset({str(Prijsgrens.GRATIS), str(Prijsgrens.TOT_5)})


def _say(it: Resolved) -> Said:
    """Return what it costs, one line a price."""
    lines = in_words(it.model.kosten)
    return Said(lines) if lines else Said(gaps=(COSTS,))


def in_words(costs: Kosten) -> tuple[str, ...]:
    """Return one sentence a price; none where nobody knows."""
    if isinstance(costs, str):
        return () if costs == UNKNOWN else ("Gratis",)
    if isinstance(costs, GratisMaar | Vrijwillig):
        word = "Gratis" if isinstance(costs, GratisMaar) else "Vrijwillige bijdrage"
        return (f"{word}. {costs.toelichting}" if costs.toelichting else word,)
    if isinstance(costs, KostenInWoorden):
        return (capital(costs.tekst),)
    return tuple(_price(price) for price in costs)


def _price(price: Prijs) -> str:
    amount = capital(GRATIS) if price.bedrag_euro == 0 else f"{euro(price.bedrag_euro)} {price.per.label}"
    whom = f" voor {price.voor}" if price.voor else ""
    return f"{amount}{whom}. {price.toelichting}" if price.toelichting else f"{amount}{whom}"


def _offers(it: Resolved) -> Mapping[str, Found]:
    costs = it.model.kosten
    if isinstance(costs, str):
        return {"kosten": (set(FREE) if costs == GRATIS else set(), costs == UNKNOWN)}
    if isinstance(costs, GratisMaar):  # what is free on a condition is free for this visitor perhaps
        return {"kosten": (set(), set(FREE))}
    if isinstance(costs, Vrijwillig):  # who gives what they can decides themselves how much
        return {"kosten": ({str(Prijsgrens.TOT_5)}, {str(Prijsgrens.GRATIS)})}
    if isinstance(costs, KostenInWoorden):  # no filter can tell what words come to
        return {"kosten": (set(), True)}
    found: set[str] = set()
    maybe: set[str] = set()
    for price in costs:
        # What is free for some, or with something to know, is free for this visitor perhaps.
        sure = maybe if price.voor or (price.bedrag_euro == 0 and price.toelichting) else found
        if price.bedrag_euro == 0:
            sure |= FREE
        elif price.per is Per.KEER and price.bedrag_euro <= CHEAP:
            sure.add(str(Prijsgrens.TOT_5))
    return {"kosten": (found, maybe - found)}


FACT = Fact("kosten", "Kosten", "currency-eur", On.CARD | On.LEAF | On.DIARY, _say, _offers)
