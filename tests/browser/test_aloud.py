"""Reading aloud with a voice of the device: what is read is shown, it can be stopped and slowed, and without such a voice there is nothing."""

from playwright.sync_api import Browser, Page, expect

VOICES = """(voices) => {
  window.said = [];
  class Said { constructor(text) { this.text = text; } }
  const speech = {
    getVoices: () => voices,
    speak: (one) => { window.said.push([one.text, one.lang, one.rate]); window.now = one; },
    cancel: () => { window.cancelled = (window.cancelled ?? 0) + 1; window.now?.onend?.(); },
    addEventListener: () => {},
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true });
  window.SpeechSynthesisUtterance = Said;
}"""
DUTCH = [{"lang": "nl-NL", "localService": True, "default": True}]


def opened(browser: Browser, address: str, voices: list[dict]) -> Page:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(f"({VOICES})({str(voices).replace('True', 'true').replace('False', 'false')})")
    page.goto(address)
    return page


def test_a_page_is_read_piece_by_piece_and_shows_where(browser: Browser, small: str):
    asked: list[str] = []
    page = opened(browser, f"{small}dorp/zingen/", DUTCH)
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Lees voor").click()
    assert page.evaluate("said")[0][0] == "Samen zingen in het dorpskoor"
    expect(page.locator(".aloud__now")).to_have_text("Samen zingen in het dorpskoor")
    for _ in range(400):
        if not page.evaluate("!!document.querySelector('.aloud__now')"):
            break
        page.evaluate("window.now.onend()")
    texts = " | ".join(text for text, _, _ in page.evaluate("said"))
    assert "half acht" in texts  # 19.30
    assert "0 5 2 2, 2 5 4, 3 2 1" in texts
    expect(page.get_by_role("button", name="Lees voor")).to_be_visible()  # it stopped by itself
    assert [address for address in asked if not address.startswith(small)] == []
    page.context.close()


def test_it_can_be_stopped_and_slowed(browser: Browser, small: str):
    page = opened(browser, f"{small}welzijn-op-recept/", DUTCH)
    page.get_by_role("button", name="Lees voor").click()
    slower = page.get_by_role("button", name="Langzamer")
    slower.click()
    expect(slower).to_have_attribute("aria-pressed", "true")
    (first, _, before), (again, _, after) = page.evaluate("said")[:2]
    assert first == again  # the same piece, slower
    assert after < before
    page.get_by_role("button", name="Stop met voorlezen").click()
    expect(page.locator(".aloud__now")).to_have_count(0)
    amount = len(page.evaluate("said"))
    page.wait_for_timeout(200)
    assert len(page.evaluate("said")) == amount
    page.context.close()


def test_each_piece_has_the_voice_of_its_language(browser: Browser, small: str):
    page = opened(
        browser, f"{small}ar/dorp/zingen/", [*DUTCH, {"lang": "ar-SA", "localService": True, "default": False}]
    )
    page.get_by_role("button", name="اقرأ بصوت عالٍ").click()
    for _ in range(400):
        if not page.evaluate("!!document.querySelector('.aloud__now')"):
            break
        page.evaluate("window.now.onend()")
    said = {text: language for text, language, _ in page.evaluate("said")}
    assert said["Samen zingen in het dorpskoor"] == "nl-NL"
    assert [language for text, language in said.items() if "كل أسبوع" in text] == ["ar-SA"]
    page.context.close()


def test_without_a_voice_of_the_device_there_is_no_button(browser: Browser, small: str):
    page = opened(browser, f"{small}dorp/zingen/", [{"lang": "nl-NL", "localService": False, "default": True}])
    expect(page.locator("[data-voorlezen]")).to_be_hidden()
    page.context.close()
