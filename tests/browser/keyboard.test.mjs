// The portal without a mouse.
import assert from "node:assert/strict";
import { test } from "node:test";
import { oneOfEach, withPortals } from "./portal.mjs";

let portal, page;
withPortals(["top"], async ({ top, browser }) => {
  portal = top;
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
});

test("the first stop of Tab skips to the text", async () => {
  for (const { path } of oneOfEach(portal.paths)) {
    await page.goto(portal.url(path));
    await page.keyboard.press("Tab");
    const target = await page.evaluate(() => document.activeElement?.getAttribute("href") ?? "");
    assert.match(target, /^#./, `${path}: the first stop is not a link within the page`);
    assert.ok(await page.locator(":focus").isVisible(), `${path}: the skip link cannot be seen when it has the focus`);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => {
      const main = document.querySelector("main");
      const now = document.activeElement;
      return main.contains(now) || main.querySelectorAll("a[href], button, input").length === 0;
    });
    assert.ok(inside, `${path}: after the skip link, Tab does not go into the text`);
  }
});

test("the focus is always seen", async () => {
  for (const { path } of oneOfEach(portal.paths)) {
    await page.goto(portal.url(path));
    for (let stop = 0; stop < 25; stop++) {
      await page.keyboard.press("Tab");
      const state = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const style = getComputedStyle(element);
        const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
        const box = element.getBoundingClientRect();
        return { seen: outlined || style.boxShadow !== "none", sized: box.width > 0 && box.height > 0, html: element.outerHTML.slice(0, 120) };
      });
      if (!state) break;
      assert.ok(state.seen, `${path}: no focus mark on ${state.html}`);
      assert.ok(state.sized, `${path}: the focus is on something invisible: ${state.html}`);
    }
  }
});

test("every control can be reached", async () => {
  for (const { path } of oneOfEach(portal.paths)) {
    await page.goto(portal.url(path));
    const excluded = await page.locator("a[href][tabindex='-1']:visible, button[tabindex='-1']:visible, [tabindex]:not([tabindex='0']):not([tabindex='-1'])").count();
    assert.equal(excluded, 0, path);
    const pretended = await page.locator("[onclick], [role=button]:not(button):not([tabindex])").count();
    assert.equal(pretended, 0, path);
  }
});
