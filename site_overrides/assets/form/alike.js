// @ts-check
// What to say of a name that is new here: another may be meant. Fetched when somebody writes one; it is offered, and never taken.

import { LOOSE } from "../constants.js";
/**
 * Whether one name may be short for the other: "De Plataan" for "Cultureel Centrum De Plataan". As generator/dutch/likeness.py.
 * @param {string} one
 * @param {string} other
 */
export function shortFor(one, other) {
  const [words, others] = [one, other].map((name) => name.split("-").filter((word) => !LOOSE.includes(word)));
  const [few, many] = words.length < others.length ? [words, others] : [others, words];
  return few.length > 0 && few.every((word) => many.includes(word)) && 2 * few.length >= many.length;
}

/**
 * Where else a name is, or which name it may be short for; nothing where it stands alone.
 * @param {"organisatie" | "locatie"} question
 * @param {string} name
 * @param {import("./knowledge.js").Knowledge} known
 * @param {Record<string, string>} gemeenten
 * @param {(name: string) => string} slug a name as it stands in an address
 */
export function offered(question, name, known, gemeenten, slug) {
  const { place, towns } = known;
  const own = slug(name);
  const [id] = Object.entries(place.elders ?? {}).find(([, entry]) => slug(entry.naam) === own) ?? [];
  if (question === "organisatie" && id) {
    const where = towns[id].map((town) => gemeenten[town]).join(" en ");
    return `Dit is nieuw in deze gemeente. Er is ook een “${name}” in ${where}. Is het dezelfde? Schrijf dan: ${id}.`;
  }
  const there = question === "organisatie" ? place.organisaties : place.plekken;
  const near = Object.values(there).find((entry) => shortFor(own, slug(entry.naam)));
  return near ? `Dit is nieuw op de site. Bedoelt u “${near.naam}”? Schrijf dan die naam.` : "";
}
