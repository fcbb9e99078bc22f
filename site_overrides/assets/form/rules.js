// @ts-check
// What is wrong with an entry, as check says it, and what could be said more plainly. The words, patterns and sentences come from
// check itself (regels.json); only what compares two fields, or knows the calendar, is written here. ADR 10.

import { UNKNOWN } from "../constants.js";
import { faults } from "./schema.js";
import { weekday } from "./sentences.js";
import { ofFault, wordsOf } from "./faults.js";

/**
 * @typedef {import("./schema.js").Fault} Fault
 * @typedef {Record<string, any>} Entry an entry as its file has it: texts, lists and fields
 * @typedef {Record<string, any>} Rules what stands in regels.json
 * @typedef {{ organisaties: Record<string, Entry>, plekken: Record<string, Entry>, namen: string[], per_bestand: number,
 *   elders?: Record<string, Entry>, genomen?: string[] }} Place elders are organisations of other municipalities, genomen names of files
 * @typedef {{ code: string, at: (string | number)[], says: string, tip?: boolean }} Problem
 */

const LINKS = ["url", "website", "email"];

/**
 * What is wrong with a file.
 * @param {"activities" | "organisations" | "locations"} folder
 * @param {Entry} entry
 * @param {Rules} rules
 * @param {Place | undefined} place what is known in its municipality
 * @param {string} today 2026-11-22
 * @returns {Problem[]}
 */
export function judge(folder, entry, rules, place, today) {
  const wrong = faults(rules.schemas[folder], entry);
  const found = wrong.map((fault) => ofFault(fault, rules));
  // Where something cannot be read check stops there. Who fills in a form is helped with the rest as well: with every field that can be read.
  const unread = new Set(wrong.map((fault) => fault.at[0]));
  const rest = Object.fromEntries(Object.entries(entry).filter(([name]) => !unread.has(name)));
  for (const { code, at, remedy, tip } of rulesOf(folder, rest, rules, place, today)) {
    found.push({ code, at, says: remedy ?? wordsOf(code, rules), tip });
  }
  return found;
}

/**
 * @typedef {{ code: string, at: (string | number)[], remedy?: string, tip?: boolean }} Found
 * @param {string} folder
 * @param {Entry} entry
 * @param {Rules} rules
 * @param {Place | undefined} place
 * @param {string} today
 * @returns {Generator<Found>}
 */
function* rulesOf(folder, entry, rules, place, today) {
  yield* ofWords(folder, entry, rules);
  if (folder === "activities") {
    yield* ofNames(entry, rules, place);
    yield* ofTimes(entry, today);
    yield* ofFacts(entry, rules);
    if (entry.gecontroleerd?.op > today) yield { code: "A150", at: ["gecontroleerd", "op"] };
  } else if (folder === "locations" && entry.gemeente && !rules.gemeenten[entry.gemeente])
    yield { code: "A013", at: ["gemeente"] };
}

/**
 * What is said of texts alone, whatever else is wrong.
 * @param {string} folder
 * @param {Entry} entry
 * @param {Rules} rules
 * @returns {Generator<Found>}
 */
function* ofWords(folder, entry, rules) {
  for (const [at, text] of texts(entry, [])) yield* ofText(at, text, rules);
  for (const field of folder === "activities" ? rules.tekstvelden : [])
    if (typeof entry[field] === "string") yield* ofWriting(field, entry[field], rules);
}

/**
 * Every text of an entry with its place.
 * @param {any} value
 * @param {(string | number)[]} at
 * @returns {Generator<[(string | number)[], string]>}
 */
function* texts(value, at) {
  if (typeof value === "string") yield [at, value];
  else
    for (const [name, item] of Object.entries(value)) yield* texts(item, [...at, Array.isArray(value) ? +name : name]);
}

/**
 * @param {(string | number)[]} at
 * @param {string} text
 * @param {Rules} rules
 * @returns {Generator<Found>}
 */
function* ofText(at, text, rules) {
  const name = String(at.at(-1));
  const { patronen } = rules;
  const unseen = [...text].some((sign) => patronen.onzichtbaar.includes(sign));
  if (unseen || /\p{Cc}|\p{Cf}|\p{Co}|\p{Cn}|\p{Zl}|\p{Zp}/u.test(text.replace(/[\n\r\t\u00ad]/g, "")))
    yield { code: "B011", at };
  else if (!LINKS.includes(name) && new RegExp(patronen.opmaak, "m").test(text)) yield { code: "A100", at };
  if (!patronen.geen_zin.includes(name)) yield* ofPersons(at, text, patronen.van_een_persoon);
  if (name === "telefoon") yield* ofPhone(at, text, patronen);
  if (name === "email" && !isMail(text, patronen)) yield { code: "A082", at };
  else if (name === "email" && rules.gratis_mail.includes(text.split("@")[1].toLowerCase()))
    yield { code: "A083", at, tip: true };
  if (name === "website" || name === "url") {
    const source = at.includes("bron") && text.startsWith("http://");
    if (source) yield { code: "A071", at, tip: true };
    if (!isLink(source ? text.replace("http://", "https://") : text, patronen)) yield { code: "A070", at };
  }
}

/**
 * What in a sentence may be of one person: a tip, for only a person can tell.
 * @param {(string | number)[]} at
 * @param {string} text
 * @param {Record<string, string>} patterns by what they find
 * @returns {Generator<Found>}
 */
function* ofPersons(at, text, patterns) {
  for (const [what, pattern] of Object.entries(patterns)) {
    const found = text.match(new RegExp(pattern, "u"))?.[0];
    if (found)
      yield {
        code: "A086",
        at,
        remedy: `“${found}” is misschien ${what} van een persoon. Noem liever de functie.`,
        tip: true,
      };
  }
}

/** @param {string} pattern @param {string} text */
const whole = (pattern, text) => new RegExp(`^(?:${pattern})$`, "u").test(text);

/**
 * A number of another country is left to check.
 * @param {(string | number)[]} at
 * @param {string} text
 * @param {Record<string, any>} patronen
 * @returns {Generator<Found>}
 */
function* ofPhone(at, text, patronen) {
  if (whole(patronen.gemeentenummer, text)) return;
  const digits = text.replace(/[\s()./\u2013-]/g, "");
  const without = /^[1-9]\d{8}$/.test(digits) && `Er mist een nul vooraan. Bedoelt u 0${digits}?`;
  if (without || !whole(patronen.nummertekens, text)) {
    yield { code: "A080", at, ...(without && { remedy: without }) };
    return;
  }
  if (/^(\+|00)(?!31)\d{7,15}$/.test(digits)) return;
  const own = digits.replace(/^(\+31|0031)/, "").replace(/^0/, "");
  if (!patronen.telefoon.some((/** @type {string} */ pattern) => whole(pattern, own))) yield { code: "A080", at };
  else if (whole(patronen.mobiel, own)) yield { code: "A081", at, tip: true };
  else if (whole(patronen.betaald, own)) yield { code: "A085", at, tip: true };
}

/** @param {string} text @param {Record<string, any>} patronen */
function isMail(text, patronen) {
  const at = text.lastIndexOf("@");
  return at > 0 && at <= 64 && whole(patronen.mailnaam, text.slice(0, at)) && isHost(text.slice(at + 1), patronen);
}

/**
 * Whether a site can have this name. A coded name (xn--) is left to check.
 * @param {string} name
 * @param {Record<string, any>} patronen
 */
function isHost(name, patronen) {
  const labels = name.toLowerCase().normalize("NFC").split(".");
  if (labels.length < 2 || name.length > 253 || whole(patronen.getal_als_naam, labels[labels.length - 1])) return false;
  return labels.every(
    (label) => label.startsWith("xn--") || (whole(patronen.deel_van_naam, label) && label.slice(2, 4) !== "--"),
  );
}

/** @param {string} text @param {Record<string, any>} patronen */
function isLink(text, patronen) {
  if (!text.startsWith("https://") || /[\s\\<>"`{}|^]|\p{C}/u.test(text)) return false;
  return isHost(text.slice(8).split(/[/?#]/)[0], patronen);
}

/**
 * @param {Entry} entry
 * @param {Rules} rules
 * @param {Place | undefined} place
 * @returns {Generator<Found>}
 */
function* ofNames(entry, rules, place) {
  if (entry.gemeente && !rules.gemeenten[entry.gemeente]) yield { code: "A013", at: ["gemeente"] };
  for (const [index, id] of (entry.domeinen ?? []).entries())
    if (!rules.themas.some((/** @type {{ id: string }} */ theme) => theme.id === id))
      yield { code: "A012", at: ["domeinen", index] };
  for (const [index, id] of (entry.soorten ?? []).entries())
    if (!rules.soorten[id]) yield { code: "A030", at: ["soorten", index] };
  if (!place) return;
  if (entry.organisatie && !place.organisaties[entry.organisatie]) yield { code: "A011", at: ["organisatie"] };
  if (entry.locatie && ![UNKNOWN, "online", "wisselend"].includes(entry.locatie) && !place.plekken[entry.locatie])
    yield { code: "A014", at: ["locatie"] };
}

/**
 * @param {Entry} entry
 * @param {string} today
 * @returns {Generator<Found>}
 */
function* ofTimes(entry, today) {
  if (entry.loopt?.status === "gestopt" && entry.loopt.sinds !== UNKNOWN && entry.loopt.sinds > today)
    yield { code: "A048", at: ["loopt", "sinds"] };
  if (entry.loopt?.status === "pauze" && entry.loopt.tot < today)
    yield { code: "A047", at: ["loopt", "tot"], tip: true };
  if (!Array.isArray(entry.wanneer)) return;
  for (const [index, moment] of entry.wanneer.entries()) {
    const at = ["wanneer", index];
    const from = minutes(moment.van);
    const till = minutes(moment.tot);
    if (from !== null && till !== null && till <= from && !(till < from && till < 360))
      yield { code: "A040", at: [...at, "tot"] };
    if (!moment.elke) continue;
    if (moment.vanaf && moment.t_m && moment.t_m < moment.vanaf) yield { code: "A041", at: [...at, "t_m"] };
    if (moment.om_de_weken && !moment.vanaf) yield { code: "A043", at: [...at, "om_de_weken"] };
    if (moment.om_de_weken && moment.week_van_de_maand) yield { code: "A044", at: [...at, "om_de_weken"] };
    yield* ofSkipped(moment, at);
  }
  /** @param {Entry} one */
  const over = (one) => (one.datum ?? one.t_m ?? "9999") < today;
  if (entry.loopt?.status !== "gestopt" && entry.wanneer.every(over))
    yield { code: "A046", at: ["wanneer"], tip: true };
}

/**
 * @param {Entry} moment
 * @param {(string | number)[]} at
 * @returns {Generator<Found>}
 */
function* ofSkipped(moment, at) {
  for (const [index, day] of [moment.behalve ?? []].flat().entries()) {
    if (!/^\d/.test(day)) continue;
    const never = day < (moment.vanaf ?? "") || day > (moment.t_m ?? "9999");
    if (never || ![moment.elke].flat().includes(weekday(day)))
      yield { code: "A045", at: [...at, "behalve", index], tip: true };
  }
}

/** @param {string | undefined} text */
function minutes(text) {
  const parts = /^(\d+)\.(\d+)$/.exec(text ?? "");
  return parts ? +parts[1] * 60 + +parts[2] : null;
}

/**
 * @param {Entry} entry
 * @param {Rules} rules
 * @returns {Generator<Found>}
 */
function* ofFacts(entry, rules) {
  if (entry.leeftijd_vanaf && entry.leeftijd_tot && +entry.leeftijd_vanaf > +entry.leeftijd_tot)
    yield { code: "A060", at: ["leeftijd_vanaf"] };
  if (
    Array.isArray(entry.kosten) &&
    entry.kosten.length === 1 &&
    +(entry.kosten[0].bedrag_euro ?? "").replace(",", ".") === 0 &&
    !entry.kosten[0].voor
  )
    yield { code: "A050", at: ["kosten", 0, "bedrag_euro"] };
  const amount = new RegExp(rules.patronen.bedrag, "i");
  for (const field of ["titel", "samenvatting", "beschrijving"])
    if (entry.kosten === "gratis" && amount.test(entry[field] ?? "")) yield { code: "A051", at: [field], tip: true };
}

/**
 * Long sentences and hard words: said, and never held against anybody.
 * @param {string} field
 * @param {string} text
 * @param {Rules} rules
 * @returns {Generator<Found>}
 */
function* ofWriting(field, text, rules) {
  for (const sentence of sentences(text, rules.afkortingen))
    if (sentence.length > rules.langste_zin)
      yield {
        code: "A120",
        at: [field],
        remedy: `Deze zin heeft ${sentence.length} woorden. Maak er twee zinnen van.`,
        tip: true,
      };
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []);
  for (const word of [...words].sort())
    if (Object.hasOwn(rules.moeilijk, word))
      yield {
        code: "A121",
        at: [field],
        remedy: `"${word}" is een moeilijk woord. Liever: ${rules.moeilijk[word]}.`,
        tip: true,
      };
}

/**
 * @param {string} text
 * @param {string[]} short words with a point that end no sentence
 */
function sentences(text, short) {
  /** @type {string[][]} */
  const found = [[]];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    found.at(-1)?.push(word);
    if (/[.!?]["')»”]*$/.test(word) && !short.includes(word.toLowerCase())) found.push([]);
  }
  return found.filter((sentence) => sentence.length);
}
