"""Reads a built site as a browser does: what a page links to, loads and shows as headings. For the tests of the code and of the content."""

import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tinyhtml5 import parse

from tests.support import PROJECT, files

HOST = "https://activiteitenwijzer.example/"


class Page(HTMLParser):
    """What a browser would fetch, follow and jump to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: set[str] = set()
        self.headings: list[int] = []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids |= {found["id"]} if found.get("id") else set()
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag == "link" and found.get("rel") in ("stylesheet", "preload", "icon", "apple-touch-icon"):
            self.loads.append(found["href"])
        if found.get("src"):
            self.loads.append(found["src"])
        self.loads += [one.split()[0] for one in found.get("srcset", "").split(",") if one.strip()]


def told(html: str) -> tuple[str, str]:
    """Return what a visitor reads in the main part of a page without a script, and as much of it as stands before the first card."""
    main = next(one for one in parse(html, namespace_html_elements=False).iter("main"))
    words: list[str] = []
    before: list[str] = []

    def read(part) -> None:
        if "hidden" in part.attrib or part.tag in ("script", "svg", "template", "noscript"):
            return
        if "visually-hidden" in part.get("class", ""):
            return
        if "data-id" in part.attrib and not before:
            before.append(" ".join(words))
        words.extend((part.text or "").split())
        for inner in part:
            read(inner)
            words.extend((inner.tail or "").split())

    read(main)
    return " ".join(words), before[0] if before else ""


def is_page(path: str) -> bool:
    """Tell whether a file is a page that a visitor opens; the leaves of a list are not."""
    return path.endswith(".html") and "/bladen-" not in path


def pages_of(site: Path) -> dict[str, Page]:
    """Return every page of a site by its path."""
    found = {}
    for path, raw in files(site).items():
        if is_page(path):
            found[path] = Page()
            found[path].feed(raw.decode())
    return found


def bad_html(folder: Path) -> str:
    """Return what html-validate says of the pages in a folder; nothing where all is well."""
    paths = [str(path) for path in sorted(folder.rglob("*.html"))]
    command = [str(PROJECT / "node_modules/.bin/html-validate"), "--config", str(PROJECT / ".htmlvalidate.json")]
    done = subprocess.run([*command, *paths], capture_output=True, text=True, cwd=PROJECT, check=False)
    return "" if done.returncode == 0 else (done.stdout[-3000:] + done.stderr[-500:]) or "html-validate"


def target(page: str, link: str) -> tuple[str, str]:
    """Return the file and the anchor that a link on a page leads to."""
    whole = urljoin(urljoin(HOST, page.removesuffix("index.html")), link)
    parts = urlsplit(whole)
    path = unquote(parts.path).lstrip("/")
    return (f"{path}index.html" if not path or path.endswith("/") else path), parts.fragment


def broken_links(site: Path, pages: dict[str, Page]) -> list[tuple[str, str]]:
    """Return every link and load inside a site that leads nowhere, with its page."""
    broken = []
    for page, found in pages.items():
        for link in [*found.links, *found.loads]:
            if re.match(r"(https?:|mailto:|tel:|data:)", link):
                continue
            path, anchor = target(page, link)
            if path == "meedoen/formulier/index.html" and anchor:
                anchor = "" if (site / anchor / "index.html").is_file() else anchor  # what the form begins with
            if path == "zoeken/index.html" and "=" in anchor:
                anchor = ""  # what is searched for
            if not (site / path).is_file() or (anchor and anchor not in pages[path].ids):
                broken.append((page, link))
    return broken


def from_elsewhere(pages: dict[str, Page]) -> list[str]:
    """Return what pages load from another host."""
    return [link for found in pages.values() for link in found.loads if re.match(r"(https?:)?//", link)]


def unordered_headings(pages: dict[str, Page]) -> list[tuple[str, list[int]]]:
    """Return the pages that have not one first heading, in front, or that skip a level."""
    return [
        (page, found.headings)
        for page, found in pages.items()
        if found.headings.count(1) != 1
        or found.headings[0] != 1
        or any(after > before + 1 for before, after in zip(found.headings, found.headings[1:], strict=False))
    ]
