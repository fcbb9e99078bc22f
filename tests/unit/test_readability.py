"""What we write ourselves reads at B1 or easier: no sentence too long, and no page too hard."""

from pathlib import Path

import pytest

from scripts.readability import FEWEST, KINDS, LONGEST, Reads, document, length, ours, read, sentences
from tests.support import SAMPLE


@pytest.fixture(scope="module")
def found(sample_site: Path) -> dict[str, Reads]:
    return read(sample_site, SAMPLE)


def test_every_kind_of_page_was_measured(found: dict[str, Reads]):
    measured = {one.kind for one in found.values()}
    assert measured == {kind for kind, _ in KINDS}
    assert document(found).count("\n| ") > len(measured)


def test_no_page_is_too_hard(found: dict[str, Reads]):
    assert {path: one.measure for path, one in found.items() if one.measure < FEWEST} == {}


def test_no_sentence_of_ours_is_too_long(found: dict[str, Reads]):
    assert {sentence for one in found.values() for sentence in one.long} == set()


def test_a_sentence_ends_where_it_ends():
    html = "<main><p>U belt <b>de coach</b>. Dan komt u langs.</p><ul><li>Een kop zonder punt</li><li>Hier staat wat.</li></ul><pre>Niet dit stuk.</pre></main><p>Buiten de bladzijde zelf.</p>"
    assert sentences(html) == ["U belt de coach.", "Dan komt u langs.", "Hier staat wat."]


def test_words_that_only_a_tag_parts_stand_apart():
    assert sentences("<main><li><span>om 10 uur</span><a>Wandelen in het bos.</a></li></main>") == [
        "Wandelen in het bos."
    ]


def test_a_list_is_read_item_by_item():
    assert length("Nog navragen: hoe laat het is, wat het kost, wie meegaat en of u belt.") == 4
    assert length("Let op: " + "en dan nog iets meer, " * 2 + "woord " * 12 + "op.") > LONGEST


def test_what_people_wrote_is_not_ours():
    theirs = "Koffie drinken in de Schalle\nEen heel lang verhaal over koffie"
    assert not ours("Een heel lang verhaal over koffie.", theirs)
    assert not ours("Volgens ons is Koffie drinken in de Schalle gezellig.", theirs)
    assert ours("Bel even voor u gaat.", theirs)
