"""Pages in another language: the municipalities, what there is in one and of a theme in it, and an activity."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import Sure
from generator.model.resolved import Resolved, resolved
from generator.model.schema import Activity, Domain, Municipality, Soort
from generator.views.abroad.facts import Fact, Way, When, cost_lines, dates, facts, sure, unknown, ways, when_lines
from generator.views.abroad.tongue import LANGUAGES, Bit, Language, Line, Tongue, tongue
from generator.views.activity.picture import Photo, photo_of
from generator.views.lists.shelf import shelf

CALL = "Goedendag. Ik spreek een beetje Nederlands. Mag ik een keer komen kijken?"
THEMES = {
    "ontdekken-en-doen": "Ontdekken en doen",
    "bewegen-en-plezier": "Bewegen en plezier",
    "eten-en-ontmoeten": "Eten en ontmoeten",
    "natuur-en-genieten": "Natuur en genieten",
    "kunst-en-cultuur": "Kunst en cultuur",
}


@dataclass(frozen=True, slots=True)
class Switch:
    """Another language for the same page, or Dutch: its code, its own name, and where that page is."""

    code: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page in a language has: the language, its title, its address, the other languages, and the words around it."""

    language: Language
    title: str
    address: str
    dutch: str
    switches: tuple[Switch, ...]
    checked: Bit | None
    words: dict[str, Bit]
    up: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Short:
    """An activity in a list: its kind, its Dutch title, and the first things somebody wants to know."""

    address: str
    icon: str
    kind: Bit
    title: str
    when: tuple[Line, ...]
    costs: tuple[Line, ...]
    sure: Bit


@dataclass(frozen=True, slots=True)
class Group:
    """A theme with its activities; ``address`` is the page with only these."""

    name: Bit
    colour: str
    icon: str
    address: str
    items: tuple[Short, ...]


@dataclass(frozen=True, slots=True)
class PlacesAbroad:
    """The first page of a language: what this is, and the municipalities."""

    frame: Frame
    lead: tuple[Bit, ...]
    places: tuple[tuple[str, str, Bit], ...]


@dataclass(frozen=True, slots=True)
class ListAbroad:
    """What there is in a municipality, or of a theme in it."""

    frame: Frame
    amount: Bit
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class ActivityAbroad:
    """An activity: what it is, everything that is known, how sure that is, and what to say in Dutch on the telephone."""

    frame: Frame
    kind: Bit
    icon: str
    theme: Bit
    colour: str
    title: str
    summary: str
    photo: Photo | None
    facts: tuple[Fact, ...]
    unknown: Bit | None
    dates: tuple[When, ...]
    sure: Bit
    ways: tuple[Way, ...]
    phone: bool
    call: str
    sound: str
    instead: tuple[tuple[str, str], ...]


def words(t: Tongue) -> dict[str, Bit]:
    """Return what stands on every page, by a name for the template."""
    return {
        "skip": t.say("Naar de inhoud"),
        "languages": t.say("Talen"),
        "dutch": t.say("Deze bladzijde in het Nederlands"),
        "title": t.say("Zo heet het in het Nederlands"),
        "dates": t.say("De volgende keren"),
        "reach": t.say("Bellen of mailen"),
        "phone": t.say("Zeg dit aan de telefoon, in het Nederlands"),
        "sound": t.say("Zo klinkt het"),
        "sure": t.say("Hoe zeker is dit?"),
        "coach": t.say("Hulp bij kiezen"),
        "coach_text": t.say("Vraag uw huisarts naar de welzijnscoach. Die zoekt samen met u iets om te doen."),
        "danger": t.say("In gevaar? Bel 112. Denkt u aan zelfdoding? Bel 113."),
        "instead": t.say("Dit is er wel"),
        "written": t.say("Wat mensen schreven, staat er in het Nederlands. Wij vertalen alleen wat zeker is."),
        "read": t.say("Lees voor"),
        "stop": t.say("Stop met voorlezen"),
        "slow": t.say("Langzamer"),
        "report": t.say("Klopt er iets niet? Meld het, in het Nederlands."),
        "contents": t.say("Thema's"),
    }


def _frame(
    catalogue: Catalogue, t: Tongue, title: str, path: str, codes: Sequence[str], up: Iterable[tuple[str, str]] = ()
) -> Frame:
    """Return the frame of a page; ``path`` is the address of the same page in Dutch."""
    code = t.language.code
    checked = catalogue.languages.get(code)
    return Frame(
        language=t.language,
        title=title,
        address=addresses.abroad(code, path),
        dutch=path,
        switches=tuple(Switch(one, LANGUAGES[one].name, addresses.abroad(one, path)) for one in codes if one != code),
        checked=None
        if checked and checked.model.nagelezen_op != "onbekend"
        else t.say("Nog niet nagekeken door iemand die deze taal spreekt."),
        words=words(t),
        up=tuple(up),
    )


def places_abroad(catalogue: Catalogue, code: str, codes: Sequence[str], today: date) -> PlacesAbroad:
    """Return the first page of a language."""
    t = tongue(code)
    known = catalogue.known
    amounts = (
        {id_: len(found) for id_, found in shelf(catalogue, today).by_place.items()}
        if known is None
        else {id_: one.found for id_, one in known.items()}
    )
    return PlacesAbroad(
        frame=_frame(catalogue, t, t.say("Iets leuks doen bij u in de buurt").text, addresses.HOME, codes),
        lead=(
            t.say("Hier vindt u activiteiten. Meedoen mag altijd, ook als u nog weinig Nederlands spreekt."),
            t.say("Kies uw gemeente."),
        ),
        places=tuple(
            (place.model.naam, addresses.abroad(code, addresses.page(place.id)), _amount(t, amounts.get(place.id, 0)))
            for place in catalogue.named_municipalities
            if amounts.get(place.id)
        ),
    )


def _amount(t: Tongue, number: int) -> Bit:
    return t.many("{n} activiteit", "{n} activiteiten", number)


def list_abroad(
    catalogue: Catalogue, place: Entry[Municipality], code: str, codes: Sequence[str], today: date, theme: str = ""
) -> ListAbroad:
    """Return what there is in a municipality, or only of a theme."""
    t = tongue(code)
    listed = [it for it in resolved(catalogue, catalogue.by_municipality[place.id]) if it.listed(today)]
    listed.sort(key=lambda it: (it.evidence(today).sure is Sure.OLDER, it.entry.id))
    groups = [_group(catalogue, t, domain, place.id, listed, today) for domain in catalogue.ordered_domains]
    groups = [group for group in groups if group.items and theme in ("", group.address.rstrip("/").rpartition("/")[2])]
    up = [(LANGUAGES[code].name, addresses.abroad(code, ""))]
    path = addresses.page(place.id)
    title = t.say("Activiteiten in {plaats}", plaats=place.model.naam).text
    if theme:
        up.append((place.model.naam, addresses.abroad(code, path)))
        path = addresses.theme_in(place.id, theme)
        title = f"{_theme(t, catalogue.domains[theme]).text}: {place.model.naam}"
    return ListAbroad(
        frame=_frame(catalogue, t, title, path, codes, up),
        amount=_amount(t, sum(len(group.items) for group in groups)),
        groups=tuple(groups),
    )


def themes_abroad(catalogue: Catalogue, place: str, today: date) -> tuple[str, ...]:
    """Return the themes of which there is something in a municipality."""
    found = {it.model.domeinen[0] for it in resolved(catalogue, catalogue.by_municipality[place]) if it.listed(today)}
    return tuple(domain.id for domain in catalogue.ordered_domains if domain.id in found)


def _group(
    catalogue: Catalogue, t: Tongue, domain: Entry[Domain], place: str, listed: Iterable[Resolved], today: date
) -> Group:
    model = domain.model
    return Group(
        name=_theme(t, domain),
        colour=str(model.kleur),
        icon=model.pictogram,
        address=addresses.abroad(t.language.code, addresses.theme_in(place, domain.id)),
        items=tuple(_short(catalogue, t, it, today) for it in listed if it.model.domeinen[0] == domain.id),
    )


def _short(catalogue: Catalogue, t: Tongue, it: Resolved, today: date) -> Short:
    kind, icon = kind_abroad(catalogue, t, it.model)
    return Short(
        address=addresses.abroad(t.language.code, addresses.page(it.entry.id)),
        icon=icon,
        kind=kind,
        title=it.model.titel,
        when=when_lines(t, it.model),
        costs=cost_lines(t, it.model),
        sure=sure(t, it, today),
    )


def activity_abroad(
    catalogue: Catalogue, entry: Entry[Activity], code: str, codes: Sequence[str], today: date
) -> ActivityAbroad:
    """Return an activity, as it stands on the day ``today``."""
    t = tongue(code)
    it = Resolved(catalogue, entry)
    model = entry.model
    domain = catalogue.domains[model.domeinen[0]]
    kind, icon = kind_abroad(catalogue, t, model)
    found = facts(t, it)
    reached = ways(t, it)
    place = it.municipality.naam
    runs = getattr(model.loopt, "in_plaats_daarvan", ())
    return ActivityAbroad(
        frame=_frame(
            catalogue,
            t,
            _title(t, kind, model, place),
            addresses.page(entry.id),
            codes,
            [
                (LANGUAGES[code].name, addresses.abroad(code, "")),
                (place, addresses.abroad(code, addresses.page(model.gemeente))),
            ],
        ),
        kind=kind,
        icon=icon,
        theme=_theme(t, domain),
        colour=str(domain.model.kleur),
        title=model.titel,
        summary=model.samenvatting,
        photo=photo_of(it),
        facts=() if it.is_stopped else tuple(fact for fact in found if fact.lines),
        unknown=None if it.is_stopped else unknown(t, found),
        dates=dates(t, it, today),
        sure=sure(t, it, today),
        ways=reached,
        phone=bool(reached and it.whom.contact.telefoon),
        call=CALL,
        sound=t.sound(CALL),
        instead=tuple(
            (catalogue.activities[id_].model.titel, addresses.abroad(code, addresses.page(id_))) for id_ in runs
        ),
    )


def _title(t: Tongue, kind: Bit, model: Activity, place: str) -> str:
    """Return the title of a page: in a title nothing can be marked as Dutch, so it has no name that somebody gave."""
    when = [bit.text for line in when_lines(t, model)[:1] for bit in line if not bit.dutch]
    return ", ".join((kind.text, *when, place))


def kind_abroad(catalogue: Catalogue, t: Tongue, model: Activity) -> tuple[Bit, str]:
    """Return what sort of activity it is and its pictogram: by its first kind, and of one without kinds by its theme."""
    kinds = catalogue.kind_of
    for id_ in model.soorten or ():
        kind: Soort | None = kinds.get(id_)
        if kind:
            names = kind.andere_talen.get(t.language.code, ())
            text = names[0] if names else kind.naam
            return Bit(text[:1].upper() + text[1:], dutch=not names), kind.pictogram
    domain = catalogue.domains[model.domeinen[0]]
    return _theme(t, domain), domain.model.pictogram


def _theme(t: Tongue, domain: Entry[Domain]) -> Bit:
    """Return the name of a theme, which all sites share; a name that a site gave it itself stays Dutch."""
    own = domain.model.naam
    return _themes(t)[own] if THEMES.get(domain.id) == own else Bit(own, dutch=True)


def _themes(t: Tongue) -> dict[str, Bit]:
    return {
        "Ontdekken en doen": t.say("Ontdekken en doen"),
        "Bewegen en plezier": t.say("Bewegen en plezier"),
        "Eten en ontmoeten": t.say("Eten en ontmoeten"),
        "Natuur en genieten": t.say("Natuur en genieten"),
        "Kunst en cultuur": t.say("Kunst en cultuur"),
    }
