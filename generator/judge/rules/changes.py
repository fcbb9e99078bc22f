"""What a change may not do unsaid: say of many entries at once that they were checked."""

import re
from collections.abc import Iterator

from generator.dutch.sentences import count
from generator.judge.rules.base import problem
from generator.model.catalogue import Catalogue, Entry
from generator.model.problem import Problem
from generator.model.schema import Activity
from generator.model.schema.values import Rol

CODES = {"A152": "Wie van veel activiteiten tegelijk de dag van controle verzet, zegt wie het vroeg."}
MANY = 5  # what one volunteer rings in a morning
SAID = re.compile(r"nagevraagd door:(.*)", re.IGNORECASE)


def check(before: Catalogue, catalogue: Catalogue, said: str) -> Iterator[Problem]:
    """Yield a problem for each role that a change writes down more than it says. ``said`` is the message with the change."""
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
