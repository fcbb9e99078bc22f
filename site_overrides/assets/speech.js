// @ts-check
// Text as people say it: a voice reads "19.30" as digits, and a person says "half acht". Only for Dutch; other voices know their own times.

const HOURS = "twaalf een twee drie vier vijf zes zeven acht negen tien elf".split(" ");
const SMALL =
  "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split(
    " ",
  );

/**
 * A time as somebody says it: "half acht", "kwart over tien", "vijf voor half drie".
 * @param {number} hour
 * @param {number} minute
 */
export function spokenTime(hour, minute) {
  const now = HOURS[hour % 12];
  const next = HOURS[(hour + 1) % 12];
  if (minute === 0) return `${now} uur`;
  if (minute === 15) return `kwart over ${now}`;
  if (minute === 30) return `half ${next}`;
  if (minute === 45) return `kwart voor ${next}`;
  if (minute < 15) return `${SMALL[minute]} over ${now}`;
  if (minute < 30) return `${SMALL[30 - minute]} voor half ${next}`;
  if (minute < 45) return `${SMALL[minute - 30]} over half ${next}`;
  return `${SMALL[60 - minute]} voor ${next}`;
}

/**
 * A text as a voice of a language has to get it.
 * @param {string} text
 * @param {string} language
 */
export function spoken(text, language) {
  const plain = text
    .replace(/\s+/g, " ")
    // A telephone number: digit by digit, with a rest where it is written with a space.
    .replace(/(?<![\d.,:€-])(?:14 ?0\d{2,3}|(?:\+31 ?\d|0\d)[\d -]{4,12}\d)(?![\d:]|[.,]\d)/g, (number) =>
      number
        .trim()
        .split(/[ -]+/)
        .map((part) => [...part].join(" "))
        .join(", "),
    )
    .trim();
  if (language !== "nl") return plain;
  return plain
    .replace(/€ ?(\d{1,3}(?:\.\d{3})*|\d+),(\d{2})/g, (_, euros, cents) =>
      `${euros.replace(/\./g, "")} euro ${+cents ? +cents : ""}`.trim(),
    )
    .replace(/€ ?(\d{1,3}(?:\.\d{3})*|\d+)/g, (_, euros) => `${euros.replace(/\./g, "")} euro`)
    .replace(/(?<![\d.,])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.,]\d)( uur)?/g, (_, hour, minute) =>
      spokenTime(+hour, +minute),
    );
}
