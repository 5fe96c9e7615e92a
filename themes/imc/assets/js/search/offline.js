// Registers the service worker, which keeps visited pages and search for when there is no connection. Without HTTPS,
// and in old browsers, there is none, and nothing is said about it.

const worker = "serviceWorker" in navigator ? navigator.serviceWorker : undefined;
const root = new URL("../../../", import.meta.url);

/** What goes first. @type {Set<Promise<unknown>>} */
const before = new Set();

/** So long after the page is whole: what it does then by itself goes first as well. */
const REST = 1000;

/**
 * Has a download go before all keeping, which a slow line would feel.
 * @param {Promise<unknown>} task
 */
export function beforeKeeping(task) {
  const gone = () => before.delete(task);
  before.add(task);
  task.then(gone, gone);
}

/** Starts keeping once the page is whole: nothing shown waits for it. A preview shows what is written, not what was. */
async function begin() {
  if (document.querySelector("script[src^='/_kabinet/']")) return;
  await new Promise((done) => setTimeout(done, REST));
  await Promise.allSettled(before);
  worker?.register(new URL("sw.js", root), { scope: root.pathname }).catch(() => {});
  // The first visit passes the worker by: it hears of the page afterwards.
  if (!worker?.controller) tell({ visited: location.href });
}

/**
 * Has files kept that search has fetched, maybe before the worker was there, and with them what else it may need.
 * @param {string[]} files  their addresses
 */
export function keepOffline(files) {
  Promise.allSettled(before).then(() => tell({ files }));
}

/** @param {object} message */
function tell(message) {
  worker?.ready.then(({ active }) => active?.postMessage(message)).catch(() => {});
}

if (document.readyState === "complete") begin();
else addEventListener("load", begin, { once: true });
