// On the search page: begins to fetch what an engine opens with before the other scripts have come. Imports nothing,
// so that nothing is waited for; `ahead.js` takes what has begun.

const base = new URL("../../../search/", import.meta.url);
/** @type {Map<string, Promise<Response>>} */
const begun = new Map();

/**
 * @param {string} path
 * @param {RequestCache} cache
 */
function begin(path, cache) {
  const coming = fetch(new URL(path, base), { cache });
  begun.set(new URL(path, base).href, coming);
  return coming;
}

/** @param {Response} manifest */
async function follow(manifest) {
  const { module, core } = await manifest.clone().json();
  const isFile = (/** @type {unknown} */ path) => typeof path === "string" && /^\w+\/[\w-]+\.\w+$/.test(path);
  for (const path of [module, core].filter(isFile)) begin(path, "force-cache").catch(() => {});
}

// Where there is no engine to be had, nothing is fetched in vain.
if (typeof WebAssembly === "object" && "Worker" in globalThis) begin("index.json", "no-cache").then(follow).catch(() => {});
Object.assign(globalThis, { searchBegun: begun });
