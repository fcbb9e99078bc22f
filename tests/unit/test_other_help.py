"""The other half of the referrals: help at every end of the aid, what a coach does only where it is said, and what is still to be agreed."""

import re
from pathlib import Path

import pytest

from generator.model.schema import AndereHulpSoort, Practice
from generator.views.referral.agreements import agreed, open_points
from generator.views.referral.coach import coaches
from generator.views.referral.other_help import help_everywhere, help_in
from generator.views.referral.referrers_page import referrers_page
from tests.support import PROJECT, SAMPLE, TODAY, change, copy_small, loaded

HELP = """andere_hulp:
  - wat: wijkteam
    naam: Wijkteam Dorp
    telefoon: 0522 254 321
  - wat: gemeente
    naam: Gemeente Dorp
"""


def test_a_municipality_says_what_it_knows_and_the_rest_in_one_line(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    path = content / "municipalities/stad.yml"
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n{HELP}", encoding="utf-8")
    catalogue = loaded(content)
    stad = help_in(catalogue, catalogue.municipalities["stad"], TODAY)
    assert [(one.kind, one.name, one.phone_link) for one in stad.ways] == [
        ("De gemeente", "Gemeente Dorp", ""),
        ("Het wijkteam", "Wijkteam Dorp", "tel:+31522254321"),
    ]
    assert stad.unknown == "het Wmo-loket, hulp bij schulden, maatschappelijk werk en hulp bij psychische klachten"
    (safe,) = help_everywhere(catalogue, TODAY, [AndereHulpSoort.VEILIG_THUIS])  # the same everywhere
    assert (safe.phone, safe.phone_link) == ("0800 2000", "tel:08002000")
    assert help_everywhere(catalogue, TODAY, [AndereHulpSoort.WMO]) == ()


def test_every_end_of_the_aid_that_sends_elsewhere_says_where():
    page = referrers_page(loaded(SAMPLE), TODAY)
    ends = [answer for question in page.questions for answer in question.answers if answer.advice]
    for end in ends:
        if end.advice.hulp:
            assert end.everywhere or len(end.places) == len(loaded(SAMPLE).municipalities)
    calls = [end.advice.bellen for end in ends if end.advice.bellen]
    assert calls
    for numbers in calls:
        crisis = next(one for one in numbers if one.naam == "De crisisdienst")
        assert crisis.telefoon == "onbekend"  # known to practices, and on no public page


def test_each_question_of_the_aid_asks_one_thing():
    for question in referrers_page(loaded(SAMPLE), TODAY).questions:
        assert question.text.count("?") == 1
        assert " en " not in question.text


@pytest.mark.parametrize(("said", "along"), [("", False), ("  gaat_mee: nee\n", False), ("  gaat_mee: ja\n", True)])
def test_somebody_goes_along_only_where_a_municipality_says_so(tmp_path: Path, said: str, along: bool):
    content = copy_small(tmp_path / "content")
    change(content, {"vervang": {"municipalities/dorp.yml": ["  hoe: VIP Live\n", f"  hoe: VIP Live\n{said}"]}})
    assert {coach.along for coach in coaches(loaded(content), "dorp", TODAY)} == {along}


def test_no_general_text_promises_what_a_coach_does():
    promise = re.compile(r"gaat (?:de eerste keer )?mee|meegaat|belt voor u|coach belt", re.IGNORECASE)
    texts = [SAMPLE / "referral.yml", SAMPLE / "referrers.yml", PROJECT / "site_overrides/main.html"]
    texts += (PROJECT / "generator/show/templates").rglob("*.html")
    found = {
        path.name: hits
        for path in texts
        if (hits := list(promise.findall(path.read_text(encoding="utf-8"))))
        and path.name
        not in ("coach.html", "list.html")  # where a municipality says it, and the name that a coach fills in
    }
    assert found == {}


def test_what_is_still_to_be_agreed_is_exactly_what_is_not_known():
    new = Practice(naam="Oost", gemeente="dorp")
    assert len(open_points(new, None)) == 8
    assert agreed(new) == ()
    known = Practice(
        naam="Oost",
        gemeente="dorp",
        aanwezig=("maandag",),
        spreekkamer="kamer 4",
        overleg={"wat": "MDO", "wanneer": "elke eerste dinsdag", "met_wie": "de wijkverpleging"},
        afspraken={"voor_wie": "Voor wie vastloopt.", "evaluatie": "Elk jaar in juni."},
    )
    assert [one.about for one in agreed(known)] == ["Voor wie", "Hoe gaat het?", "Overleg", "De coach zit in"]
    assert agreed(known)[2].what == "MDO, elke eerste dinsdag, met de wijkverpleging"
    assert open_points(known, None) == (
        "Wie is onze welzijnscoach, en wie belt die persoon?",
        "Hoe verwijzen wij?",
        "Wat krijgen wij terug, en wanneer?",
    )
