import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST_ON_LIST as MOST } from "../../site_overrides/assets/constants.js";
import { joined, parted, pickOf, readList, writeList } from "../../site_overrides/assets/list/address.js";
import { pathOf } from "../../site_overrides/assets/list/code.js";
import { nextDays } from "../../site_overrides/assets/list/leaves.js";
import { moved } from "../../site_overrides/assets/list/order.js";
import { sureOf } from "../../site_overrides/assets/list/sheet.js";
import { plainText } from "../../site_overrides/assets/list/text.js";
import { shortText } from "../../site_overrides/assets/message.js";
import { fileNumber } from "../../site_overrides/assets/together.js";

/** Lists of every length, from one municipality or more, with and without marks. */
function lists() {
  /** @type {import("../../site_overrides/assets/list/address.js").Item[][]} */
  const found = [[]];
  for (let length = 1; length <= MOST; length++)
    for (const step of [1, 2, 5])
      found.push(
        Array.from({ length }, (_, at) => ({
          id: `${["meppel", "de-wolden", "kerkrade"][Math.floor(at / step) % 3]}/zingen-${at}`,
          mark: at % 3 ? "a9z" : "",
        })),
      );
  return found;
}

test("what is written is read back", () => {
  for (const items of lists()) assert.deepEqual(readList(writeList(items)), { items, strange: 0, tooMany: 0 });
});

test("a program that passes a link on may write its signs otherwise", () => {
  for (const items of lists()) assert.deepEqual(readList(encodeURIComponent(writeList(items))).items, items);
});

test("an activity in the municipality of the one before it is written short", () => {
  const items = ["meppel/a", "meppel/b", "stad/c", "meppel/d"].map((id) => ({ id, mark: "" }));
  assert.equal(writeList(items), "meppel/a,b,stad/c,meppel/d");
});

test("what nobody can read is counted, doubles come once, and a list has an end", () => {
  assert.deepEqual(readList("meppel/a,meppel/a,../c,é,b/c/d"), {
    items: [{ id: "meppel/a", mark: "" }],
    strange: 3,
    tooMany: 0,
  });
  assert.equal(readList("zonder-gemeente").strange, 1);
  assert.equal(readList("%E0%A4%A").items.length, 0);
  const many = Array.from({ length: MOST + 3 }, (_, at) => `meppel/x${at}`).join(",");
  assert.equal(readList(many).items.length, MOST);
  assert.equal(readList(many).tooMany, 3);
});

test("a list and a search share a fragment", () => {
  for (const rest of ["", "q=koffie+drinken&dag=maandag", "themas"])
    for (const list of ["", "meppel/a.k3f,b"]) {
      const found = parted(`#${joined(rest, list)}`);
      assert.deepEqual([found.rest, found.list ?? ""], [rest, list]);
    }
  assert.deepEqual(parted(""), { list: null, rest: "" });
});

test("a button carries an activity and its mark", () => {
  assert.deepEqual(pickOf("meppel/a.k3f"), { id: "meppel/a", mark: "k3f" });
  assert.deepEqual(pickOf("meppel/a"), { id: "meppel/a", mark: "" });
});

test("the next dates are the first three to come", () => {
  const days = ["2026-11-20", "2026-11-22", "2026-11-29", "2026-12-06", "2026-12-13"];
  assert.deepEqual(nextDays(days, "2026-11-22"), ["2026-11-22", "2026-11-29", "2026-12-06"]);
  assert.deepEqual(nextDays(days, "2027-01-01"), []);
});

test("moving keeps everything", () => {
  const row = ["a", "b", "c", "d"];
  for (let from = 0; from < 4; from++)
    for (let to = 0; to < 4; to++) {
      const after = moved(row, from, to);
      assert.equal(after[to], row[from]);
      assert.deepEqual([...after].sort(), row);
    }
});

test("a code is drawn row by row", () => {
  const rows = ["110", "000", "011"];
  /** @type {import("../../site_overrides/assets/list/code.js").Code} */
  const code = { getModuleCount: () => 3, isDark: (row, column) => rows[row][column] === "1", addData() {}, make() {} };
  assert.equal(pathOf(code), "M4 4.5h2M5 6.5h2");
});

test("a text for a file has what somebody needs, and the link", () => {
  /** @type {import("../../site_overrides/assets/list/text.js").Told} */
  const leaf = {
    title: "Zingen",
    place: "Dorp",
    notice: "",
    sure: "Volgens de bron van 2025",
    facts: [["Kosten", ["Gratis", "Koffie € 1"]]],
    link: "https://x.example/dorp/zingen/",
  };
  const stopped = { ...leaf, title: "Oud", notice: "Gestopt.", sure: "", facts: [] };
  assert.equal(
    plainText([leaf, stopped], "https://x.example/lijst/#a=dorp/zingen"),
    "1. Zingen (Dorp)\n   Volgens de bron van 2025\n   Kosten: Gratis; Koffie € 1\n   https://x.example/dorp/zingen/\n\n2. Oud (Dorp)\n   Gestopt.\n   https://x.example/dorp/zingen/\n\nDe hele lijst: https://x.example/lijst/#a=dorp/zingen\n",
  );
});

test("the line on a sheet is worked out from its leaves", () => {
  /** @param {Record<string, string>} has */
  const leaf = (has) =>
    /** @type {Element} */ (
      /** @type {unknown} */ ({
        getAttribute: (/** @type {string} */ name) => has[name] ?? null,
        hasAttribute: (/** @type {string} */ name) => name in has,
      })
    );
  const asked = leaf({ "data-stand": "loopt", "data-zeker": "nagevraagd" });
  const older = leaf({ "data-stand": "loopt", "data-zeker": "ouder", "data-bereikbaar": "" });
  const alone = leaf({ "data-stand": "loopt", "data-zeker": "bron" });
  const ended = leaf({ "data-stand": "gestopt", "data-zeker": "verlopen" });
  /** @type {[Element[], string][]} */
  const cases = [
    [[], ""],
    [[ended], ""],
    [[asked], "Dit is nagevraagd."],
    [[asked, asked, ended], "Alles op dit blad is nagevraagd."],
    [[older, alone], "Wij hebben dit nog niet gecontroleerd. Bel even voor u gaat."],
    [[alone], "Wij hebben dit nog niet gecontroleerd. Vraag het voor u gaat aan wie u dit blad gaf."],
    [[asked, older], "1 van de 2 is nagevraagd. De rest niet: bel even voor u gaat."],
    [[asked, asked, older], "2 van de 3 zijn nagevraagd. De rest niet: bel even voor u gaat."],
  ];
  for (const [leaves, said] of cases) assert.equal(sureOf(leaves), said);
});

test("a leaf is looked for where the build put it", () => {
  // As addresses.file_number has it; tests/unit/test_take_home.py holds the files to the same.
  assert.equal(fileNumber("dorp/zingen", 1), 1);
  assert.deepEqual(
    ["meppel/a", "meppel/b", "dorp/x-y"].map((id) => fileNumber(id, 7)),
    [4, 6, 5],
  );
});

test("a message says when and where, and stays short enough to be read", () => {
  const leaf =
    "Samen zingen in het koor\nElke donderdag vanaf 19.30 uur\nDorpskerk, Kerkstraat 1, Dorp\nVolgens de bron van 2025";
  const stopped = "Oud koor\n\n\nDeze activiteit is gestopt.";
  assert.equal(shortText([leaf], "L"), `${leaf}\nL`);
  assert.equal(shortText([stopped], "L"), "Oud koor\nDeze activiteit is gestopt.\nL");
  assert.equal(
    shortText([leaf, stopped], "L"),
    "- Samen zingen in het koor: Elke donderdag vanaf 19.30 uur, Dorpskerk, Kerkstraat 1, Dorp. Volgens de bron van 2025\n" +
      "- Oud koor: Deze activiteit is gestopt.\n\nL",
  );
  assert.equal(
    shortText(["Zingen\n\n\nOuder bericht.", leaf.replace(/\n.*\n/, "\n\n")], "L").includes("Zingen: Ouder"),
    true,
  );
  const link = `https://wijzer.example/lijst/#a=${"x".repeat(300)}`;
  for (const amount of [1, 5, 8, 12]) {
    const text = shortText([stopped, ...Array(amount - 1).fill(leaf)], link);
    assert.ok(text.length <= 700, `${text.length}`);
    assert.ok(text.endsWith(link));
    if (amount < 12) assert.match(text, /gestopt/);
  }
  const long = `Zingen\n${"Elke dag. ".repeat(90)}\nDorp\nOuder bericht.`;
  assert.ok(shortText([long], link).length <= 700);
});
