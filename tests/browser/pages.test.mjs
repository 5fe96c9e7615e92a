// What holds for every page of the portal, in a real browser.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { oneOfEach, together, violations, watched, withPortals } from "./portal.mjs";

let portal, browser;
const visits = [];
withPortals(["top"], async (given) => {
  ({ top: portal, browser } = given);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  for (const { path } of oneOfEach(portal.paths)) visits.push({ path, ...(await visit(page, portal.url(path))) });
  await context.close();
});

/** Looks at a page by day, by night, on paper and at 200 % zoom. Loading it takes longest, so it is loaded once. */
async function visit(page, address) {
  await page.goto(address);
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await violations(page, ["color-contrast", "link-in-text-block"]);
  await page.emulateMedia({ colorScheme: "light", media: "print" });
  const printed = await page.evaluate(onPaper);
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 640, height: 512 });
  const zoomed = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize({ width: 1280, height: 900 });
  return { light, dark, printed, zoomed };
}

/** In the page: what of it is seen. */
function onPaper() {
  const seen = (places) => [...document.querySelectorAll(places)].filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0).length;
  return { main: seen("main") === 1, menus: seen("header nav, footer nav"), buttons: seen("button") };
}

/** Fails where axe had anything against the pages, each rule with some of its places. */
function judged(all, scheme) {
  const found = new Map();
  for (const visit of all) {
    for (const { id, help, nodes } of visit[scheme]) {
      const places = found.get(`${id}: ${help}`) ?? [];
      found.set(`${id}: ${help}`, [...places, `${visit.path}: ${nodes[0].html.slice(0, 160)} (${nodes.length})`]);
    }
  }
  const said = [...found].map(([rule, places]) => `${rule}\n  ${places.slice(0, 4).join("\n  ")}\n  … ${places.length} pages`);
  assert.equal(said.join("\n"), "");
}

/** Counts what every page must have exactly once, and reads its name. */
const skeleton = () => ({
  h1: document.querySelectorAll("h1").length,
  main: document.querySelectorAll("main").length,
  banner: document.querySelectorAll("body > header, [role=banner]").length,
  footer: document.querySelectorAll("body > footer, [role=contentinfo]").length,
  language: document.documentElement.lang,
});

describe("every page", () => {
  test("has one heading, its landmarks and a title of its own, and stays within the site", async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: "ru" });
    const titles = new Map();
    const all = [];
    const windows = await Promise.all(Array.from({ length: 3 }, () => watched(context, portal.origin)));
    await together(portal.paths, async (path, lane) => {
      const { page, troubles } = windows[lane];
      await page.goto(portal.url(path));
      assert.deepEqual(await page.evaluate(skeleton), { h1: 1, main: 1, banner: 1, footer: 1, language: "ru" }, path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > 320) troubles.push(`${wide} px wide on a phone of 320 px`);
      const title = await page.title();
      assert.ok(!titles.has(title), `${path} and ${titles.get(title)} are both called «${title}»`);
      titles.set(title, path);
      all.push(...troubles.splice(0).map((trouble) => `${path}: ${trouble}`));
    }, windows.length);
    assert.deepEqual(all, []);
    await context.close();
  });
});

describe("each sort of page", () => {
  test("keeps formulas, code and tables that are wider than a phone inside themselves", async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await page.goto(portal.url(oneOfEach(portal.paths)[0].path));
    const wide = await page.evaluate(() => {
      const sum = `<mrow>${"<mi>x</mi><mo>+</mo>".repeat(60)}</mrow>`;
      const cells = "<td>значение</td>".repeat(12);
      document.querySelector("main").insertAdjacentHTML("beforeend", `<div class="prose"><p>слова <math>${sum}</math></p>
        <p><math display="block">${sum}</math></p><pre><code>${"код_".repeat(99)}</code></pre><table><tr>${cells}</tr></table></div>`);
      const boxes = [...document.querySelectorAll(".prose:last-child :is(math, pre, table)")];
      const scrolls = boxes.map((box) => box.scrollWidth > box.clientWidth);
      return { page: document.documentElement.scrollWidth, scrolls };
    });
    assert.deepEqual(wide, { page: 320, scrolls: [true, true, true, true] });
    await context.close();
  });

  test("has no accessibility violations, light, 1280 px", () => judged(visits, "light"));

  // Only the colours are others.
  test("has no accessibility violations, dark, 1280 px", () => judged(visits, "dark"));

  test("reads without sideways scrolling at 200 % zoom", () => {
    for (const { path, zoomed } of visits) assert.ok(zoomed <= 640, `${path} is ${zoomed} px wide`);
  });

  test("prints its text without menus", () => {
    for (const { path, printed } of visits) assert.deepEqual(printed, { main: true, menus: 0, buttons: 0 }, path);
  });

  test("has no accessibility violations, light, 390 px", async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 900 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    const narrow = [];
    for (const { path } of oneOfEach(portal.paths)) {
      await page.goto(portal.url(path));
      narrow.push({ path, light: await violations(page) });
    }
    judged(narrow, "light");
    await context.close();
  });

  test("can be used without images", async () => {
    const context = await browser.newContext();
    await context.route("**/*.{png,jpg,jpeg,webp,svg,ico}", (route) => route.abort());
    const page = await context.newPage();
    for (const { path } of oneOfEach(portal.paths)) {
      await page.goto(portal.url(path));
      assert.equal(await page.locator("img:not([alt])").count(), 0, `${path} has a picture without alternative text`);
      const nameless = await page.locator("a[href], button").evaluateAll((elements) => elements.filter((element) => {
        const name = element.getAttribute("aria-label") || element.textContent.trim() || element.querySelector("img[alt]:not([alt=''])");
        return !name && !element.getAttribute("aria-labelledby");
      }).map((element) => element.outerHTML));
      assert.deepEqual(nameless, [], path);
    }
    await context.close();
  });
});
