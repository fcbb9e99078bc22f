// @ts-check
// The list given away: as a link, a code on the screen, a message, or a text for a file.

import { copied } from "../copy.js";
import { mailto, whatsapp } from "../outgoing.js";
import { drawn } from "./code.js";
import { part } from "../elements.js";
import { shortText } from "../message.js";
import { plainText, told } from "./text.js";

export class Giving {
  /**
   * @param {HTMLElement} list
   * @param {import("./code.js").CodeMaker} maker
   * @param {() => string} link the address of the list as it is now
   * @param {(text: string) => void} tell
   */
  constructor(list, maker, link, tell) {
    this.list = list;
    this.maker = maker;
    this.link = link;
    this.tell = tell;
  }

  start() {
    const press = (/** @type {string} */ name, /** @type {() => void} */ act) =>
      document.querySelector(name)?.addEventListener("click", act);
    press("[data-kopieer-link]", () => this.copy(this.link(), "De link is gekopieerd."));
    press("[data-kopieer-tekst]", () => {
      if (this.list.querySelector(".leaf--gone")) {
        this.tell("Haal eerst weg wat hier niet te lezen is, of probeer het opnieuw.");
        return;
      }
      const leaves = [...this.list.querySelectorAll("[data-blad]")].map(told);
      const chosen = part("[data-gekozen]", HTMLElement).dataset.gekozen;
      this.copy(plainText(leaves, this.link(), chosen), "De tekst is gekopieerd.");
    });
    press("[data-toon-code]", async () => {
      await this.showCode();
      // The browser moves the focus in, gives it back, and closes with Escape.
      part("[data-codevak]", HTMLDialogElement).showModal();
    });
    if (!navigator.share) return;
    part("[data-eigen-delen]", HTMLElement).hidden = false;
    press("[data-deel-lijst]", async () => {
      try {
        await navigator.share({ title: "Lijst met activiteiten", text: this.message() });
      } catch {
        // Who closes the device's own window wants nothing said.
      }
    });
  }

  /** The list as a message. */
  message() {
    const leaves = [...this.list.querySelectorAll("[data-bericht]")];
    const told = leaves.map((leaf) => leaf.getAttribute("data-bericht") ?? "");
    return shortText(told, this.link());
  }

  /** Writes the list as it is now into the links, and into the code where that is shown. */
  refresh() {
    const text = this.message();
    part("[data-whatsapp]", HTMLAnchorElement).href = whatsapp(text);
    part("[data-mail]", HTMLAnchorElement).href = mailto("", "Lijst met activiteiten", text);
  }

  /** Draws the code as large as the screen lets it, with the names of what it opens. */
  async showCode() {
    const maker = await this.maker.get();
    const names = [...this.list.querySelectorAll(".leaf__title")].map((one) => one.textContent?.trim() ?? "");
    const words = maker
      ? `Richt de camera van de telefoon op deze code. Dan opent daar uw lijst: ${names.join(", ")}.`
      : "De code lukt nu niet. Kopieer de link.";
    part("[data-code-hier]", HTMLElement).replaceChildren(
      ...(maker ? [drawn(maker, this.link(), "QR-code van uw lijst")] : []),
    );
    part("[data-code-naam]", HTMLElement).textContent = words;
  }

  /**
   * @param {string} text
   * @param {string} done
   */
  async copy(text, done) {
    this.tell("");
    this.tell((await copied(text)) ? done : "Kopiëren lukt niet. Gebruik de mail.");
  }
}
