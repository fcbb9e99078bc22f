"""A table to entries: each row becomes a new file, a draft, a proposal beside what is there already, or a line that says why not.

Nothing is overwritten, nothing is guessed, and ``gecontroleerd`` is never filled in.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.judge import rules
from generator.model.catalogue import Catalogue, Entry, frozen
from generator.model.files import ADDED
from generator.model.imported import COUNTED, Outcome, Status
from generator.model.problem import Problem, errors
from generator.model.schema import Draft, Model
from generator.read.folder import File
from generator.read.imported_row import Asked, Importer
from generator.read.load import parsed
from generator.read.table import Row
from generator.work.cache import Cache, digest
from generator.work.disk import create, why

MADE: dict[str, type[Model]] = {**ADDED, "drafts": Draft}
TABLE = Asked("Een tabel")
ALWAYS = (Status.NEW, Status.THERE, Status.WRONG)


def outcomes(catalogue: Catalogue, rows: Sequence[Row], today: date, asked: Asked = TABLE) -> list[Outcome]:
    """Return what becomes of each row. Nothing is written here.

    What a row makes is judged by the rules of ``check``; where they find an error it becomes a draft instead, and then the rows after it
    are read again, for they may have leaned on it.
    """
    refused: dict[int, list[str]] = {}
    while True:
        importer = Importer(catalogue, replace(asked, today=today))
        found = [importer.outcome(row, refused.get(at, ())) for at, row in enumerate(rows)]
        wrong = judged(catalogue, {path: text for one in found for path, text in one.files.items()}, today)
        new = {at: wrong[path] for at, one in enumerate(found) for path in one.files if path in wrong}
        if not new:
            return found
        for at, said in new.items():
            refused.setdefault(at, []).append(said)


def judged(catalogue: Catalogue, files: Mapping[str, str], today: date) -> dict[str, str]:
    """Return the first error that reading and the rules find in each new file, as if they stood in the content."""
    wrong: dict[str, str] = {}
    grown: dict[str, list[Entry[Any]]] = {folder: [*getattr(catalogue, folder).values()] for folder in MADE}
    for path, text in files.items():
        folder, _, name = path.partition("/")
        file = File(path, name.removesuffix(".yml"), folder, MADE[folder])
        entry = parsed(text.encode(), file, digest(path, text))
        if isinstance(entry, Entry):
            grown[folder].append(entry)
        else:
            wrong[path] = _said(entry[0])
    more: dict[str, Any] = {folder: frozen(entries) for folder, entries in grown.items()}
    whole = replace(catalogue, **more)
    for problem in errors(tuple(rules.judge(whole, today, Cache(), ""))):
        if problem.path in files:
            wrong.setdefault(problem.path, _said(problem))
    return wrong


def _said(problem: Problem) -> str:
    return f"{problem.code} {problem.message} {problem.hint}"


def report(found: Iterable[Outcome], notes: Iterable[str]) -> str:
    """Return what became of each row, and a count."""
    lines = list(notes)
    amounts = Counter(one.status for one in found)
    for one in found:
        files = f" → {', '.join(sorted(one.files))}" if one.files else ""
        where = f'blad "{one.sheet}", ' if one.sheet else ""
        lines.append(f"{where}rij {one.row}: {one.status}: {one.what}{files}")
        lines += [f"    {note}" for note in one.notes]
    told = [f"{amounts[status]} {words}" for status, words in COUNTED.items() if amounts[status] or status in ALWAYS]
    return "\n".join([*lines, f"{', '.join(told)}."]) + "\n"


def write_new(content: Path, found: Iterable[Outcome]) -> list[Outcome]:
    """Write the new files below ``content`` and return what became of each row then. A file that is there stays as it is."""
    return [_written(content, one) if one.files else one for one in found]


def _written(content: Path, one: Outcome) -> Outcome:
    for path, text in sorted(one.files.items(), reverse=True):  # what an entry names comes before the entry
        target = content / path
        try:
            create(target, text)
        except OSError as error:
            told = f"{target}: {why(error)}. Er is niets overschreven."
            return replace(one, status=Status.WRONG, files={}, notes=(*one.notes, told))
    return one
