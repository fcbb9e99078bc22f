"""Every postcode and town of the country in one small file, for a browser that works out itself what is near.

It is one file for everybody, whatever somebody asks: what is fetched tells nobody where a visitor lives. Points are of areas, and are
good to a few hundred metres. Names are kept as marks of three signs: enough to know a name again, and a quarter of the room; by chance one
unknown name in three hundred looks like one that is known. The other half is ``site_overrides/assets/search/near.js``.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from generator.dutch import places
from generator.dutch.words import fold
from generator.find.pack import ALPHABET, numbers

SOUTH, WEST = 50.7, 3.3  # degrees (WGS 84)
HIGH, WIDE = 0.004, 0.006  # degrees in a step: about 430 metres both ways
FINE = 1000  # steps in a degree for what is known better: about 100 metres
SEED = 5  # with this no two names of the country have the same mark
FIRST = 1000  # no postcode is lower
WORD = re.compile(r"[^\W_]+")
FAR = 15.0  # kilometres: farther apart, and two towns are called so
OTHER_NAMES = {"Den Bosch": "'s-Hertogenbosch"}


def plain(name: str) -> str:
    """Return a name as it is compared."""
    return "-".join(WORD.findall(fold(name)))


def mark(name: str) -> str:
    """Return a name as three signs."""
    value = SEED
    for sign in plain(name).encode():
        value = ((value ^ sign) * 16777619) & 0xFFFFFFFF
    base = len(ALPHABET)
    return "".join(ALPHABET[value // base**place % base] for place in range(3))


@cache
def table() -> str:
    """Return the file as JSON: postcodes in order with their middles, the towns that follow each other there, and names that stand apart."""
    codes = list(places.main_rows())
    middles = [places.middles()[code] for code in codes]
    towns: list[tuple[str, int]] = []
    for row in places.main_rows().values():
        name = row["plaats"]
        if towns and towns[-1][0] == name:
            towns[-1] = (name, towns[-1][1] + 1)
        else:
            towns.append((name, 1))
    apart = list(_apart({code: at for at, code in enumerate(codes)}))
    content = {
        "codes": numbers(_gaps(map(int, codes))),
        "noord": numbers(_turns(round((lat - SOUTH) / HIGH) for lat, _ in middles)),
        "oost": numbers(_turns(round((lon - WEST) / WIDE) for _, lon in middles)),
        "rij": numbers(amount - 1 for _, amount in towns),
        "namen": "".join(mark(name) for name, _ in towns),
        "ook": "".join(mark(name) for name, _ in apart),
        "waar": numbers(at for _, at in apart),
    }
    return json.dumps(content, separators=(",", ":"))


def _apart(at: dict[str, int]) -> Iterable[tuple[str, int]]:
    """Yield names that stand at no postcode of their own, each with the place of a postcode.

    Those are the second town of a postcode, also where another far away is called so; a municipality; and what people call a town.
    """
    known: dict[str, list[str]] = defaultdict(list)
    for code, row in places.main_rows().items():
        known[plain(row["plaats"])].append(code)
    for row in places.rows():
        code, name = row["postcode4"], plain(row["plaats"])
        if all(_away(code, other) > FAR for other in known[name]):
            known[name].append(code)
            yield row["plaats"], at[code]
    for code, name in places.municipality_names().items():
        short = name.partition(" (")[0]
        if plain(short) not in known:
            known[plain(short)].append(_nearest(code))
            yield short, at[_nearest(code)]
    for other, name in OTHER_NAMES.items():
        if plain(other) not in known:
            yield other, at[known[plain(name)][0]]


def _away(code: str, other: str) -> float:
    return places.kilometres(places.middles()[code], places.middles()[other])


def _nearest(cbs_code: str) -> str:
    """Return the postcode that lies nearest to the middle of a municipality."""
    middle = places.middles_of_towns()[cbs_code, ""]
    here = map(str, places.postcodes()[cbs_code])
    return min(here, key=lambda code: places.kilometres(middle, places.middles()[code]))


def _gaps(values: Iterable[int]) -> list[int]:
    found, last = [], FIRST - 1
    for value in values:
        found.append(value - last - 1)
        last = value
    return found


def _turns(values: Iterable[int]) -> list[int]:
    """Return how far each number lies from the one before: forth as an even number, back as an odd one."""
    found, last = [], 0
    for value in values:
        step = value - last
        found.append(2 * step if step >= 0 else -2 * step - 1)
        last = value
    return found
