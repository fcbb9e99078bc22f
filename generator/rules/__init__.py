"""Every rule, in one table. A rule is a module with ``CODES`` and ``check(catalogue, today)``, and nothing else."""

from collections.abc import Iterator
from datetime import date
from types import ModuleType

from generator.catalogue import Catalogue
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

# Rules that look at one file at a time: what they find is kept with the file until it changes.
FILE_RULES: tuple[ModuleType, ...] = (costs, ages, links, contacts, plain_text, language)
# Rules that look at several files or at the calendar.
CATALOGUE_RULES: tuple[ModuleType, ...] = (references, addresses, times, duplicates, completeness, checked, loose_ends)
RULES = (*FILE_RULES, *CATALOGUE_RULES)


def judge(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield everything that the rules find wrong with the catalogue on the day ``today``."""
    for rule in RULES:
        yield from rule.check(catalogue, today)
