// @ts-check
// Asks the worker, which is started once somebody is going to search.

import { SEARCH_FILES } from "../constants.js";
import { dutchDay } from "../day.js";
import { trusted } from "../trusted.js";

/**
 * In which municipalities it is found, and how often in which province; and the nearest, where somebody said from where.
 * @typedef {{ places: Record<string, number> | null, provinces: [number, number][] | null, signs: number[], block: string | null,
 *   near: import("./near.js").From | null, nearest: { id: string, name: string, km: number, amount: number | null }[] }} Where
 */
/** @typedef {{ number: number, here?: string, result?: import("./search.js").Result, where?: Where, error?: boolean }} Answer */

export class Asker {
  /**
   * @param {HTMLElement} root says where the files are
   * @param {(answer: Answer) => void} answer gets what is answered to the last question, and to no other
   */
  constructor(root, answer) {
    this.told = root.dataset;
    this.answer = answer;
    /** The last question that was asked. */
    this.number = 0;
    /** @type {Worker | null} */
    this.worker = null;
  }

  /** The addresses of what the worker needs; without parts it can only say where something is. */
  files() {
    const absolute = (/** @type {string} */ path) => new URL(path, document.baseURI).href;
    const root = absolute(this.told.wortel ?? "");
    const shards = (this.told.delen ?? "").split(" ").filter(Boolean).map(absolute);
    return {
      words: absolute(this.told.woorden ?? ""),
      abroad: absolute(this.told.talen ?? ""),
      places: absolute(this.told.plekken ?? ""),
      shards,
      root,
      list: `${root}${SEARCH_FILES}`,
    };
  }

  /** Lets the browser get the words when it has nothing else to do. */
  prefetch() {
    const link = document.createElement("link");
    link.rel = "prefetch";
    link.href = this.told.woorden ?? "";
    document.head.append(link);
  }

  /** Starts the worker, once. */
  wake() {
    if (this.worker) return this.worker;
    const address = new URL(this.told.werker ?? "", document.baseURI).href;
    this.worker = new Worker(trusted(address), { type: "module" });
    this.worker.addEventListener("message", ({ data }) => data.number === this.number && this.answer(data));
    this.worker.addEventListener("error", () => this.answer({ number: this.number, error: true }));
    this.worker.postMessage({ files: this.files() });
    return this.worker;
  }

  /**
   * Asks in which postcode a point lies: four digits, or nothing outside the country.
   * @param {import("./near.js").Point} here
   */
  locate(here) {
    this.wake().postMessage({ files: this.files(), number: ++this.number, here });
  }

  /** @param {import("./state.js").State} state */
  ask(state) {
    this.wake().postMessage({ files: this.files(), number: ++this.number, state, today: dutchDay(new Date()) });
  }
}
