"""An activity joined with all that it names: the one place where that is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import Catalogue, Entry, is_stopped
from generator.model.schema import (
    FRESH,
    LISTED,
    Activity,
    Contact,
    Location,
    Municipality,
    Organisation,
    Toegankelijkheid,
)

NOTHING_KNOWN = Toegankelijkheid()
NO_CONTACT = Contact()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind an entry on a day: when somebody asked, and whether that is lately enough to say so."""

    checked: date | None
    fresh: bool
    listed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Resolved:
    """An activity with its location, its organisation and its municipality. What it names must be there, but for its location."""

    catalogue: Catalogue
    entry: Entry[Activity]

    @property
    def model(self) -> Activity:
        """Return what the author wrote."""
        return self.entry.model

    @property
    def location(self) -> Location | None:
        """Return the location; None where it is online or unknown."""
        found = self.catalogue.locations.get(self.model.locatie)
        return found.model if found else None

    @property
    def organisation(self) -> Organisation:
        """Return who organises it. Raises KeyError in content with errors."""
        return self.catalogue.organisations[self.model.organisatie].model

    @property
    def municipality(self) -> Municipality:
        """Return where it is. Raises KeyError in content with errors."""
        return self.catalogue.municipalities[self.model.gemeente].model

    @property
    def contact(self) -> Contact:
        """Return how to reach somebody about it: its own contact, else the organisation's."""
        found = self.catalogue.organisations.get(self.model.organisatie)
        return self.model.contact or (found.model.contact if found else None) or NO_CONTACT

    @property
    def access(self) -> Toegankelijkheid:
        """Return how easy it is to use: what the activity says, else what its location says."""
        location = self.location
        return self.model.toegankelijkheid or (location.toegankelijkheid if location else None) or NOTHING_KNOWN

    @property
    def is_stopped(self) -> bool:
        """Tell whether it has ended: it keeps its page and leaves the lists."""
        return is_stopped(self.model)

    def evidence(self, today: date) -> Evidence:
        """Return what stands behind it on the day ``today``: half a year a check is fresh, a year and a half it is worth a place in the lists."""
        found = self.model.gecontroleerd
        if found is None:
            return Evidence(None, fresh=False, listed=not self.is_stopped)
        age = today - found.op
        return Evidence(found.op, fresh=age <= FRESH, listed=not self.is_stopped and age <= LISTED)


def resolved(catalogue: Catalogue, entries: Iterable[Entry[Activity]]) -> list[Resolved]:
    """Return activities joined with what they name."""
    return [Resolved(catalogue, entry) for entry in entries]
