"""One row of a table to new files: an entry, a draft where something is missing, or a proposal beside what is there already.

Nothing is refused because something is missing, and nothing is guessed: what cannot be read stays as words, and what is not stored is said.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from generator.judge.messages import sentence
from generator.model.addresses import slug
from generator.model.catalogue import Catalogue, Entry
from generator.model.files import ADDED
from generator.model.imported import Cell, Outcome, Status
from generator.model.questions import BY_NAME, STEPS, Path, Question
from generator.model.resolved import Resolved
from generator.model.schema import UNKNOWN, Activity, Draft
from generator.model.schema.asked import How
from generator.read import typed
from generator.read.answers import UNREADABLE, as_tuples, at, put, read_answer
from generator.read.cell_words import cells_in_words
from generator.read.entry_yaml import entry_yaml
from generator.read.identity import New, Register, Slot, days_of
from generator.read.names import Names, Where, WrongRowError
from generator.read.schedule import WHEN, Schedule, schedule
from generator.read.table import PEOPLE, STATUS, Row

CONTACT = ("telefoon", "email", "website")
NOT_USED = "Deze rij is niet gebruikt. Is het iets anders? Zeg in de titel wat het verschil is."
OTHER = "Lijkt op {}, maar is van een ander, op een andere plek of op een andere dag. Is het hetzelfde? Haal er dan een weg."
MISSING = {
    "samenvatting": "De samenvatting ontbreekt. Schrijf in een of twee zinnen wat iemand er doet.",
    "bron": "De bron ontbreekt. Schrijf het webadres waar dit staat, of wat het is: een folder, een krant.",
    "organisatie": "De organisatie ontbreekt.",
}
SURPLUS = "Deze rij heeft meer cellen dan kolommen. Staat er een scheidingsteken in een tekst? Zet die tekst tussen aanhalingstekens."
TOGETHER = '"{}" stond in meer dan een cel, en is gelezen als een tekst.'
# What somebody writes of what is there no more, in a title, a day or a column for it.
STOPPED = re.compile(
    r"\b(?:gestopt|stopt|vervallen|vervalt|geannuleerd|afgelast|opgeheven|be[eë]indigd|afgelopen|niet meer|gaat niet door|tijdelijk niet|"
    r"pauze|cancelled|canceled|stopped)\b",
    re.IGNORECASE,
)
RUNNING = typed.YES | {
    "actief",
    "actueel",
    "loopt",
    "lopend",
    "doorlopend",
    "doorgaand",
    "open",
    "active",
    "nieuw",
    "bestaand",
}
# Which questions a row answers about the activity itself; whom to reach stands with the organisation.
ABOUT_ACTIVITY = tuple(one for step in STEPS.values() for one in step if one.folder == "activities")
KEPT_THERE = tuple(one for one in ABOUT_ACTIVITY if one.how is not How.CONTACT)
NAMED = ("gemeente", "organisatie", "locatie")
DEFAULTS = {"wanneer": UNKNOWN, "kosten": UNKNOWN, "aanmelden": UNKNOWN}  # what a file says where nobody knows
MOST_NOTES, LONGEST_NOTE = 10, 300
BARE = ("titel", "gemeente", "bron")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a table beside its rows: what a draft without a source was found in, and where rows are that do not say it."""

    source: str
    municipality: str = ""


class Importer:
    """Remembers what the rows before made, so that two rows never make the same file."""

    def __init__(self, catalogue: Catalogue, asked: Asked) -> None:
        """Know what is in the content already."""
        self.catalogue = catalogue
        self.asked = asked
        self.names = Names(catalogue)
        self.register = Register(catalogue)
        self.drafts = {(one.model.gemeente, slug(one.model.titel)): one.path for one in catalogue.drafts.values()}

    def outcome(self, row: Row, refused: Sequence[str] = ()) -> Outcome:
        """Return what becomes of a row, and remember what it makes.

        ``refused`` are the faults that the rules found in what it made before: after one it becomes a draft, after two a bare one.
        """
        found = self._outcome(row, refused)
        cells = row.cells or tuple(Cell(name, name, text) for name, text in row.values.items() if text)
        notes = (*found.notes, *row.notes)
        return replace(found, notes=notes, cells=cells_in_words(cells, found), sheet=row.sheet)

    def _outcome(self, row: Row, refused: Sequence[str]) -> Outcome:
        values = {name: text for name, text in row.values.items() if text}
        what = values.get("titel") or next((cell.text for cell in row.cells), "zonder titel")
        if row.apart:
            return Outcome(row.number, Status.APART, what, notes=(row.apart,))
        if len(refused) > len(("draft", "bare draft")):
            return Outcome(row.number, Status.WRONG, what, notes=(refused[-1],))
        try:
            return self._made(row, values, refused)
        except WrongRowError as error:
            return Outcome(row.number, Status.WRONG, what, notes=(str(error), *((SURPLUS,) if row.regrouped else ())))

    def _made(self, row: Row, values: dict[str, str], refused: Sequence[str]) -> Outcome:
        title = values.get("titel")
        if not title:
            raise WrongRowError("De titel ontbreekt.")
        notes: list[str] = []
        reasons: list[str] = []
        if row.regrouped:
            values, doubt = self._regroup(row, notes)
            title = values["titel"]
            reasons += doubt
        where = self._where(values, notes)
        _linked(row, values, notes)
        contact = _contact(values, notes)
        planned = schedule(values)
        notes += planned.notes
        data, unread = self._activity(values, where, planned, notes)
        reasons += [*unread, *refused, *self._reasons(row, values, where)]
        new: New = {}
        slot = None
        named = not typed.is_unknown(values.get("organisatie", ""))
        if where.on_site and named and SURPLUS not in reasons:
            told: list[str] = []
            organisation = self.register.organisation(values["organisatie"], contact, where.id, new, told)
            location = self.register.location(values, where.id, new, told)
            slot = Slot(organisation, location, days_of(planned.moments))
            near = self.register.near(title, where.id)
            twin = self.register.twin(title, where.id, slot, near)
            if twin:
                return self._proposal(row, values, twin, [*told, *reasons, *notes])
            notes += [*told, *([OTHER.format(near[0])] if near else [])]
            data |= {"organisatie": organisation, "locatie": location}
        if slot and not reasons:
            found = self._entry(row, values, slot, data, new, notes)
            if isinstance(found, Outcome):
                return replace(found, notes=tuple(notes))
            reasons.append(found)
        return self._draft(row, values, where, {**data, "contact": contact}, [*reasons, *notes], bare=len(refused) > 1)

    def _regroup(self, row: Row, notes: list[str]) -> tuple[dict[str, str], list[str]]:
        """Return the texts of a row with too many cells, and why it is no entry where it could be read in more ways. Raises WrongRowError."""
        fitting = [one for one in row.regrouped if self._fits(one.values)]
        # Where one way has an address for its source, a way without is none.
        fitting = [one for one in fitting if one.values.get("bron")] or fitting
        first = next((one for one in fitting if not one.text), None)  # an extra column without a name
        spaced = [one for one in fitting if one.spaced]
        if first:
            return dict(first.values), []
        if len(fitting) == 1 or len(spaced) == 1:
            (one,) = spaced if len(spaced) == 1 else fitting
            notes.append(TOGETHER.format(one.text))
            return dict(one.values), []
        if not fitting and not row.overfull:  # only separators too many
            return dict(row.values), []
        if not fitting:
            raise WrongRowError(
                f'Van deze rij is niet te zeggen wat in welke kolom hoort: "{" | ".join(cell.text for cell in row.cells)}".'
            )
        certain = {
            name: text
            for name, text in fitting[0].values.items()
            if all(one.values.get(name) == text for one in fitting)
        }
        return {"titel": fitting[0].values["titel"], **certain}, [SURPLUS]

    def _fits(self, values: dict[str, str]) -> bool:
        """Tell whether texts can stand in their columns, as far as that can be seen of one."""
        try:
            self._where(dict(values), [])
            if "thema" in values:
                self.names.themes(values["thema"])
        except WrongRowError:
            return False
        reached = all(typed.is_unknown(values.get(kind, "")) or typed.reach(kind, values[kind]) for kind in CONTACT)
        source = values.get("bron", "")
        return reached and "titel" in values and (typed.is_address(source) or not source)

    def _where(self, values: dict[str, str], notes: list[str]) -> Where:
        """Return the municipality of a row: by its own column, by its town, or the only one that the site has. Raises WrongRowError."""
        text, town = values.get("gemeente", ""), values.get("plaats", "")
        if typed.is_unknown(text) and typed.is_unknown(town) and len(self.catalogue.municipalities) == 1:
            (only,) = self.catalogue.municipalities
            notes.append(f"gemeente: die staat er niet bij; de site heeft er een, {only}.")
            return Where(only)
        if typed.is_unknown(text) and typed.is_unknown(town) and self.asked.municipality:
            return Where(self.asked.municipality)
        found = self.names.municipality(town if typed.is_unknown(text) else text)
        if typed.is_unknown(text):
            notes.append(f'gemeente: die staat er niet bij; "{town}" ligt in {found.id}.')
        elif found.town:
            notes.append(f'gemeente: "{text}" is gelezen als {found.id}, en {found.town} als plaats.')
            values.setdefault("plaats", found.town)
        return found

    def _reasons(self, row: Row, values: Mapping[str, str], where: Where) -> Iterator[str]:
        """Yield why a row is no entry yet, however well it can be read."""
        if not where.on_site:
            yield f"De gemeente {where.id} staat niet op deze site."
        if row.struck:
            yield "Deze rij is doorgestreept. Bestaat het nog? Vraag het na."
        status = values.get(STATUS, "")
        if not typed.is_unknown(status) and typed.simplified(status) not in RUNNING:
            yield f'status: "{status}". Bestaat het nog? Vraag het na.'
        for name in ("titel", "samenvatting", WHEN, "dag", "tijd", "datum", "frequentie", "periode"):
            if STOPPED.search(values.get(name, "")):
                yield f'{name}: "{values[name]}". Bestaat het nog? Vraag het na.'
        for name, missing in MISSING.items():
            if typed.is_unknown(values.get(name, "")):
                yield missing

    def _activity(
        self, values: Mapping[str, str], where: Where, planned: Schedule, notes: list[str]
    ) -> tuple[dict[str, Any], list[str]]:
        """Return what a row says of an activity, each answer at the place of its field; and what of it keeps it from being an entry."""
        data: dict[str, Any] = {}
        reasons: list[str] = []
        for question in KEPT_THERE:
            text = values.get(question.name, "")
            if question.name == "gemeente":
                answer: Any = where.id
            elif question.name in NAMED:
                continue
            elif question.how is How.MOMENTS:
                answer = planned.moments
                if answer != UNKNOWN and any("tekst" in one for one in answer):
                    notes.append(f'{question.name}: "{planned.words}" staat er als tekst. Kan het als dag en tijd?')
            else:
                try:
                    answer = self._answer(question, text, notes)
                except WrongRowError as error:
                    reasons.append(str(error))
                    continue
                if answer is None:
                    notes.append(f'{question.name}: "{text}" {UNREADABLE[question.how]}')
                elif question.how is How.PRICES and "tekst" in answer:
                    notes.append(
                        f'{question.name}: "{text}" staat er als tekst. Is het per keer, per maand of voor alles samen?'
                    )
            put(data, _path(question, answer), answer or DEFAULTS.get(question.name))
        return {name: data[name] for name in Activity.model_fields if name in data}, reasons

    def _answer(self, question: Question, text: str, notes: list[str]) -> Any:
        """Return what was typed as a file has it; nothing where nothing was, and None where it cannot be read."""
        match question.how:
            case How.THEMES:
                return self.names.themes(text)
            case How.KINDS:
                return self.names.kinds(text, notes)
            case How.SOURCE:
                return typed.address(text) if question.path[-1] == "url" else typed.day_of_source(text) or text
            case _:
                return read_answer(question, text)

    def _entry(
        self, row: Row, values: Mapping[str, str], slot: Slot, data: dict[str, Any], new: New, notes: list[str]
    ) -> Outcome | str:
        """Return the new files of a row, or what the models say against them. What an entry can do without is left out then, and said."""
        title, place = values["titel"], data["gemeente"]
        id_ = self.register.free("activities", f"{place}/{slug(title)}")
        whole = {**new, f"activities/{id_}.yml": ("activities", _in_order(data, Activity))}
        for folder, one in whole.values():
            while fault := _fault(ADDED[folder], one):
                field, said = fault
                if field not in one or ADDED[folder].model_fields[field].is_required():
                    return said
                notes.append(f'{field}: "{values.get(field, "")}" is niet opgeslagen. {said}')
                del one[field]
        self.register.remember(whole, place, title, id_, slot)
        return Outcome(row.number, Status.NEW, title, _files(whole), entries=dict(whole.values()))

    def _draft(
        self, row: Row, values: Mapping[str, str], where: Where, data: dict[str, Any], notes: list[str], *, bare: bool
    ) -> Outcome:
        """Return the draft of a row: what could be read at its place, and the rest as notes for who asks."""
        title = values["titel"]
        key = (where.id, slug(title))
        if key in self.drafts:
            return Outcome(
                row.number, Status.THERE, title, notes=(f"Dit concept is er al: {self.drafts[key]}. {NOT_USED}", *notes)
            )
        names = {
            name: values[name]
            for name in ("organisatie", "locatie", "adres", "postcode", "plaats")
            if not typed.is_unknown(values.get(name, ""))
        }
        source = [one for one in data.get("bron", ()) if {"url", "wat"} & one.keys()] or [
            {"wat": f"{self.asked.source}, rij {row.number}", "datum": UNKNOWN}
        ]
        draft = _in_order(
            {
                **data,
                "organisatie": "",
                "locatie": UNKNOWN,
                **names,
                "bron": source,
                "gemeente": where.id,
                "titel": title,
            },
            Draft,
        )
        left = [f'{name}: "{values[name]}"' for name in values if name in BY_NAME and name not in _told_in(draft)]
        if bare:
            draft, left = (
                {name: draft[name] for name in BARE} | {"bron": [{"wat": self.asked.source, "datum": UNKNOWN}]},
                [],
            )
        while fault := _fault(Draft, draft):
            field = fault[0]
            if field in BARE or field not in draft:
                raise WrongRowError(fault[1])
            left.append(f'{field}: "{values.get(field, "")}" ({fault[1]})')
            del draft[field]
        kept = list(
            dict.fromkeys(" ".join(note.split())[:LONGEST_NOTE] for note in (*left, *(notes if not bare else ())))
        )
        if kept:
            draft = _in_order({**draft, "notities": kept[:MOST_NOTES]}, Draft)
        id_ = self.register.free("drafts", f"{where.id}/{slug(title)}")
        self.register.taken["drafts"].add(id_)
        self.drafts[key] = f"content/drafts/{id_}.yml"
        files = _files({f"drafts/{id_}.yml": ("drafts", draft)})
        return Outcome(
            row.number, Status.DRAFT, title, files, tuple(dict.fromkeys((*notes, *left))), entries={"drafts": draft}
        )

    def _proposal(self, row: Row, values: dict[str, str], twin: str, more: list[str]) -> Outcome:
        """Say what a row knows that the entry does not, and ``more``; a person decides."""
        entry: Entry[Activity] | None = self.catalogue.activities.get(twin)
        if entry is None:
            told = (f"Lijkt op {twin}, uit een rij hierboven.", NOT_USED, *more)
            return Outcome(row.number, Status.THERE, values["titel"], notes=told)
        notes = [f"Lijkt op {twin}. Er is niets veranderd.", NOT_USED]
        now = entry.model.model_dump(exclude_none=True) | {
            "contact": Resolved(self.catalogue, entry).contact.model_dump(exclude_none=True)
        }
        for question in ABOUT_ACTIVITY:
            text = values.get(question.name, "")
            known = at(now, question.path) not in (None, UNKNOWN, ())
            asked = text and not known and question.how is not How.THEMES
            if asked and self._answer(question, text, []) not in (None, "", UNKNOWN, []):
                notes.append(f"Nieuw hierin is {question.name}: {text}")
        return Outcome(row.number, Status.THERE, values["titel"], notes=(*notes, *more))


def _linked(row: Row, values: dict[str, str], notes: list[str]) -> None:
    """Read the address behind a word where an address is asked for; of any other it is said."""
    for name, link in row.links:
        address = re.sub(r"^(?:mailto|tel):", "", link).partition("?")[0] if re.match("(?:mailto|tel):", link) else link
        text = values.get(name, "")
        if name in (*CONTACT, "bron"):
            if text and not typed.is_address(text):
                values[name] = address
                notes.append(f'{name}: achter "{text}" staat {address}; dat is gelezen.')
        else:
            notes.append(f'{name}: achter "{text}" staat de link {address}. Is dat de bron? Zet het in de kolom bron.')


def _contact(values: dict[str, str], notes: list[str]) -> dict[str, str]:
    """Return how the organisation is reached; what is no number or address is said, and so is what stood beside it."""
    found: dict[str, str] = {}
    for kind in CONTACT:
        text = values.get(kind, "")
        if typed.is_unknown(text):
            continue
        read = typed.reach(kind, text)
        if not read:
            notes.append(f'{kind}: "{text}" {typed.reach_fault(kind, text)} Dit is weggelaten.')
            continue
        found[kind] = read
        if read not in (text, typed.address(text)):
            notes.append(f'{kind}: uit "{text}" is {read} gelezen. De rest is weggelaten.')
    for name in PEOPLE:
        text = values.get(name, "")
        more = {kind: typed.reach(kind, text) for kind in CONTACT if kind not in found and text}
        more = {kind: read for kind, read in more.items() if read}
        found |= more
        notes += [f'{name}: uit "{text}" is {read} gelezen. De rest is weggelaten.' for read in more.values()]
    return found


def _path(question: Question, answer: Any) -> Path:
    """Return where an answer stands in a file: a source that is no page stands under another name."""
    if question.how is How.SOURCE and question.path[-1] == "url" and not typed.is_address(answer):
        return (*question.path[:-1], "wat")
    return question.path


def _told_in(draft: Mapping[str, Any]) -> set[str]:
    """Return the questions that a draft answers."""
    found = {question.name for question in BY_NAME.values() if at(draft, question.path) not in (None, "", [])}
    return found | {"titel", "gemeente", "bron", "brondatum"} | {name for name in draft if name in BY_NAME}


def _in_order(data: Mapping[str, Any], model: type[Activity | Draft]) -> dict[str, Any]:
    return {name: data[name] for name in model.model_fields if data.get(name)}


def _files(new: New) -> dict[str, str]:
    return {path: entry_yaml(folder, one, path.count("/")) for path, (folder, one) in new.items()}


def _fault(model: Any, data: dict[str, Any]) -> tuple[str, str] | None:
    """Return the field and the sentence of the first thing that a model says of an entry; None where it says nothing."""
    try:
        model.model_validate(as_tuples(data))
    except ValidationError as error:
        detail = error.errors(include_input=False, include_url=False)[0]
        _, message, hint = sentence(detail, ())
        where = ".".join(str(step) for step in detail["loc"] if not str(step).startswith("<"))
        return str(detail["loc"][0]), f"{where}: {message} {hint}"
    return None
