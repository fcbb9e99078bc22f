// @ts-check
// The word list of the site: which words there are, where they lead, and how the kinds of activity hang together.

import { flags, lexicon, numbers, rows } from "./unpack.js";

const NARROWER = 0.95;
const LATER = 0.5;
const BESIDE = 0.6;
/** What each next kind of a lead weighs less than the one before: its author named the best first. */
const ORDER = 0.01;

/**
 * Where a phrase leads.
 * @typedef {{ kinds: Map<number, number>, groups: string[], theme?: string, need: boolean, filters: Record<string, string[]>, words: string[][] }} Lead
 * `need` tells that it says how somebody is, and not what somebody wants to do.
 * A signpost: something that the site says before the results.
 * @typedef {{ block: string, number: number, phrases: Set<string>, kinds: number[] }} Sign
 */

export class WordList {
  /** @param {any} packed the file as JSON */
  constructor(packed) {
    const { keys, forms } = lexicon(packed.sleutels);
    /** @type {string[]} */
    this.keys = keys;
    this.forms = forms;
    this.small = new Set(packed.klein.split(" "));
    this.weak = new Set(packed.zwak.split(" "));
    this.persons = new Set(packed.personen.split(" "));
    this.no = new Set(packed.ontkent.split(" "));
    /** @type {Record<string, string[]>} */
    this.holidays = packed.vakanties;
    /** @type {Map<number, string>} the names of kinds that have others below them */
    this.names = new Map(packed.ruimer);
    /** @type {[string, number, ...string[]][]} municipalities: id, province, name and other names */
    this.municipalities = packed.gemeenten;
    /** The middle of each municipality, as it is packed: near.js reads it. @type {string} */
    this.middles = packed.middens;
    this.heads = new Set(packed.hoofd.split(" "));
    /** @type {string[]} */
    this.themes = packed.themas;
    this.together = packed.samen;
    this.themeOf = numbers(packed.thema);
    /** @type {Record<string, string[]>} */
    this.values = packed.waarden;
    this.real = { n: packed.echt.n, has: flags(packed.echt.b) };
    this.beside = rows(packed.naast);
    /** @type {number[][]} */
    this.below = this.themeOf.map(() => []);
    rows(packed.boven).forEach((parents, kind) => {
      for (const parent of parents) this.below[parent].push(kind);
    });
    const leads = packed.wegen.map((/** @type {any} */ row) => this.lead(row));
    const to = numbers(packed.naar);
    /** @type {Map<string, Lead>} */
    this.phrases = new Map();
    /** Beginnings of phrases of more words. */
    this.starts = new Set();
    this.longest = 1;
    /** Phrases with small words in them. */
    this.sayings = new Set();
    rows(packed.zinnen).forEach((phrase, at) => {
      this.add(phrase.map((key) => keys[key]).join(" "), leads[to[at]]);
    });
    /** @type {Sign[]} */
    this.signs = packed.wegwijzers.map((/** @type {any} */ row) => ({
      block: row.blok,
      number: row.nr,
      phrases: new Set(rows(row.zinnen ?? "").map((phrase) => phrase.map((key) => keys[key]).join(" "))),
      kinds: numbers(row.soorten ?? ""),
    }));
    this.danger = packed.nood;
  }

  /**
   * Learns where a phrase leads.
   * @param {string} phrase keys
   * @param {Lead} lead
   */
  add(phrase, lead) {
    const found = phrase.split(" ");
    this.phrases.set(phrase, lead);
    if (found.length > 1 && found.some((key) => this.small.has(key))) this.sayings.add(phrase);
    this.longest = Math.max(this.longest, found.length);
    for (let end = 1; end < found.length; end++) this.starts.add(found.slice(0, end).join(" "));
  }

  /**
   * @param {any} row
   * @returns {Lead}
   */
  lead(row) {
    const kinds = new Map();
    const [amount = 0, ...all] = numbers(row.s ?? "");
    all.forEach((kind, at) => {
      for (const [one, weight] of this.spread(
        kind,
        (at < amount ? 1 : LATER) - at * ORDER,
        all.length > amount ? BESIDE : 1,
      ))
        kinds.set(one, Math.max(weight, kinds.get(one) ?? 0));
    });
    const words = (row.w ?? []).map((/** @type {string} */ text) => numbers(text).map((key) => this.keys[key]));
    return { kinds, need: Boolean(row.n), groups: row.g ?? [], theme: row.t, filters: row.f ?? {}, words };
  }

  /**
   * What a search for a kind shows: itself, what falls under it and, later, what looks like it.
   * @param {number} kind
   * @param {number} weight
   * @param {number} [share] of what looks like it; less where the author of a lead chose what comes later
   */
  spread(kind, weight, share = 1) {
    /** @type {Map<number, number>} */
    const found = new Map();
    this.narrower(kind, weight, found);
    this.beside[kind].forEach((other, at) => {
      this.narrower(other, weight * LATER * share - at * ORDER, found);
    });
    return found;
  }

  /**
   * @param {number} kind
   * @param {number} weight
   * @param {Map<number, number>} found
   */
  narrower(kind, weight, found) {
    if ((found.get(kind) ?? 0) >= weight) return;
    found.set(kind, weight);
    for (const child of this.below[kind]) this.narrower(child, weight * NARROWER, found);
  }
}
