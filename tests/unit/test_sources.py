"""A page names what it is made with: a change in a template or a style touches the pages that show it, and no others."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, meta

from generator.model.schema.base import TALEN
from generator.show import render, sources
from generator.show.sources import TEMPLATES, closure, source
from generator.work.cache import Cache
from generator.write import tree as writing
from generator.write.build import Builder, Options
from tests.support import PROJECT, SMALL, TODAY

NAMES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_every_template_names_what_it_is_put_together_of(name: str):
    named = set(meta.find_referenced_templates(Environment(autoescape=True).parse(source(name))))
    assert set(sources.NAMED.findall(source(name))) == named
    assert closure(name) >= {name, *named}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    target = tmp_path / "project"
    shutil.copytree(PROJECT / "site_overrides", target / "site_overrides")
    shutil.copy(PROJECT / "mkdocs.yml", target)
    return target


@pytest.fixture
def again(tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], set[str]]]:
    """Build, and give what builds again and returns which files were made."""
    made: set[str] = set()
    real = writing._make

    def seen(target: str, page):
        made.add(page.path)
        return real(target, page)

    monkeypatch.setattr(writing, "_make", seen)
    builder = Builder(Cache())
    options = Options(SMALL, tmp_path / "site", TODAY, project=project)

    def build() -> set[str]:
        made.clear()
        for one in (closure, sources.template_digest):
            one.cache_clear()
        assert builder.build(options).written
        return set(made)

    build()
    yield build
    for one in (closure, sources.template_digest):
        one.cache_clear()


def remarked(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let a template have one remark more."""
    monkeypatch.setattr(sources, "source", lambda one: source(one) + ("{# anders #}" if one == name else ""))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("pages/week.html", r"[a-z]+/deze-week/index\.html"),
        ("pages/home.html", r"index\.html"),
        ("leaf.html", r"[a-z]+/bladen-1\.html"),
        (
            "components/pager.html",
            r"([a-z-]+/|inbedden/[a-z]+/|agenda/|[a-z]+/agenda/|([a-z]{2}/)?[a-z]+/[a-z-]+/)index\.html",
        ),
    ],
)
def test_a_remark_in_a_template_touches_the_pages_that_show_it(again, monkeypatch, name: str, shown: str):
    assert again() == set()
    remarked(monkeypatch, name)
    made = again()
    assert made
    assert {path for path in made if not re.fullmatch(shown, path)} == set()
    assert again() == set()


@pytest.mark.slow
def test_a_style_touches_the_pages_that_load_it(again, project: Path):
    path = project / "site_overrides/assets/overview.css"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n.nieuw {{ display: none; }}\n", encoding="utf-8")
    made = again()
    assert any(one.startswith("assets/") for one in made)
    assert {
        one for one in made if not one.startswith("assets/") and "overzicht/" not in one and "resultaten/" not in one
    } == set()


@pytest.mark.slow
def test_what_a_page_loads_is_named_beforehand(tmp_path: Path, again):
    """What stands in a page of its own kind and was not named would go out of date in it."""
    del again
    site = tmp_path / "site"
    load = re.compile(r'(?:src|href|data-[a-z]+)="(?:\.\./|\./|/)*(assets/[^"]+\.(?:js|css))"')
    pages = {path: set(load.findall(path.read_text(encoding="utf-8"))) for path in site.rglob("index.html")}
    pages = {path: found for path, found in pages.items() if path.relative_to(site).parts[0] not in TALEN}
    everywhere = set.intersection(*pages.values())
    kinds = {
        "dorp/zingen": "activity",
        "dorp": "municipality",
        "dorp/agenda": "agenda",
        "dorp/deze-week": "week",
        "lijst": "list",
        "overzicht": "overview",
        "meedoen/formulier": "form",
        "meedoen": "join",
        "welzijn-op-recept": "referral",
        "verwijzers": "referrers",
        "inbedden": "embed",
        "praktijken": "practices",
        "praktijken/dorp": "practices_in_place",
        "welzijn-op-recept/flyer": "flyer",
        "zoeken": "everything",
        "": "home",
        "kunst-en-cultuur": "theme",
        "dorp/kunst-en-cultuur": "theme_in_place",
    }
    for folder, kind in kinds.items():
        own = pages[site / folder / "index.html"] - everywhere
        stems = {re.sub(r"\.[0-9a-f]{10}\.", ".", one) for one in own}
        assert len(stems) <= len(sources.assets_of(kind)), (folder, stems, sources.assets_of(kind))


@pytest.mark.slow
def test_paper_is_printed_again_when_its_own_html_changes(again, monkeypatch):
    remarked(monkeypatch, "paper/poster.html")
    assert again() == set()  # the same letters on the same sheet
    real = render.sheet
    monkeypatch.setattr(sources, "source", lambda one: source(one) + ("{# weer #}" if "poster" in one else ""))
    monkeypatch.setattr(render, "sheet", lambda name, it: real(name, it).replace("Vraag ernaar", "Vraag het", 1))
    made = again()
    assert made
    assert all(re.fullmatch(r".*/(poster(-a3)?|welzijnscoach)\.pdf", path) for path in made)
