// What a reader must not lose while answers come and go: the focus, the place on the screen, the way back, and the news
// that something does not work.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { openBrowser, openPortal } from "./portal.mjs";
import { withStub } from "./search-stub.mjs";

let portal, browser, context, page;
before(async () => {
  portal = await openPortal();
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  portal.close();
});
afterEach(() => context.close());

/** Opens a page in a context of its own, with a search that the test leads. */
async function open(path, plan = {}, options = {}) {
  context = await browser.newContext({ locale: "ru", viewport: { width: 1280, height: 900 }, serviceWorkers: "block", ...options });
  context.setDefaultTimeout(10_000);
  await withStub(context, plan);
  page = await context.newPage();
  await page.goto(portal.url(path));
}

const said = (text) => page.getByText(text).first().waitFor();
const focused = () => page.evaluate(() => document.activeElement.id || new URL(document.activeElement.href ?? "about:blank").pathname);
const questions = () => page.evaluate(() => globalThis.calls.search.length);

test("the focus on a title goes to the same page when the full answer comes", async () => {
  await open("/search/?q=методика", { delay: 2500 });
  await said("вот что нашлось в заголовках");
  const link = page.locator("main ol > li h3 a").nth(2);
  const { pathname } = new URL(await link.evaluate((a) => a.href));
  await link.focus();
  await said("Нашлись 34 страницы");
  assert.equal(await focused(), pathname);
  assert.ok(await page.evaluate(() => document.activeElement.href.includes("mark=")), "the row is the engine's by now");
});

test("the focus on what goes away comes to the line that says what there is now", async () => {
  await open("/search/?q=методика", { fault: "all" });
  const again = page.getByRole("button", { name: "Попробовать ещё раз" });
  await again.waitFor();
  await page.evaluate(() => (globalThis.plan.fault = ""));
  await again.press("Enter");
  await said("Нашлись 34 страницы");
  assert.equal(await focused(), "search-status");
});

test("the focus on what is hidden meanwhile comes to that line as well", async () => {
  await open("/search/?q=методика");
  await said("Нашлись 34 страницы");
  await page.evaluate(() => (globalThis.plan.delay = 2500));
  await page.getByRole("radio", { name: "сначала новые" }).press("Space");
  await said("вот что нашлось в заголовках");
  assert.equal(await focused(), "search-status");
});

test("titles that answer alone say what they did not hear", async () => {
  for (const [query, heard] of [["?q=методика", true], ["?q=методика&kind=event", false], ["?q=методика&from=2025-01-01", false], ["?q=методика&sort=date", false]]) {
    await open(`/search/${query}`, { fault: "titles" });
    await said("только то, что нашлось в заголовках");
    assert.equal(await page.getByText("Уточнения и порядок по дате сейчас не действуют").count(), heard ? 0 : 1, query);
    const counts = await page.locator(".facet .count").allTextContents();
    assert.ok(counts.every((count) => count === ""), `numbers that nobody has counted: ${counts}`);
    await context.close();
  }
});

test("a search that does not come says so after a while, and only then", async () => {
  context = await browser.newContext({ serviceWorkers: "block" });
  await context.route(/\/assets\/scripts\./, (route) => route.abort());
  page = await context.newPage();
  await page.goto(portal.url("/search/?q=методика"));
  const late = page.getByText("Поиск загружается дольше обычного");
  assert.equal(await late.isVisible(), false);
  await page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
  assert.equal(await late.isVisible(), true);
  await context.close();
  await open("/search/?q=методика");
  await said("Нашлись 34 страницы");
  assert.equal(await page.evaluate(() => document.querySelector(".search-late").checkVisibility()), false);
  assert.equal(await page.evaluate(() => document.getAnimations().some((one) => one.animationName === "late")), false);
});

test("a jump within the page asks nothing, however the address is written, and Back leads to where one was", async () => {
  for (const query of ["?q=методика", "?q=методика+&utm=1"]) {
    await open(`/search/${query}`);
    await said("Нашлись 34 страницы");
    const before = await questions();
    await page.evaluate(() => scrollTo(0, 600));
    await page.waitForFunction(() => history.state?.scroll === 600);
    await page.evaluate(() => document.querySelector("a.skip").click());
    await page.waitForFunction(() => location.hash === "#main" && scrollY < 600);
    await page.goBack();
    await page.waitForFunction(() => location.hash === "" && scrollY === 600);
    assert.equal(await questions(), before);
    if (query === "?q=методика") await context.close();
  }
});

test("a year typed digit by digit is one question and one step back", async () => {
  await open("/search/?q=методика&from=2025-03-01", {}, { locale: "ru-RU" });
  await said(/Наш/);
  const from = page.locator("input[name=from]");
  const [before, steps] = [await questions(), await page.evaluate(() => history.length)];
  await from.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2024", { delay: 30 });
  await page.waitForFunction(() => new URLSearchParams(location.search).get("from") === "2024-03-01");
  assert.equal(await questions(), before + 1);
  assert.equal(await page.evaluate(() => history.length), steps + 1);
  // A year left unfinished asks nothing, and the day that is asked for comes back.
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("20", { delay: 30 });
  await page.locator("main input[type=search]").focus();
  assert.equal(await from.inputValue(), "2024-03-01");
  assert.equal(await questions(), before + 1);
  // Nor does a digit too many.
  await from.evaluate((input) => {
    input.value = "20266-01-01";
    input.dispatchEvent(new Event("change"));
  });
  assert.equal(await questions(), before + 1);
  assert.equal(await from.getAttribute("max"), "2199-12-31");
});

test("suggestions open on the screen where there is little of it", async () => {
  await open("/", {}, { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 });
  const field = page.getByRole("combobox").last();
  await field.click();
  await field.pressSequentially("мет");
  await page.getByRole("option").first().waitFor();
  const list = await page.getByRole("listbox").boundingBox();
  const typed = await field.boundingBox();
  assert.ok(typed.y >= 0 && list.y + list.height <= 360, JSON.stringify([typed, list]));
});

test("where a search service answers, the field of a page fetches no engine", async () => {
  for (const service of [false, true]) {
    await open("/events/");
    if (service) await page.evaluate(() => (document.documentElement.dataset.searchService = ""));
    await page.getByRole("combobox").focus();
    await page.waitForFunction(() => globalThis.calls?.warm.includes("titles"));
    // Idle callbacks come in the order in which they were asked for.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(() => done())));
    assert.equal(await page.evaluate(() => globalThis.calls.warm.includes("engine")), !service);
    await context.close();
  }
});
