"""Every file of the site, as a table: which there are, where each goes, of what it is made, and when it must be made again.

A :class:`Section` is a kind of page, a row for each of what it is about; a :class:`Kept` is a kind of file that is no page. Nothing is
made here yet: ``tree`` asks for the bytes of what changed.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from generator.give import form_rules, sitemap
from generator.give.manifest import manifest
from generator.give.numbers import numbers
from generator.judge.for_browser import judged_in_browser
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity, Domain, Municipality, Practice
from generator.read import photographs, typed
from generator.read.table import template
from generator.show import render
from generator.views.activity.activity_page import activity_page
from generator.views.activity.moved_page import moved_page
from generator.views.activity.take_home import take_home
from generator.views.agenda.agenda_page import agenda_addresses, agenda_in_place, agenda_page
from generator.views.agenda.week import WeekPage, week_page
from generator.views.lists import embed_pages, home_page, list_page, municipality_page, theme_pages
from generator.views.referral import practice_pages, referral_page, referrers_page
from generator.views.volunteers import overview_page
from generator.views.volunteers.form_page import form_page
from generator.views.volunteers.join_page import join_page
from generator.work.cache import digest
from generator.work.page import Page
from generator.write import hosts
from generator.write.plan import Plan

T = TypeVar("T")
Place = Entry[Municipality]
Part = tuple[Place, int, str]  # a municipality, the number of a page, and its address
Earlier = tuple[Entry[Activity], str]  # an activity, and an address that it has or had


def _the_day(plan: Plan, _one: object) -> str:
    """Return the day itself: for what counts or lists by it."""
    return plan.today.isoformat()


def _no_day(_plan: Plan, _one: object) -> str:
    """Return nothing: for what is the same on every day."""
    return ""


@dataclass(frozen=True, slots=True)
class Section(Generic[T]):
    """A kind of page: for each of ``each`` a page at ``address``, of what ``view`` gives, through ``template``.

    It is made again when ``key`` changes, which names all content that the view looks at, or ``day``, which is what it shows of the day.
    ``about`` gives the activity that it is about.
    """

    each: Callable[[Plan], Iterable[T]]
    address: Callable[[T], str]
    template: str
    view: Callable[[Plan, T], Any]
    key: Callable[[Plan, T], str]
    about: Callable[[T], Entry[Activity] | None] = lambda _one: None
    day: Callable[[Plan, T], str] = _the_day

    def pages(self, plan: Plan) -> Iterator[Page]:
        """Yield the pages."""
        for one in self.each(plan):
            make = partial(self.view, plan, one)
            key = f"{self.key(plan, one)} {self.day(plan, one)}"
            yield plan.stamper.page(self.address(one), self.template, make, key, self.about(one))


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """A kind of file that is no page: for each of ``each`` the bytes that ``make`` gives, at ``path``; made again when ``key`` changes."""

    each: Callable[[Plan], Iterable[T]]
    path: Callable[[T], str]
    make: Callable[[Plan, T], bytes]
    key: Callable[[Plan, T], str]
    day: Callable[[Plan, T], str] = _the_day

    def pages(self, plan: Plan) -> Iterator[Page]:
        """Yield the files."""
        for one in self.each(plan):
            path = self.path(one)
            key = digest(plan.base, path, self.key(plan, one), self.day(plan, one))
            yield Page(path, key, partial(self.make, plan, one))


def once(_plan: Plan) -> Iterable[None]:
    """Yield one thing: for what there is one of."""
    return (None,)


def at(address: str) -> Callable[[None], str]:
    """Return what gives the one address of what there is one of."""
    return lambda _one: address


def _themes(plan: Plan) -> Iterable[Entry[Domain]]:
    return plan.catalogue.ordered_domains


def _places(plan: Plan) -> Iterable[Place]:
    return plan.catalogue.named_municipalities


def _everywhere(plan: Plan) -> Iterable[Place | None]:
    return (None, *plan.catalogue.named_municipalities)


def _themes_in_places(plan: Plan) -> Iterable[tuple[Place, Entry[Domain]]]:
    return ((place, theme) for place in _places(plan) for theme in _themes(plan))


def _parts_of_catalogues(plan: Plan) -> Iterable[Part]:
    return ((place, *part) for place in _places(plan) for part in enumerate(plan.catalogue_of(place), 1))


def _parts_of_agendas(plan: Plan) -> Iterable[Part]:
    for place in _places(plan):
        own = agenda_addresses(plan.catalogue, place, plan.today)
        yield from ((place, *part) for part in enumerate(own, 1))


def _activities(plan: Plan) -> Iterable[Entry[Activity]]:
    return plan.catalogue.activities.values()


def _earlier(plan: Plan) -> Iterable[Earlier]:
    return ((entry, address) for entry in _activities(plan) for address in entry.model.vroeger_adres)


def _now_and_earlier(plan: Plan) -> Iterable[Earlier]:
    return ((entry, id_) for entry in _activities(plan) for id_ in (entry.id, *entry.model.vroeger_adres))


def _practices(plan: Plan) -> Iterable[Entry[Practice]]:
    return plan.catalogue.practices.values()


def _everything(plan: Plan, _one: object) -> str:
    return plan.keys.everything


def _in_place(plan: Plan, place: Place) -> str:
    return plan.keys.places[place.id]


def _of_activity(plan: Plan, entry: Entry[Activity]) -> str:
    return plan.keys.activity(entry)


def _day_of_activity(plan: Plan, entry: Entry[Activity]) -> str:
    return plan.keys.day(entry, plan.today)


def _referral(plan: Plan, _one: object) -> str:
    """Return a digest of all that is written about the referral: these pages are few."""
    catalogue = plan.catalogue
    words = (catalogue.referral, catalogue.referrers, catalogue.safety)
    about = (*filter(None, words), *catalogue.practices.values(), *catalogue.municipalities.values())
    printed = str([sorted(plan.printer.names(folder)) for folder in plan.handouts])
    return digest(*(entry.digest for entry in about), printed)


def _names(plan: Plan, _one: object) -> str:
    """Return a digest of what the pages for volunteers name."""
    catalogue = plan.catalogue
    named = (*catalogue.domains.values(), *catalogue.named_municipalities, catalogue.settings)
    return digest(*(entry.digest for entry in named), catalogue.kinds.digest if catalogue.kinds else "")


def _embed(plan: Plan, _one: object) -> str:
    return digest(*(place.digest for place in _places(plan)), str(bool(plan.store.whole)))


def _overview(plan: Plan, place: Place | None) -> overview_page.OverviewPage:
    """Return an overview, worked out once: its page and its numbers both want it."""
    known = plan.overviews
    id_ = place.id if place else ""
    if id_ not in known:
        known[id_] = (
            overview_page.overview_in_place(plan.catalogue, place, plan.today)
            if place
            else overview_page.overview_page(plan.catalogue, plan.today)
        )
    return known[id_]


def _overview_key(plan: Plan, place: Place | None) -> str:
    return _in_place(plan, place) if place else plan.keys.everything


def _overview_address(place: Place | None) -> str:
    return addresses.overview_of(place.id if place else "")


def _practice(plan: Plan, one: Entry[Practice]) -> practice_pages.PracticePage:
    paper = plan.printer.names(addresses.practice(one.id))
    return practice_pages.practice_page(plan.catalogue, one, plan.today, plan.site.url, paper=paper)


def _practices_in_place(plan: Plan, place: Place) -> practice_pages.PracticesInPlacePage:
    paper = plan.printer.names(addresses.REFERRAL)
    return practice_pages.practices_in_place_page(plan.catalogue, place, plan.today, plan.site.url, paper=paper)


def _week(plan: Plan, place: Place) -> WeekPage:
    return week_page(plan.catalogue, place, plan.today, paper=_has_week_sheet(plan, place))


def _week_key(plan: Plan, place: Place) -> str:
    return digest(_in_place(plan, place), str(_has_week_sheet(plan, place)))


def _has_week_sheet(plan: Plan, place: Place) -> bool:
    folder = addresses.week_of(place.id)
    return folder in plan.weeks and plan.printer.prints_week(folder)


PAGES: tuple[Section[Any], ...] = (
    Section(
        once,
        at(addresses.HOME),
        "home",
        lambda plan, _: home_page.home_page(plan.catalogue, plan.today, plan.examples),
        _everything,
    ),
    Section(
        once,
        at(addresses.SEARCH),
        "everything",
        lambda plan, _: home_page.everything_page(plan.catalogue, plan.today, plan.finder()),
        _everything,
    ),
    Section(
        once,
        at(addresses.LIST),
        "list",
        lambda plan, _: list_page.list_page(plan.assets.names.get("code", "")),
        lambda _plan, _one: "",
        day=_no_day,
    ),
    Section(_everywhere, _overview_address, "overview", _overview, _overview_key),
    Section(
        once, at(addresses.JOIN), "join", lambda plan, _: join_page(plan.catalogue.settings.model), _names, day=_no_day
    ),
    Section(
        once,
        at(addresses.FORM),
        "form",
        lambda plan, _: form_page(plan.catalogue, plan.assets.names["form_send"]),
        _names,
        day=_no_day,
    ),
    Section(once, at(addresses.AGENDA), "agenda", lambda plan, _: agenda_page(plan.catalogue, plan.today), _everything),
    Section(_places, lambda place: addresses.week_of(place.id), "week", _week, _week_key),
    Section(
        _parts_of_agendas,
        lambda part: part[2],
        "agenda",
        lambda plan, part: agenda_in_place(plan.catalogue, part[0], plan.today, part[1]),
        lambda plan, part: _in_place(plan, part[0]),
    ),
    Section(
        _themes,
        lambda theme: addresses.page(theme.id),
        "theme",
        lambda plan, theme: theme_pages.theme_page(plan.catalogue, theme, plan.today),
        _everything,
    ),
    Section(
        _parts_of_catalogues,
        lambda part: part[2],
        "municipality",
        lambda plan, part: municipality_page.municipality_page(
            plan.catalogue, part[0], plan.today, part[1], plan.finder(part[0])
        ),
        lambda plan, part: _in_place(plan, part[0]),
    ),
    Section(
        _themes_in_places,
        lambda one: addresses.theme_in(one[0].id, one[1].id),
        "theme_in_place",
        lambda plan, one: theme_pages.theme_in_place_page(plan.catalogue, one[0], one[1], plan.today),
        lambda plan, one: _in_place(plan, one[0]),
    ),
    Section(
        _activities,
        lambda entry: addresses.page(entry.id),
        "activity",
        lambda plan, entry: activity_page(plan.catalogue, entry, plan.today),
        _of_activity,
        lambda entry: entry,
        _day_of_activity,
    ),
    Section(
        _earlier,
        lambda one: addresses.page(one[1]),
        "moved",
        lambda plan, one: moved_page(plan.catalogue, one[0]),
        lambda plan, one: _of_activity(plan, one[0]),
        day=_no_day,
    ),
    Section(
        once,
        at(addresses.REFERRAL),
        "referral",
        lambda plan, _: referral_page.referral_page(plan.catalogue),
        _referral,
        day=_no_day,
    ),
    Section(
        once,
        at(addresses.FLYER),
        "flyer",
        lambda plan, _: referral_page.flyer_page(
            plan.catalogue, plan.today, plan.site.url, paper=plan.printer.names(addresses.REFERRAL)
        ),
        lambda plan, _: digest(_referral(plan, None), repr(plan.handouts[addresses.REFERRAL].themes)),
    ),
    Section(
        once,
        at(addresses.REFERRERS),
        "referrers",
        lambda plan, _: referrers_page.referrers_page(plan.catalogue),
        _referral,
        day=_no_day,
    ),
    Section(
        once,
        at(addresses.PRACTICES),
        "practices",
        lambda plan, _: practice_pages.practices_page(plan.catalogue),
        _referral,
        day=_no_day,
    ),
    Section(_places, lambda place: addresses.practice(place.id), "practices_in_place", _practices_in_place, _referral),
    Section(_practices, lambda one: addresses.practice(one.id), "practice", _practice, _referral),
    Section(
        once,
        at(addresses.EMBED),
        "embed",
        lambda plan, _: embed_pages.embed_page(plan.catalogue, plan.site.url, everywhere=bool(plan.store.whole)),
        _embed,
    ),
    Section(
        once,
        at(addresses.EMBED_ALL),
        "everything",
        lambda plan, _: embed_pages.framed_everything(plan.catalogue, plan.today, plan.finder()),
        _everything,
    ),
    Section(
        _places,
        lambda place: addresses.embed_of(place.id),
        "municipality",
        lambda plan, place: embed_pages.framed_municipality(plan.catalogue, place, plan.today, plan.finder(place)),
        _in_place,
    ),
)


Leaves = tuple[str, int, int, list[Earlier]]  # a municipality, which of how many files, and what stands in it


def _leaf_files(plan: Plan) -> Iterable[Leaves]:
    """Yield what stands together: by the first part of each address, spread over as many files as it needs."""
    by_place: dict[str, list[Earlier]] = {}
    for one in _now_and_earlier(plan):
        by_place.setdefault(one[1].partition("/")[0], []).append(one)
    for place, here in by_place.items():
        amount = -(-len(here) // addresses.LEAVES_TOGETHER)
        for number in range(1, amount + 1):
            yield place, number, amount, [one for one in here if addresses.leaf_number(one[1], amount) == number]


def _leaves(plan: Plan, one: Leaves) -> bytes:
    place, number, amount, here = one
    found = ((id_, take_home(plan.catalogue, entry, plan.today)) for entry, id_ in here)
    return render.leaves(found, amount, render.root_of(addresses.leaves(place, number)))


def _compact(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _form_rules(catalogue: Catalogue) -> bytes:
    return _compact(form_rules.form_rules(catalogue, {**judged_in_browser(), "getypt": typed.for_browser()}))


def _by_letter(plan: Plan) -> Iterable[tuple[str, form_rules.Elsewhere]]:
    return form_rules.by_letter(plan.catalogue).items()


def _pieces(plan: Plan) -> Iterable[tuple[Place, int, list[Entry[Activity]]]]:
    for place in _places(plan):
        for number, entries in enumerate(form_rules.pieces(plan.catalogue, place), 1):
            yield place, number, entries


def _of_entries(entries: Iterable[Entry[Any]]) -> str:
    return digest(*(entry.digest for entry in entries))


def _place_key(plan: Plan, place: Place) -> str:
    return digest(_in_place(plan, place), _of_entries(plan.catalogue.locations_in[place.id]))


FILES: tuple[Kept[Any], ...] = (
    Kept(
        _leaf_files,
        lambda one: addresses.leaves(one[0], one[1]),
        _leaves,
        lambda plan, one: digest(str(one[2]), *(f"{id_} {_of_activity(plan, entry)}" for entry, id_ in one[3])),
        lambda plan, one: digest(*(_day_of_activity(plan, entry) for entry, _id in one[3])),
    ),
    Kept(
        _everywhere,
        lambda place: f"{_overview_address(place)}{addresses.NUMBERS}",
        lambda plan, place: numbers(_overview(plan, place)),
        _overview_key,
    ),
    Kept(once, at(f"{addresses.FORM}regels.json"), lambda plan, _: _form_rules(plan.catalogue), _names, _no_day),
    Kept(
        _by_letter,
        lambda one: f"{addresses.FORM}letter-{one[0]}.json",
        lambda _plan, one: _compact(form_rules.elsewhere(one[1])),
        lambda _plan, one: digest(_of_entries(one[1].organisations), repr(one[1].towns), repr(one[1].locations)),
        _no_day,
    ),
    Kept(
        _places,
        lambda place: f"{addresses.FORM}{place.id}.json",
        lambda plan, place: _compact(form_rules.place_rules(plan.catalogue, place)),
        _place_key,
        _no_day,
    ),
    Kept(
        _pieces,
        lambda one: f"{addresses.FORM}{one[0].id}-{one[1]}.json",
        lambda _plan, one: _compact(form_rules.piece(one[2])),
        lambda _plan, one: _of_entries(one[2]),
        _no_day,
    ),
)


def site_files(plan: Plan) -> Iterator[Page]:
    """Yield every file of the site, in a fixed order."""
    top: set[str] = set()
    listed = [*plan.shell.written]
    for page in _all(plan):
        first, slash, _ = page.path.partition("/")
        top.add(first + slash)
        yield page
    for section in PAGES:
        if section.template != "moved":
            listed += (
                address for address in map(section.address, section.each(plan)) if not addresses.is_frame(address)
            )
    if plan.site.url:
        for name, content in sitemap.sitemaps(plan.site.url, sorted(listed)).items():
            top.add(name)
            yield _file(name, content)
    yield _file("_headers", hosts.headers_file(top).encode())


def _all(plan: Plan) -> Iterator[Page]:
    for section in PAGES:
        yield from section.pages(plan)
    for kept in FILES:
        yield from kept.pages(plan)
    for folder, handout in plan.handouts.items():
        yield from plan.printer.pages(folder, handout)
    for folder, sheet in plan.weeks.items():
        yield from plan.printer.pages(folder, sheet)
    yield from plan.calendars.pages()
    for address, html in plan.shell.written.items():
        yield _file(addresses.file_of(address), html.encode())
    yield plan.stamper.not_found()
    yield from _search(plan)
    for path, content in plan.assets.files.items():
        yield _file(path, content)
    yield from _photographs(plan)
    yield _file(addresses.MANIFEST, manifest(plan.site.settings, plan.assets.names))
    yield _file(addresses.TABLE, template().encode("utf-8-sig"))  # the mark by which Excel knows the letters
    if plan.site.url:
        yield _file("robots.txt", sitemap.robots(plan.site.url))


def _search(plan: Plan) -> Iterator[Page]:
    """Yield the word list, the shards, and the list of them."""
    store = plan.store
    yield _file(store.words_path, store.words.encode())
    yield _file(store.abroad_path, store.abroad.encode())
    shards = {place: [file.path for file in files] for place, files in store.places.items() if files}
    where = {name: f"{addresses.ASSETS}waar-{name}.{digest(text)[:10]}.json" for name, text in store.where.items()}
    for name, text in store.where.items():
        yield _file(where[name], text.encode())
    listed = {
        "zoeker": plan.assets.names["worker"],
        "woorden": store.words_path,
        "talen": store.abroad_path,
        "alles": [file.path for file in store.whole],
        "gemeenten": shards,
        "waar": where,
    }
    yield _file(addresses.SEARCH_FILES, json.dumps(listed, indent=1).encode())
    for file in (*store.whole, *(file for files in store.places.values() for file in files)):
        yield Page(file.path, file.key, partial(store.shard, file))


def _photographs(plan: Plan) -> Iterator[Page]:
    for name, raw in plan.photos.items():
        for width in photographs.WIDTHS:
            for kind in photographs.KINDS:
                make = partial(photographs.reduced, raw, width, kind)
                path = f"{addresses.photograph(name)}-{width}.{kind}"
                yield Page(path, digest("foto", plan.version, raw, str(width), kind), make)


def _file(path: str, content: bytes) -> Page:
    return Page(path, digest(content), lambda: content)
