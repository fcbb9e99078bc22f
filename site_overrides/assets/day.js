// @ts-check

/**
 * The day it is in the Netherlands, as 2026-11-22, wherever the reader is.
 * @param {Date} now
 */
export function dutchDay(now) {
  const parts = /** @type {const} */ ({ year: "numeric", month: "2-digit", day: "2-digit" });
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam", ...parts }).format(now);
}
