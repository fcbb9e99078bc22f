"""The pictures for sharing (1200 by 630) and the site's own mark, drawn as SVG and turned into PNG by resvg."""

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

PAPER, INK, ACCENT = "#fbf7ef", "#1d2b2f", "#0f5c63"
# The light theme colours (strong, tint) by name; the same pairs stand in site_overrides/assets/tokens.css.
COLOURS = {
    "oker": ("#8a5200", "#fdeccb"),
    "steenrood": ("#a83a1c", "#fbe1d8"),
    "paars": ("#7d2a5c", "#f6dfec"),
    "groen": ("#2c6a3b", "#dff0dc"),
    "blauw": ("#2f4fa0", "#e0e7f9"),
}
FAMILY = "Atkinson Hyperlegible"


def theme_picture(name: str, short: str, colour: str, drawing: str, site: str, fonts: list[Path]) -> bytes:
    """Return the sharing picture of a theme; ``drawing`` is its pictogram in a box of 24 by 24."""
    strong, tint = COLOURS[colour]
    return _png(
        f'<rect width="1200" height="630" fill="{tint}"/>'
        f'<circle cx="210" cy="250" r="120" fill="{strong}"/>'
        f'<g transform="translate(126 166) scale(7)" fill="{PAPER}">{drawing}</g>'
        f"{_text(380, 240, 84, strong, name, bold=True)}{_text(380, 320, 44, INK, short)}"
        f"{_text(90, 560, 40, INK, site, bold=True)}",
        fonts,
    )


def site_picture(site: str, line: str, themes: Mapping[str, str], fonts: list[Path]) -> bytes:
    """Return the sharing picture of the site; ``themes`` gives each theme's drawing by its colour."""
    marks = "".join(
        f'<circle cx="{150 + 180 * index}" cy="460" r="70" fill="{COLOURS[colour][0]}"/>'
        f'<g transform="translate({102 + 180 * index} 412) scale(4)" fill="{PAPER}">{drawing}</g>'
        for index, (colour, drawing) in enumerate(themes.items())
    )
    return _png(
        f'<rect width="1200" height="630" fill="{PAPER}"/>'
        f"{_text(80, 180, 96, INK, site, bold=True)}{_text(80, 270, 48, INK, line)}{marks}",
        fonts,
    )


def favicon(drawing: str) -> bytes:
    """Return the site's mark as SVG."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="{ACCENT}"/>'
        f'<g transform="translate(4 4)" fill="{PAPER}">{drawing}</g></svg>'
    ).encode()


def touch_icon(drawing: str) -> bytes:
    """Return the site's mark as a PNG of 180 by 180, without transparency."""
    import resvg_py  # noqa: PLC0415 - most runs have the pictures in the cache

    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="180" height="180"><rect width="180" height="180" fill="{ACCENT}"/>'
        f'<g transform="translate(30 30) scale(5)" fill="{PAPER}">{drawing}</g></svg>'
    )
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))


def _text(x: int, y: int, size: int, colour: str, words: str, *, bold: bool = False) -> str:
    weight = 700 if bold else 400
    return (
        f'<text x="{x}" y="{y}" font-family="{FAMILY}" font-size="{size}" font-weight="{weight}" '
        f'fill="{colour}">{escape(words)}</text>'
    )


def _png(inner: str, fonts: list[Path]) -> bytes:
    import resvg_py  # noqa: PLC0415 - as above

    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">{inner}</svg>'
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, font_files=[str(font) for font in fonts], font_family=FAMILY, skip_system_fonts=True
        )
    )
