// The search page as it is published, with the real engine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { close, field, group, hits, nested, page, portal, published, said, troubles } from "./search-page.mjs";

test("a word in one form finds the others, and the found place shows them marked, below a folder too", async () => {
  for (const site of [portal, nested]) {
    await published(site, "?q=площадка");
    await hits().first().waitFor();
    const marks = await page.locator("main ol mark").allTextContents();
    assert.ok(marks.some((word) => /^площадок$/i.test(word)), `marked: ${marks.slice(0, 20)}`);
    const place = page.locator("main ol ul a[href*='#']", { has: page.locator("xpath=../p//mark") }).first();
    const address = new URL(await place.getAttribute("href"));
    assert.ok(address.pathname.startsWith(site.base) && address.hash.length > 1, address.href);
    await place.click();
    await page.getByRole("region", { name: "Выделены слова:" }).waitFor();
    const painted = await page.evaluate(() => [...CSS.highlights.get("found")].map((range) => range.toString().toLowerCase()));
    assert.ok(painted.length > 0 && painted.every((word) => word.startsWith("площад")), painted.join());
    const top = await page.evaluate(() => document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect().top);
    assert.ok(top > -5 && top < 800, `the place stands at ${top}`);
    assert.deepEqual(troubles, []);
    await close();
  }
});

test("a clause is found by its number and opened at it", async () => {
  await published(portal, "?q=п. 3.2.5&kind=regulation");
  await page.locator("main ol ul a[href*='#p-3.2.5']").first().click();
  await page.waitForURL(/regulations\/.*#p-3\.2\.5$/);
});

test("what stands in a file is opened at its place in the page of its text, below a folder too", async () => {
  for (const site of [portal, nested]) {
    await published(site, "?q=чем поделимся с другими");
    const place = page.locator("main ol ul a[href*='forma-ploshchadka.docx.html']").first();
    assert.ok(new URL(await place.getAttribute("href")).pathname.startsWith(site.base));
    await place.click();
    await page.getByRole("region", { name: "Выделены слова:" }).waitFor();
    assert.match(await page.locator("main").innerText(), /Чем поделимся с другими/);
    assert.deepEqual(troubles, []);
    await close();
  }
});

test("the wrong keyboard layout is corrected and said", async () => {
  await published(portal, "?q=fnntcnfwbz");
  await said("Показаны результаты по запросу «аттестация»");
  assert.ok((await hits().count()) > 0);
});

test("choices alone list everything that fits, and their counts are true", async () => {
  await published(portal, "");
  const box = group("Раздел").locator("li", { hasText: "Мероприятия" });
  const count = Number((await box.locator(".count").innerText()).replace(/\D/g, ""));
  await box.getByRole("checkbox").check();
  await page.waitForFunction((n) => document.querySelector("#search-status").textContent.includes(` ${n} `), count);
  assert.ok(count > 20);
  await page.waitForFunction(() => document.querySelector("details[data-facet=form]").checkVisibility());
  await page.locator("input[name=to]").fill("2026-10-31");
  await page.waitForFunction(() => /состоялось/i.test(document.querySelector("main ol").innerText));
});

test("names that every object has are values and words like others", async () => {
  await published(portal, "?q=площадка&kind=constructor&kind=__proto__");
  await said("Ничего не нашлось");
  for (const value of ["constructor", "__proto__"]) {
    const row = group("Раздел").locator("li", { has: page.locator(`input[value="${value}"]`) });
    assert.equal(await row.textContent(), `${value} 0`);
    assert.ok(await row.getByRole("checkbox").isChecked());
    await page.getByRole("button", { name: `Убрать: Раздел: ${value}` }).waitFor();
  }
  await page.getByRole("link", { name: "Искать без уточнений" }).click();
  await hits().first().waitFor();
  await field().fill("__proto__ constructor");
  await said("не встречается «constructor»");
  assert.deepEqual(troubles, []);
});

test("a long question is not cut through a letter: the engine would not understand it", async () => {
  await published(portal, `?q=${encodeURIComponent("площадка ".repeat(34).slice(0, 299) + "😀")}`);
  await page.locator("main ol mark").first().waitFor();
  assert.equal(await page.getByRole("button", { name: "Попробовать ещё раз" }).count(), 0);
});
