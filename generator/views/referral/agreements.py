"""What a practice and its coach agreed, and what they still have to: on the page, and as the agenda of a first meeting."""

from dataclasses import dataclass

from generator.model.schema import UNKNOWN, Afspraken, Practice, Verwijzen

QUESTIONS = {
    "voor_wie": ("Voor wie", "Voor wie is Welzijn op Recept bij ons?"),
    "hoe_verwijzen": ("Hoe wij verwijzen", "Hoe verwijzen wij?"),
    "terugkoppeling": ("Wat wij terugkrijgen", "Wat krijgen wij terug, en wanneer?"),
    "evaluatie": ("Hoe gaat het?", "Wanneer kijken wij samen hoe het gaat?"),
}


@dataclass(frozen=True, slots=True)
class Agreed:
    """One thing that was agreed: what it is about, and what."""

    about: str
    what: str


def agreed(practice: Practice) -> tuple[Agreed, ...]:
    """Return what is known of how practice and coach work together."""
    facts = practice.afspraken or Afspraken()
    found = [Agreed(label, text) for name, (label, _) in QUESTIONS.items() if (text := getattr(facts, name))]
    meeting = practice.overleg
    if meeting:
        parts = (meeting.wat, meeting.wanneer, f"met {meeting.met_wie}" if meeting.met_wie else "")
        found.append(Agreed("Overleg", ", ".join(filter(None, parts))))
    if practice.spreekkamer:
        found.append(Agreed("De coach zit in", practice.spreekkamer))
    return tuple(found)


def open_points(practice: Practice, referral: Verwijzen | None) -> tuple[str, ...]:
    """Return what practice and coach still have to agree, as questions; a municipality's own way to refer counts."""
    facts = practice.afspraken or Afspraken()
    way = referral is not None and referral.hoe != UNKNOWN
    asked: list[tuple[str, object]] = [
        ("Wie is onze welzijnscoach, en wie belt die persoon?", practice.welzijnscoach),
        ("Op welke dagen is de welzijnscoach in de praktijk?", practice.aanwezig),
        ("In welke kamer zit de welzijnscoach?", practice.spreekkamer),
        ("Bij welk overleg is de welzijnscoach, zoals het MDO? Op welke dag, en met wie?", practice.overleg),
    ]
    asked += [
        (question, getattr(facts, name) or (name == "hoe_verwijzen" and way))
        for name, (_, question) in QUESTIONS.items()
    ]
    return tuple(question for question, known in asked if not known)
