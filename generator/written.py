"""The written pages: Markdown that MkDocs will trust, so what may stand in it is looked at here first."""

import os
import re
from pathlib import Path

from generator.folder import ID_PART, PAGES, link, shown, unreadable
from generator.problems import Problem, quoted
from generator.reserved import RESERVED, WRITTEN
from generator.source import MAX_BYTES, Document, parse

TEXTS = {"welzijn-op-recept": "referral.yml", "verwijzers": "referrers.yml"}
FORBIDDEN = re.compile(
    r"<[a-zA-Z/!]|javascript:|data:text|\{[^}\n]*\bon[a-z]+ *=|!\[[^\]\n]*\]\( *(https?:)?//", re.IGNORECASE
)
FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)


def written_pages(content: Path, problems: list[Problem]) -> tuple[str, ...]:
    """Return the names of the written pages; what is wrong with them is added to ``problems``."""
    root = shown(content / PAGES)
    names = []
    if (content / PAGES).is_symlink():
        problems.append(link(root))
        return ()
    try:
        with os.scandir(root) as found:
            entries = sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
    except OSError:
        entries = []
    for entry in entries:
        path = f"{root}/{entry.name}"
        problem = _misplaced(entry, path) or _faulty(path)
        if problem:
            problems.append(problem)
        names.append(entry.name.removesuffix(".md"))
    for name in WRITTEN:
        if name not in names:
            hint = "Maak het: elke pagina van de site heeft er een link naar."
            problems.append(Problem(f"{root}/{name}.md", 1, 1, "B016", "dit bestand ontbreekt.", hint))
    return tuple(names)


def _misplaced(entry: os.DirEntry[str], path: str) -> Problem | None:
    if entry.is_symlink():
        return link(path)
    if entry.is_dir():
        return Problem(path, 1, 1, "B014", "in deze map horen geen mappen.", f"Zet de pagina's zelf in {PAGES}/.")
    if not entry.is_file():
        return unreadable(path)
    if not entry.name.endswith(".md"):
        hint = 'Een geschreven pagina eindigt op ".md".'
        return Problem(path, 1, 1, "B012", f"{quoted(entry.name)} hoort hier niet.", hint)
    return _badly_named(entry.name.removesuffix(".md"), path)


def _badly_named(name: str, path: str) -> Problem | None:
    if not ID_PART.fullmatch(name) or name == "index":
        hint = "Gebruik kleine letters, cijfers en losse streepjes, zoals over-ons.md."
        return Problem(path, 1, 1, "B013", f"{quoted(name)} kan geen naam zijn.", hint)
    if name in RESERVED and name not in WRITTEN:
        hint = "Haal het bestand weg, of geef het een andere naam."
        if name in TEXTS:
            hint = f"Zet de tekst in {TEXTS[name]} en haal dit bestand weg."
        return Problem(path, 1, 1, "B022", f"de pagina {quoted(name)} maakt de site zelf.", hint)
    return None


def _faulty(path: str) -> Problem | None:
    """Return the first thing that is wrong with the text of a page."""
    try:
        raw = Path(path).read_bytes()
    except OSError:
        return unreadable(path)
    try:
        text = raw[: 4 * MAX_BYTES].decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        hint = 'Sla het op als "UTF-8" in uw tekstprogramma.'
        return Problem(path, line, 1, "B001", "het bestand is geen UTF-8-tekst.", hint)
    front = FRONT.match(text)
    head = parse(front[1].encode(), path) if front else None
    if not isinstance(head, Document) or not all(
        isinstance(head.data.get(name), str) for name in ("title", "description")
    ):
        hint = 'Begin met een regel "---", dan "title: …" en "description: …", en weer een regel "---".'
        return Problem(path, 1, 1, "B021", "deze pagina begint niet met een titel en een omschrijving.", hint)
    wrong = FORBIDDEN.search(text, front.end() if front else 0)
    if wrong:
        line, column = text.count("\n", 0, wrong.start()) + 1, wrong.start() - text.rfind("\n", 0, wrong.start())
        hint = "Gebruik alleen Markdown, met links naar https:// of naar de eigen site, en zonder beeld van elders."
        return Problem(path, line, column, "B020", f"{quoted(wrong[0])} mag niet in een pagina.", hint)
    return None
