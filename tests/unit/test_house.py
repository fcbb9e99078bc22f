"""The rooms of ``generator/``: every line has a place, and no address or kind of file is known in two places."""

import ast
import re

from generator.model import addresses
from tests.support import PROJECT

ROOMS = {"cli", "write", "show", "give", "find", "views", "judge", "read", "model", "dutch", "work"}
HOUSE = PROJECT / "generator"


def test_nothing_lies_loose():
    found = {path.name for path in HOUSE.iterdir() if path.name != "__pycache__"}
    assert found == ROOMS | {"__init__.py", "__main__.py"}


def test_every_room_says_what_lives_there():
    for path in HOUSE.rglob("__init__.py"):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_addresses_stand_in_one_module():
    """A page's address is written in ``model/addresses.py`` and nowhere else."""
    names = "|".join(re.escape(page.rstrip("/")) for page in addresses.PAGES)
    written = re.compile(rf'"(?:{names})/[a-z]*/?"|"(?:kalender\.ics|blad\.html|cijfers\.csv|fotos/|pagina-)')
    for path in HOUSE.rglob("*.py"):
        if path != HOUSE / "model" / "addresses.py":
            lines = path.read_text(encoding="utf-8").splitlines()
            found = [line for line in lines if written.search(line) and "examples=" not in line]
            assert not found, (path, found)


def test_nothing_refers_to_a_document_that_is_not_here():
    names = re.compile(r"\b(?:DESIGN|LOOK|STYLE)\.md\b")
    for folder in ("generator", "scripts", "site_overrides", "docs", "tests"):
        for path in (PROJECT / folder).rglob("*.*"):
            if path.suffix in (".py", ".md", ".js", ".css", ".html", ".yml") and path.name != "test_house.py":
                assert not names.search(path.read_text(encoding="utf-8")), path


def test_nothing_in_a_style_is_important_but_on_paper_and_what_is_hidden():
    for path in (PROJECT / "site_overrides/assets").glob("*.css"):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        screen = re.sub(r"@media print \{.*?\n\}", "", text, flags=re.DOTALL)
        found = [line for line in screen.splitlines() if "!important" in line]
        assert all("[hidden]" in line for line in found), path


def test_what_only_a_screen_reader_says_is_made_in_one_way():
    made = [
        path.name
        for path in (PROJECT / "site_overrides/assets").glob("*.css")
        if "clip-path: inset(50%)" in path.read_text()
    ]
    assert made == ["base.css"]
