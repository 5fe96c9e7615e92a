// A question in the words of the Elasticsearch search API, as far as OpenSearch and Quickwit both speak it.
//
// The service holds one document for each section of a page. Its fields `stems` and `title_stems` carry the stems of
// every form of every word, so that a stem by rule finds them all; without stems at hand the service's own analysis of
// `title`, `heading` and `text` must do.

/** @typedef {import("./types.js").Request} Request */
/** @typedef {import("./grammar.js").Chunk} Chunk */
/** @typedef {Chunk & { pieces: string[][] }} Unit  with the stems of its pieces; none when they could not be had */
/** @typedef {Record<string, any>} Clause */

const TEXTS = ["title", "heading", "text"];
const STEMS = { title_stems: 4, stems: 1 };
const SHOWN = ["page", "anchor", "title", "heading", "text", "kind", "kind_label", "date", "standing", "facet_state"];

/** A word has some stems for its forms, all in the text: so far apart may the words of a phrase stand. */
const SLOP = 4;
const MOST_VALUES = 200;
const MOST_HITS = 1000;

/**
 * The question for one page of answers, with counts of the values of these facets.
 * @param {Request} request
 * @param {Unit[]} units
 * @param {{ collapse: boolean, counts: boolean, relaxed: boolean, facets: string[] }} how
 * @returns {Clause}
 */
export function bodyOf(request, units, how) {
  const { limit = 10, offset = 0, sections = 4, sort = "relevance" } = request;
  const pages = how.collapse
    ? { from: offset, size: limit, collapse: { field: "page", inner_hits: { name: "sections", size: sections, _source: SHOWN } } }
    : { from: 0, size: Math.min(MOST_HITS, (offset + limit) * sections * 2) };
  const counted = how.counts ? { aggs: { pages: { cardinality: { field: "page" } } } } : {};
  const facets = how.facets.map((id) => [id, { terms: { field: fieldOf(id), size: MOST_VALUES }, ...counted }]);
  return {
    ...pages,
    query: queryOf(request, units, how.relaxed),
    sort: [{ [sort === "date" ? "date" : "_score"]: { order: "desc" } }],
    aggs: { ...counted.aggs, ...Object.fromEntries(facets) },
    _source: SHOWN,
    track_total_hits: true,
  };
}

/**
 * Counts the values of a chosen facet as if it were not chosen, so that a reader sees what else there is.
 * @param {Request} request
 * @param {Unit[]} units
 * @param {{ counts: boolean, relaxed: boolean }} how
 * @param {string} facet
 */
export function countOf(request, units, how, facet) {
  const others = (request.facets ?? []).filter(([id]) => id !== facet);
  const body = bodyOf({ ...request, facets: others }, units, { ...how, collapse: false, facets: [facet] });
  return { ...body, from: 0, size: 0 };
}

/**
 * @param {Request} request
 * @param {Unit[]} units
 * @param {boolean} relaxed  some of the words are enough
 * @returns {Clause}
 */
function queryOf(request, units, relaxed) {
  const wanted = units.filter((unit) => !unit.minus).map(clauseOf);
  const must = relaxed ? [any(wanted)] : wanted;
  return {
    bool: {
      must: must.length > 0 ? must : [{ match_all: {} }],
      must_not: units.filter((unit) => unit.minus).map(clauseOf),
      should: [{ term: { standing: { value: "current", boost: 0.5 } } }],
      filter: filtersOf(request),
    },
  };
}

/** @param {Request} request */
function filtersOf({ facets = [], from, to }) {
  /** @type {Map<string, string[]>} */
  const chosen = new Map();
  for (const [id, value] of facets) chosen.set(id, [...(chosen.get(id) ?? []), value]);
  /** @type {Clause[]} */
  const filters = [...chosen].map(([id, values]) => ({ terms: { [fieldOf(id)]: values } }));
  const range = { ...(from != null && { gte: dayOf(from) }), ...(to != null && { lte: dayOf(to) }) };
  return Object.keys(range).length > 0 ? [...filters, { range: { date: range } }] : filters;
}

/** The kind is a field by itself. @param {string} facet */
const fieldOf = (facet) => (facet === "kind" ? facet : `facet_${facet.replaceAll(".", "_")}`);

/** @param {number} days  since 1970-01-01 */
const dayOf = (days) => new Date(days * 86_400_000).toISOString().slice(0, 10);

/**
 * @param {Unit} unit
 * @returns {Clause}
 */
function clauseOf(unit) {
  if (unit.exact) return any(TEXTS.map((field) => ({ match_phrase: { [field]: { query: unit.text } } })));
  if (unit.pieces.length === 0) return byAnalysis(unit);
  if (unit.phrase) return byPhrase(unit);
  const parts = unit.pieces.map((stems) => any(stems.flatMap(byStem)));
  const whole = parts.length === 1 ? parts : [parts[0], all(parts.slice(1))];
  return any([...whole, ...beginnings(unit)]);
}

/** @param {string} stem */
const byStem = (stem) => Object.entries(STEMS).map(([field, boost]) => ({ term: { [field]: { value: stem, boost } } }));

/** @param {Unit} unit */
function byPhrase({ pieces }) {
  const query = pieces.map(([stem]) => stem).join(" ");
  const slop = SLOP * (pieces.length - 1);
  return any(Object.keys(STEMS).map((field) => ({ match_phrase: { [field]: { query, slop } } })));
}

/** @param {Unit} unit */
function byAnalysis(unit) {
  const kind = unit.phrase ? "match_phrase" : "match";
  return any([...TEXTS.map((field) => ({ [kind]: { [field]: { query: unit.text } } })), ...beginnings(unit)]);
}

/** The last word may be unfinished. @param {Unit} unit */
function beginnings(unit) {
  if (!unit.last || unit.phrase || unit.minus || unit.text.length < 3) return [];
  return TEXTS.map((field) => ({ match_phrase_prefix: { [field]: { query: unit.text, max_expansions: 50 } } }));
}

/** @param {Clause[]} clauses */
const any = (clauses) => (clauses.length === 1 ? clauses[0] : { bool: { should: clauses } });

/** @param {Clause[]} clauses */
const all = (clauses) => (clauses.length === 1 ? clauses[0] : { bool: { must: clauses } });
