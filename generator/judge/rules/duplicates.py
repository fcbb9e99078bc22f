"""The same thing entered twice (a guess, so a warning)."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterator
from datetime import date

from generator.judge.rules.base import warning
from generator.model.catalogue import Catalogue, Entry, is_stopped
from generator.model.problem import Problem, quoted
from generator.model.schema import NO_LOCATION, UNKNOWN, Activity, Herhaald

CODES = {
    "A110": "Twee activiteiten in een gemeente hebben niet dezelfde woorden in de titel.",
    "A111": "Een organisatie heeft op een plek niet twee keer iets op dezelfde dag en tijd.",
    "A136": "Een concept is nog geen activiteit.",
}
SMALL = frozenset(
    ["de", "het", "een", "in", "bij", "met", "op", "van", "voor", "en", "te", "samen", "aan", "naar", "of", "u", "uw"]
)


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a warning at the later of two activities that look the same."""
    del today
    for entries in catalogue.by_municipality.values():
        running = [entry for entry in entries if not is_stopped(entry.model)]
        yield from _alike(running, _words, "A110", "heeft bijna dezelfde titel als")
        yield from _alike(running, _slot, "A111", "is op dezelfde plek, dag en tijd als")
    titles = {(entry.model.gemeente, _plain(entry.model.titel)): entry for entry in catalogue.activities.values()}
    for draft in catalogue.drafts.values():
        made = titles.get((draft.model.gemeente, _plain(draft.model.titel)))
        if made:
            message = f"dit concept is al een activiteit: {made.path}."
            yield warning(
                draft, ("titel",), "A136", message, "Haal het concept weg. Is het iets anders? Verander de titel."
            )


def _alike(entries: list[Entry[Activity]], key_of: object, code: str, says: str) -> Iterator[Problem]:
    groups: dict[Hashable, list[Entry[Activity]]] = defaultdict(list)
    for entry in entries:
        key = key_of(entry.model)  # type: ignore[operator]
        if key is not None:
            groups[key].append(entry)
    for group in groups.values():
        for entry in group[1:]:
            message = f"{quoted(entry.model.titel)} {says} {group[0].id}."
            hint = "Is het hetzelfde? Maak er een bestand van. Anders: zeg in de titel wat het verschil is."
            yield warning(entry, ("titel",), code, message, hint)


def _words(activity: Activity) -> Hashable:
    words = _plain(activity.titel)
    return (words, activity.organisatie) if words else None


def _plain(title: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    return frozenset(word for word in re.findall(r"[a-z0-9]+", plain) if word not in SMALL)


def _slot(activity: Activity) -> Hashable:
    if isinstance(activity.wanneer, str) or activity.locatie in NO_LOCATION:
        return None
    slots = frozenset(
        (moment.elke, moment.van, moment.week_van_de_maand)
        for moment in activity.wanneer
        if isinstance(moment, Herhaald) and moment.van != UNKNOWN
    )
    return (activity.organisatie, activity.locatie, slots) if slots else None
