"""Always whole: two builds at once, a kill at any moment and a full disk leave the old site or the new one, and nothing to mend by hand."""

import os
import pickle
import resource
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import msgpack
import pytest
from filelock import FileLock

from generator.work.disk import WriteError, alone, create, exchange
from generator.work.page import Page
from generator.write import tree as writing
from generator.write.tree import MARK, write
from tests.support import PROJECT, SMALL, TODAY, build, files

pytestmark = pytest.mark.slow

OLD = {"a/index.html": "oud", "b.css": "blijft", "weg/index.html": "weg"}
NEW = {"a/index.html": "nieuw", "b.css": "blijft", "c/d/index.html": "erbij"}
KILLED = 9


def run(out: Path, pages: dict[str, str]) -> None:
    memory = out.parent / ".cache"
    with alone(memory, out, lambda _line: None):
        write(out, memory, [Page(path, text, text.encode) for path, text in pages.items()])


def texts(out: Path) -> dict[str, str]:
    return {path: raw.decode() for path, raw in files(out).items() if path != MARK}


def in_a_child(work: Callable[[], object]) -> int:
    """Do something in a fork and return how that ended."""
    child = os.fork()
    if not child:
        try:
            work()
        except BaseException:  # noqa: BLE001 - a fork must end here, however
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(moment: int, folder: Path, work: Callable[[], object]) -> int:
    """Do something in a fork that ends, without a word, at the given use of the file system below ``folder``."""
    seen = 0

    def hook(_event: str, arguments: tuple) -> None:
        nonlocal seen
        if any(str(folder) in os.fspath(one) for one in arguments if isinstance(one, str | Path)):
            seen += 1
            if seen == moment:
                os._exit(KILLED)

    def watched() -> None:
        sys.addaudithook(hook)
        work()

    return in_a_child(watched)


@pytest.mark.parametrize("in_one_step", [True, False])
def test_a_kill_at_any_use_of_the_disk_leaves_a_site_that_the_next_run_mends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_one_step: bool
):
    """Every call of the system, one after the other: an audit hook ends the process just before it."""
    if not in_one_step:
        monkeypatch.setattr(writing, "exchange", lambda _one, _other: False)
    elif not exchange_works(tmp_path):
        pytest.fail("this disk cannot exchange two folders: the swap in one step is not tried")
    moment = 0
    while True:
        moment += 1
        out = tmp_path / str(moment) / "site"
        run(out, OLD | {"eerst": "x"})
        run(out, OLD)
        ended = killed_at(moment, out.parent, partial(run, out, NEW))
        left = texts(out) if out.exists() else None
        assert left in (OLD, NEW) or (left is None and not in_one_step), moment
        run(out, NEW)
        assert texts(out) == NEW, moment
        kept = {path.name for path in (out.parent / ".cache").iterdir()}
        assert kept <= {"site.vorige", "site.bestanden", "site.lijsten", "site.slot"}, moment
        assert {path.name for path in out.parent.iterdir()} == {"site", ".cache"}
        if not ended:
            break
        assert ended == KILLED
    assert moment > 15


def exchange_works(folder: Path) -> bool:
    one, other = folder / "een", folder / "ander"
    one.mkdir()
    other.mkdir()
    (one / "x").touch()
    done = exchange(one, other)
    assert (other / "x").exists() == done
    return done


def test_what_cannot_change_places_is_said_and_not_taken_for_a_disk_that_cannot(tmp_path: Path):
    (tmp_path / "een").mkdir()
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "een", tmp_path / "weg")


def test_a_swap_without_a_step_for_it_is_three_and_still_a_swap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writing, "exchange", lambda _one, _other: False)
    out = tmp_path / "site"
    run(out, OLD)
    run(out, NEW)
    assert texts(out) == NEW
    assert texts(tmp_path / ".cache" / "site.vorige") == NEW  # and that holds the same, for the next run


def test_what_a_cut_off_swap_left_is_finished_or_undone(tmp_path: Path):
    """The three states in which a swap in three steps can be found; the last one once said "Directory not empty" for ever."""
    out, memory = tmp_path / "site", tmp_path / ".cache"
    between, spare = memory / "site.wissel", memory / "site.vorige"
    run(out, OLD)
    run(out, NEW)
    out.rename(between)  # after the first step
    run(out, NEW)
    assert texts(out) == NEW
    spare.rename(between)  # after the second step
    run(out, NEW)
    assert (texts(out), between.exists()) == (NEW, False)
    between.mkdir()
    (between / "x").touch()
    assert spare.exists()
    run(out, OLD)
    assert (texts(out), between.exists()) == (OLD, False)


def test_a_cut_off_swap_costs_no_calendar_its_number(tmp_path: Path):
    """The site that carries the numbers is mended before they are read."""
    ledger = "kalender/versies.json"
    out = build(SMALL, tmp_path, today=date(2026, 11, 22))
    before = (out / ledger).read_bytes()
    out.rename(tmp_path / ".cache" / "site.wissel")
    build(SMALL, tmp_path, today=date(2026, 11, 23))
    assert (out / ledger).read_bytes() == before


def limited(most: int, work: Callable[[], object]) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    work()


def test_a_file_that_does_not_fit_stops_the_run_before_the_swap(tmp_path: Path):
    """A raw write writes what fits and says how much that was; a page cut off there was once noted as good."""
    out = tmp_path / "site"
    run(out, OLD)
    large = {"a/index.html": "x" * 200_000, "b.css": "blijft"}

    def attempt() -> None:
        with pytest.raises(WriteError, match=r"een bestand mag hier niet zo groot worden.*oude site staat er nog"):
            run(out, large)

    assert in_a_child(lambda: limited(102_400, attempt)) == 0
    assert texts(out) == OLD
    run(out, large)
    assert texts(out) == large


def test_a_short_write_is_never_taken_for_a_whole_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    whole = os.write
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", lambda file, content: whole(file, content[: len(content) // 2]))
        with pytest.raises(WriteError):
            run(tmp_path / "site", OLD)
    assert not (tmp_path / "site").exists()


def test_a_write_in_pieces_comes_out_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    whole = os.write
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", lambda file, content: whole(file, content[:3]))
        run(tmp_path / "site", OLD)
    assert texts(tmp_path / "site") == OLD


def test_a_new_file_of_the_content_is_there_whole_or_not_at_all(tmp_path: Path):
    target = tmp_path / "map" / "zingen.yml"

    def attempt() -> None:
        with pytest.raises(OSError):  # noqa: PT011 - of any kind
            create(target, "x" * 5000)

    assert in_a_child(lambda: limited(1000, attempt)) == 0
    assert list(target.parent.iterdir()) == []
    create(target, "goed\n")
    with pytest.raises(FileExistsError):
        create(target, "anders\n")
    assert target.read_text(encoding="utf-8") == "goed\n"
    assert list(target.parent.iterdir()) == [target]


def command(folder: Path, *more: str) -> list[str]:
    return [
        sys.executable,
        "-m",
        "generator",
        "build",
        "--content",
        str(SMALL),
        "--out",
        str(folder / "site"),
        "--today",
        TODAY.isoformat(),
        "--jobs",
        "1",
        *more,
    ]


def test_builds_at_once_on_one_folder_wait_for_each_other(tmp_path: Path):
    started = [
        subprocess.Popen(command(tmp_path / "samen"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    told = [one.communicate(timeout=300) for one in started]
    assert [one.returncode for one in started] == [0, 0, 0], told
    assert sum("Een andere bouw is bezig" in err for _, err in told) >= 1
    assert files(tmp_path / "samen" / "site") == files(build(SMALL, tmp_path / "alleen"))


def test_a_build_that_has_to_wait_too_long_gives_up_in_words(tmp_path: Path):
    memory = tmp_path / ".cache"
    memory.mkdir()
    with FileLock(memory / "site.slot"):
        done = subprocess.run(command(tmp_path, "--wacht", "1"), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Een andere bouw is bezig met" in done.stderr
    assert "nog steeds bezig" in done.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("out", [".", "..", "/"])
def test_the_folder_that_one_stands_in_is_no_place_for_a_site(tmp_path: Path, out: str):
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--content", str(SMALL), "--out", out],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "u staat erin" in done.stderr) == (2, True), done.stderr
    assert list(tmp_path.iterdir()) == []


def test_odd_things_in_the_memory_are_not_followed(tmp_path: Path):
    whole = files(build_kept(tmp_path))
    victim = tmp_path / "brief.txt"
    victim.write_text("bewaar mij", encoding="utf-8")
    memory = tmp_path / ".cache"
    for name in ("site.bestanden", "site.geheugen", "site.bestanden.nieuw", "site.geheugen.nieuw"):
        (memory / name).unlink(missing_ok=True)
        (memory / name).symlink_to(victim)
    assert files(build_kept(tmp_path)) == whole
    assert victim.read_text(encoding="utf-8") == "bewaar mij"
    (memory / "site.bestanden").unlink()
    (memory / "site.bestanden").mkdir()
    assert files(build_kept(tmp_path)) == whole


def test_processes_end_with_the_one_that_started_them(tmp_path: Path):
    """One that goes on would write in the tree of the next build, and hold its turn."""
    code = f"""
import os, time
from pathlib import Path
from generator.work.spread import spread
def work(number):
    (Path({str(tmp_path)!r}) / str(os.getpid())).touch()
    time.sleep(600)
list(spread(work, 100, 2))
"""
    first = subprocess.Popen([sys.executable, "-c", code])
    while len(list(tmp_path.iterdir())) < 2:
        assert first.poll() is None  # else nothing will ever come
        time.sleep(0.02)
    workers = [int(path.name) for path in tmp_path.iterdir()]
    first.send_signal(signal.SIGKILL)
    first.wait()
    end = time.monotonic() + 20
    while any(alive(worker) for worker in workers) and time.monotonic() < end:
        time.sleep(0.05)
    assert not [worker for worker in workers if alive(worker)]


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(") ")[2][0]
    except OSError:
        return False
    return state != "Z"


class Payload:
    """A pickle that does something when it is read."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self):
        return os.mkdir, (str(self.target),)


def test_nothing_in_the_memory_of_a_build_is_run(tmp_path: Path):
    """What is kept between builds may come from a place where others write."""
    out = build(SMALL, tmp_path)
    whole = files(out)
    memory = tmp_path / ".cache"
    for kept in memory.iterdir():
        if kept.is_file():
            kept.write_bytes(pickle.dumps(Payload(tmp_path / "gedaan")))
    assert not list(memory.rglob("*.cache")), "compiled templates are programs, and stand with the code"
    assert files(build(SMALL, tmp_path)) == whole
    assert not (tmp_path / "gedaan").exists()


@pytest.mark.parametrize("value", [7, None, [], {}, [1, [2]], {"a": 1}, [["x"] * 7]])
def test_values_of_another_shape_are_as_good_as_nothing(tmp_path: Path, value: object):
    """Under the right keys and with the right checksum stands something else."""
    whole = files(build_kept(tmp_path))
    path = tmp_path / ".cache" / "site.geheugen"
    kept: dict[str, bytes] = {}
    with path.open("rb") as file:
        for _, body in msgpack.Unpacker(file):
            kept |= msgpack.unpackb(body)
    assert len(kept) > 20
    # An empty list of problems or of events is a right shape.
    skipped = {
        key for key, raw in kept.items() if value == [] and isinstance(msgpack.unpackb(raw, strict_map_key=False), list)
    }
    body = msgpack.packb({key: raw if key in skipped else msgpack.packb(value) for key, raw in kept.items()})
    path.write_bytes(msgpack.packb((zlib.crc32(body), body)))
    (tmp_path / ".cache" / "site.bestanden").write_bytes(msgpack.packb(value))
    assert files(build_kept(tmp_path)) == whole


def build_kept(folder: Path) -> Path:
    from generator.write.build import cache_of

    return build(SMALL, folder, cache=cache_of(folder / "site"))
