"""``new``: asks the questions one by one in a terminal, and makes one entry of the answers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.judge.suggestion import suggestion
from generator.model.catalogue import Catalogue
from generator.model.imported import Outcome, Status
from generator.model.questions import STEPS, Question
from generator.model.schema.asked import How
from generator.read import typed
from generator.read.answers import read_answer
from generator.read.imported_row import Asked
from generator.read.importing import outcomes, write_new
from generator.read.table import Row

Read = Callable[[str], str]
Tell = Callable[[str], None]
ONLY_ROW = 1
TOLD = Asked("Verteld aan wie dit invulde")
FEW = 20  # choices that are named before somebody answers
PATIENCE = 3
NOT_READ = "Dit is niet te lezen. Weet u het niet? Druk op Enter."
# What somebody hears once of an answer that no rule can say; Enter keeps it.
IN_WORDS = {
    How.MOMENTS: "Dat blijft staan zoals u het schrijft. Kan het als dag en tijd? Schrijf het opnieuw, of druk op Enter.",
    How.PRICES: "Dat blijft staan zoals u het schrijft. Is het per keer, per maand of per jaar? Schrijf dat erbij, of druk op Enter.",
}
REMEDIES = {
    How.YES_NO: "Schrijf ja of nee, of druk op Enter.",
    How.NUMBER: "Schrijf een getal, of druk op Enter.",
}


def interview(catalogue: Catalogue, content: Path, today: date, read: Read, tell: Tell) -> bool:
    """Ask everything, show what it becomes, and write that when somebody says yes. Returns whether a file was written.

    ``read`` asks for a line (and raises EOFError where there is none), ``tell`` shows one. What is wrong can be mended: the answers stay.
    """
    tell("U voegt een activiteit toe. Weet u iets niet? Druk op Enter. Stoppen kan met Ctrl en C.")
    answers = _asked(catalogue, {}, read, tell)
    while True:
        (found,) = outcomes(catalogue, [Row(ONLY_ROW, answers)], today, TOLD)
        for note in found.notes:
            tell(f"Let op: {note}")
        if found.status not in (Status.WRONG, Status.DRAFT):
            break
        if not _yes("Wilt u de antwoorden verbeteren? (ja of nee) ", read, tell):
            break
        tell("Elke vraag komt nog een keer. Enter laat een antwoord zoals het is; een streepje (-) haalt het weg.")
        answers = _asked(catalogue, answers, read, tell)
    if found.status is Status.DRAFT:
        tell("Dit wordt een concept: het staat in de belronde, en nog niet op de site.")
    elif found.status is not Status.NEW:
        tell("Er is niets geschreven.")
        return False
    return _finish(content, found, read, tell)


def _asked(catalogue: Catalogue, before: Mapping[str, str], read: Read, tell: Tell) -> dict[str, str]:
    """Return the answers by question; ``before`` holds those of the round before."""
    answers: dict[str, str] = {}
    for number, (step, questions) in enumerate(STEPS.items(), 1):
        tell(f"\n{number} van {len(STEPS)}. {step}")
        for question in questions:
            answer = _answer(question, catalogue, answers, before.get(question.name, ""), read, tell)
            if answer:
                answers[question.name] = answer
    return answers


def _yes(question: str, read: Read, tell: Tell) -> bool:
    """Ask until somebody says yes or no; who says neither three times says no."""
    for _ in range(PATIENCE):
        answer = typed.yes_or_no(read(question))
        if answer in ("ja", "nee"):
            return answer == "ja"
        tell("Schrijf ja of nee.")
    return False


def _finish(content: Path, found: Outcome, read: Read, tell: Tell) -> bool:
    for path, text in sorted(found.files.items()):
        tell(f"\n{content / path}\n\n{text}")
    if not _yes("Opslaan? (ja of nee) ", read, tell):
        tell("Er is niets geschreven.")
        return False
    (written,) = write_new(content, [found])
    for path in sorted(written.files):
        tell(f"Geschreven: {content / path}")
    for note in written.notes if not written.files else ():
        tell(note)
    return bool(written.files)


def _answer(
    question: Question, catalogue: Catalogue, answers: Mapping[str, str], before: str, read: Read, tell: Tell
) -> str:
    """Ask until there is an answer that can be read."""
    if question.how is How.NEW_LOCATION and not _new_location(catalogue, answers):
        return ""
    choices = _choices(question, catalogue)
    listed = f"\n  Kies uit: {', '.join(choices)}." if 0 < len(choices) <= FEW else ""
    kept = ""
    while True:
        now = f"\n  (nu: {before})" if before else ""
        answer = " ".join(read(f"{question.ask}{listed}\n  (bijvoorbeeld: {question.example}){now} ").split())
        answer = "" if answer == "-" else answer or before
        wrong = _wrong(question, answer, choices)
        if not wrong and answer != kept and _stays_words(question, answer):
            wrong, kept, before = IN_WORDS[question.how], answer, answer
        if not wrong:
            return answer
        tell(f"  {wrong}")


def _stays_words(question: Question, answer: str) -> bool:
    """Tell whether an answer stays as it was typed, because no rule can say it."""
    found = read_answer(question, answer) if question.how in IN_WORDS else ""
    return (
        "tekst" in found if isinstance(found, dict) else any("tekst" in one for one in found if isinstance(one, dict))
    )


def _choices(question: Question, catalogue: Catalogue) -> list[str]:
    """Return what there is to choose from; nothing where anything may be answered."""
    if question.how is How.THEMES:
        return [entry.model.naam for entry in catalogue.ordered_domains]
    if question.how is How.KINDS:
        return [kind.naam for kind in catalogue.kind_of.values()]
    return [entry.model.naam for entry in catalogue.named_municipalities] if question.how is How.MUNICIPALITY else []


def _new_location(catalogue: Catalogue, answers: Mapping[str, str]) -> bool:
    """Tell whether somebody named a location that is not known yet: only then its address is asked."""
    name = typed.simplified(answers.get("locatie", ""))
    known = {typed.simplified(entry.model.naam) for entry in catalogue.locations.values()}
    return bool(name) and name not in {*known, *typed.ONLINE_WORDS, *typed.CHANGING}


def _wrong(question: Question, answer: str, choices: Sequence[str]) -> str:
    """Return what is wrong with an answer and what to do, or nothing."""
    if not answer:
        return "Dit moet erbij. Zonder dit kan niemand kiezen." if question.needed else ""
    if choices and typed.simplified(answer) not in [typed.simplified(name) for name in choices]:
        return suggestion(answer, choices)
    if question.how is How.CONTACT and not typed.is_unknown(answer) and not typed.reach(question.name, answer):
        return f'"{answer}" {typed.reach_fault(question.name, answer)}'
    return REMEDIES.get(question.how, NOT_READ) if read_answer(question, answer) is None else ""
