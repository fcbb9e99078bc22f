"""Whole builds: the same bytes everywhere, and a small change gives what a build from nothing gives."""

import os
import subprocess
import sys
from copy import deepcopy as copy
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.model.addresses import CALENDAR_VERSIONS as LEDGER
from generator.model.problem import errors
from generator.work.cache import Cache
from generator.write.build import Builder, Options
from tests.support import PROJECT, SAMPLE, TODAY, build, change, copy_small, files

pytestmark = pytest.mark.slow

CHANGES = {
    "titel": {"vervang": {"activities/dorp/zingen.yml": ["dorpskoor", "grote koor"]}},
    "organisatie": {"vervang": {"organisations/koor.yml": ["Koor & Klank", "Klank & Koor"]}},
    "locatie": {"vervang": {"locations/kerk.yml": ["Dorpskerk", "Oude kerk"]}},
    "gemeente": {"vervang": {"municipalities/dorp.yml": ["naam: Dorp", "naam: Dorpje"]}},
    "coach": {"vervang": {"municipalities/dorp.yml": ["0522 254 321", "0522 254 329"]}},
    "thema": {"vervang": {"domains/kunst-en-cultuur.yml": ["naam: Kunst en cultuur", "naam: Kunst"]}},
    "gestopt": {
        "vervang": {
            "activities/dorp/oud-koor.yml": ["in_plaats_daarvan: [dorp/zingen]", "in_plaats_daarvan: [dorp/koffie]"]
        }
    },
    "nieuw": {
        "bestanden": {
            "activities/stad/lezen.yml": (PROJECT / "tests/site/content/activities/stad/computerles.yml")
            .read_text()
            .replace("Leren werken met de computer", "Samen lezen")
        }
    },
    "weg": {"weg": ["activities/dorp/koffie.yml"]},
    "praktijk": {"vervang": {"practices/dorp/huisarts-oost.yml": ["Huisartsen Oost", "Huisartsen West"]}},
    "pagina": {"vervang": {"pages/over.md": ["een lijst", "een rijtje"]}},
    "instellingen": {"vervang": {"site.yml": ["meld@", "hulp@"]}},
}


@pytest.fixture(scope="module")
def warm() -> Cache:
    """A cache for the builds to compare with: it spares MkDocs and the typeface, every page is still made."""
    return Cache()


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_gives_what_a_build_from_nothing_gives(name: str, tmp_path: Path, warm: Cache):
    content = copy_small(tmp_path / "content")
    cache = copy(warm)
    before = files(build(content, tmp_path / "steeds", cache=cache))
    # What calendars were called before is what a build goes on from, and it is the only thing of an old site that counts.
    ledger = tmp_path / "versies.json"
    ledger.write_bytes(before[LEDGER])
    change(content, CHANGES[name])
    after = files(build(content, tmp_path / "steeds", cache=cache))
    assert after == files(build(content, tmp_path / "opnieuw", cache=warm, ledger=ledger))
    assert after != before


def test_the_next_day_gives_what_a_build_from_nothing_gives(small: Path, tmp_path: Path, warm: Cache):
    cache = copy(warm)
    ledger = build(small, tmp_path / "steeds", cache=cache) / LEDGER
    tomorrow = date(2026, 12, 20)
    after = files(build(small, tmp_path / "steeds", tomorrow, cache=cache))
    assert after == files(build(small, tmp_path / "opnieuw", tomorrow, cache=warm, ledger=ledger))


def test_day_by_day_gives_what_builds_from_nothing_give(small: Path, tmp_path: Path, warm: Cache):
    """A list moves on while no activity in it does: what is held next week is held this week the day after."""
    with (small / "site.yml").open("a", encoding="utf-8") as settings:
        settings.write("talen: [uk]\n")
    cache, day = copy(warm), TODAY
    site = build(small, tmp_path / "steeds", cache=cache)
    for step in (1, 2, 4, 9):
        ledger = tmp_path / f"{step}.json"
        ledger.write_bytes((site / LEDGER).read_bytes())
        day += timedelta(days=step)
        after = files(build(small, tmp_path / "steeds", day, cache=cache))
        assert after == files(build(small, tmp_path / f"nieuw-{step}", day, cache=copy(warm), ledger=ledger)), day


def test_one_changed_entry_makes_only_the_pages_that_show_it(small: Path, tmp_path: Path):
    builder = Builder(Cache())
    options = Options(small, tmp_path / "site", TODAY)
    builder.build(options)
    change(small, {"vervang": {"activities/stad/wandelen.yml": ["U gaat wanneer u wilt.", "U gaat als u wilt."]}})
    report = builder.build(options)
    # home, everything, five themes, the municipality with the two themes of the activity, the activity itself with its leaf, two
    # agendas and the week, two overviews with their numbers, two shards, the frames of everything and of the municipality, and what
    # the form knows of the municipality and of the activity, and the sheet for a talk
    in_dutch = 1 + 1 + 5 + 3 + 2 + 3 + 4 + 2 + 2 + 2 + 1
    # The activity, the municipality, its two themes and the first page, in six languages.
    abroad = 6 * (1 + 1 + 2 + 1)
    # The data of the activity (also where it was before) and of the municipality and all, five of each; what changed in a theme; the index; and the page.
    data = 2 * 2 + 2 * 5 + 5 + 1 + 1
    assert report.written.made == in_dutch + abroad + data
    assert "mkdocs" in report.seconds
    assert builder.build(options).written.made == 0


def test_errors_keep_the_old_site(small: Path, tmp_path: Path):
    builder = Builder(Cache())
    options = Options(small, tmp_path / "site", TODAY)
    builder.build(options)
    before = files(options.out)
    change(small, {"vervang": {"activities/dorp/zingen.yml": ["organisatie: koor", "organisatie: weg"]}})
    report = builder.build(options)
    assert report.written is None
    assert [problem.code for problem in errors(report.problems)] == ["A011"]
    assert files(options.out) == before


def test_only_one_municipality(small: Path, tmp_path: Path):
    options = Options(small, tmp_path / "site", TODAY, only="dorp")
    Builder(Cache()).build(options)
    found = files(options.out)
    assert "dorp/zingen/index.html" in found
    assert not [path for path in found if path.startswith("stad/")]


def test_a_photo_comes_along(small: Path, tmp_path: Path):
    change(
        small,
        {
            "fotos": {"photos/koor.png": [600, 400], "photos/ongebruikt.png": [600, 400]},
            "vervang": {
                "activities/dorp/zingen.yml": [
                    "bron:",
                    "foto: {bestand: koor.png, alt: Mensen zingen, maker: Het koor, licentie: CC BY 4.0}\nbron:",
                ]
            },
        },
    )
    found = files(build(small, tmp_path))
    assert not [path for path in found if "ongebruikt" in path]
    assert b'src="../../fotos/koor-png-480.jpg"' in found["dorp/zingen/index.html"]
    assert b'src="../../../fotos/koor-png-480.jpg"' in found["ar/dorp/zingen/index.html"]


def test_real_builds_are_byte_identical_in_other_folders_time_zones_and_locales(tmp_path: Path):
    def run(folder: Path, **environment: str) -> dict[str, bytes]:
        folder.mkdir()
        (folder / "inhoud").symlink_to(SAMPLE)
        base = {"PATH": os.environ["PATH"], "PYTHONPATH": str(PROJECT), "HOME": str(folder)}
        command = [sys.executable, "-m", "generator", "build", "--content", "inhoud", "--out", "uit/site"]
        subprocess.run(
            [*command, "--site-url", "https://w.example/"],
            cwd=folder,
            env=base | environment,
            check=True,
            capture_output=True,
        )
        return files(folder / "uit/site")

    epoch = {"SOURCE_DATE_EPOCH": "1795348800"}
    one = run(tmp_path / "een", TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1", **epoch)
    two = run(
        tmp_path / "een-heel-andere-map", TZ="America/Los_Angeles", LC_ALL="nl_NL.UTF-8", PYTHONHASHSEED="2", **epoch
    )
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []
    assert "22 november 2026" in one["agenda/index.html"].decode()


def test_the_real_content_has_no_errors():
    _, report = Builder(Cache()).check(SAMPLE, TODAY, lambda _count: None)
    assert [str(problem) for problem in errors(report.problems)] == []


def test_every_real_entry_of_the_list_is_there_and_nobody_claims_a_check():
    catalogue, _ = Builder(Cache()).check(SAMPLE, TODAY, lambda _count: None)
    assert len(catalogue.activities) == 76
    assert [entry.id for entry in catalogue.activities.values() if entry.model.gecontroleerd] == []
    assert sum(entry.model.loopt != "ja" for entry in catalogue.activities.values()) == 6
