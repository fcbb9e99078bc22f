// @ts-check
// Asks a built site questions, with the very script that the browser runs, and says how good the answers are.
//
// usage: node scripts/search-eval.mjs SITE QUERIES.json [TODAY]
//
// QUERIES is a list of {id, q, relevant_300 or relevant: {stem: 1 to 3}}; without a judgement a query is only answered.
// A line of JSON for each query: id, q, results (file stems, best first, at most 10), filters, block, blocks (all of them,
// first first), certain (how many of the results are known to hold all that is asked) and first (the stems with the best
// score, which come first in no order). Last a line with nDCG@10, MRR, recall@10, the share without results, and the share
// of answers where there is none. TODAY is the day on which is asked (2026-11-26), else the day of the site.

import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const MOST = 10;
const [site, file, today] = process.argv.slice(2);
if (!site || !file) {
  process.stderr.write("Gebruik: node scripts/search-eval.mjs SITE VRAGEN.json [DAG]\n");
  process.exit(2);
}

const listed = JSON.parse(readFileSync(join(site, "zoeken/zoek.json"), "utf8"));
// Imported from a copy that ends in .mjs, so that what goes wrong in it is told with its line.
const folder = mkdtempSync(join(tmpdir(), "zoeker-"));
copyFileSync(join(site, listed.zoeker), join(folder, "zoeker.mjs"));
const { Search } = await import(pathToFileURL(join(folder, "zoeker.mjs")).href);
rmSync(folder, { recursive: true });
const read = (/** @type {string} */ path) => JSON.parse(readFileSync(join(site, path), "utf8"));
const parts = listed.alles.length ? listed.alles : Object.values(listed.gemeenten).flat();
const search = new Search(read(listed.woorden), parts.map(read), read(listed.talen));

/** @param {number[]} grades */
const gain = (grades) => grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);

/** @type {{ ndcg: number, mrr: number, recall: number, found: boolean }[]} */
const answered = [];
let none = 0;
let wrong = 0;
for (const query of JSON.parse(readFileSync(file, "utf8"))) {
  const result = search.run(
    { q: query.q, filters: {}, onbekend: false, volgorde: "best", bij: "", km: 0 },
    true,
    today || undefined,
  );
  const stems = result.hits.map((/** @type {{ id: string }} */ hit) => hit.id.split("/").pop());
  const results = stems.slice(0, MOST);
  const { filters, block, blocks, certain, hits } = result;
  const best = hits.filter((/** @type {any} */ hit) => hit.fit === hits[0].fit && hit.score === hits[0].score);
  const first = best.map((/** @type {{ id: string }} */ hit) => hit.id.split("/").pop());
  process.stdout.write(
    `${JSON.stringify({ id: query.id, q: query.q, results, filters, block, blocks, certain, first })}\n`,
  );
  /** @type {Record<string, number> | undefined} */
  const judged = query.relevant_300 ?? query.relevant;
  if (!judged) continue;
  const ideal = Object.values(judged).sort((one, other) => other - one);
  if (!ideal.length) {
    none++;
    if (results.length) wrong++;
    continue;
  }
  const grades = results.map((/** @type {string} */ stem) => judged[stem] ?? 0);
  const right = grades.findIndex((/** @type {number} */ grade) => grade > 0);
  answered.push({
    ndcg: gain(grades) / gain(ideal.slice(0, MOST)),
    mrr: right < 0 ? 0 : 1 / (right + 1),
    recall: grades.filter((/** @type {number} */ grade) => grade > 0).length / Math.min(MOST, ideal.length),
    found: results.length > 0,
  });
}

const mean = (/** @type {number[]} */ values) =>
  values.length ? Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1000) / 1000 : null;
process.stdout.write(
  `${JSON.stringify({
    queries: answered.length + none,
    "ndcg@10": mean(answered.map((one) => one.ndcg)),
    mrr: mean(answered.map((one) => one.mrr)),
    "recall@10": mean(answered.map((one) => one.recall)),
    zero: mean(answered.map((one) => (one.found ? 0 : 1))),
    false_answers: none ? mean([wrong / none]) : null,
  })}\n`,
);
