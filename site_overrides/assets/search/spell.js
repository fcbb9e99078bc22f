// @ts-check
// Slips of the pen: how far two words lie apart, and which words are real and never a slip.

/** Letters that sound alike, two by two. */
const ALIKE = "sz zs ck kc dt td fv vf iy yi ij ji gc cg oe eo";

/** Farther than any two words that are taken for each other. */
const FAR = 99;

/** @param {number} length */
export const reach = (length) => (length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 1.2 : 2);

/**
 * Which letters a word has, as bits.
 * @param {string} word
 */
export function letters(word) {
  let found = 0;
  for (let at = 0; at < word.length; at++) found |= 1 << (word.charCodeAt(at) % 32);
  return found;
}

/** @param {number} value */
export function count(value) {
  let amount = 0;
  for (let left = value; left; left &= left - 1) amount++;
  return amount;
}

/**
 * The distance between two words: a letter more, less or other is 1, doubled ones .5, two that sound alike .6, two
 * swapped .8. FAR as soon as it is more than `most`.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function distance(one, other, most) {
  const width = other.length + 1;
  let before = new Float64Array(width);
  let last = new Float64Array(width);
  let row = new Float64Array(width);
  for (let at = 1; at < width; at++) last[at] = at;
  for (let i = 1; i <= one.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j < width; j++) {
      const a = one[i - 1];
      const b = other[j - 1];
      const less = last[j] + (a === one[i - 2] ? 0.5 : 1);
      const more = row[j - 1] + (b === other[j - 2] ? 0.5 : 1);
      let best = Math.min(less, more, last[j - 1] + (a === b ? 0 : ALIKE.includes(a + b) ? 0.6 : 1));
      if (i > 1 && j > 1 && a === other[j - 2] && b === one[i - 2]) best = Math.min(best, before[j - 2] + 0.8);
      row[j] = best;
      if (best < least) least = best;
    }
    if (least > most) return FAR;
    [before, last, row] = [last, row, before];
  }
  return last[width - 1] <= most ? last[width - 1] : FAR;
}

/**
 * Whether a filter of real words has a word; one in a few that it has is not in the list.
 * @param {{ n: number, has: (place: number) => boolean }} filter
 * @param {string} word
 */
export function isReal(filter, word) {
  for (let seed = 0; seed < 4; seed++) {
    let value = (2166136261 ^ (seed * 16777619)) >>> 0;
    for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 16777619) >>> 0;
    value = (value ^ (value >>> 15)) >>> 0;
    if (!filter.has(value % filter.n)) return false;
  }
  return true;
}
