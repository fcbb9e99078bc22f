"""The typeface, subset from its package at build time: only the letters of this site, with plain zeros."""

import io
import string
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import fontpkg_atkinson_hyperlegible

from generator.dutch import letters
from generator.work.cache import Cache, digest, of

if TYPE_CHECKING:
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import TTFont

FONTS = {"regular": "AtkinsonHyperlegible-Regular.ttf", "bold": "AtkinsonHyperlegible-Bold.ttf"}
WEIGHTS = {"regular": 400, "bold": 700}


def font_file(weight: str) -> Path:
    """Return the package's own file of a weight ("regular" or "bold")."""
    return Path(fontpkg_atkinson_hyperlegible.ROOT) / "files" / FONTS[weight]


def font(weight: str, cache: Cache, text: str = letters.OWN) -> bytes:
    """Return a weight as WOFF2 with the letters of ``text``, kept in ``cache``."""
    source = font_file(weight).read_bytes()
    key = digest("font", source, text, Path(__file__).read_bytes())
    kept = cache.get(key, of(bytes))
    if kept is None:
        kept = subset_font(source, text)
        cache.put(key, kept)
    return bytes(kept)


@lru_cache(maxsize=8)  # builds in one process want the same ones
def subset_font(source: bytes, text: str = letters.OWN) -> bytes:
    """Return a typeface as WOFF2 with only some letters, plain zeros, and the same bytes every time."""
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
    subsetter.populate(text=text)
    subsetter.subset(font)
    font.flavor = "woff2"
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def reserves(text: str) -> tuple[tuple[int, bytes], ...]:
    """Return typefaces for the characters of ``text`` that the site's own lacks: a weight and a TrueType file each.

    Each typeface gives what the ones before it do not have. Nothing where there is nothing to stand in for.
    """
    return _reserves("".join(sorted(set(letters.strange(text)))))


@lru_cache(maxsize=64)  # builds in one process want the same ones, and each takes a second
def _reserves(characters: str) -> tuple[tuple[int, bytes], ...]:
    """Return typefaces for characters, a weight and a file each."""
    wanted = set(characters)
    found = []
    for path in letters.RESERVES if wanted else ():
        covered, content = _part(path, "".join(sorted(wanted)))
        if covered:
            found += [(weight, _instance(content, weight)) for weight in WEIGHTS.values()]
        wanted -= covered
    return tuple(found)


def _part(path: Path, text: str) -> tuple[set[str], bytes]:
    """Return which characters a variable typeface has, and only those of it."""
    from fontTools import subset  # noqa: PLC0415 - as above
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above

    font = TTFont(path, recalcTimestamp=False)
    covered = set(text) & set(map(chr, font.getBestCmap()))
    if not covered:
        return covered, b""
    options = subset.Options()
    options.layout_features = ["*"]
    options.hinting = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(covered)) + string.printable)  # spaces and signs between its letters
    subsetter.subset(font)
    target = io.BytesIO()
    font.save(target)
    return covered, target.getvalue()


def _instance(content: bytes, weight: int) -> bytes:
    """Return a variable typeface in one weight."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above
    from fontTools.varLib import instancer  # noqa: PLC0415 - as above

    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, {"wght": weight, "wdth": 100}, inplace=True)
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
