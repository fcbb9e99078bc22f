// @ts-check
// A search: what was typed and chosen in, the activities that fit out, the best first. No document, no network.

import { all, fits, meets, NO, together, UNKNOWN, YES } from "./filter.js";
import { Lexicon } from "./lexicon.js";
import { filtersOf, SURE, understand } from "./query.js";
import { Scores } from "./score.js";
import { Shard } from "./shard.js";
import { less } from "./text.js";
import { numbers } from "./unpack.js";
import { dayOf, weekday } from "./when.js";
import { WordList } from "./wordlist.js";

/** So many municipalities near somebody are named. */
const NEAREST = 10;
/** So many ideas fit a need: more is no help. */
const IDEAS = 12;
/** What may ask for something near (near.js knows, and comes when this is typed). */
const NEARNESS =
  /buurt|(dicht|vlak) ?bij|nabij|omgeving|omtrek|afstand|km\b|kilomet|de hoek|niet (te |zo )?ver|\brond|\d{4}/i;
/** @type {number[]} */
const NONE = [];
/** @typedef {import("./state.js").State} State */
/** Days until an activity of which no date is known. */
const FAR_AWAY = 1e6;

/**
 * What is found: `fit` tells whether everything that is asked is known to hold, `known` of each ask how far it does,
 * `held` for how many it surely does, and `like` that it is only something like what is named. `km` is how far it is from where somebody lives, `vague` that only its town is known.
 * @typedef {{ id: string, fit: 0 | 1 | 2, score: number, first: number, known: number[], held: number, like: boolean, page: number, km?: number | null, vague?: boolean, online?: boolean }} Hit
 * @typedef {{ yes: number, unknown: number }} Count
 * @typedef {{ facet: string, value: string, label?: string, state: import("./state.js").State, amount: number }} Way
 * @typedef {{ hits: Hit[], certain: number, unsure: number, counts: Record<string, Record<string, Count>>, chips: import("./roles.js").Ask[], asks: import("./roles.js").Ask[],
 *   filters: Record<string, string[]>, block: string | null, signs: number[], blocks: string[], corrected: [string, string][], unknown: string[], told: string[],
 *   other: boolean, ideas: boolean, plain: boolean, wider: Way[], elsewhere: Way[], themes: string[], without: Way[], asked: boolean, near: import("./near.js").From | null, wants: boolean }} Result
 */

export class Search {
  /**
   * @param {any} list the word list as JSON
   * @param {any[]} shards as JSON
   * @param {any} [abroad] the words of other languages as JSON, which may also be learnt later
   */
  constructor(list, shards, abroad) {
    this.list = new WordList(list);
    this.shards = shards.map((shard) => new Shard(shard, this.list));
    this.lexicon = new Lexicon(this.list, this.shards);
    /** @type {Record<string, string[]>} */
    this.known = { thema: this.list.themes, ...this.list.values };
    this.scores = new Scores(this.list, this.shards, this.known);
    if (abroad) this.learn(abroad);
  }

  /** @param {import("./near.js").Nearby} nearby what knows what is near */
  locate(nearby) {
    this.lexicon.nearby = nearby;
  }

  /** @param {any} abroad the words of other languages as JSON */
  learn(abroad) {
    this.lexicon.learn(abroad);
  }

  /**
   * @param {import("./state.js").State} state
   * @param {boolean} [deep] whether to look for ways out where nothing is found
   * @param {string} [today] as 2026-11-26; the day it is in the Netherlands, or else the day of the site
   * @returns {Result}
   */
  run(state, deep = true, today) {
    const now = today ? dayOf(today) : (this.shards[0]?.made ?? 0);
    const query = understand(state.q, this.lexicon, now);
    const found = this.scores.of(query);
    const away = this.scores.away(query);
    // Asks that a card can tell: of those that wish for a thing the order tells.
    const { nearby } = this.lexicon;
    const near = nearby?.from(query.near, state, this.shards) ?? null;
    const asks = [...query.asks, ...(near?.circle ?? [])];
    const vague = query.told.length > 0 || (query.unknown.length > 0 && !query.long);
    const wide = query.slots.some((slot) => slot.open);
    /** @type {Hit[]} */
    const hits = [];
    /** @type {Record<string, Record<string, Count>>} */
    const counts = {};
    let unsure = 0;
    this.shards.forEach((shard, at) => {
      for (let document = 0; document < shard.size; document++) {
        if (away[at].has(document)) continue;
        const known = this.asked(shard, document, asks);
        if (known.includes(NO)) continue;
        let score = found ? found[at].scores.get(document) : 0;
        // A word that asks for something and also names things ("rolstoel") finds what has it, whatever it is.
        const open = wide && !known.includes(UNKNOWN);
        if (score === undefined && open) score = 0;
        if (score === undefined) continue;
        const choice = all(shard, document, state.filters, this.known);
        this.tally(counts, shard, document, state);
        if (choice === UNKNOWN) unsure++;
        if (choice === NO || (choice === UNKNOWN && !state.onbekend)) continue;
        const like = Boolean(found) && !found?.[at].sure.has(document) && !open;
        const fit = /** @type {0 | 1 | 2} */ (
          Math.min(choice, ...known, like || vague || shard.old.includes(document) ? UNKNOWN : YES)
        );
        const first = shard.first[document] || FAR_AWAY;
        const page = shard.pages[document] ?? 0;
        const held = like ? -1 : known.reduce((sum, one) => sum + (one === YES ? 1 : 0), 0);
        const hit = { id: shard.ids[document], fit, score, first, known, held, like, page };
        hits.push(near ? Object.assign(hit, nearby?.far(at, document)) : hit);
      }
    });
    // What surely fits comes first in every order, then what is known to fit best. Activities come in the order of the lists
    // (the surest first), and the sort leaves equals in their order.
    const volgorde = near?.first && state.volgorde === "best" ? "dichtbij" : state.volgorde;
    const far = (/** @type {Hit} */ { km }) => km ?? FAR_AWAY;
    const name = (/** @type {Hit} */ { id }) => id.split("/")[1];
    hits.sort(
      (one, other) =>
        other.fit - one.fit ||
        other.held - one.held ||
        (volgorde === "datum"
          ? one.first - other.first
          : volgorde === "naam"
            ? name(one).localeCompare(name(other))
            : volgorde === "dichtbij"
              ? far(one) - far(other) || other.score - one.score
              : other.score - one.score),
    );
    // A need ("ik ben overspannen") gets few and fitting things.
    const warm = query.signs.some(({ block }) => block === "coach" || block === "klacht");
    const needs = query.slots.length > 0 && query.slots.every((slot) => slot.need);
    const ideas = !query.without.length && (needs || (warm && hits[0]?.fit !== YES));
    if (ideas) hits.splice(IDEAS);
    const blocks = [...new Set(query.signs.map(({ block }) => block))];
    return {
      hits,
      certain: hits.filter(({ fit }) => fit === YES).length,
      unsure,
      counts,
      chips: query.chips,
      asks,
      filters: filtersOf(query, this.list.values.dag),
      block: blocks[0] ?? null,
      blocks,
      signs: query.signs.map((sign) => sign.number),
      corrected: query.corrected,
      unknown: query.long ? [] : query.unknown,
      told: query.told,
      other: query.other,
      ideas,
      plain: !found && !asks.length && !query.without.length && !vague && state.q.trim() !== "",
      wider: hits.length || !deep ? [] : [...this.farther(near, state, today), ...this.wider(query, state, today)],
      elsewhere: hits.length || !deep ? [] : this.elsewhere(state, query, today),
      themes: this.themes(query),
      without: hits.length || !deep ? [] : this.without(state, query.chips, today),
      asked: state.q.trim() !== "" || Boolean(state.bij) || Object.values(state.filters).flat().length > 0,
      near,
      wants: !nearby && (NEARNESS.test(state.q) || Boolean(state.bij) || (!hits.length && query.unknown.length > 0)),
    };
  }

  /**
   * How far everything that is asked in words is known to hold for an activity.
   * @param {Shard} shard
   * @param {number} document
   * @param {import("./roles.js").Ask[]} asks
   */
  asked(shard, document, asks) {
    if (!asks.length) return NONE;
    const days = asks.flatMap(({ facet, values, not }) =>
      not || (facet !== "dag" && facet !== "datum")
        ? []
        : values.map((value) => (facet === "dag" ? this.known.dag.indexOf(value) : weekday(dayOf(value)))),
    );
    return asks.map((ask) => {
      const fit = meets(shard, document, ask, this.known);
      if (ask.facet !== "dagdeel" || ask.not || fit !== YES || !days.length) return fit;
      return together(
        shard,
        document,
        days,
        ask.values.map((part) => this.known.dagdeel.indexOf(part)),
      );
    });
  }

  /**
   * In which municipalities something is found, and how often: for a site too large to search as a whole.
   * @param {State} state
   * @param {(name: string) => Promise<{ gemeenten: string[], rijen: Record<string, string> }>} read the rows of the kinds
   *   ("soort") or of the words with a first letter
   */
  async where(state, read) {
    const query = understand(state.q, this.lexicon, 0);
    const { nearby } = this.lexicon;
    const near = nearby?.from(query.near, state, []) ?? null;
    let found = /** @type {Map<string, number> | null} */ (null);
    for (const slot of query.slots) {
      const sure = [...slot.kinds].filter(([, weight]) => weight > SURE).map(([kind]) => String(kind));
      /** @type {Map<string, number>} */
      const here = new Map();
      for (const term of sure.length ? sure : slot.keys.keys()) {
        const { gemeenten, rijen } = await read(sure.length ? "soort" : term[0]);
        const row = numbers(rijen[term] ?? "");
        for (let at = 0; at < row.length; at += 2) {
          const place = gemeenten[row[at]];
          here.set(place, row[at + 1] + (here.get(place) ?? 0));
        }
      }
      const before = found;
      found = before ? new Map([...here].filter(([place]) => before.has(place))) : here;
    }
    const far = near?.point ? (nearby?.municipalities(this.list, near.point) ?? []) : [];
    const nearest = far.filter(({ id }) => !found || found.has(id)).slice(0, NEAREST);
    return {
      places: found && Object.fromEntries(found),
      provinces:
        found &&
        this.list.municipalities
          .filter(([id]) => found?.has(id))
          .map(([id, province]) => /** @type {[number, number]} */ ([province, found?.get(id) ?? 0])),
      nearest: nearest.map((one) => ({ ...one, amount: found?.get(one.id) ?? null })),
      near,
      wants: !nearby && (NEARNESS.test(state.q) || Boolean(state.bij)),
      signs: query.signs.map((sign) => sign.number),
      block: query.signs[0]?.block ?? null,
    };
  }

  /**
   * Adds an activity to the counts beside the choices: to those of a facet if it fits what is chosen in all others.
   * @param {Record<string, Record<string, Count>>} counts
   * @param {Shard} shard
   * @param {number} document
   * @param {import("./state.js").State} state
   */
  tally(counts, shard, document, state) {
    for (const facet of [...Object.keys(this.known), "gemeente", "wijk"]) {
      const rest = all(shard, document, state.filters, this.known, facet);
      if (rest === NO || (rest === UNKNOWN && !state.onbekend)) continue;
      counts[facet] ??= {};
      const place = shard.places[facet];
      const values = place ? (place.of[document] ? [place.ids[place.of[document] - 1]] : []) : this.known[facet];
      for (const value of values) {
        const fit = place ? YES : fits(shard, document, facet, [value], this.known);
        if (fit === NO) continue;
        counts[facet][value] ??= { yes: 0, unknown: 0 };
        counts[facet][value][fit === YES ? "yes" : "unknown"]++;
      }
    }
  }

  /**
   * How much there would be without one of the choices, or without a word that is a filter.
   * @param {import("./state.js").State} state
   * @param {import("./roles.js").Ask[]} chips
   * @param {string} [today]
   * @returns {Way[]}
   */
  without(state, chips, today) {
    /** @type {Omit<Way, "amount">[]} */
    const ways = chips
      .filter(({ facet }) => facet !== "wens")
      .map(({ facet, values, words, label }) => ({
        facet,
        value: values[0],
        label,
        state: { ...state, q: less(state.q, words) },
      }));
    for (const [facet, values] of Object.entries(state.filters))
      for (const value of values)
        ways.push({
          facet,
          value,
          state: { ...state, filters: { ...state.filters, [facet]: values.filter((one) => one !== value) } },
        });
    return ways
      .map((way) => ({ ...way, amount: this.run(way.state, false, today).hits.length }))
      .filter((way) => way.amount)
      .sort((one, other) => other.amount - one.amount)
      .slice(0, 3);
  }

  /**
   * A larger circle, where there is something in it.
   * @param {import("./near.js").From | null} near
   * @param {State} state
   * @param {string} [today]
   * @returns {Way[]}
   */
  farther(near, state, today) {
    const wider = near ? (this.lexicon.nearby?.wider(near, state) ?? []) : [];
    const ways = wider.map(([value, next]) => this.way("bij", value, next, today));
    return ways.filter(({ amount }) => amount).slice(0, 1);
  }

  /**
   * Wider kinds than those that are asked for, where there is something of them.
   * @param {import("./query.js").Query} query
   * @param {import("./state.js").State} state
   * @param {string} [today]
   * @returns {Way[]}
   */
  wider(query, state, today) {
    const { below, names } = this.list;
    const asked = query.slots.flatMap(({ kinds }) =>
      [...kinds].filter(([, weight]) => weight > SURE).map(([kind]) => kind),
    );
    return [...names]
      .filter(([kind]) => !asked.includes(kind) && below[kind].some((one) => asked.includes(one)))
      .map(([, name]) => this.way("wens", name, { ...state, q: name }, today))
      .filter(({ amount }) => amount)
      .slice(0, 2);
  }

  /**
   * Municipalities where there is something of what is asked for in one that has nothing of it.
   * @param {import("./state.js").State} state
   * @param {import("./query.js").Query} query
   * @param {string} [today]
   * @returns {Way[]}
   */
  elsewhere(state, query, today) {
    const place = query.asks.find(({ facet }) => ["gemeente", "plaats", "wijk"].includes(facet));
    if (!place) return [];
    const q = less(state.q, place.words);
    const found = this.run({ ...state, q }, false, today);
    /** @type {Map<string, number>} */
    const amounts = new Map();
    for (const hit of found.hits) {
      const municipality = hit.id.split("/")[0];
      amounts.set(municipality, (amounts.get(municipality) ?? 0) + 1);
    }
    const told = (/** @type {string | undefined} */ id) => this.list.municipalities.find(([one]) => one === id) ?? [];
    const here = told(place.values[0])[1];
    return [...amounts]
      .sort(([one, some], [other, more]) => +(told(other)[1] === here) - +(told(one)[1] === here) || more - some)
      .map(([id, amount]) => {
        const name = told(id)[2] ?? id;
        return { facet: "gemeente", value: name, label: name, state: { ...state, q: `${q} ${name}`.trim() }, amount };
      })
      .slice(0, 3);
  }

  /**
   * @param {string} facet
   * @param {string} value
   * @param {import("./state.js").State} state
   * @param {string} [today]
   * @returns {Way}
   */
  way(facet, value, state, today) {
    return { facet, value, label: value, state, amount: this.run(state, false, today).hits.length };
  }

  /**
   * The themes of the kinds that a query is about, for when it finds nothing.
   * @param {import("./query.js").Query} query
   * @returns {string[]}
   */
  themes(query) {
    const sure = query.slots.flatMap((slot) =>
      [...slot.kinds].filter(([, weight]) => weight > SURE).map(([kind]) => kind),
    );
    return [...new Set(sure.map((kind) => this.list.themes[this.list.themeOf[kind]]))].slice(0, 2);
  }
}
