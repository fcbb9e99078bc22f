"""Style, script, typeface and pictures: from packages and ``site_overrides/assets`` to files with a hash in their name.

A name that changes with the content may be kept by a browser for ever. The typeface is subset here, at build time, from
its package; nothing of it is in the repository.
"""

import base64
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import fontpkg_atkinson_hyperlegible
import minify
import mkdocs.contrib.search

from generator.cache import Cache, digest

if TYPE_CHECKING:
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import TTFont

FONTS = {"regular": "AtkinsonHyperlegible-Regular.ttf", "bold": "AtkinsonHyperlegible-Bold.ttf"}
# Latin with what Dutch names and their neighbours use, and the signs that the site itself prints.
LETTERS = "".join(chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180))) + "€–—‘’“”…•·←→✓"
STYLES = (
    "tokens.css",
    "base.css",
    "layout.css",
    "components.css",
    "finder.css",
    "pages.css",
    "referral.css",
    "print.css",
    "flyer.css",
)
PAPER = ("tokens.css", "flyer.css", "paper.css")  # what the sheets that become PDFs need
SCRIPT = "site.js"
SOURCES = "zoek-bronnen.txt"  # what the licences of lunr.js and of the word lists ask a site to say
# The search in the worker, and the page that talks to it: modules in the order in which they build on each other.
WORKER = (
    "text.js",
    "unpack.js",
    "spell.js",
    "filter.js",
    "wordlist.js",
    "shard.js",
    "lexicon.js",
    "query.js",
    "score.js",
    "search.js",
    "worker.js",
)
FINDER = ("text.js", "state.js", "dom.js", "choices.js", "results.js", "cards.js", "asker.js", "page.js")
EMBEDDING = ("zoek/state.js", "inbedden.js")
LUNR = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"


@dataclass(frozen=True, slots=True)
class Assets:
    """The files by their path in the site, and their paths by what they are for."""

    files: Mapping[str, bytes]
    names: Mapping[str, str]


def font_file(weight: str) -> Path:
    """Return the package's own file of a weight ("regular" or "bold")."""
    return Path(fontpkg_atkinson_hyperlegible.ROOT) / "files" / FONTS[weight]


def build_assets(folder: Path, cache: Cache, pictures: Mapping[str, bytes]) -> Assets:
    """Return every asset of the site.

    ``folder`` is ``site_overrides/assets``; ``pictures`` are images made elsewhere, by what they are for. Subset
    typefaces are kept in ``cache``.
    """
    files: dict[str, bytes] = {}
    names: dict[str, str] = {}

    def add(use: str, stem: str, suffix: str, content: bytes) -> None:
        names[use] = f"assets/{stem}.{digest(content)[:10]}{suffix}"
        files[names[use]] = content

    for weight in FONTS:
        add(f"font_{weight}", f"letter-{weight}", ".woff2", _font(weight, cache))
    add("styles", "site", ".css", _styles(folder, names))
    add("script", "site", ".js", _small((folder / SCRIPT).read_text(encoding="utf-8")))
    add("frame", "kader", ".js", _small((folder / "kader.js").read_text(encoding="utf-8")))
    add("embedding", "inbedden", ".js", _small(joined(folder, EMBEDDING)))
    files["inbedden/embed.js"] = _small((folder / "embed.js").read_text(encoding="utf-8"))
    add("referrers", "verwijzers", ".js", _small((folder / "verwijzers.js").read_text(encoding="utf-8")))
    add("worker", "zoeker", ".js", _small(joined(folder / "zoek", WORKER, with_lunr=True)))
    add("finder", "catalogus", ".js", _small(joined(folder / "zoek", FINDER)))
    files["zoeken/bronnen.txt"] = (folder / SOURCES).read_bytes()
    for use, content in pictures.items():
        suffix = ".svg" if content.lstrip().startswith(b"<svg") else ".png"
        add(use, use.replace("_", "-"), suffix, content)
    return Assets(files, names)


def joined(folder: Path, names: tuple[str, ...], *, with_lunr: bool = False) -> str:
    """Return modules as one text: one request instead of ten on an old phone.

    The modules import from each other by name and no two have the same name at their top (a test looks), so that
    joining is leaving the imports out. lunr.js comes out of MkDocs and is no module: it gets the ``module`` it looks for.
    """
    lunr = f"const lunr = (module => {{ const exports = module.exports; {LUNR.read_text(encoding='utf-8')}; return module.exports }})({{ exports: {{}} }});"
    texts = [lunr] if with_lunr else []
    for name in names:
        text = (folder / name).read_text(encoding="utf-8")
        text = re.sub(r"^import [^;]*;\n", "", text, flags=re.MULTILINE)
        texts.append(re.sub(r"^export (?=(const|class|function) )", "", text, flags=re.MULTILINE))
    if with_lunr:
        texts.append("export { Search };")
    return "\n".join(texts)


def _small(script: str) -> bytes:
    """Return a script without comments and with short names for what it keeps to itself."""
    return str(minify.string("text/javascript", script)).encode()


def _styles(folder: Path, names: Mapping[str, str]) -> bytes:
    """Join the style sheets, without comments, with the typefaces under their own names."""
    text = "\n".join((folder / name).read_text(encoding="utf-8") for name in STYLES)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\n\s*", "\n", text)
    for weight in FONTS:
        text = text.replace(f"letter-{weight}.woff2", names[f"font_{weight}"].rpartition("/")[2])
    return text.strip().encode()


def paper_style(folder: Path, cache: Cache) -> str:
    """Return the style of what becomes a PDF, with the typefaces in it: nothing has to be fetched."""
    text = "\n".join((folder / name).read_text(encoding="utf-8") for name in PAPER)
    for weight in FONTS:
        data = base64.b64encode(_font(weight, cache)).decode()
        text = text.replace(f"letter-{weight}.woff2", f"data:font/woff2;base64,{data}")
    return text


def _font(weight: str, cache: Cache) -> bytes:
    source = font_file(weight).read_bytes()
    key = digest("font", source, LETTERS, Path(__file__).read_bytes())
    kept = cache.get(key)
    if kept is None:
        kept = subset_font(source)
        cache.put(key, kept)
    return bytes(kept)


def subset_font(source: bytes) -> bytes:
    """Return a typeface as WOFF2 with only the letters of this site, plain zeros, and the same bytes every time."""
    from fontTools import subset  # noqa: PLC0415 - takes a while, and most runs have the typeface in the cache
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above

    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    plain_zero(font)
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["kern", "liga", "locl", "mark", "mkmk", "ccmp"]
    options.hinting = False
    options.notdef_outline = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    font.flavor = "woff2"
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def plain_zero(font: "TTFont") -> None:
    """Take the slash out of the zero: "19.30" with slashes looks like code.

    The slash cuts the counter of the zero in two. Each half still has two quarters of the counter's outline; mirrored
    they give the whole. A zero of another build is left as it is.
    """
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415 - as above

    glyph_set = font.getGlyphSet()
    glyph = font["glyf"]["zero"]
    if glyph.numberOfContours != 3:
        return
    coordinates, ends, _flags = glyph.getCoordinates(font["glyf"])
    upper = coordinates[ends[0] + 1 : ends[1] + 1]
    lower = coordinates[ends[1] + 1 : ends[2] + 1]
    (right, middle), right_1, right_2, (centre, top) = upper[2], upper[3], upper[4], upper[5]
    bottom, left = lower[0][1], min(x for x, _ in lower)

    def across(point: tuple[int, int]) -> tuple[int, int]:
        return left + right - point[0], point[1]

    def below(point: tuple[int, int]) -> tuple[int, int]:
        return point[0], top + bottom - point[1]

    pen = TTGlyphPen(glyph_set)
    outline = coordinates[: ends[0] + 1]
    _closed(pen, list(zip(outline, _flags[: ends[0] + 1], strict=True)))
    centre_top, centre_bottom = ((left + right) // 2, top), ((left + right) // 2, bottom)
    pen.moveTo((right, middle))
    pen.qCurveTo(right_1, right_2, centre_top)
    pen.qCurveTo(across(right_2), across(right_1), (left, middle))
    pen.qCurveTo(below(across(right_1)), below(across(right_2)), centre_bottom)
    pen.qCurveTo(below(right_2), below(right_1), (right, middle))
    pen.closePath()
    del centre
    font["glyf"]["zero"] = pen.glyph()


def _closed(pen: "TTGlyphPen", points: list[tuple[tuple[int, int], int]]) -> None:
    """Draw a closed contour of quadratic curves that starts at a point on the curve."""
    pen.moveTo(points[0][0])
    pending: list[tuple[int, int]] = []
    for point, on_curve in [*points[1:], points[0]]:
        pending.append(point)
        if on_curve & 1:
            if len(pending) == 1:
                pen.lineTo(point)
            else:
                pen.qCurveTo(*pending)
            pending = []
    pen.closePath()
