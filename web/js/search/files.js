// Fetches the published files of search. Those named by their content are kept by the browser for good; after a new
// publication they lie in `previous/` for a while.
import { asNetwork, patiently, readBody } from "./deadline.js";
import { isAbort, SearchFault } from "./fault.js";
import { unpack } from "./unpack.js";

/** Some hosts forbid what they do not have. */
const MISSING = [403, 404, 410];

/** No file of search is larger, packed or not, in bytes: the core of a bank of 100,000 pages has one megabyte. */
const MOST = 32 * 1024 * 1024;
/** Titles come in files of 40 KB; they are read in the page's own thread, which must not stand still. */
const MOST_TITLES = 4 * 1024 * 1024;
/** @param {string} path */
const most = (path) => (path.startsWith("titles") ? MOST_TITLES : MOST);

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ response: Response, bytes: Bytes }} Answered  the head of an answer and, where it is good, its body */

export class Files {
  /** @type {URL} */ #base;
  /** @type {boolean} */ #anew;
  #ahead;

  /**
   * @param {URL} base  the address of `search/`
   * @param {boolean} [anew]  passes by what the browser keeps, when that has proved damaged
   * @param {(path: string) => Promise<Bytes | null>} [ahead]  what somebody else has fetched already
   */
  constructor(base, anew = false, ahead = async () => null) {
    this.#base = base;
    this.#anew = anew;
    this.#ahead = ahead;
  }

  /**
   * Fetches a file whose name stays while its content changes, as it lies on the host.
   * @param {string} path
   * @param {AbortSignal} [signal]
   * @returns {Promise<Bytes>}
   */
  async current(path, signal) {
    const ahead = await this.#ahead(path);
    return ahead ?? this.#lately(path, this.#anew ? "reload" : "no-cache", signal).catch(toNetwork);
  }

  /**
   * Fetches and unpacks a file whose name stays. A damaged one is fetched once more.
   * @param {string} path
   * @param {AbortSignal} [signal]
   */
  currentPack(path, signal) {
    return whole(path, (again) => this.#lately(path, again || this.#anew ? "reload" : "no-cache", signal));
  }

  /**
   * Fetches and unpacks a file named by its content. A damaged one is fetched once more.
   * @param {string} path
   * @param {AbortSignal} [signal]
   */
  pack(path, signal) {
    return whole(path, async (again) => (again ? null : await this.#ahead(path)) ?? this.packed(path, signal, again));
  }

  /**
   * Fetches a file named by its content, as it lies on the host.
   * @param {string} path
   * @param {AbortSignal} [signal]
   * @param {boolean} [again]
   * @returns {Promise<Bytes>}
   */
  packed(path, signal, again = false) {
    return this.#lasting(path, again || this.#anew ? "reload" : "force-cache", signal);
  }

  /**
   * @param {string} path
   * @param {RequestCache} cache
   * @param {AbortSignal} [signal]
   */
  async #lately(path, cache, signal) {
    const { response, bytes } = await this.#ask(path, cache, signal);
    if (MISSING.includes(response.status)) throw new SearchFault("broken", `${path}: is not there`);
    return body(response, bytes, path);
  }

  /**
   * @param {string} path
   * @param {RequestCache} cache
   * @param {AbortSignal} [signal]
   */
  async #lasting(path, cache, signal) {
    for (const place of [path, `previous/${path}`]) {
      const { response, bytes } = await this.#ask(place, cache, signal);
      if (!MISSING.includes(response.status)) return body(response, bytes, place);
    }
    // A browser may keep the news that a file was missing while the site was being published.
    const { response, bytes } = await this.#ask(path, "reload", signal);
    if (MISSING.includes(response.status)) throw new SearchFault("outdated", `${path}: is there no more`);
    return body(response, bytes, path);
  }

  /**
   * @param {string} path
   * @param {RequestCache} cache
   * @param {AbortSignal} [signal]
   * @returns {Promise<Answered>}
   */
  #ask(path, cache, signal) {
    const url = new URL(path, this.#base);
    // A damaged list of names must not have anything fetched but files of search.
    if (!url.href.startsWith(this.#base.href)) return Promise.reject(new SearchFault("broken", `${path}: is no file of search`));
    const get = async (/** @type {AbortSignal} */ signal) => {
      const response = await fetch(url, { cache, signal, credentials: "same-origin" }).catch((error) => {
        throw asNetwork(error, path);
      });
      return { response, bytes: response.ok ? await readBody(response, path, most(path)) : new Uint8Array() };
    };
    return patiently(path, get, signal);
  }
}

/**
 * @param {string} path
 * @param {(again: boolean) => Promise<Bytes>} get
 */
async function whole(path, get) {
  try {
    return await unpack(await get(false), most(path));
  } catch (error) {
    if (isAbort(error) || error instanceof SearchFault) throw error;
  }
  const bytes = await get(true).catch(toNetwork);
  return unpack(bytes, most(path)).catch((error) => {
    throw new SearchFault("broken", `${path}: ${error}`);
  });
}

/**
 * @param {Response} response
 * @param {Bytes} bytes
 * @param {string} path
 */
function body(response, bytes, path) {
  if (!response.ok) throw new SearchFault("network", `${path}: the host answered ${response.status}`);
  return bytes;
}

/**
 * @param {unknown} error
 * @returns {never}
 */
function toNetwork(error) {
  throw asNetwork(error, "search");
}
