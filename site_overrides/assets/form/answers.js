// @ts-check
// Answers to files, and a file to answers. What the form does not ask stays in an entry as it was.

import { UNKNOWN } from "../constants.js";
import { isAddress, plain } from "./typed.js";

/**
 * @typedef {import("./rules.js").Entry} Entry
 * @typedef {import("./rules.js").Rules} Rules
 * @typedef {import("./rules.js").Place} Place
 * @typedef {{ folder: "activities" | "organisations" | "locations" | "experiences", id: string, entry: Entry, isNew: boolean }} File
 * @typedef {Record<string, any>} Answers by the name of the question: texts, lists of ids, and the shapes of wanneer and kosten
 * @typedef {{ slug: string, entry: Entry } | null} Old the entry that is mended, or null
 */

/** @typedef {{ naam: string, hoe: string, map: string, pad: (string | number)[] }} Question where an answer stands in a file */

const CONTACT = ["telefoon", "email", "website"];
/** Answers that stand in an entry as they were given; the others need to know what else there is. */
const KEPT = ["regel", "zinnen", "tekst", "getal", "lijst", "keuze", "themas", "soorten", "ja-nee"];

/** @type {Record<string, string>} what stands in an address for a letter that is not Latin */
const latin = {};

/**
 * Learns those letters: few names have them, so they are fetched when one comes.
 * @param {Record<string, string>} letters
 */
export const learn = (letters) => Object.assign(latin, letters);

/**
 * A name as it stands in an address, as generator/model/addresses.py makes it.
 * @param {string} text
 */
export function slug(text) {
  const plain = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\0-\x7f]/gu, (sign) => latin[sign] ?? "");
  const dashed = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const found = dashed.slice(0, 90).replace(/-+$/, "");
  if (found || !/[\p{L}\p{N}]/u.test(text)) return found || "zonder-naam";
  // A name without a Latin letter gets one of its own, made of all its letters (FNV-1a).
  let number = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text.toLowerCase().normalize("NFKD")))
    number = Math.imul(number ^ byte, 0x01000193) >>> 0;
  return `naam-${number.toString(16).padStart(8, "0")}`;
}

/**
 * The files that the answers make: the activity last, and before it what it names and nobody knew.
 * @param {Answers} answers
 * @param {Old} old
 * @param {Place} place
 * @param {Rules} rules
 * @returns {File[]}
 */
export function compose(answers, old, place, rules) {
  /** @type {File[]} */
  const files = [];
  const contact = filled(Object.fromEntries(CONTACT.map((name) => [name, answers[name]])));
  const organisation = organised(answers, contact, place);
  const theirs =
    place.organisaties[organisation.id] ??
    ((!organisation.isNew && place.elders?.[organisation.id]) || { naam: answers.organisatie });
  const here = answers.alleen_hier && !organisation.isNew;
  if (answers.organisatie && (organisation.isNew || (!here && !same(contact, theirs.contact))))
    files.push({ folder: "organisations", ...organisation, entry: filled({ ...theirs, contact }) });
  const location = spot(answers, place, rules);
  if (location.isNew) files.push(/** @type {File} */ ({ folder: "locations", ...location }));
  const entry = activity(
    answers,
    old?.entry ?? {},
    {
      organisatie: answers.organisatie ? organisation.id : "",
      locatie: location.id,
      contact: here && !same(contact, theirs.contact) ? contact : {},
      place: place.plekken[location.id]?.toegankelijkheid ?? {},
    },
    rules,
  );
  const name = old?.slug ?? free(slug(answers.titel), place, rules);
  return [
    ...files,
    { folder: "activities", id: `${answers.gemeente}/${name}`, entry: inOrder(entry, rules), isNew: !old },
  ];
}

/**
 * Whether two contacts say the same.
 * @param {Entry} one
 * @param {Entry} [other]
 */
export const same = (one, other = {}) => CONTACT.every((name) => (one[name] ?? "") === (other[name] ?? ""));

/**
 * The organisation of that name in this municipality, or that is reached in the same way; else a new one.
 * @param {Answers} answers
 * @param {Entry} contact
 * @param {Place} place
 */
function organised({ organisatie, gemeente }, contact, place) {
  const own = slug(organisatie);
  const elders = place.elders ?? {};
  const same = Object.keys(elders).filter((id) => slug(elders[id].naam) === own);
  const reached = same.find((id) =>
    CONTACT.some((name) => contact[name] && contact[name] === elders[id].contact?.[name]),
  );
  // Somebody may write the name of the file, where a name is there more than once.
  const typed = organisatie === own && own in elders ? own : undefined;
  const found = withName(own, place.organisaties) ?? reached ?? typed;
  if (found) return { id: found, isNew: false };
  const taken = [...Object.keys(place.organisaties), ...Object.keys(elders)];
  return { id: unused(own, taken, same.length ? gemeente : ""), isNew: true };
}

/** @param {string} own @param {Record<string, Entry>} known */
const withName = (own, known) => Object.keys(known).find((id) => slug(known[id].naam) === own);

/**
 * A name of a file that nothing has: the name itself, that with the municipality, or with a number.
 * @param {string} own
 * @param {string[]} taken
 * @param {string} place the municipality where the name is there already elsewhere
 */
function unused(own, taken, place) {
  const base = place ? `${own}-${place}` : own;
  let id = base;
  for (let number = 2; taken.includes(id); number++) id = `${base}-${number}`;
  return id;
}

/**
 * @param {Answers} answers
 * @param {Place} place
 * @param {Rules} rules
 */
function spot(answers, place, rules) {
  const name = plain(answers.locatie);
  if (!name || name === UNKNOWN) return { id: UNKNOWN, isNew: false };
  for (const word of ["online", "wisselend"]) if (rules.getypt[word].includes(name)) return { id: word, isNew: false };
  const own = slug(answers.locatie);
  const known = withName(own, place.plekken);
  const taken = [...(place.genomen ?? []), ...Object.keys(place.plekken)];
  const found = { id: known ?? unused(own, taken, taken.includes(own) ? answers.gemeente : ""), isNew: !known };
  const town = answers.plaats || rules.gemeenten[answers.gemeente];
  const { adres, postcode } = answers;
  const entry = { naam: answers.locatie, plaats: town, gemeente: answers.gemeente, ...filled({ adres, postcode }) };
  return { ...found, entry };
}

/**
 * @param {string} own
 * @param {Place} place
 * @param {Rules} rules
 */
function free(own, place, rules) {
  const taken = (/** @type {string} */ id) =>
    place.namen.includes(id) || rules.vaste_namen.includes(id) || id.startsWith(rules.vast_begin);
  let id = own;
  for (let number = 2; taken(id); number++) id = `${own}-${number}`;
  return id;
}

/**
 * The questions about an activity whose answers are kept as they are.
 * @param {Rules} rules
 * @returns {Question[]}
 */
const kept = (rules) =>
  rules.vragen.filter((/** @type {Question} */ one) => one.map === "activities" && KEPT.includes(one.hoe));

/**
 * What an entry says of a question; empty where it says nothing.
 * @param {Entry} entry
 * @param {Question} question
 */
function said(entry, { pad, hoe }) {
  const found = pad.reduce((/** @type {any} */ here, step) => here?.[step], entry);
  if (found === undefined) return hoe === "ja-nee" || hoe === "keuze" ? UNKNOWN : LISTS.includes(hoe) ? [] : "";
  return found;
}
const LISTS = ["lijst", "themas", "soorten"];

/**
 * @param {Answers} answers
 * @param {Entry} old
 * @param {{ organisatie: string, locatie: string, contact: Entry, place: Entry }} names
 * @param {Rules} rules
 * @returns {Entry}
 */
function activity(answers, old, names, rules) {
  const checked = answers.nagevraagd
    ? { op: answers.nagevraagd_op, door: answers.nagevraagd_door, hoe: answers.nagevraagd_hoe }
    : null;
  const source = isAddress(answers.bron) || !answers.bron ? { url: answers.bron } : { wat: answers.bron };
  const sources = [{ ...source, datum: answers.brondatum || UNKNOWN }, ...(old.bron ?? []).slice(1)];
  // Where an activity says nothing of access itself, that of its place counts: only another answer is its own.
  const before = /** @type {Entry} */ ({ ...old, toegankelijkheid: old.toegankelijkheid ?? names.place });
  const inherited = kept(rules)
    .filter(({ pad }) => pad[0] === "toegankelijkheid")
    .every((question) => answers[question.naam] === said(before, question));
  /** @type {Entry} */
  const entry = { ...before };
  for (const { naam, hoe, pad } of kept(rules)) {
    const [name, inner] = pad;
    const was = inner === undefined ? old[name] : before[name]?.[inner];
    // Unknown is only written where it was written before, or where a file must say something.
    const value = hoe === "ja-nee" && answers[naam] === UNKNOWN && !was ? "" : answers[naam];
    entry[name] = inner === undefined ? value : filled({ ...entry[name], [inner]: value });
  }
  return {
    ...entry,
    ...(inherited ? { toegankelijkheid: old.toegankelijkheid ?? {} } : {}),
    gemeente: answers.gemeente,
    organisatie: names.organisatie,
    locatie: names.locatie,
    wanneer: answers.wanneer.length ? answers.wanneer : UNKNOWN,
    kosten: answers.kosten,
    contact: names.contact,
    loopt: running(answers, old.loopt),
    gecontroleerd: checked ?? old.gecontroleerd,
    bron: sources,
  };
}

/**
 * @param {Answers} answers
 * @param {any} old
 */
function running(answers, old) {
  if (answers.loopt === "ja") return old === "ja" ? "ja" : "";
  const same = old?.status === answers.loopt ? old : {};
  const day = answers.loopt === "pauze" ? "tot" : "sinds";
  const reason = answers.loopt === "pauze" ? { reden: answers.loopt_reden } : {};
  return filled({ ...same, status: answers.loopt, [day]: answers.loopt_dag || (same[day] && UNKNOWN), ...reason });
}

/**
 * @param {Entry} entry
 * @returns {Entry}
 */
const filled = (entry) =>
  Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value && (typeof value !== "object" || Object.keys(value).length)),
  );

/**
 * An entry in the order of the guide, without what is empty.
 * @param {Entry} entry
 * @param {Rules} rules
 */
function inOrder(entry, rules) {
  const order = Object.keys(rules.schemas.activities.properties);
  const names = Object.keys(filled(entry)).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return Object.fromEntries(names.map((name) => [name, entry[name]]));
}

/**
 * The answers that an entry gives, to mend them.
 * @param {Entry} entry
 * @param {Place} place
 * @param {Rules} rules
 * @returns {Answers}
 */
export function answersOf(entry, place, rules) {
  const spot = place.plekken[entry.locatie];
  const { status, tot, sinds, reden } = typeof entry.loopt === "object" ? entry.loopt : { status: "ja" };
  const day = tot ?? sinds;
  const whole = { ...entry, toegankelijkheid: entry.toegankelijkheid ?? spot?.toegankelijkheid };
  return {
    ...nothing(rules),
    ...Object.fromEntries(kept(rules).map((question) => [question.naam, said(whole, question)])),
    ...reach(entry.contact ?? place.organisaties[entry.organisatie]?.contact),
    alleen_hier: Boolean(entry.contact),
    gemeente: entry.gemeente,
    organisatie: place.organisaties[entry.organisatie]?.naam ?? "",
    locatie: spot?.naam ?? (["online", "wisselend"].includes(entry.locatie) ? entry.locatie : ""),
    wanneer: Array.isArray(entry.wanneer) ? entry.wanneer : [],
    kosten: entry.kosten,
    bron: entry.bron[0].url ?? entry.bron[0].wat,
    brondatum: entry.bron[0].datum === UNKNOWN ? "" : entry.bron[0].datum,
    loopt: status,
    loopt_dag: day === UNKNOWN ? "" : (day ?? ""),
    loopt_reden: reden ?? "",
    nagevraagd: false,
  };
}

/**
 * The answers of somebody who has not begun.
 * @param {Rules} rules
 * @returns {Answers}
 */
export const nothing = (rules) => ({
  ...Object.fromEntries(rules.vragen.map((/** @type {Question} */ one) => [one.naam, said({}, one)])),
  wanneer: [],
  kosten: UNKNOWN,
  loopt: "ja",
});

/**
 * How somebody is reached, as answers.
 * @param {Entry} [contact]
 */
export const reach = (contact = {}) => Object.fromEntries(CONTACT.map((name) => [name, contact[name] ?? ""]));

/**
 * The question that a place in a file comes from: the one whose field it is, or is nearest to.
 * @param {string} folder
 * @param {(string | number)[]} at
 * @param {Rules} rules
 */
export function questionOf(folder, at, rules) {
  const steps = at.filter((step) => typeof step === "string");
  if (folder === "organisations") return steps[0] === "contact" ? (steps[1] ?? "telefoon") : "organisatie";
  const same = (/** @type {Question} */ one) => {
    const own = one.pad.filter((step) => typeof step === "string");
    const end = own.findIndex((step, index) => step !== steps[index]);
    return one.map === folder ? (end < 0 ? own.length : end) : 0;
  };
  const [best] = [...rules.vragen].sort((one, other) => same(other) - same(one));
  return same(best) ? best.naam : folder === "locations" ? "locatie" : String(at[0]);
}
