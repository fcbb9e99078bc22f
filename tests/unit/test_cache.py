"""The cache: what was worked out before, and never a reason to fail."""

import sys
from pathlib import Path

from generator.work.cache import Cache, digest, of
from generator.work.code import packages


def saved(path: Path, **values: object) -> None:
    cache = Cache(path).load()
    for key, value in values.items():
        cache.get(key, of(object))
        cache.put(key, value)
    cache.save()


def test_what_is_put_is_found_in_the_next_run(tmp_path: Path):
    path = tmp_path / "c"
    saved(path, a=1)
    cache = Cache(path).load()
    assert cache.get("a", of(int)) == 1
    cache.put("b", 2)
    cache.save()
    again = Cache(path).load()
    assert tuple(again.get(key, of(int)) for key in "abc") == (1, 2, None)


def test_what_nobody_uses_goes_in_the_end(tmp_path: Path):
    path = tmp_path / "c"
    saved(path, **{f"k{number}": "x" * 10_000 for number in range(50)})
    for number in range(3):
        saved(path, new=number)
    assert path.stat().st_size < 1000


def test_what_is_put_again_and_again_does_not_let_the_file_grow(tmp_path: Path):
    path = tmp_path / "c"
    cache = Cache(path).load()
    for number in range(50):
        cache.put("a", f"{number}" + "x" * 100_000)
        cache.save(drop=bool(number % 2))
    assert path.stat().st_size < 300_000
    assert str(Cache(path).load().get("a", of(str))).startswith("49x")


def test_a_broken_file_is_no_cache(tmp_path: Path):
    path = tmp_path / "c"
    for rubbish in (b"", b"kapot", b"\x80\x05K\x01."):
        path.write_bytes(rubbish)
        assert Cache(path).load().get("a", of(int)) is None


def test_a_cache_without_a_file_is_saved_nowhere():
    cache = Cache()
    cache.put("a", 1)
    cache.save()
    assert cache.load().get("a", of(int)) == 1


def test_a_cut_off_or_changed_file_gives_what_could_be_read_and_is_written_anew(tmp_path: Path):
    path = tmp_path / "c"
    saved(path, a=1)
    saved(path, a=1, b=2)
    whole = path.read_bytes()
    for broken in (whole[:-1], whole[:-1] + b"\x00", whole + b"\xc1", whole + b"\x00" * 40):
        path.write_bytes(broken)
        cache = Cache(path).load()
        assert cache.get("a", of(int)) == 1
        cache.put("c", 3)
        cache.save()
        again = Cache(path).load()
        assert (again.get("a", of(int)), again.get("c", of(int))) == (1, 3)


def test_what_no_longer_reads_is_as_good_as_nothing(tmp_path: Path):
    saved(tmp_path / "c", a="tekst")
    assert Cache(tmp_path / "c").load().get("a", of(int)) is None


def test_another_version_of_a_package_is_another_key(tmp_path: Path, monkeypatch):
    before = packages()
    assert "pydantic-" in before
    assert sys.version in before
    (tmp_path / "nieuw-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert "nieuw-1.0.dist-info" in packages()
    assert packages() != before


def test_a_digest_tells_its_parts_apart():
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a") == digest(b"a")
