// @ts-check
// What a visitor chose, as the part of an address after the #: readable, stable, and never sent to a server.

/** @typedef {{ q: string, filters: Record<string, string[]>, onbekend: boolean, volgorde: string }} State */

/** The facets with the values they may have; empty for names of places, which may be anything. */
export const FACETS = {
  thema: ["ontdekken-en-doen", "bewegen-en-plezier", "eten-en-ontmoeten", "natuur-en-genieten", "kunst-en-cultuur"],
  dag: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
  dagdeel: ["ochtend", "middag", "avond"],
  kosten: ["gratis", "tot-5"],
  aanmelden: ["niet-nodig", "eerste-keer", "nodig"],
  toegankelijk: [
    "rolstoel",
    "rollator",
    "ringleiding",
    "toilet",
    "rustig",
    "zittend",
    "assistentiehond",
    "begeleider_gratis",
  ],
  voor: [
    "volwassenen",
    "ouderen",
    "jongeren",
    "kinderen",
    "gezinnen",
    "mannen",
    "vrouwen",
    "mantelzorgers",
    "nabestaanden",
    "dementie",
    "beperking",
    "nieuwkomers",
  ],
  mee: ["meegaan", "alleen"],
  gecontroleerd: ["ja"],
  gemeente: [],
  wijk: [],
};
export const ORDERS = ["best", "datum", "naam"];
const LONGEST = 1000;

/** @returns {State} */
export function empty() {
  const filters = Object.fromEntries(Object.keys(FACETS).map((name) => [name, /** @type {string[]} */ ([])]));
  return { q: "", filters, onbekend: false, volgorde: "best" };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}

/**
 * Reads `#q=wandelen&dag=dinsdag,zaterdag`. What is not known is left out and told.
 * @param {string} fragment with or without the #
 * @returns {{ state: State, strange: string[] }}
 */
export function parse(fragment) {
  const state = empty();
  /** @type {string[]} */
  const strange = [];
  const facets = /** @type {Record<string, string[]>} */ (FACETS);
  for (const part of fragment.replace(/^#/, "").split("&").filter(Boolean)) {
    const cut = part.indexOf("=");
    const name = cut < 0 ? part : part.slice(0, cut);
    const raw = cut < 0 ? "" : part.slice(cut + 1);
    const values = raw.split(",").map(decoded);
    const [value] = values;
    if (name === "q" && decoded(raw) !== null) state.q = String(decoded(raw)).slice(0, LONGEST);
    else if (name === "onbekend" && value === "ook") state.onbekend = true;
    else if (name === "volgorde" && value !== null && ORDERS.includes(value)) state.volgorde = value;
    else if (Object.hasOwn(facets, name)) {
      for (const one of new Set(values))
        if (one && (facets[name].length ? facets[name].includes(one) : one.length <= 120))
          state.filters[name].push(one);
        else strange.push(one === null ? part : `${name}=${one}`);
      sort(state.filters[name], facets[name]);
    } else strange.push(part);
  }
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

/** @param {string} text */
const encoded = (text) => encodeURIComponent(text).replaceAll("%20", "+");

/**
 * The fragment of a state, without the #; nothing for a page as it came.
 * @param {State} state
 */
export function serialise(state) {
  const parts = state.q ? [`q=${encoded(state.q)}`] : [];
  for (const name of Object.keys(FACETS)) {
    const values = [...state.filters[name]];
    sort(values, /** @type {Record<string, string[]>} */ (FACETS)[name]);
    if (values.length) parts.push(`${name}=${values.map(encoded).join(",")}`);
  }
  if (state.onbekend) parts.push("onbekend=ook");
  if (state.volgorde !== "best") parts.push(`volgorde=${state.volgorde}`);
  return parts.join("&");
}
