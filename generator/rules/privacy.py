"""Nobody's name, own number or home stands in a sentence: it would be on the web, in calendars and on paper, for ever."""

import re
from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.problems import Problem, quoted
from generator.rules.base import all_entries, texts, warning
from generator.schema import Activity, Location, Municipality, Organisation, Practice

CODES = {"A086": "In een zin staat geen naam, eigen nummer, eigen mailadres of woonadres van een persoon."}
_BETWEEN = r"(?:(?:van|de|den|der|ten|ter|te|het|'t|in|op|el|al) +)*"
_NAME = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*"
# What to look for, with what it may be. The form on the site looks for the same (``exports.form_rules``), so these are patterns that
# JavaScript reads alike.
PATTERNS = {
    "een eigen nummer": r"(?:\+31|0031|(?<!\d)0)[ -]?(?:\(0\))?[ -]?6(?:[ -]?\d){8}(?!\d)",
    "een naam": (
        rf"(?:\b(?:[Mm]evrouw|[Mm]evr|[Mm]w|[Mm]eneer|[Dd]hr|[Dd]e heer)\b\.? +(?:[A-Z]\. ?)*{_BETWEEN}{_NAME}"
        rf"|\b(?:[A-Z]\. ?){{1,4}}{_BETWEEN}{_NAME}"
        rf"|\b(?:[Bb]el|[Mm]ail|[Vv]raag|[Cc]ontactpersoon:?|[Cc]ontact met|[Vv]raag naar)(?: met| naar)? +{_NAME} +{_BETWEEN}{_NAME}(?= *(?:[,.(:;]|$|op\b|via\b|\d)))"
    ),
    "een eigen mailadres": r"\b[\w.+-]+@(?:gmail|hotmail|outlook|live|icloud|yahoo|ziggo|kpnmail|planet|home|xs4all|hetnet)\.(?:com|nl)\b",
    "een woonadres": r"\b[A-ZÀ-Þ][a-zà-ÿ']*(?:straat|laan|weg|plein|hof|dijk|kade|singel|gracht|steeg|dreef|plantsoen) +\d{1,4}(?:[a-z]\b)?",
}
FOUND = {what: re.compile(pattern) for what, pattern in PATTERNS.items()}
KINDS = (Activity, Organisation, Location, Municipality, Practice)
# Names and addresses that are meant to be one, and what other rules look at.
NOT_A_SENTENCE = frozenset(
    {"naam", "adres", "telefoon", "email", "website", "url", "bestand", "maker", "organisatie", "locatie"}
)


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a warning for each sentence that may be about one person."""
    del today
    for entry in all_entries(catalogue):
        if isinstance(entry.model, KINDS):
            for loc, text in texts(entry.model):
                for what, part in personal(str(loc[-1]), text):
                    message = f"hier staat misschien {what} van een persoon: {quoted(part)}."
                    hint = "Haal het weg, of noem de functie en het nummer van de organisatie."
                    yield warning(entry, loc, "A086", message, hint)


def personal(field: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield what in a text may be of one person: what it may be, and the words."""
    if field not in NOT_A_SENTENCE:
        for what, pattern in FOUND.items():
            match = pattern.search(text)
            if match:
                yield what, match[0]
