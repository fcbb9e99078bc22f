"""The agenda: three weeks by date, parts of a page that a phone can carry, and what comes back every week."""

from dataclasses import replace
from datetime import date, timedelta

from generator.views.activity.card import ThemeLabel
from generator.views.agenda.agenda import Agenda, Day, Line, agenda, days_ahead, pages, place_agenda
from generator.views.agenda.agenda_page import agenda_addresses, agenda_in_place, agenda_page
from generator.views.lists.shelf import shelf
from tests.support import TODAY, change, copy_small, loaded

NBSP = "\u00a0"


def test_every_day_of_three_weeks_is_there_and_named_by_its_date():
    found = place_agenda(loaded(), "dorp", TODAY)
    assert [day.date for day in found.days] == [
        (TODAY + timedelta(days=number)).isoformat() for number in range(days_ahead(TODAY))
    ]
    assert [week.date for week in found.weeks] == ["2026-11-16", "2026-11-23", "2026-11-30", "2026-12-07"]
    assert [week.name for week in found.weeks] == [
        "16 tot en met 22 november",
        "23 tot en met 29 november",
        "30 november tot en met 6 december",
        "7 tot en met 13 december",
    ]
    thursday = found.days[4]
    assert thursday.name == "donderdag 26 november"
    assert [(line.time, line.title, line.where) for line in thursday.lines] == [
        (f"Van 19.30 tot 21.30{NBSP}uur", "Samen zingen in het dorpskoor", "Dorpskerk, Kerkstraat 1, Oost, Dorp")
    ]


def test_what_is_paused_or_stopped_comes_on_no_day_and_in_no_week():
    found = place_agenda(loaded(), "dorp", TODAY)
    titles = {line.title for day in found.days for line in day.lines} | {
        line.title for one in found.fixed for line in one.lines
    }
    assert titles == {"Samen zingen in het dorpskoor"}


def test_the_fixed_days_say_when_it_is_not_every_week():
    found = agenda(loaded(), shelf(loaded(), TODAY).everything, TODAY, named=True)
    assert [(one.name, [line.time for line in one.lines]) for one in found.fixed] == [
        ("Elke donderdag", [f"Van 19.30 tot 21.30{NBSP}uur, niet altijd"]),
        ("Niet elke week", [f"Elke eerste en laatste dinsdag van de maand van 14.00 tot 16.00{NBSP}uur"]),
    ]
    assert found.undated == 2  # the forest, where one can always go, and a day that nobody knows
    assert found.status == "1 activiteit is kort geleden nagevraagd. Bel bij de andere even voor u gaat."


def test_times_come_first_and_what_has_none_last(tmp_path):
    content = copy_small(tmp_path / "content")
    text = (content / "activities/dorp/zingen.yml").read_text(encoding="utf-8")
    for name, hours in (("a", "van: 9.30\n    tot: onbekend"), ("b", "van: onbekend\n    tot: onbekend")):
        other = (
            text.replace("van: 19.30\n    tot: 21.30", hours)
            .replace("dorpskoor", f"koor {name}")
            .replace("vroeger_adres: [dorp/koor-oud]\n", "")
        )
        change(content, {"bestanden": {f"activities/dorp/koor-{name}.yml": other}})
    day = place_agenda(loaded(content), "dorp", TODAY).days[4]
    assert [line.time for line in day.lines] == [
        f"Vanaf 9.30{NBSP}uur",
        f"Van 19.30 tot 21.30{NBSP}uur",
        "Tijd onbekend",
    ]


def long_agenda(per_day: int, days: int = 4) -> Agenda:
    theme = ThemeLabel("x", "X", "groen", "leaf")
    made = [
        Day(
            f"2026-11-{23 + number}",
            f"dag {number}",
            tuple(Line("", f"{number}-{at}", "x/", "", "", theme) for at in range(per_day)),
        )
        for number in range(days)
    ]
    found = place_agenda(loaded(), "leeg", TODAY)
    return replace(found, weeks=(replace(found.weeks[0], days=tuple(made)),))


def test_a_long_agenda_is_cut_into_pages_and_loses_nothing():
    for per_day in (0, 3, 7, 10, 25):
        whole = long_agenda(per_day)
        parts = pages(whole, most=10)
        assert all(sum(len(day.lines) for day in part) <= 10 for part in parts)
        lines = [line for part in parts for day in part for line in day.lines]
        assert lines == [line for day in whole.days for line in day.lines]
        assert all(day.lines or not per_day for part in parts for day in part)


def test_a_large_municipality_has_more_pages_each_with_its_address(tmp_path):
    content = copy_small(tmp_path / "content")
    text = (
        (content / "activities/dorp/zingen.yml")
        .read_text(encoding="utf-8")
        .replace("vroeger_adres: [dorp/koor-oud]\n", "")
    )
    every = "elke: [maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag]"
    for number in range(40):
        change(content, {"bestanden": {f"activities/dorp/koor-{number}.yml": text.replace("elke: donderdag", every)}})
    catalogue = loaded(content)
    place = catalogue.municipalities["dorp"]
    assert agenda_addresses(catalogue, place, TODAY) == ["dorp/agenda/", "dorp/agenda/pagina-2/"]
    first, second = (agenda_in_place(catalogue, place, TODAY, number) for number in (1, 2))
    assert first.head.title == "Agenda van Dorp"
    assert second.head.title == "Agenda van Dorp, pagina 2"
    dates = [day.date for page in (first, second) for day in page.agenda.days]
    assert dates == sorted(dates)
    amounts: list[int] = [len(day.lines) for page in (first, second) for day in page.agenda.days]
    assert sum(amounts) == 40 * days_ahead(TODAY) + 3
    assert agenda_page(catalogue, TODAY).agenda is None  # too long for one page: it leads to the municipalities
    assert [place.address for place in agenda_page(catalogue, TODAY).places.filled] == ["dorp/agenda/", "stad/agenda/"]


def test_a_day_after_the_holidays_are_known_is_left_out():
    found = place_agenda(loaded(), "dorp", date(2045, 1, 1))
    assert not any(day.lines for day in found.days)
