"""What is exercise, in the words of OpenActive (https://openactive.io/modelling-opportunity-data/): session series for who gathers those.

Only activities of a kind that is in OpenActive's list, that run, on days, at an address and for a price that are known: without these it is no session series. A static host cannot answer as a feed of RPDE must:
this is a file, and no such feed.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from generator.give.jsonld import DAY_NAMES
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.facts import On, said
from generator.model.resolved import Resolved, joined
from generator.model.schema import GRATIS, Activity, GratisMaar, Herhaald, Location, Prijs, Vrijwillig
from generator.model.when import ZONE
from generator.views.activity.status import how_sure, state
from generator.views.data.record import LICENCE

CONTEXT = "https://openactive.io/"
LIST = "https://openactive.io/activity-list"
Data = dict[str, Any]


def session_series(catalogue: Catalogue, entry: Entry[Activity], today: date, url: str) -> Data | None:
    """Return an activity as a session series; None where it is none. ``url`` is the site's own address: without it there are none."""
    it = joined(catalogue, entry)
    concepts = list(_concepts(catalogue, entry.model))
    location = it.location
    model = entry.model
    page = url + addresses.page(entry.id)
    offers = list(_offers(model, page))
    schedules = [_schedule(rule) for rule in _rules(it, today)]
    known = concepts and offers and schedules and location and location.postcode
    if not (url and known and location and it.listed(today)):
        return None
    found: Data = {
        "@context": CONTEXT,
        "@type": "SessionSeries",
        "@id": page,
        "identifier": entry.id,
        "name": model.titel,
        "description": f"{model.samenvatting} {state(it, today)}",
        "url": page,
        "activity": concepts,
        "organizer": _organizer(it, url),
        "location": _place(it, location, url),
        "eventSchedule": schedules,
        "offers": offers,
        "accessibilityInformation": "; ".join(line for _, one in said(it, On.ACCESS) for line in one.lines),
        "ageRange": _ages(model),
        "isAccessibleForFree": True if model.kosten == GRATIS else None,
    }
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def package(found: Iterable[Data]) -> bytes:
    """Return session series together as a file."""
    return json.dumps({"licentie": LICENCE, "items": list(found)}, ensure_ascii=False, indent=1).encode() + b"\n"


def _concepts(catalogue: Catalogue, model: Activity) -> Iterator[Data]:
    for id_ in model.soorten or ():
        kind = catalogue.kind_of.get(id_)
        if kind and kind.openactive and kind.openactive_naam:
            yield {
                "@type": "Concept",
                "@id": f"{LIST}#{kind.openactive}",
                "prefLabel": kind.openactive_naam,
                "inScheme": LIST,
            }


def _rules(it: Resolved, today: date) -> Iterator[Herhaald]:
    """Yield the rules that say all there is to say: OpenActive has no holidays, and a time that nobody knows is no time."""
    if how_sure(it, today).dated and not isinstance(it.model.wanneer, str):
        for one in it.model.wanneer:
            whole = isinstance(one, Herhaald) and not one.week_van_de_maand and not one.behalve and not one.niet_in
            if whole and isinstance(one, Herhaald):
                yield one


def _schedule(rule: Herhaald) -> Data:
    found: Data = {
        "@type": "PartialSchedule",
        "byDay": [f"https://schema.org/{DAY_NAMES[day]}" for day in rule.elke],
        "repeatFrequency": f"P{rule.om_de_weken or 1}W",
        "scheduleTimezone": ZONE,
    }
    for key, moment in (("startTime", rule.van), ("endTime", rule.tot)):
        if isinstance(moment, time):
            found[key] = moment.strftime("%H:%M")
    for key, day in (("startDate", rule.vanaf), ("endDate", rule.t_m)):
        if day:
            found[key] = day.isoformat()
    return found


def _organizer(it: Resolved, url: str) -> Data:
    contact = it.contact
    id_ = f"{url}#organisatie-{it.model.organisatie}"
    found: Data = {"@type": "Organization", "@id": id_, "name": it.organisation.naam}
    for key, value in (("url", contact.website), ("telephone", contact.telefoon), ("email", contact.email)):
        if value:
            found[key] = value
    return found


def _place(it: Resolved, location: Location, url: str) -> Data:
    address: Data = {
        "@type": "PostalAddress",
        "addressLocality": location.plaats,
        "addressRegion": it.municipality.provincie.label,
        "addressCountry": "NL",
    }
    if location.adres:
        address["streetAddress"] = location.adres
    if location.postcode:
        address["postalCode"] = location.postcode
    spot = location.punt
    found: Data = {
        "@type": "Place",
        "@id": f"{url}#plek-{it.model.locatie}",
        "name": location.naam,
        "address": address,
    }
    if spot:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": spot.lat, "longitude": spot.lon}
    return found


def _offers(model: Activity, page: str) -> Iterator[Data]:
    costs = model.kosten
    if costs == GRATIS:
        yield _free(page, "Gratis", "")
    elif isinstance(costs, GratisMaar | Vrijwillig):
        yield _free(
            page, "Gratis" if isinstance(costs, GratisMaar) else "Vrijwillige bijdrage", costs.toelichting or ""
        )
    for at, price in enumerate(costs if isinstance(costs, tuple) else ()):
        if isinstance(price, Prijs):
            yield {
                "@type": "Offer",
                "@id": f"{page}#prijs-{at}",
                "name": " voor ".join(filter(None, (price.per.label, price.voor))),
                "price": float(price.bedrag_euro),
                "priceCurrency": "EUR",
            }


def _free(page: str, name: str, more: str) -> Data:
    found: Data = {"@type": "Offer", "@id": f"{page}#gratis", "name": name, "price": 0, "priceCurrency": "EUR"}
    return {**found, "description": more} if more else found


def _ages(model: Activity) -> Data | None:
    if model.leeftijd_vanaf is None and model.leeftijd_tot is None:
        return None
    found: Data = {"@type": "QuantitativeValue"}
    if model.leeftijd_vanaf is not None:
        found["minValue"] = model.leeftijd_vanaf
    if model.leeftijd_tot is not None:
        found["maxValue"] = model.leeftijd_tot
    return found
