"""Links that were changed on their way, in a browser: they open what was meant, stay as they came, and what nobody can read is said."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.cli import verbs
from tests.browser.conftest import served
from tests.support import TODAY, build, copy_small


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def listed(page: Page) -> list[str]:
    page.locator("[data-bladen][data-klaar]").wait_for(state="attached")
    return page.locator("[data-bladen] [data-item]").evaluate_all("rows => rows.map(row => row.dataset.item)")


@pytest.mark.parametrize(
    "link",
    [
        "lijst/%23a=dorp/zingen,stad/wandelen,dorp/koffie",
        "lijst/%2523a%253Ddorp%252Fzingen%252Cstad%252Fwandelen%252Cdorp%252Fkoffie",
        "lijst/#a%3Ddorp%2Fzingen%2Cstad%2Fwandelen%2Cdorp%2Fkoffie",
        "lijst/#a=dorp/zingen.9q4,stad/wandelen.9q,dorp/koffie.9q4.",
        "lijst/#a=dorp/zingen,stad/wandelen,dorp/koffie>",
    ],
)
def test_a_list_opens_however_its_link_was_changed(page: Page, small: str, link: str):
    page.goto(f"{small}{link}")
    assert listed(page) == ["dorp/zingen", "stad/wandelen", "dorp/koffie"]
    expect(page.locator("[data-melding]")).to_be_hidden()


def test_the_address_stays_as_it_came_until_somebody_changes_something(page: Page, small: str):
    came = f"{small}lijst/#a%3Ddorp%2Fzingen%2Cstad%2Fwandelen."
    page.goto(came)
    assert listed(page) == ["dorp/zingen", "stad/wandelen"]
    assert page.url == came
    page.locator("[data-bladen] [data-item]").first.get_by_role("button", name="Haal").click()
    expect(page.locator("[data-bladen] [data-item]")).to_have_count(1)
    assert page.url == f"{small}lijst/#a=stad/wandelen"


def test_what_nobody_can_read_is_said_and_not_shown_as_empty(page: Page, small: str):
    page.goto(f"{small}lijst/#%%%")
    expect(page.locator("[data-melding]")).to_have_text("Een deel van de link kennen wij niet.")
    page.goto(f"{small}zoeken/#wat%is%dit")
    expect(page.locator("#resultaten")).to_contain_text("Dit deel van de link kennen wij niet: wat%is%dit.")


@pytest.mark.parametrize(
    "link", ["zoeken/%23q=koffie+drinken", "zoeken/#q%3Dkoffie%2Bdrinken", "zoeken/#q=koffie+drinken)."]
)
def test_a_search_opens_however_its_link_was_changed(page: Page, small: str, link: str):
    page.goto(f"{small}{link}")
    expect(page.locator("#q")).to_have_value("koffie drinken")
    expect(page.locator("#resultaten")).to_contain_text("Koffie", ignore_case=True)


def test_the_form_opens_what_a_changed_link_meant(page: Page, small: str):
    page.goto(f"{small}meedoen/formulier/%23dorp%2Fzingen")
    expect(page.locator("[data-kop]")).to_contain_text("Verbeteren: Samen zingen in het dorpskoor")


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site in which Dorp has another name: Kom."""
    folder = tmp_path_factory.mktemp("herindeling")
    content = copy_small(folder / "content")
    assert verbs.main(["move", "dorp", "kom", "--content", str(content), "--today", TODAY.isoformat()]) == 0
    with served(build(content, folder)) as site:
        yield site


def test_links_of_before_a_move_open_what_was_meant(page: Page, moved: str):
    page.goto(f"{moved}lijst/#a=dorp/zingen,stad/wandelen")
    assert listed(page) == ["kom/zingen", "stad/wandelen"]
    page.goto(f"{moved}dorp/#q=zingen")
    page.wait_for_url(f"{moved}kom/#q=zingen")
    page.goto(f"{moved}zoeken/#gemeente=dorp")
    expect(page.locator('input[name="gemeente"][value="kom"]')).to_be_checked()
    expect(page.locator('input[name="gemeente"][value="stad"]')).not_to_be_checked()
    page.goto(f"{moved}inbedden/dorp/")
    page.wait_for_url(f"{moved}inbedden/kom/")


def test_a_page_that_moved_leads_on_without_a_script(browser: Browser, moved: str):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{moved}praktijken/dorp/huisarts-oost/")
    page.wait_for_url(f"{moved}praktijken/kom/huisarts-oost/")
    page.context.close()
