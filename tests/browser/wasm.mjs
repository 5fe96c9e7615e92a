// A host of the search engine in Node: reads a published bundle from a folder, as the browser fetches it.
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";

const DONE = 0;
const MISSING = 1;

/** The committed engine, as the generator publishes it, or the one named by KABINET_ENGINE. */
export const ARTEFACT = process.env.KABINET_ENGINE ?? new URL("../../crates/search-web/dist/engine.wasm.gz", import.meta.url);

/** Unpacks what is gzip-packed and leaves the rest. */
export const unpack = (bytes) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);

/** One instance of the engine over one bundle. */
export class Engine {
  /** @param {URL} folder the bundle, ending in a slash */
  static async open(folder, artefact = ARTEFACT) {
    const { instance } = await WebAssembly.instantiate(unpack(await readFile(artefact)), {});
    const engine = new Engine(instance.exports, folder);
    const opened = await engine.ask(() => engine.exports.open());
    return Object.assign(engine, opened);
  }

  constructor(exports, folder) {
    this.exports = exports;
    this.folder = folder;
    /** Every file that was read, with its size as published. */
    this.read = new Map();
  }

  /** Answers a request; the answer is the engine's own JSON text. */
  async search(request) {
    const text = new TextEncoder().encode(JSON.stringify(request));
    return this.ask(() => {
      this.write(text);
      return this.exports.search();
    }, "text");
  }

  async stems(text) {
    return this.ask(() => {
      this.write(new TextEncoder().encode(text));
      return this.exports.stems();
    });
  }

  /** Calls until nothing is missing; `rounds` counts how often files had to be brought. */
  async ask(call, form = "json") {
    this.rounds = 0;
    for (;;) {
      const status = call();
      const output = this.output();
      if (status === DONE) return form === "text" ? output : JSON.parse(output);
      if (status !== MISSING) throw new Error(output);
      this.rounds += 1;
      if (this.rounds > 9) throw new Error(`the engine goes on asking for ${output}`);
      await Promise.all(JSON.parse(output).map((path) => this.bring(path)));
    }
  }

  async bring(path) {
    const packed = await readFile(new URL(path, this.folder));
    this.read.set(path, packed.length);
    const name = new TextEncoder().encode(path);
    const bytes = unpack(packed);
    this.write(name, bytes);
    const status = this.exports.put(name.length);
    if (status !== DONE) throw new Error(this.output());
  }

  write(...parts) {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const place = this.exports.reserve(length) >>> 0;
    let at = place;
    for (const part of parts) {
      new Uint8Array(this.exports.memory.buffer, at, part.length).set(part);
      at += part.length;
    }
  }

  output() {
    const place = this.exports.output_ptr() >>> 0;
    const bytes = new Uint8Array(this.exports.memory.buffer, place, this.exports.output_len());
    return new TextDecoder().decode(bytes);
  }
}
