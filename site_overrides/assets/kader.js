// @ts-check
// A page inside another site: it tells how high it is, and keeps links within the page inside the frame.

if (parent !== window) {
  const tell = () => {
    // Only a number leaves the frame; it says nothing of what a visitor does.
    parent.postMessage({ activiteitenwijzer: document.body.getBoundingClientRect().height }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
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
