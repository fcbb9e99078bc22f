"""The server on this machine: what is asked of it that no page has, and by whom nobody has been before."""

import http.client
import threading
from pathlib import Path

import pytest

from generator.cli.server import News, server


@pytest.fixture(params=[None, News()], ids=["alleen", "met-nieuws"])
def port(request, tmp_path: Path):
    (tmp_path / "dorp").mkdir()
    (tmp_path / "dorp/index.html").write_text("<body>Dorp</body>", encoding="utf-8")
    (tmp_path / "404.html").write_text("<body>Niet gevonden</body>", encoding="utf-8")
    (tmp_path / "stijl.css").write_text("a{}", encoding="utf-8")
    running = server(tmp_path, 0, request.param)
    threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield running.server_port
    running.shutdown()
    running.server_close()


def asked(port: int, path: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "path",
    [
        "/weg/",
        "/weg",
        f"/{'x' * 5000}",
        f"/{'x' * 5000}/",
        "/a%00b",
        "/dorp/index.html/x",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%ff",
    ],
)
def test_what_is_not_there_is_the_page_that_says_so(port: int, path: str, method: str):
    status, headers, body = asked(port, path, method)
    assert status == 404
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Content-Security-Policy" in headers
    assert (b"Niet gevonden" in body) == (method == "GET")


@pytest.mark.parametrize(("path", "kind"), [("/dorp/", "text/html; charset=utf-8"), ("/stijl.css", "text/css")])
def test_head_says_of_a_file_what_get_says_of_it(port: int, path: str, kind: str):
    status, headers, body = asked(port, path)
    assert (status, headers["Content-Type"]) == (200, kind)
    status, told, nothing = asked(port, path, "HEAD")
    assert (status, nothing) == (200, b"")
    assert told["Content-Length"] == str(len(body)) == headers["Content-Length"]


@pytest.mark.parametrize("path", ["/dorp", "//dorp", "///dorp"])
def test_a_folder_without_its_slash_leads_on_within_the_site(port: int, path: str):
    status, headers, _ = asked(port, path)
    assert (status, headers["Location"]) == (301, "/dorp/")
