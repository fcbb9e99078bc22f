// What the form makes of entries: reads a task as JSON on the first argument's path, writes the answers as JSON.
import { readFileSync } from "node:fs";
import { LETTERS } from "../../site_overrides/assets/constants.js";
import { answersOf, compose, learn, nothing, questionOf, slug } from "../../site_overrides/assets/form/answers.js";
import { shortFor } from "../../site_overrides/assets/form/alike.js";
import { foundDraft } from "../../site_overrides/assets/form/found.js";
import { judge } from "../../site_overrides/assets/form/rules.js";
import { faults } from "../../site_overrides/assets/form/schema.js";
import { Typed } from "../../site_overrides/assets/form/typed.js";
import { atForge, byMail, textOf } from "../../site_overrides/assets/form/ways.js";
import { known } from "../../site_overrides/assets/form/sentences.js";
import { fileText } from "../../site_overrides/assets/form/yaml.js";

const { does, items, rules, place, today } = JSON.parse(readFileSync(process.argv[2], "utf8"));
learn(LETTERS);
const typed = rules?.getypt && new Typed(rules.getypt);
/** @type {Record<string, (text: string) => unknown>} */
const readers = {
  datum: (text) => typed.day(text),
  brondatum: (text) => typed.dayOfSource(text),
  begintijd: (text) => typed.time(text),
  eindtijd: (text) => typed.time(text, true),
  wanneer: (text) => typed.when(text),
  bedragen: (text) => typed.prices(text),
  lijst: (text) => typed.items(text),
};
/** @type {Record<string, (item: any) => unknown>} */
const tasks = {
  judge: (entry) => judge("activities", entry, rules, place, today),
  faults: ([schema, value]) => faults(schema, value),
  yaml: (entry) => fileText("activities", entry, 2),
  known: ([entry, spot]) => known(entry, spot ?? undefined, rules),
  again: ([name, entry, where]) => compose(answersOf(entry, where, rules), { slug: name, entry }, where, rules),
  slug,
  short: ([one, other]) => shortFor(one, other),
  typed: ([question, text]) => readers[question](text),
  made: ([answers, where]) => compose({ ...nothing(rules), ...answers }, null, where, rules),
  draft: foundDraft,
  drafted: ([found, where]) =>
    compose({ ...nothing(rules), ...answersOf(found.entry, where, rules), ...found.names }, null, where, rules),
  question: ([folder, at]) => questionOf(folder, at, rules),
  forge: ([file, site]) => atForge(file, site),
  mail: ([files, site]) => byMail(files, site, "Wat is het? Wandelen"),
  text: textOf,
};
process.stdout.write(JSON.stringify(items.map((/** @type {unknown} */ item) => tasks[does](item))));
