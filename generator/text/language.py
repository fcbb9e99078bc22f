"""Dutch as the search knows it: one object with what was learnt before."""

from dataclasses import dataclass, field

from generator.text.compounds import Compounds
from generator.text.dictionary import Dictionary
from generator.text.words import FUNCTION, WORD, fold, words


@dataclass
class Language:
    """Keys, parts and forms of words.

    ``keys``, ``splits`` and ``known_forms`` may come from an earlier run and grow as words are asked; ``typed`` has the
    forms in which authors wrote each key in a phrase.
    """

    keys: dict[str, str] = field(default_factory=dict)
    splits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    known_forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    typed: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Share the two tables with those who fill them."""
        self.dictionary = Dictionary(self.keys)
        self.compounds = Compounds(self.dictionary, self.splits)

    def key(self, word: str) -> str:
        """Return the key of a word in lower case."""
        return self.keys.get(word) or self.dictionary.key(word)

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the keys of the parts of a compound; nothing for another word."""
        known = self.splits.get(word)
        return self.compounds.parts(word) if known is None else known

    def forms(self, key: str) -> tuple[str, ...]:
        """Return the forms of a key that people use, folded, the commonest first."""
        found = self.known_forms.get(key)
        if found is None:
            found = self.known_forms[key] = self.dictionary.forms.get(key, ())
        return found

    def phrase(self, text: str) -> tuple[str, ...]:
        """Return the keys of a text's words in order; of a text of function words only, the words themselves."""
        found = tuple(self.key(word) for word in words(text))
        for key, word in zip(found, words(text), strict=True):
            self.typed.setdefault(key, set()).add(fold(word))
        return found or tuple(fold(word) for word in WORD.findall(text.lower()) if fold(word) in FUNCTION)
