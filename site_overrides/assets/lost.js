// @ts-check
// On the page for an address that does not exist: a mail program may have encoded the # of a link (/lijst/%23a=…). Then this goes on to the
// page that was meant.

import { healed } from "./fragment.js";

/**
 * The address that was meant; nothing where a # was not encoded.
 * @param {string} path
 */
export function meant(path) {
  const at = path.search(/%(?:25)*23/i);
  if (at < 0) return "";
  return `${path.slice(0, at)}#${healed(path.slice(at))}`;
}

if (typeof location !== "undefined") {
  const address = meant(location.pathname);
  if (address) location.replace(address);
}
