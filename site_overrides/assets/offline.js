// @ts-check
// Without a connection: a worker of the site's own keeps the municipality that was looked at last, its agenda and its leaves, and the
// page of the list. It always asks the site first, so that nobody gets an old page while there is a new one.

import { AGENDA_PAGE, LEAVES, LIST_PAGE } from "./constants.js";

const worker = /** @type {any} */ (globalThis);
/** The style, script and letters of those pages; filled in by the build, and nothing where the site keeps nothing. */
const SHELL = "./shell".split(" ").filter(Boolean);
/** So many files of leaves are kept: a large municipality has more than a telephone should get unasked. */
const MOST = 6;
/** @type {string} */
const root = worker.registration.scope;
// Other sites may stand on the same host: what is kept begins with this one's address.
const own = `${root} `;
const shell = `${own}#`;

const mine = async () => (await caches.keys()).filter((name) => name.startsWith(own));
const place = async () => (await mine()).find((name) => name !== shell)?.slice(own.length);

/**
 * Keeps a municipality in place of the one before. All of it, or nothing.
 * @param {string} name
 */
async function keep(name) {
  const first = await fetch(`${root}${name}/${LEAVES}-1.html`);
  const amount = first.ok ? Number(/data-bestanden="(\d+)"/.exec(await first.text())?.[1]) : 0;
  const pages = [`${name}/`, `${name}/${AGENDA_PAGE}`, LIST_PAGE];
  for (let one = 1; one <= Math.min(amount, MOST); one++) pages.push(`${name}/${LEAVES}-${one}.html`);
  await (await caches.open(own + name)).addAll(pages.map((page) => root + page));
  for (const other of await mine()) if (other !== shell && other !== own + name) await caches.delete(other);
}

/** Takes the place of the worker before: its pages are fetched anew, for they name files that are no longer kept. */
async function begin() {
  if (!SHELL.length) {
    for (const name of await mine()) await caches.delete(name);
    await worker.registration.unregister();
    return;
  }
  const name = await place();
  if (name) await keep(name);
  const cache = await caches.open(shell);
  for (const { url } of await cache.keys()) if (!SHELL.includes(url.slice(root.length))) await cache.delete(url);
}

/**
 * What is kept of an address, if anything.
 * @param {string} address
 */
async function kept(address) {
  for (const name of await mine()) {
    const found = await (await caches.open(name)).match(address, { ignoreSearch: true });
    if (found) return { found, name };
  }
  return null;
}

/**
 * A page that says that it is not of now.
 * @param {Response} page
 */
async function said(page) {
  const date = Date.parse(page.headers.get("date") ?? "");
  const day = new Date(date).toLocaleDateString("nl", { day: "numeric", month: "long" });
  const words = `U bent niet verbonden.${date ? ` Dit is van ${day}.` : ""}`;
  const html = await page.text();
  const told = html.replace(
    /<main[^>]*>/,
    `$&<div class="wrap section"><p class="notice" role="status">${words}</p></div>`,
  );
  return new Response(told, { headers: page.headers });
}

/** What there is instead of a page that was not kept. */
async function elsewhere() {
  const name = await place();
  const ways = [
    [`${name}/`, "Activiteiten"],
    [`${name}/${AGENDA_PAGE}`, "Agenda"],
    [LIST_PAGE, "Mijn lijst"],
  ].map(([page, label]) => `<li><a href="${root}${page}">${label}</a>`);
  const html = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Niet verbonden</title><link rel="stylesheet" href="${root}${SHELL[0]}"><main class="wrap prose"><h1>U bent niet verbonden</h1><p>Deze pagina is niet bewaard. Probeer het later weer.</p>${name ? `<p>Dit kunt u wel bekijken:</p><ul>${ways.join("")}</ul>` : ""}</main>`;
  return new Response(html, { status: 503, headers: { "content-type": "text/html" } });
}

/** @param {Request} request */
async function answer(request) {
  try {
    const response = await fetch(request);
    const before = response.ok && request.mode === "navigate" && (await kept(request.url));
    if (before) await (await caches.open(before.name)).put(request.url, response.clone());
    return response;
  } catch (error) {
    const before = await kept(request.url);
    if (request.mode === "navigate") return before ? said(before.found) : elsewhere();
    if (before) return before.found;
    throw error;
  }
}

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(
    caches
      .open(shell)
      .then((cache) => cache.addAll(SHELL.map((name) => root + name)))
      .then(() => worker.skipWaiting()),
  );
});
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(begin()));
worker.addEventListener("message", (/** @type {any} */ event) => event.waitUntil(keep(event.data)));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { method, url } = event.request;
  if (SHELL.length && method === "GET" && url.startsWith(root)) event.respondWith(answer(event.request));
});
