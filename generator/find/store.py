"""The search of one build: which files it has, what each is made from, and how. Nothing is made before it is asked.

What was learnt about words is kept between builds, so that a build in which one entry changed reads no dictionary.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.dutch.language import Language
from generator.dutch.vocabulary import Vocabulary
from generator.dutch.words import words
from generator.find.index import VERSION, Document, document, shard, terms
from generator.find.pack import numbers
from generator.find.wordlist import WordList
from generator.model import addresses
from generator.model.catalogue import Catalogue, Entry
from generator.model.resolved import Resolved
from generator.model.schema import Activity
from generator.views.lists.shelf import shelf
from generator.work.cache import Cache, digest, of

MOST = 1000  # activities in a shard; and on a site that is one shard as a whole
Learnt = tuple[dict[str, str], dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]  # see Language


@dataclass(frozen=True, slots=True)
class ShardFile:
    """One shard: its path in the site, a digest of all that it is made from, and the activities in it.

    The path changes with the content, so that a browser may keep the file for ever.
    """

    path: str
    key: str
    entries: Sequence[Entry[Activity]]


class Store:
    """Knows the word list and the shards of a catalogue on a day."""

    def __init__(self, catalogue: Catalogue, today: date, cache: Cache, version: str, keys: Mapping[str, str]) -> None:
        """Keep what a build needs. ``keys`` has a digest of all that each municipality's activities are made from."""
        self.catalogue = catalogue
        self.today = today
        self._cache = cache
        self._version = version
        self._keys = keys
        self._made: dict[str, bytes] = {}
        self._terms: dict[str, Mapping[str, int]] = {}
        known = [entry.digest for entry in (catalogue.kinds, catalogue.synonyms, catalogue.safety) if entry]
        known += [entry.digest for entry in (*catalogue.ordered_domains, *catalogue.municipalities.values())]
        self._base = digest("zoek", str(VERSION), version, *known)

    @cached_property
    def language(self) -> Language:
        """Return Dutch with what earlier builds learnt."""
        kept = self._cache.get(self._base, of(Learnt))
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
    def words(self) -> str:
        """Return the file of the word list."""
        key = digest(self._base, "woorden", str(self.today.year))
        kept = self._cache.get(key, of(str))
        if kept is None:
            kept = self.known.text
            self._cache.put(key, kept)
        return str(kept)

    @cached_property
    def abroad(self) -> str:
        """Return the file with words of other languages."""
        key = digest(self._base, "talen")
        kept = self._cache.get(key, of(str))
        if kept is None:
            kept = self.known.abroad
            self._cache.put(key, kept)
        return str(kept)

    @property
    def abroad_path(self) -> str:
        """Return where the words of other languages stand in the site."""
        return f"{addresses.ASSETS}talen.{digest(self.abroad)[:10]}.json"

    @property
    def words_path(self) -> str:
        """Return where the word list stands in the site."""
        return f"{addresses.ASSETS}woorden.{digest(self.words)[:10]}.json"

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
            documents = self._documents(entries)
            self._made[full] = content = self._packed(documents)
            kept = (digest(content)[:10], terms(documents, self.known))
            self._cache.put(f"zoek:{full}", kept)
        mark, self._terms[full] = kept
        return ShardFile(f"{addresses.ASSETS}{name}.{mark}.json", full, entries)

    def _by_quarter(self, entries: Sequence[Entry[Activity]]) -> list[list[Entry[Activity]]]:
        """Return groups of at most :data:`MOST`, neighbourhoods together as far as they fit."""

        def quarter(entry: Entry[Activity]) -> tuple[str, str]:
            location = Resolved(self.catalogue, entry).location
            return (location.wijk or "", location.plaats) if location else ("", "")

        ordered = sorted(entries, key=lambda entry: (quarter(entry), entry.model.titel.casefold(), entry.id))
        return [ordered[start : start + MOST] for start in range(0, len(ordered), MOST)]

    def prepare(self) -> None:
        """Learn what is new, and make the shards that changed: their names stand on the pages."""
        self.learn()
        _ = self.places, self.whole, self.where

    @cached_property
    def where(self) -> Mapping[str, str]:
        """Return, for a site too large for one shard, which words are found in which municipality and how often.

        A file for the kinds ("soort") and one for each first letter of a word; nothing for a small site.
        """
        if self.whole:
            return {}
        places = [place for place, files in self.places.items() if files]
        found: dict[str, dict[str, list[int]]] = {"soort": {}}
        for number, place in enumerate(places):
            counts: Counter[str] = Counter()
            for file in self.places[place]:
                counts.update(self._terms[file.key])
            for term, amount in counts.items():
                kind = term.removeprefix("=")
                bucket = found.setdefault(term[0], {}) if kind == term else found["soort"]
                bucket.setdefault(kind, []).extend((number, amount))
        files = {
            name: {term: numbers(row) for term, row in sorted(rows.items())} for name, rows in sorted(found.items())
        }
        return {
            name: json.dumps({"gemeenten": places, "rijen": rows}, ensure_ascii=False, separators=(",", ":"))
            for name, rows in files.items()
        }

    def learn(self) -> None:
        """Learn the words of every municipality that changed, and keep what was learnt."""
        before = self._size
        for place, entries in shelf(self.catalogue, self.today).found.items():
            key = digest(self._base, "geleerd", self._keys[place])
            if self._cache.get(key, of(int)) is None:
                for entry in entries:
                    self._learn(Resolved(self.catalogue, entry))
                self._cache.put(key, 1)
        if "language" in self.__dict__ and self._size != before:
            language = self.language
            self._cache.put(self._base, (language.keys, language.splits, language.known_forms))

    @property
    def _size(self) -> int:
        language = self.language
        return len(language.keys) + len(language.splits) + len(language.known_forms)

    def _learn(self, it: Resolved) -> None:
        language = self.known.vocabulary.language
        activity, location = it.model, it.location
        names = (it.organisation.naam, location.naam if location else "")
        for text in (activity.titel, activity.samenvatting, *activity.zoekwoorden, *names):
            for word in words(text):
                for key in (language.key(word), *language.parts(word)):
                    if key not in self.known.keys:
                        language.forms(key)
        if activity.voor_wie:
            list(self.vocabulary.phrases(activity.voor_wie))

    def shard(self, file: ShardFile) -> bytes:
        """Return the content of a shard."""
        return self._made.get(file.key) or self._packed(self._documents(file.entries))

    def _documents(self, entries: Sequence[Entry[Activity]]) -> list[Document]:
        return [document(self.catalogue, entry, self.today, self.known) for entry in entries]

    def _packed(self, documents: Sequence[Document]) -> bytes:
        places = {entry.id: entry.model for entry in self.catalogue.municipalities.values()}
        return shard(documents, places, self.today, self.known).encode()
