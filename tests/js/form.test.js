import assert from "node:assert/strict";
import { test } from "node:test";
import { showDay } from "../../site_overrides/assets/form/rows.js";

test("a day is shown as people write it", () => {
  assert.equal(showDay("2026-09-01"), "1-9-2026");
  assert.equal(showDay("2026-11"), "11-2026");
  assert.equal(showDay("2026"), "2026");
  assert.equal(showDay("onbekend"), "onbekend");
});
