// @ts-check
// The last step, fetched when somebody gets there: what was filled in, and the ways to send it.

import { asList, asText, filledIn } from "./overzicht.js";
import { told } from "./wegen.js";

/**
 * Draws the last step.
 * @param {{ changed: import("./antwoorden.js").File[], answers: Element, ways: Element, site: import("./versturen.js").Site }} it
 * @param {import("./velden.js").Fields} fields
 * @param {import("./woorden.js").Fact[]} facts
 * @param {(words: string) => void} say
 */
export function drawSending({ changed, answers, ways, site }, fields, facts, say) {
  const found = filledIn(fields, facts);
  answers.replaceChildren(...(changed.length ? asList(found) : []));
  ways.replaceChildren(...(changed.length ? told(changed, site, asText(found), say) : []));
}
