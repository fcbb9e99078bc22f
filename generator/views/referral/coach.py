"""The way to a person: the welzijnscoach, with a number where there is one."""

from dataclasses import dataclass, replace
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.outgoing import mailto, tel
from generator.model.schema import FRESH, JaNee, Welzijnscoach
from generator.views.activity.picture import Photo, portrait

PLAIN = "Welzijnscoach"


@dataclass(frozen=True, slots=True)
class Coach:
    """How to reach a coach. ``sure`` tells whether somebody checked the number lately."""

    name: str
    phone: str
    phone_link: str
    email: str
    days: tuple[str, ...]
    sure: bool
    email_link: str = ""
    work: str = ""  # where the coach works, or else who it is: a remark behind the number
    photo: Photo | None = None  # only with consent
    along: bool = False  # whether somebody goes along the first time, as the municipality says


def coach_view(coach: Welzijnscoach, today: date) -> Coach:
    """Return one coach for a reader; a name shows only with consent."""
    checked = coach.gecontroleerd
    return Coach(
        name=coach_name(coach),
        phone=coach.telefoon or "",
        phone_link=tel(coach.telefoon) if coach.telefoon else "",
        photo=portrait(coach.foto) if coach.foto and coach.toestemming else None,
        email=coach.email or "",
        email_link=mailto(coach.email) if coach.email else "",
        days=tuple(str(day) for day in coach.werkdagen or ()),
        work=coach.organisatie or ("" if coach.functie == PLAIN else coach_name(coach)),
        sure=checked is not None and today - checked.op <= FRESH,
    )


def coach_name(coach: Welzijnscoach) -> str:
    """Return what to call a coach: the function and where it is, and a name only with consent."""
    function = f"{coach.functie} van {coach.organisatie}" if coach.organisatie else coach.functie
    return f"{coach.naam}, {function}" if coach.naam and coach.toestemming else function


def coaches(catalogue: Catalogue, municipality: str | None, today: date) -> tuple[Coach, ...]:
    """Return the coaches of a municipality, or none where nobody knows them."""
    entry = catalogue.municipalities.get(municipality or "")
    if entry is None:
        return ()
    facts = entry.model.verwijzen
    along = facts is not None and facts.gaat_mee is JaNee.JA
    return tuple(replace(coach_view(coach, today), along=along) for coach in entry.model.welzijnscoaches)
