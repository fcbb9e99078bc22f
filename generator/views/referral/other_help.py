"""Other help than an activity: of a municipality, and what is the same everywhere; what nobody knows is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import capital, listing
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.outgoing import host_of, tel, web
from generator.model.schema import FRESH, AndereHulp, AndereHulpSoort, Municipality


@dataclass(frozen=True, slots=True)
class Help:
    """One kind of help: what it is, who gives it, and how to reach them."""

    kind: str
    name: str
    phone: str
    phone_link: str
    site: str
    site_link: str
    whom: str
    sure: bool


@dataclass(frozen=True, slots=True)
class HelpIn:
    """The help of a municipality; ``unknown`` names the kinds of which nobody knows where they are, ``address`` is where all of it stands."""

    id: str
    name: str
    address: str
    ways: tuple[Help, ...]
    unknown: str


def help_in(
    catalogue: Catalogue,
    place: Entry[Municipality],
    today: date,
    kinds: Sequence[AndereHulpSoort] = tuple(AndereHulpSoort),
) -> HelpIn:
    """Return the help of these kinds in a municipality, in the order of the kinds; what is the same everywhere is left out."""
    everywhere = {one.wat for one in catalogue.referrers.model.landelijke_hulp}
    own = place.model.andere_hulp
    ways = tuple(_help(one, today) for kind in kinds for one in own if one.wat is kind)
    known = {one.wat for one in own} | everywhere
    unknown = listing([kind.label for kind in kinds if kind not in known])
    return HelpIn(place.id, place.model.naam, f"{addresses.practice(place.id)}#andere-hulp", ways, unknown)


def help_everywhere(
    catalogue: Catalogue, today: date, kinds: Sequence[AndereHulpSoort] = tuple(AndereHulpSoort)
) -> tuple[Help, ...]:
    """Return the help of these kinds that is the same in the whole country."""
    return tuple(_help(one, today) for one in catalogue.referrers.model.landelijke_hulp if one.wat in kinds)


def _help(one: AndereHulp, today: date) -> Help:
    phone, site = one.telefoon or "", web(one.website)
    checked = one.gecontroleerd
    return Help(
        capital(one.wat.label),
        one.naam,
        phone,
        tel(phone) if phone else "",
        host_of(site),
        site,
        one.voor_wie or "",
        checked is not None and today - checked.op <= FRESH,
    )
