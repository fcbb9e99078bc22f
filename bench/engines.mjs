// @ts-check
// Asks other engines the same questions about the same records: MiniSearch and Fuse as their manuals set them up, with lunr's Dutch stemmer
// for MiniSearch. Prints {engine: {answers: {id: [stems]}, bytes, keystrokes: [ms]}} as JSON.
//
// usage: node bench/engines.mjs RECORDS.json QUERIES.json STEMMER_FOLDER

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const require = createRequire(import.meta.url);
const [records, queries] = process.argv.slice(2, 4).map((path) => JSON.parse(readFileSync(path, "utf8")));
/** @param {string} path a script of MkDocs, which is no module */
const script = (path) => {
  const module = { exports: /** @type {any} */ ({}) };
  new Function("module", "exports", readFileSync(join(process.argv[4], path), "utf8"))(module, module.exports);
  return module.exports;
};
const lunr = script("templates/search/lunr.js");
script("lunr-language/lunr.stemmer.support.js")(lunr);
script("lunr-language/lunr.nl.js")(lunr);

const weight = (/** @type {unknown} */ value) =>
  brotliCompressSync(typeof value === "string" ? value : JSON.stringify(value)).length;
const code = (/** @type {string} */ path) => weight(readFileSync(require.resolve(path), "utf8"));
const stem = (/** @type {string} */ word) => {
  const plain = word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return lunr.nl.stemmer(new lunr.Token(plain, {})).toString();
};

/** @type {Record<string, { find: (q: string) => string[], bytes: number }>} */
const engines = {};

const { default: MiniSearch } = await import("minisearch");
const fields = ["titel", "woorden", "samenvatting", "plek", "beschrijving"];
const mini = new MiniSearch({
  fields,
  idField: "stem",
  processTerm: stem,
  searchOptions: { prefix: true, fuzzy: 0.2, boost: { titel: 6, woorden: 4, samenvatting: 3 } },
});
mini.addAll(records);
engines.MiniSearch = {
  find: (q) => mini.search(q).map((hit) => hit.id),
  bytes: weight(JSON.stringify(mini)) + code("minisearch"),
};

const { default: Fuse } = await import("fuse.js");
const options = { keys: fields, ignoreLocation: true, threshold: 0.3, useExtendedSearch: true };
const index = Fuse.createIndex(fields, records);
const fuse = new Fuse(records, options, index);
engines.Fuse = {
  find: (q) => fuse.search(q.split(/\s+/).join(" | ")).map((hit) => hit.item.stem),
  bytes: weight(index.toJSON()) + code("fuse.js"),
};

const found = Object.fromEntries(
  Object.entries(engines).map(([name, { find, bytes }]) => {
    const keystrokes = [];
    for (const { q } of queries)
      for (let end = 1; end <= q.length; end++) {
        const start = performance.now();
        find(q.slice(0, end));
        keystrokes.push(performance.now() - start);
      }
    const answers = Object.fromEntries(queries.map((/** @type {{ id: string, q: string }} */ { id, q }) => [id, find(q).slice(0, 10)]));
    return [name, { answers, bytes, keystrokes }];
  }),
);
process.stdout.write(JSON.stringify(found));
