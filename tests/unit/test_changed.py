"""Which pages change in a pull request."""

from pathlib import Path

import pytest

from generator.model.schema.base import TALEN
from scripts.changed import Changed, changed, summary
from tests.support import build, change, copy_small

pytestmark = pytest.mark.slow


def test_only_pages_that_read_otherwise_are_named(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    before = build(content, tmp_path / "oud")
    change(
        content,
        {
            "vervang": {"activities/stad/wandelen.yml": ["U gaat wanneer u wilt.", "U gaat als u wilt."]},
            "weg": ["activities/dorp/koffie.yml"],
        },
    )
    found = changed(before, build(content, tmp_path / "nieuw"))
    assert "/stad/wandelen/" in found.different
    assert "/stad/" in found.different
    assert "/dorp/zingen/" not in found.different
    assert set(found.gone) == {f"{language}/dorp/koffie/" for language in ("", *(f"/{code}" for code in TALEN))}
    assert found.new == ()


def test_another_name_of_a_style_changes_no_page(tmp_path: Path):
    for name, mark in (("oud", "0123456789"), ("nieuw", "abcdef0123")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(f'<link href="assets/site.{mark}.css">', encoding="utf-8")
    found = changed(tmp_path / "oud", tmp_path / "nieuw")
    assert found == Changed((), (), ())
    assert summary(found) == "## Wat verandert er op de site?\n\nGeen enkele pagina verandert.\n"


def test_the_summary_names_a_few_and_counts_the_rest():
    found = Changed(tuple(f"/a/{number:03}/" for number in range(50)), ("/",), ())
    text = summary(found)
    assert "**Nieuw: 50**" in text
    assert "- en nog 10" in text
    assert "- `/`" in text
    assert "Weg" not in text
