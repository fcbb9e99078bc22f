"""Measures the build and the weight of the pages, and writes bench/results.md and docs/gewicht.md: `make bench`.

Absolute seconds on a busy machine mean little, so each stands beside the time of only writing the same bytes in the
same run. Each build is a process of its own, so that its memory is its own too.
"""

import csv
import gzip
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import brotli

from bench.content import WORDS, make
from bench.each import each
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
TABLES = (1_000, 5_000)  # rows
CHILD = """
import json, resource, sys, time
start = time.perf_counter()
import gc; gc.disable()
from datetime import date
from pathlib import Path
from generator.write.build import Builder, Options, cache_of
content, out, jobs = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
options = Options(content, out, date(2026, 11, 22), "https://w.example/", jobs=jobs)
builder = Builder(cache_of(out))
report = builder.build(options)
end = time.perf_counter()
usage = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
entry = next((content / "activities").rglob("*.yml"))
kept = entry.read_text(encoding="utf-8")
entry.write_text(kept.replace("titel: ", "titel: Even "), encoding="utf-8")
before = time.perf_counter()
builder.build(options)
serving = time.perf_counter() - before
entry.write_text(kept, encoding="utf-8")
print(json.dumps({"total": end - start, **report.seconds, "memory": usage[0], "child": usage[1],
    "made": report.written.made, "serving": serving}))
"""


def build(content: Path, out: Path, jobs: int) -> dict[str, float]:
    """Build in a process of its own and return its seconds by stage and its memory in MiB."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(content), str(out), str(jobs)], capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def only_writing(site: Path, target: Path) -> float:
    """Return the seconds of writing the bytes of a site, and nothing else."""
    found = [(path.relative_to(site), path.read_bytes()) for path in site.rglob("*") if path.is_file()]
    start = time.perf_counter()
    for path, raw in found:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(raw)
    seconds = time.perf_counter() - start
    shutil.rmtree(target)
    return seconds


def measure(number: int, folder: Path) -> list[str]:
    """Return the rows of the table for one size: from nothing, nothing changed, and one entry changed."""
    content, out = folder / "content", folder / "uit" / "site"
    make(content, number)
    jobs = os.cpu_count() or 1
    rows = []
    first = build(content, out, jobs)
    writing = only_writing(out, folder / "schrijven")
    rows.append(_row(number, "van niets", first, writing))
    rows.append(_row(number, "niets veranderd", build(content, out, jobs), writing))
    entry = content / "activities" / "gemeente-000" / "activiteit-7.yml"
    text = entry.read_text(encoding="utf-8").replace("titel: ", "titel: Nieuw ")
    entry.write_text(text, encoding="utf-8")
    rows.append(_row(number, "een activiteit veranderd", build(content, out, jobs), writing))
    serving = build(content, out, jobs)["serving"]
    rows.append(
        f"| {number} | een activiteit veranderd, terwijl `serve` loopt | **{serving:.2f}** | {serving / writing:.1f} × | | | | | | | | |"
    )
    return rows


def _row(number: int, what: str, found: dict[str, float], writing: float) -> str:
    stages = " | ".join(f"{found[stage]:.2f}" for stage in ("lezen", "regels", "mkdocs", "kalenders", "schrijven"))
    memory = max(found["memory"], found["child"])
    return (
        f"| {number} | {what} | **{found['total']:.2f}** | {found['total'] / writing:.1f} × | {stages} | {writing:.2f} "
        f"| {memory:.0f} | {found['made']:.0f} |"
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
                        "Gemeente 0",
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
        print(done.stdout.splitlines()[-2])  # how many are new
        base = base or seconds / number
        rows.append(f"| {number} | **{seconds:.2f}** | {seconds / number / base:.2f} × |")
    return rows


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
        "de verhouding tot alleen schrijven van dezelfde bytes, in dezelfde run, zegt meer.",
        "",
        "## De bouw",
        "",
        "| activiteiten | wat | seconden | tegenover schrijven | lezen | regels | MkDocs | agenda’s en codes | maken en schrijven | alleen schrijven | MiB geheugen | bestanden gemaakt |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for number in SIZES:
        with tempfile.TemporaryDirectory(prefix="wijzer-bench-") as folder:
            lines += measure(number, Path(folder))
        print("\n".join(lines[-4:]))
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
