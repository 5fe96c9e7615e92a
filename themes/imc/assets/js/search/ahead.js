// Fetches what an engine opens with while its thread is still starting: on a slow line that is half a second.
import { patiently, readBody } from "./deadline.js";
import { SearchFault } from "./fault.js";
import { Files } from "./files.js";

/** @typedef {import("./files.js").Bytes} Bytes */
/**
 * Without bytes, the thread must fetch for itself, unless a fault says that there is nobody to fetch from.
 * @typedef {(path: string, bytes: Bytes | null, fault?: string) => void} Give
 */

/** What an engine opens with is no larger. In bytes. */
const MOST = 32 * 1024 * 1024;

/**
 * @param {URL} base
 * @param {{ anew: boolean, bare: boolean }} how
 * @param {Give} give
 * @param {AbortSignal} signal
 */
export async function fetchAhead(base, { anew, bare }, give, signal) {
  const files = new Files(base, anew);
  const early = async (/** @type {string} */ path) => (anew ? null : begunEarly(new URL(path, base).href, signal));
  const refused = (/** @type {string} */ path) => (/** @type {unknown} */ error) => give(path, null, silence(error));
  const wanted = await early("index.json")
    .then((bytes) => bytes ?? files.current("index.json", signal))
    .then((manifest) => {
      const names = namesIn(manifest, bare);
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
 * What `early.js` has begun to fetch, once: a later engine asks anew.
 * @param {string} url
 * @param {AbortSignal} signal
 * @returns {Promise<Bytes | null>}
 */
async function begunEarly(url, signal) {
  /** @type {Map<string, Promise<Response>> | undefined} */
  const begun = /** @type {any} */ (globalThis).searchBegun;
  const coming = begun?.get(url);
  begun?.delete(url);
  if (!coming) return null;
  const read = async () => {
    const response = await coming;
    return response.ok ? readBody(response, url, MOST) : null;
  };
  return patiently(url, read, signal).catch((error) => {
    if (error instanceof SearchFault) throw error;
    return null;
  });
}

/**
 * @param {Bytes} manifest
 * @param {boolean} bare
 * @returns {string[]}
 */
function namesIn(manifest, bare) {
  try {
    const { module, core } = JSON.parse(new TextDecoder().decode(manifest));
    return (bare ? [module] : [module, core]).filter((name) => typeof name === "string");
  } catch {
    return [];
  }
}
