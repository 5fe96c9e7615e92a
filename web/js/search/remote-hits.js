// The answer of a search service in the shape of the engine's: sections grouped by page, snippets with marked words.
import { fold, wordsOf } from "./words.js";

/** @typedef {import("./remote-query.js").Unit} Unit */
/** @typedef {import("./types.js").Fragment} Fragment */
/** @typedef {import("./types.js").PageHit} PageHit */

/** @typedef {import("./remote-read.js").Section} Section */

/** Letters of a snippet, and before its first marked word. */
const LENGTH = 230;
const BEFORE = 60;
const MOST_WORDS = 12;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** A stem that may lose a vowel in other forms; a short one would stand for other words without it. */
const FLEETING = /\p{L}{5}[оеё][бвгджзйклмнпрстфхцчшщ]$/u;

/**
 * Groups sections by page; the best section gives the page its place.
 * @param {Section[][]} hits
 * @param {Unit[]} units
 * @param {number} sections  how many of a page are shown
 * @returns {PageHit[]}
 */
export function pagesOf(hits, units, sections) {
  const starts = beginningsOf(units);
  /** @type {Map<string, PageHit>} */
  const pages = new Map();
  for (const section of hits.flat()) {
    const page = pages.get(section.page) ?? pageOf(section, starts);
    pages.set(page.page, page);
    if (page.sections.length < sections) add(page, section, starts);
  }
  return [...pages.values()];
}

/**
 * What the words to be marked begin with. A stem may end otherwise than the form, and a vowel before its last letter may
 * be gone: `площадк`, `площадок`.
 * @param {Unit[]} units
 */
function beginningsOf(units) {
  const wanted = units.filter((unit) => !unit.minus);
  const stems = wanted.flatMap((unit) => (unit.pieces.length > 0 ? unit.pieces.flat() : wordsOf(unit.text)));
  return stems.map((stem) => stem.slice(0, stem.length - (stem.length > 4 ? 1 : 0) - (FLEETING.test(stem) ? 1 : 0)));
}

/**
 * @param {Section} section
 * @param {string[]} starts
 * @returns {PageHit}
 */
function pageOf({ page, title, kind, kind_label, date, standing, state, score }, starts) {
  return {
    page,
    url: "",
    title,
    title_fragments: marked(title, starts),
    kind,
    kind_label,
    date,
    standing,
    state,
    score,
    sections: [],
    words: found(title, starts),
  };
}

/**
 * @param {PageHit} page
 * @param {Section} section
 * @param {string[]} starts
 */
function add(page, { anchor, heading, text, score }, starts) {
  page.sections.push({ anchor, heading, score, snippet: snippetOf(text, starts) });
  const words = new Set([...page.words, ...found(`${heading} ${text}`, starts)]);
  page.words = [...words].slice(0, MOST_WORDS);
}

/** @param {string} word @param {string[]} starts */
const fits = (word, starts) => starts.some((start) => word.startsWith(start));

/** @param {string} text @param {string[]} starts */
const found = (text, starts) => [...new Set(wordsOf(text).filter((word) => fits(word, starts)))];

/**
 * The stretch from a little before the first marked word.
 * @param {string} text
 * @param {string[]} starts
 */
function snippetOf(text, starts) {
  const first = [...text.matchAll(WORD)].find(([word]) => fits(fold(word), starts))?.index ?? 0;
  const start = first <= BEFORE ? 0 : text.indexOf(" ", first - BEFORE) + 1;
  const beyond = text.length - start > LENGTH;
  const cut = beyond ? text.slice(start, start + LENGTH).replace(/\s+\S*$/u, "") : text.slice(start);
  // As in the engine: lines that end openly are kept apart by a point.
  const fragments = marked(cut.replace(/([\p{L}\p{N})»"%])\s*\n\s*(?=\S)/gu, "$1 · "), starts);
  if (start > 0) fragments.unshift({ text: "…", marked: false });
  if (beyond) fragments.push({ text: "…", marked: false });
  return fragments;
}

/**
 * @param {string} text
 * @param {string[]} starts
 * @returns {Fragment[]}
 */
function marked(text, starts) {
  /** @type {Fragment[]} */
  const fragments = [];
  let done = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!fits(fold(word), starts)) continue;
    if (index > done) fragments.push({ text: text.slice(done, index), marked: false });
    fragments.push({ text: word, marked: true });
    done = index + word.length;
  }
  if (done < text.length) fragments.push({ text: text.slice(done), marked: false });
  return fragments;
}
