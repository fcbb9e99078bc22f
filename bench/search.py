"""Measures the search beside MiniSearch, Fuse and Pagefind, on the same records in the same run; writes bench/search.md.

usage: python -m bench.search [CONTENT QUERIES]

Without arguments: the real content with content/questions.yml. QUERIES is a list of {id, q, relevant or relevant_300: {stem: 1 to 3}}.
"""

import functools
import http.server
import json
import math
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import brotli
import mkdocs.contrib.search

from generator.find.store import Store, Words
from generator.model.catalogue import Catalogue
from generator.work.cache import Cache
from generator.write.build import Builder, Options
from generator.write.keys import Keys

HERE = Path(__file__).parent
RESULTS = HERE / "search.md"
TODAY = date(2026, 11, 22)
MOST = 10
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
]
Answers = dict[str, list[str]]
OURS = """async ({worker, words, shards, languages, today, queries, each}) => {
  const { Search } = await import(worker);
  const read = async (path) => (await fetch(path)).json();
  const files = await Promise.all([words, languages, ...shards].map(read));
  const before = performance.now();
  const search = new Search(files[0], files.slice(2), files[1]);
  const load = performance.now() - before;
  const ask = (q) => search.run({ q, filters: {}, onbekend: false, volgorde: "best" }, true, today);
  const keystrokes = [];
  for (const { q } of queries) for (let end = 1; end <= q.length; end++) {
    const start = performance.now(); ask(q.slice(0, end)); keystrokes.push(performance.now() - start);
  }
  const answers = Object.fromEntries(queries.map(({ id, q }) => [id, ask(q).hits.slice(0, each).map((hit) => hit.id.split("/").pop())]));
  return { answers, keystrokes, load };
}"""
PAGEFIND = """async ({queries, each}) => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const answers = {}, keystrokes = [];
  for (const { id, q } of queries) {
    for (const end of [Math.ceil(q.length / 2), q.length]) {
      const start = performance.now(); await pagefind.search(q.slice(0, end)); keystrokes.push(performance.now() - start);
    }
    const found = await pagefind.search(q);
    answers[id] = (await Promise.all(found.results.slice(0, each).map((one) => one.data()))).map((one) => one.url.split("/").filter(Boolean).pop().replace(".html", ""));
  }
  return { answers, keystrokes };
}"""


def catalogue_of(content: Path) -> Catalogue:
    """Return the catalogue of a content folder."""
    found, _ = Builder(Cache()).check(content, TODAY, lambda _count: None)
    if found is None:
        raise SystemExit(f"Deze map is niet te lezen: {content}")
    return found


def records(catalogue: Catalogue) -> list[dict[str, str]]:
    """Return what every engine may read of each activity."""
    found = []
    for entry in catalogue.activities.values():
        model = entry.model
        location = catalogue.locations.get(model.locatie)
        place = f"{location.model.naam} {location.model.plaats}" if location else ""
        where = f"{place} {catalogue.municipalities[model.gemeente].model.naam}"
        found.append(
            {
                "stem": entry.slug,
                "titel": model.titel,
                "woorden": " ".join(model.zoekwoorden),
                "samenvatting": model.samenvatting,
                "plek": where,
                "beschrijving": model.beschrijving or "",
            }
        )
    return found


def own_questions(catalogue: Catalogue) -> list[dict[str, Any]]:
    """Return the questions of volunteers, each activity of an expected kind graded 3."""
    questions = catalogue.questions.model.vragen if catalogue.questions else ()
    return [
        {
            "id": str(index),
            "q": question.vraag,
            "relevant": {
                e.slug: 3 for e in catalogue.activities.values() if set(e.model.soorten or ()) & set(question.soorten)
            },
        }
        for index, question in enumerate(questions)
        if question.soorten or question.niets
    ]


def score(answers: Answers, queries: list[dict[str, Any]]) -> dict[str, float]:
    """Return nDCG@10, the share without results and the share of answers where there is none."""

    def gain(grades: list[int]) -> float:
        return float(sum((2**grade - 1) / math.log2(at + 2) for at, grade in enumerate(grades)))

    gains: list[float] = []
    zero, wrong, none = 0, 0, 0
    for query in queries:
        judged = query.get("relevant_300", query.get("relevant", {}))
        found = answers[query["id"]][:MOST]
        if not judged:
            none += 1
            wrong += bool(found)
            continue
        zero += not found
        best = sorted(judged.values(), reverse=True)[:MOST]
        gains.append(gain([judged.get(stem, 0) for stem in found]) / gain(best))
    return {"ndcg": sum(gains) / len(gains), "zero": zero / len(gains), "false": wrong / none if none else 0.0}


def p95(values: list[float]) -> float:
    """Return the value that 95 of 100 stay under."""
    return sorted(values)[int(len(values) * 0.95)]


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves without a policy (Pagefind needs more than this site allows) and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name in http.server
        """Say nothing."""


def in_browser(folder: Path, ask: Callable[[Any, str], Any]) -> Any:
    """Serve a folder and return what ``ask`` gets from a page on it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only this measure needs a browser

    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_context(bypass_csp=True).new_page()
        address = f"http://127.0.0.1:{running.server_port}/"
        page.goto(address)
        found = ask(page, address)
        browser.close()
    running.shutdown()
    return found


GAPS = """() => {
  const { port1, port2 } = new MessageChannel();
  window.longest = 0;
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    window.longest = Math.max(window.longest, now - last);
    last = now;
    setTimeout(() => port2.postMessage(0));
  };
  port2.postMessage(0);
}"""


def blocked(page: Any, address: str) -> float:
    """Return the longest that the page could not answer while somebody typed, in ms (a timer of 4 ms included)."""
    page.goto(f"{address}zoeken/")
    page.wait_for_timeout(300)
    page.evaluate(GAPS)
    page.locator("#q").press_sequentially("wandelen met koffie", delay=60)
    page.wait_for_timeout(600)
    found: float = page.evaluate("window.longest")
    return found


def weight(path: Path) -> int:
    """Return the bytes of a file as a browser gets it."""
    return len(brotli.compress(path.read_bytes()))


def stored(catalogue: Catalogue, cache: Cache) -> Store:
    """Return the search of a whole catalogue."""
    return Store(Words(catalogue, TODAY, cache, "meting"), catalogue, TODAY, cache, Keys(catalogue).places)


def measure(content: Path, queries: list[dict[str, Any]], what: str) -> list[str]:
    """Return a table: an engine a row."""
    catalogue = catalogue_of(content)
    with tempfile.TemporaryDirectory(prefix="wijzer-zoek-") as name:
        folder = Path(name)
        site = folder / "site"
        start = time.perf_counter()
        cache = Cache()
        store = stored(catalogue, cache)
        _ = store.places, store.whole, store.words.text
        store.words.save(())
        cold = time.perf_counter() - start
        start = time.perf_counter()
        again = stored(catalogue, cache)
        for file in store.whole:
            again.shard(file)
        warm = time.perf_counter() - start
        Builder(Cache()).build(Options(content, site, TODAY))
        listed = json.loads((site / "zoeken/zoek.json").read_text())
        (folder / "records.json").write_text(json.dumps(records(catalogue)))
        (folder / "vragen.json").write_text(json.dumps(queries))
        given = {
            "worker": f"/{listed['zoeker']}",
            "words": f"/{listed['woorden']}",
            "shards": [f"/{path}" for path in listed["alles"]],
            "languages": f"/{listed['talen']}",
            "today": TODAY.isoformat(),
            "queries": queries,
            "each": MOST,
        }
        ours = in_browser(site, lambda page, _address: page.evaluate(OURS, given))
        longest = in_browser(site, blocked)
        data = weight(site / listed["woorden"]) + sum(weight(site / path) for path in listed["alles"])
        code = weight(site / listed["zoeker"])
        others = json.loads(
            subprocess.run(
                [
                    "node",
                    "bench/engines.mjs",
                    str(folder / "records.json"),
                    str(folder / "vragen.json"),
                    str(Path(mkdocs.contrib.search.__file__).parent),
                ],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
        subprocess.run(
            ["node", "bench/pagefind.mjs", str(folder / "records.json"), str(site / "pagefind")],
            check=True,
            capture_output=True,
        )
        pagefind = in_browser(site, lambda page, _address: page.evaluate(PAGEFIND, {"queries": queries, "each": MOST}))
        first = [
            path
            for path in (site / "pagefind").iterdir()
            if re.fullmatch(r"pagefind\.js|wasm\.nl\.pagefind|pagefind-entry\.json|.*\.pf_meta", path.name)
        ]
        others["Pagefind"] = {**pagefind, "bytes": sum(weight(path) for path in first)}
    amount = len(records(catalogue))
    lines = [
        f"## {what}: {amount} activiteiten, {len(queries)} vragen",
        "",
        "| zoeker | nDCG@10 | niets gevonden | antwoord waar er geen is | eerste keer laden, kB brotli | toets p95, ms |",
        "| --- | --- | --- | --- | --- | --- |",
        _row("**deze site**", score(ours["answers"], queries), data + code, ours["keystrokes"]),
    ]
    lines += [
        _row(name, score(found["answers"], queries), found["bytes"], found["keystrokes"])
        for name, found in others.items()
    ]
    lines += [
        "",
        (
            f"Van deze site: {data / amount:.0f} bytes brotli per activiteit met woordenlijst, zoeker met lunr {code / 1000:.1f} kB, laden in {ours['load']:.0f} ms, "
            f"index bouwen {warm / amount * 1000:.2f} ms per activiteit (eenmalig leren van de woordenlijsten {cold:.1f} s), langste blokkade van de pagina tijdens typen {longest:.0f} ms."
        ),
        "",
    ]
    return lines


def _row(name: str, scores: dict[str, float], size: int, keystrokes: list[float]) -> str:
    return f"| {name} | {scores['ndcg']:.3f} | {scores['zero']:.0%} | {scores['false']:.0%} | {size / 1000:.1f} | {p95(keystrokes):.1f} |"


def main() -> None:
    """Measure the real content, and a judged collection where one is given."""
    real = Path("content")
    lines = [
        "# De zoeker gemeten",
        "",
        "Gemaakt met `make bench`. Alle zoekers krijgen dezelfde tekst van dezelfde activiteiten: titel, zoekwoorden, samenvatting, plek en beschrijving.",
        "Getallen zijn van een machine; vergelijk ze binnen een tabel. De eigen zoeker en Pagefind draaien in Chromium, de andere in node.",
        "",
        *measure(real, own_questions(catalogue_of(real)), "De echte inhoud, met de vragen van vrijwilligers"),
    ]
    if len(sys.argv) == 3:
        queries = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
        lines += measure(Path(sys.argv[1]), queries, "Een beoordeelde verzameling")
    RESULTS.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
