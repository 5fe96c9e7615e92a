// How long a host may keep silent, and how much it may send. A slow line is no silence: whatever comes, on any of the
// requests of this thread, begins the waiting anew. Only what nothing at all is heard of ends.
import { isAbort, SearchFault } from "./fault.js";

/** So long may nothing come. */
const SILENCE = 10_000;
/** So long may one request take, however it dribbles. */
const LONGEST = 180_000;

let heard = 0;
/** Something has come. */
const hear = () => (heard = performance.now());

/**
 * Waits for what a host is to send, and ends the waiting when the host keeps silent.
 * @template T
 * @param {string} what  for the console
 * @param {(signal: AbortSignal) => Promise<T>} get
 * @param {AbortSignal} [signal]  of who asks
 * @returns {Promise<T>}
 */
export function patiently(what, get, signal) {
  const controller = new AbortController();
  const begun = performance.now();
  const given = () => controller.abort();
  if (signal?.aborted) given();
  signal?.addEventListener("abort", given);
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const silent = new Promise((/** @type {(none: never) => void} */ _, reject) => {
    const look = () => {
      const now = performance.now();
      const left = Math.min(Math.max(heard, begun) + SILENCE, begun + LONGEST) - now;
      if (left > 0) return void (timer = setTimeout(look, left));
      reject(new SearchFault("network", `${what}: the host keeps silent`));
      controller.abort();
    };
    look();
  });
  const end = () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", given);
  };
  const got = get(controller.signal);
  // Whoever comes too late is not listened to any more.
  got.catch(() => {});
  return Promise.race([got, silent]).finally(end);
}

/**
 * Loads a script that was not needed until now. What cannot be had says so at once: a new publication may have
 * another in its place.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
export function loaded(load) {
  return patiently("a script", load).catch((error) => {
    if (error instanceof SearchFault) throw error;
    throw new SearchFault(navigator.onLine ? "outdated" : "network", `a script does not load: ${error}`);
  });
}

/**
 * Reads a body to its end, up to a bound.
 * @param {Response} response
 * @param {string} path  for the console
 * @param {number} most  in bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function readBody(response, path, most) {
  hear();
  if (Number(response.headers.get("content-length")) > most) throw tooLarge(path, most);
  // Browsers without streams of bodies are old, and few.
  if (!response.body) return bounded(new Uint8Array(await response.arrayBuffer()), path, most);
  const reader = response.body.getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(parts, length);
    hear();
    parts.push(value);
    length += value.length;
    if (length <= most) continue;
    reader.cancel().catch(() => {});
    throw tooLarge(path, most);
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} path
 * @param {number} most
 */
function bounded(bytes, path, most) {
  if (bytes.length > most) throw tooLarge(path, most);
  return bytes;
}

/** @param {string} path @param {number} most */
const tooLarge = (path, most) => new SearchFault("broken", `${path}: more than ${most} bytes`);

/**
 * @param {Uint8Array[]} parts
 * @param {number} length
 */
function joined(parts, length) {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {unknown} error @param {string} path */
export const asNetwork = (error, path) =>
  isAbort(error) || error instanceof SearchFault ? error : new SearchFault("network", `${path}: ${error}`);
