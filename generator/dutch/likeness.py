"""How much two names are alike: for a near miss, and for what may be the same."""

import re
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

NEAR = 0.6  # what a slip of the keyboard leaves the same
NEAR_WORD = 0.8  # how much two spellings of a word have in common


def nearest(text: str, known: Iterable[str], least: float = NEAR) -> str:
    """Return the known name that is most like a text, from ``least`` on (0 to 1); nothing where none is. Of two alike the first counts."""
    found = process.extractOne(text, list(known), scorer=fuzz.ratio, score_cutoff=100 * least)
    return found[0] if found else ""


def same_words(one: str, other: str, least: float = NEAR_WORD) -> bool:
    """Tell whether two names, as they stand in an address, differ in nothing but how a word is spelt: "dorpskoor" and "dropskoor".

    Another number ("groep-1", "groep-2") or another word ("jongeren", "ouderen") makes another name.
    """
    words, others = one.split("-"), other.split("-")
    left = [word for word in words if word not in others]
    right = [word for word in others if word not in words]
    if len(left) != len(right):
        return False
    pairs = zip(sorted(left), sorted(right), strict=True)
    return all(not re.search(r"\d", a + b) and fuzz.ratio(a, b) >= 100 * least for a, b in pairs)


def alike(text: str, known: Mapping[str, str], least: float = NEAR) -> list[str]:
    """Return the keys of the names that are like a text, the most alike first."""
    found = process.extract(text, known, scorer=fuzz.ratio, score_cutoff=100 * least, limit=None)
    return [key for _, _, key in found]


# What stands before a name and does not tell two apart.
LOOSE = frozenset(
    "de het een stichting vereniging st ver cultureel centrum buurthuis wijkcentrum dorpshuis gemeenschapshuis wijkgebouw".split()
)


class Alike:
    """Names of which one may be short for the other: "Stichting Welzijn MensenWerk" and "Welzijn MensenWerk", "De Plataan" and "Cultureel Centrum De Plataan"."""

    def __init__(self) -> None:
        """Know no names yet."""
        self._words: dict[str, frozenset[str]] = {}
        self._with: dict[str, set[str]] = {}

    def add(self, own: str) -> None:
        """Learn a name, as it stands in an address."""
        words = _telling(own)
        if words and own not in self._words:
            self._words[own] = words
            for word in words:
                self._with.setdefault(word, set()).add(own)

    def near(self, own: str) -> str:
        """Return a known name of which all telling words stand in the other, or the other way round; nothing where there is none."""
        words = _telling(own)
        seen = {name for word in words for name in self._with.get(word, ())}
        found = [name for name in seen if _short_for(self._words[name], words) or _short_for(words, self._words[name])]
        return min(found, key=lambda name: (abs(len(name) - len(own)), name), default="")


def _short_for(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether one name may be short for another: it says at least half of it."""
    return one <= other and 2 * len(one) >= len(other)


def _telling(own: str) -> frozenset[str]:
    return frozenset(word for word in own.split("-") if word not in LOOSE)
