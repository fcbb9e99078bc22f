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

/** How near to the edge of the window a page begins to scroll along, and how far it goes each time, in pixels. */
const EDGE = 70;
const STEP = 18;
/** How far a pointer must be in another item before they change places, in pixels. */
const DEEP = 50;

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
    const before = placeOf(item);
    let at = event.clientY;
    item.classList.add("leaf-item--moving");
    const move = (/** @type {PointerEvent} */ moment) => {
      at = moment.clientY;
      change(item, at);
    };
    const scrolling = setInterval(() => {
      const way = at < EDGE ? -STEP : at > innerHeight - EDGE ? STEP : 0;
      if (!way) return;
      scrollBy(0, way);
      change(item, at);
    }, 30);
    const end = () => {
      clearInterval(scrolling);
      document.removeEventListener("pointermove", move);
      for (const name of ["pointerup", "pointercancel"]) document.removeEventListener(name, end);
      item.classList.remove("leaf-item--moving");
      if (placeOf(item) !== before) drop();
    };
    // Not captured by the handle: a capture is lost when the item gets another place in the document.
    document.addEventListener("pointermove", move);
    for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, end);
  });
}

/** @param {HTMLElement} item */
const placeOf = (item) => [...(item.parentElement?.children ?? [])].indexOf(item);

/**
 * Gives an item the place of another one that the pointer is in.
 * @param {HTMLElement} item
 * @param {number} at height of the pointer in the window
 */
function change(item, at) {
  for (const other of item.parentElement?.children ?? []) {
    const box = other.getBoundingClientRect();
    if (other === item || at < box.top || at > box.bottom) continue;
    const deep = Math.min(DEEP, box.height / 2);
    const down = item.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (down && at > box.top + deep) other.after(item);
    else if (!down && at < box.bottom - deep) other.before(item);
  }
}
