// @ts-check
// What the site knows of a municipality, and of organisations elsewhere: fetched when somebody gets there, and kept for the page.

import { reach, slug } from "./answers.js";

/**
 * @typedef {import("./rules.js").Entry} Entry
 * @typedef {import("./rules.js").Place} Place
 */

/** @param {any} value */
const isTable = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/**
 * Tables as one that has only what is in them: a place or a name that somebody asks for may be "constructor".
 * @param {Record<string, any>[]} tables the last one counts most
 * @returns {Record<string, any>}
 */
export const table = (...tables) => Object.assign(Object.create(null), ...tables);

/** @type {Place} */
const NOWHERE = { organisaties: table(), plekken: table(), namen: [], per_bestand: 1 };

export class Knowledge {
  /** @param {string} folder where the files are */
  constructor(folder) {
    this.folder = folder;
    this.id = "";
    this.own = NOWHERE;
    /** @type {Record<string, Entry>} */
    this.elsewhere = table();
    /** @type {Record<string, string[]>} */
    this.towns = table();
    /** @type {string[]} */
    this.spots = [];
    this.beginnings = new Set();
  }

  /** Everything that an entry here can name: of elsewhere only what nobody has yet; the rest is offered. @returns {Place} */
  get place() {
    const elders = Object.entries(this.elsewhere).filter(([id]) => !this.own.organisaties[id]);
    const free = elders.filter(([id]) => !this.towns[id]?.length);
    return {
      ...this.own,
      organisaties: table(Object.fromEntries(free), this.own.organisaties),
      elders: table(Object.fromEntries(elders)),
      genomen: this.spots,
    };
  }

  /**
   * Goes to a municipality; tells whether it is another one than before.
   * @param {string} id
   */
  async goTo(id) {
    if (id === this.id) return false;
    this.id = id;
    const found = id ? await got(`${this.folder}${id}.json`) : NOWHERE;
    if (id === this.id) this.own = found ?? NOWHERE;
    return true;
  }

  /**
   * Learns what there is in other municipalities whose name begins in the same way.
   * @param {string} name
   * @param {string} begin of the names in a file; by itself a letter, and longer where there are many
   */
  async lookElsewhere(name, begin = slug(name)[0]) {
    if (!name || this.beginnings.has(begin)) return;
    this.beginnings.add(begin);
    const found = await got(`${this.folder}begin-${begin}.json`);
    if (!found) return;
    this.elsewhere = table(this.elsewhere, found.organisaties);
    this.towns = table(this.towns, found.waar);
    this.spots = [...this.spots, ...found.plekken];
    for (const longer of furtherOf(slug(name), found.verder ?? [])) await this.lookElsewhere(name, longer);
  }

  /**
   * How an organisation is reached, when it is known; else nothing.
   * @param {string} name
   */
  contact(name) {
    const own = slug(name);
    const { organisaties, elders = {} } = this.place;
    const known = Object.values(organisaties).find((entry) => slug(entry.naam) === own);
    return reach((known ?? (name === own ? elders[own] : undefined))?.contact);
  }

  /**
   * An activity of this municipality, as its file has it.
   * @param {string} name
   * @returns {Promise<Entry | null>}
   */
  async entry(name) {
    const at = this.own.namen.indexOf(name);
    if (at < 0) return null;
    const piece = Math.floor(at / this.own.per_bestand) + 1;
    return (await got(`${this.folder}${this.id}-${piece}.json`))?.[name] ?? null;
  }
}

/**
 * Which longer beginnings may have a name: its own, and its own with a number behind it.
 * @param {string} own
 * @param {string[]} beginnings
 */
export const furtherOf = (own, beginnings) =>
  beginnings.filter((one) => own.startsWith(one) || (one.startsWith(own) && /^-\d?$/.test(one.slice(own.length))));

/**
 * A file of the site; null where it cannot be had.
 * @param {string} address
 * @returns {Promise<any>}
 */
export async function got(address) {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? JSON.parse(await answer.text(), (_, value) => (isTable(value) ? table(value) : value)) : null;
}
