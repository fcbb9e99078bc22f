// @ts-check
// A page that leads on: what stands behind the # comes along. Without this script the page leads on by itself, and without that.

const link = document.querySelector("main a.button");
if (link instanceof HTMLAnchorElement && location.hash) location.replace(link.href + location.hash);
