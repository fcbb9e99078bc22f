"""The pages in other languages: which there are, and the making of each."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from generator.model import addresses
from generator.model.catalogue import Catalogue
from generator.show import render
from generator.show.sources import template_digest
from generator.views.abroad import pages
from generator.views.abroad.tongue import FOLDER
from generator.work.cache import code_digest, digest
from generator.work.page import Page
from generator.write.plan import Plan


@cache
def _words() -> str:
    """Return a digest of all that is said in other languages."""
    return code_digest(FOLDER, ("*.po",))


def place_pages(plan: Plan) -> Iterator[Page]:
    """Yield the pages of a municipality in each language of the site."""
    catalogue, place, today = plan.catalogue, plan.here, plan.today
    codes = catalogue.tongues
    everything = digest(plan.keys.places[place.id], today.isoformat())
    for code in codes:
        yield _page(
            plan,
            code,
            addresses.page(place.id),
            "list",
            everything,
            partial(pages.list_abroad, catalogue, place, code, codes, today),
        )
        for theme in pages.themes_abroad(catalogue, place.id, today):
            path = addresses.theme_in(place.id, theme)
            make = partial(pages.list_abroad, catalogue, place, code, codes, today, theme)
            yield _page(plan, code, path, "list", everything, make)
        for entry in catalogue.activities.values():
            key = digest(plan.keys.activity(entry), plan.keys.day(entry, today))
            make_one = partial(pages.activity_abroad, catalogue, entry, code, codes, today)
            yield _page(plan, code, addresses.page(entry.id), "activity", key, make_one)


def country_pages(plan: Plan) -> Iterator[Page]:
    """Yield the first page of each language."""
    catalogue = plan.catalogue
    for code in catalogue.tongues:
        make = partial(pages.places_abroad, catalogue, code, catalogue.tongues, plan.today)
        yield _page(plan, code, "", "places", digest(plan.keys.everything, plan.today.isoformat()), make)


def place_addresses(plan: Plan) -> Iterator[str]:
    """Yield the addresses of those pages that a search engine may know."""
    catalogue, place = plan.catalogue, plan.here
    for code in catalogue.tongues:
        yield addresses.abroad(code, addresses.page(place.id))
        for theme in pages.themes_abroad(catalogue, place.id, plan.today):
            yield addresses.abroad(code, addresses.theme_in(place.id, theme))
        yield from (addresses.abroad(code, addresses.page(id_)) for id_ in catalogue.activities)


def country_addresses(catalogue: Catalogue) -> Iterator[str]:
    """Yield the first addresses of the languages."""
    yield from (addresses.abroad(code, "") for code in catalogue.tongues)


def _page(plan: Plan, code: str, path: str, template: str, key: str, view: Callable[[], Any]) -> Page:
    address = addresses.abroad(code, path)
    names = plan.frame.assets.names
    about = (plan.catalogue.kinds, *plan.catalogue.domains.values(), *plan.catalogue.languages.values())
    made = digest(
        plan.frame.base,
        _words(),
        template_digest(f"abroad/{template}.html"),
        *(names.get(use, "") for use in ("abroad_style", "aloud_style", "aloud")),
        *(entry.digest for entry in about if entry),
        *plan.catalogue.tongues,
        address,
        key,
    )
    return Page(
        addresses.file_of(address),
        made,
        lambda: render.abroad(template, view(), render.root_of(address), names, plan.site),
    )
