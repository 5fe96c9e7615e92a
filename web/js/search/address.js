// What is asked, as the address of the search page keeps it: the back button and a sent link bring it back whole.

/** Pages shown at first, and by each «more». */
export const STEP = 10;
/** However far a reader has scrolled, a link brings back no more than this many steps. */
const FARTHEST = 50;
/** Hosts refuse longer addresses; the fields take no more. */
const LONGEST = 300;

/**
 * @typedef {object} Question
 * @property {string} text          what was typed
 * @property {Map<string, string[]>} facets  chosen values by facet
 * @property {string} from          a day, or nothing
 * @property {string} to            a day, or nothing
 * @property {"relevance" | "date"} sort
 * @property {boolean} literal      corrections are undone
 * @property {number} page          how many steps are shown
 */

/**
 * Reads the question of an address; what makes no sense is left out.
 * @param {URLSearchParams} params
 * @param {string[]} facets  ids of the facets that there are
 * @returns {Question}
 */
export function read(params, facets) {
  const chosen = new Map();
  for (const id of facets) {
    const values = [...new Set(params.getAll(id).filter(Boolean))];
    if (values.length > 0) chosen.set(id, values);
  }
  return {
    text: cut(params.get("q") ?? ""),
    facets: chosen,
    from: dayOf(params.get("from")),
    to: dayOf(params.get("to")),
    sort: params.get("sort") === "date" ? "date" : "relevance",
    literal: params.get("literal") === "1",
    page: Math.min(FARTHEST, Math.max(1, Math.trunc(Number(params.get("page"))) || 1)),
  };
}

/**
 * Writes a question as the query part of an address, empty where nothing is asked.
 * @param {Question} question
 * @returns {string}
 */
export function write(question) {
  const params = new URLSearchParams();
  if (question.text.trim()) params.set("q", cut(question.text.trim()));
  for (const [id, values] of question.facets) for (const value of values) params.append(id, value);
  if (question.from) params.set("from", question.from);
  if (question.to) params.set("to", question.to);
  if (question.sort === "date") params.set("sort", "date");
  if (question.literal) params.set("literal", "1");
  if (question.page > 1) params.set("page", String(question.page));
  const text = params.toString();
  return text && `?${text}`;
}

/**
 * Makes of a question what the engine is asked.
 * @param {Question} question
 * @param {{offset: number, limit: number}} range
 */
export function requestOf(question, range) {
  const facets = [...question.facets].flatMap(([id, values]) => values.map((value) => /** @type {[string, string]} */ ([id, value])));
  return {
    text: cut(question.text.trim()),
    facets,
    from: daysOf(question.from),
    to: daysOf(question.to),
    sort: question.sort,
    literal: question.literal,
    ...range,
  };
}

/**
 * Whether anything but words narrows the question.
 * @param {Question} question
 */
export function isNarrowed(question) {
  return question.facets.size > 0 || Boolean(question.from || question.to);
}

/**
 * The same question with a value of a facet chosen or not.
 * @param {Question} question
 * @param {string} facet
 * @param {string} value
 * @param {boolean} on
 * @returns {Question}
 */
export function withValue(question, facet, value, on) {
  const others = (question.facets.get(facet) ?? []).filter((one) => one !== value);
  const facets = new Map(question.facets);
  if (on) facets.set(facet, [...others, value]);
  else if (others.length > 0) facets.set(facet, others);
  else facets.delete(facet);
  return { ...question, facets, page: 1 };
}

/**
 * The same question without anything that narrows it.
 * @param {Question} question
 * @returns {Question}
 */
export function widened(question) {
  return { ...question, facets: new Map(), from: "", to: "", page: 1 };
}

/** Cuts what is too long, but no letter in two. @param {string} text */
const cut = (text) => text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "");

/** @param {string | null} text */
function dayOf(text) {
  return text && daysOf(text) !== null ? text : "";
}

/**
 * Days since 1970-01-01 of a day such as 2026-11-21.
 * @param {string} text
 * @returns {number | null}
 */
function daysOf(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? null : time / 86_400_000;
}
