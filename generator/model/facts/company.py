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


def alone(it: Resolved) -> tuple[str, ...]:
    """Return whether one can come alone, in a line; nothing where nobody knows."""
    first = it.model.eerste_keer
    if first and first.alleen_komen is JaNee.JA:
        return ("U kunt alleen komen",)
    return ("Kom liever met iemand samen",) if first and first.alleen_komen is JaNee.NEE else ()


def along(it: Resolved) -> tuple[str, ...]:
    """Return that somebody can go along, in a line; nothing where that is not so, or not known."""
    first = it.model.eerste_keer
    return ("Er kan iemand met u meegaan",) if first and first.iemand_gaat_mee is JaNee.JA else ()


def _say(it: Resolved) -> Said:
    lines = (*alone(it), *along(it))
    # Where nobody is expected, nobody asks it: a path, a garden.
    return Said(lines, () if lines or always(it.model.wanneer) else (ALONE,))


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
