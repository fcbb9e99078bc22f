"""Nobody's name, own number or home stands in a sentence: it would be on the web, in calendars and on paper, for ever."""

import re
from collections.abc import Iterator
from datetime import date

from generator.judge.rules.base import all_entries, texts_of, warning
from generator.judge.rules.contacts import FREE_MAIL
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem, quoted
from generator.model.schema import Activity, Location, Municipality, Organisation, Practice

CODES = {"A086": "In een zin staat geen naam, eigen nummer, eigen mailadres of woonadres van een persoon."}
_BETWEEN = r"(?:(?:van|de|den|der|ten|ter|te|het|'t|in|op|el|al) +)*"
_NAME = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*"
# First names that many people have: with one of these in front it is a person, and with "Stichting" or "Humanitas" it is not.
_FIRST = "|".join(
    """Aart Adriaan Agnes Albert Ali Alice André Anita Anja Anke Anna Anne Annemarie Annie Anneke Ans Anton Arie Arjan Astrid Bart Bas Bea
    Ben Bert Bram Carla Carolien Charlotte Chris Christa Cor Corrie Daan Dick Diana Dirk Ed Edith Ellen Els Emma Erik Erna Esther Eva Fatima
    Femke Floor Frans Fred Freek Gé Geert Gerard Gerda Gerrit Gert Gijs Greet Hanna Hannie Hans Harm Harry Heleen Henk Hennie Herman Ineke
    Inge Ingrid Irene Jaap Jacob Jacqueline Jan Janny Jannie Jantje Jeroen Joke Johan Johanna Joop Jolanda José Joyce Judith Karel Karin
    Kees Klaas Koos Lia Lies Linda Lisa Loes Lotte Maaike Maarten Marco Margriet Maria Marian Marianne Marieke Marijke Marja Marjan Mark
    Marleen Martijn Martin Mia Michiel Mieke Miriam Mohammed Monique Nel Nellie Nico Nicole Olga Patricia Paul Paula Peter Petra Piet
    Pieter Ria Richard Riet Rina Rob Robert Roel Ron Ronald Ruud Sandra Sander Saskia Simone Sjaak Sjoerd Sofie Stef Sylvia Teun Theo Thea
    Thijs Tineke Tom Ton Toos Truus Wil Willem Willy Wilma Wim Wouter Yvonne""".split()
)
FIRST_NAMES = frozenset(_FIRST.split("|"))
# What may follow a first letter with a point and is no name: "E.H.B.O. Meppel", "B.V. De Molen".
_NO_PERSON = r"(?<!\.)(?!E\. ?H\.|H\. ?B\.|B\. ?V\.|N\. ?V\.|W\. ?C\.|V\. ?V\.|A\. ?C\.|P\. ?S\.)"
_FREE = "|".join(
    re.sub(r"[a-z]", lambda letter: f"[{letter[0].upper()}{letter[0]}]", host).replace(".", r"\.")
    for host in sorted(FREE_MAIL)
)
_STEP = r"[ ./\u2013-]{0,3}"
_UNIT = r"(?! *(?:keer|x\b|km|kilometer|meter|m\b|dagen|dag\b|uur|uren|plus|jaar|weken|week|minuten|euro|personen|mensen|\d|[.:]\d))"
# What to look for, with what it may be. The form on the site looks for the same (``exports.form_rules``), so these are patterns that
# JavaScript reads alike.
PATTERNS = {
    "een eigen nummer": rf"(?:\+31|0031|(?<!\d)\(?0){_STEP}(?:\(0\))?{_STEP}6\)?(?:{_STEP}\d){{8}}(?!\d)(?!(?: \d{{1,2}})* ?uur)",
    "een naam": (
        rf"(?:\b(?:[Mm]evrouw|[Mm]evr|[Mm]w|[Dd]hr|[Dd]e heer)\b\.? +(?:[A-Z]\.? ?)*{_BETWEEN}{_NAME}"
        rf"|{_NO_PERSON}\b(?:[A-Z]\. ?){{1,4}}(?:(?:van|de|den|der|ten|ter) +)+{_NAME}"
        rf"|{_NO_PERSON}\b(?:[A-Z]\. ?){{2,4}}{_NAME}"
        rf"|(?:\b[Bb]el|\b[Bb]ellen met|\b[Mm]ail|\b[Vv]raag|\bnaar|\bmet|\bbij|\b[Cc]ontactpersoon(?: is|:)?|\b[Dd]ocente?(?: is|:)?"
        rf"|\bleiding van|\b[Dd]oor) +(?:{_FIRST})(?: +{_BETWEEN}{_NAME})?(?![A-Za-zà-ÿ])"
        rf"|\b(?:{_FIRST}) +(?:(?:van|de|den|der|ten|ter) +)+{_NAME})"
    ),
    "een eigen mailadres": rf"(?<![\w.+-])(?!info@|contact@|post@)[\w.+-]+@(?:{_FREE})\b",
    "een woonadres": (
        r"\b(?!Snelweg)[A-ZÀ-Þ][a-zà-ÿ']*(?:straat|laan|weg|plein|hof|dijk|kade|singel|gracht|steeg|dreef|plantsoen|pad|einde)"
        rf" +(?:nr\.? *)?\d{{1,4}}(?:[a-z]\b)?{_UNIT}"
    ),
}
# What one of them must have at the least: to look for all of a name in every sentence takes a fifth of the judging.
TITLE_OR_LETTER = re.compile(r"[Mm]evr|[Mm]w|[Dd]hr|heer|[A-Z]\.")
LETTERS = re.compile(r"[A-Za-zà-ÿ]+")
FOUND = {what: re.compile(pattern) for what, pattern in PATTERNS.items()}
KINDS = (Activity, Organisation, Location, Municipality, Practice)
# Names and addresses that are meant to be one, and what other rules look at.
NOT_A_SENTENCE = frozenset(
    {"naam", "adres", "telefoon", "email", "website", "url", "bestand", "maker", "organisatie", "locatie"}
)


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a warning for each sentence that may be about one person."""
    del today
    for entry in all_entries(catalogue):
        if isinstance(entry.model, KINDS):
            for loc, text in texts_of(entry):
                for what, part in personal(str(loc[-1]), text):
                    message = f"hier staat misschien {what} van een persoon: {quoted(part)}."
                    hint = "Haal het weg, of noem de functie en het nummer van de organisatie."
                    yield warning(entry, loc, "A086", message, hint)


def personal(field: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield what in a text may be of one person: what it may be, and the words."""
    if field not in NOT_A_SENTENCE:
        for what, pattern in FOUND.items():
            match = pattern.search(text) if what != "een naam" or _may_have_a_name(text) else None
            if match:
                yield what, match[0]


def _may_have_a_name(text: str) -> bool:
    return bool(TITLE_OR_LETTER.search(text)) or not FIRST_NAMES.isdisjoint(LETTERS.findall(text))
