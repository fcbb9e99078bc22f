"""Cries for help, as the browser hears them: words that say the same in groups, and sentences made of groups.

A sentence of ``content/safety.yml`` says one thing in words that stand for others ("ik wil dood" also hears "hij wenst te
sterven"). The browser (``site_overrides/assets/search/danger.js``) looks for the groups in order, with words in between.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.dutch.words import FUNCTION, WORD, fold
from generator.find.pack import numbers
from generator.model.schema import Blok, Safety

DUTCH, ALONE = "nl", ""
STARTS, ENDS = 1, 2  # a sentence with a full stop before or behind it is where a text starts or ends


@dataclass
class Groups:
    """Groups of words by number, over all languages; a word that is in no group of its language makes one of its own."""

    all: list[tuple[str, ...]] = field(default_factory=list)
    of: dict[tuple[str, str], int] = field(default_factory=dict)

    def learn(self, language: str, words: Iterable[str]) -> None:
        """Add a group; of a word that stands in two, the first counts."""
        found = tuple(dict.fromkeys(map(_plain, words)))
        for word in found:
            self.of.setdefault((language, word), len(self.all))
        self.all.append(found)

    def row(self, language: str, sentence: str) -> list[int]:
        """Return what a sentence is made of: marks for its full stops, and the group of each word; one word is itself only."""
        marks = STARTS * sentence.startswith(".") + ENDS * sentence.endswith(".")
        found = [_plain(word) for word in sentence.strip(".").replace("-", " ").split()]
        kept = ALONE if len(found) == 1 else language
        for word in found:
            if (kept, word) not in self.of:
                self.learn(kept, [word])
        return [marks, *(self.of[kept, word] for word in found)]


def _plain(word: str) -> str:
    """Return a word as it is typed, folded; a star before or behind it stays."""
    inner = "".join(WORD.findall(fold(word)))
    return "*" * word.startswith("*") + inner + "*" * word.endswith("*")


def danger(safety: Safety) -> Mapping[str, Any]:
    """Return what the browser needs to hear a cry: groups, sentences with the number of their signpost, and what is none."""
    groups = Groups()
    for language, all_words in safety.zelfde.items():
        for words in all_words:
            groups.learn(language, words)
    sentences: list[int] = []
    for number, sign in enumerate(safety.wegwijzers):
        if sign.blok is not Blok.NOOD:
            continue
        for language, said in {DUTCH: sign.woorden, **sign.andere_talen}.items():
            for sentence in said:
                row = groups.row(language, sentence)
                sentences += [len(row) + 1, number, *row]
    own = len(groups.all)
    quiet = [groups.row(DUTCH, sentence) for sentence in safety.geen_nood]
    return {
        "zinnen": numbers(sentences),
        "niet": numbers(value for row in quiet for value in (len(row), *row)),
        "eigen": own,
        "tussendoor": " ".join(sorted({_plain(word) for word in safety.tussendoor} - FUNCTION)),
        "groepen": "|".join(" ".join(words) for words in groups.all),
    }


def said(safety: Safety) -> tuple[set[str], set[str]]:
    """Return every word of a cry, and those that are a cry alone: near one of them fewer words are a slip of the pen."""
    signs = [sign for sign in safety.wegwijzers if sign.blok is Blok.NOOD]
    sentences = [text for sign in signs for said in (sign.woorden, *sign.andere_talen.values()) for text in said]
    apart = [[_plain(word).strip("*") for word in text.strip(".").replace("-", " ").split()] for text in sentences]
    grouped = {_plain(word).strip("*") for groups in safety.zelfde.values() for words in groups for word in words}
    alone = {words[0] for words in apart if len(words) == 1}
    return {word for word in grouped.union(*apart) if word.isalpha()}, {word for word in alone if word.isalpha()}
