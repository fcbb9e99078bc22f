"""Which files the site has, what each is made from, and how. Nothing is made here yet."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any

from generator.find.store import Store
from generator.give import sitemap
from generator.give.numbers import numbers
from generator.judge.rules.completeness import scores
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity, Municipality
from generator.read import photographs
from generator.show import render
from generator.show.looks.assets import Assets
from generator.show.policy import EMBED
from generator.show.render import Site
from generator.show.shell import Shell
from generator.show.stamper import Stamper, is_bare
from generator.views.activity.activity_page import activity_page
from generator.views.activity.moved_page import moved_page
from generator.views.activity.take_home import take_home
from generator.views.agenda import agenda_page
from generator.views.lists import embed_pages, home_page, list_page, municipality_page, theme_pages
from generator.views.lists.finder import Files, Finder, finder
from generator.views.lists.shelf import shelf
from generator.views.referral import handout, practice_pages, referral_page, referrers_page
from generator.views.referral.handout import Handout
from generator.views.volunteers import overview_page
from generator.work.cache import digest
from generator.write import hosting
from generator.write.calendars import Calendars
from generator.write.codes import Codes
from generator.write.keys import Keys
from generator.write.sheets import Printer
from generator.write.tree import Page
from generator.write.volunteers import Volunteers

LEAF = "blad.html"


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

    def pages(self) -> Iterator[Page]:
        """Yield every file of the site, in a fixed order."""
        top: set[str] = set()
        for page in self._site_files():
            first, slash, _ = page.path.partition("/")
            top.add(first + slash)
            yield page
        yield _file("_headers", hosting.headers_file(top).encode())

    def _site_files(self) -> Iterator[Page]:
        addresses = [""]
        yield self._stamper.page(
            "", "home", lambda: home_page.home_page(self.catalogue, self.today, self._ranked), self.keys.everything
        )
        for page in self._data_pages():
            if page.path.endswith("/index.html") and not is_bare(page.path):
                addresses.append(page.path.removesuffix("index.html"))
            yield page
        yield from self._moved_pages()
        yield from self.calendars.pages()
        for address, html in self.shell.written.items():
            addresses.append(address)
            yield _file(f"{address}index.html", html.encode())
        yield self._stamper.not_found()
        yield from self._search_files()
        for path, content in self.assets.files.items():
            yield _file(path, content)
        yield from self._photographs()
        if self.site.url:
            for name, content in sitemap.sitemaps(self.site.url, sorted(addresses)).items():
                yield _file(name, content)
            yield _file("robots.txt", sitemap.robots(self.site.url))

    def _photographs(self) -> Iterator[Page]:
        for name, raw in self.photos.items():
            for width in photographs.WIDTHS:
                for kind in photographs.KINDS:
                    make = partial(photographs.written, raw, width, kind)
                    path = f"fotos/{name.replace('.', '-')}-{width}.{kind}"
                    yield Page(path, digest("foto", self.version, raw, str(width), kind), make)

    def _data_pages(self) -> Iterator[Page]:
        catalogue, today = self.catalogue, self.today
        everything = lambda: home_page.everything_page(catalogue, today, self._finder())  # noqa: E731
        yield self._stamper.page("zoeken/", "everything", everything, self.keys.everything)
        own = _late(list_page.list_page, self.assets.names.get("code", ""))
        yield self._stamper.page(list_page.LIST, "list", own, "")
        yield from self._overview(self.keys.everything)
        yield from Volunteers(catalogue, self.keys, self._stamper).pages()
        weeks = _late(agenda_page.agenda_page, catalogue, today)
        yield self._stamper.page(agenda_page.AGENDA, "agenda", weeks, self.keys.everything)
        for domain in catalogue.ordered_domains:
            yield self._stamper.page(
                f"{domain.id}/", "theme", _late(theme_pages.theme_page, catalogue, domain, today), self.keys.everything
            )
        for place in catalogue.named_municipalities:
            yield from self._place_pages(place)
        for entry in catalogue.activities.values():
            make = _late(activity_page, catalogue, entry, today)
            key = self.keys.activity(entry)
            yield self._stamper.page(f"{entry.id}/", "activity", make, key, entry)
            for address in (entry.id, *entry.model.vroeger_adres):
                yield Page(f"{address}/{LEAF}", digest(self.base, LEAF, key), partial(self._leaf, entry))
        yield from self._referral_pages()
        yield from self._embed_pages()

    def _leaf(self, entry: Entry[Activity]) -> bytes:
        return render.leaf(take_home(self.catalogue, entry, self.today), render.root_of(f"{entry.id}/"))

    def _moved_pages(self) -> Iterator[Page]:
        """Yield a page at each address that an activity had before: it leads to where that is now."""
        for entry in self.catalogue.activities.values():
            for address in entry.model.vroeger_adres:
                make = _late(moved_page, self.catalogue, entry)
                yield self._stamper.page(f"{address}/", "moved", make, self.keys.activity(entry))

    def _referral_pages(self) -> Iterator[Page]:
        """Yield the pages about the referral; they are few, and each depends on all that is written about it."""
        catalogue, today, url = self.catalogue, self.today, self.site.url
        words = (catalogue.referral, catalogue.referrers, catalogue.safety)
        about = (
            *(entry for entry in words if entry),
            *catalogue.practices.values(),
            *catalogue.municipalities.values(),
        )
        key = digest(
            *(entry.digest for entry in about), str([sorted(self.printer.names(folder)) for folder in self.handouts])
        )
        general = handout.GENERAL
        yield self._stamper.page(general, "referral", _late(referral_page.referral_page, catalogue), key)
        paper = self.printer.names(general)
        flyer = partial(referral_page.flyer_page, catalogue, url, paper=paper)
        yield self._stamper.page(f"{general}flyer/", "flyer", flyer, key)
        yield self._stamper.page("verwijzers/", "referrers", _late(referrers_page.referrers_page, catalogue), key)
        yield self._stamper.page("praktijken/", "practices", _late(practice_pages.practices_page, catalogue), key)
        for place in catalogue.municipalities.values():
            page = partial(practice_pages.practices_in_place_page, catalogue, place, today, url, paper=paper)
            yield self._stamper.page(f"praktijken/{place.id}/", "practices_in_place", page, key)
        for practice in catalogue.practices.values():
            folder = f"praktijken/{practice.id}/"
            names = self.printer.names(folder)
            own = partial(practice_pages.practice_page, catalogue, practice, today, url, paper=names)
            yield self._stamper.page(folder, "practice", own, key)
        for folder, it in self.handouts.items():
            yield from self.printer.pages(folder, it)

    @cached_property
    def handouts(self) -> Mapping[str, Handout]:
        """Return what is printed, by its folder in the site: for everybody, and for each practice."""
        own = {
            f"praktijken/{practice.id}/": handout.practice_handout(self.catalogue, practice, self.today, self.site.url)
            for practice in self.catalogue.practices.values()
        }
        return {handout.GENERAL: handout.general_handout(self.catalogue, self.site.url), **own}

    def _embed_pages(self) -> Iterator[Page]:
        """Yield the page about embedding, and the pages that may stand in a frame."""
        catalogue, today = self.catalogue, self.today
        about = partial(embed_pages.embed_page, catalogue, self.site.url, everywhere=bool(self.store.whole))
        key = digest(*(entry.digest for entry in catalogue.named_municipalities), str(bool(self.store.whole)))
        yield self._stamper.page(EMBED, "embed", about, key)
        everything = lambda: embed_pages.framed_everything(catalogue, today, self._finder())  # noqa: E731
        yield self._stamper.page(f"{EMBED}{embed_pages.EVERYWHERE}/", "everything", everything, self.keys.everything)
        for place in catalogue.named_municipalities:
            make = partial(self._framed, place)
            yield self._stamper.page(f"{EMBED}{place.id}/", "municipality", make, self.keys.places[place.id])

    def _framed(self, place: Entry[Municipality]) -> municipality_page.MunicipalityPage:
        return embed_pages.framed_municipality(self.catalogue, place, self.today, self._finder(place))

    def _place_pages(self, place: Entry[Municipality]) -> Iterator[Page]:
        catalogue, today = self.catalogue, self.today
        key = self.keys.places[place.id]
        for number, address in enumerate(self._addresses(place), 1):
            yield self._stamper.page(address, "municipality", _late(self._municipality, place, number), key)
        yield from self._overview(key, place)
        for number, address in enumerate(agenda_page.addresses(catalogue, place, today), 1):
            make = _late(agenda_page.agenda_in_place, catalogue, place, today, number)
            yield self._stamper.page(address, "agenda", make, key)
        for domain in catalogue.ordered_domains:
            make = _late(theme_pages.theme_in_place_page, catalogue, place, domain, today)
            yield self._stamper.page(f"{place.id}/{domain.id}/", "theme_in_place", make, key)

    def _municipality(self, place: Entry[Municipality], number: int) -> municipality_page.MunicipalityPage:
        return municipality_page.municipality_page(self.catalogue, place, self.today, number, self._finder(place))

    def _overview(self, key: str, place: Entry[Municipality] | None = None) -> Iterator[Page]:
        """Yield what there is and what is missing, with its numbers beside it."""
        make: Callable[[], overview_page.OverviewPage] = (
            partial(overview_page.overview_in_place, self.catalogue, place, self.today)
            if place
            else partial(overview_page.overview_page, self.catalogue, self.today)
        )
        address = f"{place.id}/{overview_page.OVERVIEW}" if place else overview_page.OVERVIEW
        yield self._stamper.page(address, "overview", make, key)
        path = f"{address}cijfers.csv"
        yield Page(path, digest(self.base, path, key), lambda: numbers(make()))

    def _finder(self, place: Entry[Municipality] | None = None) -> Finder | None:
        """Return the search of a page; None where there is nothing to find."""
        store, names = self.store, self.assets.names
        shards = store.places[place.id] if place else store.whole
        if not shards and (place or not store.where):
            return None
        files = Files(store.words_path, store.abroad_path, names["worker"], names["finder"])
        everywhere = [place] if place else self.catalogue.named_municipalities
        pages = [address for one in everywhere if store.places[one.id] for address in self._addresses(one)]
        world = [one.model.naam for one in self.catalogue.named_municipalities if store.places[one.id]]
        return finder(self.catalogue, files, [file.path for file in shards], pages, world, place.id if place else "")

    def _addresses(self, place: Entry[Municipality]) -> list[str]:
        return municipality_page.addresses(place.id, len(shelf(self.catalogue, self.today).by_place[place.id]))

    def _search_files(self) -> Iterator[Page]:
        """Yield the word list, the shards, and the list of them."""
        store = self.store
        yield _file(store.words_path, store.words.encode())
        yield _file(store.abroad_path, store.abroad.encode())
        shards = {place: [file.path for file in files] for place, files in store.places.items() if files}
        where = {name: f"assets/waar-{name}.{digest(text)[:10]}.json" for name, text in store.where.items()}
        for name, text in store.where.items():
            yield _file(where[name], text.encode())
        listed = {
            "zoeker": self.assets.names["worker"],
            "woorden": store.words_path,
            "talen": store.abroad_path,
            "alles": [file.path for file in store.whole],
            "gemeenten": shards,
            "waar": where,
        }
        yield _file("zoeken/zoek.json", json.dumps(listed, indent=1).encode())
        for file in (*store.whole, *(file for files in store.places.values() for file in files)):
            yield Page(file.path, file.key, _late(store.shard, file))

    @cached_property
    def _stamper(self) -> Stamper:
        return Stamper(self.catalogue, self.today, self.site, self.shell, self.assets, self.base, self.codes.all)

    @cached_property
    def _ranked(self) -> list[Entry[Activity]]:
        """Running activities, the most complete first: they may serve as an example."""
        listed = shelf(self.catalogue, self.today).everything
        points = scores(self.catalogue)
        return sorted(listed, key=lambda entry: (-points[entry.id][0], entry.id))


def _file(path: str, content: bytes) -> Page:
    return Page(path, digest(content), lambda: content)


def _late(make: Callable[..., Any], *arguments: Any) -> Callable[[], Any]:
    return lambda: make(*arguments)
