"""Where places are: every four-digit postcode of the Netherlands with its town and municipality.

``postcodes-nl.csv`` is made from the postal codes of GeoNames (https://www.geonames.org/, CC BY 4.0), as of 30 March 2026. It
is dated: municipalities merge every year. So it only helps to recognise what somebody types, and never refuses anything.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parent / "postcodes-nl.csv"


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    with SOURCE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def names() -> frozenset[str]:
    """Return the names of all towns, villages and municipalities."""
    return frozenset(row[name] for row in _rows() for name in ("plaats", "gemeente"))


@cache
def postcodes() -> Mapping[str, tuple[int, ...]]:
    """Return the postcodes of each municipality by its CBS code, in order; one on a border stands in two."""
    found: dict[str, set[int]] = defaultdict(set)
    for row in _rows():
        found[row["cbs_code"]].add(int(row["postcode4"]))
    return {code: tuple(sorted(numbers)) for code, numbers in found.items()}


@cache
def towns() -> Mapping[str, tuple[str, ...]]:
    """Return the towns and villages of each municipality by its CBS code, in order."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in _rows():
        found[row["cbs_code"]].add(row["plaats"])
    return {code: tuple(sorted(all_names)) for code, all_names in found.items()}
