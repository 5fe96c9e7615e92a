// Regulations: not a word lost, every clause citable.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPortals, words } from "./portal.mjs";

const SOURCE = "[data-source-text]";
const CLAUSE = `${SOURCE} [id^='p-']`;

let portal, page, regulations;
withPortals(["top"], async ({ top, browser }) => {
  portal = top;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: portal.origin });
  page = await context.newPage();
  regulations = [];
  for (const path of portal.paths) {
    const html = await (await fetch(portal.url(path))).text();
    if (html.includes("data-source-text")) regulations.push(path);
  }
});

test("the five regulations are there", () => assert.ok(regulations.length >= 5, `found ${regulations}`));

test("the page holds the words of the original, all of them and in order", async () => {
  let compared = 0;
  for (const path of regulations) {
    await page.goto(portal.url(path));
    assert.equal(await page.locator(SOURCE).count(), 1, `${path}: the source text is one element`);
    const original = await page.locator("main a[href$='.txt']").evaluateAll((links) => links.map((link) => link.href)[0]);
    if (!original) continue;
    // What word processors leave in brackets is not the author's word.
    const source = (await (await fetch(original)).text()).replace(/\[bookmark:[^\]]*\]/g, "");
    const shown = (await page.locator(SOURCE).evaluate((element) => element.textContent)).replace(/\[bookmark:[^\]]*\]/g, "");
    const [wanted, got] = [words(source), words(shown)];
    const first = wanted.findIndex((word, place) => word !== got[place]);
    const around = (list) => list.slice(Math.max(0, first - 4), first + 6).join(" ");
    assert.equal(first, -1, `${path}: the original has «${around(wanted)}», the page «${around(got)}»`);
    assert.equal(got.length, wanted.length, `${path}: the page adds «${got.slice(wanted.length, wanted.length + 8).join(" ")}»`);
    compared += 1;
  }
  assert.ok(compared >= 5, `only ${compared} regulations link their original text`);
});

test("clauses have anchors, and the contents list leads to its sections", async () => {
  for (const path of regulations) {
    await page.goto(portal.url(path));
    // Orders and minutes are short: a few points, and no list of contents.
    const isShort = !path.includes("polozhenie");
    assert.ok((await page.locator(CLAUSE).count()) > (isShort ? 0 : 3), `${path} has hardly any clauses`);
    const anchors = await page.locator("main nav a[href*='#']").evaluateAll((links) => links.map((link) => new URL(link.href).hash.slice(1)));
    assert.ok(isShort || anchors.length > 0, `${path} has no list of contents`);
    for (const anchor of anchors) {
      const id = decodeURIComponent(anchor);
      assert.equal(await page.locator(`[id="${id}"]`).count(), 1, `${path}#${id}`);
    }
    await page.locator("main nav a[href*='#']").last().click();
    const last = decodeURIComponent(anchors.at(-1));
    await page.waitForFunction((id) => {
      const top = document.getElementById(id).getBoundingClientRect().top;
      return top > -40 && top < innerHeight;
    }, last, { timeout: 5000 });
  }
});

test("each clause copies a link to itself", async () => {
  for (const path of regulations) {
    await page.goto(portal.url(path));
    const buttons = page.getByRole("button", { name: /ссылк/i });
    const numbers = await buttons.evaluateAll((all) => all.map((button) => (button.getAttribute("aria-label") ?? button.textContent).match(/\d+(\.\d+)*/)?.[0]));
    const ids = await page.locator(CLAUSE).evaluateAll((all) => all.map((element) => element.id));
    const clauses = ids.filter((id) => /^p-\d+(\.\d+)*$/.test(id)).length;
    assert.ok(numbers.length > 0 && numbers.length >= clauses, `${path} has ${numbers.length} copy buttons for ${clauses} clauses`);
    assert.ok(numbers.every(Boolean), `${path}: a copy button does not name its clause`);
    assert.equal(await page.locator(`${SOURCE} button, ${SOURCE} [role=button]`).count(), 0, `${path}: buttons stand among the words of the source`);
    const place = Math.floor(numbers.length / 2);
    const button = buttons.nth(place);
    await button.focus();
    assert.ok(await button.evaluate((element) => element === document.activeElement), `${path}: the button takes no focus`);
    await page.keyboard.press("Enter");
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes("#p-"), null, { timeout: 5000 });
    const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    assert.equal(copied.pathname, new URL(portal.url(path)).pathname);
    assert.ok(copied.hash.startsWith(`#p-${numbers[place]}`), `${copied.hash} for clause ${numbers[place]}`);
    assert.equal(await page.locator(`[id="${decodeURIComponent(copied.hash.slice(1))}"]`).count(), 1);
    await page.evaluate(() => navigator.clipboard.writeText(""));
  }
});

test("the status of the document is said in words before its text", async () => {
  for (const path of regulations) {
    await page.goto(portal.url(path));
    const before = await page.evaluate((source) => {
      const range = document.createRange();
      range.setStart(document.querySelector("main"), 0);
      range.setEndBefore(document.querySelector(source));
      return range.toString();
    }, SOURCE);
    assert.match(before, /действует|утратил|не определ|проект|заменён|приостановлен/i, path);
  }
});
