// @ts-check
// What somebody typed, understood: what it is about, where, when and for whom, and whether help comes first.

import { CHANGED, HALF, PARTIAL } from "./lexicon.js";
import { words } from "./text.js";

/** What a kind weighs at least that somebody asks for by name. */
export const SURE = 0.9;
/** Blocks that come instead of activities. */
export const INSTEAD = new Set(["nood", "zorg", "verwijzer", "elders"]);
/** Words for a day that depend on today: how many days from now, and which part of it. */
const SOON = /** @type {Record<string, [number, string?]>} */ ({
  vandaag: [0],
  vanmiddag: [0, "middag"],
  vanavond: [0, "avond"],
  vanochtend: [0, "ochtend"],
  morgen: [1],
  morgenochtend: [1, "ochtend"],
  morgenmiddag: [1, "middag"],
  morgenavond: [1, "avond"],
  overmorgen: [2],
});

/**
 * One thing that is asked for.
 * @typedef {{ text: string, keys: Map<string, number>, kinds: Map<number, number>, theme?: string, groups: string[], exact: boolean, weak: boolean }} Slot
 * What a query asks.
 * @typedef {{ slots: Slot[], groups: string[], filters: Record<string, string[]>, soft: Set<string>,
 *   place: { sort: string, id: string, name: string } | null, signs: import("./wordlist.js").Sign[],
 *   chips: { facet: string, values: string[], words: string[] }[], unknown: string[], corrected: [string, string][] }} Query
 */

/**
 * Whether a slot only says for whom something is.
 * @param {Slot} slot
 */
export const aside = (slot) => slot.groups.length > 0 && Math.max(0, ...slot.kinds.values()) < SURE;

/**
 * What a text asks.
 * @param {string} text
 * @param {import("./lexicon.js").Lexicon} lexicon
 * @returns {Query}
 */
export function understand(text, lexicon) {
  const { list } = lexicon;
  const raw = words(text.slice(0, 200)).slice(0, 24);
  /** @type {Query} */
  const query = {
    slots: [],
    groups: [],
    filters: {},
    soft: new Set(),
    place: null,
    signs: [],
    chips: [],
    unknown: [],
    corrected: [],
  };
  for (const number of lexicon.danger?.hear(text) ?? [])
    query.signs.push(...list.signs.filter((sign) => sign.number === number));
  const left = place(raw, lexicon, query).flatMap((word) =>
    Object.hasOwn(SOON, word) ? soon(word, list.values.dag) : word,
  );
  const found = left.filter(
    (word, at) => !list.small.has(word) && (word.length > 1 || /\d/.test(word) || at < left.length - 1),
  );
  const typing = /[\p{L}\p{N}]$/u.test(text);
  /** @type {import("./lexicon.js").Reading[]} */
  const known = found.map((word, at) => lexicon.resolve(word, typing && at === found.length - 1));
  const best = known.map(({ keys }) => [...keys].sort((one, other) => other[1] - one[1])[0]?.[0] ?? "");
  /** How many words the phrase at a place has. */
  const size_at = (/** @type {number} */ at) => {
    let size = Math.min(list.longest, found.length - at);
    while (size > 1 && !list.phrases.has(best.slice(at, at + size).join(" "))) size--;
    return size;
  };
  const taken = signposts(best, list, query, size_at);
  let at = 0;
  while (at < found.length) {
    let size = size_at(at);
    if (taken.has(at)) {
      at++;
      continue;
    }
    const rest = best.slice(at);
    if (size === 1 && typing && beginning(rest, found, list).length) size = rest.length;
    take(
      query,
      list,
      lexicon,
      typing && at + size === found.length,
      found.slice(at, at + size),
      known.slice(at, at + size),
      best.slice(at, at + size),
    );
    at += size;
  }
  if (query.slots.some((slot) => !slot.weak)) query.slots = query.slots.filter((slot) => !slot.weak);
  const [slot] = query.slots;
  if (slot && query.groups.length && query.slots.every(aside)) {
    query.filters.voor = [...new Set(query.groups)];
    query.soft.add("voor");
    query.chips.push({ facet: "voor", values: query.filters.voor, words: slot.text.split(" ") });
  }
  return query;
}

/**
 * The phrases of which the last words are the beginning; the very last word may be half typed.
 * @param {string[]} keys
 * @param {string[]} typed
 * @param {import("./wordlist.js").WordList} list
 */
function beginning(keys, typed, list) {
  const whole = keys.join(" ");
  // A longer word alone is what it is, and not the beginning of a saying.
  if (list.phrases.has(whole) || (keys.length === 1 && whole.length > 3)) return [];
  const first = keys.slice(0, -1).join(" ");
  const tries = list.starts.has(whole) ? [`${whole} `] : [];
  if (first && list.starts.has(first)) tries.push(`${first} ${typed[typed.length - 1]}`);
  return tries.length ? [...list.phrases.keys()].filter((phrase) => tries.some((one) => phrase.startsWith(one))) : [];
}

/**
 * The name of a day in place of "vandaag", and the part of it.
 * @param {string} word
 * @param {string[]} days Monday first
 */
function soon(word, days) {
  const [ahead, part] = SOON[word];
  const day = days[(new Date().getDay() + 6 + ahead) % 7];
  return part ? [day, part] : [day];
}

/**
 * Takes the name of a place out of the words.
 * @param {string[]} raw
 * @param {import("./lexicon.js").Lexicon} lexicon
 * @param {Query} query
 */
function place(raw, lexicon, query) {
  for (let size = 3; size > 0; size--)
    for (let at = 0; at + size <= raw.length; at++) {
      const name = raw.slice(at, at + size).join(" ");
      const found = lexicon.places.get(name);
      if (found) {
        query.place = found;
        query.chips.push({ facet: found.sort, values: [found.name], words: raw.slice(at, at + size) });
        return [...raw.slice(0, at), ...raw.slice(at + size)];
      }
    }
  return raw;
}

/**
 * Finds the signposts. A word inside a longer phrase that leads elsewhere ("zonder indicatie") is none.
 * @param {string[]} keys
 * @param {import("./wordlist.js").WordList} list
 * @param {Query} query
 * @param {(at: number) => number} size_at how many words the phrase at a place has
 * @returns {Set<number>} the places of words that are no search any more
 */
function signposts(keys, list, query, size_at) {
  /** @type {Set<number>} */
  const taken = new Set();
  const inside = (/** @type {number} */ at, /** @type {number} */ size) => {
    for (let start = 0; start <= at; start++)
      if (size_at(start) > size && start + size_at(start) >= at + size) return true;
    return false;
  };
  for (const sign of list.signs)
    for (let at = 0; at < keys.length; at++)
      for (let size = Math.min(5, keys.length - at); size > 0; size--) {
        if (!sign.phrases.has(keys.slice(at, at + size).join(" ")) || inside(at, size)) continue;
        if (!query.signs.includes(sign)) query.signs.push(sign);
        if (INSTEAD.has(sign.block)) for (let word = at; word < at + size; word++) taken.add(word);
        break;
      }
  return taken;
}

/**
 * Makes one slot, or a filter, of a word or a fixed phrase.
 * @param {Query} query
 * @param {import("./wordlist.js").WordList} list
 * @param {import("./lexicon.js").Lexicon} lexicon
 * @param {boolean} typing whether the last of these words may be half typed
 * @param {string[]} typed
 * @param {import("./lexicon.js").Reading[]} known
 * @param {string[]} best
 */
function take(query, list, lexicon, typing, typed, known, best) {
  /** @type {Slot} */
  const slot = {
    text: typed.join(" "),
    keys: new Map(),
    kinds: new Map(),
    groups: [],
    exact: false,
    weak: typed.length === 1 && list.weak.has(typed[0]),
  };
  if (known[0].small) return;
  const spot = known[0].place;
  if (spot && !query.place) {
    query.place = lexicon.places.get(spot) ?? null;
    if (query.place) query.chips.push({ facet: query.place.sort, values: [query.place.name], words: typed });
    return;
  }
  if (known[0].near && typed.length === 1) query.corrected.push([typed[0], known[0].near]);
  const single = typed.length === 1;
  /** @type {[string, number][]} */
  const ways = single ? [...known[0].keys] : list.phrases.has(best.join(" ")) ? [[best.join(" "), 1]] : [];
  if (typing) for (const phrase of beginning(best, typed, list)) ways.push([phrase, PARTIAL]);
  for (const [phrase, weight] of ways) {
    const lead = list.phrases.get(phrase);
    if (!lead) continue;
    const filters = Object.entries(lead.filters);
    if (filters.length && (weight === 1 || (known[0].near && ways.length === 1))) {
      for (const [facet, values] of filters) {
        query.filters[facet] = [...new Set([...(query.filters[facet] ?? []), ...values])];
        query.chips.push({ facet, values, words: typed });
        if (lead.kinds.size) query.soft.add(facet);
      }
      if (!lead.kinds.size) return;
    } else if (filters.length) continue;
    for (const [kind, share] of lead.kinds) slot.kinds.set(kind, Math.max(share * weight, slot.kinds.get(kind) ?? 0));
    slot.groups.push(...lead.groups);
    slot.theme ??= lead.theme;
    slot.exact ||= weight >= CHANGED;
    for (const other of lead.words) slot.keys.set(other[0], HALF);
  }
  slot.weak ||= single && !slot.kinds.size && list.heads.has(best[0]);
  if (!slot.weak || list.heads.has(best[0]))
    for (const one of known)
      for (const [key, weight] of one.keys)
        slot.keys.set(key, Math.max(single ? weight : weight * HALF, slot.keys.get(key) ?? 0));
  query.groups.push(...slot.groups);
  if (slot.weak && !slot.kinds.size && !slot.keys.size) return;
  if (!slot.kinds.size && Math.max(0, ...slot.keys.values()) <= HALF) {
    slot.keys.clear();
    if (!slot.groups.length && !slot.theme) query.unknown.push(slot.text);
  }
  query.slots.push(slot);
}
