"""Which files the site has, what each is made from, and how. Nothing is made here yet."""

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
from generator.render import Site
from generator.rules.completeness import scores
from generator.schema import Activity, Gestopt, Municipality
from generator.shell import Shell, Stamp
from generator.views import home_page, municipality_page, practice_pages, theme_pages
from generator.views.activity_page import activity_page
from generator.views.card import Card
from generator.views.head import Head
from generator.views.listing import MOST_CARDS, Tile, tiles
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

    def pages(self) -> Iterator[Page]:
        """Yield every file of the site, in a fixed order."""
        addresses = [""]
        yield self._page("", "home", lambda: home_page.home_page(self.catalogue, self.today, self._ranked), self._all)
        for page in self._data_pages():
            addresses.append(page.path.removesuffix("index.html"))
            yield page
        for address, html in self.shell.written.items():
            addresses.append(address)
            yield _file(f"{address}index.html", html.encode())
        yield self._not_found()
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
        yield self._page("zoeken/", "everything", lambda: home_page.everything_page(catalogue, today), self._all)
        for domain in catalogue.ordered_domains:
            yield self._page(
                f"{domain.id}/", "theme", _late(theme_pages.theme_page, catalogue, domain, today), self._all
            )
        for place in catalogue.named_municipalities:
            yield from self._place_pages(place)
        for entry in catalogue.activities.values():
            make = _late(activity_page, catalogue, entry, today)
            yield self._page(f"{entry.id}/", "activity", make, self._activity_key(entry), entry)
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
        key = self._place_keys[place.id]
        amount = len(shelf(catalogue, today).by_place[place.id])
        for number in range(max(1, -(-amount // MOST_CARDS))):
            address = f"{place.id}/" if not number else f"{place.id}/pagina-{number + 1}/"
            yield self._page(
                address,
                "municipality",
                _nth(municipality_page.municipality_pages, number, catalogue, place, today),
                key,
            )
        for domain in catalogue.ordered_domains:
            make = _late(theme_pages.theme_in_place_page, catalogue, place, domain, today)
            yield self._page(f"{place.id}/{domain.id}/", "theme_in_place", make, key)

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
        return self.shell.stamp(self._stamp(view.head, render.body(template, view, root), root, data))

    def _stamp(self, head: Head, content: str, root: str, data: dict[str, Any] | None) -> Stamp:
        coach = render.frame("coach", head.coaches, head.place)
        status = render.frame("status", head.status)
        report = render.report_block(self.site, head.title, head.address)
        return Stamp(
            root=root,
            title=str(escape(head.title)),
            description=str(escape(head.description)),
            address=render.sharing_links(head, self.site),
            data=render.data_block(data),
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
            return self.shell.stamp(self._stamp(head, render.body("not_found", view, root), root, None))

        return Page("404.html", digest(self.base, "404", root), make)

    @cached_property
    def _all(self) -> str:
        """Return a digest of all content: for the pages that count or list everything."""
        return digest(*self._place_keys.values())

    @cached_property
    def _place_keys(self) -> dict[str, str]:
        """Return a digest of what is in each municipality."""
        return {
            id_: digest(self.catalogue.municipalities[id_].digest, *(self._activity_key(entry) for entry in entries))
            for id_, entries in self.catalogue.by_municipality.items()
        }

    def _activity_key(self, entry: Entry[Activity]) -> str:
        """Return a digest of what an activity's page is made from: its own file, and those that it names."""
        catalogue, model = self.catalogue, entry.model
        named = [entry.digest, catalogue.organisations[model.organisatie].digest]
        named.append(catalogue.municipalities[model.gemeente].digest)
        location = catalogue.locations.get(model.locatie)
        if location:
            named.append(location.digest)
        if isinstance(model.loopt, Gestopt):
            named += [self._activity_key(catalogue.activities[id_]) for id_ in model.loopt.in_plaats_daarvan]
        return "".join(named)

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


def _nth(make: Callable[..., Any], number: int, *arguments: Any) -> Callable[[], Any]:
    return lambda: make(*arguments)[number]


def _cards(view: Any) -> tuple[Card, ...]:
    if hasattr(view, "groups") and not isinstance(view, practice_pages.PracticesPage):
        return tuple(card for group in view.groups for card in group.cards)
    return getattr(view, "cards", ())
