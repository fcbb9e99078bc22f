"""The written pages: Markdown that MkDocs will trust, so what comes of it is looked at here first.

Not the Markdown is judged but the HTML that python-markdown makes of it, read as a browser reads it: what is not on the list of
elements, attributes and kinds of links does not pass, however it was written.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.model.addresses import WRITTEN, is_taken
from generator.model.files import LONG_LIST
from generator.model.outgoing import host_of, mail_fault, tel, web_fault
from generator.model.problem import Problem, quoted
from generator.model.written_page import FIELDS, FILLED_LATER, WrittenPage, worded
from generator.read import general
from generator.read.folder import ID_PART, PAGES, link, shown, unreadable
from generator.read.source import Document, invisible, parse
from generator.work.cache import Cache, digest, of

TEXTS = {"welzijn-op-recept": "referral.yml", "verwijzers": "referrers.yml"}
FRONT = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)
HEAD = ("title", "description")  # all that the head of a page may say
# What mkdocs.yml asks of Markdown, and what MkDocs always adds (a test compares).
EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list")
# Elements, and the attributes that each may have besides ``id`` and ``class``.
ELEMENTS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        "h1 h2 h3 h4 h5 h6 p em strong ul li blockquote code pre hr br table thead tbody tr".split(), frozenset()
    ),
    "ol": frozenset({"start"}),
    "th": frozenset({"style"}),
    "td": frozenset({"style"}),
    "a": frozenset({"href", "title"}),
    "img": frozenset({"src", "alt", "title"}),
}
SITE = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/?#]|$)")
ASKED = re.compile(r"\{([a-z_]+)\}")
ALIGNED = re.compile(r"text-align: (left|right|center);")  # what Markdown makes of a column's colons
NAMES = re.compile(r"[a-z0-9_][a-z0-9_-]*( [a-z0-9_][a-z0-9_-]*)*")  # of an id or of classes
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
HINT = "Gebruik alleen Markdown, met links naar https:// of naar de eigen site (/zoeken/), en zonder beeld van elders."


def written_pages(content: Path, problems: list[Problem], cache: Cache, version: str) -> tuple[str, ...]:
    """Return the names of the written pages; what is wrong with them is added to ``problems``.

    What was found of a page is kept in ``cache`` under its bytes and ``version``, a digest of the code that looks.
    """
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
        misplaced = _misplaced(entry, path)
        problems += [misplaced] if misplaced else _faulty(path, cache, version)
        names.append(entry.name.removesuffix(".md"))
    for page in general.besides(content, PAGES, ".md"):
        problems += _faulty(shown(page), cache, version)
        names.append(page.stem)
    return tuple(sorted(names))


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
    if is_taken(name) and name not in WRITTEN:
        hint = "Haal het bestand weg, of geef het een andere naam."
        if name in TEXTS:
            hint = f"Zet de tekst in {TEXTS[name]} en haal dit bestand weg."
        return Problem(path, 1, 1, "B022", f"de pagina {quoted(name)} maakt de site zelf.", hint)
    return None


def _faulty(path: str, cache: Cache, version: str) -> tuple[Problem, ...]:
    """Return what is wrong with a page, from the cache where it was looked at before."""
    try:
        with open(path, "rb") as file:
            raw = file.read(LONG_LIST + 1)
    except OSError:
        return (unreadable(path),)
    key = digest("pagina", version, path, raw)
    kept = cache.get(key, of(tuple[Problem, ...]))
    if kept is None:
        page = read_page(raw, path)
        kept = (page,) if isinstance(page, Problem) else tuple(_judged(page, path))
        cache.put(key, kept)
    return kept


def read_page(raw: bytes, path: str) -> WrittenPage | Problem:  # noqa: PLR0911 - one for each thing that may be wrong
    """Return a page in parts, or the first thing that is wrong with its file."""
    if len(raw) > LONG_LIST:
        message = f"het bestand is groter dan {LONG_LIST // 1024} kB."
        return Problem(path, 1, 1, "B002", message, "Maak er twee pagina's van.")
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        hint = 'Sla het op als "UTF-8" in uw tekstprogramma.'
        return Problem(path, line, 1, "B001", "het bestand is geen UTF-8-tekst.", hint)
    unseen = invisible(text)
    if unseen:
        return Problem(path, *unseen[0], "B011", *unseen[1:])
    front = FRONT.match(text)
    head = parse(front[1].encode(), path) if front else None
    if isinstance(head, Problem):
        return replace(head, line=head.line + 1)
    if front is None or head is None or not all(_said(head, name) for name in HEAD):
        hint = 'Begin met een regel "---", dan "title: …" en "description: …", en weer een regel "---".'
        return Problem(path, 1, 1, "B021", "deze pagina begint niet met een titel en een omschrijving.", hint)
    for loc, (line, column) in head.keys.items():
        if loc[0] not in HEAD:
            message = f"{quoted(str(loc[0]))} hoort niet in de kop van een pagina."
            return Problem(path, line + 1, column, "B023", message, "Laat alleen title en description staan.")
    for loc in head.cut:
        line, column = head.values[loc]
        hint = "Zet de hele tekst tussen aanhalingstekens."
        return Problem(path, line + 1, column, "B021", "wat na een hekje (#) staat, valt weg.", hint)
    line = front[0].count("\n") + 1
    return WrittenPage(str(head.data["title"]), str(head.data["description"]), text[front.end() :], line)


class PageError(Exception):
    """A written page that cannot be used, where ``check`` was passed over; the message is the problem."""


def read_pages(folder: Path, besides: Iterable[Path] = ()) -> dict[str, WrittenPage]:
    """Return the written pages of a folder, and those ``besides``, by their names. Raises PageError for one with an error."""
    found = {}
    for path in sorted([*folder.glob("*.md"), *besides], key=lambda path: path.name):
        page = read_page(path.read_bytes(), shown(path))
        if isinstance(page, Problem):
            raise PageError(str(page))
        found[path.stem] = page
    return found


def _said(head: Document, name: str) -> bool:
    found = head.data.get(name)
    return isinstance(found, str) and bool(found.strip())


def html_of(body: str) -> str:
    """Return Markdown as MkDocs makes HTML of it, but for where links to other pages lead."""
    import markdown  # noqa: PLC0415 - most runs read what was found before

    return str(markdown.markdown(worded(body), extensions=list(EXTENSIONS)))


def _judged(page: WrittenPage, path: str) -> Iterator[Problem]:
    """Yield what may not be in a page: once for each kind of fault."""
    for found in ASKED.finditer(page.body):
        if found[1] not in FIELDS:
            line = page.line + page.body.count("\n", 0, found.start())
            column = found.start() - page.body.rfind("\n", 0, found.start())
            hint = f"Kies uit: {', '.join(f'{{{name}}}' for name in FIELDS)}."
            yield Problem(path, line, column, "B024", f"{quoted(found[0])} vult de site niet in.", hint)
    seen = set()
    for what, sought in faults(html_of(page.body)):
        if what not in seen:
            seen.add(what)
            at = max(page.body.lower().find(sought.lower()), 0) if sought else 0
            line = page.line + page.body.count("\n", 0, at)
            column = at - page.body.rfind("\n", 0, at)
            yield Problem(path, line, column, "B020", f"{quoted(what)} mag niet in een pagina.", HINT)


def faults(text: str) -> Iterator[tuple[str, str]]:
    """Yield what in a piece of HTML is not on the lists: what it is, and words to find it by."""
    from tinyhtml5 import parse as parse_html  # noqa: PLC0415 - as above

    body = next(parse_html(f"<!doctype html><body>{text}", namespace_html_elements=False).iter("body"))
    for element in body.iter():
        if element is body:
            continue
        if not isinstance(element.tag, str):
            yield "<!-- -->", "<!"
        elif element.tag not in ELEMENTS:
            yield f"<{element.tag}>", f"<{element.tag}"
        elif element.tag == "a" and not _names_its_host("".join(element.itertext()), element.get("href", "")):
            yield f"[{''.join(element.itertext())}]({element.get('href')})", "".join(element.itertext())
        else:
            for name, value in element.attrib.items():
                if not _allowed(element.tag, str(name), value):
                    yield f"{name}={value}", value or str(name)


def _names_its_host(words: str, address: str) -> bool:
    """Tell whether a link whose words are an address of a site leads to that site."""
    named = SITE.match(words.strip().lower())
    return named is None or host_of(address) == named[1].removeprefix("www.")


def _allowed(tag: str, name: str, value: str) -> bool:
    if name in ("id", "class"):
        return NAMES.fullmatch(value) is not None
    if name not in ELEMENTS[tag] or FILLED_LATER.search(value):
        return False
    if name == "href":
        return leads(value)
    if name == "src":
        return value.startswith("/") and leads(value)
    if name == "start":
        return value.isdigit()
    return name != "style" or ALIGNED.fullmatch(value) is not None


def leads(address: str) -> bool:
    """Tell whether a link leads to the site itself, to a plain web address, to a mail or to a telephone."""
    plain = address.lower()
    if plain.startswith("https://"):
        return web_fault(address) is None
    if plain.startswith("mailto:"):
        return mail_fault(re.sub(r"\?subject=[^&]*$", "", address[7:])) is None
    if plain.startswith("tel:"):
        return re.fullmatch(r"\+?\d+", address[4:]) is not None and bool(tel(address[4:]))
    if any(char in address for char in "\\\t\n\r") or not address.isprintable() or SCHEME.match(plain):
        return False
    return address.startswith("#") or (address.startswith("/") and not address.startswith("//"))
