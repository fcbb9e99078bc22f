"""Names as people type them to the ids that they stand for: municipalities by their villages too, themes by any of their words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.dutch import places
from generator.dutch.likeness import nearest
from generator.model.addresses import slug
from generator.model.catalogue import Catalogue


class WrongRowError(Exception):
    """A row that cannot become an entry; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True)
class Where:
    """The municipality that a text means: its id, whether the site has it, the town or neighbourhood that was named instead, and its CBS code."""

    id: str
    on_site: bool = True
    town: str = ""
    code: str = ""


class Names:
    """What a municipality, a theme or a kind of activity is called."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Know what there is."""
        self._municipalities: dict[str, str] = {}
        self._codes: dict[str, str] = {}
        self._code_of: dict[str, str] = {}
        self._named: dict[str, str] = {}
        self._parts: dict[str, set[str]] = {}  # the municipalities that have a neighbourhood, by its name
        for id_, entry in catalogue.municipalities.items():
            model = entry.model
            self._codes[model.cbs_code] = id_
            self._code_of[id_] = model.cbs_code
            self._named[id_] = model.naam
            self._municipalities |= {slug(name): id_ for name in (*(model.ook_bekend_als or ()), model.naam)}
            for part in model.wijken or ():
                self._parts.setdefault(slug(part), set()).add(id_)
        self._themes = {slug(entry.model.naam): id_ for id_, entry in catalogue.domains.items()}
        self._kinds = {slug(kind.naam): id_ for id_, kind in catalogue.kind_of.items()}

    def municipality(self, text: str) -> Where:
        """Return the municipality that a text means, by its name, a town or a neighbourhood in it. Raises WrongRowError.

        "Meppel (Nijeveen)" and "Nijeveen" both mean Meppel. One that the site does not have is found too, if there is only one of that name.
        """
        if not text.strip():
            raise WrongRowError("Het veld gemeente ontbreekt.")
        plain = re.sub(r"^\s*(?:gemeente|gem\.?)\s+", "", text, flags=re.IGNORECASE).strip()
        found = self._place(plain)
        if found:
            return found
        # A name with another behind it, of which one lies in the other.
        both = [self._place(part) for part in re.split(r"[(),/]|\s-\s", plain) if part.strip()]
        named = {one.id for one in both if one}
        if both and all(both) and len(named) == 1:
            return next(one for one in both if one and (one.town or one is both[-1]))
        near = nearest(slug(plain), self._municipalities, NEAR_PLACE)
        remedy = (
            f" Bedoelt u {self._municipalities[near]}?"
            if near
            else f" Kies uit: {', '.join(sorted(self._codes.values()))}."
        )
        raise WrongRowError(f'gemeente "{text.strip()}" bestaat niet.{remedy}')

    def _place(self, text: str) -> Where | None:
        """Return the municipality of one name. Raises WrongRowError where several have a town of that name."""
        own = slug(text)
        known = _known(text, self._municipalities)
        if known:
            # Another name of it may be that of a village: "Nuth" in Beekdaelen.
            village = own in places.codes_of() and own not in (known, slug(self._named[known]))
            return Where(known, town=text.strip() if village else "", code=self._code_of[known])
        if len(self._parts.get(own, ())) == 1:
            part_of = next(iter(self._parts[own]))
            return Where(part_of, town=text.strip(), code=self._code_of[part_of])
        codes = places.codes_of().get(own, ())
        if len(codes) > 1:
            names = sorted(places.municipality_names()[code] for code in codes)
            raise WrongRowError(
                f'gemeente "{text.strip()}": die plaats is er in {", ".join(names)}. Schrijf welke gemeente u bedoelt.'
            )
        for code in codes:
            name = places.municipality_names()[code]
            town = "" if slug(name) == own else text.strip()
            return Where(self._codes.get(code, slug(name)), code in self._codes, town, code)
        return None

    def is_theme(self, text: str) -> bool:
        """Tell whether a text names themes."""
        try:
            return bool(text.strip() and self.themes(text))
        except WrongRowError:
            return False

    def themes(self, text: str) -> list[str]:
        """Return one theme, or two that stand beside each other ("eten en ontmoeten; natuur"), by any of their words. Raises WrongRowError."""
        if _known(text, self._themes) or not text.strip():
            return [_named(text, self._themes, "thema")]
        found = self._with_words(slug(text))
        if not found:
            found = [
                id_
                for part in _parts(text, {})
                if part.strip()
                for id_ in self._with_words(slug(part)) or [_named(part, self._themes, "thema")]
            ]
        found = list(dict.fromkeys(found))
        if len(found) > MOST_THEMES:
            raise WrongRowError(
                f'thema "{text.strip()}": dat zijn er {len(found)}. Kies er hoogstens twee; het eerste is het voornaamste.'
            )
        return found

    def _with_words(self, own: str) -> list[str]:
        """Return the themes that words stand for: the one that has them all, or two of which each word is one's own."""
        words = _words(own)
        alone = [id_ for name, id_ in self._themes.items() if words and {*words} <= {*_words(name)}]
        if len(alone) == 1:
            return alone
        of_words = [[id_ for name, id_ in self._themes.items() if word in _words(name)] for word in words]
        two = list(dict.fromkeys(ids[0] for ids in of_words if ids))
        return two if len(two) == MOST_THEMES and all(len(ids) == 1 for ids in of_words) else []

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


MOST_THEMES = 2
NEAR_PLACE = 0.75  # how much a name has in common with the municipality that may have been meant
JOINS = frozenset(["en", "of", ""])


def _words(own: str) -> list[str]:
    return [word for word in own.split("-") if word not in JOINS]


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
