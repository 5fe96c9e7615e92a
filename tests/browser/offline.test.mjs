// Without a connection: visited pages and search go on; what was withdrawn is forgotten.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { openBrowser } from "./portal.mjs";
import { ask, begin, openCopy, openSearch, suggest } from "./search-portal.mjs";

const WORD = { text: "площадка" };

let browser, copy, context;
before(async () => (browser = await openBrowser()));
after(() => browser.close());
beforeEach(async () => {
  copy = await openCopy("nested");
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await copy.close();
});

/** Visits a page and waits until it is kept, with all it is shown with. */
async function visit(path, page) {
  page ??= await context.newPage();
  await page.goto(copy.url(path));
  await kept(page, path);
  await kept(page, "search/");
  return page;
}

const isKept = (page, path) => page.evaluate(async (url) => Boolean(await caches.match(url)), copy.url(path));
const kept = (page, path) => until(() => isKept(page, path), `${path} is not kept`);
const forgotten = (page, path) => until(async () => !(await isKept(page, path)), `${path} is still kept`);
const everything = (page) =>
  page.evaluate(async () => {
    const opened = await Promise.all((await caches.keys()).map((key) => caches.open(key)));
    const keys = await Promise.all(opened.map((cache) => cache.keys()));
    return keys.flat().map((request) => new URL(request.url).pathname);
  });

/** Is controlled by the service worker from the next load on. */
const controlled = (page) => until(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)), "no service worker");

test("visited pages are there without a connection, as they looked", async () => {
  const page = await visit("/about/");
  await controlled(page);
  await visit("/regulations/", page);
  await copy.vanish();
  for (const path of ["/about/", "/regulations/?page=2#main", "/search/?q=семинар"]) {
    await page.goto(copy.url(path));
    assert.ok((await page.locator("h1").innerText()).length > 3, path);
    const rules = await page.evaluate(() => document.styleSheets[0]?.cssRules.length ?? 0);
    assert.ok(rules > 50, `${path}: without its style`);
  }
  await assert.rejects(page.goto(copy.url("/news/")), "a page that was never visited");
});

test("search goes on without a connection, after the first visit already", async () => {
  const page = await openSearch(context, copy);
  const before = await ask(page, WORD);
  const suggested = await suggest(page, "положение");
  assert.ok(before.total > 0 && suggested.length > 0);
  const manifest = await copy.manifest();
  for (const path of ["index.json", "titles.pack", manifest.core, manifest.module]) await kept(page, `search/${path}`);
  await kept(page, "/about/");
  await settled(page);
  await copy.vanish();
  await page.reload();
  await begin(page, copy);
  assert.deepEqual(await suggest(page, "положение"), suggested);
  const { from, hits, total, fault } = await ask(page, WORD);
  assert.equal(from, "engine", fault?.text);
  assert.deepEqual([hits, total], [before.hits, before.total]);
});

test("what is fetched later is kept as well; what was never fetched is said to need a connection", async () => {
  const page = await visit("/about/");
  await controlled(page);
  await page.reload();
  await begin(page, copy);
  await ask(page, WORD);
  await settled(page);
  await copy.vanish();
  await page.reload();
  await begin(page, copy);
  assert.equal((await ask(page, WORD)).from, "engine");
  const { rejected, fault } = await ask(page, { text: "аттестация педагогических работников семинар конкурс" });
  assert.equal((rejected ?? fault)?.kind, "network");
});

test("only pages, assets and search files are kept, of this site alone", async () => {
  const page = await visit("/about/");
  await controlled(page);
  await page.evaluate(async (urls) => {
    for (const url of urls) await fetch(url).catch(() => {});
    await fetch("../search/index.json", { method: "POST", body: "x" }).catch(() => {});
  }, ["feed.xml", "robots.txt", "search/previous/core/0.pack"].map(copy.url).concat(`${copy.origin}/other/`));
  await page.goto(copy.url("/such/a/page/was/never/here/"));
  await page.goto(copy.url("/about/"));
  for (const path of await everything(page)) {
    const inside = path.slice(copy.base.length);
    assert.ok(path.startsWith(copy.base), path);
    assert.match(inside, /^(assets\/.+\.[0-9a-f]{8}\.\w+|search\/(index\.json|titles\.pack|\w+\/\w+\.pack)?|about\/)$/);
  }
});

test("a damaged file that is kept is replaced", async () => {
  const page = await visit("/about/");
  await controlled(page);
  await page.reload();
  await begin(page, copy);
  await ask(page, WORD);
  await settled(page);
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
  await page.reload();
  await begin(page, copy);
  assert.equal((await ask(page, WORD)).from, "engine");
  await until(async () => (await damaged(false)) === false, "the damaged file is still kept");
});

test("a purge drops everything that was kept, but not what other sites of the host keep", async () => {
  const page = await visit("/about/");
  await controlled(page);
  await page.evaluate(async () => {
    for (const key of ["kabinet / - pages", "kabinet /imc/deeper/ - pages", "mine"]) {
      await (await caches.open(key)).put("/other/", new Response("x"));
    }
  });
  await visit("/news/", page);
  await copy.remove("news");
  const text = (await copy.read("sw.js")).toString();
  assert.ok(text.includes('const PURGE = "";'));
  await copy.write("sw.js", text.replace('const PURGE = "";', 'const PURGE = "5e9f";'));
  await page.goto(copy.url("/about/"));
  await forgotten(page, "/news/");
  const names = () => page.evaluate(async () => (await caches.keys()).sort().join());
  await until(async () => !(await names()).includes("kabinet /imc/ - "), "older caches stay");
  assert.match(await names(), /kabinet \/ - pages,kabinet \/imc\/ 5e9f .*kabinet \/imc\/deeper\/ - pages,mine/);
});

test("a new publication renews what was visited and forgets what is gone", async () => {
  const page = await visit("/about/");
  await controlled(page);
  for (const path of ["/news/", "/regulations/"]) await visit(path, page);
  await page.reload();
  await begin(page, copy);
  await ask(page, WORD);
  await settled(page);
  await copy.remove("news");
  const changed = (await copy.read("about/index.html")).toString().replace("<h1", "<h1 data-renewed");
  await copy.write("about/index.html", changed);
  await copy.write("search/index.json", JSON.stringify({ ...(await copy.manifest()), pages: 1 }));
  // A search in another page meets the new manifest.
  const other = await openSearch(context, copy, { path: "/regulations/" });
  await ask(other, WORD);
  await forgotten(page, "/news/");
  await until(
    () => page.evaluate(async (url) => (await (await caches.match(url)).text()).includes("data-renewed"), copy.url("/about/")),
    "the changed page was not fetched anew",
  );
  await kept(page, "/regulations/");
});

test("visitors who never search learn of a new publication as well", async () => {
  const page = await visit("/news/");
  await controlled(page);
  await visit("/about/", page);
  await kept(page, "search/index.json");
  await copy.remove("news");
  await copy.write("search/index.json", JSON.stringify({ ...(await copy.manifest()), pages: 1 }));
  // Browsers stop a service worker that has nothing to do; then it looks again.
  const session = await context.newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await page.goto(copy.url("/regulations/"));
  await forgotten(page, "/news/");
});

test("a page that answers 404 or 410 is forgotten", async () => {
  const page = await visit("/about/");
  await controlled(page);
  await visit("/news/", page);
  copy.rule = (path) => (path === "news/" ? { status: 410, body: "gone" } : null);
  await page.goto(copy.url("/news/"));
  await page.goto(copy.url("/about/"));
  await forgotten(page, "/news/");
});

test("a host in trouble does not hide what is kept", async () => {
  const page = await visit("/about/");
  await controlled(page);
  await visit("/news/", page);
  copy.rule = (path) => (path === "news/" ? { status: 503, body: "busy" } : null);
  await page.goto(copy.url("/news/"));
  assert.doesNotMatch(await page.locator("body").innerText(), /^busy$/);
});

test("a preview keeps nothing", async () => {
  copy.rule = (path, body) => (path === "about/" ? { body: `${body}<script src="/_kabinet/preview.js" defer></script>` } : null);
  const page = await context.newPage();
  await page.goto(copy.url("/about/"));
  await new Promise((done) => setTimeout(done, 2500));
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
});

test("a host that does not answer is not waited for without end", async () => {
  const text = (await copy.read("sw.js")).toString();
  await copy.write("sw.js", text.replace("const PATIENCE = 8000", "const PATIENCE = 500"));
  const page = await visit("/about/");
  await controlled(page);
  copy.rule = (path) => (path === "about/" ? new Promise(() => {}) : null);
  await page.goto(copy.url("/about/"), { timeout: 5000 });
  assert.ok((await page.locator("h1").innerText()).length > 3);
});

test("no more is kept than is good", async () => {
  const text = (await copy.read("sw.js")).toString();
  await copy.write("sw.js", text.replace("pages: 80", "pages: 3"));
  const page = await visit("/about/");
  await controlled(page);
  for (const path of ["/news/", "/regulations/", "/events/", "/materials/"]) {
    await page.goto(copy.url(path));
    await kept(page, path);
  }
  const pages = async () => (await everything(page)).filter((path) => !/assets|search\//.test(path));
  await until(async () => (await pages()).length === 3, await pages());
  assert.deepEqual((await pages()).sort(), ["/imc/events/", "/imc/materials/", "/imc/regulations/"]);
  assert.ok(await isKept(page, "search/"), "the search page stays");
});

/** Waits until the service worker has nothing more to keep. */
async function settled(page) {
  let before = "";
  await until(async () => {
    const now = (await everything(page)).join();
    const same = now === before;
    before = now;
    return same;
  }, "the caches go on changing");
}

async function until(condition, otherwise) {
  for (let tries = 0; tries < 100; tries++) {
    if (await condition()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(String(otherwise));
}
