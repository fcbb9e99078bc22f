"""The form with which a volunteer adds or mends an activity: the questions of ``questions``, as fields, a step at a time."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.model.questions import MENDING, STEPS, Question, Step
from generator.model.schema import UNKNOWN
from generator.model.schema.values import Aanmelden, Choice, Dag, Hoe, JaNee, Per, Rol, Vrij, WeekVanDeMaand
from generator.views.head import Crumb, Head

# How each question is answered; a line of text where nothing is said.
KINDS = {
    "samenvatting": "text", "beschrijving": "text", "thema": "themes", "soort": "kinds", "gemeente": "select",
    "organisatie": "known", "locatie": "known", "wanneer": "moments", "kosten": "prices", "aanmelden": "radio",
    "rolstoel": "radio", "alleen_komen": "radio", "iemand_gaat_mee": "radio", "loopt": "running", "nagevraagd": "checked",
}  # fmt: skip
TYPES = {"telefoon": "tel", "email": "email", "website": "url", "bron": "url"}
MORE = {
    "samenvatting": "Dit staat op de kaart. Hoogstens 300 letters.",
    "beschrijving": "Dit staat op de pagina van de activiteit. Het hoeft niet.",
    "thema": "Kies er een, of hoogstens twee. Het eerste is het belangrijkste.",
    "organisatie": "Kent de site de organisatie al? Kies die dan uit de lijst. Schrijf geen naam van een persoon.",
    "locatie": "Kent de site de plek al? Kies die dan uit de lijst.",
    "telefoon": "Geen nummer van een persoon. Kent de site de organisatie al? Dan staat dit er al.",
    "bron": "Zonder webadres komt er niets op de site. Weet u er geen? Mail dan wat u weet.",
    "brondatum": "Staat er geen dag bij? Laat het leeg. Een jaar is ook goed.",
}
EXAMPLES = {"brondatum": "1-11-2026, of: 2026"}  # as people write it; a file has 2026-11-01
NEW_PLACE = frozenset(["adres", "postcode", "plaats"])
OFTEN = {
    "": "elke week",
    "2": "om de week",
    "3": "om de drie weken",
    "4": "om de vier weken",
    "maand": "een keer of vaker per maand",
}
SURE = {JaNee.JA: "Ja", JaNee.NEE: "Nee", JaNee.ONBEKEND: "Weet ik niet"}
SIGN_UP = {Aanmelden.NIET_NODIG: "Nee, mensen kunnen zo gaan", Aanmelden.NODIG: "Ja", Aanmelden.EERSTE_KEER: "Alleen de eerste keer", Aanmelden.ONBEKEND: "Weet ik niet"}  # fmt: skip
RUNNING = {"ja": "Ja", "pauze": "Nu even niet", "gestopt": "Nee, het is gestopt"}


@dataclass(frozen=True, slots=True)
class Field:
    """One question as a field. ``options`` are values with their labels; ``extra`` marks what is asked of a new place only."""

    name: str
    kind: str
    type: str
    ask: str
    example: str
    more: str
    needed: bool
    options: tuple[tuple[str, str], ...]
    extra: bool


@dataclass(frozen=True, slots=True)
class FormStep:
    """A few fields that belong together."""

    number: int
    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class FormPage:
    """The form. The lists are for the fields that need more than one choice; ``send`` is the path of the script of the last step."""

    head: Head
    crumbs: tuple[Crumb, ...]
    steps: tuple[FormStep, ...]
    days: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[str, str], ...]
    often: tuple[tuple[str, str], ...]
    skip: tuple[tuple[str, str], ...]
    per: tuple[tuple[str, str], ...]
    roles: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]
    mail: str
    send: str
    theme_icons: tuple[str, ...]


def form_page(catalogue: Catalogue, send: str) -> FormPage:
    """Return the form, with the names that there are to choose from."""
    settings = catalogue.settings.model
    return FormPage(
        head=Head(
            address=addresses.FORM,
            title="Een activiteit toevoegen of verbeteren",
            description="Voeg een activiteit toe of verbeter er een, in een paar stappen.",
            status="Wat u hier invult, blijft op dit apparaat tot u het zelf verstuurt.",
        ),
        crumbs=(Crumb("Home", ""), Crumb("Meedoen", addresses.JOIN)),
        steps=tuple(_step(catalogue, number, step) for number, step in enumerate((*STEPS, *MENDING), 1)),
        days=_labels(Dag),
        weeks=_labels(WeekVanDeMaand),
        often=tuple(OFTEN.items()),
        skip=_labels(Vrij),
        per=_labels(Per),
        roles=_labels(Rol),
        ways=_labels(Hoe),
        mail="" if settings.mail == UNKNOWN else settings.mail,
        send=send,
        theme_icons=tuple(entry.model.pictogram for entry in catalogue.ordered_domains),
    )


def _step(catalogue: Catalogue, number: int, step: Step) -> FormStep:
    return FormStep(number, step.title, tuple(_field(catalogue, question) for question in step.questions))


def _field(catalogue: Catalogue, question: Question) -> Field:
    name = question.name
    return Field(
        name=name,
        kind=KINDS.get(name, "line"),
        type=TYPES.get(name, "text"),
        ask=question.ask,
        example=EXAMPLES.get(name, question.example),
        more=MORE.get(name, ""),
        needed=question.needed,
        options=_options(catalogue, name),
        extra=name in NEW_PLACE,
    )


def _options(catalogue: Catalogue, name: str) -> tuple[tuple[str, str], ...]:
    if name == "thema":
        return tuple((entry.id, entry.model.naam) for entry in catalogue.ordered_domains)
    if name == "gemeente":
        return tuple((entry.id, entry.model.naam) for entry in catalogue.named_municipalities)
    fixed: Mapping[str, Mapping[str, str]] = {
        "aanmelden": {str(one): label for one, label in SIGN_UP.items()},
        "loopt": RUNNING,
    }
    if KINDS.get(name) == "radio" and name not in fixed:
        return tuple((str(one), label) for one, label in SURE.items())
    return tuple(fixed.get(name, {}).items())


def _labels(options: type[Choice]) -> tuple[tuple[str, str], ...]:
    return tuple((str(one), one.label) for one in options)
