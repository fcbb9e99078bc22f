"""What a build knows when files are to be made: the values that every section of the site draws on.

There is a plan for each municipality, with its activities and what they name, and one for the pages over all municipalities.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.find.store import Store, Words
from generator.give.open_data import Stuk
from generator.judge.rules.completeness import scores
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.neighbours import Neighbour
from generator.model.resolved import joined
from generator.model.schema import Activity, Municipality
from generator.model.summary import Summary
from generator.show.looks.assets import Assets
from generator.show.render import Site
from generator.show.shell import Shell
from generator.show.stamper import Stamper
from generator.views.abroad.referral import FlyerAbroad, flyer_abroad
from generator.views.agenda.week import WeekSheet, monday_of, week_sheet
from generator.views.data.record import Activiteit, record
from generator.views.lists.finder import Files, Finder, finder
from generator.views.lists.municipality_page import catalogue_addresses
from generator.views.lists.shelf import Shelf, shelf
from generator.views.referral.handout import Handout, general_handout, practice_handout
from generator.views.referral.news import News, news
from generator.views.volunteers.overview_page import OverviewPage
from generator.work.cache import Cache, digest, of
from generator.write.calendars import Calendars
from generator.write.codes import Codes
from generator.write.keys import Keys
from generator.write.sheets import Printer

Guest = tuple[Entry[Activity], str]  # an activity from elsewhere, and the address in this municipality that it had


@dataclass(frozen=True)
class Frame:
    """What all pages of a build have in common, as values.

    ``base`` is a digest of what every page depends on, ``of_places`` and ``of_country`` of what else those of municipalities and those about
    all of them are made with. ``version`` is a digest of the code and the packages that make pages, ``printing`` and ``photographs`` of what makes those.
    ``world`` are the municipalities with activities, by name;
    ``paper`` the sheets for everybody that can be printed.
    """

    today: date
    site: Site
    shell: Shell
    assets: Assets
    base: str
    of_places: str
    of_country: str
    version: str
    printing: str
    photographs: str
    world: tuple[Entry[Municipality], ...]
    paper: frozenset[str]


@dataclass(frozen=True)
class Plan:
    """Everything that the pages of one municipality need (``place``), or those over all of them (None).

    ``store`` has the shards of the search, none in a country that is too large for one; ``cache`` keeps what was worked out; ``guests`` are at home elsewhere,
    and ``near`` are the municipalities next door.
    """

    frame: Frame
    catalogue: Catalogue
    place: Entry[Municipality] | None
    keys: Keys
    words: Words
    store: Store | None
    printer: Printer
    calendars: Calendars
    codes: Codes
    cache: Cache
    guests: tuple[Guest, ...] = ()
    near: tuple[Neighbour, ...] = ()

    @property
    def today(self) -> date:
        """Return the day of the build."""
        return self.frame.today

    @property
    def site(self) -> Site:
        """Return what every page has in common."""
        return self.frame.site

    @property
    def here(self) -> Entry[Municipality]:
        """Return the municipality that this is about."""
        assert self.place  # noqa: S101 - only its own sections ask
        return self.place

    @cached_property
    def stamper(self) -> Stamper:
        """Return what stamps views into the shell."""
        frame = self.frame
        return Stamper(self.catalogue, frame.today, frame.site, frame.shell, frame.assets, frame.base, self.codes.all)

    @cached_property
    def shelf(self) -> Shelf:
        """Return the activities that stand in lists."""
        return shelf(self.catalogue, self.today)

    @cached_property
    def handouts(self) -> Mapping[str, Handout]:
        """Return what is printed, by its folder in the site: for everybody, or for each practice of a municipality."""
        url = self.site.url
        if self.place is None:
            return {addresses.REFERRAL: general_handout(self.catalogue, self.today, url)}
        return {
            addresses.practice(practice.id): practice_handout(self.catalogue, practice, self.today, url)
            for practice in self.catalogue.practices.values()
        }

    @cached_property
    def week(self) -> WeekSheet | None:
        """Return the sheet of this week; None where there is nothing to go to. It is the same on every day of that week."""
        states = (self.keys.state(entry, self.today) for entry in self.catalogue.by_municipality[self.here.id])
        monday = monday_of(self.today).isoformat()
        key = digest("week", self.frame.base, self.keys.places[self.here.id], monday, *states)
        kept = self.cache.get(key, of(tuple[WeekSheet, ...]))
        if kept is None:
            found = week_sheet(self.catalogue, self.here, self.today, self.site.url)
            kept = (found,) if found else ()
            self.cache.put(key, kept)
        return kept[0] if kept else None

    @cached_property
    def news(self) -> News | None:
        """Return what changed, for who refers; None where nobody does, or there is nothing to tell."""
        if not (self.catalogue.practices or self.here.model.welzijnscoaches):
            return None
        found = news(self.catalogue, self.here, self.today, self.site.url)
        return found if found.sheets else None

    @cached_property
    def flyers_abroad(self) -> Mapping[str, FlyerAbroad]:
        """Return the flyers in other languages, by their folder in the site."""
        return {
            addresses.abroad(code, addresses.REFERRAL): flyer_abroad(self.catalogue, code, self.today, self.site.url)
            for code in self.catalogue.tongues
        }

    @cached_property
    def sheets(self) -> Mapping[str, Handout | WeekSheet | News | FlyerAbroad]:
        """Return everything that is printed, by its folder in the site."""
        if self.place is None:
            return {**self.handouts, **self.flyers_abroad}
        more = {addresses.week_of(self.place.id): self.week, addresses.practice(self.place.id): self.news}
        return {**self.handouts, **{folder: it for folder, it in more.items() if it}}

    @cached_property
    def data(self) -> dict[str, bytes]:
        """Return the files with activities as open data that were made, by their names."""
        return {}

    def record_of(self, entry: Entry[Activity]) -> Activiteit:
        """Return one activity as open data, worked out once."""
        today, url = self.today, self.site.url
        it = joined(self.catalogue, entry)
        return it.once(("record", today, url), lambda one: record(one.catalogue, one.entry, today, url))

    @cached_property
    def overviews(self) -> dict[str, OverviewPage]:
        """Return the overviews that were worked out, by municipality; of everything under an empty name."""
        return {}

    @cached_property
    def examples(self) -> list[Entry[Activity]]:
        """Return running activities, the most complete first: they may serve as an example."""
        points = scores(self.catalogue)
        return sorted(self.shelf.everything, key=lambda entry: (-points[entry.id][0], entry.id))

    def finder(self) -> Finder | None:
        """Return the search of a page; None where there is nothing to find."""
        frame, place = self.frame, self.place
        shards: Sequence[str] = ()
        if self.store:
            shards = [file.path for file in (self.store.places[place.id] if place else self.store.whole)]
        if not shards and (place or not frame.world):
            return None
        files = Files(
            self.words.path,
            self.words.abroad_path,
            self.words.near_path,
            frame.assets.names["worker"],
            frame.assets.names["finder"],
        )
        pages = self.catalogue_pages if place or shards else ()
        world = [one.model.naam for one in frame.world]
        return finder(self.catalogue, files, shards, pages, world, place.id if place else "")

    @cached_property
    def catalogue_pages(self) -> list[str]:
        """Return the addresses of the catalogues: where the cards stand."""
        amounts = {id_: len(entries) for id_, entries in self.shelf.by_place.items()}
        everywhere = [self.place] if self.place else self.frame.world
        return [address for one in everywhere for address in catalogue_addresses(one.id, amounts[one.id])]


@dataclass(frozen=True, slots=True)
class Cell:
    """What the pages over all municipalities know of one: its numbers, its addresses, its part of the search and of the ledger.

    ``pages`` are the addresses for a site map, ``shards`` the files of its search, ``words`` how many activities have each word;
    ``organisations`` and ``photos`` are what its activities name, ``top`` the folders at the root of the site in which it has files, and ``data`` its files of open data.
    """

    summary: Summary
    pages: tuple[str, ...]
    shards: tuple[str, ...]
    words: Mapping[str, int]
    ledger: Mapping[str, tuple[str, int, str]]
    organisations: tuple[str, ...]
    photos: tuple[str, ...]
    top: tuple[str, ...]
    data: tuple[Stuk, ...]


@dataclass(frozen=True, slots=True)
class Storeroom:
    """What lies ready for the country beside its activities.

    That is a digest of each organisation (``marks``) and its name, the names of locations, digests of photographs, and the way to
    their bytes.
    """

    marks: Mapping[str, str]
    names: Mapping[str, str]
    locations: tuple[str, ...]
    photos: Mapping[str, str]
    photo: Callable[[str], bytes]
