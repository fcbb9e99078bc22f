"""What people type, as phrases of keys, and where each phrase leads: kinds of activity, groups, filters."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from generator.dutch.language import Language
from generator.dutch.words import WEAK, fold, words

Phrase = tuple[str, ...]
LATER = 0.5  # what a kind under ``ook`` or ``lijkt_op`` weighs
TITLE, WORDS, SUMMARY = 4.0, 2.0, 1.0
PART = 0.6
SECOND = 0.85  # of the points of the first kind that a second must have
BROAD = 0.85
PLACE = 0.6  # a place in a title often only says where
LETTERS = 3


@dataclass
class Lead:
    """Where a phrase leads: kinds with their weight (1 is best), target groups, a theme, filters and other phrases.

    ``need`` tells that it says how somebody is, and not what somebody wants to do.
    """

    kinds: dict[str, float] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)
    theme: str = ""
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    words: set[Phrase] = field(default_factory=set)
    need: bool = False

    def add(self, kinds: Iterable[str], weight: float) -> None:
        """Add kinds in the author's order; the highest weight counts."""
        for kind in kinds:
            self.kinds[kind] = max(weight, self.kinds.get(kind, 0.0))


class Kind(Protocol):
    """What is said of a kind of activity (``content/kinds.yml``)."""

    @property
    def naam(self) -> str: ...
    @property
    def woorden(self) -> tuple[str, ...]: ...
    @property
    def streektaal(self) -> tuple[str, ...]: ...
    @property
    def andere_talen(self) -> Mapping[str, tuple[str, ...]]: ...
    @property
    def hoort_bij(self) -> tuple[str, ...]: ...
    @property
    def lijkt_op(self) -> tuple[str, ...]: ...
    @property
    def plek(self) -> object: ...
    @property
    def domein(self) -> str: ...


class Synonym(Protocol):
    """Words that people type, and where they lead (``content/synonyms.yml``)."""

    @property
    def zoek(self) -> tuple[str, ...]: ...
    @property
    def andere_talen(self) -> Mapping[str, tuple[str, ...]]: ...
    @property
    def soorten(self) -> tuple[str, ...]: ...
    @property
    def ook(self) -> tuple[str, ...]: ...
    @property
    def vind(self) -> tuple[str, ...]: ...
    @property
    def doelgroepen(self) -> tuple[str, ...]: ...
    @property
    def domein(self) -> str | None: ...
    @property
    def behoefte(self) -> object: ...
    @property
    def filter(self) -> Mapping[Any, str]: ...


class Told(Protocol):
    """What an activity says of itself."""

    @property
    def titel(self) -> str: ...
    @property
    def samenvatting(self) -> str: ...
    @property
    def zoekwoorden(self) -> tuple[str, ...]: ...
    @property
    def soorten(self) -> tuple[str, ...] | None: ...


class Vocabulary:
    """All phrases of kinds of activity and of synonyms."""

    def __init__(
        self,
        kinds: Mapping[str, Kind],
        above: Callable[[str], set[str]],
        synonyms: Iterable[Synonym],
        silent: Iterable[str],
        language: Language,
    ) -> None:
        """Analyse every word once. ``above`` gives every kind that a kind falls under; ``silent`` are words that say nothing."""
        self.language = language
        language.silent |= {fold(word) for word in silent}
        self.kinds = kinds
        self._above = above
        self.of_kinds: dict[Phrase, dict[str, float]] = defaultdict(dict)
        self.leads: dict[Phrase, Lead] = defaultdict(Lead)
        self.abroad: dict[Phrase, Lead] = defaultdict(Lead)  # phrases in other languages, as they are written
        for id_, kind in self.kinds.items():
            for text in (kind.naam, *kind.woorden, *kind.streektaal):
                phrase = language.phrase(text)
                language.compounds.words |= {word for word in words(text) if len(word) > LETTERS}
                if phrase:
                    self.of_kinds[phrase][id_] = 1.0
                    self.leads[phrase].add([id_], 1.0)
            for text in (text for found in kind.andere_talen.values() for text in found):
                if phrase := language.foreign(text):
                    self.abroad[phrase].add([id_], 1.0)
        for synonym in synonyms:
            self._add(synonym)
        self.longest = max(map(len, self.leads), default=1)

    def _add(self, synonym: Synonym) -> None:
        said = [(self.leads, self.language.phrase(text)) for text in synonym.zoek]
        said += [
            (self.abroad, self.language.foreign(text)) for found in synonym.andere_talen.values() for text in found
        ]
        for leads, phrase in said:
            if not phrase:
                continue
            lead = leads[phrase]
            lead.add(synonym.soorten, 1.0)
            lead.add(synonym.ook, LATER)
            lead.groups |= {str(group) for group in synonym.doelgroepen}
            lead.theme = synonym.domein or lead.theme
            lead.need |= bool(synonym.behoefte)
            lead.filters |= {str(name): tuple(value.split()) for name, value in synonym.filter.items()}
            lead.words |= {self.language.phrase(word) for word in synonym.vind}

    @cached_property
    def children(self) -> dict[str, list[str]]:
        """Return the kinds that name a kind in ``hoort_bij``."""
        found: dict[str, list[str]] = defaultdict(list)
        for id_, kind in self.kinds.items():
            for broader in kind.hoort_bij:
                found[broader].append(id_)
        return found

    def proposals(self, activity: Told) -> tuple[str, ...]:
        """Return the one or two kinds that an activity's title, words and summary speak of, best first; maybe none."""
        points = self._points(activity)
        ranked = sorted(points, key=lambda kind: (-points[kind], kind))
        best = ranked[:1]
        for kind in ranked[1:3]:
            if points[kind] > SECOND * points[best[0]] and kind not in self._above(best[0]):
                best.append(kind)
        return tuple(best) if best and points[best[0]] >= 1 else ()

    def _points(self, activity: Told) -> dict[str, float]:
        """Return how strongly each kind speaks from a text: the best word of title, words and summary counts."""
        points: dict[str, float] = defaultdict(float)
        for texts, weight in (
            ((activity.titel,), TITLE),
            (activity.zoekwoorden, WORDS),
            ((activity.samenvatting,), SUMMARY),
        ):
            best_here: dict[str, float] = defaultdict(float)
            for text in texts:
                for phrase, share in self._phrases(text):
                    for kind in self.of_kinds[phrase]:
                        best_here[kind] = max(best_here[kind], weight * share * (1 + 0.4 * (len(phrase) - 1)))
            for kind, value in best_here.items():
                points[kind] += value
        for kind in points:
            if self.children.get(kind):
                points[kind] *= BROAD
            if self.kinds[kind].plek:
                points[kind] *= PLACE
        return points

    def _phrases(self, text: str) -> Iterator[tuple[Phrase, float]]:
        """Yield the phrases of kinds in a text; parts of compounds count for less."""
        for phrase, word in self._longest(text, self.of_kinds):
            if len(phrase) > 1 or (phrase and fold(word) not in WEAK):
                yield phrase, 1.0
            else:
                for part in self.language.parts(word):
                    if (part,) in self.of_kinds:
                        yield (part,), PART

    def phrases(self, text: str) -> Iterator[Phrase]:
        """Yield the phrases of a text that lead somewhere."""
        return (phrase for phrase, _word in self._longest(text, self.leads) if phrase)

    def _longest(self, text: str, known: Container[Phrase]) -> Iterator[tuple[Phrase, str]]:
        """Yield the known phrases of a text with their first words, longest first from the left; none for another word."""
        found = words(text)
        keys = [self.language.key(word) for word in found]
        at = 0
        while at < len(keys):
            sizes = range(min(self.longest, len(keys) - at), 0, -1)
            size = next((size for size in sizes if tuple(keys[at : at + size]) in known), 0)
            yield tuple(keys[at : at + size]), found[at]
            at += size or 1

    def kinds_of(self, activity: Told) -> tuple[str, ...]:
        """Return the kinds that an activity names, else those that its text speaks of."""
        return activity.soorten or self.proposals(activity)
