// @ts-check

import { copied } from "./copy.js";

/**
 * Gives an address away with the device's own sharing, else by copying it; where neither works it is shown.
 * @param {string} url
 * @param {Element} told where is said what happened
 */
export async function shareAddress(url, told) {
  told.textContent = "";
  try {
    if (navigator.share) await navigator.share({ title: document.title, url });
    else told.textContent = (await copied(url)) ? "De link is gekopieerd." : `Kopieer deze link: ${url}`;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return;
    told.textContent = `Kopieer deze link: ${url}`;
  }
}
