// The pages of the calendar as a reader meets them: a grid that becomes a list, and a script that knows what day it is.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { violations, withPortals } from "./portal.mjs";

let portal, browser;
withPortals(["top", "nested"], (given) => ({ top: portal, browser } = given));

/** Opens a page of the calendar on a day, in a window. */
async function on(day, path, { width = 1280, scheme = "light", scripts = true } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, javaScriptEnabled: scripts, timezoneId: "Europe/Moscow" });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(`${day}T10:00:00+03:00`));
  await page.goto(portal.url(path));
  return page;
}

const months = () => portal.paths.filter((path) => /^\/calendar\/\d{4}-\d\d\/$/.test(path));

describe("a month", () => {
  test("is a table with a name, and a day names itself whole", async () => {
    const page = await on("2026-12-03", "/calendar/2026-12/");
    const table = page.getByRole("table", { name: /Декабрь 2026/ });
    assert.equal(await table.getByRole("columnheader").count(), 7);
    const today = table.locator("[aria-current=date]");
    assert.match((await today.innerText()).replace(/\s+/g, " "), /^3 декабря, четверг/);
    assert.equal(await today.getByRole("link", { name: /Открытый урок/ }).count(), 1);
    await page.context().close();
  });

  test("is a list of the days that have events on a phone of 320 px, without scripts too", async () => {
    const page = await on("2026-12-03", "/calendar/2026-12/", { width: 320, scripts: false });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    const days = page.locator("[data-day]:visible");
    assert.ok((await days.count()) > 3);
    for (const day of await days.all()) {
      assert.ok(await day.getByRole("link").count(), "a day without events is shown");
      assert.match(await day.locator("time").innerText(), /декабря, \p{L}+/u);
    }
    await page.context().close();
  });

  for (const [scheme, width] of [["light", 1280], ["dark", 1280], ["light", 360]]) {
    test(`has no accessibility violations, ${scheme}, ${width} px`, async () => {
      for (const path of [months()[0], "/calendar/2026-12/", "/calendar/", "/calendar/subscribe/"]) {
        const page = await on("2026-12-03", path, { scheme, width });
        assert.deepEqual((await violations(page)).map(({ id, nodes }) => `${path} ${id}: ${nodes[0].html}`), []);
        await page.context().close();
      }
    });
  }

  test("leads to its neighbours, and no way ends in an empty month", async () => {
    const page = await on("2026-12-03", months()[0]);
    let seen = 1;
    for (; await page.locator("a[rel=next]").count(); seen++) {
      await page.locator("a[rel=next]").first().click();
      await page.waitForLoadState();
      assert.ok(await page.locator(".month-grid a, section.block a").count(), page.url());
    }
    assert.equal(seen, months().length);
    await page.context().close();
  });
});

describe("what is to come", () => {
  const titles = (page, place) => page.locator(`${place} li:visible h3`).allInnerTexts();

  test("stays true between builds", async () => {
    const built = await on("2026-11-21", "/calendar/", { scripts: false });
    const coming = await titles(built, "#coming");
    assert.ok(coming.length > 5);
    await built.context().close();
    const page = await on("2026-12-04", "/calendar/");
    const left = await titles(page, "#coming");
    assert.ok(left.length < coming.length && left.every((title) => coming.includes(title)), left.join("\n"));
    for (const item of await page.locator("#coming li:visible[data-to]").all()) assert.ok((await item.getAttribute("data-to")) >= "2026-12-04");
    const first = (item) => item.dataset.from ?? item.querySelector("time.day").dateTime.slice(0, 10);
    const week = page.locator("#week .cards > li:visible");
    for (const item of await week.all()) assert.ok((await item.evaluate(first)) <= "2026-12-06");
    await page.locator("#past summary").click();
    const past = await titles(page, "#past");
    assert.ok(coming.filter((title) => !left.includes(title)).every((title) => past.includes(title)), past.join("\n"));
    await page.context().close();
  });
});
