// @ts-check
// A page inside another site: it tells how high it is, and keeps links within the page inside the frame.
// A plain script: a module does not run in a frame without an origin of its own.

/** How many cards the other site wants at first; 0 for all. */
const few = Number(/^wijzer:(\d+)$/.exec(window.name)?.[1] ?? 0);

/**
 * Hides what the other site has no room for; the search hides and shows with `hidden`, and that stays its own.
 * @param {Element | null | undefined} one
 */
function leaveOut(one, out = true) {
  if (one instanceof HTMLElement) one.style.display = out ? "none" : "";
}

/** Shows no more cards than that, and the way to the rest: a page of another site stays its own. */
function keepSmall() {
  const place = location.pathname.split("/").filter(Boolean).at(-1);
  for (const part of document.querySelectorAll("[data-alles], #resultaten")) {
    const cards = [...part.querySelectorAll(".cards > li")].filter((card) => !card.closest("[hidden]"));
    const out = new Set(cards.slice(few));
    for (const card of cards) leaveOut(card, out.has(card));
    for (const group of part.querySelectorAll(".group"))
      leaveOut(group, !cards.some((card) => !out.has(card) && group.contains(card)));
    part.querySelector("[data-kader-rest]")?.remove();
    const more = part.querySelector("[data-meer]");
    leaveOut(more);
    const total = cards.length + Number(more?.getAttribute("data-meer") ?? 0);
    if (total <= few) continue;
    const way = document.createElement("a");
    way.className = "button";
    way.href = `../../${place === "overal" ? "zoeken" : place}/${location.hash}`;
    way.target = "_blank";
    // A large municipality has its activities on more pages: how many is not known here.
    const pages = part.querySelectorAll(".pager, .section.actions");
    for (const one of pages) leaveOut(one);
    way.textContent = pages.length ? "Bekijk alles" : `Bekijk alle ${total}`;
    const line = document.createElement("p");
    line.className = "actions wrap";
    line.dataset.kaderRest = "";
    line.append(way);
    part.append(line);
  }
}

if (few) {
  keepSmall();
  const watched = new MutationObserver(() => {
    watched.disconnect();
    keepSmall();
    watch();
  });
  const watch = () => watched.observe(document.body, { attributeFilter: ["hidden"], childList: true, subtree: true });
  watch();
}

if (parent !== window) {
  let last = 0;
  const tell = () => {
    // Only a number leaves the frame; it says nothing of what a visitor does.
    const height = document.body.getBoundingClientRect().height;
    if (height !== last) parent.postMessage({ activiteitenwijzer: height }, "*");
    last = height;
  };
  new ResizeObserver(tell).observe(document.body);
  // A browser watches no sizes in a frame that is out of sight; what the search changes is seen all the same.
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(tell, 100);
  };
  new MutationObserver(soon).observe(document.body, { attributes: true, childList: true, subtree: true });
  tell();
}

addEventListener(
  "click",
  (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link?.getAttribute("href")?.startsWith("#")) link.target = "_self";
  },
  { capture: true },
);
