"""What a proposal gets to hear, on each forge; and the one issue of the month."""

import json
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from scripts.monthly import MOST, Forge, forge, told
from tests.support import PROJECT, SMALL

pytestmark = pytest.mark.slow

WALK = "content/activities/stad/wandelen.yml"


def git(folder: Path, *arguments: str) -> str:
    named = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments]
    return subprocess.run(named, cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """This program on the small content, in a repository of its own."""
    root = tmp_path / "project"
    shutil.copytree(SMALL, root / "content")
    with (root / "content/site.yml").open("a", encoding="utf-8") as settings:
        settings.write("talen: []\n")  # each proposal builds two sites, and their flyers take half of the time
    for name in ("generator", "site_overrides", "scripts"):
        shutil.copytree(PROJECT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(PROJECT / name, root / name)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "begin")
    git(root, "checkout", "-qb", "voorstel")
    return root


def change(project: Path, old: str, new: str, path: str = WALK, message: str = "Verbeterd") -> None:
    text = (project / path).read_text(encoding="utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new), encoding="utf-8")
    git(project, "commit", "-qam", message)


def proposal(project: Path, *more: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "scripts.proposal", "main", "voorbeeld", "samenvatting.md", *more]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout, (project / "samenvatting.md").read_text(encoding="utf-8")


def test_a_table_is_read_and_told_and_its_files_lie_beside_the_site(project: Path):
    (project / "tabellen").mkdir()
    lines = "titel;samenvatting;thema;gemeente;organisatie;kosten;bron\nVissen;U vist.;natuur;Stad;Visclub;€ 40;https://www.vis.example/\n"
    (project / "tabellen/lijst.csv").write_text(f"{lines}Varen;;;Stad;;;\n", encoding="utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Een tabel")
    code, _, summary = proposal(project)
    assert code == 1  # a table is never taken over
    assert "## De tabel lijst.csv" in summary
    assert "**1 nieuw, 1 concept, 0 al bekend, 0 met een fout.**" in summary
    assert 'kosten: "€ 40" staat er als tekst.' in summary
    made = project / "voorbeeld/tabellen"
    assert "Zo is lijst.csv gelezen" in (made / "lijst.csv.html").read_text(encoding="utf-8")
    new = sorted(path.relative_to(made / "lijst").as_posix() for path in (made / "lijst").rglob("*.yml"))
    assert new == [
        "content/activities/stad/vissen.yml",
        "content/drafts/stad/varen.yml",
        "content/organisations/visclub.yml",
    ]
    assert not (project / "content/drafts/stad/varen.yml").exists()


def test_a_table_that_cannot_be_read_is_told(project: Path):
    (project / "tabellen").mkdir()
    (project / "tabellen/leeg.csv").write_text("", encoding="utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Een tabel")
    code, _, summary = proposal(project)
    assert code == 1
    assert "is leeg." in summary


def test_a_good_proposal_says_which_pages_change_and_keeps_the_site(project: Path):
    change(project, "U gaat wanneer u wilt.", "U gaat als u wilt.")
    code, _, summary = proposal(project)
    assert code == 0
    assert summary.startswith("## Alles is goed\n")
    assert "**Inhoud: 1**\n\n- content/activities/stad/wandelen.yml" in summary
    assert "Die gaan niet over dit voorstel." in summary
    assert "- `/stad/wandelen/`" in summary
    assert (project / "voorbeeld/stad/wandelen/index.html").is_file()
    assert git(project, "worktree", "list").count("\n") == 1


def test_a_wrong_proposal_is_marked_at_its_line(project: Path):
    change(project, "organisatie: groen", "organisatie: groeen")
    code, told_, summary = proposal(project, "--format", "github")
    assert code == 1
    assert "::error file=content/activities/stad/wandelen.yml,line=" in told_
    assert "title=A011::" in told_
    assert summary.startswith("## Er klopt nog iets niet\n")
    assert "A011" in summary
    assert "Met deze fouten kan de site niet worden gemaakt." in summary
    code, told_, _ = proposal(project, "--format", "gitlab", "--report", "meldingen.json")
    rows = json.loads((project / "meldingen.json").read_text(encoding="utf-8"))
    assert {"path": "content/activities/stad/wandelen.yml", "lines": {"begin": 6}} in [row["location"] for row in rows]
    assert "A011" in told_


def test_content_and_code_together_are_told_apart_and_what_goes_is_explained(project: Path):
    git(project, "rm", "-q", "content/activities/dorp/koffie.yml")
    (project / "scripts/nieuw.txt").write_text("x", encoding="utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Alles door elkaar")
    code, told_, summary = proposal(project)
    assert (code, told_.count("A153")) == (1, 1)  # somebody may have its address
    assert "Inhoud en code veranderen hier samen." in summary
    assert "- `/dorp/koffie/`" in summary
    assert "schrijf bij loopt dat zij gestopt is" in summary


def test_a_base_that_does_not_exist_is_said(project: Path):
    command = [sys.executable, "-m", "scripts.proposal", "bestaat-niet", "voorbeeld", "samenvatting.md"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("git: ")
    assert "Traceback" not in done.stderr


def test_many_dates_at_once_need_somebody_who_asked(project: Path):
    text = (project / WALK).read_text(encoding="utf-8")
    for number in range(6):
        more = "gecontroleerd: {op: 2026-11-20, door: vrijwilliger, hoe: telefoon}\n"
        named = text.replace("titel: ", f"titel: {number} keer ")
        (project / f"content/activities/stad/loop-{number}.yml").write_text(named + more, encoding="utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Dagen bijgewerkt")
    code, told_, _ = proposal(project)
    assert (code, told_.count("A152")) == (1, 1)
    git(project, "commit", "-q", "--amend", "-m", "Belronde\n\nNagevraagd door: vrijwilliger")
    assert proposal(project)[0] == 0


class Server(BaseHTTPRequestHandler):
    """A forge that has the issues of ``open_issues`` and remembers what is asked of it."""

    open_issues: ClassVar[list[dict]] = []
    asked: ClassVar[list[tuple[str, str, dict, dict]]] = []

    def answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        data = json.loads(self.rfile.read(length)) if length else {}
        self.asked.append((self.command, self.path, dict(self.headers), data))
        body = json.dumps(self.open_issues if self.command == "GET" else {"number": 9, "iid": 9}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PATCH = do_PUT = answer  # noqa: N815 - names of the library

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def server():
    Server.open_issues, Server.asked = [], []
    running = HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/api"
    running.shutdown()
    running.server_close()


def where(server: str, name: str, repository: str = "wijzer/inhoud") -> Forge:
    return forge({"FORGE": name, "API": server, "REPOSITORY": repository, "TOKEN": "geheim"})


@pytest.mark.parametrize(("name", "header"), [("github", "Bearer geheim"), ("forgejo", "token geheim")])
def test_the_issue_is_opened_once_and_then_kept_up_to_date(server: str, name: str, header: str):
    assert told(where(server, name), "lijst") == "9"
    assert [(method, path.partition("?")[0], data) for method, path, _, data in Server.asked] == [
        ("GET", "/api/repos/wijzer/inhoud/issues", {}),
        ("POST", "/api/repos/wijzer/inhoud/issues", {"title": "Belronde", "body": "lijst"}),
    ]
    assert all(headers["Authorization"] == header for _, _, headers, _ in Server.asked)
    Server.open_issues = [{"title": "Belronde 2", "number": 4}, {"title": "Belronde", "number": 7}]
    assert told(where(server, name), "nieuwe lijst") == "7"
    assert Server.asked[-1][0::3] == ("PATCH", {"body": "nieuwe lijst"})
    assert Server.asked[-1][1] == "/api/repos/wijzer/inhoud/issues/7"


def test_the_issue_on_gitlab(server: str):
    assert told(where(server, "gitlab", "12"), "lijst") == "9"
    Server.open_issues = [{"title": "Belronde", "iid": 3}]
    assert told(where(server, "gitlab", "12"), "lijst") == "3"
    assert Server.asked[-1][0::3] == ("PUT", {"description": "lijst"})
    assert Server.asked[-1][1] == "/api/projects/12/issues/3"
    assert all(
        {name.lower(): one for name, one in headers.items()}["private-token"] == "geheim"
        for _, _, headers, _ in Server.asked
    )


def test_a_list_that_is_too_long_says_so(server: str):
    told(where(server, "github"), "x" * (MOST + 1))
    body = Server.asked[-1][3]["body"]
    assert len(body) < 65_536
    assert body.endswith("De rest past hier niet. Zie: `python -m generator stale`\n")
