// Without a connection: search goes on with what is kept of it, and a new publication is kept whole or not at all.
import assert from "node:assert/strict";
import { test } from "node:test";
import { askAnew, context, controlled, copy, everything, forgotten, isKept, kept, keptText, onLarger, searched, settled, WORD, withWorker } from "./offline.mjs";
import { until } from "./portal.mjs";
import { ask, openSearch, suggest } from "./search-portal.mjs";

onLarger();

/** Has the copy's manifest say something else. */
const publish = async (changes) => copy.write("search/index.json", JSON.stringify({ ...(await copy.manifest()), ...changes }));

/** Publishes the same core under another name, and nothing under the old one. */
async function publishCore(core) {
  const before = await copy.manifest();
  await copy.move(`search/${before.core}`, `search/${core}`);
  await publish({ core });
  return before.core;
}

/** Has a page ask for search files, as its search would. */
const fetchAll = (page, paths) =>
  page.evaluate(async (urls) => {
    for (const url of urls) await (await fetch(url)).arrayBuffer();
  }, paths.map((path) => copy.url(`search/${path}`)));

/** Questions that have few files in common. */
const QUESTIONS = ["аттестация педагогических работников", "семинар", "\"школа молодого педагога\"", "273-ФЗ", "олимпиада -школьный"];

test("search goes on without a connection, after the first visit already", async () => {
  const page = await openSearch(context, copy);
  const before = await ask(page, WORD);
  const suggested = await suggest(page, "положение");
  assert.ok(before.total > 0 && suggested.length > 0);
  await settled(page);
  await kept(page, "/about/");
  await copy.vanish();
  const { from, hits, total, fault } = await askAnew(page);
  assert.equal(from, "engine", fault?.text);
  assert.deepEqual([hits, total], [before.hits, before.total]);
  assert.deepEqual(await suggest(page, "положение"), suggested);
});

test("on a small site any question is answered without a connection, after one visit to the search page", async () => {
  const { whole } = await copy.manifest();
  assert.ok(whole.length > 10);
  const page = await context.newPage();
  await page.goto(copy.url("/search/"));
  for (const path of whole) await kept(page, `search/${path}`);
  await kept(page, "search/");
  await copy.vanish();
  for (const text of QUESTIONS) {
    const { from, total, fault } = await askAnew(page, { text });
    assert.equal(from, "engine", `${text}: ${fault?.text}`);
    assert.ok(total > 0, text);
  }
  await page.goto(copy.url(`/search/?q=${QUESTIONS[0]}`));
  await page.locator("main ol > li mark").first().waitFor();
});

test("on a small site this holds as well when search is first opened in a page that the worker controls", async () => {
  const page = await searched();
  const { whole } = await copy.manifest();
  for (const path of whole) await kept(page, `search/${path}`);
});

test("on a larger site what was never fetched is said to need a connection", async () => {
  await publish({ whole: [] });
  const page = await searched();
  await copy.vanish();
  assert.equal((await askAnew(page)).from, "engine");
  const { rejected, fault } = await ask(page, { text: QUESTIONS[0] });
  assert.equal((rejected ?? fault)?.kind, "network");
});

test("a damaged file that is kept is replaced", async () => {
  const page = await searched();
  const { core } = await copy.manifest();
  const damaged = (status) =>
    page.evaluate(
      async ([url, status]) => {
        for (const key of await caches.keys()) {
          const cache = await caches.open(key);
          if (status && (await cache.match(url))) await cache.put(url, new Response(new Uint8Array([31, 139, 8, 0, 7])));
          const match = await cache.match(url);
          if (match) return (await match.arrayBuffer()).byteLength === 5;
        }
      },
      [copy.url(`search/${core}`), status],
    );
  assert.equal(await damaged(true), true);
  assert.equal((await askAnew(page)).from, "engine");
  await until(async () => (await damaged(false)) === false, "the damaged file is still kept");
});

for (const [outcome, comes] of [["that comes whole is kept", true], ["that breaks off leaves the one before", false]]) {
  test(`a new publication ${outcome}: names and files fit together at any time`, async () => {
    const page = await searched();
    const core = "core/0123456789abcdef0123.pack";
    const before = await publishCore(core);
    let go;
    copy.rule = (path) => (path === `search/${core}` ? new Promise((done) => (go = done)) : null);
    await fetchAll(page, ["index.json"]);
    await until(() => go, "the core of the new publication is not asked for");
    const named = async () => JSON.parse(await keptText(page, "search/index.json")).core;
    assert.equal(await named(), before, "names are kept before their files");
    if (comes) {
      go(null);
      await until(async () => (await named()) === core, "the new names are not kept");
      assert.ok(await isKept(page, `search/${core}`));
    }
    await copy.vanish();
    const { from, fault } = await askAnew(page);
    assert.equal(from, "engine", fault?.text);
    assert.equal(await named(), comes ? core : before);
  });
}

/** Keeps no more than six search files, five of them of the publication that there is; returns the five. */
async function full() {
  await withWorker("other: 600", "other: 6");
  const { core, whole } = await copy.manifest();
  await publish({ whole: [] });
  const page = await controlled();
  const old = whole.slice(0, 5);
  for (const path of ["index.json", core, ...old]) {
    await fetchAll(page, [path]);
    await kept(page, `search/${path}`);
  }
  return { page, core, old };
}

/** Publishes three files more, and has the worker hear of it. */
async function publishMore(page, old, still = []) {
  const more = old.slice(0, 3).map((path) => path.replace(/\w+\.pack$/, (name) => `new${name}`));
  for (const [at, path] of more.entries()) await copy.write(`search/${path}`, await copy.read(`search/${old[at]}`));
  await publish({ whole: [...still, ...more], core: "core/0123456789abcdef0123.pack" });
  await copy.write("search/core/0123456789abcdef0123.pack", "core");
  await fetchAll(page, ["index.json"]);
  for (const path of more) await kept(page, `search/${path}`);
  return more;
}

test("where there is no more room, the files of a new publication push out the oldest ones, never its own names", async () => {
  const { page, core, old } = await full();
  const more = await publishMore(page, old);
  for (const path of old.slice(0, 3)) await forgotten(page, `search/${path}`);
  const files = (await everything(page)).filter((path) => /^search\/(?!core|engine)\w+[./]/.test(path));
  assert.deepEqual(files.sort(), ["index.json", ...old.slice(3), ...more].map((path) => `search/${path}`).sort());
  assert.ok(await isKept(page, `search/${core}`), "the publication before goes on in open pages");
});

test("a file that the new publication shares with the one before is not pushed out by its new ones", async () => {
  const { page, old } = await full();
  const more = await publishMore(page, old, old.slice(0, 1));
  for (const path of [old[0], ...more]) assert.ok(await isKept(page, `search/${path}`), path);
});
