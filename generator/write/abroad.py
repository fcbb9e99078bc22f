"""The pages in other languages: which there are, and the making of each."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity
from generator.model.schema.base import CATALOGUES
from generator.show import render
from generator.show.sources import assets_abroad, template_digest
from generator.views.abroad import activity, asking, lists, moved, referral
from generator.views.abroad.tongue import tongue
from generator.views.lists.finder import Finder
from generator.views.lists.shelf import ordered
from generator.views.referral.handout import FLYER
from generator.work.cache import code_digest, digest
from generator.work.page import Page
from generator.write.plan import Plan


@cache
def _words() -> str:
    """Return a digest of all that is said in other languages."""
    return code_digest(CATALOGUES, ("*.po",))


def place_pages(plan: Plan) -> Iterator[Page]:
    """Yield the pages of a municipality in each language of the site."""
    catalogue, place, today = plan.catalogue, plan.here, plan.today
    codes = catalogue.tongues
    finder = plan.finder() if codes else None
    for code in codes:
        ask = _ask(plan, code, finder)
        whole = digest(plan.keys.places[place.id], today.isoformat(), repr(ask))
        for path, theme, number in _list_pages(plan):
            key = _of_theme(plan, theme, number) if theme else whole
            make = partial(
                lists.list_abroad, catalogue, place, code, codes, today, theme, number, None if theme else ask
            )
            yield _page(plan, code, path, "list", key, make)
        for entry in catalogue.activities.values():
            make_one = partial(activity.activity_abroad, catalogue, entry, code, codes, today)
            yield _page(plan, code, addresses.page(entry.id), "activity", _of_activity(plan, entry), make_one)
        for old, path, name in _earlier(plan):
            make_moved = partial(moved.moved_abroad, catalogue, code, codes, path, name)
            yield _page(plan, code, old, "moved", digest(path, name), make_moved)


def _of_theme(plan: Plan, theme: str, number: int) -> str:
    """Return a digest of what a page of a theme shows: a change elsewhere in the municipality, or on another page of it, leaves it alone."""
    listed = ordered(plan.catalogue, plan.here.id, plan.today, theme)
    shown = lists.on_page(listed, number)
    return digest(
        plan.here.digest, str(len(listed)), *(part for one in shown for part in (one.id, _of_activity(plan, one)))
    )


def _of_activity(plan: Plan, entry: Entry[Activity]) -> str:
    return digest(plan.keys.activity(entry), plan.keys.day(entry, plan.today))


def _earlier(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Yield what came after the language in addresses of before, what comes after it now, and what is there."""
    place = plan.here
    for entry in plan.catalogue.activities.values():
        for old in entry.model.vroeger_adres:
            yield addresses.page(old), addresses.page(entry.id), entry.model.titel
    for old in place.model.vroeger:
        for path, _, number in _list_pages(plan):
            if number == 1:
                yield addresses.in_place_of(path, place.id, old), path, place.model.naam


def _list_pages(plan: Plan) -> Iterator[tuple[str, str, int]]:
    """Yield the pages of the lists of a municipality: what comes after the language in the address, the theme, and the number of the page.

    A theme of which there is nothing now has its page too: an address that somebody has goes on to work.
    """
    place = plan.here.id
    for theme in ("", *(domain.id for domain in plan.catalogue.ordered_domains)):
        first = addresses.theme_in(place, theme) if theme else addresses.page(place)
        for number, path in enumerate(lists.list_addresses(first, plan.shelf.amount(place, theme)), 1):
            yield path, theme, number


def _ask(plan: Plan, code: str, finder: Finder | None) -> asking.Ask | None:
    """Return the search of a page in a language; None where nothing can be found there."""
    if finder is None or not finder.shards:
        return None
    everywhere = [plan.place] if plan.place else plan.frame.world
    amounts = [(one.id, plan.shelf.amount(one.id)) for one in everywhere]
    return asking.ask_abroad(tongue(code), finder, lists.pages_of(amounts, code), addresses.abroad(code, ""))


def country_pages(plan: Plan) -> Iterator[Page]:
    """Yield the first page of each language, and the referral explained in it."""
    catalogue = plan.catalogue
    finder = plan.finder() if catalogue.tongues else None
    for code in catalogue.tongues:
        ask = _ask(plan, code, finder)
        make = partial(lists.places_abroad, catalogue, code, catalogue.tongues, plan.today, ask)
        yield _page(plan, code, "", "places", digest(plan.keys.everything, plan.today.isoformat(), repr(ask)), make)
        folder = addresses.abroad(code, addresses.REFERRAL)
        flyer = folder + FLYER if FLYER in plan.printer.names(folder) else ""
        make_one = partial(referral.referral_abroad, catalogue, code, catalogue.tongues, flyer)
        yield _page(plan, code, addresses.REFERRAL, "referral", digest(catalogue.referral.digest, flyer), make_one)


def place_addresses(plan: Plan) -> Iterator[str]:
    """Yield the addresses of those pages that a search engine may know."""
    catalogue = plan.catalogue
    for code in catalogue.tongues:
        yield from (addresses.abroad(code, path) for path, _, _ in _list_pages(plan))
        yield from (addresses.abroad(code, addresses.page(id_)) for id_ in catalogue.activities)


def country_addresses(catalogue: Catalogue) -> Iterator[str]:
    """Yield the first addresses of the languages."""
    for code in catalogue.tongues:
        yield addresses.abroad(code, "")
        yield addresses.abroad(code, addresses.REFERRAL)


def _page(plan: Plan, code: str, path: str, template: str, key: str, view: Callable[[], Any]) -> Page:
    address = addresses.abroad(code, path)
    names = plan.frame.assets.names
    about = (
        plan.catalogue.kinds,
        plan.catalogue.safety,
        *plan.catalogue.domains.values(),
        *plan.catalogue.languages.values(),
    )
    made = digest(
        plan.frame.base,
        _words(),
        template_digest(f"abroad/{template}.html", "abroad/top.html", "abroad/foot.html"),
        *(names[use] for use in ("abroad_style", "aloud_style", *assets_abroad(template))),
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
