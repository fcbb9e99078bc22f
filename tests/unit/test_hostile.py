"""Content that means harm, and what it must not reach: the shell, a camera's notes, a calendar, a spreadsheet, a telephone."""

import io
import random
import re
from pathlib import Path

import icalendar
import phonenumbers
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.give import cells, ics
from generator.judge.rules import privacy
from generator.model import outgoing
from generator.model.outgoing import host_fault, mail_fault, mailto, phone_fault, tel, web, web_fault
from generator.read import markdown, photographs
from generator.read.markdown import ELEMENTS, EXTENSIONS, faults, html_of
from generator.read.source import parse
from generator.views.activity.diary import diary
from generator.work.cache import Cache
from tests.support import PROJECT, SMALL, TODAY, build, change, check, files, loaded, photo

PAYLOADS = (
    "<script>q()</script>",
    "<img src=x onerror=q()>",
    "<svg/onload=q()>",
    "[x](javascript:q())",
    "[x](java&#115;cript:q())",
    "[x](java\tscript:q())",
    "[x](&#x1;javascript:q())",
    "[x](data:text/html,<script>q()</script>)",
    "[x](vbscript:q())",
    "![x](https://evil.example/x.png)",
    "![x][r]\n\n[r]: //evil.example/x.png",
    "[x](/a){: onclick=q() }",
    "# Kop {: onmouseover=q() }",
    "[x](/a){: href=javascript:q() }",
    "<https://meppel.nl@evil.example/>",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](https:evil.example)",
    "<!--[if IE]>x<![endif]-->",
    "<?php q() ?>",
    "<a\nhref=x>y</a>",
    "| a |\n|---|\n| <b>x</b> |",
    "> <iframe src=/></iframe>",
    "[x](mailto:a@b.nl?bcc=c@d.nl)",
    "[x](tel:0900HELP)",
    "[x](https://meppel.nl⁄evil.example/)",
    "<style>*{}</style>",
    "<base href=//evil.example>",
    "<form action=/x>",
    "<math><mi>",
    "<b>x",
    "# x {: style='background:url(//evil.example)' }",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_markdown_makes_of_it_does_not_pass(payload: str):
    assert list(faults(html_of(f"Een zin.\n\n{payload}\n\nNog een zin.")))


@given(st.text(alphabet=st.sampled_from("abx<>/\\\"'()[]{}!#:&;=-_*`|~ \n\t.@?javscript%012"), max_size=80))
def test_whatever_is_written_a_page_that_passes_has_only_what_is_allowed(text: str):
    """Read back with another reader than the one that judged."""
    html = html_of(text)
    if not list(faults(html)):
        for tag in re.findall(r"<([a-zA-Z][^\s>/]*)", html):
            assert tag in ELEMENTS
        assert not re.search(r"<[^>]*\son[a-z]+\s*=", html)
        for address in re.findall(r'(?:href|src)="([^"]*)"', html):
            assert address.startswith(("#", "/", "https://", "mailto:", "tel:"))


def test_the_pages_are_judged_as_mkdocs_makes_them():
    asked = yaml.safe_load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    from mkdocs.config.defaults import MkDocsConfig

    always = MkDocsConfig().markdown_extensions or ["toc", "tables", "fenced_code"]
    assert set(EXTENSIONS) == {*asked, *always}


@pytest.mark.slow
def test_the_head_of_a_page_reaches_nothing_but_its_title_and_description(small: Path, tmp_path: Path):
    """Also where check is passed over: the pages are written anew before MkDocs reads them."""
    from generator.read.markdown import PageError
    from tests.unit.test_shell import shell

    page = small / "pages" / "over.md"
    page.write_text(
        '---\ntitle: "A <b> & qzcontentqz"\ndescription: \'"><script>q()</script>\'\n---\n\nqzmeldingqz qzrootqz {{ x }}\n',
        encoding="utf-8",
    )
    assert [problem.code for problem in check(small) if problem.severity == "fout"] == []
    html = shell(small / "pages").written["over/"]
    assert "<script>q()" not in html
    assert "A &lt;b&gt; &amp; qzcontentqz" in html
    assert html.count("[A <b>") == 1
    page.write_text(
        "---\ntitle: x\ndescription: y\ncontent: <b>z</b>\npolicy: default-src *\n---\n\nTekst\n", encoding="utf-8"
    )
    with pytest.raises(PageError, match="B023"):
        shell(small / "pages")


def with_photo(content: Path, raw: bytes, name: str = "koor.jpg") -> None:
    (content / "photos").mkdir()
    (content / "photos" / name).write_bytes(raw)
    line = f"foto: {{bestand: {name}, alt: Mensen zingen, maker: Het koor, licentie: CC BY 4.0}}\nbron:"
    change(content, {"vervang": {"activities/dorp/zingen.yml": ["bron:", line]}})


@pytest.mark.slow
def test_a_photograph_is_written_anew_without_what_the_camera_noted(small: Path, tmp_path: Path):
    exif = Image.Exif()
    exif[0x010F] = "Telefoon van Jan"
    exif[0x8825] = {1: "N", 2: (52.0, 41.0, 44.0), 3: "E", 4: (6.0, 11.0, 30.0)}
    exif[0x0112] = 6  # lies on its side
    raw = photo(2000, 1000, exif=exif, comment=b"geheim")
    assert b"Telefoon van Jan" in raw
    with_photo(small, raw)
    found = files(build(small, tmp_path))
    photos = {path: content for path, content in found.items() if path.startswith("fotos/")}
    assert sorted(photos) == [f"fotos/koor-jpg-{width}.{kind}" for width in (480, 960) for kind in ("jpg", "webp")]
    for path, content in photos.items():
        assert b"Telefoon van Jan" not in content
        assert b"geheim" not in content
        with Image.open(io.BytesIO(content)) as picture:
            assert dict(picture.getexif()) == {}
            assert picture.size == ((480, 960) if "480" in path else (960, 1920))
    html = found["dorp/zingen/index.html"].decode()
    assert set(re.findall(r"fotos/[^ \"]+", html)) == set(photos)
    assert 'alt="Mensen zingen"' in html


@pytest.mark.slow
def test_what_is_no_picture_or_too_much_of_one_is_said():
    bomb = io.BytesIO()
    Image.new("L", (30_000, 20_000)).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 1_000_000
    cases = {
        b"\xff\xd8\xff": "geen beeld",
        b"RIFF\x24\x00\x00\x00WAVEfmt ": "geen beeld",
        b"": "geen beeld",
        photo()[:-300]: "geen beeld",
        photo(kind="GIF"): "geen beeld",
        bomb.getvalue(): "miljoen punten",
        photo(400, 400): "smaller",
        b"x" * (photographs.MOST_BYTES + 1): "groter dan 10 MB",
    }
    for raw, words in cases.items():
        assert words in (photographs.fault(raw) or ""), words
    for kind in ("JPEG", "PNG", "WEBP"):
        assert photographs.fault(photo(kind=kind)) is None


def test_photographs_are_not_read_through_a_link(small: Path, tmp_path: Path):
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (elsewhere / "koor.jpg").write_bytes(photo())
    with_photo(small, photo(), "ander.jpg")
    for path in (small / "photos").iterdir():
        path.unlink()
    (small / "photos").rmdir()
    (small / "photos").symlink_to(elsewhere)
    (elsewhere / "ander.jpg").write_bytes(photo())
    assert [problem.code for problem in check(small) if problem.severity == "fout"] == ["B019", "B003"]


@pytest.mark.parametrize("pad", range(40, 76))
def test_a_title_cannot_write_in_a_calendar(small: Path, pad: int):
    """Lines are folded at 75 bytes: a text that begins behind the fold once got the lines of the version inside it."""
    title = "x" * pad + " BEGIN:VEVENT"
    change(small, {"vervang": {"activities/dorp/zingen.yml": ["samenvatting: ", f"samenvatting: {title} "]}})
    catalogue = loaded(small)
    texts = ics.events(diary(catalogue, catalogue.activities["dorp/zingen"], TODAY), "")
    raw = ics.calendar("x", [ics.stamped(texts, ics.Version(7, TODAY))])
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert [event["sequence"] for event in events] == [7] * len(texts)
    assert all(title in event["description"] for event in events)
    assert raw.count(b"SEQUENCE:") == len(texts)


@pytest.mark.parametrize(
    "value",
    [
        "\u00ad=1",
        "\u2003=1",
        "\u200b=1",
        "\u3000=1",
        "\x0b=1",
        "=1+1",
        "+31 522",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "\u00a0=1",
        "\uff1d1",
        "\n=1",
        "|x",
        "%x",
        "\ufeff=1",
    ],
)
def test_no_cell_is_worked_out(value: str):
    assert cells.cell(value) == f"'{value}"
    assert cells.table([[value]], for_people=True).lstrip("\ufeff").lstrip('"').startswith("'")


def test_what_is_no_formula_stays_as_it_is():
    assert cells.table([["Zingen", 3, -4, "a=b", ""]]) == "Zingen,3,-4,a=b,\r\n"
    assert cells.table([["a", "b;c"]], for_people=True) == '\ufeffa;"b;c"\r\n'


@pytest.mark.slow
def test_a_name_that_is_a_formula_is_none_in_the_numbers(small: Path, tmp_path: Path):
    change(small, {"vervang": {"organisations/koor.yml": ["naam: ", 'naam: "=HYPERLINK(1)"\nx: ']}})
    text = (small / "organisations/koor.yml").read_text(encoding="utf-8")
    kept = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("x:"))
    (small / "organisations/koor.yml").write_text(kept, encoding="utf-8")
    found = files(build(small, tmp_path))
    tables = [content.decode() for path, content in found.items() if path.endswith(".csv")]
    assert any("'=HYPERLINK(1)" in text for text in tables)
    assert not [text for text in tables if re.search(r"(^|[,;\n])\"?=", text)]


@given(st.text(max_size=60))
def test_a_mail_goes_to_who_was_meant_and_says_what_was_meant(text: str):
    address = mailto("info@koor.example", text, text)
    assert re.fullmatch(r"mailto:info@koor\.example(\?[A-Za-z0-9%=&_.~-]+)?", address)
    assert address.count("&") <= 1
    assert mailto(f"{text}@x.nl").partition("?")[1] == ""


@given(st.from_regex(r"[0-9 +()./-]{9,14}", fullmatch=True))
def test_what_is_dialled_is_what_the_numbering_plan_has(text: str):
    dialled = tel(text)
    if phone_fault(text) is None and dialled.startswith("tel:+"):
        number = phonenumbers.parse(text, "NL")
        assert dialled == f"tel:{phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)}"


@given(st.integers(min_value=100_000_000, max_value=999_999_999))
def test_the_short_way_to_an_ordinary_number_is_the_long_one(digits: int):
    text = f"0{digits}"
    number = phonenumbers.parse(text, "NL")
    if outgoing.PLAIN.fullmatch(text) and phonenumbers.is_valid_number(number):
        assert tel(text) == f"tel:{phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)}"
        assert not outgoing.costs_extra(text)


@given(st.text(alphabet=st.sampled_from("abc.-_⁄∕⧸╱ı\u0338éаx0:[]@。．%19f"), min_size=1, max_size=20))
def test_one_rule_judges_the_name_of_a_site_wherever_it_stands(host: str):
    bad = host_fault(host) is not None
    if not set(host) & set("@:[]"):
        assert (web_fault(f"https://{host}/") is not None) == bad or "\\" in host
        assert (mail_fault(f"info@{host}") is not None) == bad
    if not bad:
        assert re.fullmatch(r"[a-z0-9é.-]+", host)
        assert web(f"https://{host}/") == f"https://{host}/"


@pytest.mark.parametrize(
    "host", ["0x7f.0.0.1", "127.1", "0x7f000001", "1.2.3.0x4", "2130706433", "koor.0x7f", "koor.nl.", "::1"]
)
def test_a_name_that_is_a_number_or_ends_in_a_point_is_refused(host: str):
    assert host_fault(host)


@pytest.mark.parametrize(
    "text",
    [
        "Bel 06.12.34.56.78.",
        "06/12345678",
        "(06) 12345678",
        "(06)-12345678",
        "06–12345678",
        "06 - 12345678",
        "+31 6 12345678",
        "0031612345678",
        "06 12 34 56 78",
        "Piet@GMAIL.COM",
        "piet@casema.nl",
        "piet@online.nl",
        "U kunt bellen met Jan de Vries.",
        "Contactpersoon is Jan Bakker.",
        "Neem contact op met Anna Visser.",
        "Aanmelden bij Jan Bakker.",
        "Bel Anja op 0522 123 456.",
        "Vraag naar Anja.",
        "Dhr. K Jansen",
        "onder leiding van Kees Jansen",
        "Docent: Piet Smit",
        "Bel Mevr. J. de Vries",
        "J.P. Jansen doet open",
        "Bij Jan thuis, Zuideinde 12",
        "Lindelaan nr. 3",
        "Stationspad 4",
        "Dorpsstraat 12a",
    ],
)
def test_a_person_in_a_sentence_is_noticed(text: str):
    assert list(privacy.personal("samenvatting", text))


@pytest.mark.parametrize(
    "text",
    [
        "Groep A. Daarna koffie.",
        "Neem lijn B. Halte Markt.",
        "U gaat naar zaal C. Koffie staat klaar.",
        "Vitamine D. Maandag",
        "E.H.B.O. Meppel",
        "B.V. De Molen",
        "Er is een W.C. Toilet beneden",
        "Bel Humanitas Meppel.",
        "Bel Rode Kruis.",
        "Bel Stichting Welzijn op 0522 123 456",
        "Vraag naar Welzijn Meppel.",
        "Op het Kerkplein 2 keer per jaar markt",
        "langs de Reestdijk 5 kilometer",
        "Marktplein 4 dagen",
        "Stationsweg 200 meter",
        "Kerkhof 1 uur lopen",
        "Buurthof 55 plus",
        "liederen van A. Vivaldi",
        "Open 06 10 11 12 13 14 uur",
        "info@ziggo.nl",
        "De huisarts gaat mee.",
        "Bel de coördinator op 0522 254 321.",
        "Elke dinsdag van 10.00 tot 12.00 uur.",
        "Voor vrouwen van 65 jaar en ouder.",
    ],
)
def test_an_ordinary_sentence_is_left_alone(text: str):
    assert list(privacy.personal("samenvatting", text)) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        '```\n{uitgever}\n\n<meta http-equiv="refresh" content="0;url=https://evil.example/">\n\n```\n',
        '<{uitgever} onclick="q()">hallo',
        "[a](/{naam})",
        "![a](/{naam})",
        "[x](tel:*1*12#)",
        "[y](tel:112abc)",
        "[https://bank.nl](https://evil.example/)",
        "[www.bank.nl/x](https://evil.example/)",
    ],
)
def test_what_is_filled_in_makes_no_page_of_what_was_none(body: str, tmp_path: Path):
    """What is judged is what comes out: nothing is filled in before Markdown, or inside a tag."""
    from tests.unit.test_shell import shell

    (tmp_path / "over.md").write_text(f"---\ntitle: x\ndescription: y\n---\n# x\n\n{body}\n", encoding="utf-8")
    for values in ({}, {"uitgever": "meta", "naam": "/evil.example/x"}):
        main = shell(tmp_path, values=values).written["over/"].partition("<main")[2].partition("</main>")[0]
        assert list(faults(html_of(body))) or "<meta" not in main
        assert "evil.example/x" not in re.sub(r">[^<]*<", "><", main)


@pytest.mark.parametrize(
    "body",
    [
        "## 2026 in cijfers",
        "## 123",
        "# Over {naam}",
        "**Over** {naam}",
        "{naam}",
        "`x` {mail}",
        "[m](mailto:info@x.nl?subject=Hoi)",
        "[bank.nl](https://www.bank.nl/x)",
    ],
)
def test_an_ordinary_page_passes(body: str):
    assert list(faults(html_of(f"Een zin.\n\n{body}\n"))) == []


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("title: a\ntitle: b\ndescription: c", "B007"),
        ("title: Vraag: antwoord\ndescription: c", "B004"),
        ("title: \u202ea\ndescription: c", "B011"),
        ("title: a # b\ndescription: c", "B021"),
        ("title: ''\ndescription: c", "B021"),
        ("title: [a]\ndescription: c", "B021"),
    ],
)
def test_what_is_wrong_in_the_head_of_a_page_is_named(head: str, code: str):
    found = markdown.read_page(f"---\n{head}\n---\nTekst\n".encode(), "x.md")
    assert found.code == code
    body = markdown.read_page("---\ntitle: a\ndescription: b\n---\nTe\u202ekst\n".encode(), "x.md")
    assert (body.code, body.line) == ("B011", 5)
    assert markdown.read_page(b"--- \ntitle: a\ndescription: b\n---", "x.md").title == "a"


def test_files_of_other_systems_are_read_too():
    found = parse(b"naam: Koor & Klank #2\rcontact:\r  telefoon: 0522 254 321\r", "x.yml")
    assert found.cut == [("naam",)]
    assert parse(b"naam: Koffie\t#2 voor ouderen\n", "x.yml").cut == [("naam",)]
    problem = parse("titel: a\nkosten:\u00a0gratis\n".encode(), "x.yml")
    assert (problem.code, problem.line) == ("B004", 2)
    assert "U+00A0" in problem.message


def test_every_kind_of_photograph_is_shown_as_it_is():
    for width, height in ((500, 16400), (480, 20000)):
        assert "hoger dan breed" in photographs.fault(photo(width, height))
    deep = io.BytesIO()
    Image.new("I;16", (600, 400), 40000).save(deep, "PNG")
    assert photographs.fault(deep.getvalue()) is None
    with Image.open(io.BytesIO(photographs.reduced(deep.getvalue(), 480, "jpg"))) as picture:
        assert abs(picture.getpixel((9, 9))[0] - 156) < 4
    for mode in ("CMYK", "P", "LA", "1"):
        kind = "JPEG" if mode == "CMYK" else "PNG"
        odd = io.BytesIO()
        Image.open(io.BytesIO(photo())).convert(mode).save(odd, kind)
        assert photographs.fault(odd.getvalue()) is None, mode
        assert photographs.reduced(odd.getvalue(), 480, "webp")


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("+44 909 879 0000", "tel:+449098790000"),
        ("+1 900 555 1234", "tel:+19005551234"),
        ("14-0522", "tel:140522"),
        ("14 0522", "tel:140522"),
        ("*112#", ""),
        ("112abc", ""),
        ("0800-1234", "tel:08001234"),
        ("(0522) 25 85 25", "tel:+31522258525"),
        ("0522–258525", "tel:+31522258525"),
        ("0031 522 258525", "tel:+31522258525"),
        ("085 273 14 44", "tel:+31852731444"),
        ("112", "tel:112"),
        ("113", "tel:113"),
    ],
)
def test_a_number_is_dialled_in_its_own_country_or_not_at_all(number: str, dialled: str):
    assert tel(number) == dialled


def test_everything_that_leads_out_of_a_page_went_through_one_door(sample_site: Path):
    """No template and no script writes such an address itself."""
    sources = [*(PROJECT / "generator").rglob("*.py"), *(PROJECT / "generator/show/templates").rglob("*.html")]
    sources += (PROJECT / "site_overrides").rglob("*.js")
    written = re.compile(r"""["'`](mailto|tel|webcal):|wa\.me""")
    found = {path.name for path in sources if written.search(path.read_text(encoding="utf-8"))}
    assert found == {"outgoing.py", "outgoing.js", "markdown.py", "report.js"}, (
        "report.js and markdown.py only look at one"
    )
    for page in sample_site.rglob("*.html"):
        for address in re.findall(r'href="((?:tel|mailto|https?|webcal):[^"]*)"', page.read_text(encoding="utf-8")):
            assert re.fullmatch(r"tel:\+?\d+|mailto:[^?\s]*(\?[^\s<>]*)?|https?://[^\s<>]+", address), address


def test_the_small_folder_is_as_it_was():
    """What these tests change is a copy."""
    assert "BEGIN" not in (SMALL / "activities/dorp/zingen.yml").read_text(encoding="utf-8")


def test_a_page_that_goes_while_it_is_looked_at_is_a_problem(tmp_path: Path):
    (problem,) = markdown._faulty(str(tmp_path / "weg.md"), Cache(), "")
    assert problem.code == "B017"


def test_a_name_is_found_wherever_the_whole_pattern_finds_one():
    """To look for names in every sentence with all of the pattern is slow, so a quick look goes first: it may miss nothing."""
    chance = random.Random(1)
    names = sorted(privacy.FIRST_NAMES)
    pieces = [
        "mevrouw",
        "Mevr.",
        "mw ",
        "Dhr.",
        "de heer ",
        "De heer",
        " van der ",
        " de ",
        "J.",
        "A. B.",
        "E.H.B.O.",
        "bel ",
    ]
    pieces += ["met ", "door ", "Docent: ", " ", "  ", ".", ",", "_", "2", "Jansen", "Été", "café"]
    found = 0
    for _ in range(20_000):
        text = "".join(chance.choice(chance.choice((names, pieces))) for _ in range(chance.randint(1, 6)))
        match = privacy.FOUND["een naam"].search(text)
        if match:
            found += 1
            assert ("een naam", match[0]) in list(privacy.personal("samenvatting", text)), text
    assert found > 500
