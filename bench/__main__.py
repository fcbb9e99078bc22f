"""Measures the build and the weight of the pages, and writes bench/results.md and docs/gewicht.md: `make bench`.

Absolute seconds on a busy machine mean little, so each stands beside that of a build from nothing in the same run, and beside Hugo. Each build is a process of its own, so that its memory is its own too.
"""

import csv
import gzip
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import brotli

from bench import hugo
from bench import others as beside
from bench.content import WORDS, make
from bench.each import each
from generator.model.schema.base import TALEN
from generator.show import render
from generator.show.looks.assets import paper_style
from generator.views.referral.handout import practice_handout
from generator.views.referral.practice_pages import practice_page
from generator.work.cache import Cache
from generator.write.build import Builder
from generator.write.sheets import Printer

RESULTS = Path(__file__).parent / "results.md"
WEIGHT = Path(__file__).parent.parent / "docs" / "gewicht.md"
TODAY = date(2026, 11, 22)
SIZES = (300, 3_000, 10_000)
MOST_FOR_OTHERS = 10_000
IN_LANGUAGES = 10_000  # activities that are said in other languages too
AWAY = 5_000  # activities that are put in order of distance
TABLES = (1_000, 5_000)  # rows
CHILD = """
import json, resource, sys, time
start = time.perf_counter()
import gc; gc.disable()
sys.modules["nltk"] = None  # comes with a package that only the tests need, and lunr.py loads it where it is there: no site has it
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from generator.write.build import Builder, Options, cache_of
content, out, jobs, day = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), date.fromisoformat(sys.argv[4])
options = Options(content, out, day, "https://w.example/", jobs=jobs)
builder = Builder(cache_of(out))
report = builder.build(options)
end = time.perf_counter()
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
found = {"total": end - start, **report.seconds, "memory": max(one.ru_maxrss / 1024 for one in used), "made": report.written.made,
    "cpu": sum(one.ru_utime + one.ru_stime for one in used), "files": report.written.made + report.written.kept}
if len(sys.argv) < 6:
    print(json.dumps(found))
    raise SystemExit
entry = next((content / "activities").rglob("*.yml"))
kept = entry.read_text(encoding="utf-8")
told = replace(options, changed=frozenset([entry]))
waited = []
for number in range(6):
    entry.write_text(kept.replace("titel: ", f"titel: Even {number} "), encoding="utf-8")
    before = time.perf_counter()
    builder.build(told)
    waited.append(time.perf_counter() - before)
    gc.collect()  # as `serve` does when the page is there
entry.write_text(kept, encoding="utf-8")
print(json.dumps({**found, "first": waited[0], "after": median(waited[1:])}))
"""


def build(content: Path, out: Path, jobs: int, day: date = TODAY, *, serving: bool = False) -> dict[str, float]:
    """Build in a process of its own and return its seconds by stage, its CPU seconds with those of its helpers, and its memory in MiB."""
    command = [
        sys.executable,
        "-c",
        CHILD,
        str(content),
        str(out),
        str(jobs),
        day.isoformat(),
        *(["serve"] if serving else []),
    ]
    # As on the machine of a user: what Python compiled once is kept.
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=around)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def measure(number: int, folder: Path, others: str | None) -> list[str]:
    """Return the rows of the table for one size: from nothing, nothing changed, one entry changed, the next day; and other programs."""
    content, out = folder / "content", folder / "uit" / "site"
    make(content, number)
    age(content)
    jobs = os.cpu_count() or 1
    first = build(content, out, jobs)
    row = partial(_row, number, first["cpu"])
    rows = [row("van niets", first)]
    if others and number <= MOST_FOR_OTHERS:
        for everything, what in ((False, "Hugo, alleen bladzijden"), (True, "Hugo, met agenda, code, blad en JSON")):
            cpu, files = hugo.seconds(others, content, everything=everything)
            rows.append(f"| {number} | {what} | {cpu:.2f} | {cpu / first['cpu']:.2f} | | | | | | {files} |")
    rows += beside.rows(content, number, first["cpu"])
    rows.append(row("niets veranderd", build(content, out, jobs)))
    entry = next((content / "activities" / "gemeente-000").glob("*.yml"))
    entry.write_text(entry.read_text(encoding="utf-8").replace("titel: ", "titel: Nieuw "), encoding="utf-8")
    rows.append(row("een activiteit veranderd", build(content, out, jobs)))
    organisation = next((content / "organisations").glob("*.yml"))
    organisation.write_text(organisation.read_text(encoding="utf-8").replace("naam: ", "naam: De "), encoding="utf-8")
    rows.append(row("een organisatie veranderd", build(content, out, jobs)))
    rows.append(row("de volgende dag", build(content, out, jobs, TODAY + timedelta(days=1))))
    serving = build(content, out, jobs, TODAY + timedelta(days=1), serving=True)
    for which, what in (("first", "de eerste wijziging"), ("after", "elke volgende")):
        rows.append(f"| {number} | terwijl `serve` loopt, {what} (seconden) | {serving[which]:.2f} | | | | | | | |")
    return rows


def age(content: Path) -> None:
    """Let files be as old as those of a real folder: what is of this moment is looked at again."""
    for path in content.rglob("*.yml"):
        os.utime(path, (1_700_000_000, 1_700_000_000))


def _row(number: int, whole: float, what: str, found: dict[str, float]) -> str:
    stages = " | ".join(f"{found.get(stage, 0):.2f}" for stage in ("lezen", "regels", "gemeenten en land"))
    return (
        f"| {number} | {what} | **{found['cpu']:.2f}** | {found['cpu'] / whole:.2f} | {found['total']:.2f} | {stages} "
        f"| {found['memory']:.0f} | {found['made']:.0f} van {found['files']:.0f} |"
    )


def paper() -> list[str]:
    """Return the rows of what the sheets of a practice cost, beside stamping the page of that practice."""
    catalogue, _ = Builder(Cache()).check(Path("content"), TODAY, lambda _count: None)
    assert catalogue
    address = "https://w.example/"
    entries = list(catalogue.practices.values())
    printer = Printer(paper_style(Path("site_overrides/assets"), Cache()), "")
    rows, seconds = [], []
    for entry in entries:
        start = time.perf_counter()
        made = {
            page.path: page.make() for page in printer.pages("", practice_handout(catalogue, entry, TODAY, address))
        }
        seconds.append(time.perf_counter() - start)
    start = time.perf_counter()
    for entry in entries:
        render.body(
            "practice",
            practice_page(catalogue, entry, TODAY, address, paper=("flyer.pdf", "poster.pdf", "kaartjes.pdf")),
            "../../../",
        )
    one_page = (time.perf_counter() - start) / len(entries)
    rows.append(
        f"| de eerste praktijk, met het laden van WeasyPrint | **{seconds[0]:.2f}** | {seconds[0] / one_page:.0f} × |"
    )
    mean = sum(seconds[1:]) / len(seconds[1:])
    rows.append(f"| elke volgende praktijk | **{mean:.2f}** | {mean / one_page:.0f} × |")
    rows += ["", "| bestand | kB |", "| --- | --- |"]
    rows += [f"| {name} | {len(content) / 1000:.1f} |" for name, content in made.items()]
    return rows


def imports(folder: Path) -> list[str]:
    """Return a row for each table of new activities that is looked at: five times the rows may cost five times the time."""
    content = folder / "content"
    make(content, 300)
    rows, base = [], 0.0
    for number in TABLES:
        table = folder / f"{number}.csv"
        with table.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(["Titel", "Gemeente", "Organisatie", "Thema", "Samenvatting", "Wanneer", "Bron"])
            for row in range(number):
                title = " ".join(WORDS[row // len(WORDS) ** power % len(WORDS)] for power in range(3))
                writer.writerow(
                    [
                        f"{title} {row}",
                        "gemeente-000",
                        f"Club {row % 200}",
                        "bewegen-en-plezier",
                        title,
                        "elke dinsdag 14.00",
                        "https://w.example/",
                    ]
                )
        command = [sys.executable, "-m", "generator", "import", str(table), "--content", str(content), "--proef"]
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - start
        told = done.stdout.splitlines()[-2]
        if not told.startswith(f"{number} nieuw"):
            raise SystemExit(f"De tabel is niet gelezen zoals bedoeld: {told}")
        base = base or seconds / number
        rows.append(f"| {number} | **{seconds:.2f}** | {seconds / number / base:.2f} × |")
    return rows


def languages(folder: Path) -> list[str]:
    """Return the rows of a site in Dutch alone, and in Dutch and every other language."""
    content = folder / "content"
    make(content, IN_LANGUAGES)
    settings = content / "site.yml"
    plain, base, rows = settings.read_text(encoding="utf-8").rstrip(), 0.0, []
    for name, codes in (("alleen Nederlands", ()), (f"en in {len(TALEN)} talen", TALEN)):
        settings.write_text(f"{plain}\ntalen: [{', '.join(codes)}]\n", encoding="utf-8")
        found = build(content, folder / name / "site", os.cpu_count() or 1)
        base = base or found["cpu"]
        rows.append(f"| {name} | **{found['cpu']:.1f}** | {found['cpu'] / base:.2f} × | {found['files']:.0f} |")
    return rows


def nearness(folder: Path) -> list[str]:
    """Return the rows of a search by distance over many activities, beside the same search without."""
    make(folder / "content", AWAY)
    build(folder / "content", folder / "uit" / "site", os.cpu_count() or 1)
    script = Path(__file__).with_name("nearness.mjs")
    command = ["node", str(script), str(folder / "uit" / "site")]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    names = {"plain": "zonder afstand", "sorted": "dichtbij eerst", "inside": "binnen 10 km"}
    return [
        f"| {found['documents']} | {name} | **{found[key]:.1f}** | {found[key] / found['plain']:.1f} × |"
        for key, name in names.items()
    ]


def weights(folder: Path) -> list[str]:
    """Return the rows of what a first view of each kind of real page weighs."""
    out = folder / "echt" / "site"
    build(Path("content"), out, 1)
    kinds = {
        "home": "",
        "alle activiteiten": "zoeken/",
        "thema": "kunst-en-cultuur/",
        "gemeente (39 kaarten)": "meppel/",
        "thema in gemeente": "meppel/kunst-en-cultuur/",
        "activiteit": "meppel/mannenkoor/",
        "praktijk": "praktijken/meppel/rembrandt-van-rijn/",
        "geschreven pagina": "over/",
        "Welzijn op Recept": "welzijn-op-recept/",
        "voor verwijzers": "verwijzers/",
        "kader voor een andere site": "inbedden/meppel/",
        "agenda": "agenda/",
        "mijn lijst": "lijst/",
    }
    rows = []
    for name, address in kinds.items():
        html = (out / address / "index.html").read_bytes()
        loads = re.findall(rb'(?:href|src)="(?:\.\.?/)*(assets/[^"]+)"', html)
        kinds_of = {"letters": 0, "stijl en script": 0, "pictogram": 0}
        for load in sorted(set(loads)):
            raw = (out / load.decode()).read_bytes()
            if load.endswith(b".woff2"):
                kinds_of["letters"] += len(raw)
            elif load.endswith((b".css", b".js")):
                kinds_of["stijl en script"] += len(brotli.compress(raw))
            elif load.endswith(b".svg"):
                kinds_of["pictogram"] += len(brotli.compress(raw))
        page = len(gzip.compress(html, 9))
        parts = " | ".join(f"{size / 1000:.1f}" for size in kinds_of.values())
        rows.append(f"| {name} | {page / 1000:.1f} | {parts} | **{(page + sum(kinds_of.values())) / 1000:.1f}** |")
    return rows


def main() -> None:
    """Measure everything and write the results."""
    lines = [
        "# Metingen",
        "",
        f"Gemaakt met `make bench` op Python {platform.python_version()}, {os.cpu_count()} rekenkernen. Seconden zijn van deze ene machine;",
        "de verhouding tot een bouw van niets, in dezelfde run, zegt meer. Rekentijd is die van alle processen samen.",
        "",
        "## De bouw",
        "",
        "| activiteiten | wat | rekentijd | tegenover van niets | seconden | lezen | regels | gemeenten en land | MiB van het grootste proces | bestanden gemaakt |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    beside.install()
    program = hugo.hugo(Path(".cache") / "bench-hugo")
    for number in SIZES:
        with tempfile.TemporaryDirectory(prefix="wijzer-bench-") as folder:
            lines += measure(number, Path(folder), program)
        print("\n".join(lines[-8:]))
    lines += [
        "",
        "## Het papier van een praktijk",
        "",
        "Flyer, poster, kaartjes en QR-codes, naast het maken van de pagina van een praktijk.",
        "",
        "| wat | seconden | tegenover een pagina |",
        "| --- | --- | --- |",
        *paper(),
    ]
    lines += [
        "",
        "## Wat bij elke activiteit hoort",
        "",
        "Milliseconden voor een activiteit, naast het maken van haar pagina. Agenda en code worden bewaard, en alleen opnieuw gemaakt als er iets verandert.",
        "Grens: samen 3 ms.",
        "",
        "| wat | ms | tegenover de pagina |",
        "| --- | --- | --- |",
        *each(Path("content")),
    ]
    lines += [
        "",
        "## Een tabel nakijken",
        "",
        "`import --proef` met nieuwe activiteiten van tweehonderd nieuwe organisaties, naast 300 die er al zijn.",
        "",
        "| rijen | seconden | een rij, tegenover de kleinste tabel |",
        "| --- | --- | --- |",
    ]
    with tempfile.TemporaryDirectory(prefix="wijzer-bench-") as folder:
        lines += imports(Path(folder))
    lines += [
        "",
        "## Zoeken op afstand",
        "",
        "Alles tegelijk, in de motor van Chromium (node); de langzaamste van twintig keer. Grens: 30 ms meer dan zonder afstand.",
        "",
        "| activiteiten | wat | ms | tegenover zonder afstand |",
        "| --- | --- | --- | --- |",
    ]
    with tempfile.TemporaryDirectory(prefix="wijzer-bench-") as folder:
        lines += nearness(Path(folder))
    lines += [
        "",
        "## Andere talen",
        "",
        f"Een site met {IN_LANGUAGES} activiteiten, van niets. Grens: 2,5 keer de tijd van een site in het Nederlands alleen.",
        "",
        "| de site | rekentijd | tegenover Nederlands | bestanden |",
        "| --- | --- | --- | --- |",
    ]
    with tempfile.TemporaryDirectory(prefix="wijzer-bench-") as folder:
        lines += languages(Path(folder))
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    weight = [
        "# Wat een eerste bezoek weegt",
        "",
        "In kB, tekst gecomprimeerd, letters erbij. Grens: 60 kB; `tests/unit/test_built_pages.py` bewaakt haar voor elke pagina.",
        "Gemaakt met `make bench`.",
        "",
        "| pagina | HTML | letters | stijl en script | pictogram | samen |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    with tempfile.TemporaryDirectory(prefix="wijzer-bench-") as folder:
        weight += weights(Path(folder))
    WEIGHT.write_text("\n".join(weight) + "\n", encoding="utf-8")
    print(f"Geschreven: {RESULTS.name} en {WEIGHT.name}")


if __name__ == "__main__":
    main()
