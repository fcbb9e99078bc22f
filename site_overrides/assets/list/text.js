// @ts-check
// A list as plain text, for a file or a mail: titles, dates, numbers, links. No word about who it is for.

/** @typedef {{ title: string, place: string, notice: string, sure: string, facts: [string, string[]][], link: string }} Told */

/**
 * What a leaf says, as words.
 * @param {Element} leaf
 * @returns {Told}
 */
export function told(leaf) {
  const words = (/** @type {Element | null | undefined} */ one) => (one?.textContent ?? "").replace(/\s+/g, " ").trim();
  const title = leaf.querySelector("[data-titel]");
  /** @type {[string, string[]][]} */
  const facts = [];
  for (const row of leaf.querySelectorAll("dl > div")) {
    const name = words(row.querySelector("dt"));
    const items = [...row.querySelectorAll("dd li")].map(words);
    facts.push([name, items.length ? items : lines(row.querySelector("dd"))]);
  }
  return {
    title: words(title),
    place: words(leaf.querySelector("[data-plaats]")),
    notice: [
      words(leaf.querySelector(".leaf__notice:not(.leaf__notice--changed)")),
      ...[...leaf.querySelectorAll(".leaf__others a")].map((one) => `In plaats daarvan: ${words(one)}.`),
    ]
      .filter(Boolean)
      .join(" "),
    sure: leaf.querySelector("[data-hoe-zeker]")?.getAttribute("data-hoe-zeker") ?? "",
    facts,
    link: title instanceof HTMLAnchorElement ? title.href.split("#")[0] : "",
  };
}

/**
 * The lines of an answer, which stand between line breaks.
 * @param {Element | null} answer
 */
function lines(answer) {
  const found = [""];
  for (const node of answer?.childNodes ?? [])
    if (node.nodeName === "BR") found.push("");
    else found[found.length - 1] += node.textContent ?? "";
  return found.map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
}

/**
 * The whole list as text.
 * @param {Told[]} leaves
 * @param {string} link of the list
 * @param {string} [chosen] what a region calls what somebody chose
 */
export function plainText(leaves, link, chosen = "") {
  const parts = leaves.map(({ title, place, notice, sure, facts, link: own }, at) =>
    [
      `${at + 1}. ${title} (${place})`,
      ...(notice ? [`   ${notice}`] : []),
      ...(sure ? [`   ${sure}`] : []),
      ...facts.map(([name, answers]) => `   ${name}: ${answers.join("; ")}`),
      `   ${own}`,
    ].join("\n"),
  );
  return `${[...(chosen ? [`${chosen}:`] : []), ...parts, `De hele lijst: ${link}`].join("\n\n")}\n`;
}
