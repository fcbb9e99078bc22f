// @ts-check
// The page of the list: shows its leaves, changes their order, and gives them away on paper, as a link, a code or a text.

import { drawn } from "./code.js";
import { Leaves } from "./leaves.js";
import { dragged, moved } from "./order.js";
import { plainText, shortText, told } from "./text.js";

/** @typedef {import("./address.js").Item} Item */

/** How long a message stays, in milliseconds. */
const TOLD = 12_000;

/**
 * @template {HTMLElement} T
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
function part(selector, kind) {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`Op deze pagina ontbreekt ${selector}.`);
  return found;
}

/**
 * @param {string} label
 * @param {string} more what only a screen reader says
 * @param {() => void} act
 */
function tool(label, more, act) {
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

class ListPage {
  /**
   * @param {HTMLElement} page
   * @param {import("./keep.js").Keep} keep
   */
  constructor(page, keep) {
    this.keep = keep;
    this.root = new URL(page.dataset.wortel ?? "./", location.href).href;
    this.codeScript = page.dataset.code ?? "";
    this.leaves = new Leaves(this.root);
    this.list = part("[data-bladen]", HTMLElement);
    this.told = part("[data-verteld]", HTMLElement);
    this.number = 0;
    this.telling = 0;
    this.fillSheet = () => {};
    this.clearSheet = () => {};
    /** @type {Promise<import("./code.js").Maker | null> | null} */
    this.maker = null;
  }

  start() {
    part("[data-zonder-script]", HTMLElement).hidden = true;
    this.keep.listeners.push(() => this.show());
    this.printing();
    this.sharing();
    this.saving();
    this.show();
  }

  /** The address of this list, as it is given away. */
  get link() {
    return `${this.root}lijst/${this.keep.text ? `#a=${this.keep.text}` : ""}`;
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
    this.showLinks();
    this.showSaved();
    this.showStrange();
    part("[data-nog-een]", HTMLAnchorElement).href = `${this.root}${items.at(-1)?.id.split("/")[0] ?? "zoeken"}/`;
    const rows = await Promise.all(items.map((item) => this.row(item)));
    if (number !== this.number) return;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.list.replaceChildren(...rows);
    focused?.focus();
    for (const [at, row] of rows.entries()) this.place(row, at, rows.length);
    this.adoptMoved(rows);
    this.showCoaches();
    this.showLinks();
    this.list.dataset.klaar = String(number);
  }

  /**
   * The row of an item: the one that is there, or a new one.
   * @param {Item} item
   */
  async row(item) {
    const here = this.list.querySelector(`:scope > [data-item="${item.id}"]`);
    if (here instanceof HTMLElement && here.dataset.gelukt) return here;
    const row = document.createElement("li");
    row.className = "leaf-item";
    row.dataset.item = item.id;
    const { leaf, gone } = await this.leaves.get(item.id);
    if (leaf) {
      row.dataset.gelukt = "ja";
      row.append(leaf);
      if (item.mark && leaf.dataset.versie !== item.mark && leaf.dataset.stand === "loopt") this.isChanged(row, leaf);
    } else row.append(this.missing(item, gone));
    row.append(this.tools(row));
    return row;
  }

  /**
   * What is said of an activity that is not there any more, or that could not be fetched.
   * @param {Item} item
   * @param {boolean} gone
   */
  missing(item, gone) {
    const place = item.id.split("/")[0];
    const box = document.createElement("div");
    box.className = "leaf leaf--gone";
    const title = document.createElement("h3");
    title.className = "leaf__title";
    title.textContent = `“${item.id.split("/")[1].replaceAll("-", " ")}”`;
    const words = document.createElement("p");
    words.className = "leaf__notice";
    words.textContent = gone
      ? "Deze activiteit staat niet meer op deze site. "
      : "Dit kon niet worden opgehaald. Is er verbinding? ";
    if (gone) {
      const link = document.createElement("a");
      link.href = `${this.root}${place}/`;
      link.textContent = "Kijk wat er nu is in deze gemeente.";
      words.append(link);
    } else
      words.append(
        tool("Probeer opnieuw", "ophalen", async () => {
          await this.show();
          const link = this.list.querySelector(`[data-item="${item.id}"] a`);
          if (link instanceof HTMLElement) link.focus();
        }),
      );
    box.append(title, words);
    return box;
  }

  /**
   * @param {HTMLElement} row
   * @param {HTMLElement} leaf
   */
  isChanged(row, leaf) {
    const words = document.createElement("p");
    words.className = "leaf__notice leaf__notice--changed";
    words.textContent = "Dit is veranderd sinds het op de lijst kwam. Hieronder staat hoe het nu is. ";
    words.append(
      tool("Gezien", nameOf(row), () => {
        words.remove();
        leaf.querySelector("a")?.focus();
        this.replace(leaf.dataset.blad ?? "", { id: leaf.dataset.blad ?? "", mark: leaf.dataset.versie ?? "" });
      }),
    );
    leaf.querySelector(".leaf__place")?.after(words);
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
   * @param {string} id
   * @param {Item} item
   */
  replace(id, item) {
    this.keep.change(this.keep.items.map((one) => (one.id === id ? item : one)));
  }

  /** @param {HTMLElement} row */
  tools(row) {
    const tools = document.createElement("div");
    tools.className = "leaf-tools";
    const name = nameOf(row);
    const handle = document.createElement("span");
    handle.className = "leaf-handle";
    handle.title = "Sleep naar een andere plaats";
    handle.setAttribute("aria-hidden", "true");
    dragged(handle, row, () => this.dropped());
    tools.append(
      handle,
      tool("Omhoog", name, () => this.move(row, -1)),
      tool("Omlaag", name, () => this.move(row, 1)),
      tool("Haal weg", name, () => this.remove(row)),
    );
    return tools;
  }

  /**
   * The buttons of a row that lead nowhere are off, and stay where they are.
   * @param {HTMLElement} row
   * @param {number} at
   * @param {number} length
   */
  place(row, at, length) {
    const [up, down] = row.querySelectorAll(".leaf-tools button");
    up?.setAttribute("aria-disabled", String(at === 0));
    down?.setAttribute("aria-disabled", String(at === length - 1));
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
    this.fillSheet();
  }

  printing() {
    const field = (/** @type {string} */ name) => {
      const found = document.querySelector(`[data-veld="${name}"]`);
      return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null;
    };
    const fill = () => {
      const [name, phone, note] = ["naam", "telefoon", "notitie"].map((one) => field(one)?.value.trim() ?? "");
      const who = [name, phone].filter(Boolean).join(", ");
      const known = [...part("[data-blad-voet]", HTMLElement).children].map((one) => one.textContent).join("\n");
      part("[data-print-wie]", HTMLElement).textContent = who ? `Uw welzijnscoach: ${who}` : known;
      part("[data-print-notitie]", HTMLElement).textContent = note;
    };
    for (const name of ["naam", "telefoon", "notitie"]) field(name)?.addEventListener("input", fill);
    const large = part("[data-groot]", HTMLInputElement);
    const size = () => document.documentElement.classList.toggle("large-print", large.checked);
    large.addEventListener("change", size);
    part("[data-print-dag]", HTMLElement).textContent = new Intl.DateTimeFormat("nl-NL", {
      dateStyle: "long",
      timeZone: "Europe/Amsterdam",
    }).format(new Date());
    this.fillSheet = fill;
    this.clearSheet = () => {
      for (const name of ["naam", "telefoon", "notitie"]) {
        const one = field(name);
        if (one) one.value = "";
      }
      fill();
    };
    // What was typed was for who sat here with the list before.
    document.addEventListener("lijst-geopend", this.clearSheet);
    size();
    part("[data-print-lijst]", HTMLButtonElement).addEventListener("click", async () => {
      await this.codes();
      window.print();
    });
    // Who prints with the browser's own menu gets codes too, once something on the page was touched.
    for (const moment of ["pointerdown", "pointermove", "keydown", "scroll"])
      addEventListener(moment, () => this.codes(), { once: true });
  }

  /** Gives every leaf its code, for paper. */
  async codes() {
    const maker = await this.getMaker();
    if (!maker) return;
    for (const leaf of this.list.querySelectorAll("[data-blad]")) {
      const link = leaf.querySelector("[data-titel]");
      if (leaf.querySelector(".code") || !(link instanceof HTMLAnchorElement)) continue;
      const code = drawn(maker, link.href.split("#")[0], `QR-code van ${link.textContent}`);
      code.classList.add("print-only");
      leaf.prepend(code);
    }
  }

  getMaker() {
    this.maker ??= this.codeScript
      ? import(new URL(this.codeScript, location.href).href).then(
          (module) => module.qrcode,
          () => {
            this.maker = null; // to be tried again
            return null;
          },
        )
      : Promise.resolve(null);
    return this.maker;
  }

  showLinks() {
    const leaves = [...this.list.querySelectorAll("[data-blad]")].map(told);
    const text = shortText(leaves, this.link);
    part("[data-whatsapp]", HTMLAnchorElement).href = `https://wa.me/?text=${encodeURIComponent(text)}`;
    const mail = `mailto:?subject=${encodeURIComponent("Lijst met activiteiten")}&body=${encodeURIComponent(text)}`;
    part("[data-mail]", HTMLAnchorElement).href = mail.replaceAll("%0A", "%0D%0A");
    const box = document.querySelector("[data-codevak]");
    if (box instanceof HTMLElement && !box.hidden) this.showCode(box);
  }

  /** @param {HTMLElement} box */
  async showCode(box) {
    const maker = await this.getMaker();
    const words = document.createElement("figcaption");
    words.textContent = maker
      ? "Richt de camera van de telefoon op deze code. Dan opent de lijst daar."
      : "De code lukt nu niet. Kopieer de link.";
    box.replaceChildren(...(maker ? [drawn(maker, this.link, "QR-code van uw lijst")] : []), words);
  }

  sharing() {
    const press = (/** @type {string} */ name, /** @type {() => void} */ act) =>
      document.querySelector(name)?.addEventListener("click", act);
    press("[data-kopieer-link]", () => this.copy(this.link, "De link is gekopieerd."));
    press("[data-kopieer-tekst]", () => {
      if (this.list.querySelector(".leaf--gone")) {
        this.tell("Haal eerst weg wat hier niet te lezen is, of probeer het opnieuw.");
        return;
      }
      const leaves = [...this.list.querySelectorAll("[data-blad]")].map(told);
      this.copy(plainText(leaves, this.link), "De tekst is gekopieerd.");
    });
    press("[data-toon-code]", () => {
      const box = part("[data-codevak]", HTMLElement);
      box.hidden = !box.hidden;
      part("[data-toon-code]", HTMLElement).setAttribute("aria-expanded", String(!box.hidden));
      if (!box.hidden) this.showCode(box);
    });
    if (!navigator.share) return;
    part("[data-eigen-delen]", HTMLElement).hidden = false;
    press("[data-deel-lijst]", async () => {
      try {
        await navigator.share({ title: "Lijst met activiteiten", url: this.link });
      } catch {
        // Who closes the device's own window wants nothing said.
      }
    });
  }

  /**
   * @param {string} text
   * @param {string} done
   */
  async copy(text, done) {
    this.tell("");
    try {
      await navigator.clipboard.writeText(text);
      this.tell(done);
    } catch {
      this.tell("Kopiëren lukt niet. Gebruik de mail.");
    }
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
      this.clearSheet();
      this.tell("De lijst is leeg. ");
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

/** @param {Element} row */
function nameOf(row) {
  return row.querySelector(".leaf__title")?.textContent?.trim() ?? "";
}

const page = document.querySelector("[data-lijst-pagina]");
const shared = /** @type {any} */ (globalThis).wijzerLijst;
if (page instanceof HTMLElement && shared) new ListPage(page, shared.keep).start();
