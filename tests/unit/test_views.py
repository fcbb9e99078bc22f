"""Views: what a reader gets, in order, with what is unknown told apart."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.model.outgoing import tel
from generator.model.resolved import Resolved
from generator.model.schema import Gecontroleerd, Settings, Stap, Verwijzen
from generator.show import render
from generator.views.activity.activity_page import activity_page
from generator.views.activity.card import card
from generator.views.activity.first_visit import FirstVisit
from generator.views.activity.status import how_sure, list_status
from generator.views.lists import embed_pages
from generator.views.lists.home_page import everything_page, home_page
from generator.views.lists.municipality_page import municipality_page
from generator.views.lists.shelf import shelf
from generator.views.lists.snippets import link
from generator.views.lists.theme_pages import theme_in_place_page, theme_page
from generator.views.referral.coach import coaches
from generator.views.referral.handout import answers
from generator.views.referral.practice_pages import practice_page, practices_page
from generator.views.referral.referral_page import referral_page
from generator.views.referral.referring import referring
from generator.views.referral.steps import picture
from generator.views.volunteers.report import report
from tests.support import TODAY, loaded

LATER = date(2030, 11, 22)  # when all that we have is old


@pytest.fixture(scope="module")
def catalogue():
    return loaded()


def page(catalogue, id_, today=TODAY):
    return activity_page(catalogue, catalogue.activities[id_], today)


def test_a_card_answers_in_its_fixed_order(catalogue):
    found = card(catalogue, catalogue.activities["dorp/zingen"], TODAY)
    assert [fact.kind for fact in found.known.facts] == ["wanneer", "waar", "kosten", "aanmelden", "alleen"]
    assert found.known.unknown == ()
    assert found.address == "dorp/zingen/"


def test_what_is_unknown_stands_in_one_line(catalogue):
    found = card(catalogue, catalogue.activities["dorp/handwerken"], TODAY).known
    assert [fact.kind for fact in found.facts] == ["waar"]
    assert found.open_questions == "dag en tijd, prijs, aanmelden en alleen komen"
    assert card(catalogue, catalogue.activities["dorp/koffie"], TODAY).known.unknown == ("eindtijd", "alleen komen")


def test_prices_read_as_people_say_them(catalogue):
    fact = next(fact for fact in page(catalogue, "dorp/zingen").facts if fact.kind == "kosten")
    assert fact.lines == ("€\u00a02,50 per keer", "€\u00a060 per jaar voor leden")


def test_the_lists_are_in_the_order_of_how_sure_and_how_soon_and_what_has_stopped_is_not_in_them(catalogue):
    found = [entry.id for entry in shelf(catalogue, TODAY).everything]
    assert found == ["dorp/zingen", "dorp/koffie", "dorp/handwerken", "stad/wandelen", "stad/computerles"]


def test_a_stopped_page_says_so_and_offers_something_else(catalogue):
    found = page(catalogue, "dorp/oud-koor")
    assert found.stopped == "Deze activiteit is gestopt op 30 juni 2026."
    assert [one.id for one in found.instead] == ["dorp/zingen"]
    assert (found.facts, found.actions, found.upcoming, found.joining) == ((), (), (), ())


def test_a_pause_is_said_on_the_card_and_the_page(catalogue):
    text = "Deze activiteit is er even niet tot 15 januari 2027. De zaal wordt geverfd."
    assert page(catalogue, "dorp/koffie").paused == text
    assert card(catalogue, catalogue.activities["dorp/koffie"], TODAY).paused == text


def test_coming_dates_begin_after_a_pause_and_say_what_must_be_asked(catalogue):
    found = page(catalogue, "dorp/koffie", date(2026, 12, 20)).upcoming
    assert found[0].text.startswith("Maandag 18 januari vanaf 10.00")
    whit_monday = page(catalogue, "dorp/koffie", date(2027, 5, 17)).upcoming
    assert whit_monday[0].note == "Tweede pinksterdag. Vraag of het doorgaat."


def test_accessibility_comes_from_the_location_with_unknown_apart(catalogue):
    found = page(catalogue, "dorp/zingen").access
    assert found.yes == ("Met een rolstoel kunt u naar binnen",)
    assert found.no == ("Er is geen toilet voor rolstoelen",)
    assert "ringleiding" in found.unknown
    assert "rolstoel," not in found.unknown


def test_ways_to_take_part_begin_with_the_telephone(catalogue):
    found = page(catalogue, "dorp/zingen").actions
    assert [action.address.partition(":")[0] for action in found] == ["tel", "mailto", "https"]
    assert found[0].address == "tel:+31522254321"
    assert page(catalogue, "stad/wandelen").actions == ()


def test_a_first_visit_says_what_is_known_and_asks_the_rest(catalogue):
    found = page(catalogue, "dorp/zingen").visit
    told = {row.label: row for row in found.rows}
    assert [*told] == [
        "Wanneer",
        "Waar",
        "Wie u ontvangt",
        "Hoe groot de groep is",
        "Alleen komen",
        "Wie gaat mee",
        "Kosten",
        "Durft u niet goed?",
    ]
    assert told["Wanneer"].lines == ("Donderdag 26 november van 19.30 tot 21.30\u00a0uur",)
    assert told["Wie u ontvangt"].lines == ("De dirigent",)
    assert told["Durft u niet goed?"].address == "tel:+31522254321"
    assert found.asks == ("Welke deur moet ik hebben?", "Wat neem ik mee?")


def test_a_first_visit_of_which_nothing_is_known_is_all_questions(catalogue):
    found = page(catalogue, "dorp/handwerken").visit
    assert [row.label for row in found.rows] == ["Waar", "Durft u niet goed?"]
    assert found.asks == (
        "Op welke dag is het, en hoe laat?",
        "Welke deur moet ik hebben?",
        "Wie ontvangt mij?",
        "Hoeveel mensen zijn er?",
        "Wat neem ik mee?",
        "Kan ik alleen komen?",
        "Kan er iemand met mij meegaan?",
        "Wat kost het?",
    )


def test_nobody_is_expected_at_a_path_or_where_it_has_stopped(catalogue):
    assert page(catalogue, "stad/wandelen").visit == page(catalogue, "dorp/oud-koor").visit == FirstVisit()


def test_for_whom(catalogue):
    found = page(catalogue, "dorp/zingen")
    whom = next(fact for fact in found.facts if fact.kind == "voor_wie")
    assert whom.lines == ("Voor iedereen die van zingen houdt.", "Vanaf 18 jaar")
    lesson = page(catalogue, "stad/computerles")
    assert [fact.lines for fact in lesson.facts if fact.kind in ("voor_wie", "talen")] == [
        ("Vooral voor ouderen",),
        ("U hoort er ook Engels en Turks",),
    ]


def test_sources_show_as_much_of_their_date_as_is_known(catalogue):
    assert page(catalogue, "dorp/zingen").sources[0].when == "mei 2026"
    assert page(catalogue, "dorp/koffie").sources[0].when == "1 december 2025"
    assert page(catalogue, "dorp/oud-koor").sources[0].when == "2019"
    assert page(catalogue, "stad/wandelen").sources[0].when == "zonder datum"


def test_home_shows_all_themes_and_places_and_examples_of_different_themes(catalogue):
    found = home_page(catalogue, TODAY, shelf(catalogue, TODAY).everything)
    assert next(tile.theme.id for tile in found.tiles) == "ontdekken-en-doen"
    assert [(place.name, place.amount) for place in (*found.places.filled, *found.places.empty)] == [
        ("Dorp", "3 activiteiten"),
        ("Stad", "2 activiteiten"),
        ("Leeg", "nog geen activiteiten"),
    ]
    assert [(group.name, [one.id for one in group.cards]) for group in found.week] == [
        ("Hier kunt u deze week heen", ["dorp/zingen"])
    ]
    assert found.week[0].cards[0].day.text == "Donderdag 26 november van 19.30 tot 21.30\u00a0uur"
    assert found.week[0].cards[0].place == "Dorp"
    assert found.examples == ()


def test_home_shows_examples_of_different_themes_where_nothing_is_known_of_this_week(catalogue):
    found = home_page(catalogue, LATER, shelf(catalogue, LATER).everything)
    assert found.week == ()
    assert len({one.theme.id for one in found.examples}) == len(found.examples) == 3


def test_a_theme_lists_second_themes_too_and_none_elsewhere(catalogue):
    found = theme_page(catalogue, catalogue.domains["bewegen-en-plezier"], TODAY)
    assert [(group.name, [one.id for one in group.cards]) for group in found.lists.all] == [
        ("Ouder bericht: bel eerst", ["stad/wandelen"])
    ]
    assert found.lists.rest[0].cards[0].theme.id == "bewegen-en-plezier"
    here = theme_in_place_page(
        catalogue, catalogue.municipalities["dorp"], catalogue.domains["eten-en-ontmoeten"], TODAY
    )
    assert [one.id for group in here.lists.all for one in group.cards] == ["dorp/zingen", "dorp/koffie"]


def test_a_municipality_has_every_card_once_over_its_pages(catalogue):
    place = catalogue.municipalities["dorp"]
    pages = [municipality_page(catalogue, place, TODAY, number, most=1) for number in (1, 2, 3)]
    assert [page.head.address for page in pages] == ["dorp/", "dorp/pagina-2/", "dorp/pagina-3/"]
    assert [one.id for page in pages for group in page.lists.all for one in group.cards] == [
        "dorp/zingen",
        "dorp/koffie",
        "dorp/handwerken",
    ]
    whole = municipality_page(catalogue, place, TODAY)
    assert whole.pages == ()
    assert (whole.helps[0].id, whole.helps[0].sure) == ("kosten", True)
    empty = municipality_page(catalogue, catalogue.municipalities["leeg"], TODAY)
    assert (empty.lists.all, empty.amount) == ((), "nog geen activiteiten")


def test_everything_is_under_its_municipality(catalogue):
    found = everything_page(catalogue, TODAY).lists
    assert [group.name for group in found.all] == ["Hier kunt u deze week heen", "Dorp", "Ouder bericht: bel eerst"]
    assert [one.place for one in found.rest[-1].cards] == ["Stad", "Stad"]


@pytest.mark.parametrize(("days", "fresh"), [(0, True), (182, True), (183, True), (184, False)])
def test_a_check_is_fresh_for_a_hundred_and_eighty_three_days(catalogue, days: int, fresh: bool):
    entry = catalogue.activities["dorp/zingen"]
    day = entry.model.gecontroleerd.op if entry.model.gecontroleerd else TODAY
    model = entry.model.model_copy(
        update={"gecontroleerd": Gecontroleerd(op=day.isoformat(), door="coordinator", hoe="telefoon")}
    )
    it = Resolved(catalogue, replace(entry, model=model))
    found = how_sure(it, day + timedelta(days=days))
    assert found.fresh == fresh
    assert found.short.startswith("Nagevraagd op" if fresh else "Laatst nagevraagd op")


def test_list_status_is_honest():
    assert list_status([], TODAY) == "Hier hebben wij nog geen activiteiten."


def test_practices_and_their_coach(catalogue):
    assert practices_page(catalogue).groups[0][0] == "Dorp"
    found = practice_page(
        catalogue,
        catalogue.practices["dorp/huisarts-oost"],
        TODAY,
        "",
        paper=("flyer.pdf", "poster.pdf", "kaartjes.pdf"),
    )
    assert found.sheet.coach.phone == "0522 254 322"
    assert not found.sheet.coach.sure
    assert found.sheet.days == "dinsdag"
    (coach,) = coaches(catalogue, "dorp", TODAY)
    assert coach.sure
    assert coach.days == ("dinsdag", "donderdag")
    assert coaches(catalogue, None, TODAY) == ()


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("0522 254 321", "tel:+31522254321"),
        ("14 0522", "tel:140522"),
        ("0800 1234", "tel:08001234"),
        ("+31 522 254321", "tel:+31522254321"),
    ],
)
def test_a_number_can_be_dialled(number, link):
    assert tel(number) == link


def settings(**fields):
    return Settings.model_validate({"naam": "W", "omschrijving": "O", **fields})


def test_a_report_goes_by_mail_filled_in():
    found = report(settings(mail="meld@w.example"), "Zingen & <meer>", "https://w.example/dorp/zingen/")
    assert found.startswith(
        "mailto:meld@w.example?subject=Klopt%20er%20iets%20niet%3A%20Zingen%20%26%20%3Cmeer%3E&body="
    )
    assert "https%3A%2F%2Fw.example%2Fdorp%2Fzingen%2F%0D%0A" in found


@pytest.mark.parametrize(
    ("forge", "start"),
    [
        ("github", "https://f.example/a/b/issues/new?title="),
        ("forgejo", "https://f.example/a/b/issues/new?title="),
        ("gitlab", "https://f.example/a/b/-/issues/new?issue[title]="),
    ],
)
def test_a_report_becomes_an_issue_where_there_is_no_mail(forge, start):
    found = report(settings(repository="https://f.example/a/b.git", forge=forge), "T", "p")
    assert found.startswith(start)


def test_a_report_that_nobody_would_read_leads_to_how_to_join_in():
    assert report(settings(), "T", "p") == ""
    block = render.report_block(render.Site(settings(), "", {}), "T", "over/", "../")
    assert 'href="../meedoen/"' in block
    assert "mailto" not in block


def test_a_frame_has_few_cards_and_leads_to_the_rest(catalogue, monkeypatch):
    place = catalogue.municipalities["stad"]
    whole = embed_pages.framed_municipality(catalogue, place, TODAY, None)
    assert whole.more == ""
    assert whole.head.address == "inbedden/stad/"
    assert whole.crumbs == ()
    monkeypatch.setattr(embed_pages, "MOST_IN_FRAME", 1)
    part = embed_pages.framed_municipality(catalogue, place, TODAY, None)
    assert sum(len(group.cards) for group in part.lists.all) == 1
    assert (part.more, part.pages) == ("stad/", ())


def test_the_steps_lie_along_a_path_inside_the_picture():
    steps = [
        Stap(kort=word, tekst=f"{word}.", pictogram="walk") for word in ("Praten met de huisarts", "Samen", "Heen")
    ]
    found = picture(steps)
    assert [(one.x, one.y) for one in found.stations] == [(60, 44), (300, 132), (60, 220)]
    assert found.height == 264
    assert found.path.startswith("M60 44 C")
    assert [line for _, line in found.stations[0].lines] == ["Praten met de", "huisarts"]
    assert found.words == "1. Praten met de huisarts. 2. Samen. 3. Heen."


def test_what_is_known_of_the_referral_is_told_and_the_rest_is_asked_once():
    facts = Verwijzen(hoe="VIP Live", belt_binnen="een week.")
    found = answers(facts, ("belt_binnen", "bewaart"))
    assert found.known == ("Hoe snel de welzijnscoach belt: een week.",)
    assert found.unknown == "Nog navragen: wat er wordt bewaard."
    assert answers(None).known == ()


def test_a_way_that_is_not_known_is_said_in_the_step(catalogue):
    known = referring(catalogue, catalogue.municipalities["dorp"])
    assert known.steps[2] == "U verwijst naar de welzijnscoach met VIP Live."
    assert known.way == "VIP Live"
    unknown = referring(catalogue, catalogue.municipalities["stad"])
    assert unknown.steps[2] == "U verwijst naar de welzijnscoach."
    assert unknown.answers.unknown.startswith("Nog navragen: hoe een praktijk verwijst, ")
    assert "hoe een praktijk verwijst" not in known.answers.unknown


def test_what_is_unknown_everywhere_stands_on_the_page_for_patients(catalogue):
    page = referral_page(catalogue)
    assert page.unknown.startswith(
        "Nog navragen: of de welzijnscoach of een vrijwilliger de eerste keer meegaat, of de welzijnscoach voor u belt, hoeveel"
    )


def test_code_for_another_site_is_written_out():
    assert link("https://w.example/?a=1&b=2", 'Zingen "<b>"') == (
        '<a href="https://w.example/?a=1&amp;b=2">Zingen &quot;&lt;b&gt;&quot;</a>'
    )
