"""Open data, as other people's programs judge it: our own words, Open Referral UK, OpenActive, DCAT, Atom and the table that comes in again."""

import hashlib
import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import feedparser
import pytest
import rdflib
from jsonschema import Draft202012Validator, FormatChecker
from pyshacl import validate
from rdflib.compare import isomorphic

from generator.give import changes, jsonld, open_data, openactive
from generator.give.cells import table
from generator.give.dcat import FILES, as_jsonld, as_turtle, catalogue_tree
from generator.give.oruk import Oruk
from generator.model import addresses
from generator.model.entry_data import entry_data
from generator.model.questions import BY_NAME, COLUMNS
from generator.read.answers import at
from generator.read.imported_row import Asked
from generator.read.importing import outcomes
from generator.read.notation_cell import notation, written
from generator.read.table import read_table
from generator.read.table_out import table_of
from generator.views.data.record import record
from tests.support import PROJECT, SAMPLE, SMALL, TODAY, build, change, copy_small, loaded

URL = "https://wijzer.example/"
VALIDATORS = Path(os.environ.get("VALIDATORS") or PROJECT.parent / "shared/validators")
needs_validators = pytest.mark.skipif(
    not VALIDATORS.is_dir(), reason="de bestanden van anderen zijn er niet: zet hun map in VALIDATORS"
)
FROZEN = PROJECT / "tests/data-v1.json"
CONTENTS = [SMALL, SAMPLE]


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    """A content folder with an activity of which everything is known."""
    content = copy_small(tmp_path / "content")
    activity = (content / "activities/stad/wandelen.yml").read_text(encoding="utf-8")
    change(
        content,
        {
            "bestanden": {
                "activities/stad/wandelen.yml": re.sub("wanneer:.*?kosten: gratis\n", RICH, activity, flags=re.DOTALL),
                "locations/bos.yml": "naam: Het Bos\nplaats: Stad\ngemeente: stad\nadres: Boslaan 1\npostcode: 7941 AB\n"
                "punt: {lat: 52.701, lon: 6.192}\ntoegankelijkheid: {rolstoel: ja, toilet: nee}\n",
            }
        },
    )
    kinds = content / "kinds.yml"
    own = "    naam: Wandelen\n"
    numbered = f"{own}    openactive: 95092977-5a20-4d6e-b312-8fddabe71544\n    openactive_naam: Walking\n"
    kinds.write_text(kinds.read_text(encoding="utf-8").replace(own, numbered), encoding="utf-8")
    return content


RICH = """wanneer:
  - {elke: dinsdag, van: 10.00, tot: 12.00, vanaf: 2026-09-01}
  - {elke: donderdag, week_van_de_maand: [1, laatste], van: 14.00, tot: onbekend}
  - {elke: vrijdag, van: 10.00, tot: 11.00, behalve: [feestdagen]}
  - {datum: 2026-12-24, van: 15.00, tot: 17.00}
kosten:
  - {bedrag_euro: 2.50, per: keer, voor: leden, toelichting: Met koffie.}
  - {bedrag_euro: 30, per: jaar}
leeftijd_vanaf: 18
leeftijd_tot: 99
talen: [Turks]
gecontroleerd: {op: 2026-11-02, door: coordinator, hoe: telefoon}
contact: {telefoon: 0522 254 321, email: info@groen.example, website: "https://www.groen.example/"}
"""


def test_the_rich_entry_is_rich(rich: Path):
    model = loaded(rich).activities["stad/wandelen"].model
    assert (len(model.wanneer), len(model.kosten)) == (4, 2)


@pytest.mark.parametrize("content", CONTENTS, ids=["klein", "echt"])
def test_every_record_is_as_its_schema_says_and_names_what_nobody_knows(content: Path):
    schema = open_data.record_schema()
    Draft202012Validator.check_schema(schema)
    check = Draft202012Validator(schema)
    catalogue = loaded(content)
    for entry in catalogue.activities.values():
        made = json.loads(open_data.one(record(catalogue, entry, TODAY, URL)))
        assert list(check.iter_errors(made)) == []
        assert made["hoe_zeker"]["zin"]
        for name in made["onbekend"]:
            first, _, rest = name.partition(".")
            values = made[first] if isinstance(made[first], list) else [made[first]]
            assert any(one is None or (rest and one[rest] is None) for one in values), (entry.id, name)
        assert ': "onbekend"' not in json.dumps(made)  # unknown is null


def test_what_other_programs_rely_on_stays_as_it_is():
    """A field may come. Where one goes, gets another type or may suddenly be missing, readers break: make that version 2."""
    now = open_data.record_schema()
    before = json.loads(FROZEN.read_text(encoding="utf-8"))
    assert broken(before, now) == []


def broken(before: dict, now: dict) -> list[str]:
    found = []
    for where, old in {"": before, **before.get("$defs", {})}.items():
        new = now if not where else now.get("$defs", {}).get(where, {})
        for name, kind in old.get("properties", {}).items():
            if new.get("properties", {}).get(name) != kind:
                found.append(f"{where}.{name}")
        found += [
            f"{where}.{name} kan ontbreken" for name in old.get("required", []) if name not in new.get("required", [])
        ]
    return found


def test_a_change_that_breaks_readers_is_seen():
    now = open_data.record_schema()
    less = json.loads(json.dumps(now))
    del less["properties"]["titel"]
    less["properties"]["kosten_in_woorden"] = {"type": "string"}
    less["required"].remove("hoe_zeker")
    assert broken(now, less) == [".titel", ".kosten_in_woorden", ".hoe_zeker kan ontbreken"]
    assert broken(now, {**now, "properties": {**now["properties"], "nieuw": {"type": "string"}}}) == []


def test_nothing_is_given_out_that_is_not_on_the_page(tmp_path: Path):
    site = build(copy_small(tmp_path / "content"), tmp_path)
    for path in site.glob("*/*/gegevens.json"):
        made = json.loads(path.read_text(encoding="utf-8"))
        if made["id"] != path.parent.relative_to(site).as_posix():
            continue  # the same at an address that it had before
        page = html.unescape((path.parent / "index.html").read_text(encoding="utf-8"))
        running = ("samenvatting", "organisatie", "voor_wie", "aanmelden_hoe") if made["loopt"] != "gestopt" else ()
        for name in ("titel", "gemeente_naam", *running):
            assert not made[name] or made[name] in page, (path, name)
        for value in made["bereik"].values():
            assert not value or value.removeprefix("https://").rstrip("/") in page, (path, value)


def test_the_index_says_what_there_is_and_its_hashes_are_right(tmp_path: Path):
    site = build(copy_small(tmp_path / "content"), tmp_path)
    index = json.loads((site / addresses.DATA_INDEX).read_text(encoding="utf-8"))
    assert (index["versie"], index["activiteiten"], index["per_activiteit"]) == (1, 6, "gegevens.json")
    files = [*index["alles"]["json"], *(piece for place in index["gemeenten"] for piece in place["json"])]
    for one in files:
        raw = (site / one["bestand"]).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == one["sha256"]
        assert len(json.loads(raw)["activiteiten"]) == one["activiteiten"]
    named = [
        index["schema"],
        *(place[kind] for place in index["gemeenten"] for kind in ("csv", "oruk", "openactive", "atom")),
    ]
    named += [*index["alles"]["atom_per_thema"].values()]
    assert [path for path in named if not (site / path).is_file()] == []


@pytest.mark.parametrize("content", CONTENTS, ids=["klein", "echt"])
def test_a_table_that_goes_out_comes_in_again_unchanged(tmp_path: Path, content: Path):
    catalogue = loaded(content)
    path = tmp_path / "uit.csv"
    path.write_text(table(table_of(catalogue, catalogue.activities.values()), for_people=True), encoding="utf-8")
    rows = read_table(path).rows
    again = outcomes(catalogue, rows, TODAY, Asked("de tabel", ""))
    assert {one.status for one in again} == {"bestaat"}
    assert [note for one in again for note in one.notes if note.startswith(("Nieuw hierin", "Anders hierin"))] == []
    empty = tmp_path / "leeg"
    shutil.copytree(content, empty)
    shutil.rmtree(empty / "activities")
    shutil.rmtree(empty / "drafts", ignore_errors=True)
    made = outcomes(loaded(empty), rows, TODAY, Asked("de tabel", ""))
    assert {one.status for one in made} == {"nieuw"}
    for one, entry in zip(made, catalogue.activities.values(), strict=True):
        before, after = entry_data(entry.model), one.entries["activities"]
        for question in (BY_NAME[name] for name in COLUMNS):
            if question.folder == "activities":
                old, new = (at(data, question.path) for data in (before, after))
                told = any(question.name in note for note in one.notes)  # what has no place here is said
                assert old == new or told or {old, new} <= {None, "onbekend"}, (entry.id, question.name)


@pytest.mark.parametrize(
    "value",
    [
        [
            {"elke": "dinsdag", "van": "14.00", "week_van_de_maand": ["1", "laatste"]},
            {"tekst": "En soms: op zaterdag, 'ja'."},
        ]
    ],
)
def test_a_cell_in_the_notation_is_read_as_it_was(value: list):
    assert notation(written(value)) == value


@pytest.mark.parametrize(
    "text", ["[{a: &b c, d: *b}]", "{!!python/x: y}", "[{", "{}", "gratis", "[a, b]", "{" + "a" * 3000]
)
def test_another_cell_is_not(text: str):
    assert notation(text) is None


@needs_validators
@pytest.mark.parametrize("which", ["klein", "echt", "rijk"])
def test_open_referral_takes_every_service(rich: Path, which: str):
    content = {"klein": SMALL, "echt": SAMPLE, "rijk": rich}[which]
    schema = json.loads((VALIDATORS / "oruk/service.json").read_text(encoding="utf-8"))
    check = Draft202012Validator(schema, format_checker=FormatChecker())
    catalogue = loaded(content)
    oruk = Oruk(catalogue, TODAY, URL)
    services = [oruk.service(entry) for entry in catalogue.activities.values()]
    assert [list(check.iter_errors(one)) for one in services if not check.is_valid(one)] == []
    assert len({one["id"] for one in services}) == len(services)


def test_open_referral_says_no_more_than_is_known(rich: Path):
    catalogue = loaded(rich)
    services = {id_: Oruk(catalogue, TODAY, URL).service(entry) for id_, entry in catalogue.activities.items()}
    known = services["stad/wandelen"]
    assert known["assured_date"] == "2026-11-02"
    assert [rule.get("byday") for rule in known["schedules"]] == [
        "TU",
        "1TH,-1TH",
        None,
        None,
    ]  # with exceptions only in words
    assert known["schedules"][0] | {"id": 0, "service_id": 0, "description": 0} == {
        **dict.fromkeys(("id", "service_id", "description"), 0),
        "freq": "WEEKLY",
        "interval": 1,
        "byday": "TU",
        "opens_at": "10:00",
        "closes_at": "12:00",
        "dtstart": "2026-09-01",
        "valid_from": "2026-09-01",
    }
    assert [(one["option"], one["amount"]) for one in known["cost_options"]] == [
        ("per keer voor leden", 2.5),
        ("per jaar", 30.0),
    ]
    assert services["dorp/oud-koor"]["status"] == "defunct"
    assert services["dorp/koffie"]["status"] == "temporarily closed"
    assert [id_ for id_, one in services.items() if "assured_date" in one] == [
        id_ for id_, entry in catalogue.activities.items() if entry.model.gecontroleerd
    ]


@needs_validators
def test_openactive_has_no_failures(rich: Path, tmp_path: Path):
    found = []
    for content in (SAMPLE, rich):
        catalogue = loaded(content)
        some = (openactive.session_series(catalogue, entry, TODAY, URL) for entry in catalogue.activities.values())
        found += [one for one in some if one]
    assert found
    (tmp_path / "a.json").write_text(json.dumps(found), encoding="utf-8")
    assert validated(tmp_path, "a.json") == ""
    (tmp_path / "b.json").write_text(json.dumps([{**found[0], "offers": [], "location": {}}]), encoding="utf-8")
    assert validated(tmp_path, "b.json")  # it can fail


def validated(folder: Path, name: str) -> str:
    """Return what the validator of OpenActive says."""
    script = [
        PROJECT / "tests/validate.mjs",
        folder / name,
        VALIDATORS / "openactive/activity-list.jsonld",
        folder / "cache",
    ]
    done = subprocess.run(["node", *map(str, script)], capture_output=True, text=True, check=True, cwd=PROJECT)
    return done.stdout


def test_schema_org_knows_every_property(rich: Path, tmp_path: Path):
    """By the types that Google makes of schema.org's own vocabulary: a property of another type, or one that it has not, does not compile."""
    things = [
        jsonld.activity(catalogue, entry, TODAY, URL)
        for catalogue in map(loaded, (SMALL, SAMPLE, rich))
        for entry in catalogue.activities.values()
    ]
    assert compiled(tmp_path, things) == ""
    wrong = {"@context": "https://schema.org", "@type": "Event", "name": "x", "begintOp": "2026-01-01"}
    assert "begintOp" in compiled(tmp_path, [wrong])  # it can fail


def compiled(folder: Path, things: list[dict]) -> str:
    """Return what TypeScript says of things of schema.org."""
    lines = [f"export const a{at}: WithContext<Thing> = {json.dumps(one)};" for at, one in enumerate(things)]
    (folder / "t.ts").write_text(
        'import type { Thing, WithContext } from "schema-dts";\n' + "\n".join(lines), encoding="utf-8"
    )
    (folder / "node_modules").unlink(missing_ok=True)
    (folder / "node_modules").symlink_to(PROJECT / "node_modules")
    how = "--noEmit --strict --skipLibCheck --moduleResolution bundler --module esnext --target esnext".split()
    tsc = PROJECT / "node_modules/.bin/tsc"
    return subprocess.run([tsc, *how, "t.ts"], capture_output=True, text=True, check=False, cwd=folder).stdout


@needs_validators
@pytest.mark.parametrize("shapes", ["dcat-ap-nl-SHACL.ttl", "dcat-ap-nl-SHACL-klassebereik.ttl"])
def test_a_catalogue_of_data_conforms(shapes: str):
    tree = catalogue_tree(loaded(), URL, TODAY, [addresses.DATA + file.path for file in FILES])
    data = rdflib.Graph().parse(data=as_turtle(tree), format="turtle")
    rules = rdflib.Graph().parse(VALIDATORS / "dcat" / shapes)
    conforms, _, told = validate(data, shacl_graph=rules)
    assert conforms, told
    data.remove((None, rdflib.DCAT.contactPoint, None))
    assert not validate(data, shacl_graph=rules)[0] or "klassebereik" in shapes  # it can fail


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib, in its own reader
def test_both_catalogues_say_the_same():
    tree = catalogue_tree(loaded(), URL, TODAY, [addresses.DATA + file.path for file in FILES])
    one, other = rdflib.Graph().parse(data=as_turtle(tree), format="turtle"), rdflib.Graph()
    other.parse(data=as_jsonld(tree), format="json-ld")
    assert len(one) > 80
    assert isomorphic(one, other)


@pytest.mark.parametrize("url", ["", URL])
def test_what_changed_can_be_followed(tmp_path: Path, url: str):
    content = copy_small(tmp_path / "content")
    change(content, {"vervang": {"activities/dorp/zingen.yml": ["bron:", "toegevoegd: 2026-09-03\nbron:"]}})
    catalogue = loaded(content)
    found = changes.changes(catalogue.activities.values(), TODAY)
    raw = changes.feed(catalogue, "Dorp", "data/v1/wijzigingen.xml", found, TODAY, url)
    told = feedparser.parse(raw)
    assert not told.bozo
    assert "Nieuw: Samen zingen in het dorpskoor" in [one.title for one in told.entries]
    assert any(one.title.startswith("Nagevraagd: ") for one in told.entries)
    ids = [one.id for one in told.entries]
    assert len(set(ids)) == len(ids)
    assert all(one.id.startswith("urn:uuid:") and one.updated and one.summary for one in told.entries)
    days = [one.updated for one in told.entries]
    assert days == sorted(days, reverse=True)
    assert all(str(one.get("link")).startswith(url) for one in told.entries if url)
    again = changes.feed(catalogue, "Dorp", "data/v1/wijzigingen.xml", found, TODAY, url)
    assert raw == again
