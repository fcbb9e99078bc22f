"""Activities as rows of the table that ``import`` reads: what goes out comes in again unchanged.

A cell has the words that people write. Where those would be read otherwise, it has the notation of the files; what nobody knows is empty.
"""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from generator.model.catalogue import Catalogue, Entry
from generator.model.entry_data import entry_data
from generator.model.facts import costs
from generator.model.questions import BY_NAME, COLUMNS, Question
from generator.model.resolved import Resolved, joined
from generator.model.schema import NO_LOCATION, ONLINE, UNKNOWN, Activity
from generator.model.schema.asked import How
from generator.model.when import phrases
from generator.read import typed
from generator.read.answers import at
from generator.read.notation_cell import written


def table_of(catalogue: Catalogue, entries: Iterable[Entry[Activity]]) -> Iterator[tuple[str, ...]]:
    """Yield the names of the columns, and a row for each activity."""
    yield tuple(COLUMNS)
    for entry in entries:
        yield joined(catalogue, entry).once("row", _row)


def _row(it: Resolved) -> tuple[str, ...]:
    cells = dict(_cells(it))
    return tuple(cells.get(name, "") for name in COLUMNS)


def _cells(it: Resolved) -> Iterator[tuple[str, str]]:
    """Yield each cell in which something stands, by its column."""
    model = it.model
    data = entry_data(model)
    for name in COLUMNS:
        question = BY_NAME[name]
        if question.folder == "activities" and question.how not in NAMED:
            yield name, _text(question, at(data, question.path))
    yield "organisatie", it.organisation.naam
    yield from _location(it)
    contact = it.contact
    for name in ("telefoon", "email", "website"):
        yield name, getattr(contact, name) or ""
    yield "wanneer", _when(model, data)
    yield "kosten", _costs(model, data)
    source = data["bron"][0]
    yield "bron", source.get("url") or source.get("wat", "")
    yield "brondatum", "" if source["datum"] == UNKNOWN else source["datum"]


NAMED = frozenset({How.ORGANISATION, How.LOCATION, How.NEW_LOCATION, How.CONTACT, How.MOMENTS, How.PRICES, How.SOURCE})


def _text(question: Question, value: Any) -> str:
    """Return a value as somebody types it; nothing where nobody knows."""
    if value in (None, UNKNOWN):
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value).replace("-", " ") if question.how is How.CHOICE else str(value)


def _location(it: Resolved) -> Iterator[tuple[str, str]]:
    name, location = it.model.locatie, it.location
    if location is None:
        if name in NO_LOCATION and name != UNKNOWN:
            yield "locatie", "online" if name == ONLINE else name
        return
    yield "locatie", location.naam
    yield "adres", location.adres or ""
    yield "postcode", location.postcode or ""
    yield "plaats", location.plaats


def _when(model: Activity, data: dict[str, Any]) -> str:
    told = data["wanneer"]
    if told == UNKNOWN:
        return ""
    words = "; ".join(phrases(model.wanneer))
    alone = told[0]["tekst"] if len(told) == 1 and "tekst" in told[0] else words
    found = next((text for text in (words, alone) if _moments(text) == told), None)
    return _notation(json.dumps(told)) if found is None else found


def _costs(model: Activity, data: dict[str, Any]) -> str:
    told = data["kosten"]
    if told == UNKNOWN:
        return ""
    words = "; ".join(costs.in_words(model.kosten))
    return words if _prices(words) == told else _notation(json.dumps(told))


# Many are held, and cost, the same.
_moments = lru_cache(maxsize=4096)(typed.when)
_prices = lru_cache(maxsize=1024)(typed.price)


@lru_cache(maxsize=4096)
def _notation(told: str) -> str:
    return written(json.loads(told))
