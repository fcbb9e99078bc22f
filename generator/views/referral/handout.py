"""What a practice hands out: a flyer, a poster and small cards, with the codes and links that go with them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import MONTHS, listing
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import UNKNOWN, Municipality, Practice, Referral, Verwijzen, open_questions
from generator.views.lists.snippets import button, link
from generator.views.referral.agreements import Agreed, agreed, open_points
from generator.views.referral.coach import PLAIN, Coach, coach_view
from generator.views.referral.examples import ThemeLine, theme_lines

FLYER, POSTER, POSTER_A3, CARDS = "flyer.pdf", "poster.pdf", "poster-a3.pdf", "kaartjes.pdf"
COACH_POSTER, COACH_CARDS = "welzijnscoach.pdf", "welzijnscoach-kaartjes.pdf"
MEETING, EVALUATION = "startbijeenkomst.pdf", "jaarevaluatie.pdf"
ASK_GP = "Vraag uw huisarts."
# What a patient wants to know; the other open questions are those of a practice.
FOR_PATIENTS = ("gaat_mee", "belt_voor_u", "belt_binnen", "gesprekken", "kosten_coach", "bewaart")


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of the referral in a municipality, a line each, and in one line what is still to be asked."""

    known: tuple[str, ...]
    unknown: str


@dataclass(frozen=True, slots=True)
class Handout:
    """What stands on paper, for one practice or (``practice`` empty) for everybody.

    ``address`` is what the code opens and ``activities`` where the list is, both in full; they are empty where the site's
    own address is not known. ``coach`` is the practice's own. ``made`` is the month of the build: who prints it, and on which day, nobody
    knows before. ``questions`` says whom to call. ``agreed`` is what practice and coach agreed, ``agenda`` what they still have to, and ``lessons``
    are what others learned, for the yearly talk. ``introduction`` says in a sentence who the coach is, and ``room`` where to find that person.
    """

    words: Referral
    practice: str
    place: str
    coach: Coach | None
    days: str
    answers: Answers
    address: str
    activities: str
    themes: tuple[ThemeLine, ...]
    sender: str
    made: str
    questions: str
    agreed: tuple[Agreed, ...] = ()
    agenda: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    introduction: str = ""
    room: str = ""

    @property
    def ring(self) -> tuple[tuple[str, str], ...]:
        """Return the colours and pictograms of the themes."""
        return tuple((line.theme.colour, line.theme.icon) for line in self.themes)


@dataclass(frozen=True, slots=True)
class File:
    """A sheet to download: what it is, where it lies (from the site's root), and how to print it. ``talk`` tells that it is for practice and coach, and not for a patient."""

    name: str
    path: str
    how: str
    talk: bool = False


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything that a practice may use. ``files`` has the sheets that could be made, ``talk`` those for practice and coach; the codes where no address is known."""

    url: str
    files: tuple[File, ...]
    talk: tuple[File, ...]
    svg: str
    png: str
    link_code: str
    button_code: str


def shown(address: str) -> str:
    """Return an address as people read it: without the protocol and the last slash."""
    return address.partition("://")[2].removesuffix("/") or address


def answers(referral: Verwijzen | None, names: tuple[str, ...] = FOR_PATIENTS) -> Answers:
    """Return what is known and what is not of the questions ``names``."""
    facts = referral or Verwijzen()
    unknown = [question for name, question in open_questions(facts) if name in names]
    known = tuple(
        f"{str(Verwijzen.model_fields[name].description).rstrip('.')}: {str(getattr(facts, name)).rstrip('.')}."
        for name in names
        if getattr(facts, name) != UNKNOWN
    )
    return Answers(
        known, _unknown(unknown) if names == FOR_PATIENTS else f"Nog navragen: {listing(unknown)}." if unknown else ""
    )


def unknown_everywhere(catalogue: Catalogue) -> str:
    """Return in one line what is not known in any municipality; the rest stands with those that know it."""
    places = [place.model.verwijzen or Verwijzen() for place in catalogue.municipalities.values()] or [Verwijzen()]
    open_here = [dict(open_questions(facts)) for facts in places]
    asked = [open_here[0][name] for name in FOR_PATIENTS if all(name in questions for questions in open_here)]
    return _unknown(asked, " Dit kan per gemeente anders zijn.")


def _unknown(questions: list[str], more: str = "") -> str:
    return f"Nog navragen: {listing(questions)}.{more} Vraag het aan uw huisarts." if questions else ""


def general_handout(catalogue: Catalogue, today: date, url: str) -> Handout:
    """Return what stands on the sheets for everybody; ``url`` is the site's own address, or empty."""
    return Handout(
        words=catalogue.referral.model,
        practice="",
        place="",
        coach=None,
        days="",
        answers=Answers((), unknown_everywhere(catalogue)),
        address=url and url + addresses.REFERRAL,
        activities=url and f"{url}zoeken/",
        themes=theme_lines(catalogue, "", today),
        sender=sender(catalogue, ""),
        made=_month(today),
        questions=ASK_GP,
        agenda=open_points(Practice.model_construct(naam="", gemeente=""), None),
        lessons=_lessons(catalogue),
    )


def practice_handout(catalogue: Catalogue, entry: Entry[Practice], today: date, url: str) -> Handout:
    """Return what stands on the sheets of one practice."""
    practice = entry.model
    place = catalogue.municipalities[practice.gemeente]
    return Handout(
        words=catalogue.referral.model,
        practice=practice.naam,
        place=place.model.naam,
        coach=coach_view(practice.welzijnscoach, today) if practice.welzijnscoach else None,
        days=listing([str(day) for day in practice.aanwezig or ()]),
        answers=answers(place.model.verwijzen),
        address=url and f"{url}praktijken/{entry.id}/",
        activities=url and f"{url}{place.id}/",
        themes=theme_lines(catalogue, place.id, today),
        sender=sender(catalogue, practice.naam),
        made=_month(today),
        questions=_questions(practice, place.model, today),
        agreed=agreed(practice),
        agenda=open_points(practice, place.model.verwijzen),
        lessons=_lessons(catalogue),
        introduction=practice.introductie or "",
        room=practice.spreekkamer or "",
    )


def sender(catalogue: Catalogue, practice: str) -> str:
    """Return who hands it out: the practice, and who publishes the site where that is known."""
    settings = catalogue.settings.model
    return (
        " en ".join(filter(None, (practice, "" if settings.uitgever == UNKNOWN else settings.uitgever)))
        or settings.naam
    )


def _lessons(catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(lesson.kop for lesson in catalogue.referrers.model.lessen)


def _month(today: date) -> str:
    return f"{MONTHS[today.month - 1]} {today.year}"


def _questions(practice: Practice, place: Municipality, today: date) -> str:
    """Return whom to call: the practice's own coach, else one of the municipality; where nobody is known, the own GP."""
    own = (practice.welzijnscoach,) if practice.welzijnscoach else place.welzijnscoaches
    for coach in (coach_view(one, today) for one in own):
        if coach.phone:
            doubt = "" if coach.sure else " Wij weten niet zeker of dit nummer klopt."
            whom = f"de {coach.name[0].lower()}{coach.name[1:]}" if coach.name.startswith(PLAIN) else coach.name
            return f"Bel {whom}: {coach.phone}.{doubt}"
    return ASK_GP


def kit(name: str, folder: str, url: str, *, paper: Collection[str], news: tuple[File, ...] = ()) -> Kit:
    """Return the kit that lies in ``folder``; ``name`` is the practice's, or empty for everybody's.

    ``paper`` has the names of the sheets that are there, ``news`` those of the municipality.
    """
    text = f"Welzijn op Recept bij {name}" if name else "Welzijn op Recept"
    here = url and url + folder
    files = (
        File(
            "Flyer", folder + FLYER, "Twee kanten A4, liggend. Print dubbelzijdig over de korte kant en vouw het vel."
        ),
        File("Poster voor de wachtkamer", folder + POSTER, "Een A4."),
        File("Grote poster", folder + POSTER_A3, "Een A3, voor een printer die dat kan."),
        File(
            "Kaartjes om mee te geven",
            folder + CARDS,
            "Acht op een A4. Print dubbelzijdig en knip tussen de streepjes.",
        ),
        File("Dit is onze welzijnscoach: poster", folder + COACH_POSTER, "Een A4."),
        File(
            "Dit is onze welzijnscoach: kaartjes",
            folder + COACH_CARDS,
            "Acht op een A4. Knip tussen de streepjes.",
        ),
        File(
            "Startbijeenkomst: de agenda", folder + MEETING, "Een A4, met precies wat nog af te spreken is.", talk=True
        ),
        File("Samen terugkijken na een jaar", folder + EVALUATION, "Een A4, met de vijf lessen als vragen.", talk=True),
    )
    there = (*(file for file in files if file.path.removeprefix(folder) in paper), *news)
    return Kit(
        url=here,
        files=tuple(file for file in there if not file.talk),
        talk=tuple(file for file in there if file.talk),
        svg=f"{folder}qr.svg" if here else "",
        png=f"{folder}qr.png" if here else "",
        link_code=link(here, text) if here else "",
        button_code=button(here, text) if here else "",
    )
