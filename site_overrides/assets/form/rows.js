// @ts-check
// Rows of the form: what a question can have more than one of. Each is a copy of a template, and reads and fills itself.

import { UNKNOWN } from "../constants.js";
import { Typed } from "./typed.js";

/** @typedef {import("./rules.js").Entry} Entry */

/** Reads what people type. @type {Typed} */
let typed;
/** @param {import("./rules.js").Rules} rules */
export function readWith(rules) {
  typed = new Typed(rules.getypt);
}

/**
 * A day and a time as people type them, and back. Fields of a browser for these follow its own language and not that of the page.
 * What cannot be read stays as it was typed: then it is said.
 */
const TYPED = {
  datum: { read: (/** @type {string} */ text) => typed.day(text) ?? typed.dayLike(text) ?? text, show: showDay },
  tijd: { read: (/** @type {string} */ text) => typed.time(text) ?? text, show: showTime },
  maanden: {
    read: (/** @type {string} */ text) => (text ? (typed.months(text) ?? text) : ""),
    show: (/** @type {string} */ text) => text.replaceAll(",", ", "),
  },
  eindtijd: { read: (/** @type {string} */ text) => typed.time(text, true) ?? text, show: showTime },
};

/** The day, month or year of a source. @param {string} text */
export const readSourceDay = (text) => (text ? (typed.dayOfSource(text) ?? typed.dayLike(text) ?? text) : "");
/** A list on one line. @param {string} text */
export const readItems = (text) => typed.items(text);

/** @param {string} time */
function showTime(time) {
  return time === UNKNOWN ? "" : time;
}

/**
 * A day as people write it.
 * @param {string} date
 */
export function showDay(date) {
  return date.replace(/^(\d{4})-(\d{2})(?:-(\d{2}))?$/, (_, y, m, d) => [...(d ? [+d] : []), +m, y].join("-"));
}

/** @param {HTMLInputElement} part */
const kindOf = (part) => TYPED[/** @type {keyof typeof TYPED} */ (part.getAttribute("data-soort") ?? "")];

/**
 * The parts of a row or a question by their name.
 * @param {ParentNode} within
 * @param {string} name
 * @returns {NodeListOf<HTMLInputElement>}
 */
export const parts = (within, name) => within.querySelectorAll(`[data-deel="${name}"]`);

/**
 * @param {ParentNode} within
 * @param {string} name
 */
export function partValue(within, name) {
  const [first] = parts(within, name);
  if (first.type !== "checkbox") return kindOf(first)?.read(first.value.trim()) ?? first.value.trim();
  return [...parts(within, name)].filter((box) => box.checked).map((box) => box.value);
}

/**
 * @param {ParentNode} within
 * @param {string} name
 * @param {string | string[]} value
 */
export function setValue(within, name, value) {
  for (const part of parts(within, name)) {
    if (part.type === "checkbox") part.checked = value.includes(part.value);
    else part.value = kindOf(part)?.show(String(value)) ?? String(value);
  }
}

/**
 * Shows what belongs to a choice that was made, and hides the rest.
 * @param {ParentNode} within
 * @param {string[]} chosen
 */
export function show(within, chosen) {
  for (const part of within.querySelectorAll("[data-bij]")) {
    const words = part.getAttribute("data-bij")?.split(" ") ?? [];
    part.toggleAttribute("hidden", !words.some((word) => chosen.includes(word)));
  }
}

/** @param {any} value */
const list = (value) => [value ?? []].flat();
/** @param {string[]} values */
const short = (values) => (values.length === 1 ? values[0] : values);
/** @param {Entry} entry */
const written = (entry) => Object.fromEntries(Object.entries(entry).filter(([, value]) => value?.length));

/** One row by the name of its question: how it reads, how it is filled, and what it shows. */
export const ROWS = {
  soort: {
    read: (/** @type {Element} */ row) => partValue(row, "soort"),
    fill: (/** @type {Element} */ row, /** @type {any} */ value) => setValue(row, "soort", value),
    refresh: (/** @type {Element} */ _row) => {},
    empty: "",
  },
  wanneer: { read: readMoment, fill: fillMoment, refresh: showMoment, empty: /** @type {Entry} */ ({ elke: [] }) },
  kosten: {
    read: readPrice,
    fill: fillPrice,
    refresh: (/** @type {Element} */ _row) => {},
    empty: /** @type {Entry} */ ({ per: "keer" }),
  },
};

/**
 * @param {Element} row
 * @param {Entry} old what the row was filled with
 * @returns {Entry}
 */
function readMoment(row, old) {
  const form = partValue(row, "vorm");
  if (form === "altijd" || form === "op_afspraak") return { [form]: "ja" };
  if (form === "tekst") {
    const text = String(partValue(row, "tekst"));
    const found = text ? typed.when(text) : [];
    return Array.isArray(found) && found.length === 1 ? found[0] : { tekst: text };
  }
  const hours = {
    van: partValue(row, "van") || (old.van === UNKNOWN ? old.van : ""),
    tot: partValue(row, "tot") || (old.tot === UNKNOWN ? old.tot : ""),
  };
  if (form === "datum") return { datum: partValue(row, "datum"), ...written(hours) };
  const often = String(partValue(row, "vaak"));
  const dates = list(old.behalve).filter((one) => /^\d/.test(one));
  return {
    elke: short(/** @type {string[]} */ (partValue(row, "elke"))),
    ...written({
      ...hours,
      week_van_de_maand: often === "maand" ? partValue(row, "week_van_de_maand") : [],
      om_de_weken: often === "maand" ? "" : often,
      vanaf: partValue(row, "vanaf"),
      t_m: partValue(row, "t_m"),
      behalve: short([.../** @type {string[]} */ (partValue(row, "behalve")), ...dates]),
      niet_in: short(list(partValue(row, "niet_in"))),
    }),
  };
}

/**
 * @param {Element} row
 * @param {Entry} moment
 */
function fillMoment(row, moment) {
  setValue(row, "vorm", ["datum", "altijd", "op_afspraak", "tekst"].find((form) => form in moment) ?? "elke");
  setValue(row, "elke", list(moment.elke));
  setValue(row, "week_van_de_maand", list(moment.week_van_de_maand));
  setValue(row, "behalve", list(moment.behalve));
  const often = moment.week_van_de_maand ? "maand" : (moment.om_de_weken ?? "");
  const choice = /** @type {HTMLSelectElement} */ (/** @type {unknown} */ (parts(row, "vaak")[0]));
  if (![...choice.options].some((one) => one.value === often)) choice.add(new Option(`om de ${often} weken`, often));
  choice.value = often;
  for (const name of ["datum", "tekst", "vanaf", "t_m", "van", "tot", "niet_in"])
    setValue(row, name, moment[name] ?? "");
  const more = row.querySelector("details");
  if (more) more.open = Boolean(moment.vanaf || moment.t_m || moment.behalve || moment.niet_in);
}

/** @param {Element} row */
function showMoment(row) {
  show(row, [String(partValue(row, "vorm")), String(partValue(row, "vaak"))]);
  const more = row.querySelector("details");
  if (more && partValue(row, "vaak") && partValue(row, "vaak") !== "maand" && !partValue(row, "vanaf"))
    more.open = true;
}

/**
 * @param {Element} row
 * @param {Entry} old
 * @returns {Entry}
 */
function readPrice(row, old) {
  const text = String(partValue(row, "bedrag_euro"));
  const found = typed.prices(text);
  const [one] = found?.length === 1 ? found : [];
  const chosen = String(partValue(row, "per"));
  // "25 per jaar" says itself what it is for, unless something else was chosen.
  const per = one?.per && chosen === "keer" ? one.per : chosen;
  const amount = one && (!one.per || one.per === per) ? one.bedrag_euro : null;
  return {
    bedrag_euro: amount ?? text,
    ...written({
      per: per === "keer" && !old.per ? "" : per,
      voor: partValue(row, "voor"),
      toelichting: partValue(row, "toelichting"),
    }),
  };
}

/**
 * @param {Element} row
 * @param {Entry} price
 */
function fillPrice(row, price) {
  setValue(row, "bedrag_euro", (price.bedrag_euro ?? "").replace(".", ","));
  setValue(row, "per", price.per ?? "keer");
  for (const name of ["voor", "toelichting"]) setValue(row, name, price[name] ?? "");
}
