"""The search in another language: it understands the words of that language and Dutch ones, and what it says is in that language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.schema import Aanmelden, Dag, Dagdeel, Doelgroep, JaNee, Meegaan, Prijsgrens, Toegang
from generator.views.abroad.tongue import Bit, Tongue
from generator.views.lists.finder import Finder, signs


@dataclass(frozen=True, slots=True)
class Number:
    """Whom to call: a name, what to dial where that is known, and when."""

    name: Bit
    shown: str
    dial: str
    when: Bit | None


@dataclass(frozen=True, slots=True)
class Sign:
    """What is said before the results to somebody who looks for help that is no activity; ``page`` is a Dutch page with more."""

    block: str
    title: Bit
    text: Bit
    numbers: tuple[Number, ...]
    page: str
    coach: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """The search of a page: that of the Dutch page, the pages with the results, and what is said of them.

    ``pages`` has, for each page of the Dutch catalogue, the pages here with the same; ``signs`` is the page with what is said to who needs
    help. ``amounts`` are the forms of "{n} activities" by the names that CLDR gives them.
    """

    finder: Finder
    pages: tuple[Sequence[str], ...]
    signs: str
    amounts: dict[str, str]
    label: Bit
    how: Bit
    go: Bit
    more: Bit
    nothing: Bit
    broken: Bit
    unknown: Bit
    also: Bit
    without: Bit


def ask_abroad(t: Tongue, finder: Finder, pages: Iterable[Sequence[str]], signs_at: str) -> Ask:
    """Return the search of a page; ``signs_at`` is the page of that language which has the signposts."""
    return Ask(
        finder=finder,
        pages=tuple(pages),
        signs=signs_at,
        amounts=t.forms("{n} activiteit"),
        label=t.say("Waar hebt u zin in?"),
        how=t.say("U kunt in uw eigen taal typen, of in het Nederlands."),
        go=t.say("Zoek"),
        more=t.say("Toon meer"),
        nothing=t.say("Niets gevonden. Vraag het aan de welzijnscoach of aan uw huisarts."),
        broken=t.say("Zoeken lukt nu niet. Hieronder staat alles."),
        unknown=t.say("Op “{woord}” vonden wij niets."),
        also=t.say("Wij zochten ook op “{woord}”."),
        without=t.say("niet: {wat}"),
    )


def signs_abroad(catalogue: Catalogue, t: Tongue) -> tuple[Sign, ...]:
    """Return every signpost in its order; what a site wrote itself is Dutch."""
    return tuple(
        Sign(
            one.block,
            t.say(one.title),
            t.say(one.text),
            tuple(
                Number(t.say(number.name), number.shown, number.dial, t.say(number.when) if number.when else None)
                for number in one.numbers
            ),
            one.page,
            one.coach,
        )
        for one in signs(catalogue)
    )


def names(catalogue: Catalogue, t: Tongue) -> dict[str, dict[str, str]]:
    """Return what can be asked, by facet and value, as a visitor reads it; what has no name here is a name itself (a municipality)."""
    return {
        "thema": {domain.id: t.say(domain.model.naam).text for domain in catalogue.ordered_domains},
        "dag": {str(day): t.weekday(number) for number, day in enumerate(Dag)},
        **{facet: {str(value): bit.text for value, bit in said.items()} for facet, said in _facets(t).items()},
    }


def _facets(t: Tongue) -> dict[str, dict[str, Bit]]:
    return {
        "dagdeel": {
            Dagdeel.OCHTEND: t.say("Ochtend"),
            Dagdeel.MIDDAG: t.say("Middag"),
            Dagdeel.AVOND: t.say("Avond"),
        },
        "kosten": {Prijsgrens.GRATIS: t.say("Gratis"), Prijsgrens.TOT_5: t.say("Tot € 5 per keer")},
        "aanmelden": {
            Aanmelden.NIET_NODIG: t.say("U kunt zo gaan"),
            Aanmelden.EERSTE_KEER: t.say("Meld u de eerste keer aan"),
            Aanmelden.NODIG: t.say("Meld u eerst aan"),
        },
        "toegankelijk": {
            Toegang.ROLSTOEL: t.say("Met een rolstoel naar binnen"),
            Toegang.ROLLATOR: t.say("Met een rollator naar binnen"),
            Toegang.RINGLEIDING: t.say("Ringleiding voor een hoortoestel"),
            Toegang.TOILET: t.say("Toilet voor een rolstoel"),
            Toegang.RUSTIG: t.say("Rustig, weinig drukte"),
            Toegang.ZITTEND: t.say("Zittend meedoen"),
            Toegang.ASSISTENTIEHOND: t.say("Hulphond mag mee"),
            Toegang.BEGELEIDER_GRATIS: t.say("Begeleider gratis mee"),
        },
        "voor": {
            Doelgroep.VOLWASSENEN: t.say("Volwassenen"),
            Doelgroep.OUDEREN: t.say("Ouderen"),
            Doelgroep.JONGEREN: t.say("Jongeren"),
            Doelgroep.KINDEREN: t.say("Kinderen"),
            Doelgroep.GEZINNEN: t.say("Ouders en kinderen"),
            Doelgroep.MANNEN: t.say("Mannen"),
            Doelgroep.VROUWEN: t.say("Vrouwen"),
            Doelgroep.MANTELZORGERS: t.say("Mensen die voor iemand zorgen"),
            Doelgroep.NABESTAANDEN: t.say("Mensen die iemand hebben verloren"),
            Doelgroep.DEMENTIE: t.say("Mensen met dementie en hun naasten"),
            Doelgroep.BEPERKING: t.say("Mensen met een beperking"),
            Doelgroep.NIEUWKOMERS: t.say("Mensen die Nederlands leren"),
        },
        "mee": {
            Meegaan.MEEGAAN: t.say("Er kan iemand met u meegaan"),
            Meegaan.ALLEEN: t.say("U kunt goed alleen komen"),
        },
        "ander": {JaNee.JA: t.say("Iets doen voor een ander")},
        "gecontroleerd": {JaNee.JA: t.say("Kort geleden nagevraagd")},
    }
