"""Links and print in Firefox, where Debian's ``firefox-esr`` is there; driven by Mozilla's own Marionette."""

import base64
import shutil
import socket
import warnings
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from tests.browser.test_offline import Host
from tests.paper import codes, said, words

with warnings.catch_warnings():
    warnings.simplefilter(
        "ignore"
    )  # it asks Python for what newer ones have no more; where they have not, it is left out
    pytest.importorskip("marionette_driver", exc_type=ImportError)
    from marionette_driver.by import By
    from marionette_driver.marionette import Marionette
    from marionette_driver.wait import Wait

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
pytestmark = [
    pytest.mark.skipif(not FIREFOX, reason="Firefox staat niet bij de pakketten van dit systeem"),
    pytest.mark.filterwarnings("ignore"),  # what the driver leaves open
]


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marionette]:
    # With a mouse, as on a desk; there is none on a machine without a screen.
    prefs = {"ui.prefersReducedMotion": 1, "ui.primaryPointerCapabilities": 6}
    with socket.socket() as probe:  # two of them may run beside each other
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # Never a device: the driver removes the file that it finds there before it writes its own.
    log = tmp_path_factory.mktemp("firefox") / "gecko.log"
    made = Marionette(bin=FIREFOX, port=port, headless=True, prefs=prefs, gecko_log=str(log))
    made.start_session()
    yield made
    made.quit()
    made.cleanup()
    assert log.is_file()
    assert not Path("/dev/null").is_file(), "the sink of the machine is a file now"


def until(firefox: Marionette, script: str) -> None:
    Wait(firefox, timeout=20).until(lambda _: firefox.execute_script(f"return {script}"))


def opened(firefox: Marionette, address: str) -> None:
    """Open a page from elsewhere: another fragment alone would load nothing."""
    firefox.navigate("about:blank")
    firefox.navigate(address)


def listed(firefox: Marionette) -> list[str]:
    until(firefox, "document.querySelector('[data-bladen][data-klaar]') !== null")
    rows = firefox.find_elements(By.CSS_SELECTOR, "[data-bladen] [data-item]")
    return [row.get_attribute("data-item") for row in rows]


@pytest.mark.parametrize(
    "link",
    [
        "lijst/#a=dorp/zingen,stad/wandelen,dorp/koffie",
        "lijst/%23a=dorp/zingen,stad/wandelen,dorp/koffie",
        "lijst/#a%3Ddorp%2Fzingen%2Cstad%2Fwandelen%2Cdorp%2Fkoffie",
        "lijst/#a=dorp/zingen.9q4,stad/wandelen.9q,dorp/koffie.9q4.",
    ],
)
def test_a_list_opens_however_its_link_was_changed(firefox: Marionette, small: str, link: str):
    opened(firefox, f"{small}{link}")
    assert listed(firefox) == ["dorp/zingen", "stad/wandelen", "dorp/koffie"]


@pytest.mark.parametrize("link", ["zoeken/#q=zingen", "zoeken/%23q=zingen", "zoeken/#q%3Dzingen"])
def test_a_search_opens_however_its_link_was_changed(firefox: Marionette, small: str, link: str):
    opened(firefox, f"{small}{link}")
    until(firefox, "document.querySelector('[data-klaar]') !== null")
    found = firefox.find_elements(By.CSS_SELECTOR, "[data-uitslagen] .card__title, .finder__list .card__title")
    assert "Samen zingen in het dorpskoor" in [one.text for one in found if one.is_displayed()]


def test_the_list_is_picked_kept_and_printed(firefox: Marionette, small: str, tmp_path: Path):
    opened(firefox, f"{small}lijst/#a=dorp/zingen,stad/wandelen")
    assert len(listed(firefox)) == 2
    until(firefox, "document.querySelectorAll('[data-bladen] .code').length >= 2")
    pages, text, read = printed(firefox, tmp_path)
    assert pages <= 2
    assert "Samen zingen in het dorpskoor" in text
    assert "Testwijzer" in text
    assert any("dorp/zingen" in one for one in read)


@pytest.mark.parametrize(
    ("address", "most"),
    [("dorp/zingen/", 2), ("dorp/kunst-en-cultuur/", 2), ("verwijzers/", 4), ("welzijn-op-recept/flyer/", 2)],
)
def test_a_page_prints_without_an_empty_last_sheet(
    firefox: Marionette, small: str, tmp_path: Path, address: str, most: int
):
    opened(firefox, f"{small}{address}")
    pages, _, _ = printed(firefox, tmp_path)
    assert pages <= most


def printed(firefox: Marionette, folder: Path) -> tuple[int, str, list[str]]:
    """Print a page to A4 and return how many sheets it takes, their text, and what the codes on them say."""
    paper = {"page": {"width": 21, "height": 29.7}, "shrinkToFit": True}
    path = folder / "firefox.pdf"
    path.write_bytes(base64.b64decode(firefox._send_message("WebDriver:Print", paper, key="value")))
    with pikepdf.open(path) as pdf:
        amount = len(pdf.pages)
    by_sheet = [sum(word[0] == number for word in words(path)) for number in range(amount)]
    assert min(by_sheet) > 15, by_sheet
    return amount, said(path), codes(path, folder)


def test_a_municipality_opens_without_a_connection(firefox: Marionette, small_root: Path):
    host = Host()
    site = host.on(small_root)
    try:
        firefox.navigate(f"{site}dorp/")
        kept = "const [done] = arguments; caches.keys().then(names => done(names.some(name => name.endsWith(' dorp'))))"
        Wait(firefox, timeout=20).until(lambda _: firefox.execute_async_script(kept))
        Wait(firefox, timeout=20).until(
            lambda _: firefox.execute_async_script(
                f"const [done] = arguments; caches.match('{site}lijst/').then(page => done(page !== undefined))"
            )
        )
    finally:
        host.off()
    firefox.navigate(f"{site}dorp/")
    assert "U bent niet verbonden. Dit is van" in firefox.find_element(By.CSS_SELECTOR, "main").text
