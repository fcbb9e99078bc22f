"""The facts in other languages: said truly, with nothing translated that a person wrote, and nothing Dutch that does not say so."""

import re
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.model.resolved import Resolved
from generator.model.schema import GRATIS
from generator.model.schema.base import CATALOGUES, TALEN
from generator.model.when import coming
from generator.views.abroad.activity import CALL, activity_abroad
from generator.views.abroad.asking import names, signs_abroad
from generator.views.abroad.facts import cost_lines, dates, facts, labels, sure, when_lines
from generator.views.abroad.lists import MOST, OF_ONE, list_abroad, pages_of
from generator.views.abroad.referral import referral_abroad
from generator.views.abroad.tongue import Bit, Tongue, tongue
from generator.views.activity.answers import on_page, pictograms
from generator.views.activity.status import how_sure
from generator.views.lists.finder import VALUES
from generator.views.lists.shelf import shelf
from scripts.languages import template, updated
from tests.support import SAMPLE, TODAY, build, change, copy_small, loaded

CODES = TALEN
HOLES = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_there_in_every_language(code: str):
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        found = read_po(file, locale=code)
    wanted = [message for message in template() if message.id]
    for message in wanted:
        key = message.id if isinstance(message.id, str) else message.id[0]
        said = found.get(key, message.context)
        assert said is not None, key
        assert not said.fuzzy, key
        forms = said.string if isinstance(said.string, tuple) else (said.string,)
        assert len(forms) == (found.num_plurals if isinstance(message.id, tuple) else 1), key
        for form in forms:
            assert form, key
            holes = set(HOLES.findall(form))
            assert holes <= set(HOLES.findall(key)), key
            assert holes | {"{n}"} >= set(HOLES.findall(key)), key
        assert said.auto_comments, key
    assert len(found) == len(wanted)


def test_another_language_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "fr.po").write_bytes(updated("fr"))
    monkeypatch.setattr("generator.views.abroad.tongue.CATALOGUES", tmp_path)
    french = Tongue("fr")
    assert (french.language.name, french.language.direction) == ("Français", "ltr")
    assert french.say("Wanneer") == Bit("Wanneer", dutch=True)
    assert french.day(date(2026, 11, 30)) == "lundi 30 novembre 2026"
    assert {path.stem for path in CATALOGUES.iterdir()} == set(TALEN)


@pytest.mark.parametrize("code", CODES)
def test_the_catalogues_are_as_the_script_makes_them(code: str):
    assert (CATALOGUES / f"{code}.po").read_bytes() == updated(code)


@pytest.mark.parametrize(
    ("code", "number", "said"),
    [
        ("en", 1, "1 activity"),
        ("en", 2, "2 activities"),
        ("de", 1, "1 Aktivität"),
        ("de", 5, "5 Aktivitäten"),
        ("tr", 1, "1 etkinlik"),
        ("tr", 7, "7 etkinlik"),
        ("pl", 1, "1 propozycja"),
        ("pl", 3, "3 propozycje"),
        ("pl", 12, "12 propozycji"),
        ("pl", 22, "22 propozycje"),
        ("uk", 1, "1 заняття"),
        ("uk", 5, "5 занять"),
        ("uk", 21, "21 заняття"),
        ("ar", 0, "لا أنشطة"),
        ("ar", 1, "نشاط واحد"),
        ("ar", 2, "نشاطان"),
        ("ar", 3, "3 أنشطة"),
        ("ar", 11, "11 نشاطًا"),
        ("ar", 37, "37 نشاطًا"),
        ("ar", 100, "100 نشاط"),
    ],
)
def test_numbers_have_the_forms_of_a_language(code: str, number: int, said: str):
    assert tongue(code).many("{n} activiteit", "{n} activiteiten", number) == Bit(said)


def test_a_text_that_is_missing_is_dutch_and_says_so():
    assert tongue("en").say("Dit staat er niet, {naam}", naam="x") == Bit("Dit staat er niet, x", dutch=True)
    assert tongue("en").many("Een hond", "{n} honden", 3) == Bit("3 honden", dutch=True)


def entry(tmp_path: Path, old: str, new: str) -> Resolved:
    content = copy_small(tmp_path / "content")
    change(content, {"vervang": {"activities/dorp/zingen.yml": [old, new]}})
    catalogue = loaded(content)
    return Resolved(catalogue, catalogue.activities["dorp/zingen"])


WHEN = {
    "{elke: [woensdag, maandag], van: 9.30, tot: 11.00}": {
        "en": "Every week: Monday and Wednesday, from 09:30 to 11:00",
        "de": "Jede Woche: Montag und Mittwoch, von 09:30 bis 11:00 Uhr",
        "pl": "Co tydzień: poniedziałek i środa, od 09:30 do 11:00",
        "uk": "Щотижня: понеділок і середа, з 09:30 до 11:00",
    },
    "{elke: dinsdag, om_de_weken: 3, vanaf: 2026-09-01, van: 14.00}": {
        "en": "Every 3 weeks: Tuesday, from 14:00, starts on 1 September 2026",
        "pl": "Co 3 tygodnie: wtorek, od 14:00, początek: 1 września 2026",
        "ar": "كل 3 أسابيع: الثلاثاء",
    },
    "{elke: vrijdag, week_van_de_maand: [1, laatste], behalve: [schoolvakanties, feestdagen]}": {
        "en": "First time in the month: Friday, Last time in the month: Friday, not in the school holidays, not on public holidays",
        "tr": "Ayın ilk günü olarak: Cuma, Ayda son kez gelen: Cuma, okul tatillerinde yok, resmî tatillerde yok",
    },
    "{elke: zondag, niet_in: [juli, augustus], t_m: 2027-06-30}": {
        "en": "Every week: Sunday, last day: 30 June 2027, not in: July and August"
    },
    "{datum: 2026-12-24, van: 15.00, tot: 17.00}": {
        "en": "Thursday, 24 December 2026, from 15:00 to 17:00",
        "de": "Donnerstag, 24. Dezember 2026, von 15:00 bis 17:00 Uhr",
    },
    "{altijd: ja}": {"uk": "Завжди відкрито"},
    "{op_afspraak: ja}": {"de": "Nach Vereinbarung"},
}


@pytest.mark.parametrize("moment", list(WHEN))
def test_when_it_is(tmp_path: Path, moment: str):
    content = copy_small(tmp_path / "content")
    path = content / "activities/dorp/zingen.yml"
    text = re.sub(r"wanneer:\n(?:  .*\n)+", f"wanneer:\n  - {moment}\n", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    model = loaded(content).activities["dorp/zingen"].model
    for code, said in WHEN[moment].items():
        (line,) = when_lines(tongue(code), model)
        assert not [bit for bit in line if bit.dutch]
        assert ", ".join(bit.text for bit in line).startswith(said)


def test_what_somebody_wrote_stays_dutch(tmp_path: Path):
    it = entry(tmp_path, "bron:", "talen: [Turks, Meppels]\nbron:")
    t = tongue("en")
    lines = [bit for fact in facts(t, it) for line in fact.lines for bit in line]
    assert Bit("Turkish") in lines
    assert Bit("Meppels", dutch=True) in lines
    page = activity_abroad(it.catalogue, it.entry, "en", CODES, TODAY)
    assert page.kind == Bit("Singing") or page.kind.text
    assert page.title == "Samen zingen in het dorpskoor"  # shown as Dutch


@pytest.mark.parametrize("code", CODES)
def test_dates_are_those_of_the_dutch_page_for_a_year(code: str):
    catalogue = loaded(SAMPLE)
    t = tongue(code)
    compared = 0
    for one in catalogue.activities.values():
        it = Resolved(catalogue, one)
        for week in range(0, 52, 4):
            today = TODAY + timedelta(weeks=week)
            region = it.municipality.schoolvakantie_regio
            dutch = [
                (when.start or when.day).isoformat() for when in coming(it.model, today, region) if not when.holiday
            ][:5]
            shown = [when.date for when in dates(t, it, today)]
            assert shown == (dutch if how_sure(it, today).dated and not it.is_stopped else [])
            compared += len(shown)
    assert compared > 50


@pytest.mark.parametrize("code", CODES)
def test_as_sure_as_in_dutch(code: str):
    """What is old says so, in every language, and what was asked says on which day."""
    catalogue = loaded()
    t = tongue(code)
    said = {id_: sure(t, Resolved(catalogue, one), TODAY) for id_, one in catalogue.activities.items()}
    assert not [one for one in said.values() if one.dutch]
    assert "2026" in said["dorp/zingen"].text
    assert len({said[id_].text for id_ in ("dorp/oud-koor", "dorp/koffie", "stad/wandelen", "dorp/zingen")}) == 4


def test_prices(tmp_path: Path):
    catalogue = loaded(SAMPLE)
    for one in catalogue.activities.values():
        lines = cost_lines(tongue("en"), one.model)
        assert bool(lines) == (one.model.kosten != "onbekend")
        if one.model.kosten == GRATIS:
            assert lines == ((Bit("Free"),),)
    assert tongue("en").euro(__import__("decimal").Decimal("2.50")) == "€2.50"
    assert tongue("de").euro(__import__("decimal").Decimal("3")) == "3 €" or "3" in tongue("de").euro(
        __import__("decimal").Decimal("3")
    )


class Outside(HTMLParser):
    """Collects the text of a page that is not marked as Dutch, and what has no language of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[bool] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link", "img", "br", "source", "path", "use"):
            lang = dict(attrs).get("lang")
            dutch = self.stack[-1] if self.stack else False
            self.stack.append(dutch if lang is None else lang == "nl")
        label = dict(attrs).get("aria-label") or dict(attrs).get("alt")
        if label and not (self.stack and self.stack[-1]):
            self.text.append(label)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("meta", "link", "img", "br", "source", "path", "use") and self.stack:
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        if not (self.stack and self.stack[-1]):
            self.text.append(data)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("talen")
    return build(copy_small(folder / "content"), folder, site_url="https://wijzer.example/")


@pytest.mark.parametrize("code", CODES)
def test_no_dutch_word_stands_outside_what_is_marked_dutch(site: Path, code: str):
    dutch = {
        word
        for message in template()
        for text in (message.id if isinstance(message.id, tuple) else (message.id,))
        for word in words(text or "")
    }
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        own = {
            word
            for message in read_po(file, locale=code)
            for form in (message.string if isinstance(message.string, tuple) else (message.string,))
            for word in words(str(form))
        }
    pages = sorted(site.glob(f"{code}/**/index.html"))
    assert len(pages) > 8
    for path in pages:
        parser = Outside()
        parser.feed(path.read_text(encoding="utf-8"))
        strange = {word for text in parser.text for word in words(text)} & (dutch - own)
        assert strange <= {"website"}, (path, strange)
        assert path.stat().st_size < 25_000


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-zà-ÿ]{4,}", HOLES.sub("", text).lower()))


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_its_language_and_leads_to_the_same_page_in_others(site: Path, code: str):
    html = (site / code / "dorp/zingen/index.html").read_text(encoding="utf-8")
    direction = "rtl" if code == "ar" else "ltr"
    assert f'<html lang="{code}" dir="{direction}">' in html
    for other in {*CODES, "nl"} - {code}:
        path = "dorp/zingen/" if other == "nl" else f"{other}/dorp/zingen/"
        assert f'<link rel="alternate" hreflang="{other}" href="https://wijzer.example/{path}">' in html
        assert f'href="../../../{path}" lang="{other}"' in html
        assert (site / path / "index.html").is_file()
    assert CALL in html
    back = (site / "dorp/zingen/index.html").read_text(encoding="utf-8")
    assert f'hreflang="{code}" href="https://wijzer.example/{code}/dorp/zingen/"' in back
    assert f"<loc>https://wijzer.example/{code}/dorp/zingen/</loc>" in (site / "sitemap.xml").read_text()


def test_a_site_chooses_its_languages_and_none_is_one_line(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    settings = content / "site.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text.rstrip()}\ntalen: [ar]\n", encoding="utf-8")
    made = build(content, tmp_path / "een")
    assert (made / "ar/dorp/index.html").is_file()
    assert not (made / "en").exists()
    settings.write_text(f"{text.rstrip()}\ntalen: []\n", encoding="utf-8")
    made = build(content, tmp_path / "geen")
    assert not [code for code in CODES if (made / code).exists()]
    assert "tongues" not in (made / "dorp/index.html").read_text(encoding="utf-8")


def test_who_read_it_takes_the_line_away(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    change(
        content, {"bestanden": {"languages/en.yml": "nagelezen_op: 2026-11-01\nnagelezen_door: tolk van de gemeente\n"}}
    )
    catalogue = loaded(content)
    one = catalogue.activities["dorp/zingen"]
    assert activity_abroad(catalogue, one, "en", CODES, TODAY).frame.checked is None
    assert activity_abroad(catalogue, one, "de", CODES, TODAY).frame.checked == Bit(
        "Noch nicht von jemandem geprüft, der diese Sprache spricht."
    )


def test_a_day_as_far_as_it_is_known():
    assert tongue("en").source_day("2026-11-20") == "20 November 2026"
    assert tongue("en").source_day("2026-11") == "November 2026"
    assert tongue("en").source_day("2026") == "2026"
    assert tongue("ar").day(date(2026, 11, 28)).startswith("السبت")


@pytest.mark.parametrize("code", CODES)
def test_everything_that_can_be_asked_has_its_name(code: str):
    found = names(loaded(SAMPLE), tongue(code))
    for facet, values in VALUES.items():
        assert set(found[facet]) == set(values), facet
        assert all(found[facet].values())
    assert len(found["thema"]) == 5


@pytest.mark.parametrize("code", CODES)
def test_what_is_said_to_who_needs_help_is_said_in_the_language(code: str):
    catalogue = loaded(SAMPLE)
    said = signs_abroad(catalogue, tongue(code))
    assert len(said) == len(catalogue.safety.model.wegwijzers)
    for sign in said:
        assert not sign.title.dutch
        assert not sign.text.dutch
        assert not any(number.when and number.when.dutch for number in sign.numbers)
    assert any(number.dial == "tel:112" for sign in said for number in sign.numbers)


def test_a_text_of_a_site_itself_is_dutch_there(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    change(content, {"vervang": {"referral.yml": ["kop: Moet het?", "kop: Ben ik verplicht?"]}})
    page = referral_abroad(loaded(content), "en", CODES)
    assert [block.head for block in page.it.after if block.head.dutch] == [Bit("Ben ik verplicht?", dutch=True)]


@pytest.mark.parametrize("code", CODES)
def test_the_forms_of_numbers_are_those_of_the_browser(code: str):
    """The script asks ``Intl.PluralRules`` for a name out of CLDR; the text is the one that Python would say."""
    t = tongue(code)
    forms = t.forms("{n} activiteit")
    for number in (*range(1, 30), 100, 101, 102, 111, 1000):
        said = forms[t.locale.plural_form(number)].replace("{n}", t.number(number))
        assert said == t.many("{n} activiteit", "{n} activiteiten", number).text


def test_a_page_of_the_dutch_catalogue_is_a_few_pages_here():
    found = pages_of([("a", OF_ONE * MOST + 1), ("b", 0), ("c", 3)], "en")
    assert [len(one) for one in found] == [OF_ONE, 1, 1, 1]
    assert found[0][0] == "en/a/"
    assert found[1] == [f"en/a/pagina-{OF_ONE + 1}/"]
    assert found[2:] == [["en/b/"], ["en/c/"]]


def test_a_long_list_goes_on_and_every_activity_is_on_one_page(tmp_path: Path):
    catalogue = loaded(SAMPLE)
    place = catalogue.municipalities["meppel"]
    amount = shelf(catalogue, TODAY).amount("meppel")
    pages = [
        list_abroad(catalogue, place, "pl", CODES, TODAY, number=number) for number in range(1, -(-amount // MOST) + 1)
    ]
    ids = [one.id for page in pages for one in page.items]
    assert len(ids) == len(set(ids)) >= amount > MOST
    assert all(len(page.pages) == len(pages) for page in pages)
    assert [page.frame.same for page in pages] == [True] + [False] * (len(pages) - 1)
    assert pages[1].frame.dutch == "meppel/"


def test_every_pictogram_is_that_of_the_dutch_card():
    cards = {fact.kind: fact.icon for fact in pictograms()}
    catalogue = loaded(SAMPLE)
    for one in catalogue.activities.values():
        it = Resolved(catalogue, one)
        for fact in facts(tongue("en"), it):
            assert cards.get(fact.id, fact.icon) == fact.icon
        for known in on_page(it):
            assert cards.get(known.kind, known.icon) == known.icon
    assert len({icon for icon, _ in labels(tongue("en"))}) == len(cards) == 6
    assert {icon for icon, _ in labels(tongue("en"))} == set(cards.values())
