// @ts-check
// Which activities fit a choice: yes, no, or nobody knows yet.

export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;

/** Facets of which every chosen value must hold; of the others one is enough. */
const ALL = new Set(["toegankelijk", "mee"]);

/**
 * @param {import("./shard.js").Shard} shard
 * @param {number} document
 * @param {string} facet
 * @param {string[]} values
 * @param {Record<string, string[]>} known the values of every facet, in the order of their bits
 * @returns {0 | 1 | 2}
 */
export function fits(shard, document, facet, values, known) {
  const place = shard.places[facet];
  if (place) {
    const at = place.of[document];
    if (!at) return UNKNOWN;
    return values.includes(place.ids[at - 1]) || values.includes(place.names[at - 1]) ? YES : NO;
  }
  const { yes, unknown } = shard.facets[facet];
  let wanted = 0;
  for (const value of values) wanted |= 1 << known[facet].indexOf(value);
  if (ALL.has(facet)) {
    if ((yes[document] & wanted) === wanted) return YES;
    return ((yes[document] | unknown[document]) & wanted) === wanted ? UNKNOWN : NO;
  }
  if (yes[document] & wanted) return YES;
  return unknown[document] & wanted ? UNKNOWN : NO;
}

/**
 * How well an activity fits all choices: the worst of them.
 * @param {import("./shard.js").Shard} shard
 * @param {number} document
 * @param {Record<string, string[]>} filters
 * @param {Record<string, string[]>} known
 * @param {string} [except] a facet that does not count
 * @returns {0 | 1 | 2}
 */
export function all(shard, document, filters, known, except) {
  /** @type {0 | 1 | 2} */
  let least = YES;
  for (const facet in filters) {
    if (facet === except || !filters[facet].length) continue;
    const fit = fits(shard, document, facet, filters[facet], known);
    if (fit < least) least = fit;
    if (least === NO) break;
  }
  return least;
}
