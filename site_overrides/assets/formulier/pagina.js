// @ts-check
// The form: a step at a time, what is wrong beside its question, the card as it will be, and at the end ways to send it.

import { part } from "../lijst/elements.js";
import { answersOf, slug } from "./antwoorden.js";
import { card } from "./kaart.js";
import { faultLine, say } from "./meldingen.js";
import { setValue } from "./rijen.js";
import { got, NOTHING, NOWHERE, stand } from "./stand.js";
import { Fields } from "./velden.js";
import { textOf } from "./versturen.js";
import { reportLink, told } from "./wegen.js";

/**
 * @typedef {import("./regels.js").Problem} Problem
 */

const page = part("[data-formulier]", HTMLElement);
const root = page.getAttribute("data-wortel") ?? "";
const form = /** @type {HTMLFormElement} */ (page.querySelector("form"));
const steps = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-stap]")]);
const now = new Date();
const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;

class Form {
  /** @param {Record<string, any>} rules */
  constructor(rules) {
    this.rules = rules;
    this.fields = new Fields(form, page, (question) => this.changed(question));
    /** @type {import("./antwoorden.js").Old} */
    this.old = null;
    this.place = NOWHERE;
    /** What was learnt of other municipalities, by the first letter. @type {Record<string, import("./regels.js").Entry>} */
    this.elsewhere = {};
    this.letters = new Set();
    this.placeId = "";
    this.step = 1;
    this.dirty = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.next();
    });
    part("[data-terug]", HTMLButtonElement).addEventListener("click", () => this.go(this.step - 1));
    for (const link of page.querySelectorAll("[data-naar]"))
      link.addEventListener("click", (event) => {
        event.preventDefault();
        this.go(Number(link.getAttribute("data-naar")));
      });
    window.addEventListener("beforeunload", (event) => {
      if (this.dirty) event.preventDefault();
    });
    window.addEventListener("hashchange", () => location.reload());
  }

  /** Fills the form with what the address asks for, or with what was typed before the page was left. */
  async start() {
    const [asked, ...more] = location.hash.slice(1).split("&");
    const [place, slug] = asked.split("/");
    if (this.rules.gemeenten[place]) await this.goTo(place);
    const entry = slug ? await this.entry(slug) : null;
    if (slug && !entry) this.say("Deze activiteit staat niet op de site. U kunt haar hier toevoegen.");
    this.old = entry && { slug, entry };
    this.fields.fill(entry ? answersOf(entry, this.place) : { ...NOTHING, gemeente: this.placeId });
    setValue(this.fields.question("nagevraagd"), "nagevraagd_op", today);
    this.fields.question("loopt").hidden = !entry;
    if (entry) this.mending(entry.titel);
    const draft = history.state?.formulier;
    if (draft?.van === location.hash) {
      if (draft.antwoorden.gemeente) await this.goTo(draft.antwoorden.gemeente);
      this.fields.fill(draft.antwoorden);
      await this.lookElsewhere();
      this.dirty = true;
    } else if (more.includes("klopt")) {
      this.fields.fill({ ...this.fields.read(), nagevraagd: true });
      this.dirty = true;
    }
    this.show();
    await this.go(draft?.stap ?? (more.includes("klopt") ? steps.length - 1 : 1), false);
  }

  /** @param {string} title */
  mending(title) {
    part(".form-steps details", HTMLDetailsElement).open = true;
    const head = part("[data-kop]", HTMLElement);
    head.textContent = `Verbeteren: ${title}`;
    document.title = `${head.textContent} | ${document.title.split(" | ").at(-1)}`;
    const lead = part("[data-uitleg]", HTMLElement);
    lead.textContent =
      "Verander wat niet klopt. Kies hieronder de stap. Er wordt niets verstuurd tot u dat zelf doet. ";
    const here = new URL(`${root}${this.placeId}/${this.old?.slug}/`, document.baseURI).href;
    lead.append("Is dat te veel werk? ", reportLink(title, here, this.rules.site), ".");
  }

  /** @param {string} slug */
  async entry(slug) {
    const at = this.place.namen.indexOf(slug);
    if (at < 0) return null;
    const piece = Math.floor(at / this.place.per_bestand) + 1;
    const found = await got(`${root}meedoen/formulier/${this.placeId}-${piece}.json`);
    return found?.[slug] ?? null;
  }

  /**
   * Learns what is known in a municipality.
   * @param {string} id
   */
  async goTo(id) {
    if (id === this.placeId) return;
    this.placeId = id;
    const found = id ? await got(`${root}meedoen/formulier/${id}.json`) : NOWHERE;
    if (id !== this.placeId) return;
    this.place = found ?? NOWHERE;
    for (const [name, known] of Object.entries({ organisatie: this.place.organisaties, locatie: this.place.plekken }))
      part(`#l-${name}`, HTMLDataListElement).replaceChildren(
        ...Object.values(known).map((entry) => new Option(entry.naam)),
        ...(name === "locatie" ? [new Option("online")] : []),
      );
  }

  /** Learns the organisations of other municipalities whose names begin with the same letter. */
  async lookElsewhere() {
    const name = this.fields.text("organisatie");
    const [letter] = slug(name);
    if (!name || this.letters.has(letter)) return;
    this.letters.add(letter);
    const found = await got(`${root}meedoen/formulier/organisaties-${letter}.json`);
    this.elsewhere = { ...this.elsewhere, ...found };
  }

  /** @param {string} question */
  async changed(question) {
    this.dirty = true;
    if (question === "gemeente") await this.goTo(this.fields.text("gemeente"));
    if (question === "organisatie") await this.lookElsewhere();
    this.remember();
    this.show();
    this.mark([question], false);
  }

  /** Keeps what was typed with the page, so that it is there when somebody comes back. */
  remember() {
    const kept = { van: location.hash, stap: this.step, antwoorden: this.fields.read() };
    history.replaceState({ ...history.state, formulier: kept }, "");
  }

  /** What the answers make, and what is wrong with it. */
  made() {
    const place = { ...this.place, organisaties: { ...this.elsewhere, ...this.place.organisaties } };
    return stand(this.fields.read(), this.old, place, this.rules, today);
  }

  /** Draws the card, and asks only what must be asked. */
  show() {
    const { answers, files, entry, spot } = this.made();
    part("[data-kaart]", HTMLElement).replaceChildren(card(entry, spot, this.rules));
    const place = files.some((file) => file.folder === "locations");
    this.known("organisatie", answers.organisatie, !files.some((file) => file.folder === "organisations"));
    this.known("locatie", answers.locatie, !place);
    for (const question of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-nieuwe-plek]")))
      question.hidden = !place;
    this.fields.question("aanmelden_hoe").hidden = answers.aanmelden === "niet-nodig" && !answers.aanmelden_hoe;
  }

  /**
   * Says whether the site has a name already: then nothing of it is asked again.
   * @param {string} question
   * @param {string} name
   * @param {boolean} there
   */
  known(question, name, there) {
    const where = this.fields.question(question).querySelector("[data-bekend]");
    const words = there ? "Dit staat al op de site." : "Dit staat nog niet op de site.";
    if (where) where.textContent = name && this.placeId ? words : "";
  }

  /**
   * Says beside questions what is wrong with them.
   * @param {string[]} questions
   * @param {boolean} all also what is still missing
   * @returns {HTMLElement | null} the first that must be mended
   */
  mark(questions, all) {
    const { problems } = this.made();
    let first = /** @type {HTMLElement | null} */ (null);
    for (const name of questions) {
      const question = this.fields.question(name);
      if (!question || question.hidden) continue;
      const own = problems.filter((problem) => problem.question === name);
      const errors = own.filter((problem) => !problem.tip && (all || !["V001", "V005", "V021"].includes(problem.code)));
      say(question.querySelector("[data-fout]"), errors);
      say(
        question.querySelector("[data-tip]"),
        own.filter((problem) => problem.tip),
      );
      for (const field of question.querySelectorAll("input, select, textarea"))
        errors.length ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
      question.classList.toggle("ask--wrong", errors.length > 0);
      if (errors.length) first ??= question;
    }
    return first;
  }

  /** @param {number} step */
  questions(step) {
    return [...steps[step - 1].querySelectorAll("[data-vraag]")].map((one) => one.getAttribute("data-vraag") ?? "");
  }

  next() {
    const wrong = this.mark(this.questions(this.step), true);
    if (wrong) return /** @type {HTMLElement} */ (wrong.querySelector("input, select, textarea, legend")).focus();
    return this.go(this.step + 1);
  }

  /**
   * @param {number} step
   * @param {boolean} [move] whether the attention goes along
   */
  async go(step, move = true) {
    this.step = Math.min(Math.max(step, 1), steps.length);
    for (const [at, one] of steps.entries()) one.hidden = at !== this.step - 1;
    for (const link of page.querySelectorAll("[data-naar]"))
      Number(link.getAttribute("data-naar")) === this.step
        ? link.setAttribute("aria-current", "step")
        : link.removeAttribute("aria-current");
    part("[data-terug]", HTMLButtonElement).hidden = this.step === 1;
    part("[data-verder]", HTMLButtonElement).hidden = this.step === steps.length;
    if (this.step === steps.length) this.finish();
    if (this.dirty) this.remember();
    if (!move) return;
    const head = steps[this.step - 1].querySelector("h2");
    head?.focus({ preventScroll: true });
    head?.scrollIntoView({ block: "start" });
  }

  /** Shows what must be mended first, or how it can be sent. */
  finish() {
    const { files, problems } = this.made();
    const errors = problems.filter((problem) => !problem.tip);
    const box = part("[data-fouten]", HTMLElement);
    box.hidden = !errors.length;
    part("[data-goed]", HTMLElement).hidden = errors.length > 0;
    box.querySelector("ul")?.replaceChildren(...errors.map((problem) => this.line(problem)));
    for (let step = 1; step < steps.length; step++) this.mark(this.questions(step), true);
    if (errors.length) return;
    const same = this.old && files.length === 1 && textOf(files[0]) === textOf({ ...files[0], entry: this.old.entry });
    part("[data-goed-zin]", HTMLElement).textContent = same
      ? "U hebt nog niets veranderd."
      : "Alles is in orde. Kies hoe u het verstuurt. Iemand kijkt het na voor het op de site komt.";
    part("[data-wegen]", HTMLElement).replaceChildren(
      ...(same ? [] : told(files, this.rules.site, (words) => this.said(words))),
    );
  }

  /** @param {Problem & { question: string }} problem */
  line(problem) {
    const question = this.fields.question(problem.question);
    return faultLine(problem, question, (step) => this.go(step, false));
  }

  /** @param {string} words */
  said(words) {
    part("[data-verteld]", HTMLElement).textContent = words;
    this.dirty = false;
  }

  /** @param {string} words */
  say(words) {
    const notice = part("[data-melding]", HTMLElement);
    notice.textContent = words;
    notice.hidden = !words;
  }
}

const rules = await got(`${root}meedoen/formulier/regels.json`);
part("[data-zonder-script]", HTMLElement).hidden = Boolean(rules);
if (rules) {
  part("[data-werk]", HTMLElement).hidden = false;
  await new Form(rules).start();
  page.setAttribute("data-klaar", "");
}
