"""How to get there. Where it is known it stands with the location; where not, who goes there must ask."""

from generator.model.facts.base import Fact, Gap, On, Said
from generator.model.resolved import Resolved

TRAVEL = Gap("hoe u er komt", "Hoe komen mensen er: met de bus, te voet, met de auto?", missing_on=On.LEAF)


def _say(it: Resolved) -> Said:
    location = it.location
    if location is None:
        return Said()
    return Said((location.vervoer,)) if location.vervoer else Said(gaps=(TRAVEL,))


FACT = Fact("vervoer", "Hoe u er komt", "bus", On(0), _say)
