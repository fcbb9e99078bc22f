"""What every page in another language has around it, and what is said alike on all of them: a theme, a kind of activity."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity, Domain, Soort
from generator.views.abroad.tongue import Bit, Language, Tongue, language, tongue


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page in a language has: the language, its title, where it is, the other languages, and the words around it.

    ``path`` comes after the language in its address, in each language. ``dutch`` is the page in Dutch that one goes to; it is the ``same`` page unless a list is cut in other places there.
    """

    language: Language
    title: str
    path: str
    dutch: str
    same: bool
    others: tuple[Language, ...]
    checked: Bit | None
    words: dict[str, Bit]
    up: tuple[tuple[str, str], ...]


@cache
def words(code: str) -> dict[str, Bit]:
    """Return what stands on every page, by a name for the template."""
    t = tongue(code)
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
        "about": t.say("Zo werkt het"),
        "meaning": t.say("Wat de tekeningen betekenen"),
        "coach_text": t.say("Vraag uw huisarts naar de welzijnscoach. Die zoekt samen met u iets om te doen."),
        "danger": t.say("In gevaar? Bel 112. Denkt u aan zelfdoding? Bel 113."),
        "instead": t.say("Dit is er wel"),
        "written": t.say("Wat mensen schreven, staat er in het Nederlands. Wij vertalen alleen wat zeker is."),
        "read": t.say("Lees voor"),
        "stop": t.say("Stop met voorlezen"),
        "slow": t.say("Langzamer"),
        "report": t.say("Klopt er iets niet? Meld het, in het Nederlands."),
        "contents": t.say("Thema's"),
        "comma": Bit(t.comma),
        "pages": t.say("Meer activiteiten"),
    }


def frame(
    catalogue: Catalogue,
    t: Tongue,
    title: str,
    path: str,
    codes: Sequence[str],
    up: Iterable[tuple[str, str]] = (),
    dutch: str | None = None,
) -> Frame:
    """Return the frame of a page; ``path`` is what comes after the language in its address, and ``dutch`` its page in Dutch where that has another."""
    code = t.language.code
    checked = catalogue.languages.get(code)
    return Frame(
        language=t.language,
        title=title,
        path=path,
        dutch=path if dutch is None else dutch,
        same=dutch in (None, path),
        others=tuple(language(one) for one in codes if one != code),
        checked=None
        if checked and checked.model.nagelezen_op != "onbekend"
        else t.say("Nog niet nagekeken door iemand die deze taal spreekt."),
        words=words(code),
        up=tuple(up),
    )


def kind_abroad(catalogue: Catalogue, t: Tongue, model: Activity) -> tuple[Bit, str]:
    """Return what sort of activity it is and its pictogram: by its first kind, and of one without kinds by its theme."""
    kinds = catalogue.kind_of
    for id_ in model.soorten or ():
        kind: Soort | None = kinds.get(id_)
        if kind:
            return kind_name(t, kind), kind.pictogram
    domain = catalogue.domains[model.domeinen[0]]
    return theme_abroad(t, domain), domain.model.pictogram


def kind_name(t: Tongue, kind: Soort) -> Bit:
    """Return the name of a kind of activity, with a capital."""
    names = kind.andere_talen.get(t.language.code, ())
    text = names[0] if names else kind.naam
    return Bit(text[:1].upper() + text[1:], dutch=not names)


def theme_abroad(t: Tongue, domain: Entry[Domain]) -> Bit:
    """Return the name of a theme: those that all sites share are in the catalogue; one that a site gave itself stays Dutch."""
    return t.say(domain.model.naam)
