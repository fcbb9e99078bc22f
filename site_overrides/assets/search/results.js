// @ts-check
// What the page says of an answer: how much, what was chosen, where else, and what to do where nothing is found.

import { button, item, note, one } from "./dom.js";
import { SEARCH_PAGE } from "../constants.js";
import { empty, serialise } from "./state.js";
import { less } from "./text.js";

/** How long nobody types before it is said how much there is. */
const PAUSE = 250;

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./search.js").Result} Result */

/**
 * "1 activiteit" or "12 activiteiten".
 * @param {number} amount
 */
const amountOf = (amount) => (amount === 1 ? "1 activiteit" : `${amount} activiteiten`);

export class Results {
  /**
   * @param {HTMLElement} root
   * @param {import("./choices.js").Choices} choices
   * @param {(how: (state: State) => State) => void} change makes another search of the one that is shown
   * @param {() => void} lead leads to its answer
   */
  constructor(root, choices, change, lead) {
    this.root = root;
    this.choices = choices;
    this.change = change;
    this.lead = lead;
    this.input = one(root, "#q", HTMLInputElement);
    this.part = one(document, ".finder__results", HTMLElement);
    this.everything = one(document, "[data-alles]", HTMLElement);
    this.everything.tabIndex = -1;
    this.telling = 0;
  }

  /**
   * Shows the results, or everything as it came.
   * @param {boolean} asked
   */
  show(asked) {
    this.part.hidden = !asked;
    this.everything.hidden = asked;
    for (const part of document.querySelectorAll("[data-zonder-zoek]")) part.toggleAttribute("hidden", asked);
  }

  /** Says that there is no search now; everything stays as it came. */
  fail() {
    this.show(false);
    this.part.hidden = false;
    this.part.classList.add("finder__results--empty");
    one(this.part, "[data-fiches]", HTMLUListElement).replaceChildren();
    one(this.part, "[data-niets]", HTMLElement).hidden = true;
    one(this.part, "[data-navragen]", HTMLElement).hidden = true;
    this.tell("Zoeken lukt nu niet. Hieronder ziet u alles bij elkaar.");
  }

  /** Leads to the results, or to everything where those stand. */
  focus() {
    (this.part.hidden ? this.everything : this.part).focus();
  }

  /** Leads to what matters: help that comes first, and else the results. */
  arrive() {
    const sign = this.root.querySelector("[data-wegwijzer]:not([hidden])");
    if (sign instanceof HTMLElement) sign.focus();
    else this.focus();
  }

  /** @param {number[]} numbers of the signposts that a search leads to; the first is shown */
  signs([first]) {
    for (const sign of this.root.querySelectorAll("[data-wegwijzer]"))
      if (sign instanceof HTMLElement) sign.hidden = sign.dataset.wegwijzer !== String(first ?? "");
  }

  /**
   * Says how much there is, once somebody stops typing.
   * @param {string} text
   */
  tell(text) {
    clearTimeout(this.telling);
    const place = one(this.part, "[data-telling]", HTMLElement);
    this.telling = window.setTimeout(() => {
      if (place.textContent !== text) place.textContent = text;
    }, PAUSE);
  }

  /**
   * What was found, in a sentence that says the date; where help comes first, that.
   * @param {Result} result
   * @param {State} state
   */
  said({ asked, hits, certain, block, signs, chips, ideas, plain }, { q }) {
    if (!asked) return "";
    const sign = this.root.querySelector(`[data-wegwijzer="${signs[0]}"] h2`);
    if (sign && !hits.length && isHelp(block)) return `${sign.textContent?.trim()}.`;
    if (plain) return `Alles bij elkaar: ${amountOf(hits.length)}.`;
    const short = block === "nood" || q.trim().length > 40 ? "" : q.trim();
    const words = short ? ` voor “${short}”` : "";
    const day = chips.find(({ facet, not }) => facet === "datum" && !not)?.label;
    const start = day ? `${day[0].toUpperCase()}${day.slice(1)}: ` : "";
    const rest = hits.length - certain;
    if (!hits.length) return `${start}${start ? "niets" : "Niets"} gevonden${words}.`;
    if (ideas) return `${hits.length === 1 ? "1 idee" : `${hits.length} ideeën`} die kunnen passen${words}.`;
    const maybe = `${rest === 1 ? "past" : "passen"} misschien`;
    if (!certain) return `${start}${amountOf(rest)} ${maybe}${words}. Wij weten nog niet alles.`;
    return `${start}${amountOf(certain)} gevonden${words}.${rest ? ` Nog ${rest} ${maybe}. Wij weten nog niet alles.` : ""}`;
  }

  /**
   * @param {string[]} strange parts of a link that nobody knows
   * @param {boolean} [alone] whether there is nothing else to search for
   */
  strange(strange, alone = false) {
    const told = one(this.part, "[data-vreemd]", HTMLElement);
    told.hidden = !strange.length;
    const rest = alone ? "Typ hierboven wat u zoekt." : "Met de rest is gezocht.";
    told.textContent = `Dit deel van de link kennen wij niet: ${strange.join(", ")}. ${rest}`;
    if (alone) this.part.hidden = false;
  }

  /**
   * What a visitor reads of something that is asked.
   * @param {import("./roles.js").Ask} chip
   */
  label({ facet, values, label, not }) {
    const said = label ?? values.map((value) => this.choices.label(facet, value)).join(", ");
    return not ? `niet: ${said}` : said;
  }

  /**
   * What is known of each thing that is asked: "gratis ✓, dinsdag ?".
   * @param {Result} result
   * @returns {string[]} for each hit; nothing where everything holds
   */
  reasons({ hits, chips, asks, near }) {
    return hits.map((hit) => {
      const told = (/** @type {import("./roles.js").Ask} */ ask, /** @type {number} */ at) =>
        ask.facet === "bij" ? "" : `${this.label(ask)} ${hit.known[at] === 2 ? "✓" : "?"}`;
      const known = hit.fit === 2 || !chips.length ? [] : asks.map(told).filter(Boolean);
      return [...(near?.point ? [farInWords(hit)] : []), ...known].filter(Boolean).join("   ");
    });
  }

  /**
   * What is chosen, each with a button that takes it away.
   * @param {Result} result
   * @param {State} state
   */
  chips({ chips, corrected, unknown, told, hits, other, near }, { filters, onbekend, bij, km }) {
    one(this.part, "[data-ander]", HTMLElement).hidden = !other;
    const list = one(this.part, "[data-fiches]", HTMLUListElement);
    /** @type {[string, (state: State) => State][]} */
    const found = [];
    for (const chip of chips) found.push([this.label(chip), (state) => ({ ...state, q: less(state.q, chip.words) })]);
    for (const [name, values] of Object.entries(filters))
      for (const value of values)
        found.push([
          this.choices.label(name, value),
          (state) => ({
            ...state,
            filters: { ...state.filters, [name]: state.filters[name].filter((other) => other !== value) },
          }),
        ]);
    if (near?.words && !near.fault)
      found.push([
        `${near.km ? `binnen ${near.km} km van` : "bij"} ${nameOf(near.from)}`,
        (state) => ({ ...state, q: less(state.q, near.words ?? []) }),
      ]);
    else if (bij) {
      found.push([`bij ${nameOf(bij)}`, (state) => ({ ...state, bij: "", km: 0, volgorde: "best" })]);
      if (km) found.push([`binnen ${km} km`, (state) => ({ ...state, km: 0 })]);
    }
    if (onbekend) found.push(["ook wat wij niet zeker weten", (state) => ({ ...state, onbekend: false })]);
    const focused = document.activeElement?.closest("[data-fiches] li");
    const at = focused ? [...list.children].indexOf(focused) : -1;
    list.replaceChildren(
      ...found.map(([label, how]) => button(label, `Haal weg: ${label}`, "chip chip--away", () => this.change(how))),
      ...(near?.fault ? [note(faultOf(near))] : []),
      ...corrected.map(([typed, meant]) => note(`U typte “${typed}”. Wij zochten ook op “${meant}”.`)),
      ...told.map((what) => note(`Op ${what} kunnen wij niet zoeken. Vraag na of het bij u in de buurt is.`)),
      ...unknown.filter(() => hits.length).map((word) => note(`Op “${word}” vonden wij niets. Op de rest wel.`)),
    );
    list.hidden = !list.children.length;
    if (at >= 0) (list.querySelectorAll("button")[Math.min(at, found.length - 1)] ?? this.input).focus();
  }

  /**
   * Nothing found: what is near, and a person.
   * @param {Result} result
   * @param {State} state
   */
  nothing({ hits, block, without, wider, elsewhere, themes, unsure }, { q, onbekend }) {
    one(this.part, "[data-wereld-tekst]", HTMLElement).textContent =
      `Wij kennen activiteiten in ${this.root.dataset.wereld}.`;
    const part = one(this.part, "[data-niets]", HTMLElement);
    part.hidden = hits.length > 0 || isHelp(block);
    this.part.classList.toggle("finder__results--empty", !hits.length);
    const ways = [];
    const way = (/** @type {string} */ label, /** @type {State} */ state) =>
      ways.push(
        button(label, "", "link", () => {
          this.change(() => state);
          this.lead();
        }),
      );
    for (const buur of document.querySelectorAll("[data-buur] a")) {
      const link = /** @type {HTMLAnchorElement} */ (buur.cloneNode(true));
      link.hash = serialise({ ...empty(), q });
      link.textContent = `Zoek in ${[...link.children]
        .slice(0, 2)
        .map((part) => part.textContent)
        .join(", ")}`;
      ways.push(item(link));
    }
    for (const { value, state, amount } of elsewhere) way(`In ${value}: ${amountOf(amount)}`, state);
    for (const { value, state, amount } of wider) way(`Ruimer zoeken, “${value}”: ${amountOf(amount)}`, state);
    for (const { facet, value, label, state, amount } of without)
      way(`Zonder “${label ?? this.choices.label(facet, value)}”: ${amountOf(amount)}`, state);
    for (const theme of themes)
      way(`Kijk bij ${this.choices.label("thema", theme)}`, {
        ...empty(),
        filters: { ...empty().filters, thema: [theme] },
      });
    if (q && !this.choices.has("gemeente")) {
      const link = document.createElement("a");
      link.href = `${this.root.dataset.wortel}${SEARCH_PAGE}#${serialise({ ...empty(), q })}`;
      link.textContent = "Zoek in alle gemeenten";
      ways.push(item(link));
    }
    way("Toon alles", empty());
    one(part, "[data-wegen]", HTMLUListElement).replaceChildren(...ways);
    const ask = one(this.part, "[data-navragen]", HTMLElement);
    ask.hidden = !unsure || onbekend;
    one(ask, "[data-navragen-tekst]", HTMLElement).textContent = `Van ${unsure} andere weten wij het niet zeker.`;
  }

  /**
   * Who names another municipality on the page of this one gets the way to it.
   * @param {Result} result
   * @param {State} state
   */
  elsewhere({ filters, chips }, { q }) {
    const told = one(this.part, "[data-elders]", HTMLElement);
    const place = filters.gemeente?.[0] ?? "";
    told.hidden = this.choices.has("gemeente") || !place || location.pathname.endsWith(`/${place}/`);
    if (told.hidden) return;
    const away = chips.find(({ facet }) => facet === "gemeente")?.words ?? [];
    const link = one(told, "a", HTMLAnchorElement);
    link.href = `${this.root.dataset.wortel}${place}/#${serialise({ ...empty(), q: less(q, away) })}`;
  }

  /**
   * On a site with too much for one list: in which municipalities it is found, each with the way there.
   * @param {import("./asker.js").Where} where
   * @param {State} state
   */
  where({ places, provinces, signs, block, near, nearest }, state) {
    this.signs(signs);
    const q = state.q.trim();
    const { bij, km } = state;
    const fragment = q || bij ? serialise({ ...empty(), q, bij, km, volgorde: bij ? "dichtbij" : "best" }) : "";
    this.nearest(nearest, fragment);
    /** @type {Map<string, [number, number]>} how much is found by province, and in how many municipalities */
    const totals = new Map();
    for (const [province, some] of provinces ?? []) {
      const [all, times] = totals.get(String(province)) ?? [0, 0];
      totals.set(String(province), [all + some, times + 1]);
    }
    const items = [...document.querySelectorAll("[data-alles] .places li")];
    let amount = 0;
    for (const place of items) {
      const link = one(place, "a", HTMLAnchorElement);
      const province = place.getAttribute("data-provincie");
      const id = link.pathname.split("/").filter(Boolean).pop() ?? "";
      const [found, times] = province ? (totals.get(province) ?? [0, 0]) : [places?.[id] ?? 0, 1];
      place.toggleAttribute("hidden", Boolean(places) && !found);
      link.hash = fragment;
      const told = one(place, ".places__amount", HTMLElement);
      told.dataset.alles ??= told.textContent ?? "";
      const where = province ? ` in ${times === 1 ? "1 gemeente" : `${times} gemeenten`}` : "";
      told.textContent = places ? `${amountOf(found)}${where}` : told.dataset.alles;
      if (found) amount += times;
    }
    if (!amount) for (const place of items) place.removeAttribute("hidden");
    this.part.hidden = !q && !near;
    this.part.classList.add("finder__results--empty");
    if (near?.fault) this.tell(faultOf(near));
    else if (!q) this.tell(near ? "Deze gemeenten zijn het dichtstbij." : "");
    else if (!amount) this.tell(isHelp(block) ? "" : `Niets gevonden voor “${q}”. Kies hieronder uw gemeente.`);
    else this.tell(`Gevonden in ${amount === 1 ? "1 gemeente" : `${amount} gemeenten`}. Kies uw gemeente.`);
  }

  /**
   * The municipalities that are nearest, with what is found there.
   * @param {import("./asker.js").Where["nearest"]} nearest
   * @param {string} fragment what is asked there
   */
  nearest(nearest, fragment) {
    const list = one(this.part, "[data-dichtstbij]", HTMLUListElement);
    list.hidden = !nearest.length;
    list.replaceChildren(
      ...nearest.map(({ id, name, km, amount }) => {
        const link = document.createElement("a");
        link.href = `${this.root.dataset.wortel}${id}/#${fragment}`;
        const far = `ongeveer ${Math.max(1, Math.round(km))} km`;
        for (const [text, look] of [
          [name, "places__name"],
          [amount === null ? far : `${far}, ${amountOf(amount)}`, "places__amount"],
        ]) {
          const part = document.createElement("span");
          part.className = look;
          part.textContent = text;
          link.append(part, " ");
        }
        return item(link);
      }),
    );
  }
}

/**
 * Whether a signpost stands for help that comes instead of activities.
 * @param {string | null} block
 */
const isHelp = (block) => block === "nood" || block === "elders";

/** A name as people write it. @param {string} name */
const nameOf = (name) => name.replace(/(^|[ -])\p{L}/gu, (letter) => letter.toUpperCase());

/**
 * How far something is, in words; nothing for what is nowhere.
 * @param {import("./search.js").Hit} hit
 */
function farInWords({ km, vague, online }) {
  if (km == null || online) return "";
  const far = km < 1 ? "Minder dan 1 km" : `Ongeveer ${Math.round(km)} km`;
  return vague ? `${far}: waar precies weten wij niet.` : far;
}

/**
 * Why nothing is measured, and what to do.
 * @param {import("./near.js").From} near
 */
function faultOf({ from, fault }) {
  if (fault === "waar") return "Vul bij “Waar woont u?” uw postcode of dorp in. Dan ziet u eerst wat dichtbij is.";
  if (fault === "meer") return `Er zijn meer plaatsen die “${from}” heten. Typ de vier cijfers van uw postcode.`;
  if (fault === "buitenland")
    return `“${from}” is geen postcode in Nederland. Van België en Duitsland weten wij niets.`;
  return `In Nederland kennen wij geen plaats of postcode “${from}”. Typ de vier cijfers van uw postcode.`;
}
