// A stand-in for OpenSearch and Quickwit: speaks the search part of the Elasticsearch API as strictly as they do, over
// the documents and the configuration that `kabinet export search` writes. What it does not know it refuses.
import { createServer } from "node:http";

class Refusal extends Error {}
const refuse = (text) => {
  throw new Refusal(text);
};

/** Fails on any key that is not among the known ones. */
function only(value, known, where) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) refuse(`${where}: an object is wanted`);
  for (const key of Object.keys(value)) if (!known.includes(key)) refuse(`${where}: unknown key [${key}]`);
  return value;
}

function oneField(value, where) {
  const entries = Object.entries(value);
  if (entries.length !== 1) refuse(`${where}: exactly one field is wanted`);
  return entries[0];
}

const number = (value, most, where) =>
  Number.isInteger(value) && value >= 0 && value <= most ? value : refuse(`${where}: a number up to ${most} is wanted`);
const list = (value) => (Array.isArray(value) ? value : [value]);
const values = (document, field) => (document[field] === undefined ? [] : list(document[field]));

export class Service {
  /** What was asked: `{ path, body, status }`. */
  asked = [];
  /** Answers in place of the service: a status, or nothing. */
  status = null;

  /**
   * @param {"opensearch" | "quickwit"} kind
   * @param {object} mapping  the `properties` of the index
   * @param {object[]} documents
   * @param {{ cardinality?: boolean }} [abilities]
   */
  constructor(kind, mapping, documents, { cardinality = true } = {}) {
    Object.assign(this, { kind, mapping, documents, cardinality });
    for (const document of documents) {
      for (const field of Object.keys(document)) if (!mapping[field]) throw new Error(`${field} is not in the mapping`);
    }
  }

  async listen() {
    this.server = createServer((request, response) => this.#serve(request, response));
    await new Promise((ready) => this.server.listen(0, "127.0.0.1", ready));
    this.origin = `http://127.0.0.1:${this.server.address().port}`;
    this.index = this.kind === "opensearch" ? "/portal/_search" : "/api/v1/_elastic/portal/_search";
    return this;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }

  async #serve(request, response) {
    const answer = (status, value) => {
      response.writeHead(status, {
        "content-type": "application/json",
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "POST",
        "access-control-allow-headers": "content-type",
      });
      response.end(value === undefined ? "" : JSON.stringify(value));
    };
    if (request.method === "OPTIONS") return answer(204);
    let text = "";
    for await (const piece of request) text += piece;
    const [status, value] = this.#answer(request, text);
    this.asked.push({ path: request.url, body: JSON.parse(text || "null"), status, reason: value?.error?.reason });
    answer(status, value);
  }

  #answer(request, text) {
    if (this.status) return [this.status, { error: { reason: "as the test wants it" } }];
    if (request.method !== "POST") return [405, { error: { reason: "POST is wanted" } }];
    if (request.url !== this.index) return [404, { error: { reason: `no such index: ${request.url}` } }];
    if (request.headers["content-type"] !== "application/json") return [406, { error: { reason: "not JSON" } }];
    try {
      return [200, this.search(JSON.parse(text))];
    } catch (error) {
      if (error instanceof Refusal || error instanceof SyntaxError) return [400, { error: { reason: error.message } }];
      throw error;
    }
  }

  search(body) {
    const known = ["query", "from", "size", "sort", "aggs", "_source", "track_total_hits"];
    only(body, this.kind === "opensearch" ? [...known, "collapse"] : known, "body");
    const from = number(body.from ?? 0, 10_000, "from");
    const size = number(body.size ?? 10, 10_000, "size");
    const hits = [];
    for (const document of this.documents) {
      const score = this.#score(body.query, document);
      if (score !== null) hits.push({ _index: "portal", _id: document.id, _score: score, _source: document });
    }
    this.#sort(hits, body.sort ?? [{ _score: { order: "desc" } }]);
    const shown = body.collapse ? this.#collapse(hits, body.collapse) : hits;
    const handedOut = shown.slice(from, from + size).map((hit) => withFields(hit, body._source));
    return {
      took: 1,
      timed_out: false,
      hits: { total: { value: hits.length, relation: "eq" }, hits: handedOut },
      aggregations: this.#aggregations(body.aggs ?? {}, hits.map((hit) => hit._source)),
    };
  }

  #field(name, types, where) {
    const type = this.mapping[name]?.type ?? refuse(`${where}: no field [${name}]`);
    if (!types.includes(type)) refuse(`${where}: [${name}] is of type ${type}`);
    return this.mapping[name];
  }

  /** As in the exported configuration: words folded, but stems as they stand. Endings stay: that is enough here. */
  #words(field, text) {
    return field.analyzer === "stems"
      ? text.split(/\s+/).filter(Boolean)
      : (text.toLowerCase().replaceAll("ё", "е").match(/[\p{L}\p{N}]+/gu) ?? []);
  }

  /** The score of a document, or null when it does not match. */
  #score(query, document) {
    const [kind, clause] = oneField(query, "query");
    const clauses = {
      match_all: () => (only(clause, ["boost"], kind), 1),
      bool: () => this.#bool(clause, document),
      term: () => {
        const [name, params] = oneField(clause, kind);
        const { value, boost = 1 } = only(params, ["value", "boost", "case_insensitive"], kind);
        const field = this.#field(name, ["keyword", "text"], kind);
        const terms = values(document, name).flatMap((text) => (field.type === "text" ? this.#words(field, text) : [text]));
        const count = terms.filter((term) => term === value).length;
        return count === 0 ? null : boost * (1 + Math.log(count));
      },
      terms: () => {
        const [name, wanted] = oneField(clause, kind);
        this.#field(name, ["keyword"], kind);
        if (!Array.isArray(wanted)) refuse("terms: a list is wanted");
        return values(document, name).some((value) => wanted.includes(value)) ? 1 : null;
      },
      match: () => this.#text(clause, kind, ["query"], document, (words, wanted) => wanted.some((word) => words.includes(word))),
      match_phrase: () => this.#text(clause, kind, ["query", "slop"], document, inOrder),
      match_phrase_prefix: () =>
        this.#text(clause, kind, ["query", "max_expansions"], document, (words, wanted) => {
          const first = wanted.slice(0, -1);
          const fits = (at) => first.every((word, i) => words[at + i] === word) && words[at + first.length]?.startsWith(wanted.at(-1));
          return words.some((_, at) => fits(at));
        }),
      range: () => {
        const [name, limits] = oneField(clause, kind);
        this.#field(name, ["date", "integer"], kind);
        const { gte, lte } = only(limits, ["gte", "lte"], kind);
        for (const day of [gte, lte]) if (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(day)) refuse(`range: no day [${day}]`);
        const fits = (day) => (gte === undefined || day >= gte) && (lte === undefined || day <= lte);
        return values(document, name).some(fits) ? 1 : null;
      },
    };
    return (clauses[kind] ?? (() => refuse(`unknown query [${kind}]`)))();
  }

  #text(clause, kind, known, document, fits) {
    const [name, params] = oneField(clause, kind);
    const { query, slop = 0 } = only(params, known, kind);
    if (typeof query !== "string") refuse(`${kind}: no query`);
    const field = this.#field(name, ["text"], kind);
    const words = values(document, name).flatMap((text) => this.#words(field, text));
    return fits(words, this.#words(field, query), slop) ? 1 : null;
  }

  #bool(clause, document) {
    only(clause, ["must", "must_not", "should", "filter"], "bool");
    const of = (name) => list(clause[name] ?? []).map((one) => this.#score(one, document));
    const [must, mustNot, should, filter] = ["must", "must_not", "should", "filter"].map(of);
    if ([...must, ...filter].includes(null) || mustNot.some((score) => score !== null)) return null;
    const optional = should.filter((score) => score !== null);
    if (must.length + filter.length === 0 && should.length > 0 && optional.length === 0) return null;
    return [...must, ...optional].reduce((sum, score) => sum + score, 0);
  }

  #sort(hits, sort) {
    const [name, params] = oneField(list(sort)[0], "sort");
    const { order } = only(params, ["order"], "sort");
    if (order !== "desc") refuse("sort: the test knows `desc`");
    if (name !== "_score") this.#field(name, ["date", "integer", "keyword"], "sort");
    const key = (hit) => (name === "_score" ? hit._score : (values(hit._source, name)[0] ?? ""));
    hits.sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
    if (name !== "_score") for (const hit of hits) hit._score = null;
  }

  #collapse(hits, collapse) {
    const { field, inner_hits: inner } = only(collapse, ["field", "inner_hits"], "collapse");
    this.#field(field, ["keyword"], "collapse");
    const { name, size, _source: fields } = only(inner, ["name", "size", "_source"], "inner_hits");
    const most = number(size, 100, "inner_hits");
    const groups = Map.groupBy?.(hits, (hit) => hit._source[field]) ?? grouped(hits, (hit) => hit._source[field]);
    return [...groups.values()].map((group) => ({
      ...group[0],
      inner_hits: { [name]: { hits: { total: { value: group.length }, hits: group.slice(0, most).map((hit) => withFields(hit, fields)) } } },
    }));
  }

  #aggregations(aggs, documents) {
    return Object.fromEntries(Object.entries(aggs).map(([name, agg]) => [name, this.#aggregation(agg, documents)]));
  }

  #aggregation(agg, documents) {
    only(agg, ["terms", "cardinality", "aggs"], "aggregation");
    if (agg.cardinality) {
      if (!this.cardinality) refuse("unknown aggregation [cardinality]");
      const { field } = only(agg.cardinality, ["field"], "cardinality");
      this.#field(field, ["keyword"], "cardinality");
      return { value: new Set(documents.flatMap((document) => values(document, field))).size };
    }
    const { field, size } = only(agg.terms ?? refuse("no aggregation"), ["field", "size"], "terms");
    this.#field(field, ["keyword"], "terms");
    const pairs = documents.flatMap((document) => values(document, field).map((key) => ({ key, document })));
    const buckets = [...grouped(pairs, (pair) => pair.key)].map(([key, group]) => ({
      key,
      doc_count: group.length,
      ...this.#aggregations(agg.aggs ?? {}, group.map((pair) => pair.document)),
    }));
    buckets.sort((a, b) => b.doc_count - a.doc_count);
    return { sum_other_doc_count: 0, buckets: buckets.slice(0, number(size, 10_000, "size")) };
  }
}

/** A hit with those fields of its document that were asked for: all when nothing is said; none is named by a pattern. */
function withFields({ _source: document, ...hit }, wanted = true) {
  if (typeof wanted === "boolean") return wanted ? { ...hit, _source: document } : hit;
  const names = typeof wanted === "string" || Array.isArray(wanted) ? list(wanted) : list(only(wanted, ["includes"], "_source").includes);
  if (!names.every((name) => /^\w+$/.test(name))) refuse(`_source: [${names}] are no names of fields`);
  return { ...hit, _source: Object.fromEntries(Object.entries(document).filter(([name]) => names.includes(name))) };
}

/** Whether all wanted words stand in this order, no more than `slop` words too far apart. */
function inOrder(words, wanted, slop) {
  return words.some((_, start) => {
    let at = start;
    let spare = slop;
    return wanted.every((word, i) => {
      const next = words.indexOf(word, at);
      const skipped = i === 0 ? (next === start ? 0 : Infinity) : next - at;
      if (next < 0 || skipped > spare) return false;
      spare -= skipped;
      at = next + 1;
      return true;
    });
  });
}

function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
