import assert from "node:assert/strict";
import { test } from "node:test";
import { count, distance, letters, reach } from "../../site_overrides/assets/search/spell.js";

test("a doubled letter is half a slip, letters that sound alike a bit more, a swap less than two slips", () => {
  assert.equal(distance("zwemen", "zwemmen", 2), 0.5);
  assert.equal(distance("mantelsorg", "mantelzorg", 2), 0.6);
  assert.equal(distance("eenzaamhied", "eenzaamheid", 2), 0.8);
  assert.equal(distance("rumikub", "rummikub", 2), 0.5);
});

test("a word is nothing away from itself, and too far is far", () => {
  assert.equal(distance("koffie", "koffie", 1), 0);
  assert.ok(distance("koffie", "biljart", 2) > 2);
});

test("short words are never corrected", () => {
  assert.equal(reach(3), 0);
  assert.ok(reach(5) < reach(9));
});

test("letters as bits tell how many differ", () => {
  assert.equal(count(letters("abc") ^ letters("abd")), 2);
});
