import assert from "node:assert/strict";
import { test } from "node:test";
import { between, monday, nameOfDay, nameOfWeek, tooOld } from "../../site_overrides/assets/agenda.js";
import { dutchDay } from "../../site_overrides/assets/day.js";

test("it is the day that it is in the Netherlands", () => {
  assert.equal(dutchDay(new Date("2026-11-22T22:59:00Z")), "2026-11-22");
  assert.equal(dutchDay(new Date("2026-11-22T23:00:00Z")), "2026-11-23");
  assert.equal(dutchDay(new Date("2026-07-01T22:00:00Z")), "2026-07-02");
});

test("the day does not depend on how a language writes one", () => {
  const kept = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, "format");
  Object.defineProperty(Intl.DateTimeFormat.prototype, "format", { configurable: true, get: () => () => "11/22/2026" });
  try {
    assert.equal(dutchDay(new Date("2026-11-22T12:00:00Z")), "2026-11-22");
  } finally {
    Object.defineProperty(Intl.DateTimeFormat.prototype, "format", /** @type {PropertyDescriptor} */ (kept));
  }
});

test("days are counted over both changes of the clock", () => {
  assert.equal(between("2026-10-24", "2026-10-26"), 2);
  assert.equal(between("2027-03-27", "2027-03-29"), 2);
  assert.equal(between("2026-11-22", "2026-11-21"), -1);
});

test("a week begins on Monday", () => {
  for (const [day, start] of [
    ["2026-11-22", "2026-11-16"],
    ["2026-11-23", "2026-11-23"],
    ["2027-01-01", "2026-12-28"],
  ])
    assert.equal(monday(day), start);
});

test("only today and tomorrow, this week and the next have a name", () => {
  const names = ["2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"].map((day) => nameOfDay(day, "2026-11-22"));
  assert.deepEqual(names, ["", "Vandaag", "Morgen", ""]);
  const weeks = ["2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30"].map((week) => nameOfWeek(week, "2026-11-22"));
  assert.deepEqual(weeks, ["", "Deze week", "Volgende week", ""]);
});

test("what is too old says how old it is", () => {
  assert.match(tooOld("22 november 2026", 30), /^Deze agenda is gemaakt op 22 november 2026. Dat is 30 dagen geleden./);
});
