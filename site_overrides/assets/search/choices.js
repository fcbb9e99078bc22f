// @ts-check
// What can be chosen beside the results: boxes, with how much there is of each.

import { one } from "./dom.js";
import { FACETS } from "../constants.js";

/** From here on the choices stand beside the results (finder.css). */
const WIDE = "(min-width: 60rem)";

/** @typedef {import("./state.js").State} State */

export class Choices {
  /** @param {HTMLElement} part */
  constructor(part) {
    this.part = part;
    this.panel = one(part, ".finder__panel", HTMLDetailsElement);
    this.fold();
  }

  /** Closes the choices where they would stand before the results. */
  fold() {
    this.panel.open = matchMedia(WIDE).matches;
  }

  /** @returns {HTMLInputElement[]} */
  boxes() {
    return [...this.part.querySelectorAll("input")];
  }

  /**
   * Whether this page lets somebody choose on a facet.
   * @param {string} facet
   */
  has(facet) {
    return this.part.querySelector(`[name="${facet}"]`) !== null;
  }

  /**
   * The values that a facet has on this page.
   * @param {string} facet
   */
  values(facet) {
    return this.boxes().flatMap((box) => (box.name === facet ? [box.value] : []));
  }

  /**
   * What a visitor reads for a value.
   * @param {string} facet
   * @param {string} value
   */
  label(facet, value) {
    const box = this.boxes().find((one) => one.name === facet && one.value === value);
    return box?.closest("label")?.querySelector(".choice__label")?.textContent?.trim() ?? value;
  }

  /**
   * A state with what is chosen now; a facet without boxes here stays as it was.
   * @param {State} state
   * @returns {State}
   */
  read(state) {
    const filters = Object.fromEntries(
      Object.keys(FACETS).map((name) => [name, this.has(name) ? [] : state.filters[name]]),
    );
    let onbekend = false;
    for (const box of this.boxes())
      if (box.checked)
        if (box.name === "onbekend") onbekend = true;
        else filters[box.name].push(box.value);
    return { ...state, filters, onbekend };
  }

  /**
   * Puts a state in the boxes, and says how much is chosen.
   * @param {State} state
   */
  fill(state) {
    for (const box of this.boxes())
      box.checked = box.name === "onbekend" ? state.onbekend : state.filters[box.name].includes(box.value);
    const amount = Object.values(state.filters).flat().length;
    one(this.part, "[data-gekozen]", HTMLElement).textContent = amount ? `${amount} gekozen` : "";
  }

  /** @param {import("./search.js").Result} result */
  count({ counts }) {
    for (const place of this.part.querySelectorAll("[data-aantal]")) {
      if (!(place instanceof HTMLElement)) continue;
      const [facet, value] = (place.dataset.aantal ?? "").split(/=(.*)/s);
      const { yes, unknown } = counts[facet]?.[value] ?? { yes: 0, unknown: 0 };
      const text = unknown ? `${yes} zeker, ${unknown} misschien` : `${yes}`;
      if (place.textContent === text) continue;
      place.textContent = text;
      place.closest("label")?.classList.toggle("choice--none", !yes && !unknown);
    }
  }
}
