"""The way to a person: the welzijnscoach, with a number where there is one."""

from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue
from generator.schema import FRESH, Welzijnscoach


@dataclass(frozen=True, slots=True)
class Coach:
    """How to reach a coach. ``sure`` tells whether somebody checked the number lately."""

    name: str
    phone: str
    phone_link: str
    email: str
    days: tuple[str, ...]
    sure: bool


def phone_link(number: str) -> str:
    """Return the address that dials a Dutch number: ``tel:+31522123456``; a service number stays as it is."""
    digits = "".join(char for char in number if char.isdigit() or char == "+")
    if digits.startswith("0") and not digits.startswith(("0800", "0900", "00")):
        digits = f"+31{digits[1:]}"
    return f"tel:{digits}"


def coach_view(coach: Welzijnscoach, today: date) -> Coach:
    """Return one coach for a reader; a name shows only with consent."""
    name = f"{coach.naam}, {coach.functie}" if coach.naam and coach.toestemming else coach.functie
    checked = coach.gecontroleerd
    return Coach(
        name=name,
        phone=coach.telefoon or "",
        phone_link=phone_link(coach.telefoon) if coach.telefoon else "",
        email=coach.email or "",
        days=tuple(str(day) for day in coach.werkdagen or ()),
        sure=checked is not None and today - checked.op <= FRESH,
    )


def coaches(catalogue: Catalogue, municipality: str | None, today: date) -> tuple[Coach, ...]:
    """Return the coaches of a municipality, or none where nobody knows them."""
    entry = catalogue.municipalities.get(municipality or "")
    return tuple(coach_view(coach, today) for coach in entry.model.welzijnscoaches) if entry else ()
