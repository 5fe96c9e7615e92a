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
  assert.ok(scripts.length <= 4 && bytes <= 60 * KB, `${bytes} bytes in ${scripts.join()}`);
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
