// @ts-check
// What a JSON Schema finds wrong with an entry. It knows the words that our own schemas use and no others; a test looks
// whether that is so, and compares with check. ADR 10.

/**
 * @typedef {{ at: (string | number)[], kind: string, given: string, limit?: number }} Fault
 *   where it is, which sentence says what is wrong, and what was given
 * @typedef {Record<string, any>} Schema
 */

/** The sentence for a word of the schema, where the schema itself names none. */
const KIND = { array: "tuple_type", object: "model_type", string: "string_type", number: "getal", integer: "getal" };

/**
 * @param {Schema} schema
 * @param {any} value
 * @param {Schema} root the schema in which names are looked up
 * @param {(string | number)[]} at
 * @returns {Fault[]}
 */
export function faults(schema, value, root = schema, at = []) {
  if (schema.$ref) return faults(root.$defs[schema.$ref.split("/").at(-1)], value, root, at);
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways) return ofWays(schema, ways, value, root, at);
  const found = ofValue(schema, value, at);
  if (found.length) return found;
  for (const part of schema.allOf ?? []) {
    const wrong = faults(part, value, root, at);
    if (wrong.length) return wrong;
  }
  if (Array.isArray(value)) return ofList(schema, value, root, at);
  return isFields(value) ? ofFields(schema, value, root, at) : [];
}

/** @param {any} value */
const isFields = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @param {any} value */
const typeOf = (value) => (Array.isArray(value) ? "array" : isFields(value) ? "object" : typeof value);

/**
 * @param {Schema} schema
 * @param {any} value
 * @param {(string | number)[]} at
 * @returns {Fault[]}
 */
function ofValue(schema, value, at) {
  const given = typeof value === "string" ? value : "";
  /** @param {string} kind @param {number} [limit] */
  const wrong = (kind, limit) => [{ at, kind: schema["x-fout"] ?? kind, given, limit }];
  const types = [schema.type ?? []].flat();
  const word = types.includes("string") || schema.enum;
  if (word && typeof value === "string" && !value.trim()) return [{ at, kind: "leeg", given }];
  if (types.length && !types.includes(typeOf(value))) {
    return wrong(KIND[/** @type {keyof typeof KIND} */ (types[0])] ?? "keuze");
  }
  if (schema.enum && !schema.enum.includes(value)) return wrong("keuze");
  if ("const" in schema && schema.const !== value) return wrong("keuze");
  if (typeof value !== "string") return [];
  if (schema.pattern && !new RegExp(schema.pattern, "u").test(value)) return wrong("keuze");
  if (schema.format === "date" && !isDate(value)) return wrong("datum_bestaat_niet");
  if (schema.maxLength && [...value.trim()].length > schema.maxLength)
    return [{ at, kind: "string_too_long", given, limit: schema.maxLength }];
  return [];
}

/** @param {string} text */
function isDate(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * A value that may be written in more ways: what is wrong with the one that its writer meant.
 * @param {Schema} schema
 * @param {Schema[]} ways
 * @param {any} value
 * @param {Schema} root
 * @param {(string | number)[]} at
 * @returns {Fault[]}
 */
function ofWays(schema, ways, value, root, at) {
  const found = ways.map((way) => faults(way, value, root, at));
  if (found.some((wrong) => !wrong.length)) return [];
  const meant = meantOf(
    ways.map((way) => (way.$ref ? root.$defs[way.$ref.split("/").at(-1)] : way)),
    value,
  );
  const own = { at, kind: schema["x-fout"] ?? "keuze", given: typeof value === "string" ? value : "" };
  if (meant < 0) return [own];
  const [first] = found[meant];
  return schema["x-fout"] && first.kind === "keuze" && first.at === at ? [own] : found[meant];
}

/**
 * Which way a writer meant: the same kind of value, for fields the one that tells the ways apart, for a text a word to choose
 * from or else what begins with a digit.
 * @param {Schema[]} ways
 * @param {any} value
 */
function meantOf(ways, value) {
  if (isFields(value)) {
    /** @param {Schema} way */
    const named = (way) => way.required?.some((/** @type {string} */ name) => name in value);
    /** @param {Schema} way */
    const fits = (way) =>
      Object.entries(way.properties).every(([name, one]) => !("const" in one) || one.const === value[name]);
    /** @param {Schema} way */
    const known = (way) => Object.keys(value).filter((name) => name in way.properties).length;
    const candidates = ways.filter(named);
    const fitting = candidates.filter(fits).sort((one, other) => known(other) - known(one));
    return ways.indexOf((candidates.length === 1 ? candidates[0] : fitting[0]) ?? {});
  }
  if (Array.isArray(value)) return ways.findIndex((way) => way.type === "array");
  const texts = ways.filter((way) => way.type === "string" && !("enum" in way || "const" in way));
  const free = ways.indexOf(texts.find((way) => way.pattern && new RegExp(way.pattern, "u").test(value)) ?? texts[0]);
  const word = ways.findIndex((way) => "enum" in way);
  if (free >= 0 && (word < 0 || /^\d/.test(value))) return free;
  return word >= 0 ? word : ways.findIndex((way) => "const" in way || way.anyOf);
}

/**
 * @param {Schema} schema
 * @param {any[]} value
 * @param {Schema} root
 * @param {(string | number)[]} at
 * @returns {Fault[]}
 */
function ofList(schema, value, root, at) {
  const found = value.flatMap((item, place) => (schema.items ? faults(schema.items, item, root, [...at, place]) : []));
  if (found.length) return found;
  if (value.length < (schema.minItems ?? 0)) return [{ at, kind: "too_short", given: "", limit: schema.minItems }];
  if (value.length > (schema.maxItems ?? Number.POSITIVE_INFINITY))
    return [{ at, kind: "too_long", given: "", limit: schema.maxItems }];
  const double = schema.uniqueItems && new Set(value.map((item) => JSON.stringify(item))).size < value.length;
  return double ? [{ at, kind: "dubbel", given: "" }] : [];
}

/**
 * @param {Schema} schema
 * @param {Record<string, any>} value
 * @param {Schema} root
 * @param {(string | number)[]} at
 * @returns {Fault[]}
 */
function ofFields(schema, value, root, at) {
  const known = schema.properties ?? {};
  /** @type {Fault[]} */
  const found = [];
  for (const name of schema.required ?? [])
    if (!(name in value)) found.push({ at: [...at, name], kind: "missing", given: "" });
  for (const [name, item] of Object.entries(value)) {
    if (known[name]) found.push(...faults(known[name], item, root, [...at, name]));
    else if (schema.additionalProperties === false)
      found.push({ at: [...at, name], kind: "extra_forbidden", given: "" });
  }
  return found;
}
