import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, less, words } from "../../site_overrides/assets/zoek/text.js";

test("accents, capitals and apostrophes inside words fall away", () => {
  assert.equal(fold("Café's Reünie"), "cafes reunie");
});

test("words are letters and digits, in order", () => {
  assert.deepEqual(words("E-bike, 's ochtends (65+)"), ["e", "bike", "s", "ochtends", "65"]);
});

test("words can be taken out of a text as it was typed", () => {
  assert.equal(less("Koffie op Dinsdag", ["dinsdag"]), "Koffie op");
});
