"""What an activity can be filtered on. What nobody knows is told apart from no."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.dutch.vocabulary import Vocabulary
from generator.model.catalogue import Catalogue, Entry
from generator.model.evidence import Sure
from generator.model.facts import offered
from generator.model.facts.when import parts_of_days
from generator.model.position import Position, position
from generator.model.resolved import joined
from generator.model.schema import ONLINE, Activity, Dag, Doelgroep
from generator.model.when import WEEKS_AHEAD, always
from generator.views.lists.finder import VALUES


@dataclass(frozen=True, slots=True)
class Facets:
    """One activity. ``yes`` and ``unknown`` hold values by facet; ``next_day`` is the first date from today, if known.

    ``dates`` are the days on which it is held as the agenda has them, and ``asked`` those of them of which somebody must
    ask whether it goes on; ``moments`` the parts of the days of a week. ``ages`` is the youngest and the oldest, where told,
    ``position`` where it is, as far as that is known; of what is ``online`` that is its municipality.
    Of an older message every date must be asked about, and what is ``old`` is in no list: it is only found.
    """

    themes: tuple[str, ...]
    yes: Mapping[str, frozenset[str]]
    unknown: Mapping[str, frozenset[str]]
    municipality: str
    town: str
    quarter: str
    next_day: date | None
    dates: frozenset[date]
    asked: frozenset[date]
    moments: frozenset[tuple[str, str]]
    ages: tuple[int | None, int | None]
    old: bool = False
    position: Position | None = None
    online: bool = False


def facets(catalogue: Catalogue, entry: Entry[Activity], today: date, vocabulary: Vocabulary) -> Facets:
    """Return what an activity can be filtered on, on the day ``today``."""
    activity = entry.model
    it = joined(catalogue, entry)
    location = it.location
    offer = offered(it, today)
    yes: dict[str, frozenset[str]] = {}
    unknown: dict[str, frozenset[str]] = {}
    for name, (is_so, not_known) in {**offer, **_by_words_and_kinds(catalogue, activity, vocabulary)}.items():
        yes[name] = frozenset(is_so)
        unknown[name] = frozenset(VALUES[name] if not_known is True else not_known or ())
    sure = it.evidence(today).sure
    dates = () if sure is Sure.EXPIRED else it.coming(today)
    certain = sure.rank <= Sure.SOURCE.rank
    always_there = today if Dag.MAANDAG in yes["dag"] and not dates else None
    return Facets(
        activity.domeinen,
        yes,
        unknown,
        activity.gemeente,
        location.plaats if location else "",
        (location.wijk or "") if location else "",
        dates[0].day if dates and certain else always_there,
        frozenset(one.day for one in dates) | frozenset(_every_day(today) if always(activity.wanneer) else ()),
        frozenset(one.day for one in dates if one.holiday or not certain),
        parts_of_days(activity),
        (activity.leeftijd_vanaf, activity.leeftijd_tot),
        old=sure is Sure.EXPIRED,
        position=position(location, it.municipality.cbs_code),
        online=activity.locatie == ONLINE,
    )


def _by_words_and_kinds(
    catalogue: Catalogue, activity: Activity, vocabulary: Vocabulary
) -> Mapping[str, tuple[set[str], bool]]:
    """Return for whom it is meant, and whether one does something for others there."""
    kinds = catalogue.kind_of
    own = [id_ for id_ in activity.soorten or () if id_ in kinds]
    gives = any(kinds[one].voor_een_ander for id_ in own for one in (id_, *catalogue.kinds_above(id_)))
    return {"voor": (groups(activity, vocabulary), False), "ander": ({"ja"} if gives else set(), False)}


def _every_day(today: date) -> Iterator[date]:
    return (today + timedelta(days=ahead) for ahead in range(7 * WEEKS_AHEAD))


def groups(activity: Activity, vocabulary: Vocabulary) -> set[str]:
    """Return for whom it is meant in particular: what the author chose, and what the words of ``voor_wie`` say."""
    found = {str(group) for group in activity.doelgroepen or () if group is not Doelgroep.IEDEREEN}
    if activity.voor_wie:
        for phrase in vocabulary.phrases(activity.voor_wie):
            found |= vocabulary.leads[phrase].groups
    return found
