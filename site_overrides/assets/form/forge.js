// @ts-check
// The forge at which the content lives: its addresses, as the generator knows them (generator/model/forges.py).

/** @typedef {import("./ways.js").Site} Site */

/**
 * An address at the forge with words filled in; empty where the repository is not known.
 * @param {Site} site
 * @param {string} address one of its forge, with names in braces
 * @param {Record<string, string>} words
 */
export function atRepository(site, address, words) {
  if (!site.repository) return "";
  return `${site.repository}/${address.replace(/\{(\w+)\}/g, (_, name) => words[name])}`;
}
