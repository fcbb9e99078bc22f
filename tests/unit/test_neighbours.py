"""Next door: which municipalities lie near, how far, and that an empty list names them before it sends somebody to a person."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dutch import places
from generator.model.neighbours import FAR, MOST, distances, neighbours, roughly
from generator.views.lists.nearby import nearby
from tests.support import build, copy_small, files

CODES = sorted(places.municipality_names())


def entries(codes: list[str]) -> list[SimpleNamespace]:
    return [SimpleNamespace(id=code.lower(), model=SimpleNamespace(cbs_code=code)) for code in codes]


def test_distance_is_the_same_both_ways_and_the_nearest_comes_first():
    near = distances(entries(CODES))
    for place, found in near.items():
        assert [km for _, km in found] == sorted(km for _, km in found)
        assert all(0 < km <= FAR for _, km in found)
        for other, km in found:
            assert dict(near[other])[place] == km
    names = {code.lower(): name for code, name in places.municipality_names().items()}
    landgraaf = next(code for code, name in names.items() if name == "Landgraaf")
    assert {"Heerlen", "Kerkrade", "Brunssum"} <= {names[other] for other, _ in near[landgraaf][:5]}
    assert not {"Groningen", "Meppel"} & {names[other] for other, _ in near[landgraaf]}


def test_a_municipality_of_before_the_list_has_no_neighbours():
    assert distances(entries(["GM9999", CODES[0]])) == {"gm9999": (), CODES[0].lower(): ()}


def test_only_where_there_is_something_to_do_and_at_most_a_few():
    near = [(name, float(km)) for km, name in enumerate("abcdefg", 1)]
    amounts = {name: {"": number, "bewegen": number // 2} for number, name in enumerate("abcdefg")}
    found = neighbours(near, dict.fromkeys("abcdefg", "Naam"), amounts)
    assert [one.id for one in found] == ["b", "c", "d", "e"]
    assert len(found) == MOST
    assert [one.id for one in nearby(found, "bewegen")] == ["c", "d", "e"]


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_a_rough_number_never_says_more_than_there_is(one: int, other: int):
    assert roughly(one) <= one
    assert (roughly(one) > 0) == (one > 0)
    assert (one <= other) <= (roughly(one) <= roughly(other))


def test_a_list_with_nothing_in_it_names_what_is_next_door(tmp_path: Path):
    content = copy_small(tmp_path / "content")
    codes = {"dorp": "GM0882", "stad": "GM0917", "leeg": "GM0928"}  # Landgraaf, Heerlen, Kerkrade
    for id_, code in codes.items():
        path = content / f"municipalities/{id_}.yml"
        path.write_text(re.sub(r"GM\d{4}", code, path.read_text(encoding="utf-8")), encoding="utf-8")
    out = build(content, tmp_path)
    site = {path: raw.decode() for path, raw in files(out).items() if path.endswith(".html")}
    empty = site["leeg/index.html"]
    assert empty.index("Hieronder ziet u wat er dichtbij is") < empty.index('id="dichtbij"')
    assert re.search(r'<li data-buur="Stad"><a href="../stad/">.*?ongeveer \d+ km.*?\d activiteit', empty)
    assert "leeg/" not in re.findall(r'<li data-buur="[^"]+"><a href="../(\w+/)', site["dorp/index.html"])
    theme = site["dorp/kunst-en-cultuur/index.html"]
    assert set(re.findall(r'<li data-buur="Stad"><a href="([^"]+)"', theme)) <= {"../../stad/kunst-en-cultuur/"}
    assert 'href="../../stad/agenda/"' in site["dorp/agenda/index.html"]
    # A neighbour's number is not of this municipality's own files: it still follows.
    amount = re.compile(r'data-buur="Stad".*?ongeveer \d+ km</span> <span[^>]*>(\d+) activiteit')
    before = amount.search(empty)
    assert before
    for name in ("een", "twee"):
        text = (content / "activities/stad/wandelen.yml").read_text(encoding="utf-8")
        (content / f"activities/stad/{name}.yml").write_text(
            text.replace("titel: ", f"titel: {name} "), encoding="utf-8"
        )
    build(content, tmp_path)
    after = amount.search((out / "leeg/index.html").read_text("utf-8"))
    assert after
    assert int(after[1]) == int(before[1]) + 2


@pytest.mark.parametrize("theme", ["", "bewegen-en-plezier"])
def test_nobody_near_says_nothing(theme: str):
    assert nearby((), theme) == ()
