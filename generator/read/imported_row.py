"""One row of a table to new files, to a proposal beside what is there already, or to a reason why not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from generator.dutch.likeness import nearest, nearest_of
from generator.judge.messages import sentence
from generator.model.addresses import is_taken_in_municipality, slug
from generator.model.catalogue import Catalogue, Entry
from generator.model.files import ADDED
from generator.model.questions import BY_NAME, STEPS, Path, Question
from generator.model.resolved import Resolved
from generator.model.schema import ONLINE, UNKNOWN, WISSELEND, Activity
from generator.model.schema.asked import How
from generator.read import typed
from generator.read.answers import UNREADABLE, at, put, read_answer
from generator.read.entry_yaml import entry_yaml
from generator.read.names import Names, WrongRowError
from generator.read.table import Row

ALIKE = 0.82  # how much two titles in a municipality may have in common before somebody must look
CONTACT = ("telefoon", "email", "website")
NOT_USED = "Deze rij is niet gebruikt. Is het iets anders? Zeg in de titel wat het verschil is."
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


class Importer:
    """Remembers what the rows before made, so that two rows never make the same file."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Know what is in the content already."""
        self.catalogue = catalogue
        self.titles: dict[str, dict[str, str]] = {}  # by municipality, by id: the title as it stands in an address
        for entry in catalogue.activities.values():
            self.titles.setdefault(entry.model.gemeente, {})[entry.id] = slug(entry.model.titel)
        self.names = Names(catalogue)
        self.organisations = {slug(entry.model.naam): id_ for id_, entry in catalogue.organisations.items()}
        self.locations = {
            (slug(entry.model.naam), entry.model.gemeente): id_ for id_, entry in catalogue.locations.items()
        }
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
        twin = self._twin(title, place)
        if twin:
            return self._proposal(row, values, twin)
        notes: list[str] = []
        new: dict[str, tuple[str, dict[str, Any]]] = {}
        organisation = self._organisation(values, new, notes)
        location = self._location(values, place, new, notes)
        fixed = {"gemeente": place, "organisatie": organisation, "locatie": location}
        self.left_out: list[str] = notes
        data = self._activity(values, fixed, notes)
        id_ = self._free("activities", f"{place}/{slug(title)}")
        new[f"activities/{id_}.yml"] = ("activities", data)
        files = {path: entry_yaml(folder, one, path.count("/")) for path, (folder, one) in new.items()}
        for folder, one in new.values():
            _validated(folder, one)
        self._remember(new, title, place, id_)
        return Outcome(row.number, "nieuw", title, files, tuple(notes))

    def _remember(self, new: Mapping[str, tuple[str, dict[str, Any]]], title: str, place: str, id_: str) -> None:
        self.titles.setdefault(place, {})[id_] = slug(title)
        for path, (folder, data) in new.items():
            own = path.removeprefix(f"{folder}/").removesuffix(".yml")
            self.taken[folder].add(own)
            if folder == "organisations":
                self.organisations[slug(data["naam"])] = own
            if folder == "locations":
                self.locations[slug(data["naam"]), data["gemeente"]] = own

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
        if typed.simplified(name) in typed.ONLINE_WORDS:
            return ONLINE
        if typed.simplified(name) in typed.CHANGING:
            return WISSELEND
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
        return nearest_of(own, self.titles.get(place, {}), ALIKE)

    def _proposal(self, row: Row, values: dict[str, str], twin: str) -> Outcome:
        """Say what a row knows that the entry does not; a person decides."""
        entry: Entry[Activity] | None = self.catalogue.activities.get(twin)
        if entry is None:
            return Outcome(
                row.number, "bestaat", values["titel"], notes=(f"Lijkt op {twin}, uit een rij hierboven.", NOT_USED)
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
        return Outcome(row.number, "bestaat", values["titel"], notes=tuple(notes))


def _path(question: Question, answer: Any) -> Path:
    """Return where an answer stands in a file: a source that is no page stands under another name."""
    if question.how is How.SOURCE and question.path[-1] == "url" and not typed.is_address(answer):
        return (*question.path[:-1], "wat")
    return question.path


def _near(name: str, known: Mapping[str, str], what: str) -> Iterator[str]:
    """Yield a note where a new name is nearly one that is there."""
    near = nearest(slug(name), known, ALIKE)
    if near:
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
