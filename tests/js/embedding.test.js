// The code for another site: what a choice makes of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, escaped, target } from "../../site_overrides/assets/embedding.js";
import { parse } from "../../site_overrides/assets/search/state.js";

const SITE = "https://w.example/pad/";
const FROM = { address: `${SITE}zoeken/`, frame: `${SITE}inbedden/overal/`, text: "Alle activiteiten" };

test("without a choice it is about everything", () => {
  assert.deepEqual(target(SITE, { gemeente: "", thema: "", zoek: " " }, "", ""), FROM);
});

test("a choice stands behind the # and is read back as it was", () => {
  const to = target(
    SITE,
    { gemeente: "meppel", thema: "kunst-en-cultuur", zoek: "zingen & dansen" },
    "Meppel",
    "Kunst en cultuur",
  );
  assert.equal(to.text, "Kunst en cultuur: zingen & dansen in Meppel");
  assert.ok(to.address.startsWith(`${SITE}meppel/#`));
  assert.ok(to.frame.startsWith(`${SITE}inbedden/meppel/#`));
  const { state, strange } = parse(new URL(to.frame).hash);
  assert.deepEqual(strange, []);
  assert.equal(state.q, "zingen & dansen");
  assert.deepEqual(state.filters.thema, ["kunst-en-cultuur"]);
  assert.equal(new URL(to.frame).search, "");
});

test("a code is changed where it names the old target, and nowhere else", () => {
  const to = target(SITE, { gemeente: "meppel", thema: "", zoek: 'a"b<c' }, "Meppel", "");
  const code = `<iframe src="${FROM.frame}" title="${FROM.text}"></iframe><a href="${FROM.address}">${FROM.text}</a><script src="${SITE}inbedden/embed.js"></script>`;
  const made = changed(code, FROM, to);
  assert.ok(made.includes(`src="${to.frame}"`));
  assert.ok(made.includes('title="Te doen: a&quot;b&lt;c in Meppel"'));
  assert.ok(made.includes(`<a href="${to.address}">Te doen: a&quot;b&lt;c in Meppel</a>`));
  assert.ok(made.includes(`src="${SITE}inbedden/embed.js"`));
  assert.equal(changed(code, FROM, FROM), code);
});

test("signs of HTML are written out", () => {
  assert.equal(escaped(`<a href="x">&</a>`), "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
});
