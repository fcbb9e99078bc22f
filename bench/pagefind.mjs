// @ts-check
// Writes a Pagefind index of the records, forced to Dutch. usage: node bench/pagefind.mjs RECORDS.json TARGET

import { readFileSync } from "node:fs";
import { close, createIndex } from "pagefind";

const [records, target] = process.argv.slice(2);
const { index } = await createIndex({ forceLanguage: "nl" });
for (const { stem, titel, woorden, samenvatting, plek, beschrijving } of JSON.parse(readFileSync(records, "utf8")))
  await index?.addCustomRecord({
    url: `/${stem}`,
    content: [titel, woorden, samenvatting, plek, beschrijving].join("\n"),
    language: "nl",
    meta: { title: titel },
  });
await index?.writeFiles({ outputPath: target });
await close();
