// Has the engine and the index on their way before the scripts that need them: they are most of what a reader waits for.
//
// What comes goes into the browser's own store, where the engine's worker finds it under the same address. A host that
// forbids storing gets nothing asked twice.

const script = document.querySelector("script[data-search]");
const base = script instanceof HTMLElement ? new URL(script.dataset.search ?? "", location.href) : null;

/** @param {URL} folder */
async function fetchAhead(folder) {
  const answer = await fetch(new URL("index.json", folder), { cache: "no-cache", priority: "high" });
  if (!answer.ok || /no-store/i.test(answer.headers.get("cache-control") ?? "")) return;
  const { module, core } = await answer.json();
  const whole = async (/** @type {string} */ path) => (await fetch(new URL(path, folder), { cache: "force-cache", priority: "high" })).arrayBuffer();
  await Promise.all([module, core].filter((path) => typeof path === "string").map(whole));
}

const able = typeof WebAssembly === "object" && "Worker" in window;
const saving = /** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection?.saveData;
if (base && able && !saving) fetchAhead(base).catch(() => {});
