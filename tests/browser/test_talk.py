"""The talk: nothing that is typed at the table is kept or sent, and one sheet of paper holds all of it."""

import re

from playwright.sync_api import Browser, expect

SECRET = "zeldzaamgeheim"


def test_nothing_typed_is_kept_or_sent_and_the_text_can_be_copied(browser: Browser, real: str):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.goto(f"{real}verwijzers/gesprek/")
    for area in page.locator("textarea").all():
        area.fill(SECRET)
    expect(page.locator("[data-verslag] [data-tekst]")).to_have_text("Nog niets ingevuld.")
    page.locator("[data-regel='Gesproken op']").fill("3 december")
    page.locator("[data-regel='Gekozen']").fill(f"wandelen, {SECRET}.")
    page.locator("[data-verslag] [data-kopieer]").click()
    expect(page.locator("[data-verslag] [role=status]")).to_have_text("Gekopieerd.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text == f"Welzijn op Recept.\nGesproken op: 3 december.\nGekozen: wandelen, {SECRET}."
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("document.cookie") == ""
    assert SECRET not in page.url
    assert not [url for url in asked if SECRET in url]
    page.reload()
    assert not [area for area in page.locator("textarea").all() if area.input_value()]
    context.close()


def test_a_wish_leads_to_what_there_is_and_giving_is_a_choice_of_its_own(browser: Browser, real: str):
    page = browser.new_page()
    page.goto(f"{real}verwijzers/gesprek/")
    page.locator(".wishes a", has_text="Wandelen").first.click()
    expect(page).to_have_url(re.compile(r"/zoeken/#q=Wandelen$"))
    expect(page.locator("[data-telling]")).to_contain_text("gevonden")
    page.goto(f"{real}verwijzers/gesprek/")
    page.locator(".talk__give a").click()
    expect(page.locator("[data-fiches]")).to_contain_text("iets doen voor een ander")
    expect(page.locator("[data-lijst] > li").first).to_be_visible()
    page.close()


def test_it_is_one_sheet_of_paper(browser: Browser, real: str):
    page = browser.new_page()
    page.goto(f"{real}verwijzers/gesprek/")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True, format="A4"))) == 1
    page.close()


def test_without_a_script_the_sheet_is_whole(browser: Browser, real: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real}verwijzers/gesprek/")
    expect(page.locator(".talk__theme")).to_have_count(5)
    expect(page.locator("[data-verslag]")).to_be_hidden()
    context.close()
