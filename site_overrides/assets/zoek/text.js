// @ts-check
// A text to its words, as generator/text/words.py does it at build time.

/**
 * Lower case, without accents and without apostrophes inside words.
 * @param {string} text
 */
export function fold(text) {
  return text
    .toLowerCase()
    .replace(/['’ʼ](?=[\p{L}\p{N}])/gu, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

/**
 * The words of a text, folded, in order.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * A text without some of its words.
 * @param {string} text
 * @param {string[]} away folded
 */
export function less(text, away) {
  const left = text.split(/\s+/).filter((word) => !words(word).some((one) => away.includes(one)));
  return left.join(" ");
}
