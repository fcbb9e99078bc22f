// @ts-check
// "Waar woont u?": what somebody fills in there, and whether this device keeps it. Nothing of it leaves the browser.

import { LIVING } from "../constants.js";
import { livingAt } from "../fragment.js";
import { one } from "./dom.js";

/** How long a device may look for where it is, in milliseconds. */
const PATIENCE = 15_000;

/** @typedef {import("./state.js").State} State */

export class Living {
  /**
   * @param {HTMLElement} part
   * @param {(how: (state: State) => State) => void} change
   * @param {(here: { lat: number, lon: number }) => void} locate asks in which postcode a point lies
   */
  constructor(part, change, locate) {
    this.part = part;
    this.change = change;
    this.locate = locate;
    this.field = one(part, "#bij", HTMLInputElement);
    this.circle = one(part, "#km", HTMLSelectElement);
    this.told = one(part, "[role=status]", HTMLElement);
    this.keep = one(part, "[data-onthoud]", HTMLButtonElement);
    this.here = one(part, "[data-hier]", HTMLButtonElement);
  }

  start() {
    this.field.addEventListener("change", () => this.moved(this.field.value));
    this.circle.addEventListener("change", () => this.change((state) => ({ ...state, km: Number(this.circle.value) })));
    this.keep.addEventListener("click", () => this.toggle());
    this.here.hidden = !("geolocation" in navigator);
    this.here.addEventListener("click", () => this.look());
    this.draw();
  }

  /** What this device kept. */
  get kept() {
    try {
      return livingAt(localStorage.getItem(LIVING) ?? "");
    } catch {
      return "";
    }
  }

  /** @param {string} text where somebody lives now */
  moved(text) {
    const bij = livingAt(text);
    if (this.kept && bij) this.store(bij);
    this.change((state) => ({ ...state, bij, km: bij ? state.km : 0, volgorde: bij ? "dichtbij" : "best" }));
  }

  /** Keeps it on this device, or forgets it. */
  toggle() {
    this.store(this.kept ? "" : livingAt(this.field.value));
    this.told.textContent = this.kept ? "Dit apparaat onthoudt het." : "Dit apparaat is het vergeten.";
    this.draw();
  }

  /** @param {string} text */
  store(text) {
    try {
      if (text) localStorage.setItem(LIVING, text);
      else localStorage.removeItem(LIVING);
    } catch {
      // A browser that keeps nothing.
    }
  }

  /** Asks the device itself. */
  look() {
    this.told.textContent = "Wij zoeken waar u bent.";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.locate({ lat: coords.latitude, lon: coords.longitude }),
      () => {
        this.told.textContent = "Uw apparaat vertelt niet waar u bent. Typ uw postcode of dorp.";
      },
      { maximumAge: 600_000, timeout: PATIENCE },
    );
  }

  /** @param {string} code the postcode in which the device is, or nothing */
  found(code) {
    this.told.textContent = code
      ? `U bent in postcode ${code}.`
      : "U bent niet in Nederland. Daar weten wij niets van.";
    if (code) this.moved(code);
  }

  /** @param {State} state */
  fill({ bij, km }) {
    if (this.field.value !== bij) this.field.value = bij;
    this.circle.value = String(km);
    this.draw();
  }

  /** Shows what can be done with what is filled in. */
  draw() {
    const { bij, where } = { bij: livingAt(this.field.value), where: this.kept };
    one(this.part, "[data-ver]", HTMLElement).hidden = !bij;
    this.keep.hidden = !bij && !where;
    this.keep.textContent = where ? "Niet langer onthouden" : "Onthouden op dit apparaat";
    one(this.part, "summary span", HTMLElement).textContent = bij
      ? `Bij ${bij}${this.circle.value === "0" ? "" : `, ${this.circle.selectedOptions[0].text}`}`
      : "Waar woont u?";
  }
}
