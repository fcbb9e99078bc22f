"""What a change may not do unsaid: say of many entries at once that they were checked."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.dutch.sentences import count
from generator.judge.rules.base import problem
from generator.model.catalogue import Catalogue, Entry
from generator.model.problem import Problem, quoted
from generator.model.schema import Activity
from generator.model.schema.values import Rol

CODES = {
    "A152": "Wie van veel activiteiten tegelijk de dag van controle verzet, zegt wie het vroeg.",
    "A153": "Een adres van een activiteit, gemeente of praktijk blijft ergens heen leiden.",
}
MOVE = "Verhuisd? Dan doet `python -m generator move {name} NIEUW` het met alles wat ernaar verwijst."
REMEDY = {
    "activities": f'Is zij er niet meer? Laat het bestand staan, met "loopt: {{{{status: gestopt, sinds: DAG}}}}". Samengevoegd met een andere? Zet "{{name}}" daar bij "vroeger_adres". {MOVE}',
    "municipalities": f'Opgegaan in een andere? Zet "{{name}}" daar bij "vroeger". {MOVE}',
    "practices": f'Opgegaan in een andere? Zet "{{name}}" daar bij "vroeger". {MOVE}',
}
MANY = 5  # what one volunteer rings in a morning
SAID = re.compile(r"nagevraagd door:(.*)", re.IGNORECASE)


def check(before: Catalogue, catalogue: Catalogue, said: str) -> Iterator[Problem]:
    """Yield a problem for each address that a change breaks, and each role that it writes down more than it says.

    ``said`` is the message with the change.
    """
    yield from _dead(before, catalogue)
    yield from _checked(before, catalogue, said)


def _dead(before: Catalogue, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each address that there was before and that leads nowhere now: somebody has it on a list, or on paper."""
    both = (before, catalogue)
    rows: tuple[tuple[str, str, list[set[str]]], ...] = (
        ("activities", "de activiteit", [_addresses(one) for one in both]),
        ("municipalities", "de gemeente", [_names(one.municipalities) for one in both]),
        ("practices", "de praktijk", [_names(one.practices) for one in both]),
    )
    for folder, what, (old, now) in rows:
        for name in sorted(old - now):
            if f"{folder}/{name}" in catalogue.unreadable:
                continue
            message = f"door deze wijziging leidt {what} {quoted(name)} nergens meer heen."
            yield problem(catalogue.settings, (), "A153", message, REMEDY[folder].format(name=name))


def _addresses(catalogue: Catalogue) -> set[str]:
    found = catalogue.activities
    return {address for entry in found.values() for address in (entry.id, *entry.model.vroeger_adres)}


def _names(entries: Mapping[str, Entry[Any]]) -> set[str]:
    return {name for entry in entries.values() for name in (entry.id, *entry.model.vroeger)}


def _checked(before: Catalogue, catalogue: Catalogue, said: str) -> Iterator[Problem]:
    moved = [entry for entry in catalogue.activities.values() if _moved(before, entry)]
    if len(moved) <= MANY:
        return
    named = {role for line in SAID.findall(said) for role in Rol if str(role) in line.lower()}
    first: dict[Rol, Entry[Activity]] = {}
    for entry in moved:
        if entry.model.gecontroleerd:
            first.setdefault(entry.model.gecontroleerd.door, entry)
    for role, entry in first.items():
        if role not in named:
            amount = count(len(moved), "activiteit", "activiteiten")
            message = f'deze wijziging verzet de dag van controle van {amount}, meer dan {MANY}, en zegt niet wie het vroeg: "{role}".'
            hint = f'Schrijf in het bericht bij de wijziging (commit): "Nagevraagd door: {role}". Vroeg niemand het na? Laat de dagen dan staan.'
            yield problem(entry, ("gecontroleerd", "op"), "A152", message, hint)


def _moved(before: Catalogue, entry: Entry[Activity]) -> bool:
    old = before.activities.get(entry.id)
    now = entry.model.gecontroleerd
    return now is not None and (old is None or old.model.gecontroleerd is None or old.model.gecontroleerd.op != now.op)
