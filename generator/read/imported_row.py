"""One row of a table to new files: an entry, a draft where something is missing, or a proposal beside what is there already.

Nothing is refused because something is missing, and nothing is guessed: what cannot be read stays as words, and what is not stored is said.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.dutch.sentences import MONTHS
from generator.model.addresses import slug
from generator.model.catalogue import Catalogue, Entry
from generator.model.entry_data import entry_data
from generator.model.files import ADDED
from generator.model.imported import Cell, Outcome, Status
from generator.model.questions import STEPS, Path, Question
from generator.model.resolved import joined
from generator.model.schema import UNKNOWN, Activity
from generator.model.schema.asked import How
from generator.read import typed
from generator.read.answers import UNREADABLE, as_tuples, at, put, read_answer
from generator.read.cell_words import cells_in_words
from generator.read.drafted_row import NOT_USED, Drafts, Found, fault_of, files_of, in_order
from generator.read.headings import STATUS
from generator.read.identity import New, Register, Slot, days_of
from generator.read.names import Names, Where, WrongRowError
from generator.read.notation_cell import notation
from generator.read.row_values import CONTACT, contact, elsewhere, tidied
from generator.read.schedule import WHEN, Schedule, schedule
from generator.read.table import SHEET, Row

OTHER = "Lijkt op {}, maar is van een ander, op een andere plek, of op een andere dag of tijd. Is het hetzelfde? Haal er dan een weg."
MISSING = {
    "samenvatting": "De samenvatting ontbreekt. Schrijf in een of twee zinnen wat iemand er doet.",
    "bron": "De bron ontbreekt. Schrijf het webadres waar dit staat, of wat het is: een folder, een krant.",
    "organisatie": "De organisatie ontbreekt.",
}
SURPLUS = "Deze rij heeft meer cellen dan kolommen. Staat er een scheidingsteken in een tekst? Zet die tekst tussen aanhalingstekens."
TOGETHER = '"{}" stond in meer dan een cel, en is gelezen als een tekst.'
# What somebody writes of what is there no more, in a title, a day or a column for it.
STOPPED = re.compile(
    r"\b(?:gestopt(?! met)|stopt(?! met)|vervallen|vervalt|geannuleerd|afgelast|opgeheven|be[eë]indigd|afgelopen|niet meer|gaat niet door|tijdelijk niet|"
    r"cancelled|canceled|stopped)\b",
    re.IGNORECASE,
)
ENDED = re.compile(r"\b(?:gestopt(?! met)|vervallen|opgeheven|geannuleerd|beëindigd)\b", re.IGNORECASE)
LONGEST_STOP = 80  # letters: a longer text tells a story
SHORT_TEXTS = ("titel", WHEN, "dag", "tijd", "datum", "frequentie", "periode")
# What a sheet may be called beside an organisation.
OTHER_SHEETS = frozenset(
    [
        *MONTHS,
        *("ouderen", "jongeren", "kinderen", "senioren", "volwassenen", "iedereen", "mannen", "vrouwen", "gezinnen"),
        *(
            "wijk",
            "buurt",
            "sport",
            "muziek",
            "creatief",
            "winter",
            "zomer",
            "voorjaar",
            "najaar",
            "cursussen",
            "divers",
            "overig",
        ),
    ]
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


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a table beside its rows: what a draft without a source was found in, and where rows are that do not say it."""

    source: str
    municipality: str = ""
    today: date = date.min


class Importer:
    """Remembers what the rows before made, so that two rows never make the same file."""

    def __init__(self, catalogue: Catalogue, asked: Asked) -> None:
        """Know what is in the content already."""
        self.catalogue = catalogue
        self.asked = asked
        self.names = Names(catalogue)
        self.register = Register(catalogue)
        self.drafts = Drafts(catalogue, self.register)

    def outcome(self, row: Row, refused: Sequence[str] = ()) -> Outcome:
        """Return what becomes of a row, and remember what it makes.

        ``refused`` are the faults that the rules found in what it made before: after one it becomes a draft, after two a bare one.
        """
        self.regrouped: tuple[Cell, ...] = ()
        found = self._outcome(row, refused)
        cells = (
            self.regrouped or row.cells or tuple(Cell(name, name, text) for name, text in row.values.items() if text)
        )
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
            if not doubt and values != row.values:
                self.regrouped = tuple(Cell(name, name, text) for name, text in values.items())
            reasons += doubt
        where = self._where(values, notes)
        self._of_sheet(values, notes)
        tidied(row, values, notes)
        reached = contact(values, notes)
        planned = schedule(values)
        notes += planned.notes
        data, unread = self._activity(values, where, planned, notes)
        reasons += [*unread, *refused, *self._reasons(row, values, where, planned)]
        new: New = {}
        slot = None
        named = not typed.is_unknown(values.get("organisatie", ""))
        if where.on_site and named and SURPLUS not in reasons:
            told: list[str] = []
            organisation = self.register.organisation(values["organisatie"], reached, where.id, new, told)
            location = self.register.location(values, where.id, new, told)
            slot = Slot(organisation, location, days_of(planned.moments), planned.words)
            near = self.register.near(title, where.id)
            twin = self.register.twin(title, where.id, slot, near)
            if twin:
                return self._proposal(row, values, planned, twin, [*told, *reasons, *notes])
            notes += [*told, *([OTHER.format(near[0])] if near else [])]
            data |= {"organisatie": organisation, "locatie": location}
        if slot and not reasons:
            found = self._entry(row, values, slot, data, new, notes)
            if isinstance(found, Outcome):
                return replace(found, notes=tuple(notes))
            reasons.append(found)
        source = f"{self.asked.source}, rij {row.number}"
        read = Found(values, where.id, {**data, "contact": reached}, (*reasons, *notes), source)
        return self.drafts.outcome(row, read, bare=len(refused) > 1)

    def _regroup(self, row: Row, notes: list[str]) -> tuple[dict[str, str], list[str]]:
        """Return the texts of a row with too many cells, and why it is no entry where it could be read in more ways. Raises WrongRowError."""
        fitting = [one for one in row.regrouped if self._fits(one.values)]
        # Where one way has an address for its source, a way without is none.
        fitting = [one for one in fitting if one.values.get("bron")] or fitting
        spaced = [one for one in fitting if one.spaced]
        bare = [one for one in fitting if not one.text and row.overfull]
        # A space behind the separator says that it stood in a text; without one there must be one way alone.
        certain = spaced if len(spaced) == 1 and not bare else fitting if len(fitting) == 1 else []
        if certain:
            (one,) = certain
            if one.text:
                notes.append(TOGETHER.format(one.text))
            return dict(one.values), []
        if not fitting and not row.overfull:  # only separators too many
            return dict(row.values), []
        if not fitting:
            raise WrongRowError(
                f'Van deze rij is niet te zeggen wat in welke kolom hoort: "{" | ".join(cell.text for cell in row.cells)}".'
            )
        shared = {
            name: text
            for name, text in fitting[0].values.items()
            if all(one.values.get(name) == text for one in fitting)
        }
        return {"titel": fitting[0].values["titel"], **shared}, [SURPLUS]

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
        of_sheet = values.get(SHEET, "")
        if typed.is_unknown(text) and typed.is_unknown(town) and of_sheet and self._is_place(of_sheet):
            del values[SHEET]
            notes.append(f'gemeente: "{of_sheet}" is de naam van het blad, en zo gelezen.')
            text = of_sheet
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
            stays = values.setdefault("plaats", found.town) == found.town
            more = f", en {found.town} als plaats" if stays else f"; de plaats blijft {values['plaats']}"
            notes.append(f'gemeente: "{text}" is gelezen als {found.id}{more}.')
        return found

    def _is_place(self, text: str) -> bool:
        try:
            self.names.municipality(text)
        except WrongRowError:
            return False
        return True

    def _of_sheet(self, values: dict[str, str], notes: list[str]) -> None:
        """Read the name of a sheet as who organises its rows, where it is no theme, place, month or age; it is said."""
        text = values.pop(SHEET, "")
        if not text or "organisatie" in values:
            return
        words = {*slug(text).split("-")}
        other = self._is_place(text) or self.names.is_theme(text) or words & OTHER_SHEETS or re.search(r"\d", text)
        if other:
            notes.append(f'organisatie: het blad heet "{text}"; dat is niet als organisatie gelezen.')
        else:
            values["organisatie"] = text
            notes.append(f'organisatie: "{text}" is de naam van het blad, en zo gelezen.')

    def _reasons(self, row: Row, values: Mapping[str, str], where: Where, planned: Schedule) -> Iterator[str]:
        """Yield why a row is no entry yet, however well it can be read."""
        if not where.on_site:
            yield f"De gemeente {where.id} staat niet op deze site."
        if row.struck:
            yield "Deze rij is doorgestreept. Bestaat het nog? Vraag het na."
        status = values.get(STATUS, "")
        if not typed.is_unknown(status) and typed.simplified(status) not in RUNNING:
            yield f'status: "{status}". Bestaat het nog? Vraag het na.'
        yield from elsewhere(values, where, self.names)
        for name, text in self._stopped(row, values):
            yield f'{name}: "{text}". Bestaat het nog? Vraag het na.'
        if _over(planned.moments, self.asked.today):
            yield f'wanneer: "{planned.words}" is voorbij. Komt het terug? Vraag het na.'
        for name, missing in MISSING.items():
            if typed.is_unknown(values.get(name, "")):
                yield missing

    @staticmethod
    def _stopped(row: Row, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Yield the texts that say that it is there no more: any word of it about the day, only a plain one in a longer text."""
        for name in SHORT_TEXTS:
            if STOPPED.search(values.get(name, "")):
                yield name, values[name]
        others = [(cell.heading, cell.text) for cell in row.cells if cell.column not in (*SHORT_TEXTS, STATUS)]
        for name, text in others:
            if len(text) <= LONGEST_STOP and ENDED.search(text):
                yield name, text

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
            case How.PRICES:
                return notation(text) or read_answer(question, text)
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
        whole = {**new, f"activities/{id_}.yml": ("activities", in_order(data, Activity))}
        for folder, one in whole.values():
            while fault := fault_of(ADDED[folder], one):
                field, said = fault
                if field not in one or ADDED[folder].model_fields[field].is_required():
                    return said
                notes.append(f'{field}: "{values.get(field, "")}" is niet opgeslagen. {said}')
                del one[field]
        path = f"activities/{id_}.yml"
        added = {**whole[path][1], "toegevoegd": self.asked.today.isoformat()}
        whole[path] = ("activities", in_order(added, Activity))
        self.register.remember(whole, place, title, id_, slot)
        return Outcome(row.number, Status.NEW, title, files_of(whole), entries=dict(whole.values()))

    def _proposal(self, row: Row, values: dict[str, str], planned: Schedule, twin: str, more: list[str]) -> Outcome:
        """Say what a row knows that the entry does not, and ``more``; a person decides."""
        entry: Entry[Activity] | None = self.catalogue.activities.get(twin)
        if entry is None:
            told = (f"Lijkt op {twin}, uit een rij hierboven.", NOT_USED, *more)
            return Outcome(row.number, Status.THERE, values["titel"], notes=told)
        notes = [f"Lijkt op {twin}. Er is niets veranderd.", NOT_USED]
        contact = joined(self.catalogue, entry).contact
        said = entry_data(entry.model) | {"contact": entry_data(contact)}
        now = entry.model.model_dump(exclude_none=True) | {"contact": contact.model_dump(exclude_none=True)}
        for question in ABOUT_ACTIVITY:
            text = values.get(question.name, "")
            if question.how is How.MOMENTS:
                text = planned.words
            there = at(now, question.path)
            if (
                not text
                or question.how in (How.THEMES, How.MUNICIPALITY)
                or question.name in (*NAMED, "titel", "bron", "brondatum")
            ):
                continue
            read = planned.moments if question.how is How.MOMENTS else self._answer(question, text, [])
            if read in (None, "", UNKNOWN, []):
                continue
            if there in (None, UNKNOWN, ()):
                notes.append(f"Nieuw hierin is {question.name}: {text}")
            elif as_tuples(read) != _plain(at(said, question.path)):
                notes.append(f"Anders hierin is {question.name}: {text}")
        return Outcome(row.number, Status.THERE, values["titel"], notes=(*notes, *more))


def _over(moments: Any, today: date) -> bool:
    """Tell whether all days are past."""
    if isinstance(moments, str):
        return False
    last = [one.get("datum") or one.get("t_m") or "9999" for one in moments]
    return bool(last) and max(last) < today.isoformat()


def _path(question: Question, answer: Any) -> Path:
    """Return where an answer stands in a file: a source that is no page stands under another name."""
    if question.how is How.SOURCE and question.path[-1] == "url" and not typed.is_address(answer):
        return (*question.path[:-1], "wat")
    return question.path


def _plain(value: Any) -> Any:
    """Return a value of a file as an answer has it: lists as tuples."""
    return as_tuples(list(value)) if isinstance(value, tuple) else as_tuples(value)
