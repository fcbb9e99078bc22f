// What ical.js (the reader of Thunderbird) finds in calendars between two days: [day, begin, end] in UTC, or [day, null, null].
// node tests/calendars.mjs TASK, a JSON file of {calendars: {name: text}, first, last}.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const { calendars, first, last } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const utc = (/** @type {any} */ time) => time.toJSDate().toISOString();

/** @param {string} text */
function found(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  /** @type {(string | null)[][]} */
  const all = [];
  for (const part of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(part);
    const steps = event.iterator();
    for (let next = steps.next(); next; next = steps.next()) {
      const { startDate, endDate } = event.getOccurrenceDetails(next);
      const day = startDate.toString().slice(0, 10);
      if (day >= last) break;
      if (day < first) continue;
      const ends = startDate.compare(endDate) < 0 ? utc(endDate) : null;
      all.push(startDate.isDate ? [day, null, null] : [day, utc(startDate), ends]);
    }
  }
  return all;
}

const answers = Object.fromEntries(Object.entries(calendars).map(([name, text]) => [name, found(text)]));
process.stdout.write(JSON.stringify(answers));
