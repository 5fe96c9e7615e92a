// Without a connection: visited pages go on; what was withdrawn is forgotten. Search: offline-search.test.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "./portal.mjs";
import { context, controlled, copy, everything, forgotten, isKept, kept, keptText, searched, visit, WORD, withWorker } from "./offline.mjs";
import { ask, openSearch } from "./search-portal.mjs";

test("visited pages are there without a connection, as they looked", async () => {
  const page = await controlled();
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

test("only pages, assets and search files are kept, of this site alone", async () => {
  const page = await controlled();
  await page.evaluate(async (urls) => {
    for (const url of urls) await fetch(url).catch(() => {});
    await fetch("../search/index.json", { method: "POST", body: "x" }).catch(() => {});
  }, ["feed.xml", "robots.txt", "search/previous/core/0.pack"].map(copy.url).concat(`${copy.origin}/other/`));
  await page.goto(copy.url("/such/a/page/was/never/here/"));
  await page.goto(copy.url("/about/"));
  for (const path of await everything(page)) {
    assert.match(path, /^(assets\/(.+\.[0-9a-f]{8}\.\w+|scripts\.[0-9a-f]{8}\/.+\.js)|search\/(index\.json|titles\.pack|\w+\/\w+\.pack)?|about\/)$/);
  }
});

test("a purge drops everything that was kept, but not what other sites of the host keep", async () => {
  const page = await controlled();
  await page.evaluate(async () => {
    for (const key of ["kabinet / - pages", "kabinet /imc/deeper/ - pages", "mine"]) {
      await (await caches.open(key)).put("/other/", new Response("x"));
    }
  });
  await visit("/news/", page);
  await copy.remove("news");
  await withWorker('const PURGE = "";', 'const PURGE = "5e9f";');
  await page.goto(copy.url("/about/"));
  await forgotten(page, "/news/");
  const names = () => page.evaluate(async () => (await caches.keys()).sort().join());
  await until(async () => !(await names()).includes("kabinet /imc/ - "), "older caches stay");
  assert.match(await names(), /kabinet \/ - pages,kabinet \/imc\/ 5e9f .*kabinet \/imc\/deeper\/ - pages,mine/);
});

test("a new publication renews what was visited and forgets what is gone", async () => {
  const page = await searched();
  for (const path of ["/news/", "/regulations/"]) await visit(path, page);
  await copy.remove("news");
  const changed = (await copy.read("about/index.html")).toString().replace("<h1", "<h1 data-renewed");
  await copy.write("about/index.html", changed);
  await copy.write("search/index.json", JSON.stringify({ ...(await copy.manifest()), pages: 1 }));
  // A search in another page meets the new manifest.
  const other = await openSearch(context, copy, { path: "/regulations/" });
  await ask(other, WORD);
  await forgotten(page, "/news/");
  await until(async () => (await keptText(page, "/about/")).includes("data-renewed"), "the changed page was not fetched anew");
  await kept(page, "/regulations/");
});

test("visitors who never search learn of a new publication as well", async () => {
  const page = await controlled("/news/");
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
  const page = await controlled();
  await visit("/news/", page);
  copy.rule = (path) => (path === "news/" ? { status: 410, body: "gone" } : null);
  await page.goto(copy.url("/news/"));
  await page.goto(copy.url("/about/"));
  await forgotten(page, "/news/");
});

test("a host in trouble does not hide what is kept", async () => {
  const page = await controlled();
  await visit("/news/", page);
  copy.rule = (path) => (path === "news/" ? { status: 503, body: "busy" } : null);
  await page.goto(copy.url("/news/"));
  assert.doesNotMatch(await page.locator("body").innerText(), /^busy$/);
});

test("a preview keeps nothing", async () => {
  copy.rule = (path, body) => (path === "about/" ? { body: `${body}<script src="/_kabinet/preview.js" defer></script>` } : null);
  await context.addInitScript(() => {
    globalThis.registered = 0;
    navigator.serviceWorker.register = async () => void registered++;
  });
  for (const [path, expected] of [["/about/", 0], ["/news/", 1]]) {
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(copy.url(path));
    await page.evaluate((script) => import(script).then(() => {}), copy.script("../site"));
    await page.clock.fastForward(60_000);
    assert.equal(await page.evaluate(() => registered), expected, path);
  }
});

test("a host that does not answer is not waited for without end", async () => {
  await withWorker("const PATIENCE = 8000", "const PATIENCE = 500");
  const page = await controlled();
  copy.rule = (path) => (path === "about/" ? new Promise(() => {}) : null);
  await page.goto(copy.url("/about/"), { timeout: 5000 });
  assert.ok((await page.locator("h1").innerText()).length > 3);
});

test("no more is kept than is good", async () => {
  await withWorker("pages: 80", "pages: 3");
  const page = await controlled();
  for (const path of ["/news/", "/regulations/", "/events/", "/materials/"]) {
    await page.goto(copy.url(path));
    await kept(page, path);
  }
  const pages = async () => (await everything(page)).filter((path) => !/assets|search\//.test(path));
  await until(async () => (await pages()).length === 3, await pages());
  assert.deepEqual((await pages()).sort(), ["events/", "materials/", "regulations/"]);
  assert.ok(await isKept(page, "search/"), "the search page stays");
});

test("a page in place of a style sheet or of a list of names is not kept", async () => {
  let soft = true;
  const answered = { status: 200, headers: { "content-type": "text/html" }, body: "<!doctype html><title>Нет</title>" };
  copy.rule = (path) => (soft && (/^assets\/style\./.test(path) || path === "search/index.json") ? answered : null);
  const page = await context.newPage();
  await page.goto(copy.url("/about/"));
  await kept(page, "about/");
  const [style] = copy.log.filter((path) => /^assets\/style\./.test(path));
  await page.evaluate((urls) => Promise.all(urls.map((url) => fetch(url))), [style, "search/index.json"].map(copy.url));
  for (const path of [style, "search/index.json"]) assert.equal(await isKept(page, path), false, path);
  soft = false;
  await page.reload();
  await kept(page, style);
  assert.match(await keptText(page, style), /--accent/);
});

test("a list of names that is broken does not take the place of the one that is kept", async () => {
  const page = await searched();
  const before = await keptText(page, "search/index.json");
  copy.rule = (path) => (path === "search/index.json" ? { headers: { "content-type": "application/json" }, body: '{"core":7}' } : null);
  await page.evaluate((url) => fetch(url, { cache: "no-cache" }).then((response) => response.text()), copy.url("search/index.json"));
  copy.rule = () => null;
  await visit("/regulations/", page);
  assert.equal(await keptText(page, "search/index.json"), before);
});
