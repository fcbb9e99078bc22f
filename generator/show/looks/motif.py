"""The ring of the five themes, for what is printed: the one drawing that all paper of this site has in common.

On paper a theme has a colour of its own lightness beside its hue, so that a printer without colour keeps them apart as well
(``tests/unit/test_paper.py`` measures them).
"""

from collections.abc import Iterable

from generator.model.icons import icon_drawing

INK, WHITE = "#1d2b2f", "#ffffff"
# The colour of a theme on paper, and what is drawn on it; from dark to light.
PAPER = {
    "blauw": ("#1c3474", WHITE),
    "paars": ("#8d3569", WHITE),
    "groen": ("#4f8f5a", WHITE),
    "steenrood": ("#e37f58", INK),
    "oker": ("#f0b640", INK),
}
WIDTH, HEIGHT = 480, 316
# Where each theme stands, in the order of the themes: middle and radius; and how the line goes through them.
PLACES = ((50, 176, 47), (160, 58, 55), (336, 52, 49), (414, 204, 58), (206, 262, 50))
LINE = "M50 176C56 110 96 66 160 58C220 46 280 46 336 52C396 66 428 130 414 204C394 262 290 292 206 262C128 254 54 232 50 176Z"
# A round with a hand in it, of radius 1.
ROUND = "M0-1C.58-1 1.03-.6 1 .05C.97.66.54 1.02-.04 1C-.62.98-1.02.55-1-.06C-.98-.62-.55-1 0-1Z"


def motif(themes: Iterable[tuple[str, str]]) -> str:
    """Return the ring as the text of an SVG; ``themes`` are five times a colour and a pictogram, in their order."""
    rounds = "".join(
        _round(colour, icon, place, turn)
        for turn, ((colour, icon), place) in enumerate(zip(themes, PLACES, strict=True))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" class="motif" aria-hidden="true" focusable="false">'
        f'<path d="{LINE}" fill="none" stroke="#b3aa9a" stroke-width="5" stroke-linecap="round" stroke-dasharray="13 12"/>{rounds}</svg>'
    )


def disc(colour: str, icon: str) -> str:
    """Return one theme of the ring as the text of an SVG."""
    fill, on = PAPER[colour]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-22 -22 44 44"><path d="{ROUND}" transform="scale(21)" fill="{fill}"/>'
        f'<g transform="translate(-13.2 -13.2) scale(1.1)" fill="{on}">{icon_drawing(icon)}</g></svg>'
    )


def _round(colour: str, icon: str, place: tuple[int, int, int], turn: int) -> str:
    x, y, radius = place
    fill, on = PAPER[colour]
    size = radius / 20
    return (
        f'<g transform="translate({x} {y})"><path d="{ROUND}" transform="rotate({40 * turn}) scale({radius + 6})" fill="#fff"/>'
        f'<path d="{ROUND}" transform="rotate({40 * turn}) scale({radius})" fill="{fill}"/>'
        f'<g transform="translate({-12 * size:g} {-12 * size:g}) scale({size:g})" fill="{on}">{icon_drawing(icon)}</g></g>'
    )
