"""A municipality with much to do: no page is longer than an old phone can show, and nothing is left out."""

import json
import re
from pathlib import Path

import pytest

from generator.model import addresses
from generator.views.lists.listing import MOST_CARDS
from generator.work.cache import Cache
from tests.node import Node
from tests.support import build, copy_small, files

pytestmark = pytest.mark.slow

MANY = 150
THEMES = ("stad", "dorp", "stad/bewegen-en-plezier")
CARD = re.compile(r'data-id="([^"]+)"')


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = copy_small(tmp_path_factory.mktemp("groot") / "content")
    text = (content / "activities/stad/wandelen.yml").read_text(encoding="utf-8")
    for number in range(MANY):
        titled = re.sub(r"titel: .*", f"titel: Wandelen {number}", text)
        (content / f"activities/stad/wandelen-{number}.yml").write_text(titled, encoding="utf-8")
    return build(content, content.parent, cache=Cache())


def cards(page: str) -> list[str]:
    return CARD.findall(page)


def test_no_page_has_more_cards_than_a_phone_can_show(large: Path):
    found = {path: cards(path.read_text(encoding="utf-8")) for path in large.rglob("*.html")}
    assert {str(path): len(ids) for path, ids in found.items() if len(ids) > MOST_CARDS} == {}
    assert any(len(ids) == MOST_CARDS for ids in found.values())


@pytest.mark.parametrize("start", ["stad", "stad/bewegen-en-plezier"], ids=["gemeente", "thema"])
def test_every_activity_stands_on_one_of_the_pages(large: Path, start: str):
    pages = [large / start / "index.html", *(large / start).glob("pagina-*/index.html")]
    assert len(pages) > MANY // MOST_CARDS
    found = [id_ for page in pages for id_ in cards(page.read_text(encoding="utf-8"))]
    assert len(set(found)) == len(found) >= MANY
    addresses = {f"/{start}/" if page.parent.name == start.rpartition("/")[2] else page.parent.name for page in pages}
    first = pages[0].read_text(encoding="utf-8")
    assert 'aria-current="page">Pagina 1</a>' in first
    assert len(addresses) == len(pages)


@pytest.mark.parametrize(("page", "place"), [("stad", "stad"), ("zoeken", "")])
def test_the_search_knows_on_which_page_a_card_stands(large: Path, page: str, place: str):
    """Who searches gets the pages with what was found, and no others."""
    folder = large / page
    html = (folder / "index.html").read_text(encoding="utf-8")
    pages = re.findall(r'data-paginas="([^"]*)"', html)[0].split()
    with Node(large, place) as node:
        found = node.ask("pages", None)
    assert len(found) >= MANY
    for id_, number in found:
        assert id_ in cards((folder / pages[number] / "index.html").read_text(encoding="utf-8")), id_


def test_nothing_of_it_is_lost_for_who_has_no_script(large: Path):
    linked = set(re.findall(r'href="[./]*(stad/pagina-\d+/)"', (large / "stad/index.html").read_text(encoding="utf-8")))
    made = {f"stad/{path.parent.name}/" for path in large.glob("stad/pagina-*/index.html")}
    assert linked
    assert linked <= made
    assert {path for path in files(large) if path.startswith("stad/pagina-")}


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the small site with calendars for each activity, and without."""
    folder = tmp_path_factory.mktemp("agenda")
    content = copy_small(folder / "content")
    each = build(content, folder / "elk")
    settings = content / "site.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}agenda_per_activiteit: nee\n", encoding="utf-8")
    return each, build(content, folder / "samen")


def test_a_large_site_keeps_the_calendars_of_a_municipality_together(together: tuple[Path, Path]):
    """The same calendars, in a few files: a country has room for 20,000 files and not for a calendar of each activity."""
    each, samen = map(files, together)
    own = {path.rpartition("/")[0]: text.decode() for path, text in each.items() if path.endswith("/in-agenda.ics")}
    kept = [json.loads(text) for path, text in samen.items() if re.search(r"/in-agenda-\d+\.json$", path)]
    assert own
    now = {id_: text for id_, text in own.items() if b'http-equiv="refresh"' not in each[f"{id_}/index.html"]}
    assert now.keys() < own.keys()  # also at an address that one had before
    assert {id_: text for one in kept for id_, text in one["agenda"].items()} == now
    assert all(one["bestanden"] == 1 for one in kept)  # a municipality of a few
    gone = {path for path in each if path.endswith(".ics")} - samen.keys()
    assert {path for path in gone if path.rpartition("/")[0] in own} == {
        f"{id_}/{name}" for id_ in own for name in ("in-agenda.ics", "kalender.ics")
    }
    assert all(path in samen for path in each if path.endswith("kalender.ics") and path.rpartition("/")[0] in THEMES)


def test_calendars_together_are_found_by_their_number(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr("generator.model.addresses.TOGETHER", 2)
    monkeypatch.setattr("generator.model.catalogue.MOST_CALENDARS", 3)
    content = copy_small(tmp_path / "content")
    text = (content / "activities/dorp/zingen.yml").read_text(encoding="utf-8")
    for number in range(5):
        titled = re.sub(r"titel: .*", f"titel: Zingen {number}", re.sub(r"vroeger_adres: .*\n", "", text))
        (content / f"activities/dorp/zingen-{number}.yml").write_text(titled, encoding="utf-8")
    site = files(build(content, tmp_path / "uit"))
    found = [path for path in site if re.search(r"/in-agenda-\d+\.json$", path)]
    assert any(path.endswith("-2.json") for path in found)
    for path in found:
        one = json.loads(site[path])
        number = int(re.findall(r"(\d+)\.json", path)[0])
        assert all(addresses.file_number(id_, one["bestanden"]) == number for id_ in one["agenda"])
