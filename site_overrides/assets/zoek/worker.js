// @ts-check
// The search away from the page: it fetches what it needs once, and answers one question after the other.

import { Search } from "./search.js";

/** @type {Promise<Search> | null} */
let ready = null;

/** @param {string} address */
const fetched = async (address) => (await fetch(address)).json();

/** @param {{ words: string, shards: string[] }} files */
async function load({ words, shards }) {
  const [list, ...parts] = await Promise.all([words, ...shards].map(fetched));
  return new Search(list, parts);
}

if ("WorkerGlobalScope" in globalThis)
  addEventListener("message", async ({ data }) => {
    try {
      ready ??= load(data.files);
      const search = await ready;
      if (data.state) postMessage({ number: data.number, result: search.run(data.state) });
    } catch {
      ready = null;
      postMessage({ number: data.number, error: true });
    }
  });
