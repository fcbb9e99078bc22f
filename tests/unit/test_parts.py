"""Several machines make one site: put together it is, byte for byte, what one machine makes."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from generator.cli.verbs import main
from generator.work.cache import Cache
from generator.write.build import Builder, Options
from generator.write.parts import NAME, PartError, share_of
from tests.support import SMALL, TODAY, build, change, copy_small, files
from tests.unit.test_cells import moved

pytestmark = pytest.mark.slow

HOST = "https://w.example/"


def parts_of(content: Path, folder: Path, amount: int, **more) -> list[Path]:
    """Make every part, each with a memory of its own, as machines do."""
    found = []
    for number in range(1, amount + 1):
        out = folder / f"deel-{number}"
        report = Builder(Cache()).build(Options(content, out, TODAY, HOST, part=(number, amount), **more))
        assert report.written, [str(one) for one in report.problems]
        found.append(out)
    return found


def joined(content: Path, folder: Path, parts: list[Path], **more) -> dict[str, bytes]:
    out = folder / "site"
    report = Builder(Cache()).build(Options(content, out, TODAY, HOST, parts=parts, **more))
    assert report.written, [str(one) for one in report.problems]
    return files(out)


@pytest.mark.parametrize("amount", [1, 4])
def test_four_parts_are_one_site(tmp_path: Path, amount: int):
    content = SMALL
    parts = parts_of(content, tmp_path, amount)
    own = [{path for path in files(part) if not path.startswith(".")} for part in parts]
    assert sum(map(len, own)) == len(set().union(*own))  # nothing is made twice
    found = joined(content, tmp_path, parts)
    whole = files(build(content, tmp_path / "heel", site_url=HOST))
    assert found.keys() == whole.keys()
    assert {path for path in found if found[path] != whole[path]} == set()


def test_parts_know_what_moved_between_them(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    moved(content)
    found = joined(content, tmp_path, parts_of(content, tmp_path, 3))
    assert found == files(build(content, tmp_path / "heel", site_url=HOST))


def test_a_large_country_is_put_together_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("generator.write.run.MOST", 1)
    found = joined(SMALL, tmp_path, parts_of(SMALL, tmp_path, 2))
    assert found == files(build(SMALL, tmp_path / "heel", site_url=HOST))


def test_who_joins_makes_nothing_of_a_municipality(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    parts = parts_of(SMALL, tmp_path, 2)
    monkeypatch.setattr("generator.write.cells.Cells._make", None)
    assert joined(SMALL, tmp_path, parts)


def test_a_sheet_that_cannot_be_made_after_all_is_led_to_by_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Only who joins knows the sheets for everybody."""
    parts = parts_of(SMALL, tmp_path, 2)
    monkeypatch.setattr("generator.write.sheets.Printer.names", lambda _self, _folder: frozenset())
    found = joined(SMALL, tmp_path, parts)
    assert b"welzijn-op-recept/flyer.pdf" not in found["praktijken/dorp/index.html"]


def test_what_does_not_belong_together_is_said_in_words(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    parts = parts_of(content, tmp_path, 2)
    with pytest.raises(PartError, match="Deel 2 ontbreekt: geef elk van de 2 delen een keer"):
        joined(content, tmp_path, parts[:1])
    with pytest.raises(PartError, match="Een deel is er twee keer"):
        joined(content, tmp_path, [*parts, parts[0]])
    with pytest.raises(PartError, match="is geen deel van een site"):
        joined(content, tmp_path, [tmp_path])
    with pytest.raises(PartError, match="van verschillende bouwen: van 1, 2 delen"):
        joined(content, tmp_path, [*parts, *parts_of(content, tmp_path / "een", 1)])
    page = parts[0] / next(path for path in files(parts[0]) if path.endswith("index.html"))
    kept = page.read_bytes()
    page.write_bytes(kept[:-9])
    with pytest.raises(PartError, match="is niet heel overgekomen"):
        joined(content, tmp_path, parts)
    page.write_bytes(kept)
    (parts[1] / NAME).write_bytes(b"geknoeid")
    with pytest.raises(PartError, match="is niet te lezen"):
        joined(content, tmp_path, parts)


def test_parts_of_other_content_or_of_another_day_are_refused(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    parts = parts_of(content, tmp_path, 2)
    change(content, {"vervang": {"activities/stad/wandelen.yml": ["U gaat wanneer u wilt.", "U gaat als u wilt."]}})
    with pytest.raises(PartError, match="is gemaakt van andere inhoud, een andere dag"):
        joined(content, tmp_path, parts)
    with pytest.raises(PartError, match="een andere dag"):
        Builder(Cache()).build(Options(SMALL, tmp_path / "site", TODAY + timedelta(days=1), HOST, parts=parts))


def test_the_command_line_says_what_a_part_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = copy_small(tmp_path / "content")
    same = ["--content", str(content), "--today", TODAY.isoformat(), "--site-url", HOST]
    for number in (1, 2):
        assert main(["build", "--part", f"{number}/2", "--out", str(tmp_path / f"d{number}"), *same]) == 0
    delen = [str(tmp_path / "d1"), str(tmp_path / "d2")]
    assert main(["join", *delen, "--out", str(tmp_path / "uit"), *same]) == 0
    assert (tmp_path / "uit/stad/index.html").is_file()
    shutil.rmtree(tmp_path / "d1")
    assert main(["join", *delen, "--out", str(tmp_path / "uit"), *same]) == 2
    assert "Fout: " in capsys.readouterr().err
    for wrong in ("3/2", "0/2", "een"):
        with pytest.raises(SystemExit):
            main(["build", "--part", wrong])
        assert "Schrijf welk deel van hoeveel" in capsys.readouterr().err


def test_parts_have_about_as_much_to_do():
    places = {f"p{number}": number for number in range(100)}
    shares = [share_of(places, number, 4) for number in range(1, 5)]
    assert sorted(place for share in shares for place in share) == sorted(places)
    amounts = [sum(places[place] for place in share) for share in shares]
    assert max(amounts) - min(amounts) <= max(places.values())
