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
  const manifest = await files.current("index.json", signal).catch(() => null);
  const wanted = namesIn(manifest, bare);
  for (const path of wanted) {
    files.packed(path, signal).then((bytes) => give(path, bytes), () => give(path, null));
  }
  give("index.json", wanted.length > 0 ? manifest : null);
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
