"""Activities and lists as JSON-LD in the words of schema.org. Only what is known is said.

Shapes: https://schema.org/EventSeries, https://schema.org/Schedule, https://schema.org/ItemList.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from generator.model.catalogue import Catalogue, Entry
from generator.model.facts import On, said
from generator.model.resolved import Resolved, joined
from generator.model.schema import (
    GRATIS,
    NO_LOCATION,
    ONLINE,
    Activity,
    Dag,
    Gestopt,
    GratisMaar,
    Herhaald,
    KostenInWoorden,
    Pauze,
    Prijs,
    Vrij,
    Vrijwillig,
    WeekVanDeMaand,
)
from generator.model.when import ZONE, Occurrence, always
from generator.views.activity.card import Card
from generator.views.activity.status import how_sure, state

Data = dict[str, Any]
DAY_NAMES = dict(zip(Dag, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True))
DAY_CODES = dict(zip(Dag, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))
MOST_EVENTS = 12
STATUS = {Gestopt: "https://schema.org/EventCancelled", Pauze: "https://schema.org/EventPostponed"}
FEATURES = {"rolstoel": "rolstoeltoegankelijk", "begeleider_gratis": "begeleider gratis"}


def script(data: Mapping[str, Any] | None) -> str:
    """Return the data as text that may stand inside a script element: no ``<``, ``>`` or ``&`` is left in it."""
    if not data:
        return ""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def activity(catalogue: Catalogue, entry: Entry[Activity], today: date, site_url: str) -> Data:
    """Return an activity as an event series, or as a place where it is always open.

    ``disambiguatingDescription`` says how sure we are, as every page does; what has stopped is cancelled, what pauses postponed.
    """
    model = entry.model
    it = joined(catalogue, entry)
    location = _location(it)
    data: Data = {"@context": "https://schema.org"}
    if always(model.wanneer) and model.locatie not in NO_LOCATION:
        data |= {**(location or {}), "name": model.titel, "description": model.samenvatting, "publicAccess": True}
        data["disambiguatingDescription"] = state(it, today)
        return _finish(data, model, entry.id, site_url)
    data |= {"@type": "EventSeries", "name": model.titel, "description": model.samenvatting, "inLanguage": "nl"}
    data["disambiguatingDescription"] = state(it, today)
    if not isinstance(model.loopt, str):
        data["eventStatus"] = STATUS[type(model.loopt)]
    data["organizer"] = _organisation(it)
    if model.locatie == ONLINE:
        data["eventAttendanceMode"] = "https://schema.org/OnlineEventAttendanceMode"
    elif location:
        data["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode"
        data["location"] = location
    schedules = (
        [] if isinstance(model.wanneer, str) else [_schedule(m) for m in model.wanneer if isinstance(m, Herhaald)]
    )
    dated = how_sure(it, today).dated
    events = [_event(model, one, location) for one in it.coming(today) if dated and not one.holiday]
    data |= {"eventSchedule": schedules, "subEvent": events[:MOST_EVENTS]}
    return _finish(data, model, entry.id, site_url)


def item_list(name: str, cards: Iterable[Card], site_url: str) -> Data | None:
    """Return a list of activities, each with its address; nothing for an empty list or a site without an address."""
    items = [
        {"@type": "ListItem", "position": index, "url": f"{site_url}{card.address}", "name": card.title}
        for index, card in enumerate(cards, start=1)
    ]
    if not items or not site_url:
        return None
    return {"@context": "https://schema.org", "@type": "ItemList", "name": name, "itemListElement": items}


def _finish(data: Data, model: Activity, id_: str, site_url: str) -> Data:
    if site_url:
        data["url"] = f"{site_url}{id_}/"
    if model.kosten == GRATIS:
        data["isAccessibleForFree"] = True
    if data["@type"] == "EventSeries":
        data["offers"] = _offers(model)
    return {key: value for key, value in data.items() if value not in (None, [], {})}


def _organisation(it: Resolved) -> Data:
    contact = it.contact
    data: Data = {"@type": "Organization", "name": it.organisation.naam}
    for key, value in (("url", contact.website), ("telephone", contact.telefoon), ("email", contact.email)):
        if value:
            data[key] = value
    return data


def _location(it: Resolved) -> Data | None:
    """Return its place with as much of the address as is known, and what is known of access."""
    location = it.location
    if location is None:
        return None
    address: Data = {"@type": "PostalAddress", "addressLocality": location.plaats, "addressCountry": "NL"}
    if location.adres:
        address["streetAddress"] = location.adres
    if location.postcode:
        address["postalCode"] = location.postcode
    data: Data = {"@type": "Place", "name": location.naam, "address": address}
    if location.punt:
        data["geo"] = {"@type": "GeoCoordinates", "latitude": location.punt.lat, "longitude": location.punt.lon}
    features = [
        {"@type": "LocationFeatureSpecification", "name": FEATURES.get(fact.id, fact.id), "value": found.so}
        for fact, found in said(it, On.ACCESS)
        if found.lines
    ]
    if features:
        data["amenityFeature"] = features[0] if len(features) == 1 else features
    return data


def _schedule(rule: Herhaald) -> Data:
    weeks = rule.week_van_de_maand
    if weeks:
        nths = [-1 if week is WeekVanDeMaand.LAATSTE else int(week) for week in weeks]
        days = [f"{nth}{DAY_CODES[day]}" for nth in nths for day in rule.elke]
    else:
        days = [f"https://schema.org/{DAY_NAMES[day]}" for day in rule.elke]
    data: Data = {
        "@type": "Schedule",
        "byDay": days,
        "repeatFrequency": "P1M" if weeks else f"P{rule.om_de_weken or 1}W",
        "scheduleTimezone": ZONE,
    }
    for key, moment in (("startTime", rule.van), ("endTime", rule.tot)):
        if isinstance(moment, time):
            data[key] = moment.strftime("%H:%M")
    for key, day in (("startDate", rule.vanaf), ("endDate", rule.t_m)):
        if day:
            data[key] = day.isoformat()
    if rule.niet_in:
        off = {month.nummer for month in rule.niet_in}
        data["byMonth"] = [month for month in range(1, 13) if month not in off]
    except_dates = sorted(item.isoformat() for item in rule.behalve or () if not isinstance(item, Vrij))
    if except_dates:
        data["exceptDate"] = except_dates
    return data


def _event(model: Activity, one: Occurrence, location: Data | None) -> Data:
    data: Data = {"@type": "Event", "name": model.titel}
    data["startDate"] = (one.start or one.day).isoformat()
    if one.end:
        data["endDate"] = one.end.isoformat()
    if location:
        data["location"] = location
    return data


def _offers(model: Activity) -> list[Data]:
    if isinstance(model.kosten, str):
        free = {"@type": "Offer", "price": "0", "priceCurrency": "EUR"}
        return [free] if model.kosten == GRATIS else []
    if isinstance(model.kosten, GratisMaar | Vrijwillig):
        word = "gratis" if isinstance(model.kosten, GratisMaar) else "vrijwillige bijdrage"
        return [{"@type": "Offer", "name": word, "description": model.kosten.toelichting or f"{word.capitalize()}."}]
    if isinstance(model.kosten, KostenInWoorden):
        return [{"@type": "Offer", "name": "kosten", "description": model.kosten.tekst}]
    return [_offer(price) for price in model.kosten]


def _offer(price: Prijs) -> Data:
    data: Data = {"@type": "Offer", "price": str(price.bedrag_euro), "priceCurrency": "EUR", "name": price.per.label}
    if price.voor:
        data["description"] = f"Voor {price.voor}."
    return data
