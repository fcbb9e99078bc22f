"""The calendars of one build: which files, what each is made from, and which version each activity is.

A calendar program must see a number that grows when an activity changes and never else (SEQUENCE, RFC 5545, 3.8.7.4).
That needs a memory: the site carries it itself, in ``kalender/versies.json``, and a build reads that of the site it
replaces. Where it is missing, the number is the day, which is above every number given before.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, partial

import msgpack

from generator.give import ics
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry, is_stopped
from generator.model.evidence import evidence
from generator.model.resolved import joined
from generator.model.schema import Activity
from generator.model.when import school_year
from generator.views.activity.diary import diary, horizon, in_calendar, is_paused_open
from generator.views.lists.shelf import shelf
from generator.work.cache import Cache, digest, of
from generator.work.page import Page
from generator.write.keys import Keys

FIRST_DAY = date(2026, 1, 1)  # number 0
GONE = ""  # the mark of an activity that has no dates any more
STAYS = 366  # days that its calendar is kept
NO_EVENTS = bytes(msgpack.packb(()))  # how that is kept

Ledger = Mapping[str, tuple[str, int, str]]  # by activity: a digest of its events, its number, the day of that


def is_ended(activity: Activity) -> bool:
    """Tell whether it has stopped, or is in a pause of which nobody knows the end: no list of dates has it."""
    return is_stopped(activity) or is_paused_open(activity)


@lru_cache(maxsize=1)  # while `serve` runs it is mostly the same
def read_ledger(raw: bytes) -> Ledger:
    """Return what an earlier site noted; what cannot be read is as good as nothing."""
    try:
        found = json.loads(raw)
        return {id_: (str(mark), int(number), _day(day)) for id_, (mark, number, day) in found.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def ledger_file(ledger: Ledger) -> bytes:
    """Return the ledger of a whole site as a file."""
    return f"{json.dumps(dict(sorted(ledger.items())), separators=(',', ':'))}\n".encode()


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


@dataclass(frozen=True)
class Calendars:
    """Makes the calendars of a catalogue: of one municipality (``place``), or those of the themes.

    ``version`` is a digest of the code; ``before`` the ledger of the last site, of which the part of ``place`` goes on here. ``taken`` has
    the addresses in ``place`` that activities elsewhere had before. ``given`` is the ledger where it was worked out already.
    """

    catalogue: Catalogue
    today: date
    url: str
    cache: Cache
    version: str
    keys: Keys
    before: Ledger
    place: str = ""
    taken: frozenset[str] = frozenset()
    given: Ledger | None = None

    @cached_property
    def texts(self) -> Mapping[str, tuple[str, ...]]:
        """Return the events of each activity that has any, without their version. Worked out once for each content."""
        names = [entry.digest for entry in self.catalogue.ordered_domains]
        base = digest("kalender", self.version, school_year(self.today).isoformat(), self.url, *names)
        entries = list(self.catalogue.activities.values())
        marks = [
            digest(base, self.keys.activity(entry), str(evidence(entry.model, self.today).sure)) for entry in entries
        ]
        found = [self.cache.get(mark, of(tuple[str, ...])) for mark in marks]
        new = [index for index, text in enumerate(found) if text is None]
        for index in new:
            found[index] = self._events(entries[index])
            self.cache.put(marks[index], found[index])
        return {entry.id: text for entry, text in zip(entries, found, strict=True) if text}

    def _events(self, entry: Entry[Activity], until: date | None = None) -> tuple[str, ...]:
        return ics.events(diary(self.catalogue, entry, self.today, until), self.url)

    @cached_property
    def versions(self) -> Mapping[str, tuple[str, int, str]]:
        """Return the ledger: of the activities here, and of those of this municipality that had a calendar."""
        if self.given is not None:
            return self.given
        found = {}
        for id_, text in self.texts.items():
            mark = digest(*text)[:8]
            model = self.catalogue.activities[id_].model
            known = next((self.before[old] for old in (id_, *model.vroeger_adres[::-1]) if old in self.before), None)
            if known is None or known[0] != mark:
                number = max((self.today - FIRST_DAY).days, known[1] + 1 if known else 0)
                known = (mark, number, self.today.isoformat())
            found[id_] = known
        earlier = {old for id_ in self.texts for old in self.catalogue.activities[id_].model.vroeger_adres} | self.taken
        for id_, (mark, number, day) in self.before.items():
            if id_.partition("/")[0] not in (self.place, *self._formers) or id_ in found or id_ in earlier:
                continue
            left = day if mark == GONE else self.today.isoformat()
            if (self.today - date.fromisoformat(left)).days <= STAYS:
                found[id_] = (GONE, number, left)
        return dict(sorted(found.items()))

    @cached_property
    def ledger(self) -> bytes:
        """Return the ledger as a file."""
        return ledger_file(self.versions)

    @cached_property
    def copies(self) -> Mapping[str, str]:
        """Return where the events of the coming months are kept, for somebody's own calendar, of each activity that has any."""
        until = horizon(self.today)
        themes = [entry.digest for entry in self.catalogue.ordered_domains]
        base = digest("kopie", self.version, until.isoformat(), self.url, *themes)
        found: dict[str, str] = {}
        for id_ in self.texts:
            entry = self.catalogue.activities[id_]
            if not in_calendar(joined(self.catalogue, entry), self.today):
                continue
            mark = digest(base, self.keys.activity(entry), str(evidence(entry.model, self.today).sure))
            kept = self.cache.kept(mark)
            if kept is None:
                self.cache.put(mark, self._events(entry, until))
                kept = self.cache.kept(mark)
            if kept != NO_EVENTS:
                found[id_] = mark
        return found

    @cached_property
    def gone(self) -> tuple[str, ...]:
        """Return the activities that had a calendar within the last year and have none any more: it stays, and is empty."""
        return tuple(id_ for id_, (mark, _, _) in self.versions.items() if mark == GONE)

    def of_themes(self) -> Iterator[Page]:
        """Yield the calendar of each theme over all municipalities."""
        listed = shelf(self.catalogue, self.today)
        for domain in self.catalogue.ordered_domains:
            yield self._page(domain.id, domain.model.naam, self._running(listed.everything, domain.id))

    def pages(self) -> Iterator[Page]:
        """Yield every calendar of a municipality: of each activity, of all together, and of each theme."""
        catalogue = self.catalogue
        yield from self._of_each() if catalogue.own_calendars else self._together()
        here = shelf(catalogue, self.today).by_place[self.place]
        name = catalogue.municipalities[self.place].model.naam
        yield self._page(self.place, f"Te doen in {name}", self._running(here))
        for domain in catalogue.ordered_domains:
            title = f"{domain.model.naam} in {name}"
            yield self._page(f"{self.place}/{domain.id}", title, self._running(here, domain.id))
        for old in self._formers:
            yield from self._former(old, here, name)

    @property
    def _formers(self) -> tuple[str, ...]:
        """Return the municipalities that are no more and that this one stands for."""
        found = self.catalogue.municipalities.get(self.place)
        return found.model.vroeger if found else ()

    def _former(self, old: str, here: Iterable[Entry[Activity]], name: str) -> Iterator[Page]:
        """Yield the calendars of a municipality that is no more, with what came from there: who subscribed sees where it is now."""
        came = [entry for entry in here if any(one.partition("/")[0] == old for one in entry.model.vroeger_adres)]
        yield self._page(old, f"Te doen in {old} (nu {name})", self._running(came))
        for domain in self.catalogue.ordered_domains:
            title = f"{domain.model.naam} in {old} (nu {name})"
            yield self._page(f"{old}/{domain.id}", title, self._running(came, domain.id))

    def _of_each(self) -> Iterator[Page]:
        """Yield the calendars of each activity: to subscribe to, and to have once."""
        catalogue = self.catalogue
        for id_ in self.texts:
            model = catalogue.activities[id_].model
            for address in (id_, *model.vroeger_adres):
                yield self._page(address, model.titel, [id_])
        for id_ in self.gone:
            entry = catalogue.activities.get(id_)
            yield self._page(id_, entry.model.titel if entry else "Niet meer op de site", [])
        for id_ in self.copies:
            for address in (id_, *catalogue.activities[id_].model.vroeger_adres):
                yield Page(addresses.calendar_copy(address), self._copy_key(id_), partial(self._copy, id_))

    def _together(self) -> Iterator[Page]:
        """Yield the calendars to have once, many in a file: a country would have a file for each of a hundred thousand."""
        amount = -(-len(self.copies) // addresses.TOGETHER)
        inside: list[list[str]] = [[] for _ in range(amount)]
        for id_ in self.copies:
            inside[addresses.file_number(id_, amount) - 1].append(id_)
        for number, ids in enumerate(inside, 1):
            key = digest(str(amount), *map(self._copy_key, ids))
            yield Page(addresses.calendar_copies(self.place, number), key, partial(self._copies_of, amount, ids))

    def _copies_of(self, amount: int, ids: list[str]) -> bytes:
        found = {"bestanden": amount, "agenda": {id_: self._copy(id_).decode() for id_ in ids}}
        return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()

    def _running(self, entries: Iterable[Entry[Activity]], domain: str = "") -> list[str]:
        """Return those that have dates, and have not ended: who subscribes sees them go by themselves."""
        return [
            entry.id
            for entry in entries
            if entry.id in self.texts and not is_ended(entry.model) and (not domain or domain in entry.model.domeinen)
        ]

    def _page(self, address: str, name: str, ids: list[str]) -> Page:
        marks = (f"{id_}{self.versions[id_]}" for id_ in ids)
        return Page(addresses.calendar(address), digest(self.version, name, *marks), partial(self._made, name, ids))

    def _copy_key(self, id_: str) -> str:
        title = self.catalogue.activities[id_].model.titel
        return digest(self.version, title, str(self._copy_version(id_)), self.copies[id_])

    def _copy_version(self, id_: str) -> ics.Version:
        _, number, day = self.versions[id_]
        first, months = self._month
        return ics.Version(number + months, first if day <= first.isoformat() else date.fromisoformat(day))

    @cached_property
    def _month(self) -> tuple[date, int]:
        """Return the first of this month, and its number: the version of a copy grows with it, for the same entry gives later dates then."""
        first = self.today.replace(day=1)
        return first, first.year * 12 + first.month

    def _copy(self, id_: str) -> bytes:
        title = self.catalogue.activities[id_].model.titel
        events = self.cache.get(self.copies[id_], of(tuple[str, ...]))
        if events is None:  # what was kept does not read
            events = self._events(self.catalogue.activities[id_], horizon(self.today))
        return ics.calendar(title, [ics.stamped(events, self._copy_version(id_))])

    def _made(self, name: str, ids: list[str]) -> bytes:
        return ics.calendar(name, (self._stamped(id_) for id_ in ids))

    def _stamped(self, id_: str) -> str:
        _, number, day = self.versions[id_]
        return ics.stamped(self.texts[id_], ics.Version(number, date.fromisoformat(day)))
