// @ts-check
// The leaves of the activities on the list. They are made when the site is built; here they are fetched, and their dates picked.

import { pageOf } from "../another.js";
import { LEAF } from "../constants.js";
import { dutchDay } from "../day.js";

/** How many dates a resident takes home. */
const DATES = 3;

/** @typedef {{ leaf: HTMLElement | null, gone: boolean }} Found */

/**
 * Which of the dates are shown: the first three that are still to come.
 * @param {string[]} days
 * @param {string} today
 */
export const nextDays = (days, today) => days.filter((day) => day >= today).slice(0, DATES);

export class Leaves {
  /** @param {string} root the address of the site's root */
  constructor(root) {
    this.root = root;
    /** @type {Map<string, Promise<Found>>} */
    this.asked = new Map();
  }

  /**
   * The leaf of an activity; none where there is no connection (``gone`` is false) or no such activity (true).
   * @param {string} id
   * @returns {Promise<Found>}
   */
  get(id) {
    const before = this.asked.get(id);
    if (before) return before;
    const asked = this.fetch(id).then((found) => {
      if (!found.leaf && !found.gone) this.asked.delete(id); // to be tried again
      return found;
    });
    this.asked.set(id, asked);
    return asked;
  }

  /**
   * @param {string} id
   * @returns {Promise<Found>}
   */
  async fetch(id) {
    const address = new URL(`${id}/${LEAF}`, this.root);
    const { page, gone } = await pageOf(address);
    const leaf = page?.querySelector("[data-blad]");
    return { leaf: leaf ? this.prepared(leaf, address) : null, gone };
  }

  /**
   * A leaf for this page: its links read from where it stood, and only the dates that are to come.
   * @param {Element} leaf
   * @param {URL} address
   */
  prepared(leaf, address) {
    const own = /** @type {HTMLElement} */ (document.importNode(leaf, true));
    for (const link of own.querySelectorAll("a[href]"))
      link.setAttribute("href", new URL(link.getAttribute("href") ?? "", address).href);
    const dates = [...own.querySelectorAll("[data-dag]")];
    const days = dates.map((one) => one.getAttribute("data-dag") ?? "");
    const shown = nextDays(days, dutchDay(new Date()));
    for (const one of dates) if (!shown.includes(one.getAttribute("data-dag") ?? "")) one.remove();
    if (!shown.length) own.querySelector("[data-keren]")?.remove();
    return own;
  }
}
