// @ts-check
// The leaves of the activities on the list. They are made when the site is built; here they are fetched, and their dates picked.

import { pageOf } from "../another.js";
import { offerCalendar } from "../calendar.js";
import { LEAVES } from "../constants.js";
import { dutchDay } from "../day.js";
import { fileNumber } from "../together.js";

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
    /** @type {Map<string, Promise<{ page: Document | null, gone: boolean, address: URL }>>} */
    this.files = new Map();
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
    const [place] = id.split("/");
    let number = 1;
    // How many files there are stands in each of them; two tries, for one may be older than the other.
    for (let turn = 0; turn < 3; turn++) {
      const { page, gone, address } = await this.file(place, number);
      if (!page) return { leaf: null, gone };
      const leaf = page.querySelector(`[data-van="${id}"] [data-blad]`);
      if (leaf) return { leaf: this.prepared(leaf, address), gone: false };
      const other = fileNumber(id, Number(page.querySelector("[data-bestanden]")?.getAttribute("data-bestanden")) || 1);
      if (other === number) return { leaf: null, gone: true };
      number = other;
    }
    return { leaf: null, gone: true };
  }

  /**
   * Leaves of a municipality together, fetched once.
   * @param {string} place
   * @param {number} number
   */
  file(place, number) {
    const address = new URL(`${place}/${LEAVES}-${number}.html`, this.root);
    const asked = this.files.get(address.href) ?? pageOf(address).then((found) => ({ ...found, address }));
    this.files.set(address.href, asked);
    asked.then(({ page, gone }) => page || gone || this.files.delete(address.href)); // to be tried again
    return asked;
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
    for (const button of own.querySelectorAll("[data-in-agenda]")) offerCalendar(button, this.root);
    const dates = [...own.querySelectorAll("[data-dag]")];
    const days = dates.map((one) => one.getAttribute("data-dag") ?? "");
    const shown = nextDays(days, dutchDay(new Date()));
    for (const one of dates) if (!shown.includes(one.getAttribute("data-dag") ?? "")) one.remove();
    if (!shown.length) own.querySelector("[data-keren]")?.remove();
    return own;
  }
}
