"""Which files the site has, what each is made from, and how. Nothing is made here yet."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import escape

from generator import render
from generator.assets import Assets
from generator.cache import digest
from generator.catalogue import Catalogue, Entry
from generator.exports import jsonld, sitemap
from generator.keys import Keys
from generator.render import Site
from generator.rules.completeness import scores
from generator.schema import Activity, Municipality
from generator.search.store import Store
from generator.shell import Shell, Stamp
from generator.views import home_page, municipality_page, practice_pages, theme_pages
from generator.views.activity_page import activity_page
from generator.views.card import Card
from generator.views.finder import Files, Finder, finder
from generator.views.head import Head
from generator.views.listing import Tile, tiles
from generator.views.shelf import shelf
from generator.write import Page

HERE = ' aria-current="page"'


@dataclass(frozen=True)
class Plan:
    """Everything a build needs, as values. ``base`` is a digest of all that every page depends on."""

    catalogue: Catalogue
    today: date
    site: Site
    shell: Shell
    assets: Assets
    photos: Mapping[str, bytes]
    base: str
    keys: Keys
    store: Store

    def pages(self) -> Iterator[Page]:
        """Yield every file of the site, in a fixed order."""
        addresses = [""]
        yield self._page(
            "", "home", lambda: home_page.home_page(self.catalogue, self.today, self._ranked), self.keys.everything
        )
        for page in self._data_pages():
            addresses.append(page.path.removesuffix("index.html"))
            yield page
        for address, html in self.shell.written.items():
            addresses.append(address)
            yield _file(f"{address}index.html", html.encode())
        yield self._not_found()
        yield from self._search_files()
        for path, content in self.assets.files.items():
            yield _file(path, content)
        for name, content in self.photos.items():
            yield _file(f"fotos/{name}", content)
        if self.site.url:
            for name, content in sitemap.sitemaps(self.site.url, sorted(addresses)).items():
                yield _file(name, content)
            yield _file("robots.txt", sitemap.robots(self.site.url))

    def _data_pages(self) -> Iterator[Page]:
        catalogue, today = self.catalogue, self.today
        everything = lambda: home_page.everything_page(catalogue, today, self._finder())  # noqa: E731
        yield self._page("zoeken/", "everything", everything, self.keys.everything)
        for domain in catalogue.ordered_domains:
            yield self._page(
                f"{domain.id}/", "theme", _late(theme_pages.theme_page, catalogue, domain, today), self.keys.everything
            )
        for place in catalogue.named_municipalities:
            yield from self._place_pages(place)
        for entry in catalogue.activities.values():
            make = _late(activity_page, catalogue, entry, today)
            yield self._page(f"{entry.id}/", "activity", make, self.keys.activity(entry), entry)
        practices = digest(
            *(entry.digest for entry in (*catalogue.practices.values(), *catalogue.municipalities.values()))
        )
        yield self._page("praktijken/", "practices", _late(practice_pages.practices_page, catalogue), practices)
        for practice in catalogue.practices.values():
            make = _late(practice_pages.practice_page, catalogue, practice, today)
            key = digest(practice.digest, catalogue.municipalities[practice.model.gemeente].digest)
            yield self._page(f"praktijken/{practice.id}/", "practice", make, key)

    def _place_pages(self, place: Entry[Municipality]) -> Iterator[Page]:
        catalogue, today = self.catalogue, self.today
        key = self.keys.places[place.id]
        for number, address in enumerate(self._addresses(place), 1):
            yield self._page(address, "municipality", _late(self._municipality, place, number), key)
        for domain in catalogue.ordered_domains:
            make = _late(theme_pages.theme_in_place_page, catalogue, place, domain, today)
            yield self._page(f"{place.id}/{domain.id}/", "theme_in_place", make, key)

    def _municipality(self, place: Entry[Municipality], number: int) -> municipality_page.MunicipalityPage:
        return municipality_page.municipality_page(self.catalogue, place, self.today, number, self._finder(place))

    def _finder(self, place: Entry[Municipality] | None = None) -> Finder | None:
        """Return the search of a page; None where there is nothing to find."""
        store, names = self.store, self.assets.names
        shards = store.places[place.id] if place else store.whole
        if not shards and (place or not store.where):
            return None
        files = Files(store.words_path, names["worker"], names["finder"])
        everywhere = [place] if place else self.catalogue.named_municipalities
        pages = [address for one in everywhere if store.places[one.id] for address in self._addresses(one)]
        return finder(self.catalogue, files, [file.path for file in shards], pages, place.id if place else "")

    def _addresses(self, place: Entry[Municipality]) -> list[str]:
        return municipality_page.addresses(place.id, len(shelf(self.catalogue, self.today).by_place[place.id]))

    def _search_files(self) -> Iterator[Page]:
        """Yield the word list, the shards, and the list of them."""
        store = self.store
        yield _file(store.words_path, store.words.encode())
        shards = {place: [file.path for file in files] for place, files in store.places.items() if files}
        where = {name: f"assets/waar-{name}.{digest(text)[:10]}.json" for name, text in store.where.items()}
        for name, text in store.where.items():
            yield _file(where[name], text.encode())
        listed = {
            "zoeker": self.assets.names["worker"],
            "woorden": store.words_path,
            "alles": [file.path for file in store.whole],
            "gemeenten": shards,
            "waar": where,
        }
        yield _file("assets/zoek.json", json.dumps(listed, indent=1).encode())
        for file in (*store.whole, *(file for files in store.places.values() for file in files)):
            yield Page(file.path, file.key, _late(store.shard, file))

    def _page(
        self, address: str, template: str, view: Callable[[], Any], key: str, entry: Entry[Activity] | None = None
    ) -> Page:
        full_key = digest(self.base, template, address, key)
        return Page(f"{address}index.html", full_key, lambda: self._made(address, template, view(), entry))

    def _made(self, address: str, template: str, view: Any, entry: Entry[Activity] | None) -> bytes:
        root = render.root_of(address)
        if entry:
            data = jsonld.activity(self.catalogue, entry, self.today, self.site.url)
        else:
            data = jsonld.item_list(view.head.title, _cards(view), self.site.url)
        block = render.data_block(data) + render.script(root, getattr(view, "search", None))
        return self.shell.stamp(self._stamp(view.head, render.body(template, view, root), root, block))

    def _stamp(self, head: Head, content: str, root: str, data: str) -> Stamp:
        coach = render.frame("coach", head.coaches, head.place)
        status = render.frame("status", head.status)
        report = render.report_block(self.site, head.title, head.address)
        return Stamp(
            root=root,
            title=str(escape(head.title)),
            description=str(escape(head.description)),
            address=render.sharing_links(head, self.site),
            data=data,
            here=HERE if head.address == "zoeken/" else "",
            content=content,
            coach=coach,
            status=status,
            report=report,
            printed=f": {escape(self.site.url + head.address)}" if self.site.url else "",
            icons=render.sprite(content + coach + status + report),
        )

    def _not_found(self) -> Page:
        """Return the page for an address that does not exist; it may be shown at any depth, so its root is fixed."""
        root = "/" + self.site.url.partition("://")[2].partition("/")[2]
        head = Head("404.html", "Deze pagina is er niet", "Deze pagina is er niet.", "Deze pagina bestaat niet.")
        view = NotFound(head, tiles(self.catalogue, ""))

        def make() -> bytes:
            return self.shell.stamp(self._stamp(head, render.body("not_found", view, root), root, ""))

        return Page("404.html", digest(self.base, "404", root), make)

    @cached_property
    def _ranked(self) -> list[Entry[Activity]]:
        """Running activities, the most complete first: they may serve as an example."""
        listed = shelf(self.catalogue, self.today).everything
        points = scores(self.catalogue)
        return sorted(listed, key=lambda entry: (-points[entry.id][0], entry.id))


@dataclass(frozen=True, slots=True)
class NotFound:
    """What the page for a wrong address offers instead."""

    head: Head
    tiles: tuple[Tile, ...]


def _file(path: str, content: bytes) -> Page:
    return Page(path, digest(content), lambda: content)


def _late(make: Callable[..., Any], *arguments: Any) -> Callable[[], Any]:
    return lambda: make(*arguments)


def _cards(view: Any) -> tuple[Card, ...]:
    if hasattr(view, "groups") and not isinstance(view, practice_pages.PracticesPage):
        return tuple(card for group in view.groups for card in group.cards)
    return getattr(view, "cards", ())
