"""One language beside Dutch: its words out of a catalogue (``generator/model/po/LANG.po``), its numbers, days and dates out of CLDR.

What is not in the catalogue is said in Dutch, and marked as Dutch. A translation that is not sure (fuzzy) is not used.
"""

import gettext
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date, format_time, get_day_names, get_month_names
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal

from generator.model.schema.base import CATALOGUES

LOCALE = re.compile(r'^"Language: (\w+)', re.MULTILINE)
NUMBERS = 120  # among so many every form of a language occurs
SOUND = "uitspraak"  # the context of how something sounds, in the letters of a language


class Bit(NamedTuple):
    """A piece of text: in the language of the page, or in Dutch."""

    text: str
    dutch: bool = False


Line = tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """A language that a site may have: its code in addresses and ``lang``, its own name, and its direction ("ltr", "rtl")."""

    code: str
    name: str
    direction: str


@lru_cache
def locale(code: str) -> Locale:
    """Return the locale in CLDR that the catalogue of a language names in its head."""
    found = LOCALE.search((CATALOGUES / f"{code}.po").read_text(encoding="utf-8"))
    return Locale.parse(found[1] if found else code)


@lru_cache
def language(code: str) -> Language:
    """Return a language by its code."""
    it = locale(code)
    name = str(it.languages[it.language])
    return Language(code, name[:1].upper() + name[1:], it.text_direction)


class Tongue:
    """Says things in a language."""

    def __init__(self, code: str) -> None:
        """Read the catalogue of a language."""
        self.language = language(code)
        self.locale = locale(code)
        with (CATALOGUES / f"{code}.po").open("rb") as file:
            self.catalogue: Catalog = read_po(file, locale=self.locale)
        self._plural: Callable[[int], int] = gettext.c2py(str(self.catalogue.plural_expr))
        self._said: dict[tuple[str, str | None], str] = {}
        self.comma = self.say(", ").text

    def say(self, text: str, **values: str) -> Bit:
        """Return a Dutch text in this language, with values filled in."""
        found = self._found(text)
        said = found or text
        return Bit(said.format(**values) if values else said, dutch=not found)

    def sound(self, text: str) -> str:
        """Return how a Dutch text sounds, in the letters of this language; nothing where nobody wrote that."""
        return self._found(text, SOUND)

    def many(self, one: str, more: str, number: int, **values: str) -> Bit:
        """Return one of two Dutch texts in the form that this language has for a number, which is filled in as ``{n}``."""
        message = self.catalogue.get(one)
        forms = message.string if message and not message.fuzzy and isinstance(message.string, tuple) else ()
        at = self._plural(number)
        found = forms[at] if at < len(forms) else ""
        said = found or (one if number == 1 else more)
        return Bit(said.format(n=self.number(number), **values), dutch=not found)

    def forms(self, one: str) -> dict[str, str]:
        """Return the forms of a text with a number by the names that CLDR gives them; none where they are not all there."""
        message = self.catalogue.get(one)
        said = message.string if message and not message.fuzzy and isinstance(message.string, tuple) else ()
        rule = self.locale.plural_form
        found = {rule(number): self._plural(number) for number in range(NUMBERS)}
        return {name: said[at] for name, at in found.items()} if said and max(found.values()) < len(said) else {}

    def _found(self, text: str, context: str | None = None) -> str:
        known = self._said.get((text, context))
        if known is None:
            message = self.catalogue.get(text, context)
            string = message.string if message is not None and not message.fuzzy else ""
            known = self._said[text, context] = string if isinstance(string, str) else ""
        return known

    def day(self, day: date) -> str:
        """Return a day with its weekday and year."""
        return _written(day, "full", self.locale)

    def short_day(self, day: date) -> str:
        """Return a day without its weekday."""
        return _written(day, "long", self.locale)

    def source_day(self, written: str) -> str:
        """Return a day, month or year of a source ("2026-11-20", "2026-11", "2026")."""
        parts = [int(part) for part in written.split("-")]
        if len(parts) == 3:
            return self.short_day(date(*parts))
        return _written(date(parts[0], parts[1], 1), "LLLL y", self.locale) if len(parts) == 2 else written

    def time(self, moment: datetime | object) -> str:
        """Return a time of the day."""
        return _at(moment, self.locale)

    def weekday(self, number: int) -> str:
        """Return the name of a day of the week by its number, Monday 0."""
        return str(get_day_names("wide", "stand-alone", self.locale)[number])

    def month(self, number: int) -> str:
        """Return the name of a month by its number, January 1."""
        return str(get_month_names("wide", "stand-alone", self.locale)[number])

    def euro(self, amount: Decimal) -> str:
        """Return an amount of euros."""
        whole = amount == amount.to_integral_value()
        return format_currency(amount, "EUR", "¤ #,##0" if whole else None, self.locale, currency_digits=not whole)

    def number(self, number: int) -> str:
        """Return a number."""
        return format_decimal(number, locale=self.locale)

    def listing(self, items: Iterable[str]) -> str:
        """Return items with what this language writes between them."""
        return format_list(list(items), "standard", self.locale)


@lru_cache(maxsize=4096)  # the same days stand on many pages
def _written(day: date, form: str, locale: Locale) -> str:
    return format_date(day, form, locale)


@lru_cache(maxsize=512)
def _at(moment: datetime | object, locale: Locale) -> str:
    return format_time(moment, "short", locale=locale)  # type: ignore[arg-type]


@lru_cache
def tongue(code: str) -> Tongue:
    """Return what says things in a language, by its code."""
    return Tongue(code)


@lru_cache
def spoken(name: str, code: str) -> str:
    """Return the name of a language ("Turks") in another; nothing where it is no name of one."""
    dutch = Locale.parse("nl").languages
    found = next((id_ for id_, own in dutch.items() if own.casefold() == name.strip().casefold()), "")
    return str(tongue(code).locale.languages.get(found, "")) if found else ""
