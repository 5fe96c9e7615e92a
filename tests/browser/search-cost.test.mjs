// What search costs a reader before it is used, and what the search page asks for: bounds that hold on the published site.
import assert from "node:assert/strict";
import { test } from "node:test";
import { context, copy, kept } from "./offline.mjs";

const KB = 1024;
const size = async (path) => (await copy.read(path)).length;
const isScript = (path) => path.endsWith(".js") && path.startsWith("assets/");

/** Scripts and data of search. */
const ofSearch = (path) => /^search\/.*\.\w+$|\/js\/search\//.test(path);

for (const path of ["about/", "regulations/polozhenie-ms-imc-spb/"]) {
  test(`a page that is read has few scripts, and nothing of search before its field is touched: ${path}`, async () => {
    const page = await context.newPage();
    await page.goto(copy.url(path));
    // After this even what is kept for later has been fetched.
    await kept(page, path);
    await kept(page, "search/");
    const asked = copy.asked();
    const scripts = [...new Set(asked.filter(isScript))];
    const bytes = (await Promise.all(scripts.map(size))).reduce((sum, one) => sum + one, 0);
    assert.ok(scripts.length > 0 && bytes <= 16 * KB, `${path}: ${bytes} bytes of scripts`);
    assert.deepEqual(asked.filter(ofSearch), [], path);
    await page.getByRole("combobox").first().focus();
    await page.waitForResponse(/\/titles\/\w+\.pack$/);
  });
}

test("the search page has few scripts", async () => {
  const page = await context.newPage();
  await page.goto(copy.url("search/?q=площадка"));
  await page.locator("main ol mark").first().waitFor();
  const scripts = [...new Set(copy.asked().filter(isScript))];
  const bytes = (await Promise.all(scripts.map(size))).reduce((sum, one) => sum + one, 0);
  // Two of them every page has: that of the display settings, which nothing is painted before, and the common one.
  assert.ok(scripts.length <= 5 && bytes <= 60 * KB, `${bytes} bytes in ${scripts.join()}`);
});

test("where search is one file, eight files come before the first full results, and none after that one", async () => {
  for (const text of ["площадка", "повышение квалификации педагогов", "\"школа молодого педагога\""]) {
    const alone = await context.browser().newContext({ serviceWorkers: "block" });
    let before = [];
    copy.rule = async (path) => {
      if (!path.startsWith("search/core/")) return null;
      // Whatever is asked for beside it has time to be.
      await new Promise((done) => setTimeout(done, 700));
      before = copy.asked().filter(ofSearch);
      return null;
    };
    const page = await alone.newPage();
    await page.goto(copy.url(`search/?q=${encodeURIComponent(text)}`));
    await page.locator("#search:not(.is-waiting) #search-results mark").first().waitFor();
    assert.deepEqual(copy.asked().filter(ofSearch), [], `${text}: asked for after the file that has all`);
    assert.ok(before.length <= 8, `${text}: ${before.join()}`);
    const list = before.indexOf("search/index.json");
    const core = before.findIndex((path) => path.startsWith("search/core/"));
    assert.ok(list >= 0 && core > list, before.join());
    await alone.close();
  }
});

/** On a line so slow that titles answer first. */
const SLOW = (path) => (/^search\/(engine|core)\//.test(path) ? new Promise((done) => setTimeout(done, 1500)) : null);

for (const [what, query, rule] of [
  ["results", "?q=площадка", () => null],
  ["titles before them", "?q=методический", SLOW],
  ["nothing", "?q=ыыыыы", () => null],
  ["no question", "", () => null],
]) {
  test(`nothing moves on the search page while it is being filled: ${what}`, async () => {
    copy.rule = rule;
    for (const [width, height] of [[360, 740], [1280, 800]]) {
      const page = await context.newPage();
      await page.setViewportSize({ width, height });
      await page.addInitScript(() => {
        globalThis.moved = [];
        const note = ({ value, sources }) => moved.push([value, ...sources.map(({ node }) => node?.id || node?.nodeName)]);
        new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(copy.url(`search/${query}`));
      await page.locator("#search:not(.is-waiting)").waitFor();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.deepEqual(await page.evaluate(() => moved), [], `${width} px`);
      await page.close();
    }
  });
}
