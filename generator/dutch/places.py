"""Where places are: every four-digit postcode of the Netherlands with its town and municipality.

``postcodes-nl.csv`` is made from the postal codes of GeoNames (https://www.geonames.org/, CC BY 4.0), as of 30 March 2026. It
is dated: municipalities merge every year. So it only helps to recognise what somebody types, and never refuses anything.
"""

import csv
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from statistics import median

EARTH = 6371.0  # kilometres from its middle to the sea
SOURCE = Path(__file__).parent / "postcodes-nl.csv"


@cache
def rows() -> tuple[Mapping[str, str], ...]:
    """Return every row of the list: postcode4, plaats, gemeente, cbs_code, provincie, lat and lon. A postcode may stand in several."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    return tuple(dict(zip(header, line, strict=True)) for line in lines)


@cache
def names() -> frozenset[str]:
    """Return the names of all towns, villages and municipalities."""
    return frozenset(row[name] for row in rows() for name in ("plaats", "gemeente"))


@cache
def postcodes() -> Mapping[str, tuple[int, ...]]:
    """Return the postcodes of each municipality by its CBS code, in order; one on a border stands in two."""
    found: dict[str, set[int]] = defaultdict(set)
    for row in rows():
        found[row["cbs_code"]].add(int(row["postcode4"]))
    return {code: tuple(sorted(numbers)) for code, numbers in found.items()}


@cache
def main_rows() -> Mapping[str, Mapping[str, str]]:
    """Return one row for each postcode, in order; of several the one that lies nearest to the postcodes beside it, for some are put wrong."""
    beside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    several: dict[str, list[Mapping[str, str]]] = defaultdict(list)
    for row in rows():
        beside[row["postcode4"][:3]].append(_point(row))
        several[row["postcode4"]].append(row)
    found = {}
    for code, here in sorted(several.items()):
        around = beside[code[:3]]
        middle = (median(lat for lat, _ in around), median(lon for _, lon in around))
        found[code] = min(here, key=lambda row: kilometres(_point(row), middle)) if len(here) > 1 else here[0]
    return found


def _point(row: Mapping[str, str]) -> tuple[float, float]:
    return float(row["lat"]), float(row["lon"])


@cache
def middles() -> Mapping[str, tuple[float, float]]:
    """Return the middle of each four-digit postcode, in degrees (WGS 84): of an area, not of an address."""
    return {code: _point(row) for code, row in main_rows().items()}


@cache
def middles_of_towns() -> Mapping[tuple[str, str], tuple[float, float]]:
    """Return the middle of each town by its CBS code and its name as it stands in an address; of a municipality under an empty name.

    That is the middle of its postcodes: in a large town only a rough one.
    """
    found: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in rows():
        for town in ("", plain_name(row["plaats"])):
            found[row["cbs_code"], town].append((float(row["lat"]), float(row["lon"])))
    return {
        name: (sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points))
        for name, points in found.items()
    }


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return how far two points in degrees lie apart, in a straight line; good to a metre or two within the Netherlands."""
    (lat, lon), (to_lat, to_lon) = ([math.radians(part) for part in point] for point in (one, other))
    half = math.sin((to_lat - lat) / 2) ** 2 + math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(half))


@cache
def municipality_names() -> Mapping[str, str]:
    """Return the name of each municipality by its CBS code."""
    return {row["cbs_code"]: row["gemeente"] for row in rows()}


@cache
def provinces() -> Mapping[str, str]:
    """Return the province of each municipality by its CBS code, as in ``noord-holland``."""
    return {row["cbs_code"]: row["provincie"] for row in rows()}


@cache
def codes_of() -> Mapping[str, tuple[str, ...]]:
    """Return the CBS codes of the municipalities that a name stands for, by that name as it stands in an address.

    A municipality's own name is that municipality, whatever other town is called so.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows():
        found[plain_name(row["plaats"])].add(row["cbs_code"])
    found |= {plain_name(name): {code} for code, name in municipality_names().items()}
    return {name: tuple(sorted(codes)) for name, codes in found.items()}


@lru_cache(maxsize=8192)
def plain_name(text: str) -> str:
    """Return the name of a town in small letters and hyphens, without its accents."""
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


@cache
def towns() -> Mapping[str, tuple[str, ...]]:
    """Return the towns and villages of each municipality by its CBS code, in order."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows():
        found[row["cbs_code"]].add(row["plaats"])
    return {code: tuple(sorted(all_names)) for code, all_names in found.items()}
