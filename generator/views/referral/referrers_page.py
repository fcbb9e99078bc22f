"""For who refers: when it fits, how to refer, what comes back, and what the words mean."""

from dataclasses import dataclass
from datetime import date

from generator.dutch.sentences import capital, number_word
from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.model.outgoing import web
from generator.model.schema import UNKNOWN, Advies, Blok, Nummer, Referrers
from generator.views.head import Crumb, Head
from generator.views.lists.listing import Place, many_places
from generator.views.referral.other_help import Help, HelpIn, help_everywhere, help_in
from generator.views.referral.referring import Referring, referring


@dataclass(frozen=True, slots=True)
class Answer:
    """Where yes or no leads: to an advice, or to the next question (``advice`` is None); with the other help that fits, everywhere and by municipality."""

    key: str
    word: str
    advice: Advies | None
    everywhere: tuple[Help, ...] = ()
    places: tuple[HelpIn, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the decision aid, by its number."""

    number: int
    text: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """How one refers in a municipality."""

    id: str
    name: str
    address: str
    referring: Referring


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its meaning."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ReferrersPage:
    """The page for practices."""

    head: Head
    crumbs: tuple[Crumb, ...]
    words: Referrers
    sources: tuple[tuple[str, str], ...]
    questions: tuple[Question, ...]
    amount: str
    numbers: tuple[Nummer, ...]
    general: Referring
    ways: tuple[Way, ...]
    unknown_places: tuple[Place, ...]
    terms: tuple[Term, ...]


def referrers_page(catalogue: Catalogue, today: date) -> ReferrersPage:
    """Return the page for who refers, as it reads on the day ``today``."""
    words = catalogue.referrers.model
    ways = tuple(
        Way(place.id, place.model.naam, addresses.practice(place.id), referring(catalogue, place))
        for place in catalogue.named_municipalities
    )
    return ReferrersPage(
        head=Head(
            address=addresses.REFERRERS,
            title="Voor verwijzers",
            description="Wanneer Welzijn op Recept past, wanneer niet, en hoe u verwijst. Voor huisartsen, praktijkondersteuners en assistenten.",
            status="Nog navragen: de huisartsengroep heeft deze tekst nog niet vastgesteld."
            if words.vastgesteld_op == UNKNOWN
            else f"{capital(words.vastgesteld_door or 'de huisartsengroep')} heeft deze tekst vastgesteld.",
        ),
        crumbs=(Crumb("Home", ""),),
        words=words,
        sources=tuple((source.naam, web(source.url)) for source in words.bronnen),
        questions=tuple(
            Question(
                number, one.vraag, tuple(_answer(catalogue, today, *way) for way in (("ja", one.ja), ("nee", one.nee)))
            )
            for number, one in enumerate(words.keuzehulp, 1)
        ),
        amount=number_word(len(words.keuzehulp)),
        numbers=_numbers(catalogue),
        general=referring(catalogue, None, ()),
        ways=tuple(way for way in ways if way.referring.way),
        unknown_places=tuple(Place(way.name, way.address, "") for way in ways if not way.referring.way),
        terms=tuple(Term(one.woord, one.betekenis) for one in sorted(words.woorden, key=lambda one: one.woord.lower())),
    )


def _answer(catalogue: Catalogue, today: date, key: str, advice: Advies | None) -> Answer:
    kinds = advice.hulp if advice else ()
    places = () if many_places(catalogue) or not kinds else catalogue.named_municipalities
    return Answer(
        key,
        capital(key),
        advice,
        help_everywhere(catalogue, today, kinds),
        tuple(help_in(catalogue, place, today, kinds) for place in places),
    )


def _numbers(catalogue: Catalogue) -> tuple[Nummer, ...]:
    """Return the numbers for a crisis, each once, as the search shows them."""
    signs = catalogue.safety.model.wegwijzers if catalogue.safety else ()
    found: dict[str, Nummer] = {}
    for sign in signs:
        for number in sign.nummers if sign.blok is Blok.NOOD else ():
            if number.telefoon != UNKNOWN:
                found.setdefault(number.naam, number)
    return tuple(found.values())
