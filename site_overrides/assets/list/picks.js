// @ts-check
// On every page: buttons that put an activity on the list, how much stands on it, and links that carry it along.

import { MOST_ON_LIST } from "../constants.js";
import { joined, parted, pickOf } from "./address.js";

/** @typedef {import("./keep.js").Keep} Keep */

/** What asks whether the list may stay; beside this script. */
const ASKING = "./asking.js";

/** @param {number} amount */
const onList = (amount) => (amount === 1 ? "1 activiteit" : `${amount} activiteiten`);

/** Shows and follows the list on this page. */
export class Picks {
  /** @param {Keep} keep */
  constructor(keep) {
    this.keep = keep;
    this.said = document.querySelector("[data-lijst-gezegd]");
    this.bar = document.querySelector("[data-lijst-balk]");
    const home = document.querySelector("a.brand");
    this.root = home instanceof HTMLAnchorElement ? new URL("./", home.href).href : "";
  }

  start() {
    document.documentElement.classList.add("with-list");
    document.addEventListener("click", (event) => this.click(event));
    // The address of a link is made when somebody is about to use it: a page may have thousands.
    for (const moment of ["pointerdown", "focusin", "click"])
      document.addEventListener(moment, (event) => this.carry(event.target), { capture: true });
    addEventListener("hashchange", () => this.arrive());
    addEventListener("pageshow", (event) => event.persisted && this.again(true));
    addEventListener("storage", (event) => this.keep.follow(event));
    this.keep.listeners.push(() => this.paint(document));
    // The search shows copies of cards; those are painted as they come.
    new MutationObserver((changes) => {
      for (const change of changes)
        for (const node of change.addedNodes) if (node instanceof Element) this.paint(node, true);
    }).observe(document.querySelector("main") ?? document.body, { childList: true, subtree: true });
    this.paint(document);
    this.jump();
  }

  /**
   * Another list: back on a page that the browser kept, or another link on the same page.
   * @param {boolean} arrived
   */
  again(arrived) {
    this.keep.load(arrived);
    for (const tell of this.keep.listeners) tell();
  }

  /**
   * Another fragment on the same page. On the page of the list that is another list to open; elsewhere it is a part of the page
   * or an earlier search, and the list is put back beside it.
   */
  arrive() {
    const { list } = parted(location.hash);
    if (this.keep.shown && list && list !== this.keep.text) {
      this.again(false);
      document.dispatchEvent(new Event("lijst-geopend"));
    } else this.keep.write();
  }

  /** Goes to the part of the page that an address names before its list: a browser cannot find that by itself. */
  jump() {
    const { list, rest } = parted(location.hash);
    if (list === null || !rest || rest.includes("=")) return;
    const target = document.getElementById(rest);
    target?.scrollIntoView();
    target?.focus();
  }

  /**
   * @param {ParentNode} within
   * @param {boolean} part whether only a part of the page is new
   */
  paint(within, part = false) {
    const buttons = [...within.querySelectorAll("[data-op-lijst]")];
    if (within instanceof Element && within.matches("[data-op-lijst]")) buttons.push(within);
    for (const button of buttons)
      button.setAttribute("aria-pressed", String(this.keep.has(pickOf(button.getAttribute("data-op-lijst") ?? "").id)));
    if (part) return;
    const { length } = this.keep.items;
    for (const place of document.querySelectorAll("[data-lijst-aantal]"))
      place.textContent = length ? `\u00a0(${length})` : "";
    if (this.bar instanceof HTMLElement) {
      this.bar.hidden = !length || this.keep.shown;
      const told = this.bar.querySelector("[data-lijst-telling]");
      if (told) told.textContent = onList(length);
    }
  }

  /** @param {MouseEvent} event */
  click(event) {
    const button = event.target instanceof Element ? event.target.closest("[data-op-lijst]") : null;
    if (button) this.toggle(pickOf(button.getAttribute("data-op-lijst") ?? ""), nameOf(button));
  }

  /**
   * @param {import("./address.js").Item} picked
   * @param {string} name
   */
  toggle(picked, name) {
    const { keep } = this;
    if (keep.has(picked.id)) {
      keep.change(keep.items.filter(({ id }) => id !== picked.id));
      this.tell(`${name} is van uw lijst af. Op uw lijst: ${onList(keep.items.length)}.`);
    } else if (keep.full)
      this.tell(`Uw lijst is vol. Er passen ${MOST_ON_LIST} activiteiten op. Haal er eerst een af.`, true);
    else {
      keep.change([...keep.items, picked]);
      // The build writes where that is: assets.py.
      if (this.bar)
        import(new URL(ASKING, import.meta.url).href).then(
          (script) => script.ask(this.bar, keep, (/** @type {string} */ words) => this.tell(words)),
          () => {},
        );
      this.tell(`${name} staat op uw lijst. Op uw lijst: ${onList(keep.items.length)}.`);
    }
  }

  /**
   * Says once what happened. What did not happen is shown as well as said.
   * @param {string} text
   * @param {boolean} seen
   */
  tell(text, seen = false) {
    if (!this.said) return;
    this.said.textContent = text;
    this.said.classList.toggle("list-said--seen", seen);
  }

  /**
   * Gives a link inside the site the list to carry.
   * @param {EventTarget | null} target
   */
  carry(target) {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || !this.root || !link.href.startsWith(this.root)) return;
    const here = link.getAttribute("href")?.startsWith("#") ?? false;
    if (here || link.hasAttribute("data-zonder-lijst")) return;
    const { rest } = parted(link.hash);
    const hash = joined(rest, this.keep.carried);
    if (link.hash.slice(1) !== hash) link.hash = hash;
  }
}

/** @param {Element} button */
function nameOf(button) {
  return button.querySelector(".visually-hidden")?.textContent?.replace(/^\((.*)\)$/, "$1") ?? "";
}
