// @ts-check
// Parts of a page: those that must be there, and those that a script makes, never out of a text with marks in it.

/**
 * A part of the page that must be there.
 * @template {HTMLElement} T
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function part(selector, kind) {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`Op deze pagina ontbreekt ${selector}.`);
  return found;
}

/**
 * @param {string} tag
 * @param {string} look
 * @param {(Node | string)[]} content
 */
export function made(tag, look, ...content) {
  const element = document.createElement(tag);
  if (look) element.className = look;
  element.append(...content);
  return element;
}
