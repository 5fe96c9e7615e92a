// The search page: what a reader asks, sees, chooses, and can go back to. The engine is a stand-in here; what the real one
// answers is asked in search-engine.test.mjs and, end to end, at the end of this file.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { openBrowser, openPortal, watched } from "./portal.mjs";
import { withStub } from "./search-stub.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let portal, nested, browser, context, page, troubles;
before(async () => {
  portal = await openPortal();
  nested = await openPortal("nested");
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  portal.close();
  nested.close();
});

/** Opens the search page in a context of its own. */
async function open(query = "", plan = {}, options = {}) {
  context = await browser.newContext({ locale: "ru", viewport: { width: 1280, height: 900 }, serviceWorkers: "block", ...options });
  context.setDefaultTimeout(10_000);
  await withStub(context, plan);
  ({ page, troubles } = await watched(context, portal.origin));
  await page.goto(portal.url(`/search/${query}`));
}
afterEach(async () => {
  await context?.close();
  context = undefined;
});

const field = () => page.locator("main input[type=search]");
const hits = () => page.locator("main ol > li");
const query = () => page.evaluate(() => new URLSearchParams(location.search).toString()).then((text) => new URLSearchParams(text));
const asked = () => page.evaluate(() => globalThis.calls.search.length);
const said = (text) => page.getByText(text).first().waitFor();
const group = (name) => page.locator("details", { has: page.locator("summary", { hasText: new RegExp(`^\\s*${name}\\s*(выбрано.*)?$`) }) }).last();

describe("results", () => {
  test("come as one types, are counted in words, and the address follows", async () => {
    await open();
    await said("На сайте 34 страницы");
    await field().pressSequentially("методика", { delay: 15 });
    await said("Нашлись 34 страницы");
    assert.equal(await hits().count(), 10);
    assert.equal((await query()).get("q"), "методика");
    assert.ok((await asked()) <= 4, `${await asked()} questions for one word: typing should be waited out`);
    assert.equal(await page.locator("[role=status]").first().textContent(), "Нашлись 34 страницы");
    assert.match(await page.title(), /методика/);
    assert.deepEqual(troubles, []);
  });

  test("say in the right plural how many there are", async () => {
    for (const [pages, words] of [[1, "Нашлась 1 страница"], [3, "Нашлись 3 страницы"], [11, "Нашлось 11 страниц"], [1500, "Нашлось 1 500 страниц"]]) {
      await open("?q=методика", { pages });
      await hits().first().waitFor();
      assert.equal((await page.locator("#search-status").textContent()).replace(/\s/g, " "), words);
      await context.close();
    }
  });

  test("are grouped by document: title, kind, day, standing, and links to the places, words marked", async () => {
    await open("?q=площадки");
    const fourth = hits().nth(2);
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
    await page.waitForFunction(() => document.querySelectorAll("main ol > li").length === 20);
    assert.equal((await query()).get("page"), "2");
    assert.equal(await page.evaluate(() => [...document.querySelectorAll("main ol > li")].findIndex((row) => row.contains(document.activeElement))), 10);
    await said("Показано 20 из 34");
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll("main ol > li").length === 20);
    await page.getByRole("button", { name: "Показать ещё 10" }).click();
    await page.getByRole("button", { name: "Показать ещё 4" }).click();
    await page.waitForFunction(() => document.querySelectorAll("main ol > li").length === 34);
    assert.equal(await page.getByRole("button", { name: /ещё/ }).count(), 0);
  });
});

describe("the address", () => {
  test("brings back everything that was asked", async () => {
    await open("?q=методика&kind=event&kind=material&school_year=2024/2025&from=2023-01-01&to=2026-01-01&sort=date&literal=1");
    await hits().first().waitFor();
    const request = await page.evaluate(() => globalThis.calls.search.at(-1));
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
    const request = await page.evaluate(() => globalThis.calls.search.at(-1));
    assert.deepEqual([request.from, request.to, request.sort, request.facets, request.limit], [null, null, "relevance", [], 10]);
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
    await page.waitForFunction(() => document.querySelectorAll("main ol > li").length === 30);
    await hits().nth(24).scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    const height = await page.evaluate(() => scrollY);
    await page.goto(portal.url("/about/"));
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll("main ol > li").length === 30);
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
    assert.equal((await page.evaluate(() => globalThis.calls.search.at(-1))).sort, "date");
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

describe("trouble", () => {
  test("with the engine: titles answer, it is said kindly, and one can try again", async () => {
    await open("?q=методика", { fault: "titles" });
    await said("только то, что нашлось в заголовках");
    assert.equal(await hits().count(), 10);
    await page.evaluate(() => (globalThis.plan.fault = ""));
    await page.getByRole("button", { name: "Попробовать ещё раз" }).click();
    await page.getByText("только то, что нашлось в заголовках").waitFor({ state: "detached" });
    assert.equal(await hits().count(), 10);
  });

  test("that no trying mends offers none", async () => {
    await open("?q=методика", { fault: "titles", kind: "unsupported" });
    await said("Этот браузер не умеет искать по текстам");
    assert.equal(await page.getByRole("button", { name: "Попробовать ещё раз" }).count(), 0);
  });

  test("with everything: a message, a retry, and the sections", async () => {
    await open("?q=методика", { fault: "all" });
    await said("Не получилось загрузить поиск");
    assert.ok((await page.locator("main a:visible").count()) >= 8);
    await page.evaluate(() => (globalThis.plan.fault = ""));
    await page.getByRole("button", { name: "Попробовать ещё раз" }).click();
    await said("Нашлись 34 страницы");
  });

  test("on a slow line: progress is seen and said, titles come first, and nothing is lost", async () => {
    await open("?q=методика", { delay: 2500 });
    await page.locator("main [aria-busy=true]").waitFor({ state: "attached" });
    await said("вот что нашлось в заголовках");
    assert.ok((await hits().count()) > 0);
    await said("Нашлись 34 страницы");
    assert.equal(await page.locator("main [aria-busy=true]").count(), 0);
  });

  test("of scripts that do not come leaves a page that leads on", async () => {
    context = await browser.newContext({ serviceWorkers: "block" });
    await context.route(/\/assets\/js\//, (route) => route.abort());
    page = await context.newPage();
    await page.goto(portal.url("/search/?q=методика"));
    assert.ok((await page.locator("main a:visible").count()) >= 8);
    assert.equal(await page.locator("#search").isVisible(), false);
  });
});

describe("everybody", () => {
  test("can use it: axe finds nothing at any width, in the dark, with forced colours", async () => {
    const views = [{ width: 320, height: 640 }, { width: 1280, height: 900 }];
    for (const viewport of views) {
      for (const colorScheme of ["light", "dark"]) {
        for (const query of ["?q=методика&kind=event", "?q=ыыыы", "", "?q=vtnjlbrf"]) {
          await open(query, {}, { viewport, colorScheme });
          await page.waitForFunction(() => globalThis.calls?.search.length > 0);
          await page.waitForTimeout(100);
          const narrow = page.locator("main summary", { hasText: "Уточнить" });
          if (viewport.width < 1000) await narrow.click();
          const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
          const list = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
          assert.deepEqual(list, [], `${query} ${viewport.width} ${colorScheme}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= viewport.width, `${query}: ${wide} px wide`);
          await context.close();
        }
      }
    }
  });

  test("can use it at twice the size of letters", async () => {
    await open("?q=методика&kind=event&subjects=математика", {}, { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
    await hits().first().waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 640);
  });

  test("can use it by keyboard alone: a question, a choice, a result", async () => {
    await open();
    await page.keyboard.press("/");
    assert.ok(await field().evaluate((input) => input === document.activeElement), "«/» goes to the field");
    await page.keyboard.type("методика");
    await page.keyboard.press("Enter");
    await said("Нашлись 34 страницы");
    const stops = [];
    for (let stop = 0; stop < 60; stop++) {
      await page.keyboard.press("Tab");
      stops.push(await page.evaluate(() => document.activeElement.closest("main ol") ? "result" : document.activeElement.type ?? document.activeElement.localName));
      if (stops.at(-1) === "result") break;
    }
    assert.ok(stops.includes("checkbox") && stops.includes("radio") && stops.at(-1) === "result", stops.join());
    await page.keyboard.press("Enter");
    await page.waitForURL(/regulations\/polozhenie-ms-imc-spb/);
  });

  test("prints results without the tools", async () => {
    await open("?q=методика");
    await hits().first().waitFor();
    await page.emulateMedia({ media: "print" });
    assert.ok(await hits().first().isVisible());
    assert.equal(await page.locator("main button:visible, main input:visible, main summary:visible").count(), 0);
  });
});

describe("with the real engine", () => {
  /** Opens the search page of a portal as it is published. */
  async function published(site, query) {
    context = await browser.newContext({ locale: "ru", viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(20_000);
    ({ page, troubles } = await watched(context, site.origin));
    await page.goto(site.url(`/search/${query}`));
  }

  test("a word in one form finds the others, and the found place shows them marked, below a folder too", async () => {
    for (const site of [portal, nested]) {
      await published(site, "?q=площадка");
      await hits().first().waitFor();
      const marks = await page.locator("main ol mark").allTextContents();
      assert.ok(marks.some((word) => /^площадок$/i.test(word)), `marked: ${marks.slice(0, 20)}`);
      const place = page.locator("main ol ul a", { has: page.locator("xpath=../p//mark") }).first();
      const address = new URL(await place.getAttribute("href"));
      assert.ok(address.pathname.startsWith(site.base) && address.hash.length > 1, address.href);
      await place.click();
      await page.getByRole("region", { name: "Выделены слова:" }).waitFor();
      const painted = await page.evaluate(() => [...CSS.highlights.get("found")].map((range) => range.toString().toLowerCase()));
      assert.ok(painted.length > 0 && painted.every((word) => word.startsWith("площад")), painted.join());
      const top = await page.evaluate(() => document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect().top);
      assert.ok(top > -5 && top < 800, `the place stands at ${top}`);
      assert.deepEqual(troubles, []);
      await context.close();
    }
  });

  test("a clause is found by its number and opened at it", async () => {
    await published(portal, "?q=п. 3.2.5&kind=regulation");
    await page.locator("main ol ul a[href*='#p-3.2.5']").first().click();
    await page.waitForURL(/regulations\/.*#p-3\.2\.5$/);
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
});
