// @ts-check
// "Zet in mijn agenda" on a large site: the activity's own calendar, out of a file with those of many.

import { CALENDARS } from "./constants.js";
import { fileNumber } from "./together.js";

/**
 * The calendar of an activity; nothing where it cannot be fetched, or is not there any more.
 * @param {string} root the address of the site's root
 * @param {string} id
 */
export async function calendarOf(root, id) {
  let number = 1;
  // How many files there are stands in each of them; one may be older than the other.
  for (let turn = 0; turn < 3; turn++) {
    const answer = await fetch(`${root}${id.split("/")[0]}/${CALENDARS}-${number}.json`);
    if (!answer.ok) return "";
    const { bestanden, agenda } = await answer.json();
    if (Object.hasOwn(agenda, id)) return agenda[id];
    const other = fileNumber(id, bestanden);
    if (other === number) return "";
    number = other;
  }
  return "";
}

/**
 * Gives a calendar as a file, which a telephone opens in its own program.
 * @param {string} text
 * @param {string} name
 */
function hand(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Makes the button work, and says so where that fails.
 * @param {Element} button
 * @param {string} root
 */
export function offerCalendar(button, root) {
  if (!(button instanceof HTMLElement)) return;
  const id = button.dataset.inAgenda ?? "";
  const told = button.parentElement?.querySelector("small");
  const words = told?.textContent ?? "";
  button.addEventListener("click", async () => {
    const text = await calendarOf(root, id).catch(() => "");
    if (text) hand(text, `${id.split("/")[1]}.ics`);
    if (told) told.textContent = text ? words : "Dat lukt nu niet. Probeer het later weer.";
  });
  if (button.parentElement) button.parentElement.hidden = false;
}
