// Titles and headings, in files by the first letters of their words: suggestions from the first letter on, and the
// answers when the engine cannot be had. Needs neither WebAssembly nor workers.
import { aborted, isAbort, SearchFault } from "./fault.js";
import { Files } from "./files.js";
import { askedWords, otherLayout, today, wordsOf } from "./words.js";

/** @typedef {import("./types.js").Suggestion} Suggestion */
/** @typedef {{ from: number, until: number, state: string, over: boolean }} Occasion  days since 1970-01-01, the state, and whether it was over at the build */
/** @typedef {[string, string, string] | [string, string, string, number, number, string, string, number]} Shown */
/** @typedef {Map<string, string>} Nodes  names of files by prefix */

/**
 * @typedef {object} Title
 * @property {string} page
 * @property {string} title
 * @property {string} kind  the label
 * @property {string} anchor
 * @property {string} heading
 * @property {Occasion | null} occasion
 * @property {string[]} own  the words of the heading, or of the title and of what it is when this is the page
 * @property {string[]} words  of both
 */

/**
 * Who waits for a file. Someone who types on wants what was asked before no more.
 * @typedef {{ typing: boolean, left: () => boolean }} Caller
 */

/** @type {Caller} */
const PATIENT = { typing: false, left: () => false };

export class Titles {
  #files;
  #fetched;
  /** @type {Promise<Nodes> | undefined} */ #nodes;
  /** @type {Map<string, Promise<Title[]>>} */ #kept = new Map();
  /** @type {AbortController | undefined} */ #under;
  #typed = 0;

  /**
   * @param {URL} base
   * @param {(paths: string[]) => void} fetched  hears which files have come
   */
  constructor(base, fetched) {
    this.#files = new Files(base);
    this.#fetched = fetched;
  }

  /** Fetches the list of files, once. */
  load() {
    this.#nodes ??= this.#list();
    this.#nodes.catch(() => (this.#nodes = undefined));
    return this.#nodes;
  }

  /** Fetches the list, and on a small site the only file that it names: titles then answer without a connection. */
  async ahead() {
    const nodes = await this.load();
    if (nodes.has("")) await this.#entries(nodes.get(""), PATIENT);
  }

  /** Forgets everything: there is a new publication. */
  forget() {
    this.#nodes = undefined;
    this.#kept.clear();
  }

  /**
   * Titles that hold a word with each of these beginnings, best first, while they are being typed: the next question
   * gives this one up. When there are none, the text is read in the other keyboard layout.
   * @param {string} text
   * @returns {Promise<Title[]>}
   */
  find(text) {
    const turn = ++this.#typed;
    return this.#inEitherLayout(text, { typing: true, left: () => turn !== this.#typed });
  }

  /**
   * As `find`, but an ending may differ: for lack of a dictionary, the words are shortened until something fits.
   * @param {string} text
   * @returns {Promise<Title[]>}
   */
  async findLoosely(text) {
    const found = await this.#inEitherLayout(text, PATIENT);
    for (let less = 1; found.length === 0 && less <= 3; less++) {
      const shorter = askedWords(text).map((word) => word.slice(0, Math.max(4, word.length - less)));
      found.push(...(await this.#beginning(shorter.join(" "), PATIENT)));
    }
    return found;
  }

  /**
   * @param {string} text
   * @param {Caller} caller
   */
  async #inEitherLayout(text, caller) {
    const found = await this.#beginning(text, caller);
    const other = found.length === 0 ? otherLayout(text) : null;
    return other === null ? found : this.#beginning(other, caller);
  }

  /**
   * @param {string} text
   * @param {Caller} caller
   */
  async #beginning(text, caller) {
    const words = askedWords(text);
    if (words.length === 0) return [];
    const titles = await this.#node(longest(words), caller);
    return comingFirst(titles.filter((title) => fits(title, words)), today());
  }

  /**
   * The titles of the file with the longest beginning of the word. A publication in between is met by asking anew.
   * @param {string} word
   * @param {Caller} caller
   */
  async #node(word, caller) {
    try {
      return await this.#entries(fileFor(await this.load(), word), caller);
    } catch (error) {
      if (!(error instanceof SearchFault) || error.kind !== "outdated") throw error;
      this.forget();
      return this.#entries(fileFor(await this.load(), word), caller);
    }
  }

  /**
   * @param {string | undefined} name
   * @param {Caller} caller
   * @returns {Promise<Title[]>}
   */
  async #entries(name, caller) {
    if (name === undefined) return [];
    if (caller.left()) throw aborted();
    const path = `titles/${name}.pack`;
    try {
      return await (this.#kept.get(path) ?? this.#begin(path, caller));
    } catch (error) {
      // Somebody who types has given up what this caller still waits for.
      if (isAbort(error) && !caller.left()) return this.#begin(path, PATIENT);
      throw error;
    }
  }

  /**
   * @param {string} path
   * @param {Caller} caller
   */
  #begin(path, { typing }) {
    const controller = new AbortController();
    if (typing) {
      // What is on its way for letters typed before is not waited for any more.
      this.#under?.abort();
      this.#under = controller;
    }
    const coming = this.#fetch(path, controller.signal);
    this.#kept.set(path, coming);
    coming.catch(() => this.#kept.delete(path));
    return coming;
  }

  /**
   * @param {string} path
   * @param {AbortSignal} signal
   */
  async #fetch(path, signal) {
    const titles = parsed(path, await this.#files.pack(path, signal), titlesOf);
    this.#fetched([path]);
    return titles;
  }

  /** @returns {Promise<Nodes>} */
  async #list() {
    const nodes = parsed("titles.pack", await this.#files.currentPack("titles.pack"), nodesOf);
    this.#fetched(["titles.pack"]);
    return nodes;
  }
}

/**
 * Every word begins one of the title or the heading, and one at least begins one of the heading itself: else all
 * headings of a page would follow its title.
 * @param {Title} title
 * @param {string[]} words
 */
function fits(title, words) {
  const among = (/** @type {string[]} */ all) => (/** @type {string} */ word) => all.some((one) => one.startsWith(word));
  return words.every(among(title.words)) && words.some(among(title.own));
}

/** @param {string[]} words */
const longest = (words) => words.reduce((one, other) => (other.length > one.length ? other : one));

/**
 * @param {Nodes} nodes
 * @param {string} word
 */
function fileFor(nodes, word) {
  for (let end = word.length; end >= 0; end--) {
    const name = nodes.get(word.slice(0, end));
    if (name !== undefined) return name;
  }
}

/**
 * @template T
 * @param {string} path
 * @param {Uint8Array} bytes
 * @param {(value: any) => T} read  fails on what is not as it should be
 */
function parsed(path, bytes, read) {
  try {
    return read(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw error instanceof SearchFault ? error : new SearchFault("broken", `${path}: ${error}`);
  }
}

/**
 * @param {{ format: number, nodes: Record<string, string> }} list
 * @returns {Nodes}
 */
function nodesOf({ format, nodes }) {
  if (format !== 2) throw new SearchFault("outdated", `titles.pack: format ${format}`);
  return new Map(Object.entries(nodes));
}

/**
 * What is still to come before what is over: the next one first, of those that are over the last.
 * @param {Title[]} titles
 * @param {number} day
 */
function comingFirst(titles, day) {
  const over = (/** @type {Title} */ { occasion }) => occasion !== null && (occasion.over || occasion.until < day);
  const from = (/** @type {Title} */ { occasion }) => occasion?.from ?? 0;
  const [left, past] = [titles.filter((one) => !over(one)), titles.filter(over)];
  const coming = left.filter((one) => one.occasion).sort((a, b) => from(a) - from(b));
  return [...left.map((one) => (one.occasion ? /** @type {Title} */ (coming.shift()) : one)), ...past.sort((a, b) => from(b) - from(a))];
}

/**
 * @param {{ pages: Shown[], entries: [number, string?, string?][] }} node
 * @returns {Title[]}
 */
function titlesOf({ pages, entries }) {
  return entries.map(([number, anchor = "", heading = ""]) => {
    const [page, title, kind, from, until = 0, form = "", state = "", over = 0] = pages[number];
    if (![page, title, kind, anchor, heading, form, state].every((one) => typeof one === "string")) throw new TypeError("no title");
    const occasion = from === undefined ? null : { from, until, state, over: over === 1 };
    const whole = wordsOf(`${title} ${form}`);
    const own = heading ? wordsOf(heading) : whole;
    return { page, title, kind, anchor, heading, occasion, own, words: heading ? [...own, ...whole] : own };
  });
}
