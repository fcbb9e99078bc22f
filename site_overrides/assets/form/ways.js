// @ts-check
// Ways to send what was made: a page of the forge that is filled in already, a mail, or a copy. Nothing is sent by itself.

import { mailto } from "../outgoing.js";
import { atRepository } from "./forge.js";
import { fileText } from "./yaml.js";

/**
 * @typedef {import("./answers.js").File} File
 * @typedef {{ mail: string, repository: string, forge: Record<string, string> }} Site
 */

/** Longer addresses are refused on their way. */
export const MOST = 8000;

/** @param {File} file */
export const pathOf = (file) => `content/${file.folder}/${file.id}.yml`;
/** @param {File} file */
export const textOf = (file) =>
  fileText(file.folder, file.entry, file.folder === "organisations" || file.folder === "locations" ? 1 : 2);

/**
 * Where a file is made or changed at the forge, filled in where the forge can do that.
 * @param {File} file
 * @param {Site} site
 * @returns {{ address: string, filled: boolean } | null}
 */
export function atForge(file, site) {
  const { forge } = site;
  const words = { path: pathOf(file), name: encodeURIComponent(pathOf(file)), text: encodeURIComponent(textOf(file)) };
  const [way, fill] = file.isNew ? [forge.new, forge.fill_new] : [forge.edit, forge.fill_edit];
  const address = atRepository(site, way, words);
  const whole = atRepository(site, way + fill, words);
  if (!address) return null;
  return fill && whole.length < MOST ? { address: whole, filled: true } : { address, filled: false };
}

/**
 * All files as one text, each under its path.
 * @param {File[]} files
 */
export const together = (files) => files.map((file) => `${pathOf(file)}\n\n${textOf(file)}`).join("\n\n");

/**
 * A mail with what somebody filled in, in words and as files; without them where that would be too long.
 * @param {File[]} files
 * @param {Site} site
 * @param {string} words what was filled in, for who reads it
 */
export function byMail(files, site, words) {
  const whom = site.mail;
  const last = /** @type {File} */ (files.at(-1));
  const name = last.entry.titel ?? last.entry.naam;
  const what = last.folder === "experiences" ? "ervaring" : "activiteit";
  const subject = `${last.isNew ? `Nieuwe ${what}` : "Verbeterd"}: ${name}`;
  const hello = `Hallo,\n\n${last.isNew ? "Dit kan op de site erbij" : "Dit kan op de site anders"}: ${name}.\n\n${words}`;
  const body = `${hello}\n\nHieronder staat hetzelfde, voor het programma van de site.\n\n${together(files)}`;
  const whole = mailto(whom, subject, body);
  return whole.length < MOST ? { address: whole, filled: true } : { address: mailto(whom, subject), filled: false };
}
