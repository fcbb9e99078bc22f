"""Writing: whole or not at all, nothing of others replaced, and only what changed is made."""

from pathlib import Path

import pytest

from generator.work.disk import WriteError
from generator.work.page import Page
from generator.work.spread import spread
from generator.write.tree import MARK, write
from tests.support import files


def page(path: str, text: str) -> Page:
    return Page(path, text, text.encode)


def broken() -> bytes:
    raise RuntimeError


def run(out: Path, *pages: Page, jobs: int = 1):
    return write(out, out.parent / ".cache", pages, jobs)


def texts(out: Path) -> dict[str, str]:
    return {path: raw.decode() for path, raw in files(out).items() if path != MARK}


def test_only_what_changed_is_made(tmp_path: Path):
    out = tmp_path / "site"
    assert run(out, page("a/index.html", "1"), page("b.css", "2")).made == 2
    never = Page("b.css", "2", broken)
    result = run(out, page("a/index.html", "3"), never)
    assert (result.made, result.kept) == (1, 1)
    assert texts(out) == {"a/index.html": "3", "b.css": "2"}
    assert run(out, Page("a/index.html", "3", broken), never).made == 0
    assert texts(out) == {"a/index.html": "3", "b.css": "2"}


def test_what_is_gone_from_the_plan_is_gone_from_the_site(tmp_path: Path):
    out = tmp_path / "site"
    run(out, page("a/b/index.html", "1"), page("c", "2"))
    run(out, page("c", "2"))
    run(out, page("c", "2"))
    assert texts(out) == {"c": "2"}
    assert not (out / "a").exists()


def test_an_error_leaves_the_old_site_whole(tmp_path: Path):
    out = tmp_path / "site"
    run(out, page("a", "1"), page("b", "2"))
    with pytest.raises(RuntimeError):
        run(out, page("a", "new"), Page("b", "x", broken))
    assert texts(out) == {"a": "1", "b": "2"}
    run(out, page("a", "new"), page("b", "x"))
    assert texts(out) == {"a": "new", "b": "x"}


def test_a_folder_of_somebody_else_is_never_touched(tmp_path: Path):
    out = tmp_path / "documenten"
    out.mkdir()
    (out / "brief.txt").write_text("bewaar mij", encoding="utf-8")
    with pytest.raises(WriteError, match="iets anders"):
        run(out, page("a", "1"))
    assert texts(out) == {"brief.txt": "bewaar mij"}
    link = tmp_path / "koppeling"
    link.symlink_to(out)
    with pytest.raises(WriteError, match="geen gewone map"):
        run(link, page("a", "1"))


@pytest.mark.parametrize("path", ["../buiten", "/etc/x", "a/../../x"])
def test_nothing_is_written_outside_the_site(tmp_path: Path, path: str):
    with pytest.raises(WriteError, match="buiten de site"):
        run(tmp_path / "site", page(path, "1"))


def test_two_files_cannot_share_an_address(tmp_path: Path):
    with pytest.raises(WriteError, match="hetzelfde adres"):
        run(tmp_path / "site", page("a", "1"), page("a", "2"))


def test_a_file_that_somebody_changed_is_made_again(tmp_path: Path):
    out = tmp_path / "site"
    run(out, page("a", "1"))
    (out / "a").unlink()
    (out / "a").write_text("geknoeid", encoding="utf-8")
    run(out, page("a", "1"))
    assert texts(out) == {"a": "1"}


def test_a_file_of_the_same_size_and_another_time_is_made_again(tmp_path: Path):
    """Both trees are looked at: the one that stands, and the one that comes next."""
    out = tmp_path / "site"
    run(out, page("a", "1"), page("b", "2"))
    run(out, page("a", "1"), page("b", "3"))
    for folder in (out, tmp_path / ".cache" / "site.vorige"):
        (folder / "a").unlink()
        (folder / "a").write_text("x", encoding="utf-8")
    run(out, page("a", "1"), page("b", "3"))
    assert texts(out) == {"a": "1", "b": "3"}
    run(out, page("a", "1"), page("b", "4"))
    assert texts(out) == {"a": "1", "b": "4"}


def test_lost_notes_cost_time_and_nothing_else(tmp_path: Path):
    out = tmp_path / "site"
    run(out, page("a", "1"))
    (tmp_path / ".cache" / "site.bestanden").write_bytes(b"kapot")
    assert run(out, page("a", "1")).made == 1
    assert texts(out) == {"a": "1"}


def test_a_run_that_was_cut_off_in_the_swap_is_mended(tmp_path: Path):
    out = tmp_path / "site"
    run(out, page("a", "1"))
    out.rename(tmp_path / ".cache" / "site.wissel")
    run(out, page("a", "1"))
    assert texts(out) == {"a": "1"}


@pytest.mark.slow
def test_many_pages_come_out_the_same_over_several_processes(tmp_path: Path):
    pages = [page(f"{number % 7}/{number}/index.html", f"tekst {number}") for number in range(900)]
    run(tmp_path / "een/site", *pages)
    run(tmp_path / "twee/site", *pages, jobs=2)
    assert texts(tmp_path / "een/site") == texts(tmp_path / "twee/site")
    changed = [page(f"{number % 7}/{number}/index.html", f"nieuw {number}") for number in range(900)]
    run(tmp_path / "twee/site", *changed, jobs=2)
    assert run(tmp_path / "twee/site", *changed).made == 0


def test_spreading_keeps_the_order_and_raises_what_went_wrong():
    assert list(spread(lambda number: number * number, 100, 2)) == [number * number for number in range(100)]
    assert list(spread(lambda number: number, 3, 8)) == [0, 1, 2]
    with pytest.raises(ZeroDivisionError):
        list(spread(lambda number: 1 // (number - 50), 100, 2))
