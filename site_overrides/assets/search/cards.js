// @ts-check
// The cards of what was found. They are never made here: they are copies of those that stand on this page or on the
// catalogue's next pages.

import { pageOf } from "../another.js";
import { one, pause } from "./dom.js";

const STEP = 24;
/** Cards that are added before the page may answer something else. */
const AT_ONCE = 4;

/** @typedef {import("./search.js").Hit} Hit */

export class Cards {
  /**
   * @param {HTMLElement} results
   * @param {string[]} pages addresses of the pages with cards, with a comma between those that have one page of the catalogue together
   * @param {(left: number) => string} label of the button that shows more
   */
  constructor(results, pages, label = (left) => `Toon meer (nog ${left})`) {
    this.list = one(results, "[data-lijst]", HTMLUListElement);
    this.rest = one(results, "[data-meer]", HTMLButtonElement);
    this.pages = pages;
    this.label = label;
    /** @type {Map<string, Element>} */
    this.cards = new Map();
    this.collect(document, new URL(document.baseURI));
    /** @type {Hit[]} */
    this.hits = [];
    /** @type {string[]} */
    this.reasons = [];
    /** What the list shows now, to leave it alone while a word grows and means the same. */
    this.found = "";
    this.shown = 0;
    this.drawing = 0;
  }

  /**
   * Shows the first of what was found, and at least as much as there was for who comes back.
   * @param {Hit[]} hits
   * @param {string[]} reasons what is known of each and what is not, of what was asked
   * @param {number} before how many were shown before
   */
  show(hits, reasons, before) {
    const found = hits.map((hit, at) => hit.id + hit.fit + reasons[at]).join();
    if (found === this.found) return;
    this.found = found;
    this.hits = hits;
    this.reasons = reasons;
    this.render(0, Math.max(STEP, before));
  }

  /** Shows some more, and goes to the first of them. */
  async more() {
    const from = this.shown;
    await this.render(from, from + STEP);
    this.list.children[from]?.querySelector("a")?.focus();
  }

  /**
   * Shows the cards of hits, some at a time so that an old phone keeps up.
   * @param {number} from
   * @param {number} to
   */
  async render(from, to) {
    const { hits } = this;
    const number = ++this.drawing;
    const wanted = hits.slice(from, to);
    await this.fetch(wanted);
    if (number !== this.drawing) return;
    if (!from) this.list.replaceChildren();
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      this.list.append(
        ...wanted.slice(at, at + AT_ONCE).map((hit, next) => this.copy(hit, this.reasons[from + at + next])),
      );
      await pause();
      if (number !== this.drawing) return;
    }
    this.shown = Math.min(to, hits.length);
    this.rest.hidden = this.shown >= hits.length;
    this.rest.dataset.meer = String(hits.length - this.shown);
    this.rest.textContent = this.label(hits.length - this.shown);
  }

  /**
   * @param {Hit} hit
   * @param {string} reason
   */
  copy(hit, reason) {
    const copy = /** @type {HTMLElement} */ (this.cards.get(hit.id)?.cloneNode(true) ?? document.createElement("li"));
    copy.classList.toggle("hit--ask", hit.fit === 1);
    if (reason) {
      const told = document.createElement("p");
      told.className = "hit__reason";
      told.textContent = reason;
      const card = copy.querySelector(".card") ?? copy;
      card.insertBefore(told, card.querySelector(".pick"));
    }
    return copy;
  }

  /**
   * Takes the cards of a page; their links are read from where that page stands.
   * @param {Document} page
   * @param {URL} at
   */
  collect(page, at) {
    for (const card of page.querySelectorAll("[data-alles] [data-id]")) {
      const id = card.getAttribute("data-id") ?? "";
      if (this.cards.has(id)) continue;
      const own = page === document ? card : document.importNode(card, true);
      if (page !== document)
        for (const link of own.querySelectorAll("a[href]"))
          link.setAttribute("href", new URL(link.getAttribute("href") ?? "", at).href);
      this.cards.set(id, own);
    }
  }

  /**
   * Gets the cards that are not on this page from the pages where they stand: no others, and all at once.
   * @param {Hit[]} hits
   */
  async fetch(hits) {
    const missing = hits.filter((hit) => !this.cards.has(hit.id));
    const pages = [...new Set(missing.flatMap((hit) => (this.pages[hit.page] ?? "").split(",")))].filter(Boolean);
    await Promise.all(
      pages.map(async (page) => {
        const address = new URL(page, document.baseURI);
        const { page: found } = await pageOf(address);
        if (!found) return;
        for (const symbol of found.querySelectorAll("symbol[id]")) keep(symbol);
        this.collect(found, address);
      }),
    );
  }
}

/**
 * Adds a pictogram of another page, so that its cards can be drawn here.
 * @param {Element} symbol
 */
export function keep(symbol) {
  const sprite = document.querySelector("svg.sprite");
  if (sprite && !document.getElementById(symbol.id)) sprite.append(document.importNode(symbol, true));
}
