// @ts-check
// The card of what is being made, as visitors will see it: the one of every list (generator/show/templates/components/card.html), of which
// the page has an empty copy, filled in.

import { fullDate, known, listing } from "./sentences.js";

/**
 * @param {import("./rules.js").Entry} entry
 * @param {import("./rules.js").Entry | undefined} place the location, where it is one
 * @param {import("./rules.js").Rules} rules
 */
export function card(entry, place, rules) {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector("[data-kaart-vorm]"));
  const made = /** @type {Element} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
  const theme = rules.themas.find((/** @type {{ id: string }} */ one) => one.id === entry.domeinen?.[0]);
  made.className = theme ? `card theme-${theme.kleur}` : "card";
  fill(made, ".card__theme", theme?.naam, theme?.pictogram);
  fill(made, ".card__title", entry.titel || "Nog geen titel");
  fill(made, ".card__summary", entry.samenvatting || "Nog geen samenvatting.");
  fill(made, ".card__paused", entry.loopt?.status && stopped(entry.loopt));
  const { facts, unknown } = known(entry, place, rules);
  const list = /** @type {Element} */ (made.querySelector(".facts"));
  list.replaceChildren(...facts.map((fact) => ofFact(/** @type {Element} */ (list.firstElementChild), fact)));
  if (!facts.length) list.remove();
  fill(made, ".card__ask > span", unknown.length && `Nog niet bekend: ${listing(unknown)}`);
  const checked = entry.gecontroleerd?.op;
  fill(made, ".card__sure > span", checked ? `Nagevraagd op ${fullDate(checked)}` : "Nog niet nagevraagd");
  made.querySelector(".pick")?.remove();
  return made;
}

/**
 * Puts words, and a pictogram, in a part of a card; a part without words goes.
 * @param {Element} card
 * @param {string} selector
 * @param {string | number | undefined} words
 * @param {string} [pictogram]
 */
function fill(card, selector, words, pictogram) {
  const part = /** @type {Element} */ (card.querySelector(selector));
  const [whole] = selector.split(" ");
  if (!words) card.querySelector(whole)?.remove();
  const icon = part.querySelector("svg");
  if (pictogram) icon?.firstElementChild?.setAttribute("href", `#i-${pictogram}`);
  part.replaceChildren(...(icon ? [icon] : []), String(words));
}

/**
 * @param {Element} row an empty one
 * @param {import("./sentences.js").Fact} fact
 */
function ofFact(row, fact) {
  const made = /** @type {Element} */ (row.cloneNode(true));
  made.querySelector("use")?.setAttribute("href", `#i-${fact.icon}`);
  const words = /** @type {Element} */ (made.lastElementChild);
  const label = /** @type {Element} */ (words.firstElementChild);
  label.textContent = `${fact.label}: `;
  const lines = fact.lines.flatMap((line, at) => (at ? [document.createElement("br"), line] : [line]));
  words.replaceChildren(label, ...lines);
  return made;
}

/** @param {import("./rules.js").Entry} loopt */
function stopped(loopt) {
  const known = /^\d/.test(loopt.tot ?? loopt.sinds ?? "");
  if (loopt.status === "gestopt")
    return known
      ? `Deze activiteit is gestopt op ${fullDate(loopt.sinds)}.`
      : "Deze activiteit is gestopt, voor zover wij weten.";
  return `Deze activiteit is er even niet${known ? ` tot ${fullDate(loopt.tot)}` : ""}.${loopt.reden ? ` ${loopt.reden}` : ""}`;
}
