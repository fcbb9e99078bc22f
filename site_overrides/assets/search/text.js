// @ts-check
// A text to its words, as generator/dutch/words.py does it at build time.

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

/** So far apart may words stand that are taken away together. */
const TOGETHER = 4;

/**
 * A text without some of its words: where they stand together in that order, only there.
 * @param {string} text
 * @param {string[]} away folded
 */
export function less(text, away) {
  const parts = text.split(/\s+/);
  const found = parts.map(words);
  for (let at = 0; at < parts.length; at++) {
    /** @type {number[]} */
    const gone = [];
    let next = 0;
    for (let to = at; next < away.length && to < parts.length && to - (gone[gone.length - 1] ?? at) < TOGETHER; to++) {
      const before = next;
      while (next < away.length && found[to][next - before] === away[next]) next++;
      if (next > before) gone.push(to);
      else if (to === at) break;
    }
    if (next && next === away.length) return parts.filter((_, index) => !gone.includes(index)).join(" ");
  }
  return parts.filter((_, index) => !found[index].some((one) => away.includes(one))).join(" ");
}
