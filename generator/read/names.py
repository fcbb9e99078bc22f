"""Names as people type them to the ids that they stand for; and the name of a new file."""

import re
from collections.abc import Mapping

from generator.dutch.likeness import nearest
from generator.model.addresses import slug
from generator.model.catalogue import Catalogue


class WrongRowError(Exception):
    """A row that cannot become an entry; the message says why, in Dutch."""


class Names:
    """What a municipality, a theme or a kind of activity is called."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Know what there is."""
        self._municipalities = {slug(entry.model.naam): id_ for id_, entry in catalogue.municipalities.items()}
        self._themes = {slug(entry.model.naam): id_ for id_, entry in catalogue.domains.items()}
        self._kinds = {slug(kind.naam): id_ for id_, kind in catalogue.kind_of.items()}

    def municipality(self, text: str) -> str:
        """Return the id of a municipality. Raises WrongRowError."""
        return _named(text, self._municipalities, "gemeente")

    def themes(self, text: str) -> list[str]:
        """Return one theme, or two that stand beside each other ("eten en ontmoeten; natuur en genieten"). Raises WrongRowError."""
        return list(dict.fromkeys(_named(part, self._themes, "thema") for part in _parts(text, self._themes)))

    def kinds(self, text: str, notes: list[str]) -> list[str]:
        """Return the kinds that a text names; one that nobody knows becomes a note."""
        found = []
        for part in _parts(text, self._kinds) if text else ():
            id_ = _known(part, self._kinds)
            if id_:
                found.append(id_)
            else:
                notes.append(f'soort: "{part.strip()}" bestaat niet; het is leeg gelaten.')
        return list(dict.fromkeys(found))


def _parts(text: str, known: Mapping[str, str]) -> list[str]:
    return [text] if slug(text) in known else re.split(r"[;,/|]", text)


def _known(text: str, known: Mapping[str, str]) -> str | None:
    id_ = slug(text)
    return known.get(id_) or (id_ if id_ in known.values() else None)


def _named(text: str, known: Mapping[str, str], what: str) -> str:
    if not text.strip():
        raise WrongRowError(f"Het veld {what} ontbreekt.")
    found = _known(text, known)
    if found:
        return found
    near = nearest(slug(text), known)
    remedy = f" Bedoelt u {known[near]}?" if near else f" Kies uit: {', '.join(sorted(known.values()))}."
    raise WrongRowError(f'{what} "{text.strip()}" bestaat niet.{remedy}')


# What stands before a name and does not tell two apart.
LOOSE = frozenset(
    "de het een stichting vereniging st ver cultureel centrum buurthuis wijkcentrum dorpshuis gemeenschapshuis wijkgebouw".split()
)


class Alike:
    """Names of which one may be short for the other: "Stichting Welzijn MensenWerk" and "Welzijn MensenWerk", "De Plataan" and "Cultureel Centrum De Plataan"."""

    def __init__(self) -> None:
        """Know no names yet."""
        self._words: dict[str, frozenset[str]] = {}
        self._with: dict[str, set[str]] = {}

    def add(self, own: str) -> None:
        """Learn a name, as it stands in an address."""
        words = _telling(own)
        if words and own not in self._words:
            self._words[own] = words
            for word in words:
                self._with.setdefault(word, set()).add(own)

    def near(self, own: str) -> str:
        """Return a known name of which all telling words stand in the other, or the other way round; nothing where there is none."""
        words = _telling(own)
        seen = {name for word in words for name in self._with.get(word, ())}
        found = [name for name in seen if self._words[name] <= words or words <= self._words[name]]
        return min(found, key=lambda name: (abs(len(name) - len(own)), name), default="")


def _telling(own: str) -> frozenset[str]:
    return frozenset(word for word in own.split("-") if word not in LOOSE)
