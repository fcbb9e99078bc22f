"""How to get there. Where it is known it stands with the location; where not, who goes there must ask. A municipality may have a bus or a taxi."""

from generator.dutch.sentences import listing
from generator.model.facts.base import Fact, Gap, On, Said
from generator.model.resolved import Resolved

TRAVEL = Gap("hoe u er komt", "Hoe komen mensen er: met de bus, te voet, met de auto?", missing_on=On.LEAF)


def _say(it: Resolved) -> Said:
    location = it.location
    if location is None:
        return Said()
    lines = (location.vervoer or "", _in_municipality(it))
    return Said(tuple(filter(None, lines)), () if location.vervoer else (TRAVEL,))


def _in_municipality(it: Resolved) -> str:
    """Return whose bus or taxi there is, with the numbers; nothing where the municipality says nothing."""
    found = it.catalogue.municipalities.get(it.model.gemeente)
    if found is None or not found.model.vervoer:
        return ""
    ways = [f"{way.naam} ({way.telefoon})" if way.telefoon else way.naam for way in found.model.vervoer]
    return f"Vervoer in {found.model.naam}: {listing(ways)}"


FACT = Fact("vervoer", "Hoe u er komt", "bus", On.LEAF, _say)
