"""Templates: nothing trusted blindly, nothing decided in them, and every component on its examples."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from generator.show.render import TEMPLATES, environment, sprite
from tests.support import PROJECT

FILES = sorted(TEMPLATES.rglob("*.html"))
EXAMPLES = sorted((Path(__file__).parent.parent / "templates" / "examples").glob("*.yml"))


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


def simple(value):
    """Turn mappings into objects, as templates get them, and lists into tuples."""
    if isinstance(value, dict):
        return SimpleNamespace(**{key: simple(item) for key, item in value.items()})
    return tuple(simple(item) for item in value) if isinstance(value, list) else value


def cases():
    for path in EXAMPLES:
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(path.stem, case, id=f"{path.stem}-{case['naam']}")


@pytest.mark.parametrize(("component", "case"), list(cases()))
def test_a_component_gives_its_example(component, case):
    module = environment().get_template(f"components/{component}.html").module
    html = str(getattr(module, case["macro"])(**{key: simple(value) for key, value in case["met"].items()}))
    flat = re.sub(r">\s+<", "><", " ".join(html.split()))
    for text in case.get("bevat", []):
        assert text in flat
    for text in case.get("zonder", []):
        assert text not in flat
    assert "<script" not in flat


def test_every_component_has_examples():
    assert {path.stem for path in EXAMPLES} == {path.stem for path in (TEMPLATES / "components").glob("*.html")}


def test_a_sprite_has_each_pictogram_once():
    html = '<use href="#i-walk"></use><use href="#i-walk"></use><use href="#i-web"></use>'
    assert sprite(html).count("<symbol") == 2
    assert sprite("<p>niets</p>") == ""
