"""Web addresses lead where they seem to lead (``generator/model/outgoing.py``)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.judge.rules.base import all_entries, problem, texts_of, warning
from generator.model.catalogue import Catalogue, Entry
from generator.model.outgoing import secured, web_fault
from generator.model.problem import Loc, Problem, quoted
from generator.model.schema import UNKNOWN, Draft

CODES = {
    "A070": "Een webadres begint met https:// en heeft een gewone naam, zonder gebruiker, poort, IP-adres of gemengd schrift.",
    "A071": "Een bron begint liever met https:// dan met http://.",
}
FIELDS = frozenset({"website", "url", "repository", "adres"})


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a problem for each web address that is not plain https."""
    del today
    for entry in all_entries(catalogue):
        for loc, text in texts_of(entry):
            if loc[-1] in FIELDS and text != UNKNOWN and not (loc[-1] == "adres" and entry.id != "site"):
                yield from _link(entry, loc, text)


def _link(entry: Entry[Any], loc: Loc, text: str) -> Iterator[Problem]:
    source = "bron" in loc
    if source and text.startswith("http://"):
        if not isinstance(entry.model, Draft):  # no visitor follows the source of a draft
            hint = "Kijk of het adres ook met https:// werkt."
            yield warning(entry, loc, "A071", f"{quoted(text)} is niet beveiligd.", hint)
        text = secured(text)
    wrong = web_fault(text)
    if wrong:
        yield problem(entry, loc, "A070", f"{quoted(text)} {wrong[0]}", wrong[1])
