"""The search of a page: what can be chosen, which files it needs, and what it says to who looks for help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.dutch.sentences import listing
from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.model.outgoing import tel
from generator.model.resolved import resolved
from generator.model.schema import UNKNOWN, Aanmelden, Blok, Dag, Dagdeel, Doelgroep, Meegaan, Prijsgrens, Toegang

# Every facet with its values and what a visitor reads; the index and the address use the same names.
LABELS: Mapping[str, Mapping[str, str]] = {
    "dag": {str(day): day.label for day in Dag},
    "dagdeel": {str(part): part.label for part in Dagdeel},
    "kosten": {str(price): price.label for price in Prijsgrens},
    "aanmelden": {
        str(Aanmelden.NIET_NODIG): "u kunt zo gaan",
        str(Aanmelden.EERSTE_KEER): "alleen de eerste keer aanmelden",
        str(Aanmelden.NODIG): "eerst aanmelden",
    },
    "toegankelijk": {str(need): need.label for need in Toegang},
    "voor": {str(group): group.label for group in Doelgroep if group is not Doelgroep.IEDEREEN},
    "mee": {str(way): way.label for way in Meegaan},
    "ander": {"ja": "iets doen voor een ander"},
    "gecontroleerd": {"ja": "kort geleden nagevraagd"},
}
VALUES: Mapping[str, tuple[str, ...]] = {name: tuple(labels) for name, labels in LABELS.items()}
NAMES = {
    "thema": "Thema",
    "dag": "Dag",
    "dagdeel": "Deel van de dag",
    "kosten": "Kosten",
    "aanmelden": "Aanmelden",
    "toegankelijk": "Toegankelijk",
    "voor": "Voor wie",
    "mee": "De eerste keer",
    "ander": "Voor een ander",
    "gecontroleerd": "Nagevraagd",
    "gemeente": "Gemeente",
    "wijk": "Wijk of dorp",
}
# Facets whose values are names of places; and the orders of results.
PLACES = ("gemeente", "wijk")
ORDERS = ("best", "dichtbij", "datum", "naam")
CIRCLES = (1, 5, 10, 25)  # kilometres around where somebody lives
MOST_NAMES = 12
OPEN = frozenset({"dag"})  # facets that show their choices at once


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to choose on, with its choices: value and label."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Number:
    """Whom to call; ``dial`` is empty where the number is the visitor's own to know."""

    name: str
    shown: str
    dial: str
    when: str


@dataclass(frozen=True, slots=True)
class Sign:
    """What the page says before the results to somebody who looks for help that is no activity."""

    block: str
    title: str
    text: str
    numbers: tuple[Number, ...]
    page: str
    coach: bool
    costs: bool


@dataclass(frozen=True, slots=True)
class Finder:
    """The search of a page. ``shards`` are addresses from the site's root; ``pages`` where cards stand.

    ``address`` is the page whose address is shared; ``world`` names the municipalities that the site knows activities of, ``formers`` those that
    are no more, as "old:new": a link may still ask for one.
    """

    files: "Files"
    address: str
    shards: tuple[str, ...]
    pages: tuple[str, ...]
    place: str
    facets: tuple[Facet, ...]
    signs: tuple[Sign, ...]
    world: str
    formers: str = ""
    circles: tuple[int, ...] = CIRCLES


@dataclass(frozen=True, slots=True)
class Files:
    """Where the files of the search stand, from the site's root; ``abroad`` has the words of other languages, ``near`` every postcode."""

    words: str
    abroad: str
    near: str
    worker: str
    script: str


def finder(
    catalogue: Catalogue,
    files: Files,
    shards: Sequence[str],
    pages: Sequence[str],
    world: Sequence[str],
    place: str = "",
) -> Finder:
    """Return the search of a municipality's page, or without ``place`` of the page over all of them.

    ``world`` has the names of the municipalities with something in the lists.
    """
    name = catalogue.municipalities[place].model.naam if place else ""
    choices = facets(catalogue, place) if shards else ()
    address = addresses.page(place) if place else addresses.SEARCH
    formers = "" if place else " ".join(f"{old}:{new}" for old, new in sorted(catalogue.formers.items()))
    found = signs(catalogue, place)
    return Finder(files, address, tuple(shards), tuple(pages), name, choices, found, named_in_words(world), formers)


def named_in_words(names: Sequence[str]) -> str:
    """Return municipalities in words; of many only how many."""
    return listing(names) if len(names) <= MOST_NAMES else f"{len(names)} gemeenten"


def facets(catalogue: Catalogue, place: str = "") -> tuple[Facet, ...]:
    """Return what can be chosen: themes, days and the rest; neighbourhoods in a municipality, municipalities elsewhere."""
    found = {"thema": {entry.id: entry.model.naam for entry in catalogue.ordered_domains}, **LABELS}
    if place:
        here = {it.location.wijk or "" for it in resolved(catalogue, catalogue.by_municipality[place]) if it.location}
        found["wijk"] = {name: name for name in sorted(here - {""})}
    else:
        found["gemeente"] = {
            entry.id: entry.model.naam
            for entry in catalogue.named_municipalities
            if catalogue.by_municipality[entry.id]
        }
    order = [name for name in NAMES if len(found.get(name, ())) > (1 if name in {"wijk", "gemeente"} else 0)]
    return tuple(Facet(name, NAMES[name], tuple(found[name].items()), name in OPEN) for name in order)


def signs(catalogue: Catalogue, place: str = "") -> tuple[Sign, ...]:
    """Return every signpost in its order; those on money point to what the municipality's file names."""
    helps = bool(place and catalogue.municipalities[place].model.regelingen)
    found = []
    for sign in catalogue.safety.model.wegwijzers if catalogue.safety else ():
        numbers = tuple(
            Number(
                number.naam,
                "" if number.telefoon == UNKNOWN else number.telefoon,
                "" if number.telefoon == UNKNOWN else tel(number.telefoon),
                number.wanneer or "",
            )
            for number in sign.nummers
        )
        found.append(
            Sign(
                str(sign.blok),
                sign.titel,
                sign.tekst,
                numbers,
                sign.pagina or "",
                coach=sign.blok in (Blok.NOOD, Blok.COACH, Blok.HULP, Blok.KLACHT),
                costs=helps and sign.blok is Blok.HULP,
            )
        )
    return tuple(found)
