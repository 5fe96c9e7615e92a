// Titles in the shape of an answer, for when the engine cannot be had.
import { wordsOf } from "./words.js";

/** @typedef {import("./types.js").Fragment} Fragment */
/** @typedef {import("./types.js").Outcome} Outcome */
/** @typedef {import("./types.js").PageHit} PageHit */
/** @typedef {import("./types.js").Request} Request */
/** @typedef {import("./titles.js").Title} Title */

/**
 * Groups titles and headings by page, in the order of the titles. Facets and dates are not known here.
 * @param {Title[]} titles
 * @param {Request} request
 * @returns {Outcome}
 */
export function answerOf(titles, { text = "", limit = 10, offset = 0, sections = 4 }) {
  const typed = wordsOf(text);
  /** @type {Map<string, PageHit>} */
  const hits = new Map();
  for (const title of titles) {
    const hit = hits.get(title.page) ?? hitOf(title, typed);
    hits.set(title.page, hit);
    if (title.heading && hit.sections.length < sections) hit.sections.push(sectionOf(title));
  }
  return {
    hits: [...hits.values()].slice(offset, offset + limit),
    total: hits.size,
    corrections: [],
    corrected: null,
    unknown: [],
    relaxed: false,
    facets: {},
  };
}

/**
 * @param {Title} title
 * @param {string[]} typed
 * @returns {PageHit}
 */
function hitOf({ page, title, kind }, typed) {
  return {
    page,
    url: "",
    title,
    title_fragments: marked(title, typed),
    kind: "",
    kind_label: kind,
    date: null,
    standing: "neutral",
    score: 0,
    sections: [],
    words: typed,
  };
}

/**
 * @param {Title} title
 * @returns {import("./types.js").SectionHit}
 */
const sectionOf = ({ anchor, heading }) => ({ anchor, heading, score: 0, snippet: [] });

/**
 * Marks the words that begin as a typed one.
 * @param {string} text
 * @param {string[]} typed
 * @returns {Fragment[]}
 */
function marked(text, typed) {
  const pieces = text.split(/([\p{L}\p{M}\p{N}]+)/u).filter((piece) => piece !== "");
  return pieces.map((piece) => ({
    text: piece,
    marked: wordsOf(piece).some((word) => typed.some((beginning) => word.startsWith(beginning))),
  }));
}
