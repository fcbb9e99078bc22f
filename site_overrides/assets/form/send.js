// @ts-check
// The last step, fetched when somebody gets there: what was filled in, and the ways to send it. And for who mends something, the way to
// only say what is wrong.

import { LETTERS } from "../constants.js";
import { asList, asText, filledIn } from "./summary.js";
import { told } from "./offer.js";

export { offered } from "./alike.js";
export { foundDraft, foundWords } from "./found.js";
export { mendingLead } from "./report.js";
/** What stands in an address for a letter that is not Latin. */
export const letters = LETTERS;

/**
 * Draws the last step.
 * @param {{ changed: import("./answers.js").File[], answers: Element, ways: Element, site: import("./ways.js").Site }} it
 * @param {import("./fields.js").Fields} fields
 * @param {import("./sentences.js").Fact[]} facts
 * @param {(words: string) => void} say
 */
export function drawSending({ changed, answers, ways, site }, fields, facts, say) {
  const found = filledIn(fields, facts);
  answers.replaceChildren(...(changed.length ? asList(found) : []));
  ways.replaceChildren(...(changed.length ? told(changed, site, asText(found), say) : []));
}
