"""More municipalities than one list holds: provinces come first, and everything can still be reached without a script."""

import re
from urllib.parse import urljoin

import pytest

from generator.dutch import places
from generator.model.schema import Provincie
from generator.views.lists.listing import MOST_PLACES
from tests.support import build, copy_small, files

LINK = re.compile(r'<a [^>]*?href="([^"#?:]+)[^"]*"')


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("land")
    content = copy_small(folder / "content")
    row = {code: province for code, province in places.provinces().items() if province in ("drenthe", "zeeland")}
    for code in sorted(row)[: MOST_PLACES + 2]:
        name = places.municipality_names()[code]
        (content / f"municipalities/{places.plain_name(name)}.yml").write_text(
            f"naam: {name}\ncbs_code: {code}\nprovincie: {row[code]}\nschoolvakantie_regio: noord\n", encoding="utf-8"
        )
    site = build(content, folder)
    return {path: raw.decode() for path, raw in files(site).items() if path.endswith(".html")}


def links(site: dict[str, str], path: str) -> set[str]:
    found = {urljoin(f"/{path}", link).lstrip("/") for link in LINK.findall(site[path])}
    return {f"{one}index.html" if one.endswith("/") or not one else one for one in found} & site.keys()


def test_every_page_can_be_reached_without_a_script(country: dict[str, str]):
    seen, to_see = set(), {"index.html"}
    while to_see:
        page = to_see.pop()
        seen.add(page)
        to_see |= links(country, page) - seen
    left = {path for path in country.keys() - seen if 'http-equiv="refresh"' not in country[path]}
    # Leaves, frames the sheet of an empty week and what has ended are led to by scripts, other sites, and what people kept.
    apart = re.compile(r"bladen-|^inbedden/|/deze-week/|/oud-koor/")
    assert {path for path in left if not apart.search(path)} == {"404.html"}


@pytest.mark.parametrize("page", ["", "zoeken/", "agenda/", "overzicht/", "praktijken/", "kunst-en-cultuur/"])
def test_what_is_about_the_country_names_provinces_and_no_municipalities(country: dict[str, str], page: str):
    html = country[f"{page}index.html"]
    part = {"": "", "zoeken/": "", "agenda/": "agenda/", "overzicht/": "overzicht/"}.get(page, page)
    for province in ("drenthe", "zeeland"):
        assert f"gemeenten/{province}/{part}" in html
    towns = {path.partition("/")[0] for path in country if re.fullmatch(r"[^/]+/overzicht/index\.html", path)}
    named = {link.partition("/")[0] for link in links(country, f"{page}index.html")} & (towns - {"overzicht"})
    assert named <= {"dorp", "stad"}  # where the cards of this small site lead


def test_a_province_has_all_its_municipalities_and_leads_to_the_page_that_was_asked_for(country: dict[str, str]):
    own = [path for path in country if path.startswith("gemeenten/drenthe/")]
    assert len(own) == 9  # all, five themes, agendas, overviews, practices
    for path in own:
        part = path.removeprefix("gemeenten/drenthe/").removesuffix("index.html")
        address = f"praktijken/assen/{''}" if part == "praktijken/" else f"assen/{part}"
        assert f"{address}index.html" in links(country, path), path
        assert "Middelburg" not in country[path]


def test_a_province_counts_what_is_in_it(country: dict[str, str]):
    order = list(Provincie)
    html = country["index.html"]
    for province in (Provincie.DRENTHE, Provincie.ZEELAND):
        assert f'<li data-provincie="{order.index(province)}">' in html
    assert re.search(r"Drenthe</span> <span[^>]*>\d+ activiteiten, \d gemeenten?</span>", html)
    assert re.search(r"Zeeland</span> <span[^>]*>nog geen activiteiten</span>", html)
