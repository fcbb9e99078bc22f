"""Whom to ask about the referral itself: practices and municipalities, with what nobody knows or what was asked too long ago."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.dutch.sentences import full_date, listing
from generator.model.catalogue import Catalogue, Entry
from generator.model.coach_photos import coaches_of
from generator.model.forges import edit_address
from generator.model.outgoing import web
from generator.model.schema import FRESH, AndereHulpSoort, Municipality, Practice, Verwijzen, open_questions
from generator.views.referral.agreements import open_points
from generator.views.referral.coach import coach_name
from generator.views.referral.results_page import quarter_in_words, results_of
from generator.views.volunteers.talk import Item, Talk

A_YEAR = timedelta(days=365)  # after which somebody is asked again whether a name and a face may stay
WRITE = "Schrijf in dit bestand wat u hoorde, en bij wat is nagevraagd: gecontroleerd."
QUARTER = 3  # months


def referral_round(catalogue: Catalogue, today: date, municipality: str = "") -> tuple[Talk, ...]:
    """Return whom to ask about the referral: practices, then municipalities, then who reads experiences; of ``municipality`` only, where given."""
    practices = [one for one in catalogue.practices.values() if municipality in ("", one.model.gemeente)]
    places = [one for one in catalogue.municipalities.values() if municipality in ("", one.id)]
    talks = [
        *(_practice(catalogue, one, today) for one in practices),
        *(_place(catalogue, one, today) for one in places),
    ]
    return (*filter(None, talks), *_experiences(catalogue, municipality))


def _practice(catalogue: Catalogue, entry: Entry[Practice], today: date) -> Talk | None:
    practice = entry.model
    place = catalogue.municipalities[practice.gemeente]
    questions = [*_coaches(practice, today), *open_points(practice, place.model.verwijzen)]
    own = practice.welzijnscoach
    return _talk(
        catalogue,
        f"practices/{entry.id}",
        practice.naam,
        (own and own.telefoon) or "",
        practice.website or "",
        place.model.naam,
        questions,
    )


def _place(catalogue: Catalogue, entry: Entry[Municipality], today: date) -> Talk | None:
    place = entry.model
    questions = [*_coaches(place, today)]
    if not place.welzijnscoaches:
        questions.append("Wie is de welzijnscoach, en welk nummer mogen mensen bellen?")
    unknown = [question for _, question in open_questions(place.verwijzen or Verwijzen())]
    if unknown:
        questions.append(f"Over het verwijzen: {listing(unknown)}?")
    questions += _help(place, today, {one.wat for one in catalogue.referrers.model.landelijke_hulp})
    questions += _results(catalogue, entry.id, today)
    first = next((one for one in place.andere_hulp if one.wat is AndereHulpSoort.GEMEENTE), None)
    phone, site = (first.telefoon or "", first.website or "") if first else ("", "")
    return _talk(catalogue, f"municipalities/{entry.id}", f"Gemeente {place.naam}", phone, site, place.naam, questions)


def _coaches(model: Practice | Municipality, today: date) -> Iterator[str]:
    """Yield what to ask of the coaches that are known: whether it is still so, and whether a name and a face may stay."""
    for _, coach in coaches_of(model):
        checked = coach.gecontroleerd
        if checked is None or today - checked.op > FRESH:
            told = ", ".join(filter(None, (coach_name(coach), coach.telefoon, coach.email)))
            yield f"Klopt dit nog: {told}?"
        if coach.toestemming and (coach.naam or coach.foto) and today - coach.toestemming > A_YEAR:
            yield f"Mag de naam of foto nog op de site? De toestemming is van {full_date(coach.toestemming)}."


def _help(place: Municipality, today: date, everywhere: set[AndereHulpSoort]) -> Iterator[str]:
    """Yield what to ask of other help: what is missing, and what nobody checked lately."""
    known = {one.wat for one in place.andere_hulp} | everywhere
    missing = [kind.label for kind in AndereHulpSoort if kind not in known]
    if missing:
        yield f"Waar is dit te vinden: {listing(missing)}?"
    old = [
        ", ".join(filter(None, (one.naam, one.telefoon)))
        for one in place.andere_hulp
        if one.gecontroleerd is None or today - one.gecontroleerd.op > FRESH
    ]
    if old:
        yield f"Klopt dit nog: {'; '.join(old)}?"


def _results(catalogue: Catalogue, place: str, today: date) -> Iterator[str]:
    """Yield whether the totals of the last quarter are missing, of a municipality that counts."""
    month = today.year * 12 + today.month - 1
    last = month // QUARTER - 1
    wanted = f"{last // 4}-k{last % 4 + 1}"
    own = results_of(catalogue, place)
    if own and str(own[0].model.kwartaal) < wanted:
        yield f"Tel de resultaten op van {quarter_in_words(wanted)}, met: results BESTAND."


def _experiences(catalogue: Catalogue, municipality: str) -> Iterator[Talk]:
    """Yield what waits for somebody to read it."""
    for entry in catalogue.experiences.values():
        model = entry.model
        if not (model.nagelezen or model.bron) and municipality in ("", model.gemeente):
            questions = ["Lees na of niemand te herkennen is: geen naam, leeftijd, dag of adres."]
            found = _talk(catalogue, f"experiences/{entry.id}", model.titel, "", "", model.gebied or "", questions)
            if found:
                yield found


def _talk(
    catalogue: Catalogue, id_: str, name: str, phone: str, site: str, place: str, questions: list[str]
) -> Talk | None:
    """Return one talk with one item; None where there is nothing to ask."""
    if not questions:
        return None
    path = f"content/{id_}.yml"
    read = id_.startswith("experiences/")
    item = Item(
        id=id_,
        path=path,
        title=name,
        place=place,
        since="wacht op nalezen" if read else "Welzijn op Recept",
        questions=tuple(questions),
        line="Goed? Schrijf: nagelezen: {op: DAG, door: coordinator}." if read else WRITE,
        edit=edit_address(catalogue.settings.model, path),
        still="",
        referral=True,
    )
    return Talk(id_, name, phone, "", web(site), (item,))
