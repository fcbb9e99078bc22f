// @ts-check
// What is wrong, beside its question and in the list at the end.

import { made } from "../elements.js";

/** @typedef {import("./rules.js").Problem} Problem */

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

/**
 * Marks the fields of a question in which something is wrong, and no others.
 * @param {HTMLElement} question
 * @param {Problem[]} errors
 */
export function markFields(question, errors) {
  const rows = [...question.querySelectorAll("[data-rijen] > *")];
  for (const field of question.querySelectorAll("input, select, textarea")) {
    const wrong = errors.some(({ at: [, row, part] }) => {
      if (typeof row !== "number" || !rows.length) return true;
      return rows[row]?.contains(field) && (!part || field.getAttribute("data-deel") === part);
    });
    wrong ? field.setAttribute("aria-invalid", "true") : field.removeAttribute("aria-invalid");
  }
}

/**
 * Problems in the order of their questions.
 * @template {Problem & { question: string }} P
 * @param {P[]} problems
 * @param {ParentNode} form
 */
export function byQuestion(problems, form) {
  const names = [...form.querySelectorAll("[data-vraag]")].map((one) => one.getAttribute("data-vraag"));
  return problems.sort((a, b) => names.indexOf(a.question) - names.indexOf(b.question));
}

/**
 * Says whether the site has a name already: then nothing of it is asked again.
 * @param {HTMLElement} question
 * @param {string} name
 * @param {boolean} there
 * @param {string} offered what to say where it is not, and may be another's
 */
export function sayKnown(question, name, there, offered) {
  const where = question.querySelector("[data-bekend]");
  const words = there ? "Dit staat al op de site." : offered || "Dit is nieuw op de site. Dat mag.";
  if (where) where.textContent = name ? words : "";
}
