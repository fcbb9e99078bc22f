"""What an activity can be filtered on. What nobody knows is told apart from no."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue, Entry
from generator.schedule import coming
from generator.schema import (
    Activity,
    Dag,
    Doelgroep,
)
from generator.text.vocabulary import Vocabulary
from generator.views.finder import VALUES
from generator.views.offered import offered


@dataclass(frozen=True, slots=True)
class Facets:
    """One activity. ``yes`` and ``unknown`` hold values by facet; ``next_day`` is the first date from today, if known."""

    themes: tuple[str, ...]
    yes: Mapping[str, frozenset[str]]
    unknown: Mapping[str, frozenset[str]]
    municipality: str
    town: str
    quarter: str
    next_day: date | None


def facets(catalogue: Catalogue, entry: Entry[Activity], today: date, vocabulary: Vocabulary) -> Facets:
    """Return what an activity can be filtered on, on the day ``today``."""
    activity = entry.model
    location = catalogue.locations.get(activity.locatie)
    place = location.model if location else None
    offer = offered(catalogue, activity, today)
    yes: dict[str, frozenset[str]] = {}
    unknown: dict[str, frozenset[str]] = {}
    for name, (is_so, not_known) in {**offer, "voor": (groups(activity, vocabulary), False)}.items():
        yes[name] = frozenset(is_so)
        unknown[name] = frozenset(VALUES[name] if not_known is True else not_known or ())
    region = catalogue.municipalities[activity.gemeente].model.schoolvakantie_regio
    dates = coming(activity, today, region)
    always_there = today if Dag.MAANDAG in yes["dag"] and not dates else None
    return Facets(
        activity.domeinen,
        yes,
        unknown,
        activity.gemeente,
        place.plaats if place else "",
        (place.wijk or "") if place else "",
        dates[0].day if dates else always_there,
    )


def groups(activity: Activity, vocabulary: Vocabulary) -> set[str]:
    """Return for whom it is meant in particular: what the author chose, and what the words of ``voor_wie`` say."""
    found = {str(group) for group in activity.doelgroepen or () if group is not Doelgroep.IEDEREEN}
    if activity.voor_wie:
        for phrase in vocabulary.phrases(activity.voor_wie):
            found |= vocabulary.leads[phrase].groups
    return found
