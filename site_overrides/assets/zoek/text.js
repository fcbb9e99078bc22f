// @ts-check
// A text to its words, as generator/text/words.py does it at build time.

/** Letters that no decomposition makes Latin, and what they become: by sound, and mostly one for one. */
const FOREIGN = "łøđðþħŧŋıœæßабвгґдеєжзиійклмнопрстуфхцчшщыэюяъьابتثجحخدذرزسشصضطظعغفقكلمنهويىةپچگکیءـ";
const LATIN =
  "l o d d t h t n i oe ae ss a b v g g d e e z z i i i k l m n o p r s t u f h c c s s i e u a   a b t t j h k d d r z s s s d t z a g f q k l m n h w y a a p c g k y  ".split(
    " ",
  );

/**
 * Lower case, without accents and without apostrophes inside words, in Latin letters as far as can be.
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’ʼ](?=[\p{L}\p{N}])/gu, "")
    .replace(/[^ -~\s]/gu, (letter) => LATIN[FOREIGN.indexOf(letter)] ?? letter);
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
