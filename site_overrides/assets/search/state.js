// @ts-check
// What a visitor chose, as the part of an address after the #: readable, stable, and never sent to a server.

import { CIRCLES, FACETS, ORDERS } from "../constants.js";
import { healed, livingAt, opened, sealed } from "../fragment.js";

/**
 * `bij` is where somebody lives: four digits or a name; `km` how far it may be from there, 0 for any distance.
 * @typedef {{ q: string, filters: Record<string, string[]>, onbekend: boolean, volgorde: string, bij: string, km: number }} State
 */

const LONGEST = 1000;

/** @returns {State} */
export function empty() {
  const filters = Object.fromEntries(Object.keys(FACETS).map((name) => [name, /** @type {string[]} */ ([])]));
  return { q: "", filters, onbekend: false, volgorde: "best", bij: "", km: 0 };
}

/**
 * Reads `#q=wandelen&dag=dinsdag,zaterdag`. What is not known is left out and told.
 * @param {string} fragment with or without the #
 * @param {string[]} [themes] those that there are, where the page knows them
 * @returns {{ state: State, strange: string[] }}
 */
export function parse(fragment, themes = []) {
  const state = empty();
  /** @type {string[]} */
  const strange = [];
  let ordered = false;
  const facets = /** @type {Record<string, string[]>} */ ({ ...FACETS, thema: themes });
  for (const part of healed(fragment).split("&").filter(Boolean)) {
    const cut = part.indexOf("=");
    const name = cut < 0 ? part : part.slice(0, cut);
    const raw = cut < 0 ? "" : part.slice(cut + 1);
    // A comma may have been encoded on the way; no value has one of its own.
    const values = raw.split(/,|%2C/i).map(opened);
    const [value] = values;
    if (name === "q" && opened(raw) !== null) state.q = String(opened(raw)).slice(0, LONGEST);
    else if (name === "onbekend" && value === "ook") state.onbekend = true;
    else if (name === "volgorde" && value !== null && ORDERS.includes(value)) {
      state.volgorde = value;
      ordered = true;
    } else if (name === "bij" && opened(raw)?.trim()) state.bij = livingAt(String(opened(raw)));
    else if (name === "km" && CIRCLES.includes(Number.parseInt(value ?? "", 10)))
      state.km = Number.parseInt(value ?? "", 10);
    else if (Object.hasOwn(facets, name)) {
      for (const one of new Set(values))
        if (one && (facets[name].length ? facets[name].includes(one) : one.length <= 120))
          state.filters[name].push(one);
        else strange.push(one === null ? part : `${name}=${one}`);
      sort(state.filters[name], /** @type {Record<string, string[]>} */ (FACETS)[name]);
    } else strange.push(part);
  }
  // Who says where they live sees the nearest first, unless they say otherwise.
  if (state.bij && !ordered) state.volgorde = "dichtbij";
  return { state, strange };
}

/**
 * @param {string[]} values
 * @param {string[]} order
 */
function sort(values, order) {
  values.sort((one, other) => order.indexOf(one) - order.indexOf(other) || (one < other ? -1 : one > other ? 1 : 0));
  values.splice(0, values.length, ...new Set(values));
}

/**
 * The fragment of a state, without the #; nothing for a page as it came.
 * @param {State} state
 */
export function serialise(state) {
  const q = state.q.trimEnd();
  const parts = q ? [`q=${sealed(q)}`] : [];
  for (const name of Object.keys(FACETS)) {
    const values = [...state.filters[name]];
    sort(values, /** @type {Record<string, string[]>} */ (FACETS)[name]);
    if (values.length) parts.push(`${name}=${values.map(sealed).join(",")}`);
  }
  if (state.onbekend) parts.push("onbekend=ook");
  if (state.bij) parts.push(`bij=${sealed(state.bij)}`);
  if (state.km) parts.push(`km=${state.km}`);
  if (state.volgorde !== (state.bij ? "dichtbij" : "best")) parts.push(`volgorde=${state.volgorde}`);
  return parts.join("&");
}
