// @ts-check
// What the answers make at a moment, and what is wrong with it.

import { UNKNOWN } from "../constants.js";
import { compose, questionOf } from "./answers.js";
import { table } from "./knowledge.js";
import { judge } from "./rules.js";

/**
 * @param {import("./answers.js").Answers} answers
 * @param {import("./answers.js").Old} old
 * @param {import("./rules.js").Place} place
 * @param {import("./rules.js").Rules} rules
 * @param {string} today
 */
export function stand(answers, old, place, rules, today) {
  const files = dated(compose(answers, old, place, rules), today);
  const { entry } = files[files.length - 1];
  /** @param {string} folder */
  const fresh = (folder) =>
    Object.fromEntries(files.filter((file) => file.folder === folder).map((file) => [file.id, file.entry]));
  const known = {
    ...place,
    organisaties: table(place.organisaties, fresh("organisations")),
    plekken: table(place.plekken, fresh("locations")),
  };
  const problems = files.flatMap((file) =>
    judge(/** @type {any} */ (file.folder), file.entry, rules, known, today).map((problem) => ({
      ...problem,
      question: questionOf(file.folder, problem.at, rules),
    })),
  );
  // What somebody did not change need not be sent.
  const kept = old && JSON.stringify(entry) === JSON.stringify(old.entry);
  const changed = kept ? files.slice(0, -1) : files;
  return {
    answers,
    files,
    changed,
    entry,
    shown: readable(entry, problems),
    problems,
    spot: known.plekken[entry.locatie],
  };
}

/**
 * The same files, with in what is new the day on which it came.
 * @param {import("./answers.js").File[]} files
 * @param {string} today
 */
export function dated(files, today) {
  const last = files[files.length - 1];
  if (last.isNew) {
    const { gecontroleerd, bron, ...rest } = last.entry;
    last.entry = { ...rest, toegevoegd: today, ...(gecontroleerd ? { gecontroleerd } : {}), bron };
  }
  return files;
}

/**
 * An entry without the days and prices in which something is wrong: its card may not say what is not so.
 * @param {import("./rules.js").Entry} entry
 * @param {import("./rules.js").Problem[]} problems
 */
function readable(entry, problems) {
  const found = { ...entry };
  for (const name of ["wanneer", "kosten"]) {
    const wrong = new Set(problems.filter((one) => !one.tip && one.at[0] === name).map((one) => one.at[1]));
    if (!Array.isArray(entry[name]) || !wrong.size) continue;
    const rest = entry[name].filter((/** @type {any} */ _, /** @type {number} */ at) => !wrong.has(at));
    found[name] = rest.length ? rest : UNKNOWN;
  }
  for (const name of ["loopt", "gecontroleerd"])
    if (problems.some((one) => !one.tip && one.at[0] === name)) delete found[name];
  return found;
}
