// @ts-check
// The card of what is being made, as visitors will see it (generator/show/templates/components/card.html).

import { icon, made } from "./elements.js";
import { fullDate, known, listing } from "./sentences.js";

/**
 * @param {import("./rules.js").Entry} entry
 * @param {import("./rules.js").Entry | undefined} place the location, where it is one
 * @param {import("./rules.js").Rules} rules
 */
export function card(entry, place, rules) {
  const theme = rules.themas.find((/** @type {{ id: string }} */ one) => one.id === entry.domeinen?.[0]);
  const made_ = made("article", `card${theme ? ` theme-${theme.kleur}` : ""}`);
  if (theme) made_.append(made("p", "card__theme", icon(theme.pictogram), theme.naam));
  made_.append(made("h3", "card__title", entry.titel || "Nog geen titel"));
  made_.append(made("p", "card__summary", entry.samenvatting || "Nog geen samenvatting."));
  if (entry.loopt?.status) made_.append(made("p", "card__paused", stopped(entry.loopt)));
  const { facts, unknown } = known(entry, place, rules);
  const list = facts.map((fact) => {
    const lines = fact.lines.flatMap((line, at) => (at ? [document.createElement("br"), line] : [line]));
    return made(
      "li",
      "",
      icon(fact.icon),
      made("span", "", made("span", "visually-hidden", `${fact.label}: `), ...lines),
    );
  });
  if (list.length) made_.append(made("ul", "facts", ...list));
  if (unknown.length)
    made_.append(
      made("p", "card__unknown", icon("help-circle-outline"), made("span", "", `Nog navragen: ${listing(unknown)}`)),
    );
  if (entry.gecontroleerd?.op)
    made_.append(
      made(
        "p",
        "card__checked card__checked--fresh",
        icon("check-circle-outline"),
        `Gecontroleerd op ${fullDate(entry.gecontroleerd.op)}`,
      ),
    );
  return made_;
}

/** @param {import("./rules.js").Entry} loopt */
function stopped(loopt) {
  const known = /^\d/.test(loopt.tot ?? loopt.sinds ?? "");
  if (loopt.status === "gestopt")
    return known
      ? `Deze activiteit is gestopt op ${fullDate(loopt.sinds)}.`
      : "Deze activiteit is gestopt, voor zover wij weten.";
  return `Deze activiteit is er even niet${known ? ` tot ${fullDate(loopt.tot)}` : ""}.${loopt.reden ? ` ${loopt.reden}` : ""}`;
}
