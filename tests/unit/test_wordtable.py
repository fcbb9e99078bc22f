"""The table of words on disk: the same as the lists, made once, and nothing that a build needs to have."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from generator.dutch import dictionary
from generator.dutch.dictionary import Dictionary, _Lists
from generator.dutch.wordtable import opened
from tests.support import PROJECT

FEW = ([("de", 7.0, "de"), ("wandelt", 4.0, "wandelen")], [("wandel", "wandelen wandelt")])


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "huis"))
    return tmp_path / "huis/activiteitenwijzer"


@pytest.mark.slow
def test_the_table_says_what_the_lists_say():
    lists, table = _Lists(), Dictionary()
    words = [str(word) for word in (*dictionary._frequencies(), *dictionary._lemmas())]
    for word in random.Random(5).sample(words, 4000):
        assert (table.zipf(word), table.lemma(word)) == (lists.zipf(word), lists.lemma(word)), word
        key = table.key(word)
        assert key == lists.key(word)
        assert table.forms(key) == lists.forms(key)
    assert (table.zipf("xyzzyx"), table.lemma("xyzzyx"), table.forms("xyzzyx")) == (0.0, "xyzzyx", ())


def test_a_new_word_reads_no_list(monkeypatch: pytest.MonkeyPatch):
    Dictionary().zipf("de")  # the table of this machine is there
    monkeypatch.setattr(dictionary, "_frequencies", None)
    monkeypatch.setattr(dictionary, "_lemmas", None)
    monkeypatch.setattr(dictionary, "_forms", None)
    assert Dictionary().key("zwaluwennesten")
    assert Dictionary().forms("wandel")


def test_it_is_made_once_and_put_there_whole(home: Path):
    made = []

    def rows():
        made.append(1)
        return FEW

    for _ in range(3):
        table = opened(rows)
        assert table.word("wandelt") == (4.0, "wandelen")
        assert table.word("weg") == (0.0, "")
        assert table.forms("wandel") == ("wandelen", "wandelt")
    assert made == [1]
    assert [path.suffix for path in home.iterdir()] == [".sqlite"]


@pytest.mark.parametrize("damage", [b"", b"niets dat een tabel is", None])
def test_a_table_that_is_damaged_is_made_again(home: Path, damage: bytes | None):
    opened(lambda: FEW)
    (path,) = home.iterdir()
    path.write_bytes(path.read_bytes()[:5000] if damage is None else damage)
    assert opened(lambda: FEW).word("wandelt") == (4.0, "wandelen")


def test_where_it_cannot_stand_the_lists_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "huis").write_text("geen map", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "huis"))
    assert opened(lambda: FEW) is None
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", "~")
    monkeypatch.chdir(tmp_path)
    assert opened(lambda: FEW) is None or not list(tmp_path.glob("~*"))


@pytest.mark.slow
def test_a_build_without_a_home_is_the_same(tmp_path: Path):
    script = "from generator.dutch.dictionary import Dictionary; d = Dictionary(); print(d.key('wandelingen'), d.forms('zing')[:2])"
    told = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=PROJECT,
            env={"PATH": "/usr/bin", "HOME": home, "XDG_CACHE_HOME": home},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for home in (str(tmp_path), "/proc/nergens")
    ]
    assert told[0] == told[1] == "wandel ('zingen', 'zingt')\n"
