// Search through a service: what the page asks is understood by a service that takes nothing it does not know, and the
// answer comes in the shape of the engine's. The documents and the configuration are those that kabinet exports.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, before, test } from "node:test";
import { promisify } from "node:util";
import { ask, openCopy, openSearch, withCopies } from "./search-portal.mjs";
import { Service } from "./search-service.mjs";

const ROOT = resolve(import.meta.dirname, "../..");
const PROGRAM =
  process.env.KABINET_PROGRAM ?? ["release", "debug"].map((kind) => join(ROOT, "target", kind, "kabinet")).find(existsSync);

let copy, context, exported;
const services = [];
before(async () => (exported = await exportSearch()));
// The policy of a portal allows the service that its site.yaml names; this portal names none.
withCopies((given) => ({ copy, context } = given), { serviceWorkers: "block", bypassCSP: true });
afterEach(() => services.splice(0).forEach((service) => service.close()));

/** Exports the repository's own portal. */
async function exportSearch() {
  const folder = await mkdtemp(join(tmpdir(), "kabinet-export-"));
  const words = ["export", "search", "--to", "opensearch", "--today", "2026-11-21", "--root", ROOT, "--out", folder];
  await promisify(execFile)(PROGRAM, words, { env: { ...process.env, CI: "true" } });
  const mapping = JSON.parse(await readFile(join(folder, "index.json"), "utf8")).mappings.properties;
  const lines = (await readFile(join(folder, "documents.ndjson"), "utf8")).trim().split("\n");
  await rm(folder, { recursive: true });
  return { mapping, documents: lines.map((line) => JSON.parse(line)) };
}

/** Has a service listen, over the exported documents unless others are given. */
async function listening(kind, { documents = exported.documents, ...abilities } = {}) {
  const service = await new Service(kind, exported.mapping, documents, abilities).listen();
  services.push(service);
  return service;
}

async function open(kind, given) {
  const service = await listening(kind, given);
  const page = await openSearch(context, copy, { options: { endpoint: { kind, url: `${service.origin}/portal` } } });
  return { service, page };
}

/** Opens the search page of a portal that names a service. */
async function openPage(copy, service, query) {
  const named = `id="search" data-endpoint-kind="${service.kind}" data-endpoint-url="${service.origin}/portal"`;
  copy.rule = (path, body) => (path === "search/" ? { body: body.toString().replace('id="search"', named) } : null);
  const page = await context.newPage();
  await page.goto(copy.url(`/search/${query}`));
  return page;
}

const pagesWith = (fits) => new Set(exported.documents.filter(fits).map((document) => document.page));

for (const kind of ["opensearch", "quickwit"]) {
  test(`${kind}: any form of a word finds its pages, grouped, with marked words and links`, async () => {
    const { service, page } = await open(kind);
    const forms = ["площадка", "площадками", "ПЛОЩАДОК"];
    const totals = [];
    for (const text of forms) {
      const { from, fault, hits, total } = await ask(page, { text });
      assert.equal(from, "remote", JSON.stringify([fault, service.asked.at(-1)]));
      assert.ok(total > 0 && hits.length > 0, text);
      assert.equal(new Set(hits.map((hit) => hit.page)).size, hits.length, "a page comes once");
      assert.ok(hits.every((hit) => hit.url.startsWith("/imc/") && hit.sections.length > 0 && hit.sections.length <= 4));
      const shown = hits.flatMap((hit) => [hit.title_fragments, ...hit.sections.map(({ snippet }) => snippet)]).flat();
      const marked = shown.filter((one) => one.marked).map((one) => one.text);
      assert.ok(marked.length > 0 && marked.every((word) => /^площад/i.test(word)), marked.join());
      assert.ok(hits[0].words.length > 0, "nothing to mark on the page");
      assert.ok(hits.every(({ words }) => words.every((word) => word.startsWith("площад"))));
      totals.push(total);
    }
    assert.equal(new Set(totals).size, 1, totals.join());
    assert.ok(service.asked.every(({ status }) => status === 200), JSON.stringify(service.asked.find((one) => one.status !== 200)));
  });

  test(`${kind}: phrases, exact phrases, minus words, marks and unfinished words`, async () => {
    const { page } = await open(kind);
    const total = async (text) => (await ask(page, { text, limit: 100 })).total;
    const school = await total("школа молодого педагога");
    const phrase = await total("«школе молодых педагогов»");
    const exact = await total('="школы молодого педагога"');
    assert.ok(school >= phrase && phrase >= exact && exact > 0, [school, phrase, exact].join());
    const seminars = await total("семинар");
    const rest = await total("семинар -методический");
    assert.ok(rest > 0 && rest < seminars, [seminars, rest].join());
    assert.ok((await total("-семинар")) > rest, "everything but");
    assert.ok((await total("273-ФЗ")) > 0);
    assert.ok((await total("методич")) > 0, "an unfinished word");
    assert.equal(await total("методич "), 0, "a word that is finished, and is none");
    assert.equal(await total('"" - ='), pagesWith(() => true).size, "nothing asked is everything");
  });

  test(`${kind}: facets, dates, order, pages of answers`, async () => {
    const { service, page } = await open(kind);
    const all = await ask(page, { text: "", limit: 5 });
    const everything = pagesWith(() => true).size;
    assert.equal(all.total, everything);
    for (const [id, count] of Object.entries(all.facets.kind)) {
      assert.equal(count, pagesWith((document) => document.kind === id).size, id);
    }
    const chosen = await ask(page, { text: "", facets: [["kind", "event"], ["kind", "material"]], limit: 100 });
    assert.equal(chosen.total, all.facets.kind.event + all.facets.kind.material);
    assert.deepEqual(chosen.facets.kind, all.facets.kind, "the chosen facet goes on telling what else there is");
    assert.ok(Object.keys(chosen.facets.school_year).length > 0);
    const year = Object.keys(chosen.facets.school_year)[0];
    const both = await ask(page, { text: "", facets: [["kind", "event"], ["school_year", year]], limit: 100 });
    const fits = (document) => document.kind === "event" && (document.facet_school_year ?? []).includes(year);
    assert.equal(both.total, pagesWith(fits).size);
    const [from, to] = ["2026-09-01", "2026-12-31"].map((day) => Date.parse(day) / 86_400_000);
    const dated = await ask(page, { text: "", from, to, sort: "date", limit: 100 });
    assert.equal(dated.total, pagesWith(({ date }) => date >= "2026-09-01" && date <= "2026-12-31").size);
    const days = dated.hits.map((hit) => hit.date);
    assert.deepEqual(days, days.toSorted((a, b) => b - a));
    assert.ok(days.every((day) => day >= from && day <= to));
    const first = await ask(page, { text: "методический", limit: 3 });
    const second = await ask(page, { text: "методический", limit: 3, offset: 3 });
    const six = await ask(page, { text: "методический", limit: 6 });
    assert.deepEqual([...first.hits, ...second.hits].map((hit) => hit.page), six.hits.map((hit) => hit.page));
    assert.ok(service.asked.every(({ status }) => status === 200), JSON.stringify(service.asked.find((one) => one.status !== 200)));
  });
}

test("when no page has all words, those with some are shown and it is said", async () => {
  const { page } = await open("opensearch");
  const text = "площадка абракадабра";
  const { relaxed, total } = await ask(page, { text });
  assert.ok(relaxed && total > 0);
  assert.equal((await ask(page, { text, literal: true })).total, 0);
});

test("a service that cannot count pages is asked more simply, and from then on", async () => {
  const { service, page } = await open("quickwit", { cardinality: false });
  const { from, total, facets } = await ask(page, { text: "семинар" });
  assert.equal(from, "remote");
  assert.ok(total > 0 && Object.keys(facets.kind).length > 0);
  await ask(page, { text: "положение" });
  assert.deepEqual(service.asked.map(({ status }) => status), [400, 200, 200]);
});

test("without the engine the service's own analysis does", async () => {
  copy.rule = (path) => (path.startsWith("search/engine/") ? { status: 404 } : null);
  const { service, page } = await open("opensearch");
  const { from, total } = await ask(page, { text: "семинар" });
  assert.equal(from, "remote");
  assert.ok(total > 0);
  assert.ok(!JSON.stringify(service.asked.at(-1).body).includes("stems"));
});

test("the index is not fetched, and the engine only for its stems", async () => {
  const { page } = await open("opensearch");
  copy.asked();
  await page.evaluate(() => window.search.warm("engine"));
  await ask(page, { text: "семинар" });
  const asked = copy.asked().filter((path) => path.startsWith("search/"));
  assert.ok(!asked.some((path) => /^search\/(core|index|text)\//.test(path)), asked.join());
});

test("when the service fails, the titles answer", async () => {
  const { service, page } = await open("opensearch");
  service.status = 503;
  const failed = await ask(page, { text: "положение" });
  assert.deepEqual([failed.from, failed.fault.kind], ["titles", "network"]);
  assert.ok(failed.total > 0);
  service.close();
  const gone = await ask(page, { text: "положение" });
  assert.deepEqual([gone.from, gone.fault.kind], ["titles", "network"]);
});

test("what a service says is shown as the engine's: day, kind, and the state of what holds no more, in its own words", async () => {
  const past = exported.documents.find(({ standing, facet_state: state }) => standing === "past" && state?.length > 0);
  assert.ok(past, "the portal has nothing that holds no more");
  for (const kind of ["opensearch", "quickwit"]) {
    const page = await openPage(copy, await listening(kind, { documents: [past] }), "");
    await page.locator("main input[type=search]").fill(past.title);
    const row = page.locator("main ol > li");
    await row.first().waitFor();
    assert.equal(await row.locator("h3").textContent(), past.title);
    assert.equal(await row.locator(".chip").textContent(), past.facet_state[0]);
    const [over, day] = [await row.locator(".over").textContent(), await row.locator("time").getAttribute("datetime")];
    assert.ok(over.includes(past.kind_label), over);
    assert.equal(day, past.date.slice(0, 10));
    await page.close();
  }
});

/** Texts that would do harm as HTML. */
const HARMFUL = { anchor: '" onclick="alert(1)', title: "Положение <img src=x onerror=alert(1)>", heading: "<b>Положение</b>", text: "положение <script>alert(1)</script>", kind_label: "<i>Мероприятие</i>", facet_state: ["<u>отменено</u>"] };

/** The links that the search page of a portal shows when a service names these addresses, of which so many are of a site. */
async function linksTo(copy, pages, count) {
  const documents = pages.map((page, n) => ({ id: `${n}`, page, kind: "event", standing: "past", ...HARMFUL }));
  const page = await openPage(copy, await listening("opensearch", { documents }), "?q=положение&page=3");
  await page.waitForFunction((count) => document.querySelectorAll("main ol > li").length === count, count);
  assert.equal(await page.locator("main ol :is(img, b, script, i, u, [onclick])").count(), 0, "texts are HTML");
  const links = await page.locator("main ol a").evaluateAll((all) => all.map((link) => link.href));
  assert.equal(links.length, count * 2, "a title and a place for each");
  return links;
}

for (const name of ["top", "nested"]) {
  test(`whatever addresses and texts a service names, links lead into the site and texts are no HTML (${name})`, async (t) => {
    const copy = await openCopy(name);
    t.after(copy.close);
    const links = await linksTo(copy, ["//evil.example/", "///evil.example/", "/\\evil.example/", "\\\\evil.example/", "https://evil.example/",
      "javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "\t//evil.example/", "/\t/evil.example/", "/\n/evil.example/", "/.//evil.example/",
      "/../evil/", "/%2e%2e/evil/", "/events/../../evil/", "", "?q=1", "#top", "@evil.example", ":80/"], 4);
    assert.deepEqual(links.filter((link) => !link.startsWith(copy.url("/"))), []);
  });
}

test("a newer question ends the older one", async () => {
  const { page } = await open("opensearch");
  const [older, newer] = await page.evaluate(() =>
    Promise.all(["семинар", "положение"].map((text) => window.search.search({ text }).catch((error) => error.name))),
  );
  assert.equal(older, "AbortError");
  assert.equal(newer.from, "remote");
});

test("a day that is none is no day", async () => {
  const [first, ...others] = exported.documents;
  const spoiled = { ...first, date: "вчера" };
  const service = await new Service("opensearch", exported.mapping, [spoiled, ...others.filter(({ page }) => page !== first.page)]).listen();
  services.push(service);
  const page = await openSearch(context, copy, { options: { endpoint: { kind: "opensearch", url: `${service.origin}/portal` } } });
  const { from, hits } = await ask(page, { text: first.title, limit: 100 });
  assert.equal(from, "remote");
  assert.equal(hits.find((hit) => hit.page === first.page).date, null);
});

test("a crash of the engine that stems costs one question, not all that follow", async () => {
  await context.addInitScript(() => {
    globalThis.workers = [];
    globalThis.Worker = class extends Worker {
      constructor(...how) {
        super(...how);
        globalThis.workers.push(this);
      }
    };
  });
  const { service, page } = await open("opensearch");
  const byStems = () => JSON.stringify(service.asked.at(-1).body).includes("stems");
  await ask(page, { text: "семинар" });
  assert.ok(byStems());
  await page.evaluate(() => globalThis.workers.at(-1).dispatchEvent(new ErrorEvent("error", { message: "a crash" })));
  await ask(page, { text: "площадка" });
  assert.ok(byStems(), "another engine stems by now");
});
