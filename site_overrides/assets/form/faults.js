// @ts-check
// What is wrong, in words for who fills in a form; they come from check (generator/judge/for_browser.py).

/**
 * What is said of a code, or of a kind of fault of the schema.
 * @param {string} kind
 * @param {import("./rules.js").Rules} rules
 * @returns {string}
 */
export const wordsOf = (kind, rules) => rules.woorden[kind] ?? rules.anders;

/**
 * A fault of the schema as a problem.
 * @param {import("./schema.js").Fault} fault
 * @param {import("./rules.js").Rules} rules
 * @returns {import("./rules.js").Problem}
 */
export function ofFault(fault, rules) {
  const words = /** @type {Record<string, any>} */ ({ max_length: fault.limit });
  const says = wordsOf(fault.kind, rules).replace(/\{(\w+)\}/g, (_, name) => words[name] ?? "");
  return { code: rules.codes[fault.kind] ?? "V099", at: fault.at, says };
}
