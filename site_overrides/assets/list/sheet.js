// @ts-check
// The sheet that the list is printed on: what somebody types for it, the size of its letters, and the codes.

import { drawn } from "./code.js";
import { part } from "../elements.js";

/**
 * One sentence on how sure a whole sheet is, and what to do about it: worked out from its leaves.
 * @param {Element[]} leaves
 */
export function sureOf(leaves) {
  const running = leaves.filter((leaf) => leaf.getAttribute("data-stand") !== "gestopt");
  const asked = running.filter((leaf) => leaf.getAttribute("data-zeker") === "nagevraagd").length;
  if (!running.length) return "";
  if (asked === running.length) return asked === 1 ? "Dit is nagevraagd." : "Alles op dit blad is nagevraagd.";
  const rest = running.filter((leaf) => leaf.getAttribute("data-zeker") !== "nagevraagd");
  const call = rest.some((leaf) => leaf.hasAttribute("data-bereikbaar"))
    ? "Bel even voor u gaat."
    : "Vraag het voor u gaat aan wie u dit blad gaf.";
  if (!asked) return `Wij hebben dit nog niet gecontroleerd. ${call}`;
  return `${asked} van de ${running.length} ${asked === 1 ? "is" : "zijn"} nagevraagd. De rest niet: ${call[0].toLowerCase()}${call.slice(1)}`;
}

/** Milliseconds after which nobody waits for the page any more, and before anybody has found the menu of the browser. */
const CALM = 2000;

/** A number that is not cut in two at the end of a line. */
const whole = (/** @type {string} */ words) => words.replace(/(\d) (?=\d)/g, "$1\u00a0");

/** What somebody types for the sheet. */
const FIELDS = ["naam", "telefoon", "notitie", "mee"];

/**
 * The first activity that goes on, as one appointment: what, and on which day (or room to write it).
 * @param {Element[]} leaves
 */
export function appointment(leaves) {
  const leaf = leaves.find((one) => one.getAttribute("data-stand") === "loopt");
  if (!leaf) return null;
  const words = (/** @type {Element | null} */ one) => (one?.textContent ?? "").replace(/\s+/g, " ").trim();
  const date = leaf.querySelector("[data-dag]");
  const note = words(date?.querySelector("small") ?? null);
  const day = words(date)
    .slice(0, note ? -note.length : undefined)
    .trim();
  const usual = words(leaf.querySelector("[data-wanneer] dd"));
  const write = usual ? `${usual}. Op: ________________` : "Dag en tijd: ______________________";
  return {
    wat: leaves.length > 1 ? `: ${words(leaf.querySelector("[data-titel]"))}` : "",
    dag: day ? [`${day[0].toUpperCase()}${day.slice(1)}.`, note].filter(Boolean).join(" ") : write,
  };
}

export class Sheet {
  /**
   * @param {HTMLElement} list
   * @param {import("./code.js").CodeMaker} maker
   */
  constructor(list, maker) {
    this.list = list;
    this.maker = maker;
    /** Puts what was typed on the sheet. */
    this.fill = () => {};
    /** Takes what was typed away: it was for who sat here before. */
    this.clear = () => {};
  }

  start() {
    const field = (/** @type {string} */ name) => {
      const found = document.querySelector(`[data-veld="${name}"]`);
      return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null;
    };
    const fill = () => {
      const [name, phone, note, along] = FIELDS.map((one) => field(one)?.value.trim() ?? "");
      const who = [name, phone].filter(Boolean).join(", ");
      const known = [...part("[data-blad-voet]", HTMLElement).children].map((one) => one.textContent).join("\n");
      part("[data-print-wie]", HTMLElement).textContent = whole(who ? `Uw welzijnscoach: ${who}` : known);
      part("[data-print-notitie]", HTMLElement).textContent = note;
      part("[data-afspraak-mee]", HTMLElement).textContent = along;
    };
    for (const name of FIELDS) field(name)?.addEventListener("input", fill);
    const large = part("[data-groot]", HTMLInputElement);
    const size = () => document.documentElement.classList.toggle("large-print", large.checked);
    large.addEventListener("change", size);
    part("[data-print-dag]", HTMLElement).textContent = new Intl.DateTimeFormat("nl-NL", {
      dateStyle: "long",
      timeZone: "Europe/Amsterdam",
    }).format(new Date());
    const name = document.querySelector('meta[property="og:site_name"]')?.getAttribute("content") ?? "";
    const site = new URL("..", location.href);
    part("[data-print-van]", HTMLElement).textContent = `${name} (${site.host}${site.pathname.replace(/\/$/, "")})`;
    this.fill = fill;
    this.clear = () => {
      for (const name of FIELDS) {
        const one = field(name);
        if (one) one.value = "";
      }
      fill();
    };
    // What was typed was for who sat here with the list before.
    document.addEventListener("lijst-geopend", this.clear);
    size();
    part("[data-print-lijst]", HTMLButtonElement).addEventListener("click", async () => {
      await this.codes();
      window.print();
    });
    for (const moment of ["pointerdown", "keydown", "scroll"])
      addEventListener(moment, () => this.codes(), { once: true });
  }

  /** Says for the whole sheet how sure it is, and begins with its first activity as one appointment: as its leaves are now. */
  say() {
    const leaves = [...this.list.querySelectorAll("[data-blad]")];
    part("[data-print-zeker]", HTMLElement).textContent = sureOf(leaves);
    const made = appointment(leaves);
    part("[data-afspraak]", HTMLElement).hidden = !made;
    for (const [name, words] of Object.entries(made ?? {}))
      part(`[data-afspraak-${name}]`, HTMLElement).textContent = words;
    for (const leaf of leaves) {
      // On paper the municipality is no line of its own where the place names it.
      const place = leaf.querySelector("[data-plaats]");
      const facts = [...leaf.querySelectorAll("dd")];
      place?.classList.toggle(
        "said",
        facts.some((one) => one.textContent?.includes(place.textContent ?? "")),
      );
    }
    // Who prints with the browser's own menu gets codes too: they are made once the rest of the page stands. A telephone
    // seldom prints and often has a slow line: there they wait for the first touch.
    if (leaves.length && matchMedia("(hover: hover)").matches) setTimeout(() => this.codes(), CALM);
  }

  /** Gives every leaf its code, for paper. */
  async codes() {
    const maker = await this.maker.get();
    if (!maker) return;
    for (const leaf of this.list.querySelectorAll("[data-blad]")) {
      const link = leaf.querySelector("[data-titel]");
      if (leaf.querySelector(".code") || !(link instanceof HTMLAnchorElement)) continue;
      const code = drawn(maker, link.href.split("#")[0], `QR-code van ${link.textContent}`);
      code.classList.add("print-only");
      leaf.prepend(code);
    }
  }
}
