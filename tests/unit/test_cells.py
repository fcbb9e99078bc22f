"""What a change costs: only the municipality that it is about is read, judged and made; and that comes to what a build from nothing gives."""

import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.judge import rules
from generator.model.addresses import CALENDAR_VERSIONS as LEDGER
from generator.read import folder as listing
from generator.read import load as reading
from generator.read import stock as stocking
from generator.views.abroad import lists
from generator.views.activity import card as showing
from generator.views.lists import theme_pages
from generator.work.cache import Cache
from generator.write import cells as working
from generator.write import tree as writing
from generator.write.build import Builder, Options, cache_of
from generator.write.sheets import Printer
from tests.support import PROJECT, TODAY, build, change, files

pytestmark = pytest.mark.slow

ONE = {"vervang": {"activities/stad/wandelen.yml": ["U gaat wanneer u wilt.", "U gaat als u wilt."]}}


class Noted:
    """A function that notes what it is called with."""

    def __init__(self, real: Any, notes: list[Any], note: Any) -> None:
        self._real, self._notes, self._note = real, notes, note

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        self._notes.append(self._note(arguments[0]))
        return self._real(*arguments, **named)


class Watch:
    """Counts what a build does, by what it does it to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.parsed: list[str] = []
        self.opened = 0
        self.judged: list[str] = []
        self.made: list[str] = []
        self.looked = 0
        self._see(monkeypatch, reading, "_document", lambda arguments: self.parsed.append(arguments[1].path))
        self._see(monkeypatch, working.Cells, "_judge", lambda arguments: self.judged.append(arguments[1]))
        self._see(monkeypatch, writing.Trees, "update", lambda arguments: self.made.append(arguments[1]))
        self._see(monkeypatch, writing, "_untouched", lambda _arguments: self._looked())
        self._see(monkeypatch, stocking, "digest", lambda _arguments: self._opened())

    def _see(self, monkeypatch, where, name, note) -> None:
        real = getattr(where, name)

        def seen(*arguments, **named):
            note(arguments)
            return real(*arguments, **named)

        monkeypatch.setattr(where, name, seen)

    def _looked(self) -> None:
        self.looked += 1

    def _opened(self) -> None:
        self.opened += 1

    def forget(self) -> None:
        for one in (self.parsed, self.judged, self.made):
            one.clear()
        self.opened = self.looked = 0


@pytest.fixture
def old(small: Path) -> Path:
    """A content folder whose files are so old that their times can be trusted."""
    for path in small.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return small


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(monkeypatch)


def run(content: Path, folder: Path, today: date = TODAY) -> Counter[str]:
    """Build in what is a new process, as far as memory goes."""
    out = folder / "site"
    report = Builder(cache_of(out)).build(Options(content, out, today))
    assert report.written, [str(problem) for problem in report.problems]
    return Counter(made=report.written.made, kept=report.written.kept)


def test_where_nothing_changed_nothing_is_read_judged_or_looked_at(old: Path, tmp_path: Path, watch: Watch):
    made = run(old, tmp_path)["made"]
    watch.forget()
    assert run(old, tmp_path) == Counter(made=0, kept=made)
    assert (watch.parsed, watch.opened, watch.judged, watch.made, watch.looked) == ([], 0, [], [], 0)


def test_one_changed_activity_touches_its_own_municipality(old: Path, tmp_path: Path, watch: Watch):
    run(old, tmp_path)
    watch.forget()
    change(old, ONE)
    run(old, tmp_path)
    assert watch.parsed == [f"{old.as_posix()}/activities/stad/wandelen.yml"]
    assert watch.opened == 1
    assert watch.judged == ["stad"]
    assert watch.made == ["stad", writing.WHOLE]


def test_a_renamed_organisation_touches_the_municipalities_that_name_it(old: Path, tmp_path: Path, watch: Watch):
    run(old, tmp_path)
    watch.forget()
    change(old, {"vervang": {"organisations/koor.yml": ["Koor & Klank", "Klank & Koor"]}})
    run(old, tmp_path)
    assert watch.judged == ["dorp"]
    assert watch.made == ["dorp", writing.WHOLE]


def test_while_somebody_watches_only_what_is_told_is_looked_at_and_drawn(
    old: Path, tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
):
    """Whoever writes sees the page at once: what was worked out of the other activities is still there."""
    drawn: list[str] = []
    monkeypatch.setattr(showing, "_card", Noted(showing._card, drawn, lambda it: it.entry.id))
    walked: list[Path] = []
    monkeypatch.setattr(stocking, "files", Noted(listing.files, walked, lambda content: content))
    builder = Builder(cache_of(tmp_path / "site"))
    options = Options(old, tmp_path / "site", TODAY)
    told = replace(options, changed=frozenset([old / "activities/stad/wandelen.yml"]))
    builder.build(options)
    change(old, ONE)
    builder.build(told)
    drawn.clear()
    walked.clear()
    watch.forget()
    change(old, {"vervang": {"activities/stad/wandelen.yml": ["U gaat als u wilt.", "U gaat wanneer u kunt."]}})
    assert builder.build(told).written
    assert (drawn, walked, watch.made) == (["stad/wandelen"], [], ["stad", writing.WHOLE])
    assert watch.opened == 1


def test_what_was_found_in_a_file_stays_known_on_the_days_on_which_nobody_asks(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A site is made anew every night: what changes the next morning is one file, and that is the only one to judge."""
    monkeypatch.setattr("generator.work.cache.WASTE", 1.0)
    monkeypatch.setattr("generator.work.cache.SMALL", 0)
    judged: list[str] = []
    real = rules._of_files

    def of_files(catalogue: Any, entries: Any, today: date) -> Any:
        judged.extend(entry.id for entry in entries)
        return real(catalogue, entries, today)

    monkeypatch.setattr(rules, "_of_files", of_files)
    for number in range(4):
        judged.clear()
        run(old, tmp_path, TODAY + timedelta(days=number))
    assert judged == []
    change(old, ONE)
    run(old, tmp_path, TODAY + timedelta(days=3))
    assert judged == ["stad/wandelen"]


def test_a_build_of_the_same_forgets_nothing(old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """It asks for little of what is of use: what was printed is not printed again for a change on which it does not depend."""
    monkeypatch.setattr("generator.work.cache.WASTE", 1.0)
    monkeypatch.setattr("generator.work.cache.SMALL", 0)
    printed: list[str] = []
    real = Printer._tried

    def tried(printer: Printer, job: Any) -> Any:
        printed.append(job.path)
        return real(printer, job)

    monkeypatch.setattr(Printer, "_tried", tried)
    run(old, tmp_path)
    assert "welzijn-op-recept/flyer.pdf" in printed
    printed.clear()
    run(old, tmp_path)
    change(old, ONE)
    run(old, tmp_path)
    assert [path for path in printed if not path.startswith("stad/")] == []


def test_of_the_lists_only_the_pages_that_show_it_are_made_again(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A list of many pages is not made again for one activity on one of them; nor are other activities, or other themes."""
    for number in range(1, 7):
        text = (old / "activities/stad/wandelen.yml").read_text(encoding="utf-8")
        more = re.sub("titel: .*", f"titel: Wandelen {number}", text)
        (old / f"activities/stad/wandelen-{number}.yml").write_text(more, encoding="utf-8")
    monkeypatch.setattr(theme_pages, "MOST_CARDS", 2)
    monkeypatch.setattr(lists, "MOST", 2)
    made: list[str] = []
    monkeypatch.setattr(writing, "_make", Noted(writing._make, made, lambda path: path.split(f"{tmp_path.name}/")[1]))
    run(old, tmp_path)
    before = files(tmp_path / "site")
    change(old, {"vervang": {"activities/stad/wandelen.yml": ["Zelf wandelen", "Alleen wandelen"]}})
    made.clear()
    run(old, tmp_path)
    after = files(tmp_path / "site")
    again = {path.partition("/")[2].partition("/")[2] for path in made}
    assert len(again) > 40
    same = {path for path in again if path in before and before[path] == after[path]}
    listed = re.compile(r"(../)?stad/([a-z-]+-en-[a-z-]+|wandelen-\d|computerles)/")
    assert [path for path in sorted(same) if listed.match(path)] == []
    assert any(re.match(r"pl/stad/[a-z]+-en-[a-z]+/", path) for path in again)
    assert any(re.match(r"pl/stad/[a-z-]+-en-[a-z]+/pagina-\d", path) for path in before.keys() - again)


def test_what_is_about_everything_touches_no_activity(old: Path, tmp_path: Path, watch: Watch):
    """A page that somebody wrote stands in the frame of none, so nothing of a municipality is made of it."""
    run(old, tmp_path)
    watch.forget()
    change(old, {"vervang": {"pages/over.md": ["een lijst", "een rijtje"]}})
    run(old, tmp_path)
    assert watch.judged == []
    assert [path for path in watch.parsed if "/activities/" in path] == []


def test_a_file_that_changed_within_the_same_moment_is_seen(old: Path, tmp_path: Path):
    """A file system may give two changes one time: what is very new is looked at again."""
    path = old / "activities/stad/wandelen.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("wilt.", "wild."), encoding="utf-8")
    state = path.stat()
    run(old, tmp_path)
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    run(old, tmp_path)
    assert "als u wild" not in (tmp_path / "site/stad/wandelen/index.html").read_text(encoding="utf-8")
    assert "wild." not in (tmp_path / "site/stad/wandelen/index.html").read_text(encoding="utf-8")


def moved(content: Path) -> None:
    """Let an activity go to another municipality: its old address leads to the new one."""
    text = (content / "activities/dorp/koffie.yml").read_text(encoding="utf-8")
    (content / "activities/dorp/koffie.yml").unlink()
    there = text.replace("gemeente: dorp", "gemeente: stad\nvroeger_adres: [dorp/koffie]")
    (content / "activities/stad/koffie.yml").write_text(there, encoding="utf-8")


def test_what_moved_to_another_municipality_is_found_at_its_old_address(old: Path, tmp_path: Path):
    run(old, tmp_path)
    moved(old)
    run(old, tmp_path)
    found = files(tmp_path / "site")
    assert b"../../stad/koffie/" in found["dorp/koffie/index.html"]
    assert "dorp/koffie/kalender.ics" in found
    leaves = b"".join(raw for path, raw in found.items() if path.startswith("dorp/bladen-"))
    assert b"dorp/koffie" in leaves
    (tmp_path / "ledger.json").write_bytes(found[LEDGER])
    anew = files(build(old, tmp_path / "opnieuw", ledger=tmp_path / "ledger.json"))
    assert {path for path in found if found[path] != anew.get(path)} == set()
    assert found.keys() == anew.keys()


def test_a_change_of_what_is_named_elsewhere_reaches_who_names_it(old: Path, tmp_path: Path):
    """An activity that ended may name one of another municipality."""
    change(
        old,
        {
            "vervang": {
                "activities/dorp/oud-koor.yml": [
                    "in_plaats_daarvan: [dorp/zingen]",
                    "in_plaats_daarvan: [stad/wandelen]",
                ]
            }
        },
    )
    run(old, tmp_path)
    change(old, {"vervang": {"activities/stad/wandelen.yml": ["Zelf wandelen", "Alleen wandelen"]}})
    run(old, tmp_path)
    assert "Alleen wandelen" in (tmp_path / "site/dorp/oud-koor/index.html").read_text(encoding="utf-8")


def test_a_large_country_is_shown_in_numbers_and_a_few_examples(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The pages over all municipalities say the same of it; what they list is left to the municipalities."""
    small = files(build(old, tmp_path / "klein"))
    monkeypatch.setattr("generator.write.run.MOST", 1)
    large = files(build(old, tmp_path / "groot"))
    same = {"overzicht/index.html", "overzicht/cijfers.csv", "index.html", "welzijn-op-recept/flyer/index.html"}
    assert {path for path in same if small[path] != large[path]} == set()
    assert "kunst-en-cultuur/kalender.ics" not in large
    assert b"data-alles" in large["zoeken/index.html"]
    own = {path for path in small if path.startswith(("stad/", "dorp/"))}
    assert {path for path in own if small[path] != large.get(path)} == set()


def test_what_was_remembered_of_a_folder_serves_another_site_of_it(old: Path, tmp_path: Path):
    cache = Cache()
    first = files(build(old, tmp_path / "een", cache=cache))
    assert files(build(old, tmp_path / "twee", cache=cache)) == first


def test_a_list_that_cannot_be_read_costs_time_and_nothing_else(old: Path, tmp_path: Path):
    run(old, tmp_path)
    before = files(tmp_path / "site")
    change(old, ONE)
    (tmp_path / ".cache/site.lijsten/stad").write_bytes(b"geknoeid")
    run(old, tmp_path)
    after = files(tmp_path / "site")
    assert before.keys() - {path for path in before if "zoek-" in path} <= after.keys()
    (tmp_path / ".cache/site.lijsten/dorp").unlink()
    assert run(old, tmp_path)["made"] == len(after) - 1


def test_a_first_build_misses_no_numbers_of_calendars(old: Path, tmp_path: Path):
    """Only who names a file that cannot be read hears of it."""
    report = Builder(Cache()).build(Options(old, tmp_path / "een" / "site", TODAY))
    assert report.notes == ()
    named = Options(old, tmp_path / "twee" / "site", TODAY, ledger=tmp_path / "weg.json")
    assert any("weg.json" in note for note in Builder(Cache()).build(named).notes)


HEAVY = {"ftfy", "holidays", "icalendar", "lunr", "mkdocs", "openpyxl", "playwright", "segno", "weasyprint", "wordfreq"}


def test_where_nothing_changed_what_is_heavy_is_not_loaded(old: Path, tmp_path: Path):
    run(old, tmp_path)
    loaded = loaded_by_a_build(old, tmp_path)
    assert "pydantic" in loaded
    assert loaded & HEAVY == set()


def test_what_was_said_of_holidays_is_not_asked_again(old: Path, tmp_path: Path):
    run(old, tmp_path)
    change(old, ONE)
    loaded = loaded_by_a_build(old, tmp_path)
    assert "lunr" in loaded
    assert "holidays" not in loaded


def loaded_by_a_build(content: Path, folder: Path) -> set[str]:
    """Return which packages a build loads in a process of its own."""
    code = (
        "import sys; from generator.cli.verbs import main; main(sys.argv[1:]); "
        "print('geladen', *{one.partition('.')[0] for one in sys.modules})"
    )
    given = ["build", "--content", str(content), "--out", str(folder / "site"), "--today", TODAY.isoformat()]
    done = subprocess.run([sys.executable, "-c", code, *given], cwd=PROJECT, capture_output=True, text=True, check=True)
    return set(done.stdout.rpartition("geladen ")[2].split())
