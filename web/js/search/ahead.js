// Fetches what an engine opens with while its thread is still starting, and begins both before anybody asks: on a slow
// line each wait is half a second.
import { patiently, readBody } from "./deadline.js";
import { SearchFault } from "./fault.js";
import { Files } from "./files.js";
import { Thread } from "./thread.js";

/** @typedef {import("./files.js").Bytes} Bytes */
/**
 * Without bytes, the thread must fetch for itself, unless a fault says that there is nobody to fetch from.
 * @typedef {(path: string, bytes: Bytes | null, fault?: string) => void} Give
 */

/** What an engine opens with is no larger. In bytes. */
const MOST = 32 * 1024 * 1024;

/** What has begun, by address; each is taken once: a later engine asks anew. @type {Map<string, Promise<Response>>} */
const begun = new Map();
/** @type {Thread | undefined} */
let thread;
/** For whom it has begun: once. @type {Set<string>} */
const bases = new Set();
/** Told when what the list names has begun as well. */
let followed = Promise.resolve();

/**
 * Begins to fetch the thread's script and the list of names, and what it names when `whole`. Where there is no engine
 * to be had, nothing is fetched in vain.
 * @param {URL} base  the address of `search/`
 * @param {{ whole: boolean }} how
 */
export function begin(base, { whole }) {
  if (bases.has(base.href)) return;
  bases.add(base.href);
  try {
    thread ??= new Thread();
  } catch {
    return;
  }
  const list = fetchEarly(new URL("index.json", base), "no-cache");
  if (!whole) return;
  fetchHinted(base);
  followed = list.then((response) => follow(base, response)).catch(() => {});
}

/**
 * @param {URL} url
 * @param {RequestCache} cache
 */
function fetchEarly(url, cache) {
  const coming = fetch(url, { cache });
  // Whoever takes it hears of its failure.
  coming.catch(() => {});
  begun.set(url.href, coming);
  return coming;
}

/**
 * @param {URL} base
 * @param {Response} list
 */
async function follow(base, list) {
  const urls = namesIn(await list.clone().json(), false).filter(isFile).map((path) => new URL(path, base));
  for (const url of urls) if (!begun.has(url.href)) fetchEarly(url, "force-cache");
}

/** @param {string} path */
const isFile = (path) => /^\w+\/[\w-]+\.\w+$/.test(path);

let hinted = false;

/**
 * Asks for the engine as the page names it, once, beside the list of names. Should that name another, the other is taken.
 * @param {URL} base
 */
function fetchHinted(base) {
  const { engine = "" } = document.documentElement.dataset;
  if (!hinted && isFile(engine)) fetchEarly(new URL(engine, base), "force-cache");
  hinted = true;
}

/** The thread that has been started, or a new one. */
export function takeThread() {
  const taken = thread ?? new Thread();
  thread = undefined;
  return taken;
}

/**
 * @param {URL} base
 * @param {{ anew: boolean, bare: boolean }} how
 * @param {Give} give
 * @param {AbortSignal} signal
 */
export async function fetchAhead(base, { anew, bare }, give, signal) {
  const files = new Files(base, anew);
  const early = async (/** @type {string} */ path) => (anew ? null : begunEarly(new URL(path, base).href, signal));
  // What nobody has begun begins here: the engine does not wait for the list.
  if (!begun.has(new URL("index.json", base).href)) fetchHinted(base);
  const refused = (/** @type {string} */ path) => (/** @type {unknown} */ error) => give(path, null, silence(error));
  const wanted = await early("index.json")
    // What the list names has begun when it has come whole; of a silent host neither is waited for.
    .then((bytes) => (bytes ? followed.then(() => bytes) : files.current("index.json", signal)))
    .then((manifest) => {
      const names = read(manifest, bare);
      give("index.json", names.length > 0 ? manifest : null);
      return names;
    }, refused("index.json"));
  for (const path of wanted ?? []) {
    const coming = early(path).then((bytes) => bytes ?? files.packed(path, signal));
    coming.then((bytes) => give(path, bytes), refused(path));
  }
}

/**
 * A host that does not answer here will not answer the thread either.
 * @param {unknown} error
 */
const silence = (error) => (error instanceof SearchFault && error.kind === "network" ? error.message : undefined);

/**
 * What has begun to be fetched, once.
 * @param {string} url
 * @param {AbortSignal} signal
 * @returns {Promise<Bytes | null>}
 */
async function begunEarly(url, signal) {
  const coming = begun.get(url);
  begun.delete(url);
  if (!coming) return null;
  const body = async () => {
    const response = await coming;
    return response.ok ? readBody(response, url, MOST) : null;
  };
  return patiently(url, body, signal).catch((error) => {
    if (error instanceof SearchFault) throw error;
    return null;
  });
}

/**
 * @param {Bytes} manifest
 * @param {boolean} bare
 */
function read(manifest, bare) {
  try {
    return namesIn(JSON.parse(new TextDecoder().decode(manifest)), bare);
  } catch {
    return [];
  }
}

/**
 * What an engine opens with.
 * @param {{ module?: unknown, core?: unknown }} manifest
 * @param {boolean} bare
 * @returns {string[]}
 */
const namesIn = ({ module, core }, bare) => (bare ? [module] : [module, core]).filter((name) => typeof name === "string");

// On the search page the engine is asked for before the rest of its scripts has come.
const { searching, searchService } = document.documentElement.dataset;
if (searching !== undefined && searchService === undefined) begin(new URL("../../../../search/", import.meta.url), { whole: true });
