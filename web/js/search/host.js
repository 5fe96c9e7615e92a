// Keeps an engine at hand: opens it, opens another when it fails or has grown, and after a new publication lets the
// old one answer until the new one is whole.
import { isAbort, SearchFault } from "./fault.js";
import { Files } from "./files.js";
import { Crash, Session } from "./session.js";

/** @typedef {import("./types.js").Request} Request */
/** @typedef {import("./types.js").Outcome} Outcome */

/** An engine that holds more than this is exchanged for a fresh one: a phone has little memory. */
const MOST_TAKEN = 64 * 1024 * 1024;

/** How often a new publication is looked for, at most. */
const BETWEEN_CHECKS = 5 * 60 * 1000;

export class Host {
  #base;
  #fetched;
  /** @type {Session | undefined} */ #session;
  /** @type {Promise<Session> | undefined} */ #opening;
  /** @type {Promise<Session> | undefined} */ #stemming;
  #checked = 0;
  #exchanging = false;
  /** Called when another publication answers from now on. */
  renewed = () => {};

  /**
   * @param {URL} base
   * @param {(paths: string[]) => void} fetched  hears which files have come
   */
  constructor(base, fetched) {
    this.#base = base;
    this.#fetched = fetched;
  }

  /** Opens an engine unless one is open. */
  async open() {
    return this.#session && !this.#session.dead ? this.#session : this.#start();
  }

  /**
   * Every way to recover is tried once.
   * @param {Request} request
   * @param {AbortSignal} signal
   * @returns {Promise<{ outcome: Outcome, rounds: number }>}
   */
  async search(request, signal) {
    const tried = new Set();
    for (;;) {
      try {
        const session = await this.open();
        const answer = await session.search(request, signal);
        this.#look(session);
        return answer;
      } catch (error) {
        if (isAbort(error) || signal.aborted) throw error;
        const way = wayOut(error);
        if (!way || tried.has(way)) throw error;
        tried.add(way);
        await this.#start(way === "anew");
      }
    }
  }

  /**
   * The stems of words, from an engine without an index.
   * @param {string} text
   */
  async stems(text) {
    const session = await this.#stemmer();
    if (!session.dead) return session.stems(text);
    this.#stemming = undefined;
    return (await this.#stemmer()).stems(text);
  }

  #stemmer() {
    this.#stemming ??= opened(new Session(this.#base, { bare: true, fetched: this.#fetched }));
    this.#stemming.catch(() => (this.#stemming = undefined));
    return this.#stemming;
  }

  /**
   * Opens a session and puts it in the place of the one before, which answers until then.
   * @param {boolean} [anew]
   */
  #start(anew = false) {
    this.#opening ??= this.#launch(anew).finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  /** @param {boolean} anew */
  async #launch(anew) {
    const session = await opened(new Session(this.#base, { anew, fetched: this.#fetched }));
    const before = this.#session;
    this.#session = session;
    this.#checked = Date.now();
    before?.leave();
    if (before && before.manifest !== session.manifest) this.renewed();
    return session;
  }

  /**
   * After an answer: is the engine too large, is there a new publication?
   * @param {Session} session
   */
  async #look(session) {
    if (this.#exchanging || session !== this.#session) return;
    this.#exchanging = true;
    const stale = session.taken > MOST_TAKEN || (await this.#published(session));
    // When the new publication is not whole yet, the old engine goes on.
    if (stale) await this.#start().catch(() => {});
    this.#exchanging = false;
  }

  /** @param {Session} session */
  async #published(session) {
    if (Date.now() - this.#checked < BETWEEN_CHECKS) return false;
    this.#checked = Date.now();
    const bytes = await new Files(this.#base).current("index.json").catch(() => null);
    return bytes !== null && new TextDecoder().decode(bytes) !== session.manifest;
  }
}

/**
 * Waits until a session is open; one that cannot be opened is let go.
 * @param {Session} session
 */
async function opened(session) {
  await session.opened.catch((error) => {
    session.leave();
    throw error;
  });
  return session;
}

/**
 * What may help: a new thread after a crash, the files of the new publication, or all files fetched once more.
 * @param {unknown} error
 */
function wayOut(error) {
  if (error instanceof Crash) return "thread";
  if (!(error instanceof SearchFault)) return null;
  if (error.kind === "outdated") return "manifest";
  return error.kind === "broken" ? "anew" : null;
}
