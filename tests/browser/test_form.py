"""The form of volunteers: judged as check does, and nothing sent or lost."""

from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from generator.views.volunteers.worklist import worklist
from tests.browser.conftest import AXE
from tests.browser.form import a_page, last, opened
from tests.support import SMALL, TODAY, loaded

STEPS = 8


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with a_page(browser) as page:
        yield page


def test_something_wrong_on_a_page_leads_to_the_form_filled_in(page: Page, small: str):
    page.goto(f"{small}dorp/zingen/")
    page.get_by_role("link", name="Klopt er iets niet?").click()
    page.locator("[data-klaar]").wait_for(state="attached")
    expect(page.locator("h1")).to_have_text("Verbeteren: Samen zingen in het dorpskoor")
    expect(page.locator("#v-titel")).to_have_value("Samen zingen in het dorpskoor")
    expect(page.locator("[data-kaart]")).to_contain_text(
        "Elke donderdag van 19.30 tot 21.30 uur, niet in de schoolvakanties"
    )
    page.locator('[data-naar="8"]').click()
    expect(page.locator("#v-gemeente")).to_be_hidden()
    expect(page.locator("[data-goed-zin]")).to_have_text("U hebt nog niets veranderd.")
    page.locator('[data-naar="3"]').click()
    page.locator(last("wanneer", "van")).fill("20 uur")
    expect(page.locator("[data-kaart]")).to_contain_text("van 20.00 tot 21.30 uur")
    page.locator('[data-naar="8"]').click()
    text = page.locator(".form-file pre").text_content() or ""
    assert "    van: 20.00\n" in text
    assert "vroeger_adres: [dorp/koor-oud]\n" in text
    expect(page.locator(".form-file summary")).to_have_text("content/activities/dorp/zingen.yml")


def test_somebody_who_asked_writes_that_down_with_one_link(page: Page, small: str):
    opened(page, small, "#dorp/handwerken&klopt")
    expect(page.locator('[data-stap="7"] h2')).to_be_visible()
    expect(page.locator('[data-deel="nagevraagd"]')).to_be_checked()
    page.locator('[data-deel="nagevraagd_hoe"]').select_option("telefoon")
    page.locator('[data-deel="nagevraagd_door"]').select_option("vrijwilliger")
    page.locator("[data-verder]").click()
    text = page.locator(".form-file pre").text_content() or ""
    assert "gecontroleerd:\n  op: 2026-11-22\n  door: vrijwilliger\n  hoe: telefoon\n" in text


def test_what_has_stopped_is_said_to_have_stopped(page: Page, small: str):
    opened(page, small, "#dorp/handwerken")
    page.locator('[data-naar="7"]').click()
    page.locator('[name="v-loopt"][value="gestopt"]').check()
    page.locator('[data-deel="loopt_dag"]').fill("1 september 2026")
    expect(page.locator("[data-kaart]")).to_contain_text("Deze activiteit is gestopt op 1 september 2026.")
    page.locator('[data-naar="8"]').click()
    assert "loopt:\n  status: gestopt\n  sinds: 2026-09-01\n" in (page.locator(".form-file pre").text_content() or "")


def test_another_number_is_one_of_the_organisation_unless_somebody_says_otherwise(page: Page, small: str):
    opened(page, small, "#dorp/zingen")
    page.locator('[data-naar="4"]').click()
    expect(page.locator("#v-telefoon")).to_have_value("0522 254 321")
    expect(page.locator('[data-deel="alleen_hier"]')).to_be_hidden()
    page.locator("#v-telefoon").fill("0522 254 999")
    page.locator('[data-naar="8"]').click()
    expect(page.locator(".form-file summary")).to_have_text(["content/organisations/koor.yml"])
    assert "telefoon: 0522 254 999\n  email: info@koor.example\n" in (
        page.locator(".form-file pre").text_content() or ""
    )
    page.locator('[data-naar="4"]').click()
    page.locator('[data-deel="alleen_hier"]').check()
    page.locator('[data-naar="8"]').click()
    expect(page.locator(".form-file summary")).to_have_text(["content/activities/dorp/zingen.yml"])
    assert "contact:\n  telefoon: 0522 254 999\n  email: info@koor.example\n" in (
        page.locator(".form-file pre").text_content() or ""
    )


def test_an_organisation_that_is_known_brings_its_number(page: Page, small: str):
    opened(page, small, "#stad")
    page.locator(".form-steps summary").click()
    page.locator('[data-naar="2"]').click()
    known = page.locator('[data-vraag="organisatie"] [data-bekend]')
    page.locator("#v-organisatie").fill(
        "Koor & Klank"
    )  # it has activities in another municipality only: offered, and not taken
    expect(known).to_contain_text("Er is ook een “Koor & Klank” in Dorp. Is het dezelfde? Schrijf dan: koor.")
    expect(page.locator("#v-telefoon")).to_have_value("")
    page.locator("#v-organisatie").fill("koor")
    expect(known).to_have_text("Dit staat al op de site.")
    expect(page.locator("#v-telefoon")).to_have_value("0522 254 321")
    page.locator("#v-organisatie").fill("Een nieuwe club")
    expect(page.locator("#v-telefoon")).to_have_value("")


def test_what_is_missing_is_said_where_it_is_missing(page: Page, small: str):
    opened(page, small)
    page.locator("[data-verder]").click()
    expect(page.locator("#v-titel")).to_be_focused()
    expect(page.locator("#f-titel")).to_have_text("Dit moet erbij.")
    expect(page.locator("#v-titel")).to_have_attribute("aria-invalid", "true")
    page.locator(".form-steps summary").click()
    page.locator('[data-naar="8"]').click()
    expect(page.locator("[data-fouten] li")).to_have_count(6)
    page.locator("[data-fouten] a", has_text="In welke gemeente?").click()
    expect(page.locator("#v-gemeente")).to_be_focused()
    expect(page.locator("[data-goed]")).to_be_hidden()


def test_a_hard_word_is_a_hint_and_keeps_nobody_back(page: Page, small: str):
    opened(page, small)
    page.locator("#v-samenvatting").fill("Een laagdrempelige middag.")
    expect(page.locator('[data-vraag="samenvatting"] [data-tip]')).to_contain_text("Liever: gewoon, voor iedereen")
    expect(page.locator("#f-samenvatting")).to_be_hidden()


def test_leaving_asks_first_and_coming_back_finds_everything(page: Page, small: str):
    opened(page, small)
    page.locator("#v-titel").fill("Samen vissen")
    page.locator('[data-vraag="soort"] [data-meer]').click()
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    page.reload()
    page.locator("[data-klaar]").wait_for(state="attached")
    assert asked == ["beforeunload"]
    expect(page.locator("#v-titel")).to_have_value("Samen vissen")
    page.goto(f"{small}over/")
    page.go_back()
    page.locator("[data-klaar]").wait_for(state="attached")
    expect(page.locator("#v-titel")).to_have_value("Samen vissen")


def test_nothing_is_sent_and_nothing_is_kept(page: Page, small: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    opened(page, small, "#dorp/zingen")
    page.locator("#v-titel").fill("Geheim woord")
    page.locator('[data-naar="8"]').click()
    page.get_by_role("button", name="Kopieer de tekst").click()
    expect(page.locator("[data-verteld]")).to_have_text("De tekst is gekopieerd.")
    assert "titel: Geheim woord" in page.evaluate("navigator.clipboard.readText()")
    assert all(one.startswith(f"GET {small}") for one in asked)
    assert not any("Geheim" in unquote(one) for one in asked)
    assert page.context.storage_state()["cookies"] == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_ways_to_send_are_filled_in(page: Page, small: str):
    opened(page, small, "#dorp/zingen")
    page.locator("#v-titel").fill("Zingen in het koor")
    page.locator('[data-naar="8"]').click()
    mail = page.get_by_role("link", name="Mail het", exact=True).get_attribute("href") or ""
    assert mail.startswith("mailto:meld@testwijzer.example?subject=Verbeterd%3A%20Zingen%20in%20het%20koor")
    assert "titel: Zingen in het koor" in unquote(mail)
    forge = page.get_by_role("link", name="Open zingen.yml").get_attribute("href") or ""
    assert forge.startswith("https://forge.example/test/wijzer/")
    page.locator('[data-naar="1"]').click()
    page.locator("#v-beschrijving").fill("Één tekst: ja! " * 260)
    page.locator('[data-naar="8"]').click()
    expect(page.locator(".form-way", has_text="Per mail")).to_contain_text("De tekst is te lang")


def test_without_a_script_there_is_another_way(browser: Browser, small: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{small}meedoen/formulier/")
    expect(page.locator("[data-zonder-script]")).to_contain_text("mail naar meld@testwijzer.example")
    expect(page.locator("form")).to_be_hidden()
    page.goto(f"{small}dorp/zingen/")
    assert (page.get_by_role("link", name="Klopt er iets niet?").get_attribute("href") or "").startswith("mailto:")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_step_is_accessible_and_fits_on_the_smallest_screen(browser: Browser, small: str, scheme: str):
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    opened(page, small, "#dorp/zingen")
    page.evaluate(AXE)
    page.locator('[data-naar="1"]').click()
    page.locator('[data-vraag="soort"] [data-meer]').click()
    for step in range(1, STEPS + 1):
        page.locator(f'[data-naar="{step}"]').click()
        if step == 3:
            page.locator('[data-vraag="wanneer"] [data-meer]').click()
            page.locator(last("wanneer", "vaak")).select_option("maand")
        if step == STEPS:
            for part in page.locator(".form-file summary").all():
                part.click()
        page.evaluate("scrollTo(0, 0)")  # what the strip covers is scrolled clear of it, which axe does not do
        found = page.evaluate("axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })")[
            "violations"
        ]
        assert found == [], (step, [(one["id"], one["nodes"][0]["html"]) for one in found])
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, step
    context.close()


def test_an_activity_that_is_not_there_is_said(page: Page, small: str):
    opened(page, small, "#dorp/bestaat-niet")
    expect(page.locator("[data-melding]")).to_have_text(
        "Deze activiteit staat niet op de site. U kunt haar hier toevoegen."
    )
    expect(page.locator("#v-gemeente")).to_have_value("dorp")


def test_a_new_place_is_asked_for_its_address(page: Page, small: str):
    opened(page, small, "#dorp")
    page.locator(".form-steps summary").click()
    page.locator('[data-naar="2"]').click()
    expect(page.locator("#v-adres")).to_be_hidden()
    page.locator("#v-locatie").fill("De Schuur")
    expect(page.locator("#v-adres")).to_be_visible()
    page.locator("#v-locatie").fill("dorpskerk")
    expect(page.locator("#v-adres")).to_be_hidden()
    expect(page.locator('[data-vraag="locatie"] [data-bekend]')).to_have_text("Dit staat al op de site.")


def test_a_last_step_that_cannot_be_fetched_is_said_and_nothing_is_lost(page: Page, small: str):
    page.route("**/assets/versturen.*.js", lambda route: route.abort())
    opened(page, small, "#dorp/zingen")
    page.locator("#v-titel").fill("Zingen in het koor")
    page.locator('[data-naar="8"]').click()
    expect(page.locator("[data-melding]")).to_contain_text("Deze stap kan niet worden opgehaald.")
    page.locator('[data-naar="1"]').click()
    expect(page.locator("#v-titel")).to_have_value("Zingen in het koor")


def test_back_leads_to_the_step_before(page: Page, small: str):
    opened(page, small, "#dorp/zingen")
    page.locator("[data-verder]").click()
    expect(page.locator('[data-stap="2"] h2')).to_be_focused()
    page.locator("[data-verder]").click()
    page.go_back()
    expect(page.locator('[data-stap="2"] h2')).to_be_visible()
    page.go_back()
    expect(page.locator("#v-titel")).to_be_visible()


def test_an_address_and_a_day_are_read_as_people_type_them(page: Page, small: str):
    opened(page, small, "#dorp/zingen")
    page.locator('[data-naar="6"]').click()
    page.locator("#v-bron").fill("www.koor.example/nieuws")
    page.locator("#v-brondatum").fill("1 november 2026")
    page.locator('[data-naar="8"]').click()
    text = page.locator(".form-file pre").text_content() or ""
    assert "  - url: https://www.koor.example/nieuws\n    datum: 2026-11-01\n" in text


def test_a_card_never_says_what_cannot_be_read(page: Page, small: str):
    opened(page, small, "#dorp/zingen")
    page.locator('[data-naar="3"]').click()
    page.locator(last("kosten", "bedrag_euro")).fill("twee euro")
    expect(page.locator("[data-kaart]")).not_to_contain_text("twee")
    expect(page.locator("[data-kaart]")).to_contain_text("€\u00a02,50 per keer")
    page.locator('[data-vraag="wanneer"] [data-meer]').click()
    page.locator(last("wanneer", "vorm")).select_option("datum")
    page.locator(last("wanneer", "datum")).fill("31-2-2027")
    expect(page.locator("#f-wanneer")).to_contain_text("Deze dag bestaat niet.")
    expect(page.locator("[data-kaart]")).not_to_contain_text("februari")


def test_a_draft_of_the_work_list_fills_in_the_form(page: Page, small: str):
    talks = worklist(loaded(SMALL), TODAY)
    link = next(item.still for talk in talks for item in talk.items if item.id == "stad/schaken")
    opened(page, small, link[link.index("#") :])
    expect(page.locator("[data-melding]")).to_contain_text("Dit is ergens gevonden. Is het nog zo?")
    expect(page.locator("#v-titel")).to_have_value("Schaken in de bieb")
    expect(page.locator("#v-gemeente")).to_have_value("stad")
    expect(page.locator("#v-organisatie")).to_have_value("Schaakclub De Toren")
    expect(page.locator("#v-adres")).to_have_value("Markt 3")
    expect(page.locator("#v-bron")).to_have_value("folder van de bibliotheek")
    expect(page.locator('[name="v-kosten"][value="vrijwillig"]')).to_be_checked()
    expect(page.locator("[data-kaart]")).to_contain_text("Elke woensdag vanaf 14.00 uur")
    expect(page.locator("[data-kaart]")).to_contain_text("Vrijwillige bijdrage")
    page.locator('[data-naar="1"]').click()
    page.locator("#v-samenvatting").fill("U schaakt met andere mensen uit de stad.")
    page.locator('[data-naar="8"]').click()
    texts = page.locator(".form-file pre").all_text_contents()
    assert any("kosten:\n  vrijwillig: ja\n" in text for text in texts)
    assert any("bron:\n  - wat: folder van de bibliotheek\n    datum: 2019\n" in text for text in texts)


def test_a_link_to_a_draft_that_is_not_whole_says_so(page: Page, small: str):
    opened(page, small, "#nieuw=eyJ0aXRlbCI6")
    expect(page.locator("[data-melding]")).to_contain_text("De link is niet heel.")
    expect(page.locator("#v-titel")).to_have_value("")


def test_free_with_something_to_pay_a_summer_stop_and_an_appointment_are_filled_in(page: Page, small: str):
    opened(page, small, "#dorp/zingen")
    page.locator('[data-naar="3"]').click()
    page.locator('[name="v-kosten"][value="gratis"]').check()
    page.locator('[data-vraag="kosten"] [data-deel="toelichting_los"]').fill("U koopt wel een drankje.")
    expect(page.locator("[data-kaart]")).to_contain_text("Gratis. U koopt wel een drankje.")
    page.locator(last("wanneer", "niet_in")).fill("juli en aug")
    expect(page.locator("[data-kaart]")).to_contain_text("niet in juli en augustus")
    page.locator(last("wanneer", "vorm")).select_option("op_afspraak")
    expect(page.locator("[data-kaart]")).to_contain_text("Op afspraak")
    page.locator('[data-naar="8"]').click()
    text = page.locator(".form-file pre").text_content() or ""
    assert "  - op_afspraak: ja\n" in text
    assert "kosten:\n  gratis: ja\n  toelichting: U koopt wel een drankje.\n" in text
