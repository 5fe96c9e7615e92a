// What holds for every page of the portal, in a real browser.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { oneOfEach, together, violations, watched, withPortals } from "./portal.mjs";

let portal, browser;
withPortals(["top"], (given) => ({ top: portal, browser } = given));

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
    await together(portal.paths, async (path) => {
      const { page, troubles } = await watched(context, portal.origin);
      await page.goto(portal.url(path));
      assert.deepEqual(await page.evaluate(skeleton), { h1: 1, main: 1, banner: 1, footer: 1, language: "ru" }, path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > 320) troubles.push(`${wide} px wide on a phone of 320 px`);
      const title = await page.title();
      assert.ok(!titles.has(title), `${path} and ${titles.get(title)} are both called «${title}»`);
      titles.set(title, path);
      all.push(...troubles.map((trouble) => `${path}: ${trouble}`));
      await page.close();
    });
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

  test("reads without sideways scrolling at 200 % zoom", async () => {
    const context = await browser.newContext({ viewport: { width: 640, height: 512 }, deviceScaleFactor: 2 });
    const page = await context.newPage();
    for (const { path } of oneOfEach(portal.paths)) {
      await page.goto(portal.url(path));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 640, `${path} is ${wide} px wide`);
    }
    await context.close();
  });

  for (const [scheme, width] of [["light", 1280], ["light", 390], ["dark", 1280]]) {
    test(`has no accessibility violations, ${scheme}, ${width} px`, async () => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: "reduce" });
      const found = new Map();
      const page = await context.newPage();
      for (const { path } of oneOfEach(portal.paths)) {
        await page.goto(portal.url(path));
        for (const { id, help, nodes } of await violations(page)) {
          const places = found.get(`${id}: ${help}`) ?? [];
          found.set(`${id}: ${help}`, [...places, `${path}: ${nodes[0].html.slice(0, 160)} (${nodes.length})`]);
        }
      }
      const said = [...found].map(([rule, places]) => `${rule}\n  ${places.slice(0, 4).join("\n  ")}\n  … ${places.length} pages`);
      assert.equal(said.join("\n"), "");
      await context.close();
    });
  }

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

  test("prints its text without menus", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.emulateMedia({ media: "print" });
    for (const { path } of oneOfEach(portal.paths)) {
      await page.goto(portal.url(path));
      assert.ok(await page.locator("main").isVisible(), path);
      for (const nav of await page.locator("header nav, footer nav").all()) {
        assert.ok(!(await nav.isVisible()), `${path} prints a menu`);
      }
      assert.equal(await page.locator("button:visible").count(), 0, `${path} prints buttons`);
    }
    await context.close();
  });
});
