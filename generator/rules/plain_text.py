"""Volunteers' text is plain text: no markup of any kind."""

import re
from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.problems import Problem, quoted
from generator.rules.base import all_entries, problem, texts

CODES = {"A100": "Een tekst is gewone tekst, zonder HTML of Markdown."}
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
        for loc, text in texts(entry.model):
            found = None if loc[-1] in LINKS else MARKUP.search(text)
            if found:
                message = f"hier staat opmaak: {quoted(found[0].strip())}."
                yield problem(entry, loc, "A100", message, "Schrijf gewone zinnen; de site maakt de opmaak.")
