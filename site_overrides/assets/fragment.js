// @ts-check
// The part of an address after the #, put right again. Mail programs, chats and people change links on their way: signs are encoded once or
// twice, an & becomes &amp;, a full stop or a bracket is taken along. One reader undoes that for every page; what a page makes of it, and
// what it cannot read, is for the page.

import { FRAGMENT_NAMES } from "./constants.js";

const DEEPEST = 4;
/** What a list, a search or a draft begins with. Anything else is a part of a page, or an activity. */
const NAMED = new RegExp(`(^|&)(${FRAGMENT_NAMES.join("|")})=`, "gi");
/** Signs that nobody sees. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
/** The end of a line, also encoded. */
const LINE = "(?:\\r?\\n|%0D%0A|%0A)";
const BROKEN = new RegExp(`=${LINE}`, "gi");
const LINES = new RegExp(LINE, "gi");
/** What stands before a link in a sentence, and a # that was written twice. */
const BEFORE = /^(?:[^\p{L}\p{N}%]|%(?:25)*23)+/iu;
const ENTITY = /&(?:(?:amp|#38|#x26)(?:;|%3B))+/gi;
/** What shops and chats put behind an address. */
const TRACKERS = /[?&](?:utm_\w+|\w*clid|mc_[ce]id)=[^&]*/gi;
/** What stood behind a link in a sentence. No fragment of this site ends in it, because `sealed` encodes it. */
const BEHIND = /(?:[^\p{L}\p{N}%+_-]|%20)+$/u;

/** A % that encodes nothing is itself. @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text.replace(/%(?![\da-f]{2})/gi, "%25"));
  } catch {
    return null;
  }
}

/**
 * A text on one line, without the signs that nobody sees and what stands before it.
 * @param {string} text
 */
function seen(text) {
  const plain = text.replace(UNSEEN, "").replace(BEFORE, "").replace(ENTITY, "&");
  // "Quoted-printable" writes = as =3D and breaks lines with a = of its own; no value here has a bare =.
  const whole = plain.includes("=3D") ? plain.replace(BROKEN, "").replaceAll("=3D", "=") : plain;
  return whole.replace(LINES, "").trim();
}

/**
 * A fragment as this site wrote it, without the #.
 * @param {string} fragment with or without the #
 */
export function healed(fragment) {
  let text = seen(fragment);
  for (let turn = 0; turn < DEEPEST; turn++) {
    // Its names tell whether it is still encoded as a whole; what is encoded within a value is the value's own.
    const next = text.search(NAMED) < 0 ? (decoded(text) ?? text) : text;
    if (next === text) break;
    text = seen(next);
  }
  while (/%25[\da-f]{2}/i.test(text)) text = text.replace(/%25([\da-f]{2})/gi, "%$1");
  return text
    .replace(NAMED, (all) => all.toLowerCase())
    .replace(TRACKERS, "")
    .replace(/\?.*$/, "")
    .replace(BEHIND, "");
}

/**
 * A value as it stands in a fragment: so that what is put behind it or done to it on the way can be told apart from it.
 * @param {string} text
 */
export const sealed = (text) =>
  encodeURIComponent(text.replace(/%(?=[\da-f]{2})/gi, "\uff05"))
    .replace(/[.!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    // A space is a plus, but where a plus would not be read as one: before another, and at the end.
    .replace(/%20(?!%20|$)/g, "+")
    .replace(/^3(?=D)/i, "%33");

/**
 * What `sealed` sealed; null where it cannot be read.
 * @param {string} text
 */
export const opened = (text) =>
  decoded(text.replace(/\+(?=\+|$)/g, "%2B").replaceAll("+", " "))
    ?.replace(UNSEEN, "")
    .replaceAll("\uff05", "%") ?? null;

/**
 * What is kept of an answer to "Waar woont u?": of a postcode the digits only.
 * @param {string} text
 */
export function livingAt(text) {
  const plain = text.trim().replace(/\s+/g, " ").slice(0, 60).trim();
  return plain.match(/^([1-9]\d{3}) ?[a-z]{0,2}$/i)?.[1] ?? plain;
}
