"""Questions of volunteers, asked of the real site with the script that the browser runs."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.support import PROJECT, SAMPLE, loaded

pytestmark = pytest.mark.slow

MOST_WRONG = 0  # questions that are answered otherwise than content/questions.yml says; one more is a fall
FIRST = 3


def test_the_questions_of_volunteers_are_answered(sample_site: Path, tmp_path: Path):
    catalogue = loaded(SAMPLE)
    questions = catalogue.questions.model.vragen
    kinds = {entry.slug: set(entry.model.soorten or ()) for entry in catalogue.activities.values()}
    wrong = []
    for question, answer in zip(
        questions, asked([question.vraag for question in questions], sample_site, tmp_path), strict=True
    ):
        top = set().union(*(kinds[stem] for stem in answer["results"][:FIRST]))
        right = (
            (not question.soorten or top & set(question.soorten))
            and (answer["block"] or "geen") == question.blok
            and (question.niets is None or not answer["results"])
            and all(
                set(values.split()) <= set(answer["filters"].get(str(name), ()))
                for name, values in question.filter.items()
            )
        )
        if not right:
            wrong.append((question.vraag, answer))
    assert len(questions) >= 50
    assert len(wrong) <= MOST_WRONG, wrong


def asked(questions: list[str], site: Path, folder: Path) -> list[dict]:
    """Return what ``make search-eval`` prints for each question."""
    file = folder / "vragen.json"
    file.write_text(
        json.dumps([{"id": str(index), "q": text} for index, text in enumerate(questions)]), encoding="utf-8"
    )
    return evaluated(site, file)[:-1]


def evaluated(site: Path, file: Path, today: str = "") -> list[dict]:
    command = ["make", "-s", "search-eval", f"SITE={site}", f"QUERIES={file}", f"TODAY={today}"]
    lines = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [json.loads(line) for line in lines]


def test_the_evaluation_measures_what_it_says(small_site: Path, tmp_path: Path):
    file = tmp_path / "vragen.json"
    questions = [
        {"id": "a", "q": "zingen", "relevant": {"zingen": 3}},
        {"id": "b", "q": "vissen", "relevant": {"koffie": 3}},
        {"id": "c", "q": "koffie", "relevant": {}},
        {"id": "d", "q": "wil dood"},
    ]
    file.write_text(json.dumps(questions), encoding="utf-8")
    *answers, scores = evaluated(small_site, file)
    assert [answer["id"] for answer in answers] == ["a", "b", "c", "d"]
    assert answers[0] == {
        "id": "a",
        "q": "zingen",
        "results": ["zingen"],
        "filters": {},
        "block": None,
        "blocks": [],
        "certain": 1,
        "first": ["zingen"],
    }
    assert (answers[3]["block"], answers[3]["blocks"]) == ("nood", ["nood"])
    assert scores == {"queries": 3, "ndcg@10": 0.5, "mrr": 0.5, "recall@10": 0.5, "zero": 0.5, "false_answers": 1}


def test_the_evaluation_asks_on_the_day_that_it_is_told(small_site: Path, tmp_path: Path):
    file = tmp_path / "vragen.json"
    file.write_text(json.dumps([{"id": "a", "q": "vandaag"}]), encoding="utf-8")
    answer = evaluated(small_site, file, "2026-11-26")[0]
    assert answer["filters"] == {"datum": ["2026-11-26"], "dag": ["donderdag"]}
