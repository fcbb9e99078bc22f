"""Templates: nothing trusted blindly, nothing decided in them, and every component on its examples."""

import re
from pathlib import Path

import pytest

from generator.show.render import sprite
from generator.show.sources import TEMPLATES
from scripts.style import EXAMPLES, drawn, examples
from tests.support import PROJECT

FILES = sorted(TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_template_trusts_nothing_and_decides_nothing(path: Path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe", text), "|safe is niet toegestaan"
    assert not re.search(r"\{%\s*(set|autoescape|filter|call)\b", text)
    assert not re.search(r"\|\s*(sort|groupby|map|select|reject|unique)", text)
    assert "<script" not in text
    assert not re.search(r"\son[a-z]+=", text)
    assert "style=" not in text
    assert len(text.splitlines()) <= 80


def test_the_shell_has_no_inline_script_or_style():
    text = (PROJECT / "site_overrides/main.html").read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*src=)", text) == []
    assert "style=" not in text


CASES = [pytest.param(component, case, id=f"{component}-{case['naam']}") for component, case in examples()]


@pytest.mark.parametrize(("component", "case"), CASES)
def test_a_component_gives_its_example(component, case):
    flat = re.sub(r">\s+<", "><", " ".join(drawn(component, case).split()))
    for text in case.get("bevat", []):
        assert text in flat
    for text in case.get("zonder", []):
        assert text not in flat
    assert "<script" not in flat


def test_every_component_has_examples():
    assert {path.stem for path in EXAMPLES.glob("*.yml")} == {
        path.stem for path in (TEMPLATES / "components").glob("*.html")
    }


def test_a_sprite_has_each_pictogram_once():
    html = '<use href="#i-walk"></use><use href="#i-walk"></use><use href="#i-web"></use>'
    assert sprite(html).count("<symbol") == 2
    assert sprite("<p>niets</p>") == ""
