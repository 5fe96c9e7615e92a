// «Мой портал»: chosen once, without a login; kept in the browser or in the address; and a useful page without scripts.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertAccessible, watched, withPortals } from "./portal.mjs";

let top, nested, browser;
withPortals(["top", "nested"], (given) => ({ top, nested, browser } = given));

/** The day on which the portal was built. */
const TODAY = "2026-11-21";

async function open(query = "", { site = top, context, day = TODAY, ...options } = {}) {
  context ??= await browser.newContext({ locale: "ru", viewport: { width: 360, height: 740 }, serviceWorkers: "block", ...options });
  const { page, troubles } = await watched(context, site.origin);
  page.setDefaultTimeout(10_000);
  await page.clock.setFixedTime(new Date(`${day}T10:00:00+03:00`));
  await page.goto(site.url(`/my/${query}`));
  if (options.javaScriptEnabled !== false) await page.locator("#mine.is-ready").waitFor();
  return { page, context, troubles };
}

/** What a section shows: the words of its links. */
const shown = (page, id) => page.locator(`#${id} li:visible a:not([href^="tel:"], [href^="mailto:"])`).allInnerTexts();
/** Presses a mark, in its group, which is folded at first. */
const choose = async (page, name) => {
  const mark = page.locator("label", { hasText: new RegExp(`^${name}$`) });
  const group = page.locator("details.mine-choice details", { has: mark });
  if (!(await group.evaluate((details) => details.open))) await group.locator("summary").click();
  await mark.click();
};

describe("a choice", () => {
  test("shows what is the reader's: association, adviser, meetings, materials, calendar", async () => {
    const { page, context, troubles } = await open();
    await choose(page, "учителя");
    await choose(page, "математика");
    await choose(page, "основное общее образование");
    await page.getByRole("button", { name: "Показать" }).click();
    assert.match((await shown(page, "mine-associations")).join(), /РМО учителей математики/);
    assert.doesNotMatch((await shown(page, "mine-associations")).join(), /русского|начальных/);
    assert.match((await shown(page, "mine-people")).join(), /Методист по математике/);
    assert.match((await shown(page, "mine-events")).join(), /РМО учителей математики: план подготовки к экзамену/);
    assert.doesNotMatch((await shown(page, "mine-events")).join(), /Открытый урок русского языка|воспитател/);
    assert.match((await shown(page, "mine-materials")).join(), /Подготовка к ОГЭ по математике/);
    assert.match((await shown(page, "mine-calendars")).join(), /РМО учителей математики/);
    assert.match((await shown(page, "mine-hubs")).join(), /математика/i);
    assert.equal(new URL(page.url()).search, "?audience=uchitelya&subjects=matematika&levels=ooo");
    assert.deepEqual(troubles, []);
    await context.close();
  });

  test("is kept in the browser, and forgotten when that is wanted", async () => {
    const { page, context } = await open("?audience=zamestiteli");
    await page.locator("details.mine-choice > summary").click();
    await choose(page, "математика");
    const again = await open("", { context });
    assert.equal(new URL(again.page.url()).search, "?audience=zamestiteli&subjects=matematika");
    assert.match(await again.page.locator("#mine-said").innerText(), /Заместители руководителей · математика/i);
    await again.page.locator("details.mine-choice > summary").click();
    await again.page.getByRole("button", { name: "Забыть выбор" }).click();
    const third = await open("", { context });
    assert.equal(new URL(third.page.url()).search, "");
    await context.close();
  });

  test("of a link is shown and leaves one's own alone until it is kept", async () => {
    const { page, context } = await open();
    await choose(page, "воспитатели");
    const link = await open("?subjects=matematika", { context });
    assert.match(await link.page.locator("#mine-said").innerText(), /^математика$/i);
    assert.ok(await link.page.getByText("Показан выбор из ссылки").isVisible());
    const mine = await open("", { context });
    assert.match(mine.page.url(), /\?audience=vospitateli$/);
    await link.page.getByRole("button", { name: "Запомнить этот" }).click();
    assert.match((await open("", { context })).page.url(), /\?subjects=matematika$/);
    await context.close();
  });

  test("of what the page does not have is no choice, and no script", async () => {
    const { page, context, troubles } = await open("?subjects=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&nonsense=1");
    assert.equal(new URL(page.url()).search, "");
    assert.ok((await shown(page, "mine-events")).length > 0);
    assert.deepEqual(troubles, []);
    await context.close();
  });

  test("works where nothing can be kept, and below a folder", async () => {
    const context = await browser.newContext({ locale: "ru", serviceWorkers: "block" });
    await context.addInitScript(() => Object.defineProperty(globalThis, "localStorage", { get() { throw new Error("refused"); } }));
    const { page, troubles } = await open("?associations=rmo-matematika", { site: nested, context });
    assert.match((await shown(page, "mine-associations")).join(), /РМО учителей математики/);
    // Its adviser and its leader are the reader's, whatever else is chosen.
    assert.match((await shown(page, "mine-people")).join(), /Методист по математике/);
    assert.deepEqual(troubles, []);
    await context.close();
  });

  test("does not show what is over since the build", async () => {
    const { page, context } = await open("?associations=rmo-matematika", { day: "2026-12-17" });
    assert.doesNotMatch((await shown(page, "mine-events")).join(), /план подготовки к экзамену/);
    await context.close();
  });
});

describe("the page", () => {
  test("is useful without scripts", async () => {
    const { page, context } = await open("", { javaScriptEnabled: false });
    assert.match(await page.locator("noscript p").innerText(), /браузеру нужен JavaScript/);
    assert.ok(!(await page.locator("form.mine-form").isVisible()));
    assert.ok((await shown(page, "mine-events")).length > 2 && (await shown(page, "mine-due")).length > 2);
    for (const name of ["Учителю", "математика"]) assert.ok(await page.locator("main").getByRole("link", { name, exact: true }).first().isVisible(), name);
    await context.close();
  });

  test("is walked by keyboard, and nothing moves under the reader", async () => {
    const context = await browser.newContext({ locale: "ru", viewport: { width: 360, height: 740 }, serviceWorkers: "block" });
    await context.addInitScript(() => {
      globalThis.moved = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (moved += value))).observe({ type: "layout-shift", buffered: true });
    });
    const { page } = await open("?audience=uchitelya&subjects=matematika", { context });
    await page.evaluate(() => document.fonts.ready);
    assert.equal(await page.evaluate(() => moved), 0);
    await page.locator("details.mine-choice > summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.waitForFunction(() => location.search !== "?audience=uchitelya&subjects=matematika");
    await context.close();
  });

  for (const [colorScheme, width] of [["light", 320], ["light", 1280], ["dark", 360]]) {
    test(`has no accessibility violations, ${colorScheme}, ${width} px`, async () => {
      for (const query of ["", "?audience=uchitelya&subjects=matematika"]) {
        const { page, context } = await open(query, { colorScheme, viewport: { width, height: 800 } });
        await page.locator("details.mine-choice").evaluate((details) => (details.open = true));
        await assertAccessible(page, `/my/${query}`);
        await context.close();
      }
    });
  }

  test("carries few bytes: styles of 32 KB, scripts of 16 KB", async () => {
    const page = await browser.newPage();
    const bytes = { css: 0, js: 0 };
    const bodies = [];
    page.on("response", (response) => {
      const ending = response.url().split(".").at(-1);
      // A body arrives after its response: all are awaited below, or a slow one would not be counted.
      if (ending in bytes) bodies.push(response.body().then((body) => (bytes[ending] += body.length)));
    });
    await page.goto(top.url("/my/"), { waitUntil: "networkidle" });
    await Promise.all(bodies);
    assert.ok(bytes.css > 0 && bytes.css <= 32 * 1024 && bytes.js > 0 && bytes.js <= 16 * 1024, JSON.stringify(bytes));
    await page.close();
  });
});
