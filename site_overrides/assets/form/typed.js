// @ts-check
// Days, times and prices as people type them: read whole or not at all, with the words and patterns of check's own reader
// (generator/read/typed.py). tests/typed.yml holds both to the same answers.

import { DAYS, MONTHS, UNKNOWN } from "../constants.js";

/** @typedef {Record<string, any>} Moment */

/** @param {string} text */
export function plain(text) {
  const signs = text.normalize("NFKC").replace(/[\u2010-\u2014\u2212]/g, "-");
  return signs.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
}

export class Typed {
  /** @param {Record<string, any>} words what regels.json has under "getypt" */
  constructor(words) {
    this.words = words;
    /** @type {Record<string, RegExp>} */
    this.whole = {};
    /** @type {Record<string, RegExp>} */
    this.part = {};
    for (const [name, pattern] of Object.entries(words.patronen)) {
      this.whole[name] = new RegExp(`^(?:${pattern})$`);
      this.part[name] = new RegExp(pattern);
    }
  }

  /** @param {string} text */
  isUnknown(text) {
    return this.words.onbekend.includes(plain(text));
  }

  /** A list on one line. @param {string} text */
  items(text) {
    return text.trim().split(this.part.lijst).filter(Boolean);
  }

  /**
   * One day as 2026-12-24; null where it cannot be read, or does not exist.
   * @param {string} text
   */
  day(text) {
    const found = this.whole.datum.exec(plain(text))?.groups;
    return found && !found.hours ? this.dayOf(found) : null;
  }

  /**
   * The day, the month or the year of a source; null where it cannot be read.
   * @param {string} text
   * @returns {string | null}
   */
  dayOfSource(text) {
    if (this.isUnknown(text)) return UNKNOWN;
    const found = this.whole.maand.exec(plain(text))?.groups;
    if (!found) return this.day(text);
    const month = found.iso ? Number(found.iso.slice(5) || 1) : this.month(found.m);
    if (month < 1 || month > 12) return null;
    return found.iso ?? `${found.y}-${String(month).padStart(2, "0")}`;
  }

  /**
   * A time as 19.30; null where it cannot be read. Only where something ends it may be 24.00, which is 0.00.
   * @param {string} text
   * @param {boolean} [end]
   */
  time(text, end = false) {
    const found = this.whole.tijd.exec(plain(text));
    return found && timeOf(found[1], end);
  }

  /**
   * When it is: onbekend, or moments. What no rule can say stays as it was typed.
   * @param {string} text
   * @returns {string | Moment[]}
   */
  when(text) {
    if (this.isUnknown(text)) return UNKNOWN;
    const whole = plain(text).replace(/\.+$/, "");
    if (this.words.altijd.includes(whole)) return [{ altijd: "ja" }];
    if (this.words.op_afspraak.includes(whole)) return [{ op_afspraak: "ja" }];
    const moments = text
      .trim()
      .toLowerCase()
      .split(this.part.delen)
      .map((part) => this.moment(plain(part)));
    if (moments.every((one) => one !== null)) return moments;
    return [{ tekst: text.split(/\s+/).filter(Boolean).join(" ") }];
  }

  /**
   * @param {string} text
   * @returns {Moment | null}
   */
  moment(text) {
    const single = this.whole.datum.exec(text)?.groups;
    if (single) {
      const [datum, hours] = [this.dayOf(single), this.hours(single.hours)];
      return datum && hours ? { datum, ...hours } : null;
    }
    const span = this.whole.reeksen.exec(text)?.groups;
    if (span) {
      const hours = this.hours(span.hours);
      const days = this.words.reeksen[span.span].map((/** @type {number} */ day) => DAYS[day]);
      return hours && { elke: days, ...hours, ...this.skipped(span.off) };
    }
    const found = this.whole.moment.exec(text)?.groups;
    const days = found ? [...new Set(this.days(found.days))].sort((a, b) => a - b).map((day) => DAYS[day]) : [];
    const hours = found && this.hours(found.hours);
    if (!found || !days.length || !hours || (found.month && !found.nth)) return null;
    // What is typed behind a day ("dinsdagavond") must be what its hours say: then nothing is lost without it.
    const [first, last] = found.part ? this.words.dagdelen[found.part] : [0, 24];
    const hour = Number.parseInt(hours.van, 10);
    if (found.part && (days.length > 1 || !(first <= hour && hour < last))) return null;
    const weeks = found.nth?.split(this.part.en).map((word) => this.words.hoeveelste[word]);
    const nth = weeks ? { week_van_de_maand: weeks } : {};
    return { elke: days.length === 1 ? days[0] : days, ...nth, ...hours, ...this.skipped(found.off) };
  }

  /**
   * What is left out in "juli, augustus en de schoolvakanties".
   * @param {string | undefined} text
   */
  skipped(text) {
    /** @type {Record<string, string[]>} */
    const found = {};
    for (const part of (text ?? "").split(this.part.en)) {
      const word = part.replace(new RegExp(this.words.patronen.vrij, "g"), "").replace(/\.+$/, "");
      if (!word) continue;
      const month = MONTHS[this.words.maanden[word] - 1];
      const name = month ? "niet_in" : "behalve";
      const one = month ?? (word.startsWith("feest") ? "feestdagen" : "schoolvakanties");
      found[name] = [...(found[name] ?? []), one];
    }
    return Object.fromEntries(Object.entries(found).map(([name, words]) => [name, [...new Set(words)]]));
  }

  /**
   * The months in "juli en augustus"; null where one of them is no month.
   * @param {string} text
   */
  months(text) {
    const parts = plain(text).split(this.part.en).filter(Boolean);
    const found = parts.map((part) => MONTHS[this.words.maanden[part.replace(/\.+$/, "")] - 1]);
    return parts.length && found.every(Boolean) ? found : null;
  }

  /**
   * The numbers of the days in "ma, wo en vr" or "ma t/m vr".
   * @param {string} text
   * @returns {number[]}
   */
  days(text) {
    const span = this.whole.reeks.exec(text);
    if (span) {
      const [first, last] = [this.words.dagen[span[1]], this.words.dagen[span[2]]];
      // "di-do" may be two days or three.
      const certain = !text.includes("-") || last === first + 1 || (!first && this.words.weekeinden.includes(last));
      if (!certain) return [];
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
    }
    if (this.part.van_tot.test(text)) return [];
    return text
      .split(this.part.en)
      .filter(Boolean)
      .map((word) => this.words.dagen[word]);
  }

  /**
   * @param {string | undefined} text
   * @returns {Moment | null}
   */
  hours(text) {
    if (!text?.trim()) return { van: UNKNOWN, tot: UNKNOWN };
    const found = this.whole.uren.exec(text.trim());
    const [first, last] = [found?.[1] ?? found?.[3], found?.[2] ?? found?.[4]];
    const van = first && timeOf(first, false);
    const tot = last ? timeOf(last, true) : UNKNOWN;
    return van && tot && this.plausible(first, van, tot) ? { van, tot } : null;
  }

  /**
   * Whether hours are certain: "2-4" may be in the afternoon, and "10-1" ends at noon.
   * @param {string} typed
   * @param {string} van
   * @param {string} tot
   */
  plausible(typed, van, tot) {
    const hour = Number.parseInt(van, 10);
    const { vroegst, avond } = this.words;
    if (hour < vroegst || (hour <= vroegst + 1 && /^\d{1,2}$/.test(typed))) return false;
    const last = tot === UNKNOWN ? hour : Number.parseInt(tot, 10);
    return last >= hour || last === 0 || hour >= avond;
  }

  /**
   * A day that has the shape of one, also where it does not exist: then the form says that, and not that it cannot be read.
   * @param {string} text
   */
  dayLike(text) {
    const found = this.whole.datum.exec(plain(text))?.groups;
    if (!found || found.hours || found.w) return null;
    const [year, month, day] = this.numbers(found);
    return [String(year).padStart(4, "0"), two(month), two(day)].join("-");
  }

  /** @param {Record<string, string>} found */
  numbers(found) {
    return found.iso ? found.iso.split("-").map(Number) : [Number(found.y), this.month(found.m), Number(found.d)];
  }

  /** @param {Record<string, string>} found */
  dayOf(found) {
    const [year, month, day] = this.numbers(found);
    const date = new Date(Date.UTC(year, month - 1, day));
    const weekday = (date.getUTCDay() + 6) % 7;
    const agrees = !found.w || this.words.dagen[found.w] === weekday; // a Monday that is a Thursday is not certain
    const same = agrees && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return same && year > 0 ? [String(year).padStart(4, "0"), two(month), two(day)].join("-") : null;
  }

  /** @param {string} text */
  month(text) {
    return this.words.maanden[text.replace(/\.$/, "")] ?? Number(text);
  }

  /**
   * The amounts in "€ 4 per keer of € 30 per kwartaal", without per where that is not said; null where it cannot be read.
   * @param {string} text
   * @returns {Moment[] | null}
   */
  prices(text) {
    const found = text
      .trim()
      .toLowerCase()
      .split(this.part.prijzen)
      .map((part) => this.whole.prijs.exec(plain(part)));
    if (found.some((one) => !one)) return null;
    return found.map((one) => ({
      bedrag_euro: amount(one?.[1] ?? ""),
      ...((one?.[2] ?? one?.[3]) ? { per: this.words.per[one[2] ?? one[3]] } : {}),
    }));
  }
}

/** An address as a file has it: people leave out its beginning. @param {string} text */
export const address = (text) => (/^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(text) ? `https://${text}` : text);

/** Whether a source is an address of a page, and not words for something else. @param {string} text */
export const isAddress = (text) => !/\s/.test(text) && /[./:@]/.test(text);

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/**
 * @param {string} text
 * @param {boolean} end
 */
function timeOf(text, end) {
  const parts = text.split(/\D/);
  const [all] = parts;
  const [hour, minute] = parts.length > 1 ? parts : all.length > 2 ? [all.slice(0, -2), all.slice(-2)] : [all, "00"];
  if (Number(hour) === 24 && Number(minute) === 0 && end) return "0.00";
  return Number(hour) <= 23 ? `${Number(hour)}.${minute}` : null;
}

/** @param {string} text */
function amount(text) {
  const [whole, cents] = text.replace(",-", "").replace(",", ".").split(".");
  return Number(cents ?? 0) ? `${whole}.${cents.padEnd(2, "0")}` : whole;
}
