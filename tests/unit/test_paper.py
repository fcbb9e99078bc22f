"""What a practice prints: readable for everybody, right to the millimetre, and the same every time."""

import itertools
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from html import escape
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageOps, ImageStat

from generator.give import pdf as export
from generator.give.qr import qr_png, qr_svg
from generator.judge.rules.paper import LONGEST_COACH, LONGEST_NAME
from generator.model.schema import Referral, Verwijzen
from generator.model.schema.base import TALEN
from generator.show import render
from generator.show.looks import motif
from generator.show.looks.assets import paper_style
from generator.views.referral.coach import Coach
from generator.views.referral.examples import NOTHING, theme_lines
from generator.views.referral.handout import answers, general_handout, practice_handout
from generator.work.cache import Cache
from generator.write.build import Builder, Options, Report, cache_of
from generator.write.sheets import OF_COACH, OF_PRACTICE, Printer
from tests.paper import annotations, codes, said, structure, words
from tests.support import PROJECT, TODAY, build, copy_small, loaded

pytestmark = pytest.mark.slow

HOST = "https://activiteitenwijzer.example/"
PAGES = {
    "flyer": {2},
    "poster": {1},
    "poster-a3": {1},
    "kaartjes": {2},
    "deze-week": {1, 2},
    "startbijeenkomst": {1},
    "jaarevaluatie": {1},
}
OF_A_PRACTICE = ("flyer", "jaarevaluatie", "kaartjes", "poster", "poster-a3", "startbijeenkomst")
A4, A3 = (595.28, 841.89), (841.89, 1190.55)
PRACTICE = "praktijken/meppel/huisartsenpraktijk-oosterboer/"


@pytest.fixture(scope="module")
def style() -> str:
    return paper_style(PROJECT / "site_overrides/assets", Cache())


def every_sheet(site: Path) -> list[Path]:
    return [path for path in sorted(site.rglob("*.pdf")) if language(site, path) == "nl"]


def abroad(site: Path) -> list[Path]:
    return [path for path in sorted(site.rglob("*.pdf")) if language(site, path) != "nl"]


def language(site: Path, path: Path) -> str:
    first = path.relative_to(site).parts[0]
    return first if first in TALEN else "nl"


OF_A_COACH = (*OF_PRACTICE, *OF_COACH)  # the sheets of a practice of which somebody knows the coach


def sheets(site: Path) -> list[Path]:
    """The sheets of practices, and those for everybody."""
    return [path for path in every_sheet(site) if path.stem in OF_A_PRACTICE]


def test_every_practice_has_its_sheets_and_so_has_everybody(sample_site: Path):
    found = [path.relative_to(sample_site).as_posix() for path in sheets(sample_site)]
    practices = [path.parent for path in sample_site.glob("praktijken/*/*/index.html")]
    assert len(practices) == 4
    folders = [*(path.relative_to(sample_site).as_posix() for path in practices), "welzijn-op-recept"]
    assert found == sorted(f"{folder}/{name}.pdf" for folder in folders for name in OF_A_PRACTICE)


def test_a_municipality_with_dates_this_week_has_a_sheet_of_it(sample_site: Path):
    found = {path.parent.parent.name for path in every_sheet(sample_site) if path.stem == "deze-week"}
    assert found == {"kerkrade", "sittard-geleen"}
    for path in sample_site.glob("*/deze-week/index.html"):
        assert ("deze-week.pdf" in path.read_text(encoding="utf-8")) == (path.parent.parent.name in found), path


def test_each_sheet_has_its_pages_of_its_size(sample_site: Path):
    for path in (*every_sheet(sample_site), *abroad(sample_site)):
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) in PAGES[path.stem], path
            for page in pdf.pages:
                size = tuple(float(number) for number in page.MediaBox[2:])
                wanted = {"flyer": A4[::-1], "poster-a3": A3}.get(path.stem, A4)
                assert size == pytest.approx(wanted, abs=0.5), path


def test_each_sheet_is_pdf_ua(sample_site: Path):
    """What can be checked of ISO 14289-1 without a person: identification, language, title, tags, fonts."""
    assert len(abroad(sample_site)) == len(TALEN)
    for path in (*every_sheet(sample_site), *abroad(sample_site)):
        with pikepdf.open(path) as pdf:
            assert str(pdf.Root.Lang) == language(sample_site, path)
            assert pdf.Root.MarkInfo.Marked
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            with pdf.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1"
                named = metadata["dc:title"]
                dutch = "Deze week te doen in" if path.stem == "deze-week" else "Welzijn op Recept"
                assert named if path in abroad(sample_site) else dutch in named
            for page in pdf.pages:
                assert page.Tabs == "/S"
                for font in page.Resources.Font.values():
                    below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
                    assert "/FontFile2" in below.FontDescriptor or "/FontFile3" in below.FontDescriptor
                    assert "/ToUnicode" in font


def test_headings_figures_lists_and_tables_are_tagged(sample_site: Path):
    for path in sheets(sample_site):
        with pikepdf.open(path) as pdf:
            tags = structure(pdf)
            levels = [int(tag.kind[1]) for tag in tags.all(*(f"H{level}" for level in range(1, 7)))]
            assert levels[0] == 1
            assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), path
            figures = tags.all("Figure")
            assert figures
            assert all(tag.alt.startswith("QR-code. Opent ") for tag in figures)
            lists = sorted(len(one.kids) for one in tags.all("L"))
            if path.stem == "startbijeenkomst":
                assert len(lists) == 1  # as long as what this practice still has to agree
            else:
                known = {"flyer": [5, 7], "kaartjes": [5] * 8, "jaarevaluatie": [5]}
                assert lists == known.get(path.stem, []), path
            assert all(kid.kind == "LI" for one in tags.all("L") for kid in one.kids)


def test_every_link_is_a_tag_with_a_text_and_leads_to_a_page_of_the_site(sample_site: Path):
    for path in sheets(sample_site):
        if path.stem.startswith("poster"):
            continue  # nothing to read but the code
        with pikepdf.open(path) as pdf:
            links = annotations(pdf)
            assert links
            assert len(structure(pdf).all("Link")) == len(links)
            for link in links:
                address = str(link.A.URI)
                assert link.Contents
                assert link.F == 4  # also there on paper
                assert address.startswith(HOST)
                assert (sample_site / address.removeprefix(HOST) / "index.html").is_file(), address


def test_the_back_is_read_after_the_inside(sample_site: Path):
    """On the sheet the back lies beside the cover; who listens hears it last."""
    with pikepdf.open(sample_site / PRACTICE / "flyer.pdf") as pdf:
        sections = structure(pdf).all("Sect")
        pages = [pdf.pages.index(pikepdf.Page(tag.raw.Pg)) for tag in sections]
    assert pages == [0, 1, 1, 0]


def test_a_flyer_names_its_practice_and_its_coach_or_the_own_gp(sample_site: Path, tmp_path: Path):
    text = said(sample_site / PRACTICE / "flyer.pdf")
    assert "Vraag uw huisarts bij Huisartsenpraktijk Oosterboer." in text
    assert "VIP Live" not in text
    assert text.count("Nog navragen:") == 1
    site = build(copy_small(tmp_path / "content"), tmp_path, site_url=HOST)
    for name in ("flyer", "kaartjes"):
        assert "0522 254 322" in said(site / f"praktijken/dorp/huisarts-oost/{name}.pdf"), name
    flyer = said(site / "praktijken/dorp/huisarts-oost/flyer.pdf")
    assert "In de praktijk op dinsdag" in flyer
    assert "Hoe snel de welzijnscoach belt: een week." in flyer
    assert flyer.count("of dit nog klopt") == 1


@pytest.mark.parametrize(("name", "number"), [("flyer", 1), ("poster", 1), ("poster-a3", 1), ("kaartjes", 8)])
def test_the_codes_on_paper_open_the_page_of_the_practice(sample_site: Path, tmp_path: Path, name: str, number: int):
    assert codes(sample_site / PRACTICE / f"{name}.pdf", tmp_path) == [HOST + PRACTICE] * number


def test_the_loose_codes_open_the_page_too(sample_site: Path, tmp_path: Path):
    import resvg_py

    assert codes(sample_site / PRACTICE / "qr.png", tmp_path) == [HOST + PRACTICE]
    drawn = tmp_path / "svg.png"
    svg = (sample_site / PRACTICE / "qr.svg").read_text(encoding="utf-8")
    drawn.write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=400, height=400)))
    assert codes(drawn, tmp_path) == [HOST + PRACTICE]


def test_a_code_has_its_white_border_and_its_correction():
    import segno

    wanted = segno.make_qr(HOST + PRACTICE, error="m", boost_error=False)
    size = int(re.search(rb'viewBox="0 0 (\d+) ', qr_svg(HOST + PRACTICE))[1])
    assert size == wanted.symbol_size(border=4)[0]
    assert qr_png(HOST).startswith(b"\x89PNG")


def test_without_an_address_there_is_no_code_and_no_link(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    settings = content / "site.yml"
    settings.write_text(re.sub("adres: .*", "adres: onbekend", settings.read_text(encoding="utf-8")), encoding="utf-8")
    site = build(content, tmp_path)
    assert not list(site.rglob("qr.*"))
    assert len(sheets(site)) == 2 * len(OF_PRACTICE)
    for path in sheets(site):
        with pikepdf.open(path) as pdf:
            assert annotations(pdf) == []
            assert structure(pdf).all("Figure") == []
    html = (site / "praktijken/dorp/huisarts-oost/index.html").read_text(encoding="utf-8")
    assert "adres van deze site" not in html  # that is for check to say


NAME = "Gezondheidscentrum en Huisartsenpraktijk aan de Vledderveenseweg bij het Wandelbos te Kolderveen en Omstreken Noordzijde"


def longest():
    """Return a handout in which everything is as long as the models allow."""
    block = {
        "kop": "Wat doet de welzijnscoach in uw eigen buurt en wijk",
        "tekst": ("De coach luistert en zoekt met u. " * 9)[:220].strip(),
    }
    block["kop"] = block["kop"][:50].strip()
    step = {
        "kort": "Praten met de huisarts",
        "tekst": ("U praat samen over wat u wilt en waar dat kan. " * 3)[:110].strip(),
        "pictogram": "walk",
    }
    words = Referral.model_validate(
        {
            "titel": "Welzijn op Recept in uw eigen dorp of stad, en nu"[:50].strip(),
            "samenvatting": "Een recept voor een activiteit, en dus geen pil nu"[:50].strip(),
            "inleiding": ("Soms zit het tegen en dan helpt een activiteit. " * 7)[:300].strip(),
            "verloop": block["kop"],
            "stappen": (step,) * 7,
            **dict.fromkeys(("herkennen", "wat", "coach", "kosten", "vrijwillig", "weten", "beginnen"), block),
        }
    )
    catalogue = loaded()
    fact = ("De welzijnscoach belt u binnen een week nadat de huisarts u heeft verwezen. " * 2)[:120].strip()
    facts = Verwijzen(belt_binnen=fact, gesprekken=fact, kosten_coach=fact, bewaart=fact)
    plain = practice_handout(catalogue, catalogue.practices["dorp/huisarts-oost"], TODAY, HOST)
    return replace(
        plain,
        words=words,
        answers=answers(facts),
        themes=tuple(
            replace(
                one,
                examples=("iets nieuws leren, iets maken met anderen in de buurt, " * 3)[:110].strip(),
                theme=replace(one.theme, name=("Ontdekken en ondernemen, samen leren en dan doen " * 3)[:60].strip()),
            )
            for one in plain.themes
        ),
        sender=f"{NAME} en Welzijn en Samenleven in de Gemeenten",
        practice=NAME,
        coach=Coach(NAME, "0522 254 322 toestel 12345", "tel:1", "x" * 60 + "@w.example", (), False),
        days="maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag en zondag",
        address=f"{HOST}praktijken/{'gemeente-' * 4}/{'gezondheidscentrum-' * 4}oost/",
        activities=f"{HOST}{'gemeente-' * 4}/",
    )


@pytest.mark.parametrize(("file", "template", "sheet"), OF_A_COACH, ids=[row[1] for row in OF_A_COACH])
def test_the_longest_names_fit(style: str, tmp_path: Path, file: str, template: str, sheet: export.Sheet):
    """Everything that may be written is there, inside the paper, and nothing runs over the fold."""
    it = longest()
    path = tmp_path / file
    path.write_bytes(export.pdf(render.sheet(template, it), style, sheet).content)
    found = words(path)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == sheet.pages
        width, height = (float(number) for number in pdf.pages[0].MediaBox[2:])
    for _, left, top, right, bottom, word in found:
        assert 10 < left < right < width - 10, word
        assert 10 < top < bottom < height - 10, word
        if template == "flyer":
            assert right < width / 2 - 10 or left > width / 2 + 10, word
    printed = "".join(word[-1] for word in found)
    steps = [it.words.stappen[0].kort] if template == "flyer" else []
    phone = [] if template.startswith("poster") else [it.coach.phone]
    title = "Dit is onze welzijnscoach" if template == "coach_cards" else it.words.titel
    for wanted in (NAME, title, *phone, *steps):
        assert escape(wanted.replace(" ", "")) in printed
    assert codes(path, tmp_path) == [it.address] * (8 if template in ("cards", "coach_cards") else 1)


@pytest.mark.parametrize(("file", "template", "sheet"), OF_PRACTICE, ids=[row[1] for row in OF_PRACTICE])
def test_what_does_not_fit_is_said_in_dutch(style: str, file: str, template: str, sheet: export.Sheet):
    it = replace(longest(), practice="Praktijk " * 300, coach=None)
    with pytest.raises(export.PaperError, match=r"te lang voor het papier\. Maak"):
        export.pdf(render.sheet(template, it), style, sheet)


def test_what_check_lets_pass_fits_however_wide_its_letters(style: str):
    """At the limits of A134, with every letter a W and no space to break at."""
    it = longest()
    coach = replace(it.coach, name="W" * LONGEST_COACH, phone="0522 254 322", email="w" * 110 + "@w.example")
    wide = replace(it, practice="W" * LONGEST_NAME, coach=coach)
    for _file, template, sheet in OF_A_COACH:
        assert export.pdf(render.sheet(template, wide), style, sheet).content


@pytest.mark.parametrize("name", ["Praktijk De Linde 🏥", "แพทย์ทั่วไป", "عيادة الطبيب", "Лікар загальної", "Şifa Ağrı"])
def test_a_name_in_other_letters_is_printed_and_pictograms_are_left_out(tmp_path: Path, name: str):
    content = copy_small(tmp_path / "content")
    practice = content / "practices/dorp/huisarts-oost.yml"
    practice.write_text(practice.read_text(encoding="utf-8").replace("Huisartsen Oost", name), encoding="utf-8")
    printer = printed(content)
    made = {page.path: page.make() for page in printer[1]}
    assert printer[0].notes == []
    assert len(made) == len(OF_A_COACH)
    (tmp_path / "kaart.pdf").write_bytes(made["praktijken/dorp/huisarts-oost/kaartjes.pdf"])
    text = said(tmp_path / "kaart.pdf")
    assert "\ufffd" not in text
    assert not [char for char in name if char.isalpha() and char not in unicodedata.normalize("NFC", text)]
    assert "🏥" not in text


def printed(content: Path):
    """Return a printer that has looked at the sheets of the practice, and their pages."""
    printer = Printer(paper_style(PROJECT / "site_overrides/assets", Cache()), "")
    catalogue = loaded(content)
    folder = "praktijken/dorp/huisarts-oost/"
    it = practice_handout(catalogue, catalogue.practices["dorp/huisarts-oost"], TODAY, "")
    printer.prepare({folder: it})
    return printer, list(printer.pages(folder, it))


def test_one_sheet_that_cannot_be_made_is_left_out_and_says_so(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    practice = content / "practices/dorp/huisarts-oost.yml"
    text = practice.read_text(encoding="utf-8")
    practice.write_text(text.replace("Huisartsen Oost", "Praktijk Հայ"), encoding="utf-8")
    site, report = reported(content, tmp_path)
    assert [note.partition(":")[0] for note in report.notes] == [
        f"praktijken/dorp/huisarts-oost/{name} is niet gemaakt" for name, _, _ in OF_A_COACH
    ]
    assert all("de letter " in note and "U+0540" in note for note in report.notes)
    assert [problem.code for problem in report.problems if "Հ" in problem.message] == ["A134"]
    assert [path.parent.name for path in sheets(site)] == ["welzijn-op-recept"] * len(OF_PRACTICE)
    assert ".pdf" not in (site / "praktijken/dorp/huisarts-oost/index.html").read_text(encoding="utf-8")
    assert 'href="../welzijn-op-recept/flyer.pdf"' in (site / "praktijken/dorp/index.html").read_text(
        encoding="utf-8"
    ).replace("../../", "../")
    _again, second = reported(content, tmp_path)
    assert second.notes == report.notes
    assert second.written.made == 0
    strict, third = reported(content, tmp_path / "streng", strict=True)
    assert third.written is None
    assert not strict.exists()


def reported(content: Path, folder: Path, *, strict: bool = False):
    """Build with what earlier builds learned, and return the site and the report."""
    out = folder / "site"
    options = Options(content, out, TODAY, HOST)
    builder = Builder(cache_of(out))
    if strict:  # the small folder has warnings of its own
        builder.check = lambda *_more: (loaded(content), Report())  # type: ignore[method-assign]
    return out, builder.build(replace(options, strict=strict))


WITHOUT_SUBSET = """
import sys
import cffi
real = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if name and "harfbuzz-subset" in name:
        raise OSError(f"cannot load library {name}")
    return real(self, name, flags)
cffi.FFI.dlopen = dlopen
from generator.cli.verbs import main
sys.exit(main(sys.argv[1:]))
"""


def test_without_harfbuzz_subset_all_is_made_and_one_line_says_so(tmp_path: Path):
    """Any warning of WeasyPrint once meant no site at all; a machine that has Pango and not this library gave one."""
    copy_small(tmp_path / "content")
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_SUBSET, "build", "--site-url", "https://w.example/"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("Let op: HarfBuzz-Subset ontbreekt")
    assert line.endswith("Installeer libharfbuzz-subset0.")
    assert len(sheets(tmp_path / "site")) == 2 * len(OF_PRACTICE)


def test_without_pictures_the_site_is_built_and_one_line_says_so(tmp_path: Path):
    broken = tmp_path / "zonder"
    broken.mkdir()
    (broken / "resvg_py.py").write_text('raise ImportError("no such part")\n', encoding="utf-8")
    copy_small(tmp_path / "content")
    environment = {**os.environ, "PYTHONPATH": f"{broken}:{PROJECT}"}
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--site-url", "https://w.example/"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("Let op: De plaatjes voor delen zijn niet gemaakt")
    html = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "og:image" not in html
    assert "apple-touch-icon" not in html


def test_this_machine_prints_without_remarks(style: str):
    """What the tests run on has all that paper needs; elsewhere a part may be missing."""
    assert export.press(style) == export.Press()
    assert "=-" not in export.system() or sys.platform != "linux"


def test_what_weasyprint_remarks_is_a_remark_and_no_stop(style: str):
    html = '<!doctype html><html lang="nl"><head><title>x</title></head><body><img src="data:image/png;base64,AA"></body></html>'
    made = export.pdf(html, style, export.POSTER)
    assert made.content.startswith(b"%PDF")
    assert made.remarks


def test_nothing_is_fetched_for_paper(style: str):
    html = '<!doctype html><html lang="nl"><head><title>x</title></head><body><img alt="x" src="http://127.0.0.1:9/x.png"></body></html>'
    assert any("127.0.0.1" in line for line in export.pdf(html, style, export.POSTER).remarks)


def test_the_sheets_themselves_give_no_cause_for_remarks(style: str):
    catalogue = loaded()
    own = practice_handout(catalogue, catalogue.practices["dorp/huisarts-oost"], TODAY, HOST)
    for it in (own, general_handout(catalogue, TODAY, HOST), longest()):
        for _file, template, sheet in OF_PRACTICE:
            assert export.pdf(render.sheet(template, it), style, sheet).remarks == ()


def test_themes_keep_apart_without_colour():
    """Grey as a printer makes it (ITU-R BT.601): each theme at least 12 % from the next, and its drawing stays to be seen."""

    def grey(colour: str) -> float:
        return sum(weight * int(colour[at : at + 2], 16) / 255 for weight, at in ((0.299, 1), (0.587, 3), (0.114, 5)))

    greys = sorted(grey(fill) for fill, _ in motif.PAPER.values())
    assert min(after - before for before, after in itertools.pairwise(greys)) >= 0.12
    for fill, drawn in motif.PAPER.values():
        light, dark = sorted((contrast_part(fill), contrast_part(drawn)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3, fill
    style = (PROJECT / "site_overrides/assets/flyer.css").read_text(encoding="utf-8")
    tones = dict(re.findall(r"\.tone-(\w+) \{ background: (#\w+);", style))
    assert tones == {name: fill for name, (fill, _) in motif.PAPER.items()}


def contrast_part(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG has it."""
    colour = colour if len(colour) == 7 else "#" + "".join(sign * 2 for sign in colour[1:])
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def drawn(path: Path, folder: Path, dpi: int = 60) -> list[Image.Image]:
    """Return the sides of a document as pictures in grey."""
    subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", str(path), str(folder / path.stem)], check=True)
    return [Image.open(one).convert("L") for one in sorted(folder.glob(f"{path.stem}-*.pgm"))]


def test_panels_are_full_and_nothing_runs_over(sample_site: Path, tmp_path: Path):
    """Of a panel's height at least 70 % has something on it, from near the top to near the foot; and an office printer can print it all."""
    for path in sheets(sample_site):
        if path.stem != "flyer":
            continue
        for side in drawn(path, tmp_path):
            middle = side.width // 2
            for left, right in ((0, middle), (middle, side.width)):
                panel = side.crop((left, 0, right, side.height))
                step = side.height / 42  # 5 mm
                bands = [
                    panel.crop((0, round(at * step), panel.width, round((at + 1) * step))).getextrema()[0] < 250
                    for at in range(42)
                ]
                assert sum(bands) / len(bands) >= 0.7, (path, left, bands)
                assert bands.index(True) <= 3
                assert 38 <= len(bands) - bands[::-1].index(True) <= 41
        for made in tmp_path.glob("*.pgm"):
            made.unlink()


def test_paper_needs_little_ink_and_leaves_a_margin(sample_site: Path, tmp_path: Path):
    for number, path in enumerate(every_sheet(sample_site)):
        folder = tmp_path / str(number)
        folder.mkdir()
        for side in drawn(path, folder):
            ink = 1 - ImageStat.Stat(side).mean[0] / 255
            assert ink < 0.25, (path, ink)
            left, top, right, bottom = ImageOps.invert(side).getbbox() or (0, 0, 0, 0)
            least = 5 / 25.4 * 60  # 5 mm, which no office printer leaves empty by itself
            assert min(left, top, side.width - right, side.height - bottom) >= least, path


def sizes(path: Path) -> set[float]:
    """Return the sizes of the letters in a document, in points."""
    done = subprocess.run(
        ["pdftohtml", "-xml", "-stdout", "-zoom", "1", str(path)], capture_output=True, text=True, check=True
    )
    return {float(size) for size in re.findall(r'<fontspec id="\d+" size="(\d+)"', done.stdout)}


def test_no_letter_is_smaller_than_twelve_points_and_titles_are_large(sample_site: Path):
    for path in (*every_sheet(sample_site), *abroad(sample_site)):
        found = sizes(path)
        assert min(found) >= 12, (path, found)
        assert max(found) >= {"flyer": 34, "poster": 90, "poster-a3": 127, "kaartjes": 19}.get(path.stem, 12), path


def test_codes_are_large_enough_to_scan(sample_site: Path, tmp_path: Path):
    """In millimetres, with the white that belongs to a code: 30 on a flyer, 60 on a poster."""
    dpi = 100
    for name, least in (("flyer", 30), ("poster", 60), ("poster-a3", 84)):
        path = sample_site / PRACTICE / f"{name}.pdf"
        subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(path), str(tmp_path / name)], check=True)
        # Only a code is quite black; letters are of dark ink.
        boxes = [
            Image.open(side).convert("L").point(lambda value: 255 if value < 10 else 0).getbbox()
            for side in sorted(tmp_path.glob(f"{name}-*.png"))
        ]
        (box,) = filter(None, boxes)
        modules = int(re.search(rb'viewBox="0 0 (\d+) ', qr_svg(HOST + PRACTICE))[1])
        assert (box[2] - box[0]) / dpi * 25.4 * modules / (modules - 8) >= least, name


def test_the_flyer_says_what_must_never_be_missing(sample_site: Path):
    for path in sheets(sample_site):
        if path.stem != "flyer":
            continue
        text = said(path)
        for words_ in (
            "Blijf uw medicijnen nemen",
            "Bel 112",
            "huisartsenpost",
            "Bel 113",
            "Vragen?",
            "Gemaakt in november 2026",
        ):
            assert words_ in text, (path, words_)
    text = said(sample_site / PRACTICE / "flyer.pdf")
    assert "Wat kunt u doen in Meppel?" in text
    assert (
        "Bel de welzijnscoach van Welzijn MensenWerk: 085 273 14 44. Wij weten niet zeker of dit nummer klopt." in text
    )
    assert "Vragen? Vraag uw huisarts." in said(sample_site / "welzijn-op-recept/flyer.pdf")


def test_examples_come_from_the_list_of_the_municipality_itself():
    catalogue = loaded()
    for place in catalogue.municipalities:
        for line in theme_lines(catalogue, place, TODAY):
            own = {
                catalogue.kind_of[kind].naam.lower()
                for entry in catalogue.by_municipality.get(place, ())
                if line.theme.id in entry.model.domeinen
                for kind in entry.model.soorten
            }
            named = line.examples.lower().split(", ")
            assert line.examples == NOTHING or set(named) <= own, (place, line)
            assert len(named) <= 3
    assert {line.examples for line in theme_lines(catalogue, "leeg", TODAY)} == {NOTHING}
    assert {line.examples for line in theme_lines(catalogue, "dorp", TODAY)} != {NOTHING}


def test_a_text_that_is_too_long_is_shortened_and_letters_stay_as_large(style: str, tmp_path: Path):
    path = tmp_path / "flyer.pdf"
    path.write_bytes(export.pdf(render.sheet("flyer", longest()), style, export.FLYER).content)
    assert min(sizes(path)) >= 12


SAME = """
import hashlib
from generator.show.looks import motif
from generator.show.looks.assets import paper_style
from generator.work.cache import Cache
from generator.write.sheets import Printer
from generator.views.referral.examples import NOTHING, theme_lines
from generator.views.referral.handout import practice_handout
from tests.support import PROJECT, TODAY, loaded
catalogue = loaded()
it = practice_handout(catalogue, catalogue.practices["dorp/huisarts-oost"], TODAY, "https://w.example/pad/")
printer = Printer(paper_style(PROJECT / "site_overrides/assets", Cache()), "")
for page in printer.pages("", it): print(page.path, page.key, hashlib.sha256(page.make()).hexdigest())
"""


def test_sheets_are_the_same_bytes_in_another_process_clock_and_language():
    told = []
    for more in (
        {"TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"TZ": "America/Lima", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"},
    ):
        environment = {**os.environ, **more, "PYTHONPATH": str(PROJECT)}
        done = subprocess.run([sys.executable, "-c", SAME], env=environment, capture_output=True, text=True, check=True)
        told.append(done.stdout)
    assert told[0] == told[1]
    assert told[0].count(".pdf") == len(OF_A_COACH)


def test_without_pango_one_line_says_so_and_the_rest_is_built(tmp_path: Path):
    """The way that WeasyPrint fails on a machine without Pango: an OSError when it is imported."""
    broken = tmp_path / "zonder"
    broken.mkdir()
    (broken / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")\n", encoding="utf-8")
    copy_small(tmp_path / "content")
    environment = {**os.environ, "PYTHONPATH": f"{broken}:{PROJECT}"}
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--site-url", "https://w.example/"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith(
        "Let op: Pango ontbreekt: flyers, posters en kaartjes zijn niet als PDF gemaakt. Installeer libpango"
    )
    site = tmp_path / "site"
    assert every_sheet(site) == []
    assert (site / "praktijken/dorp/huisarts-oost/qr.svg").is_file()
    html = (site / "praktijken/dorp/huisarts-oost/index.html").read_text(encoding="utf-8")
    assert ".pdf" not in html
    assert 'href="../../../welzijn-op-recept/flyer/"' in html
    assert "Print de flyer" in (site / "welzijn-op-recept/flyer/index.html").read_text(encoding="utf-8")


def test_a_sheet_is_made_again_only_when_it_changes(tmp_path: Path):
    from datetime import timedelta

    content, cache = copy_small(tmp_path / "content"), Cache()
    site = build(content, tmp_path, cache=cache)
    before = {path: path.stat().st_mtime_ns for path in sheets(site)}
    build(content, tmp_path, today=TODAY + timedelta(days=1), cache=cache)
    assert {path: path.stat().st_mtime_ns for path in sheets(site)} == before
    practice = content / "practices/dorp/huisarts-oost.yml"
    practice.write_text(practice.read_text(encoding="utf-8").replace("dinsdag", "vrijdag"), encoding="utf-8")
    build(content, tmp_path, cache=cache)
    changed = {path.relative_to(site).as_posix() for path in sheets(site) if path.stat().st_mtime_ns != before[path]}
    assert changed == {"praktijken/dorp/huisarts-oost/flyer.pdf"}  # on the other sheets no day is told


def test_the_general_sheets_name_no_practice():
    it = general_handout(loaded(), TODAY, HOST)
    assert (it.practice, it.coach) == ("", None)
    assert it.address == f"{HOST}welzijn-op-recept/"


@pytest.mark.parametrize("code", TALEN)
def test_a_flyer_in_another_language_says_the_same_and_nothing_in_dutch_but_names(
    sample_site: Path, tmp_path: Path, code: str
):
    path = sample_site / code / "welzijn-op-recept/flyer.pdf"
    assert codes(path, tmp_path) == [f"{HOST}{code}/welzijn-op-recept/"]
    with pikepdf.open(path) as pdf:
        tags = structure(pdf)
        assert [len(one.kids) for one in tags.all("L")] in ([7, 5], [5, 7])
        assert next(int(tag.kind[1]) for tag in tags.all("H1", "H2")) == 1
        (link,) = annotations(pdf)
        assert str(link.A.URI) == f"{HOST}{code}/"
        spoken = {str(tag.raw.Lang) for tag in tags.all("Span", "Strong", "P") if "/Lang" in tag.raw}
    assert spoken <= {"nl"}
    text = said(path)
    for number in ("112", "113"):
        assert number in text
    assert "Welzijn op Recept" in text  # what to ask for at the counter
    for dutch in ("welzijnscoach", "huisarts", "Gemaakt", "Vraag uw"):
        assert dutch not in text


def test_an_arabic_flyer_folds_the_other_way(sample_site: Path):
    """Who reads from right to left opens it on the other side: the cover is the left half."""
    right_to_left = words(sample_site / "ar/welzijn-op-recept/flyer.pdf")
    left_to_right = words(sample_site / "en/welzijn-op-recept/flyer.pdf")
    (cover,) = {word[1] < 420 for word in right_to_left if word[0] == 0 and word[-1] == "Recept"} or {None}
    (other,) = {word[1] < 420 for word in left_to_right if word[0] == 0 and word[-1] == "Recept"} or {None}
    assert cover is True
    assert other is False
