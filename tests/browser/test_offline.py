"""Without a connection: what was kept after a visit, what is said of it, and that it never stands in the way of what is new."""

import gzip
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.model.addresses import OFFLINE
from tests.support import PROJECT, SMALL, build, change, copy_small

KEPT = "async () => (await caches.keys()).map(name => name.replace(/^.* /, '')).sort()"


SERVE = """
import sys
from pathlib import Path
from generator.cli.server import server
running = server(Path(sys.argv[1]), int(sys.argv[2]))
print(running.server_port, flush=True)
running.serve_forever()
"""


class Host:
    """A host on one port, that comes and goes: a process of its own, for no open connection may outlive it."""

    def __init__(self) -> None:
        self.port = 0
        self._running: subprocess.Popen[str] | None = None

    def on(self, folder: Path) -> str:
        command = [sys.executable, "-c", SERVE, str(folder), str(self.port)]
        self._running = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)
        self.port = int(self._running.stdout.readline())
        return f"http://127.0.0.1:{self.port}/"

    def off(self) -> None:
        if self._running:
            self._running.kill()
            self._running.communicate()
        self._running = None


@pytest.fixture
def host() -> Iterator[Host]:
    made = Host()
    yield made
    made.off()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def until(page: Page, question: str) -> None:
    """Wait until a browser answers yes. (``wait_for_function`` takes a promise for a yes.)"""
    for _ in range(200):
        if page.evaluate(question):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"nooit: {question}")


def visited(page: Page, site: str, place: str = "dorp") -> None:
    """Open a municipality and wait until a browser has kept it."""
    page.goto(f"{site}{place}/")
    until(
        page,
        "async () => { const name = (await caches.keys()).find(name => name.endsWith(' PLACE'));"
        " return name && (await (await caches.open(name)).keys()).length > 3; }".replace("PLACE", place),
    )


def test_a_municipality_its_agenda_and_the_list_open_without_a_connection(
    host: Host, small_root: Path, page: Page
) -> None:
    site = host.on(small_root)
    visited(page, site)
    host.off()
    for address in ("dorp/", "dorp/agenda/", "lijst/#a=dorp/zingen.aaa"):
        page.goto(site + address)
        expect(page.get_by_text("U bent niet verbonden. Dit is van")).to_be_visible()
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Wijzer")
        assert page.evaluate("document.fonts.check('18px Wijzer')")
    expect(page.locator(".leaf__title")).to_have_text("Samen zingen in het dorpskoor")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_page_that_was_not_kept_says_so_and_leads_to_what_was(host: Host, small_root: Path, page: Page) -> None:
    site = host.on(small_root)
    visited(page, site)
    host.off()
    page.goto(f"{site}kunst-en-cultuur/")
    expect(page.locator("h1")).to_have_text("U bent niet verbonden")
    page.get_by_role("link", name="Agenda").click()
    page.wait_for_url("**/dorp/agenda/")
    expect(page.get_by_text("U bent niet verbonden. Dit is van")).to_be_visible()


def test_nothing_old_is_shown_while_there_is_a_connection(
    host: Host, small_root: Path, page: Page, tmp_path: Path
) -> None:
    content = copy_small(tmp_path / "content")
    change(content, {"vervang": {"municipalities/dorp.yml": ("naam: Dorp", "naam: Nieuwdorp")}})
    later = build(content, tmp_path / "later", site_url="https://testwijzer.example/")
    site = host.on(small_root)
    visited(page, site)
    host.off()
    host.on(later)
    page.goto(f"{site}dorp/")
    expect(page.locator("h1")).to_have_text("Te doen in Nieuwdorp")
    expect(page.get_by_text("niet verbonden")).to_have_count(0)
    host.off()
    page.goto(f"{site}dorp/")  # what was seen last is kept
    expect(page.locator("h1")).to_have_text("Te doen in Nieuwdorp")


def test_only_the_last_municipality_is_kept_and_nothing_after_other_pages(
    host: Host, small_root: Path, page: Page
) -> None:
    site = host.on(small_root)
    for address in ("", "zoeken/", "dorp/zingen/", "lijst/#a=dorp/zingen", "inbedden/dorp/", "leeg/"):
        page.goto(site + address, wait_until="networkidle")
        assert page.evaluate(KEPT) == []
    visited(page, site, "dorp")
    visited(page, site, "stad")
    until(page, f"async () => (await ({KEPT})()).join() === '#,stad'")


def test_after_a_new_style_the_kept_pages_still_have_theirs(
    host: Host, small_root: Path, page: Page, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(PROJECT / "site_overrides", project / "site_overrides")
    shutil.copy(PROJECT / "mkdocs.yml", project)
    style = project / "site_overrides/assets/base.css"
    style.write_text(f"{style.read_text(encoding='utf-8')}\nbody {{ outline-offset: 3px; }}\n", encoding="utf-8")
    later = build(SMALL, tmp_path / "later", site_url="https://testwijzer.example/", project=project)
    site = host.on(small_root)
    visited(page, site)
    host.off()
    host.on(later)
    name = next(later.glob("assets/site.*.css")).name
    page.goto(f"{site}over/")  # which is kept nowhere: a browser looks for a new worker with any page
    until(
        page,
        "async () => { const shell = await caches.open((await caches.keys()).find(name => name.endsWith('#')));"
        " const styles = (await shell.keys()).filter(({ url }) => /site\\..*css/.test(url));"
        f" return styles.length === 1 && styles[0].url.endsWith('{name}'); }}",
    )
    host.off()
    page.goto(f"{site}dorp/agenda/")
    assert page.evaluate("getComputedStyle(document.body).outlineOffset") == "3px"


def test_a_site_that_keeps_nothing_also_lets_go_of_what_was_kept(
    host: Host, small_root: Path, page: Page, tmp_path: Path
) -> None:
    content = copy_small(tmp_path / "content")
    settings = content / "site.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}zonder_internet: nee\n", encoding="utf-8")
    later = build(content, tmp_path / "later", site_url="https://testwijzer.example/")
    assert "data-zonder-internet" not in (later / "dorp/index.html").read_text(encoding="utf-8")
    site = host.on(small_root)
    visited(page, site)
    host.off()
    host.on(later)
    page.goto(f"{site}over/")
    until(
        page,
        "async () => !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length",
    )
    page.goto(f"{site}dorp/", wait_until="networkidle")
    assert page.evaluate(KEPT) == []


def test_the_search_works_beside_it(host: Host, small_root: Path, page: Page) -> None:
    site = host.on(small_root)
    visited(page, site)
    page.goto(f"{site}dorp/#q=zingen")
    page.locator("[data-uitslagen][data-klaar], [data-klaar]").first.wait_for(state="attached")
    expect(page.get_by_role("link", name="Samen zingen in het dorpskoor").first).to_be_visible()


def test_the_worker_is_small(small_root: Path) -> None:
    assert len(gzip.compress((small_root / OFFLINE).read_bytes(), mtime=0)) <= 3000
