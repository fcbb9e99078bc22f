"""The activities in another site: a second origin with a policy of its own, and the frame in it."""

import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser.conftest import served
from tests.browser.test_accessible import axe_in


@contextmanager
def host(body: str, policy: str = "") -> Iterator[str]:
    """Serve one page of another site, on another origin: the same machine by its other name."""
    page = f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Praktijk</title></head><body><h1>Onze praktijk</h1>{body}<p id="onder">Onder</p></body></html>'

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if policy:
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://localhost:{running.server_port}/"
    finally:
        running.shutdown()
        running.server_close()


def element(site: str, where: str = "dorp/#q=zingen") -> str:
    return (
        f'<activiteiten-wijzer><a href="{site}{where}">Te doen in Dorp</a></activiteiten-wijzer>'
        f'<script src="{site}inbedden/embed.js" defer></script>'
    )


def frame(page: Page) -> FrameLocator:
    return page.frame_locator("activiteiten-wijzer iframe")


def as_high_as_its_content(page: Page) -> float:
    """Return the height of a frame once it is that of what is in it: it follows a moment later, and longer on a busy machine."""
    outer = page.locator("activiteiten-wijzer iframe")
    for _ in range(150):
        height = page.frames[1].evaluate("document.body.getBoundingClientRect().height")
        if abs(outer.bounding_box()["height"] - height) <= 1:
            return height
        page.wait_for_timeout(100)
    pytest.fail("the frame does not become as high as what is in it")


@pytest.mark.parametrize(
    "policy",
    [
        "",
        "default-src 'none'; script-src {site}; frame-src {site}; require-trusted-types-for 'script'",
        "default-src 'self'; script-src 'self' {site}inbedden/; child-src {site}; style-src 'none'",
    ],
    ids=["geen beleid", "streng met Trusted Types", "kaders als child-src, geen stijl"],
)
def test_a_frame_shows_the_search_and_grows_with_it(browser: Browser, small: str, policy: str):
    with host(element(small), policy.format(site=small)) as address:
        page = browser.new_page()
        page.goto(address)
        inside = frame(page)
        expect(inside.get_by_role("heading", name="Te doen in Dorp")).to_be_visible()
        expect(inside.locator("[data-telling]")).to_contain_text("zingen")
        expect(page.get_by_role("link", name="Te doen in Dorp")).to_be_hidden()
        outer = page.locator("activiteiten-wijzer iframe")
        assert outer.get_attribute("title") == "Te doen in Dorp"
        height = as_high_as_its_content(page)
        page.set_viewport_size({"width": 360, "height": 800})
        page.wait_for_function(
            "([old]) => document.querySelector('iframe').getBoundingClientRect().height > old", arg=[height]
        )
        assert as_high_as_its_content(page) > height
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.close()


@pytest.mark.parametrize(
    "policy",
    [
        "default-src 'none'; script-src {site}",
        "default-src *; frame-src 'none'",
        "default-src 'self'; script-src 'self'",
    ],
    ids=["kaders niet toegestaan", "geen enkel kader", "vreemde scripts niet toegestaan"],
)
def test_where_the_host_blocks_it_the_plain_link_stays(browser: Browser, small: str, policy: str):
    with host(element(small), policy.format(site=small)) as address:
        page = browser.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        expect(page.locator("iframe")).to_have_count(0)
        link = page.get_by_role("link", name="Te doen in Dorp")
        expect(link).to_be_visible()
        link.click()
        page.wait_for_url(f"{small}dorp/#q=zingen")
        page.close()


def test_a_frame_out_of_sight_also_shrinks_with_what_is_found(browser: Browser, real: str):
    """A browser does not watch sizes in a frame that nobody sees; the search there goes on all the same."""
    far = '<div style="height:6000px"></div>' + element(real, "meppel/#thema=natuur-en-genieten")
    with host(far) as address:
        page = browser.new_page(viewport={"width": 800, "height": 600})
        page.goto(address)
        inside = page.frame_locator("activiteiten-wijzer iframe")
        inside.locator("[data-klaar]").wait_for(state="attached")
        expect(inside.locator("[data-telling]")).to_contain_text("gevonden")
        assert as_high_as_its_content(page) < 5000
        page.close()


def test_a_refusal_of_something_else_leaves_our_frame_alone(browser: Browser, small: str):
    """A host may only report, or refuse the frame of somebody else, before ours is there."""
    others = '<iframe src="http://127.0.0.1:9/"></iframe>'
    with host(others + element(small), f"frame-src {small}; script-src {small}") as address:
        page = browser.new_page()
        page.goto(address)
        expect(frame(page).get_by_role("heading", name="Te doen in Dorp")).to_be_visible()
        expect(page.get_by_role("link", name="Te doen in Dorp")).to_be_hidden()
        page.close()


def test_a_link_to_another_site_stays_a_link(browser: Browser, small: str):
    elsewhere = element(small).replace(f'href="{small}dorp', 'href="https://elders.example/dorp')
    with host(elsewhere) as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.get_by_role("link", name="Te doen in Dorp")).to_be_visible()
        expect(page.locator("iframe")).to_have_count(0)
        page.close()


def test_a_frame_stays_light_for_a_visitor_who_likes_the_dark(browser: Browser, small: str):
    with host(element(small)) as address:
        context = browser.new_context(color_scheme="dark")
        page = context.new_page()
        page.goto(address)
        expect(frame(page).get_by_role("heading", name="Te doen in Dorp")).to_be_visible()
        assert page.frames[1].evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 247, 239)"
        context.close()


def test_a_place_that_is_not_there_leaves_the_link(browser: Browser, small: str):
    with host(element(small, "weg/")) as address:
        page = browser.new_page()
        page.clock.install()
        page.goto(address)
        expect(page.locator("iframe")).to_have_count(1)
        expect(page.get_by_role("link", name="Te doen in Dorp")).to_be_visible()
        page.clock.run_for(16_000)
        expect(page.locator("iframe")).to_have_count(0)
        expect(page.get_by_role("link", name="Te doen in Dorp")).to_be_visible()
        page.close()


def test_a_link_in_the_frame_opens_outside_it_and_one_within_stays(browser: Browser, small: str):
    with host(element(small, "dorp/")) as address:
        page = browser.new_page()
        page.goto(address)
        inside = frame(page)
        with page.expect_popup() as opened:
            inside.get_by_role("link", name="Samen zingen in het dorpskoor").click()
        opened.value.wait_for_url(f"{small}dorp/zingen/")
        assert opened.value.evaluate("window.opener") is None
        inside.get_by_role("link", name="Hulp met kosten").click()
        assert len(page.context.pages) == 2
        assert page.frames[1].url == f"{small}inbedden/dorp/#kosten"
        opened.value.close()
        page.close()


def test_only_pages_for_embedding_may_be_framed(browser: Browser, small: str):
    frames = "".join(
        f'<iframe src="{small}{path}"></iframe>' for path in ("dorp/", "", "inbedden/dorp/", "inbedden/overal/")
    )
    with host(frames) as address:
        page = browser.new_page()
        refused = []
        page.on("console", lambda message: refused.append(message.text) if "frame-ancestors" in message.text else None)
        page.goto(address)
        page.wait_for_load_state("networkidle")
        shown = [one.url for one in page.frames[1:] if not one.url.startswith("chrome-error:")]
        assert sorted(shown) == [f"{small}inbedden/dorp/", f"{small}inbedden/overal/"]
        assert len(refused) == 2
        page.close()


def test_nothing_is_kept_and_nobody_else_is_asked(browser: Browser, small: str):
    with host(element(small)) as address:
        context = browser.new_context()
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        inside = frame(page)
        inside.get_by_role("searchbox").fill("koffie")
        expect(inside.locator("[data-telling]")).to_contain_text("koffie")
        assert all(url.startswith((small, address)) for url in asked)
        assert not any("koffie" in url or "zingen" in url.partition("#")[0] for url in asked)
        assert context.cookies() == []
        # A browser may refuse storage to a frame altogether; then there is nothing in it either.
        kept = "(() => { try { return localStorage.length + sessionStorage.length } catch { return 0 } })()"
        assert page.frames[1].evaluate(kept) == 0
        assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
        context.close()


@pytest.mark.parametrize("width", [320, 900])
def test_axe_finds_nothing_inside_the_frame(browser: Browser, small: str, width: int):
    with host(element(small, "dorp/")) as address:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, bypass_csp=True, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(address)
        expect(frame(page).get_by_role("heading", name="Te doen in Dorp")).to_be_visible()
        assert axe_in(page.frames[1], page) == []
        context.close()


def test_the_form_makes_the_code_and_shows_it_working(browser: Browser, small_root: Path):
    with served(small_root) as site:
        page = browser.new_page()
        page.goto(f"{site}inbedden/")
        page.get_by_label("Welke gemeente?").select_option("Dorp")
        page.get_by_label("Welk thema?").select_option("Kunst en cultuur")
        page.get_by_label("Waar zoekt u op?").fill("zingen")
        page.get_by_label("Waar zoekt u op?").blur()
        expect(page.locator("[data-verteld]")).to_have_text("De code is nu voor: Kunst en cultuur: zingen in Dorp.")
        codes = {
            part.get_attribute("data-code"): part.locator("[data-tekst]").inner_text()
            for part in page.locator("[data-code]").all()
        }
        fragment = "#q=zingen&amp;thema=kunst-en-cultuur"
        public = "https://testwijzer.example/"
        assert codes["link"] == f'<a href="{public}dorp/{fragment}">Kunst en cultuur: zingen in Dorp</a>'
        assert f'href="{public}dorp/{fragment}"' in codes["knop"]
        assert f'src="{public}inbedden/dorp/{fragment}"' in codes["kader"]
        assert codes["onderdeel"].startswith("<activiteiten-wijzer><a href=")
        for name in ("Een link", "Een knop", "Een kader", "Een kader dat meegroeit"):
            page.get_by_role("button", name=f"Laat zien hoe het eruitziet ({name})").click()
        expect(page.locator('[data-voorbeeld="link"] a')).to_have_attribute(
            "href", f"{site}dorp/#q=zingen&thema=kunst-en-cultuur"
        )
        for kind in ("kader", "onderdeel"):
            shown = page.locator(f'[data-voorbeeld="{kind}"]').frame_locator("iframe")
            expect(shown.get_by_role("link", name="Samen zingen in het dorpskoor").first).to_be_visible()
        page.close()
    # The code as it was made works in another site, at the public address of this one.
    with served(small_root) as site, host("".join(codes.values()).replace(public, site)) as address:
        page = browser.new_page()
        page.goto(address)
        expect(frame(page).locator("[data-telling]")).to_contain_text("1 activiteit")
        page.close()


def test_without_a_script_the_codes_stand_there(browser: Browser, small: str):
    page = browser.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{small}inbedden/")
    assert page.locator("[data-tekst]").count() == 4
    expect(page.get_by_label("Welke gemeente?")).to_be_hidden()
    assert page.get_by_role("button", name="Laat zien").count() == 0
    page.close()


def test_the_script_for_other_sites_is_small(small_root: Path):
    assert len((small_root / "inbedden/embed.js").read_bytes()) <= 2048


def with_bound(site: str, bound: str = "", where: str = "meppel/") -> str:
    return element(site, where).replace("<activiteiten-wijzer>", f"<activiteiten-wijzer{bound}>")


@pytest.mark.parametrize(("bound", "shown"), [("", 6), (' hoogstens="3"', 3)])
def test_a_frame_starts_small_and_leads_to_the_rest(browser: Browser, real: str, bound: str, shown: int):
    """A page of another site stays its own: not eleven thousand pixels of ours."""
    with host(with_bound(real, bound)) as address:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.goto(address)
        inside = frame(page)
        expect(inside.locator(".cards > li:visible")).to_have_count(shown)
        assert as_high_as_its_content(page) < 5000
        way = inside.get_by_role("link", name="Bekijk alle")
        expect(way).to_have_text(re.compile(r"^Bekijk alle [34]\d$"))
        with page.expect_popup() as opened:
            way.click()
        opened.value.wait_for_url(f"{real}meppel/")
        opened.value.close()

        inside.get_by_role("searchbox").fill("muziek")
        expect(inside.locator("[data-telling]")).to_contain_text("muziek")
        assert inside.locator("#resultaten .cards > li:visible").count() <= shown
        page.close()


def test_who_wants_them_all_gets_them_all(browser: Browser, real: str):
    with host(with_bound(real, ' hoogstens="alle"')) as address:
        page = browser.new_page()
        page.goto(address)
        inside = frame(page)
        expect(inside.get_by_role("heading", name="Te doen in Meppel")).to_be_visible()
        assert inside.locator("[data-alles] .cards > li:visible").count() > 30
        expect(inside.get_by_role("link", name="Bekijk alle")).to_have_count(0)
        page.close()


def test_a_tab_that_opens_later_shows_the_frame(browser: Browser, small: str):
    """A closed tab or accordion has no height: that is not a page that is not there."""
    with host(f'<div id="tab" style="display:none">{element(small, "dorp/")}</div>') as address:
        page = browser.new_page()
        page.clock.install()
        page.goto(address)
        page.clock.run_for(40_000)
        page.evaluate("document.getElementById('tab').style.display = 'block'")
        page.clock.resume()
        expect(frame(page).get_by_role("heading", name="Te doen in Dorp")).to_be_visible()
        assert as_high_as_its_content(page) > 300
        page.clock.run_for(40_000)
        expect(page.locator("iframe")).to_have_count(1)
        page.close()


def test_a_page_without_an_origin_of_its_own_may_frame_it(browser: Browser, small: str):
    """A website builder often shows its visitors a sandboxed frame, and our frame in that."""
    inner = element(small, "dorp/").replace('"', "&quot;")
    with host(
        f'<iframe sandbox="allow-scripts allow-popups" width="600" height="900" srcdoc="{inner}"></iframe>'
    ) as at:
        page = browser.new_page()
        page.goto(at)
        inside = page.frame_locator("iframe").frame_locator("activiteiten-wijzer iframe")
        expect(inside.get_by_role("heading", name="Te doen in Dorp")).to_be_visible()
        page.close()
