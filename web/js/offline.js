// Pages once visited, and search once used, can be read without a connection: has the service worker (sw.js) keep them.
// Without HTTPS, and in old browsers, there is none, and nothing is said about it. Search, which is another bundle, tells
// of what it does by events (`search/kept.js`).

const worker = "serviceWorker" in navigator ? navigator.serviceWorker : undefined;
const root = new URL("../../../", import.meta.url);

/** What goes first. @type {Set<Promise<unknown>>} */
const before = new Set();

/** So long after the page is whole: what it does then by itself goes first as well. */
const REST = 1000;

/** Starts keeping once the page is whole: nothing shown waits for it. A preview shows what is written, not what was. */
async function begin() {
  if (document.querySelector("script[src^='/_kabinet/']")) return;
  await new Promise((done) => setTimeout(done, REST));
  await Promise.allSettled(before);
  worker?.register(new URL("sw.js", root), { scope: root.pathname }).catch(() => {});
  // The first visit passes the worker by: it hears of the page afterwards.
  if (!worker?.controller) tell({ visited: location.href });
}

/** @param {object} message */
function tell(message) {
  worker?.ready.then(({ active }) => active?.postMessage(message)).catch(() => {});
}

// A download that goes before all keeping, which a slow line would feel.
addEventListener("kabinet-busy", (event) => {
  const task = /** @type {CustomEvent<Promise<unknown>>} */ (event).detail;
  const gone = () => before.delete(task);
  before.add(task);
  task.then(gone, gone);
});

// Files that search has fetched, maybe before the worker was there: they are kept, and with them what else it may need.
addEventListener("kabinet-fetched", (event) => {
  const files = /** @type {CustomEvent<string[]>} */ (event).detail;
  Promise.allSettled(before).then(() => tell({ files }));
});

if (document.readyState === "complete") begin();
else addEventListener("load", begin, { once: true });
