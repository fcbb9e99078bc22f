// @ts-check
// Where a list is kept: in the address of the page, and only after a click that says so on this device as well.

import { MOST_ON_LIST } from "../constants.js";
import { joined, parted, readList, writeList } from "./address.js";

const KEPT = "wijzer.lijst";

/** @typedef {import("./address.js").Item} Item */

/**
 * Whether the address asks for something that nobody can read: no list, and no part of this page.
 * @param {boolean} listed whether it has a list
 */
function unreadable(listed) {
  const { list, rest } = parted(location.hash);
  return !listed && (Boolean(list) || (Boolean(rest) && !document.getElementById(rest)));
}

export class Keep {
  constructor() {
    /** @type {Item[]} */
    this.items = [];
    this.strange = 0;
    this.tooMany = 0;
    /** Whether what changes is kept on this device too: it is the visitor's own list, and no link of somebody else. */
    this.own = false;
    /** Whether the address of this page always shows the list: only on the page of the list itself. */
    this.shown = false;
    /** @type {(() => void)[]} */
    this.listeners = [];
  }

  /**
   * Reads the list: of the address, and else the one that was kept.
   * @param {boolean} arrived whether the page has just been come to, and not another fragment on it
   */
  load(arrived) {
    const before = arrived ? this.before() : null;
    const saved = this.saved();
    // A page that showed the kept list shows it as it is now, also when its address is older.
    const kept = arrived && saved !== null && history.state?.bewaard === true;
    const here = kept ? saved : (before ?? parted(location.hash).list);
    this.own = saved !== null && (!here || here === saved);
    const { items, strange, tooMany } = readList(here || saved || "");
    Object.assign(this, { items, strange: strange || Number(this.shown && unreadable(items.length > 0)), tooMany });
    this.write();
  }

  /**
   * The list of the page that a visitor comes back from, where a browser tells which that was: going back must
   * not take off what was added since.
   * @returns {string | null}
   */
  before() {
    const navigation = /** @type {any} */ (globalThis).navigation?.activation;
    if (navigation?.navigationType !== "traverse" || !navigation.from?.url) return null;
    return parted(new URL(navigation.from.url).hash).list ?? "";
  }

  /** What is kept on this device, or null. @returns {string | null} */
  saved() {
    try {
      return localStorage.getItem(KEPT);
    } catch {
      return null;
    }
  }

  get text() {
    return writeList(this.items);
  }

  get full() {
    return this.items.length >= MOST_ON_LIST;
  }

  /** @param {string} id */
  has(id) {
    return this.items.some((item) => item.id === id);
  }

  /** @param {Item[]} items */
  change(items) {
    this.items = items;
    // An empty list is kept no longer: who comes next must be asked again.
    if (this.own && !items.length) this.forget();
    else if (this.own) this.store();
    this.write();
    for (const tell of this.listeners) tell();
  }

  /** Keeps the list on this device from now on. Returns whether the browser lets it. */
  save() {
    this.own = this.store();
    this.write();
    return this.own;
  }

  store() {
    try {
      localStorage.setItem(KEPT, this.text);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Follows what another tab does with the kept list.
   * @param {StorageEvent} event
   */
  follow({ key, newValue }) {
    if (!this.own || (key !== KEPT && key !== null)) return;
    if (newValue === null) this.own = false;
    else this.items = readList(newValue).items;
    this.write();
    for (const tell of this.listeners) tell();
  }

  /** Takes what was kept off this device; the list itself goes on in the address. */
  forget() {
    localStorage.removeItem(KEPT);
    this.own = false;
    this.write();
  }

  /** What an address must carry. */
  get carried() {
    return this.own && !this.shown ? "" : this.text;
  }

  /** Writes the list into the address of this page, beside what else stands there. */
  write() {
    const { list, rest } = parted(location.hash);
    const state = { ...history.state, bewaard: this.own };
    // An address stays as it came until somebody changes something, however it was written.
    if (writeList(readList(list ?? "").items) === this.carried) {
      if (Boolean(history.state?.bewaard) !== this.own) history.replaceState(state, "");
      return;
    }
    const fragment = joined(rest, this.carried);
    history.replaceState(state, "", fragment ? `#${fragment}` : location.pathname + location.search);
  }
}
