"""The referral: the questions for who refers, texts to copy, and the flyer from a browser."""

import re
import subprocess
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.paper import codes, words

PAPER = ("flyer", "poster", "poster-a3", "kaartjes", "startbijeenkomst", "jaarevaluatie")


def asked(page: Page) -> str:
    return page.locator("[data-vraag]:visible .aid__ask").inner_text()


def test_the_questions_come_one_at_a_time_and_lead_to_an_advice(browser: Browser, real: str):
    page = browser.new_page()
    page.goto(f"{real}verwijzers/")
    assert page.locator("[data-vraag]:visible").count() == 1
    assert asked(page).startswith("Is er nu gevaar")
    for _ in range(7):
        page.get_by_role("button", name="Nee").click()
    assert asked(page) == "Kan een activiteit of contact met anderen helpen bij de klachten?"
    assert page.evaluate("document.activeElement.className") == "aid__ask"
    page.get_by_role("button", name="Ja").click()
    page.get_by_role("button", name="Terug").click()
    assert asked(page).startswith("Kan een activiteit")
    page.get_by_role("button", name="Ja").click()
    page.get_by_role("button", name="Ja").click()
    advice = page.locator("[data-antwoord]:visible")
    expect(advice).to_have_count(1)
    expect(advice).to_contain_text("Welzijn op Recept past.")
    assert page.evaluate("document.activeElement.dataset.antwoord") == "ja"
    page.get_by_role("button", name="Opnieuw").click()
    assert asked(page).startswith("Is er nu gevaar")
    page.close()


def test_danger_leads_to_the_numbers_at_once(browser: Browser, real: str):
    page = browser.new_page()
    page.goto(f"{real}verwijzers/")
    page.get_by_role("button", name="Ja").click()
    advice = page.locator("[data-antwoord]:visible")
    for number in ("112", "De crisisdienst", "kent uw praktijk of de huisartsenpost"):
        expect(advice).to_contain_text(number)
    page.get_by_role("button", name="Terug").click()
    assert asked(page).startswith("Is er nu gevaar")
    page.get_by_role("button", name="Nee").click()
    page.get_by_role("button", name="Ja").click()
    expect(advice).to_contain_text("0800 0113")
    page.get_by_role("button", name="Terug").click()
    page.get_by_role("button", name="Nee").click()
    page.get_by_role("button", name="Ja").click()
    expect(advice).to_contain_text("0800 2000")
    page.close()


def test_the_questions_work_by_keyboard_alone(browser: Browser, real: str):
    page = browser.new_page()
    page.goto(f"{real}verwijzers/")
    page.get_by_role("button", name="Ja").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert asked(page).startswith("Denkt iemand aan zelfdoding")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-antwoord]:visible")).to_contain_text("Eerst hulp bij crisis.")
    page.close()


def test_what_is_answered_is_kept_nowhere(browser: Browser, real: str):
    context = browser.new_context()
    page = context.new_page()
    requests = []
    page.goto(f"{real}verwijzers/")
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: requests.append(request.url))
    before = page.url
    page.get_by_role("button", name="Ja").click()
    assert page.url == before
    assert requests == []
    assert context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    page.reload()
    assert asked(page).startswith("Is er nu gevaar")
    context.close()


def test_without_a_script_all_questions_and_advices_stand_there(browser: Browser, real: str):
    page = browser.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{real}verwijzers/")
    assert page.locator("[data-vraag]:visible").count() == 9
    assert page.locator("[data-antwoord]:visible").count() == 18
    expect(page.get_by_text("Nee: ga naar vraag 2.")).to_be_visible()
    assert page.get_by_role("button", name="Kopieer").count() == 0
    page.close()


def test_the_text_to_say_is_copied_and_that_is_told(browser: Browser, real: str):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{real}verwijzers/")
    page.get_by_role("button", name="Kopieer (In dertig seconden)").click()
    figure = page.locator(".copyable")
    expect(figure.get_by_role("status")).to_have_text("Gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == figure.locator("[data-tekst]").inner_text()
    context.close()


def test_where_copying_is_refused_the_text_is_selected(browser: Browser, real: str):
    page = browser.new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('nee'))")
    page.goto(f"{real}verwijzers/")
    page.get_by_role("button", name="Kopieer").click()
    expect(page.locator(".copyable [role=status]")).to_have_text("De tekst is gekozen. Druk op Ctrl en C.")
    assert page.evaluate("getSelection().toString()").startswith("Misschien helpt")
    page.close()


def test_the_picture_of_the_steps_is_also_there_in_words(browser: Browser, real: str):
    page = browser.new_page()
    page.goto(f"{real}welzijn-op-recept/")
    picture = page.get_by_role("img", name="De stappen als een weg")
    expect(picture).to_be_visible()
    assert picture.locator("desc").text_content().startswith("1. Praten met de huisarts. 2. De huisarts verwijst u.")
    assert page.locator(".path li").count() == 7
    assert page.locator("main").inner_text().count("Nog navragen") == 1
    headings = page.locator("main .spread__main h2").all_inner_texts()
    assert headings == [
        "Herkent u dit?",
        "Wat is het?",
        "Wat doet de welzijnscoach?",
        "Hoe gaat het?",
        "Wat kost het?",
        "Moet het?",
        "Wie weet ervan?",
        "Hoe begint u?",
    ]
    page.close()


def test_the_flyer_from_a_browser_is_two_sides_of_a_folded_sheet(browser: Browser, real: str, tmp_path: Path):
    """The same page as on the screen: cover and back on one side, the inside on the other, nothing over the fold."""
    page = browser.new_page()
    page.goto(f"{real}welzijn-op-recept/flyer/")
    path = tmp_path / "flyer.pdf"
    path.write_bytes(page.pdf(prefer_css_page_size=True))
    page.close()
    found = words(path)
    assert {word[0] for word in found} == {0, 1}
    sheets = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Pages:\s+2\b", sheets)  # and no empty one behind them
    middle = 841.89 / 2
    sides: dict[Any, Any] = {}
    for number, left, _, right, _, word in found:
        assert right < middle or left > middle, word
        sides.setdefault((number, left > middle), []).append(word)
    text = {side: " ".join(found) for side, found in sides.items()}
    assert "geen pil" in text[0, True]
    assert "Wat kunt u doen?" in text[0, False]
    assert "Herkent u dit?" in text[1, False]
    assert "Hoe gaat het?" in text[1, False]
    assert "Hoe begint u?" in text[1, True]
    assert codes(path, tmp_path) == ["https://activiteitenwijzer.example/welzijn-op-recept/"]


def test_a_practice_page_leads_to_its_own_kit(browser: Browser, real: str):
    page = browser.new_page()
    page.goto(f"{real}praktijken/meppel/huisartsenpraktijk-oosterboer/")
    here = "https://activiteitenwijzer.example/praktijken/meppel/huisartsenpraktijk-oosterboer/"
    for name in (
        "Flyer (PDF)",
        "Poster voor de wachtkamer (PDF)",
        "Grote poster (PDF)",
        "Kaartjes om mee te geven (PDF)",
    ):
        with page.expect_response(lambda response: response.url.endswith(".pdf")) as answer:
            page.evaluate("address => fetch(address)", page.get_by_role("link", name=name).get_attribute("href"))
        assert answer.value.status == 200
    page.get_by_text("Code voor wie uw website beheert").click()
    texts = page.locator("[data-tekst]").all_inner_texts()
    assert len(texts) == 3
    assert texts[0] == here
    assert all(here in text for text in texts)
    assert page.get_by_role("img", name="QR-code. Opent activiteitenwijzer.example").is_visible()
    expect(page.get_by_text("U verwijst naar de welzijnscoach met VIP Live.")).to_be_visible()
    page.close()


def test_a_municipality_without_practices_gets_the_general_kit(browser: Browser, real: str):
    page = browser.new_page()
    page.goto(f"{real}praktijken/heerlen/")
    links = [link.get_attribute("href") for link in page.get_by_role("link", name="(PDF)").all()]
    assert links == [f"../../welzijn-op-recept/{name}.pdf" for name in PAPER]
    expect(page.get_by_text("Nog navragen: hoe een praktijk verwijst")).to_be_visible()
    page.close()
