"""What the scripts must know that Python knows: one module of constants, so that nothing is written down twice.

``python -m scripts.docs`` writes it as ``site_overrides/assets/constants.js``; a build takes from it what each script imports.
"""

import json
import re
from collections.abc import Iterable
from typing import Any

from generator.dutch.likeness import LOOSE
from generator.dutch.sentences import DAYS, MONTHS, NUMBERS
from generator.find.index import B
from generator.find.near import FINE, FIRST, HIGH, SEED, SOUTH, WEST, WIDE
from generator.find.pack import ALPHABET
from generator.model import addresses
from generator.model.facts.costs import CHEAP
from generator.model.schema import UNKNOWN
from generator.model.when import WEEKS_AHEAD
from generator.views.lists.finder import CIRCLES, ORDERS, PLACES, VALUES
from generator.views.lists.list_page import MOST

FILE = "constants.js"
EXPORT = re.compile(r"^export const (\w+) = .*;$", re.MULTILINE)
IMPORT = re.compile(rf'^import \{{([^}}]*)\}} from "[./]*{re.escape(FILE)}";$', re.MULTILINE)


def constants() -> dict[str, Any]:
    """Return each constant by its name: texts, numbers, lists and tables."""
    return {
        "UNKNOWN": UNKNOWN,
        "DAYS": DAYS,
        "MONTHS": MONTHS,
        "NUMBERS": NUMBERS,
        # The facets of the search with their values; none for what the content names: themes, municipalities, neighbourhoods.
        "FACETS": {
            "thema": [],
            **{name: list(values) for name, values in VALUES.items()},
            **{name: [] for name in PLACES},
        },
        "ORDERS": ORDERS,
        # What a fragment of this site has: a list, a draft, a search.
        "FRAGMENT_NAMES": ("a", "nieuw", "q", "onbekend", "volgorde", "bij", "km", "thema", *VALUES, *PLACES),
        "LIVING": "wijzer-bij",  # under which a device keeps where somebody lives, if they say so
        "CIRCLES": list(CIRCLES),
        "SOUTH": SOUTH,
        "WEST": WEST,
        "NORTH_STEP": HIGH,
        "EAST_STEP": WIDE,
        "FINE": FINE,
        "FIRST_POSTCODE": FIRST,
        "MARK_SEED": SEED,
        "PACKED_SIGNS": ALPHABET,
        "KNOWN_DAYS": 7 * WEEKS_AHEAD,
        "CHEAP": int(CHEAP),
        "LENGTH_WEIGHT": B,
        "MOST_ON_LIST": MOST,
        "LETTERS": addresses.latin_letters(),
        "LOOSE": tuple(sorted(LOOSE)),
        "FORM_PAGE": addresses.FORM,
        "AGENDA_PAGE": addresses.AGENDA,
        "LEAVES": addresses.LEAVES,
        "CALENDARS": addresses.CALENDAR_COPIES,
        "OFFLINE": addresses.OFFLINE,
        "LIST_PAGE": addresses.LIST,
        "SEARCH_PAGE": addresses.SEARCH,
        "SEARCH_FILES": addresses.SEARCH_FILES,
    }


def module() -> str:
    """Return the constants as a module of JavaScript, one on a line."""
    lines = (f"export const {name} = {_written(value)};" for name, value in constants().items())
    return "\n".join(
        (
            "// @ts-check",
            "// Made by python -m scripts.docs of generator/show/looks/constants.py: change that, and not this.",
            *lines,
            "",
        )
    )


def _written(value: Any) -> str:
    """Return a value as JavaScript; a list of words takes the fewest bytes as one text."""
    if isinstance(value, tuple) and not any(" " in word for word in value):
        return f'"{" ".join(value)}".split(" ")'
    return json.dumps(value, ensure_ascii=False)


def used(text: str, modules: Iterable[str]) -> str:
    """Return the lines of a constants module that modules import."""
    names = {name.strip() for module in modules for found in IMPORT.findall(module) for name in found.split(",")}
    return "\n".join(found[0] for found in EXPORT.finditer(text) if found[1] in names)
