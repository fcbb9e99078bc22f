// What somebody learned, before it goes anywhere: nobody may be known in it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { faultsOf, fileOf, strange } from "../../site_overrides/assets/sharing.js";

/** @type {any} */
const RULES = {
  patronen: [
    ["een leeftijd", "\\b\\d+ jaar oud\\b", "i"],
    ["een naam", "\\b[Mm]evrouw [A-Z]\\w+", ""],
  ],
  bekend: ["Dorp"],
  voornamen: ["Truus"],
  kort: "[A-Z][A-Z0-9]+",
  zin: "(?:^|[.!?]\\s+)$",
  site: { mail: "", repository: "", forge: {} },
};
/** @type {Record<string, string>} */
const GOOD = {
  titel: "Samen koffie",
  lukte: "Dat werkt in Dorp.",
  lastig: "",
  nu: "",
  functie: "poh",
  gemeente: "dorp",
  gebied: "",
  les: "2",
  domeinen: "",
};

test("what is missing is said, and what tells who somebody is", () => {
  assert.deepEqual(faultsOf(GOOD, RULES), []);
  assert.equal(faultsOf({}, RULES).length, 4);
  assert.equal(faultsOf({ ...GOOD, gebied: "De Streek" }, RULES).length, 1);
  assert.match(
    faultsOf({ ...GOOD, lukte: "Mevrouw Jansen ging mee, 81 jaar oud." }, RULES).join(" "),
    /leeftijd.*naam/,
  );
});

test("a word with a capital may be a name", () => {
  assert.deepEqual(strange({ ...GOOD, lukte: "Truus ging met Jansma naar Dorp. De GGD ook." }, RULES), [
    "Truus",
    "Jansma",
  ]);
  assert.deepEqual(
    strange(
      { ...GOOD, gebied: "Zuid-Limburg", lukte: "Dat werkt in Zuid-Limburg." },
      { ...RULES, bekend: ["Zuid-Limburg"] },
    ),
    [],
  );
});

test("the file has what was typed and the month, and no day", () => {
  const file = fileOf(GOOD, new Date(2026, 8, 30));
  assert.equal(file.id, "dorp/samen-koffie");
  assert.deepEqual(file.entry, {
    titel: "Samen koffie",
    les: "2",
    functie: "poh",
    gemeente: "dorp",
    lukte: "Dat werkt in Dorp.",
    datum: "2026-09",
  });
  assert.equal(fileOf({ ...GOOD, gemeente: "", gebied: "Zuid-Limburg", titel: "é" }, new Date()).id, "zuid-limburg/e");
});
