// One engine in one worker, as the page sees it: questions go out, promises come back.
import { fetchAhead, takeThread } from "./ahead.js";
import { loaded } from "./deadline.js";
import { aborted, SearchFault } from "./fault.js";

/** @typedef {import("./types.js").Request} Request */
/** @typedef {import("./types.js").Outcome} Outcome */
/** @typedef {{ resolve: (value: any) => void, reject: (error: Error) => void }} Waiting */

/** The engine has crashed; another session may fare better. */
export class Crash extends SearchFault {
  /** @param {string} text */
  constructor(text) {
    super("broken", text);
  }
}

export class Session {
  #thread = takeThread();
  #worker = this.#thread.worker;
  /** @type {Map<number, Waiting>} */ #waiting = new Map();
  #last = 0;
  #leaving = false;
  #ending = new AbortController();
  /** Crashed or never started: it answers nothing more. */
  dead = false;
  /** How many bytes of files the engine holds. */
  taken = 0;
  /** The manifest it was opened by, once it is. */
  manifest = "";
  /** @type {Promise<void>} */ opened;

  /**
   * @param {URL} base
   * @param {{ anew?: boolean, bare?: boolean, fetched: (paths: string[]) => void }} how
   */
  constructor(base, { anew = false, bare = false, fetched }) {
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data, fetched));
    this.#worker.addEventListener("error", (event) => this.#fail(event));
    this.opened = this.#ask({ do: "open", base: base.href, anew, bare }).then((manifest) => {
      this.manifest = manifest;
    });
    loaded(() => this.#thread.come).catch((fault) => this.#end(fault));
    /** @type {import("./ahead.js").Give} */
    const give = (path, bytes, fault) => {
      this.#worker.postMessage({ id: 0, do: "take", path, bytes, fault }, bytes ? [bytes.buffer] : []);
    };
    fetchAhead(base, { anew, bare }, give, this.#ending.signal);
  }

  /**
   * @param {Request} request
   * @param {AbortSignal} signal
   * @returns {Promise<{ outcome: Outcome, rounds: number }>}
   */
  search(request, signal) {
    return this.#ask({ do: "search", request }, signal);
  }

  /**
   * @param {string} text
   * @returns {Promise<{ form: string, stems: string[] }[]>}
   */
  stems(text) {
    return this.#ask({ do: "stems", text });
  }

  /** Ends when the questions under way are answered. */
  leave() {
    this.#leaving = true;
    if (this.#waiting.size === 0) this.#close();
  }

  /**
   * @param {object} message
   * @param {AbortSignal} [signal]
   * @returns {Promise<any>}
   */
  #ask(message, signal) {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(aborted());
      this.#waiting.set(id, { resolve, reject });
      signal?.addEventListener("abort", () => {
        this.#worker.postMessage({ id, do: "cancel" });
        this.#take(id)?.reject(aborted());
      });
      this.#worker.postMessage({ id, ...message });
    });
  }

  /**
   * @param {import("./worker.js").Reply} reply
   * @param {(paths: string[]) => void} fetched
   */
  #hear(reply, fetched) {
    this.taken = reply.taken;
    if (reply.fetched.length > 0) fetched(reply.fetched);
    const waiting = this.#take(reply.id);
    if (reply.fault) waiting?.reject(new SearchFault(reply.fault.kind, reply.fault.text));
    else if (reply.trap) this.#end(new Crash(reply.trap), waiting);
    else if (reply.aborted) waiting?.reject(aborted());
    else waiting?.resolve(reply.value);
  }

  /** @param {number} id */
  #take(id) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#leaving && this.#waiting.size === 0) this.#close();
    return waiting;
  }

  /**
   * The worker did not start: its script is gone since a new publication, or cannot be had.
   * @param {ErrorEvent} event
   */
  #fail(event) {
    event.preventDefault();
    if (event.message) this.#end(new Crash(event.message));
    else this.#end(new SearchFault(navigator.onLine ? "outdated" : "network", "the worker does not load"));
  }

  #close() {
    this.#worker.terminate();
    this.#ending.abort();
  }

  /**
   * @param {SearchFault} fault
   * @param {Waiting} [first]
   */
  #end(fault, first) {
    this.dead = true;
    this.#close();
    first?.reject(fault);
    for (const { reject } of this.#waiting.values()) reject(fault);
    this.#waiting.clear();
  }
}
