"""Who and where a row means: an organisation, a location and an activity that are there already, or new ones.

Two are the same only when name *and* municipality, town or street agree (for an activity: who organises it, where and on which day). What is
only alike is offered in a note, and never taken.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.dutch.likeness import Alike, alike, nearest, same_words
from generator.model.addresses import is_taken_in_municipality, slug
from generator.model.catalogue import Catalogue
from generator.model.entry_data import entry_data
from generator.model.schema import ONLINE, UNKNOWN, WISSELEND
from generator.read import typed

ALIKE = 0.82  # how much two titles in a municipality may have in common before somebody must look
New = dict[str, tuple[str, dict[str, Any]]]  # by path in the content: the folder, and what the new file says


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
    words: str = ""  # of a row: when it is, as it was typed

    def same(self, other: "Slot") -> bool:
        """Tell whether two are the same, as far as is known of both."""
        places = {self.location, other.location} - {UNKNOWN}
        days = not self.days or not other.days or bool(self.days & other.days)
        return self.organisation == other.organisation and len(places) < len((self, other)) and days

    def surely(self, other: "Slot") -> bool:
        """Tell whether two are the same, and all of it is known of both."""
        return self.same(other) and UNKNOWN not in {self.location, other.location} and bool(self.days & other.days)


def days_of(moments: Any) -> frozenset[str]:
    """Return the weekdays and dates of ``wanneer`` as a file has it."""
    found: set[str] = set()
    for moment in () if isinstance(moments, str) else moments:
        days = moment.get("elke", moment.get("datum", ()))
        found |= {days} if isinstance(days, str) else set(days)
    return frozenset(found)


class Register:
    """Everything that is there by name, and what the rows before have made."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Know what is in the content already."""
        self.catalogue = catalogue
        self.titles: dict[str, dict[str, str]] = {}  # by municipality, by id: the title as it stands in an address
        self.slots: dict[str, Slot] = {}
        towns: dict[str, set[str]] = {}
        for entry in catalogue.activities.values():
            model = entry.model
            self.titles.setdefault(model.gemeente, {})[entry.id] = slug(model.titel)
            self.slots[entry.id] = Slot(model.organisatie, model.locatie, days_of(entry_data(model)["wanneer"]))
            towns.setdefault(model.organisatie, set()).add(model.gemeente)
        self.organisations: dict[str, list[Known]] = {}
        self.by_id: dict[str, Known] = {}
        self.first_of: dict[str, str] = {}  # the organisation that had a name first, by the name
        self.like = {"organisations": Alike(), "locations": Alike()}
        for id_, one in catalogue.organisations.items():
            contact = entry_data(one.model).get("contact", {})
            self._know(Known(id_, one.model.naam, towns.get(id_, set()), contact))
        self.towns: dict[str, str] = {}  # of each location its town, as it stands in an address
        # Where each name is, by municipality: the address of every location that has it.
        self.locations: dict[tuple[str, str], dict[str, str]] = {}
        self.spots: dict[str, dict[str, str]] = {}  # the first location of a name, by municipality and name
        for id_, spot in catalogue.locations.items():
            self._place(id_, spot.model.naam, spot.model.gemeente, spot.model.adres or "", spot.model.plaats)
        self.taken = {
            folder: set(getattr(catalogue, folder)) for folder in ("activities", "organisations", "locations", "drafts")
        }

    def near(self, title: str, place: str) -> list[str]:
        """Return the activities of a municipality whose titles are alike, the nearest first."""
        return alike(slug(title), self.titles.get(place, {}), ALIKE)

    def twin(self, title: str, place: str, slot: Slot, near: Iterable[str]) -> str:
        """Return the activity among those that are alike that is the same one; nothing where none is.

        The same is the same title, of the same people, at the same place and day as far as is known; with a word spelt otherwise it is the
        same one only where all of that is known.
        """
        own, titles = slug(title), self.titles.get(place, {})
        for id_ in near:
            other = self.slots[id_]
            # Two rows of one table that differ in their hours are two groups.
            if id_ not in self.catalogue.activities and other.words and slot.words and other.words != slot.words:
                continue
            if other.same(slot) if titles[id_] == own else other.surely(slot) and same_words(titles[id_], own):
                return id_
        return ""

    def remember(self, new: New, place: str, title: str, id_: str, slot: Slot) -> None:
        """Know what a row makes, for the rows after it."""
        self.titles.setdefault(place, {})[id_] = slug(title)
        self.slots[id_] = slot
        for path, (folder, data) in new.items():
            own = path.removeprefix(f"{folder}/").removesuffix(".yml")
            self.taken[folder].add(own)
            if folder == "organisations":
                self._know(Known(own, data["naam"], set(), data.get("contact", {})))
            if folder == "locations":
                self._place(own, data["naam"], data["gemeente"], data.get("adres", ""), data["plaats"])
        self.by_id[slot.organisation].towns.add(place)

    def _know(self, one: Known) -> None:
        own = slug(one.name)
        self.organisations.setdefault(own, []).append(one)
        self.by_id[one.id] = one
        self.first_of.setdefault(own, one.id)
        self.like["organisations"].add(own)

    def _place(self, id_: str, name: str, municipality: str, street: str, town: str) -> None:
        own = slug(name)
        self.towns[id_] = slug(town)
        self.locations.setdefault((own, municipality), {})[id_] = street
        self.spots.setdefault(municipality, {}).setdefault(own, id_)
        self.like["locations"].add(own)

    def organisation(self, name: str, contact: Mapping[str, str], place: str, new: New, notes: list[str]) -> str:
        """Return the organisation of a name: the one in this municipality, or that is reached in the same way; else a new one."""
        own = slug(name)
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
        id_ = self.free("organisations", f"{own}-{place}" if named else own)
        new[f"organisations/{id_}.yml"] = ("organisations", {"naam": name, **({"contact": contact} if contact else {})})
        return id_

    def location(self, values: Mapping[str, str], place: str, new: New, notes: list[str]) -> str:
        """Return the location of a row: the one of that name in this municipality and this street; else a new one."""
        name = values.get("locatie", "")
        if typed.is_unknown(name):
            return UNKNOWN
        if typed.simplified(name) in typed.ONLINE_WORDS:
            return ONLINE
        if typed.simplified(name) in typed.CHANGING:
            return WISSELEND
        own, street = slug(name), values.get("adres", "")
        town = values.get("plaats") or self.catalogue.municipalities[place].model.naam
        found = self.locations.get((own, place), {})
        if values.get("plaats"):  # two villages of one municipality may both have a "Dorpshuis"
            found = {id_: known for id_, known in found.items() if self.towns[id_] in (slug(town), "")}
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
                f'locatie: "{name}" is er ook op {others}. Dit is een nieuwe, op {street}. Is het dezelfde? Verbeter het adres.'
            )
        else:
            notes += _near(name, self.spots.get(place, {}), "locatie", self.like["locations"])
            if (own, place) in self.locations:
                notes.append(f'locatie: "{name}" is er ook in een andere plaats. Dit is een nieuwe, in {town}.')
        data = {"naam": name, "plaats": town, "gemeente": place}
        data |= {key: values[key] for key in ("adres", "postcode") if values.get(key)}
        id_ = self.free("locations", f"{own}-{place}" if own in self.taken["locations"] and not found else own)
        new[f"locations/{id_}.yml"] = ("locations", data)
        return id_

    def free(self, folder: str, id_: str) -> str:
        """Return an id that nothing in a folder has yet."""
        found, number = id_, 2
        while found in self.taken[folder] or (folder == "activities" and self._reserved(found)):
            found, number = f"{id_}-{number}", number + 1
        return found

    def _reserved(self, id_: str) -> bool:
        name = id_.rpartition("/")[2]
        return is_taken_in_municipality(name, self.catalogue.domains)


def _reached(known: Known, contact: Mapping[str, str]) -> bool:
    """Tell whether an organisation is reached in a way that a row names too."""
    return any(_bare(known.contact.get(key, "")) == _bare(text) for key, text in contact.items())


def _bare(text: str) -> str:
    """Return a number or an address without the signs in which people differ."""
    return re.sub(r"\W|^https?", "", text.lower())


def _other_contact(known: Known, contact: Mapping[str, str], catalogue: Catalogue) -> Iterator[str]:
    """Yield a note for each way to reach an organisation that is not stored: it is there already, and nothing is changed in it."""
    entry = catalogue.organisations.get(known.id)
    for name, text in contact.items():
        if _bare(known.contact.get(name, "")) != _bare(text):
            there = f"Zet het in {entry.path}" if entry else f"Zet het in content/organisations/{known.id}.yml"
            yield f'{name}: "{text}" is niet opgeslagen, want de organisatie is er al. Klopt het? {there}.'


def _near(name: str, known: Mapping[str, str], what: str, like: Alike) -> Iterator[str]:
    """Yield a note where a new name is nearly one that is there, or short for one."""
    spelt = nearest(slug(name), known, ALIKE)
    near = spelt if spelt and same_words(spelt, slug(name)) else like.near(slug(name))
    if near in known:
        yield f'{what}: "{name}" is nieuw. Bedoelt u {known[near]}, die er al is? Verbeter dan de naam.'
