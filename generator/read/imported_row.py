"""One row of a table to new files, to a proposal beside what is there already, or to a reason why not."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from generator.dutch.likeness import alike, nearest
from generator.judge.messages import sentence
from generator.model.addresses import is_taken_in_municipality, slug
from generator.model.catalogue import Catalogue, Entry
from generator.model.entry_data import entry_data
from generator.model.files import ADDED
from generator.model.questions import BY_NAME, STEPS, Path, Question
from generator.model.resolved import Resolved
from generator.model.schema import ONLINE, UNKNOWN, WISSELEND, Activity
from generator.model.schema.asked import How
from generator.read import typed
from generator.read.answers import UNREADABLE, at, put, read_answer
from generator.read.entry_yaml import entry_yaml
from generator.read.names import Alike, Names, WrongRowError
from generator.read.table import Row

ALIKE = 0.82  # how much two titles in a municipality may have in common before somebody must look
CONTACT = ("telefoon", "email", "website")
NOT_USED = "Deze rij is niet gebruikt. Is het iets anders? Zeg in de titel wat het verschil is."
OTHER = "Lijkt op {}, maar is van een ander, op een andere plek of op een andere dag. Is het hetzelfde? Haal er dan een weg."
NO_SUMMARY = "De samenvatting ontbreekt. Schrijf in een of twee zinnen wat iemand er doet."
NO_SOURCE = "De bron ontbreekt. Schrijf het webadres waar dit staat, of wat het is: een folder, een krant."
# Which questions a row answers about the activity itself; whom to reach stands with the organisation.
ABOUT_ACTIVITY = tuple(one for step in STEPS.values() for one in step if one.folder == "activities")
KEPT_THERE = tuple(one for one in ABOUT_ACTIVITY if one.how is not How.CONTACT)
DEFAULTS = {"wanneer": UNKNOWN, "kosten": UNKNOWN, "aanmelden": UNKNOWN}  # what a file says where nobody knows


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row. ``files`` are the new files by their path in the content; ``notes`` what a person must see."""

    row: int
    status: str  # nieuw, bestaat of fout
    what: str
    files: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Known:
    """An organisation that is there: in which municipalities it has something to do, and how to reach it."""

    id: str
    name: str
    towns: set[str]
    contact: dict[str, str]


@dataclass(frozen=True, slots=True)
class Slot:
    """What makes an activity the same one: who organises it, where it is, and on which days (empty where nobody knows)."""

    organisation: str
    location: str
    days: frozenset[str]

    def same(self, other: "Slot") -> bool:
        """Tell whether two are the same, as far as is known of both."""
        places = {self.location, other.location} - {UNKNOWN}
        days = not self.days or not other.days or bool(self.days & other.days)
        return self.organisation == other.organisation and len(places) < len((self, other)) and days


def _days(moments: Any) -> frozenset[str]:
    """Return the weekdays and dates of ``wanneer`` as a file has it."""
    found: set[str] = set()
    for moment in () if isinstance(moments, str) else moments:
        days = moment.get("elke", moment.get("datum", ()))
        found |= {days} if isinstance(days, str) else set(days)
    return frozenset(found)


class Importer:
    """Remembers what the rows before made, so that two rows never make the same file."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Know what is in the content already."""
        self.catalogue = catalogue
        self.titles: dict[str, dict[str, str]] = {}  # by municipality, by id: the title as it stands in an address
        self.slots: dict[str, Slot] = {}
        towns: dict[str, set[str]] = {}
        for entry in catalogue.activities.values():
            model = entry.model
            self.titles.setdefault(model.gemeente, {})[entry.id] = slug(model.titel)
            self.slots[entry.id] = Slot(model.organisatie, model.locatie, _days(entry_data(model)["wanneer"]))
            towns.setdefault(model.organisatie, set()).add(model.gemeente)
        self.names = Names(catalogue)
        self.organisations: dict[str, list[Known]] = {}
        self.by_id: dict[str, Known] = {}
        self.first_of: dict[str, str] = {}  # the organisation that had a name first, by the name
        self.like = {"organisations": Alike(), "locations": Alike()}
        for id_, one in catalogue.organisations.items():
            contact = entry_data(one.model).get("contact", {})
            self._know(Known(id_, one.model.naam, towns.get(id_, set()), contact))
        # Where each name is, by municipality: the address of every location that has it.
        self.locations: dict[tuple[str, str], dict[str, str]] = {}
        self.spots: dict[str, dict[str, str]] = {}  # the first location of a name, by municipality and name
        for id_, spot in catalogue.locations.items():
            self._place(id_, spot.model.naam, spot.model.gemeente, spot.model.adres or "")
        self.taken = {
            "activities": set(catalogue.activities),
            "organisations": set(catalogue.organisations),
            "locations": set(catalogue.locations),
        }

    def outcome(self, row: Row) -> Outcome:
        """Return what becomes of a row, and remember what it makes."""
        values = {name: text for name, text in row.values.items() if text}
        what = values.get("titel", "zonder titel")
        try:
            return self._made(row, values)
        except WrongRowError as error:
            more = ("Deze rij heeft meer cellen dan kolommen. Staat er een scheidingsteken in een tekst?",)
            return Outcome(row.number, "fout", what, notes=(str(error), *(more if row.surplus else ())))

    def _made(self, row: Row, values: dict[str, str]) -> Outcome:
        title = values.get("titel")
        if not title:
            raise WrongRowError("De titel ontbreekt.")
        place = self.names.municipality(values.get("gemeente", ""))
        notes: list[str] = []
        new: dict[str, tuple[str, dict[str, Any]]] = {}
        organisation = self._organisation(values, place, new, notes)
        location = self._location(values, place, new, notes)
        days = _days(typed.when(values.get("wanneer", "")))
        slot = Slot(organisation, location, days)
        near = alike(slug(title), self.titles.get(place, {}), ALIKE)
        # The same is a title that is alike, of the same people, at the same place and day.
        twin = next((id_ for id_ in near if self.slots[id_].same(slot)), "")
        if twin:
            return self._proposal(row, values, twin, notes)
        if near:
            notes.append(OTHER.format(near[0]))
        fixed = {"gemeente": place, "organisatie": organisation, "locatie": location}
        self.left_out: list[str] = notes
        data = self._activity(values, fixed, notes)
        id_ = self._free("activities", f"{place}/{slug(title)}")
        new[f"activities/{id_}.yml"] = ("activities", data)
        files = {path: entry_yaml(folder, one, path.count("/")) for path, (folder, one) in new.items()}
        for folder, one in new.values():
            _validated(folder, one)
        self._remember(new, title, place, id_, slot)
        return Outcome(row.number, "nieuw", title, files, tuple(notes))

    def _remember(
        self, new: Mapping[str, tuple[str, dict[str, Any]]], title: str, place: str, id_: str, slot: Slot
    ) -> None:
        self.titles.setdefault(place, {})[id_] = slug(title)
        self.slots[id_] = slot
        for path, (folder, data) in new.items():
            own = path.removeprefix(f"{folder}/").removesuffix(".yml")
            self.taken[folder].add(own)
            if folder == "organisations":
                self._know(Known(own, data["naam"], set(), data.get("contact", {})))
            if folder == "locations":
                self._place(own, data["naam"], data["gemeente"], data.get("adres", ""))
        self.by_id[slot.organisation].towns.add(place)

    def _know(self, one: Known) -> None:
        own = slug(one.name)
        self.organisations.setdefault(own, []).append(one)
        self.by_id[one.id] = one
        self.first_of.setdefault(own, one.id)
        self.like["organisations"].add(own)

    def _place(self, id_: str, name: str, municipality: str, street: str) -> None:
        own = slug(name)
        self.locations.setdefault((own, municipality), {})[id_] = street
        self.spots.setdefault(municipality, {}).setdefault(own, id_)
        self.like["locations"].add(own)

    def _activity(self, values: dict[str, str], fixed: Mapping[str, str], notes: list[str]) -> dict[str, Any]:
        """Return what a row says of an activity: every question that is about one, at the place of its field."""
        data: dict[str, Any] = {}
        for question in KEPT_THERE:
            text = values.get(question.name, "")
            if question.name in fixed:
                put(data, question.path, fixed[question.name])
            else:
                answer = self._answer(question, text)
                if question.how is How.MOMENTS and any("tekst" in one for one in answer if answer != UNKNOWN):
                    notes.append(f'{question.name}: "{text}" staat er als tekst. Kan het als dag en tijd?')
                elif answer is None:
                    notes.append(f'{question.name}: "{text}" {UNREADABLE[question.how]}')
                put(data, _path(question, answer), answer or DEFAULTS.get(question.name))
        for question, missing in ((BY_NAME["samenvatting"], NO_SUMMARY), (BY_NAME["bron"], NO_SOURCE)):
            if not values.get(question.name):
                raise WrongRowError(missing)
        return {name: data[name] for name in Activity.model_fields if name in data}

    def _answer(self, question: Question, text: str) -> Any:
        """Return what was typed as a file has it; nothing where nothing was, and None where it cannot be read."""
        match question.how:
            case How.THEMES:
                return self.names.themes(text)
            case How.KINDS:
                return self.names.kinds(text, self.left_out)
            case How.SOURCE:
                return typed.address(text) if question.path[-1] == "url" else typed.day_of_source(text) or text
            case _:
                return read_answer(question, text)

    def _organisation(
        self, values: dict[str, str], place: str, new: dict[str, tuple[str, dict[str, Any]]], notes: list[str]
    ) -> str:
        """Return the organisation of a row: the one of that name in this municipality, or that is reached in the same way; else a new one.

        What is alike is offered in a note, and never taken.
        """
        name = values.get("organisatie", "")
        if typed.is_unknown(name):
            raise WrongRowError("De organisatie ontbreekt.")
        own = slug(name)
        contact: dict[str, str] = {key: typed.reach(key, values[key]) for key in CONTACT if key in values}
        notes += [
            f'{key}: uit "{values[key]}" is {text} gelezen. De rest is weggelaten.'
            for key, text in contact.items()
            if text != values[key] and text != typed.address(values[key])
        ]
        named = self.organisations.get(own, [])
        if name == own and own in self.taken["organisations"]:  # somebody typed the name of the file
            known: Known | None = self.by_id[own]
        else:
            known = next((one for one in named if place in one.towns or not one.towns or _reached(one, contact)), None)
        if known:
            notes += _other_contact(known, contact, self.catalogue)
            return known.id
        if named:
            where = ", ".join(sorted({town for one in named for town in one.towns}))
            notes.append(
                f'organisatie: "{name}" is er ook in {where}. Dit is een nieuwe in {place}. Is het dezelfde? '
                f"Schrijf dan bij organisatie: {named[0].id}."
            )
        else:
            notes += _near(name, self.first_of, "organisatie", self.like["organisations"])
        id_ = self._free("organisations", f"{own}-{place}" if named else own)
        new[f"organisations/{id_}.yml"] = ("organisations", {"naam": name, **({"contact": contact} if contact else {})})
        return id_

    def _location(
        self, values: dict[str, str], place: str, new: dict[str, tuple[str, dict[str, Any]]], notes: list[str]
    ) -> str:
        """Return the location of a row: the one of that name in this municipality and this street; else a new one."""
        name = values.get("locatie", "")
        if typed.is_unknown(name):
            return UNKNOWN
        if typed.simplified(name) in typed.ONLINE_WORDS:
            return ONLINE
        if typed.simplified(name) in typed.CHANGING:
            return WISSELEND
        own = slug(name)
        street = values.get("adres", "")
        found = self.locations.get((own, place), {})
        by_id = self.catalogue.locations.get(own)
        if name == own and by_id and by_id.model.gemeente == place:  # somebody typed the name of the file
            found = {own: by_id.model.adres or ""}
        same = [id_ for id_, known in found.items() if not street or not known or slug(known) == slug(street)]
        if same:
            # The one in that street, else one of which nobody knows the street.
            known = next((id_ for id_ in same if slug(found[id_]) == slug(street)), same[0])
            if street and not found[known]:
                notes.append(
                    f'adres: "{street}" is niet opgeslagen, want de plek is er al. Klopt het? Zet het bij {known}.'
                )
            return known
        if found:
            others = ", ".join(found.values())
            notes.append(
                f'plek: "{name}" is er ook op {others}. Dit is een nieuwe, op {street}. Is het dezelfde? Verbeter het adres.'
            )
        else:
            notes += _near(name, self.spots.get(place, {}), "plek", self.like["locations"])
        town = values.get("plaats") or self.catalogue.municipalities[place].model.naam
        data = {"naam": name, "plaats": town, "gemeente": place}
        data |= {key: values[key] for key in ("adres", "postcode") if key in values}
        id_ = self._free("locations", f"{own}-{place}" if own in self.taken["locations"] and not found else own)
        new[f"locations/{id_}.yml"] = ("locations", data)
        return id_

    def _free(self, folder: str, id_: str) -> str:
        found, number = id_, 2
        while found in self.taken[folder] or (folder == "activities" and self._reserved(found)):
            found, number = f"{id_}-{number}", number + 1
        return found

    def _reserved(self, id_: str) -> bool:
        name = id_.rpartition("/")[2]
        return is_taken_in_municipality(name, self.catalogue.domains)

    def _proposal(self, row: Row, values: dict[str, str], twin: str, more: list[str]) -> Outcome:
        """Say what a row knows that the entry does not, and ``more``; a person decides."""
        entry: Entry[Activity] | None = self.catalogue.activities.get(twin)
        if entry is None:
            return Outcome(
                row.number,
                "bestaat",
                values["titel"],
                notes=(f"Lijkt op {twin}, uit een rij hierboven.", NOT_USED, *more),
            )
        notes = [f"Lijkt op {twin}. Er is niets veranderd.", NOT_USED]
        now = entry.model.model_dump(exclude_none=True) | {
            "contact": Resolved(self.catalogue, entry).contact.model_dump(exclude_none=True)
        }
        for question in ABOUT_ACTIVITY:
            text = values.get(question.name, "")
            known = at(now, question.path) not in (None, UNKNOWN, ())
            if text and not known and self._answer(question, text) not in (None, "", UNKNOWN, []):
                notes.append(f"Nieuw hierin is {question.name}: {text}")
        return Outcome(row.number, "bestaat", values["titel"], notes=(*notes, *more))


def _path(question: Question, answer: Any) -> Path:
    """Return where an answer stands in a file: a source that is no page stands under another name."""
    if question.how is How.SOURCE and question.path[-1] == "url" and not typed.is_address(answer):
        return (*question.path[:-1], "wat")
    return question.path


def _reached(known: Known, contact: Mapping[str, str]) -> bool:
    """Tell whether an organisation is reached in a way that a row names too."""
    plain = {key: re.sub(r"\W", "", text.lower()) for key, text in known.contact.items()}
    return any(plain.get(key) == re.sub(r"\W", "", text.lower()) for key, text in contact.items())


def _other_contact(known: Known, contact: Mapping[str, str], catalogue: Catalogue) -> Iterator[str]:
    """Yield a note for each way to reach an organisation that is not stored: it is there already, and nothing is changed in it."""
    entry = catalogue.organisations.get(known.id)
    for name, text in contact.items():
        if known.contact.get(name) != text:
            there = f"Zet het in {entry.path}" if entry else f"Zet het in content/organisations/{known.id}.yml"
            yield f'{name}: "{text}" is niet opgeslagen, want de organisatie is er al. Klopt het? {there}.'


def _near(name: str, known: Mapping[str, str], what: str, like: Alike) -> Iterator[str]:
    """Yield a note where a new name is nearly one that is there, or short for one."""
    near = nearest(slug(name), known, ALIKE) or like.near(slug(name))
    if near in known:
        yield f'{what}: "{name}" is nieuw. Bedoelt u {known[near]}, die er al is? Verbeter dan de naam.'


def _validated(folder: str, data: dict[str, Any]) -> None:
    """Raise the first thing that the models say of an entry."""
    try:
        ADDED[folder].model_validate(_frozen(data))
    except ValidationError as error:
        detail = error.errors(include_input=False, include_url=False)[0]
        _, message, hint = sentence(detail, ())
        where = ".".join(str(step) for step in detail["loc"] if not str(step).startswith("<"))
        raise WrongRowError(f"{where}: {message} {hint}") from None


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(one) for one in value)
    return {key: _frozen(one) for key, one in value.items()} if isinstance(value, dict) else value
