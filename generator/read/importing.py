"""A table to entries: each row becomes a new file, a proposal beside what is there already, or a line that says why not.

Nothing is overwritten, nothing is guessed, and ``gecontroleerd`` is never filled in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.judge import rules
from generator.model.catalogue import Catalogue, Entry, frozen
from generator.model.files import ADDED
from generator.model.problem import Problem, errors
from generator.read.folder import File
from generator.read.imported_row import Importer, Outcome
from generator.read.load import parsed
from generator.read.table import Row
from generator.work.cache import Cache, digest
from generator.work.disk import create, why


def outcomes(catalogue: Catalogue, rows: Sequence[Row], today: date) -> list[Outcome]:
    """Return what becomes of each row. Nothing is written here.

    What a row makes is judged by the rules of ``check``; a row in which they find an error makes nothing, and then the rows after it are
    read again, for they may have leaned on it.
    """
    refused: dict[int, str] = {}
    while True:
        importer = Importer(catalogue)
        found = [
            Outcome(row.number, "fout", row.values.get("titel") or "zonder titel", notes=(refused[row.number],))
            if row.number in refused
            else importer.outcome(row)
            for row in rows
        ]
        wrong = _judged(catalogue, {path: text for one in found for path, text in one.files.items()}, today)
        new = {one.row: wrong[path] for one in found for path in one.files if path in wrong}
        if not new:
            return found
        refused |= new


def _judged(catalogue: Catalogue, files: Mapping[str, str], today: date) -> dict[str, str]:
    """Return the first error that reading and the rules find in each new file, as if they stood in the content."""
    wrong: dict[str, str] = {}
    grown: dict[str, list[Entry[Any]]] = {folder: [*getattr(catalogue, folder).values()] for folder in ADDED}
    for path, text in files.items():
        folder, _, name = path.partition("/")
        file = File(path, name.removesuffix(".yml"), folder, ADDED[folder])
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
    amounts = {"nieuw": 0, "bestaat": 0, "fout": 0}
    for one in found:
        amounts[one.status] += 1
        files = f" → {', '.join(sorted(one.files))}" if one.files else ""
        lines.append(f"rij {one.row}: {one.status}: {one.what}{files}")
        lines += [f"    {note}" for note in one.notes]
    new, there, wrong = amounts["nieuw"], amounts["bestaat"], amounts["fout"]
    lines.append(f"{new} nieuw, {there} {'bestaat' if there == 1 else 'bestaan'} al, {wrong} met een fout.")
    return "\n".join(lines) + "\n"


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
            return replace(one, status="fout", files={}, notes=(*one.notes, told))
    return one
