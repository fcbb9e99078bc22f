"""Paper, and the site that follows what its author changes."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support import PROJECT, copy_small


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize(
    ("address", "most"),
    [("meppel/mannenkoor/", 1), ("meppel/natuur-en-genieten/", 2), ("natuur-en-genieten/", 4), ("over/", 1)],
)
def test_a_page_prints_on_few_sheets(browser: Browser, real: str, address: str, most: int):
    page = browser.new_page()
    page.goto(real + address)
    assert pages_of(page.pdf(prefer_css_page_size=True)) <= most
    page.close()


# A number that the end of a line cuts in two: digits that begin as a number of a telephone does, and are too few to be one.
CUT = re.compile(r"(?:\+31|(?<![\d.,])(?<!14 )0\d{1,3})(?:[ -]\d{2,4}){0,2}[ -]?$", re.MULTILINE)


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("", 2),
        ("meppel/", 7),
        ("meppel/eten-en-ontmoeten/", 2),
        ("meppel/agenda/", 4),
        ("meppel/deze-week/", 2),
        ("verwijzers/", 4),  # nine questions, each with its answers
        ("welzijn-op-recept/", 2),
        ("welzijn-op-recept/flyer/", 2),
        ("praktijken/", 2),
        ("privacy/", 2),
    ],
)
def test_no_sheet_is_left_nearly_empty_and_no_number_is_cut(
    browser: Browser, real: str, tmp_path: Path, address: str, most: int
):
    page = browser.new_page()
    page.goto(real + address)
    (tmp_path / "blad.pdf").write_bytes(page.pdf(prefer_css_page_size=True, format="A4"))
    page.close()
    words = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "blad.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    sheets = words.split("\f")[:-1]
    assert len(sheets) <= most
    assert min(len(sheet.split()) for sheet in sheets) >= 30
    cut = [found for found in CUT.findall(words) if sum(sign.isdigit() for sign in found) < 9]
    assert cut == []


def test_paper_has_no_furniture_and_says_where_it_comes_from(browser: Browser, real: str):
    page = browser.new_page()
    page.goto(real + "meppel/mannenkoor/")
    page.emulate_media(media="print")
    for selector in (".site-header", ".crumbs", ".site-footer nav", ".button[data-print]", ".skip"):
        assert not page.locator(selector).first.is_visible(), selector
    assert page.get_by_text("https://activiteitenwijzer.example/meppel/mannenkoor/").is_visible()
    assert page.get_by_text("Elke donderdag vanaf 19.30").first.is_visible()
    page.close()


def test_the_print_button_needs_a_script_and_stays_hidden_without(browser: Browser, real: str):
    page = browser.new_page()
    page.goto(real + "meppel/mannenkoor/")
    expect(page.get_by_role("button", name="Print deze pagina")).to_be_visible()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(real + "meppel/eetcafe-de-boerhoorn/")
    expect(page.get_by_role("button", name="Print deze pagina")).to_be_hidden()
    page.close()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_serve_shows_a_change_by_itself_without_a_new_run_of_mkdocs(browser: Browser, tmp_path: Path):
    content = copy_small(tmp_path / "content")
    port = free_port()
    # A stand-in for MkDocs' command that notes each time it is started.
    wrapper = tmp_path / "bin"
    wrapper.mkdir()
    log = tmp_path / "mkdocs.log"
    (wrapper / "sitecustomize.py").write_text(
        f"import sys\nif 'mkdocs' in sys.orig_argv:\n    open({str(log)!r}, 'a').write('gestart\\n')\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "generator", "serve", "--port", str(port), "--content", "content", "--out", "site"]
    environment = {**os.environ, "PYTHONPATH": f"{wrapper}:{PROJECT}"}
    running = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        for line in running.stdout:
            if "De site staat op" in line:
                break
        assert log.read_text(encoding="utf-8").count("gestart") == 1
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/dorp/zingen/")
        file = content / "activities/dorp/zingen.yml"
        file.write_text(file.read_text(encoding="utf-8").replace("dorpskoor", "nieuwe koor"), encoding="utf-8")
        expect(page.get_by_role("heading", level=1)).to_have_text("Samen zingen in het nieuwe koor", timeout=60_000)
        # A mistake is said, and the site stays.
        file.write_text(
            file.read_text(encoding="utf-8").replace("organisatie: koor", "organisatie: kor"), encoding="utf-8"
        )
        for line in running.stdout:
            if "A011" in line:
                break
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_have_text("Samen zingen in het nieuwe koor")
        assert log.read_text(encoding="utf-8").count("gestart") == 1
        page.close()
    finally:
        running.terminate()
        running.wait(10)
        running.stdout.close()
