// @ts-check
// Every address that leads out of the site, as the browser makes it (generator/model/outgoing.py does the same for pages). Nothing else writes one.

/**
 * A mail, to somebody or to nobody yet; lines end as mail has them.
 * @param {string} whom
 * @param {string} subject
 * @param {string} [body]
 */
export function mailto(whom, subject, body = "") {
  const to = encodeURIComponent(whom).replaceAll("%40", "@");
  const words = body && `&body=${encodeURIComponent(body.replace(/\r?\n/g, "\r\n"))}`;
  return `mailto:${to}?subject=${encodeURIComponent(subject)}${words}`;
}

/** A message in WhatsApp, to whom somebody chooses there. @param {string} text */
export const whatsapp = (text) => `https://wa.me/?text=${encodeURIComponent(text)}`;

/** A calendar that a program of Apple follows. @param {string} address of a calendar of this site */
export const webcal = (address) => address.replace(/^https:/, "webcal:");
