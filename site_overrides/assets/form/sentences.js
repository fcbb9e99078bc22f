// @ts-check
// What is known of an activity in Dutch words, as it stands on its card: the same as generator/views/activity/facts.py makes. A test compares
// them for every activity there is.

import { DAYS, MONTHS, NUMBERS, UNKNOWN } from "../constants.js";

/**
 * @typedef {import("./rules.js").Entry} Entry
 * @typedef {import("./rules.js").Rules} Rules
 * @typedef {{ kind: string, label: string, icon: string, lines: string[] }} Fact
 */

/** @param {string[]} words */
export const listing = (words) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} en ${words.at(-1)}`;
/** @param {string} text */
export const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
/** @param {(string | false | undefined)[]} parts */
const joined = (...parts) => parts.filter(Boolean).join(" ");

/**
 * The facts of a card in their order, and the names of what is still to be asked.
 * @param {Entry} entry
 * @param {Entry | undefined} place the location, where it is one
 * @param {Rules} rules
 */
export function known(entry, place, rules) {
  const found = [
    when(entry, rules),
    where(entry, place, rules),
    costs(entry, rules),
    signingUp(entry, rules),
    alone(entry, rules),
  ];
  return {
    facts: /** @type {Fact[]} */ (found.map(([fact]) => fact).filter(Boolean)),
    unknown: found.flatMap(([, missing]) => missing),
  };
}

/**
 * A fact with the label and the pictogram that it has on the site, unless it has another pictogram.
 * @param {Rules} rules
 * @param {string} kind
 * @param {string[]} lines
 * @param {string} [icon]
 * @returns {Fact}
 */
const fact = (rules, kind, lines, icon) => ({ kind, ...rules.feiten[kind], ...(icon ? { icon } : {}), lines });

/**
 * @param {Entry} entry
 * @param {Rules} rules
 * @returns {[Fact | null, string[]]}
 */
function when(entry, rules) {
  const moments = entry.wanneer;
  if (!Array.isArray(moments)) return [null, [rules.gaten.dag]];
  const timed = moments.filter((one) => one.elke || one.datum);
  /** @param {string | undefined} time */
  const open = (time) => !time || time === UNKNOWN;
  let missing = /** @type {string[]} */ ([]);
  if (moments.every((one) => one.tekst)) missing = [rules.gaten.dag];
  else if (timed.some((one) => open(one.van))) missing = [rules.gaten.tijd];
  else if (timed.some((one) => open(one.tot))) missing = [rules.gaten.eindtijd];
  const online = entry.locatie === "online" && moments.every((one) => one.altijd);
  const lines = online ? ["U kunt altijd kijken"] : moments.map((one) => phrase(one, rules));
  return [fact(rules, "wanneer", lines), missing];
}

/**
 * @param {Entry} moment
 * @param {Rules} rules
 */
function phrase(moment, rules) {
  if (moment.altijd) return "Altijd open";
  if (moment.op_afspraak) return "Op afspraak";
  if (moment.tekst) return moment.tekst.trim().replace(/\.+$/, "");
  const at = hours(moment.van, moment.tot);
  if (moment.datum) return capital(joined(weekday(moment.datum), fullDate(moment.datum), at));
  const parts = [capital(joined(days(moment, rules), at)), period(moment), except(moment)];
  return parts.filter(Boolean).join(", ");
}

/** @param {string} day */
export const weekday = (day) => DAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7];

/** @param {string} day */
export function fullDate(day) {
  const [year, month, number] = day.split("-");
  return `${+number} ${MONTHS[+month - 1]} ${+year}`;
}

/**
 * @param {string | undefined} from
 * @param {string | undefined} till
 */
function hours(from, till) {
  const [start, end] = [from, till].map((time) => (time && time !== UNKNOWN ? time.replace(/^0(?=\d)/, "") : ""));
  if (start && end) return `van ${start} tot ${end}\u00a0uur`;
  if (start) return `vanaf ${start}\u00a0uur`;
  return end ? `tot ${end}\u00a0uur` : "";
}

/**
 * @param {Entry} moment
 * @param {Rules} rules
 */
function days(moment, rules) {
  const ordered = [moment.elke].flat().sort((a, b) => DAYS.indexOf(a) - DAYS.indexOf(b));
  const weeks = [moment.week_van_de_maand ?? []].flat().map((week) => rules.labels.week[week]);
  if (weeks.length) return `elke ${listing(weeks)} ${listing(ordered)} van de maand`;
  if (moment.om_de_weken) {
    const number = +moment.om_de_weken;
    const often = number === 2 ? "om de week" : `een keer per ${NUMBERS[number] ?? number} weken`;
    return `${often} op ${listing(ordered)}`;
  }
  if (ordered.length === 7) return "elke dag";
  const span = DAYS.indexOf(ordered.at(-1)) - DAYS.indexOf(ordered[0]) + 1;
  if (ordered.length > 2 && span === ordered.length) return `${ordered[0]} tot en met ${ordered.at(-1)}`;
  return `elke ${listing(ordered)}`;
}

/** @param {Entry} moment */
const period = (moment) =>
  joined(moment.vanaf && `vanaf ${fullDate(moment.vanaf)}`, moment.t_m && `tot en met ${fullDate(moment.t_m)}`);

/** @param {Entry} moment */
function except(moment) {
  const off = [moment.behalve ?? []].flat();
  const dates = off
    .filter((one) => /^\d/.test(one))
    .sort()
    .map(fullDate);
  const months = [moment.niet_in ?? []].flat().sort((a, b) => MONTHS.indexOf(a) - MONTHS.indexOf(b));
  const words = [
    months.length > 0 && `in ${listing(months)}`,
    off.includes("schoolvakanties") && "in de schoolvakanties",
    off.includes("feestdagen") && "op feestdagen",
    dates.length > 0 && `op ${listing(dates)}`,
  ].filter((one) => typeof one === "string");
  return words.length ? `niet ${listing(words)}` : "";
}

/**
 * @param {Entry} entry
 * @param {Entry | undefined} place
 * @param {Rules} rules
 * @returns {[Fact | null, string[]]}
 */
function where(entry, place, rules) {
  if (entry.locatie === "online") return [fact(rules, "waar", ["Op internet"]), []];
  if (entry.locatie === "wisselend") {
    const starts = entry.waar_vertrekt ? [entry.waar_vertrekt] : [];
    return [fact(rules, "waar", ["Steeds op een andere plek", ...starts]), starts.length ? [] : [rules.gaten.start]];
  }
  if (entry.locatie === UNKNOWN || !place) return [null, [rules.gaten.plek]];
  const parts = [place.naam];
  for (const part of [place.adres, place.wijk, place.plaats])
    if (part && part !== "Centrum" && !hasWord(parts.join(", "), part)) parts.push(part);
  return [fact(rules, "waar", [parts.join(", ")]), []];
}

/**
 * @param {string} text
 * @param {string} word
 */
function hasWord(text, word) {
  const edge = (/** @type {string | undefined} */ sign) => !sign || !/[\p{L}\p{N}_]/u.test(sign);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (edge(text[at - 1]) !== edge(word[0]) && edge(text[at + word.length]) !== edge(word.at(-1))) return true;
  return false;
}

/**
 * @param {Entry} entry
 * @param {Rules} rules
 * @returns {[Fact | null, string[]]}
 */
function costs(entry, rules) {
  if (entry.kosten === UNKNOWN) return [null, [rules.gaten.kosten]];
  const { kosten } = entry;
  if (Array.isArray(kosten))
    return [
      fact(
        rules,
        "kosten",
        kosten.map((one) => price(one, rules)),
      ),
      [],
    ];
  if (kosten.tekst) return [fact(rules, "kosten", [capital(kosten.tekst)]), []];
  const word = kosten.vrijwillig ? "Vrijwillige bijdrage" : "Gratis";
  return [fact(rules, "kosten", [kosten.toelichting ? `${word}. ${kosten.toelichting}` : word]), []];
}

/**
 * @param {Entry} one
 * @param {Rules} rules
 */
function price(one, rules) {
  const [whole, cents] = one.bedrag_euro.replace(",", ".").split(".");
  const amount = `€\u00a0${+whole}${+(cents ?? 0) ? `,${cents}` : ""} ${rules.labels.per[one.per ?? "keer"]}`;
  const paid = +whole || +(cents ?? 0) ? amount : "Gratis";
  return `${paid}${one.voor ? ` voor ${one.voor}` : ""}${one.toelichting ? `. ${one.toelichting}` : ""}`;
}

/**
 * @param {Entry} entry
 * @param {Rules} rules
 * @returns {[Fact | null, string[]]}
 */
function signingUp(entry, rules) {
  if (entry.aanmelden === UNKNOWN) return [null, [rules.gaten.aanmelden]];
  return [fact(rules, "aanmelden", [rules.labels.aanmelden[entry.aanmelden]]), []];
}

/**
 * @param {Entry} entry
 * @param {Rules} rules
 * @returns {[Fact | null, string[]]}
 */
function alone(entry, rules) {
  const first = entry.eerste_keer ?? {};
  const lines = [
    first.alleen_komen === "ja" && "U kunt alleen komen",
    first.alleen_komen === "nee" && "Kom liever met iemand samen",
    first.iemand_gaat_mee === "ja" && "Er kan iemand met u meegaan",
  ].filter((line) => typeof line === "string");
  if (lines.length) return [fact(rules, "alleen", lines), []];
  // Where nobody is expected, nobody asks it: a path, a garden.
  const there = entry.wanneer !== UNKNOWN && entry.wanneer.some((/** @type {Entry} */ one) => one.altijd);
  return [null, there ? [] : [rules.gaten.alleen]];
}
