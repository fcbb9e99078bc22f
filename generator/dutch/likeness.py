"""How much two names are alike: for a near miss, and for what may be the same."""

from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

NEAR = 0.6  # what a slip of the keyboard leaves the same


def nearest(text: str, known: Iterable[str], least: float = NEAR) -> str:
    """Return the known name that is most like a text, from ``least`` on (0 to 1); nothing where none is. Of two alike the first counts."""
    found = process.extractOne(text, list(known), scorer=fuzz.ratio, score_cutoff=100 * least)
    return found[0] if found else ""


def alike(text: str, known: Mapping[str, str], least: float = NEAR) -> list[str]:
    """Return the keys of the names that are like a text, the most alike first."""
    found = process.extract(text, known, scorer=fuzz.ratio, score_cutoff=100 * least, limit=None)
    return [key for _, _, key in found]
