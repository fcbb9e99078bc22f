"""Links that mail programs, chats and people changed on their way open what they opened before."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support import PROJECT

LIST = "a=meppel/bridge-de-boerhoorn.9q4,darten-de-boerhoorn.e1q,hulp-met-digid.xrp"
IDS = ["meppel/bridge-de-boerhoorn", "meppel/darten-de-boerhoorn", "meppel/hulp-met-digid"]


def once(text: str) -> str:
    return quote(text, safe="")


# What is done to links: by mail programs (Safe Links, quoted-printable, HTML), by chats, by word processors and by people.
DONE: dict[str, Callable[[str], str]] = {
    "encoded": once,
    "encoded twice": lambda text: once(once(text)),
    "encoded in small letters": lambda text: re.sub(r"%..", lambda found: found[0].lower(), once(text)),
    # A program that encodes the signs of an address and leaves a % alone makes two links of which nobody can tell which it was.
    "only the signs of an address": lambda text: (
        text if "%" in text else text.replace("=", "%3D").replace("&", "%26").replace("/", "%2F")
    ),
    "commas and slashes": lambda text: text.replace(",", "%2C").replace("/", "%2F"),
    "percent signs again": lambda text: text.replace("%", "%25"),
    "html": lambda text: text.replace("&", "&amp;"),
    "html in numbers": lambda text: text.replace("&", "&#38;"),
    "html, encoded": lambda text: text.replace("&", "&amp%3B"),
    "a full stop": lambda text: f"{text}.",
    "a bracket": lambda text: f"{text})",
    "a square bracket": lambda text: f"{text}]",
    "an angle": lambda text: f"{text}>",
    "a quotation mark": lambda text: f"{text}\u201d",
    "a comma and a space": lambda text: f"{text}, ",
    "an encoded space": lambda text: f"{text}%20",
    "another hash": lambda text: f"#{text}",
    "an encoded hash": lambda text: f"%23{text}",
    "a zero-width space": lambda text: f"{text[:7]}\u200b{text[7:]}",
    "a soft hyphen, encoded": lambda text: f"{text[:4]}{text[4:]}%C2%AD",
    "a broken line": lambda text: f"{text[:2]}\r\n{text[2:]}",
    "a tracker": lambda text: f"{text}&utm_source=nieuwsbrief",
    "a tracker behind a question": lambda text: f"{text}?fbclid=IwAR2",
    "capital names": lambda text: re.sub(r"(?:^|(?<=&))(\w+)=", lambda found: found[0].upper(), text),
}
NAMES = st.from_regex(r"[a-z][a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
ITEMS = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.tuples(st.sampled_from(["meppel", "de-wolden"]), NAMES).map("/".join),
            "mark": st.sampled_from(["", "a9z", "123"]),
        }
    ),
    max_size=5,
    unique_by=lambda item: item["id"],
)
FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "dag": st.sampled_from([[], ["maandag"], ["maandag", "zaterdag"]]),
        "thema": st.just(["kunst-en-cultuur"]),
        "gemeente": st.just(["meppel"]),
    },
)
WORDS = st.one_of(
    st.sampled_from(
        [
            "",
            "koffie drinken",
            "65+",
            "100%",
            "wat is er?",
            "(niet) ver",
            "3D printen",
            "d&d",
            "a=b",
            "café ’t hoekje",
            "%41",
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=12),
)
LIVING = st.sampled_from(["", "7941", "Den Haag", "'s-Gravenhage", "Sint Pieter (bij Maastricht)"])
STATES = st.tuples(WORDS, FILTERS, LIVING, st.sampled_from([0, 1, 5, 10, 25]))


class Browser:
    """The site's own reader of fragments, in node: one process that answers a question a line."""

    def __init__(self) -> None:
        command = ["node", str(PROJECT / "tests/fragments/ask.mjs")]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, does: str, item: Any) -> Any:
        self.process.stdin.write(json.dumps([does, item]) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


@pytest.fixture(scope="module")
def reader() -> Iterator[Browser]:
    made = Browser()
    yield made
    made.process.stdin.close()
    made.process.wait()
    made.process.stdout.close()


def state(q: str, filters: dict[str, list[str]], bij: str, km: int) -> dict[str, Any]:
    names = ["thema", "dag", "dagdeel", "kosten", "doelgroep", "toegankelijk", "extra", "gemeente", "wijk"]
    known = json.loads(re.search(r"FACETS = (.*);", (PROJECT / "site_overrides/assets/constants.js").read_text())[1])
    assert {*filters} <= {*known}, names
    chosen = {name: filters.get(name, []) for name in known}
    order = "dichtbij" if bij else "best"
    return {"q": q, "filters": chosen, "onbekend": False, "volgorde": order, "bij": bij, "km": km}


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ITEMS, STATES, st.sampled_from(sorted(DONE)), st.sampled_from(sorted(DONE)))
def test_whatever_two_things_are_done_to_a_link_it_opens_the_same(reader: Browser, items, searched, first, second):
    rest, own = reader("search", state(*searched)), reader("list", items)
    whole = "&".join(filter(None, (rest, own and f"a={own}")))
    changed = DONE[second](DONE[first](whole))
    before, after = reader("opens", whole), reader("opens", changed)
    assert (after["list"], after["search"]) == (before["list"], before["search"]), (whole, changed)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STATES)
def test_what_is_written_is_read_back(reader: Browser, searched):
    asked = state(*searched)
    assert reader("opens", reader("search", asked))["search"] == {"state": asked, "strange": []}


@pytest.mark.parametrize("name", sorted(DONE))
def test_each_thing_that_is_done_to_a_list_leaves_it_whole(reader: Browser, name: str):
    found = reader("opens", DONE[name](LIST))
    assert [item["id"] for item in found["list"]["items"]] == IDS, name
    assert found["list"]["strange"] == 0


def test_a_mark_cut_short_or_a_hyphen_of_a_word_processor_drops_no_activity(reader: Browser):
    texts = [LIST[:-1], LIST[:-2], LIST[:-3], LIST.replace("-", "\u2011"), LIST.upper(), LIST.replace(",", ", ")]
    texts += [
        f"{LIST[:-4]}.",
        LIST.replace("a=", "a=3D"),
        f"<{LIST}>",
        f"{LIST}\u200b",
        f"a=3D{LIST[2:20]}=\r\n{LIST[20:]}",
    ]
    for text in texts:
        assert [item["id"] for item in reader("opens", text)["list"]["items"]] == IDS, text


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/lijst/%23a=meppel/x.9q4,y", "/lijst/#a=meppel/x.9q4,y"),
        ("/sub/zoeken/%2523q%253Dkoffie%252Bdrinken", "/sub/zoeken/#q=koffie+drinken"),
        ("/lijst/%23a%3Dmeppel%2Fx/", "/lijst/#a=meppel/x"),
        ("/meedoen/formulier/%23meppel/x", "/meedoen/formulier/#meppel/x"),
        ("/niets/", ""),
    ],
)
def test_an_encoded_hash_leads_to_the_page_that_was_meant(reader: Browser, path: str, address: str):
    assert reader("meant", path) == address


def test_what_cannot_be_read_is_counted_and_never_made_up(reader: Browser):
    texts = ["a=%E0%A4%A", "a=../../x,<script>", "%%%", "q=%E0%A4%A", "a="]
    found = [reader("opens", text) for text in texts]
    assert [one["list"]["strange"] for one in found] == [1, 2, 0, 0, 0]
    assert found[2]["rest"] == "%%%"
    assert found[3]["search"]["strange"] == ["q=%E0%A4%A"]
