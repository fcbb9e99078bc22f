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
