// The search page when something fails: what is said, what stays, and how a reader gets on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { close, context, field, hits, more, open, page, plan, portal, prepare, query, requests, rows, said } from "./search-page.mjs";

test("trouble with the engine: titles answer, it is said kindly, and one can try again", async () => {
  await open("?q=методика", { fault: "titles" });
  await said("только то, что нашлось в заголовках");
  assert.equal(await hits().count(), 10);
  await plan({ fault: "" });
  await page.getByRole("button", { name: "Попробовать ещё раз" }).click();
  await page.getByText("только то, что нашлось в заголовках").waitFor({ state: "detached" });
  assert.equal(await hits().count(), 10);
});

test("trouble that no trying mends offers none", async () => {
  await open("?q=методика", { fault: "titles", kind: "unsupported" });
  await said("Этот браузер не умеет искать по текстам");
  assert.equal(await page.getByRole("button", { name: "Попробовать ещё раз" }).count(), 0);
});

test("trouble with everything: a message, a retry, and the sections", async () => {
  await open("?q=методика", { fault: "all" });
  await said("Не получилось загрузить поиск");
  assert.ok((await page.locator("main a:visible").count()) >= 8);
  await plan({ fault: "" });
  await page.getByRole("button", { name: "Попробовать ещё раз" }).click();
  await said("Нашлись 34 страницы");
});

test("on a slow line progress is seen and said, titles come first, and nothing is lost", async () => {
  await open("?q=методика", { delay: 2500 });
  await page.locator("main [aria-busy=true]").waitFor({ state: "attached" });
  await said("вот что нашлось в заголовках");
  assert.ok((await hits().count()) > 0);
  await said("Нашлись 34 страницы");
  assert.equal(await page.locator("main [aria-busy=true]").count(), 0);
});

test("trouble of scripts that do not come leaves a page that leads on", async () => {
  await prepare({});
  await context.route(/\/assets\/scripts\./, (route) => route.abort());
  await page.goto(portal.url("/search/?q=методика"));
  assert.ok((await page.locator("main a:visible").count()) >= 8);
  await page.locator("#search").waitFor({ state: "hidden", timeout: 20_000 });
  assert.ok((await page.locator("main a:visible").count()) >= 8);
  await said("Поиск загружается дольше обычного");
});

for (const [fault, what] of [["all", "nothing answers"], ["titles", "only titles answer"]]) {
  test(`«show more» while ${what} leaves the rows that there are, says so, and may be pressed again`, async () => {
    await open("?q=методика");
    await rows(10);
    await plan({ fault });
    await more().click();
    await said("Поиск не ответил");
    assert.equal(await hits().count(), 10);
    assert.equal((await query()).get("page"), null, "the address promises more than there is");
    await plan({ fault: "" });
    await more().click();
    await rows(20);
    await said("Показано 20 из 34");
    assert.deepEqual((await requests()).map(({ offset, limit }) => [offset, limit]), [[0, 10], [10, 10], [10, 10]]);
  });
}

test("after a failure Enter asks the same question again, and only then", async () => {
  await open("?q=методика", { fault: "all" });
  await said("Не получилось загрузить поиск");
  await plan({ fault: "" });
  await field().press("Enter");
  await said("Нашлись 34 страницы");
  assert.equal((await requests()).length, 2);
  await field().press("Enter");
  assert.equal((await requests()).length, 2, "asked once more without need");
});

/** Opens the search page, and types a word before the page's script has come. */
async function typeEarly(query, text) {
  await prepare({});
  let come;
  const coming = new Promise((done) => (come = done));
  await context.route(/\/search\/page\.js$/, (route) => coming.then(() => route.continue()));
  await page.goto(portal.url(`/search/${query}`), { waitUntil: "commit" });
  await field().fill(text);
  come();
}

test("what is typed before the script has come is asked, whatever the address says", async () => {
  for (const query of ["", "?q=площадки"]) {
    await typeEarly(query, "методика");
    await said("Нашлись 34 страницы");
    assert.equal(await field().inputValue(), "методика");
    assert.deepEqual((await requests()).map(({ text }) => text), ["методика"]);
    await close();
  }
});

test("what is typed before the script has come stands in the address, as all that is asked", async () => {
  await typeEarly("?q=площадки&literal=1&page=3&kind=event", "методика");
  await said("Нашлось 11 страниц");
  assert.deepEqual([...(await query())], [["q", "методика"], ["kind", "event"]]);
});
