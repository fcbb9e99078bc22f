"""The work-list of a ringing round: whom to ask, and everything to ask them at once.

An organisation is asked about all its activities in one talk. What was checked in the last half year is left in peace. Then come practices and
municipalities, about the referral itself. Drafts come last:
what somebody found and nobody asked yet.
"""

import base64
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from generator.dutch.sentences import capital, full_date
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.entry_data import entry_data
from generator.model.evidence import day_in_words
from generator.model.facts import FACTS, On, access, gaps
from generator.model.forges import edit_address
from generator.model.outgoing import web
from generator.model.resolved import Resolved, joined
from generator.model.schema import UNKNOWN, Activity, Draft, Eenmalig, Pauze
from generator.views.activity.answers import known
from generator.views.volunteers.referral_round import referral_round
from generator.views.volunteers.talk import Item, Talk

ELSEWHERE = "De gemeente staat nog niet op de site. Schrijf in het bestand wat u hoorde."


def worklist(catalogue: Catalogue, today: date, site_url: str = "", municipality: str = "") -> tuple[Talk, ...]:
    """Return whom to ask: who can be rung first, then who can be mailed; in each, who has most to answer first; then drafts.

    ``site_url`` is the address of the site, or empty: then the one in the settings is taken, if there is one.
    With ``municipality`` (an id) only what is there is asked.
    """
    asked: dict[str, list[Entry[Activity]]] = {}
    for entry in catalogue.activities.values():
        if municipality and entry.model.gemeente != municipality:
            continue
        it = joined(catalogue, entry)
        if not it.is_stopped and not it.evidence(today).fresh:
            asked.setdefault(entry.model.organisatie, []).append(entry)
    known_url = "" if catalogue.settings.model.adres == UNKNOWN else f"{catalogue.settings.model.adres.rstrip('/')}/"
    base = f"{site_url.rstrip('/')}/" if site_url else known_url
    form = f"{base}{addresses.FORM}" if base else ""
    talks = [_talk(catalogue, id_, entries, today, form) for id_, entries in asked.items()]
    drafts = [
        _of_draft(catalogue, entry, form)
        for entry in catalogue.drafts.values()
        if municipality in ("", entry.model.gemeente)
    ]
    elsewhere = {talk.id for talk in drafts if talk.id.split("/")[1] not in catalogue.municipalities}
    drafts.sort(key=lambda talk: (talk.id in elsewhere, talk.id))
    return (*sorted(talks, key=_order), *referral_round(catalogue, today, municipality), *drafts)


def _order(talk: Talk) -> tuple[bool, bool, int, str, str]:
    return (not talk.phone, not talk.email, -len(talk.items), talk.name.casefold(), talk.id)


def _talk(catalogue: Catalogue, id_: str, entries: Iterable[Entry[Activity]], today: date, form: str) -> Talk:
    organisation = catalogue.organisations[id_].model
    found = list(entries)
    # An activity may have a contact of its own; the first that is known will do for the talk.
    contacts = [organisation.contact, *(entry.model.contact for entry in found)]

    def first(name: str) -> str:
        return next((value for one in contacts if one and (value := getattr(one, name))), "")

    return Talk(
        id=id_,
        name=organisation.naam,
        phone=first("telefoon"),
        email=first("email"),
        website=web(first("website")),
        items=tuple(_item(catalogue, entry, today, form) for entry in found),
    )


def _item(catalogue: Catalogue, entry: Entry[Activity], today: date, form: str) -> Item:
    activity = entry.model
    it = joined(catalogue, entry)
    checked = it.evidence(today).asked
    path = f"content/activities/{entry.id}.yml"  # in the repository, from wherever this was read
    return Item(
        id=entry.id,
        path=path,
        title=activity.titel,
        place=it.municipality.naam,
        since=f"nagevraagd op {full_date(checked)}" if checked else "nog nooit nagevraagd",
        questions=(_still(it, today), *_open(it)),
        line=f"gecontroleerd: {{op: {today}, door: vrijwilliger, hoe: telefoon}}",
        edit=edit_address(catalogue.settings.model, path),
        still=f"{form}#{entry.id}&klopt" if form else "",
    )


def _still(it: Resolved, today: date) -> str:
    """Return the first question: whether what we say is so."""
    activity = it.model
    if isinstance(activity.loopt, Pauze):
        until = activity.loopt.tot
        if isinstance(until, date) and until <= today:
            return f"Het zou er vanaf {full_date(until)} weer zijn. Is dat zo?"
        return "Het is er nu even niet. Wanneer begint het weer?"
    moments = activity.wanneer
    if not isinstance(moments, str) and all(isinstance(one, Eenmalig) and one.datum < today for one in moments):
        return "De laatste datum is voorbij. Komt er een nieuwe?"
    told = [line for fact in known(it).facts for line in fact.lines]
    return f"Klopt dit nog: {'; '.join(told)}?" if told else "Is dit er nog?"


def _open(it: Resolved) -> tuple[str, ...]:
    """Return what to ask about all that nobody knows; about access it is one question."""
    of_access = [(fact, fact.say(it)) for fact in FACTS if fact.on & On.ACCESS]
    last = access.question(
        [gap for _, found in of_access for gap in found.gaps],
        anything_known=any(found.lines for _, found in of_access),
    )
    return tuple(filter(None, (*(gap.question for gap in gaps(it)), last)))


def _of_draft(catalogue: Catalogue, entry: Entry[Draft], form: str) -> Talk:
    """Return one talk about a draft: its organisation may be known by its name alone."""
    draft = entry.model
    place = catalogue.municipalities.get(draft.gemeente)
    path = f"content/drafts/{entry.id}.yml"
    dates = [day_in_words(source.datum) for source in draft.bron]
    it = _as_activity(catalogue, entry)
    where = ", ".join(filter(None, (draft.locatie if draft.locatie != UNKNOWN else "", draft.adres, draft.plaats)))
    told = [line for fact in known(it).facts if fact.kind != "waar" for line in fact.lines]
    told += [where] if where else []
    contact = draft.contact
    return Talk(
        id=f"drafts/{entry.id}",
        name=draft.organisatie or draft.titel,
        phone=(contact and contact.telefoon) or "",
        email=(contact and contact.email) or "",
        website=web((contact and contact.website) or ""),
        items=(
            Item(
                id=entry.id,
                path=path,
                title=draft.titel,
                place=place.model.naam if place else addresses.in_words(draft.gemeente),
                since=f"gevonden in {next(filter(None, dates), '') or 'een bron zonder datum'}",
                questions=(
                    f"Is dit nog zo: {'; '.join(told)}?" if told else "Is dit er nog?",
                    *_open(it),
                    *(f"Notitie: {note}" for note in draft.notities),
                ),
                line="Is het er? Maak er een activiteit van." if place else ELSEWHERE,
                edit=edit_address(catalogue.settings.model, path),
                still=f"{form}#nieuw={_packed(draft)}" if form and place else "",
                draft=True,
            ),
        ),
    )


def _as_activity(catalogue: Catalogue, entry: Entry[Draft]) -> Resolved:
    """Return a draft as if it were an activity, for the facts to say what is known of it and what is missing."""
    draft = entry.model
    named = {"organisatie": draft.organisatie or "", "samenvatting": draft.samenvatting or ""}
    shared = {name: getattr(draft, name) for name in Draft.model_fields if name in Activity.model_fields}
    return Resolved(catalogue, replace(entry, model=Activity.model_construct(**{**shared, **named})))  # type: ignore[arg-type]


def _packed(draft: Draft) -> str:
    """Return a draft as the form reads it in its address: letters that no mail program changes. Notes are for who asks alone."""
    told = {name: value for name, value in entry_data(draft).items() if name != "notities"}
    raw = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def title_of(item: Item) -> str:
    """Return an activity as a heading: "Samen zingen (Meppel), nog nooit nagevraagd"."""
    return capital(f"{item.title} ({item.place}), {item.since}")
