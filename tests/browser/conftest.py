"""A real browser on the built site, served with the policy of a real host."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from generator.cli.server import server
from tests.support import PROJECT, SMALL, build, once

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# One of each kind of page, on the small site: every state that a page can be in.
KINDS = {
    "home": "",
    "everything": "zoeken/",
    "theme": "kunst-en-cultuur/",
    "theme-empty": "ontdekken-en-doen/",
    "municipality": "dorp/",
    "municipality-empty": "leeg/",
    "theme-in-place": "dorp/kunst-en-cultuur/",
    "theme-in-place-empty": "leeg/natuur-en-genieten/",
    "activity": "dorp/zingen/",
    "activity-paused": "dorp/koffie/",
    "activity-unknown": "dorp/handwerken/",
    "activity-stopped": "dorp/oud-koor/",
    "activity-always": "stad/wandelen/",
    "practices": "praktijken/",
    "practices-in-place": "praktijken/leeg/",
    "practice": "praktijken/dorp/huisarts-oost/",
    "agenda": "agenda/",
    "agenda-in-place": "dorp/agenda/",
    "agenda-empty": "leeg/agenda/",
    "list": "lijst/",
    "overview": "overzicht/",
    "overview-in-place": "dorp/overzicht/",
    "overview-empty": "leeg/overzicht/",
    "referral": "welzijn-op-recept/",
    "flyer": "welzijn-op-recept/flyer/",
    "referrers": "verwijzers/",
    "talk": "verwijzers/gesprek/",
    "results": "resultaten/",
    "results-in-place": "resultaten/dorp/",
    "registration": "verwijzers/registratie/",
    "experiences": "ervaringen/",
    "experience-form": "ervaringen/delen/",
    "data": "data/",
    "abroad": "en/",
    "abroad-list": "ar/dorp/",
    "abroad-theme": "uk/dorp/kunst-en-cultuur/",
    "abroad-activity": "ar/dorp/zingen/",
    "abroad-activity-stopped": "pl/dorp/oud-koor/",
    "abroad-activity-old": "tr/stad/wandelen/",
    "embed": "inbedden/",
    "framed": "inbedden/stad/",
    "framed-everything": "inbedden/overal/",
    "written": "over/",
    "list-filled": "lijst/#a=dorp/zingen.aaa,oud-koor,stad/wandelen,dorp/weg",
    "form": "meedoen/formulier/",
    "join": "meedoen/",
    "not-found": "bestaat/niet/",
    "form-mending": "meedoen/formulier/#dorp/zingen",
}
AXE = (PROJECT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict:
    chromium = os.environ.get("CHROMIUM_BIN") or shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "Chromium ontbreekt: make setup-test installeert het"
    return {"executable_path": chromium, "args": FLAGS}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback and give its address."""
    running = server(folder, 0)
    threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{running.server_port}/"
    finally:
        running.shutdown()
        running.server_close()


@pytest.fixture(scope="session")
def small(small_root: Path) -> Iterator[str]:
    with served(small_root) as address:
        yield address


@pytest.fixture(scope="session")
def small_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, built for the root of a host (its 404 page has links from the root)."""
    return once(tmp_path_factory, "wortel", partial(build, SMALL, site_url="https://testwijzer.example/"))


@pytest.fixture(scope="session")
def real(sample_site: Path) -> Iterator[str]:
    with served(sample_site) as address:
        yield address
