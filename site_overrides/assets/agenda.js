// @ts-check
// The days of an agenda were written down when the site was made. This only names them as a reader does (today, tomorrow,
// this week), leaves out what is past, and says so when they have become too old to trust.

import { copied } from "./copy.js";
import { dutchDay } from "./day.js";
import { webcal } from "./outgoing.js";

/** From this many days after it was made an agenda is not shown by date any more. */
export const OLD = 14;
const DAY = 86_400_000;

/**
 * How many days lie between two days.
 * @param {string} from
 * @param {string} to
 */
export const between = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/**
 * The Monday of the week of a day.
 * @param {string} day
 */
export function monday(day) {
  const moment = new Date(Date.parse(day));
  return new Date(moment.getTime() - ((moment.getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
}

/**
 * What a reader calls a day, if it has a name of its own.
 * @param {string} day
 * @param {string} today
 */
export const nameOfDay = (day, today) => ["Vandaag", "Morgen"][between(today, day)] ?? "";

/**
 * What a reader calls a week.
 * @param {string} week its Monday
 * @param {string} today
 */
export const nameOfWeek = (week, today) => ["Deze week", "Volgende week"][between(monday(today), week) / 7] ?? "";

/**
 * What is said of an agenda that is too old.
 * @param {string} made in words
 * @param {number} age in days
 */
export const tooOld = (made, age) =>
  `Deze agenda is gemaakt op ${made}. Dat is ${age} dagen geleden. De datums zijn niet meer zeker. Kijk bij de vaste dagen, en bel even voor u gaat.`;

/** @param {HTMLElement} root */
function show(root) {
  const made = root.dataset.gemaakt ?? "";
  const now = dutchDay(new Date());
  const today = [made, now].sort()[1]; // a clock that is behind cannot be right
  const age = between(made, today);
  const old = age >= OLD;
  const part = (/** @type {string} */ name) => {
    const found = root.querySelector(`[${name}]`);
    return found instanceof HTMLElement ? found : null;
  };
  const [days, fixed, told, jumps] = ["data-dagen", "data-vast", "data-oud", "data-sprongen"].map(part);
  if (old) {
    if (told) {
      told.hidden = false;
      told.textContent = tooOld(root.dataset.gemaaktOp ?? "", age);
    }
    if (days) days.hidden = true;
    return;
  }
  if (fixed) fixed.hidden = true;
  for (const day of root.querySelectorAll("[data-dag]"))
    if (day instanceof HTMLElement) day.hidden = (day.dataset.dag ?? "") < today;
  for (const week of root.querySelectorAll("[data-week]"))
    if (week instanceof HTMLElement) week.hidden = !week.querySelector("[data-dag]:not([hidden])");
  for (const [attribute, name] of /** @type {const} */ ([
    ["data-dag", nameOfDay],
    ["data-week", nameOfWeek],
  ]))
    for (const one of root.querySelectorAll(`[${attribute}]:not([hidden])`)) {
      const word = name(one.getAttribute(attribute) ?? "", today);
      const place = one.querySelector("[data-naam]");
      if (!word || !place) continue;
      place.textContent = `${word}: `;
      if (jumps) jumps.append(jump(one, word));
    }
  if (jumps) jumps.hidden = !jumps.children.length;
}

/**
 * A link to a day or a week on the page.
 * @param {Element} target
 * @param {string} word
 */
function jump(target, word) {
  const link = document.createElement("a");
  link.className = "chip chip--plain";
  target.id ||= `week-${target.getAttribute("data-week")}`;
  if (target instanceof HTMLElement) target.tabIndex = -1;
  link.href = `#${target.id}`;
  link.textContent = word;
  return link;
}

/** On a device of Apple a calendar that follows the site opens in its own program; elsewhere somebody copies its address. */
function offerSubscribing() {
  const apple = /Mac|iPhone|iPad/.test(navigator.platform) && location.protocol === "https:";
  for (const link of document.querySelectorAll("a[data-abonneer]")) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    const button = link.parentElement?.querySelector("button");
    const told = link.closest(".feeds")?.querySelector("[role=status]");
    const address = link.href.split("#")[0];
    if (apple) link.href = webcal(address);
    if (!button || !told) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      told.textContent = "";
      const done = await copied(address);
      told.textContent = done ? "Het adres van de agenda is gekopieerd." : `Kopieer dit adres: ${address}`;
    });
  }
}

if (typeof document !== "undefined") {
  for (const root of document.querySelectorAll("[data-agenda]")) if (root instanceof HTMLElement) show(root);
  offerSubscribing();
}
