// @ts-check
// The catalogue with a script: it asks the worker, shows the cards that it names, and keeps the address right.
// Cards are never made here: they are copies of those that stand on this page or on the catalogue's next pages.

import { empty, FACETS, parse, serialise } from "./state.js";
import { less, words } from "./text.js";

const STEP = 24;
const PAUSE = 250;
/** From here on the choices stand beside the results (finder.css). */
const WIDE = "(min-width: 60rem)";
/** Cards that are added before the page may answer something else. */
const AT_ONCE = 4;

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./search.js").Result} Result */
/** @typedef {{ places: Record<string, number> | null, signs: number[], block: string | null }} Where */

/**
 * @template {Element} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
function one(within, selector, kind) {
  const found = within.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`Op deze pagina ontbreekt ${selector}.`);
  return found;
}

/**
 * "1 activiteit" or "12 activiteiten".
 * @param {number} amount
 */
const amountOf = (amount) => (amount === 1 ? "1 activiteit" : `${amount} activiteiten`);

class Catalogue {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.ask = one(root, ".finder__ask", HTMLFormElement);
    this.input = one(root, "#q", HTMLInputElement);
    this.choices = one(document, ".finder__choices", HTMLElement);
    this.panel = one(this.choices, ".finder__panel", HTMLDetailsElement);
    this.results = one(document, ".finder__results", HTMLElement);
    this.list = one(this.results, "[data-lijst]", HTMLUListElement);
    this.order = one(this.results, "#volgorde", HTMLSelectElement);
    this.everything = one(document, "[data-alles]", HTMLElement);
    this.pages = (root.dataset.paginas ?? "").trim().split(/\s+/);
    /** @type {State} */
    this.state = empty();
    /** @type {Result | null} */
    this.result = null;
    /** @type {Map<string, Element>} */
    this.cards = new Map();
    this.collect(document, new URL(document.baseURI));
    this.number = 0;
    this.drawing = 0;
    /** The last question that was answered, and whether somebody waits to be led to the answer. */
    this.answered = 0;
    this.going = false;
    this.shown = 0;
    /** What the list shows now, to leave it alone while a word grows and means the same. */
    this.found = "";
    this.typing = 0;
    this.told = 0;
    this.settled = true;
    /** @type {Record<string, string[]> | null} */
    this.others = null;
    /** @type {Worker | null} */
    this.worker = null;
  }

  start() {
    this.ask.hidden = false;
    this.choices.hidden = !this.files().shards.length;
    this.choices.closest(".finder__body")?.classList.toggle("finder__body--on", !this.choices.hidden);
    this.panel.open = matchMedia(WIDE).matches;
    this.ask.addEventListener("submit", (event) => {
      event.preventDefault();
      this.settle();
      this.arrive();
    });
    this.input.addEventListener("focus", () => this.wake(), { once: true });
    this.input.addEventListener("input", () => this.type());
    this.input.addEventListener("change", () => this.settle());
    this.choices.addEventListener("change", () => this.choose());
    this.order.addEventListener("change", () => this.change((state) => ({ ...state, volgorde: this.order.value })));
    one(this.results, "[data-meer]", HTMLButtonElement).addEventListener("click", () => this.more());
    one(this.results, "[data-deel]", HTMLButtonElement).addEventListener("click", () => this.share());
    one(this.results, "[data-navragen-toon]", HTMLButtonElement).addEventListener("click", () =>
      this.change((state) => ({ ...state, onbekend: true })),
    );
    one(this.choices, "[data-toon]", HTMLButtonElement).addEventListener("click", () => {
      this.panel.open = matchMedia(WIDE).matches;
      if (this.results.hidden && this.answered === this.number) this.everything.focus();
      else this.arrive();
    });
    one(this.root, "[data-spring]", HTMLAnchorElement).addEventListener("click", (event) => {
      event.preventDefault();
      (this.results.hidden ? this.everything : this.results).focus();
    });
    addEventListener("popstate", () => this.read());
    this.everything.tabIndex = -1;
    if (location.hash.includes("=")) this.read();
    else this.wakeWhenIdle();
  }

  /** Leads to what matters: help that comes first, and else the results. Where the answer is still to come, after that. */
  arrive() {
    this.going = this.answered !== this.number;
    if (this.going) return;
    const sign = this.root.querySelector("[data-wegwijzer]:not([hidden])");
    (sign instanceof HTMLElement ? sign : this.results).focus();
  }

  wakeWhenIdle() {
    const link = document.createElement("link");
    link.rel = "prefetch";
    link.href = this.root.dataset.woorden ?? "";
    document.head.append(link);
  }

  /** Starts the worker, once. */
  wake() {
    if (this.worker) return this.worker;
    const address = new URL(this.root.dataset.werker ?? "", document.baseURI).href;
    const trusted = /** @type {any} */ (window).trustedTypes?.createPolicy("wijzer", {
      createScriptURL: (/** @type {string} */ url) => {
        if (url !== address) throw new TypeError("Alleen de zoeker van deze site.");
        return url;
      },
    });
    this.worker = new Worker(trusted ? trusted.createScriptURL(address) : address, { type: "module" });
    this.worker.addEventListener("message", ({ data }) => this.answer(data));
    this.worker.addEventListener("error", () => this.answer({ number: this.number, error: true }));
    this.worker.postMessage({ files: this.files() });
    return this.worker;
  }

  files() {
    const absolute = (/** @type {string} */ path) => new URL(path, document.baseURI).href;
    const root = absolute(this.root.dataset.wortel ?? "");
    const shards = (this.root.dataset.delen ?? "").split(" ").filter(Boolean).map(absolute);
    return { words: absolute(this.root.dataset.woorden ?? ""), shards, root, list: `${root}assets/zoek.json` };
  }

  /** Reads the state from the address: on arrival, and after back or forward. */
  read() {
    if (location.hash && !location.hash.includes("=")) return;
    const { state, strange } = parse(location.hash);
    this.state = state;
    this.settled = true;
    const note = one(this.results, "[data-vreemd]", HTMLElement);
    note.hidden = !strange.length;
    note.textContent = `Dit deel van de link kennen wij niet: ${strange.join(", ")}. Met de rest is gezocht.`;
    this.fill();
    this.search();
  }

  /** Puts the state in the fields. */
  fill() {
    if (this.input.value !== this.state.q) this.input.value = this.state.q;
    this.order.value = this.state.volgorde;
    for (const box of this.boxes())
      box.checked = box.name === "onbekend" ? this.state.onbekend : this.state.filters[box.name].includes(box.value);
  }

  /** @returns {HTMLInputElement[]} */
  boxes() {
    return [...this.choices.querySelectorAll("input")];
  }

  type() {
    clearTimeout(this.typing);
    this.state = { ...this.state, q: this.input.value };
    this.search();
    this.typing = window.setTimeout(() => this.write(), PAUSE);
  }

  /** Writes what is being typed to the address: one step back for a whole word, not one for each letter. */
  write() {
    const fragment = serialise(this.state);
    if (fragment === location.hash.slice(1)) return;
    const address = fragment ? `#${fragment}` : location.pathname;
    if (this.settled) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.settled = false;
  }

  settle() {
    clearTimeout(this.typing);
    this.write();
    this.settled = true;
  }

  choose() {
    const filters = /** @type {Record<string, string[]>} */ ({});
    for (const name of Object.keys(FACETS)) filters[name] = [];
    for (const name of Object.keys(FACETS))
      if (!this.choices.querySelector(`[name="${name}"]`)) filters[name] = this.state.filters[name];
    let unsure = false;
    for (const box of this.boxes())
      if (box.checked)
        if (box.name === "onbekend") unsure = true;
        else filters[box.name].push(box.value);
    this.change((state) => ({ ...state, filters, onbekend: unsure }));
  }

  /** @param {(state: State) => State} how */
  change(how) {
    this.settle();
    this.state = how(this.state);
    this.settled = true;
    this.write();
    this.settled = true;
    this.fill();
    this.search();
  }

  /**
   * Goes to another search, and takes the focus along: the button that led there is gone.
   * @param {State} state
   */
  go(state) {
    this.change(() => state);
    this.input.focus();
  }

  search() {
    this.wake().postMessage({ files: this.files(), number: ++this.number, state: this.state });
  }

  /** @param {{ number?: number, result?: Result, where?: Where, error?: boolean }} data */
  async answer({ number, result, where, error }) {
    if (number !== this.number) return;
    if (where) {
      this.where(where);
      this.answered = number;
      if (this.going) this.arrive();
      return;
    }
    if (error || !result) {
      // There are no results to be led to.
      this.going = false;
      this.answered = number ?? 0;
      this.show({ asked: false });
      this.tell("Zoeken lukt nu niet. Hieronder ziet u alles bij elkaar.");
      return;
    }
    this.result = result;
    this.signs(result);
    // Each of these may cost an old phone a moment: in between it answers to what is typed.
    for (const part of [this.show, this.chips, this.nothing, this.counts]) {
      part.call(this, result);
      await pause();
      if (number !== this.number) return;
    }
    this.answered = this.number;
    if (this.going) this.arrive();
    const found = result.hits.map((hit) => hit.id + hit.fit).join();
    // Who comes back to a list finds as much of it as there was.
    if (found !== this.found) this.render(0, Math.max(STEP, this.settled ? (history.state?.getoond ?? 0) : 0));
    this.found = found;
    this.results.classList.toggle("finder__results--empty", !result.hits.length);
    this.tell(result.asked ? this.said(result) : "");
    this.elsewhere(result);
    this.results.dataset.klaar = String(number);
  }

  /**
   * On a site with too much for one list: in which municipalities it is found, each with the way there.
   * @param {Where} where
   */
  where({ places, signs, block }) {
    this.signs({ signs });
    const q = this.state.q.trim();
    let amount = 0;
    for (const item of document.querySelectorAll(".places li")) {
      const link = one(item, "a", HTMLAnchorElement);
      const place = link.pathname.split("/").filter(Boolean).pop() ?? "";
      const found = places?.[place] ?? 0;
      item.toggleAttribute("hidden", Boolean(places) && !found);
      link.hash = q ? serialise({ ...empty(), q }) : "";
      const told = one(item, ".places__amount", HTMLElement);
      told.dataset.alles ??= told.textContent ?? "";
      told.textContent = places ? amountOf(found) : told.dataset.alles;
      if (found) amount++;
    }
    const first = block === "nood" || block === "elders";
    this.results.hidden = !q;
    this.results.classList.add("finder__results--empty");
    this.tell(
      !q || (first && !amount)
        ? ""
        : amount
          ? `Gevonden in ${amount === 1 ? "1 gemeente" : `${amount} gemeenten`}. Kies uw gemeente.`
          : `Niets gevonden voor “${q}”. Kies hieronder uw gemeente.`,
    );
    if (!amount) for (const item of document.querySelectorAll(".places li")) item.removeAttribute("hidden");
    this.results.dataset.klaar = String(this.number);
  }

  /**
   * What was found, in a sentence; where help comes first, that.
   * @param {Result} result
   */
  said({ hits, block, signs }) {
    const sign = this.root.querySelector(`[data-wegwijzer="${signs[0]}"] h2`);
    if (sign && !hits.length && (block === "nood" || block === "elders")) return `${sign.textContent?.trim()}.`;
    const words = this.state.q.trim() ? ` voor “${this.state.q.trim()}”` : "";
    const sure = hits.filter((hit) => hit.fit === 2).length;
    const rest = hits.length - sure;
    if (!hits.length) return `Niets gevonden${words}.`;
    if (!sure) return `${amountOf(rest)} ${rest === 1 ? "past" : "passen"} misschien${words}. Vraag het na.`;
    return `${amountOf(sure)} gevonden${words}.${rest ? ` Nog ${rest} ${rest === 1 ? "past" : "passen"} misschien. Vraag het na.` : ""}`;
  }

  /**
   * Who names another municipality on the page of this one gets the way to it.
   * @param {Result} result
   */
  async elsewhere({ filters }) {
    const note = one(this.results, "[data-elders]", HTMLElement);
    note.hidden = true;
    if (this.choices.querySelector('[name="gemeente"]') || filters.gemeente || !this.state.q) return;
    this.others ??= (await (await fetch(`${this.root.dataset.wortel}assets/zoek.json`)).json()).gemeenten;
    const found = words(this.state.q);
    const place = Object.keys(this.others ?? {}).find((id) =>
      id.split("-").some((part) => part.length > 4 && found.includes(part)),
    );
    if (!place || location.pathname.endsWith(`/${place}/`)) return;
    const link = one(note, "a", HTMLAnchorElement);
    link.href = `${this.root.dataset.wortel}${place}/#${serialise({ ...empty(), q: less(this.state.q, place.split("-")) })}`;
    note.hidden = false;
  }

  /**
   * Shows the results, or everything as it came.
   * @param {{ asked: boolean }} result
   */
  show({ asked }) {
    this.results.hidden = !asked;
    this.everything.hidden = asked;
    for (const part of document.querySelectorAll("[data-zonder-zoek]")) part.toggleAttribute("hidden", asked);
  }

  /**
   * Says how much there is, once somebody stops typing.
   * @param {string} text
   */
  tell(text) {
    clearTimeout(this.told);
    const place = one(this.results, "[data-telling]", HTMLElement);
    this.told = window.setTimeout(() => {
      if (place.textContent !== text) place.textContent = text;
    }, PAUSE);
  }

  /** @param {{ signs: number[] }} result */
  signs({ signs }) {
    for (const sign of this.root.querySelectorAll("[data-wegwijzer]"))
      if (sign instanceof HTMLElement) sign.hidden = sign.dataset.wegwijzer !== String(signs[0] ?? "");
  }

  /**
   * What is chosen, each with a button that takes it away.
   * @param {Result} result
   */
  chips({ chips, corrected, unknown, hits }) {
    const list = one(this.results, "[data-fiches]", HTMLUListElement);
    /** @type {[string, () => void][]} */
    const found = [];
    for (const chip of chips) {
      const label = chip.values.map((value) => this.label(chip.facet, value)).join(", ");
      found.push([label, () => this.change((state) => ({ ...state, q: less(state.q, chip.words) }))]);
    }
    for (const [name, values] of Object.entries(this.state.filters))
      for (const value of values)
        found.push([
          this.label(name, value),
          () =>
            this.change((state) => ({
              ...state,
              filters: { ...state.filters, [name]: state.filters[name].filter((v) => v !== value) },
            })),
        ]);
    if (this.state.onbekend)
      found.push(["ook wat nog nagevraagd moet worden", () => this.change((state) => ({ ...state, onbekend: false }))]);
    const focused = document.activeElement?.closest("[data-fiches] li");
    const at = focused ? [...list.children].indexOf(focused) : -1;
    list.replaceChildren(
      ...found.map(([label, act]) => button(label, `Haal weg: ${label}`, "chip chip--away", act)),
      ...corrected.map(([typed, meant]) => text(`U typte “${typed}”. Wij zochten ook op “${meant}”.`)),
      ...unknown.filter(() => hits.length).map((word) => text(`Op “${word}” vonden wij niets. Op de rest wel.`)),
    );
    list.hidden = !list.children.length;
    if (at >= 0) {
      const next = list.querySelectorAll("button")[Math.min(at, found.length - 1)];
      (next ?? this.input).focus();
    }
    const amount = Object.values(this.state.filters).flat().length;
    one(this.choices, "[data-gekozen]", HTMLElement).textContent = amount ? `${amount} gekozen` : "";
  }

  /**
   * @param {string} facet
   * @param {string} value
   */
  label(facet, value) {
    const box = this.boxes().find((one) => one.name === facet && one.value === value);
    return box?.closest("label")?.querySelector(".choice__label")?.textContent?.trim() ?? value;
  }

  /** @param {Result} result */
  counts({ counts }) {
    for (const place of this.choices.querySelectorAll("[data-aantal]")) {
      if (!(place instanceof HTMLElement)) continue;
      const [facet, value] = (place.dataset.aantal ?? "").split(/=(.*)/s);
      const { yes, unknown } = counts[facet]?.[value] ?? { yes: 0, unknown: 0 };
      const text = unknown ? `${yes} ja, ${unknown} navragen` : `${yes}`;
      if (place.textContent === text) continue;
      place.textContent = text;
      place.closest("label")?.classList.toggle("choice--none", !yes && !unknown);
    }
  }

  /**
   * Nothing found: what is near, and a person.
   * @param {Result} result
   */
  nothing(result) {
    const block = one(this.results, "[data-niets]", HTMLElement);
    const help = result.block === "nood" || result.block === "elders";
    block.hidden = result.hits.length > 0 || help;
    const ways = [];
    for (const { facet, value, state, amount } of result.without)
      ways.push(
        button(`Zonder “${this.label(facet, value)}”: ${amountOf(amount)}`, "", "link", () => this.change(() => state)),
      );
    for (const theme of result.themes) {
      const filters = { ...empty().filters, thema: [theme] };
      ways.push(
        button(`Kijk bij ${this.label("thema", theme)}`, "", "link", () =>
          this.change(() => ({ ...empty(), filters })),
        ),
      );
    }
    if (this.state.q && !this.choices.querySelector('[name="gemeente"]')) {
      const link = document.createElement("a");
      link.href = `${this.root.dataset.wortel}zoeken/#${serialise({ ...empty(), q: this.state.q })}`;
      link.textContent = "Zoek in alle gemeenten";
      ways.push(item(link));
    }
    ways.push(button("Toon alles", "", "link", () => this.go(empty())));
    one(block, "[data-wegen]", HTMLUListElement).replaceChildren(...ways);
    const ask = one(this.results, "[data-navragen]", HTMLElement);
    ask.hidden = !result.unsure || this.state.onbekend;
    one(ask, "[data-navragen-tekst]", HTMLElement).textContent =
      `Van ${amountOf(result.unsure)} weten wij nog niet of het past.`;
  }

  /**
   * Shows the cards of hits, some at a time so that an old phone keeps up.
   * @param {number} from
   * @param {number} to
   */
  async render(from, to) {
    const hits = this.result?.hits ?? [];
    const number = ++this.drawing;
    const wanted = hits.slice(from, to);
    await this.fetch(wanted.map((hit) => hit.id));
    if (number !== this.drawing) return;
    if (!from) this.list.replaceChildren();
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      this.list.append(...wanted.slice(at, at + AT_ONCE).map((hit) => this.copy(hit)));
      await pause();
      if (number !== this.drawing) return;
    }
    this.shown = Math.min(to, hits.length);
    const more = one(this.results, "[data-meer]", HTMLButtonElement);
    more.hidden = this.shown >= hits.length;
    more.textContent = `Toon meer (nog ${hits.length - this.shown})`;
  }

  /** @param {{ id: string, fit: number }} hit */
  copy(hit) {
    const copy = /** @type {HTMLElement} */ (this.cards.get(hit.id)?.cloneNode(true) ?? document.createElement("li"));
    copy.classList.toggle("hit--ask", hit.fit === 1);
    return copy;
  }

  async more() {
    const from = this.shown;
    await this.render(from, from + STEP);
    history.replaceState({ getoond: this.shown }, "");
    const next = this.list.children[from]?.querySelector("a");
    next?.focus();
  }

  /**
   * Takes the cards of a page; their links are read from where that page stands.
   * @param {Document} page
   * @param {URL} at
   */
  collect(page, at) {
    for (const card of page.querySelectorAll("[data-alles] [data-id]")) {
      const id = card.getAttribute("data-id") ?? "";
      if (this.cards.has(id)) continue;
      const own = page === document ? card : document.importNode(card, true);
      if (page !== document)
        for (const link of own.querySelectorAll("a[href]"))
          link.setAttribute("href", new URL(link.getAttribute("href") ?? "", at).href);
      this.cards.set(id, own);
    }
  }

  /**
   * Gets the cards that are not on this page from the pages where they stand.
   * @param {string[]} ids
   */
  async fetch(ids) {
    for (const page of this.pages) {
      const address = new URL(page, document.baseURI);
      const missing = ids.filter((id) => !this.cards.has(id));
      if (!missing.length) return;
      if (
        !missing.some((id) => address.pathname.includes(`/${id.split("/")[0]}/`)) ||
        address.href === location.href.split("#")[0]
      )
        continue;
      const found = await page_of(address.href);
      if (!found) continue;
      for (const use of found.querySelectorAll("symbol[id]")) keep(use);
      this.collect(found, address);
    }
  }

  async share() {
    this.settle();
    const told = one(this.results, "[data-gedeeld]", HTMLElement);
    try {
      if (navigator.share) await navigator.share({ title: document.title, url: location.href });
      else {
        await navigator.clipboard.writeText(location.href);
        told.textContent = "De link is gekopieerd.";
      }
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      told.textContent = `Kopieer deze link: ${location.href}`;
    }
  }
}

/** Lets the page draw and answer. */
const pause = () => new Promise((done) => setTimeout(done));

/** @param {Element} content */
function item(content) {
  const made = document.createElement("li");
  made.append(content);
  return made;
}

/** @param {string} words */
function text(words) {
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
function button(label, spoken, look, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = look;
  made.textContent = label;
  if (spoken) made.setAttribute("aria-label", spoken);
  made.addEventListener("click", act);
  return item(made);
}

/**
 * Another page of this site, read as a document.
 * @param {string} address
 * @returns {Promise<Document | null>}
 */
function page_of(address) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.addEventListener("load", () => done(request.responseXML));
    request.addEventListener("error", () => done(null));
    request.send();
  });
}

/**
 * Adds a pictogram of another page, so that its cards can be drawn here.
 * @param {Element} symbol
 */
function keep(symbol) {
  const sprite = document.querySelector("svg.sprite");
  if (sprite && !document.getElementById(symbol.id)) sprite.append(document.importNode(symbol, true));
}

const root = document.querySelector("[data-finder]");
if (root instanceof HTMLElement && "Worker" in window) new Catalogue(root).start();
