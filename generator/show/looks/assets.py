"""Style, script, typeface and pictures: from packages and ``site_overrides/assets`` to files with a hash in their name.

A name that changes with the content may be kept by a browser for ever. The typeface is subset here, at build time, from
its package; nothing of it is in the repository.
"""

import base64
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import minify

from generator.dutch import letters
from generator.model import addresses
from generator.show.looks import constants
from generator.show.looks.typeface import FONTS, font
from generator.work.cache import Cache, digest

STYLES = (
    "tokens.css",
    "letters.css",
    "base.css",
    "layout.css",
    "components.css",
    "finder.css",
    "pages.css",
    "print.css",
)
# Sheets that only some pages load, and what they are called in the site.
EXTRA_STYLES = {
    "abroad": "talen",
    "aloud": "voorlezen",
    "activity": "activiteit",
    "agenda": "agenda",
    "fields": "velden",
    "experiences": "ervaringen",
    "flyer": "flyer",
    "form": "formulier",
    "list": "lijst",
    "overview": "overzicht",
    "referral": "verwijzing",
    "talk": "gesprek",
    "wide": "breed",
}
PAPER = ("tokens.css", "flyer.css", "paper.css")  # what the sheets that become PDFs need
SITE = ("day.js", "copy.js", "fragment.js", "list/address.js", "list/keep.js", "list/picks.js", "site.js")
ASKING = "./asking.js"  # what the script of the site fetches when somebody picks
SOURCES = "search-sources.txt"  # what the licences of lunr.js and of the word lists ask a site to say
# The search in the worker, and the page that talks to it: modules in the order in which they build on each other.
UNUSED_OF_LUNR = (
    ("lunr.idf = function", "/*!\n * lunr.Pipeline"),
    ("lunr.Pipeline.registerFunction = function", "/*!\n * lunr.Vector"),
    ("lunr.Vector.prototype.toArray = function", "/*!\n * lunr.Index"),
    ("lunr.Index.prototype.search = function", "lunr.Index.prototype.query = function"),
    ("lunr.Index.prototype.toJSON = function", "/*!\n * lunr.Builder"),
    ("/*!\n * lunr.Builder", "lunr.MatchData = function"),
    ("lunr.QueryParseError = function", ";(function (root, factory)"),
)
WORKER = (
    "search/text.js",
    "search/unpack.js",
    "search/when.js",
    "search/roles.js",
    "search/spell.js",
    "search/danger.js",
    "search/filter.js",
    "search/wordlist.js",
    "search/shard.js",
    "search/lexicon.js",
    "search/query.js",
    "search/score.js",
    "search/search.js",
    "search/worker.js",
)
NEAR = ("search/unpack.js", "search/text.js", "search/near.js")
NEARBY = "./near.js"  # what the search fetches when somebody asks for what is near
FINDER = (
    "fragment.js",
    "list/address.js",
    "copy.js",
    "share.js",
    "day.js",
    "search/text.js",
    "search/state.js",
    "search/dom.js",
    "search/choices.js",
    "search/results.js",
    "another.js",
    "search/cards.js",
    "search/living.js",
    "trusted.js",
    "search/asker.js",
    "search/page.js",
    "keeping.js",
)
ABROAD = (
    "fragment.js",
    "day.js",
    "search/text.js",
    "search/state.js",
    "search/dom.js",
    "another.js",
    "search/cards.js",
    "trusted.js",
    "search/asker.js",
    "abroad.js",
)
# What the pages need that a visitor has without a connection, by what it is for; the style first.
OFFLINE = (
    "styles",
    "script",
    "early",
    "asking",
    "finder",
    "agenda",
    "agenda_style",
    "list",
    "fields_style",
    "list_style",
    "aloud",
    "aloud_style",
    "code",
    *(f"font_{weight}" for weight in FONTS),
    *(f"further_{weight}" for weight in FONTS),
)
SHELL = '"./shell"'  # stands in the script for the addresses of those
LOST = ("fragment.js", "lost.js")
AGENDA = ("day.js", "outgoing.js", "copy.js", "agenda.js")
ACTIVITY = ("outgoing.js", "together.js", "calendar.js", "copy.js", "message.js", "activity.js")
LIST = (
    "day.js",
    "outgoing.js",
    "copy.js",
    "elements.js",
    "list/elements.js",
    "another.js",
    "together.js",
    "calendar.js",
    "list/leaves.js",
    "message.js",
    "list/text.js",
    "list/order.js",
    "list/code.js",
    "list/rows.js",
    "list/sheet.js",
    "list/giving.js",
    "list/page.js",
)
FORM = (
    "elements.js",
    "form/schema.js",
    "form/sentences.js",
    "form/faults.js",
    "form/rules.js",
    "form/answers.js",
    "form/card.js",
    "form/typed.js",
    "form/rows.js",
    "form/fields.js",
    "form/knowledge.js",
    "form/draft.js",
    "form/messages.js",
    "form/page.js",
)
# The last step of the form, fetched when somebody gets there.
FORM_SEND = (
    "outgoing.js",
    "copy.js",
    "elements.js",
    "form/icon.js",
    "form/alike.js",
    "form/yaml.js",
    "form/forge.js",
    "form/report.js",
    "form/found.js",
    "form/ways.js",
    "form/summary.js",
    "form/offer.js",
    "form/send.js",
)
ALOUD = ("elements.js", "speech.js", "aloud.js")
SHARING = (
    "elements.js",
    "outgoing.js",
    "copy.js",
    "form/icon.js",
    "form/yaml.js",
    "form/forge.js",
    "form/ways.js",
    "form/offer.js",
    "sharing.js",
)
EMBEDDING = ("fragment.js", "search/state.js", "embedding.js")
QR_LIBRARY = tuple(
    Path(root) / "share/nodejs/qrcode-generator/qrcode.js" for root in (sys.prefix, "/usr", "/usr/local")
)
# Looking where MkDocs is does not load it, which takes a tenth of a small build.
LUNR = Path(str(find_spec("mkdocs").origin)).parent / "contrib/search/templates/search/lunr.js"  # type: ignore[union-attr]


@dataclass(frozen=True, slots=True)
class Assets:
    """The files by their path in the site, their paths by what they are for, and in Dutch what is left out and why."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]
    notes: tuple[str, ...] = ()


NO_CODE = "Zonder QR-code op het scherm bij Mijn lijst: installeer node-qrcode-generator."


def build_assets(
    folder: Path, cache: Cache, pictures: Mapping[str, bytes], why_not: str = "", *, offline: bool = True
) -> Assets:
    """Return every asset of the site.

    ``folder`` is ``site_overrides/assets``; ``pictures`` are images made elsewhere, by what they are for; ``why_not`` says why
    some are missing; without ``offline`` a browser keeps nothing for when there is no connection. Subset
    typefaces are kept in ``cache``.
    """
    files: dict[str, bytes] = {}
    names: dict[str, str] = {}

    def add(use: str, stem: str, suffix: str, content: bytes) -> None:
        names[use] = f"assets/{stem}.{digest(content)[:10]}{suffix}"
        files[names[use]] = content

    for weight in FONTS:
        add(f"font_{weight}", f"letter-{weight}", ".woff2", font(weight, cache, letters.NEAR))
        add(f"further_{weight}", f"letter-{weight}-verder", ".woff2", font(weight, cache, letters.FURTHER))
    add("styles", "site", ".css", _styles(folder, names))
    add("asking", "bewaren", ".js", _small((folder / "list/asking.js").read_text(encoding="utf-8")))
    asking = names["asking"].removeprefix(addresses.ASSETS)
    add("script", "site", ".js", _small(joined(folder, SITE).replace(ASKING, f"./{asking}")))
    add("early", "vroeg", ".js", _small((folder / "early.js").read_text(encoding="utf-8")))
    add("frame", "kader", ".js", _small((folder / "frame.js").read_text(encoding="utf-8")))
    add("embedding", "inbedden", ".js", _small(joined(folder, EMBEDDING)))
    files[addresses.EMBED_SCRIPT] = _small((folder / "embed.js").read_text(encoding="utf-8"))
    add("referrers", "verwijzers", ".js", _small((folder / "referrers.js").read_text(encoding="utf-8")))
    add("talk", "gesprek", ".js", _small((folder / "talk.js").read_text(encoding="utf-8")))
    add("aloud", "voorlezen", ".js", _small(joined(folder, ALOUD)))
    add("sharing", "delen", ".js", _small(joined(folder, SHARING)))
    add("moved", "verhuisd", ".js", _small((folder / "moved.js").read_text(encoding="utf-8")))
    add("lost", "kwijt", ".js", _small(joined(folder, LOST)))
    add("agenda", "agenda", ".js", _small(joined(folder, AGENDA)))
    add("activity", "activiteit", ".js", _small(joined(folder, ACTIVITY)))
    add("list", "lijst", ".js", _small(joined(folder, LIST)))
    add("form", "formulier", ".js", _small(joined(folder, FORM)))
    add(
        "form_send",
        "versturen",
        ".js",
        _small(
            f"{joined(folder, FORM_SEND)}\nexport {{ drawSending, foundDraft, foundWords, letters, offered, mendingLead }};"
        ),
    )
    library = qr_library()
    if library:
        add("code", "code", ".js", _small(f"{library.read_text(encoding='utf-8')}\nexport {{ qrcode }};"))
    for name, stem in EXTRA_STYLES.items():
        add(f"{name}_style", stem, ".css", _plain((folder / f"{name}.css").read_text(encoding="utf-8")).encode())
    add("near", "dichtbij", ".js", _small(f"{joined(folder, NEAR)}\nexport {{ Nearby }};"))
    near = f"./{names['near'].removeprefix(addresses.ASSETS)}"
    add("worker", "zoeker", ".js", _small(joined(folder, WORKER, with_lunr=True).replace(NEARBY, near)))
    add("finder", "catalogus", ".js", _small(joined(folder, FINDER)))
    add("abroad", "zoeken-in-talen", ".js", _small(joined(folder, ABROAD)))
    files[addresses.OFFLINE] = _offline(folder, names if offline else {})
    files[addresses.SEARCH_SOURCES] = (folder / SOURCES).read_bytes()
    for use, content in pictures.items():
        suffix = ".svg" if content.lstrip().startswith(b"<svg") else ".png"
        add(use, use.replace("_", "-"), suffix, content)
    return Assets(files, names, tuple(filter(None, (why_not, "" if library else NO_CODE))))


def _offline(folder: Path, names: Mapping[str, str]) -> bytes:
    """Return the script of the worker for who has no connection; without names it forgets what it kept, and itself."""
    shell = " ".join(names[use] for use in OFFLINE if use in names)
    return _small(joined(folder, ("offline.js",)).replace(SHELL, f'"{shell}"'))


def qr_library() -> Path | None:
    """Return the library that draws a code in the browser, where it is there (``scripts/setup.sh``).

    It is Kazuhiko Arase's qrcode-generator out of Debian's package: a list is known only to the browser that shows it, so its
    code cannot be made before; and what Python packages offer runs on no browser.
    """
    return next((path for path in QR_LIBRARY if path.is_file()), None)


def joined(folder: Path, names: tuple[str, ...], *, with_lunr: bool = False) -> str:
    """Return modules as one text: one request instead of ten on an old phone.

    The modules import from each other by name and no two have the same name at their top (a test looks), so that
    joining is leaving the imports out. lunr.js comes out of MkDocs and is no module: it gets the ``module`` it looks for.
    """
    lunr = f"const lunr = (module => {{ const exports = module.exports; {_used(LUNR.read_text(encoding='utf-8'))}; return module.exports }})({{ exports: {{}} }});"
    modules = [(folder / name).read_text(encoding="utf-8") for name in names]
    shared = constants.used((folder / constants.FILE).read_text(encoding="utf-8"), modules)
    texts = [lunr] if with_lunr else []
    for module in (shared, *modules):
        alone = re.sub(r"^(import|export \{) [^;]*;\n", "", module, flags=re.MULTILINE)
        texts.append(re.sub(r"^export (?=(const|class|function|async) )", "", alone, flags=re.MULTILINE))
    if with_lunr:
        texts.append("export { Search };")
    return "\n".join(texts)


def _used(lunr: str) -> str:
    """Return lunr.js without what a browser that only asks has no use for: its own Dutch, English and way to build an index.

    ``shard.js`` says what a term is. In a lunr.js with other parts than these nothing is left out.
    """
    for start, end in UNUSED_OF_LUNR:
        first, last = lunr.find(start), lunr.find(end)
        if 0 < first < last:
            lunr = lunr[:first] + lunr[last:]
    return lunr


@lru_cache(maxsize=64)  # while `serve` runs
def _small(script: str) -> bytes:
    """Return a script without comments and with short names for what it keeps to itself."""
    return str(minify.string("text/javascript", script)).encode()


def _styles(folder: Path, names: Mapping[str, str]) -> bytes:
    """Join the style sheets, without comments, with the typefaces under their own names."""
    text = _plain("\n".join((folder / name).read_text(encoding="utf-8") for name in STYLES))
    for weight in FONTS:
        for use, stem in (("font", f"letter-{weight}"), ("further", f"letter-{weight}-verder")):
            text = text.replace(f"{stem}.woff2", names[f"{use}_{weight}"].rpartition("/")[2])
    return text.encode()


def _plain(style: str) -> str:
    """Return a style sheet without comments, spaces and what can be written shorter."""
    return str(minify.string("text/css", style))


def paper_style(folder: Path, cache: Cache) -> str:
    """Return the style of what becomes a PDF, with the typefaces in it: nothing has to be fetched."""
    text = "\n".join((folder / name).read_text(encoding="utf-8") for name in PAPER)
    for weight in FONTS:
        data = base64.b64encode(font(weight, cache)).decode()
        text = text.replace(f"letter-{weight}.woff2", f"data:font/woff2;base64,{data}")
    return text
