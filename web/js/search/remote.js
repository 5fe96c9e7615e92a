// Search through a service, for banks that have outgrown a browser: OpenSearch, or Quickwit, which speaks most of the
// same language. `kabinet export search` writes what the service holds.
import { asNetwork, patiently, readBody } from "./deadline.js";
import { SearchFault } from "./fault.js";
import { chunksOf } from "./grammar.js";
import { pagesOf } from "./remote-hits.js";
import { bodyOf, countOf } from "./remote-query.js";
import { answerOf, MOST_BYTES } from "./remote-read.js";

/** @typedef {import("./remote-query.js").Unit} Unit */
/** @typedef {import("./types.js").Endpoint} Endpoint */
/** @typedef {import("./types.js").Outcome} Outcome */
/** @typedef {import("./types.js").Request} Request */
/** @typedef {(text: string) => Promise<{ form: string, stems: string[] }[]>} Stemmer */
/** @typedef {{ signal: AbortSignal, stems: Stemmer, facets: string[] }} Means */

/** So long a question waits for the engine that stems its words; then the service's own analysis must do. */
const PATIENCE = 1500;

/** Services that cannot count pages within facets, by address; they are not asked to again. */
const simple = new Set();

/**
 * @param {Endpoint} endpoint
 * @param {Request} request
 * @param {Means} means
 * @returns {Promise<Outcome>}
 */
export async function searchRemotely(endpoint, request, means) {
  const units = await unitsOf(request.text ?? "", means.stems);
  const strict = await ask(endpoint, request, units, means, false);
  const several = units.filter((unit) => !unit.minus).length > 1;
  return strict.total > 0 || !several || request.literal ? strict : ask(endpoint, request, units, means, true);
}

/**
 * @param {string} text
 * @param {Stemmer} stems
 * @returns {Promise<Unit[]>}
 */
async function unitsOf(text, stems) {
  const chunks = chunksOf(text);
  const late = new Promise((/** @type {(none: null) => void} */ done) => setTimeout(() => done(null), PATIENCE));
  const stemmed = Promise.all(chunks.map((chunk) => stems(chunk.text))).catch(() => null);
  const words = chunks.length > 0 ? await Promise.race([stemmed, late]) : null;
  return chunks.map((chunk, at) => ({ ...chunk, pieces: words?.[at].map((piece) => piece.stems) ?? [] }));
}

/**
 * @param {Endpoint} endpoint
 * @param {Request} request
 * @param {Unit[]} units
 * @param {Means} means
 * @param {boolean} relaxed
 * @returns {Promise<Outcome>}
 */
async function ask(endpoint, request, units, { signal, facets }, relaxed) {
  const { limit = 10, offset = 0, sections = 4 } = request;
  const collapse = endpoint.kind === "opensearch";
  const chosen = new Set((request.facets ?? []).map(([id]) => id));
  const others = facets.filter((id) => !chosen.has(id));
  /** @param {string[]} asked @param {(counts: boolean) => object} body */
  const send = async (asked, body) => answerOf(await post(endpoint, body, signal), asked);
  const [answer, ...counts] = await Promise.all([
    send(others, (counts) => bodyOf(request, units, { collapse, counts, relaxed, facets: others })),
    ...[...chosen].map((id) => send([id], (counts) => countOf(request, units, { counts, relaxed }, id))),
  ]);
  const pages = pagesOf(answer.hits, units, sections);
  const total = answer.total ?? Math.max(pages.length, answer.sections);
  return {
    hits: collapse ? pages.slice(0, limit) : pages.slice(offset, offset + limit),
    total,
    corrections: [],
    corrected: null,
    unknown: [],
    relaxed: relaxed && total > 0,
    facets: Object.assign({}, ...[answer, ...counts].map((one) => one.facets)),
  };
}

/**
 * @param {Endpoint} endpoint
 * @param {(counts: boolean) => object} body
 * @param {AbortSignal} signal
 * @returns {Promise<unknown>}
 */
async function post(endpoint, body, signal) {
  const url = addressOf(endpoint);
  const { status, bytes } = await send(url, body(!simple.has(url)), signal);
  if (status === 400 && !simple.has(url)) {
    simple.add(url);
    return post(endpoint, body, signal);
  }
  if (bytes === null) throw new SearchFault("network", `the search service answered ${status}`);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new SearchFault("broken", `the search service answered no JSON: ${error}`);
  }
}

/**
 * @param {string} url
 * @param {object} body
 * @param {AbortSignal} signal
 */
function send(url, body, signal) {
  const headers = { "content-type": "application/json" };
  const get = async (/** @type {AbortSignal} */ signal) => {
    try {
      const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body), signal, credentials: "omit" });
      return { status: response.status, bytes: response.ok ? await readBody(response, url, MOST_BYTES) : null };
    } catch (error) {
      throw asNetwork(error, "the search service cannot be reached");
    }
  };
  return patiently("the search service", get, signal);
}

/**
 * The address of the index, as `site.yaml` names it; Quickwit keeps this language under a path of its own.
 * @param {Endpoint} endpoint
 */
function addressOf({ kind, url }) {
  const index = url.replace(/\/$/, "");
  const whole = kind === "opensearch" || index.includes("/_elastic/");
  return `${whole ? index : index.replace(/\/([^/]+)$/, "/api/v1/_elastic/$1")}/_search`;
}
