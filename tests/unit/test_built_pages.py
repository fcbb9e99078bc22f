"""The site of the sample as built: valid HTML, no dead links, light enough, and true to the settings."""

import gzip
import json
import re
from pathlib import Path

import brotli
import pytest

from generator.model.schema.base import TALEN
from tests.pages import (
    HOST,
    Page,
    bad_html,
    broken_links,
    from_elsewhere,
    is_page,
    pages_of,
    target,
    told,
    unordered_headings,
)
from tests.support import files

pytestmark = pytest.mark.slow

MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def pages(sample_site: Path) -> dict[str, Page]:
    return pages_of(sample_site)


def test_every_page_is_valid_html(sample_site: Path):
    assert bad_html(sample_site) == ""


def test_the_validator_can_fail(tmp_path: Path):
    (tmp_path / "fout.html").write_text(
        "<!doctype html><html><body><p><div>x</div></p><img src='x'></body></html>", encoding="utf-8"
    )
    assert bad_html(tmp_path)


def test_no_link_or_anchor_inside_the_site_is_broken(sample_site: Path, pages: dict[str, Page]):
    assert len(pages) > 150
    assert broken_links(sample_site, pages) == []


def test_no_page_loads_anything_from_another_host(pages: dict[str, Page]):
    assert from_elsewhere(pages) == []


def test_every_page_has_one_first_heading_and_skips_no_level(pages: dict[str, Page]):
    assert unordered_headings(pages) == []


CAVEAT = re.compile(r"nog navragen|vraag [^.]{0,20}\bna\b", re.IGNORECASE)
MOST_CAVEATS = 3
MOST_WORDS = 60


def test_no_page_says_again_and_again_that_something_is_not_known(sample_site: Path):
    counts = {
        path: len(CAVEAT.findall(told(raw.decode())[0])) for path, raw in files(sample_site).items() if is_page(path)
    }
    assert {path: number for path, number in counts.items() if number > MOST_CAVEATS} == {}


def test_a_list_begins_with_its_first_card_within_sixty_words(sample_site: Path):
    themes = {
        path.parent.name
        for path in sample_site.glob("meppel/*/index.html")
        if (sample_site / path.parent.name).is_dir()
    }
    lists = ["zoeken/index.html", *(f"{theme}/index.html" for theme in themes - {"agenda"})]
    for place in ("meppel", "maastricht", "heerlen", "kerkrade"):
        lists += [f"{place}/index.html", *(f"{place}/{theme}/index.html" for theme in themes - {"agenda"})]
    long = {}
    seen = 0
    for path in lists:
        _, before = told((sample_site / path).read_text(encoding="utf-8"))
        if before:
            seen += 1
            long[path] = len(before.split())
    assert seen > 20
    assert {path: count for path, count in long.items() if count > MOST_WORDS} == {}


def framed(path: str) -> bool:
    return path.startswith("inbedden/") and path != "inbedden/index.html"


def test_every_page_says_how_fresh_it_is_and_where_to_report(sample_site: Path):
    for path, raw in files(sample_site).items():
        if is_page(path) and path != "404.html":
            html = raw.decode()
            told = re.findall(r'class="[^"]*\b(?:page-status|how-sure|notice)\b[^"]*"[^>]*>(?:<[^>]+>)*[^<]{10,}', html)
            assert told, path
            if path.split("/")[0] in TALEN:  # test_abroad looks at their words
                assert html.index("</main>") < html.index('id="coach"') < html.index('<footer class="site-footer">'), (
                    path
                )
                assert re.search(r'<a href="[./]*meedoen/" hreflang="nl">', html), path
                continue
            assert re.search(
                r'<a href="[./]*meedoen/"( data-verbeter="[^"]+")?><svg[^>]*>.*?</svg>Klopt er iets niet', html
            ), path
            coach = html[html.index('id="coach"') :]
            assert "Hulp van de welzijnscoach gaat via uw huisarts." in coach, path
            assert re.search(r'<a href="[./]*welzijn-op-recept/#beginnen">Zo komt u bij de welzijnscoach</a>', coach), (
                path
            )
            # The same place on every page (WCAG 3.2.6): after what the page is about, before the foot.
            assert html.index("</main>") < html.index('id="coach"') < html.index('<footer class="site-footer">'), path


def test_every_page_has_its_own_canonical_address_and_sharing_picture(sample_site: Path):
    seen = set()
    for path, raw in files(sample_site).items():
        if not is_page(path) or path == "404.html" or framed(path):
            continue
        html = raw.decode()
        canonical = re.findall(r'<link rel="canonical" href="([^"]+)">', html)
        assert canonical == [HOST + path.removesuffix("index.html")], path
        picture = re.findall(r'<meta property="og:image" content="([^"]+)">', html)
        assert len(picture) == 1, path
        assert (sample_site / picture[0].removeprefix(HOST)).is_file(), path
        title = re.findall(r"<title>(.*?)</title>", html)[0]
        # Without the name that somebody gave in Dutch, two activities may have one title in another language.
        assert title not in seen or path.split("/")[0] in TALEN, (path, title)
        seen.add(title)


def test_a_page_of_a_municipality_leads_to_its_practices(sample_site: Path):
    def coach(path: str) -> str:
        html = (sample_site / path / "index.html").read_text(encoding="utf-8")
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


def test_the_sitemap_names_every_page_once(sample_site: Path, pages: dict[str, Page]):
    text = (sample_site / "sitemap.xml").read_text(encoding="utf-8")
    found = re.findall(r"<loc>(.*?)</loc>", text)
    listed = [page for page in pages if page != "404.html" and not framed(page)]
    assert sorted(found) == sorted(HOST + page.removesuffix("index.html") for page in listed)


def test_pages_for_a_frame_are_for_no_search_engine(sample_site: Path, pages: dict[str, Page]):
    inside = [path for path in pages if framed(path)]
    assert len(inside) == 11
    for path in inside:
        html = (sample_site / path).read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex"><base target="_blank">' in html
        assert "canonical" not in html


def test_every_running_activity_has_json_ld_that_says_only_known_facts(sample_site: Path):
    number = 0
    for path in sorted(sample_site.glob("*/*/index.html")):
        html = path.read_text(encoding="utf-8")
        for text in re.findall(r'<script type="application/ld\\+json">(.*?)</script>'.replace("\\\\", "\\"), html):
            data = json.loads(text)
            number += 1
            assert "onbekend" not in text
            assert data["@context"] == "https://schema.org"
            assert data["@type"] in ("EventSeries", "Place", "ItemList")
    assert number > 70


def first_view(sample_site: Path, page: str, found: Page) -> int:
    """Return what a first visit costs: the page and all that it loads, compressed where a server would."""
    total = len(gzip.compress((sample_site / page).read_bytes(), 9, mtime=0))
    for link in sorted({link for link in found.loads if not link.startswith("data:")}):
        raw = (sample_site / target(page, link)[0]).read_bytes()
        if "touch-icon" not in link and not link.endswith(".webmanifest"):  # no browser fetches that to show a page
            total += len(raw) if link.endswith((".woff2", ".png")) else len(brotli.compress(raw))
    return total


def test_no_page_weighs_more_than_sixty_kilobytes_on_first_view(sample_site: Path, pages: dict[str, Page]):
    heavy = {page: first_view(sample_site, page, found) for page, found in pages.items()}
    assert max(heavy.values()) <= MOST_BYTES, sorted(heavy.items(), key=lambda item: -item[1])[:3]


def test_text_of_an_author_stands_in_the_page_as_text(sample_site: Path):
    html = (sample_site / "kerkrade/gemeenschapshuizen/index.html").read_text(encoding="utf-8")
    assert "&#39;t Patronaat, Ursulastraat 232." in html
