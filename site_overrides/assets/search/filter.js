// @ts-check
// Which activities fit a choice: yes, no, or nobody knows yet.

import { KNOWN_DAYS } from "../constants.js";
import { GROWN, OLD } from "./roles.js";
import { dayOf, weekday } from "./when.js";

export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;

/** Facets of which every chosen value must hold; of the others one is enough. */
/** So many days of dates are known (generator/schedule). */
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
  if (facet === "bij") return shard.inside?.(document, +values[0]) ?? YES;
  if (facet === "datum")
    return /** @type {0 | 1 | 2} */ (Math.max(...values.map((day) => held(shard, document, dayOf(day)))));
  if (facet === "leeftijd") return old(shard, document, +values[0], known);
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
 * Whether something is held on a day, as the agenda has it.
 * @param {import("./shard.js").Shard} shard
 * @param {number} document
 * @param {number} day
 * @returns {0 | 1 | 2}
 */
function held(shard, document, day) {
  const ahead = day - shard.made;
  if (shard.asked(document, ahead)) return UNKNOWN;
  if (shard.dates(document, ahead)) return YES;
  const { yes, unknown } = shard.facets.dag;
  if (unknown[document]) return UNKNOWN;
  return ahead >= KNOWN_DAYS && yes[document] & (1 << weekday(day)) ? UNKNOWN : NO;
}

/**
 * Whether something is for somebody of an age: by the ages that it names, else by whom it is for.
 * @param {import("./shard.js").Shard} shard
 * @param {number} document
 * @param {number} years
 * @param {Record<string, string[]>} known
 * @returns {0 | 1 | 2}
 */
function old(shard, document, years, known) {
  const [from, to] = [shard.ages[2 * document], shard.ages[2 * document + 1]];
  if (from !== null || to !== null) return years >= (from ?? 0) && years <= (to ?? 999) ? YES : NO;
  const group = years >= OLD ? ["ouderen"] : years < GROWN ? ["kinderen", "jongeren"] : [];
  return group.length && fits(shard, document, "voor", group, known) === YES ? YES : UNKNOWN;
}

/**
 * How well an activity fits something that is asked in words.
 * @param {import("./shard.js").Shard} shard
 * @param {number} document
 * @param {import("./roles.js").Ask} ask
 * @param {Record<string, string[]>} known
 * @returns {0 | 1 | 2}
 */
export function meets(shard, document, { facet, values, not, least }, known) {
  const fit = fits(shard, document, facet, values, known);
  if (least && fit === NO) return UNKNOWN; // "hoogstens 10 euro": more than five may still be less than that
  if (!not) return fit;
  // Not on Monday: what is on Tuesday too may do.
  if (facet === "dag" && fit === YES) {
    const others = known.dag.filter((day) => !values.includes(day));
    return fits(shard, document, facet, others, known) === YES ? UNKNOWN : NO;
  }
  return fit === YES ? NO : fit === NO ? YES : UNKNOWN;
}

/**
 * Whether a part of the day that is asked for is one of the days that are asked for.
 * @param {import("./shard.js").Shard} shard
 * @param {number} document
 * @param {number[]} days of the week, Monday is 0
 * @param {number[]} parts
 * @returns {0 | 1 | 2}
 */
export function together(shard, document, days, parts) {
  const here = days.filter((day) => shard.facets.dag.yes[document] & (1 << day));
  if (here.some((day) => parts.some((part) => shard.moments(document, 3 * day + part)))) return YES;
  return !here.length || here.some((day) => [0, 1, 2].every((part) => !shard.moments(document, 3 * day + part)))
    ? UNKNOWN
    : NO;
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
