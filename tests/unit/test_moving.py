"""What moves keeps its address: every page, calendar, leaf, frame and sheet of before leads on, and every reference follows."""

import re
import shutil
from datetime import timedelta
from pathlib import Path
from urllib.parse import urljoin

import icalendar
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import verbs
from generator.model.problem import errors
from generator.read.rewriting import RewriteError, rewritten, with_list
from generator.work.cache import Cache
from generator.write.build import Builder, Change, Options
from tests.support import SMALL, TODAY, change, check, copy_small, files

ADDRESS = "https://w.example/"
REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')
LASTING = (
    ".html",
    ".ics",
    ".pdf",
    ".svg",
    ".png",
    ".csv",
)  # what people keep, follow and print; the rest pages fetch by themselves


def move(content: Path, *arguments: str) -> int:
    return verbs.main(["move", *arguments, "--content", str(content), "--today", TODAY.isoformat()])


def said(content: Path, path: str) -> dict:
    return yaml.load((content / path).read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copy_small(tmp_path / "content")


def sound(content: Path) -> bool:
    return not list(errors(check(content, change=Change(SMALL, ""))))


def test_an_activity_keeps_its_text_and_what_names_it_follows(content: Path):
    change(
        content,
        {
            "vervang": {
                "activities/dorp/handwerken.yml": [
                    "titel: ",
                    "loopt: {status: gestopt, sinds: 2026-06-30, in_plaats_daarvan: [dorp/zingen]}\ntitel: ",
                ]
            }
        },
    )
    before = (content / "activities/dorp/zingen.yml").read_text(encoding="utf-8")
    earlier = said(content, "activities/dorp/zingen.yml").get("vroeger_adres", [])
    assert move(content, "dorp/zingen", "dorp/samen-zingen") == 0
    assert not (content / "activities/dorp/zingen.yml").exists()
    after = (content / "activities/dorp/samen-zingen.yml").read_text(encoding="utf-8")
    assert said(content, "activities/dorp/samen-zingen.yml")["vroeger_adres"] == [*earlier, "dorp/zingen"]
    assert [
        line for line in before.splitlines() if line not in after.splitlines() and "vroeger_adres" not in line
    ] == []
    assert said(content, "activities/dorp/handwerken.yml")["loopt"]["in_plaats_daarvan"] == ["dorp/samen-zingen"]
    assert sound(content)
    assert move(content, "dorp/samen-zingen", "dorp/zingen") == 0  # and back
    assert "dorp/zingen" not in said(content, "activities/dorp/zingen.yml")["vroeger_adres"]
    assert sound(content)


def test_an_organisation_and_a_place_get_another_name_everywhere(content: Path):
    organisation = said(content, "activities/dorp/zingen.yml")["organisatie"]
    place = said(content, "activities/dorp/zingen.yml")["locatie"]
    named = {
        path
        for path in (content / "activities").rglob("*.yml")
        if said(content, str(path.relative_to(content))).get("organisatie") == organisation
    }
    assert move(content, organisation, "nieuwe-naam") == 0
    assert move(content, f"locations/{place}", "nieuwe-plek") == 0
    assert {said(content, str(path.relative_to(content)))["organisatie"] for path in named} == {"nieuwe-naam"}
    assert said(content, "activities/dorp/zingen.yml")["locatie"] == "nieuwe-plek"
    assert sound(content)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["dorp/zinggen", "dorp/x"], 'Bedoelt u "dorp/zingen"'),
        (["dorp/zingen", "zingen"], "Schrijf gemeente/naam"),
        (["dorp/zingen", "dorp/Samen Zingen"], "Schrijf gemeente/naam"),
        (["dorp/zingen", "dorp/koffie"], "is er al"),
        (["dorp/zingen", "elders/zingen"], 'de gemeente "elders" is er niet'),
        (["dorp/zingen", "dorp/zingen"], "is al de naam"),
        (["kerk", "online"], "betekent iets anders"),
        (["content/locations/kerk.yml", "locations/onbekend.yml"], "betekent iets anders"),
        (["dorp/zingen", "dorp/x", "--dorp", "Dorp"], "--dorp hoort bij het verplaatsen van een gemeente"),
        (["dorp", "stad", "--dorp", "Nergens"], "ligt geen plek in"),
        (["dorp", "elders", "--dorp", "Dorp"], "Maak eerst content/municipalities/elders.yml"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    content: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
):
    before = files(content)
    assert move(content, *arguments) == 2
    assert told in capsys.readouterr().err
    assert files(content) == before


def test_what_would_break_the_content_is_not_written(content: Path, capsys: pytest.CaptureFixture[str]):
    before = files(content)
    assert move(content, "dorp/zingen", "dorp/bewegen-en-plezier") == 1
    found = capsys.readouterr().err
    assert "A022" in found
    assert "Er is niets veranderd" in found
    assert "wijzer-move-" not in found
    assert files(content) == before


def test_a_trial_says_what_would_happen(content: Path, capsys: pytest.CaptureFixture[str]):
    before = files(content)
    assert move(content, "dorp", "nieuwdorp", "--proef") == 0
    told = capsys.readouterr().out
    assert "nieuw: municipalities/nieuwdorp.yml" in told
    assert "weg: municipalities/dorp.yml" in told
    assert files(content) == before


def built(content: Path, out: Path, day: int = 0) -> dict[str, bytes]:
    options = Options(content, out, TODAY + timedelta(days=day), ADDRESS)
    report = Builder(Cache()).build(options)
    assert report.written, [str(problem) for problem in errors(report.problems)]
    return files(out)


def leads(site: dict[str, bytes], path: str) -> str:
    """Return the page at which somebody ends who asks for a page."""
    for _ in range(5):
        assert path in site, path
        found = REFRESH.search(site[path].decode())
        if not found:
            return path
        path = urljoin(f"/{path}", found[1]).lstrip("/") + "index.html"
    raise AssertionError(path)


def events(raw: bytes) -> dict[str, int]:
    return {str(event["UID"]): int(event["SEQUENCE"]) for event in icalendar.Calendar.from_ical(raw).walk("VEVENT")}


@pytest.mark.slow
@pytest.mark.parametrize("into", ["stad", "kom"], ids=["in een andere", "met een andere naam"])
def test_after_a_merger_no_address_is_dead_and_no_subscription_is_lost(content: Path, tmp_path: Path, into: str):
    """Two become one on the first of January, and a third gives a village."""
    change(
        content,
        {
            "bestanden": {
                "locations/dorpshuis-leeg.yml": "naam: Dorpshuis\nplaats: Achterom\ngemeente: leeg\n",
                "activities/leeg/kaarten.yml": (content / "activities/dorp/koffie.yml")
                .read_text(encoding="utf-8")
                .replace("gemeente: dorp", "gemeente: leeg")
                .replace(
                    f"locatie: {said(content, 'activities/dorp/koffie.yml')['locatie']}", "locatie: dorpshuis-leeg"
                ),
                "activities/stad/zingen.yml": (content / "activities/stad/wandelen.yml").read_text(encoding="utf-8"),
            }
        },
    )
    before = built(content, tmp_path / "site")
    was = shutil.copytree(content, tmp_path / "was")
    assert move(content, "dorp", into) == 0
    assert move(content, "leeg", into, "--dorp", "achterom") == 0
    if into == "kom":
        change(content, {"vervang": {"municipalities/kom.yml": ["naam: Dorp", "naam: Kom"]}})
    assert not list(errors(check(content, change=Change(was, ""))))
    after = built(content, tmp_path / "site", day=40)
    lasting = [path for path in before if path.endswith(LASTING) and not path.startswith("assets/")]
    assert [path for path in lasting if path not in after] == []
    for path in lasting:
        if path.endswith("index.html"):
            assert leads(after, path) in after
    assert leads(after, "dorp/index.html") == f"{into}/index.html"
    assert leads(after, "inbedden/dorp/index.html") == f"inbedden/{into}/index.html"
    assert leads(after, "leeg/kaarten/index.html") == f"{into}/kaarten/index.html"
    assert leads(after, "praktijken/dorp/huisarts-oost/index.html") == f"praktijken/{into}/huisarts-oost/index.html"
    if into == "stad":
        assert leads(after, "dorp/zingen/index.html") == "stad/zingen-dorp/index.html"
    for path in before:
        if path.endswith("kalender.ics"):
            old, new = events(before[path]), events(after[path])
            if path.startswith("leeg/") and "kaarten" not in path:  # of what is in another municipality now
                assert not new.keys() - old.keys()
                continue
            assert old.keys() <= new.keys(), path
            assert all(new[uid] >= number for uid, number in old.items()), path
    assert f"(nu {'Stad' if into == 'stad' else 'Kom'})" in after["dorp/kalender.ics"].decode().replace("\r\n ", "")
    # A list that somebody has, with the ids of then: the leaves stand where they stood.
    leaf = after["dorp/bladen-1.html"].decode()
    assert set(re.findall(r'data-van="([^"]+)"', before["dorp/bladen-1.html"].decode())) <= set(
        re.findall(r'data-van="([^"]+)"', leaf)
    )
    assert f'data-vroeger="dorp:{into}"' in after["zoeken/index.html"].decode()
    # A code on paper is of the address of then.
    assert after["praktijken/dorp/huisarts-oost/flyer.pdf"] == after[f"praktijken/{into}/huisarts-oost/flyer.pdf"]


@pytest.mark.slow
def test_a_build_after_a_move_equals_one_from_nothing(content: Path, tmp_path: Path):
    cache = Cache()
    options = Options(content, tmp_path / "site", TODAY, ADDRESS)
    assert Builder(cache).build(options).written
    assert move(content, "dorp", "stad") == 0
    assert Builder(cache).build(options).written
    again = files(tmp_path / "site")
    fresh = built(content, tmp_path / "nieuw")
    unlike = [
        path
        for path in {*again, *fresh}
        if again.get(path) != fresh.get(path) and not path.endswith((".ics", "versies.json"))
    ]
    assert unlike == []


NAMES = st.lists(st.text("abc-'\" #:,é[]", min_size=1, max_size=9).map(str.strip).filter(bool), max_size=4, unique=True)


@settings(max_examples=300, deadline=None)
@given(NAMES, st.sampled_from(["", "wijken: [a, b]  # zo\n", "wijken:\n  - a\n  - b\n", "wijken:\n- a\n"]))
def test_a_list_is_written_as_it_is_read_and_the_rest_stays(names: list[str], before: str):
    text = f"# kop\nnaam: Dorp  # een naam\n{before}vervoer:\n  - naam: Bus\n"
    after = with_list(text, "wijken", names)
    found = yaml.load(after, yaml.BaseLoader)
    assert found.get("wijken", []) == names
    assert {key: value for key, value in found.items() if key != "wijken"} == {
        "naam": "Dorp",
        "vervoer": [{"naam": "Bus"}],
    }
    assert after.startswith("# kop\nnaam: Dorp  # een naam\n")


def test_remarks_in_a_list_and_signs_in_a_name_are_kept():
    text = 'wijken:\n  - "Zuid, Oost/West"  # het dorp\n  - "Plein #1"\n  - b # klein\nnaam: Dorp\n'
    after = with_list(text, "wijken", ["Zuid, Oost/West", "Plein #1", "b", "c"])
    assert yaml.load(after, yaml.BaseLoader) == {"wijken": ["Zuid, Oost/West", "Plein #1", "b", "c"], "naam": "Dorp"}
    assert after == text.replace("naam: Dorp", "  - c\nnaam: Dorp")
    turned = with_list(text, "wijken", ["b", "Plein #1"])
    assert turned == '# het dorp\n# klein\nwijken: [b, "Plein #1"]\nnaam: Dorp\n'


SHAPES = [
    "locatie: kerk\nwijken: [a, b]\n",
    "locatie: >-\n  kerk\n\nwijken:\n  - a\n\n  - b  # klein\n",
    '"locatie": "kerk"\n"wijken":\n- a\n- b\n# over het volgende\nnaam: x\n',
    "locatie: |\n  kerk\nwijken: [\n  a,\n  b\n]\nnaam: x",
    "  locatie: 'kerk'\n  wijken:\n    - a\n    - b\n...\n",
    "---\n{locatie: kerk, wijken: [a, b]}\n",
    "{locatie: kerk, wijken: [a, b],}\n",
    "locatie:\n  kerk # hier\nwijken:\n  - a\n  - b",
]


def test_a_way_of_writing_that_is_not_understood_is_refused():
    with pytest.raises(RewriteError, match="vroeger"):
        rewritten("? locatie\n: kerk\n? wijken\n: [a, b]\n", {}, {"wijken": ["c"], "vroeger": ["d"]})


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("names", [["a", "b", "c"], ["b", "c"], ["a"], ["c"], ["b", "a"], []], ids="-".join)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\ufeff"], ids=["unix", "windows", "bom"])
def test_every_way_of_writing_is_understood(shape: str, names: list[str], ends: str):
    text = f"{ends}{shape}" if ends == "\ufeff" else shape.replace("\n", ends)
    lists = {"wijken": names, "vroeger": names}
    after = rewritten(text, {("locatie",): "plein"}, lists)
    before, found = (yaml.load(one.lstrip("\ufeff"), yaml.BaseLoader) for one in (text, after))
    assert found == {key: value for key, value in before.items() if key != "wijken"} | {"locatie": "plein"} | (
        {"wijken": names, "vroeger": names} if names else {}
    )
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    assert after.count("\r\n") == (after.count("\n") if ends == "\r\n" else 0)
    assert sorted(one for one in ("# hier", "# klein", "# over het volgende") if one in before) == sorted(
        one for one in ("# hier", "# klein", "# over het volgende") if one in before and one in after
    )
