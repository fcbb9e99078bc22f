// @ts-check
// Where somebody is, as far as four digits or a village tell, and how far everything lies from there. All of it is worked out here: nobody is
// asked, and nothing that is fetched tells where somebody lives. The other half is generator/find/near.py.

import {
  CIRCLES,
  EAST_STEP,
  FINE,
  FIRST_POSTCODE,
  MARK_SEED,
  NORTH_STEP,
  PACKED_SIGNS,
  SOUTH,
  WEST,
} from "../constants.js";
import { less, words } from "./text.js";
import { numbers } from "./unpack.js";

const EARTH = 6371;
/** So far apart may the postcodes of one town lie; farther, and they are two towns. */
const ONE_TOWN = 15;
/** So many times more postcodes has the town that is meant, where others are called so too. */
const MAIN = 4;
const LONGEST_NAME = 4;
/** How far "in de buurt" goes, and what a distance on foot or by bicycle is: kilometres in a straight line. */
export const NEARBY = 10;
const ON_FOOT = 1;
const BY_BICYCLE = 5;

/**
 * A point in degrees (WGS 84).
 * @typedef {{ lat: number, lon: number }} Point
 * What a sentence says of nearness: its words, how far (0 is not said), and from where: a name or a postcode, or where somebody lives (empty).
 * @typedef {{ at: number, size: number, km: number, from: string }} Vicinity
 */

/**
 * Kilometres between two points, in a straight line.
 * @param {Point} one
 * @param {Point} other
 */
export function kilometres(one, other) {
  const rad = Math.PI / 180;
  const half =
    Math.sin(((other.lat - one.lat) * rad) / 2) ** 2 +
    Math.cos(one.lat * rad) * Math.cos(other.lat * rad) * Math.sin(((other.lon - one.lon) * rad) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(half));
}

/** Whether a text is a postcode of another country. @param {string} text */
export const foreign = (text) => /^(?:[BDF][ -]?)?\d{5}$|^B[ -]?\d{4}$/i.test(text.trim());

/** How far something may lie from a point, in kilometres: its own, that of its postcode, its town, its municipality (model/position.py). */
const LOOSE = [0, 0, 3, 10];
const NO = 0;
const UNKNOWN = 1;
const YES = 2;

/**
 * From where it is measured: what was said, how far it may be (0 for any), and what is wrong with it: nobody said it ("waar"), it is not known
 * ("onbekend"), there are more ("meer"), or it is of another country ("buitenland"). `words` are those of a sentence, `circle` what is asked of an
 * activity, and `first` whether what is near comes first.
 * @typedef {{ from: string, km: number, point: Point | null, fault: string, words: string[] | null, circle: import("./roles.js").Ask[], first: boolean }} From
 */

/** Knows what is near: the part of the search that is fetched when somebody asks for that. */
export class Nearby {
  /** @param {any} packed every postcode and town, as JSON */
  constructor(packed) {
    this.country = new Places(packed);
    /** Of each shard how far each activity is, and how loosely; empty where nobody said from where. @type {{ km: (number | null)[], loose: number[], online: Set<number> }[]} */
    this.measured = [];
    /** Where everything in a shard is. @type {WeakMap<import("./shard.js").Shard, { at: number[], points: Point[], loose: number[], online: Set<number> }>} */
    this.points = new WeakMap();
  }

  /**
   * Gives what a sentence says of nearness its role.
   * @param {import("./query.js").Query} query
   * @param {string[]} raw folded
   * @param {import("./lexicon.js").Lexicon} lexicon
   * @param {(at: number, size: number) => void} use
   */
  hear(query, raw, lexicon, use) {
    const found = vicinity(raw, (name) => lexicon.places.has(name) || this.country.find(name) !== null);
    if (found) {
      query.near = { km: found.km, from: found.from, words: raw.slice(found.at, found.at + found.size) };
      use(found.at, found.size);
      return;
    }
    for (let at = 0; at < raw.length; at++) {
      const [, code] = raw[at].match(/^([1-9]\d{3})(?:[a-z]{2})?$/) ?? [];
      if (!code || /^(19|20)\d\d$/.test(raw[at])) continue;
      const said = raw.slice(at, at + (raw[at] === code && /^[a-z]{2}$/.test(raw[at + 1] ?? "") ? 2 : 1));
      // In a municipality of this site all of it is near; elsewhere a circle is.
      const here = lexicon.postcodes.has(+code);
      if (!here && !this.country.find(code)) continue;
      query.near = { km: here ? 0 : NEARBY, from: code, words: said };
      if (!here) use(at, said.length);
      return;
    }
  }

  /**
   * A word that nobody here knows may be a town: what is near it is asked for.
   * @param {import("./query.js").Query} query
   * @param {string[]} raw
   * @param {import("./lexicon.js").Lexicon} lexicon
   */
  town(query, raw, lexicon) {
    const strange = (/** @type {string} */ word) =>
      word.length < 4 || lexicon.list.small.has(word) || query.unknown.includes(word);
    for (const word of query.unknown.filter((one) => one.length > 3))
      for (let size = LONGEST_NAME; size > 0; size--)
        for (let at = Math.max(0, raw.indexOf(word) - size + 1); at <= raw.indexOf(word); at++) {
          const said = raw.slice(at, at + size);
          if (said.length < size || !said.every(strange) || !this.country.find(said.join(" "))) continue;
          query.near = { km: NEARBY, from: said.join(" "), words: said };
          query.unknown = query.unknown.filter((one) => !said.includes(one));
          query.slots = query.slots.filter((slot) => !said.includes(slot.text));
          query.chips = query.chips.filter((chip) => !chip.words.every((one) => said.includes(one)));
          return;
        }
  }

  /**
   * From where is measured, what a sentence names or else where somebody lives; and measures.
   * @param {import("./query.js").Near | null} near
   * @param {import("./state.js").State} state
   * @param {import("./shard.js").Shard[]} shards
   * @returns {From | null}
   */
  from(near, { bij = "", km: most = 0 }, shards) {
    const from = near?.from || bij;
    const found = from ? this.country.find(from) : null;
    const point = found && found !== "several" ? found : null;
    this.measured = point ? shards.map((shard) => this.measure(shard, point)) : [];
    shards.forEach((shard, at) => {
      shard.inside = point ? (document, km) => this.inside(at, document, km) : null;
    });
    if (!near && !bij) return null;
    const fault = point ? "" : !from ? "waar" : found ? "meer" : foreign(from) ? "buitenland" : "onbekend";
    const km = near?.km || most;
    const circle = point && km ? [{ facet: "bij", values: [String(km)], words: [] }] : [];
    return { from, km, point, fault, words: near?.words ?? null, circle, first: Boolean(near && point) };
  }

  /**
   * @param {import("./shard.js").Shard} shard
   * @param {Point} from
   */
  measure(shard, from) {
    let known = this.points.get(shard);
    if (!known) {
      const { packed } = shard;
      const steps = numbers(packed.punten ?? "");
      /** @type {Point[]} */
      const points = [];
      /** @type {number[]} */
      const rough = [];
      for (let part = 0; part < steps.length; part += 3) {
        points.push({ lat: SOUTH + steps[part] / FINE, lon: WEST + steps[part + 1] / FINE });
        rough.push(LOOSE[steps[part + 2]]);
      }
      const at = numbers(packed.punt ?? "");
      known = { at, points, loose: at.map((point) => rough[point - 1] ?? 0), online: new Set(packed.online) };
      this.points.set(shard, known);
    }
    const far = known.points.map((point) => kilometres(from, point));
    return { km: known.at.map((point) => far[point - 1] ?? null), loose: known.loose, online: known.online };
  }

  /**
   * How far an activity is, as it stands on a hit; nothing where nobody measures.
   * @param {number} at which shard
   * @param {number} document
   */
  far(at, document) {
    const here = this.measured[at];
    return here && { km: here.km[document], vague: here.loose[document] > 0, online: here.online.has(document) };
  }

  /**
   * @param {number} at
   * @param {number} document
   * @param {number} most
   * @returns {0 | 1 | 2}
   */
  inside(at, document, most) {
    const { km, loose } = this.measured[at];
    const far = km[document];
    if (far === null) return UNKNOWN;
    return far + loose[document] <= most ? YES : far - loose[document] <= most ? UNKNOWN : NO;
  }

  /**
   * Larger circles than the one that is asked for, the smallest first.
   * @param {From} near
   * @param {import("./state.js").State} state
   * @returns {[string, import("./state.js").State][]} what to call each, and what to ask
   */
  wider({ point, km, from, words: said }, state) {
    if (!point || !km) return [];
    const q = said ? less(state.q, said) : state.q;
    return [...CIRCLES.filter((/** @type {number} */ one) => one > km), 0].map((one) => [
      one ? `binnen ${one} kilometer` : "hoe ver ook",
      { ...state, q, bij: from, km: one, volgorde: "dichtbij" },
    ]);
  }

  /**
   * How far each municipality of the site is from where it is measured, the nearest first; not those that are on no list.
   * @param {import("./wordlist.js").WordList} list
   * @param {Point} from
   * @returns {{ id: string, name: string, km: number }[]}
   */
  municipalities(list, from) {
    const steps = numbers(list.middles);
    return list.municipalities
      .flatMap(([id, , name], at) => {
        const middle = { lat: SOUTH + steps[2 * at] / FINE, lon: WEST + steps[2 * at + 1] / FINE };
        return steps[2 * at] ? [{ id, name, km: kilometres(from, middle) }] : [];
      })
      .sort((one, other) => one.km - other.km);
  }
}

/** Every postcode and town of the country. */
export class Places {
  /** @param {any} packed the file as JSON */
  constructor(packed) {
    let last = FIRST_POSTCODE - 1;
    /** @type {number[]} */
    this.codes = numbers(packed.codes).map((gap) => (last += gap + 1));
    const north = turned(numbers(packed.noord));
    const east = turned(numbers(packed.oost));
    /** @type {Point[]} */
    this.points = this.codes.map((_, at) => ({
      lat: SOUTH + north[at] * NORTH_STEP,
      lon: WEST + east[at] * EAST_STEP,
    }));
    /** @type {Map<string, number[]>} the places of its postcodes, by the mark of a name */
    this.names = new Map();
    let at = 0;
    numbers(packed.rij).forEach((more, town) => {
      const key = packed.namen.slice(3 * town, 3 * town + 3);
      const own = this.names.get(key) ?? [];
      for (let left = more; left >= 0; left--) own.push(at++);
      this.names.set(key, own);
    });
    numbers(packed.waar).forEach((where, other) => {
      const key = packed.ook.slice(3 * other, 3 * other + 3);
      this.names.set(key, [...(this.names.get(key) ?? []), where]);
    });
  }

  /**
   * The middle of a town, "several" where more have that name, or null.
   * @param {string} name
   * @returns {Point | "several" | null}
   */
  named(name) {
    const parts = words(name);
    const found = parts.length ? this.names.get(markOf(parts.join("-"))) : null;
    if (!found) return null;
    const points = found.map((at) => this.points[at]);
    const around = points.map((point) => points.filter((other) => kilometres(point, other) <= ONE_TOWN));
    const town = around.reduce((most, next) => (next.length > most.length ? next : most));
    // Zwolle is the town, whatever hamlet is called so too.
    if (town.length < MAIN * (points.length - town.length)) return "several";
    return {
      lat: town.reduce((sum, { lat }) => sum + lat, 0) / town.length,
      lon: town.reduce((sum, { lon }) => sum + lon, 0) / town.length,
    };
  }

  /**
   * Where four digits or a name are.
   * @param {string} text
   * @returns {Point | "several" | null}
   */
  find(text) {
    const code = /^\d{4}$/.test(text) ? this.codes.indexOf(+text) : -1;
    return /^\d{4}$/.test(text) ? (this.points[code] ?? null) : this.named(text);
  }

  /**
   * The postcode in which a point lies, about; null outside the country.
   * @param {Point} point
   */
  nearest(point) {
    let best = -1;
    let least = ONE_TOWN;
    this.points.forEach((other, at) => {
      const km = kilometres(point, other);
      if (km < least) [best, least] = [at, km];
    });
    return best < 0 ? null : String(this.codes[best]);
  }
}

/** @param {number[]} steps even is forth, odd is back */
function turned(steps) {
  let last = 0;
  return steps.map((step) => (last += step % 2 ? -(step + 1) / 2 : step / 2));
}

/** A name as three signs. @param {string} name */
function markOf(name) {
  let value = MARK_SEED;
  for (let at = 0; at < name.length; at++) value = Math.imul(value ^ name.charCodeAt(at), 16777619) >>> 0;
  const base = PACKED_SIGNS.length;
  return [1, base, base * base].map((part) => PACKED_SIGNS[Math.floor(value / part) % base]).join("");
}

const BEFORE_DISTANCE = new Set(
  "binnen hoogstens maximaal max minder dan tot niet verder op ongeveer circa".split(" "),
);
/** Ways to say that something is near, the longest first. */
const NEAR =
  "niet te ver weg|niet zo ver weg|niet te ver|niet ver weg|niet ver|bij mij in de buurt|hier in de buurt|in de buurt|in mijn buurt|in de omgeving|in de omtrek|dicht bij|vlak bij|dichtbij|vlakbij|nabij|om de hoek|rondom|rond|omgeving"
    .split("|")
    .map((text) => text.split(" "));
const ONLY_BEFORE_A_NAME = new Set(["rond", "rondom", "omgeving"]);
const BEFORE_A_NAME = new Set("van bij rond rondom vanaf uit de het".split(" "));
const HOME = new Set("mij me huis thuis mijn hier ons".split(" "));

/**
 * What a sentence says of nearness, or null.
 * @param {string[]} raw folded
 * @param {(name: string) => boolean} isPlace whether something is called so
 * @returns {Vicinity | null}
 */
export function vicinity(raw, isPlace) {
  for (let at = 0; at < raw.length; at++) {
    const found = kilometresSaid(raw, at) ?? nearSaid(raw, at);
    if (!found) continue;
    const [from, size] = placeSaid(raw, at + found.size, isPlace);
    if (found.needs && !from) continue;
    return { at: at - found.before, size: found.before + found.size + size, km: found.km, from };
  }
  return null;
}

/** @typedef {{ size: number, before: number, km: number, needs?: boolean }} Said */

/**
 * "Binnen 5 kilometer", "5 km", "op loopafstand".
 * @param {string[]} raw
 * @param {number} at
 * @returns {Said | null}
 */
function kilometresSaid(raw, at) {
  let before = 0;
  while (BEFORE_DISTANCE.has(raw[at - before - 1])) before++;
  const [, joint] = raw[at].match(/^(\d{1,3})(?:km|kilometers?)$/) ?? [];
  const apart = /^\d{1,3}$/.test(raw[at]) && /^(?:km|kilometers?)$/.test(raw[at + 1] ?? "");
  if (joint || apart) return { size: joint ? 1 : 2, before, km: Math.max(1, +(joint ?? raw[at])) };
  if (/^(?:loop|wandel)afstand$/.test(raw[at])) return { size: 1, before, km: ON_FOOT };
  return /^fietsafstand$/.test(raw[at]) ? { size: 1, before, km: BY_BICYCLE } : null;
}

/**
 * "In de buurt van", "dichtbij".
 * @param {string[]} raw
 * @param {number} at
 * @returns {Said | null}
 */
function nearSaid(raw, at) {
  const said = NEAR.find((words) => words.every((word, next) => raw[at + next] === word));
  return said ? { size: said.length, before: 0, km: NEARBY, needs: ONLY_BEFORE_A_NAME.has(said[0]) } : null;
}

/**
 * The name or postcode that comes next, and how many words that takes; empty for where somebody lives.
 * @param {string[]} raw
 * @param {number} at
 * @param {(name: string) => boolean} isPlace
 * @returns {[string, number]}
 */
function placeSaid(raw, at, isPlace) {
  let start = at;
  while (BEFORE_A_NAME.has(raw[start])) start++;
  let home = start;
  while (HOME.has(raw[home])) home++;
  if (home > start) return ["", home - at];
  if (/^[1-9]\d{3}(?:[a-z]{2})?$/.test(raw[start] ?? ""))
    return [raw[start].slice(0, 4), start - at + (/^[a-z]{2}$/.test(raw[start + 1] ?? "") ? 2 : 1)];
  for (let size = Math.min(LONGEST_NAME, raw.length - start); size > 0; size--) {
    const name = raw.slice(start, start + size).join(" ");
    if (isPlace(name)) return [name, start - at + size];
  }
  return ["", 0];
}
