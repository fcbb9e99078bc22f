// @ts-check
// What the words of a sentence are there for, besides what somebody wants: an age, a price, a time of the day, a place on
// the map, a person who is talked about, and what somebody does not want.

import { CHEAP } from "../constants.js";

export const OLD = 55;
export const GROWN = 18;
const TODDLER = 4;

/**
 * Something a sentence asks for that can be known of an activity: values of a facet, of which one is enough.
 * @typedef {{ facet: string, values: string[], not?: boolean, least?: boolean, label?: string, words: string[] }} Ask
 * A part of a sentence with what it asks; `groups` and `kinds` are whom it is for.
 * @typedef {{ at: number, size: number, ask?: Ask, groups?: string[], code?: number }} Role
 */

/**
 * The role that starts at a word, or null.
 * @param {string[]} words folded
 * @param {number} at
 * @param {string} text as it was typed
 * @returns {Role | null}
 */
export function role(words, at, text) {
  const word = words[at];
  return /^\d/.test(word)
    ? (age(words, at, text) ?? price(words, at, text) ?? hour(words, at) ?? postcode(words, at))
    : null;
}

/**
 * @param {string[]} words
 * @param {number} at
 * @param {string} text
 * @returns {Role | null}
 */
function age(words, at, text) {
  const [word, next = ""] = words.slice(at, at + 2);
  const before = words[at - 1] ?? "";
  const [, digits, tail] = word.match(/^(\d{1,3})(plus\w*|jarigen?|ers?)?$/) ?? [];
  const years = +digits;
  if (!digits || years > 110) return null;
  const told = /^(jaar|jr|jarigen?|plus\w*)$/.test(next);
  const plus = Boolean(tail) || new RegExp(`\\b${digits}\\s?(\\+|-?plus)`, "i").test(text);
  const said =
    /^(ben|boven|vanaf|leeftijd|rond)$/.test(before) ||
    (before === "van" && !/^(euro?s?|eur|uur|cent|tot)$/.test(next));
  if (!told && !plus && !(said && years > 2 && !/^(euro?s?|eur|uur|cent|km|kilometer|weken|keer)$/.test(next)))
    return null;
  const groups = years >= OLD ? ["ouderen"] : years < 13 ? ["kinderen"] : years < GROWN ? ["jongeren"] : [];
  let size = told ? 2 : 1;
  if (/^(oud|oude)$/.test(words[at + size] ?? "")) size++;
  if (/^(en|of)$/.test(words[at + size] ?? "") && words[at + size + 1] === "ouder") size += 2;
  const label = plus || /plus/.test(next) ? `${years} jaar of ouder` : `${years} jaar`;
  return {
    at,
    size,
    groups: years < TODDLER ? ["kinderen", "gezinnen"] : groups,
    ask: { facet: "leeftijd", values: [digits], label, words: words.slice(at, at + size) },
  };
}

/**
 * @param {string[]} words
 * @param {number} at
 * @param {string} text
 * @returns {Role | null}
 */
function price(words, at, text) {
  const cents = /^\d\d$/.test(words[at + 1] ?? "") && new RegExp(`${words[at]}[.,]${words[at + 1]}`).test(text) ? 1 : 0;
  const euro = /^(euro?s?|eur)$/.test(words[at + 1 + cents] ?? "");
  if (!/^\d{1,3}$/.test(words[at]) || !(euro || new RegExp(`€\\s?${words[at]}\\b`).test(text))) return null;
  const amount = +words[at] + (cents ? +words[at + 1] / 100 : 0);
  const values = amount < 1 ? ["gratis"] : ["tot-5"];
  let from = at;
  while (/^(onder|max|maximaal|tot|minder|dan|hooguit|hoogstens|goedkoper|voor|de)$/.test(words[from - 1] ?? ""))
    from--;
  const size = at - from + 1 + cents + (euro ? 1 : 0);
  const ask = { facet: "kosten", values, words: words.slice(from, from + size) };
  return { at: from, size, ask: amount > CHEAP ? { ...ask, least: true, label: `hoogstens ${amount} euro` } : ask };
}

/**
 * @param {string[]} words
 * @param {number} at
 * @returns {Role | null}
 */
function hour(words, at) {
  const size = words[at + 1] === "uur" ? 2 : /^\d\d$/.test(words[at + 1] ?? "") && words[at + 2] === "uur" ? 3 : 0;
  const clock = +words[at];
  if (!size || clock > 24) return null;
  const part = clock < 12 ? "ochtend" : clock < 18 ? "middag" : "avond";
  return { at, size, ask: { facet: "dagdeel", values: [part], words: words.slice(at, at + size) } };
}

/**
 * @param {string[]} words
 * @param {number} at
 * @returns {Role | null}
 */
function postcode(words, at) {
  if (!/^[1-9]\d{3}([a-z]{2})?$/.test(words[at]) || /^(19|20)\d\d$/.test(words[at])) return null;
  const size = /^\d{4}$/.test(words[at]) && /^[a-z]{2}$/.test(words[at + 1] ?? "") ? 2 : 1;
  return { at, size, code: +words[at].slice(0, 4) };
}

/**
 * The word that says that somebody does not want what stands at a place ("geen bingo", "niet op maandag"), or nothing.
 * @param {string[]} words
 * @param {number} at
 * @param {{ no: Set<string>, small: Set<string>, weak: Set<string> }} list
 */
export function refused(words, at, { no, small, weak }) {
  let before = at - 1;
  while (
    before >= 0 &&
    at - before < 5 &&
    !no.has(words[before]) &&
    (small.has(words[before]) || weak.has(words[before]))
  )
    before--;
  const word = words[before];
  if (word === undefined || at - before > 4 || !no.has(word)) return "";
  if (word !== "niet" && word !== "nooit") return word;
  // "Ik kan niet meer zo goed fietsen" is somebody who wants to.
  if (/^(zo|goed|zeker|alleen|altijd|vaak|genoeg|lekker)$/.test(words[before + 1])) return "";
  const able = words.slice(Math.max(0, before - 3), before);
  const unable = able.some((one) => /^(kan|kon|kunnen|kun|kunt|lukt|durf|durft|weet|ken|mag)$/.test(one));
  return unable || word === "nooit" ? "" : word;
}
