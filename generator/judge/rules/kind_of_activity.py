"""An activity says what kind it is: then people find it with the words that they use themselves."""

from collections.abc import Iterator
from datetime import date

from generator.dutch.language import Language
from generator.dutch.vocabulary import Vocabulary
from generator.judge.rules.base import warning
from generator.model.catalogue import Catalogue, is_stopped
from generator.model.problem import Problem

_language = Language()
_last: dict[str, Vocabulary] = {}  # the vocabulary of the last kinds that were seen: analysing them takes a second
CODES = {"A034": "Een activiteit noemt haar soort."}


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a warning for each activity without a kind, with what its own text speaks of."""
    del today
    missing = [
        entry for entry in catalogue.activities.values() if not entry.model.soorten and not is_stopped(entry.model)
    ]
    if not missing or not catalogue.kinds:
        return
    vocabulary = _vocabulary(catalogue)
    for entry in missing:
        found = vocabulary.proposals(entry.model)
        hint = (
            f"Past dit? Schrijf: soorten: [{', '.join(found)}]." if found else "Kies een soort uit content/kinds.yml."
        )
        yield warning(entry, ("domeinen",), "A034", "er staat niet bij wat voor soort activiteit dit is.", hint)


def _vocabulary(catalogue: Catalogue) -> Vocabulary:
    key = "".join(entry.digest for entry in (catalogue.kinds, catalogue.synonyms) if entry)
    if key not in _last:
        _last.clear()
        _last[key] = catalogue.vocabulary(_language)
    return _last[key]
