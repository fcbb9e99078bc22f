// @ts-check
// What somebody filled in, to read it over: each question that has an answer, with that answer.

import { made } from "../elements.js";

/**
 * @param {import("./fields.js").Fields} fields
 * @param {import("./sentences.js").Fact[]} facts what the card says of days and prices
 * @returns {[string, string][]}
 */
export function filledIn(fields, facts) {
  const said = Object.fromEntries(facts.map((fact) => [fact.kind, fact.lines.join("; ")]));
  /** @type {[string, string][]} */
  const found = [];
  for (const question of /** @type {NodeListOf<HTMLElement>} */ (fields.form.querySelectorAll("[data-vraag]"))) {
    const name = question.getAttribute("data-vraag") ?? "";
    const ask = question.querySelector(".ask__label")?.firstChild?.textContent?.trim() ?? name;
    const answer = name in said ? said[name] : answerOf(question);
    if (answer && !question.hidden) found.push([ask, answer]);
  }
  return found;
}

/** @param {HTMLElement} question */
function answerOf(question) {
  const field = question.querySelector('[id^="v-"]');
  if (field instanceof HTMLSelectElement) return field.value ? (field.selectedOptions[0].textContent ?? "") : "";
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value.trim();
  const chosen = [...question.querySelectorAll("select")].flatMap((list) =>
    list.value && visible(list) ? list.selectedOptions[0].textContent : [],
  );
  const boxes = [...question.querySelectorAll("input:checked")].map((box) => box.parentElement?.textContent?.trim());
  const typed = [...question.querySelectorAll('input[type="text"]')].flatMap((one) =>
    visible(one) ? /** @type {HTMLInputElement} */ (one).value : [],
  );
  return [...boxes, ...chosen, ...typed].filter(Boolean).join(", ");
}

/** @param {Element} part */
const visible = (part) => !part.closest(".ask__part[hidden], [data-bij][hidden]");

/** @param {[string, string][]} answers */
export const asList = (answers) => answers.flatMap(([ask, answer]) => [made("dt", "", ask), made("dd", "", answer)]);
/** @param {[string, string][]} answers */
export const asText = (answers) => answers.map(([ask, answer]) => `${ask} ${answer}`).join("\n");
