// @ts-check
// The fields of the form: what they say, and what they are filled with.

import { UNKNOWN } from "../constants.js";
import { partValue, ROWS, readItems, readSourceDay, setValue, show, showDay } from "./rows.js";
import { address } from "./typed.js";

/**
 * @typedef {import("./answers.js").Answers} Answers
 * @typedef {keyof typeof ROWS} Rows
 */

/** Texts that are read more kindly than they are kept. @type {Record<string, (text: string) => any>} */
const READ = { website: address, bron: address, brondatum: readSourceDay };
/** The same, by how a question is answered. @type {Record<string, (text: string) => any>} */
const READ_AS = { lijst: readItems };

export class Fields {
  /**
   * @param {HTMLFormElement} form
   * @param {ParentNode} page
   * @param {import("./rules.js").Rules} rules
   * @param {(question: string) => void} changed
   */
  constructor(form, page, rules, changed) {
    this.form = form;
    this.page = page;
    /** How each question is answered. @type {Record<string, string>} */
    this.how = Object.fromEntries(rules.vragen.map((/** @type {any} */ one) => [one.naam, one.hoe]));
    this.radios = Object.keys(this.how).filter((name) => ["ja-nee", "keuze", "loopt"].includes(this.how[name]));
    this.changed = changed;
    /** What each row was filled with: parts of it may be asked nowhere. @type {WeakMap<Element, any>} */
    this.old = new WeakMap();
    /** The themes in the order in which they were chosen. @type {string[]} */
    this.themes = [];
    for (const more of form.querySelectorAll("[data-meer]"))
      more.addEventListener("click", () => this.added(/** @type {Rows} */ (questionAt(more))));
    form.addEventListener("input", (event) => this.touched(/** @type {Element} */ (event.target)));
    form.addEventListener("change", (event) => this.touched(/** @type {Element} */ (event.target)));
  }

  /** @param {string} name */
  question(name) {
    return /** @type {HTMLElement} */ (this.form.querySelector(`[data-vraag="${name}"]`));
  }

  /** @param {Element} target */
  touched(target) {
    const name = questionAt(target);
    if (name === "thema" && target instanceof HTMLInputElement) {
      this.themes = this.themes.filter((id) => id !== target.value);
      if (target.checked) this.themes.push(target.value);
    }
    if (this.chosen("kosten") === "betaald" && !this.rows("kosten").length) this.row("kosten", ROWS.kosten.empty);
    this.refresh();
    this.changed(name);
  }

  /** Shows what belongs to the choices that were made. */
  refresh() {
    show(this.question("kosten"), [this.chosen("kosten")]);
    show(this.question("loopt"), [this.chosen("loopt")]);
    show(this.question("nagevraagd"), this.part("nagevraagd", "nagevraagd").length ? ["nagevraagd"] : []);
    for (const name of /** @type {Rows[]} */ (Object.keys(ROWS)))
      for (const row of this.rows(name)) ROWS[name].refresh(row);
  }

  /** @param {Rows} name */
  rows(name) {
    return [...this.question(name).querySelectorAll("[data-rijen] > *")];
  }

  /**
   * Adds a row to a question, by hand: it gets the attention.
   * @param {Rows} name
   */
  added(name) {
    const row = this.row(name, ROWS[name].empty);
    this.refresh();
    row.querySelector("legend")?.setAttribute("tabindex", "-1");
    /** @type {HTMLElement} */ (row.querySelector("select, input")).focus();
    this.changed(name);
  }

  /**
   * @param {Rows} name
   * @param {any} value
   */
  row(name, value) {
    const template = /** @type {HTMLTemplateElement} */ (this.page.querySelector(`[data-rij="${name}"]`));
    const row = /** @type {Element} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
    this.question(name).querySelector("[data-rijen]")?.append(row);
    this.old.set(row, value);
    ROWS[name].fill(row, value);
    row.querySelector("[data-weg]")?.addEventListener("click", () => this.removed(name, row));
    this.number(name);
    return row;
  }

  /**
   * @param {Rows} name
   * @param {Element} row
   */
  removed(name, row) {
    row.remove();
    this.number(name);
    this.question(name).querySelector("legend")?.focus();
    this.changed(name);
  }

  /** @param {Rows} name */
  number(name) {
    const rows = this.rows(name);
    for (const [at, row] of rows.entries()) {
      const number = row.querySelector("[data-nummer]");
      if (number) number.textContent = rows.length > 1 ? String(at + 1) : "";
    }
  }

  /** @param {string} name */
  text(name) {
    const read = READ[name] ?? READ_AS[this.how[name]] ?? ((/** @type {string} */ text) => text);
    return read(this.typed(name));
  }

  /** @param {string} name */
  typed(name) {
    const field = /** @type {HTMLInputElement} */ (this.form.querySelector(`#v-${name}`));
    const lines = field.value.replaceAll("\r\n", "\n").trim();
    return this.how[name] === "tekst"
      ? lines.replace(/[^\S\n]+/g, " ").replace(/ ?\n ?/g, "\n")
      : lines.replace(/\s+/g, " ");
  }

  /** @param {string} name */
  chosen(name) {
    const field = /** @type {HTMLInputElement | null} */ (this.form.querySelector(`[name="v-${name}"]:checked`));
    return field?.value ?? "";
  }

  /**
   * @param {string} question
   * @param {string} part
   */
  part(question, part) {
    return partValue(this.question(question), part);
  }

  /** What the fields say. @returns {Answers} */
  read() {
    const costs = this.chosen("kosten");
    /** @param {Rows} name */
    const ofRows = (name) => this.rows(name).map((row) => ROWS[name].read(row, this.old.get(row)));
    return {
      ...Object.fromEntries(
        [...this.form.querySelectorAll('[id^="v-"]')].map(({ id }) => [id.slice(2), this.text(id.slice(2))]),
      ),
      ...Object.fromEntries(this.radios.map((name) => [name, this.chosen(name)])),
      thema: [...this.themes],
      soort: ofRows("soort").filter(Boolean),
      wanneer: ofRows("wanneer"),
      kosten: costs === "betaald" ? ofRows("kosten") : this.free(costs),
      alleen_hier: this.part("website", "alleen_hier").length > 0,
      loopt_dag: this.part("loopt", "loopt_dag"),
      loopt_reden: this.part("loopt", "loopt_reden"),
      nagevraagd: this.part("nagevraagd", "nagevraagd").length > 0,
      nagevraagd_op: this.part("nagevraagd", "nagevraagd_op"),
      nagevraagd_hoe: this.part("nagevraagd", "nagevraagd_hoe"),
      nagevraagd_door: this.part("nagevraagd", "nagevraagd_door"),
    };
  }

  /** What is free, or given as one likes, with what there is to know about it. @param {string} way */
  free(way) {
    const toelichting = this.part("kosten", "toelichting_los");
    if (way === "tekst") return { tekst: toelichting };
    if (way === UNKNOWN || (way === "gratis" && !toelichting)) return way;
    return { [way]: "ja", ...(toelichting ? { toelichting } : {}) };
  }

  /** @param {Answers} answers */
  fill(answers) {
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll('[id^="v-"]')))
      field.value = showDay([answers[field.id.slice(2)] ?? ""].flat().join(", "));
    for (const name of this.radios) this.choose(name, [answers[name]]);
    this.themes = [...answers.thema];
    this.choose("thema", this.themes);
    const { kosten } = answers;
    const [way] = Array.isArray(kosten) ? ["betaald"] : typeof kosten === "object" ? Object.keys(kosten) : [kosten];
    this.choose("kosten", [way]);
    setValue(this.question("kosten"), "toelichting_los", kosten.toelichting ?? kosten.tekst ?? "");
    for (const name of /** @type {Rows[]} */ (Object.keys(ROWS))) {
      this.question(name).querySelector("[data-rijen]")?.replaceChildren();
      if (Array.isArray(answers[name])) for (const value of answers[name]) this.row(name, value);
    }
    for (const name of ["loopt_dag", "loopt_reden"]) setValue(this.question("loopt"), name, answers[name] ?? "");
    setValue(this.question("website"), "alleen_hier", answers.alleen_hier ? ["on"] : []);
    const checked = this.question("nagevraagd");
    setValue(checked, "nagevraagd", answers.nagevraagd ? ["on"] : []);
    for (const name of ["nagevraagd_op", "nagevraagd_hoe", "nagevraagd_door"])
      if (answers[name]) setValue(checked, name, answers[name]);
    this.refresh();
  }

  /** @param {Record<string, string>} texts by the name of the question */
  setTexts(texts) {
    for (const [name, text] of Object.entries(texts)) {
      const field = this.form.querySelector(`#v-${name}`);
      if (field instanceof HTMLInputElement) field.value = text;
    }
  }

  /**
   * @param {string} name
   * @param {string[]} values
   */
  choose(name, values) {
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll(`[name="v-${name}"]`)))
      field.checked = values.includes(field.value);
  }
}

/** @param {Element} part */
function questionAt(part) {
  return part.closest("[data-vraag]")?.getAttribute("data-vraag") ?? "";
}

/**
 * Fills in the kinds that there are to choose from, by theme.
 * @param {ParentNode} page
 * @param {import("./rules.js").Rules} rules
 */
export function offerKinds(page, rules) {
  const template = /** @type {HTMLTemplateElement} */ (page.querySelector('[data-rij="soort"]'));
  const choice = template.content.querySelector("select");
  for (const theme of rules.themas) {
    const group = document.createElement("optgroup");
    group.label = theme.naam;
    for (const [id, [name, own]] of Object.entries(rules.soorten))
      if (own === theme.id) group.append(new Option(name, id));
    if (group.children.length) choice?.append(group);
  }
}
