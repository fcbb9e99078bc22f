"""What is known of an activity, as short Dutch facts; and what is not known, told apart."""

import re
from dataclasses import dataclass

from generator.dutch.sentences import capital, euro, listing
from generator.model.catalogue import Catalogue
from generator.model.schema import (
    GRATIS,
    ONLINE,
    UNKNOWN,
    Aanmelden,
    Activity,
    Eenmalig,
    Herhaald,
    InWoorden,
    JaNee,
    Location,
    Prijs,
    Toegankelijkheid,
)
from generator.model.when import always, phrases


@dataclass(frozen=True, slots=True)
class Fact:
    """One known fact: the question it answers, its pictogram, and the answer in one or more lines."""

    kind: str
    label: str
    icon: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The known facts in their fixed order, and the names of what is still to be asked."""

    facts: tuple[Fact, ...]
    unknown: tuple[str, ...]

    @property
    def open_questions(self) -> str:
        """Return "kosten en eindtijd", or nothing."""
        return listing(self.unknown)


def known(catalogue: Catalogue, activity: Activity) -> Known:
    """Return the answers to when, where, how much, sign up and alone, always in that order."""
    facts: list[Fact] = []
    unknown: list[str] = []
    for fact, missing in (
        when(activity),
        where(catalogue, activity),
        costs(activity),
        signing_up(activity),
        alone(activity),
    ):
        if fact:
            facts.append(fact)
        unknown.extend(missing)
    return Known(tuple(facts), tuple(unknown))


def when(activity: Activity) -> tuple[Fact | None, tuple[str, ...]]:
    """Return when it is, and which part of that nobody knows: the day, the time, or only the end."""
    moments = activity.wanneer
    if isinstance(moments, str):
        return None, ("dag en tijd",)
    timed = [moment for moment in moments if isinstance(moment, Herhaald | Eenmalig)]
    missing: tuple[str, ...] = ()
    if all(isinstance(moment, InWoorden) for moment in moments):
        missing = ("dag en tijd",)
    elif any(moment.van == UNKNOWN for moment in timed):
        missing = ("tijd",)
    elif any(moment.tot == UNKNOWN for moment in timed):
        missing = ("eindtijd",)
    lines = ("U kunt altijd kijken",) if activity.locatie == ONLINE and always(moments) else phrases(moments)
    return Fact("wanneer", "Wanneer", "calendar-month-outline", lines), missing


def where(catalogue: Catalogue, activity: Activity) -> tuple[Fact | None, tuple[str, ...]]:
    """Return the place in one line, "De Boerhoorn, Oosterboer"."""
    if activity.locatie == UNKNOWN:
        return None, ("plek",)
    if activity.locatie == ONLINE:
        return Fact("waar", "Waar", "web", ("Op internet",)), ()
    return Fact("waar", "Waar", "map-marker-outline", (place(catalogue.locations[activity.locatie].model),)), ()


def place(location: Location) -> str:
    """Return a place as a short line: its name, then the neighbourhood or the town where that adds something."""
    parts = [location.naam]
    for part in (location.adres, location.wijk, location.plaats):
        if part and part != "Centrum" and not re.search(rf"\b{re.escape(part)}\b", ", ".join(parts)):
            parts.append(part)
    return ", ".join(parts)


def costs(activity: Activity) -> tuple[Fact | None, tuple[str, ...]]:
    """Return what it costs, one line a price."""
    if activity.kosten == UNKNOWN:
        return None, ("kosten",)
    if isinstance(activity.kosten, str):
        return Fact("kosten", "Kosten", "currency-eur", ("Gratis",)), ()
    return Fact("kosten", "Kosten", "currency-eur", tuple(_price(price) for price in activity.kosten)), ()


def _price(price: Prijs) -> str:
    amount = capital(GRATIS) if price.bedrag_euro == 0 else f"{euro(price.bedrag_euro)} {price.per.label}"
    whom = f" voor {price.voor}" if price.voor else ""
    return f"{amount}{whom}. {price.toelichting}" if price.toelichting else f"{amount}{whom}"


def signing_up(activity: Activity) -> tuple[Fact | None, tuple[str, ...]]:
    """Return whether a visitor must sign up."""
    if activity.aanmelden is Aanmelden.ONBEKEND:
        return None, ("aanmelden",)
    icon = "hand-wave-outline" if activity.aanmelden is Aanmelden.NIET_NODIG else "clipboard-text-outline"
    return Fact("aanmelden", "Aanmelden", icon, (activity.aanmelden.label,)), ()


def alone(activity: Activity) -> tuple[Fact | None, tuple[str, ...]]:
    """Return whether one can come alone; somebody who comes along counts as an answer too."""
    first = activity.eerste_keer
    lines = []
    if first and first.alleen_komen is JaNee.JA:
        lines.append("U kunt alleen komen")
    elif first and first.alleen_komen is JaNee.NEE:
        lines.append("Kom liever met iemand samen")
    if first and first.iemand_gaat_mee is JaNee.JA:
        lines.append("Er kan iemand met u meegaan")
    if lines:
        return Fact("alleen", "Alleen komen", "account-outline", tuple(lines)), ()
    return None, ("alleen komen",)


ACCESS_LABELS = {
    "rolstoel": ("Met een rolstoel kunt u naar binnen", "Met een rolstoel kunt u niet naar binnen"),
    "rollator": ("Met een rollator kunt u naar binnen", "Met een rollator kunt u niet naar binnen"),
    "ringleiding": ("Er is een ringleiding voor hoortoestellen", "Er is geen ringleiding"),
    "toilet": ("Er is een toilet voor rolstoelen", "Er is geen toilet voor rolstoelen"),
    "rustig": ("Het is er rustig", "Het kan er druk zijn"),
    "zittend": ("U kunt zittend meedoen", "U kunt niet zittend meedoen"),
    "assistentiehond": ("Een hulphond mag mee", "Een hulphond mag niet mee"),
    "begeleider_gratis": ("Een begeleider mag gratis mee", "Een begeleider betaalt ook"),
}
ACCESS_NAMES = {
    "assistentiehond": "hulphond",
    "begeleider_gratis": "gratis begeleider",
    "toilet": "toilet voor rolstoelen",
    "rustig": "of het rustig is",
    "zittend": "zittend meedoen",
}


@dataclass(frozen=True, slots=True)
class Access:
    """What is known of how easy a place is to use: what is so, what is not so, and what is still to be asked."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    unknown: str


def access(catalogue: Catalogue, activity: Activity) -> Access:
    """Return the accessibility facts: the activity's own, else the location's."""
    location = catalogue.locations.get(activity.locatie)
    inherited = location.model.toegankelijkheid if location else None
    facts = activity.toegankelijkheid or inherited or Toegankelijkheid()
    values = {name: getattr(facts, name) for name in ACCESS_LABELS}
    return Access(
        tuple(ACCESS_LABELS[name][0] for name, value in values.items() if value is JaNee.JA),
        tuple(ACCESS_LABELS[name][1] for name, value in values.items() if value is JaNee.NEE),
        listing([ACCESS_NAMES.get(name, name) for name, value in values.items() if value is JaNee.ONBEKEND]),
    )
