"""Every file of the site, as a table: which there are, where each goes, of what it is made, and when it must be made again.

A :class:`Section` is a kind of page, a row for each of what it is about; a :class:`Kept` is a kind of file that is no page. Nothing is
made here yet: ``tree`` asks for the bytes of what changed.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from generator.find.store import ShardFile, Store, where
from generator.give import dcat, form_rules, open_data, registration, sitemap
from generator.give.feed import feed
from generator.give.manifest import manifest
from generator.give.numbers import numbers
from generator.give.results_csv import results_csv
from generator.judge.for_browser import anonymous_in_browser, judged_in_browser
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry, Within, is_stopped
from generator.model.schema import Activity, Agreements, Domain, Municipality, Practice
from generator.read import photographs, typed
from generator.read.table import template
from generator.show import render
from generator.show.looks.assets import Assets
from generator.show.sources import assets_of, template_digest
from generator.views.activity.activity_page import activity_page
from generator.views.activity.moved_page import former_place, moved_page, moved_practice
from generator.views.activity.take_home import take_home
from generator.views.agenda.agenda_page import agenda_addresses, agenda_in_place, agenda_page
from generator.views.agenda.week import WeekPage, week_page
from generator.views.data.data_page import data_page
from generator.views.lists import embed_pages, home_page, list_page, municipality_page, theme_pages
from generator.views.lists.province_page import province_page, province_pages
from generator.views.lists.shelf import ordered, parts
from generator.views.referral import experiences_page, practice_pages, referral_page, referrers_page, results_page
from generator.views.referral.coach import coaches
from generator.views.referral.registration_page import registration_page
from generator.views.referral.talk_page import talk_page
from generator.views.volunteers import overview_page
from generator.views.volunteers.form_page import form_page
from generator.views.volunteers.join_page import join_page
from generator.work.cache import digest, of
from generator.work.page import Page
from generator.write import abroad, data, hosts
from generator.write.plan import Cell, Plan, Storeroom
from generator.write.sheets import EVERY_SHEET

T = TypeVar("T")
Place = Entry[Municipality]
Part = tuple[int, str]  # the number of a page, and its address
ThemePart = tuple[Entry[Domain], int, str]  # the same of a theme
Earlier = tuple[Entry[Activity], str]  # an activity, and an address that it has or had
Former = tuple[str, str]  # an address of a municipality that is no more, and what there is in its place
# The kinds of pages that a municipality has whatever there is to do.
OF_MUNICIPALITY = ("overview", "week", "agenda", "municipality", "theme_in_place", "practices_in_place")


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
            key = digest(plan.frame.base, path, self.key(plan, one), self.day(plan, one))
            yield Page(path, key, partial(self.make, plan, one))


def once(_plan: Plan) -> Iterable[None]:
    """Yield one thing: for what there is one of."""
    return (None,)


def at(address: str) -> Callable[[None], str]:
    """Return what gives the one address of what there is one of."""
    return lambda _one: address


def _themes(plan: Plan) -> Iterable[Entry[Domain]]:
    return plan.catalogue.ordered_domains


def _place(plan: Plan) -> Iterable[Place]:
    return (plan.here,)


def _all_places(plan: Plan) -> Iterable[Place]:
    return plan.catalogue.named_municipalities


def _themes_in_place(plan: Plan) -> Iterable[ThemePart]:
    for theme in plan.catalogue.ordered_domains:
        own = theme_pages.theme_addresses(plan.catalogue, plan.here.id, theme.id, plan.today)
        yield from ((theme, *part) for part in enumerate(own, 1))


def _pages_of_catalogue(plan: Plan) -> Iterable[Part]:
    return enumerate(plan.catalogue_pages, 1)


def _pages_of_agenda(plan: Plan) -> Iterable[Part]:
    return enumerate(agenda_addresses(plan.catalogue, plan.here, plan.today), 1)


def _activities(plan: Plan) -> Iterable[Entry[Activity]]:
    return plan.catalogue.activities.values()


def _earlier(plan: Plan) -> Iterable[Earlier]:
    return ((entry, address) for entry in _activities(plan) for address in entry.model.vroeger_adres)


def _now_and_earlier(plan: Plan, place: str) -> list[Earlier]:
    """Return every address in a municipality that an activity has or had, also of one that is at home elsewhere now."""
    own = [(entry, id_) for entry in _activities(plan) for id_ in (entry.id, *entry.model.vroeger_adres)]
    return [one for one in (*own, *plan.guests) if one[1].partition("/")[0] == place]


def _formers(plan: Plan) -> Iterable[Former]:
    """Yield every page of a municipality at the address that it had where the municipality had another name, or was another one."""
    for old in plan.here.model.vroeger:
        for section in PLACE:
            if section.template in OF_MUNICIPALITY:
                for one in section.each(plan):
                    address = section.address(one)
                    yield addresses.in_place_of(address, plan.here.id, old), address


def _earlier_practices(plan: Plan) -> Iterable[tuple[Entry[Practice], str]]:
    return ((entry, old) for entry in _practices(plan) for old in entry.model.vroeger)


def _practices(plan: Plan) -> Iterable[Entry[Practice]]:
    return plan.catalogue.practices.values()


def _everything(plan: Plan, _one: object) -> str:
    return plan.keys.everything


def _in_place(plan: Plan, _one: object) -> str:
    return plan.keys.places[plan.here.id]


def _with_near(plan: Plan, _one: object) -> str:
    return digest(_in_place(plan, None), repr(plan.near))


def _of_activity(plan: Plan, entry: Entry[Activity]) -> str:
    return plan.keys.activity(entry)


def _day_of_activity(plan: Plan, entry: Entry[Activity]) -> str:
    return plan.keys.day(entry, plan.today)


def _state_of_activity(plan: Plan, entry: Entry[Activity]) -> str:
    return plan.keys.state(entry, plan.today)


def _of_theme(plan: Plan, one: ThemePart) -> str:
    """Return a digest of what a page of the list of a theme shows; how much there is in all and in what order is of the day."""
    theme, number, _ = one
    listed = ordered(plan.catalogue, plan.here.id, plan.today, theme.id)
    shown = (plan.keys.activity(entry) for entry in theme_pages.on_page(listed, number))
    return digest(plan.here.digest, repr(plan.near), *shown)


def _day_of_theme(plan: Plan, one: ThemePart) -> str:
    """Return what of the day the list of a theme shows: what stands in which part of it, the dates and the sureness, and the coaches."""
    listed = [entry for entry in plan.shelf.by_place[plan.here.id] if one[0].id in entry.model.domeinen]
    found = parts(plan.catalogue, listed, plan.today)
    shown = [" ".join(each.entry.id for each in part) for part in (found.week, found.rest, found.older)]
    shown += [_day_of_activity(plan, entry) for entry in listed]
    shown += [str(coach.sure) for coach in coaches(plan.catalogue, plan.here.id, plan.today)]
    return digest(*shown)


def _referral(plan: Plan, _one: object) -> str:
    """Return a digest of all that is written about the referral: these pages are few."""
    catalogue = plan.catalogue
    words = (catalogue.referral, catalogue.referrers, catalogue.safety)
    about = (*filter(None, words), *catalogue.practices.values(), *catalogue.municipalities.values())
    printed = str([sorted(plan.frame.paper), *(sorted(plan.printer.names(folder)) for folder in plan.sheets)])
    return digest(*(entry.digest for entry in about), printed)


def _names(plan: Plan, _one: object) -> str:
    """Return a digest of what the pages for volunteers name."""
    catalogue = plan.catalogue
    named = (*catalogue.domains.values(), *catalogue.named_municipalities, catalogue.settings)
    return digest(*(entry.digest for entry in named), catalogue.kinds.digest if catalogue.kinds else "")


def _learnt(plan: Plan, _one: object) -> str:
    """Return a digest of what came of the referrals and what was learned, and of what that names."""
    catalogue = plan.catalogue
    about = (catalogue.results, catalogue.experiences, catalogue.domains, catalogue.practices)
    singles = (catalogue.settings, catalogue.referrers, catalogue.agreements)
    names = (f"{place.id} {place.model.naam}" for place in _all_places(plan))
    return digest(*map(_of_entries, (kind.values() for kind in about)), _of_entries(filter(None, singles)), *names)


def _amount(plan: Plan) -> int:
    """Return how many activities there are, those that have stopped included."""
    known = plan.catalogue.activities
    return len(known.names) if isinstance(known, Within) else len(known)


def _former_results(plan: Plan) -> Iterable[tuple[Place, str]]:
    """Yield the municipalities with results, with each name that they had before."""
    return ((place, old) for place in results_page.places_with_results(plan.catalogue) for old in place.model.vroeger)


def _agreements(plan: Plan) -> Iterable[Agreements]:
    return (plan.catalogue.agreements.model,) if plan.catalogue.agreements else ()


def _embed(plan: Plan, _one: object) -> str:
    return digest(*(place.digest for place in _all_places(plan)), str(_knows_everything(plan)))


def _knows_everything(plan: Plan) -> bool:
    """Tell whether one search knows the whole site."""
    return plan.store is not None and bool(plan.store.whole)


def _overview(plan: Plan, _one: object) -> overview_page.OverviewPage:
    """Return an overview, worked out once: its page and its numbers both want it."""
    known = plan.overviews
    id_ = plan.place.id if plan.place else ""
    if id_ not in known:
        known[id_] = (
            overview_page.overview_in_place(plan.catalogue, plan.place, plan.today)
            if plan.place
            else overview_page.overview_page(plan.catalogue, plan.today)
        )
    return known[id_]


def _practice(plan: Plan, one: Entry[Practice]) -> practice_pages.PracticePage:
    paper = plan.printer.names(addresses.practice(one.id))
    return practice_pages.practice_page(plan.catalogue, one, plan.today, plan.site.url, paper=paper, news=_news(plan))


def _practices_in_place(plan: Plan, place: Place) -> practice_pages.PracticesInPlacePage:
    paper = plan.frame.paper
    return practice_pages.practices_in_place_page(
        plan.catalogue, place, plan.today, plan.site.url, paper=paper, news=_news(plan)
    )


def _news(plan: Plan) -> frozenset[str]:
    """Return which sheets there are with what changed in the municipality."""
    return plan.printer.names(addresses.practice(plan.here.id))


def _week(plan: Plan, place: Place) -> WeekPage:
    return week_page(plan.catalogue, place, plan.today, paper=_has_week_sheet(plan))


def _week_key(plan: Plan, _place: Place) -> str:
    return digest(_in_place(plan, None), str(_has_week_sheet(plan)))


def _has_week_sheet(plan: Plan) -> bool:
    return plan.week is not None and plan.printer.prints_week(addresses.week_of(plan.here.id))


# What is about all municipalities.
COUNTRY: tuple[Section[Any], ...] = (
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
        lambda plan, _: list_page.list_page(
            plan.frame.assets.names.get("code", ""), next(iter(_agreements(plan)), None)
        ),
        lambda plan, _: plan.catalogue.agreements.digest if plan.catalogue.agreements else "",
        day=_no_day,
    ),
    Section(once, at(addresses.OVERVIEW), "overview", _overview, _everything),
    Section(
        once, at(addresses.JOIN), "join", lambda plan, _: join_page(plan.catalogue.settings.model), _names, day=_no_day
    ),
    Section(
        once,
        at(addresses.FORM),
        "form",
        lambda plan, _: form_page(plan.catalogue, plan.frame.assets.names["form_send"]),
        _names,
        day=_no_day,
    ),
    Section(once, at(addresses.AGENDA), "agenda", lambda plan, _: agenda_page(plan.catalogue, plan.today), _everything),
    Section(
        lambda plan: province_pages(plan.catalogue),
        lambda one: addresses.province(str(one[0]), one[1]),
        "province",
        lambda plan, one: province_page(
            plan.catalogue, one[0], one[1], plan.today, None if one[1] or plan.store else plan.finder()
        ),
        _everything,
    ),
    Section(
        _themes,
        lambda theme: addresses.page(theme.id),
        "theme",
        lambda plan, theme: theme_pages.theme_page(plan.catalogue, theme, plan.today),
        _everything,
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
        lambda plan, _: referrers_page.referrers_page(plan.catalogue, plan.today),
        _referral,
    ),
    Section(
        once,
        at(addresses.DATA_PAGE),
        "data",
        lambda plan, _: data_page(plan.catalogue, plan.site.url, _amount(plan)),
        _everything,
        day=_no_day,
    ),
    Section(
        once,
        at(addresses.RESULTS),
        "results",
        lambda plan, _: results_page.results_page(plan.catalogue),
        _learnt,
        day=_no_day,
    ),
    Section(
        lambda plan: results_page.places_with_results(plan.catalogue),
        lambda place: addresses.results_of(place.id),
        "results_in_place",
        lambda plan, place: results_page.results_in_place_page(plan.catalogue, place),
        _learnt,
        day=_no_day,
    ),
    Section(
        _former_results,
        lambda one: addresses.results_of(one[1]),
        "moved",
        lambda _plan, one: former_place(one[0], addresses.results_of(one[0].id)),
        _learnt,
        day=_no_day,
    ),
    Section(
        _agreements,
        lambda _: addresses.REGISTRATION,
        "registration",
        lambda plan, one: registration_page(plan.catalogue, one),
        _learnt,
        day=_no_day,
    ),
    Section(
        once,
        at(addresses.EXPERIENCES),
        "experiences",
        lambda plan, _: experiences_page.experiences_page(plan.catalogue),
        _learnt,
        day=_no_day,
    ),
    Section(
        once,
        at(addresses.SHARE_EXPERIENCE),
        "experience_form",
        lambda plan, _: experiences_page.experience_form(plan.catalogue),
        _learnt,
        day=_no_day,
    ),
    Section(once, at(addresses.TALK), "talk", lambda plan, _: talk_page(plan.catalogue, plan.today), _everything),
    Section(
        once,
        at(addresses.PRACTICES),
        "practices",
        lambda plan, _: practice_pages.practices_page(plan.catalogue),
        _referral,
        day=_no_day,
    ),
    Section(
        once,
        at(addresses.EMBED),
        "embed",
        lambda plan, _: embed_pages.embed_page(plan.catalogue, plan.site.url, everywhere=_knows_everything(plan)),
        _embed,
    ),
    Section(
        once,
        at(addresses.EMBED_ALL),
        "everything",
        lambda plan, _: embed_pages.framed_everything(plan.catalogue, plan.today, plan.finder()),
        _everything,
    ),
)

# What is about one.
PLACE: tuple[Section[Any], ...] = (
    Section(_place, lambda place: addresses.overview_of(place.id), "overview", _overview, _in_place),
    Section(_place, lambda place: addresses.week_of(place.id), "week", _week, _week_key),
    Section(
        _pages_of_agenda,
        lambda part: part[1],
        "agenda",
        lambda plan, part: agenda_in_place(plan.catalogue, plan.here, plan.today, part[0], plan.near),
        _with_near,
    ),
    Section(
        _pages_of_catalogue,
        lambda part: part[1],
        "municipality",
        lambda plan, part: municipality_page.municipality_page(
            plan.catalogue, plan.here, plan.today, part[0], plan.finder(), near=plan.near
        ),
        _with_near,
    ),
    Section(
        _themes_in_place,
        lambda one: one[2],
        "theme_in_place",
        lambda plan, one: theme_pages.theme_in_place_page(
            plan.catalogue, plan.here, one[0], plan.today, one[1], plan.near
        ),
        _of_theme,
        day=_day_of_theme,
    ),
    Section(
        _activities,
        lambda entry: addresses.page(entry.id),
        "activity",
        lambda plan, entry: activity_page(plan.catalogue, entry, plan.today, plan.near),
        lambda plan, entry: _of_activity(plan, entry) + (repr(plan.near) if is_stopped(entry.model) else ""),
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
        _formers,
        lambda one: one[0],
        "moved",
        lambda plan, one: former_place(plan.here, one[1]),
        lambda plan, one: f"{plan.here.digest} {one[1]}",
        day=_no_day,
    ),
    Section(
        _earlier_practices,
        lambda one: addresses.practice(one[1]),
        "moved",
        lambda plan, one: moved_practice(plan.catalogue, one[0]),
        lambda plan, one: digest(one[0].digest, plan.here.digest),
        day=_no_day,
    ),
    Section(_place, lambda place: addresses.practice(place.id), "practices_in_place", _practices_in_place, _referral),
    Section(_practices, lambda one: addresses.practice(one.id), "practice", _practice, _referral),
    Section(
        _place,
        lambda place: addresses.embed_of(place.id),
        "municipality",
        lambda plan, place: embed_pages.framed_municipality(plan.catalogue, place, plan.today, plan.finder()),
        _in_place,
    ),
)


Leaves = tuple[str, int, int, list[Earlier]]  # in which municipality, which of how many files, and what stands in it


def _leaf_files(plan: Plan) -> Iterator[Leaves]:
    """Yield what stands together in a municipality, and in those that it was before, spread over as many files as it needs."""
    for place in (plan.here.id, *plan.here.model.vroeger):
        yield from ((place, *one) for one in _leaf_files_in(plan, place))


def _leaf_files_in(plan: Plan, place: str) -> Iterable[tuple[int, int, list[Earlier]]]:
    here = _now_and_earlier(plan, place)
    amount = -(-len(here) // addresses.TOGETHER)
    inside: list[list[Earlier]] = [[] for _ in range(amount)]
    for one in here:
        inside[addresses.file_number(one[1], amount) - 1].append(one)
    return ((number, amount, some) for number, some in enumerate(inside, 1))


def _leaves(plan: Plan, one: Leaves) -> bytes:
    place, number, amount, here = one
    root = render.root_of(addresses.leaves(place, number))
    return render.leaves((_leaf(plan, entry, id_, root) for entry, id_ in here), amount)


def _leaf(plan: Plan, entry: Entry[Activity], id_: str, root: str) -> str:
    """Return one leaf, kept for the day on which another among the same ones changes."""
    key = digest(
        "blad",
        plan.frame.base,
        template_digest("leaf.html"),
        id_,
        root,
        _of_activity(plan, entry),
        _day_of_activity(plan, entry),
    )
    kept = plan.cache.get(key, of(str))
    if kept is None:
        kept = render.leaf(id_, take_home(plan.catalogue, entry, plan.today), root)
        plan.cache.put(key, kept)
    return str(kept)


def _compact(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _form_rules(catalogue: Catalogue) -> bytes:
    return _compact(form_rules.form_rules(catalogue, {**judged_in_browser(), "getypt": typed.for_browser()}))


def _sharing_rules(catalogue: Catalogue) -> bytes:
    return _compact({**anonymous_in_browser(catalogue), "site": form_rules.of_site(catalogue.settings.model)})


def _pieces(plan: Plan) -> Iterable[tuple[int, list[Entry[Activity]]]]:
    return enumerate(form_rules.pieces(plan.catalogue, plan.here), 1)


def _of_entries(entries: Iterable[Entry[Any]]) -> str:
    return digest(*(entry.digest for entry in entries))


def _place_key(plan: Plan, place: Place) -> str:
    return digest(_in_place(plan, None), _of_entries(plan.catalogue.locations_in[place.id]))


def _states(plan: Plan, _one: object) -> str:
    """Return what of the day the data of the activities of a plan show."""
    return digest(*(_state_of_activity(plan, entry) for entry in _activities(plan)))


def _data_key(plan: Plan, _one: object) -> str:
    catalogue = plan.catalogue
    once = (catalogue.settings, catalogue.kinds, *catalogue.domains.values())
    return digest(_in_place(plan, None) if plan.place else plan.keys.everything, _of_entries(filter(None, once)))


def data_key(plan: Plan) -> str:
    """Return a digest of what the data of the activities of a plan say, on the day."""
    return digest(_data_key(plan, None), _states(plan, None))


def _data_places(plan: Plan) -> Iterable[str]:
    """Yield the names under which the data of a municipality lie: its own, and those it had; nothing stands for everything."""
    if plan.place:
        return (plan.place.id, *plan.place.model.vroeger)
    return ("",) if data.whole_too(plan) else ()


def _data_pieces(plan: Plan) -> Iterable[tuple[str, data.Piece]]:
    return ((id_, piece) for id_ in _data_places(plan) for piece in data.pieces(plan))


def _with_data(plan: Plan) -> Iterable[Earlier]:
    return _now_and_earlier(plan, plan.here.id) if plan.catalogue.own_data else ()


def _known_address(plan: Plan) -> Iterable[None]:
    """Yield one thing where the address of the site is known."""
    return (None,) if plan.site.url else ()


def _dcat(plan: Plan) -> dict[str, Any]:
    return data.catalogue_of_data(plan) or {}


# Of a municipality and of everything alike.
DATA_FILES: tuple[Kept[Any], ...] = (
    Kept(
        _data_pieces,
        lambda one: addresses.data_of(one[0]) + one[1][0],
        lambda plan, one: data.content(plan, one[1]),
        _data_key,
        _states,
    ),
    Kept(
        _data_places,
        lambda id_: addresses.data_of(id_) + addresses.DATA_CSV,
        lambda plan, _: data.csv(plan),
        _data_key,
        _no_day,
    ),
    Kept(
        _data_places,
        lambda id_: addresses.data_of(id_) + addresses.DATA_ORUK,
        lambda plan, _: data.services(plan),
        _data_key,
        _states,
    ),
    Kept(
        _data_places,
        lambda id_: addresses.data_of(id_) + addresses.DATA_OPENACTIVE,
        lambda plan, _: data.sessions(plan),
        _data_key,
        _states,
    ),
    Kept(
        _data_places,
        lambda id_: addresses.data_of(id_) + addresses.DATA_CHANGES,
        lambda plan, id_: data.changed(plan, addresses.data_of(id_) + addresses.DATA_CHANGES),
        _data_key,
    ),
)

COUNTRY_FILES: tuple[Kept[Any], ...] = (
    *DATA_FILES,
    Kept(
        data.themes,
        addresses.changes_of_theme,
        lambda plan, theme: data.changed(plan, addresses.changes_of_theme(theme), theme),
        _data_key,
    ),
    Kept(once, at(addresses.DATA_SCHEMA), lambda _plan, _: open_data.schema_file(), lambda _plan, _: "", _no_day),
    Kept(_known_address, at(f"{addresses.DATA}catalog.ttl"), lambda plan, _: dcat.as_turtle(_dcat(plan)), _data_key),
    Kept(_known_address, at(f"{addresses.DATA}catalog.jsonld"), lambda plan, _: dcat.as_jsonld(_dcat(plan)), _data_key),
    Kept(
        once,
        at(f"{addresses.OVERVIEW}{addresses.NUMBERS}"),
        lambda plan, _: numbers(_overview(plan, None)),
        _everything,
    ),
    Kept(
        once,
        at(f"{addresses.RESULTS}{addresses.RESULT_NUMBERS}"),
        lambda plan, _: results_csv(plan.catalogue),
        _learnt,
        _no_day,
    ),
    Kept(
        once,
        at(f"{addresses.EXPERIENCES}{addresses.FEED}"),
        lambda plan, _: feed(plan.catalogue, plan.site.url),
        _learnt,
        _no_day,
    ),
    Kept(
        once,
        at(f"{addresses.SHARE_EXPERIENCE}{addresses.RULES}"),
        lambda plan, _: _sharing_rules(plan.catalogue),
        _learnt,
        _no_day,
    ),
    Kept(
        _agreements,
        lambda _: f"{addresses.REGISTRATION}{addresses.REGISTRATION_TABLE}",
        lambda _plan, one: registration.empty_table(one),
        _learnt,
        _no_day,
    ),
    Kept(
        _agreements,
        lambda _: f"{addresses.REGISTRATION}{addresses.REGISTRATION_SCHEMA}",
        lambda plan, one: registration.line_schema(plan.catalogue, one),
        _learnt,
        _no_day,
    ),
    Kept(once, at(f"{addresses.FORM}regels.json"), lambda plan, _: _form_rules(plan.catalogue), _names, _no_day),
)

PLACE_FILES: tuple[Kept[Any], ...] = (
    *DATA_FILES,
    Kept(
        _with_data,
        lambda one: addresses.page(one[1]) + addresses.DATA_OF_ONE,
        lambda plan, one: data.one_record(plan, one[0]),
        lambda plan, one: _of_activity(plan, one[0]),
        lambda plan, one: _state_of_activity(plan, one[0]),
    ),
    Kept(
        _with_data,
        lambda one: addresses.page(one[1]) + addresses.DATA_ORUK,
        lambda plan, one: data.one_service(plan, one[0]),
        lambda plan, one: digest(_of_activity(plan, one[0]), _of_entries(plan.catalogue.domains.values())),
        lambda plan, one: _state_of_activity(plan, one[0]),
    ),
    Kept(
        _leaf_files,
        lambda one: addresses.leaves(one[0], one[1]),
        _leaves,
        lambda plan, one: digest(
            template_digest("leaves.html", "leaf.html"),
            str(one[2]),
            *(f"{id_} {_of_activity(plan, entry)}" for entry, id_ in one[3]),
        ),
        lambda plan, one: digest(*(_day_of_activity(plan, entry) for entry, _id in one[3])),
    ),
    Kept(
        lambda plan: (plan.here.id, *plan.here.model.vroeger),
        lambda id_: f"{addresses.overview_of(id_)}{addresses.NUMBERS}",
        lambda plan, _: numbers(_overview(plan, None)),
        _in_place,
    ),
    Kept(
        _place,
        lambda place: f"{addresses.FORM}{place.id}.json",
        lambda plan, place: _compact(form_rules.place_rules(plan.catalogue, place)),
        _place_key,
        _no_day,
    ),
    Kept(
        lambda plan: ((plan.here.id, *one) for one in _pieces(plan)),
        lambda one: f"{addresses.FORM}{one[0]}-{one[1]}.json",
        lambda _plan, one: _compact(form_rules.piece(one[2])),
        lambda _plan, one: _of_entries(one[2]),
        _no_day,
    ),
)


def made_with(assets: Assets, *, place: bool) -> str:
    """Return a digest of all templates, and of the names of what pages load: of municipalities (``place``), or of what is about all of them."""
    kinds = {section.template for section in (PLACE if place else COUNTRY)} | (set() if place else {"not_found"})
    sheets = [f"paper/{template}.html" for _, template, _ in EVERY_SHEET]
    names = sorted({use for kind in kinds for use in assets_of(kind)})
    templates = [f"pages/{kind}.html" for kind in sorted(kinds)]
    return digest(
        template_digest(*templates, *sheets, "leaves.html", "leaf.html"), *(assets.names.get(use, "") for use in names)
    )


def place_files(plan: Plan) -> Iterator[Page]:
    """Yield every file of one municipality, in a fixed order."""
    yield from _pages((*PLACE, *PLACE_FILES), plan)
    yield from _printed(plan)
    yield from abroad.place_pages(plan)
    yield from plan.calendars.pages()
    if plan.store:
        yield from _shards(plan.store, plan.store.places[plan.here.id])


def _pages(sections: Iterable[Section[Any] | Kept[Any]], plan: Plan) -> Iterator[Page]:
    for section in sections:
        yield from section.pages(plan)


def place_addresses(plan: Plan) -> tuple[str, ...]:
    """Return the addresses of a municipality that a search engine may know."""
    return (*_listed(PLACE, plan), *abroad.place_addresses(plan))


def _listed(sections: Iterable[Section[Any]], plan: Plan) -> Iterator[str]:
    for section in sections:
        if section.template != "moved":
            found = map(section.address, section.each(plan))
            yield from (address for address in found if not addresses.is_frame(address))


def country_files(plan: Plan, cells: Mapping[str, Cell], store: Storeroom) -> Iterator[Page]:
    """Yield every file that is about all municipalities, in a fixed order. ``cells`` has what is known of each."""
    yield from _pages((*COUNTRY, *COUNTRY_FILES), plan)
    yield from _printed(plan)
    yield from abroad.country_pages(plan)
    if plan.catalogue.known is None:
        yield from plan.calendars.of_themes()
    yield _file(addresses.CALENDAR_VERSIONS, plan.calendars.ledger)
    for address, html in plan.frame.shell.written.items():
        yield _file(addresses.file_of(address), html.encode())
    yield plan.stamper.not_found()
    yield from _search(plan, cells)
    for path, content in plan.frame.assets.files.items():
        yield _file(path, content)
    yield from _names_elsewhere(plan, cells, store)
    yield from _photographs(plan, cells, store)
    yield _file(addresses.DATA_INDEX, data.index(plan, cells, data_key(plan)))
    yield _file(addresses.MANIFEST, manifest(plan.site.settings, plan.frame.assets.names))
    yield _file(addresses.TABLE, template().encode("utf-8-sig"))  # the mark by which Excel knows the letters
    listed = [
        *plan.frame.shell.written,
        *_listed(COUNTRY, plan),
        *abroad.country_addresses(plan.catalogue),
        *(one for cell in cells.values() for one in cell.pages),
    ]
    maps = sitemap.sitemaps(plan.site.url, sorted(listed)) if plan.site.url else {}
    if plan.site.url:
        yield _file("robots.txt", sitemap.robots(plan.site.url))
        for name, content in maps.items():
            yield _file(name, content)


def headers(top: set[str]) -> Page:
    """Return the settings for a host; ``top`` are the folders and files at the root of the site."""
    return _file("_headers", hosts.headers_file(top).encode())


def _printed(plan: Plan) -> Iterator[Page]:
    for folder, sheet in plan.sheets.items():
        pages = list(plan.printer.pages(folder, sheet))
        yield from pages
        for old in _folders_before(plan, folder):  # an address on paper that hangs somewhere
            yield from (Page(old + page.path.removeprefix(folder), page.key, page.make) for page in pages)


def _folders_before(plan: Plan, folder: str) -> list[str]:
    """Return the folders in which the same sheets lay before: of a practice, or of the week in a municipality."""
    if plan.place is None:
        return []
    for of_place in (addresses.week_of, addresses.practice):
        if folder == of_place(plan.place.id):
            return [of_place(old) for old in plan.place.model.vroeger]
    practices = plan.catalogue.practices.values()
    return [
        addresses.practice(old)
        for one in practices
        if addresses.practice(one.id) == folder
        for old in one.model.vroeger
    ]


def _search(plan: Plan, cells: Mapping[str, Cell]) -> Iterator[Page]:
    """Yield the word list, the shard of a small site, and the list of all shards."""
    words, names = plan.words, plan.frame.assets.names
    whole = plan.store.whole if plan.store else ()
    yield _file(words.path, words.text.encode())
    yield _file(words.abroad_path, words.abroad.encode())
    yield _file(words.near_path, words.near.encode())
    found = {} if whole else where({id_: cell.words for id_, cell in cells.items() if cell.shards})
    paths = {name: f"{addresses.ASSETS}waar-{name}.{digest(text)[:10]}.json" for name, text in found.items()}
    for name, text in found.items():
        yield _file(paths[name], text.encode())
    listed = {
        "zoeker": names["worker"],
        "woorden": words.path,
        "talen": words.abroad_path,
        "plekken": words.near_path,
        "dichtbij": names["near"],
        "alles": [file.path for file in whole],
        "gemeenten": {id_: cell.shards for id_, cell in cells.items() if cell.shards},
        "waar": paths,
    }
    yield _file(addresses.SEARCH_FILES, json.dumps(listed, indent=1).encode())
    if plan.store:
        yield from _shards(plan.store, whole)


def _shards(store: Store, files: Iterable[ShardFile]) -> Iterator[Page]:
    for file in files:
        yield Page(file.path, file.key, partial(store.shard, file))


def _names_elsewhere(plan: Plan, cells: Mapping[str, Cell], store: Storeroom) -> Iterator[Page]:
    """Yield, for the form, what there is by how its name begins."""
    busy = {id_: cell.organisations for id_, cell in cells.items()}
    for beginning, one in form_rules.by_beginning(store.names, busy, store.locations).items():
        marks = (store.marks[id_] for id_ in one.organisations)
        path = f"{addresses.FORM}begin-{beginning}.json"
        key = digest(plan.frame.base, path, *marks, repr(one.towns), repr(one.locations), repr(one.further))
        yield Page(path, key, partial(_elsewhere, plan.catalogue, one))


def _elsewhere(catalogue: Catalogue, one: form_rules.Elsewhere) -> bytes:
    return _compact(form_rules.elsewhere(catalogue, one))


def _photographs(plan: Plan, cells: Mapping[str, Cell], store: Storeroom) -> Iterator[Page]:
    for name in sorted({name for cell in cells.values() for name in cell.photos}):
        mark = store.photos[name]
        for width in photographs.WIDTHS:
            for kind in photographs.KINDS:
                path = f"{addresses.photograph(name)}-{width}.{kind}"
                key = digest("foto", plan.frame.photographs, mark, str(width), kind)
                yield Page(path, key, partial(_reduced, store.photo, name, width, kind))


def _reduced(photo: Callable[[str], bytes], name: str, width: int, kind: str) -> bytes:
    return photographs.reduced(photo(name), width, kind)


def _file(path: str, content: bytes) -> Page:
    return Page(path, digest(content), lambda: content)
