"""What worked and what was difficult, by lesson and by theme, and the form with which somebody shares it. Nobody can be known."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import day_in_words, first_day
from generator.model.schema import UNKNOWN, AndereBron, Experience
from generator.model.schema.values import Functie
from generator.views.activity.card import ThemeLabel, theme_label
from generator.views.head import Crumb, Head

REST = "Ook geleerd"


@dataclass(frozen=True, slots=True)
class Learnt:
    """One thing that was learned: its anchor on the page, who learned it and when, and what they say."""

    id: str
    title: str
    who: str
    worked: str
    difficult: str
    now: str
    source: str
    themes: tuple[ThemeLabel, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson with what belongs to it; ``number`` is 0 for what belongs to none."""

    number: int
    title: str
    learnt: tuple[Learnt, ...]


@dataclass(frozen=True, slots=True)
class ByTheme:
    """A theme with what was learned about it, as titles that lead up the page."""

    theme: ThemeLabel
    learnt: tuple[Learnt, ...]


@dataclass(frozen=True, slots=True)
class ExperiencesPage:
    """Everything that was learned; ``feed`` is where a program follows it."""

    head: Head
    crumbs: tuple[Crumb, ...]
    lessons: tuple[Lesson, ...]
    themes: tuple[ByTheme, ...]
    share: str
    feed: str


@dataclass(frozen=True, slots=True)
class ExperienceForm:
    """The form. Choices are values with their labels."""

    head: Head
    crumbs: tuple[Crumb, ...]
    functions: tuple[tuple[str, str], ...]
    lessons: tuple[tuple[str, str], ...]
    themes: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]
    mail: str
    rules: str


def shown(catalogue: Catalogue) -> tuple[Entry[Experience], ...]:
    """Return what may be on the site, the newest first: what somebody else read, or was public before."""
    found = [entry for entry in catalogue.experiences.values() if entry.model.nagelezen or entry.model.bron]
    known = [entry for entry in found if entry.model.datum != UNKNOWN]
    rest = [entry for entry in found if entry.model.datum == UNKNOWN]
    return (*sorted(known, key=lambda entry: (first_day(entry.model.datum), entry.id), reverse=True), *rest)


def where(catalogue: Catalogue, experience: Experience) -> str:
    """Return where something was learned."""
    place = catalogue.municipalities.get(experience.gemeente or "")
    return place.model.naam if place else experience.gebied or ""


def learnt(catalogue: Catalogue, entry: Entry[Experience]) -> Learnt:
    """Return one thing that was learned, for a reader."""
    model = entry.model
    function = model.functie.label
    when = day_in_words(model.datum)
    sources = (one.wat if isinstance(one, AndereBron) else one.url.partition("://")[2] for one in model.bron)
    return Learnt(
        id=entry.id.replace("/", "--"),
        title=model.titel,
        who=f"{function[0].upper()}{function[1:]}, {where(catalogue, model)}{f', {when}' if when else ''}",
        worked=model.lukte or "",
        difficult=model.lastig or "",
        now=model.nu or "",
        source=", ".join(sources),
        themes=tuple(theme_label(catalogue.domains[id_]) for id_ in model.domeinen),
    )


def experiences_page(catalogue: Catalogue) -> ExperiencesPage:
    """Return the page with everything that was learned."""
    entries = shown(catalogue)
    headings = [lesson.kop.rstrip(".") for lesson in catalogue.referrers.model.lessen]
    lessons = [
        Lesson(number, title, _all(catalogue, (one for one in entries if one.model.les == number)))
        for number, title in enumerate(headings, 1)
    ]
    lessons.append(Lesson(0, REST, _all(catalogue, (one for one in entries if not one.model.les))))
    themes = [
        ByTheme(theme_label(theme), _all(catalogue, (one for one in entries if theme.id in one.model.domeinen)))
        for theme in catalogue.ordered_domains
    ]
    return ExperiencesPage(
        head=Head(
            address=addresses.EXPERIENCES,
            title="Ervaringen",
            description="Wat lukte en wat lastig was bij Welzijn op Recept, van mensen die ermee werken.",
            status="Iemand anders las elke ervaring na, of zij was al openbaar.",
        ),
        crumbs=(Crumb("Home", ""), Crumb("Voor verwijzers", addresses.REFERRERS)),
        lessons=tuple(lesson for lesson in lessons if lesson.learnt),
        themes=tuple(theme for theme in themes if theme.learnt),
        share=addresses.SHARE_EXPERIENCE,
        feed=addresses.EXPERIENCES + addresses.FEED,
    )


def _all(catalogue: Catalogue, entries: Iterable[Entry[Experience]]) -> tuple[Learnt, ...]:
    return tuple(learnt(catalogue, entry) for entry in entries)


def experience_form(catalogue: Catalogue) -> ExperienceForm:
    """Return the form with which somebody shares what they learned."""
    settings = catalogue.settings.model
    return ExperienceForm(
        head=Head(
            address=addresses.SHARE_EXPERIENCE,
            title="Deel wat u leerde",
            description="Vertel wat lukte of wat lastig was bij Welzijn op Recept, zonder dat iemand te herkennen is.",
            status="Wat u hier typt, wordt niet bewaard. Het gaat nergens heen tot u het zelf verstuurt.",
        ),
        crumbs=(Crumb("Home", ""), Crumb("Ervaringen", addresses.EXPERIENCES)),
        functions=tuple((str(one), one.label) for one in Functie),
        lessons=tuple((str(at), one.kop.rstrip(".")) for at, one in enumerate(catalogue.referrers.model.lessen, 1)),
        themes=tuple((theme.id, theme.model.naam) for theme in catalogue.ordered_domains),
        places=tuple((place.id, place.model.naam) for place in catalogue.named_municipalities),
        mail="" if settings.mail == UNKNOWN else settings.mail,
        rules=addresses.SHARE_EXPERIENCE + addresses.RULES,
    )
