// @ts-check
// How long a search by distance takes, beside the same search without: node nearness.mjs SITE. Every activity of the site is in it.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROUNDS = 60;
const CODES = ["7941", "6461", "1012", "9733", "4331", "3511"];
const site = process.argv[2];
const text = (/** @type {string} */ path) => readFileSync(join(site, path), "utf8");
const module = (/** @type {string} */ path) =>
  import(`data:text/javascript;base64,${Buffer.from(text(path)).toString("base64")}`);
const listed = JSON.parse(text("zoeken/zoek.json"));
const { Search } = await module(listed.zoeker);
const { Nearby } = await module(listed.dichtbij);
const shards = Object.values(listed.gemeenten)
  .flat()
  .map((/** @type {any} */ path) => JSON.parse(text(path)));
const search = new Search(JSON.parse(text(listed.woorden)), shards);
search.locate(new Nearby(JSON.parse(text(listed.plekken))));

/** @param {(round: number) => any} ask the p95 of so many searches, in milliseconds */
function timed(ask) {
  for (let round = 0; round < 5; round++) ask(round);
  const found = Array.from({ length: ROUNDS }, (_, round) => {
    const start = performance.now();
    ask(round);
    return performance.now() - start;
  }).sort((one, other) => one - other);
  return found[Math.floor(ROUNDS * 0.95)];
}

const state = { q: "", filters: {}, onbekend: false, volgorde: "best", bij: "", km: 0 };
const near = { ...state, volgorde: "dichtbij" };
const plain = timed(() => search.run(state, false));
const sorted = timed((round) => search.run({ ...near, bij: CODES[round % CODES.length] }, false));
const inside = timed((round) => search.run({ ...near, bij: CODES[round % CODES.length], km: 10 }, false));
const documents = search.shards.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.size, 0);
process.stdout.write(JSON.stringify({ documents, plain, sorted, inside }));
