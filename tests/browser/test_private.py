"""Private and safe: the policy holds, nothing leaves the host, nothing is kept, and no text becomes code."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from generator.model.files import LONG_LIST
from generator.read.folder import files
from generator.read.source import parse
from generator.work.cache import Cache
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


# What names another file, or is no text of a person.
NAMES = frozenset(
    """organisatie gemeente locatie domeinen soorten lijkt_op ook filters wijk in_plaats_daarvan hoort_bij vroeger_adres domein pagina kleur pictogram
    forge repository adres bestand praktijk thema""".split()
)


def hostile(content: Path, number: int) -> int:
    """Put payloads into every text of every kind of file, also where an author left it out; return into how many.

    Whatever the models take is a text: that is tried for each value, whole and cut to what fits.
    """
    put = 0
    for file in files(content, []):
        model, path = file.model, Path(file.path)
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for name in model.model_fields.keys() - NAMES:
            data.setdefault(name, "?")
            if not fits(model, data):
                del data[name]
        for holder, name in list(places(data)):
            put += 1
            kept = holder[name]
            for payload in (PAYLOADS[(put + number) % len(PAYLOADS)], "<img src onerror=ran()>"):
                for length in (4000, 300, 220, 120, 110, 50, 28):
                    holder[name] = payload[:length].replace("\u2028", "").replace("\u2029", "")
                    if name != "?" and fits(model, data):
                        break
                else:
                    holder[name] = kept
                    continue
                break
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return put


def fits(model, data) -> bool:
    document = parse(yaml.safe_dump(data, allow_unicode=True).encode(), "x.yml", LONG_LIST)
    try:
        model.model_validate(document.data)
    except (ValueError, AttributeError):
        return False
    return True


def places(data) -> Iterator[tuple]:
    """Yield where each text stands: what holds it, and its name there."""
    for name, value in list(data.items() if isinstance(data, dict) else enumerate(data)):
        if name in NAMES and not isinstance(value, dict):
            continue
        if isinstance(value, str):
            yield data, name
        else:
            yield from places(value)


@pytest.fixture(scope="module")
def warm() -> Cache:
    return Cache()


NIGHT = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"


@pytest.mark.parametrize("number", range(len(PAYLOADS) if NIGHT else 3))
def test_no_text_becomes_code_even_with_the_policy_off(
    browser: Browser, tmp_path: Path, monkeypatch, warm: Cache, number: int
):
    """The rules refuse such text; here they are silent, so that only the escaping stands between it and the reader."""
    for judge in ("judge_cell", "judge_day", "judge_once", "judge_country", "judge_files"):
        monkeypatch.setattr(f"generator.judge.rules.{judge}", lambda *_: iter(()))
    content = copy_small(tmp_path / "content")
    assert hostile(content, number * 5) > 300
    site = build(content, tmp_path, site_url="https://w.example/", cache=warm)
    context = browser.new_context(bypass_csp=True)
    context.add_init_script("window.ran = () => { window.__raak = 1 }")
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    elsewhere = []
    with served(site) as address:
        page.on(
            "request", lambda asked: None if asked.url.startswith((address, "data:")) else elsewhere.append(asked.url)
        )
        kinds = [
            *KINDS.values(),
            "dorp/bladen-1.html",
            "zoeken/#q=zingen",
            "dorp/#q=onerror",
            "zoeken/#q=constructor",
        ]
        for path in kinds:
            page.goto(address + path)
            page.wait_for_timeout(50)
            for link in page.locator("a[href^='javascript' i], a[href^='data' i]").all():
                pytest.fail(f"{path}: {link.get_attribute('href')}")
            assert page.evaluate("window.__raak") is None, path
            assert (
                page.locator(
                    "script:not([src]):not([type='application/ld+json']), main iframe:not([title]), svg[onload]"
                ).count()
                == 0
            ), path
    assert elsewhere == []
    context.close()


@pytest.mark.parametrize("name", ["constructor", "__proto__", "toString", "hasOwnProperty", "__proto__/constructor"])
def test_a_name_that_every_table_has_asks_for_nothing(browser: Browser, small: str, name: str):
    """What stands in an address is looked up in tables; "constructor" is in every one that is not made to be empty."""
    context = browser.new_context()
    page = context.new_page()
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for path in (
        f"meedoen/formulier/#{name}",
        f"zoeken/#{name}=x",
        f"zoeken/#q={name}",
        f"dorp/#q={name}",
        f"lijst/#a={name}",
        f"#{name}",
    ):
        page.goto("about:blank")
        page.goto(small + path)
        page.wait_for_load_state("networkidle")
    assert [url for url in asked if name in url.partition("#")[0]] == []
    assert wrong == []
    context.close()
