// @ts-check
// What is wrong, beside its question and in the list at the end.

import { made } from "./maken.js";

/** @typedef {import("./regels.js").Problem} Problem */

/**
 * @param {Element | null} where
 * @param {Problem[]} problems
 */
export function say(where, problems) {
  if (!(where instanceof HTMLElement)) return;
  where.hidden = !problems.length;
  where.textContent = [...new Set(problems.map(({ says }) => sentence(says)))].join(" ");
}

/** @param {string} words */
const sentence = (words) => words.trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/**
 * A line of the list: it leads to its question.
 * @param {Problem} problem
 * @param {HTMLElement | null} question
 * @param {(step: number) => Promise<void>} go
 */
export function faultLine(problem, question, go) {
  const ask = question?.querySelector(".ask__label")?.firstChild?.textContent?.trim() ?? `${problem.at[0]}:`;
  const words = `${ask} ${sentence(problem.says)}`;
  if (!question) return made("li", "", words);
  const link = /** @type {HTMLAnchorElement} */ (made("a", "", words));
  link.href = `#${question.querySelector("[id]")?.id ?? ""}`;
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    await go(Number(question.closest("[data-stap]")?.getAttribute("data-stap")));
    /** @type {HTMLElement} */ (question.querySelector("input, select, textarea, legend")).focus();
  });
  return made("li", "", link);
}
