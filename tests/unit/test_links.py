"""The check of links, against servers of our own: no network."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from scripts import links
from tests.support import SAMPLE


class Shop(BaseHTTPRequestHandler):
    """A server with pages that are well, gone, for sale, shy and moved."""

    def do_GET(self) -> None:
        code, body = {
            "/goed": (200, "<p>Welkom bij het koor.</p>"),
            "/weg": (404, "weg"),
            "/voorgoed-weg": (410, "weg"),
            "/te-koop": (200, "<h1>Deze domeinnaam is te koop</h1>"),
            "/verlegen": (403, "geen robots"),
            "/stuk": (500, "stuk"),
        }.get(self.path, (302, ""))
        self.send_response(code)
        if code == 302:
            host = "localhost" if self.path == "/elders" else "127.0.0.1"
            self.send_header("Location", f"http://{host}:{self.server.server_address[1]}/goed")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def shop() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Shop)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/goed", ""),
        ("/elders-op-deze-site", ""),
        ("/verlegen", ""),
        ("/stuk", ""),
        ("/weg", "de pagina is er niet meer (404)"),
        ("/voorgoed-weg", "de pagina is er niet meer (410)"),
        ("/te-koop", "lijkt een pagina die te koop staat"),
    ],
)
def test_what_is_the_matter_with_a_page(shop: str, path: str, what: str):
    assert links.look(shop + path) == what


def test_another_host_behind_the_same_link_is_told(shop: str):
    assert links.look(f"{shop}/elders").startswith("leidt nu naar een andere site: http://localhost:")


def test_an_address_where_nobody_answers_is_told():
    assert links.look("http://127.0.0.1:9/") == "er antwoordt niemand op dit adres"


def test_every_address_is_found_with_its_files_and_looked_at_once(tmp_path: Path, shop: str):
    for name in ("een", "twee"):
        (tmp_path / f"{name}.yml").write_text(
            f"titel: Zie {shop}/goed\nbron:\n  - url: {shop}/weg\ncontact: {{website: '{shop}/goed'}}\n",
            encoding="utf-8",
        )
    (finding,) = links.findings(tmp_path)
    assert finding.url == f"{shop}/weg"
    assert [Path(file).name for file in finding.files] == ["een.yml", "twee.yml"]
    text = links.report([finding])
    assert text.startswith("## Links die iemand moet bekijken\n\n- [ ] <http://127.0.0.1:")
    assert "`" in text
    assert "Elke link leidt nog" in links.report([])


def test_the_real_content_has_addresses_to_look_at():
    found = links.addresses(SAMPLE)
    assert len(found) > 60
    assert all(url.startswith("http") for url in found)
