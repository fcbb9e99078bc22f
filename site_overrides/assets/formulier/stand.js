// @ts-check
// What the answers make at a moment, and what is wrong with it.

import { compose, questionOf, UNKNOWN } from "./antwoorden.js";
import { judge } from "./regels.js";

/** A municipality of which nothing is known yet. @type {import("./regels.js").Place} */
export const NOWHERE = { organisaties: {}, plekken: {}, namen: [], per_bestand: 1 };

/** The answers of somebody who has not begun. */
export const NOTHING = {
  thema: [],
  soort: [],
  wanneer: [],
  kosten: UNKNOWN,
  aanmelden: UNKNOWN,
  rolstoel: UNKNOWN,
  alleen_komen: UNKNOWN,
  iemand_gaat_mee: UNKNOWN,
  loopt: "ja",
};

/**
 * @param {import("./antwoorden.js").Answers} answers
 * @param {import("./antwoorden.js").Old} old
 * @param {import("./regels.js").Place} place
 * @param {import("./regels.js").Rules} rules
 * @param {string} today
 */
export function stand(answers, old, place, rules, today) {
  const files = compose(answers, old, place, rules);
  const { entry } = files[files.length - 1];
  /** @param {string} folder */
  const fresh = (folder) =>
    Object.fromEntries(files.filter((file) => file.folder === folder).map((file) => [file.id, file.entry]));
  const known = {
    ...place,
    organisaties: { ...place.organisaties, ...fresh("organisations") },
    plekken: { ...place.plekken, ...fresh("locations") },
  };
  const problems = files.flatMap((file) =>
    judge(file.folder, file.entry, rules, known, today).map((problem) => ({
      ...problem,
      question: questionOf(file.folder, problem.at),
    })),
  );
  return { answers, files, entry, problems, spot: known.plekken[entry.locatie] };
}

/**
 * A file of the site; null where it cannot be had.
 * @param {string} address
 * @returns {Promise<any>}
 */
export async function got(address) {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? answer.json() : null;
}
