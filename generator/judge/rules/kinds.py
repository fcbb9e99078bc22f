"""What the search knows hangs together: kinds, other words, signposts and questions."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.dutch.words import fold, words
from generator.judge.rules.base import problem, warning
from generator.judge.suggestion import suggestion
from generator.model.addresses import PAGES
from generator.model.catalogue import Catalogue, Entry
from generator.model.problem import Loc, Problem, quoted
from generator.model.schema import FILTER_VALUES, UNKNOWN, Blok

CODES = {
    "A030": "Een soort die ergens wordt genoemd, staat in content/kinds.yml.",
    "A031": "Soorten horen niet in een kring bij elkaar.",
    "A032": "Een zoekwoord staat niet twee keer op dezelfde plek, en bij hoogstens een synoniem.",
    "A033": "Een synoniem leidt ergens heen, en een filter heeft een waarde die bestaat.",
    "A035": "Het thema van een soort of synoniem bestaat.",
    "A036": "De nummers voor wie in nood is, zijn er en zijn nagekeken.",
    "A037": "De pagina van een wegwijzer bestaat.",
    "A039": "Een zoekwoord bestaat niet alleen uit kleine woorden als de, het en voor.",
}


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Yield a problem for each kind that an activity names and that is not there."""
    del today
    for kind in (catalogue.activities, catalogue.drafts):
        for entry in kind.values():
            yield from _unknown(catalogue, entry, ("soorten",), entry.model.soorten or ())


def check_once(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what is wrong with the files of the search; a site without them has nothing to check."""
    yield from _kinds(catalogue)
    yield from _synonyms(catalogue)
    yield from _signs(catalogue)
    if catalogue.questions:
        for index, question in enumerate(catalogue.questions.model.vragen):
            yield from _unknown(catalogue, catalogue.questions, ("vragen", index, "soorten"), question.soorten)
            yield from _filters(catalogue.questions, ("vragen", index, "filter"), question.filter)


def _kinds(catalogue: Catalogue) -> Iterator[Problem]:
    if not catalogue.kinds:
        return
    entry = catalogue.kinds
    for id_, kind in catalogue.kind_of.items():
        at: Loc = ("soorten", id_)
        yield from _unknown(catalogue, entry, (*at, "hoort_bij"), kind.hoort_bij)
        yield from _unknown(catalogue, entry, (*at, "lijkt_op"), kind.lijkt_op)
        yield from _theme(catalogue, entry, (*at, "domein"), kind.domein)
        yield from _words(entry, {(*at, "woorden"): kind.woorden, (*at, "streektaal"): kind.streektaal})
        if id_ in catalogue.kinds_above(id_):
            message = f"de soort {quoted(id_)} hoort via een omweg bij zichzelf."
            yield problem(entry, (*at, "hoort_bij"), "A031", message, "Haal een van de stappen bij hoort_bij weg.")


def _synonyms(catalogue: Catalogue) -> Iterator[Problem]:
    entry = catalogue.synonyms
    first: dict[str, int] = {}
    for index, synonym in enumerate(entry.model.synoniemen if entry else ()):
        assert entry  # noqa: S101 - there is a list, so there is a file
        at: Loc = ("synoniemen", index)
        yield from _unknown(catalogue, entry, (*at, "soorten"), synonym.soorten)
        yield from _unknown(catalogue, entry, (*at, "ook"), synonym.ook)
        yield from _filters(entry, (*at, "filter"), synonym.filter)
        yield from _words(entry, {(*at, "zoek"): synonym.zoek})
        if synonym.domein:
            yield from _theme(catalogue, entry, (*at, "domein"), synonym.domein)
        leads = synonym.soorten, synonym.ook, synonym.doelgroepen, synonym.domein, synonym.filter, synonym.vind
        if not any(leads):
            message = f"{quoted(synonym.zoek[0])} leidt nergens heen."
            yield problem(entry, at, "A033", message, "Voeg soorten, doelgroepen, domein, filter of vind toe.")
        for place, word in enumerate(synonym.zoek):
            if first.setdefault(fold(word), index) != index:
                message = f"{quoted(word)} staat ook bij een eerder synoniem."
                yield warning(
                    entry,
                    (*at, "zoek", place),
                    "A032",
                    message,
                    "Zet het woord op een plek, met alles waar het heen leidt.",
                )


def _signs(catalogue: Catalogue) -> Iterator[Problem]:
    entry = catalogue.safety
    if not entry:
        return
    for index, sign in enumerate(entry.model.wegwijzers):
        at: Loc = ("wegwijzers", index)
        yield from _unknown(catalogue, entry, (*at, "soorten"), sign.soorten)
        if sign.blok is not Blok.NOOD:
            yield from _words(entry, {(*at, "woorden"): sign.woorden})
        if sign.pagina and sign.pagina.strip("/") not in (
            pages := sorted({*catalogue.pages, *(page.strip("/") for page in PAGES)})
        ):
            message = f"de pagina {quoted(sign.pagina)} bestaat niet."
            yield problem(entry, (*at, "pagina"), "A037", message, suggestion(sign.pagina.strip("/"), pages))
    if not any(sign.blok is Blok.NOOD and sign.nummers for sign in entry.model.wegwijzers):
        message = "er is geen blok met nummers voor wie in nood is."
        yield problem(entry, ("wegwijzers",), "A036", message, "Voeg een wegwijzer toe met blok: nood en nummers.")
    if entry.model.bevestigd_op == UNKNOWN:
        message = "niemand heeft de nummers voor wie in nood is nagekeken."
        hint = "Kijk elk nummer na voor de site openbaar wordt, en schrijf de dag op."
        yield warning(entry, ("bevestigd_op",), "A036", message, hint)


def _unknown(catalogue: Catalogue, entry: Entry[Any], at: Loc, kinds: tuple[str, ...]) -> Iterator[Problem]:
    for index, kind in enumerate(kinds):
        if catalogue.kinds and kind not in catalogue.kind_of:
            yield problem(
                entry,
                (*at, index),
                "A030",
                f"de soort {quoted(kind)} bestaat niet.",
                suggestion(
                    kind,
                    tuple(catalogue.kind_of),
                    otherwise="Kies een soort uit content/kinds.yml, of voeg haar daar toe.",
                ),
            )


def _theme(catalogue: Catalogue, entry: Entry[Any], at: Loc, theme: str) -> Iterator[Problem]:
    if theme not in catalogue.domains:
        hint = suggestion(theme, tuple(catalogue.domains))
        yield problem(entry, at, "A035", f"het thema {quoted(theme)} bestaat niet.", hint)


def _filters(entry: Entry[Any], at: Loc, filters: Any) -> Iterator[Problem]:
    for name, text in filters.items():
        known = tuple(value for value in FILTER_VALUES[name] if value != UNKNOWN)
        for value in text.split():
            if value not in known:
                message = f"{quoted(value)} is geen waarde van het filter {name}."
                yield problem(entry, (*at, str(name)), "A033", message, suggestion(value, known))


def _words(entry: Entry[Any], lists: dict[Loc, tuple[str, ...]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, found in lists.items():
        for index, word in enumerate(found):
            if fold(word) in seen:
                message = f"{quoted(word)} staat hier twee keer."
                yield warning(entry, (*at, index), "A032", message, "Haal er een weg.")
            seen.add(fold(word))
            if not words(word) and not any(letter.isdigit() for letter in word):
                message = f"{quoted(word)} bestaat alleen uit kleine woorden; de zoeker slaat die over."
                yield warning(
                    entry, (*at, index), "A039", message, "Voeg een woord toe dat iets zegt, of haal het weg."
                )
