// The answer of a search service, read strictly: it is another host, which may be broken, hostile, or no search service
// at all. What is not as it should be is left out, what is too much is cut; nothing beyond this file sees the rest.
import { SearchFault } from "./fault.js";

/**
 * @typedef {object} Section  a document of the service
 * @property {string} page  an address within the site
 * @property {string} anchor
 * @property {string} title
 * @property {string} heading
 * @property {string} text
 * @property {string} kind
 * @property {string} kind_label
 * @property {number | null} date  days since 1970-01-01
 * @property {"current" | "neutral" | "past"} standing
 * @property {string | null} state
 * @property {number} score
 */

/**
 * @typedef {object} ServiceAnswer
 * @property {Section[][]} hits  the sections of each hit, best first
 * @property {number | null} total  how many pages; null when the service does not say
 * @property {number} sections  how many sections there are
 * @property {Record<string, Record<string, number>>} facets
 */

/** A larger answer is not read. In bytes. */
export const MOST_BYTES = 8 * 1024 * 1024;

const MOST_HITS = 1000;
const MOST_INNER = 20;
const MOST_VALUES = 200;
/** No bank has more pages. */
const MOST_COUNT = 1e9;
const LONGEST = { name: 200, line: 600, address: 2000, text: 20_000 };

/**
 * @param {unknown} answer
 * @param {string[]} facets  those that were asked for
 * @returns {ServiceAnswer}
 */
export function answerOf(answer, facets) {
  const { hits, aggregations } = fields(answer);
  const listed = fields(hits).hits;
  if (!Array.isArray(listed)) throw new SearchFault("broken", "the search service answered without a list of hits");
  const sections = fields(fields(hits).total).value;
  return {
    hits: listed.slice(0, MOST_HITS).map(sectionsOf).filter((found) => found.length > 0),
    total: count(fields(fields(aggregations).pages).value),
    sections: count(sections) ?? 0,
    facets: facetsOf(fields(aggregations), facets),
  };
}

/** What is no object has no fields. @param {unknown} value @returns {Record<string, unknown>} */
const fields = (value) => (typeof value === "object" && value !== null ? /** @type {Record<string, unknown>} */ (value) : {});

/** @param {unknown} value */
const count = (value) => (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MOST_COUNT ? value : null);

/** @param {unknown} value @param {number} longest */
const text = (value, longest) => (typeof value === "string" ? value.slice(0, longest) : "");

/**
 * The sections of a hit: those of its page where the service groups by page, else its own.
 * @param {unknown} hit
 * @returns {Section[]}
 */
function sectionsOf(hit) {
  const inner = fields(fields(fields(fields(hit).inner_hits).sections).hits).hits;
  const all = Array.isArray(inner) ? inner.slice(0, MOST_INNER) : [hit];
  return all.flatMap((one) => sectionOf(fields(one)) ?? []);
}

/**
 * @param {Record<string, unknown>} hit
 * @returns {Section | null}
 */
function sectionOf({ _source, _score: score }) {
  const source = fields(_source);
  const title = text(source.title, LONGEST.line).trim();
  if (!isPage(source.page) || !title) return null;
  const kind = text(source.kind, LONGEST.name);
  const states = Array.isArray(source.facet_state) ? source.facet_state : [source.facet_state];
  return {
    page: source.page,
    anchor: text(source.anchor, LONGEST.line),
    title,
    heading: text(source.heading, LONGEST.line),
    text: text(source.text, LONGEST.text),
    kind,
    kind_label: text(source.kind_label, LONGEST.name) || kind,
    date: dayOf(text(source.date, LONGEST.name)),
    standing: source.standing === "current" || source.standing === "past" ? source.standing : "neutral",
    state: text(states[0], LONGEST.name) || null,
    score: typeof score === "number" && Number.isFinite(score) ? score : 0,
  };
}

/**
 * An address within the site: no other host, no script, nothing that a browser would read as one.
 * @param {unknown} page
 * @returns {page is string}
 */
function isPage(page) {
  return typeof page === "string" && page.length <= LONGEST.address && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(page);
}

/**
 * Days since 1970-01-01; a service may hold what is no date.
 * @param {string} date
 */
function dayOf(date) {
  const time = /^\d{4}-\d\d-\d\d/.test(date) ? Date.parse(date) : NaN;
  return Number.isNaN(time) ? null : Math.floor(time / 86_400_000);
}

/**
 * @param {Record<string, unknown>} aggregations
 * @param {string[]} asked
 */
function facetsOf(aggregations, asked) {
  const read = asked.map((id) => /** @type {const} */ ([id, valuesOf(fields(aggregations[id]).buckets)]));
  return Object.fromEntries(read.filter(([, values]) => Object.keys(values).length > 0));
}

/** @param {unknown} buckets @returns {Record<string, number>} */
function valuesOf(buckets) {
  const all = Array.isArray(buckets) ? buckets.slice(0, MOST_VALUES).map(fields) : [];
  const values = all.map(({ key, pages, doc_count: sections }) => [key, count(fields(pages).value) ?? count(sections)]);
  return Object.fromEntries(values.filter(([key, pages]) => typeof key === "string" && key.length <= LONGEST.name && pages));
}
