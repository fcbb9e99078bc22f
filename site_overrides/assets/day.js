// @ts-check

/**
 * The day it is in the Netherlands, as 2026-11-22, wherever the reader is.
 *
 * Put together of its parts: no language writes a day like that for ever ("en-CA" did not for a year of browsers).
 * @param {Date} now
 */
export function dutchDay(now) {
  const parts = /** @type {const} */ ({ year: "numeric", month: "2-digit", day: "2-digit" });
  const format = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam", ...parts });
  const found = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${found.year}-${found.month}-${found.day}`;
}
