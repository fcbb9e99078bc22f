"""The search in another language: its words, its cards, and what is said to who needs help."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

CODES = ("en", "ar", "uk", "pl", "tr", "de")
# What somebody types, and the kind that is found first.
WALK = {"en": "walking", "ar": "مشي", "uk": "прогулянка", "pl": "spacer", "tr": "yürüyüş", "de": "spazieren gehen"}
CRY = {
    "en": "i want to die",
    "ar": "أريد أن أموت",
    "uk": "хочу померти",
    "pl": "chcę umrzeć",
    "tr": "ölmek istiyorum",
    "de": "ich will sterben",
}


def ask(page: Page, text: str) -> None:
    page.locator("#q").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator("[data-uitkomst]")).to_be_visible()
    expect(page.locator("[data-uitkomst]")).to_have_attribute("data-klaar", re.compile(r"\d+"))


@pytest.fixture
def page(browser: Browser):
    made = browser.new_page(viewport={"width": 360, "height": 740})
    yield made
    made.close()


@pytest.mark.parametrize("code", CODES)
def test_the_words_of_a_language_find_what_dutch_ones_find(page: Page, real: str, code: str):
    page.goto(f"{real}{code}/")
    ask(page, WALK[code])
    found = page.locator("[data-lijst] > li")
    expect(found.first).to_be_visible()
    expect(found.first.locator("a")).to_have_attribute("href", re.compile(rf"/{code}/[a-z-]+/[a-z0-9-]+/$"))
    expect(page.locator("[data-telling]")).to_have_text(re.compile(r"\S"))
    expect(page.locator("[data-alles]")).to_be_hidden()
    abroad = {one.get_attribute("data-id") for one in found.all()}
    page.locator("#q").fill("")
    ask_dutch = page.locator("#q")
    expect(page.locator("[data-alles]")).to_be_visible()
    ask_dutch.fill("wandelen")
    expect(found.first).to_be_visible()
    page.wait_for_timeout(600)
    dutch = {one.get_attribute("data-id") for one in found.all()}
    assert abroad & dutch


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("path", ["", "meppel/"])
def test_who_cries_for_help_reads_first_whom_to_call(page: Page, real: str, code: str, path: str):
    page.goto(f"{real}{code}/{path}")
    ask(page, CRY[code])
    sign = page.locator("[data-hulp] [role=group]")
    expect(sign).to_be_visible()
    expect(sign.locator('a[href="tel:08000113"]')).to_be_visible()
    expect(sign.locator("h2")).not_to_have_text("Praat nu met iemand")
    assert sign.locator("svg use").count() == page.locator("[data-hulp] svg").count()
    for use in sign.locator("svg use").all():
        assert page.locator(f"symbol{use.get_attribute('href')}").count() == 1


def test_what_was_understood_is_said_in_the_language(page: Page, real: str):
    page.goto(f"{real}de/meppel/")
    ask(page, "kostenlos montag qqqqzz")
    told = page.locator("[data-begrepen]")
    expect(told).to_contain_text("Kostenlos")
    expect(told).to_contain_text("Montag")


def test_cards_of_later_pages_are_found_too(page: Page, real: str):
    page.goto(f"{real}en/meppel/")
    here = {one.get_attribute("data-id") for one in page.locator("[data-alles] [data-id]").all()}
    ask(page, "free")
    expect(page.locator("[data-lijst] > li").first).to_be_visible()
    while page.locator("[data-meer]").is_visible():
        page.locator("[data-meer]").click()
        page.wait_for_timeout(300)
    found = page.locator("[data-lijst] > li")
    ids = {one.get_attribute("data-id") for one in found.all()}
    assert ids - here
    assert all(ids)


def test_the_question_goes_along_to_another_language(page: Page, real: str):
    page.goto(f"{real}en/meppel/")
    ask(page, "swimming")
    page.locator('.tongues a[lang="de"]').click()
    expect(page).to_have_url(re.compile(r"/de/meppel/#q=swimming"))
    expect(page.locator("#q")).to_have_value("swimming")


def test_without_a_script_the_list_is_there_and_no_field(browser: Browser, real: str):
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{real}tr/meppel/")
    expect(page.locator("form[role=search]")).to_be_hidden()
    expect(page.locator(".abroad__item").first).to_be_visible()
    page.close()
