"""Sharing what was learned: nothing goes anywhere by itself, and in what goes nobody can be known."""

import re

from playwright.sync_api import Browser, Page, expect

from generator.model.schema import Experience
from generator.read.answers import as_tuples
from generator.read.source import Document, parse

SECRET = "zeldzaamgeheim"


def fill(page: Page, **fields: str) -> None:
    for name, text in fields.items():
        one = page.locator(f"[name={name}]")
        if one.evaluate("one => one.tagName") == "SELECT":
            one.select_option(text)
        else:
            one.fill(text)
    page.get_by_role("button", name="Nakijken en versturen").click()


def test_what_tells_who_somebody_is_is_stopped_and_what_is_good_is_a_file_that_check_takes(
    browser: Browser, small: str
):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.goto(f"{small}ervaringen/delen/")
    fill(page, titel="Mevrouw Jansen ging mee", lukte=f"Zij is 81 jaar oud. {SECRET}")
    faults = page.locator("[data-fouten]")
    expect(faults).to_be_focused()
    expect(faults).to_contain_text("een naam: “Mevrouw Jansen”")
    expect(faults).to_contain_text("een leeftijd")
    expect(page.locator("[data-wegen]")).to_be_empty()
    fill(
        page,
        titel="Samen beginnen helpt",
        lukte=f"Wij drinken koffie in Gasteren. {SECRET}",
        functie="poh",
        gemeente="dorp",
        les="2",
    )
    expect(faults).to_contain_text("Is “Gasteren” iemand")  # a person decides
    expect(page.locator("[data-wegen] h2")).to_have_text("Kies hoe u het verstuurt")
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.locator("[data-verteld]")).to_have_text("De tekst is gekopieerd.")
    path, _, text = page.evaluate("navigator.clipboard.readText()").partition("\n\n")
    assert path == "content/experiences/dorp/samen-beginnen-helpt.yml"
    found = parse(text.encode(), path)
    assert isinstance(found, Document)
    made = Experience.model_validate(as_tuples(found.data))
    assert (made.les, made.gemeente, made.nagelezen) == (2, "dorp", None)
    assert re.fullmatch(r"\d{4}-\d{2}", made.datum)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert SECRET not in page.url
    assert not [url for url in asked if SECRET in url]
    context.close()


def test_without_a_script_it_says_what_else_there_is(browser: Browser, small: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{small}ervaringen/delen/")
    expect(page.locator("[data-zonder-script]")).to_be_visible()
    expect(page.locator("[data-werk]")).to_be_hidden()
    context.close()
