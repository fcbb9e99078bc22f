"""Where somebody lives stays in the browser: nothing that is fetched tells it, nothing keeps it unasked, and it works by keyboard."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_accessible import axe

CODE = "6461"


@pytest.fixture
def catalogue(browser: Browser, real: str):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{real}zoeken/")
    yield page
    context.close()


def fill(page: Page, text: str) -> None:
    page.locator("[data-bij] summary").click()
    page.locator("#bij").fill(text)
    page.locator("#bij").press("Tab")


def found_in(page: Page) -> int:
    """How many are told to be found, which comes a moment after the list: the list itself shows no more than a page of them."""
    told = page.locator("[data-telling]")
    expect(told).to_have_text(re.compile(r"\d+"))
    return int(re.search(r"\d+", told.inner_text())[0])


def test_nothing_that_is_fetched_or_kept_tells_where_somebody_lives(browser: Browser, real: str):
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(real)))
    page.goto(f"{real}zoeken/")
    page.locator("#q").fill("koffie")
    expect(page.locator("[data-telling]")).to_contain_text("gevonden")
    assert not [url for url in asked if "plekken" in url or "dichtbij" in url]  # who does not use it, does not load it
    fill(page, f"{CODE} AB")
    expect(page.locator("[data-lijst] .hit__reason").first).to_contain_text("km")
    first = [url for url in asked if "plekken" in url or "dichtbij" in url]
    assert len(first) == 2
    assert page.url.endswith(f"#q=koffie&bij={CODE}")  # of the letters nothing is left
    assert not [url for url in asked if CODE in url.partition("#")[0]]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    # Another place fetches nothing that this one did not, but for the cards of other municipalities.
    page.locator("#bij").fill("Meppel")
    page.locator("#bij").press("Enter")
    expect(page.locator("[data-fiches]")).to_contain_text("bij Meppel")
    assert [url for url in asked if "plekken" in url or "dichtbij" in url] == first
    context.close()


def test_it_is_remembered_only_when_somebody_says_so(catalogue: Page, real: str):
    fill(catalogue, CODE)
    keep = catalogue.locator("[data-onthoud]")
    expect(keep).to_have_text("Onthouden op dit apparaat")
    keep.click()
    expect(keep).to_have_text("Niet langer onthouden")
    assert catalogue.evaluate("Object.entries(localStorage).flat()") == ["wijzer-bij", CODE]
    catalogue.goto(real)
    assert catalogue.locator("#bij").input_value() == CODE
    catalogue.goto(f"{real}meppel/")
    expect(catalogue.locator("[data-bij] summary")).to_contain_text(f"Bij {CODE}")
    catalogue.locator("[data-bij] summary").click()
    catalogue.locator("[data-onthoud]").click()
    assert catalogue.evaluate("localStorage.length") == 0


def test_the_nearest_comes_first_and_a_circle_leaves_out_what_is_far(catalogue: Page):
    fill(catalogue, CODE)
    expect(catalogue.locator("#volgorde")).to_have_value("dichtbij")
    reasons = catalogue.locator("[data-lijst] > li:not(.hit--ask) .hit__reason")
    expect(reasons.first).to_contain_text("km")
    far = [int(found[0]) for text in reasons.all_inner_texts() if (found := re.findall(r"(\d+) km", text))]
    assert far == sorted(far)
    all_of_it = found_in(catalogue)
    catalogue.locator("#km").select_option("5")
    expect(catalogue.locator("[data-fiches]")).to_contain_text("binnen 5 km")
    expect(catalogue.locator("[data-telling]")).not_to_contain_text(str(all_of_it))
    assert 0 < found_in(catalogue) < all_of_it
    assert catalogue.url.endswith(f"#bij={CODE}&km=5")


def test_the_open_field_passes_axe(browser: Browser, real: str):
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{real}zoeken/")
    fill(page, CODE)
    expect(page.locator("[data-lijst] .hit__reason").first).to_contain_text("km")
    assert axe(page) == []
    context.close()


def test_home_takes_it_along_by_keyboard(catalogue: Page, real: str):
    catalogue.goto(real)
    catalogue.locator("#q").focus()
    catalogue.keyboard.type("koffie")
    catalogue.keyboard.press("Tab")
    catalogue.keyboard.type("6461 ab")
    catalogue.keyboard.press("Enter")
    expect(catalogue).to_have_url(f"{real}zoeken/#q=koffie&bij={CODE}")
    expect(catalogue.locator("[data-lijst] .hit__reason").first).to_contain_text("km")


def test_what_is_not_known_is_said_with_what_to_do(catalogue: Page):
    fill(catalogue, "52062")
    expect(catalogue.locator("[data-fiches]")).to_contain_text("Van België en Duitsland weten wij niets")
    catalogue.locator("#bij").fill("Atlantis")
    catalogue.locator("#bij").press("Tab")
    expect(catalogue.locator("[data-fiches]")).to_contain_text("Typ de vier cijfers van uw postcode")


def test_the_device_may_say_where_it_is(browser: Browser, real: str):
    context = browser.new_context(geolocation={"latitude": 50.8661, "longitude": 6.0611}, permissions=["geolocation"])
    page = context.new_page()
    page.goto(f"{real}zoeken/")
    page.locator("[data-bij] summary").click()
    page.locator("[data-hier]").click()
    expect(page.locator("[data-bij] [role=status]")).to_contain_text("U bent in postcode 64")
    assert re.search(r"#bij=64\d\d$", page.url)
    context.close()


def test_next_door_and_the_way_there_need_no_script(browser: Browser, real: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real}landgraaf/")
    expect(page.locator("#dichtbij")).to_be_visible()
    page.locator("[data-buur='Kerkrade'] a").click()
    expect(page.locator("h1")).to_contain_text("Kerkrade")
    page.goto(f"{real}kerkrade/beweegroute-hoog-anstel/")
    expect(page.locator(".there__address")).to_contain_text("Hoog Anstel")
    assert page.locator(".there__ways a").first.get_attribute("href").startswith("https://www.openstreetmap.org/")
    context.close()


def test_an_address_can_be_copied(browser: Browser, real: str):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{real}kerkrade/beweegroute-hoog-anstel/")
    page.locator("[data-kopieer-adres]").click()
    expect(page.locator(".there__ways [role=status]")).to_have_text("Het adres is gekopieerd.")
    assert "Hoog Anstel" in page.evaluate("navigator.clipboard.readText()")
    context.close()
