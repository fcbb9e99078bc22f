"""How easy it is to use with a disability: a fact for each thing that somebody may need."""

from collections.abc import Callable, Iterable, Mapping

from generator.dutch.sentences import listing
from generator.model.facts.base import Fact, Found, Gap, On, Said
from generator.model.resolved import Resolved
from generator.model.schema import ONLINE, JaNee

# What is said where it is so and where it is not, by the name of the field.
SENTENCES = {
    "rolstoel": ("Met een rolstoel kunt u naar binnen", "Met een rolstoel kunt u niet naar binnen"),
    "rollator": ("Met een rollator kunt u naar binnen", "Met een rollator kunt u niet naar binnen"),
    "ringleiding": ("Er is een ringleiding voor hoortoestellen", "Er is geen ringleiding"),
    "toilet": ("Er is een toilet voor rolstoelen", "Er is geen toilet voor rolstoelen"),
    "rustig": ("Het is er rustig", "Het kan er druk zijn"),
    "zittend": ("U kunt zittend meedoen", "U kunt niet zittend meedoen"),
    "assistentiehond": ("Een hulphond mag mee", "Een hulphond mag niet mee"),
    "begeleider_gratis": ("Een begeleider mag gratis mee", "Een begeleider betaalt ook"),
}
NAMES = {
    "assistentiehond": "hulphond",
    "begeleider_gratis": "gratis begeleider",
    "toilet": "toilet voor rolstoelen",
    "rustig": "of het rustig is",
    "zittend": "zittend meedoen",
}
WEIGHTS = {"rolstoel": 5}
ALL_AT_ONCE = "Kan iemand met een rolstoel of een rollator naar binnen? Is er een toilet? Kan het ook zittend?"


def question(gaps: Iterable[Gap], *, anything_known: bool) -> str:
    """Return the one question that is asked about all that is not known of access; nothing where all is."""
    missing = [gap.name for gap in gaps]
    if not missing:
        return ""
    return f"Hoe toegankelijk is het? Nog niet bekend: {listing(missing)}." if anything_known else ALL_AT_ONCE


def _fact(name: str) -> Fact:
    yes, no = SENTENCES[name]
    missing = Gap(NAMES.get(name, name), weight=WEIGHTS.get(name, 0), missing_on=On.ACCESS)

    def say(it: Resolved) -> Said:
        value = getattr(it.access, name)
        if value is JaNee.ONBEKEND:
            return Said() if it.model.locatie == ONLINE else Said(gaps=(missing,))  # nobody has to get in there
        return Said((yes,)) if value is JaNee.JA else Said((no,), so=False)

    return Fact(name, yes, "wheelchair-accessibility", On.ACCESS, say, _offers(name))


def _offers(name: str) -> Callable[[Resolved], Mapping[str, Found]]:
    def offers(it: Resolved) -> Mapping[str, Found]:
        value = getattr(it.access, name)
        unknown = value is JaNee.ONBEKEND and it.model.locatie != ONLINE
        return {"toegankelijk": ({name} if value is JaNee.JA else set(), {name} if unknown else set())}

    return offers


FACTS = tuple(map(_fact, SENTENCES))
