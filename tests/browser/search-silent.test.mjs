// A host that takes the connection and then keeps silent, and scripts that cannot be had: the reader is told, and may
// try again. How long is waited is no matter of these tests; that the waiting ends is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, openSearch, withCopies } from "./search-portal.mjs";

let copy, context;
withCopies((given) => ({ copy, context } = given), { serviceWorkers: "block" });

const LONG = { timeout: 180_000 };
const SILENT = "fall silent";

test("files of search that break off in silence: titles answer, and say why", LONG, async () => {
  copy.rule = (path) => (/^search\/(core|engine)\//.test(path) ? SILENT : null);
  const { from, fault } = await ask(await openSearch(context, copy), { text: "площадка" });
  assert.deepEqual([from, fault.kind], ["titles", "network"]);
});

test("a search that is silent altogether is told on its page, and may be tried again", LONG, async () => {
  copy.rule = (path) => (/^search\/\w+[./]/.test(path) ? SILENT : null);
  const page = await context.newPage();
  await page.goto(copy.url("/search/?q=площадка"));
  await page.getByText("Не получилось загрузить поиск").waitFor({ timeout: 90_000 });
  copy.rule = () => null;
  await page.getByRole("button", { name: "Попробовать ещё раз" }).click();
  await page.getByText(/^Наш/).first().waitFor();
  assert.ok((await page.locator("main ol > li").count()) > 0);
});

/** A search service that is never reached: its script does not come. */
const ELSEWHERE = { endpoint: { kind: "opensearch", url: "http://127.0.0.1:9/kabinet" } };

for (const [part, options] of [["worker", {}], ["remote", ELSEWHERE]]) {
  test(`the script «${part}» that never comes is not waited for without end`, LONG, async () => {
    const path = new URL(copy.script(part)).pathname.slice(copy.base.length);
    copy.rule = (asked) => (asked === path ? SILENT : null);
    const { from, fault } = await ask(await openSearch(context, copy, { options }), { text: "площадка" });
    assert.deepEqual([from, fault.kind], ["titles", "network"]);
  });
}

for (const part of ["page", "client"]) {
  test(`without the script «${part}» the search page says so as soon as it is whole`, async () => {
    const path = new URL(copy.script(part)).pathname.slice(copy.base.length);
    copy.rule = (asked) => (asked === path ? { status: 404, body: "" } : null);
    const page = await context.newPage();
    await page.goto(copy.url("/search/?q=площадка"));
    const late = page.getByText("Поиск загружается дольше обычного");
    await page.waitForFunction(() => document.documentElement.classList.contains("search-lost"));
    assert.equal(await late.evaluate((one) => getComputedStyle(one).animationDelay), "0s");
    await late.waitFor();
  });
}

for (const [what, path] of [["titles", "search/titles.pack"], ["the core", "search/core/"]]) {
  test(`more than ever was published in place of ${what} is not taken`, async () => {
    const flood = Buffer.alloc(40 * 1024 * 1024);
    copy.rule = (asked) => (asked.startsWith(path) ? { body: flood } : null);
    const answer = await ask(await openSearch(context, copy), { text: "площадка" });
    const { kind } = answer.fault ?? answer.rejected ?? { kind: "none" };
    assert.equal(kind, path.includes("titles") ? "none" : "broken");
  });
}

test("a list of names that leads out of search has nothing fetched from there", async () => {
  const list = JSON.parse((await copy.read("search/index.json")).toString());
  for (const path of ["../sw.js", "//evil.example/core/x.pack", "https://evil.example/x.pack", "core/../../robots.txt"]) {
    copy.rule = (asked) => (asked === "search/index.json" ? { body: JSON.stringify({ ...list, core: path }) } : null);
    const page = await openSearch(context, copy);
    copy.asked();
    const { from, fault } = await ask(page, { text: "площадка" });
    assert.deepEqual([from, fault.kind], ["titles", "broken"], path);
    assert.ok(!copy.asked().some((asked) => /sw\.js|robots/.test(asked)), path);
    await page.close();
  }
});
