// @ts-check
// Parts of a page, made by a script: never out of a text with marks in it.

const SVG = "http://www.w3.org/2000/svg";

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

/** @param {string} name */
export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  drawing.append(use);
  return drawing;
}
