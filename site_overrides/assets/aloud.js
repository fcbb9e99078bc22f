// @ts-check
// Reading aloud, with a voice of the device itself: nothing of the text leaves it. Where there is no such voice there is no button.

import { made, part } from "./elements.js";
import { spoken } from "./speech.js";

const SLOW = 0.7;
const NORMAL = 0.95;
const READ = "h1, h2, h3, p, li, dt, dd, blockquote";
const NOT_READ = "nav, form, .print-only, .crumbs, .visually-hidden, [hidden], [data-voorlezen], figure, pre";

/** @typedef {{ element: HTMLElement, text: string, language: string }} Piece */

/**
 * What is read of a part of a page, piece by piece, each with its own language.
 * @param {Element} main
 * @returns {Piece[]}
 */
export function pieces(main) {
  const all = /** @type {HTMLElement[]} */ ([...main.querySelectorAll(READ)]);
  return all
    .filter((one) => !one.closest(NOT_READ) && !one.querySelector(READ) && one.checkVisibility())
    .map((element) => {
      const marked = element.querySelector(":scope > [lang]:only-child") ?? element;
      const language = (marked.closest("[lang]")?.getAttribute("lang") ?? "nl").split("-")[0];
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read
      return { element, text: element.innerText.trim(), language };
    })
    .filter(({ text }) => text);
}

/**
 * The voice of the device for a language; none that asks another computer.
 * @param {SpeechSynthesisVoice[]} voices
 * @param {string} language
 */
export function voiceFor(voices, language) {
  const fitting = voices.filter((one) => one.localService && one.lang.toLowerCase().split(/[-_]/)[0] === language);
  return fitting.find((one) => one.default) ?? fitting[0] ?? null;
}

class Reader {
  /**
   * @param {HTMLElement} place where the buttons come
   * @param {SpeechSynthesis} speech
   */
  constructor(place, speech) {
    this.place = place;
    this.speech = speech;
    this.rate = NORMAL;
    /** @type {Piece[]} */
    this.left = [];
    const button = (/** @type {string} */ words, /** @type {() => void} */ act) => {
      const one = made("button", "button button--quiet", words);
      one.setAttribute("type", "button");
      one.addEventListener("click", act);
      return one;
    };
    this.start = button(place.dataset.lees ?? "", () => (this.left.length ? this.stop() : this.read()));
    this.slow = button(place.dataset.langzaam ?? "", () => this.slower());
    this.slow.setAttribute("aria-pressed", "false");
    place.append(this.start, this.slow);
    window.addEventListener("pagehide", () => this.stop());
  }

  /** Shows the buttons where the device has a voice for the page. */
  offer() {
    const language = (document.documentElement.lang || "nl").split("-")[0];
    this.place.hidden = !voiceFor(this.speech.getVoices(), language);
  }

  read() {
    this.left = pieces(part("main", HTMLElement));
    this.start.textContent = this.place.dataset.stop ?? "";
    this.next();
  }

  next() {
    this.mark(null);
    const piece = this.left[0];
    if (!piece) {
      this.stop();
      return;
    }
    const voice = voiceFor(this.speech.getVoices(), piece.language);
    if (!voice) {
      this.left.shift(); // a name in Dutch on a device without a Dutch voice
      this.next();
      return;
    }
    const said = new SpeechSynthesisUtterance(spoken(piece.text, piece.language));
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = this.rate;
    said.onend = () => {
      if (this.left[0] !== piece) return; // stopped, or begun anew
      this.left.shift();
      this.next();
    };
    this.mark(piece.element);
    this.speech.speak(said);
  }

  stop() {
    this.left = [];
    this.speech.cancel();
    this.mark(null);
    this.start.textContent = this.place.dataset.lees ?? "";
  }

  /** Reads slower, or as before, from the piece that is being read. */
  slower() {
    this.rate = this.rate === SLOW ? NORMAL : SLOW;
    this.slow.setAttribute("aria-pressed", String(this.rate === SLOW));
    if (!this.left.length) return;
    const { left } = this;
    this.left = [];
    this.speech.cancel();
    this.left = [...left];
    this.next();
  }

  /** @param {HTMLElement | null} element what is being read */
  mark(element) {
    document.querySelector(".aloud__now")?.classList.remove("aloud__now");
    element?.classList.add("aloud__now");
    element?.scrollIntoView({ block: "nearest" });
  }
}

if (typeof document !== "undefined" && "speechSynthesis" in globalThis && document.querySelector("[data-voorlezen]")) {
  const reader = new Reader(part("[data-voorlezen]", HTMLElement), globalThis.speechSynthesis);
  reader.offer();
  globalThis.speechSynthesis.addEventListener?.("voiceschanged", () => reader.offer());
}
