// @ts-check
// Answers to files, and a file to answers. What the form does not ask stays in an entry as it was.

/**
 * @typedef {import("./regels.js").Entry} Entry
 * @typedef {import("./regels.js").Rules} Rules
 * @typedef {import("./regels.js").Place} Place
 * @typedef {{ folder: "activities" | "organisations" | "locations", id: string, entry: Entry, isNew: boolean }} File
 * @typedef {Record<string, any>} Answers by the name of the question: texts, lists of ids, and the shapes of wanneer and kosten
 * @typedef {{ slug: string, entry: Entry } | null} Old the entry that is mended, or null
 */

const CONTACT = ["telefoon", "email", "website"];
const ONLINE = ["online", "op internet", "internet"];
export const UNKNOWN = "onbekend";

/**
 * A name as it stands in an address, as generator/read/names.py makes it.
 * @param {string} text
 */
export function slug(text) {
  const plain = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\0-\x7f]/g, "");
  const dashed = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return dashed.slice(0, 90).replace(/-+$/, "") || "zonder-naam";
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
  const organisation = named(answers.organisatie, place.organisaties);
  const contact = filled(Object.fromEntries(CONTACT.map((name) => [name, answers[name]])));
  const theirs = place.organisaties[organisation.id] ?? { naam: answers.organisatie };
  const here = answers.alleen_hier && !organisation.isNew;
  if (answers.organisatie && (organisation.isNew || (!here && !same(contact, theirs.contact))))
    files.push({ folder: "organisations", ...organisation, entry: filled({ ...theirs, contact }) });
  const location = spot(answers, place, rules);
  if (location.isNew) files.push(/** @type {File} */ ({ folder: "locations", ...location }));
  const entry = activity(answers, old?.entry ?? {}, {
    organisatie: answers.organisatie ? organisation.id : "",
    locatie: location.id,
    contact: here && !same(contact, theirs.contact) ? contact : {},
    place: place.plekken[location.id]?.toegankelijkheid ?? {},
  });
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
 * @param {string} name
 * @param {Record<string, Entry>} known
 */
function named(name, known) {
  const own = slug(name);
  const found = Object.keys(known).find((id) => slug(known[id].naam) === own);
  let id = found ?? own;
  for (let number = 2; !found && id in known; number++) id = `${own}-${number}`;
  return { id, isNew: !found };
}

/**
 * @param {Answers} answers
 * @param {Place} place
 * @param {Rules} rules
 */
function spot(answers, place, rules) {
  const name = answers.locatie.toLowerCase();
  if (!name || name === UNKNOWN) return { id: UNKNOWN, isNew: false };
  if (ONLINE.includes(name)) return { id: "online", isNew: false };
  const found = named(answers.locatie, place.plekken);
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
 * @param {Answers} answers
 * @param {Entry} old
 * @param {{ organisatie: string, locatie: string, contact: Entry, place: Entry }} names
 * @returns {Entry}
 */
function activity(answers, old, names) {
  const checked = answers.nagevraagd
    ? { op: answers.nagevraagd_op, door: answers.nagevraagd_door, hoe: answers.nagevraagd_hoe }
    : null;
  const first = answered(old.eerste_keer, answers, ["alleen_komen", "iemand_gaat_mee"]);
  const inherited = !old.toegankelijkheid && answers.rolstoel === (names.place.rolstoel ?? UNKNOWN);
  const access = inherited ? {} : answered(old.toegankelijkheid ?? names.place, answers, ["rolstoel"]);
  const sources = [{ url: answers.bron, datum: answers.brondatum || UNKNOWN }, ...(old.bron ?? []).slice(1)];
  return {
    ...old,
    titel: answers.titel,
    samenvatting: answers.samenvatting,
    beschrijving: answers.beschrijving,
    domeinen: answers.thema,
    soorten: answers.soort,
    gemeente: answers.gemeente,
    organisatie: names.organisatie,
    locatie: names.locatie,
    wanneer: answers.wanneer.length ? answers.wanneer : UNKNOWN,
    kosten: answers.kosten,
    aanmelden: answers.aanmelden,
    aanmelden_hoe: answers.aanmelden_hoe,
    voor_wie: answers.voor_wie,
    contact: names.contact,
    toegankelijkheid: access,
    eerste_keer: first,
    loopt: running(answers, old.loopt),
    gecontroleerd: checked ?? old.gecontroleerd,
    bron: sources,
  };
}

/**
 * Facts as they were, with what was answered; unknown is only written where it was written before.
 * @param {Entry | undefined} old
 * @param {Answers} answers
 * @param {string[]} names
 * @returns {Entry}
 */
function answered(old, answers, names) {
  const found = { ...old };
  for (const name of names) {
    if (answers[name] !== UNKNOWN || found[name]) found[name] = answers[name];
  }
  return found;
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
 * @returns {Answers}
 */
export function answersOf(entry, place) {
  const spot = place.plekken[entry.locatie];
  const { status, tot, sinds, reden } = typeof entry.loopt === "object" ? entry.loopt : { status: "ja" };
  const day = tot ?? sinds;
  return {
    ...Object.fromEntries(
      ["titel", "samenvatting", "beschrijving", "voor_wie", "aanmelden_hoe"].map((name) => [name, entry[name] ?? ""]),
    ),
    ...reach(entry.contact ?? place.organisaties[entry.organisatie]?.contact),
    alleen_hier: Boolean(entry.contact),
    thema: entry.domeinen,
    soort: entry.soorten ?? [],
    gemeente: entry.gemeente,
    organisatie: place.organisaties[entry.organisatie]?.naam ?? "",
    locatie: spot?.naam ?? (entry.locatie === "online" ? "online" : ""),
    adres: "",
    postcode: "",
    plaats: "",
    wanneer: Array.isArray(entry.wanneer) ? entry.wanneer : [],
    kosten: entry.kosten,
    aanmelden: entry.aanmelden,
    rolstoel: (entry.toegankelijkheid ?? spot?.toegankelijkheid)?.rolstoel ?? UNKNOWN,
    alleen_komen: entry.eerste_keer?.alleen_komen ?? UNKNOWN,
    iemand_gaat_mee: entry.eerste_keer?.iemand_gaat_mee ?? UNKNOWN,
    bron: entry.bron[0].url,
    brondatum: entry.bron[0].datum === UNKNOWN ? "" : entry.bron[0].datum,
    loopt: status,
    loopt_dag: day === UNKNOWN ? "" : (day ?? ""),
    loopt_reden: reden ?? "",
    nagevraagd: false,
  };
}

/**
 * How somebody is reached, as answers.
 * @param {Entry} [contact]
 */
export const reach = (contact = {}) => Object.fromEntries(CONTACT.map((name) => [name, contact[name] ?? ""]));

/**
 * The question that a place in a file comes from; empty where none asks for it.
 * @param {string} folder
 * @param {(string | number)[]} at
 */
export function questionOf(folder, at) {
  const [first, second] = at.map(String);
  const last = String(at.at(-1));
  if (folder === "organisations") return first === "contact" ? (second ?? "telefoon") : "organisatie";
  if (folder === "locations") return ["adres", "postcode", "plaats"].includes(first) ? first : "locatie";
  const others = /** @type {Record<string, string>} */ ({
    domeinen: "thema",
    soorten: "soort",
    toegankelijkheid: "rolstoel",
    gecontroleerd: "nagevraagd",
    bron: last === "datum" ? "brondatum" : "bron",
    contact: second,
    eerste_keer: second,
  });
  return others[first] ?? first;
}
