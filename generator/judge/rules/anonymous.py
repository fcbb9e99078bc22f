"""In what somebody learned nobody can be known: no name, no age, no day; and somebody else has read it."""

import re
from collections.abc import Iterator
from datetime import date

from generator.dutch.sentences import DAYS, MONTHS
from generator.judge.rules.base import Named, problem, warning
from generator.judge.rules.privacy import FIRST_NAMES, personal
from generator.judge.suggestion import suggestion
from generator.model.catalogue import Catalogue, Entry
from generator.model.problem import Problem, quoted
from generator.model.schema import Experience

CODES = {
    "A190": "In een ervaring staat geen naam, leeftijd, dag of adres waaraan iemand te herkennen is.",
    "A191": "Een ervaring is nagelezen door iemand anders, of was al openbaar.",
    "A192": "Een ervaring zegt wat lukte of lastig was, en noemt een gemeente, gebied, les en thema die er zijn.",
}
SAID = ("titel", "lukte", "lastig", "nu")
_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd"
_AGE = rf"(?:\d{{1,3}}|[a-zë]*(?:{_TENS}))"
# An age of somebody, which with a place or a function tells who it is; how long something lasted ("na twee jaar") is no age.
AGE = re.compile(
    rf"\b{_AGE}[ -]?jarige?\b|\b{_AGE} jaar oud\b|\bvan {_AGE} jaar\b|\b(?:is|was|wordt|werd) {_AGE}(?: jaar)?(?=[.,;!?]|$| en\b)|"
    rf"\bgeboren (?:in|op)\b|\b\d{{2}}'?er\b|\b(?:{_TENS})er(?:s)?\b",
    re.IGNORECASE,
)
# A day: a month or a year is no day.
DAY = re.compile(
    rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b|"
    rf"\b(?:{'|'.join(DAYS)}) \d{{1,2}}\b",
    re.IGNORECASE,
)
CALLED = re.compile(
    r"\b(?:[Mm]evrouw|[Mm]eneer|[Mm]w\.?|[Dd]hr\.?|[Dd]e heer|[Mm]ijnheer|[Dd]okter|[Dd]r\.|[Dd]rs\.)\s+"
    r"(?:(?:van|de|den|der|ten|ter|el|al) +)*[A-ZÀ-Þ][\wà-ÿ.'-]*"
)
WORD = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\wÀ-ÿ'-]+")
SENTENCE = re.compile(r"""(?:^|[.!?:\n]['"”’)]*\s+)['"“‘(]*$""")
# Words with a capital that are nobody.
NOBODY = frozenset(
    """Nederland Nederlands Nederlandse Engels Turks Arabisch Pools Oekraïens Duits Recept Welzijn Positieve Gezondheid Kerst Pasen Ramadan
    Facebook Excel Teams Nordic Walking""".split()
)
SURELY_FIRST = FIRST_NAMES - {"Wil"}  # "Wil iemand niet?"
ABBREVIATION = re.compile(r"[A-Z][A-Z0-9]+(?:'?s)?|Wmo|[A-Za-z]+[A-Z]\w*")


def check_country(catalogue: Catalogue, today: date, named: Named) -> Iterator[Problem]:
    """Yield what is wrong with the experiences."""
    del today, named
    known = nobody(catalogue) if catalogue.experiences else frozenset()
    for entry in catalogue.experiences.values():
        yield from _recognised(entry, known)
        yield from _names(catalogue, entry)
        if not (entry.model.nagelezen or entry.model.bron):
            message = "niemand anders heeft dit nagelezen; het staat niet op de site."
            hint = 'Laat iemand kijken of niemand te herkennen is, en schrijf "nagelezen" met de dag en een rol.'
            yield warning(entry, (), "A191", message, hint)


def _recognised(entry: Entry[Experience], known: frozenset[str]) -> Iterator[Problem]:
    hint = "Haal het weg, of schrijf het algemener."
    for field in SAID:
        text = getattr(entry.model, field) or ""
        sure = [("een naam", CALLED.search(text)), ("een leeftijd", AGE.search(text)), ("een dag", DAY.search(text))]
        found = [(what, match[0]) for what, match in sure if match] + list(personal(field, text))
        for what, part in found:
            yield problem(entry, (field,), "A190", f"hier staat misschien {what}: {quoted(part)}.", hint)
        if found:
            continue
        strange = [word for word in names_in_text(text) if word not in known]
        if strange:
            message = f"is {quoted(strange[0])} iemand, of een plek waaraan iemand te herkennen is?"
            yield warning(entry, (field,), "A190", message, hint)
    if len(str(entry.model.datum)) == len("2026-06-01"):
        yield problem(entry, ("datum",), "A190", "hier staat een dag.", "Schrijf alleen de maand of het jaar.")


def names_in_text(text: str) -> Iterator[str]:
    """Yield every word with a capital that is no abbreviation; at the beginning of a sentence only a first name."""
    for match in WORD.finditer(text):
        begins = SENTENCE.search(text[: match.start()])
        if match[0] in SURELY_FIRST if begins else not ABBREVIATION.fullmatch(match[0]):
            yield match[0]


def nobody(catalogue: Catalogue) -> frozenset[str]:
    """Return the words with a capital that the site itself uses, of what is no person."""
    names = [entry.model.naam for entry in catalogue.municipalities.values()]
    names += [entry.model.naam for entry in catalogue.domains.values()]
    names += [str(entry.model.provincie.label) for entry in catalogue.municipalities.values()]
    names += [term.woord for term in catalogue.referrers.model.woorden]
    names += [entry.model.gebied or "" for entry in catalogue.experiences.values()]
    return NOBODY.union(*(WORD.findall(name) for name in names), *(name.split("-") for name in names))


def _names(catalogue: Catalogue, entry: Entry[Experience]) -> Iterator[Problem]:
    model = entry.model
    if not (model.lukte or model.lastig):
        hint = 'Vul "lukte" of "lastig" in.'
        yield problem(entry, (), "A192", "niet bekend is wat lukte of wat lastig was.", hint)
    if bool(model.gemeente) == bool(model.gebied):
        yield problem(entry, (), "A192", "een ervaring heeft een gemeente of een gebied.", "Vul een van de twee in.")
    if model.gemeente and model.gemeente not in catalogue.municipalities:
        hint = suggestion(model.gemeente, tuple(catalogue.municipalities))
        yield problem(entry, ("gemeente",), "A013", f"gemeente {quoted(model.gemeente)} bestaat niet.", hint)
    if model.gemeente and entry.id.partition("/")[0] != model.gemeente:
        hint = f"Zet het bestand in content/experiences/{model.gemeente}/."
        yield problem(entry, ("gemeente",), "A192", "het bestand staat in de map van een andere gemeente.", hint)
    lessons = len(catalogue.referrers.model.lessen)
    if model.les and model.les > lessons:
        yield problem(
            entry, ("les",), "A192", f"er is geen les {model.les}.", f"Kies een les van 1 tot en met {lessons}."
        )
    for at, name in enumerate(model.domeinen):
        if name not in catalogue.domains:
            hint = suggestion(name, tuple(catalogue.domains))
            yield problem(entry, ("domeinen", at), "A012", f"domein {quoted(name)} bestaat niet.", hint)
