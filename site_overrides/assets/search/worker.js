// @ts-check
// The search away from the page: it fetches what it needs once, and answers one question after the other.

import { Search } from "./search.js";

/** @type {Map<string, Promise<any>>} */
const files = new Map();

/** @param {string} address */
function fetched(address) {
  let found = files.get(address);
  if (!found) {
    found = fetch(address).then((answer) => answer.json());
    files.set(address, found);
  }
  return found;
}

/** @type {Promise<Search> | null} */
let ready = null;

/** @type {Promise<void> | null} */
let abroad = null;

/** Whether those words are known, and the question that came last. */
let learnt = false;
let last = 0;

/** Gets what knows what is near: its script and every postcode, for everybody the same. @param {Search} search @param {{ places: string }} needed */
async function locate(search, { places }) {
  const [{ Nearby }, packed] = await Promise.all([import("./near.js"), fetched(places)]);
  search.locate(new Nearby(packed));
}

/** @param {{ words: string, shards: string[] }} needed */
async function load({ words, shards }) {
  const [list, ...parts] = await Promise.all([words, ...shards].map(fetched));
  return new Search(list, parts);
}

/**
 * Answers a question; without a shard it can only say where something is.
 * @param {Search} search
 * @param {any} data
 */
async function answer(search, { files: needed, state, today }) {
  if (needed.shards.length) {
    const result = search.run(state, true, today);
    if (!result.wants) return { result };
    await locate(search, needed);
    return { result: search.run(state, true, today) };
  }
  const { waar } = await fetched(needed.list);
  const nothing = { gemeenten: [], rijen: {} };
  const read = async (/** @type {string} */ name) =>
    Object.hasOwn(waar, name) ? fetched(needed.root + waar[name]) : nothing;
  const where = await search.where(state, read);
  if (!where.wants) return { where };
  await locate(search, needed);
  return { where: await search.where(state, read) };
}

if ("WorkerGlobalScope" in globalThis)
  addEventListener("message", async ({ data }) => {
    try {
      ready ??= load(data.files);
      const search = await ready;
      if (data.here) {
        await locate(search, data.files);
        postMessage({ number: data.number, here: search.lexicon.nearby?.country.nearest(data.here) ?? "" });
        return;
      }
      if (!data.state) return;
      last = data.number;
      postMessage({ number: data.number, ...(await answer(search, data)) });
      // The words of other languages come after the first answer, for everybody: what is fetched tells nothing of who asks.
      if (!learnt) {
        abroad ??= fetched(data.files.abroad).then((words) => search.learn(words));
        await abroad;
        learnt = true;
        if (data.number === last) postMessage({ number: data.number, ...(await answer(search, data)) });
      }
    } catch {
      ready = null;
      abroad = null;
      learnt = false;
      files.clear();
      postMessage({ number: data.number, error: true });
    }
  });
