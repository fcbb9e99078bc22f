"""What a build knows when its files are to be made: the values that every section of the site draws on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.find.store import Store
from generator.judge.rules.completeness import scores
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity, Municipality
from generator.show.looks.assets import Assets
from generator.show.render import Site
from generator.show.shell import Shell
from generator.show.stamper import Stamper
from generator.views.agenda.week import WeekSheet, week_sheet
from generator.views.lists.finder import Files, Finder, finder
from generator.views.lists.municipality_page import catalogue_addresses
from generator.views.lists.shelf import Shelf, shelf
from generator.views.referral.handout import Handout, general_handout, practice_handout
from generator.views.volunteers.overview_page import OverviewPage
from generator.write.calendars import Calendars
from generator.write.codes import Codes
from generator.write.keys import Keys
from generator.write.sheets import Printer


@dataclass(frozen=True)
class Plan:
    """Everything a build needs, as values. ``base`` is a digest of all that every page depends on, ``version`` of the code and packages."""

    catalogue: Catalogue
    today: date
    site: Site
    shell: Shell
    assets: Assets
    photos: Mapping[str, bytes]
    base: str
    keys: Keys
    store: Store
    printer: Printer
    calendars: Calendars
    codes: Codes
    version: str

    @cached_property
    def stamper(self) -> Stamper:
        """Return what stamps views into the shell."""
        return Stamper(self.catalogue, self.today, self.site, self.shell, self.assets, self.base, self.codes.all)

    @cached_property
    def shelf(self) -> Shelf:
        """Return the activities that stand in lists."""
        return shelf(self.catalogue, self.today)

    @cached_property
    def handouts(self) -> Mapping[str, Handout]:
        """Return what is printed, by its folder in the site: for everybody, and for each practice."""
        own = {
            addresses.practice(practice.id): practice_handout(self.catalogue, practice, self.today, self.site.url)
            for practice in self.catalogue.practices.values()
        }
        return {addresses.REFERRAL: general_handout(self.catalogue, self.today, self.site.url), **own}

    @cached_property
    def weeks(self) -> Mapping[str, WeekSheet]:
        """Return the sheet of this week by its folder in the site, of each municipality where there is anything to go to."""
        found = (
            (addresses.week_of(place.id), week_sheet(self.catalogue, place, self.today, self.site.url))
            for place in self.catalogue.named_municipalities
        )
        return {folder: it for folder, it in found if it}

    @cached_property
    def overviews(self) -> dict[str, OverviewPage]:
        """Return the overviews that were worked out, by municipality; of everything under an empty name."""
        return {}

    @cached_property
    def examples(self) -> list[Entry[Activity]]:
        """Return running activities, the most complete first: they may serve as an example."""
        points = scores(self.catalogue)
        return sorted(self.shelf.everything, key=lambda entry: (-points[entry.id][0], entry.id))

    def finder(self, place: Entry[Municipality] | None = None) -> Finder | None:
        """Return the search of a page; None where there is nothing to find."""
        store, names = self.store, self.assets.names
        shards = store.places[place.id] if place else store.whole
        if not shards and (place or not store.where):
            return None
        files = Files(store.words_path, store.abroad_path, names["worker"], names["finder"])
        everywhere = [place] if place else self.catalogue.named_municipalities
        pages = [address for one in everywhere if store.places[one.id] for address in self.catalogue_of(one)]
        world = [one.model.naam for one in self.catalogue.named_municipalities if store.places[one.id]]
        return finder(self.catalogue, files, [file.path for file in shards], pages, world, place.id if place else "")

    def catalogue_of(self, place: Entry[Municipality]) -> list[str]:
        """Return the addresses of the catalogue of a municipality."""
        return catalogue_addresses(place.id, len(self.shelf.by_place[place.id]))
