"""One row of a table to new files, to a proposal beside what is there already, or to a reason why not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from pydantic import ValidationError

from generator.judge.messages import sentence
from generator.model.addresses import is_taken_in_municipality, slug
from generator.model.catalogue import Catalogue, Entry
from generator.model.files import ADDED
from generator.model.schema import ONLINE, UNKNOWN, Activity
from generator.read import typed
from generator.read.entry_yaml import entry_yaml
from generator.read.names import Names, WrongRowError
from generator.read.table import Row

ALIKE = 0.82  # how much two titles in a municipality may have in common before somebody must look
CONTACT = ("telefoon", "email", "website")
NOT_USED = "Deze rij is niet gebruikt. Is het iets anders? Zeg in de titel wat het verschil is."
YES_OR_NO = {"rolstoel": "toegankelijkheid", "alleen_komen": "eerste_keer", "iemand_gaat_mee": "eerste_keer"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row. ``files`` are the new files by their path in the content; ``notes`` what a person must see."""

    row: int
    status: str  # nieuw, bestaat of fout
    what: str
    files: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class Importer:
    """Remembers what the rows before made, so that two rows never make the same file."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Know what is in the content already."""
        self.catalogue = catalogue
        self.titles: dict[str, list[tuple[str, str]]] = {}
        for entry in catalogue.activities.values():
            self.titles.setdefault(entry.model.gemeente, []).append((entry.model.titel, entry.id))
        self.names = Names(catalogue)
        self.organisations = {slug(entry.model.naam): id_ for id_, entry in catalogue.organisations.items()}
        self.locations = {
            (slug(entry.model.naam), entry.model.gemeente): id_ for id_, entry in catalogue.locations.items()
        }
        self.taken = {
            "activities": set(catalogue.activities), "organisations": set(catalogue.organisations),
            "locations": set(catalogue.locations),
        }  # fmt: skip

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
        twin = self._twin(title, place)
        if twin:
            return self._proposal(row, values, twin)
        notes: list[str] = []
        new: dict[str, tuple[str, dict[str, Any]]] = {}
        organisation = self._organisation(values, new, notes)
        location = self._location(values, place, new, notes)
        data = self._activity(values, title, place, organisation, location, notes)
        id_ = self._free("activities", f"{place}/{slug(title)}")
        new[f"activities/{id_}.yml"] = ("activities", data)
        files = {path: entry_yaml(folder, one, path.count("/")) for path, (folder, one) in new.items()}
        for folder, one in new.values():
            _validated(folder, one)
        self._remember(new, title, place, id_)
        return Outcome(row.number, "nieuw", title, files, tuple(notes))

    def _remember(self, new: Mapping[str, tuple[str, dict[str, Any]]], title: str, place: str, id_: str) -> None:
        self.titles.setdefault(place, []).append((title, id_))
        for path, (folder, data) in new.items():
            own = path.removeprefix(f"{folder}/").removesuffix(".yml")
            self.taken[folder].add(own)
            if folder == "organisations":
                self.organisations[slug(data["naam"])] = own
            if folder == "locations":
                self.locations[slug(data["naam"]), data["gemeente"]] = own

    def _activity(
        self, values: dict[str, str], title: str, place: str, organisation: str, location: str, notes: list[str]
    ) -> dict[str, Any]:
        themes = self.names.themes(values.get("thema", ""))
        moments = typed.when(values.get("wanneer", ""))
        if not isinstance(moments, str) and any("tekst" in one for one in moments):
            notes.append(f'wanneer: "{values["wanneer"]}" staat er als tekst. Kan het als dag en tijd?')
        costs = typed.price(values.get("kosten", ""))
        if costs is None:
            notes.append(f'kosten: "{values["kosten"]}" is niet te lezen; het is onbekend gelaten.')
            costs = UNKNOWN
        data: dict[str, Any] = {
            "titel": title,
            "samenvatting": values.get("samenvatting", ""),
            **_present("beschrijving", values.get("beschrijving", "")),
            "domeinen": themes,
            **_present("soorten", self.names.kinds(values.get("soort", ""), notes)),
            "gemeente": place,
            "organisatie": organisation,
            "locatie": location,
            "wanneer": moments,
            "kosten": costs,
            "aanmelden": _sign_up(values.get("aanmelden", ""), notes),
            **_present("aanmelden_hoe", values.get("aanmelden_hoe", "")),
            **_present("voor_wie", values.get("voor_wie", "")),
        }
        self._yes_or_no(values, notes, data)
        data["bron"] = [{"url": values.get("bron", ""), "datum": values.get("brondatum") or UNKNOWN}]
        if not data["samenvatting"]:
            raise WrongRowError("De samenvatting ontbreekt. Schrijf in een of twee zinnen wat iemand er doet.")
        if not values.get("bron"):
            raise WrongRowError("De bron ontbreekt. Schrijf het webadres waar dit staat.")
        return data

    def _yes_or_no(self, values: dict[str, str], notes: list[str], data: dict[str, Any]) -> None:
        for column, outer in YES_OR_NO.items():
            if column not in values:
                continue
            found = typed.yes_or_no(values[column])
            if found is None:
                notes.append(f'{column}: "{values[column]}" is geen ja of nee; het is onbekend gelaten.')
            elif found != UNKNOWN:
                data[outer] = data.get(outer, {}) | {column: found}

    def _organisation(
        self, values: dict[str, str], new: dict[str, tuple[str, dict[str, Any]]], notes: list[str]
    ) -> str:
        name = values.get("organisatie", "")
        if typed.is_unknown(name):
            raise WrongRowError("De organisatie ontbreekt.")
        own = slug(name)
        contact: dict[str, str] = {key: values[key] for key in CONTACT if key in values}
        if own in self.organisations or own in self.taken["organisations"]:
            id_ = self.organisations.get(own, own)
            notes += self._other_contact(id_, contact)
            return id_
        notes += _near(name, self.organisations, "organisatie")
        id_ = self._free("organisations", own)
        new[f"organisations/{id_}.yml"] = ("organisations", {"naam": name, **({"contact": contact} if contact else {})})
        return id_

    def _other_contact(self, id_: str, contact: dict[str, str]) -> Iterator[str]:
        """Yield a note for each way to reach an organisation that its own file does not have: nothing is changed there."""
        entry = self.catalogue.organisations.get(id_)
        for name, text in contact.items():
            known = getattr(entry.model.contact, name, None) if entry else None
            if entry and known != text:
                yield f'{name}: "{text}" is niet opgeslagen, want de organisatie is er al. Klopt het? Zet het in {entry.path}.'

    def _location(
        self, values: dict[str, str], place: str, new: dict[str, tuple[str, dict[str, Any]]], notes: list[str]
    ) -> str:
        name = values.get("locatie", "")
        if typed.is_unknown(name):
            return UNKNOWN
        if typed.plain(name) in ("online", "op internet", "internet"):
            return ONLINE
        own = slug(name)
        if (own, place) in self.locations or own in self.taken["locations"]:
            return self.locations.get((own, place), own)
        notes += _near(name, {own: id_ for (own, where), id_ in self.locations.items() if where == place}, "plek")
        town = values.get("plaats") or self.catalogue.municipalities[place].model.naam
        data = {"naam": name, "plaats": town, "gemeente": place}
        data |= {key: values[key] for key in ("adres", "postcode") if key in values}
        id_ = self._free("locations", own)
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

    def _twin(self, title: str, place: str) -> str:
        """Return the activity of a municipality that is likely the same one, or nothing."""
        own = slug(title)
        scores = ((SequenceMatcher(None, own, slug(other)).ratio(), id_) for other, id_ in self.titles.get(place, ()))
        best = max(scores, default=(0.0, ""))
        return best[1] if best[0] >= ALIKE else ""

    def _proposal(self, row: Row, values: dict[str, str], twin: str) -> Outcome:
        """Say what a row knows that the entry does not; a person decides."""
        entry: Entry[Activity] | None = self.catalogue.activities.get(twin)
        if entry is None:
            return Outcome(
                row.number, "bestaat", values["titel"], notes=(f"Lijkt op {twin}, uit een rij hierboven.", NOT_USED)
            )
        notes = [f"Lijkt op {twin}. Er is niets veranderd.", NOT_USED]
        model = entry.model
        moments = typed.when(values.get("wanneer", ""))
        if model.wanneer == UNKNOWN and moments != UNKNOWN:
            notes.append(f"Nieuw hierin is wanneer: {values['wanneer']}")
        if model.kosten == UNKNOWN and typed.price(values.get("kosten", "")) not in (None, UNKNOWN):
            notes.append(f"Nieuw hierin is kosten: {values['kosten']}")
        if model.aanmelden == UNKNOWN and typed.sign_up(values.get("aanmelden", "")) not in (None, UNKNOWN):
            notes.append(f"Nieuw hierin is aanmelden: {values['aanmelden']}")
        contact = self.catalogue.contact_of(model)
        notes += (
            f"Nieuw hierin is {name}: {values[name]}"
            for name in ("telefoon", "email", "website")
            if name in values and getattr(contact, name) is None
        )
        return Outcome(row.number, "bestaat", values["titel"], notes=tuple(notes))


def _near(name: str, known: Mapping[str, str], what: str) -> Iterator[str]:
    """Yield a note where a new name is nearly one that is there."""
    near = get_close_matches(slug(name), known, 1, ALIKE)
    if near:
        yield f'{what}: "{name}" is nieuw. Bedoelt u {known[near[0]]}, die er al is? Verbeter dan de naam.'


def _present(name: str, value: Any) -> dict[str, Any]:
    """Return a field that somebody filled in, or nothing."""
    return {name: value} if value else {}


def _sign_up(text: str, notes: list[str]) -> str:
    found = typed.sign_up(text)
    if found is None:
        notes.append(f'aanmelden: "{text}" is niet te lezen; het is onbekend gelaten.')
    return found or UNKNOWN


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
