"""``new``: asks the questions one by one in a terminal, and makes one entry of the answers."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from generator import typed
from generator.catalogue import Catalogue
from generator.imported_row import YES_OR_NO
from generator.importing import outcomes, write_new
from generator.messages import suggestion
from generator.questions import STEPS, Question
from generator.table import Row

Read = Callable[[str], str]
Tell = Callable[[str], None]
ONLY_ROW = 1


def interview(catalogue: Catalogue, content: Path, today: date, read: Read, tell: Tell) -> bool:
    """Ask everything, show what it becomes, and write that when somebody says yes. Returns whether a file was written.

    ``read`` asks for a line (and raises EOFError where there is none), ``tell`` shows one.
    """
    tell("U voegt een activiteit toe. Weet u iets niet? Druk op Enter. Stoppen kan met Ctrl en C.")
    answers: dict[str, str] = {}
    for number, step in enumerate(STEPS, 1):
        tell(f"\n{number} van {len(STEPS)}. {step.title}")
        for question in step.questions:
            answer = _answer(question, catalogue, answers, read, tell)
            if answer:
                answers[question.name] = answer
    return _finish(catalogue, content, today, answers, read, tell)


def _finish(catalogue: Catalogue, content: Path, today: date, answers: dict[str, str], read: Read, tell: Tell) -> bool:
    found = outcomes(catalogue, [Row(ONLY_ROW, answers)], today)
    for note in found[0].notes:
        tell(f"Let op: {note}")
    if found[0].status != "nieuw":
        tell("Er is niets geschreven.")
        return False
    for path, text in sorted(found[0].files.items()):
        tell(f"\n{content / path}\n\n{text}")
    if typed.yes_or_no(read("Opslaan? (ja of nee) ")) != "ja":
        tell("Er is niets geschreven.")
        return False
    (written,) = write_new(content, found)
    for path in sorted(written.files):
        tell(f"Geschreven: {content / path}")
    for note in written.notes if not written.files else ():
        tell(note)
    return bool(written.files)


def _answer(question: Question, catalogue: Catalogue, answers: Mapping[str, str], read: Read, tell: Tell) -> str:
    """Ask until there is an answer that can be read."""
    if question.name in ("adres", "postcode", "plaats") and not _new_place(catalogue, answers):
        return ""
    while True:
        answer = " ".join(read(f"{question.ask}\n  (bijvoorbeeld: {question.example}) ").split())
        wrong = _wrong(question, answer, catalogue)
        if not wrong:
            return answer
        tell(f"  {wrong}")


def _new_place(catalogue: Catalogue, answers: Mapping[str, str]) -> bool:
    """Tell whether somebody named a place that is not known yet: only then its address is asked."""
    name = typed.plain(answers.get("locatie", ""))
    known = {typed.plain(entry.model.naam) for entry in catalogue.locations.values()}
    return bool(name) and name != "online" and name not in known


def _wrong(question: Question, answer: str, catalogue: Catalogue) -> str:
    """Return what is wrong with an answer and what to do, or nothing."""
    if not answer:
        return "Dit moet erbij. Zonder dit kan niemand kiezen." if question.needed else ""
    names = {
        "thema": [entry.model.naam for entry in catalogue.ordered_domains],
        "soort": [kind.naam for kind in catalogue.kind_of.values()],
        "gemeente": [entry.model.naam for entry in catalogue.named_municipalities],
    }.get(question.name)
    if names and typed.plain(answer) not in [typed.plain(name) for name in names]:
        return suggestion(answer, names)
    if question.name == "kosten" and typed.price(answer) is None:
        return (
            "Dit is niet te lezen. Schrijf gratis, of een bedrag zoals 2,50 per keer. Weet u het niet? Druk op Enter."
        )
    if question.name in YES_OR_NO and typed.yes_or_no(answer) is None:
        return "Schrijf ja of nee, of druk op Enter."
    return ""
