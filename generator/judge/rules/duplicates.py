"""The same thing entered twice (a guess, so a warning)."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from datetime import date

from generator.judge.rules.base import warning
from generator.model.catalogue import Catalogue, Entry, is_stopped
from generator.model.problem import Problem, quoted
from generator.model.schema import NO_LOCATION, UNKNOWN, Activity, Eenmalig, Herhaald

CODES = {
    "A110": "Twee activiteiten van een organisatie, op een plek en een dag, hebben niet dezelfde woorden in de titel.",
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
        yield from _alike(running, _words, "A110", "heeft bijna dezelfde titel als", _same)
        yield from _alike(running, _slot, "A111", "is op dezelfde plek, dag en tijd als")
    titles = {(entry.model.gemeente, _plain(entry.model.titel)): entry for entry in catalogue.activities.values()}
    for draft in catalogue.drafts.values():
        made = titles.get((draft.model.gemeente, _plain(draft.model.titel)))
        if made:
            message = f"dit concept is al een activiteit: {made.path}."
            yield warning(
                draft, ("titel",), "A136", message, "Haal het concept weg. Is het iets anders? Verander de titel."
            )


def _alike(
    entries: list[Entry[Activity]],
    key_of: Callable[[Activity], Hashable],
    code: str,
    says: str,
    same: Callable[[Activity, Activity], bool] = lambda _one, _other: True,
) -> Iterator[Problem]:
    groups: dict[Hashable, list[Entry[Activity]]] = defaultdict(list)
    for entry in entries:
        key = key_of(entry.model)
        if key is not None:
            groups[key].append(entry)
    for group in groups.values():
        for at, entry in enumerate(group):
            first = next((one for one in group[:at] if same(one.model, entry.model)), None)
            if not first:
                continue
            message = f"{quoted(entry.model.titel)} {says} {first.id}."
            hint = "Is het hetzelfde? Maak er een bestand van. Anders: zeg in de titel wat het verschil is."
            yield warning(entry, ("titel",), code, message, hint)


def _same(one: Activity, other: Activity) -> bool:
    """Tell whether two may be at one place on one day, as far as is known."""
    places = {one.locatie, other.locatie} - {UNKNOWN}
    days, others = _days(one), _days(other)
    return len(places) < len((one, other)) and (not days or not others or bool(days & others))


def _days(activity: Activity) -> set[object]:
    moments = () if isinstance(activity.wanneer, str) else activity.wanneer
    found: set[object] = set()
    for moment in moments:
        if isinstance(moment, Herhaald):
            found |= set(moment.elke)
        elif isinstance(moment, Eenmalig):
            found.add(moment.datum)
    return found


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
