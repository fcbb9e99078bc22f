"""Volunteers' text is plain text: no markup of any kind."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.judge.rules.base import all_entries, problem, texts_of, warning
from generator.model.catalogue import Catalogue, Entry
from generator.model.problem import Problem, quoted
from generator.model.schema import UNKNOWN

CODES = {
    "A100": "Een tekst is gewone tekst, zonder HTML of Markdown.",
    "A101": "Een tekst is niet afgebroken bij een hekje.",
}
# Fields with one word, a choice or an address: a remark behind those is a remark.
WORDS = frozenset(
    """organisatie locatie gemeente domeinen soorten soort doelgroepen url website email mail telefoon repository adres bestand
    pictogram vroeger_adres in_plaats_daarvan hoort_bij""".split()
)
LINKS = frozenset({"url", "website", "repository", "email", "mail"})
MARKUP = re.compile(
    r"</?[a-zA-Z!][^>]*>?|&[a-zA-Z]{2,8};|&#x?[0-9a-fA-F]+;|\[[^\]]+\]\([^)]*\)|\*\*[^*]+\*\*|^#{1,6} |`[^`]+`|"
    r"\{\{|\{%|javascript:",
    re.MULTILINE,
)


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a problem for each text with markup in it."""
    del today
    for entry in all_entries(catalogue):
        yield from _cut(entry)
        for loc, text in texts_of(entry):
            found = None if loc[-1] in LINKS else MARKUP.search(text)
            if found:
                message = f"hier staat opmaak: {quoted(found[0].strip())}."
                yield problem(entry, loc, "A100", message, "Schrijf gewone zinnen; de site maakt de opmaak.")


def _cut(entry: Entry[Any]) -> Iterator[Problem]:
    """Yield a warning for each text behind which YAML took the rest of the line for a remark: "Wandelgroep #2 voor ouderen"."""
    read = dict(texts_of(entry)) if entry.cut else {}
    for loc in entry.cut:
        names = [step for step in loc if isinstance(step, str)]
        text = read.get(loc, "")
        if type(text) is str and text and text != UNKNOWN and not WORDS & set(names):
            hint = "Zet de hele tekst tussen aanhalingstekens. Is het een opmerking? Zet die op een eigen regel."
            yield warning(entry, loc, "A101", f"wat na {quoted(text)} en een hekje (#) staat, valt weg.", hint)
