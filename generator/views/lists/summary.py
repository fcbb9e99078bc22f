"""A municipality in numbers, for the pages over all of them: worked out of its own activities, or given where those are not at hand."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import Sure
from generator.model.facts import WHOLE, offered, score
from generator.model.resolved import joined, resolved
from generator.model.schema import Activity
from generator.model.summary import Summary, Values, together
from generator.views.lists.finder import LABELS
from generator.views.lists.shelf import Shelved, parts, shelf

NOT_KNOWN = "?"  # among the values of a facet: of how many nobody knows it
COUNTED = ("dagdeel", "dag", "kosten", "toegankelijk", "mee")
OLD_WEIGHT, WEIGHT = 1, 100  # of a kind of activity, by how sure we are of it


def summaries(catalogue: Catalogue, today: date) -> Mapping[str, Summary]:
    """Return every municipality in numbers, by its id."""
    if catalogue.known is not None:
        return catalogue.known
    key = ("summaries", today)
    found = catalogue.remembered.get(key)
    if found is None:
        found = {place: summary(catalogue, place, today) for place in catalogue.municipalities}
        catalogue.remembered[key] = found
    return dict(found)


def country(catalogue: Catalogue, today: date) -> Summary:
    """Return all municipalities together."""
    key = ("country", today)
    if key not in catalogue.remembered:
        catalogue.remembered[key] = together(summaries(catalogue, today).values())
    found: Summary = catalogue.remembered[key]
    return found


def summary(catalogue: Catalogue, place: str, today: date) -> Summary:
    """Return one municipality in numbers."""
    known = shelf(catalogue, today)
    listed = known.by_place[place]
    freshness: dict[str, tuple[int, int, str]] = {}
    amounts: Counter[str] = Counter({"": len(listed)})
    fresh: Counter[str] = Counter()
    for it in resolved(catalogue, listed):
        evidence = it.evidence(today)
        amounts.update(it.model.domeinen)
        if evidence.fresh:
            fresh.update(["", *it.model.domeinen])
        id_ = it.model.organisatie
        total, asked, last = freshness.get(id_, (0, 0, ""))
        newest = max(last, evidence.asked.isoformat() if evidence.asked else "")
        freshness[id_] = (total + 1, asked + evidence.fresh, newest)
    return Summary(
        dict(amounts),
        dict(fresh),
        len(known.found[place]),
        values(catalogue, listed, today),
        {theme: weights(catalogue, listed, theme, today) for theme in catalogue.domains},
        freshness,
        _soon(catalogue, listed, today),
        _best(catalogue, listed),
    )


def values(catalogue: Catalogue, listed: Sequence[Entry[Activity]], today: date) -> Mapping[str, Values]:
    """Return by theme how often each value of each facet is offered, and of how many nobody knows any (:data:`NOT_KNOWN`)."""
    found: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: {facet: Counter() for facet in COUNTED})
    for entry in listed:
        offers = offered(joined(catalogue, entry), today)
        for facet in COUNTED:
            yes, not_known = offers[facet]
            here = set(yes) & LABELS[facet].keys() or ({NOT_KNOWN} if not_known and not yes else set())
            for theme in entry.model.domeinen:
                found[theme][facet].update(here)
    return {theme: {facet: dict(amounts) for facet, amounts in facets.items()} for theme, facets in found.items()}


def weights(catalogue: Catalogue, listed: Sequence[Entry[Activity]], theme: str, today: date) -> Mapping[str, int]:
    """Return how much there is of each kind of activity in a theme; what is old weighs least."""
    found: Counter[str] = Counter()
    for it in resolved(catalogue, [entry for entry in listed if theme in entry.model.domeinen]):
        weight = WEIGHT if it.evidence(today).sure.rank < Sure.OLDER.rank else OLD_WEIGHT
        own = [id_ for id_ in it.model.soorten or () if id_ in catalogue.kind_of]
        # Of the kinds of an activity in two themes only those of this one, where there are any.
        found.update(
            dict.fromkeys([id_ for id_ in own if catalogue.kind_of[id_].domein == theme], weight)
            or (dict.fromkeys(own, weight) if it.model.domeinen[0] == theme else {})
        )
    return dict(found)


def _soon(catalogue: Catalogue, listed: Sequence[Entry[Activity]], today: date) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in parts(catalogue, listed, today).week:
        if one.next:
            start = one.next.start.isoformat() if one.next.start else "~"
            text = f"{one.next.day.isoformat()} {start} {_place(one)} {one.entry.id}"
            theme = one.entry.model.domeinen[0]
            found[theme] = min(found.get(theme, text), text)
    return found


def _place(one: Shelved) -> str:
    """Return the place of an activity in the order of the lists as a text."""
    not_reachable, rank, soon, points = one.order[:4]
    return f"{int(bool(not_reachable))} {rank} {soon} {WHOLE + int(str(points)):03}"


def _best(catalogue: Catalogue, listed: Sequence[Entry[Activity]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in listed:
        points, _ = score(joined(catalogue, entry))
        text = f"{WHOLE - points:03} {entry.id}"
        theme = entry.model.domeinen[0]
        found[theme] = min(found.get(theme, text), text)
    return found
