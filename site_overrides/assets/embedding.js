// @ts-check
// The code for another site: what stands on the page is changed to what was chosen, and shown as it will be there.

import { empty, serialise } from "./search/state.js";

/** @typedef {{ gemeente: string, thema: string, zoek: string }} Chosen */
/** @typedef {{ address: string, frame: string, text: string }} Target */

/**
 * Where a choice leads: the page, the same for a frame, and the words of the link.
 * @param {string} site the address of the site, with its last slash
 * @param {Chosen} chosen
 * @param {string} place the name of the municipality, or nothing
 * @param {string} theme the name of the theme, or nothing
 * @returns {Target}
 */
export function target(site, chosen, place, theme) {
  const state = empty();
  state.q = chosen.zoek.trim();
  if (chosen.thema) state.filters.thema.push(chosen.thema);
  const fragment = serialise(state);
  const mark = fragment ? `#${fragment}` : "";
  const what = theme || (place ? "Te doen" : "Alle activiteiten");
  return {
    address: `${site}${chosen.gemeente || "zoeken"}/${mark}`,
    frame: `${site}inbedden/${chosen.gemeente || "overal"}/${mark}`,
    text: `${what}${state.q ? `: ${state.q}` : ""}${place ? ` in ${place}` : ""}`,
  };
}

/**
 * A text as it stands in HTML, also between quotes.
 * @param {string} text
 */
export function escaped(text) {
  const signs = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });
  return text.replace(/[&<>"]/g, (sign) => signs[sign]);
}

/**
 * A code with other addresses and words in it.
 * @param {string} code
 * @param {Target} from what stands in it now
 * @param {Target} to
 */
export function changed(code, from, to) {
  const pairs = /** @type {[string, string][]} */ ([
    [`"${from.address}"`, `"${escaped(to.address)}"`],
    [`"${from.frame}"`, `"${escaped(to.frame)}"`],
    [`title="${from.text}"`, `title="${escaped(to.text)}"`],
    [`>${from.text}<`, `>${escaped(to.text)}<`],
  ]);
  return pairs.reduce((text, [old, fresh]) => text.split(old).join(fresh), code);
}

/** The form and what it changes. */
class Embedding {
  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} form
   */
  constructor(root, form) {
    this.root = root;
    this.form = form;
    this.first = { address: root.dataset.adres ?? "", frame: root.dataset.kader ?? "", text: root.dataset.naam ?? "" };
    this.site = new URL(root.dataset.wortel ?? "./", location.href).href;
    /** @type {Map<string, { code: Element, text: string, example: HTMLElement, button: HTMLButtonElement }>} */
    this.parts = new Map();
  }

  start() {
    for (const part of this.root.querySelectorAll("[data-code]")) {
      const id = part.getAttribute("data-code") ?? "";
      const code = part.querySelector("[data-tekst]");
      const example = this.root.querySelector(`[data-voorbeeld="${id}"]`);
      const button = this.root.querySelector(`[data-voorbeeld-knop="${id}"] button`);
      if (!code || !(example instanceof HTMLElement) || !(button instanceof HTMLButtonElement)) continue;
      this.parts.set(id, { code, text: code.textContent ?? "", example, button });
      button.parentElement?.removeAttribute("hidden");
      button.addEventListener("click", () => this.toggle(id));
    }
    if (!this.parts.size) return;
    this.form.hidden = false;
    this.form.addEventListener("input", () => this.write());
    this.form.addEventListener("change", () => this.change());
    if (this.field("gemeente").value) this.change(); // a large site has no code for all municipalities at once
  }

  /** @param {string} name */
  field(name) {
    const field = this.form.querySelector(`[name=${name}]`);
    const label = field instanceof HTMLSelectElement && field.value ? field.selectedOptions[0].text : "";
    const value = field instanceof HTMLSelectElement || field instanceof HTMLInputElement ? field.value : "";
    return { value, label };
  }

  /** @param {string} site */
  chosen(site) {
    const [place, theme, words] = [this.field("gemeente"), this.field("thema"), this.field("zoek")];
    return target(
      site,
      { gemeente: place.value, thema: theme.value, zoek: words.value },
      place.label,
      theme.label.toLowerCase().replace(/^./, (letter) => letter.toUpperCase()),
    );
  }

  /** Writes the codes for what is chosen now, at each letter, so that nothing moves when somebody goes on to copy one. */
  write() {
    const to = this.chosen(this.first.address.replace(/zoeken\/$/, ""));
    for (const part of this.parts.values()) part.code.textContent = changed(part.text, this.first, to);
    return to;
  }

  change() {
    const to = this.write();
    for (const [id, part] of this.parts) if (!part.example.hidden) this.show(id);
    const told = this.root.querySelector("[data-verteld]");
    if (told) told.textContent = `De code is nu voor: ${to.text}.`;
  }

  /** @param {string} id */
  toggle(id) {
    const part = this.parts.get(id);
    if (!part) return;
    part.example.hidden = !part.example.hidden;
    part.button.setAttribute("aria-expanded", String(!part.example.hidden));
    if (part.example.hidden) part.example.replaceChildren();
    else this.show(id);
  }

  /**
   * Shows what the code gives, from this very site: its public address may be another one.
   * @param {string} id
   */
  show(id) {
    const part = this.parts.get(id);
    if (!part) return;
    const to = this.chosen(this.site);
    const link = document.createElement("a");
    link.href = to.address;
    link.textContent = to.text;
    if (id === "knop") link.style.cssText = /style="([^"]*)"/.exec(part.text)?.[1] ?? "";
    if (id === "kader") {
      const frame = document.createElement("iframe");
      frame.src = to.frame;
      frame.title = to.text;
      frame.height = /height="(\d+)"/.exec(part.text)?.[1] ?? "";
      part.example.replaceChildren(frame);
    } else if (id === "onderdeel") {
      const element = document.createElement("activiteiten-wijzer");
      element.append(link);
      part.example.replaceChildren(element);
    } else part.example.replaceChildren(link);
  }
}

if (typeof document !== "undefined") {
  const root = document.querySelector("[data-inbedden]");
  const form = root?.querySelector("[data-keuze]");
  if (root instanceof HTMLElement && form instanceof HTMLElement) new Embedding(root, form).start();
}
