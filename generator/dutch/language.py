"""Dutch as the search knows it: one object with what was learnt before."""

from dataclasses import dataclass, field

from generator.dutch.compounds import Compounds
from generator.dutch.dictionary import Dictionary
from generator.dutch.words import FOREIGN, FUNCTION, WEAK, WORD, fold, words


@dataclass
class Language:
    """Keys, parts and forms of words.

    ``keys``, ``splits`` and ``known_forms`` may come from an earlier run and grow as words are asked; ``typed`` has the
    forms in which authors wrote each key in a phrase, and ``silent`` the words that say nothing in a question.
    """

    keys: dict[str, str] = field(default_factory=dict)
    splits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    known_forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    typed: dict[str, set[str]] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)

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
            found = self.known_forms[key] = self.dictionary.forms(key)
        return found

    def phrase(self, text: str) -> tuple[str, ...]:
        """Return the keys of a text's words in order.

        Small words are left out, unless nothing else says anything: "voor niks" is more than "niks".
        """
        said = words(text)
        every = tuple(word for word in map(fold, WORD.findall(text.lower())) if word)
        if len(said) < 2 and len(every) > 1 and not any(self.says(word) for word in said):
            return tuple(word if word in FUNCTION else self.key(word) for word in every)
        found = tuple(self.key(word) for word in said)
        for key, word in zip(found, said, strict=True):
            self.typed.setdefault(key, set()).add(fold(word))
        return found or every

    def says(self, word: str) -> bool:
        """Tell whether a word says something by itself."""
        return fold(word) not in WEAK and fold(word) not in self.silent

    @staticmethod
    def foreign(text: str) -> tuple[str, ...]:
        """Return the words of a text in another language: as they are written, without the small ones."""
        found = [fold(word) for word in WORD.findall(text.lower())]
        return tuple(word for word in found if word and word not in FOREIGN)
