"""Every rule, in one table. A rule is a module with ``CODES`` and ``check``, and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Any

from generator.judge.rules import (
    addresses,
    ages,
    anonymous,
    changes,
    checked,
    completeness,
    contacts,
    costs,
    duplicates,
    kind_of_activity,
    kinds,
    language,
    links,
    loose_ends,
    paper,
    plain_text,
    points,
    privacy,
    reach,
    references,
    referral,
    small_numbers,
    times,
)
from generator.judge.rules.base import Named, all_entries, named_in
from generator.model.catalogue import Catalogue, Entry, frozen
from generator.model.files import FOLDERS, SINGLES
from generator.model.problem import Problem
from generator.work.cache import Cache, of
from generator.work.spread import spread

GROUP = 250

# Rules that look at one file at a time: what they find is kept with the file until it changes.
FILE_RULES: tuple[ModuleType, ...] = (costs, ages, links, contacts, plain_text, privacy, language, kind_of_activity)
# Rules that look at what belongs to one municipality, with all that it names, whatever the day: ``check(catalogue, today)``.
CELL_RULES: tuple[ModuleType, ...] = (references, points, kinds, addresses, duplicates, completeness, reach)
# Rules that look at the same, and at the day.
DAY_RULES: tuple[ModuleType, ...] = (times, checked)
# Rules that look only at the files of which there is one, the themes and the names of the pages: ``check_once(catalogue)``.
ONCE_RULES: tuple[ModuleType, ...] = (kinds,)
# Rules that look at what there is once, and at what all municipalities together name: ``check_country(catalogue, today, named)``.
COUNTRY_RULES: tuple[ModuleType, ...] = (
    addresses,
    checked,
    referral,
    paper,
    loose_ends,
    small_numbers,
    anonymous,
)
# Rules that look at what a change did: ``check(before, catalogue, said)``.
CHANGE_RULES: tuple[ModuleType, ...] = (changes,)
RULES = tuple(dict.fromkeys((*FILE_RULES, *CELL_RULES, *DAY_RULES, *ONCE_RULES, *COUNTRY_RULES, *CHANGE_RULES)))


def judge_change(before: Catalogue, catalogue: Catalogue, said: str) -> Iterator[Problem]:
    """Yield everything that the rules find wrong with a change; ``said`` is the message that came with it."""
    for rule in CHANGE_RULES:
        yield from rule.check(before, catalogue, said)


def judge(catalogue: Catalogue, today: date, cache: Cache, version: str, jobs: int = 1) -> Iterator[Problem]:
    """Yield everything that the rules find wrong with the catalogue on the day ``today``.

    What file rules found in a file is kept in ``cache`` under the digests of the file and of the kinds of activity and
    under ``version``, the rules' own; files that are not in it are judged over ``jobs`` processes.
    """
    yield from judge_cell(catalogue, today)
    yield from judge_day(catalogue, today)
    yield from judge_once(catalogue)
    yield from judge_country(catalogue, today, named_in(catalogue))
    yield from judge_files(catalogue, tuple(all_entries(catalogue)), today, cache, version, jobs)


def once(catalogue: Catalogue) -> tuple[Entry[Any], ...]:
    """Return what there is once: the files of which there is one, and the themes."""
    singles = (getattr(catalogue, single.attribute) for single in SINGLES)
    return (*filter(None, singles), *catalogue.domains.values())


def judge_cell(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the activities, practices and places of a catalogue that may be about one municipality."""
    for rule in CELL_RULES:
        yield from rule.check(catalogue, today)


def judge_day(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the same on the day ``today``."""
    for rule in DAY_RULES:
        yield from rule.check(catalogue, today)


def judge_once(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what is wrong with the files of which there is one, whatever else there is."""
    for rule in ONCE_RULES:
        yield from rule.check_once(catalogue)


def judge_country(catalogue: Catalogue, today: date, named: Named) -> Iterator[Problem]:
    """Yield what is wrong with what there is once, and with all municipalities beside each other; of their activities it sees ``named``."""
    for rule in COUNTRY_RULES:
        yield from rule.check_country(catalogue, today, named)


def judge_files(
    catalogue: Catalogue, entries: Sequence[Entry[Any]], today: date, cache: Cache, version: str, jobs: int = 1
) -> Iterator[Problem]:
    """Yield what is wrong with each of ``entries`` by itself (see :func:`judge`)."""
    fresh: list[Entry[Any]] = []
    keys = _keys(catalogue, entries, version)
    for entry in entries:
        kept = cache.get(keys[entry.path], of(tuple[Problem, ...]))
        if kept is None:
            fresh.append(entry)
        else:
            yield from kept
    groups = [fresh[start : start + GROUP] for start in range(0, len(fresh), GROUP)]
    for group, found in zip(
        groups, spread(lambda at: _of_files(catalogue, groups[at], today), len(groups), jobs), strict=True
    ):
        for entry in group:
            cache.put(keys[entry.path], found[entry.path])
            yield from found[entry.path]


def keep_files(catalogue: Catalogue, entries: Sequence[Entry[Any]], cache: Cache, version: str) -> None:
    """Keep what was found in each of ``entries`` by itself, in a run in which nobody asks for it."""
    for key in _keys(catalogue, entries, version).values():
        cache.kept(key)


def _of_files(catalogue: Catalogue, entries: Sequence[Entry[Any]], today: date) -> dict[str, tuple[Problem, ...]]:
    """Return what the file rules find, by file; a file without problems has an empty tuple."""
    found: dict[str, list[Problem]] = {entry.path: [] for entry in entries}
    part = _only(catalogue, entries)
    for rule in FILE_RULES:
        for problem in rule.check(part, today):
            if problem.path in found:
                found[problem.path].append(problem)
    return {path: tuple(problems) for path, problems in found.items()}


def _keys(catalogue: Catalogue, entries: Sequence[Entry[Any]], version: str) -> dict[str, str]:
    """Return under what is kept what was found in each file, by its path."""
    words = "".join(entry.digest for entry in (catalogue.kinds, catalogue.synonyms) if entry)
    return {entry.path: f"rules:{version}{words}:{entry.digest}" for entry in entries}


def _only(catalogue: Catalogue, entries: Sequence[Entry[Any]]) -> Catalogue:
    """Return the catalogue with only these files of the kinds of which there are many."""
    parts: dict[str, Any] = {
        kind.attribute: frozen(entry for entry in entries if isinstance(entry.model, kind.model)) for kind in FOLDERS
    }
    return replace(catalogue, **parts)
