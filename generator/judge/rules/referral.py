"""The referral: what is still to be asked about it, and one name for each thing."""

import re
from collections.abc import Iterator
from datetime import date

from generator.dutch.sentences import listing
from generator.judge.rules.base import Named, problem, texts, warning
from generator.model.catalogue import Catalogue, Entry
from generator.model.problem import Problem, quoted
from generator.model.schema import UNKNOWN, WAY, AndereHulpSoort, Municipality, Verwijzen, open_questions

CODES = {
    "A052": "Een van de drie stappen voor verwijzers noemt de weg van de gemeente, met {weg}.",
    "A122": "Een term heet in alle teksten over de verwijzing hetzelfde, en staat een keer in de woordenlijst.",
    "A131": "Van een gemeente is bekend hoe de verwijzing er gaat.",
    "A132": "Van een praktijk is bekend wie de welzijnscoach is, en wanneer.",
    "A137": "Van een gemeente is bekend wie de welzijnscoach is, en waar andere hulp te vinden is.",
    "A138": "Wat de site in een andere taal zegt, is nagelezen door iemand die haar spreekt.",
    "A133": "De teksten over de verwijzing zijn nagelezen en vastgesteld.",
}
# Other help that is called otherwise in each municipality; Veilig Thuis is the same everywhere.
LOCAL_HELP = tuple(kind for kind in AndereHulpSoort if kind is not AndereHulpSoort.VEILIG_THUIS)
NO_PROSE = frozenset({"url", "website", "email", "telefoon", "pictogram"})


def check_country(catalogue: Catalogue, today: date, named: Named) -> Iterator[Problem]:
    """Yield what is wrong with the texts of the referral, and a line of open questions for each file."""
    del today, named
    yield from _steps(catalogue)
    yield from _terms(catalogue)
    if catalogue.referral.model.nagelezen_op == UNKNOWN:
        message = "niemand heeft deze tekst voor patiënten nagelezen."
        hint = "Leg hem voor aan de welzijnsorganisatie, en schrijf de dag op."
        yield warning(catalogue.referral, ("nagelezen_op",), "A133", message, hint)
    if catalogue.referrers.model.vastgesteld_op == UNKNOWN:
        message = "niemand heeft deze tekst voor verwijzers vastgesteld."
        hint = "Leg hem voor aan uw huisartsengroep, en schrijf de dag op."
        yield warning(catalogue.referrers, ("vastgesteld_op",), "A133", message, hint)
    unread = [code for code in catalogue.tongues if not _read(catalogue, code)]
    if unread:
        message = f"niemand die deze taal spreekt las na wat de site zegt: {listing(unread)}."
        hint = 'Vraag een tolk, en schrijf in content/languages/TAAL.yml "nagelezen_op" en "nagelezen_door". Of kies de talen met "talen".'
        yield warning(catalogue.settings, ("talen",), "A138", message, hint)
    for place in catalogue.municipalities.values():
        missing = [asked for _, asked in open_questions(place.model.verwijzen or Verwijzen())]
        if missing:
            hint = 'Vraag het aan de welzijnsorganisatie en vul het in onder "verwijzen".'
            yield warning(place, ("verwijzen",), "A131", f"nog navragen: {listing(missing)}.", hint)
        yield from _help(place)
    for practice in catalogue.practices.values():
        model = practice.model
        missing = ["wie de welzijnscoach is"] if model.welzijnscoach is None else []
        missing += [] if model.aanwezig else ["op welke dagen de welzijnscoach er is"]
        if missing:
            yield warning(practice, (), "A132", f"nog navragen: {listing(missing)}.", "Bel de praktijk en vul het aan.")


def _read(catalogue: Catalogue, code: str) -> bool:
    """Tell whether somebody who speaks a language read what is said in it."""
    entry = catalogue.languages.get(code)
    return entry is not None and entry.model.nagelezen_op != UNKNOWN


def _help(place: Entry[Municipality]) -> Iterator[Problem]:
    """Yield one line for a municipality of which nobody knows the coach, or a kind of other help that differs by municipality."""
    known = {one.wat for one in place.model.andere_hulp}
    missing = [] if place.model.welzijnscoaches else ["wie de welzijnscoach is (welzijnscoaches)"]
    missing += [f"{kind.label} (andere_hulp: {kind})" for kind in LOCAL_HELP if kind not in known]
    if missing:
        hint = "Vraag het aan de gemeente, en schrijf het in dit bestand."
        yield warning(place, (), "A137", f"nog navragen: {listing(missing)}.", hint)


def _steps(catalogue: Catalogue) -> Iterator[Problem]:
    entry = catalogue.referrers
    named = [step for step in entry.model.stappen if WAY in step]
    if len(named) != 1:
        message = f"de weg van de gemeente staat in {len(named) or 'geen'} van de drie stappen."
        yield problem(entry, ("stappen",), "A052", message, f"Schrijf {WAY} in een van de drie.")


def _terms(catalogue: Catalogue) -> Iterator[Problem]:
    entry = catalogue.referrers
    seen: set[str] = set()
    instead: dict[str, str] = {}
    for index, term in enumerate(entry.model.woorden):
        if term.woord.casefold() in seen:
            message = f"{quoted(term.woord)} staat er twee keer."
            yield warning(entry, ("woorden", index, "woord"), "A122", message, "Laat er een van staan.")
        seen.add(term.woord.casefold())
        instead |= {other.casefold(): term.woord for other in term.niet}
    if not instead:
        return
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, sorted(instead, key=len, reverse=True)))})\b")
    for one in (catalogue.referral, entry, *catalogue.municipalities.values(), *catalogue.practices.values()):
        for loc, text in texts(one.model):
            if loc[-1] in NO_PROSE or loc[-2:-1] == ("niet",):
                continue
            for found in pattern.findall(text.casefold()):
                message = f"{quoted(found)} heet op deze site anders."
                yield warning(one, loc, "A122", message, f"Schrijf: {instead[found]}.")
