// The two searches, each by its own JavaScript interface, in the same page: load the script, make ready, suggest,
// search with all that a list of ten results shows. Every function runs in the browser.

/** kabinet's client, as its pages use it. */
export const kabinet = {
  name: "kabinet",
  load: async ({ origin }) => {
    const { createSearch } = await import(`${origin}client/client.js`);
    globalThis.contender = createSearch(new URL("search/", origin));
  },
  /** An empty question is answered when the engine is open, and fetches nothing itself. */
  ready: async () => {
    globalThis.contender.warm("engine");
    const { fault } = await globalThis.contender.search({ text: "" });
    if (fault) throw fault;
  },
  suggest: async (text) => (await globalThis.contender.suggest(text)).length,
  search: async (text) => {
    const { hits, total, fault, rounds } = await globalThis.contender.search({ text, limit: 10 });
    if (fault) throw fault;
    return { shown: hits.length, total, rounds };
  },
};

/** Pagefind, with the texts of the first ten results, which it fetches one by one. */
export const pagefind = {
  name: "Pagefind",
  load: async ({ origin }) => {
    globalThis.contender = await import(`${origin}pagefind/pagefind.js`);
  },
  ready: () => globalThis.contender.init(),
  /** It has no suggestions; what comes closest is a search for the letters, with titles. */
  suggest: async (text) => {
    const { results } = await globalThis.contender.search(text);
    return (await Promise.all(results.slice(0, 8).map((result) => result.data()))).length;
  },
  search: async (text) => {
    const { results } = await globalThis.contender.search(text);
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return { shown: shown.length, total: results.length, rounds: 0 };
  },
};
