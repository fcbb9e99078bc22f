"""The form with which a volunteer adds or mends an activity: the questions of ``questions``, as fields, a step at a time."""

from dataclasses import dataclass

from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.model.questions import MENDING, STEPS, Question
from generator.model.schema import UNKNOWN
from generator.model.schema.asked import How
from generator.model.schema.values import Aanmelden, Choice, Dag, Hoe, JaNee, Per, Rol, Vrij, WeekVanDeMaand
from generator.views.activity.answers import Fact, Known
from generator.views.activity.asking import Asking
from generator.views.activity.card import Card, ThemeLabel
from generator.views.activity.picture import Kind
from generator.views.head import Crumb, Head

# The field for each way to answer; a line of text where nothing is said.
WIDGETS = {
    How.SENTENCES: "text",
    How.TEXT: "text",
    How.THEMES: "themes",
    How.KINDS: "kinds",
    How.MUNICIPALITY: "select",
    How.ORGANISATION: "known",
    How.LOCATION: "known",
    How.MOMENTS: "moments",
    How.PRICES: "prices",
    How.CHOICE: "radio",
    How.YES_NO: "radio",
    How.RUNNING: "running",
    How.CHECKED: "checked",
}
EXAMPLES = {"brondatum": "1-11-2026, of: 2026"}  # as people write it; a file has 2026-11-01
OFTEN = {
    "": "elke week",
    "2": "om de week",
    "3": "om de drie weken",
    "4": "om de vier weken",
    "maand": "een keer of vaker per maand",
}
SURE = {JaNee.JA: "Ja", JaNee.NEE: "Nee", JaNee.ONBEKEND: "Weet ik niet"}
SIGN_UP = {
    Aanmelden.NIET_NODIG: "Nee, mensen kunnen zo gaan",
    Aanmelden.NODIG: "Ja",
    Aanmelden.EERSTE_KEER: "Alleen de eerste keer",
    Aanmelden.ONBEKEND: "Weet ik niet",
}
RUNNING = {"ja": "Ja", "pauze": "Nu even niet", "gestopt": "Nee, het is gestopt"}


# The pictograms that the script uses: those of the answers on a card, and of the ways to send.
ICONS = (
    "calendar-month-outline",
    "map-marker-outline",
    "currency-eur",
    "clipboard-text-outline",
    "account-outline",
    "help-circle-outline",
    "content-copy",
    "email-outline",
    "open-in-new",
)
# A card with every part that a card can have, for the script to fill in.
EMPTY_CARD = Card(
    id="",
    address="",
    title="-",
    summary="-",
    theme=ThemeLabel("", "-", "", "help-circle-outline"),
    known=Known((Fact("", "-", "help-circle-outline", ("-",)),), ("-",)),
    sure="bron",
    how_sure="-",
    asking=Asking("help-circle-outline", "-", "", "-", ""),
    paused="-",
    pick="",
    kind=Kind("help-circle-outline", ""),
    photo=None,
)


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
    icons: tuple[str, ...]
    card: Card


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
        steps=tuple(
            FormStep(number, str(step), tuple(_field(catalogue, question) for question in questions))
            for number, (step, questions) in enumerate((*STEPS.items(), *MENDING.items()), 1)
        ),
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
        icons=ICONS,
        card=EMPTY_CARD,
    )


def _field(catalogue: Catalogue, question: Question) -> Field:
    name = question.name
    return Field(
        name=name,
        kind=WIDGETS.get(question.how, "line"),
        type=question.input,
        ask=question.ask,
        example=EXAMPLES.get(name, question.example),
        more=question.more,
        needed=question.needed,
        options=_options(catalogue, question),
        extra=question.how is How.NEW_LOCATION,
    )


def _options(catalogue: Catalogue, question: Question) -> tuple[tuple[str, str], ...]:
    """Return what there is to choose from."""
    found: dict[How, tuple[tuple[str, str], ...]] = {
        How.THEMES: tuple((entry.id, entry.model.naam) for entry in catalogue.ordered_domains),
        How.MUNICIPALITY: tuple((entry.id, entry.model.naam) for entry in catalogue.named_municipalities),
        How.RUNNING: tuple(RUNNING.items()),
        How.YES_NO: tuple((str(one), label) for one, label in SURE.items()),
    }
    if question.options is Aanmelden:
        return tuple((str(one), label) for one, label in SIGN_UP.items())
    if question.how is How.CHOICE and question.options and issubclass(question.options, Choice):
        return _labels(question.options)
    return found.get(question.how, ())


def _labels(options: type[Choice]) -> tuple[tuple[str, str], ...]:
    return tuple((str(one), one.label) for one in options)
