"""Every rule, in one table. A rule is a module with ``CODES`` and ``check(catalogue, today)``, and nothing else."""

from collections.abc import Container, Iterator
from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Any

from generator.cache import Cache
from generator.catalogue import Catalogue, Entry, frozen
from generator.problems import Problem
from generator.rules import (
    addresses,
    ages,
    checked,
    completeness,
    contacts,
    costs,
    duplicates,
    language,
    links,
    loose_ends,
    plain_text,
    references,
    times,
)
from generator.rules.base import all_entries

# Rules that look at one file at a time: what they find is kept with the file until it changes.
FILE_RULES: tuple[ModuleType, ...] = (costs, ages, links, contacts, plain_text, language)
# Rules that look at several files or at the calendar.
CATALOGUE_RULES: tuple[ModuleType, ...] = (references, addresses, times, duplicates, completeness, checked, loose_ends)
RULES = (*FILE_RULES, *CATALOGUE_RULES)


def judge(catalogue: Catalogue, today: date, cache: Cache, version: str) -> Iterator[Problem]:
    """Yield everything that the rules find wrong with the catalogue on the day ``today``.

    What file rules found in a file is kept in ``cache`` under the file's digest and ``version``, the rules' own.
    """
    for rule in CATALOGUE_RULES:
        yield from rule.check(catalogue, today)
    fresh: dict[str, Entry[Any]] = {}
    for entry in all_entries(catalogue):
        kept = cache.get(_key(entry, version))
        if kept is None:
            fresh[entry.path] = entry
        else:
            yield from kept
    found: dict[str, list[Problem]] = {path: [] for path in fresh}
    if fresh:
        part = _only(catalogue, fresh.keys())
        for rule in FILE_RULES:
            for problem in rule.check(part, today):
                if problem.path in found:
                    found[problem.path].append(problem)
    for path, problems in found.items():
        cache.put(_key(fresh[path], version), tuple(problems))
        yield from problems


def _key(entry: Entry[Any], version: str) -> str:
    return f"rules:{version}:{entry.digest}"


def _only(catalogue: Catalogue, paths: Container[str]) -> Catalogue:
    """Return the catalogue with only these files in it (and the settings)."""
    kinds = ("domains", "municipalities", "organisations", "locations", "practices", "activities")
    parts = {
        name: frozen(entry for entry in getattr(catalogue, name).values() if entry.path in paths) for name in kinds
    }
    return replace(catalogue, **parts)
