"""WCAG 2.2 A and AA on every kind of page: axe, keyboard, zoom, targets."""

import pytest
from playwright.sync_api import Browser, Frame, Page

from tests.browser.conftest import AXE, KINDS

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def axe(page: Page) -> list[str]:
    """Return what axe finds wrong, a line each, in the light scheme and in the dark one."""
    return axe_in(page.main_frame, page)


def axe_in(frame: Frame, page: Page) -> list[str]:
    """Return what axe finds wrong in one frame of a page."""
    frame.evaluate(AXE)
    lines = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = frame.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES)
        assert found["passes"], "axe heeft niets nagekeken"
        lines += [f"{scheme} {one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]]
    return lines


@pytest.mark.parametrize("kinds", [list(KINDS)[::2], list(KINDS)[1::2]], ids=["even", "oneven"])
@pytest.mark.parametrize("script", ["met script", "zonder script"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser, small: str, width: int, script: str, kinds: list[str]):
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    if script == "zonder script":
        page.route("**/*.js", lambda route: route.abort())
    found = {}
    for kind in kinds:
        page.goto(small + KINDS[kind])
        found[kind] = axe(page)
    context.close()
    assert {kind: problems for kind, problems in found.items() if problems} == {}


def test_axe_can_fail(browser: Browser):
    page = browser.new_page()
    page.set_content("<html><body><img src='x'><a href='#'></a></body></html>")
    assert axe(page)
    page.close()


@pytest.mark.parametrize(
    ("width", "font"), [(320, "100%"), (360, "200%"), (768, "100%"), (1280, "200%"), (2560, "100%")]
)
def test_nothing_scrolls_sideways(browser: Browser, small: str, width: int, font: str):
    """320 px is also what is left of 1280 at a zoom of 400 %."""
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    wide = []
    for kind, address in KINDS.items():
        page.goto(small + address)
        page.add_style_tag(content=f"html {{ font-size: {font} }}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(kind)
    context.close()
    assert wide == []


TARGETS = """() => [...document.querySelectorAll("a, button, summary, select, input[type=search], .choice")]
  .filter((one) => one.checkVisibility() && one.getClientRects().length && !one.matches(".finder__jump") && (!one.closest("p, dd, li > small, figcaption") || one.matches(".button")))
  .map((one) => ({ html: one.outerHTML.slice(0, 90), box: one.getBoundingClientRect(), primary: one.matches(".button, summary, .chip, .brand, .site-nav a, .card__title a, .tile__name a, .places a") }))
  .map(({ html, box, primary }) => ({ html, primary, width: box.width, height: box.height }))"""
COVERED = ("card__title", "tile__name")


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough(browser: Browser, small: str, width: int):
    """Targets are at least 24 px, primary ones 44; a link that covers its card or tile has the size of that."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    little = []
    for kind, address in KINDS.items():
        page.goto(small + address)
        covers = page.evaluate(
            """() => [...document.querySelectorAll(".card:has(a), .tile")].every((one) => one.offsetHeight >= 44 && getComputedStyle(one.querySelector("a"), "::after").position === "absolute")"""
        )
        assert covers, kind
        for one in page.evaluate(TARGETS):
            least = 44 if one["primary"] and "card" not in one["html"] else 24
            inside_cover = page.evaluate(
                "html => [...document.querySelectorAll('.card a, .tile a')].some((a) => a.outerHTML.slice(0, 90) === html)",
                one["html"],
            )
            if not inside_cover and (one["height"] < least or one["width"] < 24):
                little.append((kind, one))
    page.close()
    assert little == []


FOCUS = """() => {
  const one = document.activeElement;
  const shown = one.closest(".card, .tile") || one;
  const style = getComputedStyle(shown), own = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return { tag: one.tagName, html: one.outerHTML.slice(0, 80), outline: Math.max(parseFloat(style.outlineStyle !== "none" ? style.outlineWidth : 0), parseFloat(own.outlineStyle !== "none" ? own.outlineWidth : 0)),
    seen: box.bottom > 0 && box.top < innerHeight, place: [...document.querySelectorAll("*")].indexOf(one) };
}"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", ["home", "municipality", "activity", "activity-stopped", "written"])
def test_every_control_is_reached_by_keyboard_in_order_with_a_visible_focus(
    browser: Browser, small: str, kind: str, width: int
):
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto(small + KINDS[kind])
    expected = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, summary, input, select")].filter((one) => one.getClientRects().length && one.checkVisibility()).length"""
    )
    stops = []
    for _ in range(expected):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUS))
    assert stops[0]["html"].startswith('<a class="skip"')
    assert [stop["place"] for stop in stops] == sorted({stop["place"] for stop in stops})
    assert [stop for stop in stops if stop["outline"] < 2 or not stop["seen"]] == []
    page.close()


def test_the_skip_link_leads_past_the_menu(browser: Browser, small: str):
    page = browser.new_page()
    page.goto(small + "dorp/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()


@pytest.mark.parametrize("script", [True, False])
def test_the_menu_opens_with_and_without_a_script(browser: Browser, small: str, script: bool):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    if not script:
        page.route("**/*.js", lambda route: route.abort())
    page.goto(small)
    entry = page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Activiteiten")
    assert not entry.is_visible()
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    assert entry.is_visible()
    if script:
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        assert not entry.is_visible()
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.close()


def test_the_first_screen_of_home_holds_what_it_must(browser: Browser, real: str):
    """On a phone of 360 by 740: what this is, where to go, and the first of the themes, without scrolling."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(real)
    for name in ("Wat wilt u gaan doen?", "Ontdekken en doen"):
        box = page.get_by_role("heading", name=name).bounding_box()
        assert box["y"] + box["height"] < 740
    page.close()


SMALL_WORDS = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden, svg, iframe"))
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
  .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 17.99)
  .map((one) => `${one.tagName}.${one.className}`)"""


@pytest.mark.parametrize("width", [360, 1280])
def test_everything_that_is_read_has_letters_of_eighteen_pixels(browser: Browser, small: str, width: int):
    page = browser.new_page(viewport={"width": width, "height": 800})
    found = {}
    for kind, address in KINDS.items():
        page.goto(small + address)
        page.wait_for_timeout(100)
        found[kind] = sorted(set(page.evaluate(SMALL_WORDS)))
    page.close()
    assert {kind: words for kind, words in found.items() if words} == {}


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_name_and_mark_are_whole_at_twice_the_size(browser: Browser, small: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(small)
    page.add_style_tag(content="html { font-size: 200% }")
    name = page.locator(".brand > :last-child")
    lines = name.evaluate(
        "(one) => { const r = document.createRange(); r.selectNodeContents(one); return r.getClientRects().length }"
    )
    mark = page.locator(".brand__mark").bounding_box()
    nav = page.evaluate(
        """() => [...document.querySelectorAll(".site-nav a")].filter((one) => one.checkVisibility())
          .filter((one) => one.scrollWidth > one.clientWidth + 1).length"""
    )
    assert (lines, nav) == (1, 0)
    assert mark
    assert abs(mark["width"] - mark["height"]) < 1
    context.close()


SHIFT = """window.shift = 0;
new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) window.shift += one.value })
  .observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_moves_while_a_page_arrives(browser: Browser, small: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 740})
    context.clock.set_fixed_time("2026-11-22T10:00:00")  # the day on which the site was made
    context.add_init_script(SHIFT)
    moved = {}
    for address in (
        "",
        "zoeken/",
        "zoeken/#q=zingen",
        "zoeken/#q=qqqq",
        "dorp/",
        "dorp/#dag=donderdag",
        "dorp/zingen/",
        "agenda/",
        "lijst/#a=dorp/zingen",
        "meedoen/formulier/",
        "meedoen/formulier/#dorp/zingen",
    ):
        page = context.new_page()
        page.goto(small + address)
        page.wait_for_timeout(1200)
        moved[address] = page.evaluate("window.shift")
        page.close()
    context.close()
    assert {address: round(much, 3) for address, much in moved.items() if much >= 0.05} == {}
