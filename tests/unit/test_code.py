"""What a part of the program is made of: as another program finds it, and no more."""

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from generator.work import code
from generator.work.cache import Cache
from generator.work.code import Code, closure, path_of, room
from generator.write import tree as writing
from generator.write.build import PAGES, PICTURES, PRINTING, Builder, Options
from tests.support import PROJECT, SMALL, TODAY


def test_every_module_imports_what_another_program_finds():
    graph = grimp.build_graph("generator", include_external_packages=True, cache_dir=None)
    for module in graph.modules:
        if not path_of(module):
            continue
        found = closure(module)
        assert {one for one in graph.find_upstream_modules(module) if path_of(one)} <= found, module
        assert graph.find_upstream_modules(module) - set(sys.stdlib_module_names) - found == set(), module


def test_what_is_loaded_is_known():
    """Python itself loads nothing of this program that is not named."""
    ask = "import sys, generator.give.pdf as _; print(*(one for one in sys.modules if one.startswith('generator')))"
    loaded = subprocess.run([sys.executable, "-c", ask], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    assert set(loaded.split()) <= closure("generator.give.pdf")


@pytest.mark.parametrize("modules", [PAGES, PICTURES, PRINTING], ids=["pages", "pictures", "printing"])
def test_what_is_named_is_there(modules: tuple[str, ...]):
    assert all(map(path_of, modules))


def test_a_part_knows_its_own_packages_and_no_others():
    of = Code(Cache()).packages_of
    assert "weasyprint-" in of(*PRINTING)
    assert "pydyf-" in of(*PRINTING)  # that WeasyPrint requires
    assert "weasyprint" not in of(*PAGES)
    assert "markupsafe-" in of(*PAGES)
    assert "pyyaml-" in of(*room("generator.read"))
    assert "pytest" not in of(*room("generator.cli"))
    assert "mkdocs" not in of(*PRINTING)


def test_another_version_makes_what_it_makes_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made: set[str] = set()
    real = writing._make

    def seen(target: str, page):
        made.add(page.path)
        return real(target, page)

    monkeypatch.setattr(writing, "_make", seen)
    cache, versions = Cache(), code._versions_here(code.packages())
    options = Options(SMALL, tmp_path / "site", TODAY, "https://w.example/")

    def again(**other: str) -> set[str]:
        made.clear()
        monkeypatch.setattr(code, "packages", lambda: repr(other))
        monkeypatch.setattr(code, "_versions", lambda _modules: {**versions, **other})
        assert Builder(cache).build(options).written
        return set(made)

    everything = again()
    assert again(resvg_py="9") <= {path for path in everything if path.endswith(".png")}
    printed = again(weasyprint="weasyprint-99")
    assert printed
    assert all(path.endswith(".pdf") for path in printed)
    ours = {path for path in everything if re.fullmatch(r"(dorp|stad)/.*index\.html", path)}
    assert ours
    assert ours <= again(jinja2="jinja2-99")
    assert again(jinja2="jinja2-99", pytest="pytest-99") == set()


def test_a_package_is_the_one_that_installers_know():
    known = importlib.metadata.packages_distributions()
    for module in closure(*room("generator")):
        if not path_of(module):
            assert code._package_of(module) in {code._plain(name) for name in known[module]}, module
