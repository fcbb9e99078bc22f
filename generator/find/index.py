"""A shard: the activities of one municipality, or of a whole small site, ready to be searched.

Words, kinds and facts of each activity go in; a JSON text comes out that holds the inverted index of lunr.py in short.
lunr.py builds the index with the weights of :data:`BOOSTS`; the browser works the same numbers out from what is
packed (a test compares both), so no float is shipped.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from generator.dutch.language import Language
from generator.dutch.places import postcodes, towns
from generator.dutch.words import WEAK, fold, words
from generator.find.facets import Facets
from generator.find.near import FINE, SOUTH, WEST
from generator.find.pack import bits, front, lexicon, numbers
from generator.find.wordlist import MOST_FORMS, WordList, others
from generator.model.catalogue import Catalogue, Entry
from generator.model.position import Known, Position
from generator.model.resolved import joined
from generator.model.schema import Activity, Municipality
from generator.model.when import WEEKS_AHEAD
from generator.views.lists.finder import VALUES

if TYPE_CHECKING:
    from lunr.builder import Builder

VERSION = 5
KNOWN = tuple(Known)
K1, B = 1.2, 0.4
BOOSTS: Mapping[str, float] = {"titel": 6, "woorden": 4, "samenvatting": 3, "delen": 3, "plek": 0.6}


@dataclass(frozen=True, slots=True)
class Document:
    """What the index knows of an activity, whatever the day: its address, its kinds, the keys of each field.

    ``forms`` has the words in which each key stands in the texts.
    """

    id: str
    kinds: tuple[str, ...]
    keys: Mapping[str, frozenset[str]]
    forms: Mapping[str, frozenset[str]]


def document(catalogue: Catalogue, entry: Entry[Activity], known: WordList) -> Document:
    """Return what the index knows of one activity."""
    activity = entry.model
    language = known.vocabulary.language
    it = joined(catalogue, entry)
    location = it.location
    fields = {
        "titel": words(activity.titel),
        "woorden": [word for text in activity.zoekwoorden for word in words(text)],
        "samenvatting": words(activity.samenvatting),
        "plek": words(f"{it.organisation.naam} " + (f"{location.naam} {_street(location.adres)}" if location else "")),
    }
    forms: dict[str, set[str]] = {}
    keys = {name: _keys(found, language, forms) for name, found in fields.items()}
    whole = keys["titel"] | keys["woorden"] | keys["samenvatting"]
    parts = {
        part for name in ("titel", "woorden", "samenvatting") for word in fields[name] for part in language.parts(word)
    }
    for part in parts:
        forms.setdefault(part, set())
    keys["delen"] = frozenset(parts - whole)
    return Document(
        entry.id,
        known.vocabulary.kinds_of(activity),
        keys,
        {key: frozenset(found) for key, found in forms.items()},
    )


def _street(address: str | None) -> str:
    """Return an address without its numbers, which say nothing by themselves."""
    return " ".join(word for word in (address or "").split() if not any(letter.isdigit() for letter in word))


def terms(documents: Sequence[Document], known: WordList) -> dict[str, int]:
    """Return how many documents have each key, and each kind as "=" and its number."""
    found: Counter[str] = Counter()
    for one in documents:
        found.update(set().union(*one.keys.values()))
        found.update(f"={known.kinds[kind]}" for kind in one.kinds)
    return dict(found)


def _keys(found: Sequence[str], language: Language, forms: dict[str, set[str]]) -> frozenset[str]:
    keys = set()
    for word in found:
        plain = fold(word)
        if plain not in WEAK and (len(plain) > 1 or plain.isdigit()):
            key = language.key(word)
            keys.add(key)
            forms.setdefault(key, set()).add(plain)
    return frozenset(keys)


def build(documents: Sequence[Document]) -> "Builder":
    """Return lunr.py's builder with the documents in it, not yet built: its inverted index is what is packed."""
    from lunr.builder import Builder  # noqa: PLC0415 - loaded where it is needed
    from lunr.pipeline import Pipeline  # noqa: PLC0415 - loaded where it is needed

    builder = Builder()
    builder.pipeline = Pipeline()
    builder.search_pipeline = Pipeline()
    builder.k1(K1)
    builder.b(B)
    builder.ref("id")
    for name, boost in BOOSTS.items():
        builder.field(name, boost)
    for number, one in enumerate(documents):
        builder.add({"id": str(number)} | {name: sorted(one.keys[name]) for name in BOOSTS})
    return builder


@dataclass(frozen=True, slots=True)
class Packed:
    """What the texts of activities come to in a shard, whatever the day: its fields, and how many activities have each word."""

    fields: Mapping[str, Any]
    terms: Mapping[str, int]


def packed(documents: Sequence[Document], known: WordList) -> Packed:
    """Return the part of a shard that is about words: the inverted index, and the kinds."""
    inverted = build(documents).inverted_index
    keys = sorted(inverted)
    forms: dict[str, set[str]] = {}
    for one in documents:
        for key, found in one.forms.items():
            forms.setdefault(key, set()).update(found)
    own = others({key: _forms(key, forms.get(key, set()), known) for key in keys if key not in known.keys})
    shared = [index for index, key in enumerate(known.ordered) if key in inverted]
    ordered = [known.ordered[index] for index in shared] + sorted(own)
    amounts, gaps, masks = [], [], []
    for key in ordered:
        fields: dict[int, int] = {}
        for bit, name in enumerate(BOOSTS):
            for ref in inverted[key][name]:
                fields[int(ref)] = fields.get(int(ref), 0) | 1 << bit
        amounts.append(len(fields) - 1)
        masks += [fields[ref] - 1 for ref in sorted(fields)]
        gaps += _gaps(sorted(fields))
    kinds = [[len(one.kinds), *(known.kinds[kind] for kind in one.kinds)] for one in documents]
    content: dict[str, Any] = {
        "v": VERSION,
        "ids": front(one.id for one in documents),
        "bekend": numbers(_gaps(shared)),
        "sleutels": lexicon(own),
        "aantal": numbers(amounts),
        "stap": numbers(gaps),
        "veld": numbers(masks),
        "soort": numbers(number for row in kinds for number in row),
    }
    return Packed(content, terms(documents, known))


def shard(
    words_part: Packed,
    facts: Sequence[Facets],
    numbers_of: Sequence[int],
    places: Mapping[str, Municipality],
    today: date,
    known: WordList,
) -> str:
    """Return a shard as JSON: its words, and what of each activity can be filtered on that day (``facts``, in the same order).

    ``places`` has each municipality by its id, ``numbers_of`` on which page of the catalogue the card of each stands, where that is not
    the first (0).
    """
    content = {
        **words_part.fields,
        **_facts(facts, places, today, known),
        **({"blad": numbers(numbers_of)} if numbers_of else {}),
        "oud": [number for number, one in enumerate(facts) if one.old],
        "online": [number for number, one in enumerate(facts) if one.online],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _forms(key: str, seen: set[str], known: WordList) -> list[str]:
    """Return the forms of a key that a visitor may type, those of the texts first."""
    common = known.vocabulary.language.forms(key)[:MOST_FORMS]
    return [*sorted(seen), *common]


def _gaps(values: Sequence[int]) -> list[int]:
    """Return how far each number lies beyond the one before it, less one."""
    return [value - last - 1 for last, value in zip([-1, *values], values, strict=False)]


def _facts(facts: Sequence[Facets], places: Mapping[str, Municipality], today: date, known: WordList) -> dict[str, Any]:
    """Return what can be filtered on, a text for each facet with as many characters for every document."""
    found: dict[str, Any] = {"thema": "".join(bits([theme in one.themes for theme in known.themes]) for one in facts)}
    for name, values in VALUES.items():
        found[name] = "".join(bits([value in one.yes[name] for value in values]) for one in facts)
        if any(one.unknown[name] for one in facts):
            rows = (bits([value in one.unknown[name] for value in values]) for one in facts)
            found[f"{name}?"] = "".join(rows)
    for name, many, of in (
        ("gemeente", "gemeenten", "municipality"),
        ("plaats", "plaatsen", "town"),
        ("wijk", "wijken", "quarter"),
    ):
        here = sorted({getattr(one, of) for one in facts} - {""})
        at = {place: index + 1 for index, place in enumerate(here)}
        found[many] = here
        found[name] = numbers(at.get(getattr(one, of), 0) for one in facts)
    chosen = [places[place] for place in found["gemeenten"]]
    found["namen"] = [place.naam for place in chosen]
    found["dorpen"] = ["|".join(towns().get(place.cbs_code, ())) for place in chosen]
    found["postcodes"] = [numbers(_gaps(postcodes().get(place.cbs_code, ()))) for place in chosen]
    points = [_point(one.position) for one in facts]
    unlike = {point: at for at, point in enumerate(sorted({point for point in points if point}), 1)}
    found["punten"] = numbers(part for point in unlike for part in point)
    found["punt"] = numbers(unlike[point] if point else 0 for point in points)
    ahead = [today + timedelta(days=number) for number in range(7 * WEEKS_AHEAD)]
    found["vandaag"] = today.isoformat()
    found["datum"] = "".join(bits([day in one.dates for day in ahead]) for one in facts)
    if any(one.asked for one in facts):
        found["datum?"] = "".join(bits([day in one.asked for day in ahead]) for one in facts)
    moments = [(day, part) for day in VALUES["dag"] for part in VALUES["dagdeel"]]
    found["moment"] = "".join(bits([one in item.moments for one in moments]) for item in facts)
    ages = [age for one in facts for age in one.ages]
    found["leeftijd"] = numbers(0 if age is None else age + 1 for age in ages)
    days = ((one.next_day - today).days + 1 if one.next_day else 0 for one in facts)
    found["eerst"] = numbers(days)
    return found


def _point(position: Position | None) -> tuple[int, int, int] | None:
    """Return a position in steps from the south-west of the country, and how well it is known; None for what lies outside."""
    if position is None:
        return None
    north, east = round((position.lat - SOUTH) * FINE), round((position.lon - WEST) * FINE)
    return (north, east, KNOWN.index(position.known)) if north >= 0 and east >= 0 else None
