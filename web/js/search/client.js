// The door to search: titles for suggestions, the engine for answers, or a search service when the site names one.
// Whatever fails, something answers.
import { begin } from "./ahead.js";
import { loaded } from "./deadline.js";
import { aborted, asFault, isAbort, SearchFault } from "./fault.js";
import { chunksOf } from "./grammar.js";
import { Host } from "./host.js";
import { beforeKeeping, keepOffline } from "./kept.js";
import { answerOf } from "./last-resort.js";
import { linkTo } from "./links.js";
import { Titles } from "./titles.js";
import { today } from "./words.js";

export { SearchFault };

/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {import("./types.js").Endpoint} Endpoint */
/** @typedef {import("./types.js").Outcome} Outcome */
/** @typedef {import("./types.js").Request} Request */
/** @typedef {import("./types.js").Suggestion} Suggestion */
/** @typedef {import("./titles.js").Title} Title */

/** How long the engine waits for letters to be typed: suggestions come first on a slow line. */
const PATIENCE = 2500;

/** What pages of all kinds can be narrowed by. */
const FACETS = ["kind", "subjects", "levels", "school_year", "associations", "state", "file"];

/**
 * @param {URL} base  the address of `search/`, ending in a slash
 * @param {{ endpoint?: Endpoint | null, facets?: string[] }} [options]  a search service, and the facets it counts
 * @returns {import("./types.js").Search}
 */
export function createSearch(base, { endpoint = null, facets = FACETS } = {}) {
  return new Client(base, endpoint, facets);
}

class Client {
  #base;
  #endpoint;
  #facets;
  #titles;
  #fetched;
  /** @type {Host | undefined} */ #hosting;
  #suggestions = 0;
  /** @type {AbortController | undefined} */ #searching;
  /** @type {Promise<void> | undefined} */ #warming;
  /** Told when the first suggestions have come. */
  #suggested = () => {};
  #firstSuggestions = new Promise((/** @type {(value?: void) => void} */ done) => (this.#suggested = done));

  /**
   * @param {URL} base
   * @param {Endpoint | null} endpoint
   * @param {string[]} facets
   */
  constructor(base, endpoint, facets) {
    const fetched = (/** @type {string[]} */ paths) => keepOffline(paths.map((path) => new URL(path, base).href));
    this.#base = base;
    this.#endpoint = endpoint;
    this.#facets = facets;
    this.#fetched = fetched;
    this.#titles = new Titles(base, fetched);
  }

  /** The engine's side, which suggestions do not wait for. */
  #host() {
    if (this.#hosting) return this.#hosting;
    this.#hosting = new Host(this.#base, this.#fetched);
    this.#hosting.renewed = () => this.#titles.forget();
    return this.#hosting;
  }

  /** @param {"titles" | "engine"} what */
  warm(what) {
    if (what === "titles") this.#titles.ahead().catch(() => {});
    else this.#warming ??= this.#warm().catch(() => (this.#warming = undefined));
  }

  async #warm() {
    if (/** @type {any} */ (navigator).connection?.saveData) return;
    // The thread's script and the names of files are small: with them at hand, the engine is one wait away.
    begin(this.#base, { whole: false });
    await this.#titles.load().catch(() => {});
    await Promise.race([this.#firstSuggestions, new Promise((done) => setTimeout(done, PATIENCE))]);
    // A search service needs no more of the engine than the stems of words.
    const host = this.#host();
    const opening = this.#endpoint ? host.stems("") : host.open();
    beforeKeeping(opening);
    await opening;
  }

  /**
   * @param {string} text
   * @param {number} [limit]
   * @returns {Promise<Suggestion[]>}
   */
  async suggest(text, limit = 8) {
    const turn = ++this.#suggestions;
    const found = await this.#titles.find(text);
    this.#suggested();
    if (turn !== this.#suggestions) throw aborted();
    return found.slice(0, limit).map((title) => this.#suggestion(title));
  }

  /**
   * @param {Title} title
   * @returns {Suggestion}
   */
  #suggestion({ page, title, kind, anchor, heading, occasion }) {
    return { url: linkTo(this.#base, page, anchor), title, kind, anchor, heading, occasion };
  }

  /**
   * @param {Request} request
   * @returns {Promise<Answer>}
   */
  async search(request) {
    this.#searching?.abort();
    const controller = (this.#searching = new AbortController());
    const start = performance.now();
    const answering = this.#answer(request, controller.signal);
    beforeKeeping(answering);
    const answer = await answering;
    if (controller.signal.aborted) throw aborted();
    for (const hit of answer.hits) {
      hit.url = linkTo(this.#base, hit.page);
      for (const place of hit.sections) place.url = linkTo(this.#base, hit.page, place.anchor);
    }
    return { ...answer, milliseconds: performance.now() - start };
  }

  /**
   * @param {Request} request
   * @param {AbortSignal} signal
   * @returns {Promise<Omit<Answer, "milliseconds">>}
   */
  async #answer(request, signal) {
    try {
      return this.#endpoint ? await this.#remote(this.#endpoint, request, signal) : await this.#engine(request, signal);
    } catch (error) {
      if (signal.aborted || isAbort(error)) throw aborted();
      return this.#fromTitles(request, asFault(error));
    }
  }

  /**
   * @param {Request} request
   * @param {AbortSignal} signal
   */
  async #engine(request, signal) {
    const { outcome, rounds } = await this.#host().search({ today: today(), ...request }, signal);
    return { ...outcome, from: /** @type {const} */ ("engine"), rounds };
  }

  /**
   * @param {Endpoint} endpoint
   * @param {Request} request
   * @param {AbortSignal} signal
   */
  async #remote(endpoint, request, signal) {
    const { searchRemotely } = await loaded(() => import("./remote.js"));
    const stems = (/** @type {string} */ text) => this.#host().stems(text);
    const outcome = await searchRemotely(endpoint, request, { signal, stems, facets: this.#facets });
    return { ...outcome, from: /** @type {const} */ ("remote"), rounds: 1 };
  }

  /**
   * When titles cannot be had either, the first fault says why.
   * @param {Request} request
   * @param {SearchFault} fault
   */
  async #fromTitles(request, fault) {
    const text = chunksOf(request.text ?? "").filter(({ minus }) => !minus).map((chunk) => chunk.text).join(" ");
    // Titles know nothing of facets and dates: alone they would find nothing, and that would be untrue.
    if (!text.trim()) throw fault;
    const found = await this.#titles.findLoosely(text).catch(() => {
      throw fault;
    });
    return { ...answerOf(found, { ...request, text }), from: /** @type {const} */ ("titles"), rounds: 1, fault };
  }
}
