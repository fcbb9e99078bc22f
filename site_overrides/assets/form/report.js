// @ts-check
// The way for who only wants to say what is wrong.

import { UNKNOWN } from "../constants.js";
import { mailto } from "../outgoing.js";
import { made } from "../elements.js";
import { atRepository } from "./forge.js";

/**
 * A message about a page, for who only wants to say what is wrong (generator/views/volunteers/report.py).
 * @param {string} title
 * @param {string} page its full address
 * @param {import("./ways.js").Site} site
 */
function reportAddress(title, page, site) {
  const about = `Klopt er iets niet: ${title}`;
  const question = `Pagina: ${page}\n\nWat klopt er niet?\n`;
  if (site.mail !== UNKNOWN) return mailto(site.mail, about, question);
  return atRepository(site, site.forge.issue, {
    title: encodeURIComponent(about),
    text: encodeURIComponent(question),
  });
}

/**
 * What somebody who mends reads first, with the way to only say what is wrong; without that where nobody is known who reads it.
 * @param {string} title
 * @param {string} page
 * @param {import("./ways.js").Site} site
 * @returns {(string | Node)[]}
 */
export function mendingLead(title, page, site) {
  const words = "Verander wat niet klopt. Kies hieronder de stap. Er wordt niets verstuurd tot u dat zelf doet.";
  const less = reportLink(title, page, site);
  return less ? [`${words} Is dat te veel werk? `, less, "."] : [words];
}

/**
 * @param {string} title
 * @param {string} page
 * @param {import("./ways.js").Site} site
 */
function reportLink(title, page, site) {
  const address = reportAddress(title, page, site);
  if (!address) return null;
  const found = made("a", "", address.startsWith("mailto:") ? "Mail wat er niet klopt" : "Meld wat er niet klopt");
  found.setAttribute("href", address);
  return found;
}
