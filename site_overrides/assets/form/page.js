// @ts-check
// The form: a step at a time, what is wrong beside its question, the card as it will be, and at the end ways to send it.

import { FORM_PAGE } from "../constants.js";
import { part } from "../elements.js";
import { answersOf, learn, nothing, reach, same, slug } from "./answers.js";
import { card } from "./card.js";
import { got, Knowledge } from "./knowledge.js";
import { faultLine, byQuestion, markFields, say, sayKnown } from "./messages.js";
import { readWith, setValue, show } from "./rows.js";
import { stand } from "./draft.js";
import { Fields, offerKinds } from "./fields.js";
import { known } from "./sentences.js";

/**
 * @typedef {import("./rules.js").Problem} Problem
 */

const page = part("[data-formulier]", HTMLElement);
const root = page.getAttribute("data-wortel") ?? "";
const data = `${root}${FORM_PAGE}`;
const form = /** @type {HTMLFormElement} */ (page.querySelector("form"));
// Beside the form it stands open; on a phone it is a strip that opens.
part(".form-page__side", HTMLDetailsElement).open = matchMedia("(min-width: 60rem)").matches;
const steps = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-stap]")]);
const now = new Date();
const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;

class Form {
  /** @param {Record<string, any>} rules */
  constructor(rules) {
    this.rules = rules;
    readWith(rules);
    this.fields = new Fields(form, page, rules, (question) => this.changed(question));
    /** @type {import("./answers.js").Old} */
    this.old = null;
    this.known = new Knowledge(data);
    this.offered = reach();
    this.offers = { organisatie: "", locatie: "" };
    this.step = 1;
    this.dirty = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.next();
    });
    part("[data-terug]", HTMLButtonElement).addEventListener("click", () => this.onTo(this.step - 1));
    for (const link of page.querySelectorAll("[data-naar]"))
      link.addEventListener("click", (event) => {
        event.preventDefault();
        this.onTo(Number(link.getAttribute("data-naar")));
      });
    window.addEventListener("beforeunload", (event) => {
      if (this.dirty) event.preventDefault();
    });
    window.addEventListener("hashchange", () => location.reload());
    window.addEventListener("popstate", (event) => {
      if (event.state?.formulier?.van === location.hash) this.go(event.state.formulier.stap);
    });
  }

  /** Fills the form with what the address asks for, or with what was typed before the page was left. */
  async start() {
    offerKinds(page, this.rules);
    // Mail programs change links: the reader of every page of the site undoes that.
    const [asked, ...more] = /** @type {any} */ (globalThis).wijzerLijst.healed(location.hash).split("&");
    const [, packed] = asked.split("nieuw=");
    const script = packed ? await this.sending() : null;
    const found = script?.foundDraft(packed);
    const [place, name] = packed ? [found?.entry.gemeente] : asked.split("/");
    if (this.rules.gemeenten[place]) await this.goTo(place);
    const entry = name ? await this.known.entry(name) : null;
    if (name && !entry) this.say("Deze activiteit staat niet op de site. U kunt haar hier toevoegen.");
    this.old = entry && { slug: name, entry };
    const given = entry ?? found?.entry;
    this.fields.fill({
      ...(given ? answersOf(given, this.known.place, this.rules) : { ...nothing(this.rules), gemeente: this.known.id }),
      ...found?.names,
    });
    this.dirty = Boolean(found);
    part(".form-steps details", HTMLDetailsElement).open = Boolean(given);
    if (packed) this.say(script?.foundWords(Boolean(found)) ?? "");
    setValue(this.fields.question("nagevraagd"), "nagevraagd_op", today);
    this.offered = entry ? this.known.contact(this.fields.text("organisatie")) : reach();
    this.fields.question("loopt").hidden = !entry;
    this.fields.question("gemeente").hidden = Boolean(entry); // where a file stands is no matter of mending
    if (entry) await this.mending(entry.titel);
    const draft = history.state?.formulier;
    if (draft?.van === location.hash) {
      if (draft.antwoorden.gemeente) await this.goTo(draft.antwoorden.gemeente);
      this.fields.fill(draft.antwoorden);
      await this.lookElsewhere("organisatie");
      await this.lookElsewhere("locatie");
      this.dirty = draft.veranderd;
    } else if (more.includes("klopt")) {
      this.fields.fill({ ...this.fields.read(), nagevraagd: true });
    }
    this.show();
    await this.go(draft?.stap ?? (more.includes("klopt") ? steps.length - 1 : 1), false);
  }

  /** What belongs to the last step; null where it cannot be fetched. @returns {Promise<typeof import("./send.js") | null>} */
  sending() {
    return import(page.dataset.versturen ?? "").catch(() => null);
  }

  /** @param {string} title */
  async mending(title) {
    const head = part("[data-kop]", HTMLElement);
    head.textContent = `Verbeteren: ${title}`;
    document.title = `${head.textContent} | ${document.title.split(" | ").at(-1)}`;
    const here = new URL(`${root}${this.known.id}/${this.old?.slug}/`, document.baseURI).href;
    const script = await this.sending();
    if (script) part("[data-uitleg]", HTMLElement).replaceChildren(...script.mendingLead(title, here, this.rules.site));
  }

  /**
   * Learns what is known in a municipality.
   * @param {string} id
   */
  async goTo(id) {
    if (!(await this.known.goTo(id))) return;
    const { organisaties, plekken } = this.known.own;
    for (const [name, known] of Object.entries({ organisatie: organisaties, locatie: plekken }))
      part(`#l-${name}`, HTMLDataListElement).replaceChildren(
        ...Object.values(known).map((entry) => new Option(entry.naam)),
        ...(name === "locatie" ? [new Option("online"), new Option("wisselend")] : []),
      );
  }

  /** Fills in how to reach an organisation that is known, over what was filled in for another and never over what was typed. */
  offerContact() {
    const answers = this.fields.read();
    if (!same(answers, this.offered)) return;
    this.offered = this.known.contact(answers.organisatie);
    this.fields.setTexts(this.offered);
  }

  /** Learns the letters of a name in another writing than ours. */
  async learnLetters() {
    const { titel, organisatie, locatie } = this.fields.read();
    if (/[^\0-\u024f\u2010-\u2027]/.test(`${titel}${organisatie}${locatie}`))
      learn((await this.sending())?.letters ?? {});
  }

  /**
   * Learns where else a name is, and what to say of it where it is new here.
   * @param {"organisatie" | "locatie"} question
   */
  async lookElsewhere(question) {
    const name = this.fields.text(question);
    await this.known.lookElsewhere(name);
    const script = name ? await this.sending() : null;
    this.offers[question] = script?.offered(question, name, this.known, this.rules.gemeenten, slug) ?? "";
  }

  /** @param {string} question */
  async changed(question) {
    this.dirty = true;
    await this.learnLetters();
    if (question === "gemeente") await this.goTo(this.fields.text("gemeente"));
    if (question === "organisatie" || question === "locatie") await this.lookElsewhere(question);
    if (question === "organisatie") this.offerContact();
    this.remember();
    this.show();
    this.mark([question], false);
  }

  /**
   * Says whether the site has a name already, or one that it may be short for.
   * @param {"organisatie" | "locatie"} question
   * @param {string} name
   * @param {boolean} there
   */
  sayKnown(question, name, there) {
    const asked = this.known.id ? name : "";
    sayKnown(this.fields.question(question), asked, there, this.offers[question]);
  }

  /** Keeps what was typed with the page, so that it is there when somebody comes back. */
  remember() {
    const kept = { van: location.hash, stap: this.step, veranderd: this.dirty, antwoorden: this.fields.read() };
    history.replaceState({ ...history.state, formulier: kept }, "");
  }

  /** What the answers make, and what is wrong with it. */
  made() {
    return stand(this.fields.read(), this.old, this.known.place, this.rules, today);
  }

  /** Draws the card, and asks only what must be asked. */
  show() {
    const { answers, files, shown, spot } = this.made();
    part("[data-kaart]", HTMLElement).replaceChildren(card(shown, spot, this.rules));
    const place = files.some((file) => file.folder === "locations");
    const anew = files.some((file) => file.folder === "organisations" && file.isNew);
    this.sayKnown("organisatie", answers.organisatie, !anew);
    show(
      this.fields.question("website"),
      anew || same(answers, this.known.contact(answers.organisatie)) ? [] : ["anders"],
    );
    this.sayKnown("locatie", answers.locatie, !place);
    for (const question of /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-nieuwe-plek]")))
      question.hidden = !place;
    this.fields.question("aanmelden_hoe").hidden = answers.aanmelden === "niet-nodig" && !answers.aanmelden_hoe;
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
      markFields(question, errors);
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
    if (wrong)
      return /** @type {HTMLElement} */ (
        wrong.querySelector("[aria-invalid]") ?? wrong.querySelector("legend")
      ).focus();
    return this.onTo(this.step + 1);
  }

  /**
   * Goes to another step, from which the browser's own Back leads to this one.
   * @param {number} step
   */
  onTo(step) {
    this.remember();
    history.pushState(history.state, "");
    return this.go(step);
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
    part("[data-uitleg]", HTMLElement).hidden = this.step > 1;
    part("[data-verteld]", HTMLElement).textContent = "";
    part("[data-verder]", HTMLButtonElement).hidden = this.step === steps.length;
    if (this.step === steps.length) await this.finish();
    this.remember();
    if (!move) return;
    const head = steps[this.step - 1].querySelector("h2");
    head?.focus({ preventScroll: true });
    head?.scrollIntoView({ block: "start" });
  }

  /** Shows what must be mended first, or how it can be sent. */
  async finish() {
    await this.learnLetters();
    const { changed, problems, shown, spot } = this.made();
    const errors = byQuestion(
      problems.filter((problem) => !problem.tip),
      form,
    );
    const box = part("[data-fouten]", HTMLElement);
    box.hidden = !errors.length;
    part("[data-goed]", HTMLElement).hidden = errors.length > 0;
    box.querySelector("ul")?.replaceChildren(...errors.map((problem) => this.line(problem)));
    for (let step = 1; step < steps.length; step++) this.mark(this.questions(step), true);
    const look = part("[data-let-op]", HTMLElement);
    look.hidden = true;
    if (errors.length) return;
    part("[data-goed-zin]", HTMLElement).textContent = changed.length
      ? "Alles is in orde. Kies hoe u het verstuurt. Iemand kijkt het na voor het op de site komt."
      : "U hebt nog niets veranderd.";
    const hints = changed.length ? problems.filter((problem) => problem.tip) : [];
    look.hidden = !hints.length;
    look.querySelector("ul")?.replaceChildren(...hints.map((problem) => this.line(problem)));
    const script = await this.sending();
    this.say(script ? "" : "Deze stap kan niet worden opgehaald. Hebt u internet? Probeer het dan nog eens.");
    if (!script) return;
    const answers = part("[data-antwoorden]", HTMLElement);
    const ways = part("[data-wegen]", HTMLElement);
    const { facts } = known(shown, spot, this.rules);
    script.drawSending({ changed, answers, ways, site: this.rules.site }, this.fields, facts, (words) =>
      this.said(words),
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

const rules = await got(`${data}regels.json`);
part("[data-zonder-script]", HTMLElement).hidden = Boolean(rules);
if (rules) {
  await new Form(rules).start();
  part("[data-werk]", HTMLElement).hidden = false;
  page.setAttribute("data-klaar", "");
}
