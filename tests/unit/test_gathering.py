"""A region of several sites becomes one: what another site gives out comes in, judged as everything is, and nothing is run or believed."""

import functools
import hashlib
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import verbs
from generator.cli.fetching import fetcher
from generator.cli.verbs import main
from generator.model.schema import AndereSite
from generator.read.gathering import INDEX, GatherError, gathered, marked, untouched
from tests.support import SMALL, TODAY, build, change, check, copy_small, loaded

BUREN = "https://buren.example/"
DAY = ["--today", TODAY.isoformat()]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A second site, with other activities in the same municipalities, as it stands on a host."""
    folder = tmp_path_factory.mktemp("ander")
    content = copy_small(folder / "content")
    change(
        content,
        {
            "weg": ["activities/dorp/zingen.yml", "activities/dorp/koffie.yml", "activities/dorp/oud-koor.yml"],
            "bestanden": {
                "activities/dorp/schilderen.yml": SCHILDEREN,
                "organisations/penseel.yml": "naam: Het Penseel\ncontact: {telefoon: 0522 254 399}\n",
                "locations/atelier.yml": "naam: Het Atelier\nplaats: Dorp\ngemeente: dorp\nadres: Kwaststraat 3\n",
            },
        },
    )
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder / "site"))
    url = f"http://127.0.0.1:{server.server_port}/"
    build(content, folder, site_url=BUREN)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield url, folder
    server.shutdown()
    server.server_close()


def over(url: str):
    """Return what fetches the second site from where it stands in this test."""
    fetch = fetcher()
    return lambda address: fetch(address.replace(BUREN, url))


SCHILDEREN = """titel: Samen schilderen in het atelier
samenvatting: U schildert elke week met een kleine groep.
domeinen: [kunst-en-cultuur]
gemeente: dorp
organisatie: penseel
locatie: atelier
wanneer:
  - {elke: maandag, van: 10.00, tot: onbekend}
kosten:
  - {bedrag_euro: 4, per: keer, toelichting: Verf is erbij.}
aanmelden: nodig
toegankelijkheid: {rolstoel: ja}
leeftijd_vanaf: 18
gecontroleerd: {op: 2026-10-01, door: organisatie, hoe: mail}
bron:
  - url: https://penseel.example/
    datum: 2026-05
"""


def site(url: str, *, trusted: bool = True) -> AndereSite:
    return AndereSite(naam="De buren", adres=url, gemeenten=("dorp",), vertrouwd="ja" if trusted else None)


def here(tmp_path: Path) -> Path:
    content = copy_small(tmp_path / "content")
    change(content, {"weg": ["activities/dorp/handwerken.yml", "drafts"]})
    return content


def test_what_a_trusted_site_has_is_here_too_and_says_where_it_came_from(
    tmp_path: Path, other: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
):
    content, (url, _) = here(tmp_path), other
    monkeypatch.setattr(verbs, "fetcher", lambda: over(url))
    (content / "sources.yml").write_text(
        f"bronnen:\n  - {{naam: De buren, adres: '{BUREN}', gemeenten: [dorp], vertrouwd: ja}}\n", encoding="utf-8"
    )
    assert main(["gather", "--content", str(content), *DAY]) == 0
    entry = loaded(content).activities["dorp/schilderen"].model
    assert entry.herkomst == f"{BUREN}dorp/schilderen/"
    assert entry.gecontroleerd is None  # nobody here asked
    assert [one.datum for one in entry.bron] == ["2026-10-01", "2026-05"]
    assert (entry.leeftijd_vanaf, str(entry.kosten[0].bedrag_euro), str(entry.wanneer[0].tot)) == (18, "4", "onbekend")
    assert str(entry.toegankelijkheid.rolstoel) == "ja"
    assert (content / "organisations/het-penseel.yml").is_file()
    assert not [one for one in check(content) if one.severity == "error"]
    page = (build(content, tmp_path / "uit") / "dorp/schilderen/index.html").read_text(encoding="utf-8")
    assert "buren.example" in page  # as the source


def test_a_second_time_nothing_changes_and_what_somebody_changed_stays(tmp_path: Path, other: tuple[str, Path]):
    content, (url, _) = here(tmp_path), other
    first = gathered(loaded(content), content, site(BUREN), over(url), TODAY)
    change(content, {"bestanden": first.files})
    again = gathered(loaded(content), content, site(BUREN), over(url), TODAY)
    assert (again.files, again.notes) == ({}, [])
    path = content / "activities/dorp/schilderen.yml"
    old = path.read_text(encoding="utf-8").rpartition("# gather")[0].replace("kleine groep", "grote groep")
    path.write_text(marked(old), encoding="utf-8")  # as it was there before
    renewed = gathered(loaded(content), content, site(BUREN), over(url), TODAY)
    assert renewed.again == {"activities/dorp/schilderen.yml"}
    assert "kleine groep" in renewed.files["activities/dorp/schilderen.yml"]
    path.write_text(old, encoding="utf-8")
    kept = gathered(loaded(content), content, site(BUREN), over(url), TODAY)
    assert kept.files == {}
    assert "iemand veranderde dit hier" in kept.notes[0]


def test_of_another_site_drafts_come_and_no_entries(tmp_path: Path, other: tuple[str, Path]):
    content, (url, _) = here(tmp_path), other
    found = gathered(loaded(content), content, site(BUREN, trusted=False), over(url), TODAY)
    assert {path.partition("/")[0] for path in found.files} == {"drafts"}
    change(content, {"bestanden": found.files})
    assert loaded(content).drafts["dorp/schilderen"].model.adres == "Kwaststraat 3"
    assert gathered(loaded(content), content, site(BUREN, trusted=False), over(url), TODAY).files == {}


def fake(change_it, url: str = BUREN):
    """Return a fetch of a site that says something else than it should."""
    record = json.loads((Path(__file__).parent.parent / "data-elders.json").read_text(encoding="utf-8"))
    index = {"versie": 1, "gemeenten": [{"id": "dorp", "json": [{"bestand": "a.json", "sha256": ""}]}]}
    files = {"a.json": {"activiteiten": [record]}}
    change_it(index, files, record)
    raw = {name: json.dumps(data).encode() for name, data in files.items()}
    piece = index["gemeenten"][0]["json"][0] if isinstance(index.get("gemeenten"), list) and index["gemeenten"] else {}
    if piece.get("sha256") == "":
        piece["sha256"] = hashlib.sha256(raw["a.json"]).hexdigest()
    raw[INDEX] = json.dumps(index).encode()
    return lambda address: raw[address.removeprefix(url)]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda index, *_: index.update(versie=2), "andere versie"),
        (lambda index, *_: index.update(gemeenten=[]), "de gemeente dorp is daar niet"),
        (lambda index, *_: index["gemeenten"][0]["json"][0].update(bestand="https://boos.example/x.json"), "geen is"),
        (lambda index, *_: index["gemeenten"][0]["json"][0].update(bestand="../../etc/passwd"), "geen is"),
        (lambda index, *_: index["gemeenten"][0]["json"][0].update(sha256="x"), "een ander bestand"),
        (lambda _index, files, _record: files.update({"a.json": [1]}), "andere vorm"),
    ],
)
def test_a_site_that_says_something_else_is_told_and_nothing_comes_of_it(tmp_path: Path, wrong, said: str):
    content = here(tmp_path)
    with pytest.raises(GatherError, match=said):
        gathered(loaded(content), content, site(BUREN), fake(wrong), TODAY)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda record: record.pop("titel"), "titel heeft een andere vorm"),
        (lambda record: record.update(kosten=3), "kosten"),
        (lambda record: record.update(titel="<script>alert(1)</script>"), "A100"),
        (lambda record: record.update(titel="x" * 300), "te lang"),
        (lambda record: record.update(id="dorp/../../x"), "geen activiteit van"),
        (lambda record: record.update(id="stad/x", gemeente="stad"), "geen activiteit van"),
        (lambda record: record.update(adres="https://elders.example/x/"), "geen activiteit van"),
        (lambda record: record.update(themas=["tuinieren"]), "domeinen"),
        (lambda record: record.update(wanneer=[{"elke": "zondag", "van": "20.00", "tot": "19.00"}]), "A040"),
        (lambda record: record["bereik"].update(website="javascript:alert(1)"), "A070"),
    ],
)
def test_a_record_that_is_not_as_it_should_be_is_left_out_and_said(tmp_path: Path, wrong, said: str):
    content = here(tmp_path)
    fetch = fake(lambda _index, _files, record: wrong(record))
    found = gathered(loaded(content), content, site(BUREN), fetch, TODAY)
    assert not [path for path in found.files if path.startswith("activities/")]
    assert said in " ".join(found.notes)


def test_what_is_here_under_the_same_name_or_is_the_same_stays(tmp_path: Path):
    content = here(tmp_path)
    own = loaded(content).activities["dorp/zingen"].model.titel
    for name in ("zingen", "samen-zingen"):
        fetch = fake(
            lambda _index, _files, record, name=name: record.update(
                id=f"dorp/{name}",
                adres=f"{BUREN}dorp/{name}/",
                titel=own,
                organisatie="Koor & Klank",
                plek={"naam": "Dorpskerk", "adres": "Kerkstraat 1", "postcode": None, "plaats": "Dorp"},
                wanneer=[{"elke": "donderdag", "van": "19.30", "tot": "21.30"}],
            )
        )
        found = gathered(loaded(content), content, site(BUREN), fetch, TODAY)
        assert not [path for path in found.files if path.startswith("activities/")]
        assert "Niet overgenomen" in found.notes[0]


def test_what_is_no_longer_there_is_said(tmp_path: Path, other: tuple[str, Path]):
    content, (url, _) = here(tmp_path), other
    first = gathered(loaded(content), content, site(BUREN), over(url), TODAY)
    change(content, {"bestanden": first.files})
    gone = content / "activities/dorp/schilderen.yml"
    gone.write_text(gone.read_text(encoding="utf-8").replace("dorp/schilderen/", "dorp/weg/"), encoding="utf-8")
    gone.rename(content / "activities/dorp/weg.yml")
    found = gathered(loaded(content), content, site(BUREN), over(url), TODAY)
    assert any("staat niet meer bij De buren" in note for note in found.notes)


def test_only_the_host_that_was_asked_is_asked_and_only_so_long(other: tuple[str, Path]):
    url, _ = other
    assert json.loads(fetcher()(url + INDEX))["versie"] == 1
    with pytest.raises(GatherError, match=r"is er niet \(404\)"):
        fetcher()(f"{url}bestaat-niet.json")
    with pytest.raises(GatherError, match="niet te bereiken"):
        fetcher()("http://127.0.0.1:9/x")
    seconds = iter([0.0, 10_000.0, 10_000.0])
    with pytest.raises(GatherError, match="duurt te lang"):
        fetcher(lambda: next(seconds))(url + INDEX)


def test_it_is_sent_on_to_no_other_host():
    class Sends(Quiet):
        def do_GET(self) -> None:
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1:9/elders")
            self.end_headers()

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Sends)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with pytest.raises(GatherError, match="verwijst naar een andere site"):
        fetcher()(f"http://127.0.0.1:{server.server_port}/x")
    server.shutdown()
    server.server_close()


def test_a_site_without_an_address_of_the_web_is_refused(tmp_path: Path):
    content = here(tmp_path)
    with pytest.raises(GatherError, match="https"):
        gathered(loaded(content), content, site("file:///etc/"), lambda _address: b"", TODAY)


def test_without_sources_it_says_what_to_do(capsys: pytest.CaptureFixture[str]):
    assert main(["gather", "--content", str(SMALL), *DAY]) == 2
    assert "sources.yml" in capsys.readouterr().err


def test_a_mark_tells_whether_a_file_is_as_it_was_written():
    text = marked("titel: Iets\n")
    assert untouched(text)
    assert not untouched(text.replace("Iets", "Iets anders"))
    assert not untouched("titel: Iets\n")
