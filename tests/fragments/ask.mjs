// What the site makes of fragments: reads tasks as JSON on lines, writes what each gives.
import { createInterface } from "node:readline";
import { parted, readList, writeList } from "../../site_overrides/assets/list/address.js";
import { meant } from "../../site_overrides/assets/lost.js";
import { parse, serialise } from "../../site_overrides/assets/search/state.js";

/** @param {string} fragment */
const opens = (fragment) => {
  const { list, rest } = parted(fragment);
  return { list: readList(list ?? ""), search: parse(rest, ["kunst-en-cultuur", "eten-en-ontmoeten"]), rest };
};
/** @type {Record<string, (item: any) => unknown>} */
const tasks = { opens, meant, list: writeList, search: serialise };
for await (const line of createInterface({ input: process.stdin })) {
  const [does, item] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(tasks[does](item))}\n`);
}
