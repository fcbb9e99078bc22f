"""The week: the right day on whatever day it is opened, and never a wrong one."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(browser: Browser):
    context = browser.new_context(timezone_id="America/New_York", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def names(page: Page) -> list[str]:
    return [text for text in page.locator("[data-dagen] .day__name:visible").all_inner_texts() if ": " in text]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-22T12:00:00Z", ["Vandaag: zondag 22 november", "Morgen: maandag 23 november"]),
        # Half past eleven in the evening of Wednesday in New York is Thursday in the Netherlands.
        ("2026-11-26T04:30:00Z", ["Vandaag: donderdag 26 november", "Morgen: vrijdag 27 november"]),
        ("2026-12-05T12:00:00Z", ["Vandaag: zaterdag 5 december", "Morgen: zondag 6 december"]),
        ("2026-11-01T12:00:00Z", ["Vandaag: zondag 22 november", "Morgen: maandag 23 november"]),
    ],
)
def test_today_and_tomorrow_are_those_of_who_reads(page: Page, small: str, now: str, expected: list[str]):
    page.clock.set_fixed_time(now)
    page.goto(small + "dorp/agenda/")
    assert names(page) == expected
    first = page.locator("[data-dagen] .day:visible").first
    expect(first).to_contain_text(expected[0])  # what is past is gone
    expect(page.locator("[data-vast]")).to_be_hidden()
    assert page.locator("[data-sprongen] a").all_inner_texts() == ["Vandaag", "Morgen", "Deze week", "Volgende week"]


@pytest.mark.parametrize(("now", "days"), [("2026-12-06T12:00:00Z", 14), ("2027-05-01T12:00:00Z", 160)])
def test_an_old_agenda_says_how_old_it_is_and_shows_the_days_of_every_week(page: Page, small: str, now: str, days: int):
    page.clock.set_fixed_time(now)
    page.goto(small + "dorp/agenda/")
    told = page.locator("[data-oud]")
    expect(told).to_contain_text(f"Deze agenda is gemaakt op 22 november 2026. Dat is {days} dagen geleden.")
    expect(page.locator("[data-dagen]")).to_be_hidden()
    fixed = page.locator("[data-vast]")
    expect(fixed).to_be_visible()
    expect(fixed.get_by_role("heading", name="Elke donderdag")).to_be_visible()
    expect(fixed).to_contain_text("Samen zingen in het dorpskoor")
    for word in ("Vandaag", "Morgen", "Deze week", "november 2026 van"):
        expect(page.locator("main")).not_to_contain_text(word)


def test_without_a_script_every_day_has_its_date_and_none_is_called_today(browser: Browser, small: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(small + "dorp/agenda/")
    text = page.locator("main").inner_text()
    assert "donderdag 26 november" in text
    assert "Gemaakt op 22 november 2026." in text
    assert "Elke donderdag" in text
    assert not re.search(r"vandaag|morgen\b|deze week", text, re.IGNORECASE)
    context.close()


def test_a_municipality_begins_with_this_week_and_what_is_past_goes(page: Page, small: str):
    page.clock.set_fixed_time("2026-11-26T12:00:00Z")
    page.goto(small + "dorp/")
    week = page.locator(".group--deze-week")
    expect(week.locator(".card__day")).to_have_text(re.compile("Donderdag 26 november van 19.30 tot 21.30"))
    expect(week.get_by_role("heading", level=2)).to_have_text("Hier kunt u deze week heen")
    page.clock.set_fixed_time("2026-11-27T12:00:00Z")
    page.reload()
    expect(week.locator(".card__day")).to_have_count(0)
    expect(week.get_by_role("heading", level=2)).to_have_text("Dit is er te doen")
    page.get_by_role("link", name="Dag voor dag").click()
    expect(page).to_have_url(re.compile(r"/dorp/agenda/"))


def test_the_agenda_of_everything_names_the_place_and_leads_to_each_municipality(page: Page, small: str):
    page.clock.set_fixed_time("2026-11-22T12:00:00Z")
    page.goto(small + "agenda/")
    line = page.locator("li", has_text="Leren werken met de computer").first
    expect(line).to_contain_text("Op internet, Stad")
    page.locator(".places").get_by_role("link", name="Dorp").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Agenda van Dorp")


def test_an_empty_agenda_ends_at_a_person(page: Page, small: str):
    page.goto(small + "leeg/agenda/")
    expect(page.locator(".nothing").get_by_role("link", name="welzijnscoach")).to_have_attribute("href", "#coach")


def test_a_calendar_can_be_fetched_and_opened(page: Page, small: str):
    page.goto(small + "dorp/agenda/")
    address = page.get_by_role("link", name="Alles in Dorp").get_attribute("href")
    answer = page.request.get(f"{small}dorp/agenda/{address}")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.text().startswith("BEGIN:VCALENDAR")
