import assert from "node:assert/strict";
import { test } from "node:test";
import { readDay, showDay } from "../../site_overrides/assets/form/rows.js";

test("a day is read as people type it", () => {
  for (const typed of [
    "24-12-2026",
    "24/12/2026",
    "24.12.2026",
    "24 december 2026",
    "24 dec 2026",
    "24 dec. 2026",
    "2026-12-24",
  ])
    assert.equal(readDay(typed), "2026-12-24");
  assert.equal(readDay("1 mrt 2027"), "2027-03-01");
  assert.equal(readDay("1 mei 2027"), "2027-05-01");
});

test("a month or a year is enough for a source", () => {
  assert.equal(readDay("11-2026"), "2026-11");
  assert.equal(readDay("november 2026"), "2026-11");
  assert.equal(readDay("2026"), "2026");
});

test("what cannot be read stays as it was typed", () => {
  for (const typed of ["1-9-26", "1 sept", "morgen", "", "24-foo-2026"]) assert.equal(readDay(typed), typed);
});

test("a day is shown as people write it, and read back", () => {
  for (const day of ["2026-12-24", "2026-11", "2026", "2027-01-01", "onbekend"])
    assert.equal(readDay(showDay(day)), day);
  assert.equal(showDay("2026-09-01"), "1-9-2026");
});
