"""The word list of the whole site: what people type and where it leads. One file, beside every shard."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Any

from generator.dutch.compounds import HEADS
from generator.dutch.dictionary import Dictionary
from generator.dutch.places import middles_of_towns, names
from generator.dutch.vocabulary import Lead, Vocabulary
from generator.dutch.words import FOREIGN, FUNCTION, WEAK, fold
from generator.find.danger import danger, said
from generator.find.near import FINE, SOUTH, WEST
from generator.find.pack import bits, lexicon, numbers
from generator.model.catalogue import Catalogue, Entry
from generator.model.schema import Blok, Municipality, Provincie
from generator.model.when.calendar import school_holidays
from generator.views.lists.finder import VALUES

MOST_FORMS = 4
YEARS = 3  # of school holidays; those that are not set yet are left out
REAL_WORDS = 3.9  # Zipf frequency from which a word is never taken for a slip of the pen
REAL_LENGTHS = range(4, 11)
RARE = 2.8  # from which it is never taken for a word that is a cry by itself
REAL_OF_DANGER = 4.2  # and for one of the words of a cry
SHORT = 4
LONG = 7
BITS_A_WORD = 9
BITS_OF_DANGER = 12
PROBES = 4


class WordList:
    """What every shard shares. ``ordered`` are the keys by number."""

    def __init__(self, catalogue: Catalogue, vocabulary: Vocabulary, year: int) -> None:
        """Collect the keys of all phrases; school holidays are those from ``year`` on."""
        self._year = year
        self.vocabulary = vocabulary
        self.themes = [entry.id for entry in catalogue.ordered_domains]
        self.kinds = {kind: number for number, kind in enumerate(vocabulary.kinds)}
        self._signposts = catalogue.safety.model.wegwijzers if catalogue.safety else ()
        language = vocabulary.language
        calm = [sign for sign in self._signposts if sign.blok is not Blok.NOOD]
        self.signs = [language.phrase(word) for sign in calm for word in sign.woorden]
        self._synonyms = catalogue.synonyms.model if catalogue.synonyms else None
        self._places = list(catalogue.municipalities.values())
        self._safety = catalogue.safety.model if catalogue.safety else None
        phrases = [
            *vocabulary.leads,
            *self.signs,
            *(words for lead in vocabulary.leads.values() for words in lead.words),
        ]
        self.keys = {key for phrase in phrases for key in phrase}
        self.ordered = sorted(self.keys)

    @cached_property
    def text(self) -> str:
        """Return the file as JSON."""
        number = {key: index for index, key in enumerate(self.ordered)}
        language = self.vocabulary.language
        forms = others(
            {key: (*sorted(language.typed.get(key, ())), *language.forms(key)[:MOST_FORMS]) for key in self.ordered}
        )
        kinds = self.vocabulary.kinds.values()
        known = self.kinds
        content: dict[str, Any] = {
            "sleutels": lexicon(forms),
            "klein": " ".join(sorted(FUNCTION)),
            "zwak": " ".join(sorted(WEAK | FOREIGN - FUNCTION | self._folded("loos"))),
            "personen": " ".join(sorted(self._folded("personen"))),
            "ontkent": " ".join(sorted(self._folded("ontkent"))),
            "gemeenten": [
                [entry.id, list(Provincie).index(entry.model.provincie), entry.model.naam, *entry.model.ook_bekend_als]
                for entry in sorted(self._places, key=lambda one: one.id)
            ],
            "middens": numbers(
                step for entry in sorted(self._places, key=lambda one: one.id) for step in _middle(entry)
            ),
            "vakanties": self._holidays(),
            "hoofd": " ".join(sorted(HEADS)),
            "themas": self.themes,
            "samen": self._together(),
            "thema": numbers(self.themes.index(kind.domein) for kind in kinds),
            "boven": numbers(n for kind in kinds for n in _counted(known[one] for one in kind.hoort_bij)),
            "naast": numbers(n for kind in kinds for n in _counted(known[one] for one in kind.lijkt_op)),
            "ruimer": [
                [known[kind], self.vocabulary.kinds[kind].naam]
                for kind in sorted(self.vocabulary.children)
                if kind in known
            ],
            "waarden": {name: list(values) for name, values in VALUES.items()},
            **self._phrases(number),
            **self._signs(number),
            **self._danger(),
            "echt": _filter(language.dictionary.frequencies, forms),
        }
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"))

    def _together(self) -> list[str]:
        """Return the theme in which people meet: the one to which most words lead that say how somebody is ("eenzaam")."""
        kinds = self.vocabulary.kinds
        needs = [lead for lead in self.vocabulary.leads.values() if lead.need]
        found = Counter(
            kinds[kind].domein for lead in needs for kind, weight in lead.kinds.items() if weight == 1 and kind in kinds
        )
        return [theme for theme, _ in found.most_common(1)]

    @cached_property
    def abroad(self) -> str:
        """Return the file with words of other languages as JSON: it comes after the first answer, and for everybody.

        Rows of a lead, or the number of a signpost, and the phrases that lead there as they are written.
        """
        rows: dict[str, list[str]] = {}
        for phrase, lead in sorted(self.vocabulary.abroad.items()):
            rows.setdefault(json.dumps(self._row(lead, {})), []).append(" ".join(phrase))
        for number, sign in enumerate(self._signposts):
            said = [self.vocabulary.language.foreign(text) for found in sign.andere_talen.values() for text in found]
            if said and sign.blok is not Blok.NOOD:
                rows[str(number)] = sorted({" ".join(phrase) for phrase in said if phrase})
        found = [[json.loads(row), "|".join(phrases)] for row, phrases in sorted(rows.items())]
        return json.dumps(found, ensure_ascii=False, separators=(",", ":"))

    def _row(self, lead: Lead, number: Mapping[str, int]) -> dict[str, Any]:
        """Return a lead in short."""
        first = [self.kinds[kind] for kind, weight in lead.kinds.items() if weight == 1]
        later = [self.kinds[kind] for kind, weight in lead.kinds.items() if weight < 1]
        row: dict[str, Any] = {}
        if first or later:
            row["s"] = numbers([len(first), *first, *later])
        if lead.groups:
            row["g"] = sorted(lead.groups)
        if lead.need:
            row["n"] = 1
        if lead.theme:
            row["t"] = lead.theme
        if lead.filters:
            row["f"] = {name: list(values) for name, values in sorted(lead.filters.items())}
        if lead.words:
            row["w"] = [numbers(number[key] for key in words) for words in sorted(lead.words) if number]
        return row

    def _phrases(self, number: Mapping[str, int]) -> dict[str, Any]:
        """Return the phrases as numbers of keys, and for each which lead it has; equal leads are one."""
        leads: dict[str, int] = {}
        keys: list[int] = []
        of: list[int] = []
        for phrase in sorted(self.vocabulary.leads, key=lambda one: [number[key] for key in one]):
            row = self._row(self.vocabulary.leads[phrase], number)
            of.append(leads.setdefault(json.dumps(row), len(leads)))
            keys += [len(phrase), *(number[key] for key in phrase)]
        return {"zinnen": numbers(keys), "naar": numbers(of), "wegen": [json.loads(row) for row in leads]}

    def _signs(self, number: Mapping[str, int]) -> dict[str, Any]:
        """Return the words of the signposts: as written for danger, as keys for the rest."""
        rows = []
        for index, sign in enumerate(self._signposts):
            row: dict[str, Any] = {"blok": str(sign.blok), "nr": index}
            if sign.blok is not Blok.NOOD:
                phrases = [self.vocabulary.language.phrase(word) for word in sign.woorden]
                row["zinnen"] = numbers(n for phrase in phrases for n in _counted(number[key] for key in phrase))
            if sign.soorten:
                row["soorten"] = numbers(self.kinds[kind] for kind in sign.soorten)
            rows.append(row)
        return {"wegwijzers": rows}

    def _folded(self, name: str) -> frozenset[str]:
        return frozenset(fold(word) for word in (getattr(self._synonyms, name) if self._synonyms else ()))

    def _holidays(self) -> dict[str, list[str]]:
        """Return the school holidays that are known, as their first and last days: those that all regions here share."""
        regions = sorted({entry.model.schoolvakantie_regio for entry in self._places})
        found: dict[str, list[str]] = {}
        for year in range(self._year, self._year + YEARS):
            shared: dict[date, str] | None = None
            for region in regions:
                here = school_holidays(year, region) or {}
                shared = dict(here) if shared is None else {day: name for day, name in shared.items() if day in here}
            for day in sorted(shared or {}):
                row = found.setdefault(fold((shared or {})[day]), [])
                if row and date.fromisoformat(row[-1]) == day - timedelta(days=1):
                    row[-1] = day.isoformat()
                else:
                    row += [day.isoformat(), day.isoformat()]
        return found

    def _danger(self) -> dict[str, Any]:
        """Return what a cry for help is made of, and the real words that look like its words."""
        if not self._safety:
            return {"nood": None}
        words, alone = said(self._safety)
        real = _real_beside(frozenset(words), frozenset(alone))
        return {"nood": {**danger(self._safety), "echt": _bloom(real, BITS_OF_DANGER)}}


@lru_cache(maxsize=4)  # builds in one process mostly have the same words, and this takes a second
def _real_beside(words: frozenset[str], alone: frozenset[str]) -> tuple[str, ...]:
    """Return the real words of Dutch that look like the words of a cry, or like one that is a cry by itself."""
    near = {piece for word in words if len(word) > 2 for piece in _pieces(word)}
    close = {piece for word in alone if len(word) > SHORT for piece in _pieces(word)}
    begins = {piece[:4] for piece in close}  # none is shorter
    real: set[str] = set()
    for word, zipf in Dictionary().frequencies.items():
        if zipf < RARE:
            continue
        plain = fold(word)
        if not plain.isalpha():
            continue
        common = zipf >= REAL_OF_DANGER
        if not common and begins.isdisjoint(_first_four(plain)):
            continue  # whatever two letters are left out, it begins otherwise: most words are done with here
        pieces = _beginnings(plain)
        if (common and not near.isdisjoint(pieces)) or not close.isdisjoint(pieces):
            real.add(plain)
    return tuple(sorted(real))


def _middle(entry: Entry[Municipality]) -> tuple[int, int]:
    """Return the middle of a municipality in steps from the south-west of the country; zeros for one that is not on the list."""
    found = middles_of_towns().get((entry.model.cbs_code, ""))
    return (round((found[0] - SOUTH) * FINE), round((found[1] - WEST) * FINE)) if found else (0, 0)


def _first_four(word: str) -> Iterator[str]:
    """Yield with which four letters a word can begin where up to two of its letters are left out."""
    return map("".join, combinations(word[:6], 4))


def _beginnings(word: str) -> set[str]:
    """Return the pieces of a word and of its beginnings, which may look like the beginning of a cry."""
    ends = range(7, min(len(word), 12) + 1)
    return _pieces(word).union(*(_without_a_letter(word[:end]) for end in ends)) if len(word) > 7 else _pieces(word)


def _pieces(word: str) -> set[str]:
    """Return what a word and another share that lies a slip away, or two where it is long."""
    once = _without_a_letter(word)
    return once | {piece for one in once for piece in _without_a_letter(one)} if len(word) > LONG else once


def others(forms: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Return the forms of each key without the key itself and without doubles."""
    return {key: [form for form in dict.fromkeys(found) if form != key] for key, found in forms.items()}


def _counted(values: Iterable[int]) -> list[int]:
    found = list(values)
    return [len(found), *found]


def hashes(word: str, size: int) -> list[int]:
    """Return the places of a word in the filter of real words; ``spell.js`` works out the same."""
    found = []
    for seed in range(PROBES):
        value = 2166136261 ^ (seed * 16777619)
        for letter in word:
            value = ((value ^ ord(letter)) * 16777619) & 0xFFFFFFFF
        value ^= value >> 15
        found.append(value % size)
    return found


def _filter(frequencies: Mapping[str, float], forms: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    """Return a Bloom filter of the common words of Dutch that lie a slip of the pen from a word of the list."""
    known = {form for key, found in forms.items() for form in (key, *found)}
    near = {piece for form in known if len(form) > 2 for piece in _without_a_letter(form)}
    common = {fold(word) for word, zipf in frequencies.items() if zipf >= REAL_WORDS and word.isalpha()}
    towns = {fold(name) for name in names() if name.isalpha()}
    risky = sorted(
        word
        for word in (common | towns) - known
        if len(word) in REAL_LENGTHS and not near.isdisjoint(_without_a_letter(word))
    )
    return _bloom(risky, BITS_A_WORD)


def _bloom(words: Sequence[str], bits_a_word: int) -> dict[str, Any]:
    """Return a filter that has all these words, and by chance one in some of the others."""
    size = max(1, len(words) * bits_a_word)
    flags = [False] * size
    for word in words:
        for place in hashes(word, size):
            flags[place] = True
    return {"n": size, "b": bits(flags)}


def _without_a_letter(word: str) -> set[str]:
    """Return a word and the word with each of its letters left out: two words one slip apart share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
