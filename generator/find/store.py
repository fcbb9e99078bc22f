"""The search of one build: which files it has, what each is made from, and how. Nothing is made before it is asked.

What was learnt about words is kept between builds, so that a build in which one entry changed reads no dictionary.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any

from generator.dutch.language import Language
from generator.dutch.vocabulary import Vocabulary
from generator.find import near
from generator.find.facets import Facets, facets
from generator.find.index import VERSION, Document, Packed, document, packed, shard
from generator.find.pack import numbers
from generator.find.wordlist import WordList
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.resolved import joined
from generator.model.schema import Activity
from generator.views.lists.municipality_page import catalogue_numbers
from generator.views.lists.shelf import shelf
from generator.work.cache import Cache, digest, of

MOST = 1000  # activities in a shard; and on a site that is one shard as a whole
Learnt = tuple[dict[str, str], dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]  # see Language


@dataclass(frozen=True, slots=True)
class ShardFile:
    """One shard: its path in the site, a digest of all that it is made from, the activities in it, and a digest of their content.

    The path changes with the content, so that a browser may keep the file for ever.
    """

    path: str
    key: str
    entries: Sequence[Entry[Activity]]
    content: str


class Words:
    """Knows the word list of a site on a day: the same beside every shard, whatever the activities."""

    def __init__(self, catalogue: Catalogue, today: date, cache: Cache, version: str) -> None:
        """Keep what a build needs; of ``catalogue`` only what there is once is looked at."""
        self.catalogue = catalogue
        self.today = today
        self._cache = cache
        known = [entry.digest for entry in (catalogue.kinds, catalogue.synonyms, catalogue.safety) if entry]
        known += [entry.digest for entry in (*catalogue.ordered_domains, *catalogue.municipalities.values())]
        self.base = digest("zoek", str(VERSION), version, *known)

    def or_else(self, other: "Words | None") -> "Words":
        """Return ``other``, with all that it worked out, where it is of the same words on the same day; else this."""
        same = other and (other.base, other.today) == (self.base, self.today)
        return other if other and same else self

    @cached_property
    def language(self) -> Language:
        """Return Dutch with what earlier builds learnt."""
        kept = self._cache.get(self.base, of(Learnt))
        return Language(*kept) if kept else Language()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Return the phrases of the kinds and synonyms."""
        return self.catalogue.vocabulary(self.language)

    @cached_property
    def known(self) -> WordList:
        """Return the word list with its keys."""
        return WordList(self.catalogue, self.vocabulary, self.today.year)

    @cached_property
    def text(self) -> str:
        """Return the file of the word list."""
        return self._kept(digest(self.base, "woorden", str(self.today.year)), lambda: self.known.text)

    @cached_property
    def abroad(self) -> str:
        """Return the file with words of other languages."""
        return self._kept(digest(self.base, "talen"), lambda: self.known.abroad)

    def _kept(self, key: str, make: Callable[[], str]) -> str:
        kept = self._cache.get(key, of(str))
        if kept is None:
            kept = make()
            self._cache.put(key, kept)
        return str(kept)

    @cached_property
    def abroad_path(self) -> str:
        """Return where the words of other languages stand in the site."""
        return f"{addresses.ASSETS}talen.{digest(self.abroad)[:10]}.json"

    @cached_property
    def near_path(self) -> str:
        """Return where the file with every postcode and town stands in the site."""
        return f"{addresses.ASSETS}plekken.{digest(self.near)[:10]}.json"

    @cached_property
    def near(self) -> str:
        """Return the file with every postcode and town of the country."""
        return self._kept(digest(self.base, "plekken"), near.table)

    @cached_property
    def path(self) -> str:
        """Return where the word list stands in the site."""
        return f"{addresses.ASSETS}woorden.{digest(self.text)[:10]}.json"

    @property
    def size(self) -> tuple[int, ...]:
        """Return how much is known of words by now."""
        return tuple(map(len, self._tables()))

    def since(self, size: tuple[int, ...]) -> Learnt:
        """Return what was learnt after ``size``."""
        keys, splits, forms = (
            dict(islice(one.items(), at, None)) for one, at in zip(self._tables(), size, strict=True)
        )
        return keys, splits, forms

    def learn(self, more: Learnt) -> None:
        """Add what was learnt elsewhere."""
        for own, new in zip(self._tables(), more, strict=True):
            own.update(new)  # type: ignore[call-overload]

    def save(self, before: tuple[int, ...]) -> None:
        """Keep what is known, for the next build, where it is more than ``before``."""
        if self.size != before:
            self._cache.put(self.base, self._tables())

    def _tables(self) -> tuple[dict[str, Any], ...]:
        return self.language.keys, self.language.splits, self.language.known_forms


class Store:
    """Knows the shards of a catalogue on a day: of everything, or of the part that is about one municipality."""

    def __init__(
        self,
        words: Words,
        catalogue: Catalogue,
        today: date,
        cache: Cache,
        keys: Mapping[str, str],
        places: Iterable[str] = (),
    ) -> None:
        """Keep what a build needs. ``keys`` has a digest of all that each municipality's activities are made from.

        ``places`` are the municipalities whose catalogues follow each other in the search, in their order.
        """
        self._order = tuple(places)
        self.words = words
        self.catalogue = catalogue
        self.today = today
        self._cache = cache
        self._keys = keys
        self._made: dict[str, bytes] = {}
        self._terms: dict[str, Mapping[str, int]] = {}
        self._base = words.base

    @cached_property
    def places(self) -> Mapping[str, tuple[ShardFile, ...]]:
        """Return the shards of each municipality: one, or by neighbourhood where there is too much for one."""
        found = {}
        for place, entries in shelf(self.catalogue, self.today).found.items():
            groups = [entries] if len(entries) <= MOST else self._by_quarter(entries)
            found[place] = tuple(
                self._file(f"zoek-{place}" if len(groups) == 1 else f"zoek-{place}-{number}", group, self._keys[place])
                for number, group in enumerate(groups, 1)
                if group
            )
        return found

    @cached_property
    def whole(self) -> tuple[ShardFile, ...]:
        """Return the shard of a whole small site; nothing where the site is too large for one."""
        known = shelf(self.catalogue, self.today)
        everything = (*known.everything, *(entry for entries in known.old.values() for entry in entries))
        if not 0 < len(everything) <= MOST:
            return ()
        return (self._file("zoek-alles", everything, digest(*self._keys.values())),)

    def _file(self, name: str, entries: Sequence[Entry[Activity]], key: str) -> ShardFile:
        full = digest(self._base, name, key, self.today.isoformat())
        kept = self._cache.get(f"zoek:{full}", of(tuple[str, dict[str, int]]))
        if kept is None:
            self._made[full] = content = self._shard(entries, key)
            kept = (digest(content)[:10], dict(self._packed(entries, key).terms))
            self._cache.put(f"zoek:{full}", kept)
        mark, self._terms[full] = kept
        return ShardFile(f"{addresses.ASSETS}{name}.{mark}.json", full, entries, key)

    def _packed(self, entries: Sequence[Entry[Activity]], key: str) -> Packed:
        """Return what the texts come to, which is the same the next day where the order is."""
        full = digest("zoek", self._base, key, *(entry.id for entry in entries))
        kept: Packed | None = self._cache.get(full, of(Packed))
        if kept is None:
            kept = packed([self._document(entry) for entry in entries], self.words.known)
            self._cache.put(full, kept)
        return kept

    def _shard(self, entries: Sequence[Entry[Activity]], key: str) -> bytes:
        known = self.words.known
        facts = [self._facets(entry) for entry in entries]
        pages = [self._pages.get(entry.id, 0) for entry in entries] if self._pages else ()
        places = {entry.id: entry.model for entry in self.words.catalogue.municipalities.values()}
        return shard(self._packed(entries, key), facts, pages, places, self.today, known).encode()

    def _document(self, entry: Entry[Activity]) -> Document:
        known = self.words.known
        return joined(self.catalogue, entry).once("document", lambda it: document(it.catalogue, it.entry, known))

    def _facets(self, entry: Entry[Activity]) -> Facets:
        catalogue, today, vocabulary = self.catalogue, self.today, self.words.known.vocabulary
        it = joined(catalogue, entry)
        return it.once(("facets", today), lambda one: facets(one.catalogue, one.entry, today, vocabulary))

    def _by_quarter(self, entries: Sequence[Entry[Activity]]) -> list[list[Entry[Activity]]]:
        """Return groups of at most :data:`MOST`, neighbourhoods together as far as they fit."""

        def quarter(entry: Entry[Activity]) -> tuple[str, str]:
            location = joined(self.catalogue, entry).location
            return (location.wijk or "", location.plaats) if location else ("", "")

        ordered = sorted(entries, key=lambda entry: (quarter(entry), entry.model.titel.casefold(), entry.id))
        return [ordered[start : start + MOST] for start in range(0, len(ordered), MOST)]

    def terms(self, place: str) -> Mapping[str, int]:
        """Return how many activities of a municipality have each word, and each kind as "=" and its number."""
        counts: Counter[str] = Counter()
        for file in self.places[place]:
            counts.update(self._terms[file.key])
        return dict(counts)

    @cached_property
    def _pages(self) -> Mapping[str, int]:
        return catalogue_numbers(self.catalogue, self._order, self.today)

    def shard(self, file: ShardFile) -> bytes:
        """Return the content of a shard."""
        return self._made.get(file.key) or self._shard(file.entries, file.content)


def where(found: Mapping[str, Mapping[str, int]]) -> Mapping[str, str]:
    """Return, for a site too large for one shard, which words are found in which municipality and how often.

    ``found`` has the terms of each municipality in the order of their names. There is a file for the kinds ("soort") and one for each
    first letter of a word.
    """
    places = list(found)
    rows: dict[str, dict[str, list[int]]] = {"soort": {}}
    for number, here in enumerate(found.values()):
        for term, amount in here.items():
            kind = term.removeprefix("=")
            bucket = rows.setdefault(term[0], {}) if kind == term else rows["soort"]
            bucket.setdefault(kind, []).extend((number, amount))
    files = {
        name: {term: numbers(row) for term, row in sorted(inside.items())} for name, inside in sorted(rows.items())
    }
    return {
        name: json.dumps({"gemeenten": places, "rijen": inside}, ensure_ascii=False, separators=(",", ":"))
        for name, inside in files.items()
    }
