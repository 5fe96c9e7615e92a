// The search page: what a reader asks, sees, chooses, and can go back to. The engine is a stand-in here; what the real one
// answers is asked in search-engine.test.mjs and, end to end, in search-published.test.mjs.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { close, field, group, hits, open, page, portal, query, requests, rows, said, troubles } from "./search-page.mjs";

describe("results", () => {
  test("come as one types, are counted in words, and the address follows", async () => {
    await open();
    await said("На сайте 34 страницы");
    await field().pressSequentially("методика", { delay: 15 });
    await said("Нашлись 34 страницы");
    assert.equal(await hits().count(), 10);
    assert.equal((await query()).get("q"), "методика");
    const asked = (await requests()).length;
    assert.ok(asked <= 4, `${asked} questions for one word: typing should be waited out`);
    assert.equal(await page.locator("#search-told").textContent(), "Нашлись 34 страницы");
    assert.match(await page.title(), /методика/);
    assert.deepEqual(troubles, []);
  });

  test("say in the right plural how many there are", async () => {
    for (const [pages, words] of [[1, "Нашлась 1 страница"], [3, "Нашлись 3 страницы"], [11, "Нашлось 11 страниц"], [1500, "Нашлось 1 500 страниц"]]) {
      await open("?q=методика", { pages });
      await hits().first().waitFor();
      assert.equal((await page.locator("#search-status").textContent()).replace(/\s/g, " "), words);
      await close();
    }
  });

  test("are grouped by document: title, kind, day, standing, and links to the places, words marked", async () => {
    await open("?q=площадки");
    const fourth = hits().nth(2);
    await fourth.waitFor();
    assert.equal(await fourth.getByRole("heading", { level: 3 }).count(), 1);
    assert.match(await fourth.innerText(), /Документ[\s\S]*2025 г\.[\s\S]*утратил силу/i);
    const links = await fourth.locator("a").evaluateAll((all) => all.map((link) => new URL(link.href)).map((url) => [url.pathname, url.searchParams.get("mark"), url.hash]));
    assert.equal(links.length, 3);
    assert.ok(links.every(([path, mark]) => path === `${portal.base}stub/3/` && mark === "площадки"), JSON.stringify(links));
    assert.deepEqual(links.map(([, , hash]) => hash), ["", "#p-3.2", "#p-3.7"]);
    assert.ok((await fourth.locator("mark").allTextContents()).includes("площадки"));
  });

  test("are text, never HTML", async () => {
    await open("?q=методика");
    await hits().first().waitFor();
    assert.match(await hits().nth(1).innerText(), /<b>наставничества<\/b>/);
    assert.equal(await page.locator("main ol b").count(), 0);
  });

  test("are continued, the focus going to the first new one, and the address remembering how far", async () => {
    await open("?q=методика");
    await page.getByRole("button", { name: "Показать ещё 10" }).click();
    await rows(20);
    assert.equal((await query()).get("page"), "2");
    assert.equal(await page.evaluate(() => [...document.querySelectorAll("main ol > li")].findIndex((row) => row.contains(document.activeElement))), 10);
    await said("Показано 20 из 34");
    await page.reload();
    await rows(20);
    await page.getByRole("button", { name: "Показать ещё 10" }).click();
    await page.getByRole("button", { name: "Показать ещё 4" }).click();
    await rows(34);
    assert.equal(await page.getByRole("button", { name: /ещё/ }).count(), 0);
  });
});

describe("the address", () => {
  test("brings back everything that was asked", async () => {
    await open("?q=методика&kind=event&kind=material&school_year=2024/2025&from=2023-01-01&to=2026-01-01&sort=date&literal=1");
    await hits().first().waitFor();
    const request = (await requests()).at(-1);
    assert.deepEqual(request.facets.sort(), [["kind", "event"], ["kind", "material"], ["school_year", "2024/2025"]]);
    assert.deepEqual([request.text, request.from, request.to, request.sort, request.literal], ["методика", 19358, 20454, "date", true]);
    assert.equal(await field().inputValue(), "методика");
    assert.ok(await group("Учебный год").getByRole("checkbox", { name: "2024/2025" }).isChecked(), "a group with a choice is open");
    assert.equal(await page.locator("input[name=from]").inputValue(), "2023-01-01");
    assert.ok(await page.getByRole("radio", { name: "сначала новые" }).isChecked());
  });

  test("that makes no sense asks nothing strange", async () => {
    await open("?q=методика&from=вчера&to=2026-99-99&page=-7&sort=нет&nofacet=1");
    await hits().first().waitFor();
    const request = (await requests()).at(-1);
    assert.deepEqual([request.from, request.to, request.sort, request.facets, request.limit], [null, null, "relevance", [], 10]);
  });

  test("longer than three hundred letters is cut there; the fields take no more", async () => {
    const long = "методика ".repeat(50);
    const cut = long.slice(0, 300);
    await open(`?q=${long}`);
    await hits().first().waitFor();
    assert.deepEqual([(await requests()).at(-1).text, await field().inputValue()], [cut.trim(), cut]);
    for (const path of ["/search/", "/events/", "/"]) {
      await page.goto(portal.url(path));
      const input = page.locator("input[type=search]:visible").first();
      await input.click();
      await page.keyboard.insertText(long);
      assert.equal(await input.inputValue(), cut, path);
    }
  });

  test("goes back by questions, not by letters", async () => {
    await open("?q=методика");
    await hits().first().waitFor();
    await group("Раздел").getByRole("checkbox").first().check();
    await page.waitForFunction(() => location.search.includes("kind="));
    await field().fill("");
    await field().pressSequentially("площадки", { delay: 200 });
    await page.waitForFunction(() => new URLSearchParams(location.search).get("q") === "площадки");
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("main input[type=search]").value === "методика");
    assert.ok((await query()).has("kind"), "the choice made before is still there");
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes("kind="));
    assert.equal(await page.getByRole("button", { name: /Убрать/ }).count(), 0);
    await page.goForward();
    await page.waitForFunction(() => location.search.includes("kind="));
    await page.getByRole("button", { name: /Убрать/ }).first().waitFor();
  });

  test("brings a reader back to the place of the list where a page was opened", async () => {
    await open("?q=методика&page=3");
    await rows(30);
    await hits().nth(24).scrollIntoViewIfNeeded();
    // The place is written down when scrolling has come to rest.
    await page.waitForFunction(() => scrollY > 0 && history.state?.scroll === scrollY);
    const height = await page.evaluate(() => scrollY);
    await page.goto(portal.url("/about/"));
    await page.goBack();
    await rows(30);
    await page.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 60, height, { timeout: 5000 });
  });
});

describe("choices", () => {
  test("narrow the results, are counted, stand as chips, and go away one by one or all at once", async () => {
    await open("?q=методика");
    await hits().first().waitFor();
    const kinds = group("Раздел");
    const event = kinds.getByRole("checkbox", { name: /Мероприятия/ });
    assert.match(await kinds.locator("li", { hasText: "Мероприятия" }).innerText(), /11/);
    await event.check();
    await said("Нашлось 11 страниц");
    assert.match(await kinds.locator("li", { hasText: "Банк материалов" }).innerText(), /11/, "the other kinds still say what they would add");
    await page.getByRole("checkbox", { name: /с файлом/i }).check();
    await said("Нашлись 3 страницы");
    const chips = page.getByRole("button", { name: /^Убрать:/ });
    assert.equal(await chips.count(), 2);
    await chips.first().focus();
    await page.keyboard.press("Enter");
    await said("Нашлось 9 страниц");
    assert.ok(!(await event.isChecked()));
    assert.ok(await chips.first().evaluate((button) => button === document.activeElement), "the focus goes to the next chip");
    await event.check();
    await page.getByRole("button", { name: "Сбросить всё" }).click();
    await said("Нашлись 34 страницы");
    assert.equal((await query()).toString(), new URLSearchParams({ q: "методика" }).toString());
  });

  test("without any words list everything that fits", async () => {
    await open();
    await group("Раздел").getByRole("checkbox", { name: /Нормативная|Документы/ }).check();
    await said("Нашлось 12 страниц");
    assert.equal(await hits().count(), 10);
  });

  test("beyond eight are folded, and unfold with the focus on the first that was hidden", async () => {
    await open("?q=методика");
    await hits().first().waitFor();
    const subjects = group("Предметы");
    assert.equal(await subjects.getByRole("checkbox").count(), 8);
    await subjects.getByRole("button", { name: "Показать все (11)" }).click();
    assert.equal(await subjects.getByRole("checkbox").count(), 11);
    assert.ok(await subjects.getByRole("checkbox").nth(8).evaluate((box) => box === document.activeElement));
  });

  test("keep the box that is being used where it is, with the focus on it", async () => {
    await open("?q=методика");
    await hits().first().waitFor();
    const last = group("Раздел").getByRole("checkbox").last();
    const name = await last.inputValue();
    await last.focus();
    await page.keyboard.press("Space");
    await page.waitForFunction(() => location.search.includes("kind="));
    await page.waitForFunction((count) => globalThis.calls.search.length > count, 1);
    assert.equal(await page.evaluate(() => document.activeElement.value), name);
    assert.equal(await group("Раздел").getByRole("checkbox").last().inputValue(), name);
  });

  test("of days narrow by the date", async () => {
    await open("?q=методика");
    await hits().first().waitFor();
    await page.locator("input[name=from]").fill("2025-08-01");
    await page.waitForFunction(() => new URLSearchParams(location.search).get("from") === "2025-08-01");
    await said("Нашлись 3 страницы");
    await page.getByRole("button", { name: /Убрать: Дата: с 1 августа 2025/ }).click();
    await said("Нашлись 34 страницы");
    assert.equal(await page.locator("input[name=from]").inputValue(), "");
  });

  test("of order put the newest first", async () => {
    await open("?q=методика");
    await page.getByRole("radio", { name: "сначала новые" }).check();
    await page.waitForFunction(() => location.search.includes("sort=date"));
    assert.equal((await requests()).at(-1).sort, "date");
  });
});

describe("corrections", () => {
  test("are said, and taken back by a link that keeps the question", async () => {
    await open("?q=vtnjlbrf");
    await said("Показаны результаты по запросу «методика»");
    const back = page.getByRole("link", { name: "Искать «vtnjlbrf»" });
    assert.match(await back.getAttribute("href"), /literal=1/);
    await back.click();
    await said("Ничего не нашлось");
    assert.equal((await query()).get("literal"), "1");
    await page.getByRole("link", { name: "Исправлять опечатки" }).click();
    await said("Показаны результаты по запросу «методика»");
  });

  test("that only add are said as well, and so is that some words were given up", async () => {
    await open("?q=площадки рмо");
    await said("«РМО» — ищем и «районное методическое объединение»");
    await said("где есть часть слов");
    await page.getByRole("link", { name: "Искать только набранные слова" }).click();
    await said("Ищем «площадки рмо»");
    assert.equal((await query()).get("literal"), "1");
  });

  test("that only add stand in a line for each word", async () => {
    const also = (from, to) => ({ kind: "synonym", from, to });
    await open("?q=площадки", { corrections: [also("РМО", "объединение"), also("МО", "кафедра"), also("РМО", "сообщество")] });
    await hits().first().waitFor();
    const lines = await page.locator("#search-said p").allInnerTexts();
    assert.equal(lines.length, 2);
    assert.match(lines[0], /^«РМО».*«объединение», «сообщество»/);
    assert.match(lines[1], /^«МО».*«кафедра»/);
  });

  test("that only add name each word once", async () => {
    const also = (kind, to) => ({ kind, from: "РМО", to });
    await open("?q=площадки", { corrections: [also("also", "объединение"), also("synonym", "объединение"), also("synonym", "сообщество")] });
    await hits().first().waitFor();
    const [line] = await page.locator("#search-said p").allInnerTexts();
    assert.deepEqual(line.match(/«[^»]*»/g), ["«РМО»", "«объединение»", "«сообщество»"]);
  });

  test("where nothing fits: near words, the sections and the index", async () => {
    await open("?q=ыыыыы");
    await said("Ничего не нашлось");
    await said("не встречается «ыыыыы»");
    const sections = await page.locator("main a").evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
    assert.ok(sections.includes(`${portal.base}events/`) && sections.includes(`${portal.base}map/`), sections.join());
    await page.getByRole("link", { name: "площадки", exact: true }).click();
    await said("Нашлись 33 страницы");
    assert.equal(await field().inputValue(), "площадки");
  });

  test("where choices leave nothing, the way back is offered", async () => {
    await open("?q=методика&from=2099-01-01");
    await page.getByRole("link", { name: "Искать без уточнений" }).click();
    await said("Нашлись 34 страницы");
  });
});
