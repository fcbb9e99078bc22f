// @ts-check
// The ways to send, as they stand at the end of the form.

import { copied } from "../copy.js";
import { UNKNOWN } from "../constants.js";
import { made } from "../elements.js";
import { icon } from "./icon.js";
import { atForge, byMail, pathOf, textOf, together } from "./ways.js";

/**
 * @typedef {import("./answers.js").File} File
 * @typedef {import("./ways.js").Site} Site
 * @typedef {(words: string) => void} Say
 */

/**
 * @param {File[]} files
 * @param {Site} site
 * @param {string} words what was filled in, for who reads it
 * @param {Say} say
 * @returns {HTMLElement[]}
 */
export function told(files, site, words, say) {
  const ways = site.mail === UNKNOWN ? [] : [mail(files, site, words, say)];
  if (site.repository) ways.push(forge(files, site, say));
  ways.push(copy(files, site, say));
  const shown = files.map((file) =>
    made("details", "form-file", made("summary", "", pathOf(file)), made("pre", "", textOf(file))),
  );
  return [...ways, made("h3", "", files.length > 1 ? "Dit zijn de bestanden" : "Dit is het bestand"), ...shown];
}

/**
 * @param {string} title
 * @param {(Node | string)[]} content
 */
const way = (title, ...content) => made("section", "panel form-way", made("h3", "", title), ...content);

/**
 * @param {string} words
 * @param {string} sign
 * @param {string} address
 */
function link(words, sign, address) {
  const found = made("a", "button", icon(sign), words);
  found.setAttribute("href", address);
  return found;
}

/**
 * @param {File[]} files
 * @param {Site} site
 * @param {string} words
 * @param {Say} say
 */
function mail(files, site, words, say) {
  const { address, filled } = byMail(files, site, words);
  const open = link("Mail het", "email-outline", address);
  open.addEventListener("click", () => say("Er opent een mail. Verstuur die zelf."));
  const how = filled
    ? `Er opent een mail waar alles al in staat. Druk daarin op Verzenden.`
    : `De tekst is te lang om vanzelf in de mail te zetten. Kopieer hem eerst, en plak hem in de mail.`;
  return way("Per mail", made("p", "", how), open);
}

/**
 * @param {File[]} files
 * @param {Site} site
 * @param {Say} say
 */
function copy(files, site, say) {
  const learnt = files.some(({ folder }) => folder === "experiences");
  const where =
    site.mail === UNKNOWN && learnt
      ? "Geef de tekst aan de coördinator van uw gemeente. Plak hem in een mail of een bericht."
      : site.mail === UNKNOWN
        ? "Geef de tekst aan de organisatie, of aan uw welzijnscoach. Plak hem in een mail of een bericht."
        : `Plak de tekst in een mail aan ${site.mail}.`;
  const button = made("button", "button button--quiet", icon("content-copy"), "Kopieer de tekst");
  button.setAttribute("type", "button");
  button.addEventListener("click", () => give(together(files), say));
  return way("Kopiëren", made("p", "", where), button);
}

/**
 * @param {File[]} files
 * @param {Site} site
 * @param {Say} say
 */
function forge(files, site, say) {
  const name = site.forge.called;
  const many =
    files.length > 1
      ? ` Het zijn ${files.length} bestanden. Verstuur ze in deze volgorde, of mail ze in een keer.`
      : "";
  const list = files.map((file) => {
    const { address, filled } = /** @type {{ address: string, filled: boolean }} */ (atForge(file, site));
    const open = link(`Open ${pathOf(file).split("/").at(-1)} bij ${name}`, "open-in-new", address);
    open.classList.add("button--quiet");
    open.setAttribute("target", "_blank");
    open.setAttribute("rel", "noopener noreferrer");
    open.addEventListener("click", () =>
      filled ? say("Een nieuw venster is open. Kies daar de groene knop, of Opslaan.") : give(textOf(file), say),
    );
    const how = filled
      ? "De tekst staat er dan al."
      : "De tekst wordt eerst gekopieerd. Plak hem daar over alles heen.";
    return made("li", "", made("p", "", how), open);
  });
  return way(
    `Zelf insturen`,
    made("p", "", `Daarvoor hebt u een account bij ${name} nodig. Hebt u dat niet? Mail het dan.${many}`),
    made(files.length > 1 ? "ol" : "ul", "form-way__files", ...list),
  );
}

/**
 * @param {string} text
 * @param {Say} say
 */
async function give(text, say) {
  const done = await copied(text);
  say(done ? "De tekst is gekopieerd." : "Kopiëren lukt niet. Open het bestand hieronder en kopieer de tekst zelf.");
}
