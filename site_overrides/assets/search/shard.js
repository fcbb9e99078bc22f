// @ts-check
// A shard: the activities of a municipality (or of a small site), decoded straight into lunr's index.

import { LENGTH_WEIGHT } from "../constants.js";
import lunr from "./lunr.js";
import { bits, front, lexicon, marks, numbers, rising, rows } from "./unpack.js";
import { dayOf } from "./when.js";

export const BOOSTS = { titel: 6, woorden: 4, samenvatting: 3, delen: 3, plek: 0.6 };
const K1 = 1.2;

export class Shard {
  /**
   * @param {any} packed the file as JSON
   * @param {import("./wordlist.js").WordList} list the word list that it was made with
   */
  constructor(packed, list) {
    /** @type {string[]} */
    this.ids = front(packed.ids);
    this.size = this.ids.length;
    const own = lexicon(packed.sleutels);
    this.forms = own.forms;
    this.ownKeys = own.keys;
    const keys = [...rising(numbers(packed.bekend)).map((at) => list.keys[at]), ...own.keys];
    this.index = this.build(keys, numbers(packed.aantal), numbers(packed.stap), numbers(packed.veld));
    /** @type {Set<string>} */
    this.keys = new Set(keys);
    this.kinds = rows(packed.soort);
    /** @type {Record<string, { yes: Uint16Array, unknown: Uint16Array }>} */
    this.facets = {};
    const values = { thema: list.themes, ...list.values };
    for (const [name, all] of Object.entries(values))
      this.facets[name] = {
        yes: bits(packed[name], all.length, this.size),
        unknown: bits(packed[`${name}?`], all.length, this.size),
      };
    /** @type {Record<string, { names: string[], ids: string[], of: number[] }>} */
    this.places = {
      gemeente: { names: packed.namen, ids: packed.gemeenten, of: numbers(packed.gemeente) },
      plaats: { names: packed.plaatsen, ids: packed.plaatsen, of: numbers(packed.plaats) },
      wijk: { names: packed.wijken, ids: packed.wijken, of: numbers(packed.wijk) },
    };
    /** @type {string[][]} towns and villages of each municipality */
    this.towns = packed.dorpen.map((/** @type {string} */ names) => names.split("|").filter(Boolean));
    /** @type {number[][]} */
    this.postcodes = packed.postcodes.map((/** @type {string} */ text) => rising(numbers(text)));
    /** Whether an activity lies within so many kilometres, where that is measured. @type {((document: number, km: number) => 0 | 1 | 2) | null} */
    this.inside = null;
    /** Where each activity is, as it is packed: near.js reads it. @type {{ punt: string, punten: string, online: number[] }} */
    this.packed = packed;
    /** What all we have of is too old for a list. @type {number[]} */
    this.old = packed.oud;
    this.first = numbers(packed.eerst);
    /** On which page of the catalogue its card stands, from 0; empty where there is one page. */
    this.pages = numbers(packed.blad ?? "");
    this.made = dayOf(packed.vandaag);
    this.dates = marks(packed.datum, this.size);
    this.asked = marks(packed["datum?"], this.size);
    this.moments = marks(packed.moment, this.size);
    this.ages = numbers(packed.leeftijd).map((age) => (age ? age - 1 : null));
  }

  /**
   * Whether an activity has a word.
   * @param {string} key
   * @param {number} document
   */
  has(key, document) {
    const entry = this.keys.has(key) ? this.index.invertedIndex[key] : {};
    return Object.keys(BOOSTS).some((field) => entry[field]?.[document]);
  }

  /**
   * The index as lunr's own builder makes it: the same scores from the same formula.
   * @param {string[]} keys
   * @param {number[]} amounts of documents a key is in, less one
   * @param {number[]} gaps
   * @param {number[]} masks fields that have the key, less one
   */
  build(keys, amounts, gaps, masks) {
    const fields = Object.keys(BOOSTS);
    const lengths = fields.map(() => new Uint16Array(this.size));
    const totals = fields.map(() => 0);
    /** @type {Record<string, any>} */
    const inverted = Object.create(null); // a key may be "constructor"
    let at = 0;
    /** @type {[number, number][][]} */
    const postings = keys.map((key, number) => {
      /** @type {any} */
      const entry = { _index: number };
      for (const field of fields) entry[field] = {};
      inverted[key] = entry;
      let document = -1;
      const found = [];
      for (let left = amounts[number]; left >= 0; left--, at++) {
        document += gaps[at] + 1;
        const mask = masks[at] + 1;
        found.push(/** @type {[number, number]} */ ([document, mask]));
        fields.forEach((field, bit) => {
          if (mask & (1 << bit)) {
            entry[field][document] = {};
            lengths[bit][document]++;
            totals[bit]++;
          }
        });
      }
      return found;
    });
    const boosts = Object.values(BOOSTS);
    const average = totals.map((total) => total / this.size);
    /** @type {Record<string, any>} */
    const vectors = {};
    for (const field of fields)
      for (let ref = 0; ref < this.size; ref++) vectors[`${field}/${ref}`] = new lunr.Vector();
    postings.forEach((found, number) => {
      let posted = 0;
      for (const [, mask] of found) for (let bit = 0; bit < fields.length; bit++) posted += (mask >> bit) & 1;
      const idf = Math.log(1 + Math.abs((this.size - posted + 0.5) / (posted + 0.5)));
      for (const [document, mask] of found)
        fields.forEach((field, bit) => {
          if (!(mask & (1 << bit))) return;
          const long = K1 * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (lengths[bit][document] / average[bit])) + 1;
          const score = ((idf * (K1 + 1)) / long) * boosts[bit];
          vectors[`${field}/${document}`].elements.push(number, Math.round(score * 1000) / 1000);
        });
    });
    // A term is itself: no wildcards, no slips (those are for the words that somebody types).
    lunr.TokenSet = { fromClause: (/** @type {{ term: string }} */ { term }) => ({ toArray: () => [term] }) };
    return new lunr.Index({
      invertedIndex: inverted,
      fieldVectors: vectors,
      tokenSet: { intersect: (/** @type {any} */ set) => set },
      fields,
      pipeline: new lunr.Pipeline(),
    });
  }
}
