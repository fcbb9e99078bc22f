// @ts-check
// What somebody typed, understood: each part of a sentence gets a role. What is it about, where, when, for whom, at what
// price, and what not; and whether help comes first.

import { CHANGED, HALF, PARTIAL } from "./lexicon.js";
import { refused, role } from "./roles.js";
import { words } from "./text.js";
import { daysInWords, isoOf, moments, weekday } from "./when.js";

/** What a kind weighs at least that somebody asks for by name. */
export const SURE = 0.9;
/** Blocks that come instead of activities, where nothing else is asked for. */
export const INSTEAD = new Set(["nood", "zorg", "verwijzer", "elders"]);
/** So many words are read for what they ask; a cry for help is heard in all of a text. */
const MOST_WORDS = 80;
/** From so many words on it is a sentence: a word in it that leads nowhere says nothing. */
const SENTENCE = 5;
/** More days than this are a time of the year, not days to choose from. */
const FEW_DAYS = 7;

/** @typedef {import("./roles.js").Ask} Ask */
/**
 * One thing that is asked for.
 * @typedef {{ text: string, keys: Map<string, number>, kinds: Map<number, number>, theme?: string, groups: string[], exact: boolean, weak: boolean, open?: boolean, need?: boolean }} Slot
 * What a query asks: slots that rank, asks that are known of an activity or not, and what nobody wants.
 * @typedef {{ slots: Slot[], without: Slot[], groups: string[], asks: Ask[], signs: import("./wordlist.js").Sign[], other: boolean, told: string[],
 *   chips: Ask[], unknown: string[], corrected: [string, string][], long: boolean, near: Near | null }} Query
 * Near which place something must be: a name, four digits, or where somebody lives (empty); within so many kilometres.
 * @typedef {{ km: number, from: string, words: string[] }} Near
 */

/**
 * Whether a slot only says for whom something is.
 * @param {Slot} slot
 */
export const aside = (slot) => slot.groups.length > 0 && Math.max(0, ...slot.kinds.values()) < SURE;

/**
 * Whether something is asked for by a name that is known.
 * @param {Query} query
 */
export const wished = (query) => query.slots.some((slot) => slot.exact && slot.kinds.size > 0);

/**
 * What a text asks.
 * @param {string} text
 * @param {import("./lexicon.js").Lexicon} lexicon
 * @param {number} today days since 1970
 * @returns {Query}
 */
export function understand(text, lexicon, today) {
  const { list } = lexicon;
  const raw = words(text).slice(0, MOST_WORDS);
  /** @type {Query} */
  const query = {
    slots: [],
    without: [],
    groups: [],
    asks: [],
    signs: [],
    other: false,
    told: [],
    chips: [],
    unknown: [],
    corrected: [],
    long: raw.length >= SENTENCE,
    near: null,
  };
  for (const number of lexicon.danger?.hear(text) ?? [])
    query.signs.push(...list.signs.filter((sign) => sign.number === number));
  const cry = query.signs.length > 0;
  /** @type {Set<number>} places of words that have their role */
  const used = new Set();
  const use = (/** @type {number} */ at, /** @type {number} */ size) => {
    for (let word = at; word < at + size; word++) used.add(word);
  };
  const ask = (/** @type {Ask} */ one, no = "") => {
    const made = { ...one, not: no !== "", words: no ? [no, ...one.words] : one.words };
    query.asks.push(made);
    query.chips.push(made);
  };
  lexicon.nearby?.hear(query, raw, lexicon, use);
  place(raw, lexicon, ask, use, used);
  const when = moments(raw, text, today, list.holidays);
  for (const moment of when) {
    use(moment.at, moment.size);
    times(moment, raw, list, ask);
  }
  for (let at = 0; at < raw.length; at++) {
    const found = used.has(at) ? null : role(raw, at, text);
    if (!found) continue;
    use(found.at, found.size);
    const spot = lexicon.postcodes.get(found.code ?? 0);
    const no = refused(raw, found.at, list);
    if (spot) ask({ ...asked(spot), words: raw.slice(found.at, found.at + found.size) }, no);
    else if (found.code) query.told.push(`postcode ${found.code}`);
    if (found.ask) ask(found.ask, no);
    query.groups.push(...(found.groups ?? []));
  }
  const typing = /[\p{L}\p{N}]$/u.test(text);
  const fixed = sayings(raw, used, lexicon);
  const places = raw.flatMap((word, at) => {
    const says = !list.small.has(word) && (word.length > 1 || /\d/.test(word) || at < raw.length - 1);
    return !used.has(at) && (fixed.has(at) || says) ? at : [];
  });
  const found = places.map((at) => fixed.get(at)?.typed ?? raw[at]);
  /** @type {import("./lexicon.js").Reading[]} */
  const known = places.map((at, index) => {
    const saying = fixed.get(at);
    if (saying) return { keys: new Map([[saying.phrase, 1]]) };
    return lexicon.resolve(raw[at], typing && index === found.length - 1);
  });
  const best = known.map(({ keys }) => [...keys].sort((one, other) => other[1] - one[1])[0]?.[0] ?? "");
  /** How many words the phrase at a place has. */
  const size_at = (/** @type {number} */ at) => {
    let size = Math.min(list.longest, found.length - at);
    while (size > 1 && !list.phrases.has(best.slice(at, at + size).join(" "))) size--;
    return size;
  };
  const taken = signposts(best, list, query, size_at, found);
  let at = 0;
  while (at < found.length) {
    let size = size_at(at);
    if (taken.has(at) || (size === 1 && list.no.has(found[at])) || (cry && lexicon.danger?.own.has(found[at]))) {
      at++;
      continue;
    }
    const person = size === 1 && list.persons.has(found[at]);
    if (person && /^(mijn|mn|onze|voor|zijn|haar|een|de)$/.test(raw[places[at] - 1] ?? "")) query.other = true;
    if (person && found.length > 1) {
      at++;
      continue;
    }
    const rest = best.slice(at);
    if (size === 1 && typing && beginning(rest, found, list).length) size = rest.length;
    const end = at + size === found.length;
    const behind = end && places[at + size - 1] < raw.length - 1 && raw[raw.length - 1] === "niet";
    const no = refused(raw, places[at], list) || (behind ? "niet" : "");
    take(
      query,
      list,
      lexicon,
      typing && end,
      found.slice(at, at + size),
      known.slice(at, at + size),
      best.slice(at, at + size),
      no,
      ask,
    );
    at += size;
  }
  if (!query.near) lexicon.nearby?.town(query, raw, lexicon);
  settle(query);
  return query;
}

/**
 * What is left to do when every word has its role.
 * @param {Query} query
 */
function settle(query) {
  const { slots } = query;
  if (slots.some((slot) => !slot.weak)) query.slots = slots.filter((slot) => !slot.weak);
  // Beside a wish that is known a word of a long sentence that is only found in a text says nothing.
  if (query.long && wished(query))
    query.slots = query.slots.filter((slot) => slot.kinds.size || slot.groups.length || slot.theme);
  // A need ("ik verveel me") says what fits where nothing is asked for by name.
  if (query.slots.some((slot) => slot.exact && slot.kinds.size && !slot.need && !aside(slot)))
    query.slots = query.slots.filter((slot) => !slot.need);
  // What somebody else's place to be is: who wants something of this site does not want that.
  if (wished(query)) query.signs = query.signs.filter(({ block }) => block !== "elders");
  if (query.groups.length && query.slots.every(aside)) {
    const values = [...new Set(query.groups)];
    const slot = query.slots[0];
    query.asks.push({ facet: "voor", values, words: [], least: query.slots.some((one) => one.kinds.size) });
    if (slot) query.chips.push({ facet: "voor", values, words: slot.text.split(" ") });
  } else {
    // For whom it is meant ranks; of something that is for anybody nobody knows whether it suits.
    const values = [...new Set(query.slots.flatMap((slot) => (aside(slot) ? slot.groups : [])))];
    const said = query.slots.filter(aside).map(({ text }) => text);
    const one = { facet: "voor", values, words: said.join(" ").split(" "), least: true };
    if (values.length) query.asks.push(one);
    if (values.length) query.chips.push(one);
  }
  if (query.slots.length + query.without.length + query.chips.length > 1)
    for (const slot of query.slots)
      if (!aside(slot) && !slot.open)
        query.chips.push({ facet: "wens", values: [slot.text], words: slot.text.split(" ") });
}

/**
 * Asks for the days of a moment and for the part of them.
 * @param {import("./when.js").Moment} moment
 * @param {string[]} raw
 * @param {import("./wordlist.js").WordList} list
 * @param {(one: Ask, no?: string) => void} ask
 */
function times({ at, size, dates, part }, raw, list, ask) {
  const said = raw.slice(at, at + size);
  const no = refused(raw, at, list);
  if (dates.length) ask({ facet: "datum", values: dates.map(isoOf), label: daysInWords(dates), words: said }, no);
  if (part && !no) ask({ facet: "dagdeel", values: [part], words: said });
}

/**
 * The filters that a query has in its words, as they stand in an address.
 * @param {Query} query
 * @param {string[]} days Monday first
 */
export function filtersOf(query, days) {
  /** @type {Record<string, string[]>} */
  const found = {};
  const add = (/** @type {string} */ facet, /** @type {string[]} */ values) => {
    found[facet] = [...new Set([...(found[facet] ?? []), ...values])];
  };
  for (const { facet, values, not } of query.asks) {
    if (not) continue;
    add(facet, values);
    if (facet === "datum" && values.length <= FEW_DAYS)
      add(
        "dag",
        values.map((day) => days[weekday(Date.parse(day) / 864e5)]),
      );
  }
  return found;
}

/**
 * Sayings with small words in them that mean something only together ("voor niks"), by the place where they begin; their
 * other words have a role now.
 * @param {string[]} raw
 * @param {Set<number>} used
 * @param {import("./lexicon.js").Lexicon} lexicon
 */
function sayings(raw, used, lexicon) {
  const { list } = lexicon;
  /** @type {Map<number, { phrase: string, typed: string }>} */
  const found = new Map();
  const keys = raw.map((word) => (list.small.has(word) ? word : (lexicon.keys.get(word) ?? word)));
  for (let at = 0; at < raw.length; at++)
    for (let size = Math.min(5, raw.length - at); size > 1; size--) {
      const phrase = keys.slice(at, at + size).join(" ");
      if (!list.sayings.has(phrase) || [...Array(size).keys()].some((next) => used.has(at + next))) continue;
      found.set(at, { phrase, typed: raw.slice(at, at + size).join(" ") });
      for (let next = at + 1; next < at + size; next++) used.add(next);
      break;
    }
  return found;
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
 * Gives the name of a place its role: the longest one first.
 * @param {string[]} raw
 * @param {import("./lexicon.js").Lexicon} lexicon
 * @param {(one: Ask, no?: string) => void} ask
 * @param {(at: number, size: number) => void} use
 * @param {Set<number>} used
 */
function place(raw, lexicon, ask, use, used) {
  for (let size = Math.min(lexicon.longestPlace, raw.length); size > 0; size--)
    for (let at = 0; at + size <= raw.length; at++) {
      const found = lexicon.places.get(raw.slice(at, at + size).join(" "));
      if (!found || used.has(at) || used.has(at + size - 1)) continue;
      use(at, size);
      ask({ ...asked(found), words: raw.slice(at, at + size) }, refused(raw, at, lexicon.list));
      return;
    }
}

/** @param {{ sort: string, id: string, name: string }} place */
const asked = ({ sort, id, name }) => ({ facet: sort, values: [id], label: name });

/**
 * Finds the signposts. A word inside a longer phrase that leads elsewhere ("zonder indicatie") is none.
 * @param {string[]} keys
 * @param {import("./wordlist.js").WordList} list
 * @param {Query} query
 * @param {(at: number) => number} size_at how many words the phrase at a place has
 * @param {string[]} typed
 * @returns {Set<number>} the places of words that are no search any more
 */
function signposts(keys, list, query, size_at, typed) {
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
        // "Mijn dokter zegt dat ik moet zwemmen" asks for no doctor.
        if (size === 1 && keys.length > 1 && list.weak.has(typed[at])) continue;
        if (!query.signs.includes(sign)) query.signs.push(sign);
        if (INSTEAD.has(sign.block)) for (let word = at; word < at + size; word++) taken.add(word);
        break;
      }
  return taken;
}

/**
 * Makes one slot, or an ask, of a word or a fixed phrase.
 * @param {Query} query
 * @param {import("./wordlist.js").WordList} list
 * @param {import("./lexicon.js").Lexicon} lexicon
 * @param {boolean} typing whether the last of these words may be half typed
 * @param {string[]} typed
 * @param {import("./lexicon.js").Reading[]} known
 * @param {string[]} best
 * @param {string} no the word that says that somebody does not want it, or nothing
 * @param {(one: Ask, no?: string) => void} ask
 */
function take(query, list, lexicon, typing, typed, known, best, no, ask) {
  const single = typed.length === 1;
  /** @type {Slot} */
  const slot = {
    text: typed.join(" "),
    keys: new Map(),
    kinds: new Map(),
    groups: [],
    exact: false,
    weak: single && list.weak.has(typed[0]),
  };
  if (known[0].small) return;
  const spot = lexicon.places.get(known[0].place ?? "");
  if (spot) {
    if (!query.asks.some(({ facet }) => facet === spot.sort)) ask({ ...asked(spot), words: typed }, no);
    return;
  }
  if (known[0].near && single) query.corrected.push([typed[0], known[0].near]);
  /** @type {[string, number][]} */
  const ways = single ? [...known[0].keys] : list.phrases.has(best.join(" ")) ? [[best.join(" "), 1]] : [];
  if (typing) for (const phrase of beginning(best, typed, list)) ways.push([phrase, PARTIAL]);
  for (const [phrase, weight] of ways) {
    const lead = list.phrases.get(phrase);
    if (!lead || (slot.weak && weight < 1)) continue;
    const filters = Object.entries(lead.filters);
    if (filters.length && (weight === 1 || (known[0].near && ways.length === 1))) {
      for (const [facet, values] of filters) {
        ask({ facet, values, words: slot.text.split(" ") }, no);
        if (lead.kinds.size) slot.open = true;
      }
      if (!lead.kinds.size) return;
    } else if (filters.length) continue;
    for (const [kind, share] of lead.kinds) slot.kinds.set(kind, Math.max(share * weight, slot.kinds.get(kind) ?? 0));
    slot.need ||= lead.need;
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
  if (slot.weak && !slot.kinds.size && !slot.keys.size) return;
  if (no && (slot.kinds.size || slot.keys.size || slot.groups.length)) {
    query.without.push(slot);
    query.chips.push({ facet: "niet", values: [slot.text], words: [no, ...slot.text.split(" ")], not: true });
    return;
  }
  query.groups.push(...slot.groups);
  if (!slot.kinds.size && Math.max(0, ...slot.keys.values()) <= HALF) {
    slot.keys.clear();
    if (!slot.groups.length && !slot.theme) {
      query[
        /(straat|laan|weg|plein|singel|kade|dreef|gracht|steeg)$/.test(slot.text) && slot.text.length > 6
          ? "told"
          : "unknown"
      ].push(slot.text);
    }
  }
  query.slots.push(slot);
}
