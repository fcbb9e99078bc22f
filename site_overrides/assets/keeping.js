// @ts-check
// Asks the worker of the site to keep the municipality of this page, for when there is no connection (offline.js).

import { OFFLINE } from "./constants.js";
import { trusted } from "./trusted.js";

/**
 * @param {string} place a municipality
 * @param {string} root the address of the site's root
 */
async function keepForLater(place, root) {
  try {
    await navigator.serviceWorker.register(trusted(`${root}${OFFLINE}`), { scope: root });
    (await navigator.serviceWorker.ready).active?.postMessage(place);
  } catch {
    // Without it the page is as good, while there is a connection.
  }
}

const kept = document.querySelector("[data-zonder-internet]");
const thrift = /** @type {any} */ (navigator).connection?.saveData;
if (kept instanceof HTMLElement && "serviceWorker" in navigator && window === top && !thrift)
  // What the page itself needs goes first.
  addEventListener("load", () =>
    keepForLater(kept.dataset.zonderInternet ?? "", new URL(kept.dataset.wortel ?? "", location.href).href),
  );
