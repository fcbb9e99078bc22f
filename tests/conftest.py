"""Fixtures for every test."""

import os
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support import TODAY, build_sample, build_small, copy_small, once

settings.register_profile(
    "wijzer", deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
# While one works (`make quick`): a few, to see at once what is plainly wrong.
settings.register_profile("quick", settings.get_profile("wijzer"), max_examples=20)
# At night: other examples each time, and more of them.
settings.register_profile(
    "nightly", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow], derandomize=False
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "wijzer"))


# Fixtures that take seconds: whole sites, and the list of all Dutch words.
TAKE_SECONDS = {"small_site", "sample_site", "language"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks for something that takes seconds is slow: ``make quick`` leaves it out."""
    for item in items:
        if TAKE_SECONDS & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small content folder, to be changed."""
    return copy_small(tmp_path / "content")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small content folder, built once."""
    return once(tmp_path_factory, "klein", build_small)


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample, a copy of real content, built once."""
    return once(tmp_path_factory, "voorbeeld", partial(build_sample, today=TODAY))
