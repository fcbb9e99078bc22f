"""The small site against what it should give (tests/site/expected, written by `make bless`)."""

import pytest

from tests.bless import EXPECTED, expected

pytestmark = pytest.mark.slow


def test_the_small_site_gives_what_is_written_down():
    found = expected()
    kept = {path.relative_to(EXPECTED).as_posix(): path.read_text(encoding="utf-8") for path in EXPECTED.rglob("*.*")}
    assert sorted(found) == sorted(kept)
    for path, text in found.items():
        assert text == kept[path], f"{path} is anders; kijk of dat klopt en draai dan: make bless"
