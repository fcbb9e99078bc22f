// @ts-check
// How well activities answer what is asked: the kinds first, then the words of their texts.

import { fits, YES } from "./filter.js";
import { CHANGED } from "./lexicon.js";
import { aside, INSTEAD, wished } from "./query.js";

/** What the words of a text weigh: alone, beside kinds, and as an addition to a kind. */
const TEXT = 0.6;
const TEXT_BESIDE = 0.4;
const TEXT_TOO = 0.15;
const GROUP = 0.3;
const GENTLE = 0.3;
const SIDE = 0.5;
const MATCHED = 0.5;
/** What a kind weighs that is what was asked for, and not only like it. */
const NAMED = 0.7;

export class Scores {
  /**
   * @param {import("./wordlist.js").WordList} list
   * @param {import("./shard.js").Shard[]} shards
   * @param {Record<string, string[]>} known the values of every facet
   */
  constructor(list, shards, known) {
    this.list = list;
    this.shards = shards;
    this.known = known;
  }

  /**
   * What a query finds, by shard: the score of each activity, and which of them are all that was wished for and not only
   * something like it. Null where nothing but filters is asked.
   * @param {import("./query.js").Query} query
   * @returns {{ scores: Map<number, number>, sure: Set<number> }[] | null}
   */
  of(query) {
    const nothing = this.shards.map(() => ({ scores: new Map(), sure: new Set() }));
    const wish = wished(query);
    if (!wish && query.signs.some(({ block }) => INSTEAD.has(block))) return nothing;
    const about = query.slots.filter((slot) => slot.keys.size || slot.kinds.size || slot.theme);
    const extra = query.signs.flatMap((one) => one.kinds);
    const warm = query.signs.some(({ block }) => block === "coach" || block === "klacht");
    if (!about.length && !extra.length && !warm) return query.unknown.length ? nothing : null;
    if (query.unknown.length && !warm && !wish && !(query.long && about.length)) return nothing;
    // Whom it is for says which of the things asked for come first, and is itself asked for only where nothing else is.
    const main = about.every(aside) ? about : about.filter((slot) => !aside(slot));
    const found = nothing.map(({ scores }) => scores);
    const met = this.shards.map(() => /** @type {Map<number, number>} */ (new Map()));
    for (const slot of new Set([...main, ...about]))
      this.one(slot).forEach(({ scores, named }, at) => {
        for (const [document, score] of scores) {
          const before = found[at].get(document);
          if (!main.includes(slot)) before && found[at].set(document, before + score * SIDE);
          else found[at].set(document, (before ?? 0) + score + (main.length > 1 ? MATCHED : 0));
        }
        if (main.includes(slot)) for (const document of named) met[at].set(document, (met[at].get(document) ?? 0) + 1);
      });
    met.forEach((map, at) => {
      for (const [document, amount] of map) if (amount === main.length) nothing[at].sure.add(document);
    });
    if (warm && !found.some((map) => map.size)) this.comfort(found);
    const gentle = new Map(extra.flatMap((kind) => [...this.list.spread(kind, GENTLE)]));
    const groups = query.groups;
    this.shards.forEach((shard, at) => {
      for (let document = 0; document < shard.size; document++) {
        for (const kind of shard.kinds[document]) {
          const weight = gentle.get(kind);
          if (weight && !found[at].has(document)) found[at].set(document, weight);
        }
        if (groups.length && fits(shard, document, "voor", groups, this.known) === YES) {
          const score = found[at].get(document) ?? (about.every(aside) ? 1 : 0);
          if (score) found[at].set(document, score + GROUP);
          if (score && about.every(aside)) nothing[at].sure.add(document);
        }
      }
    });
    return nothing;
  }

  /**
   * The activities that are what somebody does not want, by shard.
   * @param {import("./query.js").Query} query
   * @returns {Set<number>[]}
   */
  away(query) {
    const found = this.shards.map(() => /** @type {Set<number>} */ (new Set()));
    for (const slot of query.without)
      this.shards.forEach((shard, at) => {
        for (let document = 0; document < shard.size; document++)
          if (
            shard.kinds[document].some((kind) => (slot.kinds.get(kind) ?? 0) >= NAMED) ||
            (slot.groups.length && fits(shard, document, "voor", slot.groups, this.known) === YES) ||
            (!slot.kinds.size && [...slot.keys.keys()].some((key) => shard.has(key, document)))
          )
            found[at].add(document);
      });
    return found;
  }

  /**
   * Nobody who is alone or grieves finds nothing: what brings people together, and else everything there is.
   * @param {Map<number, number>[]} found
   */
  comfort(found) {
    for (const theme of [this.list.together, this.list.themes])
      this.shards.forEach((shard, at) => {
        for (let document = 0; document < shard.size; document++)
          if (fits(shard, document, "thema", theme, this.known) === YES && !found[at].has(document))
            found[at].set(document, theme.length > 1 ? GENTLE / 2 : GENTLE);
      });
  }

  /**
   * The score of one slot, its kinds first and the words of the text next; and what is what it names.
   * @param {import("./query.js").Slot} slot
   */
  one(slot) {
    /** @type {Map<number, number>[]} */
    const texts = this.shards.map(() => new Map());
    let top = 0;
    // Where there are kinds, a text is it only by the very word: not by the beginning of it, or by one of some words.
    const like = slot.kinds.size > 0 && Math.max(0, ...slot.keys.values()) < CHANGED;
    const least = NAMED * Math.max(0, ...slot.kinds.values());
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
      const scores = new Map();
      /** @type {number[]} */
      const named = [];
      for (let document = 0; document < shard.size; document++) {
        let kind = 0;
        for (const one of shard.kinds[document]) kind = Math.max(kind, slot.kinds.get(one) ?? 0);
        const theme = slot.theme && fits(shard, document, "thema", [slot.theme], this.known) === YES ? GENTLE : 0;
        const text = (texts[at].get(document) ?? 0) / (top || 1);
        const score = Math.max(kind, theme, text * (slot.exact ? TEXT_BESIDE : TEXT)) + text * TEXT_TOO;
        if (score) scores.set(document, score);
        if ((kind && kind >= least) || theme || (text && !like) || slot.weak) named.push(document);
      }
      return { scores, named };
    });
  }
}
