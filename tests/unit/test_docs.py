"""The documents say what the code does."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from generator import __version__
from generator.cli.arguments import parser
from generator.cli.verbs import VERBS, WORKLISTS
from generator.model.schema.base import Model
from scripts import docs
from scripts.docs import models
from tests.support import PROJECT, own_files

README = (PROJECT / "README.md").read_text(encoding="utf-8")

PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_field_stands_in_the_word_list():
    text = (PROJECT / "docs/woordenlijst.md").read_text(encoding="utf-8")
    words = set(re.findall(r"^\\| `([a-z_]+)` \\|".replace("\\\\", "\\"), text, re.MULTILINE))
    fields = {name for model in models(Model) for name in model.model_fields}
    assert fields - words == set()
    assert words - fields == set()


def test_every_field_says_what_it_means_in_english():
    assert [
        f"{m.__name__}.{name}" for m in models(Model) for name, field in m.model_fields.items() if not field.title
    ] == []


def test_every_field_is_described_in_dutch():
    for model in models(Model):
        for name, field in model.model_fields.items():
            assert field.description or name == "status", f"{model.__name__}.{name}"


def test_the_list_of_messages_is_the_one_of_the_rules():
    for path, text in docs.made().items():
        assert (PROJECT / path).read_text(encoding="utf-8") == text, f"{path}: draai python -m scripts.docs"


def test_the_example_for_volunteers_is_a_good_entry():
    from generator.model.schema import Activity
    from generator.read.source import Document, parse

    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    example, price, forms, stopped = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    document = parse(example.encode(), "x")
    assert isinstance(document, Document)
    Activity.model_validate(document.data)
    costs = parse(price.encode(), "x")
    assert isinstance(costs, Document)
    Activity.model_validate({**document.data, **costs.data})
    other = parse(f"wanneer:\n{forms}".encode(), "x")
    assert isinstance(other, Document)
    Activity.model_validate({**document.data, "wanneer": other.data["wanneer"]})
    ended = parse(stopped.encode(), "x")
    assert isinstance(ended, Document)
    Activity.model_validate({**document.data, **ended.data})


@pytest.mark.parametrize("verb", ["check", "build", "serve"])
def test_every_option_in_the_readme_exists(verb):
    line = next(line for line in README.splitlines() if f"generator {verb} " in line)
    help_text = parser(VERBS, WORKLISTS)._subparsers._group_actions[0].choices[verb].format_help()
    options = re.findall(r"--[a-z-]+", line)
    assert options
    for option in options:
        assert option in help_text


def test_every_link_between_documents_leads_somewhere():
    for path in [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *sorted((PROJECT / "docs").rglob("*.md"))]:
        for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / link).exists(), (path.name, link)


def test_every_room_stands_in_the_architecture():
    text = (PROJECT / "docs/architecture.md").read_text(encoding="utf-8")
    for path in (PROJECT / "generator").iterdir():
        assert not path.is_dir() or path.name == "__pycache__" or f"`{path.name}/`" in text, path.name


def test_every_package_has_its_reason():
    text = (PROJECT / "docs/afhankelijkheden.md").read_text(encoding="utf-8")
    for line in PYPROJECT["project"]["dependencies"]:
        name = re.split(r"[\[><=]", line)[0]
        assert re.search(rf"\b{re.escape(name)}\b", text), name


def test_every_package_that_is_named_is_pinned():
    for name, lines in {"site": PYPROJECT["project"]["dependencies"], **PYPROJECT["dependency-groups"]}.items():
        pinned = (PROJECT / f"requirements/{name}.txt").read_text(encoding="utf-8")
        for line in lines:
            package = re.escape(re.split(r"[\[><=]", line)[0])
            assert re.search(rf"^{package}==", pinned, re.MULTILINE), line


def test_publiccode_is_yaml_with_what_it_must_have():
    found = yaml.safe_load((PROJECT / "publiccode.yml").read_text(encoding="utf-8"))
    assert found["legal"]["license"] == "EUPL-1.2"
    assert found["description"]["nl"]["features"]


def test_make_help_lists_every_target():
    shown = subprocess.run(["make", "-s", "help"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    targets = re.findall(r"^([a-z-]+):.*##", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(targets) > 10
    for target in targets:
        assert f"make {target} " in shown


def test_nothing_names_a_machine_or_a_registry():
    files = own_files()
    hosts = ["pypi" + ".org", "python" + "hosted", "registry." + "npmjs", "deb." + "debian"]
    for name in files:
        path = PROJECT / name
        if path.suffix in (".png", ".pdf") or not path.is_file():
            continue
        text = Path(path).read_text(encoding="utf-8", errors="replace")
        assert not [host for host in hosts if host in text], name


def test_tests_of_the_code_read_no_real_content():
    """What an author writes must not turn them red: they have tests/site, tests/sample and what they make."""
    for folder in ("unit", "browser", "js"):
        for path in (PROJECT / "tests" / folder).rglob("*.*"):
            if path.suffix in (".py", ".js"):
                assert not re.search(r"""PROJECT / ["']content""", path.read_text(encoding="utf-8")), path


def test_the_release_is_the_same_wherever_it_stands():
    found = yaml.safe_load((PROJECT / "publiccode.yml").read_text(encoding="utf-8"))
    released = re.findall(
        r"^## (\d+\.\d+\.\d+) \((.*)\)$", (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert released[0] == (__version__, str(found["releaseDate"]))
    assert found["softwareVersion"] == __version__
