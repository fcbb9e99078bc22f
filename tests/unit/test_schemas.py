"""The JSON Schemas: what an editor and the form know of an entry, out of the same models as ``check``."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.cli.verbs import main
from generator.give.json_schema import DIALECT, as_file, schemas
from tests.support import PROJECT, SAMPLE, change, copy_small
from tests.yamlls import Editor

REAL = SAMPLE
FIRST = "# yaml-language-server: $schema="
ENTRIES = sorted(path for path in REAL.rglob("*.yml"))


def kind_of(path: Path) -> str:
    inside = path.relative_to(REAL).parts
    return inside[0] if len(inside) > 1 else path.stem


def texts(path: Path):
    """Read a file as this program does: every scalar a text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture(scope="module")
def validators():
    found = {}
    for name, schema in schemas().items():
        Draft202012Validator.check_schema(schema)
        found[name] = Draft202012Validator(schema)
    return found


def test_the_schemas_in_the_repository_are_those_of_the_models():
    kept = {path.stem: path.read_text(encoding="utf-8") for path in (PROJECT / "schema").glob("*.json")}
    assert kept == {name: as_file(schema) for name, schema in schemas().items()}, "Draai: python -m generator schema"


def test_every_real_file_is_valid_for_its_schema(validators):
    wrong = {
        str(path): [error.message for error in validators[kind_of(path)].iter_errors(texts(path))] for path in ENTRIES
    }
    assert {path: errors for path, errors in wrong.items() if errors} == {}


def test_the_first_line_of_every_real_file_points_an_editor_at_its_schema():
    for path in ENTRIES:
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith(FIRST), path
        assert (path.parent / first.removeprefix(FIRST)).resolve() == PROJECT / "schema" / f"{kind_of(path)}.json", path


def test_a_schema_speaks_dutch_and_has_no_null():
    for name, schema in schemas().items():
        text = as_file(schema)
        assert schema["$schema"] == DIALECT
        assert '"null"' not in text, name
        assert '"title"' not in text, name
        for description in re.findall(r'"description": "([^"]*)"', text):
            assert not re.search(r"\b(the|which|what|held|written|must)\b", description, re.IGNORECASE), description


def test_every_field_says_what_it_is():
    for name, schema in schemas().items():
        for part in (schema, *schema.get("$defs", {}).values()):
            for field, found in part.get("properties", {}).items():
                assert found.get("description") or field == "status", (name, field)


BAD = {
    "een datum die geen datum is": ("op: 2026-11-20", "op: 20 november"),
    "een tijd met een dubbele punt": ("van: 19.30", "van: 19:30"),
    "een veld dat niet bestaat": ("aanmelden_hoe:", "aanmeldenhoe:"),
    "een waarde die niet in de lijst staat": ("aanmelden: eerste-keer", "aanmelden: misschien"),
    "een verplicht veld dat ontbreekt": ("gemeente: dorp\n", ""),
    "drie thema's": ("domeinen: [kunst-en-cultuur, eten-en-ontmoeten]", "domeinen: [a, b, c]"),
    "een dag die niet bestaat": ("elke: donderdag", "elke: donderdags"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_check_refuses_for_its_form_the_schema_refuses(validators, tmp_path: Path, name: str):
    content = copy_small(tmp_path / "content")
    path = content / "activities/dorp/zingen.yml"
    assert not list(validators["activities"].iter_errors(texts(path)))
    change(content, {"vervang": {"activities/dorp/zingen.yml": list(BAD[name])}})
    assert list(validators["activities"].iter_errors(texts(path)))


@pytest.mark.slow
def test_an_editor_underlines_what_is_wrong_and_nothing_else():
    path = REAL / "activities/meppel/mannenkoor.yml"
    good = path.read_text(encoding="utf-8")
    with Editor() as editor:
        assert editor.problems(path, good) == []
        for entry in ENTRIES[:40]:
            assert editor.problems(entry, entry.read_text(encoding="utf-8")) == [], entry
        bad = good.replace("aanmelden: niet-nodig", "aanmelden: misschien").replace("organisatie:", "organisaties:")
        found = editor.problems(path, bad)
        lines = bad.splitlines()
        assert any(lines[int(one.split(":")[0]) - 1].startswith("aanmelden: misschien") for one in found)
        assert any("organisaties" in one for one in found)


def test_the_verb_writes_every_schema_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["schema", "--out", str(tmp_path / "uit")]) == 0
    assert capsys.readouterr().out == f"19 schema's geschreven in {tmp_path / 'uit'}/.\n"
    names = {path.stem for path in (tmp_path / "uit").glob("*.json")}
    assert names == set(schemas())
    assert json.loads((tmp_path / "uit/activities.json").read_text(encoding="utf-8"))["required"][0] == "titel"


def test_a_folder_that_cannot_be_written_gives_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "vol").write_text("", encoding="utf-8")
    assert main(["schema", "--out", str(tmp_path / "vol")]) == 2
    assert "Kies met --out een andere map." in capsys.readouterr().err
