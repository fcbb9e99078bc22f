"""The search as the browser has it, in node: one process that answers questions, for tests that ask many."""

import json
import subprocess
from pathlib import Path
from typing import Self

from generator.model.resolved import Resolved
from generator.views.activity.answers import known
from tests.support import PROJECT, TODAY

BRIDGE = """
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
const [worker, words, abroad, places, near, shards] = JSON.parse(process.argv[1]);
const module = (path) => import(`data:text/javascript;base64,${readFileSync(path).toString("base64")}`);
const all = await module(worker);
const { Nearby } = await module(near);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const search = new all.Search(read(words), shards.map(read), read(abroad));
const does = {
  run: ({ today, ...state }) => {
    const result = search.run(state, true, today);
    if (!result.wants) return result;
    search.locate(new Nearby(read(places)));
    return search.run(state, true, today);
  },
  find: (text) => {
    if (!search.lexicon.nearby) search.locate(new Nearby(read(places)));
    return search.lexicon.nearby.country.find(text);
  },
  nearest: (point) => search.lexicon.nearby.country.nearest(point),
  pages: () => search.shards.flatMap((shard) => shard.ids.map((id, at) => [id, shard.pages[at] ?? 0])),
  words: (text) => all.words(text),
  numbers: (text) => all.numbers(text),
  front: (text) => all.front(text),
  lexicon: (text) => all.lexicon(text),
  vectors: () => Object.fromEntries(Object.entries(search.shards[0].index.fieldVectors).map(([ref, v]) => [ref, v.elements])),
  terms: () => Object.fromEntries(Object.entries(search.shards[0].index.invertedIndex).map(([key, entry]) => [key, entry._index])),
};
for await (const line of createInterface({ input: process.stdin })) {
  const [verb, value] = JSON.parse(line);
  let answer;
  try { answer = { ok: does[verb](value) }; } catch (error) { answer = { error: String(error.stack) }; }
  process.stdout.write(JSON.stringify(answer) + "\\n");
}
"""


class Node:
    """A built site's own search script, or ``worker`` on the files of that site. Use it as a context manager."""

    def __init__(self, site: Path, place: str = "", worker: Path | None = None) -> None:
        listed = json.loads((site / "zoeken/zoek.json").read_text())
        shards = listed["gemeenten"][place] if place else listed["alles"]
        files = [
            str(worker or site / listed["zoeker"]),
            str(site / listed["woorden"]),
            str(site / listed["talen"]),
            str(site / listed["plekken"]),
            str(site / listed["dichtbij"]),
            [str(site / path) for path in shards],
        ]
        self._process = subprocess.Popen(
            ["node", "--input-type=module", "-e", BRIDGE, json.dumps(files)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_about: object) -> None:
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def ask(self, verb: str, value: object = None):
        """Return what the script answers; an error in it is raised here."""
        self._process.stdin.write(json.dumps([verb, value], default=str) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer["ok"]

    def run(self, q: str = "", filters: dict | None = None, **rest):
        """Search as the page does."""
        state = {"q": q, "filters": filters or {}, "onbekend": False, "volgorde": "best", "bij": "", "km": 0, **rest}
        return self.ask("run", state)

    def ids(self, q: str = "", filters: dict | None = None, **rest) -> list[str]:
        """Return what a search finds, best first."""
        return [hit["id"] for hit in self.run(q, filters, **rest)["hits"]]


def asked(tmp_path: Path, does: str, items: list, **more) -> list:
    """Return what the form's own script makes of items."""
    task = tmp_path / f"{does}.json"
    task.write_text(
        json.dumps({"does": does, "items": items, "today": TODAY.isoformat(), **more}, default=str), encoding="utf-8"
    )
    done = subprocess.run(["node", PROJECT / "tests/form/ask.mjs", task], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def card_of(catalogue, entry) -> dict:
    """Return what the site says of an entry on its card, as the form's script says it."""
    site = known(Resolved(catalogue, entry))
    facts = [{"kind": one.kind, "label": one.label, "icon": one.icon, "lines": list(one.lines)} for one in site.facts]
    return {"facts": facts, "unknown": list(site.unknown)}
