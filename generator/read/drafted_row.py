"""A row that is no entry yet to a draft: what could be read at its place, and the rest as notes for who asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from generator.judge.messages import sentence
from generator.model.addresses import slug
from generator.model.catalogue import Catalogue
from generator.model.entry_data import entry_data
from generator.model.imported import Outcome, Status
from generator.model.questions import BY_NAME
from generator.model.schema import UNKNOWN, Draft, Model
from generator.read import typed
from generator.read.answers import as_tuples, at
from generator.read.entry_yaml import entry_yaml
from generator.read.identity import New, Register, days_of
from generator.read.names import WrongRowError
from generator.read.table import Row

NOT_USED = "Deze rij is niet gebruikt. Is het iets anders? Zeg in de titel wat het verschil is."
MOST_NOTES, LONGEST_NOTE = 10, 300
BARE = ("titel", "gemeente", "bron")
NAMES = ("organisatie", "locatie", "adres", "postcode", "plaats")


@dataclass(frozen=True, slots=True)
class Found:
    """What was read of a row: its texts, its municipality, its fields as an activity has them, what to tell, and what it was found in."""

    values: Mapping[str, str]
    place: str
    data: Mapping[str, Any]
    notes: Sequence[str]
    source: str


class Drafts:
    """The drafts that there are, and those that the rows before have made."""

    def __init__(self, catalogue: Catalogue, register: Register) -> None:
        """Know what is in the content already."""
        self.register = register
        self.paths: dict[tuple[str, ...], str] = {}
        for entry in catalogue.drafts.values():
            one = entry.model
            moments = entry_data(one).get("wanneer", UNKNOWN)
            self.paths[_key(one.gemeente, one.titel, one.organisatie or "", one.locatie, moments)] = entry.path

    def outcome(self, row: Row, found: Found, *, bare: bool) -> Outcome:
        """Return the draft of a row, or that it is there already; ``bare`` leaves only what a draft must have."""
        values, title = found.values, found.values["titel"]
        moments = found.data.get("wanneer", UNKNOWN)
        key = _key(found.place, title, values.get("organisatie", ""), values.get("locatie", ""), moments)
        if key in self.paths:
            told = f"Dit concept is er al: {self.paths[key]}. {NOT_USED}"
            return Outcome(row.number, Status.THERE, title, notes=(told, *found.notes))
        draft, left = _bare(found) if bare else _whole(found)
        while fault := fault_of(Draft, draft):
            field, said = fault
            if field in BARE or field not in draft:
                raise WrongRowError(said)
            left.append(f'{field}: "{values.get(field, "")}" ({said})')
            del draft[field]
        kept = list(dict.fromkeys(map(_short, (*left, *(() if bare else found.notes)))))
        if kept:
            draft = in_order({**draft, "notities": kept[:MOST_NOTES]}, Draft)
        id_ = self.register.free("drafts", f"{found.place}/{slug(title)}")
        self.register.taken["drafts"].add(id_)
        self.paths[key] = f"content/drafts/{id_}.yml"
        files = files_of({f"drafts/{id_}.yml": ("drafts", draft)})
        notes = tuple(dict.fromkeys((*found.notes, *left)))
        return Outcome(row.number, Status.DRAFT, title, files, notes, entries={"drafts": draft})


def _whole(found: Found) -> tuple[dict[str, Any], list[str]]:
    """Return all that was read, and the texts of which nothing was."""
    values = found.values
    names = {name: values[name] for name in NAMES if not typed.is_unknown(values.get(name, ""))}
    source = [one for one in found.data.get("bron", ()) if {"url", "wat"} & one.keys()]
    source = source or [{"wat": found.source, "datum": UNKNOWN}]
    fields = {**found.data, "organisatie": "", "locatie": UNKNOWN, **names}
    draft = in_order({**fields, "bron": source, "gemeente": found.place, "titel": values["titel"]}, Draft)
    told = {question.name for question in BY_NAME.values() if at(draft, question.path) not in (None, "", [])}
    told |= {"brondatum", *BARE, *(name for name in draft if name in BY_NAME)}
    return draft, [f'{name}: "{text}"' for name, text in values.items() if name in BY_NAME and name not in told]


def _bare(found: Found) -> tuple[dict[str, Any], list[str]]:
    source = [{"wat": found.source, "datum": UNKNOWN}]
    return in_order({"titel": found.values["titel"], "gemeente": found.place, "bron": source}, Draft), []


def _key(place: str, title: str, organisation: str, location: str, moments: Any) -> tuple[str, ...]:
    """Return what makes a draft the same one: its title, who organises it, where, and when, as far as it says."""
    location = "" if typed.is_unknown(location) else location
    hours = [] if isinstance(moments, str) else [str(one.get("van", one.get("tekst", ""))) for one in moments]
    return (place, slug(title), slug(organisation), slug(location), *sorted(days_of(moments)), *hours)


def _short(note: str) -> str:
    whole = " ".join(note.split())
    return whole if len(whole) <= LONGEST_NOTE else f"{whole[: LONGEST_NOTE - 1]}…"


def in_order(data: Mapping[str, Any], model: type[Model]) -> dict[str, Any]:
    """Return what is not empty in the order of a model."""
    return {name: data[name] for name in model.model_fields if data.get(name)}


def files_of(new: New) -> dict[str, str]:
    """Return new files as they are written, by their path in the content."""
    return {path: entry_yaml(folder, one, path.count("/")) for path, (folder, one) in new.items()}


def fault_of(model: type[Model], data: dict[str, Any]) -> tuple[str, str] | None:
    """Return the field and the sentence of the first thing that a model says of an entry; None where it says nothing."""
    try:
        model.model_validate(as_tuples(data))
    except ValidationError as error:
        detail = error.errors(include_input=False, include_url=False)[0]
        _, message, hint = sentence(detail, ())
        where = ".".join(str(step) for step in detail["loc"] if not str(step).startswith("<"))
        return str(detail["loc"][0]), f"{where}: {message} {hint}"
    return None
