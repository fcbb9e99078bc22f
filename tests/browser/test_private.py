"""Private and safe: the policy holds, nothing leaves the host, nothing is kept, and no text becomes code."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import build as build_module
from generator.cache import Cache
from tests.browser.conftest import KINDS, served
from tests.support import build, copy_small

WATCH = """addEventListener("securitypolicyviolation", (event) => { (window.__broken ??= []).push(event.violatedDirective + " " + event.blockedURI) })"""


def test_the_policy_is_strict_and_nothing_breaks_it(browser: Browser, real: str, small: str):
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    elsewhere, said = [], []
    page.on(
        "request", lambda request: elsewhere.append(request.url) if not request.url.startswith((real, small)) else None
    )
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in [real + path for path in ("", "meppel/", "meppel/mannenkoor/", "over/")] + [
        small + path for path in KINDS.values()
    ]:
        response = page.goto(address)
        policy = response.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "require-trusted-types-for 'script'" in policy
        assert "unsafe" not in policy
        assert page.evaluate("window.__broken ?? []") == [], address
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert page.evaluate("document.cookie") == ""
    assert context.cookies() == []
    assert elsewhere == []
    assert [text for text in said if "404 (Not Found)" not in text] == []  # the page that is not there
    context.close()


def test_the_policy_is_really_on(browser: Browser, small: str):
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(small)
    page.evaluate(
        """() => { const image = new Image(); image.src = "https://elders.example/x.png"; document.body.append(image) }"""
    )
    page.wait_for_function("window.__broken && window.__broken.length > 0")
    context.close()


def test_the_pages_carry_the_policy_themselves(small_root: Path):
    html = (small_root / "index.html").read_text(encoding="utf-8")
    assert "content=\"default-src 'none'; script-src 'self'" in html


PAYLOADS = [
    "<script>window.__raak=1</script>",
    "<img src=x onerror=window.__raak=1>",
    '"><svg onload=window.__raak=1>',
    "' onmouseover='window.__raak=1' autofocus onfocus='window.__raak=1",
    "</script><script>window.__raak=1</script>",
    "</title><script>window.__raak=1</script>",
    "</textarea></style><script>window.__raak=1</script>",
    "javascript:window.__raak=1",
    "{{ ''.__class__ }} {% raw %} ${window.__raak=1} #{1}",
    "<iframe srcdoc='<script>parent.__raak=1</script>'>",
    "<a href='javascript:window.__raak=1'>klik</a>",
    "--><script>window.__raak=1</script><!--",
    "&lt;script&gt;window.__raak=1&lt;/script&gt;",
    "qzcontentqz qztitleqz qzdataqz",
    "\u2028\u2029<b>vet</b>",
]


def hostile(content: Path, payload: str) -> None:
    """Put a payload into every text that an author can write."""
    text = json.dumps(payload)
    write = lambda path, lines: (content / path).write_text("\n".join(lines) + "\n", encoding="utf-8")  # noqa: E731
    write("site.yml", [f"naam: {text}", f"omschrijving: {text}", f"mail: {text}", f"uitgever: {text}"])
    write(
        "organisations/koor.yml",
        [f"naam: {text}", "contact:", f"  telefoon: {text}", f"  email: {text}", f"  website: {text}"],
    )
    write(
        "locations/kerk.yml",
        [f"naam: {text}", f"plaats: {text}", "gemeente: dorp", f"adres: {text}", f"wijk: {text}", f"vervoer: {text}"],
    )
    write("municipalities/dorp.yml", [
        f"naam: {text}", "cbs_code: GM9001", "provincie: drenthe", "schoolvakantie_regio: noord", "welzijnscoaches:",
        f"  - {{functie: {text}, telefoon: {text}, email: {text}}}", "regelingen:", f"  - {{naam: {text}, tekst: {text}, url: {text}}}",
    ])  # fmt: skip
    write(
        "practices/dorp/huisarts-oost.yml",
        [f"naam: {text}", "gemeente: dorp", f"website: {text}", f"welzijnscoach: {{functie: {text}}}"],
    )
    write("domains/kunst-en-cultuur.yml", [
        f"naam: {text}", "volgorde: 5", f"kort: {text}", f"tekst: {text}", "kleur: blauw", "pictogram: palette-outline", f"voorbeelden: [{text}]",
    ])  # fmt: skip
    write("activities/dorp/zingen.yml", [
        f"titel: {text}", f"samenvatting: {text}", f"beschrijving: {text}", "domeinen: [kunst-en-cultuur]", "gemeente: dorp",
        "organisatie: koor", "locatie: kerk", "wanneer:", f"  - tekst: {text}", "kosten:", f"  - {{bedrag_euro: 2, voor: {text}, toelichting: {text}}}",
        "aanmelden: nodig", f"aanmelden_hoe: {text}", f"voor_wie: {text}", f"talen: [{text}]", f"zoekwoorden: [{text}]", "eerste_keer:",
        f"  wie_ontvangt: {text}", f"  groepsgrootte: {text}", f"  nederlands: {text}", f"loopt: {{status: pauze, reden: {text}}}", "bron:", f"  - {{url: {text}, datum: onbekend}}",
    ])  # fmt: skip


@pytest.fixture(scope="module")
def warm() -> Cache:
    return Cache()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_becomes_code_even_with_the_policy_off(
    browser: Browser, tmp_path: Path, monkeypatch, warm: Cache, payload: str
):
    """The rules refuse such text; here they are silent, so that only the escaping stands between it and the reader."""
    monkeypatch.setattr(build_module.rules, "judge", lambda *_: iter(()))
    content = copy_small(tmp_path / "content")
    hostile(content, payload.replace("\u2028\u2029", ""))
    site = build(content, tmp_path, site_url="https://w.example/", cache=warm)
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    with served(site) as address:
        for path in (
            "",
            "zoeken/",
            "kunst-en-cultuur/",
            "dorp/",
            "dorp/kunst-en-cultuur/",
            "dorp/zingen/",
            "praktijken/",
            "praktijken/dorp/huisarts-oost/",
            "over/",
        ):
            page.goto(address + path)
            for link in page.locator("main a[href^='javascript' i], aside a[href^='javascript' i]").all():
                assert "window.__raak" not in (link.get_attribute("href") or ""), (path, link.get_attribute("href"))
            assert page.evaluate("window.__raak") is None, (path, payload)
            assert (
                page.locator("main script:not([type='application/ld+json']), main iframe, main svg[onload]").count()
                == 0
            )
    context.close()
