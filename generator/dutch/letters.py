"""Which letters the site has: its own typeface, and those that stand in for what it lacks, on paper."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import fontpkg_noto_sans
import fontpkg_noto_sans_arabic
import fontpkg_noto_sans_thai

# Latin with what Dutch names and their neighbours use, and the signs that the site itself prints.
NEAR = "".join(chr(code) for code in range(0x20, 0x7F)) + "\u00a0°½×áéíóúàèìòùäëïöüâêîôûçñÁÉËÏÖÜ" + "€–—‘’“”…•·←→✓"
# In a file of their own, which few pages need.
FURTHER = "".join(chr(code) for code in range(0xA0, 0x180) if chr(code) not in NEAR)
OWN = NEAR + FURTHER
# What stands in for the own typeface on paper, in the order in which they are asked: Latin, Greek, Cyrillic, Arabic and Thai.
RESERVES = (
    Path(fontpkg_noto_sans.ROOT) / "files" / "NotoSans[wdth,wght].ttf",
    Path(fontpkg_noto_sans_arabic.ROOT) / "files" / "NotoSansArabic[wdth,wght].ttf",
    Path(fontpkg_noto_sans_thai.ROOT) / "files" / "NotoSansThai[wdth,wght].ttf",
)
# Letters that nobody sees: fillers of Hangul and Khmer, and the empty pattern of Braille.
UNSEEN = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
STRANGE = re.compile(f"[^{re.escape(OWN)}\n\r\t]")


def strange(text: str) -> str:
    """Return the characters of a text that the site's own typeface does not have, each once, in order."""
    return "".join(sorted(set(STRANGE.findall(text))))


def not_on_paper(text: str) -> str:
    """Return the letters and digits of a text that no typeface here can print, each once, in order."""
    return "".join(char for char in strange(text) if char not in _reserve() and unicodedata.category(char)[0] in "LN")


def on_paper(text: str) -> str:
    """Return a text without the pictograms and other signs that no typeface here can print; letters stay."""
    gone = {char for char in strange(text) if char not in _reserve() and unicodedata.category(char)[0] not in "LN"}
    return re.sub(" {2,}", " ", text.translate(dict.fromkeys(map(ord, gone)))) if gone else text


@lru_cache(maxsize=1)
def _reserve() -> frozenset[str]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - takes a while, and most texts need no stranger

    found: set[str] = set()
    for path in RESERVES:
        with TTFont(path, lazy=True) as font:
            found.update(map(chr, font.getBestCmap()))
    return frozenset(found)
