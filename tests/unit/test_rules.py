"""Every rule, by its golden cases: what is wrong gives exactly these lines, what is right gives none."""

from pathlib import Path

import pytest
import yaml

from generator.judge import messages
from generator.judge.rules import RULES
from generator.write.build import Change
from tests.support import SMALL, change, check, copy_small

FOLDER = Path(__file__).parent.parent / "rules"
CASES = sorted(FOLDER.glob("*/*.yml"))
READING = {f"B{number:03}" for number in range(1, 25) if number != 15}


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case_gives_exactly_its_lines(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name, value in case.get("grens", {}).items():  # a limit that a small folder does not reach
        monkeypatch.setattr(f"generator.judge.rules.{name}", value)
    content = copy_small(tmp_path / "content")
    change(content, case)
    done = Change(SMALL, case["bericht"]) if "bericht" in case else None
    found = [str(problem) for problem in check(content, change=done) if problem.code == path.parent.name]
    assert found == case["verwacht"], case["zin"]


def test_every_code_has_a_good_and_a_bad_case():
    codes = READING | {code for code, _, _ in messages.SENTENCES.values()}
    codes |= {code for rule in RULES for code in rule.CODES}
    for code in sorted(codes):
        names = {path.stem.partition("-")[0] for path in (FOLDER / code).glob("*.yml")}
        assert names == {"goed", "fout"}, f"{code} mist een goed of een fout geval"
    assert {path.parent.name for path in CASES} == codes


def test_good_cases_are_really_good():
    for path in CASES:
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        if path.stem.startswith("fout"):
            assert case["verwacht"], path
        elif path.parent.name not in ("A130", "A151"):  # the small folder has such warnings of its own
            assert case["verwacht"] == [], path


def test_a_code_belongs_to_one_rule():
    seen: dict[str, str] = {}
    for rule in RULES:
        for code in rule.CODES:
            assert code not in seen, f"{code} staat in {seen.get(code)} en in {rule.__name__}"
            seen[code] = rule.__name__


def test_the_small_folder_has_no_errors():
    assert [str(p) for p in check(SMALL) if p.severity == "fout"] == []


def test_a_broken_file_gives_one_problem_and_hides_no_others(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    change(
        content, {"bestanden": {"organisations/koor.yml": "naam: [\n", "activities/dorp/koffie.yml": "titel: Koffie\n"}}
    )
    found = check(content)
    assert [p.code for p in found if p.path.endswith("koor.yml")] == ["B004"]
    assert {p.code for p in found if p.severity == "fout"} == {"B004", "V001"}
    assert sum(p.code == "V001" for p in found) == 9
