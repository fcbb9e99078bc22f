"""The workflows: valid, pinned, and with no more rights than they need."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.model.questions import STEPS
from scripts.workflows.make import FILES, made
from tests.support import PROJECT

OF_GITLAB = [path for path in FILES if "gitlab" in path]
WORKFLOWS = [path for path in FILES if path not in OF_GITLAB]
WRITING = {
    "site.yml": {"publish"},
    "belronde.yml": {"issue"},
    "voorstel.yml": set(),
    "nacht.yml": set(),
    "github-land.yml": set(),
    "github.yml": {"publish"},
    "forgejo.yml": {"publish"},
}  # the jobs that may write, by workflow
BIN = Path(sys.executable).parent


FORMS = sorted(
    str(path.relative_to(PROJECT))
    for folder in (".github/ISSUE_TEMPLATE", ".forgejo/issue_template")
    for path in (PROJECT / folder).glob("*.yml")
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "paths", "more"),
    [
        ("vendor.github-workflows", WORKFLOWS, []),
        ("vendor.gitlab-ci", OF_GITLAB, ["--data-transform", "gitlab-ci"]),
        ("vendor.github-issue-forms", [path for path in FORMS if not path.endswith("config.yml")], []),
        ("vendor.github-issue-config", [path for path in FORMS if path.endswith("config.yml")], []),
    ],
    ids=["workflows", "gitlab", "forms", "config"],
)
def test_what_a_forge_reads_is_valid(schema: str, paths: list[str], more: list[str]):
    assert paths
    command = [str(BIN / "check-jsonschema"), "--builtin-schema", schema, *more, *paths]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_there_is_a_form_for_each_kind_of_report_on_each_forge():
    names = {"nieuwe-activiteit", "klopt-niet", "idee"}
    assert {Path(path).stem for path in FORMS} == names | {"config"}
    assert {path.stem for path in (PROJECT / ".gitlab/issue_templates").glob("*.md")} == names
    form = yaml.safe_load((PROJECT / ".github/ISSUE_TEMPLATE/nieuwe-activiteit.yml").read_text(encoding="utf-8"))
    asked = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert asked == [question.name for step in STEPS.values() for question in step]


def test_the_workflows_of_three_forges_come_out_of_one_description():
    for path, text in made().items():
        assert (PROJECT / path).read_text(encoding="utf-8") == text, f"{path}: draai python -m scripts.workflows"


def repository(folder: Path, changed: str) -> tuple[Path, str]:
    """Return a repository in which one file changed, with stand-ins that say what was asked of them, and the commit before."""
    (folder / "scripts").mkdir(parents=True)
    (folder / ".ci").mkdir()
    (folder / "content").mkdir()
    (folder / "scripts/ci.sh").write_bytes((PROJECT / "scripts/ci.sh").read_bytes())
    (folder / ".ci/run").write_text("echo alles\n", encoding="utf-8")
    (folder / "Makefile").write_text(
        "check build setup-test content:\n\t@echo $@\n.PHONY: check build setup-test content\n", encoding="utf-8"
    )

    def git(*arguments: str) -> str:
        command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout.strip()

    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "eerst")
    before = git("rev-parse", "HEAD")
    (folder / changed).parent.mkdir(parents=True, exist_ok=True)
    (folder / changed).write_text("anders\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "dan")
    return folder, before


@pytest.mark.parametrize(
    ("changed", "known", "said"),
    [
        ("content/activities/dorp/x.yml", True, ["check", "build", "setup-test", "content"]),
        ("generator/x.py", True, ["alles"]),
        ("generator/x.py", False, ["check", "build", "setup-test", "content"]),  # a new fork, or a night
    ],
)
def test_a_change_of_content_runs_only_what_is_about_content(
    tmp_path: Path, changed: str, known: bool, said: list[str]
):
    folder, before = repository(tmp_path / "r", changed)
    base = before if known else "0" * 40
    # A `make` that runs this test says nothing to the `make` in it.
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["bash", "scripts/ci.sh", base]
    done = subprocess.run(command, cwd=folder, env=quiet, capture_output=True, text=True, check=True)
    assert done.stdout.split() == said


@pytest.mark.slow
def test_zizmor_finds_nothing():
    command = [str(BIN / "zizmor"), "--offline", "--persona=pedantic", "--no-progress", *WORKFLOWS]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_zizmor_can_fail(tmp_path: Path):
    loose = (
        (PROJECT / WORKFLOWS[0]).read_text(encoding="utf-8").replace("@08c6903cd8c0fde910a37f88322edcfb5dd907a8", "@v5")
    )
    (tmp_path / "site.yml").write_text(loose, encoding="utf-8")
    command = [str(BIN / "zizmor"), "--offline", "--no-progress", str(tmp_path / "site.yml")]
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize("path", WORKFLOWS)
def test_every_action_is_pinned_and_every_right_is_given_to_one_job(path: str):
    text = (PROJECT / path).read_text(encoding="utf-8")
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", use) for use in re.findall(r"uses: (.*)", text))
    assert "pull_request_target" not in text
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    writing = {name for name, job in workflow["jobs"].items() if "write" in job["permissions"].values()}
    assert writing == WRITING[Path(path).name]
    for name, job in workflow["jobs"].items():
        assert name in writing or set(job["permissions"].values()) == {"read"}


@pytest.mark.parametrize("folder", [".github", ".forgejo"])
def test_a_proposal_is_judged_by_a_workflow_that_may_only_read(folder: str):
    workflow = yaml.safe_load((PROJECT / folder / "workflows/voorstel.yml").read_text(encoding="utf-8"))
    assert workflow[True] == {"pull_request": None}  # YAML takes "on" for a truth
    assert workflow["jobs"]["kijk"]["permissions"] == {"contents": "read"}


def test_content_and_code_have_owners_of_their_own():
    for path in (".github/CODEOWNERS", ".gitlab/CODEOWNERS", ".forgejo/CODEOWNERS"):
        lines = [
            line.lstrip("# ").split()[0]
            for line in (PROJECT / path).read_text(encoding="utf-8").splitlines()
            if "@" in line
        ]
        assert any("content" in line for line in lines), path
        assert any("generator" in line for line in lines), path
