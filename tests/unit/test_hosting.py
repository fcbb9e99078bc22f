"""What servers say along with each file: the files that are generated, and real servers that read them."""

import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.show.policy import FOR_EVER, POLICY, Kind, headers, kind
from generator.write.hosts import MOST_RULES, caddy, headers_file, nginx
from tests.support import PROJECT, files

pytestmark = pytest.mark.slow

SERVERS = PROJECT / ".cache" / "servers"


def test_the_policy_is_the_one_of_the_design():
    """What may be framed differs, and the page about embedding may show a frame."""
    design = (
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    )
    trusted = "require-trusted-types-for 'script'; trusted-types wijzer"
    assert f"{design}{trusted}" == POLICY
    assert headers(Kind.PAGE)["Content-Security-Policy"] == f"{design}{trusted}; frame-ancestors 'self'"
    assert headers(Kind.EMBED)["Content-Security-Policy"] == f"{design}{trusted}; frame-src 'self'"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", Kind.PAGE),
        ("/meppel/", Kind.PAGE),
        ("/inbedden", Kind.PAGE),
        ("/inbedden/", Kind.EMBED),
        ("/pad/inbedden/meppel/", Kind.EMBED),
        ("/assets/site.0123456789.css", Kind.ASSET),
        ("/pad/assets/zoek-meppel.0123456789.json", Kind.ASSET),
        ("/assets/site.css", Kind.PAGE),
        ("/praktijken/x/y/flyer.pdf", Kind.PAGE),
    ],
)
def test_kinds_of_paths(path: str, expected: Kind):
    assert kind(path) is expected


def read(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the rules of a ``_headers`` file: a path, and what it adds ("") or takes away ("!")."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("/"):
            rules.append((line, []))
        else:
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
    return rules


def answer(rules: list[tuple[str, list[tuple[str, str]]]], path: str) -> dict[str, str]:
    """Return what Netlify and Cloudflare send: of all rules that fit, with equal names joined; ``!`` is Cloudflare's."""
    found: dict[str, str] = {}
    for rule, changes in rules:
        if rule == path or (rule.endswith("*") and path.startswith(rule[:-1])):
            for name, value in changes:
                if name.startswith("! "):
                    found.pop(name[2:], None)
                else:
                    found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def paths_of(site: Path) -> list[str]:
    return [
        "/" + path.removesuffix("index.html") for path in files(site) if path not in ("_headers", ".activiteitenwijzer")
    ]


def test_the_headers_file_gives_every_file_its_own_headers_once(sample_site: Path):
    text = (sample_site / "_headers").read_text(encoding="utf-8")
    rules = read(text)
    assert "!" not in text
    assert len(rules) <= MOST_RULES
    paths = paths_of(sample_site)
    assert len({kind(path) for path in paths}) == 3
    for path in paths:
        assert answer(rules, path) == headers(kind(path)), path
    assert max(map(len, text.splitlines())) < 2000  # what Cloudflare reads of a line


def test_a_site_with_many_municipalities_keeps_within_what_cloudflare_reads():
    top = {f"gemeente-{number}/" for number in range(342)} | {"inbedden/", "assets/", "robots.txt"}
    rules = read(headers_file(top))
    assert len(rules) <= MOST_RULES
    for path in (
        "/",
        "/gemeente-7/",
        "/robots.txt",
        "/assets/site.0123456789.css",
        "/inbedden/",
        "/inbedden/gemeente-7/",
    ):
        assert answer(rules, path) == headers(kind(path)), path


@pytest.mark.parametrize(("name", "text"), [("nginx.conf", nginx()), ("Caddyfile", caddy())])
def test_the_files_for_servers_are_the_generated_ones(name: str, text: str):
    written = (PROJECT / "docs/hosting" / name).read_text(encoding="utf-8")
    assert written == text, "draai: python -m scripts.docs"


def program(name: str) -> str:
    """Return where a server is: on the system, or unpacked by scripts/setup.sh."""
    unpacked = [path for path in SERVERS.rglob(name) if path.parent.name in ("sbin", "bin")]
    return shutil.which(name) or (str(unpacked[0]) if unpacked else "")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    log = (folder / "log").open("w")
    process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, env={"HOME": str(folder), "PATH": ""})
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        else:
            raise AssertionError((folder / "log").read_text())
        yield
    finally:
        process.terminate()
        process.wait(10)
        log.close()


def ask(port: int, path: str) -> tuple[int, dict[str, list[str]], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    found: dict[str, list[str]] = {}
    for name, value in response.getheaders():
        found.setdefault(name, []).append(value)
    return response.status, found, body


def check_server(port: int, site: Path) -> None:
    """Ask for each class of path and compare what a server sends with the policy."""
    asset = next(path for path in files(site) if re.search(r"assets/site\.[0-9a-f]{10}\.css", path))
    cases = {
        "/": 200,
        "/meppel/": 200,
        "/meppel/mannenkoor/": 200,
        "/praktijken/meppel/huisartsenpraktijk-oosterboer/flyer.pdf": 200,
        f"/{asset}": 200,
        "/zoeken/zoek.json": 200,
        "/inbedden/": 200,
        "/inbedden/meppel/": 200,
        "/inbedden/embed.js": 200,
        "/bestaat-niet/": 404,
        "/inbedden/bestaat-niet/": 404,
        "/assets/weg.0123456789.css": 404,
        "/_headers": 404,
    }
    for path, status in cases.items():
        found_status, found, body = ask(port, path)
        assert found_status == status, path
        wanted = headers(kind(path if status == 200 else "/404.html"))
        for name in dict.fromkeys([*headers(Kind.PAGE), *headers(Kind.EMBED)]):
            assert found.get(name, []) == ([wanted[name]] if name in wanted else []), (path, name)
        if status == 404:
            assert b"Deze pagina is er niet" in body, path
    assert ask(port, "/inbedden/meppel/")[1].get("X-Frame-Options") is None
    assert ask(port, f"/{asset}")[1]["Cache-Control"] == [FOR_EVER]
    status, found, _ = ask(port, "/meppel")
    assert status in (301, 308)
    assert found["Location"] == ["/meppel/"]


@contextmanager
def real_nginx(text: str, site: Path, folder: Path) -> Iterator[int]:
    """Run nginx with a generated file, on a free port and on a built site."""
    binary, port = program("nginx"), free_port()
    assert binary, "nginx ontbreekt: make setup-test pakt het uit"
    own = text.replace("127.0.0.1:8080", f"127.0.0.1:{port}").replace("/srv/activiteitenwijzer", str(site))
    (folder / "site.conf").write_text(own, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""  # the site lies in a folder that only its owner may read
    temporary = "".join(f"{name}_temp_path tmp;" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    types = "types { text/html html; text/css css; text/javascript js; application/json json; application/pdf pdf; }"
    whole = (
        f"{user} pid nginx.pid; error_log stderr; daemon off; worker_processes 1; events {{}} "
        f"http {{ access_log off; {temporary} {types} include site.conf; }}"
    )
    (folder / "nginx.conf").write_text(whole, encoding="utf-8")
    with running([binary, "-p", f"{folder}/", "-c", "nginx.conf"], port, folder):
        yield port


def test_a_real_nginx_says_what_the_policy_says(sample_site: Path, tmp_path: Path):
    with real_nginx(nginx(), sample_site, tmp_path) as port:
        check_server(port, sample_site)


def test_a_location_of_its_own_would_lose_all_headers(sample_site: Path, tmp_path: Path):
    """The trap that the file warns of is real, so the test above can fail."""
    own = nginx().replace("try_files $uri", "add_header X-Eigen ja; try_files $uri")
    with real_nginx(own, sample_site, tmp_path) as port, pytest.raises(AssertionError, match="Content-Security-Policy"):
        check_server(port, sample_site)


@pytest.mark.skipif(not program("caddy"), reason="Caddy staat niet bij de pakketten van dit systeem")
def test_a_real_caddy_says_what_the_policy_says(sample_site: Path, tmp_path: Path):
    port = free_port()
    own = caddy().replace("127.0.0.1:8080", f"127.0.0.1:{port}").replace("/srv/activiteitenwijzer", str(sample_site))
    (tmp_path / "Caddyfile").write_text("{\n\tadmin off\n}\n" + own, encoding="utf-8")
    with running([program("caddy"), "run", "--config", "Caddyfile", "--adapter", "caddyfile"], port, tmp_path):
        check_server(port, sample_site)
