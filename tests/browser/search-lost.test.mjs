// A part of the search page that does not come is said at once; results stand first for the keyboard; what is offered
// is asked for with a click.
import assert from "node:assert/strict";
import { test } from "node:test";
import { field, hits, open, page, prepare, portal, query, said } from "./search-page.mjs";

/** Long before the page would say by itself that it takes its time. */
const AT_ONCE = 3000;

for (const part of ["page", "client"]) {
  test(`a page that lacks ${part}.js says so at once`, async () => {
    await prepare({});
    await page.route(`**/js/search/${part}.js`, (route) => route.abort());
    await page.goto(portal.url("/search/?q=план"));
    await page.locator(".search-late").waitFor({ state: "visible", timeout: AT_ONCE });
  });
}

test("after the search button comes the first result", async () => {
  await open("?q=площадки");
  await hits().first().waitFor();
  await page.locator("main form[role=search] button").focus();
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement?.closest("ol.hits > li") === document.querySelector("ol.hits > li"));
  assert.ok(first, await page.evaluate(() => document.activeElement?.outerHTML ?? ""));
});

test("filters and the order are reached after the results, and are seen beside and above them", async () => {
  await open("?q=площадки");
  await hits().first().waitFor();
  const places = await page.evaluate(() => {
    const follows = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
    const [list, filters, sorts] = ["#search-hits", "#search-filters", "#search-sort"].map((name) => document.querySelector(name));
    const top = (one) => one.getBoundingClientRect().top;
    return { after: follows(list, filters) && follows(list, sorts), above: top(sorts) < top(list), beside: top(filters) < top(list) + 40 };
  });
  assert.deepEqual(places, { after: true, above: true, beside: true });
});

test("a near word is offered as a question that can be clicked", async () => {
  await open("?q=отчёт за год", { offers: [{ from: "отчёт", to: "ответ", query: "ответ за год" }] });
  await said("«отчёт» на сайте не встречается. Возможно, вы имели в виду:");
  await page.getByRole("link", { name: "ответ", exact: true }).click();
  await page.waitForURL(/q=/);
  assert.equal((await query()).get("q"), "ответ за год");
  assert.equal(await field().inputValue(), "ответ за год");
});
