import assert from "node:assert/strict";
import { test } from "node:test";
import { FACETS } from "../../site_overrides/assets/constants.js";
import { empty, parse, serialise } from "../../site_overrides/assets/search/state.js";

test("a link reads as people read it", () => {
  const state = { ...empty(), q: "koffie drinken" };
  state.filters.dag = ["zaterdag", "dinsdag"];
  state.filters.kosten = ["gratis"];
  assert.equal(serialise(state), "q=koffie+drinken&dag=dinsdag,zaterdag&kosten=gratis");
});

test("a page as it came has no fragment", () => {
  assert.equal(serialise(empty()), "");
});

// These links are on paper and in mails. They must open the same view for ever.
test("links that were made before open as they did", () => {
  for (const [link, q, facet, values] of /** @type {[string, string, string, string[]][]} */ ([
    ["#q=wandelen&dag=dinsdag&kosten=gratis", "wandelen", "dag", ["dinsdag"]],
    ["#toegankelijk=rolstoel,rustig", "", "toegankelijk", ["rolstoel", "rustig"]],
    ["#q=a%26b%3D%23&wijk=Sint+Pieter", "a&b=#", "wijk", ["Sint Pieter"]],
  ])) {
    const { state, strange } = parse(link);
    assert.deepEqual(strange, []);
    assert.equal(state.q, q);
    assert.deepEqual(state.filters[facet], values);
    assert.equal(`#${serialise(state)}`, link);
  }
});

test("of a postcode the digits are kept, and who says where they live sees the nearest first", () => {
  for (const [link, bij] of [
    ["#bij=7941", "7941"],
    ["#bij=7941+AB", "7941"],
    ["#bij=7941ab", "7941"],
    ["#bij=Nijeveen", "Nijeveen"],
    ["#bij=%20Den+Haag%20", "Den Haag"],
  ]) {
    const { state, strange } = parse(link);
    assert.deepEqual(strange, []);
    assert.deepEqual([state.bij, state.volgorde], [bij, "dichtbij"]);
  }
  assert.equal(serialise({ ...empty(), bij: "7941", km: 10, volgorde: "dichtbij" }), "bij=7941&km=10");
  assert.deepEqual(parse("#bij=7941&km=12").strange, ["km=12"]);
  assert.deepEqual(parse("#bij=").strange, ["bij"]);
});

test("what is not known is left out and told", () => {
  const { state, strange } = parse("#q=koffie&kleur=rood&dag=morgen&%E0%A4%A=1");
  assert.equal(state.q, "koffie");
  assert.deepEqual(state.filters.dag, []);
  assert.deepEqual(strange, ["kleur=rood", "dag=morgen", "%E0%A4%A=1"]);
});

test("a link has the themes that the page has, whatever they are called", () => {
  const { state, strange } = parse("#thema=samen-eten,weg", ["buiten-zijn", "samen-eten"]);
  assert.deepEqual(state.filters.thema, ["samen-eten"]);
  assert.deepEqual(strange, ["thema=weg"]);
});

test("parse and serialise are inverse, whatever was typed and chosen", () => {
  let seed = 7;
  const next = (/** @type {number} */ most) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % most;
  };
  const signs = "abz é&=#%+,;\"'<>/?€😀\\ 09";
  for (let round = 0; round < 500; round++) {
    const state = empty();
    state.q = Array.from({ length: next(12) }, () => [...signs][next([...signs].length)]).join("");
    for (const [name, known] of Object.entries(FACETS))
      state.filters[name] = known.length ? known.filter(() => next(4) === 0) : next(3) ? [] : ["Sint Pieter"];
    state.onbekend = next(2) === 1;
    state.volgorde = ["best", "dichtbij", "datum", "naam"][next(4)];
    state.bij = ["", "7941", "Den Haag", "'s-Gravenhage", "b&w=#%"][next(5)];
    state.km = [0, 1, 5, 10, 25][next(5)];
    assert.deepEqual(parse(serialise(state)).state, state);
  }
});
