// @ts-check
// The words that are known, and what somebody may have meant with a word that is not.

import { Danger } from "./danger.js";
import { count, distance, isReal, letters, reach } from "./spell.js";
import { words } from "./text.js";
import { flags } from "./unpack.js";

/** How sure a reading is of a word that is half typed, of one in another form, and of a part of a word or phrase. */
export const PARTIAL = 0.8;
export const CHANGED = 0.95;
export const HALF = 0.5;
const MOST_COMPLETIONS = 60;
const LINKS = " s e en n er".split(" ");
/** Endings of regular forms, which are not in the lists. */
const ENDINGS = "tjes tje etje pje jes je kes ke ingen ing ers er de te en s e n t".split(" ");
/** How people write what they hear, and what it is in writing: "sjpelle", "zjwumme", "koarte", "wandeln". */
const HEARD = /** @type {[RegExp, string][]} */ ([
  [/^sj(?=[pt])/, "s"],
  [/^sj/, "sch"],
  [/zj/, "z"],
  [/oa|ao/, "aa"],
  [/oo/, "o"],
  [/ui?(?=[mn]m|[mn]n)/, "e"],
  [/([^aeiou])n$/, "$1en"],
  [/e$/, "en"],
]);

/**
 * What a word may stand for: keys with how sure that is (1 is certain), or a place, or a small word.
 * @typedef {{ keys: Map<string, number>, place?: string, near?: string, small?: boolean }} Reading
 */

/** Every word that is known, of the site and of the shards, to its key; and the ways to near it. */
export class Lexicon {
  /**
   * @param {import("./wordlist.js").WordList} list
   * @param {import("./shard.js").Shard[]} shards
   */
  constructor(list, shards) {
    /** @type {Map<string, { sort: string, id: string, name: string }>} */
    this.places = new Map();
    for (const sort of ["wijk", "plaats", "gemeente"])
      for (const shard of shards)
        shard.places[sort].names.forEach((name, at) => {
          const place = { sort, id: shard.places[sort].ids[at], name };
          const parts = words(name);
          this.places.set(parts.join(" "), place);
          // Sittard-Geleen is also asked for as Geleen.
          if (sort === "gemeente")
            for (const part of parts) if (part.length > 4 && !this.places.has(part)) this.places.set(part, place);
        });
    for (const [id, , ...names] of list.municipalities)
      for (const name of names) {
        const known = words(name).join(" ");
        if (!this.places.has(known)) this.places.set(known, { sort: "gemeente", id, name: names[0] });
      }
    /** @type {Map<number, { sort: string, id: string, name: string }>} municipalities by postcode; one on a border is of nobody */
    this.postcodes = new Map();
    for (const { places, towns, postcodes } of shards)
      places.gemeente.ids.forEach((id, at) => {
        const name = places.gemeente.names[at];
        for (const town of towns[at]) {
          const known = words(town).join(" ");
          if (!this.places.has(known))
            this.places.set(known, { sort: "gemeente", id, name: `${town} (gemeente ${name})` });
        }
        for (const code of postcodes[at])
          if (!this.postcodes.delete(code))
            this.postcodes.set(code, { sort: "gemeente", id, name: `${code} (gemeente ${name})` });
      });
    /** What knows what is near, once somebody asks for that. @type {import("./near.js").Nearby | null} */
    this.nearby = null;
    this.longestPlace = Math.max(0, ...[...this.places.keys()].map((name) => name.split(" ").length));
    this.placeNames = [...this.places.keys()].sort((one, other) => one.length - other.length);
    /** @type {Map<string, string>} */
    this.keys = new Map();
    // The name of a place is a place, also where it is part of the name of an organisation.
    const learn = (/** @type {[string, number][]} */ forms, /** @type {string[]} */ keys) => {
      for (const [form, key] of forms)
        if (!this.keys.has(form) && !this.places.has(form)) this.keys.set(form, keys[key]);
    };
    learn(list.forms, list.keys);
    for (const shard of shards) learn(shard.forms, shard.ownKeys);
    this.all = [...this.keys.keys()];
    this.masks = this.all.map(letters);
    this.list = list;
    const { danger } = list;
    const has = (/** @type {any} */ packed, /** @type {string} */ word) =>
      isReal({ n: packed.n, has: flags(packed.b) }, word);
    const common = (/** @type {string} */ word) => list.small.has(word) || list.weak.has(word);
    const listed = (/** @type {string} */ word) => common(word) || this.keys.has(word) || this.places.has(word);
    const known = (/** @type {string} */ word) => listed(word) || (word.length < 10 && has(danger.echt, word));
    this.danger = danger && new Danger(danger, known, common, listed, new Set([...list.small, ...list.weak]));
  }

  /**
   * Learns words of other languages; what is known in Dutch stays what it is.
   * @param {[any, string][]} abroad where phrases lead, and the phrases
   */
  learn(abroad) {
    const { list } = this;
    for (const [row, said] of abroad) {
      const lead = typeof row === "number" ? null : list.lead(row);
      for (const text of said.split("|")) {
        const phrase = text
          .split(" ")
          .map((word) => {
            if (!this.keys.has(word) && !list.small.has(word)) this.keys.set(word, word);
            return this.keys.get(word) ?? word;
          })
          .join(" ");
        if (!lead) list.signs.find((sign) => sign.number === row)?.phrases.add(phrase);
        else if (!list.phrases.has(phrase)) list.add(phrase, lead);
      }
    }
    this.all = [...this.keys.keys()];
    this.masks = this.all.map(letters);
  }

  /** @param {string} start */
  completions(start) {
    return this.all.filter((form) => form.startsWith(start)).slice(0, MOST_COMPLETIONS);
  }

  /**
   * The nearest known words, and how far they are.
   * @param {string} word
   * @param {string[]} among
   * @param {number[]} [masks]
   */
  nearest(word, among, masks) {
    let most = reach(word.length);
    const mask = letters(word);
    /** @type {string[]} */
    let found = [];
    for (let at = 0; most > 0 && at < among.length; at++) {
      const other = among[at];
      if (Math.abs(other.length - word.length) > most + 1 || other.length < 3) continue;
      if (masks && count(mask ^ masks[at]) > 2 * most + 1) continue;
      const far = distance(word, other, most);
      if (far < most || (far === most && !found.length)) found = [];
      if (far <= most) {
        most = far;
        found.push(other);
      }
    }
    return { found, far: most };
  }

  /**
   * The keys that a word may stand for, with how sure that is (1 is certain).
   * @param {string} word folded
   * @param {boolean} last whether somebody may still be typing it
   * @returns {Reading}
   */
  resolve(word, last) {
    const exact = this.keys.get(word);
    if (exact) return { keys: new Map([[exact, 1]]) };
    /** @type {Map<string, number>} */
    const keys = new Map();
    const add = (/** @type {string | undefined} */ form, /** @type {number} */ weight) => {
      const key = form && this.keys.get(form);
      if (key) keys.set(key, Math.max(weight, keys.get(key) ?? 0));
    };
    if (word.length < 2 || /\d/.test(word)) return { keys };
    if (last && word.length > 2) for (const form of this.completions(word)) add(form, PARTIAL);
    if (keys.size) return { keys };
    for (const ending of ENDINGS)
      if (!keys.size && word.length - ending.length > 2 && word.endsWith(ending))
        add(word.slice(0, -ending.length), CHANGED);
    if (!keys.size && /^ge.{3,}[td]$/.test(word)) {
      add(word.slice(2), CHANGED);
      add(word.slice(2, -1), CHANGED);
    }
    if (!keys.size) for (const other of heard(word)) add(other, CHANGED);
    if (keys.size) return { keys };
    const start = last && word.length > 3 && this.placeNames.find((name) => name.startsWith(word));
    if (start) return { keys, place: start };
    this.split(word, add);
    if (keys.size || (word.length < 11 && isReal(this.list.real, word))) return { keys };
    const near = this.nearest(word, this.all, this.masks);
    const small = this.nearest(word, [...this.list.small, ...this.list.weak]);
    if (small.found.length && (!near.found.length || small.far < near.far)) return { keys, small: true };
    const town = this.nearest(word, this.placeNames);
    if (town.found.length && (!near.found.length || town.far < near.far)) return { keys, place: town.found[0] };
    for (const form of near.found) add(form, 0.75 - 0.1 * near.far);
    return { keys, near: near.found[0] };
  }

  /**
   * A compound that nobody knows: what it begins with counts most, what it ends in says only what form it has.
   * @param {string} word
   * @param {(form: string, weight: number) => void} add
   */
  split(word, add) {
    const parts = this.parts(word, 3);
    if (parts.length < 2) {
      // "Eenzaamheidsbestrijding" is about that, whatever the rest is.
      for (let end = word.length - 3; end > 8; end--)
        if (this.keys.has(word.slice(0, end))) return add(word.slice(0, end), HALF);
      return;
    }
    const last = parts[parts.length - 1];
    const form = this.list.heads.has(last);
    const whole = parts.filter(
      (part, at) => this.keys.has(part) && !this.list.weak.has(part) && !(form && at === parts.length - 1),
    );
    for (const part of whole) add(part, form && whole.length === 1 ? PARTIAL : HALF);
  }

  /**
   * The words that a compound is made of, the longest first; nothing where a piece is none.
   * @param {string} word
   * @param {number} most
   * @returns {string[]}
   */
  parts(word, most) {
    const known = (/** @type {string} */ part) =>
      this.keys.has(part) || this.list.heads.has(part) || this.list.small.has(part);
    if (word.length > 2 && known(word)) return [word];
    for (let end = word.length - 3; most > 1 && end >= 3; end--) {
      const first = word.slice(0, end);
      if (!known(first)) continue;
      for (const link of LINKS) {
        const rest = word.startsWith(link, end) ? this.parts(word.slice(end + link.length), most - 1) : [];
        if (rest.length) return [first, ...rest];
      }
    }
    return [];
  }
}

/**
 * What a word may be in writing that somebody wrote as it sounds.
 * @param {string} word
 */
function heard(word) {
  const found = new Set();
  let all = word;
  for (const [sound, letters] of HEARD) {
    if (!sound.test(word)) continue;
    found.add(word.replace(sound, letters));
    all = all.replace(sound, letters);
    found.add(all);
  }
  for (const one of [...found])
    for (const ending of ["kes", "ke"]) if (one.endsWith(ending)) found.add(one.slice(0, -ending.length));
  return found;
}
