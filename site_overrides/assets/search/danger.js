// @ts-check
// Hears a cry for help, however it is spelt: sentences made of groups of words, with other words in between, joined, split,
// in the spelling of a chat or with a slip of the finger. What it listens for is in content/safety.yml.

import { count, distance, letters } from "./spell.js";
import { fold } from "./text.js";
import { rows } from "./unpack.js";

/** How much may stand between two words of a cry: any word is 1, a small one less, and so is a full stop. */
const BETWEEN = 1.9;
const SMALL = 0.3;
/** And between those of an ordinary sentence that looks like one. */
const CLOSE = 0.7;
/** What a word costs that sounds like one of a cry, and one that lies a slip or two away. */
const SOUND = 0.5;
const SLIP = 1;
const SLIPS = 1.5;
/** What a real word costs that a slip of the finger may have made of one of a cry: only where all other words are there. */
const REAL = 1.5;
/** The keys that lie beside each other on a telephone, in rows and up and down. */
const KEYS =
  "qwertyuiop asdfghjkl zxcvbnm qaz wsx edc rfv tgb yhn ujm ik ol wa es rd tf yg uh ij ok pl sz dx fc gv hb jn km";
/** The longest word that is taken apart. */
const LONGEST = 60;
/** From here on a word that is made of words of a cry is taken apart, though it may also be one: "nogleven". */
const LONG = 8;
const FIGURES = "oizeasgtbg";

/** @typedef {{ sign: number, marks: number, groups: number[], slips: number }} Sentence */
/** @typedef {{ word: string, groups: Map<number, number>, joined: Map<number, number> | null, wall: boolean }} Heard */

/**
 * A word by its sound: no doubled letters, and those alike the same.
 * @param {string} word
 */
export function sound(word) {
  return word
    .replace(/ij|ei/g, "y")
    .replace(/ou/g, "au")
    .replace(/ck|q|c(?!h)/g, "k")
    .replace(/dt$|d$/, "t")
    .replace(/z/g, "s")
    .replace(/v/g, "f")
    .replace(/ch/g, "g")
    .replace(/y/g, "i")
    .replace(/(.)\1+/g, "$1");
}

export class Danger {
  /**
   * @param {any} packed what generator/find/danger.py made
   * @param {(word: string) => boolean} known whether a word is one that people use
   * @param {(word: string) => boolean} common whether they use it all the time
   * @param {(word: string) => boolean} listed whether the site has it in a list
   * @param {Set<string>} small words that only hold a sentence together
   */
  constructor(packed, known, common, listed, small) {
    this.known = known;
    this.common = common;
    this.listed = listed;
    /** @type {Map<string, number[]>} words with the groups they are in, and those of a cry alone */
    this.forms = new Map();
    /** @type {Map<string, number[]>} */
    this.own = new Map();
    /** @type {Map<string, number>} which letters each of these has */
    this.masks = new Map();
    /** @type {[string, boolean, number][]} parts of words, and whether they stand at the beginning */
    this.parts = [];
    /** @type {Map<string, Set<number>>} */
    this.sounds = new Map();
    /** @type {string[]} */
    const groups = packed.groepen.split("|");
    groups.forEach((words, group) => {
      for (const word of words.split(" ")) {
        const plain = word.replaceAll("*", "");
        if (plain !== word) this.parts.push([plain, word[0] !== "*", group]);
        this.forms.set(plain, [...(this.forms.get(plain) ?? []), group]);
        if (group >= packed.eigen) continue;
        this.own.set(plain, [...(this.own.get(plain) ?? []), group]);
        this.masks.set(plain, letters(plain));
        for (const heard of [sound(plain), bare(plain)])
          if (heard.length > 1) this.sounds.set(heard, (this.sounds.get(heard) ?? new Set()).add(group));
      }
    });
    this.between = new Set([...small, ...packed.tussendoor.split(" ")]);
    /** @type {Sentence[]} */
    this.cries = rows(packed.zinnen).map(([sign, marks, ...words]) => ({
      sign,
      marks,
      groups: words,
      // A short word that stands alone is heard only as it is spelt.
      slips: words.length > 1 || groups[words[0]].length > 4 ? patience(words.length) : 0,
    }));
    /** @type {Sentence[]} */
    this.quiet = rows(packed.niet).map(([marks, ...words]) => ({ sign: -1, marks, groups: words, slips: 0 }));
    /** @type {Map<string, Map<number, number>>} what was heard in words before */
    this.before = new Map();
  }

  /**
   * The signposts that a text cries for, in the order of the file.
   * @param {string} text
   * @returns {number[]}
   */
  hear(text) {
    /** @type {Set<number>} */
    const found = new Set();
    const plain = this.listen(text, false);
    const apart = this.listen(text, true);
    for (const heard of apart.length === plain.length ? [plain] : [plain, apart]) {
      this.cry(heard, found, (groups) => groups.length > 3);
      for (const sentence of this.quiet)
        for (let path = this.find(sentence, heard, CLOSE); path; path = this.find(sentence, heard, CLOSE))
          for (const at of path) heard[at] = { ...heard[at], groups: new Map(), joined: null };
      this.cry(heard, found, () => true);
    }
    return [...found].sort((one, other) => one - other);
  }

  /**
   * @param {Heard[]} heard
   * @param {Set<number>} found gets the signposts
   * @param {(groups: number[]) => boolean} which of the sentences: those of many words say no ordinary thing
   */
  cry(heard, found, which) {
    const said = new Set(heard.flatMap(({ groups, joined }) => [...groups.keys(), ...(joined?.keys() ?? [])]));
    for (const sentence of this.cries)
      if (
        sentence.groups.every((group) => said.has(group)) &&
        !found.has(sentence.sign) &&
        which(sentence.groups) &&
        this.find(sentence, heard, BETWEEN)
      )
        found.add(sentence.sign);
  }

  /**
   * The words of a text with the groups that each may belong to.
   * @param {string} text
   * @param {boolean} apart whether words that nobody knows are taken apart: "wildood"
   */
  listen(text, apart) {
    /** @type {Heard[]} */
    const heard = [];
    let wall = false;
    let letters = "";
    const add = (/** @type {string} */ word) => {
      const last = heard[heard.length - 1];
      if (last && !wall) last.joined = this.whole(last.word + word);
      heard.push({ word, groups: this.meant(word), joined: null, wall });
      wall = false;
    };
    const flush = () => {
      if (letters) add(letters);
      letters = "";
    };
    const pieces = fold(text.replaceAll("@", "a").replaceAll("$", "s")).match(/[\p{L}\p{N}]+|[.!?;:\n]+/gu) ?? [];
    for (const piece of pieces) {
      if (/^[a-z]$/.test(piece)) {
        letters += piece;
        if (letters.length < 3) continue;
      }
      if (letters.length > 2 && piece.length === 1) continue; // d o o d
      if (letters.length > 2) flush();
      else {
        for (const one of letters) add(one);
        letters = "";
      }
      if (!/[\p{L}\p{N}]/u.test(piece)) wall = true;
      else if (piece.length > 1 || !/[a-z]/.test(piece))
        for (const word of apart ? this.taken(plainly(piece)) : [plainly(piece)]) add(word);
    }
    if (letters.length > 2) flush();
    else for (const one of letters) add(one);
    return heard;
  }

  /**
   * The groups of two words written apart that are one word: "zelf moord".
   * @param {string} word
   */
  whole(word) {
    const groups = word.length > 5 ? this.exactly(word) : [];
    return groups.length ? new Map(groups.map((group) => [group, 0])) : null;
  }

  /** @param {string} word */
  exactly(word) {
    const found = [...(this.forms.get(word) ?? [])];
    for (const [part, first, group] of this.parts)
      if (first ? word.startsWith(part) : word.includes(part)) found.push(group);
    return found;
  }

  /**
   * The groups that a word may belong to, each with how far off it is.
   * @param {string} word
   */
  meant(word) {
    if (this.before.size > 999) this.before.clear();
    const found = this.before.get(word) ?? this.meaning(word);
    this.before.set(word, found);
    return new Map(found);
  }

  /** @param {string} word */
  meaning(word) {
    /** @type {Map<number, number>} */
    const found = new Map();
    const add = (/** @type {number} */ group, /** @type {number} */ cost) =>
      found.set(group, Math.min(cost, found.get(group) ?? cost));
    for (const group of this.exactly(word)) add(group, 0);
    if (word.length < 2 || word.length > LONGEST || /\d/.test(word) || this.common(word)) return found;
    if (this.known(word)) {
      for (const [form, groups] of this.own)
        if (form.length > 2 && slipped(word, form)) for (const group of groups) add(group, REAL);
      return found;
    }
    if (word.length > 2) for (const group of this.sounds.get(sound(word)) ?? []) add(group, SOUND);
    const heard = bare(word);
    if (heard.length > (heard === word ? 2 : 4)) for (const group of this.sounds.get(heard) ?? []) add(group, SOUND);
    const mask = letters(word);
    for (const [form, groups] of this.own) {
      const most = form.length > 7 ? 2 : form.length > 2 ? 1 : 0;
      if (!most || Math.abs(form.length - word.length) > most) continue;
      if (count(mask ^ (this.masks.get(form) ?? 0)) > 2 * most) continue;
      if (form.length === 3 && form[0] !== word[0] && form.at(-1) !== word.at(-1)) continue;
      const far = distance(word, form, most);
      if (far <= most) for (const group of groups) add(group, far > 1 ? SLIPS : SLIP);
    }
    for (const [part, , group] of this.parts)
      if (part.length > 6 && word.length >= part.length)
        for (let end = part.length - 1; end < part.length + 2; end++)
          if (distance(word.slice(0, end), part, 1) <= 1) add(group, SLIP);
    return found;
  }

  /**
   * A word that nobody knows as the words that it is written of, the fewest that do; else as it is.
   * @param {string} word
   * @returns {string[]}
   */
  taken(word) {
    const one = word.length < 4 || word.length > LONGEST || this.listed(word) || this.exactly(word).length > 0;
    if (one || (word.length < LONG && this.known(word))) return [word];
    /** @type {({ from: number, cost: number } | undefined)[]} */
    const best = [{ from: 0, cost: 0 }];
    for (let end = 2; end <= word.length; end++)
      for (let from = 0; from < end - 1; from++) {
        const before = best[from];
        if (!before) continue;
        const piece = word.slice(from, end);
        const mine = this.own.has(piece);
        if (!mine && !this.between.has(piece)) continue;
        const cost = before.cost + (mine ? 1 : 1.5) + (piece.length < 3 ? 0.5 : 0);
        if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = { from, cost };
      }
    const pieces = [];
    for (let end = word.length; end > 0; ) {
      const step = best[end];
      if (!step) return [word];
      pieces.unshift(word.slice(step.from, end));
      end = step.from;
    }
    const own = pieces.filter((piece) => this.own.has(piece));
    return own.length === pieces.length || own.some((piece) => piece.length > 2) ? pieces : [word];
  }

  /**
   * The places of the words of a sentence in what is heard, or null.
   * @param {Sentence} sentence
   * @param {Heard[]} heard
   * @param {number} between how much may stand between two of its words
   * @returns {number[] | null}
   */
  find({ groups, marks, slips }, heard, between) {
    /** @type {(step: number, from: number, left: number) => number[] | null} */
    const follow = (step, from, left) => {
      if (step === groups.length) return marks & 2 && from < heard.length ? null : [];
      let room = between;
      for (let at = from; at < heard.length && room >= 0; at++) {
        const { word, groups: here, joined, wall } = heard[at];
        if (step && wall) room -= 1;
        if (room < 0) break;
        const cost = here.get(groups[step]);
        if (cost !== undefined && cost <= left) {
          const rest = follow(step + 1, at + 1, left - cost);
          if (rest) return [at, ...rest];
        }
        if (joined?.has(groups[step])) {
          const rest = follow(step + 1, at + 2, left);
          if (rest) return [at, at + 1, ...rest];
        }
        if (step) room -= this.between.has(word) || here.size ? SMALL : 1;
        else if (marks & 1) break;
      }
      return null;
    };
    return follow(0, 0, slips);
  }
}

/**
 * A word without its vowels, as in a chat.
 * @param {string} word
 */
const bare = (word) => word.replace(/[aeiouy]/g, "").replace(/(.)\1+/g, "$1");

/**
 * A word without figures for letters, and with no letter held down.
 * @param {string} word
 */
function plainly(word) {
  const letters =
    /[a-z]/.test(word) && !/^\d+[a-z]+$/.test(word) ? word.replace(/\d/g, (figure) => FIGURES[+figure]) : word;
  return letters.replace(/(.)\1\1+/g, "$1$1");
}

/**
 * How far off the words of a sentence may be, in all.
 * @param {number} amount how many words it has
 */
const patience = (amount) => [0, SLIP, SLIPS][amount] ?? Math.max(REAL, amount / 2);

/**
 * Whether one key that was missed, swapped or taken for the one beside it makes a word of the other.
 * @param {string} word
 * @param {string} meant
 */
function slipped(word, meant) {
  let at = 0;
  while (at < word.length && word[at] === meant[at]) at++;
  if (word.length === meant.length - 1) return word.slice(at) === meant.slice(at + 1);
  if (word.length !== meant.length || at === word.length) return false;
  if (word.slice(at + 1) === meant.slice(at + 1)) return beside(word[at], meant[at]);
  return word[at] === meant[at + 1] && word[at + 1] === meant[at] && word.slice(at + 2) === meant.slice(at + 2);
}

/**
 * @param {string} one
 * @param {string} other
 */
const beside = (one, other) => KEYS.includes(one + other) || KEYS.includes(other + one);
