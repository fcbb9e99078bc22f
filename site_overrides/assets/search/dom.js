// @ts-check
// Small things that the catalogue does with a document.

/**
 * @template {Element} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function one(within, selector, kind) {
  const found = within.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`Op deze pagina ontbreekt ${selector}.`);
  return found;
}

/** Lets the page draw and answer. */
export const pause = () => new Promise((done) => setTimeout(done));

/** @param {Element} content */
export function item(content) {
  const made = document.createElement("li");
  made.append(content);
  return made;
}

/** @param {string} words */
export function note(words) {
  const made = document.createElement("span");
  made.className = "quiet";
  made.textContent = words;
  return item(made);
}

/**
 * @param {string} label
 * @param {string} spoken what a screen reader says, where it is more than the label
 * @param {string} look
 * @param {() => void} act
 */
export function button(label, spoken, look, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = look;
  made.textContent = label;
  if (spoken) made.setAttribute("aria-label", spoken);
  made.addEventListener("click", act);
  return item(made);
}
