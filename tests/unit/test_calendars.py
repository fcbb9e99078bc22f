"""Calendars: read back by an independent reader, they give the dates that the site itself gives."""

import json
import re
import subprocess
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
import vobject

from generator.give import ics
from generator.model.schema import Activity, Model, Regio
from generator.model.schema.activity import Loopt
from generator.model.schema.when import Wanneer
from generator.model.when import occurrences, school_year
from generator.views.activity.diary import diary, horizon
from generator.work.cache import Cache
from generator.write.build import Builder, Options
from generator.write.calendars import FIRST_DAY, read_ledger
from tests.support import PROJECT, SAMPLE, TODAY, build, change, copy_small, files, loaded

pytestmark = pytest.mark.slow

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
once = lru_cache(loaded)
FORMS = {
    "wekelijks": [{"elke": "donderdag", "van": "19.30", "tot": "21.00"}],
    "twee dagen": [{"elke": ["woensdag", "maandag"], "van": "10.00", "tot": "12.00"}],
    "elke dag": [
        {"elke": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"], "van": "9.00"}
    ],
    "in het overgeslagen uur": [{"elke": "zondag", "van": "2.30", "tot": "5.00"}],
    "in de nacht van de klok": [{"elke": "zaterdag", "van": "23.00", "tot": "1.00"}],
    "eerste en derde": [{"elke": "dinsdag", "week_van_de_maand": ["1", "3"], "van": "14.00", "tot": "16.00"}],
    "laatste vrijdag en zaterdag": [
        {"elke": ["vrijdag", "zaterdag"], "week_van_de_maand": ["laatste"], "van": "20.00"}
    ],
    "om de week met begin": [
        {"elke": ["dinsdag", "vrijdag"], "om_de_weken": "2", "vanaf": "2026-09-01", "van": "10.00"}
    ],
    "om de drie weken, al lang": [{"elke": "maandag", "om_de_weken": "3", "vanaf": "2024-02-05", "van": "10.00"}],
    "een seizoen": [{"elke": "zondag", "vanaf": "2026-10-04", "t_m": "2027-04-25", "van": "14.00", "tot": "16.00"}],
    "niet in vakanties": [{"elke": "woensdag", "behalve": ["schoolvakanties"], "van": "13.30", "tot": "15.00"}],
    "niet op feestdagen": [{"elke": "maandag", "behalve": ["feestdagen", "2026-12-07"], "van": "9.30"}],
    "niet op datums": [{"elke": "zaterdag", "behalve": ["2026-12-26", "2029-05-05", "2027-01-01"], "van": "9.30"}],
    "om de week, niet in vakanties, tot de zomer": [
        {
            "elke": "dinsdag",
            "om_de_weken": "2",
            "vanaf": "2026-09-01",
            "t_m": "2027-06-29",
            "behalve": ["schoolvakanties", "feestdagen", "2026-12-29"],
            "van": "19.00",
            "tot": "21.00",
        }
    ],
    "een datum": [{"datum": "2026-12-24", "van": "22.00", "tot": "1.00"}, {"datum": "2027-03-28", "van": "2.30"}],
    "zonder tijd": [{"elke": "vrijdag"}, {"datum": "2027-02-01"}],
    "alles door elkaar": [
        {"elke": "vrijdag", "van": "10.00"},
        {"elke": "vrijdag", "van": "15.00"},
        {"datum": "2026-12-05"},
        {"tekst": "En soms vaker."},
    ],
}


def _frozen(moment: dict) -> dict:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in moment.items()}


def activity(moments, loopt="ja", vroeger_adres=()) -> Activity:
    """Return the choir of the small site, held at other moments."""
    model = once().activities["dorp/zingen"].model

    class Part(Model):
        wanneer: Wanneer
        loopt: Loopt

    part = Part.model_validate({"wanneer": tuple(_frozen(one) for one in moments), "loopt": loopt})
    return model.model_copy(
        update={"wanneer": part.wanneer, "loopt": part.loopt, "vroeger_adres": tuple(vroeger_adres)}
    )


def read(calendar: bytes, first: date, last: date) -> set[tuple]:
    """Return what another program than ours finds between two days: day, begin and end."""
    found = set()
    for event in recurring_ical_events.of(icalendar.Calendar.from_ical(calendar)).between(first, last):
        start = event["DTSTART"].dt
        if not isinstance(start, datetime):
            found.add((start, None, None))
            continue
        end = event["DTEND"].dt if event.get("DTEND") and event["DTEND"].dt != start else None
        # Both sides in UTC: a wall-clock time that does not exist has two names.
        utc = [moment.astimezone(ZoneInfo("UTC")) if moment else None for moment in (start, end)]
        found.add((utc[0].astimezone(AMSTERDAM).date(), *utc))
    return found


def ours(model: Activity, today: date, region: Regio, weeks: int) -> set[tuple]:
    found = set()
    for one in occurrences(model.wanneer, today, region, weeks):
        utc = [moment.astimezone(ZoneInfo("UTC")) if moment else None for moment in (one.start, one.end)]
        found.add((one.day, utc[0], utc[1] if utc[0] else None))
    return found


def entry_with(model: Activity):
    catalogue = once()
    entry = catalogue.activities["dorp/zingen"]
    return catalogue, type(entry)(entry.id, entry.path, entry.digest, model, entry.positions)


def calendar_of(model: Activity, today: date = TODAY) -> bytes:
    catalogue, entry = entry_with(model)
    text = ics.events(diary(catalogue, entry, today), "https://x.example/")
    return ics.calendar("Proef", [ics.stamped(text, ics.Version(3, today))])


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("today", [date(2026, 8, 1), TODAY, date(2027, 3, 1)], ids=str)
def test_another_reader_finds_the_dates_of_the_schedule_over_a_whole_year(name: str, today: date):
    """A year holds both changes of the clock, all school holidays and all public ones."""
    model = activity(FORMS[name])
    region = once().municipalities["dorp"].model.schoolvakantie_regio
    until = today + timedelta(weeks=52)
    expected = ours(model, today, region, 52)
    assert read(calendar_of(model, today), today, until) == expected
    assert expected or name == "een seizoen"


def test_thunderbird_finds_the_same_dates(tmp_path: Path, sample_site: Path):
    """ical.js reads for Thunderbird; the schedules that were made up, and the real ones."""
    region = once().municipalities["dorp"].model.schoolvakantie_regio
    made = {name: activity(moments) for name, moments in FORMS.items()}
    calendars = {name: calendar_of(model).decode() for name, model in made.items()}
    expected = {name: ours(model, TODAY, region, 52) for name, model in made.items()}
    catalogue = loaded(SAMPLE)
    for id_, entry in catalogue.activities.items():
        path = sample_site / id_ / "kalender.ics"
        if path.is_file() and entry.model.loopt == "ja":
            region = catalogue.municipalities[entry.model.gemeente].model.schoolvakantie_regio
            calendars[id_] = path.read_bytes().decode()
            expected[id_] = ours(entry.model, TODAY, region, 52)
    assert len(expected) > 25
    found = by_thunderbird(calendars, TODAY, TODAY + timedelta(weeks=52), tmp_path)
    for name in (
        "een datum",
        "in het overgeslagen uur",
    ):  # of an hour that is no hour it reads another than RFC 5545 3.3.5
        assert {day for day, *_ in found.pop(name)} == {day for day, *_ in expected.pop(name)}
    assert found == expected


def by_thunderbird(calendars: dict[str, str], first: date, last: date, folder: Path) -> dict[str, set[tuple]]:
    task = folder / "calendars.json"
    task.write_text(json.dumps({"calendars": calendars, "first": f"{first}", "last": f"{last}"}), encoding="utf-8")
    done = subprocess.run(
        ["node", "tests/calendars.mjs", task], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return {
        name: {(date.fromisoformat(day), *(_moment(one) for one in moments)) for day, *moments in rows}
        for name, rows in json.loads(done.stdout).items()
    }


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


@pytest.mark.parametrize("name", FORMS)
def test_vobject_finds_the_same_days(name: str):
    """As radicale and khal read."""
    model = activity(FORMS[name])
    region = once().municipalities["dorp"].model.schoolvakantie_regio
    last = TODAY + timedelta(weeks=52)
    found = set()
    for event in vobject.readOne(calendar_of(model).decode()).vevent_list:
        start = event.dtstart.value
        rules = event.getrruleset(addRDate=True) or [start]
        steps = takewhile(lambda one: _day(one) < last, rules)
        found |= {_day(one) for one in steps if _day(one) >= TODAY}
    assert found == {day for day, *_ in ours(model, TODAY, region, 52)}


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def test_the_real_calendars_give_the_dates_of_the_real_schedule(sample_site: Path):
    catalogue = loaded(SAMPLE)
    number = 0
    for id_, entry in catalogue.activities.items():
        path = sample_site / id_ / "kalender.ics"
        if not path.is_file() or entry.model.loopt != "ja":
            continue
        region = catalogue.municipalities[entry.model.gemeente].model.schoolvakantie_regio
        assert read(path.read_bytes(), TODAY, TODAY + timedelta(weeks=52)) == ours(entry.model, TODAY, region, 52), id_
        number += 1
    assert number > 10


def test_a_calendar_is_what_the_standard_asks(small_site: Path):
    text = (small_site / "dorp/zingen/kalender.ics").read_bytes().decode()
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in lines)
    calendar = icalendar.Calendar.from_ical(text)
    zone = calendar.walk("VTIMEZONE")[0]
    assert str(zone["TZID"]) == "Europe/Amsterdam"
    event = calendar.walk("VEVENT")[0]
    assert {"UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "RRULE", "EXDATE", "LOCATION", "DESCRIPTION"} <= set(event)
    assert event.errors == []


def test_the_zone_that_is_sent_along_is_the_zone_of_amsterdam():
    zone = ics._amsterdam().to_tz()
    for year in (2026, 2027, 2030):
        for day in range(0, 365, 3):
            noon = datetime.combine(date(year, 1, 1) + timedelta(days=day), time(12))
            assert noon.replace(tzinfo=zone).utcoffset() == noon.replace(tzinfo=AMSTERDAM).utcoffset(), noon


def test_a_pause_gives_no_dates_before_its_end_and_none_without_one():
    paused = {"status": "pauze", "tot": "2027-02-01"}
    found = read(calendar_of(activity(FORMS["wekelijks"], loopt=paused)), TODAY, TODAY + timedelta(weeks=52))
    assert min(day for day, *_ in found) == date(2027, 2, 4)
    open_ = calendar_of(activity(FORMS["wekelijks"], loopt={"status": "pauze", "reden": "Er is geen zaal."}))
    event = icalendar.Calendar.from_ical(open_).walk("VEVENT")[0]
    assert (event["STATUS"], event["SUMMARY"]) == ("CANCELLED", "Nu even niet: Samen zingen in het dorpskoor")
    assert str(event["DESCRIPTION"]).startswith("Deze activiteit is er even niet. Er is geen zaal.")


def test_what_has_stopped_is_told_to_who_has_it_in_a_calendar():
    loopt = {"status": "gestopt", "sinds": "2026-10-01", "in_plaats_daarvan": ("dorp/koffie",)}
    for form in ("wekelijks", "eerste en derde", "een datum"):
        for event in icalendar.Calendar.from_ical(calendar_of(activity(FORMS[form], loopt=loopt))).walk("VEVENT"):
            assert event["STATUS"] == "CANCELLED"
            assert str(event["SUMMARY"]).startswith("Gestopt: ")
            first = str(event["DESCRIPTION"]).splitlines()[0]
            assert first == "Deze activiteit is gestopt op 1 oktober 2026. Kijk eens bij “Koffie drinken in de kerk”."
            if "RRULE" in event:
                assert event["RRULE"]["UNTIL"][0].date() == date(2026, 10, 1)
                assert event["DTSTART"].dt.date() < date(2026, 10, 1)


# What Outlook takes: MS-OXCICAL 2.1.3.2.2, the templates of a recurrence.
ALL, WEEKDAYS, WEEKEND = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"}, {"MO", "TU", "WE", "TH", "FR"}, {"SA", "SU"}


def taken_by_outlook(rule: icalendar.vRecur) -> bool:
    parts = {name.upper(): value for name, value in rule.items()}
    allowed = {"FREQ", "COUNT", "UNTIL", "INTERVAL", "BYDAY", "WKST"}
    days = set(map(str, parts["BYDAY"]))
    if parts["FREQ"] == ["WEEKLY"]:
        wkst = "INTERVAL" not in parts or parts.get("WKST") == ["MO"]
        return set(parts) <= allowed and days <= ALL and wkst
    if parts["FREQ"] == ["MONTHLY"]:
        one = len(days) == 1 or days in (ALL, WEEKDAYS, WEEKEND)
        position = parts.get("BYSETPOS", [])
        return (
            set(parts) <= allowed | {"BYSETPOS"}
            and one
            and days <= ALL
            and len(position) == 1
            and position[0] in (1, 2, 3, 4, -1)
        )
    return False


def test_outlook_takes_every_rule(sample_site: Path, small_site: Path):
    made = [calendar_of(activity(form)) for form in FORMS.values()]
    made += [path.read_bytes() for site in (sample_site, small_site) for path in site.rglob("*.ics")]
    rules = [
        event["RRULE"] for raw in made for event in icalendar.Calendar.from_ical(raw).walk("VEVENT") if "RRULE" in event
    ]
    assert len(rules) > 100
    assert [str(rule.to_ical()) for rule in rules if not taken_by_outlook(rule)] == []


def test_a_copy_for_ones_own_calendar_ends_and_says_so(small_site: Path):
    assert horizon(date(2026, 11, 27)) == date(2027, 2, 28)
    assert horizon(date(2026, 12, 1)) == date(2027, 3, 31)
    event = icalendar.Calendar.from_ical((small_site / "dorp/zingen/in-agenda.ics").read_bytes()).walk("VEVENT")[0]
    assert event["RRULE"]["UNTIL"][0].date() == horizon(TODAY)
    assert "Dit staat tot en met 28 februari 2027 in uw agenda." in str(event["DESCRIPTION"])
    whole = icalendar.Calendar.from_ical((small_site / "dorp/zingen/kalender.ics").read_bytes()).walk("VEVENT")[0]
    assert "uw agenda" not in str(whole["DESCRIPTION"])
    assert whole["UID"] == event["UID"]
    page = (small_site / "dorp/zingen/index.html").read_text(encoding="utf-8")
    assert 'in-agenda.ics"' in page
    assert "Tot en met 28 februari 2027." in page


def test_what_leaves_the_site_keeps_an_empty_calendar_for_a_year(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    build(content, tmp_path)
    (content / "activities/stad/computerles.yml").unlink()
    change(content, {"vervang": {"activities/dorp/zingen.yml": ["dorp/koor-oud", "dorp/koor-ouder"]}})
    for days, there in ((1, True), (300, True), (366, True), (400, False)):
        site = build(content, tmp_path, TODAY + timedelta(days=days))
        left = site / "stad/computerles/kalender.ics"
        assert left.is_file() is there, days
        if there:
            assert icalendar.Calendar.from_ical(left.read_bytes()).walk("VEVENT") == []


def test_no_subscription_is_offered_to_an_empty_calendar(small_site: Path):
    for page in small_site.rglob("index.html"):
        for address in re.findall(r'href="((?:\.\./)*[^"#:]*kalender\.ics)"', page.read_text(encoding="utf-8")):
            raw = (page.parent / address).resolve().read_bytes()
            assert b"VEVENT" in raw, (page, address)
    assert "kalender.ics" not in (small_site / "leeg/agenda/index.html").read_text(encoding="utf-8")


def test_a_name_stays_the_same_when_a_time_changes_and_when_the_activity_moves():
    before, after = FORMS["wekelijks"], [{"elke": "donderdag", "van": "20.00", "tot": "21.30"}]
    uids = {
        icalendar.Calendar.from_ical(calendar_of(activity(form))).walk("VEVENT")[0]["UID"] for form in (before, after)
    }
    assert len(uids) == 1
    catalogue, entry = entry_with(activity(before, vroeger_adres=["dorp/eerste", "dorp/tweede"]))
    moved = diary(catalogue, entry, TODAY)
    assert moved.root == "dorp/eerste"


def numbers(site: Path) -> dict[str, int]:
    return {id_: number for id_, (_, number, _) in json.loads((site / "kalender/versies.json").read_text()).items()}


def test_the_number_grows_only_when_something_changes(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    first = numbers(build(content, tmp_path))
    assert set(first.values()) == {(TODAY - FIRST_DAY).days}
    next_week = TODAY + timedelta(days=7)
    assert numbers(build(content, tmp_path, next_week)) == first
    change(content, {"vervang": {"activities/dorp/zingen.yml": ["van: 19.30", "van: 20.00"]}})
    second = numbers(build(content, tmp_path, next_week))
    assert second["dorp/zingen"] == (next_week - FIRST_DAY).days
    assert second | {"dorp/zingen": 0} == first | {"dorp/zingen": 0}
    change(content, {"vervang": {"activities/dorp/zingen.yml": ["van: 20.00", "van: 20.15"]}})
    third = numbers(build(content, tmp_path, next_week))
    assert third["dorp/zingen"] == second["dorp/zingen"] + 1


def test_a_number_never_falls_back_where_the_memory_is_lost(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    before = numbers(build(content, tmp_path / "een"))
    after = numbers(build(content, tmp_path / "twee", TODAY + timedelta(days=30)))
    assert all(after[id_] >= before[id_] for id_ in before)


def test_a_build_elsewhere_goes_on_from_the_site_that_people_have(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    old = build(content, tmp_path / "oud")
    later = TODAY + timedelta(days=30)
    options = Options(content, tmp_path / "nieuw/site", later, ledger=old / "kalender/versies.json")
    Builder(Cache()).build(options)
    assert numbers(options.out) == numbers(old)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', '{"a": ["x", "y", "z"]}', '{"a": ["x", 3, "gisteren"]}'])
def test_a_broken_memory_is_as_good_as_none(tmp_path: Path, text: str):
    (tmp_path / "versies.json").write_text(text, encoding="utf-8")
    assert read_ledger(tmp_path / "versies.json") == {}


def test_there_is_a_calendar_for_each_activity_municipality_and_theme(small_site: Path):
    found = {path.removesuffix("/kalender.ics") for path in files(small_site) if path.endswith("/kalender.ics")}
    catalogue = once()
    places, themes = set(catalogue.municipalities), set(catalogue.domains)
    dated = {"dorp/zingen", "dorp/koffie", "stad/computerles", "dorp/koor-oud"}
    assert found == dated | places | themes | {f"{place}/{theme}" for place in places for theme in themes}
    assert (small_site / "dorp/koor-oud/kalender.ics").read_bytes() == (
        small_site / "dorp/zingen/kalender.ics"
    ).read_bytes()


def test_a_subscription_holds_what_runs(small_site: Path):
    def titles(path: str) -> list[str]:
        calendar = icalendar.Calendar.from_ical((small_site / path / "kalender.ics").read_bytes())
        return sorted({str(event["SUMMARY"]) for event in calendar.walk("VEVENT")})

    assert titles("dorp") == ["Koffie drinken in de kerk", "Samen zingen in het dorpskoor"]
    assert titles("kunst-en-cultuur") == ["Samen zingen in het dorpskoor"]
    assert titles("dorp/eten-en-ontmoeten") == ["Koffie drinken in de kerk", "Samen zingen in het dorpskoor"]
    assert titles("leeg") == []


def test_a_school_year_begins_in_august():
    assert school_year(date(2026, 7, 31)) == date(2025, 8, 1)
    assert school_year(date(2026, 8, 1)) == date(2026, 8, 1)
