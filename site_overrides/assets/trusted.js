// @ts-check
// The one policy by which a script of this site names another that runs by itself: an address of the site and no other.

/**
 * @param {string} address
 * @returns {any} what a browser takes as the address of a worker
 */
export function trusted(address) {
  const page = /** @type {any} */ (window);
  // Two scripts of a page may ask, and a policy is made once.
  page.wijzerTrusted ??= page.trustedTypes?.createPolicy("wijzer", {
    createScriptURL: (/** @type {string} */ url) => {
      if (new URL(url).origin !== location.origin) throw new TypeError("Alleen een script van deze site.");
      return url;
    },
  });
  return page.wijzerTrusted ? page.wijzerTrusted.createScriptURL(address) : address;
}
