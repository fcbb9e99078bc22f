import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, less, words } from "../../site_overrides/assets/search/text.js";

test("accents, capitals and apostrophes inside words fall away", () => {
  assert.equal(fold("Café's Reünie"), "cafes reunie");
});

test("words are letters and digits, in order", () => {
  assert.deepEqual(words("E-bike, 's ochtends (65+)"), ["e", "bike", "s", "ochtends", "65"]);
});

test("words can be taken out of a text as it was typed", () => {
  assert.equal(less("Koffie op Dinsdag", ["dinsdag"]), "Koffie op");
  assert.equal(less("koffie zonder bingo", ["zonder", "bingo"]), "koffie");
  assert.equal(less("geen bingo en geen kaarten", ["geen", "kaarten"]), "geen bingo en");
  assert.equal(less("niet op maandag", ["niet", "maandag"]), "op");
  assert.equal(less("wandelen in Gulpen-Wittem", ["gulpen", "wittem"]), "wandelen in");
});
