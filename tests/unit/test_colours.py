"""Every pair of colours that text or an edge is made of has enough contrast, in both schemes."""

import re

import pytest

from generator.dutch import letters
from generator.model.schema import Kleur
from generator.show.looks.pictures import COLOURS
from tests.support import PROJECT

STYLES = PROJECT / "site_overrides/assets"
TOKENS = (STYLES / "tokens.css").read_text(encoding="utf-8")
LIGHT, DARK = TOKENS.split("@media (prefers-color-scheme: dark)")
THEMES = [str(colour) for colour in Kleur]
TEXT = [("ink", "paper"), ("ink", "card"), ("soft", "paper"), ("soft", "card"), ("accent", "paper"), ("accent", "card")]
TEXT += [
    ("accent", "accent-tint"),
    ("ink", "accent-tint"),
    ("soft", "accent-tint"),
    ("on-accent", "accent"),
    ("ink", "warn-tint"),
]
TEXT += [pair for theme in THEMES for pair in ((theme, f"{theme}-tint"), (theme, "card"), ("on-strong", theme))]
TEXT += [pair for theme in THEMES for pair in (("ink", f"{theme}-tint"), ("soft", f"{theme}-tint"))]
EDGES = [
    ("edge", "card"),
    ("edge", "paper"),
    ("focus", "paper"),
    ("focus", "card"),
    *[(theme, "paper") for theme in THEMES],
]


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", css))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.2 (1 to 21)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


SCHEMES = {"licht": colours(LIGHT), "donker": colours(LIGHT) | colours(DARK)}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("front", "back"), TEXT)
def test_text_can_be_read(scheme, front, back):
    assert contrast(SCHEMES[scheme][front], SCHEMES[scheme][back]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("front", "back"), EDGES)
def test_edges_can_be_seen(scheme, front, back):
    assert contrast(SCHEMES[scheme][front], SCHEMES[scheme][back]) >= 3


def test_contrast_is_the_one_of_wcag():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_pictures_use_the_same_theme_colours_as_the_pages():
    light = SCHEMES["licht"]
    assert {name: (light[name], light[f"{name}-tint"]) for name in THEMES} == COLOURS


def test_every_colour_in_the_style_sheets_comes_from_the_tokens():
    for path in STYLES.glob("*.css"):
        if path.name not in ("tokens.css", "print.css", "paper.css"):  # paper is black on white
            screen = path.read_text(encoding="utf-8").partition("@media print")[0]
            screen = re.sub(
                r"\.tone-.*", "", screen
            )  # of paper, also on a screen: tests/unit/test_paper.py measures them
            assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?![\w-])", screen)) <= {"#fff"}, path.name  # under a QR code


def test_letters_of_further_away_are_fetched_only_for_themselves():
    """A page with plain Dutch never asks for the second file: its range has exactly what the first lacks."""
    css = (PROJECT / "site_overrides/assets/letters.css").read_text(encoding="utf-8")
    for text in re.findall(r"unicode-range: ([^;]+);", css):
        parts = [part.strip().removeprefix("U+").partition("-") for part in text.split(",")]
        found = {chr(code) for first, _, last in parts for code in range(int(first, 16), int(last or first, 16) + 1)}
        assert found == set(letters.FURTHER)
    assert not set(letters.FURTHER) & set("éèëïöüáóúàçñÉ€–’“”…°½×")
