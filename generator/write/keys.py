"""What each page depends on, as digests: a page is made again only when one of these changes."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from generator.model.catalogue import Catalogue, Entry
from generator.model.resolved import joined
from generator.model.schema import Activity, Gestopt
from generator.views.activity.diary import horizon, in_calendar
from generator.views.activity.status import how_sure
from generator.views.referral.coach import coaches
from generator.work.cache import Cache, digest, of


class Keys:
    """Digests of an activity with all that it names, of a municipality with all that is in it, and of everything."""

    def __init__(
        self, catalogue: Catalogue, cache: Cache | None = None, version: str = "", everything: str = ""
    ) -> None:
        """Keep the catalogue, and a cache of what was worked out of the same content by the same ``version`` of the program.

        ``everything`` is a digest of all content, where the catalogue has not all of it.
        """
        self._everything = everything
        self._catalogue = catalogue
        self._cache = cache or Cache()
        self._version = version
        self._days: dict[tuple[str, date], Mapping[str, str]] = {}

    def activity(self, entry: Entry[Activity]) -> str:
        """Return a digest of what an activity's page is made from: its own file, and those that it names."""
        catalogue, model = self._catalogue, entry.model
        named = [entry.digest, catalogue.organisations[model.organisatie].digest]
        named.append(catalogue.municipalities[model.gemeente].digest)
        location = catalogue.locations.get(model.locatie)
        if location:
            named.append(location.digest)
        if isinstance(model.loopt, Gestopt):
            named += [self.activity(catalogue.activities[id_]) for id_ in model.loopt.in_plaats_daarvan]
        return "".join(named)

    def day(self, entry: Entry[Activity], today: date) -> str:
        """Return what of the day ``today`` an activity's page, its leaf and its data show.

        That is how sure we are, the dates to come, until when a copy for a calendar goes, and whether the number of the coach was checked
        lately. The next day that is mostly the same, and then so are they.
        """
        place = entry.model.gemeente
        if place not in self.places:  # at home elsewhere, and it had an address here
            return self._day(entry, today)
        known = self._days.get((place, today))
        if known is None:
            known = self._days[place, today] = self._days_in(place, today)
        return known[entry.id]

    def state(self, entry: Entry[Activity], today: date) -> str:
        """Return what of the day ``today`` an activity's data show: how sure we are, and no dates."""
        return self.day(entry, today).partition(" ")[0]

    def _days_in(self, place: str, today: date) -> Mapping[str, str]:
        """Return that of each activity of a municipality, kept for who builds again on the same day."""
        key = digest("dagen", self._version, self.places[place], today.isoformat())
        entries = self._catalogue.by_municipality[place]
        found = self._cache.get(key, of(dict[str, str]))
        if found is None or found.keys() != {entry.id for entry in entries}:
            found = {entry.id: self._day(entry, today) for entry in entries}
            self._cache.put(key, found)
        return found

    def _day(self, entry: Entry[Activity], today: date) -> str:
        catalogue, model = self._catalogue, entry.model
        it = joined(catalogue, entry)
        state = how_sure(it, today)
        shown = [str(in_calendar(it, today) and horizon(today))]
        if state.dated:
            shown += [f"{one.day} {one.holiday}" for one in it.coming(today)]
        shown += [str(coach.sure) for coach in coaches(catalogue, model.gemeente, today)]
        if isinstance(model.loopt, Gestopt):
            shown += [self._day(catalogue.activities[id_], today) for id_ in model.loopt.in_plaats_daarvan]
        return f"{digest(str(state.sure), state.long)} {digest(*shown)}"

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Return a digest of what is in each municipality."""
        catalogue = self._catalogue
        return {
            id_: digest(catalogue.municipalities[id_].digest, *(self.activity(entry) for entry in entries))
            for id_, entries in catalogue.by_municipality.items()
        }

    @cached_property
    def everything(self) -> str:
        """Return a digest of all content: for the pages that count or list everything."""
        return self._everything or digest(*self.places.values())
