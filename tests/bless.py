"""Writes down what the small site gives now as what it should give: `make bless`. Look at the difference before you commit it."""

import json
import re
import shutil
import tempfile
from html.parser import HTMLParser
from pathlib import Path

from generator.cli.verbs import WORKLISTS
from generator.read import importing
from generator.read.table import read_table
from generator.views.volunteers.worklist import worklist
from tests.support import SMALL, TODAY, build_small, check, copy_small, files, loaded

EXPECTED = Path(__file__).parent / "site" / "expected"
IMPORTED = Path(__file__).parent / "import" / "verwacht"


class _Text(HTMLParser):
    """The words of the main part of a page, a line a block, with where links lead."""

    BLOCKS = frozenset(
        [
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "li",
            "dt",
            "dd",
            "small",
            "br",
            "button",
            "div",
            "section",
            "article",
            "ul",
            "ol",
            "dl",
        ]
    )

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.inside = False

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "main":
            self.inside = True
        if tag in self.BLOCKS:
            self.lines.append("")
        if tag == "a" and self.inside:
            self.lines[-1] += f"[{found.get('href')}] "

    def handle_endtag(self, tag):
        if tag == "main":
            self.inside = False
        if tag in self.BLOCKS:
            self.lines.append("")

    def handle_data(self, data):
        if self.inside:
            self.lines[-1] += data


def words(html: str) -> str:
    """Return what a page says in its main part."""
    parser = _Text()
    parser.feed(html)
    lines = (" ".join(line.split()) for line in parser.lines)
    return "".join(f"{line}\n" for line in lines if line)


def expected() -> dict[str, str]:
    """Return what the small site gives: its problems, its files, what its pages say, and its JSON-LD."""
    found_lists = {}
    with tempfile.TemporaryDirectory() as folder:
        made = files(build_small(Path(folder)))
        problems = check(copy_small(Path(folder) / "content"))
    catalogue = loaded()
    for name, form in WORKLISTS.items():
        ending = {"text": "txt", "markdown": "md"}.get(name, name)
        found_lists[f"belronde.{ending}"] = form(worklist(catalogue, TODAY), TODAY).replace("\r\n", "\n")
    # In the order of the names without their hash: two files of one name would change places with what is in them.
    stable = sorted(re.sub(r"\.[0-9a-f]{10}\.", ".HASH.", path) for path in made)
    found = {
        **found_lists,
        "meldingen.txt": "".join(f"{problem}\n" for problem in problems),
        "bestanden.txt": "\n".join(stable) + "\n",
    }
    for path, raw in made.items():
        if path.endswith(".html"):
            html = raw.decode()
            name = path.removesuffix("/index.html").removesuffix(".html").replace("/", "_")
            found[f"tekst/{name}.txt"] = words(html)
            data = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
            if data:
                found[f"jsonld/{name}.json"] = json.dumps(json.loads(data[1]), ensure_ascii=False, indent=1) + "\n"
    return found


def imported() -> dict[str, str]:
    """Return the report on the messy sheet, and every file that comes of it."""
    table = read_table(IMPORTED.parent / "rommelig.csv")
    found = importing.outcomes(loaded(), table.rows, TODAY)
    files = {path: text for one in found for path, text in one.files.items()}
    return {"verslag.txt": importing.report(found, table.notes), **files}


def bless(folder: Path, found: dict[str, str]) -> None:
    """Write down what a folder should hold."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in found.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    bless(EXPECTED, expected())
    bless(IMPORTED, imported())
    print(f"Vastgelegd uit {SMALL}.")
