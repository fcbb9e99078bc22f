"""The cache: what was worked out before, and never a reason to fail."""

from pathlib import Path

from generator.cache import Cache, digest


def saved(path: Path, **values: object) -> None:
    cache = Cache(path).load()
    for key, value in values.items():
        cache.get(key)
        cache.put(key, value)
    cache.save()


def test_what_is_put_is_found_in_the_next_run(tmp_path: Path):
    path = tmp_path / "c"
    saved(path, a=1)
    cache = Cache(path).load()
    assert cache.get("a") == 1
    cache.put("b", 2)
    cache.save()
    again = Cache(path).load()
    assert (again.get("a"), again.get("b"), again.get("c")) == (1, 2, None)


def test_what_nobody_uses_goes_in_the_end(tmp_path: Path):
    path = tmp_path / "c"
    saved(path, **{f"k{number}": "x" * 100 for number in range(50)})
    for number in range(3):
        saved(path, new=number)
    assert path.stat().st_size < 1000


def test_a_broken_file_is_no_cache(tmp_path: Path):
    path = tmp_path / "c"
    for rubbish in (b"", b"kapot", b"\x80\x05K\x01."):
        path.write_bytes(rubbish)
        assert Cache(path).load().get("a") is None


def test_a_cache_without_a_file_is_saved_nowhere():
    cache = Cache()
    cache.put("a", 1)
    cache.save()
    assert cache.load().get("a") == 1


def test_a_digest_tells_its_parts_apart():
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a") == digest(b"a")
