"""An entry as it was written, out of the model: nothing is lost and nothing comes along."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.catalogue import Entry
from generator.model.entry_data import entry_data
from generator.model.files import ADDED
from generator.read.entry_yaml import entry_yaml
from generator.read.folder import File
from generator.read.load import parsed
from generator.read.source import Document, parse
from generator.work.cache import digest
from tests.support import SAMPLE, loaded


@pytest.fixture(scope="module")
def entries():
    catalogue = loaded(SAMPLE)
    return [(folder, entry) for folder in ADDED for entry in getattr(catalogue, folder).values()]


def test_every_real_entry_is_read_again_as_the_same(entries):
    assert len(entries) > 150
    for folder, entry in entries:
        text = entry_yaml(folder, entry_data(entry.model), 2)
        again = parsed(text.encode(), File(entry.path, entry.id, folder, ADDED[folder]), digest(text))
        assert isinstance(again, Entry), again
        assert again.model == entry.model
        assert again.model.model_fields_set == entry.model.model_fields_set


def test_the_file_of_a_real_entry_changes_little(entries):
    """Lines that a mended file changes by itself would hide what somebody mended."""
    for folder, entry in entries:
        if folder == "activities":
            old = (SAMPLE / folder / f"{entry.id}.yml").read_text(encoding="utf-8")
            assert set(entry_yaml(folder, entry_data(entry.model), 2).splitlines()) == set(old.splitlines())


WORDS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=40).filter(
    lambda text: text.strip() == text
)


@given(WORDS, st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, min_size=1, max_size=4))
def test_whatever_is_written_is_read_back(text: str, lines: list[str], words: list[str]):
    data = {
        "titel": text,
        "beschrijving": "\n".join(lines),
        "zoekwoorden": words,
        "wanneer": [{"tekst": text, "elke": words}, {"altijd": "ja"}],
        "bron": [{"url": text, "wat": "\n".join(lines)}],
        "contact": {"email": text},
    }
    document = parse(entry_yaml("activities", data, 2).encode(), "x.yml")
    if isinstance(document, Document):  # signs that nobody sees are refused
        assert plain(document.data) == data
    else:
        assert document.code == "B011"


def plain(value):
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, str):
        return value.rstrip("\n")  # a text of more lines ends in one; the models leave that out
    return {name: plain(one) for name, one in value.items()}
