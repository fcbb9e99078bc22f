import assert from "node:assert/strict";
import { test } from "node:test";
import { bits, flags, front, lexicon, numbers, rising, rows } from "../../site_overrides/assets/search/unpack.js";

test("an empty text holds nothing", () => {
  assert.deepEqual(numbers(""), []);
  assert.deepEqual(rows(""), []);
  assert.deepEqual(front(""), []);
  assert.deepEqual(lexicon("").keys, []);
});

test("gaps become rising numbers", () => {
  assert.deepEqual(rising([0, 0, 3]), [0, 1, 5]);
});

test("a facet that is not there is no for everything", () => {
  assert.deepEqual([...bits(undefined, 8, 2)], [0, 0]);
});

test("flags read single bits", () => {
  const has = flags("! ");
  assert.equal(has(0), true);
  assert.equal(has(5), false);
});
