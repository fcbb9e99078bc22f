// @ts-check
// What somebody learned, as a file: looked at before it goes anywhere, for in it nobody may be known. Nothing is kept or sent by itself.

import { part, made } from "./elements.js";
import { told } from "./form/offer.js";

/**
 * @typedef {{ patronen: [string, string, string][], bekend: string[], voornamen: string[], kort: string, zin: string,
 *   site: import("./form/ways.js").Site }} Rules
 */

const SAID = ["titel", "lukte", "lastig", "nu"];

/**
 * What must be mended before it can be sent.
 * @param {Record<string, string>} typed
 * @param {Rules} rules
 */
export function faultsOf(typed, rules) {
  const faults = [];
  if (!typed.titel) faults.push("Schrijf in een zin wat u leerde.");
  if (!typed.lukte && !typed.lastig) faults.push("Schrijf wat lukte, of wat lastig was.");
  if (!typed.functie) faults.push("Kies wat u bent.");
  if (!typed.gemeente === !typed.gebied) faults.push("Kies een gemeente, of vul een gebied in. Een van de twee.");
  for (const name of SAID)
    for (const [what, pattern, flags] of rules.patronen) {
      const found = (typed[name] ?? "").match(new RegExp(pattern, `u${flags}`));
      if (found) faults.push(`Hier staat misschien ${what}: “${found[0]}”. Haal het weg, of schrijf het algemener.`);
    }
  return [...new Set(faults)];
}

/**
 * Words with a capital that may be a name; only a person can tell.
 * @param {Record<string, string>} typed
 * @param {Rules} rules
 */
export function strange(typed, rules) {
  const known = new Set([...rules.bekend, ...(typed.gebied ?? "").split(/\P{L}+/u)]);
  const names = new Set(rules.voornamen);
  const found = SAID.flatMap((name) =>
    [...(typed[name] ?? "").matchAll(/(?<![\p{L}\p{N}-])\p{Lu}[\p{L}\p{N}'-]+/gu)].filter(({ 0: word, index }) => {
      const begins = new RegExp(rules.zin, "u").test(typed[name].slice(0, index));
      return (begins ? names.has(word) : !new RegExp(`^(?:${rules.kort})$`, "u").test(word)) && !known.has(word);
    }),
  );
  return [...new Set(found.map(([word]) => word))];
}

/**
 * The file of what was typed; the month is that of today.
 * @param {Record<string, string>} typed
 * @param {Date} today
 * @returns {import("./form/answers.js").File}
 */
export function fileOf(typed, today) {
  const plain = (/** @type {string} */ text) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60)
      .replace(/-+$/, "");
  const { titel, les, domeinen, functie, gemeente, gebied, ...rest } = typed;
  const entry = {
    titel,
    ...(les ? { les } : {}),
    ...(domeinen ? { domeinen: [domeinen] } : {}),
    functie,
    ...(gemeente ? { gemeente } : { gebied }),
    ...Object.fromEntries(Object.entries(rest).filter(([, text]) => text)),
    datum: `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, "0")}`,
  };
  const id = `${gemeente || plain(gebied) || "overal"}/${plain(titel) || "ervaring"}`;
  return { folder: "experiences", id, entry, isNew: true };
}

/** Brings the form of the page to life. */
async function begin() {
  const page = part("[data-delen]", HTMLElement);
  const form = part("[data-werk]", HTMLFormElement);
  const wrong = part("[data-fouten]", HTMLElement);
  const ways = part("[data-wegen]", HTMLElement);
  const status = part("[data-verteld]", HTMLElement);
  const rules = await (await fetch(page.dataset.regels ?? "")).json();
  form.hidden = false;
  part("[data-zonder-script]", HTMLElement).hidden = true;
  const say = (/** @type {string} */ words) => status.replaceChildren(words);
  form.addEventListener("input", () => ways.replaceChildren());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = Object.fromEntries(
      [...new FormData(form)].map(([name, text]) => [name, String(text).replace(/\s+/g, " ").trim()]),
    );
    const faults = faultsOf(typed, rules);
    const names = faults.length ? [] : strange(typed, rules);
    const lines = names.map(
      (word) => `Is “${word}” iemand, of een plek waaraan iemand te herkennen is? Haal het dan weg.`,
    );
    wrong.hidden = !(faults.length || lines.length);
    wrong.querySelector("ul")?.replaceChildren(...[...faults, ...lines].map((line) => made("li", "", line)));
    ways.replaceChildren();
    if (faults.length) {
      wrong.focus();
      return;
    }
    const words = SAID.flatMap((name) => (typed[name] ? [typed[name]] : [])).join("\n");
    ways.replaceChildren(
      made("h2", "", "Kies hoe u het verstuurt"),
      made("p", "", "Iemand leest na of niemand te herkennen is. Daarna komt het op de site."),
      ...told([fileOf(typed, new Date())], rules.site, words, say),
    );
    ways.focus();
  });
}

if (typeof document !== "undefined" && document.querySelector("[data-delen]")) await begin();
