// Fetches what an engine opens with while its thread is still starting: on a slow line that is half a second.
import { Files } from "./files.js";

/** @typedef {import("./files.js").Bytes} Bytes */
/** @typedef {(path: string, bytes: Bytes | null) => void} Give  without bytes, the thread must fetch for itself */

/**
 * @param {URL} base
 * @param {{ anew: boolean, bare: boolean }} how
 * @param {Give} give
 * @param {AbortSignal} signal
 */
export async function fetchAhead(base, { anew, bare }, give, signal) {
  const files = new Files(base, anew);
  const early = (/** @type {string} */ path) => (anew ? null : begunEarly(new URL(path, base).href));
  const manifest = (await early("index.json")) ?? (await files.current("index.json", signal).catch(() => null));
  const wanted = namesIn(manifest, bare);
  for (const path of wanted) {
    const coming = Promise.resolve(early(path)).then((bytes) => bytes ?? files.packed(path, signal));
    coming.then((bytes) => give(path, bytes), () => give(path, null));
  }
  give("index.json", wanted.length > 0 ? manifest : null);
}

/**
 * What `early.js` has begun to fetch, once: a later engine asks anew.
 * @param {string} url
 * @returns {Promise<Bytes | null>}
 */
async function begunEarly(url) {
  /** @type {Map<string, Promise<Response>> | undefined} */
  const begun = /** @type {any} */ (globalThis).searchBegun;
  const coming = begun?.get(url);
  begun?.delete(url);
  const response = await coming?.catch(() => undefined);
  return response?.ok ? response.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null) : null;
}

/**
 * @param {Bytes | null} manifest
 * @param {boolean} bare
 * @returns {string[]}
 */
function namesIn(manifest, bare) {
  try {
    const { module, core } = JSON.parse(new TextDecoder().decode(manifest ?? new Uint8Array()));
    return (bare ? [module] : [module, core]).filter((name) => typeof name === "string");
  } catch {
    return [];
  }
}
