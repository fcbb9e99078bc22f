// @ts-check
// What generator/find/pack.py packed, back to words and numbers.

const RADIX = 46;
const SIGNS = "!#$%&()*+,-./:;<=>?@[]^_`{|}~";

/** @param {number} code */
const digit = (code) => code - 32 - (code > 34 ? 1 : 0) - (code > 92 ? 1 : 0);

/**
 * Numbers in base 46: every character but the last of a number has 46 added.
 * @param {string} text
 * @returns {number[]}
 */
export function numbers(text) {
  const found = [];
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const next = digit(text.charCodeAt(at));
    if (next < RADIX) {
      found.push(value * RADIX + next);
      value = 0;
    } else value = value * RADIX + next - RADIX;
  }
  return found;
}

/**
 * Numbers in rows: before each row stands how many there are in it.
 * @param {string} text
 * @returns {number[][]}
 */
export function rows(text) {
  const flat = numbers(text);
  const found = [];
  for (let at = 0; at < flat.length; at += flat[at] + 1) found.push(flat.slice(at + 1, at + 1 + flat[at]));
  return found;
}

/**
 * Rising numbers from how far each lies beyond the one before, less one.
 * @param {number[]} gaps
 */
export function rising(gaps) {
  let last = -1;
  return gaps.map((gap) => {
    last += gap + 1;
    return last;
  });
}

/**
 * Keys in order, each with the forms in which people type it.
 * @param {string} text
 * @returns {{ keys: string[], forms: [string, number][] }} forms with the place of their key
 */
export function lexicon(text) {
  /** @type {string[]} */
  const keys = [];
  /** @type {[string, number][]} */
  const forms = [];
  let key = "";
  for (const piece of text.match(/[^a-z0-9][a-z0-9]*/g) ?? []) {
    const mark = piece[0];
    const rest = piece.slice(1);
    if (mark >= "A" && mark <= "Z") {
      key = key.slice(0, mark.charCodeAt(0) - 65) + rest;
      keys.push(key);
      forms.push([key, keys.length - 1]);
    } else forms.push([key.slice(0, SIGNS.indexOf(mark)) + rest, keys.length - 1]);
  }
  return { keys, forms };
}

/**
 * Words in order, each with a capital for what it shares with the one before; they may hold a slash and a hyphen.
 * @param {string} text
 * @returns {string[]}
 */
export function front(text) {
  let last = "";
  return (text.match(/[A-Z][^A-Z]*/g) ?? []).map((piece) => {
    last = last.slice(0, piece.charCodeAt(0) - 65) + piece.slice(1);
    return last;
  });
}

/**
 * Yes and no, five to a character, as a number with a bit for each value, for every document.
 * @param {string | undefined} text
 * @param {number} values how many values a document has
 * @param {number} documents
 * @returns {Uint16Array}
 */
export function bits(text, values, documents) {
  const width = Math.ceil(values / 5);
  const found = new Uint16Array(documents);
  if (text)
    for (let at = 0; at < documents; at++)
      for (let part = 0; part < width; part++) found[at] |= digit(text.charCodeAt(at * width + part)) << (5 * part);
  return found;
}

/**
 * More yes and no of every document than fit in a number, as a function.
 * @param {string | undefined} text
 * @param {number} documents
 * @returns {(document: number, place: number) => boolean}
 */
export function marks(text = "", documents) {
  const width = text.length / documents;
  return (document, place) =>
    place >= 0 &&
    place < 5 * width &&
    ((digit(text.charCodeAt(document * width + ((place / 5) | 0))) >> (place % 5)) & 1) === 1;
}

/**
 * Whether each bit of a filter is set, as a function.
 * @param {string} text
 * @returns {(place: number) => boolean}
 */
export function flags(text) {
  return (place) => ((digit(text.charCodeAt((place / 5) | 0)) >> (place % 5)) & 1) === 1;
}
