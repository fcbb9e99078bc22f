// @ts-check
// An entry as YAML, the way a volunteer would write it. The program reads every value as a text, so that only the signs of YAML
// itself need quotes.

/** A text that YAML reads as it is; in a list between brackets it has fewer signs to itself. */
const PLAIN = /^[\p{L}\p{N}€(](?!.*(:(\s|$)|\s#|\s$))[^\p{C}\p{Zl}\p{Zp}]*$/u;
const IN_LIST = /^[^[\]{},]*$/;

/**
 * A file of the content.
 * @param {string} folder
 * @param {Record<string, any>} entry
 * @param {number} depth how many folders deep it lies in the content
 */
export function fileText(folder, entry, depth) {
  const first = `# yaml-language-server: $schema=${"../".repeat(depth + 1)}schema/${folder}.json\n`;
  return first + fields(entry, "");
}

/**
 * @param {Record<string, any>} entry
 * @param {string} indent
 * @returns {string}
 */
function fields(entry, indent) {
  return Object.entries(entry)
    .map(([name, value]) => `${indent}${name}:${after(value, indent)}`)
    .join("");
}

/**
 * @param {any} value
 * @param {string} indent
 * @returns {string}
 */
function after(value, indent) {
  const inner = `${indent}  `;
  if (typeof value === "string") return ` ${text(value, inner)}\n`;
  if (!Array.isArray(value)) return `\n${fields(value, inner)}`;
  if (value.every((item) => typeof item === "string"))
    return ` [${value.map((item) => (IN_LIST.test(item) ? quoted(item) : JSON.stringify(item))).join(", ")}]\n`;
  return `\n${value.map((item) => `${inner}- ${fields(item, `${inner}  `).trimStart()}`).join("")}`;
}

/**
 * @param {string} value
 * @param {string} indent
 */
function text(value, indent) {
  const lines = value.split("\n");
  const block = lines.length > 1 && lines.every((line) => !/^\s/.test(line)) && !/[\r\u0085\u2028\u2029]/.test(value);
  if (!block) return quoted(value);
  return `|\n${lines.map((line) => (line ? indent + line : "")).join("\n")}`;
}

/** @param {string} value */
function quoted(value) {
  return PLAIN.test(value) ? value : JSON.stringify(value);
}
