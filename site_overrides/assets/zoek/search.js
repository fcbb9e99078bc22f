// @ts-check
// A search: what was typed and chosen in, the activities that fit out, the best first. No document, no network.

import { all, fits, NO, UNKNOWN, YES } from "./filter.js";
import { aside, INSTEAD, Lexicon, SURE, understand } from "./query.js";
import { Shard } from "./shard.js";
import { less } from "./text.js";
import { numbers } from "./unpack.js";
import { WordList } from "./wordlist.js";

/** What the words of a text weigh: alone, beside kinds, and as an addition to a kind. */
const TEXT = 0.6;
const TEXT_BESIDE = 0.4;
const TEXT_TOO = 0.15;
const GROUP = 0.3;
const GENTLE = 0.3;
const SIDE = 0.5;
/** Days until an activity of which no date is known. */
const FAR_AWAY = 1e6;
const MATCHED = 0.5;

/**
 * @typedef {{ id: string, fit: 0 | 1 | 2, score: number, first: number }} Hit
 * @typedef {{ yes: number, unknown: number }} Count
 * @typedef {{ facet: string, value: string, state: import("./state.js").State, amount: number }} Way
 * @typedef {{ hits: Hit[], unsure: number, counts: Record<string, Record<string, Count>>, chips: { facet: string, values: string[], words: string[] }[], filters: Record<string, string[]>,
 *   block: string | null, signs: number[], corrected: [string, string][], unknown: string[], themes: string[], without: Way[], asked: boolean }} Result
 */

/**
 * The filters that a query has in its words.
 * @param {import("./query.js").Query} query
 */
function askedOf(query) {
  const asked = { ...query.filters };
  if (query.place) asked[query.place.sort] = [query.place.id];
  return asked;
}

export class Search {
  /**
   * @param {any} list the word list as JSON
   * @param {any[]} shards as JSON
   */
  constructor(list, shards) {
    this.list = new WordList(list);
    this.shards = shards.map((shard) => new Shard(shard, this.list));
    this.lexicon = new Lexicon(this.list, this.shards);
    /** @type {Record<string, string[]>} */
    this.known = { thema: this.list.themes, ...this.list.values };
  }

  /**
   * @param {import("./state.js").State} state
   * @param {boolean} [deep] whether to look for ways out where nothing is found
   * @returns {Result}
   */
  run(state, deep = true) {
    const query = understand(state.q, this.lexicon);
    const scores = this.score(query);
    const asked = askedOf(query);
    /** @type {Hit[]} */
    const hits = [];
    /** @type {Record<string, Record<string, Count>>} */
    const counts = {};
    let unsure = 0;
    this.shards.forEach((shard, at) => {
      for (let document = 0; document < shard.size; document++) {
        const score = scores ? scores[at].get(document) : 0;
        if (score === undefined) continue;
        let wish = this.wished(shard, document, asked, query, score);
        if (wish === NO) continue;
        const choice = all(shard, document, state.filters, this.known);
        this.tally(counts, shard, document, state);
        if (choice === UNKNOWN) unsure++;
        if (choice === NO || (choice === UNKNOWN && !state.onbekend)) continue;
        wish = /** @type {0 | 1 | 2} */ (Math.min(wish, choice));
        hits.push({ id: shard.ids[document], fit: wish, score, first: shard.first[document] || FAR_AWAY });
      }
    });
    // What surely fits comes first in every order. Activities come by title, and the sort leaves equals in their order.
    const { volgorde } = state;
    hits.sort(
      (one, other) =>
        other.fit - one.fit ||
        (volgorde === "datum" ? one.first - other.first : volgorde === "naam" ? 0 : other.score - one.score),
    );
    return {
      hits,
      unsure,
      counts,
      chips: query.chips,
      filters: asked,
      block: query.signs[0]?.block ?? null,
      signs: query.signs.map((sign) => sign.number),
      corrected: query.corrected,
      unknown: query.unknown,
      themes: this.themes(query),
      without: hits.length || !deep ? [] : this.without(state, query.chips),
      asked: state.q.trim() !== "" || Object.values(state.filters).flat().length > 0,
    };
  }

  /**
   * In which municipalities something is found, and how often: for a site too large to search as a whole.
   * @param {string} q
   * @param {(name: string) => Promise<{ gemeenten: string[], rijen: Record<string, string> }>} read the rows of the kinds
   *   ("soort") or of the words with a first letter
   */
  async where(q, read) {
    const query = understand(q, this.lexicon);
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
    return {
      places: found && Object.fromEntries(found),
      signs: query.signs.map((sign) => sign.number),
      block: query.signs[0]?.block ?? null,
    };
  }

  /**
   * The score of every activity that a query finds, by shard; null where nothing but filters is asked.
   * @param {import("./query.js").Query} query
   * @returns {Map<number, number>[] | null}
   */
  score(query) {
    const nothing = this.shards.map(() => new Map());
    const sign = query.signs[0];
    const sure = query.slots.some((slot) => slot.exact && slot.kinds.size);
    if (sign && INSTEAD.has(sign.block) && (sign.block === "nood" || sign.block === "elders" || !sure)) return nothing;
    const about = query.slots.filter((slot) => slot.keys.size || slot.kinds.size || slot.theme);
    const extra = query.signs.flatMap((one) => one.kinds);
    const warm = query.signs.some(({ block }) => block === "coach" || block === "klacht");
    if (!about.length && !extra.length && !warm) return query.unknown.length ? nothing : null;
    if (query.unknown.length && !warm && !about.some((slot) => slot.kinds.size && slot.exact)) return nothing;
    const found = this.shards.map(() => /** @type {Map<number, number>} */ (new Map()));
    // Whom it is for says which of the things asked for come first, and is itself asked for only where nothing else is.
    const main = about.every(aside) ? about : about.filter((slot) => !aside(slot));
    for (const slot of new Set([...main, ...about]))
      this.one(slot).forEach((map, at) => {
        for (const [document, score] of map) {
          const before = found[at].get(document);
          if (!main.includes(slot)) before && found[at].set(document, before + score * SIDE);
          else found[at].set(document, (before ?? 0) + score + (main.length > 1 ? MATCHED : 0));
        }
      });
    if (warm && !found.some((map) => map.size)) this.comfort(found);
    const gentle = new Map(extra.flatMap((kind) => [...this.list.spread(kind, GENTLE)]));
    this.shards.forEach((shard, at) => {
      for (let document = 0; document < shard.size; document++) {
        for (const kind of shard.kinds[document]) {
          const weight = gentle.get(kind);
          if (weight && !found[at].has(document)) found[at].set(document, weight);
        }
        if (query.groups.length && fits(shard, document, "voor", query.groups, this.known) === YES) {
          const score = found[at].get(document) ?? (query.filters.voor ? 1 : 0);
          if (score) found[at].set(document, score + GROUP);
        }
      }
    });
    return found;
  }

  /**
   * Nobody who is alone or grieves finds nothing: what brings people together, and else everything there is.
   * @param {Map<number, number>[]} found
   */
  comfort(found) {
    for (const theme of [["eten-en-ontmoeten"], this.list.themes])
      this.shards.forEach((shard, at) => {
        for (let document = 0; document < shard.size; document++)
          if (fits(shard, document, "thema", theme, this.known) === YES && !found[at].has(document))
            found[at].set(document, theme.length > 1 ? GENTLE / 2 : GENTLE);
      });
  }

  /**
   * The score of one slot: its kinds first, the words of the text next.
   * @param {import("./query.js").Slot} slot
   */
  one(slot) {
    /** @type {Map<number, number>[]} */
    const texts = this.shards.map(() => new Map());
    let top = 0;
    for (const [key, weight] of slot.keys)
      this.shards.forEach((shard, at) => {
        if (!shard.keys.has(key)) return;
        for (const { ref, score } of shard.index.query((/** @type {any} */ query) =>
          query.term(key, { usePipeline: false }),
        )) {
          const value = score * weight;
          top = Math.max(top, score);
          if (value > (texts[at].get(+ref) ?? 0)) texts[at].set(+ref, value);
        }
      });
    return this.shards.map((shard, at) => {
      /** @type {Map<number, number>} */
      const found = new Map();
      for (let document = 0; document < shard.size; document++) {
        let kind = 0;
        for (const one of shard.kinds[document]) kind = Math.max(kind, slot.kinds.get(one) ?? 0);
        const theme = slot.theme && fits(shard, document, "thema", [slot.theme], this.known) === YES ? GENTLE : 0;
        const text = (texts[at].get(document) ?? 0) / (top || 1);
        const score = Math.max(kind, theme, text * (slot.exact ? TEXT_BESIDE : TEXT)) + text * TEXT_TOO;
        if (score) found.set(document, score);
      }
      return found;
    });
  }

  /**
   * How well an activity fits the filters that are in the words themselves. A word that is a filter and also a kind
   * ("rolstoel") is met by the kind too.
   * @param {Shard} shard
   * @param {number} document
   * @param {Record<string, string[]>} asked
   * @param {import("./query.js").Query} query
   * @param {number} score
   * @returns {0 | 1 | 2}
   */
  wished(shard, document, asked, query, score) {
    /** @type {0 | 1 | 2} */
    let least = YES;
    for (const facet in asked) {
      if (!asked[facet].length) continue;
      let fit = fits(shard, document, facet, asked[facet], this.known);
      if (score && query.soft.has(facet)) fit = YES;
      if (fit < least) least = fit;
    }
    return least;
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
   * @param {{ facet: string, values: string[], words: string[] }[]} chips
   * @returns {Way[]}
   */
  without(state, chips) {
    const ways = chips.map(({ facet, values, words }) => ({
      facet,
      value: values[0],
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
      .map((way) => ({ ...way, amount: this.run(way.state, false).hits.length }))
      .filter((way) => way.amount)
      .sort((one, other) => other.amount - one.amount)
      .slice(0, 3);
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
