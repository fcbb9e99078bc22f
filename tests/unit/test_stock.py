"""What lies in the content folder, where it is known what changed: nothing else is looked at, and nothing is missed."""

from pathlib import Path

import pytest

from generator.read import stock as stocking
from generator.read.stock import restocked, stock
from tests.support import copy_small, photo

ONE = "activities/stad/wandelen.yml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = copy_small(tmp_path / "content")
    (folder / "photos").mkdir()
    (folder / "photos/koor.jpg").write_bytes(photo())
    return folder


def test_a_file_that_was_written_is_looked_at_and_no_other(content: Path, monkeypatch: pytest.MonkeyPatch):
    before = stock(content, {})
    (content / ONE).write_text("anders", encoding="utf-8")
    (content / "photos/koor.jpg").write_bytes(photo(900))
    monkeypatch.setattr(stocking, "files", lambda *_: pytest.fail("alles is bekeken"))
    after = restocked(before, content, [content / ONE, content / "photos/koor.jpg"])
    monkeypatch.undo()
    anew = stock(content, {})
    assert after
    assert (after.files, after.marks, after.photos, after.problems) == (
        anew.files,
        anew.marks,
        anew.photos,
        anew.problems,
    )
    assert after.marks != before.marks
    assert after.photos != before.photos


def came(content: Path) -> Path:
    path = content / "activities/stad/nieuw.yml"
    path.write_text("titel: Nieuw", encoding="utf-8")
    return path


def went(content: Path) -> Path:
    (content / ONE).unlink()
    return content / ONE


def became_a_link(content: Path) -> Path:
    (content / ONE).unlink()
    (content / ONE).symlink_to(content / "site.yml")
    return content / ONE


def folder_went(content: Path) -> Path:
    (content / "activities/stad").rename(content.parent / "weg")
    return content / "activities/stad"


def whole_folder(content: Path) -> Path:
    return content


def by_a_link(content: Path) -> Path:
    (content.parent / "koppeling").symlink_to(content)
    return content.parent / "koppeling" / ONE


@pytest.mark.parametrize("step", [came, went, became_a_link, folder_went, whole_folder, by_a_link])
def test_what_came_or_went_asks_for_a_look_at_all_of_it(content: Path, step):
    before = stock(content, {})
    assert restocked(before, content, [step(content)]) is None


def test_what_came_and_went_between_two_looks_is_nothing(content: Path):
    """An editor writes beside a file first."""
    before = stock(content, {})
    after = restocked(
        before, content, [content / "activities/stad/.wandelen.yml.swp", content / "activities/stad/4913"]
    )
    assert after
    assert after.marks == before.marks


def test_a_file_is_found_by_another_way_to_the_folder(content: Path, monkeypatch: pytest.MonkeyPatch):
    """Who watches tells whole paths."""
    monkeypatch.chdir(content.parent)
    before = stock(Path("content"), {})
    (content / ONE).write_text("anders", encoding="utf-8")
    after = restocked(before, Path("content"), [content / ONE])
    assert after
    assert after.marks[f"content/{ONE}"] != before.marks[f"content/{ONE}"]
