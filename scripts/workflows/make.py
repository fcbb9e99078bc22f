"""From the description to the text of each workflow."""

from pathlib import Path
from textwrap import indent
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
MADE = "Made by python -m scripts.workflows of scripts/workflows/beschrijving.yml: change that, and not this."
# Each file, its template, and what only that forge has.
FILES: dict[str, tuple[str, dict[str, str]]] = {
    ".github/workflows/site.yml": ("github-site", {}),
    ".github/workflows/voorstel.yml": ("github-voorstel", {}),
    ".github/workflows/belronde.yml": ("belronde", {"machine": "ubuntu-24.04", "forge": "github"}),
    ".github/workflows/nacht.yml": ("nacht", {"machine": "ubuntu-24.04"}),
    ".forgejo/workflows/site.yml": ("forgejo-site", {}),
    ".forgejo/workflows/voorstel.yml": ("forgejo-voorstel", {}),
    ".forgejo/workflows/belronde.yml": ("belronde", {"machine": "docker", "forge": "forgejo"}),
    ".forgejo/workflows/nacht.yml": ("nacht", {"machine": "docker"}),
    ".gitlab-ci.yml": ("gitlab", {}),
    # What `start` gives to a repository with content only.
    "generator/write/start/github.yml": ("start-github", {}),
    "generator/write/start/forgejo.yml": ("start-forgejo", {}),
    "generator/write/start/gitlab.yml": ("start-gitlab", {}),
    # Not for a site of a few municipalities: who needs them, copies them (docs/schaal.md).
    "docs/hosting/github-land.yml": ("github-land", {}),
    "docs/hosting/gitlab-land.yml": ("gitlab-land", {}),
}


def description() -> dict[str, Any]:
    """Return the description; actions come with the version behind their pin, which YAML takes for a remark."""
    text = (HERE / "beschrijving.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    lines = (line.strip().partition(": ") for line in text.splitlines())
    pinned = {name: value for name, _, value in lines if name in found["acties"]}
    return {**found, "acties": pinned}


def made() -> dict[str, str]:
    """Return the text of every workflow by its path."""
    environment = Environment(  # noqa: S701 - what comes out is YAML
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
    )
    environment.filters["indent_all"] = lambda text, width: indent(text, " " * width)
    known = description()
    return {
        path: environment.get_template(f"{template}.yml.jinja").render(made=MADE, **known, **own)
        for path, (template, own) in FILES.items()
    }
