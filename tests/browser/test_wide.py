"""Wide screens: a second column that serves, both halves of a page above the fold, lines that can be read; and a list in lines."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import KINDS

WIDE = {"width": 1280, "height": 800}
# Letters on a line of running text, by the width of its box and the mean width of a letter of this typeface.
LETTERS = """() => [...document.querySelectorAll('main p, main li, main dd')]
  .filter(one => one.checkVisibility() && one.textContent.trim().length > 80 && !one.querySelector('p, ul, li, article'))
  .map(one => { const style = getComputedStyle(one); const room = one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    return [Math.round(room / (parseFloat(style.fontSize) * 0.5)), one.textContent.trim().slice(0, 60)]; })"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", ["welzijn-op-recept/", "meedoen/", "praktijken/dorp/huisarts-oost/", "verwijzers/"])
def test_a_page_of_text_has_a_second_column_that_goes_below_on_a_phone(page: Page, small: str, address: str):
    page.goto(f"{small}{address}")
    main = page.locator(".spread__main").bounding_box()
    beside = page.locator(".spread > .beside").bounding_box()
    assert beside["x"] >= main["x"] + main["width"]
    assert beside["width"] >= 300
    page.set_viewport_size({"width": 360, "height": 740})
    below = page.locator(".spread > .beside").bounding_box()
    if below:  # contents are for who has room
        assert below["x"] < 40
        assert below["y"] >= page.locator(".spread__main").bounding_box()["y"]


@pytest.mark.parametrize(
    "kind", ["referral", "referrers", "practice", "join", "written", "overview", "agenda", "flyer", "form"]
)
@pytest.mark.parametrize("width", [1280, 1920])
def test_no_line_is_longer_than_seventy_letters_and_nothing_scrolls_sideways(
    page: Page, small: str, kind: str, width: int
):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{small}{KINDS[kind]}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    long = [one for one in page.evaluate(LETTERS) if one[0] > 70]
    assert not long


def test_who_refers_sees_both_halves_at_once(page: Page, real: str):
    """Does it fit, and how do I refer: without scrolling, on a laptop."""
    page.goto(f"{real}verwijzers/")
    for place in (page.locator("[data-keuzehulp] button").first, page.locator("#verwijzen + ol")):
        box = place.bounding_box()
        assert box["y"] + box["height"] <= WIDE["height"]


def test_days_of_an_agenda_stand_beside_each_other(page: Page, real: str):
    page.goto(f"{real}agenda/")
    tops = page.locator(".week").nth(1).locator(".day").evaluate_all("days => days.map(day => day.offsetTop)")
    assert len(set(tops)) < len(tops)


def test_the_first_cards_of_a_municipality_stand_on_the_first_screen(page: Page, real: str):
    page.goto(f"{real}meppel/")
    search, card = page.locator("#q").bounding_box(), page.locator(".card__title").first.bounding_box()
    assert search["y"] + search["height"] < 300
    assert card["y"] + card["height"] < WIDE["height"]
    assert page.locator(".municipality__ways .chip").last.bounding_box()["y"] < WIDE["height"]


@pytest.mark.parametrize("address", ["dorp/", "zoeken/", "dorp/kunst-en-cultuur/"])
@pytest.mark.parametrize("scripted", [True, False])
def test_a_list_can_be_read_in_lines_without_a_script_too(browser: Browser, small: str, address: str, scripted: bool):
    context = browser.new_context(viewport=WIDE, java_script_enabled=scripted)
    page = context.new_page()
    page.goto(f"{small}{address}")
    first = page.locator(".cards .card").first
    high = first.bounding_box()["height"]
    page.get_by_label("Toon als lijst, één regel per activiteit").check()
    assert first.bounding_box()["height"] < high / 2
    for shown in (".card__title", ".card__sure"):
        expect(first.locator(shown)).to_be_visible()
    expect(first.locator(".card__summary")).to_be_hidden()
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.locator(".card").first.bounding_box()["width"] <= 320
    context.close()


def test_the_list_in_lines_is_printed_in_lines(browser: Browser, real: str):
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    page.goto(f"{real}meppel/")
    page.locator(".view__lines").check()
    page.set_viewport_size({"width": 680, "height": 1000})  # the width of A4
    page.emulate_media(media="print")
    tops = (
        page.locator(".card")
        .first.locator(".card__title, .facts, .card__sure")
        .evaluate_all("parts => parts.map(part => Math.round(part.getBoundingClientRect().top))")
    )
    assert max(tops) - min(tops) < 10
    context.close()


def test_the_card_stays_in_sight_on_a_phone(browser: Browser, small: str):
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{small}meedoen/formulier/")
    strip = page.locator(".form-page__side")
    strip.wait_for()
    page.locator("#v-titel").fill("Samen wandelen in Oost")
    page.locator("#v-samenvatting").scroll_into_view_if_needed()
    page.mouse.wheel(0, 600)
    expect(strip.locator("summary")).to_be_in_viewport()
    assert strip.bounding_box()["y"] == pytest.approx(0, abs=1)
    expect(page.locator("[data-kaart]")).to_be_hidden()
    strip.locator("summary").click()
    expect(page.locator("[data-kaart]")).to_contain_text("Samen wandelen in Oost")
    expect(page.locator("[data-kaart]")).to_be_in_viewport()
    page.set_viewport_size(WIDE)
    page.reload()
    expect(page.locator("[data-kaart]")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    "kind", ["home", "municipality", "referral", "referrers", "activity", "agenda", "list", "form"]
)
@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_that_reads_from_right_to_left_fits_and_is_a_mirror(page: Page, small: str, kind: str, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{small}{KINDS[kind]}")
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    brand = page.locator(".brand").bounding_box()
    assert brand["x"] > width / 2 - brand["width"]
