// @ts-check
// The catalogue with a script: what somebody types and chooses becomes a question and an address, and its answer is shown.

import { healed } from "../fragment.js";
import { joined, parted } from "../list/address.js";
import { shareAddress } from "../share.js";
import { Asker } from "./asker.js";
import { Cards } from "./cards.js";
import { Choices } from "./choices.js";
import { Living } from "./living.js";
import { one, pause } from "./dom.js";
import { Results } from "./results.js";
import { empty, parse, serialise } from "./state.js";

/** How long nobody types before the address is written. */
const QUIET = 250;

/** @typedef {import("./state.js").State} State */

class Catalogue {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.ask = one(root, ".finder__ask", HTMLFormElement);
    this.input = one(root, "#q", HTMLInputElement);
    this.jump = one(root, "[data-spring]", HTMLAnchorElement);
    this.choices = new Choices(one(document, ".finder__choices", HTMLElement));
    this.results = new Results(
      root,
      this.choices,
      (how) => this.change(how),
      () => this.arrive(),
    );
    this.order = one(this.results.part, "#volgorde", HTMLSelectElement);
    this.cards = new Cards(this.results.part, (root.dataset.paginas ?? "").trim().split(/\s+/));
    this.root = root;
    this.asker = new Asker(root, (answer) => this.answer(answer));
    const living = root.querySelector("[data-bij]");
    this.living =
      living instanceof HTMLElement
        ? new Living(
            living,
            (how) => this.change(how),
            (here) => this.asker.locate(here),
          )
        : null;
    /** @type {State} */
    this.state = empty();
    this.typing = 0;
    /** Whether the state stands in the address as a step of its own. */
    this.settled = true;
    /** The last question that was answered, and whether somebody waits to be led to the answer. */
    this.answered = 0;
    this.going = false;
  }

  start() {
    const { choices, results } = this;
    this.ask.hidden = false;
    choices.part.hidden = !this.asker.files().shards.length;
    this.ask.addEventListener("submit", (event) => {
      event.preventDefault();
      this.settle();
      this.arrive();
    });
    this.input.addEventListener("focus", () => this.asker.wake(), { once: true });
    this.input.addEventListener("input", () => this.type());
    this.input.addEventListener("change", () => this.settle());
    this.jump.addEventListener("click", (event) => {
      event.preventDefault();
      results.focus();
    });
    this.living?.start();
    choices.part.addEventListener("change", () => this.change((state) => choices.read(state)));
    this.order.addEventListener("change", () => this.change((state) => ({ ...state, volgorde: this.order.value })));
    const press = (/** @type {HTMLElement} */ part, /** @type {string} */ name, /** @type {() => void} */ act) =>
      one(part, name, HTMLButtonElement).addEventListener("click", act);
    press(choices.part, "[data-toon]", () => {
      choices.fold();
      this.arrive();
    });
    press(results.part, "[data-navragen-toon]", () => this.change((state) => ({ ...state, onbekend: true })));
    press(results.part, "[data-deel]", () => this.share());
    press(results.part, "[data-meer]", () => this.more());
    addEventListener("popstate", () => this.read());
    // What was kept free for the first answer (early.js) is given back once somebody moves.
    for (const moment of ["scroll", "pointerdown", "keydown"])
      addEventListener(moment, () => document.documentElement.classList.remove("asking"), { once: true });
    const { rest } = parted(location.hash);
    if (rest.includes("=")) this.read();
    else {
      this.remember();
      this.asker.prefetch();
    }
    if (rest && !rest.includes("=") && !document.getElementById(rest)) this.results.strange([rest], true);
  }

  /** Takes along where somebody lives, where this device keeps that; it is asked with the first search. */
  remember() {
    const bij = this.living?.kept ?? "";
    if (!bij) return;
    this.state = { ...this.state, bij, volgorde: "dichtbij" };
    this.fill();
  }

  /** Leads to the answer, once it is there. */
  arrive() {
    this.going = this.answered !== this.asker.number;
    if (!this.going) this.results.arrive();
  }

  /** Reads the state from the address: on arrival, and after back or forward. */
  read() {
    const { rest } = parted(location.hash);
    if (rest && !rest.includes("=")) return;
    const { state, strange } = parse(rest, this.choices.values("thema"));
    const formers = Object.fromEntries((this.root.dataset.vroeger ?? "").split(" ").map((pair) => pair.split(":")));
    state.filters.gemeente = [...new Set(state.filters.gemeente.map((id) => formers[id] ?? id))];
    this.state = state;
    this.settled = true;
    this.results.strange(strange);
    this.fill();
    this.asker.ask(this.state);
  }

  /** Puts the state in the fields. */
  fill() {
    if (this.input.value !== this.state.q) this.input.value = this.state.q;
    this.order.value = this.state.volgorde;
    this.living?.fill(this.state);
    this.choices.fill(this.state);
  }

  type() {
    clearTimeout(this.typing);
    this.state = { ...this.state, q: this.input.value };
    this.asker.ask(this.state);
    this.typing = window.setTimeout(() => this.write(), QUIET);
  }

  /** Writes what is being typed to the address: one step back for a whole word, not one for each letter. */
  write() {
    // What stands on the visitor's list stays in the address beside the search.
    const fragment = joined(serialise(this.state), parted(location.hash).list ?? "");
    if (fragment === healed(location.hash)) return;
    const address = fragment ? `#${fragment}` : location.pathname;
    if (this.settled) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.settled = false;
  }

  settle() {
    clearTimeout(this.typing);
    this.write();
    this.settled = true;
  }

  /** @param {(state: State) => State} how */
  change(how) {
    this.settle();
    this.state = how(this.state);
    this.settle();
    this.fill();
    this.asker.ask(this.state);
  }

  /** @param {import("./asker.js").Answer} answer */
  async answer({ number, result, where, here }) {
    const { results, state } = this;
    if (here !== undefined) return this.living?.found(here);
    if (result) {
      results.signs(result.signs);
      // Each of these may cost an old phone a moment: in between it answers to what is typed.
      for (const part of [
        () => results.show(result.asked),
        () => results.chips(result, state),
        () => results.nothing(result, state),
        () => this.choices.count(result),
      ]) {
        part();
        await pause();
        if (number !== this.asker.number) return;
      }
      // Who comes back to a list finds as much of it as there was.
      this.cards.show(result.hits, results.reasons(result), this.settled ? (history.state?.getoond ?? 0) : 0);
      results.tell(results.said(result, state));
      results.elsewhere(result, state);
    } else if (where) results.where(where, state);
    else {
      this.cards.show([], [], 0);
      results.fail();
    }
    this.answered = number;
    if (this.going) this.arrive();
    document.documentElement.classList.add("answered");
    results.part.dataset.klaar = String(number);
  }

  async more() {
    await this.cards.more();
    history.replaceState({ ...history.state, getoond: this.cards.shown }, "");
  }

  async share() {
    this.settle();
    const told = one(this.results.part, "[data-gedeeld]", HTMLElement);
    const url = new URL(`${this.root.dataset.adres}#${serialise(this.state)}`, document.baseURI).href;
    await shareAddress(url, told);
  }
}

const root = document.querySelector("[data-finder]");
if (root instanceof HTMLElement && "Worker" in window) new Catalogue(root).start();
