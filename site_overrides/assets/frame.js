// @ts-check
// A page inside another site: it tells how high it is, and keeps links within the page inside the frame.

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
