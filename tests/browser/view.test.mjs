// How pages are shown: chosen on one page, kept in the browser, heard on all others.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, watched, withPortals } from "./portal.mjs";

/** A page with pictures. */
const PICTURES = "/materials/tehkarta-linejnaya-funkciya/";

let nested, browser;
withPortals(["nested"], (given) => ({ nested, browser } = given));

async function open(path, { context, ...options } = {}) {
  context ??= await browser.newContext({ locale: "ru", viewport: { width: 360, height: 740 }, serviceWorkers: "block", ...options });
  const { page } = await watched(context, nested.origin);
  page.setDefaultTimeout(10_000);
  await page.goto(nested.url(path));
  return { page, context };
}
const choose = (page, ...names) => names.reduce((before, name) => before.then(() => page.getByRole("radio", { name, exact: true }).check()), Promise.resolve());
const look = (page, selector, name) => page.locator(selector).first().evaluate((node, name) => getComputedStyle(node)[name], name);

/** The style sheet of the choice has come. */
const heard = (page) => page.waitForFunction(() => getComputedStyle(document.documentElement).getPropertyValue("--b") !== "");

test("what is chosen holds on every page until it is taken back", async () => {
  const { page, context } = await open("/view/");
  const usual = parseFloat(await look(page, "html", "fontSize"));
  await choose(page, "самый крупный", "увеличенные", "белым по чёрному", "заменять описанием");
  assert.ok(parseFloat(await look(page, "html", "fontSize")) > 1.4 * usual);
  const { page: other } = await open("/people/", { context });
  await heard(other);
  assert.deepEqual([await look(other, "body", "color"), await look(other, "html", "backgroundColor")], ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  assert.ok(parseFloat(await look(other, "main li", "lineHeight")) >= 1.8 * parseFloat(await look(other, "main li", "fontSize")));
  await page.reload();
  assert.ok(await page.getByRole("radio", { name: "самый крупный" }).isChecked());
  await page.getByRole("button", { name: "Вернуть как было" }).click();
  await page.locator("html:not([data-view])").waitFor({ state: "attached" });
  await other.reload();
  assert.equal(parseFloat(await look(other, "html", "fontSize")), usual);
  await context.close();
});

for (const colours of ["чёрным по белому", "белым по чёрному"]) {
  test(`pages stay usable in the largest letters, ${colours}`, async () => {
    const { page, context } = await open("/view/", { viewport: { width: 320, height: 740 } });
    await choose(page, "самый крупный", "увеличенные", colours);
    for (const path of ["/view/", "/", "/events/", "/calendar/", "/consultations/", "/regulations/"]) {
      await page.goto(nested.url(path));
      await heard(page);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320, path);
      await assertAccessible(page, path);
    }
    await context.close();
  });
}

test("what was chosen is seen at once: nothing is painted before it, and no later script is waited for", async () => {
  const { page, context } = await open("/view/");
  await choose(page, "самый крупный", "белым по чёрному", "заменять описанием");
  // The sheet of the choice comes last of all; the script of the page never.
  await context.route(/\/site\.js$/, (route) => route.abort());
  await context.route(/\/view\.[^/]*\.css$/, async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  const other = await context.newPage();
  await other.goto(nested.url(PICTURES));
  const [painted, came] = await other.evaluate(async () => {
    const paint = await new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()[0])).observe({ type: "paint", buffered: true }));
    return [paint.startTime, performance.getEntriesByType("resource").find((one) => /\/view\..*css$/.test(one.name)).responseEnd];
  });
  assert.ok(painted >= came, `painted at ${painted}, the sheet came at ${came}`);
  assert.deepEqual([await look(other, "body", "color"), await look(other, "html", "backgroundColor")], ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  assert.equal(await look(other, "main img", "visibility"), "hidden");
  await context.close();
});

test("who chose nothing is sent nothing more, and a browser that keeps nothing shows pages as they are", async () => {
  const { page, context } = await open("/people/");
  assert.ok(!(await page.evaluate(() => performance.getEntriesByType("resource").some((one) => /\/view\./.test(one.name)))));
  await page.addInitScript(() => Object.defineProperty(globalThis, "localStorage", { get() { throw new Error("nothing is kept"); } }));
  await page.goto(nested.url("/news/"));
  assert.equal(await page.locator("html[data-view]").count(), 0);
  await context.close();
});

test("pictures give way to their descriptions", async () => {
  const { page, context } = await open("/view/");
  await choose(page, "заменять описанием");
  const { page: drawn } = await open(PICTURES);
  const words = await drawn.locator("main img").first().getAttribute("alt");
  await drawn.context().close();
  await page.goto(nested.url(PICTURES));
  await page.locator("html[data-view]").waitFor();
  assert.equal(await page.locator("main img").count(), 0);
  assert.ok(words && (await page.locator("main").innerText()).includes(words), words);
  await context.close();
});

test("without scripts the page says what the browser can do", async () => {
  const { page, context } = await open("/view/", { javaScriptEnabled: false });
  assert.match(await page.locator("noscript p").innerText(), /включите в браузере сценарии/);
  assert.ok(!(await page.getByRole("radio").first().isVisible()));
  await context.close();
});
