"""Opens the one issue of the month with whom to ring, or brings it up to date. Only the monthly workflows run this.

usage: python -m scripts.monthly FILE

FILE holds the list (Markdown). The environment says where: FORGE (github, forgejo or gitlab), API (such as https://api.github.com),
REPOSITORY (owner/name, or the number of a project on GitLab) and TOKEN, which may write issues and nothing else.
"""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import Request, urlopen

TITLE = "Belronde"
MOST = 60_000  # characters; a forge takes a little over 65,000
TIMEOUT = 60  # seconds
SHORTENED = "\n\nDe rest past hier niet. Zie: `python -m generator stale`\n"


@dataclass(frozen=True, slots=True)
class Forge:
    """Where issues stand: the address of all of them, what a text and a number are called, and how one shows who one is."""

    issues: str
    search: str
    text: str
    number: str
    header: tuple[str, str]
    change: str


def forge(settings: Mapping[str, str]) -> Forge:
    """Return the forge that the environment names. Raises KeyError where it does not say enough."""
    api, token = settings["API"].rstrip("/"), settings["TOKEN"]
    if settings["FORGE"] == "gitlab":
        issues = f"{api}/projects/{quote(settings['REPOSITORY'], safe='')}/issues"
        search = f"?state=opened&in=title&search={TITLE}"
        return Forge(issues, search, "description", "iid", ("PRIVATE-TOKEN", token), "PUT")
    issues = f"{api}/repos/{settings['REPOSITORY']}/issues"
    word = "Bearer" if settings["FORGE"] == "github" else "token"
    return Forge(
        issues, "?state=open&per_page=100&limit=50", "body", "number", ("Authorization", f"{word} {token}"), "PATCH"
    )


def told(where: Forge, text: str) -> str:
    """Open the issue, or change the one that is open; returns its number."""
    body = text if len(text) <= MOST else text[:MOST] + SHORTENED
    found = [one for one in _ask(where, "GET", where.issues + where.search) if one["title"] == TITLE]
    if found:
        number = found[0][where.number]
        _ask(where, where.change, f"{where.issues}/{number}", {where.text: body})
        return str(number)
    return str(_ask(where, "POST", where.issues, {"title": TITLE, where.text: body})[where.number])


def _ask(where: Forge, method: str, address: str, data: Mapping[str, str] | None = None) -> Any:
    headers = dict([where.header]) | {"Content-Type": "application/json", "Accept": "application/json"}
    request = Request(address, json.dumps(data).encode() if data else None, headers, method=method)  # noqa: S310 - of the workflow
    with urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
        return json.load(answer)


if __name__ == "__main__":
    number = told(forge(os.environ), Path(sys.argv[1]).read_text(encoding="utf-8"))
    sys.stdout.write(f"Issue {number} is bijgewerkt.\n")
