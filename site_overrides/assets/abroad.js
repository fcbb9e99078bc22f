// @ts-check
// The search on a page in another language: the same search as in Dutch, with the cards and the words of that language.

import { pageOf } from "./another.js";
import { healed } from "./fragment.js";
import { Asker } from "./search/asker.js";
import { Cards, keep } from "./search/cards.js";
import { item, note, one } from "./search/dom.js";
import { empty, parse, serialise } from "./search/state.js";

/** How long nobody types before it is said how much there is. */
const PAUSE = 250;

/** @typedef {import("./search/roles.js").Ask} Ask */

/**
 * How far each thing is, and what is known of what was asked: "Free ✓   Tuesday ?".
 * @param {import("./search/search.js").Result} result
 * @param {(ask: Ask) => string} name
 */
function reasons({ hits, chips, asks, near }, name) {
  return hits.map((hit) => {
    const far = near?.point && typeof hit.km === "number" ? [`± ${Math.max(1, Math.round(hit.km))} km`] : [];
    const known = hit.fit === 2 || !chips.length ? [] : asks.filter(({ facet }) => facet !== "bij");
    return [...far, ...known.map((ask) => `${name(ask)} ${hit.known[asks.indexOf(ask)] === 2 ? "✓" : "?"}`)].join(
      "   ",
    );
  });
}

class Abroad {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.words = form.dataset;
    this.input = one(form, "#q", HTMLInputElement);
    this.part = one(document, "[data-uitkomst]", HTMLElement);
    this.everything = one(document, "[data-alles]", HTMLElement);
    this.help = one(this.part, "[data-hulp]", HTMLElement);
    this.asker = new Asker(form, (answer) => this.answer(answer));
    this.cards = new Cards(
      this.part,
      (this.words.paginas ?? "").trim().split(/\s+/),
      (left) => `${this.words.meerWoord} (${left})`,
    );
    this.telling = 0;
    /** @type {Promise<Document | null> | null} */
    this.helping = null;
  }

  start() {
    this.form.hidden = false;
    this.input.addEventListener("focus", () => this.asker.wake(), { once: true });
    this.input.addEventListener("input", () => this.ask());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.part.focus();
    });
    one(this.part, "[data-meer]", HTMLButtonElement).addEventListener("click", () => this.cards.more());
    addEventListener("hashchange", () => this.read());
    this.read();
  }

  /** Asks what the address asks: on arrival, and after back or forward. */
  read() {
    const asked = parse(healed(location.hash), []).state.q;
    if (asked === this.input.value) return;
    this.input.value = asked;
    this.ask();
  }

  /** Asks what is typed, and keeps it in the address: with the language it goes along. */
  ask() {
    const q = this.input.value.trim();
    history.replaceState(history.state, "", q ? `#${serialise({ ...empty(), q })}` : location.pathname);
    for (const link of document.querySelectorAll(".tongues a[hreflang]"))
      if (link instanceof HTMLAnchorElement && link.lang !== "nl") link.hash = location.hash;
    this.asker.ask({ ...empty(), q });
  }

  /** @param {import("./search/asker.js").Answer} answer */
  async answer({ number, result }) {
    const asked = Boolean(result?.asked);
    this.everything.hidden = asked;
    this.part.hidden = !asked && Boolean(result);
    if (!result) {
      this.cards.show([], [], 0);
      this.tell(this.words.stukWoord ?? "");
      return;
    }
    const { hits, signs, chips } = result;
    const page = signs.length || chips.length ? await this.helper() : null;
    if (number !== this.asker.number) return;
    this.sign(page, signs[0]);
    const names = JSON.parse(page?.querySelector("[data-namen]")?.getAttribute("data-namen") ?? "{}");
    const name = (/** @type {Ask} */ ask) => this.name(names, ask);
    this.understood(result, name);
    this.cards.show(hits, reasons(result, name), 0);
    this.tell(hits.length ? this.amount(hits.length) : signs.length ? "" : (this.words.nietsWoord ?? ""));
    this.part.dataset.klaar = String(number);
  }

  /** The first page of this language, which has what is said to who needs help, and the names of what can be asked. */
  helper() {
    this.helping ??= document.querySelector("[data-wegwijzers]")
      ? Promise.resolve(document)
      : pageOf(new URL(this.words.help ?? "", document.baseURI)).then(({ page }) => {
          if (!page) this.helping = null;
          return page;
        });
    return this.helping;
  }

  /**
   * What is asked, as a visitor reads it.
   * @param {Record<string, Record<string, string>>} names
   * @param {Ask} ask
   */
  name(names, { facet, values, label, not }) {
    const known = names[facet] ?? {};
    const said = values.map((value) => known[value] ?? label ?? value).join(", ");
    return not ? (this.words.nietWoord ?? "{wat}").replace("{wat}", said) : said;
  }

  /**
   * Says what was understood of the question, and what was not.
   * @param {import("./search/search.js").Result} result
   * @param {(ask: Ask) => string} name
   */
  understood({ chips, corrected, unknown, told, hits }, name) {
    const filled = (/** @type {string | undefined} */ text, /** @type {string} */ word) =>
      (text ?? "").replace("{woord}", word);
    const chip = (/** @type {string} */ words) => {
      const made = document.createElement("span");
      made.className = "chip";
      made.textContent = words;
      return item(made);
    };
    one(this.part, "[data-begrepen]", HTMLUListElement).replaceChildren(
      ...chips.filter(({ facet }) => facet !== "bij").map((ask) => chip(name(ask))),
      ...corrected.map(([, meant]) => note(filled(this.words.ookWoord, meant))),
      ...[...told, ...(hits.length ? unknown : [])].map((word) => note(filled(this.words.onbekendWoord, word))),
    );
  }

  /** How many there are, in the form that this language has for that. @param {number} amount */
  amount(amount) {
    const forms = JSON.parse(this.words.vormen ?? "{}");
    const form = forms[new Intl.PluralRules(document.documentElement.lang).select(amount)] ?? forms.other ?? "{n}";
    return form.replace("{n}", String(amount));
  }

  /**
   * Shows what is said first to who looks for help. Where it cannot be had, the way to help at the foot of every page is there.
   * @param {Document | null} page
   * @param {number | undefined} number
   */
  sign(page, number) {
    const sign = page?.querySelector(`[data-wegwijzers] [data-wegwijzer="${number}"]`);
    if (!page || !(sign instanceof HTMLElement)) return this.help.replaceChildren();
    for (const symbol of page.querySelectorAll("symbol[id]")) keep(symbol);
    const shown = document.importNode(sign, true);
    shown.hidden = false;
    for (const part of shown.querySelectorAll("[id]")) part.id += "-hier";
    shown.setAttribute("aria-labelledby", `${shown.getAttribute("aria-labelledby")}-hier`);
    for (const link of shown.querySelectorAll("a[href]")) {
      const address = link.getAttribute("href") ?? "";
      const from = new URL(this.words.help ?? "", document.baseURI);
      if (!/^(#|tel:)/.test(address)) link.setAttribute("href", new URL(address, from).href);
    }
    this.help.replaceChildren(shown);
  }

  /** Says how much there is, once somebody stops typing. @param {string} text */
  tell(text) {
    clearTimeout(this.telling);
    const place = one(this.part, "[data-telling]", HTMLElement);
    this.telling = window.setTimeout(() => {
      if (place.textContent !== text) place.textContent = text;
    }, PAUSE);
  }
}

const form = document.querySelector("[data-vraag]");
if (form instanceof HTMLFormElement && "Worker" in window) new Abroad(form).start();
