"""Always the same: a build after any row of changes equals a build from nothing, byte for byte.

In `make test` a short row, always the same one; at night long ones, each time others (HYPOTHESIS_PROFILE=nightly).
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.work import code
from generator.work.cache import Cache
from generator.write import build as building
from generator.write.build import Builder, Options, cache_of
from tests.support import TODAY, change, copy_small, files, photo

pytestmark = pytest.mark.slow

NIGHT = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
STEPS = 60 if NIGHT else 8
COMPARE = 5 if NIGHT else 4  # after how many steps the site is compared with one from nothing
# The one thing that a site remembers of the one before it (ADR 9): which version of its calendar somebody has.
VERSION = re.compile(rb"(DTSTAMP|LAST-MODIFIED|SEQUENCE):[^\r]*\r\n")


@dataclass
class Row:
    """The state of a row of changes."""

    content: Path
    today: date = TODAY
    url: str = ""
    packages: str = "1"
    number: int = 0
    meddled: bool = False
    said: list[str] = field(default_factory=list)

    def activities(self) -> list[Path]:
        return sorted((self.content / "activities").rglob("*.yml"))

    def one(self, pick: int) -> Path:
        found = self.activities()
        return found[pick % len(found)]


def edit_text(row: Row, pick: int) -> None:
    path = row.one(pick)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"samenvatting: .*", f"samenvatting: Nummer {pick} is anders.", text), encoding="utf-8")


def edit_title(row: Row, pick: int) -> None:
    path = row.one(pick)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"titel: .*", f"titel: Iets doen {pick}", text), encoding="utf-8")


def touch_nothing(row: Row, pick: int) -> None:
    path = row.one(pick)
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")


def add(row: Row, pick: int) -> None:
    row.number += 1
    path = row.content / f"activities/stad/nieuw-{row.number}.yml"
    text = (row.content / "activities/stad/wandelen.yml").read_text(encoding="utf-8")
    path.write_text(re.sub(r"titel: .*", f"titel: Nieuw {row.number} {pick}", text), encoding="utf-8")


def added(row: Row) -> list[Path]:
    return sorted((row.content / "activities/stad").glob("nieuw-*.yml"))


def remove(row: Row, pick: int) -> None:
    if added(row):
        added(row)[pick % len(added(row))].unlink()


def rename(row: Row, pick: int) -> None:
    if added(row):
        row.number += 1
        old = added(row)[pick % len(added(row))]
        text = old.read_text(encoding="utf-8")
        old.unlink()
        kept = re.sub(r"vroeger_adres: .*\n", "", text)
        new = f"vroeger_adres: [stad/{old.stem}]\n{kept}"
        (row.content / f"activities/stad/nieuw-{row.number}.yml").write_text(new, encoding="utf-8")


def another_day(row: Row, pick: int) -> None:
    row.today = TODAY + timedelta(days=pick)  # not before the days on which something was checked


def another_url(row: Row, pick: int) -> None:
    row.url = ("", "https://w.example/", "https://w.example/pad/")[pick % 3]


def photograph(row: Row, pick: int) -> None:
    (row.content / "photos").mkdir(exist_ok=True)
    (row.content / "photos/koor.jpg").write_bytes(photo(480 + pick % 7 * 100, 400))
    path = row.content / "activities/dorp/zingen.yml"
    text = re.sub(r"foto: .*\n", "", path.read_text(encoding="utf-8"))
    if pick % 4:
        line = f"foto: {{bestand: koor.jpg, alt: Foto {pick % 3}, maker: Het koor, licentie: CC BY 4.0}}\nbron:"
        text = text.replace("bron:", line, 1)
    path.write_text(text, encoding="utf-8")


def package(row: Row, pick: int) -> None:
    row.packages = str(pick % 3)


def organisation(row: Row, pick: int) -> None:
    change(
        row.content,
        {"bestanden": {"organisations/koor.yml": f"naam: Dorpskoor {pick}\ncontact: {{telefoon: 0522 254 321}}\n"}},
    )


def municipality(row: Row, pick: int) -> None:
    path = row.content / "municipalities/stad.yml"
    text = re.sub(r"wijken: .*\n", "", path.read_text(encoding="utf-8"))
    path.write_text(f"{text}wijken: [Wijk {pick % 5}]\n", encoding="utf-8")


def practice(row: Row, pick: int) -> None:
    path = row.content / "practices/dorp/huisarts-oost.yml"
    text = re.sub(
        r"naam: .*",
        f"naam: Huisartsen {'Oost West Noord'.split()[pick % 3]}",
        path.read_text(encoding="utf-8"),
        count=1,
    )
    path.write_text(text, encoding="utf-8")


def theme(row: Row, pick: int) -> None:
    path = row.content / "domains/kunst-en-cultuur.yml"
    path.write_text(
        re.sub(r"kort: .*", f"kort: Zingen of kijken {pick}.", path.read_text(encoding="utf-8")), encoding="utf-8"
    )


def page(row: Row, pick: int) -> None:
    path = row.content / "pages/over.md"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n\nAlinea {pick}.\n", encoding="utf-8")


def publisher(row: Row, pick: int) -> None:
    path = row.content / "site.yml"
    path.write_text(
        re.sub(r"uitgever: .*", f"uitgever: Uitgever {pick % 4}", path.read_text(encoding="utf-8")), encoding="utf-8"
    )


def kinds(row: Row, pick: int) -> None:
    path = row.content / "synonyms.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}# {pick}\n", encoding="utf-8")


def lose_memory(row: Row, pick: int) -> None:
    shutil.rmtree(row.content.parent / ".cache", ignore_errors=bool(pick + 1))


def meddle(row: Row, pick: int) -> None:
    made = sorted(path for path in (row.content.parent / "site").rglob("*.html") if path.is_file())
    if made:
        target = made[pick % len(made)]
        target.unlink()
        target.write_text("geknoeid", encoding="utf-8")
        row.meddled = True


CHANGES = (
    edit_text,
    edit_title,
    touch_nothing,
    add,
    add,
    remove,
    rename,
    another_day,
    another_url,
    photograph,
    package,
    organisation,
    municipality,
    practice,
    theme,
    page,
    publisher,
    kinds,
    lose_memory,
    meddle,
)


def stable(folder: Path) -> dict[str, bytes]:
    found = {path: raw for path, raw in files(folder).items() if path != "kalender/versies.json"}
    return {path: VERSION.sub(b"", raw) if path.endswith(".ics") else raw for path, raw in found.items()}


def built(row: Row, out: Path, cache: Cache) -> dict[str, bytes]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(code, "packages", lambda: row.packages)
        patch.setattr(building, "packages", lambda: row.packages)
        patch.setattr(
            code, "_versions", lambda _modules: dict.fromkeys(("jinja2", "weasyprint", "PIL", "yaml"), row.packages)
        )
        code._versions_here.cache_clear()
        report = Builder(cache).build(Options(row.content, out, row.today, row.url, verify=row.meddled))
    assert report.written is not None, (row.said, [str(one) for one in report.problems if one.severity == "fout"])
    return stable(out)


@settings(max_examples=8 if NIGHT else 1, deadline=None, phases=(Phase.generate,))  # a row says itself what it did
@given(st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 999)), min_size=STEPS, max_size=STEPS))
def test_any_row_of_changes_equals_a_build_from_nothing(steps):
    with tempfile.TemporaryDirectory() as folder:
        row = Row(copy_small(Path(folder) / "content"))
        out = Path(folder) / "site"
        for number, (step, pick) in enumerate(steps, 1):
            step(row, pick)
            row.said.append(f"{step.__name__} {pick}")
            made = built(row, out, cache_of(out))
            row.meddled = False
            if number % COMPARE == 0 or number == len(steps):
                anew = built(replace(row), Path(folder) / "nieuw" / str(number) / "site", Cache())
                wrong = [path for path in sorted(made.keys() | anew.keys()) if made.get(path) != anew.get(path)]
                assert wrong == [], row.said


OF_CONTENT = tuple(step for step in CHANGES if step not in (package, lose_memory, meddle))


def marks(content: Path) -> dict[Path, tuple[int, int, int]]:
    """Return what tells of each file that somebody wrote it."""
    found = ((path, path.stat()) for path in content.rglob("*") if path.is_file())
    return {path: (state.st_mtime_ns, state.st_ino, state.st_size) for path, state in found}


@settings(max_examples=8 if NIGHT else 1, deadline=None, phases=(Phase.generate,))
@given(st.lists(st.tuples(st.sampled_from(OF_CONTENT), st.integers(0, 999)), min_size=STEPS, max_size=STEPS))
def test_any_row_of_changes_that_was_watched_equals_a_build_from_nothing(steps):
    """One builder that hears what changed, and looks at nothing else: as `serve` does."""
    with tempfile.TemporaryDirectory() as folder:
        row = Row(copy_small(Path(folder) / "content"))
        out = Path(folder) / "site"
        builder, before = Builder(cache_of(out)), None
        for number, (step, pick) in enumerate([(edit_text, 1), (edit_title, 1), *steps], 1):
            step(row, pick)
            row.said.append(f"{step.__name__} {pick}")
            now = marks(row.content)
            told = None if before is None else frozenset(path for path, _ in before.items() ^ now.items())
            before = now
            report = builder.build(Options(row.content, out, row.today, row.url, changed=told))
            assert report.written is not None, (row.said, [str(one) for one in report.problems])
            if number % COMPARE == 0 or number == len(steps) + 2:
                made, anew = (
                    stable(out),
                    built(replace(row), Path(folder) / "nieuw" / str(number) / "site", Cache()),
                )
                wrong = [path for path in sorted(made.keys() | anew.keys()) if made.get(path) != anew.get(path)]
                assert wrong == [], row.said


def test_every_kind_of_change_is_one(tmp_path: Path):
    """A change that changes nothing would prove nothing."""

    def state(row: Row) -> Iterator[object]:
        yield from files(row.content).items()
        yield from (row.today, row.url, row.packages)

    for step in CHANGES:
        if step in (touch_nothing, lose_memory, meddle):
            continue
        row = Row(copy_small(tmp_path / step.__name__ / "content")) if not (tmp_path / step.__name__).exists() else None
        if row:
            add(row, 1)
            before = list(state(row))
            step(row, 8)
            assert list(state(row)) != before, step.__name__
