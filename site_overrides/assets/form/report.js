// @ts-check
// The way for who only wants to say what is wrong.

import { mailto } from "../outgoing.js";
import { made } from "./elements.js";

/**
 * A message about a page, for who only wants to say what is wrong (generator/views/volunteers/report.py).
 * @param {string} title
 * @param {string} page its full address
 * @param {import("./ways.js").Site} site
 */
function reportAddress(title, page, site) {
  const about = `Klopt er iets niet: ${title}`;
  const question = `Pagina: ${page}\n\nWat klopt er niet?\n`;
  if (site.mail !== "onbekend") return mailto(site.mail, about, question);
  if (site.repository === "onbekend") return "";
  const subject = encodeURIComponent(about);
  const words = encodeURIComponent(question);
  const base = site.repository.replace(/\/$/, "").replace(/\.git$/, "");
  return site.forge === "gitlab"
    ? `${base}/-/issues/new?issue[title]=${subject}&issue[description]=${words}`
    : `${base}/issues/new?title=${subject}&body=${words}`;
}

/**
 * The way to only say what is wrong; none where nobody is known who reads it.
 * @param {string} title
 * @param {string} page
 * @param {import("./ways.js").Site} site
 */
export function reportLink(title, page, site) {
  const address = reportAddress(title, page, site);
  if (!address) return null;
  const found = made("a", "", address.startsWith("mailto:") ? "Mail wat er niet klopt" : "Meld wat er niet klopt");
  found.setAttribute("href", address);
  return found;
}
