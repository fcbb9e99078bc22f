"""Dutch words to keys: every form of a word, and what is made from it, shares one key.

``wandelen``, ``wandelt``, ``wandeling``, ``wandelaar`` and ``gewandeld`` all become ``wandel``. The forms come from
simplemma's list, how common a word is from wordfreq's; both stay at build time (docs/afhankelijkheden.md says what
their licences ask). A browser never analyses a word: it gets the forms with their keys.
"""

import math
from collections.abc import Iterable
from functools import cache
from typing import Any

from generator.dutch.overrides import OVERRIDES
from generator.dutch.words import fold
from generator.dutch.wordtable import Row, WordTable, opened

VOWELS = "aeiou"
COMMON = 1.6  # Zipf frequency from which a form of a known word is worth shipping
REAL = 2.0  # from which a word of the list is taken for a real one


class Dictionary:
    """What the lists say of a word, and the key of every word that was asked before."""

    def __init__(self, known: dict[str, str] | None = None) -> None:
        """Start with the keys that an earlier run found."""
        self.keys = {} if known is None else known

    @property
    def frequencies(self) -> dict[str, float]:
        """Return each Dutch word with its Zipf frequency: 3 is once in a million words, 6 once in a thousand."""
        return _frequencies()

    def zipf(self, word: str) -> float:
        """Return how common a word is, 0 for one that is not in the list."""
        table = self._table()
        return table.word(word)[0] if table else self.frequencies.get(word, 0.0)

    def lemma(self, word: str) -> str:
        """Return the form that a dictionary has, or the word itself."""
        table = self._table()
        return (table.word(word)[1] if table else str(_lemmas().get(word) or "")) or word

    def key(self, word: str) -> str:
        """Return the key of a word in lower case: letters a to z and digits only."""
        found = self.keys.get(word)
        if found is None:
            found = self.keys[word] = fold(self._key(word))
        return found

    def _key(self, word: str) -> str:
        given = OVERRIDES.get(fold(word))
        if given or len(word) < 4 or not word.isalpha():
            return given or word
        lemma = self._settled(word)
        if lemma == word and self.zipf(word) < COMMON:
            lemma = self._of_compound(word)
        for _ in range(3):
            if fold(lemma) in OVERRIDES:
                return OVERRIDES[fold(lemma)]
            base = next(iter(self._bases(lemma)), "")
            if not base:
                break
            lemma = self._settled(base)
        return self._stem(self._of_participle(lemma))

    def _of_compound(self, word: str) -> str:
        """Return an unknown compound with its last part as the dictionary has it: asielhonden → asielhond."""
        for start in range(3, len(word) - 3):
            last = word[start:]
            if self.zipf(last) >= REAL + 1 and self.zipf(word[:start]) >= REAL + 0.5:
                lemma = self._settled(last)
                return word[:start] + lemma if last.startswith(lemma[:3]) else word
        return word

    def _of_participle(self, lemma: str) -> str:
        """Return the verb of a participle that the list does not know: gehaakt → haken, spelt haak."""
        if lemma.startswith("ge") and lemma[-1] in "td" and len(lemma) > 5 and self.zipf(lemma[2:]) > 0:
            verb = self._settled(lemma[2:])
            return verb if verb != lemma[2:] else lemma
        return lemma

    def _settled(self, word: str) -> str:
        """Return the dictionary's form; where two words are each other's (fiets, fietsen) the shorter one."""
        chain = [word]
        for _ in range(3):
            last = chain[-1]
            lemma = self.lemma(last)
            howler = not 2 < len(lemma) < len(last) + 4 or not lemma.isalpha()
            if howler or lemma == last or (lemma[0] != last[0] and not last.startswith("ge")):
                return last
            if lemma in chain:
                return min(lemma, last, key=lambda one: (len(one), one))
            chain.append(lemma)
        return chain[-1]

    def _stem(self, lemma: str) -> str:
        """Return an infinitive without its ending, spelt as that form is spelt; any other word as it is."""
        if lemma.endswith("en"):
            for stem in stems(lemma[:-2]):
                if self.zipf(stem) >= COMMON and self.lemma(stem) == lemma:
                    return stem
            plain = stems(lemma[:-2])[-1]
            if len(plain) > 2 and self.zipf(plain) >= REAL and self.lemma(plain) == plain:
                return plain
        return lemma

    def _bases(self, lemma: str) -> Iterable[str]:
        """Yield the words that this one is made from, where the list knows them."""
        if lemma.endswith("heden"):
            lemma = lemma[:-5] + "heid"
        if lemma.endswith("heid") and self.zipf(lemma[:-4]) >= REAL:
            yield lemma[:-4]
        for ending in ("etje", "tje", "pje", "kje", "je"):
            if lemma.endswith(ending):
                yield from self._first(_larger(lemma, ending))
                break
        for ending in ("ing", "aar", "er"):
            if lemma.endswith(ending) and len(lemma) - len(ending) >= 3:
                verb = lemma[: -len(ending)] + "en"
                known = self.lemma(verb) == verb and self.zipf(verb) >= REAL
                if known and (ending != "er" or self.zipf(verb) >= self.zipf(lemma) - 0.5):
                    yield verb
                    return

    def _first(self, words: Iterable[str]) -> Iterable[str]:
        for word in words:
            if len(word) >= 3 and self.zipf(word) >= REAL + 0.5:
                yield word
                return

    def forms(self, key: str) -> tuple[str, ...]:
        """Return the folded forms of a key that people use, the commonest first."""
        table = self._table()
        return table.forms(key) if table else _forms().get(key, ())

    def _table(self) -> WordTable | None:
        """Return the table of this machine, where there is one; a dictionary that makes it reads the lists."""
        return _table()


class _Lists(Dictionary):
    """The dictionary that reads the lists themselves."""

    def _table(self) -> None:
        return None


@cache
def _table() -> WordTable | None:
    return opened(_rows)


def _rows() -> tuple[Iterable[Row], Iterable[tuple[str, str]]]:
    """Return what the table holds: each word with how common it is and its form in a dictionary, and the forms of each key."""
    frequencies, lemmas = _frequencies(), _lemmas()
    words = {*frequencies, *lemmas}
    return (
        ((word, frequencies.get(word), str(lemmas.get(word) or "") or None) for word in sorted(words)),
        ((key, " ".join(forms)) for key, forms in sorted(_forms().items())),
    )


@cache
def _frequencies() -> dict[str, float]:
    from wordfreq import get_frequency_dict  # noqa: PLC0415 - half a second, and most runs do not need it

    found = get_frequency_dict("nl", wordlist="large")
    return {word: math.log10(share * 1e9) for word, share in found.items()}


@cache
def _lemmas() -> Any:
    from simplemma.strategies.dictionaries.dictionary_factory import (  # noqa: PLC0415 - as above
        DefaultDictionaryFactory,
    )

    return DefaultDictionaryFactory().get_dictionary("nl")


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    dictionary = _Lists()
    found: dict[str, list[tuple[float, str]]] = {}
    for word, zipf in _frequencies().items():
        if zipf >= COMMON and word.isalpha() and len(word) > 2:
            found.setdefault(dictionary.key(word), []).append((-zipf, fold(word)))
    return {key: tuple(dict.fromkeys(form for _zipf, form in sorted(forms))) for key, forms in found.items()}


def _larger(lemma: str, ending: str) -> Iterable[str]:
    """Yield what a diminutive may be the small one of."""
    stem = lemma[: -len(ending)]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]
    yield stem
    if ending == "kje":
        yield stem + "g"


@cache
def stems(part: str) -> tuple[str, ...]:
    """Return what an infinitive without -en may be spelt like alone: zwemm → zwem, lop → loop, schrijv → schrijf."""
    found = []
    if len(part) > 2 and part[-1] == part[-2] and part[-1] not in VOWELS:
        return (part[:-1],)
    hard = part[:-1] + {"v": "f", "z": "s"}.get(part[-1:], part[-1:])
    if len(part) > 1 and part[-1] not in VOWELS and part[-2] in VOWELS and (len(part) == 2 or part[-3] not in VOWELS):
        found.append(hard[:-1] + hard[-2] + hard[-1])
    return (*found, hard)
