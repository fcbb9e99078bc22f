// @ts-check
// The rows of the list: a leaf with its buttons, or words about why there is none.

import { nameOf, tool } from "./elements.js";
import { dragged } from "./order.js";

/** @typedef {import("./address.js").Item} Item */
/** @typedef {{ retry(id: string): void, seen(item: Item): void, dropped(): void, move(row: HTMLElement, step: number): void, remove(row: HTMLElement): void }} Acts */

export class Rows {
  /**
   * @param {HTMLElement} list
   * @param {import("./leaves.js").Leaves} leaves
   * @param {Acts} acts what the buttons of a row do
   */
  constructor(list, leaves, acts) {
    this.list = list;
    this.leaves = leaves;
    this.acts = acts;
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
      link.href = `${this.leaves.root}${place}/`;
      link.textContent = "Kijk wat er nu is in deze gemeente.";
      words.append(link);
    } else words.append(tool("Probeer opnieuw", "ophalen", () => this.acts.retry(item.id)));
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
        this.acts.seen({ id: leaf.dataset.blad ?? "", mark: leaf.dataset.versie ?? "" });
      }),
    );
    leaf.querySelector(".leaf__place")?.after(words);
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
    dragged(handle, row, () => this.acts.dropped());
    tools.append(
      handle,
      tool("Omhoog", name, () => this.acts.move(row, -1)),
      tool("Omlaag", name, () => this.acts.move(row, 1)),
      tool("Haal weg", name, () => this.acts.remove(row)),
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
}
