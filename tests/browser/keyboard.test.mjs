// The portal without a mouse. Each sort of page is visited once, and what was met there is judged by several tests.
import assert from "node:assert/strict";
import { test } from "node:test";
import { oneOfEach, withPortals } from "./portal.mjs";

/** So many stops of Tab are looked at: past the menus and well into the text. */
const STOPS = 25;

const visits = [];
withPortals(["top"], async ({ top, browser }) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(noteStops);
  for (const { path } of oneOfEach(top.paths)) visits.push({ path, ...(await visit(page, top.url(path))) });
});

/** In the page: notes how each element looks at the moment when it gets the focus. */
function noteStops() {
  globalThis.stops = [];
  addEventListener("focusin", ({ target }) => {
    const style = getComputedStyle(target);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    const box = target.getBoundingClientRect();
    globalThis.stops.push({
      seen: outlined || style.boxShadow !== "none",
      sized: box.width > 0 && box.height > 0,
      html: target.outerHTML.slice(0, 120),
    });
  });
}

/** In the page: what a keyboard cannot get to, or only seems to. */
function beyondReach() {
  const shown = [...document.querySelectorAll("a[href][tabindex='-1'], button[tabindex='-1'], [tabindex]:not([tabindex='0']):not([tabindex='-1'])")]
    .filter((element) => element.checkVisibility());
  return [...shown, ...document.querySelectorAll("[onclick], [role=button]:not(button):not([tabindex])")].map((element) => element.outerHTML.slice(0, 120));
}

/** Walks through a page by Tab. */
async function visit(page, address) {
  await page.goto(address);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement?.getAttribute("href") ?? "");
  const isFirstSeen = await page.locator(":focus").isVisible();
  for (let stop = 1; stop < STOPS; stop++) await page.keyboard.press("Tab");
  const stops = await page.evaluate(() => globalThis.stops);
  const beyond = await page.evaluate(beyondReach);
  await page.locator(`a[href="${first}"]`).first().focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const goesInside = await page.evaluate(() => {
    const main = document.querySelector("main");
    return main.contains(document.activeElement) || main.querySelectorAll("a[href], button, input").length === 0;
  });
  return { first, isFirstSeen, stops, beyond, goesInside };
}

test("the first stop of Tab skips to the text", () => {
  for (const { path, first, isFirstSeen, goesInside } of visits) {
    assert.match(first, /^#./, `${path}: the first stop is not a link within the page`);
    assert.ok(isFirstSeen, `${path}: the skip link cannot be seen when it has the focus`);
    assert.ok(goesInside, `${path}: after the skip link, Tab does not go into the text`);
  }
});

test("the focus is always seen", () => {
  for (const { path, stops } of visits) {
    assert.ok(stops.length >= 5, `${path}: Tab stops only ${stops.length} times`);
    for (const { seen, sized, html } of stops) {
      assert.ok(seen, `${path}: no focus mark on ${html}`);
      assert.ok(sized, `${path}: the focus is on something invisible: ${html}`);
    }
  }
});

test("every control can be reached", () => {
  for (const { path, beyond } of visits) assert.deepEqual(beyond, [], path);
});
