// @ts-check
// An activity mended, and given away: what, when and where as words, and the page's address without what the visitor has on a list or searched for.

import { offerCalendar } from "./calendar.js";
import { copied } from "./copy.js";
import { shortText } from "./message.js";
import { mailto, whatsapp } from "./outgoing.js";

const part = document.querySelector("[data-delen]");
const told = part?.querySelector("[data-gedeeld]");

if (part instanceof HTMLElement && told) {
  const url = location.href.split("#")[0];
  const words = part.dataset.tekst ?? "";
  const text = shortText([words], url);
  const [title] = words.split("\n");
  part.hidden = false;
  for (const [name, address] of [
    ["[data-whatsapp]", whatsapp(text)],
    ["[data-mail]", mailto("", title, text)],
  ])
    part.querySelector(name)?.setAttribute("href", address);
  part.querySelector("[data-kopieer-tekst]")?.addEventListener("click", async () => {
    told.textContent = (await copied(text)) ? "De tekst en de link zijn gekopieerd." : `Kopieer deze link: ${url}`;
  });
}

/** Leads "Klopt er iets niet?" of an activity to the form, filled in with it; without a script it is a mail or an issue. */
function offerMending() {
  const link = document.querySelector("a[data-verbeter]");
  if (!(link instanceof HTMLAnchorElement)) return;
  link.href = link.dataset.verbeter ?? link.href;
  link.parentElement?.querySelector("small")?.remove();
}

/** The way there: an app with maps on a phone that has one, and the address to copy. */
function offerWay() {
  const phone = /Android/.test(navigator.userAgent);
  for (const link of document.querySelectorAll("a[data-app]"))
    if (phone && link instanceof HTMLAnchorElement) link.href = link.dataset.app ?? link.href;
  const button = document.querySelector("[data-kopieer-adres]");
  if (!(button instanceof HTMLButtonElement) || !button.parentElement) return;
  const told = button.parentElement.querySelector("[role=status]");
  const address = button.dataset.kopieerAdres ?? "";
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    if (told) told.textContent = (await copied(address)) ? "Het adres is gekopieerd." : address;
  });
}

offerMending();
offerWay();
for (const button of document.querySelectorAll("[data-in-agenda]"))
  if (button instanceof HTMLElement) offerCalendar(button, new URL(button.dataset.wortel ?? "", location.href).href);
