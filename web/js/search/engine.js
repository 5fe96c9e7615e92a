// The search engine: a WebAssembly module that never waits. What it misses it names; the host fetches all of it at
// once and asks again.
import { isAbort, SearchFault } from "./fault.js";

/** @typedef {import("./files.js").Files} Files */
/** @typedef {import("./types.js").Request} Request */
/** @typedef {import("./types.js").Outcome} Outcome */
/** @typedef {{ core: string, module: string }} Manifest */

/**
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {(length: number) => number} reserve  makes room for input
 * @property {(nameLength: number) => number} put  takes a file: its name, then its bytes
 * @property {() => number} open
 * @property {() => number} search
 * @property {() => number} [stems]
 * @property {() => number} output_ptr
 * @property {() => number} output_len
 */

const DONE = 0;
const MISSING = 1;
const NEEDED = ["memory", "reserve", "put", "open", "search", "output_ptr", "output_len"];

/** No question needs so many; more means that files and index do not fit each other. */
const MOST_ROUNDS = 8;

/** What a question can do without: where it cannot be had, nothing is put, and no word is corrected unasked. */
const SPARE = "lemmas/";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The engine has crashed: this instance is of no more use. */
export class Trap extends Error {}

export class Engine {
  /** @type {Exports} */ #exports;
  /** @type {Files} */ #files;
  /** @type {string[]} */ fetched = [];
  /** How many bytes of files the engine holds. */
  taken = 0;
  /** The manifest it was opened by, as text. */
  manifest = "";

  /**
   * @param {Exports} exports
   * @param {Files} files
   */
  constructor(exports, files) {
    this.#exports = exports;
    this.#files = files;
  }

  /**
   * Fetches the engine and what it opens with, both at once.
   * @param {Files} files
   * @returns {Promise<Engine>}
   */
  static async open(files) {
    const bytes = await files.current("index.json");
    const manifest = read(bytes);
    const [module, core] = await Promise.all([files.pack(manifest.module), files.pack(manifest.core)]);
    const engine = new Engine(await instantiate(module), files);
    engine.manifest = decoder.decode(bytes);
    engine.#put("index.json", bytes);
    engine.#put(manifest.core, core);
    engine.fetched.push("index.json", manifest.module, manifest.core);
    await engine.#run("open");
    return engine;
  }

  /**
   * Fetches the engine alone, for what needs no index.
   * @param {Files} files
   * @returns {Promise<Engine>}
   */
  static async bare(files) {
    const manifest = read(await files.current("index.json"));
    return new Engine(await instantiate(await files.pack(manifest.module)), files);
  }

  /**
   * @param {Request} request
   * @param {AbortSignal} [signal]
   * @returns {Promise<{ outcome: Outcome, rounds: number }>}
   */
  async search(request, signal) {
    const { value, rounds } = await this.#run("search", JSON.stringify(request), signal);
    return { outcome: /** @type {Outcome} */ (value), rounds };
  }

  /**
   * The stems of the words of a text by rule; needs no index.
   * @param {string} text
   */
  async stems(text) {
    const { value } = await this.#run("stems", text);
    return /** @type {{ form: string, stems: string[] }[]} */ (value);
  }

  /**
   * Calls until nothing is missing.
   * @param {"open" | "search" | "stems"} name
   * @param {string} [input]
   * @param {AbortSignal} [signal]
   */
  async #run(name, input = "", signal) {
    for (let rounds = 0; rounds <= MOST_ROUNDS; rounds++) {
      const { status, value } = this.#call(name, input);
      if (status === DONE) return { value, rounds };
      if (status !== MISSING) throw faultOf(value);
      await this.#fetch(/** @type {string[]} */ (value), signal);
    }
    throw new SearchFault("broken", `${name}: the engine asks for ever more files`);
  }

  /**
   * @param {"open" | "search" | "stems"} name
   * @param {string} input
   * @returns {{ status: number, value: unknown }}
   */
  #call(name, input) {
    return guarded(() => {
      const bytes = encoder.encode(input);
      this.#write(bytes, new Uint8Array());
      const status = /** @type {() => number} */ (this.#exports[name])();
      const { memory, output_ptr, output_len } = this.#exports;
      const output = new Uint8Array(memory.buffer, output_ptr(), output_len());
      return { status, value: JSON.parse(decoder.decode(output)) };
    });
  }

  /**
   * @param {string[]} paths
   * @param {AbortSignal} [signal]
   */
  async #fetch(paths, signal) {
    const one = async (/** @type {string} */ path) => {
      const coming = this.#files.pack(path, signal);
      const bytes = await (path.startsWith(SPARE) ? coming.catch((error) => spared(error, signal)) : coming);
      this.#put(path, bytes);
      if (bytes.length > 0) this.fetched.push(path);
    };
    await Promise.all(paths.map(one));
  }

  /**
   * @param {string} name
   * @param {Uint8Array} bytes
   */
  #put(name, bytes) {
    const written = encoder.encode(name);
    const status = guarded(() => {
      this.#write(written, bytes);
      return this.#exports.put(written.length);
    });
    if (status !== DONE) throw new SearchFault("broken", `${name}: the engine does not take it`);
    this.taken += bytes.length;
  }

  /**
   * @param {Uint8Array} first
   * @param {Uint8Array} second
   */
  #write(first, second) {
    const at = this.#exports.reserve(first.length + second.length) >>> 0;
    // Only now: making room may have moved the memory.
    const input = new Uint8Array(this.#exports.memory.buffer, at, first.length + second.length);
    input.set(first);
    input.set(second, first.length);
  }
}

/**
 * @param {Uint8Array} bytes
 * @returns {Manifest}
 */
function read(bytes) {
  try {
    const manifest = JSON.parse(decoder.decode(bytes));
    if (typeof manifest.module === "string" && typeof manifest.core === "string") return manifest;
  } catch {
    // Said below.
  }
  throw new SearchFault("broken", "index.json: names no engine and no index");
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Exports>}
 */
async function instantiate(bytes) {
  const { instance } = await WebAssembly.instantiate(bytes, {}).catch((error) => {
    throw new SearchFault("broken", `the engine does not start: ${error}`);
  });
  const lacks = NEEDED.filter((name) => !(name in instance.exports));
  if (lacks.length > 0) throw new SearchFault("outdated", `the engine has no ${lacks.join(", ")}`);
  return /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
}

/**
 * Whatever is thrown from inside the engine leaves it in no state to go on.
 * @template T
 * @param {() => T} call
 * @returns {T}
 */
function guarded(call) {
  try {
    return call();
  } catch (error) {
    throw new Trap(String(error));
  }
}

/**
 * @param {unknown} error
 * @param {AbortSignal} [signal]
 */
function spared(error, signal) {
  if (signal?.aborted || isAbort(error)) throw error;
  return new Uint8Array();
}

/** @param {unknown} value */
function faultOf(value) {
  const { kind, text } = /** @type {{ kind: string, text: string }} */ (value);
  return new SearchFault(kind === "format" ? "outdated" : "broken", `${kind}: ${text}`);
}
