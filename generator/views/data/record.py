"""An activity as open data, version 1: what stands on its page, in our own words. A field that nobody knows is null and named in ``onbekend``.

This shape is a promise. A field may come; none goes, none means something else and none that was always there becomes null: that is version 2.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.entry_data import entry_data
from generator.model.facts import costs
from generator.model.resolved import NO_CONTACT, joined
from generator.model.schema import (
    NO_LOCATION,
    UNKNOWN,
    Activity,
    EersteKeer,
    Foto,
    Gestopt,
    Location,
    Pauze,
    Toegankelijkheid,
)
from generator.model.when import phrases
from generator.views.activity.status import state

VERSION = 1
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
KNOWN_LATER = ("wanneer", "kosten", "aanmelden")  # which every entry says, or says that nobody knows


@dataclass(frozen=True, slots=True)
class HoeZeker:
    """How sure we are: the word for it, the day of the newest evidence as far as it is known, and what a page says of it."""

    woord: str
    dag: str | None
    zin: str


@dataclass(frozen=True, slots=True)
class Bereik:
    """How to reach somebody."""

    telefoon: str | None
    email: str | None
    website: str | None


@dataclass(frozen=True, slots=True)
class Plek:
    """Where it is. ``lat`` and ``lon`` are in degrees (WGS 84)."""

    naam: str
    adres: str | None
    postcode: str | None
    plaats: str
    wijk: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Afbeelding:
    """A photograph in the largest size that the site has, with who made it."""

    adres: str
    alt: str
    maker: str
    licentie: str


@dataclass(frozen=True, slots=True)
class Activiteit:
    """One activity. Addresses are whole where the site knows its own, and else from its root."""

    id: str
    adres: str
    titel: str
    samenvatting: str
    beschrijving: str | None
    themas: tuple[str, ...]
    soorten: tuple[str, ...]
    gemeente: str
    gemeente_naam: str
    cbs_code: str
    organisatie: str
    bereik: Bereik
    waar: str | None
    plek: Plek | None
    waar_vertrekt: str | None
    wanneer: tuple[dict[str, Any], ...] | None
    wanneer_in_woorden: tuple[str, ...]
    kosten: str | dict[str, Any] | tuple[dict[str, Any], ...] | None
    kosten_in_woorden: tuple[str, ...]
    aanmelden: str | None
    aanmelden_hoe: str | None
    voor_wie: str | None
    doelgroepen: tuple[str, ...]
    leeftijd_vanaf: int | None
    leeftijd_tot: int | None
    talen: tuple[str, ...]
    toegankelijkheid: dict[str, str | None]
    eerste_keer: dict[str, str | None]
    loopt: str
    loopt_tot: str | None
    gestopt_sinds: str | None
    in_plaats_daarvan: tuple[str, ...]
    foto: Afbeelding | None
    bron: tuple[dict[str, str | None], ...]
    gecontroleerd: dict[str, str] | None
    hoe_zeker: HoeZeker
    onbekend: tuple[str, ...]


def record(catalogue: Catalogue, entry: Entry[Activity], today: date, url: str) -> Activiteit:
    """Return an activity as it stands on the day ``today``; ``url`` is the site's own address with its last slash, or empty."""
    it = joined(catalogue, entry)
    model = entry.model
    data = entry_data(model)
    contact = NO_CONTACT if it.is_stopped else it.contact  # as on its page
    place = it.municipality
    access = _each(it.access, Toegankelijkheid)
    first = _each(model.eerste_keer, EersteKeer)
    found = it.evidence(today)
    runs = model.loopt
    location = it.location
    return Activiteit(
        id=entry.id,
        adres=f"{url}{addresses.page(entry.id)}",
        titel=model.titel,
        samenvatting=model.samenvatting,
        beschrijving=model.beschrijving,
        themas=tuple(model.domeinen),
        soorten=tuple(model.soorten or ()),
        gemeente=model.gemeente,
        gemeente_naam=place.naam,
        cbs_code=place.cbs_code,
        organisatie=it.organisation.naam,
        bereik=Bereik(contact.telefoon, contact.email, contact.website),
        waar=_where(model.locatie, location),
        plek=_place(location) if location else None,
        waar_vertrekt=model.waar_vertrekt,
        wanneer=_known(data["wanneer"]),
        wanneer_in_woorden=phrases(model.wanneer),
        kosten=_known(data["kosten"]),
        kosten_in_woorden=costs.in_words(model.kosten),
        aanmelden=None if model.aanmelden == UNKNOWN else str(model.aanmelden),
        aanmelden_hoe=model.aanmelden_hoe,
        voor_wie=model.voor_wie,
        doelgroepen=tuple(map(str, model.doelgroepen or ())),
        leeftijd_vanaf=model.leeftijd_vanaf,
        leeftijd_tot=model.leeftijd_tot,
        talen=tuple(model.talen or ()),
        toegankelijkheid=access,
        eerste_keer=first,
        loopt="gestopt" if isinstance(runs, Gestopt) else "pauze" if isinstance(runs, Pauze) else "ja",
        loopt_tot=_day(runs.tot) if isinstance(runs, Pauze) else None,
        gestopt_sinds=_day(runs.sinds) if isinstance(runs, Gestopt) else None,
        in_plaats_daarvan=tuple(runs.in_plaats_daarvan) if isinstance(runs, Gestopt) else (),
        foto=_photo(it.photo, url),
        bron=_known(data["bron"]),
        gecontroleerd=data.get("gecontroleerd"),
        hoe_zeker=HoeZeker(str(found.sure), found.day or None, state(it, today)),
        onbekend=(
            *(name for name in KNOWN_LATER if data[name] == UNKNOWN),
            *dict.fromkeys(f"wanneer.{name}" for name in _open(data["wanneer"])),
            *(("waar",) if model.locatie == UNKNOWN else ()),
            *(f"toegankelijkheid.{name}" for name, value in access.items() if value is None),
            *(f"eerste_keer.{name}" for name, value in first.items() if value is None),
        ),
    )


def _where(name: str, location: Location | None) -> str | None:
    """Return what sort of place it is: "plek", "online" or "wisselend"; None where nobody knows."""
    if location:
        return "plek"
    return name if name in NO_LOCATION and name != UNKNOWN else None


def _place(location: Location) -> Plek:
    spot = location.punt
    return Plek(
        location.naam,
        location.adres,
        location.postcode,
        location.plaats,
        location.wijk,
        spot.lat if spot else None,
        spot.lon if spot else None,
    )


def _photo(photo: Foto | None, url: str) -> Afbeelding | None:
    if photo is None:
        return None
    return Afbeelding(f"{url}{addresses.photograph(photo.bestand)}-960.jpg", photo.alt, photo.maker, photo.licentie)


def _each(model: Any, kind: type[Toegankelijkheid | EersteKeer]) -> dict[str, str | None]:
    """Return every field of a model as a text; None where nobody knows."""
    values = {name: getattr(model, name, None) for name in kind.model_fields}
    return {name: None if value in (None, UNKNOWN) else str(value) for name, value in values.items()}


def _known(value: Any) -> Any:
    """Return a value of a file, at every depth with None where nobody knows."""
    if isinstance(value, list):
        return tuple(_known(one) for one in value)
    if isinstance(value, dict):
        return {name: _known(one) for name, one in value.items()}
    return None if value == UNKNOWN else value


def _open(moments: Any) -> Iterator[str]:
    """Yield the fields of moments that nobody knows."""
    for one in moments if isinstance(moments, list) else ():
        yield from (name for name, value in one.items() if value == UNKNOWN)


def _day(value: date | str) -> str | None:
    return value.isoformat() if isinstance(value, date) else None
