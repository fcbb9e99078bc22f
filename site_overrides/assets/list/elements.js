// @ts-check
// Small things that only the page of the list is made of.

/**
 * A button in a leaf or a message.
 * @param {string} label
 * @param {string} more what only a screen reader says
 * @param {() => void} act
 */
export function tool(label, more, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "leaf-tool";
  made.textContent = `${label} `;
  const hidden = document.createElement("span");
  hidden.className = "visually-hidden";
  hidden.textContent = `(${more})`;
  made.append(hidden);
  made.addEventListener("click", act);
  return made;
}

/**
 * The title of the activity in a row.
 * @param {Element} row
 */
export function nameOf(row) {
  return row.querySelector(".leaf__title")?.textContent?.trim() ?? "";
}
