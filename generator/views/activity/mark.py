"""A short mark of what a visitor was told of an activity: who keeps it on a list sees it when that has changed."""

from generator.model.resolved import Resolved
from generator.views.activity.answers import known
from generator.work.cache import digest

SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
LONG = 3


def mark(it: Resolved) -> str:
    """Return three signs that change with when, where, costs, signing up, whom to call, and whether it runs."""
    return it.once("mark", _mark)


def _mark(it: Resolved) -> str:
    told = (it.model.titel, known(it), it.contact, it.model.loopt)
    number = int(digest(repr(told)), 16)
    found = ""
    for _ in range(LONG):
        number, rest = divmod(number, len(SIGNS))
        found += SIGNS[rest]
    return found
