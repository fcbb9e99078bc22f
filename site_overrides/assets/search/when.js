// @ts-check
// When somebody wants to go: "vandaag", "komende dinsdag", "24 december", "in de kerstvakantie" as dates.

import { DAYS, MONTHS, NUMBERS } from "../constants.js";

const DAY_MS = 864e5;
const WEEK = 7;
/** Words that say how many days from today, and which part of that day. */
const AHEAD = /** @type {Record<string, [number, string?]>} */ ({
  vandaag: [0],
  vanochtend: [0, "ochtend"],
  vanmorgen: [0, "ochtend"],
  vanmiddag: [0, "middag"],
  vanavond: [0, "avond"],
  morgen: [1],
  morgenochtend: [1, "ochtend"],
  morgenmiddag: [1, "middag"],
  morgenavond: [1, "avond"],
  overmorgen: [2],
});
/** Feasts on a fixed day, as day and month. */
const FEASTS = /** @type {Record<string, [number, number]>} */ ({
  pakjesavond: [5, 12],
  kerstavond: [24, 12],
  "eerste kerstdag": [25, 12],
  "tweede kerstdag": [26, 12],
  oudejaarsavond: [31, 12],
});

/** @typedef {{ at: number, size: number, dates: number[], part?: string }} Moment days since 1970, in their order */

/** @param {string} iso */
export const dayOf = (iso) => Date.parse(iso) / DAY_MS;
/** @param {number} day */
export const isoOf = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** @param {number} day Monday is 0 */
export const weekday = (day) => (day + 3) % WEEK;

/**
 * Days in words: "donderdag 26 november", "28 en 29 november", "21 december tot en met 3 januari".
 * @param {number[]} days
 */
export function daysInWords(days) {
  const name = (/** @type {number} */ day, month = true) => {
    const date = new Date(day * DAY_MS);
    return `${date.getUTCDate()}${month ? ` ${MONTHS[date.getUTCMonth()]}` : ""}`;
  };
  const [first] = days;
  const last = days[days.length - 1];
  if (first === last) return `${DAYS[weekday(first)]} ${name(first)}`;
  const same = isoOf(first).slice(0, 7) === isoOf(last).slice(0, 7);
  return `${name(first, !same)} ${last - first > 1 ? "tot en met" : "en"} ${name(last)}`;
}

/**
 * The moments that words name.
 * @param {string[]} words folded
 * @param {string} text as it was typed, for "24-12"
 * @param {number} today
 * @param {Record<string, string[]>} holidays first and last days by name
 * @returns {Moment[]}
 */
export function moments(words, text, today, holidays) {
  const found = [];
  for (let at = 0; at < words.length; at++) {
    const moment = one(words, at, text, today, holidays);
    if (!moment) continue;
    found.push(moment);
    at = moment.at + moment.size - 1;
  }
  return found;
}

/**
 * @param {string[]} words
 * @param {number} at
 * @param {string} text
 * @param {number} today
 * @param {Record<string, string[]>} holidays
 * @returns {Moment | null}
 */
function one(words, at, text, today, holidays) {
  const [word, next = "", third = ""] = words.slice(at, at + 3);
  const made = (
    /** @type {number} */ size,
    /** @type {number} */ from,
    to = from,
    /** @type {string} */ part = "",
  ) => ({
    at,
    size,
    dates: Array.from(
      { length: Math.max(0, to - Math.max(from, today) + 1) },
      (_, ahead) => Math.max(from, today) + ahead,
    ),
    part,
  });
  if (Object.hasOwn(AHEAD, word) && !/^goede?$/.test(words[at - 1] ?? "")) {
    const [ahead, part] = AHEAD[word];
    return made(1, today + ahead, today + ahead, part);
  }
  for (const [size, name] of [
    [1, word],
    [2, `${word} ${next}`],
  ])
    if (Object.hasOwn(FEASTS, name)) return made(+size, date(today, ...FEASTS[name]));
  const monday = today - weekday(today);
  if (/^(komende?|aanstaande|eerstvolgende|volgende?|deze|dit|a?s)$/.test(word)) {
    const later = /^volgende?$/.test(word);
    const week = later ? monday + WEEK : monday;
    const day = DAYS.indexOf(next);
    if (day >= 0) {
      if (later) return made(2, week + day);
      const soon = today + ((day - weekday(today) + WEEK) % WEEK);
      return made(2, /^(deze|dit)$/.test(word) || soon > today ? soon : soon + WEEK);
    }
    if (/^week(en)?$/.test(next)) {
      const named = DAYS.indexOf(third);
      if (named >= 0) return made(3, week + named);
      return word === "komende" ? made(2, today, today + WEEK - 1) : made(2, week, week + WEEK - 1);
    }
    if (/^weekende?$|^weekeinde$/.test(next)) return made(2, week + 5, week + 6);
  }
  const named = DAYS.indexOf(word);
  if (named >= 0 && next === "volgende" && third === "week") return made(3, monday + WEEK + named);
  if (named >= 0 && next === "deze" && third === "week") return made(3, monday + named);
  if (word === "over" && /^(dag|dagen|week|weken)$/.test(third)) {
    const amount = /^\d{1,2}$/.test(next) ? +next : NUMBERS.indexOf(next);
    if (amount > 0) return made(3, today + amount * (third[0] === "d" ? 1 : WEEK));
  }
  const month = monthOf(next);
  if (/^\d{1,2}$/.test(word) && +word > 0 && +word < 32) {
    if (month) return made(2, date(today, +word, month));
    if (/^\d{1,2}$/.test(next) && new RegExp(`\\b${word}[-/]${next}\\b`).test(text) && +next > 0 && +next < 13)
      return made(/^20\d\d$/.test(third) ? 3 : 2, date(today, +word, +next));
  }
  if (/^(in|begin|eind)$/.test(word) && month && next.length > 3) {
    const first = date(today, 1, month, true);
    return made(2, first, date(first, 1, (month % 12) + 1) - 1);
  }
  for (const [name, days] of Object.entries(holidays)) {
    const apart = name.replace("vakantie", " vakantie");
    const size = word === name ? 1 : `${word} ${next}` === apart ? 2 : 0;
    for (let span = 0; size && span < days.length; span += 2)
      if (dayOf(days[span + 1]) >= today) return made(size, dayOf(days[span]), dayOf(days[span + 1]));
  }
  return null;
}

/** @param {string} word */
const monthOf = (word) =>
  word.length > 2
    ? MONTHS.findIndex((month) => month === word || (month.slice(0, 3) === word && word !== "mei")) + 1
    : 0;

/**
 * The first such date from today on; of a month that has begun it is this one.
 * @param {number} today
 * @param {number} day
 * @param {number} month January is 1
 * @param {boolean} [begun]
 */
function date(today, day, month, begun = false) {
  const now = new Date(today * DAY_MS);
  const year = now.getUTCFullYear();
  const found = Date.UTC(year, month - 1, day) / DAY_MS;
  return found >= today || (begun && month === now.getUTCMonth() + 1)
    ? found
    : Date.UTC(year + 1, month - 1, day) / DAY_MS;
}
