"""What the tests of the form share."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page


@contextmanager
def a_page(browser: Browser) -> Iterator[Page]:
    """Give a page of a browser in Dutch that may copy, on a fixed day."""
    context = browser.new_context(
        reduced_motion="reduce", locale="nl-NL", permissions=["clipboard-read", "clipboard-write"]
    )
    context.clock.set_fixed_time("2026-11-22T12:00:00Z")
    yield context.new_page()
    context.close()


def opened(page: Page, site: str, fragment: str = "") -> None:
    """Open the form and wait until it is ready."""
    page.goto(f"{site}meedoen/formulier/{fragment}")
    page.locator("[data-formulier][data-klaar]").wait_for(state="attached")


def last(question: str, part: str) -> str:
    """Return where a part of the last row of a question is."""
    return f'[data-vraag="{question}"] [data-rijen] > :last-child [data-deel="{part}"]'
