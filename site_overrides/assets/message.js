// @ts-check
// A few lines for a message, of one activity or of a list, for every way to send it (generator/views/activity/message.py says what is in them).

/** What a message holds that people still read. */
const MOST_SIGNS = 700;

/**
 * What, when and where, how sure that is or that it has ended, and the link. Where that would be too long each line says less; what has ended
 * is said in every case.
 * @param {string[]} told of each activity four lines: what, when, where, how sure or what ended
 * @param {string} link
 */
export function shortText(told, link) {
  const all = told.map((one) => one.split("\n"));
  const one = all.length === 1;
  const ways = [[1, 2, 3], [1, 3], [3], []].map((kept) =>
    all.map((lines) => {
      const ended = !lines[1] && !lines[2];
      const rest = lines.filter((_, at) => at && (kept.includes(at) || (ended && at === 3))).filter(Boolean);
      if (one) return [lines[0], ...rest].join("\n");
      // When and where in one sentence, and what is to be known of it in the next.
      const said = [rest.filter((line) => line !== lines[3]).join(", "), rest.includes(lines[3]) ? lines[3] : ""];
      return `- ${[lines[0], said.filter(Boolean).join(". ")].filter(Boolean).join(": ")}`;
    }),
  );
  const texts = ways.map((lines) => [...lines, ...(one ? [] : [""]), link].join("\n"));
  const shortest = [one ? all[0][0] : `Een lijst met ${all.length} activiteiten:`, link].join("\n");
  return texts.find((text) => text.length <= MOST_SIGNS) ?? shortest;
}
