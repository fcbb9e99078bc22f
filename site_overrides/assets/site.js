// @ts-check
// The page is whole without this: it only adds what a script alone can do.

import { LIVING } from "./constants.js";
import { copied } from "./copy.js";
import { dutchDay } from "./day.js";
import { healed, livingAt, sealed } from "./fragment.js";
import { joined } from "./list/address.js";
import { Keep } from "./list/keep.js";
import { Picks } from "./list/picks.js";

const keep = new Keep();

/** Follows the visitor's own list; a page in a frame of another site has none. */
function followList() {
  if (document.body.classList.contains("bare")) return;
  keep.shown = document.querySelector("[data-lijst-pagina]") !== null;
  keep.load(true);
  const picks = new Picks(keep);
  picks.start();
  // The page of the list works on the same list.
  /** @type {any} */ (globalThis).wijzerLijst = { keep, picks, healed };
}

followList();

/** Shows the buttons that print; without a script they stay hidden. */
function offerPrinting() {
  for (const button of document.querySelectorAll("button[data-print]")) {
    button.closest("[data-printen]")?.removeAttribute("hidden");
    button.addEventListener("click", () => window.print());
  }
}

/** Closes the menu with Escape and gives the focus back to its button. */
function closeMenuWithEscape() {
  const menu = document.querySelector("details.menu");
  const header = document.querySelector(".site-header");
  if (!(menu instanceof HTMLDetailsElement) || !header) return;
  header.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent && event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
}

offerPrinting();
closeMenuWithEscape();

/** Takes a search on the first page to the catalogue, behind the #: no server ever sees it. */
function search() {
  const form = document.querySelector("form[data-zoek]");
  if (!(form instanceof HTMLFormElement)) return;
  form.hidden = false;
  const lives = form.querySelector("#bij");
  try {
    if (lives instanceof HTMLInputElement && !lives.value) lives.value = livingAt(localStorage.getItem(LIVING) ?? "");
  } catch {
    // A browser that keeps nothing.
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const parts = [];
    for (const [name, id] of [
      ["q", "#q"],
      ["bij", "#bij"],
    ]) {
      const field = form.querySelector(id);
      const text = field instanceof HTMLInputElement ? field.value.trim() : "";
      if (text) parts.push(`${name}=${sealed(name === "bij" ? livingAt(text) : text)}`);
    }
    const fragment = joined(parts.join("&"), keep.carried);
    location.href = fragment ? `${form.action}#${fragment}` : form.action;
  });
}

search();

/** Lets a button copy the text beside it; where a browser refuses, the text is selected for the visitor to copy. */
function offerCopying() {
  for (const button of document.querySelectorAll("button[data-kopieer]")) {
    const figure = button.closest("figure");
    const source = figure?.querySelector("[data-tekst]");
    const told = figure?.querySelector("[role=status]");
    if (!source || !told) continue;
    button.removeAttribute("hidden");
    button.addEventListener("click", async () => {
      told.textContent = "";
      const done = await copied(source.textContent ?? "");
      if (!done) getSelection()?.selectAllChildren(source);
      told.textContent = done ? "Gekopieerd." : "De tekst is gekozen. Druk op Ctrl en C.";
    });
  }
}

offerCopying();

/** Takes dates that are past off a page that was made before them. */
function leaveOutThePast() {
  const today = dutchDay(new Date());
  for (const one of document.querySelectorAll(".card__day, [data-komend] [data-dag]"))
    if ((one.getAttribute("data-dag") ?? "") < today) one.remove();
  for (const box of document.querySelectorAll("[data-komend], .group--deze-week")) {
    if (box.querySelector("[data-dag]")) continue;
    const heading = box.querySelector(".group__head > *");
    if (heading) heading.textContent = "Dit is er te doen";
    else box.remove();
  }
}

leaveOutThePast();
