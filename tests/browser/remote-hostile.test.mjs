// Search through a service that is broken, hostile, or no search service at all: the page answers from titles, or shows
// what can be shown, and never stands still. What it takes is read strictly and cut to size in one place.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { afterEach, beforeEach, test } from "node:test";
import { ask, openSearch, withCopies } from "./search-portal.mjs";

const HEADERS = {
  "content-type": "application/json",
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "POST",
  "access-control-allow-headers": "content-type",
};

let copy, context, server, endpoint;
/** What the service answers: a text, or with a function whatever that does. */
let text;
// The policy of a portal allows the service that its site.yaml names; this portal names none.
withCopies((given) => ({ copy, context } = given), { serviceWorkers: "block", bypassCSP: true });

beforeEach(async () => {
  server = createServer((request, response) => {
    response.writeHead(request.method === "OPTIONS" ? 204 : 200, HEADERS);
    if (request.method === "OPTIONS") return response.end();
    if (typeof text === "function") return text(response);
    response.end(text);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  endpoint = { kind: "opensearch", url: `http://127.0.0.1:${server.address().port}/portal` };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const open = () => openSearch(context, copy, { options: { endpoint } });
const section = (more) => ({ _score: 1, _source: { page: "/about/", title: "О центре", kind: "page", text: "слова", ...more } });
const answering = (hits, more = {}) => JSON.stringify({ hits: { total: { value: hits.length }, hits }, ...more });
const WORD = { text: "площадка", limit: 10 };

test("what is no answer is none: titles answer, and the fault is said", async () => {
  const page = await open();
  const nothing = ["", "null", "[]", "1e308", '"x"', "{}", '{"hits":null}', '{"hits":{"hits":7}}', "<!doctype html>", `${"[".repeat(200_000)}`];
  for (text of nothing) {
    const { from, fault, hits } = await ask(page, WORD);
    assert.equal(from, "titles", text.slice(0, 40));
    assert.equal(fault.kind, "broken", text.slice(0, 40));
    assert.ok(hits.length > 0);
  }
});

test("hits that are none are left out, and odd values are taken for nothing", async () => {
  const page = await open();
  const odd = [null, 7, "x", [], {}, { _source: null }, { _source: 1 }, section({ page: null }), section({ title: {} }), section({ page: { a: 1 } })];
  const nested = { inner_hits: { sections: { hits: { hits: [section({ page: "/a/", title: "А" }), null, 5] } } } };
  const strange = section({
    anchor: [1],
    heading: 7,
    text: { a: 1 },
    kind: null,
    kind_label: ["x"],
    date: "когда-нибудь",
    standing: "<b>",
    facet_state: { a: 1 },
  });
  text = answering([...odd, strange, nested]).replaceAll('"_score":1', '"_score":1e999');
  const { from, hits, total } = await ask(page, WORD);
  assert.equal(from, "remote");
  assert.deepEqual(hits.map((hit) => hit.page), ["/about/", "/a/"]);
  const [{ kind, kind_label, date, standing, state, score, sections }] = hits;
  assert.deepEqual([kind, kind_label, date, standing, state, score], ["", "", null, "neutral", null, 0]);
  assert.deepEqual(sections, [{ anchor: "", heading: "", score: 0, snippet: [], url: `${copy.base}about/` }]);
  assert.equal(total, odd.length + 2);
});

test("counts that are none are not shown as counts", async () => {
  const page = await open();
  for (const count of ["1e308", "-5", "1.5", '"12"', "null", "[]", "1e999"]) {
    const buckets = [{ key: "event", doc_count: 0 }, { key: "<b>", doc_count: 3 }, { key: 7, doc_count: 3 }, { key: "x".repeat(9999), doc_count: 3 }];
    text = answering([section()], { aggregations: { pages: { value: 0 }, kind: { buckets }, subjects: { buckets: "x" }, other: { buckets } } })
      .replace('"value":1', `"value":${count}`)
      .replace('"pages":{"value":0}', `"pages":{"value":${count}}`)
      .replace('"doc_count":0', `"doc_count":${count}`);
    const { total, facets } = await ask(page, WORD);
    assert.equal(total, 1, count);
    assert.deepEqual(facets, { kind: { "<b>": 3 } }, count);
  }
});

test("addresses lead nowhere but into the site", async () => {
  const page = await open();
  const bad = ["javascript:alert(1)", "https://evil.example/", "//evil.example/", "/\\evil.example/", "\\\\evil", "about/", "", "/a\nb/", `/${"a".repeat(9000)}`];
  const good = ["/about/", "/%2e%2e/%2e%2e/", "/../../x/"];
  text = answering([...bad, ...good].map((page) => section({ page })));
  const { hits } = await ask(page, WORD);
  assert.deepEqual(hits.map((hit) => hit.page), good);
  for (const { url } of hits) assert.ok(url.startsWith(copy.base), url);
  const anchors = ["//evil.example/#a", "/../../x.html#a", "/\\evil.example", "/%2e%2e/%2e%2e/#//evil.example/", "/#/#/", "javascript:alert(1)", "../../x"];
  text = answering(anchors.map((anchor, at) => section({ page: `/p/${at}/`, anchor })));
  const places = (await ask(page, WORD)).hits.flatMap((hit) => hit.sections);
  assert.equal(places.length, anchors.length);
  for (const { url } of places) {
    const led = new URL(url, copy.url("/about/"));
    assert.ok(led.origin === new URL(copy.url("/")).origin && led.pathname.startsWith(copy.base), url);
  }
});

test("more than can be shown is cut, and the page goes on answering", async () => {
  const page = await open();
  const many = Array.from({ length: 50_000 }, (_, at) => section({ page: `/p/${at}/` }));
  text = answering(many);
  assert.equal((await ask(page, WORD)).hits.length, 10);
  text = answering([section({ title: "т".repeat(300_000), text: "слово ".repeat(100_000), heading: "з".repeat(100_000), anchor: "я".repeat(100_000) })]);
  const { hits } = await ask(page, WORD);
  assert.ok(JSON.stringify(hits).length < 10_000);
  text = answering(many.slice(0, 40).map((one) => ({ ...one, inner_hits: { sections: { hits: { hits: many.slice(0, 1000) } } } })));
  assert.ok((await ask(page, WORD)).hits.length <= 10);
  const buckets = Array.from({ length: 50_000 }, (_, at) => ({ key: `v${at}`, doc_count: 1 }));
  text = answering([section()], { aggregations: { kind: { buckets } } });
  assert.equal(Object.keys((await ask(page, WORD)).facets.kind).length, 200);
  text = `{"x":"${"y".repeat(20_000_000)}"}`;
  assert.equal((await ask(page, WORD)).fault.kind, "broken", "an answer of 20 MB is not read");
});

test("markup of a service is text", async () => {
  text = answering([section({ title: "<img src=x onerror=alert(1)>", text: "<script>alert(1)</script>", heading: "<b>з", anchor: 'a"onclick=', kind_label: "<i>" })]);
  const named = `id="search" data-endpoint-kind="opensearch" data-endpoint-url="${endpoint.url}"`;
  copy.rule = (path, body) => (path === "search/" ? { body: body.toString().replace('id="search"', named) } : null);
  const page = await context.newPage();
  await page.goto(copy.url("/search/?q=слово"));
  await page.getByText("<img src=x onerror=alert(1)>").waitFor();
  assert.equal(await page.locator("main ol img, main ol script, main ol i, main ol [onclick]").count(), 0);
});

test("a service that begins to answer and goes silent is not waited for without end", { timeout: 120_000 }, async () => {
  text = (response) => response.write('{"hits":');
  const { from, fault } = await ask(await open(), WORD);
  assert.deepEqual([from, fault.kind], ["titles", "network"]);
});
