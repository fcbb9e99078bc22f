"""The real site as built: valid HTML, no dead links, light enough, and true to the settings."""

import gzip
import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import brotli
import pytest

from tests.content import PROJECT, files

HOST = "https://activiteitenwijzer.example/"
MOST_BYTES = 60_000


class _Page(HTMLParser):
    """What a browser would fetch, follow and jump to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.headings: list[int] = []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids |= {found["id"]} if found.get("id") else set()
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag == "link" and found.get("rel") in ("stylesheet", "preload", "icon", "apple-touch-icon"):
            self.loads.append(found["href"])
        if found.get("src"):
            self.loads.append(found["src"])


def is_page(path: str) -> bool:
    """Tell whether a file is a page that a visitor opens; the leaves of a list are not."""
    return path.endswith(".html") and not path.endswith("/blad.html")


@pytest.fixture(scope="module")
def pages(real_site: Path) -> dict[str, _Page]:
    found = {}
    for path, raw in files(real_site).items():
        if is_page(path):
            found[path] = _Page()
            found[path].feed(raw.decode())
    return found


def test_every_page_is_valid_html(real_site: Path):
    paths = [str(path) for path in sorted(real_site.rglob("*.html"))]
    assert len(paths) > 150
    command = [str(PROJECT / "node_modules/.bin/html-validate"), "--config", str(PROJECT / ".htmlvalidate.json")]
    done = subprocess.run([*command, *paths], capture_output=True, text=True, cwd=PROJECT, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-500:]


def test_the_validator_can_fail(tmp_path: Path):
    (tmp_path / "fout.html").write_text(
        "<!doctype html><html><body><p><div>x</div></p><img src='x'></body></html>", encoding="utf-8"
    )
    command = [str(PROJECT / "node_modules/.bin/html-validate"), "--config", str(PROJECT / ".htmlvalidate.json")]
    done = subprocess.run(
        [*command, str(tmp_path / "fout.html")], capture_output=True, text=True, cwd=PROJECT, check=False
    )
    assert done.returncode != 0


def target(page: str, link: str) -> tuple[str, str]:
    """Return the file and the anchor that a link on a page leads to."""
    whole = urljoin(urljoin(HOST, page.removesuffix("index.html")), link)
    parts = urlsplit(whole)
    path = unquote(parts.path).lstrip("/")
    return (f"{path}index.html" if not path or path.endswith("/") else path), parts.fragment


def test_no_link_or_anchor_inside_the_site_is_broken(real_site: Path, pages: dict[str, _Page]):
    broken = []
    for page, found in pages.items():
        for link in [*found.links, *found.loads]:
            if re.match(r"(https?:|mailto:|tel:|data:)", link):
                continue
            path, anchor = target(page, link)
            if path == "meedoen/formulier/index.html" and anchor:
                anchor = "" if (real_site / anchor / "index.html").is_file() else anchor  # what the form begins with
            if not (real_site / path).is_file() or (anchor and anchor not in pages[path].ids):
                broken.append((page, link))
    assert broken == []


def test_no_page_loads_anything_from_another_host(pages: dict[str, _Page]):
    assert [link for found in pages.values() for link in found.loads if re.match(r"(https?:)?//", link)] == []


def test_every_page_has_one_first_heading_and_skips_no_level(pages: dict[str, _Page]):
    for page, found in pages.items():
        assert found.headings.count(1) == 1, page
        assert found.headings[0] == 1, page
        for before, after in zip(found.headings, found.headings[1:], strict=False):
            assert after <= before + 1, (page, found.headings)


def framed(path: str) -> bool:
    return path.startswith("inbedden/") and path != "inbedden/index.html"


def test_every_page_says_how_fresh_it_is_and_where_to_report(real_site: Path):
    for path, raw in files(real_site).items():
        if is_page(path) and path != "404.html":
            html = raw.decode()
            assert re.search(r'<p class="page-status">.*?<span>[^<]{10,}</span></p>', html), path
            assert re.search(
                r'<a href="mailto:\?subject=Klopt%20er%20iets%20niet[^"]*"( data-verbeter="[^"]+")?>', html
            ), path
            coach = html[html.index('id="coach"') :]
            assert "Hulp van de welzijnscoach gaat via uw huisarts." in coach, path
            assert re.search(r'<a href="[./]*welzijn-op-recept/#beginnen">Zo komt u bij de welzijnscoach</a>', coach), (
                path
            )
            # The same place on every page (WCAG 3.2.6): after what the page is about, before the foot.
            assert html.index("</main>") < html.index('id="coach"') < html.index('<footer class="site-footer">'), path


def test_every_page_has_its_own_canonical_address_and_sharing_picture(real_site: Path):
    seen = set()
    for path, raw in files(real_site).items():
        if not is_page(path) or path == "404.html" or framed(path):
            continue
        html = raw.decode()
        canonical = re.findall(r'<link rel="canonical" href="([^"]+)">', html)
        assert canonical == [HOST + path.removesuffix("index.html")], path
        picture = re.findall(r'<meta property="og:image" content="([^"]+)">', html)
        assert len(picture) == 1, path
        assert (real_site / picture[0].removeprefix(HOST)).is_file(), path
        title = re.findall(r"<title>(.*?)</title>", html)[0]
        assert title not in seen, (path, title)
        seen.add(title)


def test_a_page_of_a_municipality_leads_to_its_practices(real_site: Path):
    def coach(path: str) -> str:
        html = (real_site / path / "index.html").read_text(encoding="utf-8")
        return html[html.index('id="coach"') : html.index("<footer")]

    for path in (
        "meppel",
        "meppel/agenda",
        "meppel/mannenkoor",
        "meppel/eten-en-ontmoeten",
        "praktijken/meppel",
        "inbedden/meppel",
    ):
        assert re.search(r'<a href="[./]*praktijken/meppel/">Huisartsen in Meppel</a>', coach(path)), path
    for path in ("", "agenda", "lijst", "kunst-en-cultuur", "over", "verwijzers"):
        assert re.search(r'<a href="[./]*praktijken/">Zoek uw huisarts en welzijnscoach</a>', coach(path)), path


def test_the_sitemap_names_every_page_once(real_site: Path, pages: dict[str, _Page]):
    text = (real_site / "sitemap.xml").read_text(encoding="utf-8")
    found = re.findall(r"<loc>(.*?)</loc>", text)
    listed = [page for page in pages if page != "404.html" and not framed(page)]
    assert sorted(found) == sorted(HOST + page.removesuffix("index.html") for page in listed)


def test_pages_for_a_frame_are_for_no_search_engine(real_site: Path, pages: dict[str, _Page]):
    inside = [path for path in pages if framed(path)]
    assert len(inside) == 11
    for path in inside:
        html = (real_site / path).read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex"><base target="_blank">' in html
        assert "canonical" not in html


def test_every_running_activity_has_json_ld_that_says_only_known_facts(real_site: Path):
    number = 0
    for path in sorted(real_site.glob("*/*/index.html")):
        html = path.read_text(encoding="utf-8")
        for text in re.findall(r'<script type="application/ld\\+json">(.*?)</script>'.replace("\\\\", "\\"), html):
            data = json.loads(text)
            number += 1
            assert "onbekend" not in text
            assert data["@context"] == "https://schema.org"
            assert data["@type"] in ("EventSeries", "Place", "ItemList")
    assert number > 70


def first_view(real_site: Path, page: str, found: _Page) -> int:
    """Return what a first visit costs: the page and all that it loads, compressed where a server would."""
    total = len(gzip.compress((real_site / page).read_bytes(), 9, mtime=0))
    for link in sorted({link for link in found.loads if not link.startswith("data:")}):
        raw = (real_site / target(page, link)[0]).read_bytes()
        if "touch-icon" not in link:  # no browser fetches that to show a page
            total += len(raw) if link.endswith((".woff2", ".png")) else len(brotli.compress(raw))
    return total


def test_no_page_weighs_more_than_sixty_kilobytes_on_first_view(real_site: Path, pages: dict[str, _Page]):
    heavy = {page: first_view(real_site, page, found) for page, found in pages.items()}
    assert max(heavy.values()) <= MOST_BYTES, sorted(heavy.items(), key=lambda item: -item[1])[:3]


def test_text_of_an_author_stands_in_the_page_as_text(real_site: Path):
    html = (real_site / "kerkrade/gemeenschapshuizen/index.html").read_text(encoding="utf-8")
    assert "&#39;t Patronaat, Ursulastraat 232." in html
