// @ts-check

/**
 * Copies a text; tells whether that worked. A browser may refuse, or have no way to.
 * @param {string} text
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
