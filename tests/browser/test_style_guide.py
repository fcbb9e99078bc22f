"""The style guide: every component in every state, and nothing in it that somebody cannot use."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.style import guide
from tests.browser.conftest import served
from tests.browser.test_accessible import axe


@pytest.mark.parametrize("width", [320, 1280])
def test_every_component_is_accessible_in_every_state(browser: Browser, tmp_path: Path, width: int):
    (tmp_path / "index.html").write_text(guide(), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    with served(tmp_path) as address:
        page.goto(address)
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator(".shown").count() > 40
        for colours in ("none", "active"):
            page.emulate_media(forced_colors=colours)
            assert page.locator(".card").first.is_visible()
    context.close()
