"""How sure we are: the same on every carrier, never worse for a check, never better for older evidence."""

import json
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.give import ics, jsonld
from generator.model.catalogue import Entry, frozen
from generator.model.evidence import Sure, day_in_words, evidence, first_day
from generator.model.resolved import Resolved
from generator.model.schema import UNKNOWN, Gecontroleerd, Gestopt, Pauze, Webbron
from generator.show import render
from generator.views.activity.activity_page import activity_page
from generator.views.activity.card import card
from generator.views.activity.diary import diary
from generator.views.activity.take_home import take_home
from generator.views.lists.embed_pages import framed_municipality
from generator.views.lists.shelf import parts, shelf
from tests.support import TODAY, loaded

URL = "https://koor.example/"


@dataclass(frozen=True)
class State:
    """One state of an activity, and what every carrier must say of it."""

    name: str
    update: dict
    sure: Sure
    said: str


def asked(day: str) -> Gecontroleerd:
    return Gecontroleerd(op=day, door="vrijwilliger", hoe="telefoon")


def source(*dates: str) -> tuple[Webbron, ...]:
    return tuple(Webbron(url=URL, datum=day) for day in dates)


STATES = (
    State(
        "nagevraagd",
        {"gecontroleerd": asked("2026-11-20"), "bron": source("2019")},
        Sure.ASKED,
        "Nagevraagd op 20 november 2026",
    ),
    State("bron", {"gecontroleerd": None, "bron": source("2025", "2019")}, Sure.SOURCE, "Volgens de bron van 2025"),
    State(
        "bron-maand", {"gecontroleerd": None, "bron": source("2025-03")}, Sure.SOURCE, "Volgens de bron van maart 2025"
    ),
    State(
        "check-lang-geleden",
        {"gecontroleerd": asked("2025-01-10"), "bron": source("2019")},
        Sure.SOURCE,
        "Laatst nagevraagd op 10 januari 2025",
    ),
    State("ouder", {"gecontroleerd": None, "bron": source("2019")}, Sure.OLDER, "Ouder bericht (2019). Bel eerst."),
    State(
        "zonder-datum",
        {"gecontroleerd": None, "bron": source(UNKNOWN)},
        Sure.OLDER,
        "Ouder bericht, zonder datum. Bel eerst.",
    ),
    State(
        "verlopen",
        {"gecontroleerd": None, "bron": source("2015")},
        Sure.EXPIRED,
        "Oud bericht (2015). Misschien is het er niet meer.",
    ),
    State(
        "pauze",
        {"loopt": Pauze(status="pauze", tot="2027-01-15")},
        Sure.ASKED,
        "Deze activiteit is er even niet tot 15 januari 2027.",
    ),
    State(
        "gestopt",
        {"loopt": Gestopt(status="gestopt", sinds="2026-06-30")},
        Sure.ASKED,
        "Deze activiteit is gestopt op 30 juni 2026.",
    ),
)
ENDED = [state for state in STATES if state.name == "gestopt"]


def with_state(state: State):
    """Return the small catalogue with the choir in a state."""
    catalogue = loaded()
    entry = catalogue.activities["dorp/zingen"]
    changed = replace(entry, model=entry.model.model_copy(update=state.update))
    others = [one for one in catalogue.activities.values() if one.id != changed.id]
    return replace(catalogue, activities=frozen([changed, *others])), changed


def words(html: str) -> str:
    text = re.sub(r"<(svg|script)\b.*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def page_of(catalogue, entry: Entry) -> str:
    return words(render.body("activity", activity_page(catalogue, entry, TODAY), "../../"))


def card_of(catalogue, entry: Entry) -> str:
    module = render.environment().get_template("components/card.html").module
    return words(str(getattr(module, "card")(card(catalogue, entry, TODAY), "../")))  # noqa: B009 - a macro


def leaf_of(catalogue, entry: Entry) -> str:
    return words(render.leaf(entry.id, take_home(catalogue, entry, TODAY), "../"))


def calendar_of(catalogue, entry: Entry) -> str:
    texts = ics.events(diary(catalogue, entry, TODAY), "")
    return re.sub(r"\r\n ", "", "".join(texts)).replace("\\,", ",")


def data_of(catalogue, entry: Entry) -> str:
    return json.dumps(jsonld.activity(catalogue, entry, TODAY, ""), ensure_ascii=False)


def frame_of(catalogue, entry: Entry) -> str:
    """Return what the frame of a municipality says of an activity, in another site."""
    place = catalogue.municipalities[entry.model.gemeente]
    html = render.body("municipality", framed_municipality(catalogue, place, TODAY, None), "../../")
    found = re.search(rf'<li [^>]*data-id="{entry.id}".*?</article>', html, re.DOTALL)
    return words(found[0]) if found else ""


def message_of(catalogue, entry: Entry) -> str:
    """Return what somebody sends of one activity by WhatsApp, mail or copying."""
    return activity_page(catalogue, entry, TODAY).message


CARRIERS = {
    "page": page_of,
    "card": card_of,
    "leaf": leaf_of,
    "message": message_of,
    "frame": frame_of,
    "calendar": calendar_of,
    "data": data_of,
}


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_list_and_a_page_send_the_same_words(state: State):
    catalogue, entry = with_state(state)
    lines = message_of(catalogue, entry).split("\n")
    assert len(lines) == 4
    assert take_home(catalogue, entry, TODAY).message == "\n".join(lines)
    assert bool(lines[1]) is (state.name not in ("gestopt", "pauze"))


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_every_carrier_says_how_sure_and_as_of_which_day(state: State, carrier: str):
    catalogue, entry = with_state(state)
    assert Resolved(catalogue, entry).evidence(TODAY).sure is state.sure
    found = CARRIERS[carrier](catalogue, entry)
    if carrier == "calendar" and state.sure is Sure.EXPIRED:
        assert found == ""  # no calendar has it any more
    elif carrier == "frame" and state in ENDED:
        assert found == ""  # a frame has what goes on
    elif carrier == "card" and state in ENDED:
        assert "dorp/zingen" not in {one.id for one in shelf(catalogue, TODAY).everything}  # no list has it any more
    else:
        assert state.said in found


@pytest.mark.parametrize(
    ("name", "status", "title"),
    [
        ("nagevraagd", "CONFIRMED", "Samen zingen"),
        ("bron", "TENTATIVE", "Samen zingen"),
        ("ouder", "TENTATIVE", "Bel eerst: Samen zingen"),
        ("gestopt", "CANCELLED", "Gestopt: Samen zingen"),
    ],
)
def test_a_calendar_tells_it_where_people_see_it(name: str, status: str, title: str):
    state = next(one for one in STATES if one.name == name)
    text = calendar_of(*with_state(state))
    assert f"STATUS:{status}" in text
    assert f"SUMMARY:{title}" in text
    assert f"DESCRIPTION:{state.said}" in text


@pytest.mark.parametrize("state", [one for one in STATES if one.name != "pauze"], ids=lambda state: state.name)
def test_dates_are_given_only_where_we_are_sure_enough(state: State):
    catalogue, entry = with_state(state)
    dated = state.sure in (Sure.ASKED, Sure.SOURCE) and state not in ENDED
    assert bool(activity_page(catalogue, entry, TODAY).upcoming) == dated
    assert bool(take_home(catalogue, entry, TODAY).dates) == dated
    assert ("subEvent" in data_of(catalogue, entry)) == dated


def test_a_list_has_three_parts_and_what_is_too_old_is_in_none():
    where = {}
    for state in STATES:
        catalogue, _ = with_state(state)
        found = parts(catalogue, shelf(catalogue, TODAY).by_place["dorp"], TODAY)
        for name in ("week", "rest", "older"):
            if "dorp/zingen" in {one.entry.id for one in getattr(found, name)}:
                where[state.name] = name
    assert where == {
        "nagevraagd": "week",
        "bron": "week",
        "bron-maand": "week",
        "check-lang-geleden": "week",
        "ouder": "older",
        "zonder-datum": "older",
        "pauze": "rest",
    }


DAYS = st.dates(date(2000, 1, 1), date(2027, 12, 31))
WRITTEN = st.one_of(
    st.just(UNKNOWN),
    DAYS.map(lambda day: f"{day.year}"),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(date.isoformat),
)
ACTIVITY = loaded().activities["dorp/zingen"].model


def of(dates: list[str], check: date | None):
    update = {"bron": source(*dates), "gecontroleerd": asked(check.isoformat()) if check else None}
    return ACTIVITY.model_copy(update=update)


@given(st.lists(WRITTEN, min_size=1, max_size=4), DAYS)
def test_a_check_never_makes_it_worse(dates: list[str], check: date):
    assert evidence(of(dates, check), TODAY).sure.rank <= evidence(of(dates, None), TODAY).sure.rank


@given(st.lists(DAYS, min_size=1, max_size=4), st.one_of(st.none(), DAYS), st.integers(1, 4000), st.integers(0, 4))
def test_older_evidence_never_ranks_it_higher(days: list[date], check: date | None, less: int, which: int):
    before = evidence(of([day.isoformat() for day in days], check), TODAY)
    if which < len(days):
        days[which] -= timedelta(days=less)
    elif check:
        check -= timedelta(days=less)
    assert evidence(of([day.isoformat() for day in days], check), TODAY).sure.rank >= before.sure.rank


@given(st.lists(WRITTEN, min_size=1, max_size=4), st.one_of(st.none(), DAYS), st.integers(0, 4000))
def test_time_never_makes_us_surer(dates: list[str], check: date | None, later: int):
    model = of(dates, check)
    assert evidence(model, TODAY + timedelta(days=later)).sure.rank >= evidence(model, TODAY).sure.rank


def test_a_month_or_a_year_counts_from_its_first_day():
    assert [first_day(one) for one in ("2026", "2026-11", "2026-11-20")] == [
        date(2026, 1, 1),
        date(2026, 11, 1),
        date(2026, 11, 20),
    ]
    assert [day_in_words(one) for one in ("2026", "2026-11", "2026-11-20", UNKNOWN, "")] == [
        "2026",
        "november 2026",
        "20 november 2026",
        "",
        "",
    ]
    edge = [evidence(of([day], None), TODAY).sure for day in ("2023-11-22", "2023-11-21", "2018-11-22", "2018-11-21")]
    assert edge == [Sure.SOURCE, Sure.OLDER, Sure.OLDER, Sure.EXPIRED]
