// @ts-check
// A short list as the part of an address after the #: readable, and never sent to a server.
//   #a=meppel/mannenkoor.k3f,wandelen.9xa,hoogeveen/koken.b12
// An activity without a municipality is in that of the one before it. Behind the point stands the mark of what was told.

import { MOST_ON_LIST } from "../constants.js";
import { healed, opened } from "../fragment.js";

/** @typedef {{ id: string, mark: string }} Item */

/** What fits on a list that somebody still reads. */
const LIST = "a=";
// A mark that was cut short is no mark; the activity is still the one that was meant.
const ENTRY = /^(?:([a-z0-9-]{1,60})\/)?([a-z0-9-]{1,60})(?:\.(?:([a-z0-9]{3})|[a-z0-9]{0,2}))?$/;
/** What may stand around a list in a sentence. */
const AROUND = /^[<"'([{«“„‘]+|[^a-z0-9]+$/g;

/**
 * Takes a fragment apart: the list in it (null where there is none), and all the rest.
 * @param {string} fragment with or without the #
 */
export function parted(fragment) {
  const parts = healed(fragment).split("&").filter(Boolean);
  const own = parts.find((part) => part.startsWith(LIST));
  return { list: own ? own.slice(LIST.length) : null, rest: parts.filter((part) => !part.startsWith(LIST)).join("&") };
}

/**
 * Puts a fragment together, without the #.
 * @param {string} rest
 * @param {string} list nothing for no list
 */
export const joined = (rest, list) => [rest, list && LIST + list].filter(Boolean).join("&");

/**
 * Reads a list. What cannot be read is counted, and so is what does not fit.
 * @param {string} text
 * @returns {{ items: Item[], strange: number, tooMany: number }}
 */
export function readList(text) {
  /** @type {Item[]} */
  const items = [];
  let place = "";
  let strange = 0;
  for (const part of plain(text).replace(AROUND, "").split(",").filter(Boolean)) {
    const found = ENTRY.exec(part);
    place = found?.[1] ?? place;
    if (!found || !place) strange++;
    else {
      const id = `${place}/${found[2]}`;
      if (!items.some((item) => item.id === id)) items.push({ id, mark: found[3] ?? "" });
    }
  }
  return { items: items.slice(0, MOST_ON_LIST), strange, tooMany: Math.max(0, items.length - MOST_ON_LIST) };
}

/**
 * A list in the few signs that it is written in: programs write a comma as %2C, a hyphen as one that does not break, a name in capitals.
 * @param {string} text
 */
function plain(text) {
  const read = opened(text.replaceAll("+", "%2B")) ?? text;
  return read
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\\]/g, "");
}

/**
 * Writes a list: ``readList`` gives the same list back.
 * @param {Item[]} items
 */
export function writeList(items) {
  let before = "";
  return items
    .map(({ id, mark }) => {
      const [place, name] = id.split("/");
      const text = place === before ? name : id;
      before = place;
      return mark ? `${text}.${mark}` : text;
    })
    .join(",");
}

/**
 * Reads what a button carries: "meppel/mannenkoor.k3f".
 * @param {string} text
 * @returns {Item}
 */
export function pickOf(text) {
  const [id, mark = ""] = text.split(".");
  return { id, mark };
}
