// @ts-check
// A draft in the address of the form: what somebody found of an activity and nobody asked yet (content/drafts/).

import { UNKNOWN } from "../constants.js";

/**
 * A draft as an entry, and the names in it as answers: of who organises it and of where it is there may be no file yet. Null where the
 * address is not whole.
 * @param {string} packed as generator/views/volunteers/worklist.py packs it
 * @returns {{ entry: import("./rules.js").Entry, names: import("./answers.js").Answers } | null}
 */
export function foundDraft(packed) {
  try {
    const raw = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const letters = new TextDecoder("utf-8", { fatal: true }).decode(
      Uint8Array.from(raw, (letter) => letter.charCodeAt(0)),
    );
    const { organisatie = "", locatie = "", adres = "", postcode = "", plaats = "", ...draft } = JSON.parse(letters);
    if (typeof draft.titel !== "string" || !Array.isArray(draft.bron)) return null;
    const spot = locatie === UNKNOWN ? "" : locatie;
    const names = { organisatie, locatie: spot, adres, postcode, plaats, alleen_hier: false };
    return { entry: { kosten: UNKNOWN, aanmelden: UNKNOWN, ...draft }, names };
  } catch {
    return null;
  }
}

/**
 * What to say of a draft that came along in a link, or of a link that did not come whole.
 * @param {boolean} there
 */
export const foundWords = (there) =>
  there
    ? "Dit is ergens gevonden. Is het nog zo? Vraag het na, verander wat niet klopt, en stuur het in."
    : "De link is niet heel. Open hem nog een keer, of vul het formulier zelf in.";
