"""``results``: a list of referrals, as a coordinator keeps it, to totals a quarter. Everything but the counts is dropped.

The columns are those of ``content/agreements.yml``. Of a person nothing is kept, and nothing small is written: see ``model/small_numbers``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.dutch.sentences import count, listing
from generator.judge.suggestion import suggestion
from generator.model.catalogue import Catalogue
from generator.model.problem import quoted
from generator.model.schema import Telling, Veld, VeldSoort
from generator.model.small_numbers import Told, protected, told
from generator.read import typed
from generator.read.entry_yaml import entry_yaml
from generator.read.sheets import Line, TableError, read_sheets

MOST_FAULTS = 10  # that are said one by one
Where = tuple[str, str]  # a municipality and a quarter


class CountError(Exception):
    """The list cannot be counted; the message says why and what to do, in Dutch."""


@dataclass
class Counts:
    """What was counted for a municipality in a quarter: of each thing the total, by practice and by theme."""

    total: Counter[str] = field(default_factory=Counter)
    practices: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    themes: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    themeless: set[str] = field(default_factory=set)  # what was counted for somebody without a theme


@dataclass(frozen=True, slots=True)
class Counted:
    """The files that come of a list, by their path below the content folder, and what a person must know."""

    files: Mapping[str, str]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each field stands in a line."""

    practice: int
    theme: int | None
    days: tuple[tuple[int, Telling, str], ...]
    dropped: int


def quarter(day: date) -> str:
    """Return the quarter of a day: "2026-k3"."""
    return f"{day.year}-k{(day.month + 2) // 3}"


def counted(path: Path, catalogue: Catalogue, today: date) -> Counted:
    """Return the totals of every quarter that is over. Raises TableError and CountError."""
    if catalogue.agreements is None:
        raise CountError("content/agreements.yml ontbreekt: daarin staat hoe de kolommen heten.")
    fields = catalogue.agreements.model.velden
    names = {typed.simplified(name): one for one in fields for name in (one.veld, one.naam)}
    lines = [line for sheet in read_sheets(path, lambda text: typed.simplified(text) in names) for line in sheet.lines]
    header = next((line for line in lines if _columns(line, names)), None)
    columns = _columns(header, names) if header else None
    if header is None or columns is None:
        needed = [one.veld for one in fields if one.telt or one.soort is VeldSoort.PRAKTIJK]
        raise CountError(f"{path} heeft geen regel met de namen van de kolommen: {listing(needed)}.")
    faults: list[str] = []
    counts: defaultdict[Where, Counts] = defaultdict(Counts)
    rows = [line for line in lines if line.number > header.number and not line.struck]
    for line in rows:
        faults += _add(line, columns, catalogue, counts, today)
    if faults:
        more = f"\nEn nog {len(faults) - MOST_FAULTS}." if len(faults) > MOST_FAULTS else ""
        raise CountError("\n".join(("niet alles is te lezen. Er is niets geschreven.", *faults[:MOST_FAULTS])) + more)
    return _files(catalogue, counts, columns, len(rows), today)


def _columns(line: Line, names: Mapping[str, Veld]) -> _Columns | None:
    """Return where the fields stand, where a line has their names."""
    found = {at: one for at, text in enumerate(line.cells) if (one := names.get(typed.simplified(text)))}
    practice = next((at for at, one in found.items() if one.soort is VeldSoort.PRAKTIJK), None)
    days = tuple((at, one.telt, one.veld) for at, one in found.items() if one.telt)
    if practice is None or not days:
        return None
    theme = next((at for at, one in found.items() if one.soort is VeldSoort.THEMA), None)
    used = 1 + len(days) + (theme is not None)
    return _Columns(practice, theme, days, sum(1 for text in line.cells if text.strip()) - used)


def _add(
    line: Line, columns: _Columns, catalogue: Catalogue, counts: defaultdict[Where, Counts], today: date
) -> Iterator[str]:
    """Add a line to what was counted; yield what cannot be read, without what stands in any other cell."""

    def cell(at: int | None) -> str:
        return line.cells[at].strip() if at is not None and at < len(line.cells) else ""

    practices = {id_: entry.model.naam for id_, entry in catalogue.practices.items()}
    themes = {id_: entry.model.naam for id_, entry in catalogue.domains.items()}
    practice = _known(cell(columns.practice), practices)
    if practice is None:
        hint = suggestion(cell(columns.practice), tuple(practices.values()), "Schrijf de naam uit content/practices/.")
        yield f"Regel {line.number}: de praktijk {quoted(cell(columns.practice))} kennen wij niet. {hint}"
    theme = _known(cell(columns.theme), themes)
    if theme is None and cell(columns.theme):
        hint = suggestion(cell(columns.theme), tuple(themes.values()))
        yield f"Regel {line.number}: het thema {quoted(cell(columns.theme))} kennen wij niet. {hint}"
    for at, measure, name in columns.days:
        if not cell(at) or typed.is_unknown(cell(at)):
            continue
        found = typed.day(cell(at))
        day = date.fromisoformat(found) if found else None
        if day is None or day > today:
            wrong = "ligt in de toekomst" if day else "is geen datum"
            yield f"Regel {line.number}: {name} {quoted(cell(at))} {wrong}. Schrijf een dag zoals 24-12-2026, of laat het leeg."
        elif practice is not None:
            here = counts[practice.partition("/")[0], quarter(day)]
            here.total[measure] += 1
            here.practices[practice][measure] += 1
            if theme:
                here.themes[theme][measure] += 1
            else:
                here.themeless.add(measure)


def _known(text: str, names: Mapping[str, str]) -> str | None:
    """Return which of ``names`` somebody wrote, by its id or its name; None where it is none or not one."""
    plain = typed.simplified(text)
    found = [id_ for id_, name in names.items() if plain in (id_, typed.simplified(name))]
    return found[0] if len(found) == 1 else None


def _files(catalogue: Catalogue, counts: Mapping[Where, Counts], columns: _Columns, rows: int, today: date) -> Counted:
    files: dict[str, str] = {}
    notes = [f"{count(rows, 'regel', 'regels')} geteld."]
    if columns.dropped:
        notes.append(f"Van {count(columns.dropped, 'andere kolom', 'andere kolommen')} is niets overgenomen.")
    measures = [measure for _, measure, _ in columns.days]
    for (place, when), found in sorted(counts.items()):
        if when == quarter(today):
            notes.append(f"{place}, {when}: dit kwartaal loopt nog. Tel het op als het voorbij is.")
            continue
        path = f"results/{place}/{when}.yml"
        if f"{place}/{when}" in catalogue.results:
            notes.append(
                f"{path} is er al, en blijft zoals het is: uit twee versies is uit te rekenen wie erbij kwam. "
                "Haal het bestand eerst weg als het niet klopt."
            )
            continue
        own = [entry.id for entry in catalogue.practices_in(place)]
        tables = {
            "praktijken": _table("praktijk", own, measures, found.total, found.practices),
            "themas": _table(
                "thema",
                [one.id for one in catalogue.ordered_domains],
                [one for one in measures if one not in found.themeless],
                found.total,
                found.themes,
            ),
        }
        data = {
            "gemeente": place,
            "kwartaal": when,
            "totaal": {str(measure): str(told(found.total[measure])) for measure in measures},
            **{name: table for name, table in tables.items() if table},
            "opgeteld_op": today.isoformat(),
            "opgeteld_door": "coordinator",
        }
        files[path] = entry_yaml("results", data, 2)
    return Counted(files, tuple(notes))


def _table(
    name: str,
    all_: Iterable[str],
    measures: Iterable[Telling],
    total: Counter[str],
    parts: Mapping[str, Counter[str]],
) -> list[dict[str, str]]:
    """Return a table as it may be told, a row for each of ``all_``; empty where nothing may."""
    rows: dict[str, dict[str, Told]] = {id_: {} for id_ in all_}
    for measure in measures:
        found = protected({id_: parts[id_][measure] if id_ in parts else 0 for id_ in rows}) if rows else None
        if found and total[measure]:
            for id_, number in found.items():
                rows[id_][str(measure)] = number
    return [{name: id_, **{key: str(value) for key, value in row.items()}} for id_, row in rows.items() if row]


__all__ = ["CountError", "Counted", "TableError", "counted", "quarter"]
