"""An activity joined with all that it names: the one place where that is done."""

from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from generator.model.catalogue import Catalogue, Entry, is_stopped
from generator.model.evidence import Evidence, Sure, evidence
from generator.model.schema import (
    Activity,
    AndereHulpSoort,
    Contact,
    Foto,
    JaNee,
    Location,
    Municipality,
    Organisation,
    Toegankelijkheid,
)
from generator.model.when import WEEKS_AHEAD, Occurrence, coming

NOTHING_KNOWN = Toegankelijkheid()
NO_CONTACT = Contact()
MOST_REMEMBERED = 10_000  # activities of one catalogue of which it is kept what was worked out
MOST_KEPT = 2_000  # activities of which that outlives their catalogue
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom to ask: how to reach them, and who they are where it is not the organisation itself (else empty)."""

    name: str
    contact: Contact


@dataclass(frozen=True, eq=False)
class Resolved:
    """An activity with its location, its organisation and its municipality. What it names must be there, but for its location.

    ``known`` is what was worked out of it (see :meth:`once`).
    """

    catalogue: Catalogue
    entry: Entry[Activity]
    known: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def model(self) -> Activity:
        """Return what the author wrote."""
        return self.entry.model

    @cached_property
    def location(self) -> Location | None:
        """Return the location; None where it is online or unknown."""
        found = self.catalogue.locations.get(self.model.locatie)
        return found.model if found else None

    @cached_property
    def organisation(self) -> Organisation:
        """Return who organises it. Raises KeyError in content with errors."""
        return self.catalogue.organisations[self.model.organisatie].model

    @cached_property
    def municipality(self) -> Municipality:
        """Return where it is. Raises KeyError in content with errors."""
        return self.catalogue.municipalities[self.model.gemeente].model

    @cached_property
    def contact(self) -> Contact:
        """Return how to reach somebody about it: its own contact, else the organisation's, else that of the location."""
        organisation, location = self.catalogue.organisations.get(self.model.organisatie), self.location
        known = (self.model.contact, organisation and organisation.model.contact, location and location.contact)
        return next((one for one in known if one), NO_CONTACT)

    @cached_property
    def whom(self) -> Whom:
        """Return whom a visitor can ask about it: who organises it, else the municipality, else a coach whom residents may phone.

        That is decided here, once. Nobody is asked who did not say that it may: without an answer from the municipality
        about its coach, the coach is not phoned. Its fields are all empty where there is nobody.
        """
        contact = self.contact
        if contact.telefoon or contact.email or contact.website:
            return Whom("", contact)
        found = self.catalogue.municipalities.get(self.model.gemeente)
        if found is None:
            return Whom("", NO_CONTACT)
        place = found.model
        for one in place.andere_hulp:
            if one.wat is AndereHulpSoort.GEMEENTE and (one.telefoon or one.website):
                return Whom(one.naam, Contact(telefoon=one.telefoon, website=one.website))
        for coach in place.welzijnscoaches:
            if coach.zelf_bellen is JaNee.JA and (coach.telefoon or coach.email):
                return Whom("de welzijnscoach", Contact(telefoon=coach.telefoon, email=coach.email))
        return Whom("", NO_CONTACT)

    @cached_property
    def reachable(self) -> bool:
        """Tell whether there is anybody whom a visitor can ask."""
        return self.whom.contact is not NO_CONTACT

    @cached_property
    def access(self) -> Toegankelijkheid:
        """Return how easy it is to use: what the activity says, else what its location says."""
        location = self.location
        return self.model.toegankelijkheid or (location.toegankelijkheid if location else None) or NOTHING_KNOWN

    @cached_property
    def photo(self) -> Foto | None:
        """Return its photograph: its own, else that of its location."""
        location = self.location
        return self.model.foto or (location.foto if location else None)

    @cached_property
    def is_stopped(self) -> bool:
        """Tell whether it has ended: it keeps its page and leaves the lists."""
        return is_stopped(self.model)

    def evidence(self, today: date) -> Evidence:
        """Return how sure we are of it on the day ``today``."""
        return self.once(("evidence", today), lambda it: evidence(it.model, today))

    def coming(self, today: date, weeks: int = WEEKS_AHEAD) -> tuple[Occurrence, ...]:
        """Return the dates on which it is held from the day ``today`` for ``weeks`` weeks (see :func:`generator.model.when.coming`)."""
        return self.once(
            ("coming", today, weeks), lambda it: coming(it.model, today, it.municipality.schoolvakantie_regio, weeks)
        )

    def once(self, what: Hashable, work: Callable[["Resolved"], T]) -> T:
        """Return what ``work`` gives (never None), worked out once for this activity and what it names.

        It may outlive the catalogue (see :class:`Worked`): so it holds no catalogue, and nothing of other activities that this one does not name.
        """
        found: T | None = self.known.get(what)
        if found is None:
            found = self.known[what] = work(self)
        return found

    def listed(self, today: date) -> bool:
        """Tell whether it stands in the lists on the day ``today``: not once it has stopped, or when all we have is too old."""
        return not self.is_stopped and self.evidence(today).sure is not Sure.EXPIRED


class Worked:
    """What was worked out of activities, for a program that builds again and again: of those of the last catalogues, so many as fit."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._found: dict[str, tuple[str, dict[Hashable, Any]]] = {}

    def keep(self, catalogue: Catalogue, mark: Callable[[Entry[Activity]], str]) -> None:
        """Keep what was worked out in ``catalogue``; ``mark`` gives a digest of all that an activity is made from."""
        known = catalogue.remembered
        if len(self._found) > MOST_KEPT:
            self._found = {}
        for entry in catalogue.activities.values():
            if entry.id in known:
                self._found[entry.id] = mark(entry), known[entry.id].known

    def give(self, catalogue: Catalogue, mark: Callable[[Entry[Activity]], str]) -> None:
        """Let ``catalogue`` know what was kept of those of its activities that are still made from the same."""
        for entry in catalogue.activities.values() if self._found else ():
            kept = self._found.get(entry.id)
            with suppress(KeyError):  # what it names is gone
                if kept and kept[0] == mark(entry):
                    catalogue.remembered[entry.id] = Resolved(catalogue, entry, kept[1])


def joined(catalogue: Catalogue, entry: Entry[Activity]) -> Resolved:
    """Return an activity joined with what it names; the same one as long as the catalogue is there."""
    known = catalogue.remembered
    found: Resolved | None = known.get(entry.id)
    if found is None or found.entry is not entry:
        if len(known) >= MOST_REMEMBERED:
            known.clear()
        found = known[entry.id] = Resolved(catalogue, entry)
    return found


def resolved(catalogue: Catalogue, entries: Iterable[Entry[Activity]]) -> list[Resolved]:
    """Return activities joined with what they name."""
    return [joined(catalogue, entry) for entry in entries]
