"""The short list at the table: kept in the address, given away in many ways, and printed with a note that goes nowhere else."""

import gzip
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from tests.browser.conftest import served
from tests.paper import codes
from tests.support import build, change, copy_small

TWELVE = [
    "meppel/mannenkoor",
    "meppel/eetcafe-de-boerhoorn",
    "meppel/alzheimer-cafe",
    "meppel/drukkerijmuseum",
    "meppel/bingo-de-boerhoorn",
    "meppel/bridge-de-boerhoorn",
    "meppel/darten-de-boerhoorn",
    "maastricht/tapijntuin",
    "maastricht/koepelkerkconcert",
    "maastricht/meet-and-greet",
    "maastricht/zingen-centrum-voor-koorzang",
    "maastricht/bridgen-heugemerveld",
]
NOTE = "Dinsdag-belafspraak-zeven"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"])
    context.clock.set_fixed_time("2026-11-22T12:00:00Z")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def ready(page: Page) -> None:
    """Wait until the leaves of the list are there."""
    page.locator("[data-bladen][data-klaar]").wait_for(state="attached")


def opened(page: Page, site: str, ids: list[str]) -> None:
    page.goto(f"{site}lijst/#a={','.join(ids)}")
    ready(page)


def titles(page: Page) -> list[str]:
    return page.locator(".leaf__title").all_inner_texts()


def fragment(page: Page) -> str:
    return page.evaluate("location.hash")


def test_a_list_is_made_by_links_and_its_address_gives_the_same_list(page: Page, browser: Browser, small: str):
    page.goto(small + "dorp/")
    page.get_by_role("button", name="Op mijn lijst (Samen zingen in het dorpskoor)").click()
    assert re.fullmatch(r"#a=dorp/zingen\.[a-z0-9]{3}", fragment(page))
    page.locator(".crumbs a").first.click()  # home, and on to another municipality
    page.get_by_role("link", name="Stad").first.click()
    page.get_by_role("button", name="Op mijn lijst (Zelf wandelen in het bos)").click()
    page.get_by_role("link", name="Bekijk mijn lijst: 2 activiteiten").click()
    ready(page)
    expected = ["Samen zingen in het dorpskoor", "Zelf wandelen in het bos"]
    assert titles(page) == expected
    other = browser.new_page()  # another device: nothing but the address
    other.goto(page.url)
    ready(other)
    assert titles(other) == expected
    assert fragment(other) == fragment(page)
    other.close()


def test_a_toggle_says_once_what_it_did_and_takes_off_again(page: Page, small: str):
    page.goto(small + "dorp/zingen/")
    page.evaluate(
        """() => { window.gezegd = []; new MutationObserver(() => gezegd.push(document.querySelector("[data-lijst-gezegd]").textContent))
          .observe(document.querySelector("[data-lijst-gezegd]"), { childList: true, characterData: true, subtree: true }); }"""
    )
    toggle = page.get_by_role("button", name="Op mijn lijst")
    expect(toggle).to_have_attribute("aria-pressed", "false")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "false")
    assert fragment(page) == ""
    assert page.evaluate("gezegd") == [
        "Samen zingen in het dorpskoor staat op uw lijst. Op uw lijst: 1 activiteit.",
        "Samen zingen in het dorpskoor is van uw lijst af. Op uw lijst: 0 activiteiten.",
    ]


def test_back_keeps_what_was_added_on_the_next_page(page: Page, small: str):
    page.goto(small + "dorp/")
    page.get_by_role("link", name="Samen zingen in het dorpskoor").first.click()
    page.get_by_role("button", name="Op mijn lijst").first.click()
    page.go_back()
    expect(page.locator('[data-op-lijst^="dorp/zingen."]')).to_have_attribute("aria-pressed", "true")
    assert "a=dorp/zingen" in fragment(page)


def test_a_search_and_a_list_stand_side_by_side_in_the_address(page: Page, real: str):
    page.goto(real + "meppel/")
    page.get_by_role("button", name="Op mijn lijst (Samen zingen bij het Meppeler Mannenkoor)").click()
    page.fill("#q", "zingen")
    page.locator("[data-lijst] li, .finder__results [data-id]").first.wait_for()
    page.keyboard.press("Enter")
    expect(page.locator(".finder__results [data-op-lijst^='meppel/mannenkoor']")).to_have_attribute(
        "aria-pressed", "true"
    )
    assert sorted(fragment(page)[1:].split("&"))[1] == "q=zingen"
    page.reload()
    expect(page.locator("#q")).to_have_value("zingen")
    expect(page.locator("[data-vreemd]")).to_be_hidden()
    # Who shares the search does not share the list.
    page.get_by_role("button", name="Deel deze zoekopdracht").click()
    expect(page.locator("[data-gedeeld]")).to_have_text("De link is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()").endswith("meppel/#q=zingen")


def test_twelve_from_two_municipalities_come_on_a_cold_cache_in_sixty_kilobytes(context: BrowserContext, real: str):
    page = context.new_page()
    sizes: dict[str, int] = {}

    def note(answer: Response) -> None:
        sizes.setdefault(answer.url.split("#")[0], len(compressed(answer)))

    page.on("response", note)
    opened(page, real, TWELVE)
    page.wait_for_load_state("networkidle")
    assert len(titles(page)) == 12
    assert [title for title in titles(page) if title.startswith("“")] == []
    # A server cannot see which: leaves come together, and none by itself.
    asked = [url for url in sizes if "/bladen-" in url]
    assert asked
    assert not [url for url in sizes for id_ in TWELVE if f"{id_}/" in url]
    assert sum(sizes.values()) <= 60_000, sizes


def compressed(answer: Response) -> bytes:
    """Return what a server sends for an answer: text compressed, typefaces and pictures as they are."""
    body = answer.body()
    return body if answer.url.endswith((".woff2", ".png")) else gzip.compress(body, 9)


def test_a_thirteenth_does_not_fit_and_that_is_said(page: Page, real: str):
    opened(page, real, TWELVE)
    page.goto(f"{real}meppel/#a={','.join(TWELVE)}")
    page.get_by_role("button", name="Op mijn lijst (Schaken in De Boerhoorn)").click()
    expect(page.locator("[data-lijst-gezegd]")).to_have_text(
        "Uw lijst is vol. Er passen 12 activiteiten op. Haal er eerst een af."
    )
    expect(page.locator("[data-lijst-gezegd]")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Op mijn lijst (Schaken in De Boerhoorn)")).to_have_attribute(
        "aria-pressed", "false"
    )


def test_the_order_changes_by_buttons_alone(page: Page, small: str):
    opened(page, small, ["dorp/zingen", "stad/wandelen", "dorp/handwerken"])
    names = titles(page)
    up = page.get_by_role("button", name=f"Omhoog ({names[2]})")
    up.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-verteld]")).to_have_text(f"{names[2]} staat nu op plaats 2 van 3.")
    assert titles(page) == [names[0], names[2], names[1]]
    expect(up).to_be_focused()
    assert fragment(page) == "#a=dorp/zingen,handwerken,stad/wandelen"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # already on top: nothing happens
    assert titles(page) == [names[2], names[0], names[1]]
    page.get_by_role("button", name=f"Haal weg ({names[2]})").press("Enter")
    expect(page.locator("[data-verteld]")).to_have_text(f"{names[2]} is van uw lijst af.")
    expect(page.get_by_role("link", name=names[0])).to_be_focused()


def test_everything_on_the_list_is_reached_by_keyboard(page: Page, small: str):
    opened(page, small, ["dorp/zingen", "stad/wandelen"])
    found = page.evaluate(
        """() => [...document.querySelectorAll("main a[href], main button, main input, main textarea")]
          .filter((one) => one.checkVisibility() && one.getClientRects().length).length"""
    )
    page.locator(".crumbs a").focus()
    which = "[...document.querySelectorAll('*')].indexOf(document.activeElement)"
    seen = {page.evaluate(which)}
    for _ in range(found - 1):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")
        seen.add(page.evaluate(which))
    assert len(seen) == found


def test_what_was_typed_for_the_sheet_is_printed_and_goes_nowhere_else(context: BrowserContext, small: str):
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data} {request.headers}"))
    opened(page, small, ["dorp/zingen", "stad/wandelen"])
    page.get_by_text("Naam en notitie op het blad").click()
    page.get_by_label("Naam van de welzijnscoach").fill("Naam-van-de-coach")
    page.get_by_label("Telefoonnummer").fill("0522-999-888")
    page.get_by_label("Notitie voor op het blad").fill(NOTE)
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Print de lijst").click()
    page.get_by_role("button", name="Kopieer als tekst").click()
    text = page.evaluate("navigator.clipboard.readText()")
    assert page.evaluate("window.printed")
    paper = printed(page)
    assert "Naam-van-de-coach, 0522-999-888" in paper.text
    assert NOTE in paper.text
    kept = page.evaluate(
        "JSON.stringify([localStorage, sessionStorage, document.cookie, location.href, history.state, window.name])"
    )
    links = page.evaluate("[...document.querySelectorAll('a')].map((one) => one.href).join()")
    for place in (kept, links, text, " ".join(asked)):
        for word in (NOTE, "Naam-van-de-coach", "0522-999-888"):
            assert word not in place
    page.reload()
    ready(page)
    expect(page.get_by_label("Notitie voor op het blad")).to_have_value("")


class Paper:
    """A page as a PDF: its words, how many sheets, and what a telephone reads on them."""

    def __init__(self, folder: Path, raw: bytes) -> None:
        self.path = folder / "blad.pdf"
        self.path.write_bytes(raw)
        self.text = subprocess.run(
            ["pdftotext", "-layout", self.path, "-"], capture_output=True, text=True, check=True
        ).stdout
        self.sheets = self.text.count("\f")

    @property
    def codes(self) -> set[str]:
        return set(codes(self.path, self.path.parent))


def printed(page: Page) -> Paper:
    return Paper(Path(tempfile.mkdtemp()), page.pdf(prefer_css_page_size=True, format="A4"))


@pytest.mark.parametrize(
    ("number", "large", "sheets"),
    [(1, False, {1}), (3, False, {2}), (5, False, {2}), (12, False, {5}), (1, True, {1}), (3, True, {2})],
)
def test_the_sheet_has_few_pages_and_cuts_no_activity(
    page: Page, real: str, number: int, large: bool, sheets: set[int]
):
    opened(page, real, TWELVE[:number])
    if large:
        page.get_by_label("Extra grote letters").check()
    ends = page.evaluate(
        """() => [...document.querySelectorAll(".leaf")].map((one) => [one.querySelector(".leaf__title").innerText,
          [...one.querySelectorAll("dd, .leaf__others a")].pop().innerText.split(" ").slice(-2).join(" ")])"""
    )
    # With the browser's own menu, and nothing on the page touched but the size: the codes are there.
    expect(page.locator(".leaf .code")).to_have_count(number)
    paper = printed(page)
    assert paper.sheets in sheets
    first = paper.text.partition("\f")[0]
    for words in ("Mijn lijst", "Activiteitenwijzer", urlsplit(real).netloc, ends[0][0].split()[0]):
        assert words in first
    assert len(paper.codes) == number
    on_sheets = [" ".join(sheet.split()) for sheet in paper.text.split("\f")]
    for title, end in ends:
        sheet = next(sheet for sheet in on_sheets if title in sheet)
        assert end in sheet.split(title)[-1], title  # its last words stand on the same sheet
    assert not {"Activiteiten", "Kopieer de link", "Omhoog", "Menu", "Privacy"} & set(paper.text.split("\n"))
    for word in ("Kopieer de link", "Omhoog", "Haal weg", "Toegankelijkheid", "lijst/#a="):
        assert word not in paper.text


def test_the_sheet_begins_with_the_first_activity_as_one_appointment(page: Page, small: str):
    opened(page, small, ["dorp/oud-koor", "dorp/zingen", "dorp/handwerken"])
    expect(page.locator("[data-afspraak]")).to_be_hidden()
    page.get_by_text("Naam en notitie op het blad").click()
    first = " ".join(printed(page).text.split())
    assert (
        "Uw eerste keer: Samen zingen in het dorpskoor Donderdag 26 november 2026 van 19.30 tot 21.30 uur. Wie gaat mee:"
        in first
    )
    page.get_by_label("Wie gaat de eerste keer mee?").fill("mijn buurvrouw")
    assert "Wie gaat mee: mijn buurvrouw" in " ".join(printed(page).text.split())
    opened(page, small, ["dorp/handwerken"])
    assert "Uw eerste keer Dag en tijd: ______" in " ".join(printed(page).text.split())
    opened(page, small, ["dorp/oud-koor"])
    assert "Uw eerste keer" not in printed(page).text  # it has stopped


def test_the_letters_on_paper_are_sixteen_points_or_larger(page: Page, small: str):
    opened(page, small, ["dorp/zingen", "dorp/oud-koor"])
    page.emulate_media(media="print")
    points = """() => [...document.querySelectorAll(".list-page *")].filter((one) => one.checkVisibility() && !one.matches(".visually-hidden") && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
      .map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)"""
    assert min(page.evaluate(points)) >= 15.99
    page.emulate_media(media="screen")
    page.get_by_label("Extra grote letters").check()
    page.emulate_media(media="print")
    assert min(page.evaluate(points)) >= 21.99


def test_each_activity_on_paper_has_a_code_that_opens_it(page: Page, small: str):
    opened(page, small, ["dorp/zingen", "stad/wandelen"])
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print de lijst").click()
    page.locator(".leaf .code").nth(1).wait_for(state="attached")
    assert printed(page).codes == {f"{small}dorp/zingen/", f"{small}stad/wandelen/"}


def test_the_code_on_the_screen_opens_the_list(page: Page, small: str, tmp_path: Path):
    opened(page, small, ["dorp/zingen", "stad/wandelen"])
    page.get_by_role("button", name="Toon QR-code").click()
    code = page.get_by_role("img", name="QR-code van uw lijst")
    code.screenshot(path=tmp_path / "code.png", scale="css")
    done = subprocess.run(["zbarimg", "--raw", "-q", tmp_path / "code.png"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"{small}lijst/#a=dorp/zingen,stad/wandelen"


def test_a_list_is_given_away_as_a_link_a_message_and_a_text(page: Page, small: str):
    opened(page, small, ["dorp/zingen", "stad/wandelen"])
    link = f"{small}lijst/#a=dorp/zingen,stad/wandelen"
    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.locator("[data-verteld]")).to_have_text("De link is gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == link
    for name, start in (("Stuur met WhatsApp", "https://wa.me/?text="), ("Mail de lijst", "mailto:?subject=")):
        address = page.get_by_role("link", name=name).get_attribute("href")
        assert address.startswith(start)
        assert "dorp%2Fzingen%2Cstad%2Fwandelen" in address
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(page.locator("[data-verteld]")).to_have_text("De tekst is gekopieerd.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith(
        "Gekozen:\n\n1. Samen zingen in het dorpskoor (Dorp)\n   Nagevraagd op 20 november 2026\n   Wanneer: Elke donderdag van"
    )
    assert "De volgende keren: donderdag 26 november 2026 van 19.30 tot 21.30" in text
    assert "0522 254 321" in text
    assert f"   {small}dorp/zingen/\n" in text
    assert text.endswith(f"De hele lijst: {link}\n")


def test_nothing_is_kept_before_somebody_asks(page: Page, small: str):
    page.goto(small + "dorp/")
    page.get_by_role("button", name="Op mijn lijst (Samen zingen in het dorpskoor)").click()
    page.get_by_role("link", name="Bekijk mijn lijst").click()
    ready(page)
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, window.name]") == [0, 0, "", ""]
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    expect(page.locator("[data-verteld]")).to_have_text("De lijst is bewaard op dit apparaat.")
    page.goto(small)  # by hand, without the list in the address
    expect(page.get_by_role("link", name="Bekijk mijn lijst: 1 activiteit")).to_be_visible()
    assert fragment(page) == ""
    page.goto(small + "stad/")
    page.get_by_role("button", name="Op mijn lijst (Zelf wandelen in het bos)").click()
    page.goto(small + "lijst/")
    ready(page)
    assert len(titles(page)) == 2
    page.get_by_role("button", name="Bewaar niet langer").click()
    assert page.evaluate("localStorage.length") == 0
    assert len(titles(page)) == 2


def test_a_link_of_somebody_else_leaves_the_kept_list_alone(page: Page, small: str):
    opened(page, small, ["dorp/zingen"])
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    page.goto(small)
    opened(page, small, ["stad/wandelen"])
    expect(page.locator("[data-bewaar-uitleg]")).to_contain_text("Op dit apparaat is een andere lijst bewaard.")
    page.get_by_role("button", name="Haal weg").click()
    assert page.evaluate("localStorage.getItem('wijzer.lijst')") == "dorp/zingen"


def test_what_stopped_paused_moved_or_went_says_so_and_offers_another(page: Page, small: str):
    opened(page, small, ["dorp/oud-koor", "dorp/koffie", "dorp/koor-oud", "dorp/nooit-geweest"])
    rows = page.locator(".leaf-item")
    expect(rows.nth(0)).to_contain_text("Deze activiteit is gestopt op 30 juni 2026.")
    expect(rows.nth(0).get_by_role("link", name="Samen zingen in het dorpskoor")).to_be_visible()
    expect(rows.nth(1)).to_contain_text("Deze activiteit is er even niet tot 15 januari 2027.")
    expect(rows.nth(1).locator("[data-keren]")).to_have_count(0)
    expect(rows.nth(1).get_by_role("link", name="Bekijk wat er nog meer is: Eten en ontmoeten in Dorp")).to_be_visible()
    expect(rows.nth(2)).to_contain_text("Deze activiteit staat nu op een andere pagina.")
    assert re.search(r"a=dorp/oud-koor,koffie,zingen\.[a-z0-9]{3},nooit-geweest", fragment(page))
    expect(rows.nth(3)).to_contain_text("Deze activiteit staat niet meer op deze site.")
    expect(rows.nth(3).get_by_role("link", name="Kijk wat er nu is in deze gemeente.")).to_have_attribute(
        "href", re.compile(r"/dorp/")
    )


def test_what_changed_since_says_so_until_it_is_seen(page: Page, tmp_path: Path):
    content = copy_small(tmp_path / "content")
    site = build(content, tmp_path)
    with served(site) as address:
        page.goto(address + "dorp/zingen/")
        page.get_by_role("button", name="Op mijn lijst").click()
        old = fragment(page)
        change(content, {"vervang": {"activities/dorp/zingen.yml": ["van: 19.30", "van: 20.00"]}})
        build(content, tmp_path)
        page.goto(f"{address}lijst/{old}")
        ready(page)
        expect(page.locator(".leaf")).to_contain_text("Dit is veranderd sinds het op de lijst kwam.")
        expect(page.locator(".leaf")).to_contain_text("Elke donderdag van 20.00 tot 21.30")
        page.get_by_role("button", name="Gezien").click()
        expect(page.locator(".leaf")).not_to_contain_text("Dit is veranderd")
        assert fragment(page) != old


def test_an_unchanged_activity_says_nothing(page: Page, small: str):
    page.goto(small + "dorp/zingen/")
    page.get_by_role("button", name="Op mijn lijst").click()
    page.get_by_role("link", name="Bekijk mijn lijst").click()
    ready(page)
    expect(page.locator(".leaf")).not_to_contain_text("veranderd")


@pytest.mark.parametrize(
    ("text", "titles_left", "said"),
    [
        ("dorp/zingen,<script>,..%2F..%2Fetc", 1, "Een deel van de link kennen wij niet."),
        (",".join(f"dorp/x{number}" for number in range(14)), 12, "De lijst in de link was te lang."),
        ("dorp%2Fzingen%2Cstad%2Fwandelen", 2, ""),
    ],
)
def test_a_link_that_was_spoilt_gives_what_can_be_read(page: Page, small: str, text: str, titles_left: int, said: str):
    page.goto(f"{small}lijst/#a={text}")
    ready(page)
    assert page.locator(".leaf-item").count() == titles_left
    if said:
        expect(page.locator("[data-melding]")).to_contain_text(said)
    else:
        expect(page.locator("[data-melding]")).to_be_hidden()


def test_without_a_connection_it_says_so_and_tries_again(page: Page, small: str):
    page.route("**/bladen-*.html", lambda route: route.abort())
    opened(page, small, ["dorp/zingen"])
    expect(page.locator(".leaf")).to_contain_text("Dit kon niet worden opgehaald.")
    page.unroute("**/bladen-*.html")
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.locator(".leaf")).to_contain_text("Samen zingen in het dorpskoor")


@pytest.mark.parametrize(
    ("now", "first"), [("2026-11-22", "26 november"), ("2026-12-04", "10 december"), ("2027-06-01", "")]
)
def test_the_next_dates_are_those_to_come_whenever_the_list_is_opened(page: Page, small: str, now: str, first: str):
    page.clock.set_fixed_time(f"{now}T12:00:00Z")
    opened(page, small, ["dorp/zingen"])
    dates = page.locator("[data-dag]").all_inner_texts()
    assert len(dates) == (3 if first else 0)
    assert not first or f"donderdag {first} 2026" in dates[0]
    expect(page.locator(".leaf")).to_contain_text("Elke donderdag van 19.30 tot 21.30")


def test_without_a_script_the_page_says_what_works(browser: Browser, small: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(small + "lijst/#a=dorp/zingen")
    expect(page.get_by_text("De lijst werkt alleen met JavaScript.")).to_be_visible()
    expect(page.get_by_text("een activiteit in uw eigen agenda zetten")).to_be_visible()
    expect(page.get_by_role("button", name="Print de lijst")).to_be_hidden()
    page.goto(small + "dorp/")
    assert page.locator(".pick:visible").count() == 0
    page.goto(small + "dorp/zingen/")
    expect(page.get_by_role("link", name="Zet in mijn agenda")).to_be_visible()
    context.close()


def test_a_frame_of_another_site_has_no_list(page: Page, small: str):
    page.goto(small + "inbedden/dorp/#a=dorp/zingen")
    assert page.locator(".pick:visible").count() == 0
    assert page.locator("[data-lijst-balk]").count() == 0


def test_a_click_beside_the_cards_of_a_search_puts_nothing_on_the_list(page: Page, real: str):
    page.goto(real + "meppel/")
    page.fill("#q", "koor")
    page.locator(".finder__results [data-id]").first.wait_for()
    page.evaluate("document.querySelector('[data-lijst]').dispatchEvent(new MouseEvent('click', { bubbles: true }))")
    page.locator(".finder__results .card__title a").first.click()
    expect(page.locator("[data-lijst-gezegd]")).to_be_empty()
    assert "a=" not in fragment(page)


def test_an_emptied_list_is_kept_no_longer_and_can_be_put_back(page: Page, small: str):
    opened(page, small, ["dorp/zingen", "stad/wandelen"])
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    page.get_by_text("Naam en notitie op het blad").click()
    page.get_by_label("Notitie voor op het blad").fill(NOTE)
    page.get_by_role("button", name="Maak de lijst leeg").click()
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Zet terug").click()
    ready(page)
    assert len(titles(page)) == 2
    assert NOTE not in printed(page).text  # it was for who sat here before
    page.goto(small + "dorp/")
    page.get_by_role("button", name="Op mijn lijst (Samen zingen in het dorpskoor)").click()
    assert page.evaluate("localStorage.length") == 0


def test_another_link_opens_another_list_and_leaves_the_note_behind(page: Page, small: str):
    opened(page, small, ["dorp/zingen"])
    page.get_by_text("Naam en notitie op het blad").click()
    page.get_by_label("Notitie voor op het blad").fill(NOTE)
    page.get_by_role("link", name="Nog een activiteit kiezen").click()
    page.go_back()
    ready(page)
    page.evaluate("location.hash = '#a=stad/wandelen'")
    expect(page.locator(".leaf__title")).to_have_text(["Zelf wandelen in het bos"])
    assert NOTE not in printed(page).text


def test_two_tabs_share_the_kept_list(context: BrowserContext, small: str):
    one, other = context.new_page(), context.new_page()
    opened(one, small, ["dorp/handwerken"])
    one.get_by_role("button", name="Bewaar op dit apparaat").click()
    one.goto(small + "dorp/")
    other.goto(small + "stad/")
    one.get_by_role("button", name="Op mijn lijst (Samen zingen in het dorpskoor)").click()
    expect(other.get_by_role("link", name="Bekijk mijn lijst: 2 activiteiten")).to_be_visible()
    other.get_by_role("button", name="Op mijn lijst (Zelf wandelen in het bos)").click()
    kept = other.evaluate("localStorage.getItem('wijzer.lijst')")
    assert re.fullmatch(r"dorp/handwerken,zingen\.\w{3},stad/wandelen\.\w{3}", kept)
    other.goto(small + "lijst/")
    ready(other)
    other.get_by_role("button", name="Bewaar niet langer").click()
    one.get_by_role("button", name="Op mijn lijst (Samen zingen in het dorpskoor)").click()
    assert one.evaluate("localStorage.length") == 0


def test_without_the_navigation_api_a_kept_list_is_still_the_own_one(context: BrowserContext, small: str):
    context.add_init_script("Object.defineProperty(window, 'navigation', { value: undefined })")
    page = context.new_page()
    opened(page, small, ["dorp/zingen"])
    page.get_by_role("button", name="Bewaar op dit apparaat").click()
    page.get_by_role("link", name="Nog een activiteit kiezen").click()
    page.locator("[data-op-lijst^='dorp/koffie']").click()
    page.go_back()
    ready(page)
    expect(page.locator(".leaf__title")).to_have_count(2)
    expect(page.locator("[data-bewaar-uitleg]")).to_have_text("De lijst is bewaard op dit apparaat, en verandert mee.")


def test_a_tall_card_is_dragged_past_two_others_while_the_page_scrolls(page: Page, small: str):
    opened(page, small, ["dorp/zingen", "dorp/handwerken", "stad/wandelen", "stad/computerles"])
    names = titles(page)
    page.set_viewport_size({"width": 1280, "height": 700})
    handle = page.locator(".leaf-handle").first
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 10, 690, steps=5)
    expect(page.locator(".leaf__title").last).to_have_text(names[0])  # held at the edge, the page goes on
    page.mouse.up()
    expect(page.locator("[data-verteld]")).to_have_text("De volgorde is veranderd.")
    assert titles(page) == [*names[1:], names[0]]
    assert fragment(page) == "#a=dorp/handwerken,stad/wandelen,computerles,dorp/zingen"


def test_the_text_says_what_stopped_and_is_not_made_of_half_a_list(page: Page, small: str):
    opened(page, small, ["dorp/oud-koor", "dorp/zingen.aaa"])
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(page.locator("[data-verteld]")).to_have_text("De tekst is gekopieerd.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "gestopt op 30 juni 2026. In plaats daarvan: Samen zingen in het dorpskoor." in text
    assert "Gezien" not in text
    assert "veranderd" not in text
    page.goto(f"{small}lijst/#a=dorp/zingen,dorp/weg")
    page.reload()
    ready(page)
    page.get_by_role("button", name="Kopieer als tekst").click()
    expect(page.locator("[data-verteld]")).to_contain_text("Haal eerst weg wat hier niet te lezen is")


@pytest.mark.parametrize(
    ("now", "first"), [("2026-11-22", "26 november"), ("2026-12-04", "10 december"), ("2027-06-01", "")]
)
def test_the_page_of_an_activity_shows_no_day_that_is_past(page: Page, small: str, now: str, first: str):
    page.clock.set_fixed_time(f"{now}T12:00:00Z")
    page.goto(small + "dorp/zingen/")
    if first:
        expect(page.locator("[data-komend] li").first).to_contain_text(f"Donderdag {first}")
    else:
        expect(page.locator("[data-komend]")).to_have_count(0)


def test_one_activity_is_told_on_with_when_where_and_how_sure_and_without_the_list(page: Page, small: str):
    page.goto(f"{small}dorp/zingen/#a=stad/wandelen")
    page.get_by_text("Deel deze activiteit").click()
    told = [
        "Samen zingen in het dorpskoor",
        "Elke donderdag van 19.30 tot 21.30",
        "Dorpskerk, Kerkstraat 1, Oost, Dorp",
        "Nagevraagd op 20 november 2026",
        f"{small}dorp/zingen/",
    ]
    for name in ("Stuur met WhatsApp", "Mail"):
        address = unquote(page.locator(".share").get_by_role("link", name=name).get_attribute("href"))
        assert all(part in address.replace("\u00a0", " ") for part in told), address
        assert "stad/wandelen" not in address
    page.locator(".share").get_by_role("button", name="Kopieer tekst en link").click()
    expect(page.locator("[data-gedeeld]")).to_have_text("De tekst en de link zijn gekopieerd.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.endswith(f"\n{small}dorp/zingen/")
    assert "stad/wandelen" not in text


def test_a_wrong_address_offers_a_search(page: Page, small: str):
    page.goto(f"{small}dorp/bestaat-niet/")
    page.fill("#q", "zingen")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{small}zoeken/#q=zingen")


def test_the_bar_asks_once_whether_the_list_may_stay(page: Page, small: str):
    page.goto(f"{small}dorp/")
    page.locator("[data-op-lijst]").first.click()
    asked = page.locator("[data-bewaar-vraag]")
    expect(asked).to_contain_text("Bewaren op dit apparaat?")
    asked.get_by_role("button", name="Nee").click()
    expect(asked).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0
    page.locator("[data-op-lijst]").nth(1).click()
    expect(asked).to_have_count(0)  # the answer holds for the visit


def test_who_says_yes_finds_the_list_again_on_a_fresh_visit(page: Page, small: str):
    page.goto(f"{small}dorp/")
    page.locator("[data-op-lijst]").first.click()
    page.locator("[data-bewaar-vraag]").get_by_role("button", name="Ja").click()
    expect(page.locator("[data-lijst-gezegd]")).to_have_text("De lijst is bewaard op dit apparaat.")
    page.goto("about:blank")
    page.goto(f"{small}lijst/")
    ready(page)
    assert len(titles(page)) == 1


def test_the_code_fills_the_screen_and_gives_the_focus_back(context: BrowserContext, small: str):
    page = context.new_page()
    page.set_viewport_size({"width": 360, "height": 640})
    page.emulate_media(color_scheme="dark")
    opened(page, small, ["dorp/zingen"])
    page.locator("[data-toon-code]").click()
    box = page.locator("dialog[open]")
    expect(box).to_contain_text("Samen zingen in het dorpskoor")
    code = box.locator("svg").bounding_box()
    assert code["y"] + code["height"] <= 640
    assert (
        page.evaluate("getComputedStyle(document.querySelector('dialog[open]')).backgroundColor")
        == "rgb(255, 255, 255)"
    )
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("[data-toon-code]")).to_be_focused()


@pytest.fixture(scope="module")
def without_calendars(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A site that has no calendar file for each activity, and what the calendar of one would be."""
    folder = tmp_path_factory.mktemp("groot")
    content = copy_small(folder / "content")
    own = (build(content, folder / "elk") / "dorp/zingen/in-agenda.ics").read_bytes().decode()
    settings = content / "site.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}agenda_per_activiteit: nee\n", encoding="utf-8")
    with served(build(content, folder / "samen")) as site:
        yield site, own


@pytest.mark.parametrize("address", ["dorp/zingen/", "lijst/#a=dorp/zingen"])
def test_a_large_site_puts_an_activity_in_a_calendar_all_the_same(
    page: Page, without_calendars: tuple[str, str], address: str
):
    site, own = without_calendars
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + address)
    button = page.get_by_role("button", name="Zet in mijn agenda")
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename == "zingen.ics"
    assert download.value.path().read_bytes().decode() == own
    assert any(url.endswith("dorp/in-agenda-1.json") for url in asked)
    page.route("**/in-agenda-*.json", lambda route: route.abort())
    button.click()
    expect(page.get_by_text("Dat lukt nu niet. Probeer het later weer.")).to_be_visible()


def test_without_a_script_nobody_sees_a_button_that_does_nothing(browser: Browser, without_calendars: tuple[str, str]):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{without_calendars[0]}dorp/zingen/")
    assert page.get_by_text("Zet in mijn agenda").is_hidden()
    page.context.close()
