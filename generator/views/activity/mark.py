"""A short mark of what a visitor was told of an activity: who keeps it on a list sees it when that has changed."""

from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Activity
from generator.views.activity.facts import known
from generator.work.cache import digest

SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
LONG = 3


def mark(catalogue: Catalogue, entry: Entry[Activity]) -> str:
    """Return three signs that change with when, where, costs, signing up, whom to call, and whether it runs."""
    activity = entry.model
    told = (activity.titel, known(catalogue, activity), catalogue.contact_of(activity), activity.loopt)
    number = int(digest(repr(told)), 16)
    found = ""
    for _ in range(LONG):
        number, rest = divmod(number, len(SIGNS))
        found += SIGNS[rest]
    return found
