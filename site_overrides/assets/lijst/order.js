// @ts-check
// Another order: by buttons, and by dragging a handle with a mouse, a pen or a finger.

/**
 * A row with one item in another place.
 * @template T
 * @param {T[]} row
 * @param {number} from
 * @param {number} to
 */
export function moved(row, from, to) {
  const rest = [...row];
  rest.splice(to, 0, ...rest.splice(from, 1));
  return rest;
}

/**
 * Lets an item of a list be dragged by its handle.
 * @param {HTMLElement} handle
 * @param {HTMLElement} item
 * @param {() => void} drop called when it has another place
 */
export function dragged(handle, item, drop) {
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const list = item.parentElement;
    const before = [...(list?.children ?? [])].indexOf(item);
    handle.setPointerCapture(event.pointerId);
    item.classList.add("leaf-item--moving");
    const move = (/** @type {PointerEvent} */ at) => {
      for (const other of list?.children ?? []) {
        if (other === item) continue;
        const box = other.getBoundingClientRect();
        if (at.clientY < box.top || at.clientY > box.bottom) continue;
        const down = item.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
        if (down && at.clientY > box.top + box.height / 2) other.after(item);
        else if (!down && at.clientY < box.top + box.height / 2) other.before(item);
      }
    };
    const end = () => {
      handle.removeEventListener("pointermove", move);
      item.classList.remove("leaf-item--moving");
      if ([...(list?.children ?? [])].indexOf(item) !== before) drop();
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", end, { once: true });
  });
}
