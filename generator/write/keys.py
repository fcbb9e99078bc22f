"""What each page depends on, as digests: a page is made again only when one of these changes."""

from collections.abc import Mapping
from functools import cached_property

from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity, Gestopt
from generator.work.cache import digest


class Keys:
    """Digests of an activity with all that it names, of a municipality with all that is in it, and of everything."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Keep the catalogue."""
        self._catalogue = catalogue

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
        return digest(*self.places.values())
