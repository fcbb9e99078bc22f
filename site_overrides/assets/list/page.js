// @ts-check
// The page of the list: shows its leaves, changes their order, and gives them away on paper, as a link, a code or a text.

import { LIST_PAGE } from "../constants.js";
import { CodeMaker } from "./code.js";
import { part } from "../elements.js";
import { nameOf, tool } from "./elements.js";
import { Giving } from "./giving.js";
import { Leaves } from "./leaves.js";
import { moved } from "./order.js";
import { Rows } from "./rows.js";
import { Sheet } from "./sheet.js";

/** How long a message stays, in milliseconds. */
const TOLD = 12_000;

class ListPage {
  /**
   * @param {HTMLElement} page
   * @param {import("./keep.js").Keep} keep
   */
  constructor(page, keep) {
    this.keep = keep;
    this.root = new URL(page.dataset.wortel ?? "./", location.href).href;
    this.list = part("[data-bladen]", HTMLElement);
    this.told = part("[data-verteld]", HTMLElement);
    this.number = 0;
    this.telling = 0;
    const maker = new CodeMaker(page.dataset.code ?? "");
    this.sheet = new Sheet(this.list, maker);
    this.giving = new Giving(
      this.list,
      maker,
      () => this.link,
      (text) => this.tell(text),
    );
    this.rows = new Rows(this.list, new Leaves(this.root), {
      retry: (id) => this.retry(id),
      seen: (item) => this.keep.change(this.keep.items.map((one) => (one.id === item.id ? item : one))),
      dropped: () => this.dropped(),
      move: (row, step) => this.move(row, step),
      remove: (row) => this.remove(row),
    });
  }

  start() {
    part("[data-zonder-script]", HTMLElement).hidden = true;
    this.keep.listeners.push(() => this.show());
    this.sheet.start();
    this.giving.start();
    this.saving();
    this.show();
  }

  /** The address of this list, as it is given away. */
  get link() {
    return `${this.root}${LIST_PAGE}${this.keep.text ? `#a=${this.keep.text}` : ""}`;
  }

  /** @param {string} text */
  tell(text) {
    clearTimeout(this.telling);
    this.told.textContent = text;
    // It stands over the page, and has been heard.
    this.telling = window.setTimeout(() => this.told.replaceChildren(), TOLD);
  }

  /** Shows the list as it is now; leaves that are there already stay as they are. */
  async show() {
    const number = ++this.number;
    const { items } = this.keep;
    part("[data-leeg]", HTMLElement).hidden = items.length > 0;
    part("[data-kies]", HTMLElement).hidden = items.length > 0;
    part("[data-begin]", HTMLElement).hidden = items.length > 0;
    part("[data-gevuld]", HTMLElement).hidden = !items.length;
    part("[data-nog-een]", HTMLElement).hidden = this.keep.full;
    this.giving.refresh();
    this.showSaved();
    this.showStrange();
    part("[data-nog-een]", HTMLAnchorElement).href = `${this.root}${items.at(-1)?.id.split("/")[0] ?? "zoeken"}/`;
    const rows = await Promise.all(items.map((item) => this.rows.row(item)));
    if (number !== this.number) return;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.list.replaceChildren(...rows);
    focused?.focus();
    for (const [at, row] of rows.entries()) this.rows.place(row, at, rows.length);
    this.adoptMoved(rows);
    this.sheet.say();
    this.showCoaches();
    this.giving.refresh();
    document.documentElement.classList.add("answered"); // what early.js kept back may be seen again
    this.list.dataset.klaar = String(number);
  }

  /**
   * An activity that has another address now comes in the place of the old one, and says so.
   * @param {HTMLElement[]} rows
   */
  adoptMoved(rows) {
    let items = this.keep.items;
    for (const row of rows) {
      const leaf = row.querySelector("[data-blad]");
      const [old, now] = [row.dataset.item ?? "", leaf?.getAttribute("data-blad") ?? ""];
      if (!leaf || !now || now === old) continue;
      row.dataset.item = now;
      const words = document.createElement("p");
      words.className = "leaf__notice leaf__notice--changed";
      words.textContent = "Deze activiteit staat nu op een andere pagina. Uw lijst is aangepast.";
      leaf.querySelector(".leaf__place")?.after(words);
      const item = { id: now, mark: leaf.getAttribute("data-versie") ?? "" };
      items = items.some(({ id }) => id === now)
        ? items.filter(({ id }) => id !== old)
        : items.map((one) => (one.id === old ? item : one));
    }
    if (items !== this.keep.items) this.keep.change(items);
  }

  /**
   * Tries again to get an activity, and goes to it.
   * @param {string} id
   */
  async retry(id) {
    await this.show();
    const link = this.list.querySelector(`[data-item="${id}"] a`);
    if (link instanceof HTMLElement) link.focus();
  }

  /** The order that the rows stand in now becomes that of the list. */
  dropped() {
    const ids = [...this.list.children].map((row) => (row instanceof HTMLElement ? row.dataset.item : ""));
    this.keep.change([...this.keep.items].sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)));
    this.tell("De volgorde is veranderd.");
  }

  /**
   * @param {HTMLElement} row
   * @param {number} step
   */
  move(row, step) {
    const from = [...this.list.children].indexOf(row);
    const to = from + step;
    if (to < 0 || to >= this.keep.items.length) return;
    this.keep.change(moved(this.keep.items, from, to));
    this.tell(`${nameOf(row)} staat nu op plaats ${to + 1} van ${this.keep.items.length}.`);
  }

  /** @param {HTMLElement} row */
  remove(row) {
    const at = [...this.list.children].indexOf(row);
    const name = nameOf(row);
    this.keep.change(this.keep.items.filter((_, index) => index !== at));
    this.tell(`${name} is van uw lijst af.`);
    // The focus goes on to what took its place.
    const { length } = this.keep.items;
    if (!length) part("[data-kies] a", HTMLElement).focus();
    else {
      const rest = [...this.list.children].filter((one) => one !== row);
      rest[Math.min(at, length - 1)]?.querySelector("a")?.focus();
    }
  }

  showStrange() {
    const place = part("[data-melding]", HTMLElement);
    const { strange, tooMany } = this.keep;
    const words = [];
    const rest = this.keep.items.length ? " De rest staat op de lijst." : "";
    if (strange) words.push(`Een deel van de link kennen wij niet.${rest}`);
    if (tooMany) words.push("De lijst in de link was te lang. De eerste 12 staan op de lijst.");
    place.hidden = !words.length;
    place.textContent = words.join(" ");
  }

  /** Whom to call, below the sheet: each municipality once. */
  showCoaches() {
    /** @type {Map<string, Node>} */
    const lines = new Map();
    for (const one of this.list.querySelectorAll("[data-coach]")) {
      const copy = /** @type {HTMLElement} */ (one.cloneNode(true));
      copy.hidden = false;
      lines.set(copy.textContent ?? "", copy);
    }
    part("[data-blad-voet]", HTMLElement).replaceChildren(...lines.values());
    this.sheet.fill();
  }

  saving() {
    part("[data-bewaar]", HTMLButtonElement).addEventListener("click", () => {
      this.tell(this.keep.save() ? "De lijst is bewaard op dit apparaat." : "Bewaren lukt niet in deze browser.");
      this.showSaved();
    });
    part("[data-vergeet]", HTMLButtonElement).addEventListener("click", () => {
      this.keep.forget();
      this.showSaved();
      this.tell("De lijst is niet meer bewaard op dit apparaat.");
      part("[data-bewaar]", HTMLButtonElement).focus();
    });
    part("[data-leegmaken]", HTMLButtonElement).addEventListener("click", () => {
      const { items } = this.keep;
      this.keep.change([]);
      this.sheet.clear();
      this.tell("De lijst is leeg. ");
      clearTimeout(this.telling); // a button must not go away while somebody is on the way to it
      this.told.append(
        tool("Zet terug", "de lijst", () => {
          this.keep.change(items);
          this.tell("De lijst staat er weer.");
        }),
      );
      part("[data-kies] a", HTMLElement).focus();
    });
  }

  showSaved() {
    const saved = this.keep.saved();
    const other = saved !== null && !this.keep.own;
    const words = this.keep.own
      ? "De lijst is bewaard op dit apparaat, en verandert mee."
      : "Nu staat de lijst alleen in de link van deze pagina. Sluit u de pagina? Dan is hij weg.";
    part("[data-bewaar-uitleg]", HTMLElement).textContent = other
      ? "Dit is een lijst uit een link. Op dit apparaat is een andere lijst bewaard. Bewaart u deze? Dan verdwijnt de andere."
      : words;
    part("[data-bewaar]", HTMLElement).hidden = this.keep.own;
    part("[data-vergeet]", HTMLElement).hidden = saved === null;
  }
}

const page = document.querySelector("[data-lijst-pagina]");
const shared = /** @type {any} */ (globalThis).wijzerLijst;
if (page instanceof HTMLElement && shared) new ListPage(page, shared.keep).start();
