"""Activities in the words of Open Referral UK 3.0 (HSDS): https://openreferraluk.org/. The mapping as a table: docs/oruk.md.

Ids are made of addresses (uuid5), so that they stay. Nothing is guessed: ``assured_date`` only where somebody asked, a schedule only where its
rule says all there is to say and what we have is recent; else it stands there in words.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from generator.give.jsonld import DAY_CODES
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import Sure
from generator.model.facts import On, costs, said
from generator.model.resolved import NO_CONTACT, Resolved, joined
from generator.model.schema import ONLINE, Activity, Gestopt, Herhaald, Location, Moment, Pauze, Prijs, WeekVanDeMaand
from generator.model.when import phrases
from generator.views.activity.status import how_sure, state

PROFILE = "https://openreferraluk.org/specifications/3.0/"
Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Oruk:
    """Makes services of the activities of a catalogue, as they stand on a day; ``url`` is the site's own address, or empty."""

    catalogue: Catalogue
    today: date
    url: str

    def id_of(self, path: str) -> str:
        """Return the id of what has an address on the site, or a name of its own below one."""
        return _id_of(self.url or "https://activiteitenwijzer.invalid/", path)

    def line(self, entry: Entry[Activity]) -> str:
        """Return one activity as JSON."""
        it = joined(self.catalogue, entry)
        return it.once(("service", self.today, self.url), lambda _it: _json(self.service(entry)))

    def service(self, entry: Entry[Activity]) -> Data:
        """Return one activity."""
        it = joined(self.catalogue, entry)
        model, page = entry.model, addresses.page(entry.id)
        id_ = self.id_of(page)
        contact = NO_CONTACT if it.is_stopped else it.contact  # as on its page
        check = model.gecontroleerd
        found: Data = {
            "id": id_,
            "organization_id": self.id_of(f"organisaties/{model.organisatie}"),
            "name": model.titel,
            "description": "\n\n".join(filter(None, (model.samenvatting, model.beschrijving))),
            "url": self.url and self.url + page,
            "email": contact.email,
            "status": _status(it, self.today),
            "fees": "; ".join(costs.in_words(model.kosten)),
            "minimum_age": model.leeftijd_vanaf,
            "maximum_age": model.leeftijd_tot,
            "assured_date": check.op.isoformat() if check else None,
            "alert": state(it, self.today),
            "schedules": [self._schedule(id_, at, one, text, it) for at, (one, text) in enumerate(_moments(model))],
            "service_areas": [self._area(id_, it)],
            "service_at_locations": self._at(id_, it),
            "languages": [
                {"id": self.id_of(f"{page}#taal-{name}"), "service_id": id_, "name": name} for name in model.talen or ()
            ],
            "organization": self._organisation(it),
            "cost_options": self._costs(id_, page, model),
            "phones": [{"id": self.id_of(f"{page}#telefoon"), "service_id": id_, "number": contact.telefoon}]
            if contact.telefoon
            else [],
            "attributes": [self._theme(id_, page, theme) for theme in model.domeinen],
        }
        return _without_nothing(found)

    def _schedule(self, service: str, at: int, moment: Moment, words: str, it: Resolved) -> Data:
        found: Data = {
            "id": self.id_of(f"{it.entry.id}/#wanneer-{at}"),
            "service_id": service,
            "description": words,
        }
        if (
            isinstance(moment, Herhaald)
            and not moment.behalve
            and not moment.niet_in
            and how_sure(it, self.today).dated
        ):
            found |= _rule(moment)
        return found

    def _area(self, service: str, it: Resolved) -> Data:
        place = it.municipality
        return {
            "id": self.id_of(f"{it.entry.id}/#gemeente"),
            "service_id": service,
            "name": place.naam,
            "extent": place.cbs_code,
            "extent_type": "CBS-gemeentecode",
        }

    def _at(self, service: str, it: Resolved) -> list[Data]:
        model, location = it.model, it.location
        if location is None and model.locatie != ONLINE:
            return []
        name = f"plekken/{model.locatie}" if location else "plekken/online"
        place = self._location(name, location, it)
        return [
            {
                "id": self.id_of(f"{it.entry.id}/#plek"),
                "service_id": service,
                "location_id": place["id"],
                "location": place,
            }
        ]

    def _location(self, name: str, location: Location | None, it: Resolved) -> Data:
        id_ = self.id_of(name)
        if location is None:
            return {"id": id_, "location_type": "virtual", "name": "Op internet"}
        found: Data = {"id": id_, "location_type": "physical", "name": location.naam}
        if location.punt:
            found |= {"latitude": location.punt.lat, "longitude": location.punt.lon}
        if location.adres and location.postcode:
            found["addresses"] = [
                {
                    "id": self.id_of(f"{name}#adres"),
                    "location_id": id_,
                    "address_1": location.adres,
                    "city": location.plaats,
                    "state_province": it.municipality.provincie.label,
                    "postal_code": location.postcode,
                    "country": "NL",
                    "address_type": "physical",
                }
            ]
        else:
            found["description"] = ", ".join(filter(None, (location.adres, location.postcode, location.plaats)))
        access = [line for _, one in said(it, On.ACCESS) for line in one.lines]
        if access:
            found["accessibility"] = [
                {
                    "id": self.id_of(f"{it.entry.id}/#toegankelijkheid"),
                    "location_id": id_,
                    "description": "; ".join(access),
                }
            ]
        return found

    def _organisation(self, it: Resolved) -> Data:
        organisation = it.organisation
        contact = organisation.contact
        return _without_nothing(
            {
                "id": self.id_of(f"organisaties/{it.model.organisatie}"),
                "name": organisation.naam,
                "description": f"Organiseert activiteiten in {it.municipality.naam}.",
                "email": contact.email if contact else None,
                "website": contact.website if contact else None,
            }
        )

    def _costs(self, service: str, page: str, model: Activity) -> list[Data]:
        if isinstance(model.kosten, str) or not isinstance(model.kosten, tuple):
            return []
        return [self._cost(f"{page}#kosten-{at}", service, price) for at, price in enumerate(model.kosten)]

    def _cost(self, name: str, service: str, price: Prijs) -> Data:
        found = {
            "id": self.id_of(name),
            "service_id": service,
            "option": " voor ".join(filter(None, (price.per.label, price.voor))),
            "amount": float(price.bedrag_euro),
            "amount_description": price.toelichting,
        }
        return _without_nothing(found)

    def _theme(self, service: str, page: str, theme: str) -> Data:
        domain = self.catalogue.domains[theme].model
        term = self.id_of(addresses.page(theme))
        return {
            "id": self.id_of(f"{page}#thema-{theme}"),
            "link_id": service,
            "taxonomy_term_id": term,
            "link_type": "service",
            "taxonomy_term": {
                "id": term,
                "name": domain.naam,
                "description": domain.kort,
                "taxonomy": "Thema's van Welzijn op Recept",
                "term": theme,
            },
        }


def package(services: Iterable[str]) -> bytes:
    """Return services (of :meth:`Oruk.line`) as a file: the contents of one page of the API of Open Referral UK, and no more than that."""
    lines = ",\n".join(services)
    head = json.dumps({"profile": PROFILE})[:-1]
    return f'{head}, "contents": [\n{lines}\n]}}\n'.encode()


@lru_cache(maxsize=4096)  # themes, organisations and locations come back
def _id_of(url: str, path: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"{url}{path}"))


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _status(it: Resolved, today: date) -> str:
    if isinstance(it.model.loopt, Gestopt):
        return "defunct"
    if isinstance(it.model.loopt, Pauze):
        return "temporarily closed"
    return "inactive" if it.evidence(today).sure is Sure.EXPIRED else "active"


def _moments(model: Activity) -> list[tuple[Moment, str]]:
    return [] if isinstance(model.wanneer, str) else list(zip(model.wanneer, phrases(model.wanneer), strict=True))


def _rule(rule: Herhaald) -> Data:
    codes = [DAY_CODES[day] for day in sorted(rule.elke, key=lambda day: day.nummer)]
    found: Data = {"freq": "WEEKLY", "interval": rule.om_de_weken or 1, "byday": ",".join(codes)}
    if rule.week_van_de_maand:
        nths = [-1 if week is WeekVanDeMaand.LAATSTE else int(week) for week in rule.week_van_de_maand]
        found = {"freq": "MONTHLY", "interval": 1, "byday": ",".join(f"{nth}{code}" for nth in nths for code in codes)}
    for name, moment in (("opens_at", rule.van), ("closes_at", rule.tot)):
        if isinstance(moment, time):
            found[name] = moment.strftime("%H:%M")
    if rule.vanaf:
        found |= {"dtstart": rule.vanaf.isoformat(), "valid_from": rule.vanaf.isoformat()}
    if rule.t_m:
        found["valid_to"] = rule.t_m.isoformat()
    return found


def _without_nothing(data: Data) -> Data:
    return {name: value for name, value in data.items() if value not in (None, "", [])}
