"""Whether one can come alone, and whether somebody goes along: either is an answer to who does not dare to go."""

from collections.abc import Mapping

from generator.model.facts.base import Fact, Found, Gap, On, Said
from generator.model.resolved import Resolved
from generator.model.schema import JaNee, Meegaan
from generator.model.when import always

ALONE = Gap(
    "alleen komen",
    "Kan iemand goed alleen komen? Kan er iemand meegaan?",
    5,
    say="Kan ik alleen komen?",
    ask="of u alleen kunt komen",
)


def _say(it: Resolved) -> Said:
    first = it.model.eerste_keer
    lines = []
    if first and first.alleen_komen is JaNee.JA:
        lines.append("U kunt alleen komen")
    elif first and first.alleen_komen is JaNee.NEE:
        lines.append("Kom liever met iemand samen")
    if first and first.iemand_gaat_mee is JaNee.JA:
        lines.append("Er kan iemand met u meegaan")
    # Where nobody is expected, nobody asks it: a path, a garden.
    return Said(tuple(lines), () if lines or always(it.model.wanneer) else (ALONE,))


def _offers(it: Resolved) -> Mapping[str, Found]:
    first = it.model.eerste_keer
    values = {
        str(Meegaan.MEEGAAN): first.iemand_gaat_mee if first else JaNee.ONBEKEND,
        str(Meegaan.ALLEEN): first.alleen_komen if first else JaNee.ONBEKEND,
    }
    return {
        "mee": (
            {name for name, value in values.items() if value is JaNee.JA},
            {name for name, value in values.items() if value is JaNee.ONBEKEND},
        )
    }


FACT = Fact("alleen", "Alleen komen", "account-outline", On.CARD | On.FIRST, _say, _offers)
