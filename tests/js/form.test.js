import assert from "node:assert/strict";
import { test } from "node:test";
import { furtherOf, Knowledge } from "../../site_overrides/assets/form/knowledge.js";
import { showDay } from "../../site_overrides/assets/form/rows.js";

test("a day is shown as people write it", () => {
  assert.equal(showDay("2026-09-01"), "1-9-2026");
  assert.equal(showDay("2026-11"), "11-2026");
  assert.equal(showDay("2026"), "2026");
  assert.equal(showDay("onbekend"), "onbekend");
});

test("a name elsewhere is looked for no further than it goes", async (context) => {
  assert.deepEqual(furtherOf("koor", ["koo", "koor", "koor-", "koor-2", "koor-x", "koorzang", "k"]), [
    "koo",
    "koor",
    "koor-",
    "koor-2",
    "k",
  ]);
  /** @type {Record<string, any>} */
  const files = {
    "begin-k.json": { organisaties: { k: { naam: "K" } }, waar: {}, plekken: [], verder: ["koo", "kr"] },
    "begin-koo.json": { organisaties: { koor: { naam: "Koor" } }, waar: { koor: ["dorp"] }, plekken: ["kooi"] },
  };
  /** @type {string[]} */
  const asked = [];
  context.mock.method(globalThis, "fetch", async (/** @type {string} */ address) => {
    asked.push(address);
    return new Response(JSON.stringify(files[address]));
  });
  const knowledge = new Knowledge("");
  await knowledge.lookElsewhere("Koor");
  await knowledge.lookElsewhere("koor");
  assert.deepEqual(asked, ["begin-k.json", "begin-koo.json"]);
  assert.deepEqual(Object.keys(knowledge.elsewhere), ["k", "koor"]);
  assert.deepEqual(knowledge.spots, ["kooi"]);
});
